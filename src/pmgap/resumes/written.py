"""A CV that was written as text - plain, Markdown, or taken from a page - as a record."""

from collections.abc import Sequence

from pmgap.resumes.dates import find_period
from pmgap.resumes.degrees import read_degree
from pmgap.resumes.entries import head_parts, positions_in
from pmgap.resumes.learning import certificates_in, studies_in
from pmgap.resumes.resume import Certificate, Doubt, Line, Position, Resume, Study
from pmgap.resumes.sections import TOLD_BY_OTHERS, Row, line_of, rows_of
from pmgap.resumes.titles import is_title

LONGEST_HEADLINE = 100
"""Characters of a line that can hold what someone calls themselves."""

_WORK = frozenset({"experience", "volunteer"})
_LEARNING = frozenset({"education", "certificates"})


def read_written(file: str, lines: Sequence[str], kind: str, notes: tuple[str, ...] = ()) -> Resume:
    """What a CV says whose lines are known. ``file`` is its name, ``kind`` what it is, in words."""
    rows = rows_of(Line(file=file, number=number, text=text) for number, text in enumerate(lines, 1))
    told = [row for row in rows if not row.sections & TOLD_BY_OTHERS]
    positions: list[Position] = []
    studies: list[Study] = []
    certificates: list[Certificate] = []
    doubts: list[Doubt] = []
    heads: set[int | None] = set()
    for part in _parts(rows):
        sections = part[0].sections
        if sections & _WORK:
            work = positions_in(part)
            positions.extend(work.positions)
            doubts.extend(work.doubts)
            heads |= work.heads
        if "education" in sections:
            learned, unclear = studies_in(part)
            studies.extend(learned)
            doubts.extend(unclear)
        if "certificates" in sections:
            certificates.extend(certificates_in(part, mixed="education" in sections or "skills" in sections))
    if not any(row.sections & _WORK for row in rows):
        loose = [row for row in told if not row.sections & _LEARNING]
        work = positions_in(loose)
        positions.extend(it for it in work.positions if it.title)
        heads |= work.heads
    if not any("education" in row.sections for row in rows):
        loose = [row for row in told if not row.sections and (read_degree(row.text) or find_period(row.text))]
        studies.extend(studies_in(loose)[0])
    if not positions and not studies:
        first = Line(file=file, number=None, text="")
        doubts.append(Doubt(line=first, why="Neither work nor education was found; is this a CV?"))
    certificate_lines = {it.source for it in certificates}
    return Resume(
        kind=kind,
        headline=_headline(rows),
        positions=tuple(positions),
        studies=tuple(it for it in studies if it.source not in certificate_lines),
        certificates=tuple(certificates),
        skills=tuple(line_of(row) for row in told if "skills" in row.sections and row.form != "blank"),
        lines=tuple(_telling(told, positions, heads)),
        doubts=tuple(doubts),
        notes=notes,
    )


def _telling(told: Sequence[Row], positions: Sequence[Position], heads: set[int | None]) -> list[Line]:
    """The lines that tell of the person. Of the head of a position only the title does: a firm is no skill."""
    titles = {it.source.number: it.title for it in positions if it.title}
    lines = []
    for row in told:
        if row.form != "blank" and row.line.number not in heads:
            lines.append(line_of(row))
        elif title := titles.get(row.line.number):
            lines.append(Line(file=row.line.file, number=row.line.number, text=title))
    return lines


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows section by section: one list for every run of rows of the same kinds."""
    parts: list[list[Row]] = []
    for row in rows:
        if parts and parts[-1][0].sections == row.sections:
            parts[-1].append(row)
        elif row.form != "blank":
            parts.append([row])
    return parts


def _headline(rows: Sequence[Row]) -> str:
    """What the person calls themselves: a title among the first lines, before any section."""
    opening = [row for row in rows if not row.sections and row.form != "blank"][:5]
    named = (part for row in opening if len(row.text) <= LONGEST_HEADLINE for part in head_parts(row.text))
    return next((part for part in named if is_title(part)), "")
