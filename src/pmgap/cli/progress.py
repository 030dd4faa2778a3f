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
    if sys.stderr is None or not sys.stderr.isatty():
        yield from things
        return
    due = time.monotonic() + PATIENCE
    shown = ""
    try:
        for number, thing in enumerate(things, 1):
            if time.monotonic() >= due:
                shown = f"{doing} {number} of {len(things)}"
                sys.stderr.write(f"\r{shown}")
                sys.stderr.flush()
                due = time.monotonic() + _EVERY
            yield thing
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * len(shown)}\r")
            sys.stderr.flush()
