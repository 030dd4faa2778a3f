"""What was worked out before, up to a bound, so that memory does not grow with what passes by."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 1 << 14
"""Entries that are kept; beyond that all are dropped and the collection starts anew."""

LARGEST = 400
"""The most values in a key that is kept; a text counts as one for every eight characters."""


class Known(dict[Key, Value]):
    """Maps a key to what ``work`` makes of it; looked up by ``[]`` it works out what it does not know yet.

    A key may come from outside and hold thousands of entries. Such a one is worked out every time.
    """

    def __init__(self, work: Callable[[Key], Value]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Key) -> Value:
        made = self._work(key)
        if _size(key) <= LARGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = made
        return made


def _size(key: object) -> int:
    if isinstance(key, (str, bytes)):
        return 1 + len(key) // 8
    return sum(map(_size, key)) if isinstance(key, tuple) else 1
