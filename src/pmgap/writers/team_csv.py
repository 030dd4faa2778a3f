"""A team as a matrix for spreadsheets."""

from pmgap.team_report import Cell, Team
from pmgap.writers.csv_table import csv_text

HEADS = (
    "skill", "name", "importance", "required", "surely", "possibly", "measured", "unclear", "not asked",
    "not applicable",
)  # fmt: skip


def team_csv(report: Team) -> str:
    """One row per skill, one column per person after the counts."""
    names = [person.name for person in report.people]
    told = {
        id(cell): _told(cell) for row in report.skills for cell in {id(it): it for it in row.cells.values()}.values()
    }
    return csv_text(
        (*HEADS, *names),
        (
            (
                row.skill,
                row.name,
                row.importance,
                row.required,
                row.surely,
                row.possibly,
                row.counts.measured,
                row.counts.unclear,
                row.counts.not_asked,
                row.counts.not_applicable,
                *[told[id(row.cells[name])] for name in names],
            )
            for row in report.skills
        ),
    )


def _told(cell: Cell) -> str:
    """A cell as text: ``met 3 (claimed)``, ``unclear 1 to 3 (declared)``; a bare 1-3 would turn into a date."""
    if cell.bracket is None or cell.basis == "not asked":
        return cell.verdict if cell.bracket is None else "not asked"
    low, high = cell.bracket.low, cell.bracket.high
    return f"{cell.verdict} {low if low == high else f'{low} to {high}'} ({cell.basis})"
