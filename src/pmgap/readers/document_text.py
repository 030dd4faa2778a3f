"""A document that people wrote, as lines of text: whatever its format, for whoever looks for something in it.

One file per format does the reading; this one finds out which it is, and keeps every one of them within bounds.
"""

import re
from collections.abc import Sequence
from typing import Any, Literal

from pmgap.errors import UserError, unusable
from pmgap.readers.files import MOST_BYTES, read_bytes
from pmgap.record import Record, record

Media = Literal["text", "markdown", "html", "pdf", "docx"]

MOST_CHARACTERS = 1_000_000
"""The most text that is taken from one document. A long CV has 20,000 characters, a long posting 15,000."""

_TOO_LARGE = "A CV or posting is far smaller; name the right file."
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPACES = frozenset(
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_UNSEEN = (
    ("\x00", "\x08"), ("\x0e", "\x1b"), ("\x7f", "\x84"), ("\x86", "\x9f"),  # control characters
    ("\u00ad", "\u00ad"), ("\u061c", "\u061c"), ("\u200b", "\u200b"), ("\u200e", "\u200f"), ("\u202a", "\u202e"),
    ("\u2060", "\u2064"), ("\u2066", "\u206f"), ("\ufeff", "\ufeff"), ("\ufff9", "\ufffb"),  # invisible, direction
    ("\ud800", "\udfff"), ("\U000e0000", "\U000e007f"),  # halves of characters, invisible tags
)  # fmt: skip
"""The first and the last of the characters that are dropped. Neither these nor the spaces count as printable."""
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_LINE = r"#{1,6} \S|\*\*\S.*\S\*\*\s*$"
"""Compiled when a line begins with one of its signs."""
_HTML_NAMES = (".htm", ".html", ".xhtml")
_HTML_START = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
"""Compiled when a document begins with ``<``."""


@record
class DocumentText(Record):
    """The text of a document."""

    file: str
    """The name it was asked for by; ``-`` for standard input."""
    lines: tuple[str, ...]
    """Its lines. Headings start with ``#``, list items with ``-``, as far as the format tells them apart."""
    media: Media
    """What it is."""
    json_ld: tuple[dict[str, Any], ...] = ()
    """Structured data in a web page, one mapping per thing; lists and graphs are taken apart."""
    notes: tuple[str, ...] = ()
    """What to know about the reading, such as an encoding that was guessed."""


def read_document(path: str) -> DocumentText:
    """The text of a plain text, Markdown, HTML, PDF or DOCX file, or of standard input for ``-``.

    Characters that cannot be seen or that change the direction of text are dropped; the lines of plain text keep
    their numbers.

    Raises:
        UserError: it cannot be read, is of another kind, protected, broken, without text, or far too large.
    """
    data = read_bytes(path, MOST_BYTES, _TOO_LARGE)
    return document_from_bytes(data, path)


def document_from_bytes(data: bytes, path: str) -> DocumentText:
    """The text of a document whose bytes are known already; ``path`` is its name.

    Raises:
        UserError: as ``read_document`` does.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from pmgap.readers.pdf_text import pdf_lines

        return _document(path, pdf_lines(data, path), "pdf")
    if data.startswith(b"PK\x03\x04"):
        from pmgap.readers.docx_text import docx_lines

        return _document(path, docx_lines(data, path), "docx")
    _refuse_others(data, path)
    name = path.lower()
    if name.endswith(_HTML_NAMES) or (data[:4096].lstrip().startswith(b"<") and re.match(_HTML_START, data[:4096])):
        from pmgap.readers.html_text import declared_encoding, html_lines

        text, notes = decode_text(data, path, declared_encoding(data))
        lines, things = html_lines(text, path)
        return _document(path, lines, "html", things, notes)
    text, notes = decode_text(data, path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked = (line for line in lines if line.startswith(("#", "**")))
    markdown = name.endswith(_MARKDOWN_NAMES) or any(re.match(_MARKDOWN_LINE, line) for line in marked)
    return _document(path, lines, "markdown" if markdown else "text", (), notes)


def _refuse_others(data: bytes, path: str) -> None:
    """Say what to do about formats that people have, but that are not read."""
    if data.startswith(_OLD_WORD):
        raise unusable("it is an old Word document (.doc)", path, "Save it as .docx or PDF.")
    if data[:64].lstrip().startswith(b"{\\rtf"):
        raise unusable("it is a document in RTF", path, "Save it as .docx, PDF or plain text.")


def decode_text(data: bytes, path: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Text from bytes in the encodings that documents of other people come in, and notes about what was guessed.

    A byte-order mark decides; else UTF-8 if it is valid, else what the document declares, else Windows-1252, which
    nearly all the rest is written in.

    Raises:
        UserError: the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    if b"\0" in data[:4096]:
        hint = "pmgap reads text, Markdown, HTML, PDF and DOCX here."
        raise unusable("it is a binary file, not a document", path, hint)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    if declared is not None:
        return data.decode(declared, errors="replace"), ()
    note = f"{path} is not UTF-8; it was read as Windows-1252. If letters look wrong, save it again as UTF-8."
    return data.decode("cp1252", errors="replace"), (note,)


def _document(
    path: str,
    lines: list[str],
    media: Media,
    things: tuple[dict[str, Any], ...] = (),
    notes: tuple[str, ...] = (),
) -> DocumentText:
    if characters_of(lines) > MOST_CHARACTERS:
        raise too_much_text(path)
    cleaned = tuple(_clean(line) for line in lines)
    if not any(line.strip() for line in cleaned) and not things:
        raise unusable("there is no text in it", path, "Name a file with text.")
    return DocumentText(file=path, lines=cleaned, media=media, json_ld=things, notes=notes)


def characters_of(lines: Sequence[str]) -> int:
    """How many characters some lines are, with the breaks between them."""
    return sum(map(len, lines)) + max(0, len(lines) - 1)


def too_much_text(path: str) -> UserError:
    """The message for a document that is no CV and no posting."""
    return unusable(f"it holds more than {MOST_CHARACTERS:,} characters of text", path, _TOO_LARGE)


def _clean(line: str) -> str:
    """A line with ordinary spaces and letters, and nothing that cannot be seen."""
    if not line.isprintable():
        for sign in {it for it in line if not it.isprintable()}:
            if sign in _SPACES:
                line = line.replace(sign, " ")
            elif any(first <= sign <= last for first, last in _UNSEEN):
                line = line.replace(sign, "")
    if line.isascii():
        return line.rstrip()
    import unicodedata

    return unicodedata.normalize("NFC", line.translate(_LIGATURES)).rstrip()
