"""Drawing for the terminal and for plain pipes: one layout, safe text, marks that need no colour."""

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, TextIO

from pmgap.printable import printable
from pmgap.writers.layout import Column, Line, grid, indented, labelled, narrowed, natural, paragraph, safe, wrap

if TYPE_CHECKING:
    from rich.console import Console

PLAIN_WIDTH = 80
"""Columns of text that goes to a pipe or a file."""

WIDEST = 120
"""The most columns used; longer lines are hard to read."""

MARKS = {"held": "■", "open": "□", "missing": "·", "asked": "┃", "full": "█", "maybe": "▒", "empty": "░"}
ASCII_MARKS = {"held": "#", "open": "o", "missing": ".", "asked": "|", "full": "#", "maybe": "=", "empty": "."}

STYLES = {"met": "green", "gap": "magenta", "unclear": "cyan", "not asked": "cyan", "unknown": "cyan"}
"""Colours that can be read on dark and on light; they never say more than the words and shapes beside them."""

_FILLED = {"full": "green", "maybe": "cyan", "empty": "", "asked": "bold"}
_ROUNDING = 1e-9


class Sheet:
    """A stream with the few shapes that reports are made of. All text from outside goes through ``printable``.

    A terminal gets colours, by Rich, and lines as long as it is wide, to ``WIDEST``; anything else plain text of
    ``PLAIN_WIDTH`` columns, without the cost of loading what draws on terminals.
    """

    def __init__(self, stream: TextIO, width: int = PLAIN_WIDTH) -> None:
        self._stream, self._width = stream, width
        self._terminal = stream.isatty()
        encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
        self.marks = MARKS if encoding.replace("-", "").startswith("utf") else ASCII_MARKS

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        no_color = True if "NO_COLOR" in os.environ else None
        return Console(file=self._stream, force_terminal=True, highlight=False, no_color=no_color)

    @property
    def width(self) -> int:
        """Columns of a line; in a terminal it follows the window."""
        return min(self._console.width, WIDEST) if self._terminal else self._width

    def put(self, lines: Iterable[Line]) -> None:
        """Write lines that fit."""
        if not self._terminal:
            self._stream.write("".join([f"{line.plain.rstrip()}\n" for line in lines]))
            return
        from rich.text import Text

        for line in lines:
            self._console.print(Text.assemble(*line.pieces), no_wrap=True, overflow="ignore", crop=False)

    def clear(self) -> None:
        """Empty the screen of a terminal."""
        if self._terminal:
            self._console.clear()

    def gap(self) -> None:
        """An empty line."""
        self.put([Line()])

    def rule(self) -> None:
        """A line from one side to the other."""
        self.put([Line("-" * self.width, "dim")])

    def title(self, text: str, aside: str = "") -> None:
        """A first line in bold, with an aside in plain."""
        line = safe(text, "bold")
        if aside:
            line.append(f"  {printable(aside)}", "dim")
        self.put(wrap(line, self.width))

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.gap()
        self.line(text, style="bold")

    def line(self, text: str = "", indent: int = 0, style: str = "") -> None:
        """A paragraph, wrapped and indented as a block."""
        self.put(paragraph(text, self.width, style, indent))

    def bullet(self, text: str, indent: int = 2, mark: str = "-") -> None:
        """A list item whose further lines stand under its first."""
        self.pairs([(mark, text)], indent, narrow=True)

    def pairs(self, rows: Iterable[tuple[str, str]], indent: int = 2, *, narrow: bool = False) -> None:
        """Labels and texts in two columns; long texts wrap in their own column."""
        lines = [(safe(label), safe(text)) for label, text in rows]
        if not lines:
            return
        room, gap = self.width - indent, 1 if narrow else 2
        label = min(natural(lines)[0], room // 2)
        self.put(indented(labelled(lines, label or 1, room, gap), indent))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[int] = ()) -> None:
        """A table without rules: heads, then rows; texts wrap in their columns where the room is too small."""
        lines = [[safe(head, "dim") for head in heads]]
        lines += [[safe(cell) for cell in row] for row in rows]
        gap, indent = 2, 2
        room = self.width - indent - gap * (len(heads) - 1)
        wraps = [index not in numeric for index in range(len(heads))]
        widths = narrowed([max(it, 1) for it in natural(lines)], wraps, room)
        columns = [Column(width, right=index in numeric) for index, width in enumerate(widths)]
        self.put(indented(grid(lines, columns, self.width - indent, gap), indent))

    def bracket(self, low: int, high: int, required: int, top: int, width: int) -> Line:
        """Levels as a bar of ``width`` columns and a mark where the role asks: ``▒▒▒▒▒▒░░░┃   ``.

        Sure up to ``low``, possible up to ``high``, then missing as far as the mark; beyond it nothing is missed.
        """
        column = [round(level * width / top) for level in range(top + 1)] if top else [0]
        bar = Line()
        asked = column[required]
        for start, end, rest in ((0, asked, self.marks["empty"]), (asked, width, " ")):
            sure = max(start, min(column[low], end))
            possible = max(sure, min(column[high], end))
            bar.append(self.marks["full"] * (sure - start), _FILLED["full"])
            bar.append(self.marks["maybe"] * (possible - sure), _FILLED["maybe"])
            bar.append(rest * (end - possible), _FILLED["empty"])
            if rest != " ":
                bar.append(self.marks["asked"], _FILLED["asked"])
        return bar

    def band(self, low: float, high: float, width: int) -> Line:
        """A share from ``low`` to ``high`` as a bar: sure, possible, missing. Only what is whole looks whole."""
        sure, possible = floor(low * width + _ROUNDING), floor(high * width + _ROUNDING)
        if high > low:
            sure = min(sure, width - 1)
            possible = max(possible, sure + 1)
        bar = Line()
        for mark, columns in (("full", sure), ("maybe", possible - sure), ("empty", width - possible)):
            bar.append(self.marks[mark] * columns, _FILLED[mark])
        return bar

    def legend(self) -> str:
        """What the parts of a bar say."""
        marks = self.marks
        return (
            f"{marks['full']} shown  {marks['maybe']} possible  {marks['empty']} not shown yet  {marks['asked']} asked"
        )


def percent(low: float, high: float) -> str:
    """A band in words: ``41-77 %``."""
    first, second = _whole(low), _whole(high)
    return f"{first} %" if first == second else f"{first}-{second} %"


def _whole(share: float) -> str:
    """A share in whole per cent; only nothing is 0 and only everything is 100."""
    return f"{100 * share:.0f}" if share in (0, 1) else f"{min(max(100 * share, 1), 99):.0f}"
