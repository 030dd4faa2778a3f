"""A table for spreadsheets. No cell can be a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pmgap.printable import printable

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with; in some languages spreadsheets take the wide forms for the plain ones."""

_LONGEST_KEPT = 200
"""Characters of a cell beyond which it is made anew every time; long ones would fill the memory."""

Cell = str | int | float | None
"""What a cell may hold; none is left empty."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Heads and rows as comma-separated values; text that a spreadsheet would take for a formula begins with '."""
    return csv_lines([heads]) + csv_lines(rows)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows alone, for a table that is written bit by bit."""
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return page.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return _kept(value) if len(value) <= _LONGEST_KEPT else _text(value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _text(value: str) -> str:
    text = printable(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


_kept = lru_cache(maxsize=1024)(_text)  # the cells of a big table are mostly the same few words
