"""What was worked out before, up to a bound, so that memory does not grow with what passes by."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 1 << 14
"""Entries that are kept; beyond that all are dropped and the collection starts anew."""


class Known(dict[Key, Value]):
    """Maps a key to what ``work`` makes of it; looked up by ``[]`` it works out what it does not know yet."""

    def __init__(self, work: Callable[[Key], Value]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        made = self[key] = self._work(key)
        return made
