"""Finding the catalogue's words in text: skill names, aliases and tools, with the cautions that go with them.

A line is cut into words; hyphens, spaces, apostrophes and capitals make no difference ("Problem-solving" is "problem
solving", "stakeholders’" is "stakeholders", "&" is "and"), while other punctuation parts phrases. The words walk a
tree of known phrases, so the time depends on the length of the text and hardly on the number of phrases. See
docs/decisions/0006-matcher.md for what was measured.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pmgap.catalogue import Catalogue, Caution

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*|[^\w\s'’ʼ`*_]")  # noqa: RUF001
_APOSTROPHE = re.compile("['’ʼ`]")  # noqa: RUF001
_HYPHENS = frozenset("-‐‑\u00ad")  # noqa: RUF001
_STOPS = frozenset(".?!;•|")
_BREAKS = _STOPS | frozenset(",:()[]–—")  # noqa: RUF001

MOST_CHARACTERS = 100_000
"""The longest line that is looked at; the rest of a longer one is left out."""

_NEGATIONS = frozenset(
    """no not never without non nor cannot cant dont doesnt didnt isnt arent wont wouldnt havent hasnt neither""".split()
)
_NOT_NEGATING = frozenset(
    """only just limited merely simply afraid matter doubt later less fewer longer stranger exceed exhaustive least
    necessarily""".split()
)
_NOT_ASKED = frozenset("required needed necessary essential expected mandatory prerequisite".split())
_YET_WELCOME = frozenset("but plus bonus desirable advantage preferred nice helpful though although however".split())
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


class Word(NamedTuple):
    """A word or mark of a line, in the form that is compared."""

    text: str
    """The word in small letters, without apostrophes."""
    start: int
    """Where it starts in the line, in characters."""
    end: int
    """Where it ends."""


def words_of(line: str) -> list[Word]:
    """The words and marks of a line. Hyphens and quotation apostrophes are dropped, "&" becomes "and"."""
    found = []
    for match in _WORD.finditer(line, 0, MOST_CHARACTERS):
        text = match.group()
        start, end = match.span()
        if len(text) == 1 and not text.isalnum():
            if text in _HYPHENS and not line[end : end + 1].isspace():
                continue
            if text == "&":
                text = "and"
        else:
            text = text.lower()
            if not text.isalnum():
                text = _APOSTROPHE.sub("", text)
        found.append(Word(text, start, end))
    return found


class _Entry(NamedTuple):
    skill: str
    term: str
    tool: bool
    caution: "_Rule | None"


class _Rule(NamedTuple):
    around: tuple[tuple[str, ...], ...]
    """Phrases that hold the term: they cancel where they cover it."""
    beside: tuple[tuple[str, ...], ...]
    """Phrases without the term: they cancel anywhere in the sentence."""
    needs: tuple[tuple[str, ...], ...]


class Matcher:
    """Knows the phrases of one catalogue. Making one takes a few milliseconds; keep it for all lines."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._tree: dict[str, Any] = {}
        for skill in catalogue.skills:
            rules = {caution.term.lower(): _rule(caution) for caution in skill.cautions}
            for term in dict.fromkeys((skill.name, *skill.aliases)):
                self._add(_Entry(skill.id, term, tool=False, caution=rules.get(term.lower())))
            for term in skill.tools:
                self._add(_Entry(skill.id, term, tool=True, caution=rules.get(term.lower())))

    def _add(self, entry: _Entry) -> None:
        for form in _forms(entry.term):
            node = self._tree
            for word in form:
                node = node.setdefault(word, {})
            held: list[_Entry] = node.setdefault("", [])
            if all(known.skill != entry.skill for known in held):
                held.append(entry)

    def find(self, line: str) -> list[Match]:
        """What the line names, from left to right.

        Of phrases of one skill that overlap, the longest counts. Phrases of different skills may overlap ("lead
        cross-functional teams" is leadership and collaboration). A phrase that a caution cancels or the sentence
        denies ("no direct reports") is left out.
        """
        words = words_of(line)
        found: list[Match] = []
        first = 0
        for index, word in enumerate(words):
            if word.text in _STOPS and (index + 1 == len(words) or words[index + 1].start > word.end or word.text != "."):
                self._find_in_sentence(words[first:index], found)
                first = index + 1
        self._find_in_sentence(words[first:], found)
        return found

    def _find_in_sentence(self, words: Sequence[Word], found: list[Match]) -> None:
        texts = [word.text for word in words]
        taken: dict[str, int] = {}
        for first, text in enumerate(texts):
            node = self._tree.get(text)
            if node is None:
                continue
            best: dict[str, tuple[int, _Entry]] = {}
            last = first + 1
            while node is not None:
                for entry in node.get("", ()):
                    best[entry.skill] = (last, entry)
                node = node.get(texts[last]) if last < len(texts) else None
                last += 1
            for skill, (after, entry) in best.items():
                if taken.get(skill, 0) > first:
                    continue
                taken[skill] = after
                if entry.caution is not None and _is_cancelled(entry.caution, texts, first, after):
                    continue
                if is_denied(texts, first, after):
                    continue
                found.append(Match(skill, entry.term, words[first].start, words[after - 1].end, entry.tool))


def is_denied(texts: Sequence[str], first: int, after: int) -> bool:
    """Whether a sentence denies the phrase from word ``first`` up to ``after``, as in "no direct reports"."""
    reach = 0
    for index in range(first - 1, -1, -1):
        text = texts[index]
        if text in _BREAKS or text == "but":
            break
        reach += 1
        if reach > _REACH:
            break
        if text in _NEGATIONS:
            return texts[index + 1] not in _NOT_NEGATING
    for index in range(after, min(after + _REACH, len(texts))):
        text = texts[index]
        if text in _BREAKS:
            break
        if text in ("not", "isnt", "arent") and _NOT_ASKED & set(texts[index + 1 : index + 4]):
            return not _YET_WELCOME & set(texts[index + 1 : index + 10])
    return False


def _is_cancelled(rule: _Rule, texts: Sequence[str], first: int, after: int) -> bool:
    for phrase in rule.around:
        size = len(phrase)
        for start in range(max(0, after - size), min(first, len(texts) - size) + 1):
            if tuple(texts[start : start + size]) == phrase:
                return True
    if any(_stands_in(phrase, texts) for phrase in rule.beside):
        return True
    return bool(rule.needs) and not any(_stands_in(phrase, texts) for phrase in rule.needs)


def _stands_in(phrase: tuple[str, ...], texts: Sequence[str]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in texts
    size = len(phrase)
    return any(
        texts[start] == phrase[0] and tuple(texts[start : start + size]) == phrase
        for start in range(len(texts) - size + 1)
    )


def _rule(caution: Caution) -> _Rule | None:
    if not caution.unless and not caution.needs:
        return None
    terms = _forms(caution.term)
    around, beside = [], []
    for phrase in _all_forms(caution.unless):
        (around if any(_stands_in(term, phrase) for term in terms) else beside).append(phrase)
    return _Rule(tuple(around), tuple(beside), tuple(_all_forms(caution.needs)))


def _forms(phrase: str) -> list[tuple[str, ...]]:
    """The phrase as words, and once more with its hyphenated words written as one."""
    forms = [tuple(word.text for word in words_of(phrase))]
    if "-" in phrase:
        forms.append(tuple(word.text for word in words_of(phrase.replace("-", ""))))
    return [form for form in forms if form]


def _all_forms(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    return [form for phrase in phrases for form in _forms(phrase)]
