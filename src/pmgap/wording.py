"""Rules for the wording of statements: what makes a can-do statement answerable.

A statement is answered "yes", "partly" or "no", so it must name one past act, in the first person,
without a judgement of quality and without a frequency that everyone reads differently. The rules are
heuristics for English; a catalogue in another language says so and is not checked by them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_WORDS = 25
"""The longest statement, in words, that people read in one go."""

HARDEST_STATEMENT = 12.0
"""Highest Flesch-Kincaid grade of one statement. The formula is noisy on a single sentence, hence the room above 9."""

HARDEST_SKILL = 9.0
"""Highest mean Flesch-Kincaid grade over the statements of a skill: about grade 9."""

ALIKE = 0.6
"""Share of content words (Jaccard) from which two statements count as the same question."""

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’/&-]*")
_QUALITY = frozenset(
    """good better best great strong stronger excellent effective effectively successful successfully efficient
    efficiently clear clearly solid robust deep deeply high-quality quality well proper properly thorough thoroughly
    appropriate appropriately meaningful significant significantly innovative outstanding compelling impactful
    confidently confident skilled smooth smoothly comprehensive detailed actionable valuable useful important key
    world-class optimal perfectly careful carefully""".split()
)
_FREQUENCY = frozenset(
    """often usually regularly regular always frequently frequent sometimes rarely never typically occasionally
    consistently routinely constantly repeatedly mostly normally commonly""".split()
)
_NOT_AN_ACT = re.compile(
    r"^I (can|could|know|am|was|understand|would|will|feel|believe|enjoy|like|have (been able|knowledge|experience))\b"
)
_PARTICIPLE = (
    r"(?:\w+ed|built|chosen|come|cut|done|drawn|drafted|found|given|gone|got|held|kept|led|made|met|put|read|run|said|"
    r"seen|sent|set|shown|spoken|spent|split|taken|taught|told|won|written|brought|bought|sold|stood|sat|thrown)"
)
_SECOND_ACT = re.compile(
    rf"\b(?:and|then|and then) (?:then |also |later )?{_PARTICIPLE} "
    r"(?:a|an|the|my|our|your|two|three|four|five|six|ten|another|new|some|several|all|each|every|people|others)\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    """i have a an the of to in on for and or by with from at as it its that which who whom what why how my our their
    them they one two three after before into over than so was were been is are be had has not no e g""".split()
)


@dataclass(frozen=True, slots=True)
class WordingProblem:
    """One broken wording rule.

    ``rule`` is a stable name, ``what`` says what is wrong, ``hint`` how to mend it.
    """

    rule: str
    what: str
    hint: str


def words(text: str) -> list[str]:
    """The words of ``text`` in order; text in round brackets (examples of tools) counts too."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Estimated syllables of an English word, at least 1."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(1, count)


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade level of ``text`` taken as one sentence (Kincaid et al. 1975)."""
    found = words(text)
    if not found:
        return 0.0
    return 0.39 * len(found) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def statement_problems(text: str) -> Iterator[WordingProblem]:
    """What keeps one statement from being answerable; nothing when it is fine."""
    found = words(text)
    lower = {word.lower() for word in found}
    if len(found) > MOST_WORDS:
        yield WordingProblem("length", f"has {len(found)} words", f"use at most {MOST_WORDS}")
    if not text.startswith("I "):
        yield WordingProblem("first-person", 'does not start with "I"', 'start with "I have ..."')
    elif _NOT_AN_ACT.match(text):
        yield WordingProblem("past-act", "names an ability or a feeling", "name an act that was done")
    if second := _SECOND_ACT.search(text):
        yield WordingProblem("one-act", f'joins two acts ("{second.group(0)}")', "keep one act, or make two statements")
    if found_quality := sorted(lower & _QUALITY):
        yield WordingProblem(
            "quality", f"judges quality ({', '.join(found_quality)})", "say what was done, not how well"
        )
    if found_frequency := sorted(lower & _FREQUENCY):
        yield WordingProblem(
            "frequency", f"names a frequency ({', '.join(found_frequency)})", "ask whether it was done at all"
        )
    grade = reading_grade(text)
    if grade > HARDEST_STATEMENT:
        yield WordingProblem("reading-level", f"reads at about grade {grade:.0f}", "use shorter words or fewer of them")


def mean_reading_grade(texts: Iterable[str]) -> float:
    """Mean Flesch-Kincaid grade over several statements; 0 for none."""
    grades = [reading_grade(text) for text in texts]
    return sum(grades) / len(grades) if grades else 0.0


def content_words(text: str) -> frozenset[str]:
    """The words that carry the meaning, cut to crude stems, for comparing two statements."""
    stems = (re.sub(r"(ing|ed|es|s)$", "", word.lower()) for word in words(text) if word.lower() not in _STOP)
    return frozenset(stem for stem in stems if stem)


def near_duplicates(statements: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, float]]:
    """Pairs of (id, id, likeness) among ``(id, text)`` pairs whose content words overlap by ``ALIKE`` or more."""
    prepared = [(key, content_words(text)) for key, text in statements]
    for index, (key, own) in enumerate(prepared):
        for other_key, other in prepared[index + 1 :]:
            if own and other and (likeness := len(own & other) / len(own | other)) >= ALIKE:
                yield key, other_key, likeness
