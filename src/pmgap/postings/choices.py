"""Long lists of expressions of which any will do, compiled one by one when a text may hold them.

To compile one expression of two hundred takes longer than to read a posting, and a posting holds few of them. So
each is compiled by itself, when a text holds for the first time what it cannot do without (see ``pieces``). What is
found is what the whole would find: the first place where any fits, and there the first that does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter

from pmgap.expressions import compiled
from pmgap.postings.tables import LETTERS, Table, Written, pieces_in, table_of

MOST_KEPT = 256
"""Texts of which the words are known."""

_BEGINNING = compiled(rf"(\w{{1,{LETTERS}}})\w*")
_ONLY_WORDS = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(128)) + bytes(128)
"""Every character of ASCII to itself if words are made of it, else to a blank."""
_first_letters = itemgetter(slice(LETTERS))


def holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text holds one of some pieces."""
    for piece in pieces:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every sentence
        if piece in text:
            return True
    return False


@lru_cache(maxsize=MOST_KEPT)
def words_in(text: str) -> frozenset[str]:
    """The words of a text, of longer ones how they begin."""
    if text.isascii():
        return frozenset(map(_first_letters, text.encode().translate(_ONLY_WORDS).decode().split()))
    return frozenset(_BEGINNING.findall(text))


class Signs:
    """Pieces of which a text holds one wherever something stands that takes more effort to look for."""

    def __init__(self, *pieces: str) -> None:
        """``pieces`` begin with a whole word, or with ``LETTERS`` of one at least."""
        self._pieces = pieces
        self._words = frozenset(word for piece in pieces for word in _BEGINNING.findall(piece)[:1])

    def are_in(self, text: str) -> bool:
        """Whether a text holds one of them."""
        return not self._words.isdisjoint(words_in(text)) and holds_any(text, self._pieces)


class _Choice:
    """One expression of a list."""

    __slots__ = ("_compiled", "_expression", "_of_each", "begins_with", "must_hold", "place")

    def __init__(self, place: tuple[int, int], text: str) -> None:
        """``place`` is that of its list and its own in it; ``text`` as in a ``Table``."""
        self.place = place
        self._expression, self.must_hold, self.begins_with, self._of_each = pieces_in(text)
        self._compiled: re.Pattern[str] | None = None

    def may_be_in(self, text: str) -> bool:
        """Whether a text that holds what must be there holds one of each of the further pieces as well."""
        for pieces in self._of_each:  # noqa: SIM110 - a generator takes longer
            if not holds_any(text, pieces):
                return False
        return True

    @property
    def expression(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first asked for."""
        if self._compiled is None:
            self._compiled = compiled(self._expression)
        return self._compiled


_place = attrgetter("place")
_Held = tuple[str, _Choice]
"""A piece that must be there, and the expression that it belongs to."""


def _first(choices: Iterable[_Choice], text: str, start: int) -> re.Match[str] | None:
    """The first place where any of some choices fits, and there the first of them."""
    best: re.Match[str] | None = None
    for choice in choices:
        found = choice.expression.search(text, start)
        if found is not None and (best is None or found.start() < best.start()):
            best = found
    return best


def _all_of(choices: Sequence[_Choice], text: str, start: int) -> Iterator[re.Match[str]]:
    while (found := _first(choices, text, start)) is not None:
        yield found
        start = max(found.end(), found.start() + 1)


class AnyOf:
    """Expressions with | between, of which any may fit; ``before`` and ``after`` stand around each of them.

    ``one | other`` is any of one or of the other.
    """

    __slots__ = (
        "_beginnings",
        "_by_beginning",
        "_by_word",
        "_choices",
        "_others",
        "_ready",
        "_tables",
        "_words",
        "parts",
    )

    def __init__(self, text: str, before: str = "", after: str = "") -> None:
        self.parts: tuple[Written, ...] = ((text, before, after),)
        self._ready = False
        self._tables: list[Table] = []
        self._choices: dict[tuple[int, int], _Choice] = {}
        self._words: frozenset[str] = frozenset()
        self._beginnings: frozenset[str] = frozenset()
        self._others: list[_Held] = []
        self._by_word: dict[str, list[_Held]] = {}
        self._by_beginning: dict[str, list[_Choice]] = {}

    def __or__(self, other: "AnyOf") -> "AnyOf":
        made = AnyOf("")
        made.parts = (*self.parts, *other.parts)
        return made

    @property
    def whole(self) -> str:
        """All of them as one expression."""
        return "|".join(f"{before}(?:{text}){after}" for text, before, after in self.parts)

    def possible(self, text: str) -> Sequence[_Choice]:
        """Those that may fit somewhere in a text, as far as is seen at once, in order."""
        if not self._ready:
            self._make_ready()
        found = []
        for must_hold, choice in self._others:
            if must_hold in text and choice.may_be_in(text):
                found.append(choice)
        for word in self._words & words_in(text):
            for must_hold, choice in self._by_word.get(word) or self._needing(word):
                if must_hold in text and choice.may_be_in(text) and choice not in found:
                    found.append(choice)
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def is_in(self, text: str) -> bool:
        """Whether any fits somewhere."""
        for choice in self.possible(text):  # noqa: SIM110 - a generator takes longer, and mostly there is none
            if choice.expression.search(text):
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where any fits."""
        return _first(self.possible(text), text, 0)

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        """Every place where any fits, one after the other."""
        possible = self.possible(text)
        return _all_of(possible, text, start) if possible else ()

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether any fits at the beginning."""
        for choice in self._that_may_begin(text, start):
            if (found := choice.expression.match(text, start)) is not None:
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether any fits the whole text."""
        for choice in self._that_may_begin(text, 0):
            if (found := choice.expression.fullmatch(text)) is not None:
                return found
        return None

    def _that_may_begin(self, text: str, start: int) -> Sequence[_Choice]:
        """Those that may fit where a text goes on from a place, in order."""
        if not self._ready:
            self._make_ready()
        found: list[_Choice] = []
        for letters in (text[start : start + LETTERS], text[start : start + 1], ""):
            if letters not in self._beginnings:
                continue
            for choice in self._by_beginning.get(letters) or self._beginning_with(letters):
                if (
                    choice.must_hold in text
                    and text.startswith(choice.begins_with, start)
                    and choice.may_be_in(text)
                    and choice not in found
                ):
                    found.append(choice)
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def _make_ready(self) -> None:
        """Look up the tables."""
        self._tables = [table_of(it) for it in self.parts]
        self._words = frozenset(word for table in self._tables for word in table.by_word if word)
        self._beginnings = frozenset(it for table in self._tables for it, held in table.by_beginning.items() if held)
        self._others = self._needing("")
        self._ready = True  # last, as another thread may ask meanwhile

    def _needing(self, word: str) -> list[_Held]:
        """Those of which each needs one of its words, and this is one; without a word those of which none is seen."""
        choices = self._at([table.by_word.get(word, "") for table in self._tables])
        held = self._by_word[word] = [(it.must_hold, it) for it in choices]
        return held

    def _beginning_with(self, letters: str) -> Sequence[_Choice]:
        """Those that begin with some letters, as far as these are told apart."""
        held = self._by_beginning[letters] = self._at([it.by_beginning.get(letters, "") for it in self._tables])
        return held

    def _at(self, places: Sequence[str]) -> list[_Choice]:
        """The expressions at some places of each table, read when they are first asked for."""
        choices = []
        for listed, numbers in enumerate(places):
            for place in map(int, numbers.split()):
                if (listed, place) not in self._choices:
                    text = self._tables[listed].expressions[place]
                    self._choices[listed, place] = _Choice((listed, place), text)
                choices.append(self._choices[listed, place])
        return choices


class InOrder:
    """Lists of expressions of which the first counts that has one that fits somewhere."""

    def __init__(self, lists: Sequence[AnyOf]) -> None:
        self._all = AnyOf("")
        self._all.parts = tuple(part for it in lists for part in it.parts)
        self._list_of = [place for place, it in enumerate(lists) for _ in it.parts]

    def first_in(self, text: str) -> int:
        """The place of the first list of which any fits; how many lists there are, if none does."""
        for choice in self._all.possible(text):
            if choice.expression.search(text):
                return self._list_of[choice.place[0]]
        return self._list_of[-1] + 1
