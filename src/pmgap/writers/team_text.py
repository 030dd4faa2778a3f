"""A team as text for people."""

from collections.abc import Iterator, Sequence

from pmgap.sentences import counted, joined, span
from pmgap.team_report import Cell, Counts, SkillRow, Team
from pmgap.writers.layout import Column, Line, grid, indented, safe
from pmgap.writers.screen import STYLES, Sheet

MOST_COLUMNS = 40
"""The largest team whose matrix is drawn without being asked to: beyond it nobody reads the columns."""

_WIDEST_NAME = 12
_NARROWEST = 6
_NAMES = 6
_MARKS = {"met": "held", "unclear": "open", "gap": "missing"}


def write_team(report: Team, sheet: Sheet, *, full: bool = False) -> None:
    """Draw what the team covers, who stands where, who holds what alone, and what to ask first."""
    size = len(report.people)
    sheet.title(
        f"{report.role.title}: a team of {counted(size, 'person') if size == 1 else f'{size} people'}",
        f"catalogue {report.catalogue.id} {report.catalogue.version}",
    )
    sheet.gap()
    sheet.line(counts_line(report.counts), indent=2)
    _coverage(report, sheet)
    if size <= MOST_COLUMNS or full:
        _matrix(report, sheet)
    else:
        sheet.heading("Who stands where")
        hint = f"Left out here for {size} people; --full draws it, --format csv suits a spreadsheet."
        sheet.line(hint, indent=2, style="dim")
    for heading, lines in findings(report, None if full else _NAMES):
        sheet.heading(heading)
        for line in lines:
            sheet.bullet(line)


def counts_line(counts: Counts) -> str:
    """How well the matrix is known, in a sentence."""
    cells = counts.measured + counts.unclear + counts.not_asked + counts.not_applicable
    return (
        f"{counted(cells, 'cell')} (people x skills): {counts.measured} measured, {counts.unclear} unclear, "
        f"{counts.not_asked} not asked, {counts.not_applicable} not applicable."
    )


def findings(report: Team, most: int | None) -> Iterator[tuple[str, Sequence[str]]]:
    """What follows from the matrix, as headings with lines. At most ``most`` names in a row."""
    if report.nobody:
        yield "Nobody surely holds", [f"{it.name} ({it.importance}): {it.because}" for it in report.nobody]
    if report.single_holders:
        lines = [f"{it.name} ({it.importance}): {it.because}" for it in report.single_holders]
        yield "One person alone surely holds", _first(lines, most)
    if report.mentor_pairs:
        lines = [
            f"{it.name}: {joined(it.mentors, most)} could show {joined(it.learners, most)}"
            for it in report.mentor_pairs
        ]
        yield "Who could show whom", _first(lines, most)
    if report.measure_first:
        yield "Ask about these first", _first([f"{it.name}: {it.because}" for it in report.measure_first], most)
    order = "by number" if report.anonymous else "by the alphabet"
    yield (
        f"Nearest to the role (names {order}; no order of merit)",
        [f"{group.word}: {joined(group.people, None if most is None else 2 * most)}" for group in report.groups],
    )
    if len(report.people) <= (most or len(report.people)):
        yield "Why", [f"{it.name}: {' '.join(it.readiness.because)}" for it in report.people]
    if report.unknown_ids:
        yield "In the profiles, but unknown to this catalogue", [", ".join(report.unknown_ids)]


def _first(lines: list[str], most: int | None) -> list[str]:
    if most is None or len(lines) <= most:
        return lines
    return [*lines[:most], f"{counted(len(lines) - most, 'more skill')}; --full shows them"]


def _coverage(report: Team, sheet: Sheet) -> None:
    sheet.heading("What the team covers")
    sheet.table(
        ("Skill", "Asked", "Surely", "May", "Unclear", "Not asked"),
        [
            (
                row.name,
                asked(row),
                str(row.surely),
                f"+{row.possibly - row.surely}" if row.possibly > row.surely else "",
                str(row.counts.unclear or ""),
                str(row.counts.not_asked or ""),
            )
            for row in report.skills
        ],
        numeric=(2, 3, 4, 5),
    )
    sheet.line("Surely: people who reach the level asked for, whatever is still open; May: more who may.", 2, "dim")


def asked(row: SkillRow) -> str:
    """What the role asks of a skill: ``3 must``."""
    return f"{row.required} {row.importance}"


def _matrix(report: Team, sheet: Sheet) -> None:
    sheet.heading("Who stands where")
    names = [person.name for person in report.people]
    skills = min(28, max([1, *(safe(row.name).width for row in report.skills)]))
    for index, block in enumerate(_blocks(names, sheet.width - skills - 10)):
        if index:
            sheet.gap()
        columns = (Column(skills), Column(5, right=True), *(Column(_width(name)) for name in block))
        rows = [[safe(head, "dim") for head in ("Skill", "Asked", *block)]]
        for row in report.skills:
            cells = [Line(_shown(row.cells[name], sheet), _style(row.cells[name])) for name in block]
            rows.append([safe(row.name), Line(str(row.required)), *cells])
        sheet.put(indented(grid(rows, columns, sheet.width - 2, 2), 2))
    marks = sheet.marks
    legend = f"{marks['held']} shown  {marks['open']} unclear  {marks['missing']} not shown yet  ? not asked"
    if report.counts.not_applicable:
        legend += "  - does not apply"
    if any(cell.contradiction for row in report.skills for cell in row.cells.values()):
        legend += "  ! answers disagree"
    sheet.line(f"{legend}  (with the levels that the answers allow)", indent=2, style="dim")


def _width(name: str) -> int:
    return max(_NARROWEST, min(_WIDEST_NAME, safe(name).width))


def _blocks(names: Sequence[str], room: int) -> Iterator[list[str]]:
    """The names in blocks that fit into ``room`` columns, at least one name each."""
    block: list[str] = []
    taken = 0
    for name in names:
        needed = _width(name) + 2
        if block and taken + needed > room:
            yield block
            block, taken = [], 0
        block.append(name)
        taken += needed
    if block:
        yield block


def _shown(cell: Cell, sheet: Sheet) -> str:
    if cell.bracket is None:
        return "-"
    if cell.basis == "not asked":
        return "?"
    disagree = "!" if cell.contradiction else ""
    return f"{sheet.marks[_MARKS[cell.verdict]]} {span(cell.bracket)}{disagree}"


def _style(cell: Cell) -> str:
    return STYLES.get(cell.verdict, "")
