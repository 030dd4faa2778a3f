"""Finding the catalogue's words in text: skill names, aliases and tools, with the cautions that go with them.

What counts as the same phrase is said in ``phrases``. Of a caution, a phrase under ``unless`` that holds the term
cancels where it covers the term; any other phrase under ``unless`` cancels anywhere in the sentence; of the words under
``needs`` one must stand in the sentence. See docs/decisions/0006-matcher.md for what was measured.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmgap.catalogue import Catalogue, Caution
from pmgap.phrases import BREAKS, PhraseTree, Sentence, sentences_of, stem, written_forms

_NEGATIONS = frozenset(
    ["no", "not", "never", "without", "non", "nor", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "arent",
     "wont", "wouldnt", "havent", "hasnt", "neither"]
)  # fmt: skip
_NOT_NEGATING = frozenset(
    ["only", "just", "limited", "merely", "simply", "afraid", "matter", "doubt", "later", "less", "fewer", "longer",
     "stranger", "exceed", "exhaustive", "least", "necessarily"]
)  # fmt: skip
_NOT_ASKED = frozenset(["required", "needed", "necessary", "essential", "expected", "mandatory", "prerequisite"])
_YET_WELCOME = frozenset(
    ["but", "plus", "bonus", "desirable", "advantage", "preferred", "nice", "helpful", "though", "although", "however"]
)
_REACH = 5
"""How many words before a phrase a negation may stand."""


class Match(NamedTuple):
    """A phrase of the catalogue in a line of text."""

    skill: str
    """Id of the skill."""
    term: str
    """The phrase, as the catalogue writes it."""
    start: int
    """Where it starts in the line, in characters."""
    end: int
    """Where it ends."""
    tool: bool = False
    """True for the name of a tool, which only hints at the skill."""


class _Rule(NamedTuple):
    around: tuple[tuple[str, ...], ...]
    beside: tuple[tuple[str, ...], ...]
    needs: tuple[tuple[str, ...], ...]


class _Entry(NamedTuple):
    skill: str
    term: str
    tool: bool
    rule: _Rule | None


class Matcher:
    """Knows the phrases of one catalogue. Making one takes some milliseconds; keep it for all lines."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases: PhraseTree[_Entry] = PhraseTree()
        for skill in catalogue.skills:
            # Keyed by form, so that "hiring managers" is under the caution for "hire managers".
            rules = {_compared([caution.term])[0]: _rule(caution) for caution in skill.cautions}
            terms = dict.fromkeys((skill.name, *skill.aliases), False)
            for term, tool in [*terms.items(), *((name, True) for name in skill.tools if name not in terms)]:
                rule = rules.get(_compared([term])[0]) if rules else None
                self._phrases.add(term, _Entry(skill.id, term, tool, rule))

    def find(self, line: str) -> list[Match]:
        """What the line names, from left to right.

        Of phrases of one skill that overlap, the longest counts. Phrases of different skills may overlap ("lead
        cross-functional teams" is leadership and collaboration). A phrase that a caution cancels or the sentence
        denies ("no direct reports") is left out.
        """
        return [match for sentence in sentences_of(line) for match in self.find_in(sentence)]

    def find_in(self, sentence: Sentence) -> list[Match]:
        """What one sentence of a line names; places are those in the line."""
        found = []
        words = sentence.words
        taken: dict[str, int] = {}
        for first in range(len(words)):
            here = self._phrases.at(sentence, first)
            if not here:
                continue
            longest: dict[str, tuple[int, _Entry]] = {}
            for after, entry in here:
                if entry.skill not in longest or after > longest[entry.skill][0]:
                    longest[entry.skill] = after, entry
            for skill, (after, entry) in longest.items():
                if taken.get(skill, 0) > first:
                    continue
                taken[skill] = after
                if entry.rule is not None and _is_cancelled(entry.rule, sentence, first, after):
                    continue
                if not is_denied(sentence.texts, first, after):
                    found.append(Match(skill, entry.term, words[first].start, words[after - 1].end, entry.tool))
        return found


def is_denied(texts: Sequence[str], first: int, after: int) -> bool:
    """Whether a sentence denies the phrase from word ``first`` up to ``after``, as in "no direct reports"."""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        text = texts[index]
        if text in BREAKS or text == "but":
            break
        if text in _NEGATIONS:
            # "Non-technical stakeholders" denies "technical" alone.
            return texts[index + 1] not in _NOT_NEGATING and (text != "non" or index == first - 1)
    for index in range(after, min(after + _REACH, len(texts))):
        text = texts[index]
        if text in BREAKS:
            break
        if text in ("not", "isnt", "arent") and not _NOT_ASKED.isdisjoint(texts[index + 1 : index + 4]):
            return _YET_WELCOME.isdisjoint(texts[index + 1 : index + 10])
    return False


def _is_cancelled(rule: _Rule, sentence: Sentence, first: int, after: int) -> bool:
    stems = sentence.stems
    for phrase in rule.around:
        size = len(phrase)
        for start in range(max(0, after - size), min(first, len(stems) - size) + 1):
            if tuple(stems[start : start + size]) == phrase:
                return True
    if any(_stands_in(phrase, sentence) for phrase in rule.beside):
        return True
    return bool(rule.needs) and not any(_stands_in(phrase, sentence) for phrase in rule.needs)


def _stands_in(phrase: tuple[str, ...], sentence: Sentence) -> bool:
    if len(phrase) == 1:
        return phrase[0] in sentence.texts
    size = len(phrase)
    stems = sentence.stems
    return any(
        stems[start] == phrase[0] and tuple(stems[start : start + size]) == phrase
        for start in range(len(stems) - size + 1)
    )


def _rule(caution: Caution) -> _Rule | None:
    if not caution.unless and not caution.needs:
        return None
    term = tuple(map(stem, written_forms(caution.term)[0]))
    around: list[tuple[str, ...]] = []
    beside: list[tuple[str, ...]] = []
    for phrase in _compared(caution.unless):
        holds_it = any(phrase[start : start + len(term)] == term for start in range(len(phrase) - len(term) + 1))
        (around if len(phrase) > 1 and holds_it else beside).append(phrase)
    return _Rule(tuple(around), tuple(beside), tuple(_compared(caution.needs)))


def _compared(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    """Phrases in the form that is compared: a single word as it is, several as stems."""
    forms = [form for phrase in phrases for form in written_forms(phrase)]
    return [tuple(map(stem, form)) if len(form) > 1 else tuple(form) for form in forms]
