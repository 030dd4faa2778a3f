"""Regular expressions that are compiled when they are first needed: most postings need only some of them.

Most are held against a sentence in small letters with plain apostrophes: that is quicker than disregarding case, both
to compile and to look for. Every letter keeps its place, so a place in small letters is one in the sentence.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from pmgap.expressions import compiled
from pmgap.postings.choices import AnyOf, holds_any

LONGEST = 2**31 - 1
"""Characters of the longest text."""


def in_small_letters(text: str) -> str:
    """A text in small letters with plain apostrophes, every character in its place."""
    small = text.lower()
    if len(small) != len(text):  # only of this letter two characters are made
        small = text.replace("İ", "i").lower()
    return small.replace("’", "'")


class Pattern:
    """Stands for a regular expression. One with capitals is held against a text as it stands."""

    __slots__ = ("_compiled", "hints", "text")

    def __init__(self, text: str, hints: str = "") -> None:
        """Make one of its text.

        ``hints`` are pieces with | between, of which a text holds one wherever the expression is found. Most texts
        hold none, which is seen much sooner.
        """
        self.text = text
        self.hints = hints.split("|") if hints else []
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression."""
        if self._compiled is None:
            self._compiled = compiled(self.text)
        return self._compiled

    def _for(self, text: str) -> re.Pattern[str] | None:
        """The regular expression, if it can be found in a text at all as far as is seen at once."""
        if self.hints and not holds_any(text, self.hints):
            return None
        return self._compiled or self.compiled

    def search(self, text: str, start: int = 0, end: int = LONGEST) -> re.Match[str] | None:
        """The first place where it fits."""
        fitting = self._for(text)
        return fitting.search(text, start, end) if fitting else None

    def is_in(self, text: str) -> bool:
        """Whether it fits somewhere."""
        return self.search(text) is not None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether it fits at the beginning."""
        fitting = self._for(text)
        return fitting.match(text, start) if fitting else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it fits the whole text."""
        fitting = self._for(text)
        return fitting.fullmatch(text) if fitting else None

    def finditer(self, text: str, start: int = 0, end: int = LONGEST) -> Iterable[re.Match[str]]:
        """Every place where it fits."""
        fitting = self._for(text)
        return fitting.finditer(text, start, end) if fitting else ()

    def sub(self, with_: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every place where it fits changed."""
        fitting = self._for(text)
        return fitting.sub(with_, text) if fitting else text


class TwoPatterns:
    """An expression of which one part disregards case and the other does not: "degree in", but "BA"."""

    __slots__ = ("cased", "small")

    def __init__(self, small: Pattern | AnyOf | None = None, cased: Pattern | AnyOf | None = None) -> None:
        self.small = small
        self.cased = cased

    def spans(self, text: str, small: str) -> Iterator[tuple[int, int]]:
        """Every place where one of them fits, in order. ``small`` is the text in small letters."""
        found = [it.span() for it in self.small.finditer(small)] if self.small else []
        if self.cased:
            found += [it.span() for it in self.cased.finditer(text)]
            found.sort()
        beyond = 0
        for start, end in found:
            if start >= beyond:
                yield start, end
                beyond = end

    def search(self, text: str, small: str) -> tuple[int, int] | None:
        """The first place where one of them fits."""
        return next(self.spans(text, small), None)
