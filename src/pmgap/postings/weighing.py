"""What the words of a line say together: skills that no alias names, and aliases that the words around them speak against.

The rule is that of ``catalogue.word_weights``: a linear classifier over the words of a line. An alias is one more
reason, and a strong one; it decides alone for a skill without a topic, and where the classifier knows none of its words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from operator import itemgetter
from struct import Struct
from typing import NamedTuple

from pmgap.catalogue import Catalogue, Topic, WordWeights
from pmgap.catalogue.word_weights import weights_in
from pmgap.catalogue.words import BREAK, PAUSE
from pmgap.postings.posting import SpeakingWord
from pmgap.record import Record, record
from pmgap.terms import Line, TermHit, Terms, is_denied, starts_of, terms_of

MOST_WORDS = 4
"""The most words of a line that are shown as what speaks for a topic."""

MOST_AT_ONCE = 40
"""The most words that speak together; a longer line is taken in stretches, as those of one end say little of the other."""

NEAR = 10
"""Words from where a stretch would end to a comma that it ends at instead."""

NO_NAMES: frozenset[str] = frozenset()
"""Where a line names no employer."""


@record
class Said(Record):
    """A topic that a line asks for, though no alias names a skill of it."""

    topic: Topic
    """The topic."""
    term: str
    """The words that speak for it most, as they stand in the line."""
    weights: tuple[SpeakingWord, ...]
    """These words."""
    start: int
    """Where the strongest of them begins in the line."""

    @property
    def skill(self) -> str:
        """Id of the skill that is asked."""
        return self.topic.skills[0]


class Heard(NamedTuple):
    """A line, or a stretch of a long one, with what its words come to."""

    line: Line
    """The words."""
    begin: int
    """Where they begin in the whole line."""
    hits: Sequence[TermHit]
    """The names found in them."""
    sums: Sequence[int]
    """Their sum for every topic, from the middle of a lane."""


_LANE = 32
"""Bits of a lane; sums in hundredths of log-odds are far from filling them."""
_MIDDLE = 1 << _LANE - 1
"""What is added to every lane before it is read, as lanes are read without a sign."""


class _Lanes(dict[str, int]):
    """Word to its weights for all topics side by side in one number, so that a line is summed with one addition a word."""

    def __init__(self, stated: WordWeights) -> None:
        super().__init__()
        self.weights: dict[str, dict[str, int]] = {}
        """The words that were met, with their weights by topic."""
        self._words = stated.words
        self._lanes = {topic.id: 1 << index * _LANE for index, topic in enumerate(stated.topics)}

    def __missing__(self, word: str) -> int:
        weights = self.weights[word] = weights_in(self._words[word])
        made = self[word] = self.side_by_side(weights)
        return made

    def side_by_side(self, weights: Mapping[str, int]) -> int:
        """Weights of topics in their lanes."""
        return sum(weight * self._lanes[topic] for topic, weight in weights.items())


class Weighing:
    """The word weights of a catalogue, ready to be used."""

    def __init__(self, weights: WordWeights, terms: Terms) -> None:
        self._terms = terms
        self._weights = weights
        self._known = frozenset(weights.words)
        self._lanes = _Lanes(weights)
        self._start = self._lanes.side_by_side({topic.id: topic.start + _MIDDLE for topic in weights.topics})
        self._read = Struct(f"<{len(weights.topics)}I")
        self._least = weights.least + _MIDDLE
        self._doubted_below = self._least - weights.alias
        self.expected = {topic: index for index, topic in enumerate(weights.topics) if topic.expected}
        """What most postings ask for, with its place among the topics."""
        self._lanes_of: dict[str, list[int]] = {}
        """Skill to the places of its topics."""
        for index, topic in enumerate(weights.topics):
            for skill in topic.skills:
                self._lanes_of.setdefault(skill, []).append(index)

    def hear(self, line: Line, hits: Sequence[TermHit], names: frozenset[str] = NO_NAMES) -> list[Heard]:
        """A line in which some names were found, ready to be asked: the whole, or its stretches.

        ``names`` are words in small letters that say nothing, as they are what the employer is called.
        """
        if names:
            pairs = zip(line.words, line.tokens, strict=True)
            words = ["" if is_name(token, names) else word for word, token in pairs]
            line = line._replace(words=words, held=frozenset(words))
        if len(line.words) <= MOST_AT_ONCE:
            return [Heard(line, 0, hits, self._sums(line.held))]
        return [
            Heard(part, begin, [it for it in hits if begin <= it.start < begin + len(part.text)], self._sums(part.held))
            for begin, part in _stretches(line)
        ]

    def asked(self, parts: Sequence[Heard]) -> list[TermHit | Said]:
        """What a line asks for: those of its names that it bears out, then what it asks for without a name."""
        if len(parts) == 1:
            return self._asked(parts[0])
        found = [it for part in parts for it in self._asked(part)]
        borne_out = [it for it in found if isinstance(it, TermHit)]
        named = {it.skill for it in borne_out if it.kind != "tool"}
        said: dict[str, Said] = {}
        for it in found:
            if isinstance(it, Said) and named.isdisjoint(it.topic.skills):
                said.setdefault(it.topic.id, it)
        return [*borne_out, *said.values()]

    def _asked(self, part: Heard) -> list[TermHit | Said]:
        """The same for words that speak together."""
        sums, named = part.sums, set()
        found: list[TermHit | Said] = []
        for hit in part.hits:
            if hit.kind == "tool":
                found.append(hit)
            elif not self._is_doubted(hit.skill, sums) or self._knows_no_word_of(hit):
                found.append(hit)
                named.add(hit.skill)
        if max(sums, default=0) >= self._least:
            for topic, total in zip(self._weights.topics, sums, strict=True):
                if total >= self._least and named.isdisjoint(topic.skills) and (it := self._said(topic, part)):
                    found.append(it)
        return found

    def likeliest(self, heard: Iterable[tuple[int, Heard]], topic: Topic) -> list[tuple[int, TermHit | Said]]:
        """The numbers of those lines that ask for a topic if that is expected, with what they say; the likeliest first.

        ``heard`` are the lines of a posting none of which asks for it otherwise.
        """
        place, alias, found = self.expected[topic], self._weights.alias, []
        enough = self._least - topic.expected
        for number, part in heard:
            total = part.sums[place]
            if total < enough - alias:
                continue
            name = next((it for it in part.hits if it.skill in topic.skills and it.kind != "tool"), None)
            total += alias if name else 0
            if total >= enough and (likely := name or self._said(topic, part)):
                found.append((total, number, likely))
        found.sort(key=itemgetter(0), reverse=True)
        return [(number, likely) for _, number, likely in found]

    def _sums(self, words: frozenset[str]) -> tuple[int, ...]:
        """What the words of a line come to for every topic, from the middle of a lane."""
        total = sum(map(self._lanes.__getitem__, words & self._known), self._start)
        return self._read.unpack(total.to_bytes(self._read.size, "little"))

    def _is_doubted(self, skill: str, sums: Sequence[int]) -> bool:
        """Whether the words of a line speak against a skill, though an alias names it there."""
        lanes = self._lanes_of.get(skill, ())
        for lane in lanes:
            if sums[lane] >= self._doubted_below:
                return False
        return bool(lanes)

    def _knows_no_word_of(self, hit: TermHit) -> bool:
        return self._known.isdisjoint(self._terms.line(hit.term).words)

    def _said(self, topic: Topic, part: Heard) -> Said | None:
        """What a line says of a topic; nothing where the line denies it."""
        text, words, tokens, held = part.line
        shares = {word: self._lanes.weights[word].get(topic.id, 0) for word in held & self._known}
        places = {word: words.index(word) for word, weight in shares.items() if weight > 0}
        speaking = sorted(places, key=lambda word: (-shares[word], places[word]))
        if not speaking or is_denied(words, tokens, places[speaking[0]], places[speaking[0]] + 1):
            return None
        total, shown = topic.start + sum(weight for weight in shares.values() if weight < 0), []
        for word in speaking[:MOST_WORDS]:
            shown.append(word)
            total += shares[word]
            if total >= self._weights.least:
                break
        first = places[speaking[0]]
        shown.sort(key=places.__getitem__)
        return Said(
            topic=topic,
            term=" ... ".join(tokens[places[word]] for word in shown),
            weights=tuple(SpeakingWord(word=tokens[places[word]], weight=shares[word]) for word in shown),
            start=part.begin + starts_of(text, tokens[: first + 1])[first],
        )


def _stretches(line: Line) -> Iterator[tuple[int, Line]]:
    """A long line in pieces of about the same length that end at a comma or the like if they can, each with where it begins."""
    starts = [*starts_of(line.text, line.tokens), len(line.text)]
    words, begin = line.words, 0
    while begin < len(words):
        left = len(words) - begin
        end = begin + ceil(left / ceil(left / MOST_AT_ONCE))
        if end < len(words):
            pauses = [at for at in range(begin + 1, begin + MOST_AT_ONCE) if words[at] in (PAUSE, BREAK)]
            nearest = min(pauses, key=lambda at: abs(at + 1 - end), default=end - 1)
            end = nearest + 1 if abs(nearest + 1 - end) <= NEAR else end
        part, tokens = words[begin:end], line.tokens[begin:end]
        yield starts[begin], Line(line.text[starts[begin] : starts[end]], part, tokens, frozenset(part))
        begin = end


def is_name(term: str, names: frozenset[str]) -> bool:
    """Whether a term is one of some names in small letters, which say nothing of what is asked: "Looker's"."""
    return term.casefold().removesuffix("’s").removesuffix("'s") in names


def weighing_of(catalogue: Catalogue) -> Weighing | None:
    """The word weights of a catalogue, made ready once and kept with it; nothing for one without."""
    return catalogue.made_once(_weighing)


def _weighing(catalogue: Catalogue) -> Weighing | None:
    weights = catalogue.word_weights
    return Weighing(weights, terms_of(catalogue)) if weights else None
