"""The text of a Word file (.docx), line by line. Needs the extra ``pmgap[docx]``."""

import re
from importlib.util import find_spec
from typing import Any

from pmgap.errors import UserError, unusable
from pmgap.readers.archives import Archive
from pmgap.readers.files import read_bytes

MOST_CHARACTERS = 2_000_000
"""The most characters of text that are read."""

_BODY = re.compile(r"word/document\d*\.xml")
_HEADING = re.compile(r"(?:heading|berschrift|titre|t.?tulo|titolo|kop)\s?(\d)", re.IGNORECASE)  # ids are localised
_LEFT_OUT = frozenset({"Fallback", "moveFrom", "del"})
"""Second copies of text boxes, and text that was taken away."""


def is_docx(names: list[str]) -> bool:
    """Whether the files of an archive are those of a Word file."""
    return any(_BODY.fullmatch(name) for name in names)


def read_docx_text(path: str) -> str:
    """The text of a .docx file: a line per paragraph, ``- `` before list items, ``#`` before headings.

    The cells of a table row stand on one line with tabs between when each holds one paragraph, and below each other
    otherwise. Text boxes are read, hidden and deleted text is not.

    Raises:
        UserError: the extra is missing, or the file is broken, locked, too large, or no Word file.
    """
    return docx_text(read_bytes(path), path)


def docx_text(data: bytes, path: str) -> str:
    """Like ``read_docx_text``, from bytes.

    Raises:
        UserError: as there.
    """
    if find_spec("defusedxml") is None:
        raise unusable("reading Word files needs an extra", path, 'Install it: pip install "pmgap[docx]"')
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        what = "it is an old Word file (.doc), or locked with a password"
        raise unusable(what, path, "Save it as .docx without a password.")
    if not data.startswith(b"PK"):
        raise unusable("it is not a Word file (.docx)", path, "Check the name.")
    archive = Archive(data, path)
    body = next((name for name in archive.names if _BODY.fullmatch(name)), None)
    if body is None:
        raise unusable("it is a zip archive, but not a Word file", path, "Check the name.")
    return _text_of(archive.read(body), path)


def _text_of(xml: bytes, path: str) -> str:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    lines = _Lines(path)
    parser = DefusedXMLParser(target=lines, forbid_dtd=True)
    try:
        for start in range(0, len(xml), 65_536):
            parser.feed(xml[start : start + 65_536])
        parser.close()
    except DefusedXmlException as error:
        what = "it defines XML entities, which no Word file does"
        raise unusable(what, path, "Such a file is made to do harm; do not open it.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise unusable("its text is broken XML", path, "Open it in a word processor and save it again.") from error
    return lines.text()


class _Paragraph:
    """A paragraph that is being read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.mark = ""

    def line(self) -> str:
        text = "".join(self.parts).strip()
        return self.mark + text if text else ""


class _Lines:
    """Takes the events of the XML parser and keeps lines of text; no tree is built."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: list[str] = []
        self.paragraphs: list[_Paragraph] = []
        self.rows: list[list[list[str]]] = []
        self.skipping = 0
        self.in_text = False
        self.hidden = False
        self.size = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if self.skipping or name in _LEFT_OUT:
            self.skipping += 1
        elif name == "p":
            self.paragraphs.append(_Paragraph())
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self.rows[-1].append([])
        elif name == "r":
            self.hidden = False
        elif name == "t":
            self.in_text = not self.hidden
        elif self.paragraphs:
            self._mark(name, next((value for key, value in attributes.items() if key.endswith("}val")), ""))

    def _mark(self, name: str, value: str) -> None:
        paragraph = self.paragraphs[-1]
        if name == "vanish":
            self.hidden = value not in ("0", "false", "off")
        elif name == "numPr":
            paragraph.mark = paragraph.mark or "- "
        elif name == "pStyle" and (heading := _HEADING.search(value)):
            paragraph.mark = "#" * min(int(heading[1]) or 1, 6) + " "
        elif name == "tab":
            paragraph.parts.append("\t")
        elif name in ("br", "cr"):
            paragraph.parts.append("\n")
        elif name == "noBreakHyphen":
            paragraph.parts.append("-")

    def data(self, text: str) -> None:
        """Characters inside an element."""
        if self.in_text and self.paragraphs and not self.skipping:
            self.size += len(text)
            if self.size > MOST_CHARACTERS:
                raise _too_long(self.path)
            self.paragraphs[-1].parts.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition("}")[2]
        if self.skipping:
            self.skipping -= 1
        elif name == "t":
            self.in_text = False
        elif name == "p" and self.paragraphs:
            line = self.paragraphs.pop().line()
            cell = self.rows[-1][-1] if self.rows and self.rows[-1] else self.lines
            cell.extend(line.split("\n"))
        elif name == "tr" and self.rows:
            self._close_row(self.rows.pop())

    def _close_row(self, row: list[list[str]]) -> None:
        cells = [[line for line in cell if line] for cell in row]
        outer = self.rows[-1][-1] if self.rows and self.rows[-1] else self.lines
        if all(len(cell) <= 1 for cell in cells):
            outer.append("\t".join(line for cell in cells for line in cell))
        else:
            for cell in cells:
                outer.extend(cell)

    def close(self) -> Any:
        """The document ends."""

    def text(self) -> str:
        return "\n".join(self.lines).strip("\n") + "\n"


def _too_long(path: str) -> UserError:
    return unusable(f"its text is longer than {MOST_CHARACTERS:,} characters", path, "Name a shorter document.")
