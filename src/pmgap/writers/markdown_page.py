"""A page of Markdown that reads well as it stands; text from files can be no markup, no HTML and no link."""

import re
from collections.abc import Iterable, Sequence

from pmgap.printable import printable

_MARKUP = re.compile(r"[\\`*_\[\]|~]")
_START = re.compile(r"^(\s*)([#>+=-]|\d+[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text: str) -> str:
    """The text on one line, with everything that Markdown or HTML would act on made plain."""
    line = _MARKUP.sub(lambda found: f"\\{found.group()}", printable(text).strip())
    line = re.sub("[&<>]", lambda found: _HTML[found.group()], line)
    line = line.replace("://", "\\://").replace("www.", "www\\.")
    return _START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)


class Page:
    """Lines of Markdown under way. All text given to it is escaped."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def heading(self, text: str, depth: int = 2) -> None:
        """A heading; depth 1 is the title of the page."""
        self._apart(f"{'#' * depth} {escaped(text)}")

    def line(self, text: str) -> None:
        """A paragraph."""
        self._apart(escaped(text))

    def bullets(self, texts: Iterable[str]) -> None:
        """A list."""
        entries = [f"- {escaped(text)}" for text in texts]
        if entries:
            self._apart(*entries)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[int] = ()) -> None:
        """A table; the columns named in ``numeric`` are set to the right."""
        rules = ["---:" if index in numeric else "---" for index in range(len(heads))]
        cells = [[escaped(cell) for cell in row] for row in (heads, *rows)]
        shown = [f"| {' | '.join(row)} |" for row in (cells[0], rules, *cells[1:])]
        self._apart(*shown)

    def text(self) -> str:
        """The page, ending in one newline."""
        return "\n".join(self.lines) + "\n"

    def _apart(self, *lines: str) -> None:
        if self.lines:
            self.lines.append("")
        self.lines.extend(lines)
