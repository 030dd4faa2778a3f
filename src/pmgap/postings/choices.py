"""Long lists of expressions of which any will do, compiled one by one when a text may hold them.

To compile one expression of two hundred takes longer than to read a posting, and a posting holds few of them. So
each is compiled by itself, when the longest piece that it must contain is in a text for the first time. What is found
is what the whole would find: the first place where any fits, and there the first that does.
"""

import re
from collections.abc import Iterator

_OPAQUE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
"""What stands for a character without being one: an escape, a set."""
_STRUCTURE = re.compile(r"[()|]")
_PLAIN = re.compile(r"[\w' /&-]+")
_GROUP = re.compile(r"\([^()]*\)(?:[?*+]|\{[\d,]*\})?")
_NOT_SURE = re.compile(r".(?:[?*]|\{[\d,]*\})|[+^$.]|\0")
"""What may be left out, or is no character."""


class AnyOf:
    """Expressions with | between, of which any may fit; ``before`` and ``after`` stand around each of them."""

    __slots__ = ("_after", "_before", "_choices", "text")

    def __init__(self, text: str, before: str = "", after: str = "") -> None:
        self.text = text
        self._before = before
        self._after = after
        self._choices: list[_Choice] | None = None

    def is_in(self, text: str) -> bool:
        """Whether any fits somewhere."""
        return any(it.search(text) for it in self._possible(text))

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place where any fits."""
        last = len(text) if end is None else end
        best: re.Match[str] | None = None
        for expression in self._possible(text):
            found = expression.search(text, start, last)
            if found is not None and (best is None or found.start() < best.start()):
                best = found
        return best

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether any fits at the beginning."""
        return next((hit for it in self._possible(text) if (hit := it.match(text, start))), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether any fits the whole text."""
        return next((hit for it in self._possible(text) if (hit := it.fullmatch(text))), None)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Every place where any fits, one after the other."""
        while (found := self.search(text, start)) is not None:
            yield found
            start = max(found.end(), found.start() + 1)

    def _possible(self, text: str) -> Iterator[re.Pattern[str]]:
        """The expressions that may fit somewhere, as far as is seen at once."""
        if self._choices is None:
            self._choices = [_Choice(it, f"{self._before}(?:{it}){self._after}") for it in alternatives(self.text)]
        for choice in self._choices:
            if choice.must_hold in text:
                yield choice.compiled or choice.compile()


class _Choice:
    """One of them."""

    __slots__ = ("_text", "compiled", "must_hold")

    def __init__(self, alternative: str, text: str) -> None:
        self.must_hold = surely_in(alternative)
        self._text = text
        self.compiled: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        """Make it ready to be looked for."""
        self.compiled = re.compile(self._text)
        return self.compiled


def alternatives(text: str) -> list[str]:
    """The parts of an expression that | divides, outside of all brackets."""
    readable = _OPAQUE.sub(lambda found: "\0" * len(found.group()), text)
    parts = []
    begin = depth = 0
    for found in _STRUCTURE.finditer(readable):
        sign = found.group()
        if sign == "|" and not depth:
            parts.append(text[begin : found.start()])
            begin = found.end()
        elif sign != "|":
            depth += 1 if sign == "(" else -1
    return [*parts, text[begin:]]


def surely_in(expression: str) -> str:
    """The longest piece of text that stands wherever an expression without | outside of brackets fits."""
    if _PLAIN.fullmatch(expression):
        return expression
    readable = _OPAQUE.sub("\0", expression)
    while (shorter := _GROUP.sub("\0", readable)) != readable:
        readable = shorter
    return max(_NOT_SURE.split(readable), key=len)
