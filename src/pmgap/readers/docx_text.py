"""A Word document (DOCX) as lines, read from its zip and XML by the standard library.

docs/decisions/0009-documents.md says why. Nothing is unpacked to disk, no part is read beyond a bound, and a
document type declaration - the only way to entities - is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from pmgap.errors import UserError, unusable

MOST_XML = 24 * 1024 * 1024
"""The most bytes that one part may unpack to. A CV's text unpacks to about 200 KB."""

MOST_PARTS = 5_000
"""The most files in the zip. A document with many pictures has a hundred."""

DEEPEST = 200
"""The deepest nesting of elements. Word nests about thirty."""

_TEXT_PART = re.compile(r"word/document\d*\.xml")
_OWN_WORDS = re.compile(r".*/(?:wordprocessingml(?:/2006)?/main|markup-compatibility/2006)")
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_REPAIR = "Open it in a word processor and save it again as DOCX or PDF."


def docx_lines(data: bytes, path: str) -> list[str]:
    """The lines of a document: one per paragraph, headings ``# ...``, list items ``- ...``.

    Raises:
        UserError: it is another kind of zip, broken, protected or far too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS:
                raise unusable(f"the zip holds more than {MOST_PARTS} files", path, _REPAIR)
            part = next((name for name in names if _TEXT_PART.fullmatch(name)), None)
            if part is None:
                raise _another_kind(names, path)
            styles = _Styles()
            if "word/styles.xml" in names:
                _parse(_part(archive, "word/styles.xml", path), styles, path)
            text = _Text(styles.marks)
            _parse(_part(archive, part, path), text, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise unusable("the DOCX file is broken or protected", path, _REPAIR) from error
    return text.lines


def _another_kind(names: list[str], path: str) -> UserError:
    if "content.xml" in names:
        return unusable("it is an OpenDocument file", path, "Save it as .docx or PDF.")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return unusable("it is a spreadsheet or presentation, not a text document", path, "Save it as PDF.")
    return unusable("it is a zip file without a Word document in it", path, "Name the document itself.")


def _part(archive: zipfile.ZipFile, name: str, path: str) -> bytes:
    """One file of the zip, whatever size it says it has."""
    with archive.open(name) as file:
        data = file.read(MOST_XML + 1)
    if len(data) > MOST_XML:
        what = f"its text unpacks to more than {MOST_XML // 1024**2} MiB"
        raise unusable(what, path, "A CV or posting is far smaller; name the right file.")
    return data


class _Elements:
    """What a part of the document says, told element by element. Names are without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text inside an element."""


def _parse(data: bytes, elements: _Elements, path: str) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def refuse(*_: object) -> None:
        raise unusable("it declares XML entities, which no word processor does", path, _REPAIR)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise unusable("its XML is nested too deeply", path, _REPAIR)
        elements.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        elements.end(_local(name))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = elements.text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser's own signature
    except expat.ExpatError as error:
        raise unusable("the XML inside the DOCX file is broken", path, _REPAIR) from error


def _local(name: str) -> str:
    """``w:p`` is ``p``; elements of other vocabularies keep their namespace, so that none is taken for another."""
    space, _, own = name.rpartition(" ")
    return own if not space or _OWN_WORDS.fullmatch(space) else name


class _Styles(_Elements):
    """Which styles are headings or list items. Ids of styles are translated, their names are not."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "name" and self._style:
            label = attributes.get("val", "").casefold()
            if found := _HEADING_NAME.fullmatch(label):
                self.marks[self._style] = f"{'#' * min(int(found[1]), 6)} "
            elif label == "title":
                self.marks[self._style] = "# "
            elif label.startswith("list bullet"):
                self.marks[self._style] = "- "


class _Text(_Elements):
    """The paragraphs of a document. Text boxes are paragraphs inside paragraphs, tables are lines of cells."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.lines: list[str] = []
        self._styles = styles
        self._paragraphs: list[list[str]] = []
        self._marks: list[str] = []
        self._rows: list[list[list[str]]] = []
        self._in_text = False
        self._copies = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._copies or name == "Fallback":
            # A second copy of a text box for older readers.
            self._copies += name == "Fallback"
        elif name == "p":
            self._paragraphs.append([])
            self._marks.append("")
        elif name == "t":
            self._in_text = True
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append([])
        elif self._paragraphs:
            self._inside_paragraph(name, attributes)

    def _inside_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tab":
            self._paragraphs[-1].append(" ")
        elif name in ("br", "cr"):
            self._paragraphs[-1].append("\n")
        elif name == "noBreakHyphen":
            self._paragraphs[-1].append("-")
        elif name == "pStyle":
            self._marks[-1] = self._styles.get(attributes.get("val", ""), "")
        elif name == "numPr" and not self._marks[-1]:
            self._marks[-1] = "- "
        elif name == "outlineLvl" and attributes.get("val", "") in "012345":
            self._marks[-1] = f"{'#' * (int(attributes.get('val') or 0) + 1)} "

    def end(self, name: str) -> None:
        if self._copies:
            self._copies -= name == "Fallback"
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._paragraphs:
            self._end_paragraph("".join(self._paragraphs.pop()), self._marks.pop())
        elif name == "tr" and self._rows:
            cells = self._rows.pop()
            if all(len(cell) < 2 for cell in cells):
                self._add([" | ".join(cell[0] for cell in cells if cell)])
            else:
                self._add([line for cell in cells for line in cell])

    def _end_paragraph(self, text: str, mark: str) -> None:
        self._add([f"{mark}{line}" if line else "" for part in text.split("\n") if (line := " ".join(part.split()))])

    def _add(self, lines: list[str]) -> None:
        place = self._rows[-1][-1] if self._rows and self._rows[-1] else self.lines
        place.extend(line for line in lines if line)

    def text(self, text: str) -> None:
        if self._in_text and self._paragraphs and not self._copies:
            self._paragraphs[-1].append(text)
