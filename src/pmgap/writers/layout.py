"""Lines of text with styles, wrapped and set side by side: how every report for people is laid out.

The same lines go to a pipe, as they are, and to a terminal, where Rich colours them. What a character takes is measured in
the columns of a terminal.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pmgap.printable import printable

ELLIPSIS = "…"
"""Stands for what was cut off."""

_ONE_COLUMN = frozenset(map(chr, range(32, 127))).union("█▒░┃■□·…")
"""Characters that take one column for certain: nearly every text of ours is made of these alone."""

_LEAST = 8
"""The columns below which a table narrows no further column."""


def columns_of(text: str) -> int:
    """The columns of a terminal that a text takes."""
    if _ONE_COLUMN.issuperset(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class Line:
    """One line: pieces of text, each in a style."""

    __slots__ = ("pieces",)

    def __init__(self, text: str = "", style: str = "") -> None:
        self.pieces: list[tuple[str, str]] = [(text, style)] if text else []

    def append(self, text: str, style: str = "") -> "Line":
        """Add a piece at the end; the line itself comes back."""
        if text:
            self.pieces.append((text, style))
        return self

    @property
    def plain(self) -> str:
        """The text without styles."""
        return "".join([text for text, _ in self.pieces])

    @property
    def width(self) -> int:
        """Columns that it takes."""
        return columns_of(self.plain)

    def part(self, start: int, end: int) -> "Line":
        """The characters from ``start`` up to ``end``, without blanks at the end."""
        part, at = Line(), 0
        end = start + len(self.plain[start:end].rstrip())
        for text, style in self.pieces:
            part.append(text[max(0, start - at) : max(0, end - at)], style)
            at += len(text)
        return part

    def extend(self, other: "Line") -> None:
        """Add the pieces of another line at the end."""
        self.pieces += other.pieces


def safe(text: str, style: str = "") -> Line:
    """A line of text from outside."""
    return Line(printable(text), style)


class Column(NamedTuple):
    """How a column of a grid is set."""

    width: int = 0
    """Columns of the terminal; 0: whatever the others leave."""
    right: bool = False
    """Whether it is set to the right."""
    cut: bool = False
    """Whether a text that is too long is cut, not wrapped."""


def wrap(line: Line, width: int) -> list[Line]:
    """A line as lines of at most ``width`` columns, broken at blanks; a word that is longer is broken anywhere."""
    if line.width <= width:
        return [line]
    text = line.plain
    starts = [0, *_breaks(text, max(width, 1))]
    return [line.part(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where further lines start."""
    taken = 0
    for word in re.finditer(r"\s*\S+\s*", text):
        start, columns = word.start(), columns_of(word.group().rstrip())
        if taken + columns <= width:
            taken += columns_of(word.group())
        elif columns <= width:
            yield start
            taken = columns_of(word.group())
        else:
            if start:
                yield start
            from rich.cells import chop_cells

            pieces = chop_cells(word.group(), width)
            for piece in pieces[:-1]:
                start += len(piece)
                yield start
            taken = columns_of(pieces[-1])


def indented(lines: Iterable[Line], columns: int) -> Iterator[Line]:
    """Lines moved to the right."""
    for line in lines:
        moved = Line(" " * columns)
        moved.extend(line)
        yield moved


def paragraph(text: str, room: int, style: str = "", indent: int = 0) -> Iterator[Line]:
    """A text from outside, wrapped and indented as a block."""
    return indented(wrap(safe(text, style), room - indent), indent)


def beside(left: Iterable[Line], width: int, gap: int, right: Iterable[Line]) -> Iterator[Line]:
    """Lines of at most ``width`` columns, and further lines at their right."""
    for one, other in zip_longest(left, right):
        line = Line()
        line.extend(one or Line())
        if other and other.pieces:
            line.append(" " * (width + gap - line.width))
            line.extend(other)
        yield line


def grid(rows: Iterable[Sequence[Line]], columns: Sequence[Column], room: int, gap: int) -> Iterator[Line]:
    """Rows of cells under each other; what is too long for its column wraps in it, or is cut."""
    left = room - sum(it.width for it in columns) - gap * (len(columns) - 1)
    widths = [it.width or max(left, 1) for it in columns]
    for row in rows:
        cells = [_fitted(cell, column, width) for cell, column, width in zip(row, columns, widths, strict=True)]
        for pieces in zip_longest(*cells):
            yield _joined(pieces, columns, widths, gap)


def labelled(rows: Iterable[Sequence[Line]], width: int, room: int, gap: int = 2) -> Iterator[Line]:
    """Labels of ``width`` columns and texts beside them; long texts wrap in their own column."""
    return grid(rows, (Column(width), Column()), room, gap)


def _fitted(cell: Line, column: Column, width: int) -> list[Line]:
    if not column.cut or cell.width <= width:
        return wrap(cell, width)
    text = cell.plain[: width - 1]
    while columns_of(text) >= width:
        text = text[:-1]
    return [Line(text.rstrip() + ELLIPSIS, cell.pieces[0][1])]


def _joined(pieces: Sequence[Line | None], columns: Sequence[Column], widths: Sequence[int], gap: int) -> Line:
    line, owed = Line(), 0
    for piece, column, width in zip(pieces, columns, widths, strict=True):
        taken = piece.width if piece else 0
        if piece and taken:
            line.append(" " * (owed + (width - taken if column.right else 0)))
            line.extend(piece)
            owed = 0 if column.right else width - taken
        else:
            owed += width
        owed += gap
    return line


def natural(rows: Sequence[Sequence[Line]]) -> list[int]:
    """The columns that the widest cell of every column takes."""
    return [max(cell.width for cell in cells) for cells in zip(*rows, strict=True)]


def narrowed(widths: Sequence[int], narrows: Sequence[bool], room: int) -> list[int]:
    """Widths that fit into ``room``: the widest that may narrow do, evenly, down to a least; then all do, to 1."""
    widths = list(widths)
    for least, may in ((_LEAST, narrows), (1, [True] * len(widths))):
        while sum(widths) > room:
            widest = max((width for width, can in zip(widths, may, strict=True) if can), default=0)
            if widest <= least:
                break
            # From the last on, as the first column says what the row is about.
            place = max(index for index, width in enumerate(widths) if width == widest and may[index])
            widths[place] -= 1
    return widths
