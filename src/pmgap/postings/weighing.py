"""What the words of a line say together: skills that no alias names, and aliases that the words around them speak against.

The rule is that of ``catalogue.word_weights``: a linear classifier over the words of a line. An alias is one more
reason, and a strong one; it decides alone for a skill without a topic, and where the classifier knows none of its words.
"""

from collections.abc import Iterable, Mapping, Sequence

from pmgap.catalogue import Catalogue, Topic, WordWeights
from pmgap.catalogue.word_weights import weights_in
from pmgap.record import Record, record
from pmgap.terms import Line, TermHit, Terms, is_denied, starts_of, terms_of

MOST_WORDS = 4
"""The most words of a line that are shown as what speaks for a topic."""


_NO_WEIGHTS: Mapping[str, int] = {}


@record
class Said(Record):
    """A topic that a line asks for, though no alias names a skill of it."""

    topic: Topic
    """The topic."""
    term: str
    """The words that speak for it most, as they stand in the line."""
    weights: dict[str, int]
    """These words in the form in which they are compared, with their weights in hundredths of log-odds."""
    start: int
    """Where the strongest of them begins in the line."""


class Weighing:
    """The word weights of a catalogue, ready to be used."""

    def __init__(self, weights: WordWeights, terms: Terms) -> None:
        self._terms = terms
        self._weights = weights
        self._starts = {topic.id: topic.start for topic in weights.topics}
        self._known: dict[str, dict[str, int]] = {}
        """The weights of the words that were met."""
        self._topics_of: dict[str, list[str]] = {}
        for topic in weights.topics:
            for skill in topic.skills:
                self._topics_of.setdefault(skill, []).append(topic.id)

    def weigh(
        self, line: Line, hits: Sequence[TermHit], names: frozenset[str] = frozenset()
    ) -> tuple[list[TermHit], list[Said]]:
        """Those of the names found in a line that the line bears out, and what it asks for without a name.

        ``names`` are words in small letters that say nothing, as they are what the employer is called.
        """
        if names:
            pairs = zip(line.words, line.tokens, strict=True)
            line = line._replace(words=["" if token.casefold() in names else word for word, token in pairs])
        sums = self._sums(line.words)
        borne_out = [hit for hit in hits if hit.kind == "tool" or self._is_borne_out(hit, sums)]
        named = {hit.skill for hit in borne_out if hit.kind == "alias"}
        said = []
        for topic in self._weights.topics:
            if sums[topic.id] >= self._weights.least and named.isdisjoint(topic.skills):
                found = self._said(topic, line)
                if found is not None:
                    said.append(found)
        return borne_out, said

    def _sums(self, words: Iterable[str]) -> dict[str, int]:
        """Topic id to what the words of a line come to."""
        sums = self._starts.copy()
        for word in frozenset(words):
            for topic, weight in self._weights_of(word).items():
                sums[topic] += weight
        return sums

    def _weights_of(self, word: str) -> Mapping[str, int]:
        """Topic id to weight of a word."""
        weights = self._known.get(word)
        if weights is None:
            stated = self._weights.words.get(word)
            if stated is None:
                return _NO_WEIGHTS
            weights = self._known[word] = weights_in(stated)
        return weights

    def _is_borne_out(self, hit: TermHit, sums: Mapping[str, int]) -> bool:
        topics = self._topics_of.get(hit.skill, ())
        if any(sums[topic] + self._weights.alias >= self._weights.least for topic in topics):
            return True
        return not topics or self._weights.words.keys().isdisjoint(self._terms.line(hit.term).words)

    def _said(self, topic: Topic, line: Line) -> Said | None:
        """What a line says of a topic; nothing where the line denies it."""
        text, words, tokens = line
        places = {word: place for place, word in reversed(list(enumerate(words)))}
        shares = {word: self._weights_of(word).get(topic.id, 0) for word in places}
        speaking = sorted((word for word in shares if shares[word] > 0), key=lambda word: (-shares[word], places[word]))
        if not speaking or is_denied(words, tokens, places[speaking[0]], places[speaking[0]] + 1):
            return None
        total, shown = topic.start + sum(weight for weight in shares.values() if weight < 0), []
        for word in speaking[:MOST_WORDS]:
            shown.append(word)
            total += shares[word]
            if total >= self._weights.least:
                break
        starts = starts_of(text, tokens)
        shown.sort(key=places.__getitem__)
        return Said(
            topic=topic,
            term=" ... ".join(tokens[places[word]] for word in shown),
            weights={word: shares[word] for word in shown},
            start=starts[places[speaking[0]]],
        )


def weighing_of(catalogue: Catalogue) -> Weighing | None:
    """The word weights of a catalogue, made ready once and kept with it; nothing for one without."""
    kept = vars(catalogue)
    if "_weighing" not in kept:
        weights = catalogue.word_weights
        kept["_weighing"] = weights and Weighing(weights, terms_of(catalogue))
    weighing: Weighing | None = kept["_weighing"]
    return weighing
