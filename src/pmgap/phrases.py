"""Text as words, and a tree of phrases to look for in it.

Hyphens, spaces, apostrophes and capitals make no difference: "Problem-solving" is "problem solving", "stakeholder's" is
"stakeholders", "&" is "and". In phrases of two words and more the ending of a word makes no difference either:
"prioritising features" is "prioritize feature". A single word is only itself: "launch" is not "launches". Other
punctuation parts phrases. Three dots in a phrase stand for up to three words: "partner ... with".
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

V = TypeVar("V")

MOST_CHARACTERS = 100_000
"""The longest line that is looked at; the rest of a longer one is left out."""

GAP = 3
"""The most words that three dots stand for."""

_APOSTROPHES = "'\u2019\u02bc`\u2018"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*|\.\.\.|[^\w\s{_APOSTROPHES}*_]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_STOPS = frozenset([".", "?", "!", ";", "\u2022", "|"])
_ABBREVIATIONS = frozenset(["e", "g", "i", "eg", "ie", "vs", "sr", "jr", "approx", "min", "max", "inc", "dr", "st"])
_DOTS = "..."

BREAKS = _STOPS | frozenset([",", ":", "(", ")", "[", "]", "\u2013", "\u2014", "-"])
"""Marks that part phrases."""


class Word(NamedTuple):
    """A word or mark of a line, in the form that is compared."""

    text: str
    """The word in small letters, without apostrophes."""
    start: int
    """Where it starts in the line, in characters."""
    end: int
    """Where it ends."""


class Sentence:
    """The words of a sentence with their stems."""

    __slots__ = ("stems", "texts", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.texts = [word.text for word in words]
        self.stems = [stem(text) for text in self.texts]

    @property
    def start(self) -> int:
        """Where it starts in the line, in characters."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        return self.words[-1].end


def words_of(line: str) -> list[Word]:
    """The words and marks of a line. Hyphens inside a word and apostrophes are dropped."""
    found = []
    for match in _WORD.finditer(line, 0, MOST_CHARACTERS):
        text = match.group()
        start, end = match.span()
        if len(text) == 1 and not text.isalnum():
            if text in _HYPHENS and not (line[end : end + 1].isspace() and line[start - 1 : start].isspace()):
                continue
            if text == "&":
                text = "and"
        else:
            text = text.lower()
            if not text.isalnum() and text != _DOTS:
                text = _APOSTROPHE.sub("", text)
        found.append(Word(text, start, end))
    return found


def sentences_of(line: str) -> list[Sentence]:
    """The sentences of a line, without the marks that end them."""
    words = words_of(line)
    found = []
    first = 0
    for index, word in enumerate(words):
        if word.text in _STOPS and not _stands_inside(line, words, index):
            if index > first:
                found.append(Sentence(words[first:index]))
            first = index + 1
    if first < len(words):
        found.append(Sentence(words[first:]))
    return found


def _stands_inside(line: str, words: list[Word], index: int) -> bool:
    """Whether a full stop is part of a word or number, or ends an abbreviation."""
    word = words[index]
    if word.text != "." or index == 0:
        return False
    if index + 1 < len(words) and words[index + 1].start == word.end:
        return not line[word.end].isupper() or words[index - 1].text in _ABBREVIATIONS
    before = words[index - 1].text
    return before in _ABBREVIATIONS or (before == "etc" and line[word.end : word.end + 2].strip()[:1].islower())


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The word without its ending, in one spelling: managing, managed, manages, manage; prioritise, prioritizing."""
    if len(word) < 4 or word in _WHOLE:
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
        if word in _WHOLE:
            return word
    cut = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else ""
    if len(cut) > 2 and cut[-1] != "e":
        word = cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut
    elif word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith(("is", "ys")) and len(word) > 4:
        word = f"{word[:-1]}z"
    return _SPELLING.sub(_american, word)


def _american(found: re.Match[str]) -> str:
    return "ization" if found.group() == "isation" else f"{found.group()[:-2]}r"


_SPELLING = re.compile("isation|viour|avour|olour|abour")
_WHOLE = frozenset(["marketing", "during", "being", "united", "need", "speed", "news", "always", "analytics"])
"""Words whose ending is part of them."""


class PhraseTree(Generic[V]):
    """Phrases with a value each. Looking at a place of a text costs the length of what matches there."""

    def __init__(self, phrases: Iterable[tuple[str, V]] = ()) -> None:
        self._single: dict[str, list[V]] = {}
        self._tree: dict[str, Any] = {}
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: V) -> None:
        """Look for a phrase from now on."""
        for texts in written_forms(phrase):
            if len(texts) == 1:
                self._single.setdefault(texts[0], []).append(value)
                continue
            node = self._tree
            for text in texts:
                node = node.setdefault(text if text == _DOTS else stem(text), {})
            node.setdefault("", []).append(value)

    def at(self, sentence: Sentence, first: int) -> list[tuple[int, V]]:
        """The phrases that start at word ``first``: the place after each, and its value."""
        found = [(first + 1, value) for value in self._single.get(sentence.texts[first], ())]
        node = self._tree.get(sentence.stems[first])
        if node is not None:
            _walk(node, sentence, first + 1, found)
        return found

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int, V]]:
        """Every phrase in a sentence: its first word, the place after it, its value."""
        for first in range(len(sentence.texts)):
            for after, value in self.at(sentence, first):
                yield first, after, value


def _walk(node: dict[str, Any], sentence: Sentence, at: int, found: list[tuple[int, V]]) -> None:
    stems = sentence.stems
    while True:
        found.extend((at, value) for value in node.get("", ()))
        if at >= len(stems):
            return
        if (further := node.get(_DOTS)) is not None:
            for place in range(at, min(at + GAP + 1, len(stems))):
                if (entry := further.get(stems[place])) is not None:
                    _walk(entry, sentence, place + 1, found)
                if stems[place] in ("(", ")", ":"):
                    break
        node = node.get(stems[at])  # type: ignore[assignment]
        if node is None:
            return
        at += 1


def written_forms(phrase: str) -> list[list[str]]:
    """The words of a phrase, and once more with its hyphenated words written as one."""
    forms = [[word.text for word in words_of(phrase)]]
    if "-" in phrase:
        forms.append([word.text for word in words_of(phrase.replace("-", ""))])
    return [form for form in forms if form]
