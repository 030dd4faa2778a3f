"""A team as Markdown."""

from pmgap.sentences import span
from pmgap.team_report import Cell, Team
from pmgap.writers.markdown_page import Page
from pmgap.writers.team_text import asked, counts_line, findings

COLUMNS = 8
"""People in one table; more stand in the next."""

_WORDS = {"met": "shown", "gap": "not shown yet", "unclear": "unclear"}


def team_markdown(report: Team) -> str:
    """What the team covers, who stands where, and what follows."""
    page = Page()
    people = f"{len(report.people)} people" if len(report.people) != 1 else "1 person"
    page.heading(f"{report.role.title}: what a team of {people} covers", 1)
    page.line(f"{counts_line(report.counts)} Catalogue {report.catalogue.id} {report.catalogue.version}.")
    page.table(
        ("Skill", "Asked", "Surely", "Possibly", "Measured", "Unclear", "Not asked", "Not applicable"),
        [
            (
                row.name,
                asked(row),
                str(row.surely),
                str(row.possibly),
                str(row.counts.measured),
                str(row.counts.unclear),
                str(row.counts.not_asked),
                str(row.counts.not_applicable),
            )
            for row in report.skills
        ],
        numeric=(2, 3, 4, 5, 6, 7),
    )
    page.heading("Who stands where")
    names = [person.name for person in report.people]
    for start in range(0, len(names), COLUMNS):
        block = names[start : start + COLUMNS]
        page.table(
            ("Skill", "Asked", *block),
            [(row.name, asked(row), *(told(row.cells[name]) for name in block)) for row in report.skills],
        )
    for heading, lines in findings(report, None):
        page.heading(heading)
        page.bullets(lines)
    return page.text()


def told(cell: Cell) -> str:
    """A cell in words: ``shown, level 3``."""
    if cell.bracket is None:
        return "does not apply"
    if cell.basis == "not asked":
        return "not asked"
    disagree = ", answers disagree" if cell.contradiction else ""
    return f"{_WORDS[cell.verdict]}, level {span(cell.bracket)}{disagree}"
