"""A LinkedIn data export - the zip, its folder, or single CSV files of it - as a record."""

import csv
import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pmgap.errors import unusable
from pmgap.readers.document_text import decode_text
from pmgap.readers.files import read_bytes
from pmgap.record import Record, record
from pmgap.resumes.dates import period_between
from pmgap.resumes.learning import certificate_names
from pmgap.resumes.resume import Certificate, Doubt, Line, Position, Resume, Study

MOST_TABLE = 4 * 1024 * 1024
"""The most bytes that one table may have. A long career takes 50 KB."""

MOST_ROWS = 5_000
"""The most rows that are read of one table."""

MOST_FILES = 5_000
"""The most files in the zip or folder. An export has about sixty."""

_TABLES = ("positions", "education", "skills", "certifications", "profile", "volunteering", "projects", "courses")
_COLUMNS = frozenset(
    {"company name", "title", "school name", "degree name", "name", "headline", "first name", "started on", "authority"}
)
_HEADS_WITHIN = 12
"""Rows in which the names of the columns are looked for: notes may stand before them."""


@record
class _Row(Record):
    """A row of a table."""

    file: str
    """Name of the table's file."""
    number: int
    """Its line."""
    cells: dict[str, str]
    """Column, in small letters, to text."""

    def get(self, *columns: str) -> str:
        """The first of several columns that says something."""
        return next((text for name in columns if (text := " ".join(self.cells.get(name, "").split()))), "")


def is_linkedin_zip(data: bytes) -> bool:
    """Whether bytes are a zip with tables of a LinkedIn export in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(_table(name) for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def is_linkedin_table(path: str) -> bool:
    """Whether a file is named like a table of a LinkedIn export."""
    return _table(path) is not None


def linkedin_zip(data: bytes, path: str) -> Resume:
    """What a zipped export says. Nothing is unpacked to disk, so the names in it lead nowhere.

    Raises:
        UserError: it is broken, protected or far too large.
    """
    tables: dict[str, list[_Row]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_FILES:
                raise unusable(f"the zip holds more than {MOST_FILES} files", path, "Name the export of LinkedIn.")
            for name in names:
                table = _table(name)
                if table is not None and table not in tables:
                    with archive.open(name) as file:
                        tables[table] = _rows(file.read(MOST_TABLE + 1), os.path.basename(name), path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise unusable("the zip is broken or protected", path, "Download the export again.") from error
    return _resume(tables)


def linkedin_folder(path: str) -> Resume:
    """What an unpacked export says; its tables may stand in the folder or one folder below it.

    Raises:
        UserError: there is no table in it, or one cannot be read.
    """
    tables: dict[str, list[_Row]] = {}
    for file in _files(path):
        table = _table(file)
        if table is not None and table not in tables:
            tables[table] = linkedin_table(file)
    if not tables:
        hint = "Name the file of a CV, or the folder of a LinkedIn export with Positions.csv in it."
        raise unusable("there is no LinkedIn export in the folder", path, hint)
    return _resume(tables)


def _files(path: str) -> list[str]:
    """The files of a folder and of those inside it."""
    try:
        found: list[str] = []
        for name in sorted(os.listdir(path))[:MOST_FILES]:
            inner = os.path.join(path, name)
            if os.path.isdir(inner) and not os.path.islink(inner):
                found.extend(os.path.join(inner, it) for it in sorted(os.listdir(inner))[:MOST_FILES])
            else:
                found.append(inner)
    except OSError as error:
        raise unusable("the folder cannot be read", path, error.strerror or "") from error
    return [it for it in found if os.path.isfile(it)]


def linkedin_file(path: str) -> Resume:
    """What a single table of an export says.

    Raises:
        UserError: it cannot be read.
    """
    return _resume({_table(path) or "": linkedin_table(path)})


def linkedin_table(path: str) -> list[_Row]:
    """The rows of a table in a file of its own."""
    data = read_bytes(path, MOST_TABLE, "A table of a LinkedIn export is far smaller; name the right file.")
    return _rows(data, os.path.basename(path), path)


def _table(name: str) -> str | None:
    """The table that a file holds, by its name: ``Export/Positions.csv`` holds positions."""
    base = name.replace("\\", "/").rpartition("/")[2].casefold()
    stem = base.removesuffix(".csv")
    return stem if base.endswith(".csv") and stem in _TABLES else None


def _rows(data: bytes, name: str, path: str) -> list[_Row]:
    if len(data) > MOST_TABLE:
        what = f"{name} is larger than {MOST_TABLE // 1024**2} MiB"
        raise unusable(what, path, "A table of a LinkedIn export is far smaller.")
    text, _ = decode_text(data, path) if data else ("", ())
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    rows: list[_Row] = []
    columns: list[str] | None = None
    try:
        before = 0
        for cells in reader:
            line, before = before + 1, reader.line_num
            if columns is None:
                names = [cell.strip().casefold() for cell in cells]
                if _COLUMNS & set(names):
                    columns = names
                elif line > _HEADS_WITHIN:
                    break
            elif any(cell.strip() for cell in cells):
                if len(rows) >= MOST_ROWS:
                    raise unusable(f"{name} has more than {MOST_ROWS} rows", path, "Name the export of LinkedIn.")
                rows.append(_Row(file=name, number=line, cells=dict(zip(columns, cells, strict=False))))
    except csv.Error as error:
        raise unusable(f"{name} is no CSV table: {error}", path, "Download the export again.") from error
    return rows


def _resume(tables: Mapping[str, list[_Row]]) -> Resume:
    positions = [_position(row, unpaid=False) for row in tables.get("positions", [])]
    positions += [_position(row, unpaid=True) for row in tables.get("volunteering", [])]
    doubts = [
        Doubt(line=it.source, why="The dates were not understood.")
        for it, row in zip(positions, [*tables.get("positions", []), *tables.get("volunteering", [])], strict=True)
        if it.period is None and row.get("started on", "start date", "finished on", "end date")
    ]
    studies = [_study(row) for row in tables.get("education", [])]
    certificates = [
        Certificate(name=name, source=_line(row, row.get("name")))
        for row in tables.get("certifications", [])
        for name in certificate_names(row.get("name"))
    ]
    skills = [_line(row, row.get("name")) for row in tables.get("skills", []) if row.get("name")]
    profile = tables.get("profile", [])
    lines = [
        *(line for row in profile for column in ("headline", "summary") for line in _texts(row, column)),
        *(line for it in positions for line in (replace(it.source, text=it.title), *it.lines)),
        *(
            line
            for row in tables.get("projects", [])
            for column in ("title", "description")
            for line in _texts(row, column)
        ),
        *(line for row in tables.get("courses", []) for line in _texts(row, "name")),
        *(it.source for it in studies),
        *(it.source for it in certificates),
        *skills,
    ]
    return Resume(
        kind="LinkedIn export",
        headline=next((row.get("headline") for row in profile if row.get("headline")), ""),
        positions=tuple(positions),
        studies=tuple(studies),
        certificates=tuple(certificates),
        skills=tuple(skills),
        lines=tuple(lines),
        doubts=tuple(doubts),
        notes=(),
    )


def _position(row: _Row, *, unpaid: bool) -> Position:
    title, organisation = row.get("title", "role"), row.get("company name", "company", "organization name")
    period = period_between(
        row.get("started on", "start date"), row.get("finished on", "end date"), open_means_current=True
    )
    return Position(
        title=title,
        organisation=organisation,
        period=period,
        unpaid=unpaid,
        source=_line(row, ", ".join(filter(None, (title, organisation)))),
        lines=tuple(_texts(row, "description")),
    )


def _study(row: _Row) -> Study:
    degree, institution = row.get("degree name", "degree"), row.get("school name", "school")
    field = row.get("field of study", "fields of study")
    return Study(
        degree=degree,
        field=field,
        institution=institution,
        period=period_between(row.get("start date"), row.get("end date"), open_means_current=False),
        source=_line(row, ", ".join(filter(None, (degree, field, institution)))),
    )


def _texts(row: _Row, column: str) -> Iterator[Line]:
    for text in row.cells.get(column, "").splitlines():
        if text.strip():
            yield _line(row, " ".join(text.split()))


def _line(row: _Row, text: str) -> Line:
    return Line(file=row.file, number=row.number, text=text)
