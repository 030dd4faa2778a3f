"""How far a long piece of work is: on standard error, in a terminal only, and only once it has taken a second."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of silence at first."""

_EVERY = 0.1
"""Seconds between two lines."""


def counted_off(things: Sequence[T], doing: str) -> Iterator[T]:
    """The things, one by one, while a line says how many are done: ``Reading 312 of 1000``."""
    ticker = Ticker()
    try:
        for number, thing in enumerate(things, 1):
            ticker.tell(f"{doing} {number} of {len(things)}")
            yield thing
    finally:
        ticker.clear()


class Ticker:
    """A line on standard error that says how far work is."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._due = time.monotonic() + PATIENCE
        self._shown = ""

    def tell(self, text: str) -> None:
        """Show the text instead of the one before, if it is time to."""
        if self._shows and time.monotonic() >= self._due:
            sys.stderr.write(f"\r{text.ljust(len(self._shown))}")
            sys.stderr.flush()
            self._shown = text
            self._due = time.monotonic() + _EVERY

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()
            self._shown = ""
