"""How much each word of a line speaks for what a posting may ask: the weights of a linear classifier, learned from labelled lines."""

import re

from pmgap.record import Record, record


@record
class Topic(Record):
    """Something that lines of postings ask for."""

    id: str
    """Stable id, which the words use."""
    name: str
    """What it is called where words speak for it together."""
    skills: tuple[str, ...]
    """Ids of the skills that it is about. Without an alias, the first is what is asked."""
    start: int
    """What the sum for a line starts from, in hundredths of log-odds: how rare the topic is."""
    expected: int = 0
    """What is added, once, in a posting none of whose lines asks for the topic, as most postings ask for it."""


@record
class WordWeights(Record):
    """Words of postings, and how much each speaks for or against a topic.

    A line asks for a topic if ``start``, the weights of its words (each word once), and ``alias`` if it holds an alias
    of one of the skills, come to ``least`` or more. All are hundredths of log-odds (natural logarithm): 100 makes the
    topic 2.7 times as likely against not. Of more than 40 words not all speak together: such a line is taken in
    stretches. Where no line asks for a topic, the one with the largest sum does if that and ``expected`` come to
    ``least``. Learned by logistic regression; see ``learning/`` in the repository.
    """

    topics: tuple[Topic, ...]
    """What lines may ask for."""
    alias: int
    """What an alias of the skill adds."""
    least: int
    """The least sum for which a line asks for the topic."""
    words: dict[str, str]
    """Word, in the form in which words are compared, to its weights: "user-research 143, people -30"."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


MOST_WEIGHT = 10_000
"""The largest weight and start, either way, and the largest value of an alias and of the least sum."""

_STATED = re.compile(r"[\w-]+ -?[0-9]{1,5}(?:, [\w-]+ -?[0-9]{1,5})*")


def weights_in(text: str) -> dict[str, int]:
    """Topic id to weight, as a word of ``WordWeights`` states them.

    Raises:
        ValueError: it is no list of ids, each once with a whole number up to ``MOST_WEIGHT``.
    """
    if _STATED.fullmatch(text) is None:
        raise ValueError(text)
    fields = text.replace(",", "").split(" ")
    weights = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
    if 2 * len(weights) < len(fields) or max(map(abs, weights.values())) > MOST_WEIGHT:
        raise ValueError(text)
    return weights
