"""Regular expressions that are compiled when they are first used: most postings need only some of them."""

import re
from collections.abc import Callable, Iterable, Iterator


class Pattern:
    """Stands for a regular expression, without regard to case unless said otherwise."""

    __slots__ = ("_compiled", "_flags", "_hints", "_marks", "text")

    def __init__(self, text: str, flags: re.RegexFlag = re.IGNORECASE, hints: str = "") -> None:
        """Make one of its text.

        ``hints`` are pieces with | between, of which a text holds one wherever the expression is found. Most texts
        hold none, which is seen much sooner. Pieces with a capital must stand there as they are.
        """
        self.text = text
        self._flags = flags
        pieces = hints.split("|") if hints else []
        self._hints = [piece for piece in pieces if piece == piece.casefold()]
        self._marks = [piece for piece in pieces if piece != piece.casefold()]
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.text, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place where it fits."""
        if self._hints and not (_holds_any(text.casefold(), self._hints) or _holds_any(text, self._marks)):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether it fits at the beginning."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it fits the whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every place where it fits."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, with_: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every place where it fits changed."""
        return self.compiled.sub(with_, text)


def _holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text holds one of some pieces."""
    for piece in pieces:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every sentence
        if piece in text:
            return True
    return False


CASED = re.RegexFlag(0)
"""For a pattern to which capitals matter."""
