"""CVs as LinkedIn data exports: a zip archive or folder of CSV files, or one of those files."""

import csv
import io
import re
from collections.abc import Mapping

from pmgap.errors import unusable
from pmgap.readers.documents import Document
from pmgap.readers.encodings import decode_leniently
from pmgap.readers.loose_entries import Entry
from pmgap.resume import Certificate, Line, Position, Resume, Study, Unread, line_of

_HEADS: dict[str, tuple[str, ...]] = {
    "profile": ("firstname", "headline"),
    "profilesummary": ("profilesummary",),
    "positions": ("companyname", "title"),
    "education": ("schoolname", "degreename"),
    "skills": ("name",),
    "certifications": ("name", "authority"),
    "volunteering": ("companyname", "role"),
    "projects": ("title", "description"),
    "courses": ("name", "number"),
    "honors": ("title", "description"),
    "publications": ("name", "publisher"),
    "patents": ("title", "description"),
    "organizations": ("name", "position"),
}
"""Files that are read, by the letters of their name, and the columns by which their header line is known."""

_TELLING = frozenset(["positions", "education", "skills", "profile", "certifications", "profilesummary"])
"""Files of which one makes a folder or archive an export."""

_LETTERS = re.compile(r"[^a-z]+")
_MOST_PREAMBLE = 20
"""Lines of notes that may stand before the header line."""

MOST_ROWS = 5_000
"""Rows of one file beyond which it is no export of a person."""


def file_kind(name: str) -> str:
    """What a member is, by its name: ``a/Email Addresses.csv`` is ``emailaddresses``; empty if no CSV file."""
    base = name.replace("\\", "/").rpartition("/")[2].casefold()
    return _LETTERS.sub("", base[:-4]) if base.endswith(".csv") else ""


def is_linkedin(names: list[str]) -> bool:
    """Whether files are those of an export, by their names."""
    return any(file_kind(name) in _TELLING for name in names)


def is_linkedin_csv(name: str, text: str) -> bool:
    """Whether one file is a CSV file of an export, by its name and columns."""
    heads = _HEADS.get(file_kind(name))
    return heads is not None and any(set(heads) <= _cells(row) for row in text.splitlines()[:_MOST_PREAMBLE])


def _cells(row: str) -> set[str]:
    return {_LETTERS.sub("", cell.casefold()) for cell in re.split(r"[,;\t]", row)}


def wanted_files(names: list[str]) -> list[str]:
    """The files that are read; of two of a kind the one in the uppermost folder."""
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda it: (it.replace("\\", "/").count("/"), it)):
        if file_kind(name) in _HEADS and not name.startswith("__MACOSX"):
            found.setdefault(file_kind(name), name)
    return list(found.values())


def read_linkedin(files: Mapping[str, bytes], source: str, path: str) -> Resume:
    """The CV in the files of an export, given by their names.

    Raises:
        UserError: a file is no CSV text.
    """
    unread: list[Unread] = []
    entries: dict[str, list[Entry]] = {kind: [] for kind in _HEADS}
    for member, data in files.items():
        base = member.replace("\\", "/").rpartition("/")[2]
        name = source if base == source else f"{source}/{base}"
        entries[file_kind(member)] = _rows(file_kind(member), data, name, path, unread)
    profile = next(iter(entries["profile"]), None)
    lines: list[Line] = []
    for entry in (*entries["profile"], *entries["profilesummary"]):
        lines.extend(entry.lines("summary", "profilesummary"))
    for kind in ("projects", "courses", "honors", "publications", "patents", "organizations"):
        for entry in entries[kind]:
            lines.extend(entry.lines("title", "name", "description", "position"))
    studies = []
    for entry in entries["education"]:
        studies.append(_study(entry))
        lines.extend(entry.lines("notes", "activities"))
    return Resume(
        source=source,
        name=" ".join(filter(None, (profile.text("firstname"), profile.text("lastname")))) or None if profile else None,
        headline=profile.line("headline") if profile else None,
        industry=profile.line("industry") if profile else None,
        positions=(
            *(_position(entry, "title") for entry in entries["positions"]),
            *(_position(entry, "role") for entry in entries["volunteering"]),
        ),
        studies=tuple(studies),
        certificates=tuple(_certificate(entry) for entry in entries["certifications"]),
        skills=tuple(line for entry in entries["skills"] if (line := entry.line("name"))),
        lines=tuple(lines),
        unread=tuple(unread),
    )


def _rows(kind: str, data: bytes, name: str, path: str, unread: list[Unread]) -> list[Entry]:
    """The rows of a file below its header line."""
    text, _ = decode_leniently(data, path)
    first = next((row for row in text.splitlines()[:_MOST_PREAMBLE] if set(_HEADS[kind]) <= _cells(row)), None)
    if first is None:
        because = f"It has no header line with {' and '.join(_HEADS[kind])}."
        unread.append(Unread(line=line_of(text[:200].strip().partition("\n")[0], name, 1), because=because))
        return []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=False)
    heads: list[str] | None = None
    found: list[Entry] = []
    before = 0
    try:
        for row in reader:
            start, before = before + 1, reader.line_num
            if heads is None:
                if set(_HEADS[kind]) <= {_LETTERS.sub("", cell.casefold()) for cell in row}:
                    heads = row
                continue
            if len(found) >= MOST_ROWS:
                raise unusable(f"{name} has more than {MOST_ROWS:,} rows", path, "Name the export of one person.")
            value = {head: cell.strip() for head, cell in zip(heads, row, strict=False) if cell.strip()}
            if value:
                document = Document(name, value, {(): start})
                found.append(Entry(document, name, (), value))
    except csv.Error as error:
        raise unusable(f"{name} is broken CSV: {error}", path, "Download the export again.") from error
    return found


def _position(entry: Entry, title_key: str) -> Position:
    title, organisation = entry.text(title_key), entry.text("companyname", "organization")
    start, end, goes_on = entry.period()
    return Position(
        line=entry.header(title, organisation),
        title=title,
        organisation=organisation,
        start=start,
        end=end,
        goes_on=goes_on,
        kind="volunteer" if title_key == "role" else "work",
        lines=tuple(entry.lines("description")),
    )


def _study(entry: Entry) -> Study:
    degree, institution = entry.text("degreename", "degree"), entry.text("schoolname", "school")
    field = entry.text("fieldofstudy", "field")
    start, end, goes_on = entry.period()
    return Study(
        line=entry.header(degree, field, institution),
        degree=degree,
        field=field or None,
        institution=institution,
        start=start,
        end=end,
        goes_on=goes_on,
    )


def _certificate(entry: Entry) -> Certificate:
    name, issuer = entry.text("name"), entry.text("authority", "issuer")
    return Certificate(line=entry.header(name, issuer), name=name, issuer=issuer, expires=entry.month("finishedon"))
