"""Regular expressions that were compiled when the package was built.

To compile what reads a first posting or a CV takes Python 15 to 60 ms, as long as all else that is done with it. What
Python makes of an expression is a row of numbers; the build stores these rows, and from one of them an expression is
made in a hundredth of the time. Python has no documented way to do this, so a row counts only for the very Python that
wrote it, and whatever has none is compiled. See docs/decisions/0015-stored-expressions.md.
"""

import marshal
import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any
from zlib import crc32

STORED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "builtin_expressions.bin")
"""The file that the build writes: which Python it was, a line break, the check sum of the rest; the places of the rows by
the check sums of their expressions, the rows. Places count from the end, so that nothing of it has to be copied."""

_FORM = 2
"""The last form of ``marshal`` in which the same values are always the same bytes."""

_Row = tuple[str, int, int, dict[str, int], bytes]
"""An expression, its flags, how many groups it has, their names with their numbers, and its numbers as the machine holds
them."""


def compiled(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A regular expression, as ``re.compile`` makes it.

    Raises:
        re.error: it is none.
    """
    row = _stored_rows().row_of(text, flags)
    if row is not None:
        try:
            return _made_of(row)
        except (TypeError, ValueError, RuntimeError, OverflowError):  # an engine that is other than it says
            pass
    return re.compile(text, flags)


class Rows:
    """The rows of a file; none of one that is missing, changed or of another Python."""

    def __init__(self, path: str) -> None:
        self._places: Mapping[int, int] = {}
        self._rows = memoryview(b"")
        python = this_python()
        try:
            with open(path, "rb") as file:
                if not python or file.readline() != python:
                    return
                check_sum, content = file.read(4), memoryview(file.read())
        except OSError:
            return
        if content and check_sum == _check_sum(content):
            self._rows = content
            self._places = marshal.loads(content)  # noqa: S302 - it stands beside the .pyc files, and is what was written

    def row_of(self, text: str, flags: int = 0) -> _Row | None:
        """The row of an expression."""
        place = self._places.get(_sum_of(text, flags))
        if place is None:
            return None
        row: _Row = marshal.loads(self._rows[-place:])  # noqa: S302 - as above
        return row if row[0] == text else None


@cache
def _stored_rows() -> Rows:
    return Rows(STORED)


def _sum_of(text: str, flags: int) -> int:
    return crc32(text.encode(errors="surrogatepass"), flags)


def _check_sum(content: memoryview) -> bytes:
    return crc32(content).to_bytes(4, "little")


def _made_of(row: _Row) -> re.Pattern[str]:
    text, flags, groups, numbers, code = row
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    made: re.Pattern[str] = _engine().compile(
        text, flags, memoryview(code).cast("I").tolist(), groups, numbers, tuple(names)
    )
    return made


def _engine() -> Any:
    """What compiles expressions inside CPython."""
    return import_module("_sre")


def stored(expressions: Iterable[tuple[str, int]]) -> bytes:
    """What the build writes for some expressions with their flags: no rows where Python is another inside."""
    places: dict[int, int] = {}
    rows: list[bytes] = []
    from_the_end = 0
    try:
        for text, flags in expressions if this_python() else ():
            row = _row(text, flags)
            if _made_of(row) == re.compile(text, flags):
                rows.append(marshal.dumps(row, _FORM))
                from_the_end += len(rows[-1])
                places[_sum_of(text, flags)] = from_the_end
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        places, rows = {}, []
    content = marshal.dumps(places, _FORM) + b"".join(reversed(rows))
    return this_python() + _check_sum(memoryview(content)) + content


def _row(text: str, flags: int) -> _Row:
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    state = parsed.state
    code = array("I", _compiler._code(parsed, flags))  # noqa: SLF001 - what re.compile calls
    return text, int(flags | state.flags), state.groups - 1, dict(state.groupdict), code.tobytes()


def this_python() -> bytes:
    """Which Python runs, as a line: the rows of another may mean something else. Nothing for one that is not CPython."""
    if sys.implementation.name != "cpython":
        return b""
    return f"{sys.implementation.cache_tag} {sys.hexversion:x} {_engine().CODESIZE} {sys.byteorder}\n".encode()
