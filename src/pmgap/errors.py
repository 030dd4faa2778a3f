"""What can go wrong through the user's input, in one shape, so that one place can show it."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where something is: a file (or ``-`` for a stream), a line from 1 if known, a path inside the document."""

    file: str
    line: int | None = None
    path: str = ""

    def __str__(self) -> str:
        spot = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{spot} ({self.path})" if self.path else spot


class Problem(NamedTuple):
    """One thing that is wrong: what, where, and what to do about it.

    ``advice`` marks a problem that does not stop the file from being used. ``rule`` is its stable name.
    """

    rule: str
    what: str
    where: Place | None = None
    hint: str = ""
    advice: bool = False

    def __str__(self) -> str:
        text = self.what if self.where is None else f"{self.where}: {self.what}"
        return f"{text}\n  {self.hint}" if self.hint else text


class UserError(Exception):
    """Input that cannot be used. Raised deep, shown in one place, never with a traceback.

    ``problems`` holds everything that was found, in document order.
    """

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def unusable(what: str, where: Place | str | None = None, hint: str = "") -> UserError:
    """A ``UserError`` with a single problem."""
    place = Place(where) if isinstance(where, str) else where
    return UserError(Problem("unusable", what, place, hint))
