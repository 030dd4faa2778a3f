"""A CV from whatever file holds it. What a file is, is told from its content first and its name second."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from pmgap.errors import unusable
from pmgap.readers.archives import Archive
from pmgap.readers.documents import Document, parse
from pmgap.readers.docx_text import docx_text, is_docx
from pmgap.readers.encodings import decode_leniently
from pmgap.readers.files import read_bytes
from pmgap.readers.pdf_text import pdf_text
from pmgap.readers.resume_json import is_json_resume, read_json_resume
from pmgap.readers.resume_linkedin import is_linkedin, is_linkedin_csv, read_linkedin, wanted_files
from pmgap.readers.resume_rendercv import is_rendercv, read_rendercv
from pmgap.readers.resume_text import read_text_resume
from pmgap.resume import Line, Resume, Unread

MOST_CHARACTERS = 2_000_000
"""The most characters of text in one CV."""

MOST_LINES = 20_000
"""The most lines of text in one CV."""

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MOST_FILES_OF_FOLDER = 2_000
_YAML = re.compile(r"^(?:cv|basics)\s*:", re.MULTILINE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")


class Opened:
    """A file or folder that someone named as their CV, read once and looked at in several ways."""

    def __init__(self, path: str) -> None:
        """Read the file; of a folder, look at the names in it and in its folders.

        Raises:
            UserError: it cannot be read or is too large.
        """
        self.path = path
        self.name = os.path.basename(os.path.normpath(path)) if path != "-" else "standard input"
        self.is_folder = path != "-" and os.path.isdir(path)
        self.data = b"" if self.is_folder else read_bytes(path)

    @cached_property
    def archive(self) -> Archive | None:
        """The file as a zip archive, if it is one."""
        return Archive(self.data, self.path) if self.data.startswith(b"PK") else None

    @cached_property
    def names(self) -> list[str]:
        """Names of the files in an archive or folder."""
        if self.is_folder:
            return _names_in(self.path)
        return self.archive.names if self.archive else []

    @cached_property
    def decoded(self) -> tuple[str, bool]:
        """The file as text, and whether some of it is not UTF-8."""
        return decode_leniently(self.data, self.path)

    @property
    def text(self) -> str:
        """The file as text."""
        return self.decoded[0]

    @cached_property
    def document(self) -> Document | None:
        """The file as a JSON or YAML document, if it is one."""
        named = self.name.casefold().endswith((".json", ".yaml", ".yml"))
        start = self.text.lstrip("\ufeff \t\r\n")[:5]
        if not named and not start.startswith(("{", "[{")) and not _YAML.search(self.text):
            return None
        return parse(self.text, self.path)

    def read(self, name: str) -> bytes:
        """The bytes of a file in the archive or folder."""
        if self.is_folder:
            return read_bytes(os.path.join(self.path, name))
        assert self.archive is not None  # noqa: S101
        return self.archive.read(name)


def _names_in(folder: str) -> list[str]:
    """Names of the plain files in a folder and in the folders in it."""
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            inner = [entry for _, entry in zip(range(_MOST_FILES_OF_FOLDER), entries, strict=False)]
        for entry in sorted(inner, key=lambda it: it.name):
            if entry.is_file(follow_symlinks=False):
                names.append(entry.name)
            elif entry.is_dir(follow_symlinks=False):
                with os.scandir(entry.path) as below:
                    found = [it.name for _, it in zip(range(_MOST_FILES_OF_FOLDER), below, strict=False)
                             if it.is_file(follow_symlinks=False)]  # fmt: skip
                names.extend(f"{entry.name}/{name}" for name in sorted(found))
            if len(names) > _MOST_FILES_OF_FOLDER:
                break
    except OSError as error:
        raise unusable(f"the folder cannot be read: {error.strerror}", folder, "Check its permissions.") from error
    return names


class Format(NamedTuple):
    """A format of CVs: what it is called, how it is known, how it is read."""

    name: str
    fits: Callable[[Opened], bool]
    read: Callable[[Opened], Resume]


def _is_csv_of_linkedin(file: Opened) -> bool:
    return file.name.casefold().endswith(".csv") and is_linkedin_csv(file.name, file.text)


def _read_linkedin(file: Opened) -> Resume:
    members = {name: file.read(name) for name in wanted_files(file.names)} if file.names else {file.name: file.data}
    return read_linkedin(members, file.name, file.path)


def _document(file: Opened) -> Document:
    assert file.document is not None  # noqa: S101
    return file.document


def _holds(file: Opened, is_it: Callable[[object], bool]) -> bool:
    return file.document is not None and is_it(file.document.value)


def _is_pdf(file: Opened) -> bool:
    return b"%PDF-" in file.data[:1024]


FORMATS = (
    Format("LinkedIn export", lambda it: is_linkedin(it.names) or _is_csv_of_linkedin(it), _read_linkedin),
    Format("Word file", lambda it: is_docx(it.names), lambda it: read_text_resume(docx_text(it.data, it.path), it.name)),
    Format("PDF", _is_pdf, lambda it: read_text_resume(pdf_text(it.data, it.path), it.name)),
    Format("rendercv", lambda it: _holds(it, is_rendercv), lambda it: read_rendercv(_document(it), it.name)),
    Format("JSON Resume", lambda it: _holds(it, is_json_resume), lambda it: read_json_resume(_document(it), it.name)),
    Format("text", lambda it: it.document is None, lambda it: read_text_resume(it.text, it.name)),
)
"""The formats, in the order in which a file is held against them."""


def read_resume(path: str) -> Resume:
    """The CV in a file, in a folder (a LinkedIn export), or on standard input for ``-``.

    Raises:
        UserError: it cannot be read, or is nothing that a CV could be in; with what to do.
    """
    file = Opened(path)
    _refuse_what_is_no_cv(file)
    kind = next((entry for entry in FORMATS if entry.fits(file)), None)
    if kind is None:
        _refuse_document(_document(file))
        raise unusable("it is none of the formats that CVs come in", path, _HINT)
    resume = replace(kind.read(file), format=kind.name)
    told = _every_line(resume)
    if not told:
        raise unusable("there is nothing in it that reads like a CV", path, _HINT)
    if len(told) > MOST_LINES or sum(len(line.text) for line in told) > MOST_CHARACTERS:
        what = f"it holds more than {MOST_LINES:,} lines or {MOST_CHARACTERS:,} characters"
        raise unusable(what, path, "Name a shorter document; no CV is that long.")
    if kind.name in ("text", "rendercv", "JSON Resume") and file.decoded[1]:
        line = Line(text="characters outside of ASCII", source=file.name)
        note = Unread(line=line, because="Some of it is not UTF-8; it was read as Windows text, so letters may be wrong.")
        resume = replace(resume, unread=(*resume.unread, note))
    return resume


_HINT = "pmgap reads JSON Resume, LinkedIn exports, rendercv YAML, Markdown, text, PDF and Word files."


def _every_line(resume: Resume) -> list[Line]:
    return [
        *(line for entry in resume.positions for line in (entry.line, *entry.lines)),
        *(entry.line for entry in (*resume.studies, *resume.certificates)),
        *resume.skills,
        *resume.lines,
        *([resume.headline] if resume.headline else []),
    ]


def _refuse_what_is_no_cv(file: Opened) -> None:
    data, path = file.data, file.path
    if file.is_folder:
        if not is_linkedin(file.names):
            what = "it is a folder, and no LinkedIn export is in it"
            raise unusable(what, path, "An export holds Positions.csv or Profile.csv; or name one file.")
    elif not data.strip():
        raise unusable("it is empty", path, _HINT)
    elif file.archive is not None and not is_linkedin(file.names) and not is_docx(file.names):
        what = "it is a zip archive, but neither a LinkedIn export nor a Word file"
        raise unusable(what, path, "Unpack it and name the CV.")
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise unusable("it is an old Word file (.doc), or locked with a password", path, "Save it as .docx or PDF.")
    elif data.startswith(_PICTURES):
        raise unusable("it is a picture", path, "Name the document it was made from, or run it through OCR.")
    elif data.startswith(b"{\\rtf"):
        raise unusable("it is an RTF file", path, "Save it as .docx, PDF or plain text.")
    elif _HTML.match(data[:2000].decode("latin-1")):
        raise unusable("it is a web page", path, "Save it as PDF or plain text.")


def _refuse_document(document: Document) -> None:
    """Say what a JSON or YAML document is instead of a CV, where that is known."""
    value, where = document.value, document.place(())
    keys = value.keys() if isinstance(value, dict) else set()
    if {"pmgap", "answers"} & keys:
        raise unusable("it is a profile of pmgap, not a CV", where, "Use it with pmgap assess.")
    if {"pmgap_catalogue", "extends"} & keys:
        raise unusable("it is a catalogue, not a CV", where, "Use it with --catalogue.")
