"""Drawing for the terminal and for plain pipes: one console, safe text, marks that need no colour."""

import os
import sys
from collections.abc import Iterable, Sequence
from math import floor
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pmgap.printable import printable

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


def console_for(stream: TextIO) -> Console:
    """A console for a stream: Rich in a terminal, plain text of 80 columns anywhere else."""
    terminal = stream.isatty()
    width = None
    if not terminal:
        width = PLAIN_WIDTH
    console = Console(
        file=stream, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False, soft_wrap=False,
        no_color=True if "NO_COLOR" in os.environ else None, legacy_windows=False if not terminal else None,
    )  # fmt: skip
    if console.width > WIDEST:  # noqa: PLR1730  (a width that is set no longer follows the window)
        console.width = WIDEST
    return console


class Sheet:
    """A console with the few shapes that reports are made of. All text from outside goes through ``printable``."""

    def __init__(self, console: Console) -> None:
        self.console = console
        encoding = (getattr(console.file, "encoding", None) or "utf-8").lower()
        self.marks = MARKS if encoding.replace("-", "").startswith("utf") else ASCII_MARKS

    def title(self, text: str, aside: str = "") -> None:
        """A first line in bold, with an aside in plain."""
        line = Text(printable(text), style="bold")
        if aside:
            line.append(f"  {printable(aside)}", style="not bold dim")
        self.console.print(line)

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.console.print()
        self.console.print(Text(printable(text), style="bold"))

    def line(self, text: str = "", indent: int = 0, style: str = "") -> None:
        """A paragraph, wrapped and indented as a block."""
        self.console.print(Padding(Text(printable(text), style=style), (0, 0, 0, indent)))

    def bullet(self, text: str, indent: int = 2, mark: str = "-") -> None:
        """A list item whose further lines stand under its first."""
        self.pairs([(mark, text)], indent, narrow=True)

    def pairs(self, rows: Iterable[tuple[str, str]], indent: int = 2, *, narrow: bool = False) -> None:
        """Labels and texts in two columns; long texts wrap in their own column."""
        table = Table.grid(padding=(0, 1 if narrow else 2))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        for label, text in rows:
            table.add_row(Text(printable(label)), Text(printable(text)))
        self.console.print(Padding(table, (0, 0, 0, indent)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str | Text]], numeric: Sequence[int] = ()) -> None:
        """A table without rules: heads, then rows; the first column takes the room that is left."""
        table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, header_style="dim")
        for index, head in enumerate(heads):
            table.add_column(
                Text(printable(head)),
                justify="right" if index in numeric else "left",
                overflow="fold",
                no_wrap=index in numeric,
            )
        for row in rows:
            table.add_row(*(cell if isinstance(cell, Text) else Text(printable(cell)) for cell in row))
        self.console.print(Padding(table, (0, 0, 0, 2)))

    def bracket(self, low: int, high: int, required: int, top: int, width: int) -> Text:
        """Levels as a bar of ``width`` columns and a mark where the role asks: ``▒▒▒▒▒▒░░░┃   ``.

        Sure up to ``low``, possible up to ``high``, then missing as far as the mark; beyond it nothing is missed.
        """
        column = [round(level * width / top) for level in range(top + 1)] if top else [0]
        bar = Text()
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

    def band(self, low: float, high: float, width: int) -> Text:
        """A share from ``low`` to ``high`` as a bar: sure, possible, missing. Only what is whole looks whole."""
        sure, possible = floor(low * width + _ROUNDING), floor(high * width + _ROUNDING)
        if high > low:
            sure = min(sure, width - 1)
            possible = max(possible, sure + 1)
        bar = Text()
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


def standard_output() -> TextIO:
    """Standard output, made to show a mark for a character that the terminal cannot, rather than fail."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return sys.stdout
