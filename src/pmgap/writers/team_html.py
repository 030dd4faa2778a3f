"""A team as a page that needs nothing else: what it covers, who stands where as a map, what follows."""

from math import ceil

from pmgap.team_report import Counts, Team
from pmgap.writers.assessment_words import VERDICTS
from pmgap.writers.html_page import render
from pmgap.writers.team_text import counts_line, findings

COLUMNS = 10
"""People in one part of the map; a sheet of paper has room for no more."""

MOST_SHOWN = 6
"""Lines of a finding that are shown at first."""


def team_html(report: Team) -> str:
    """What the team covers, who stands where, and what follows."""
    size = len(report.people)
    return render(
        "team.html",
        report=report,
        title=f"{report.role.title}: a team of {'1 person' if size == 1 else f'{size} people'}",
        size=size,
        counts=counts_line(report.counts),
        parts=_parts(size),
        most=MOST_SHOWN,
        findings=list(findings(report, None)),
        unknown=_unknown,
        words=VERDICTS,
    )


def _unknown(counts: Counts) -> str:
    """How many cells of a skill are open: ``2 unclear, 1 not asked``."""
    parts = ((counts.unclear, "unclear"), (counts.not_asked, "not asked"), (counts.not_applicable, "does not apply"))
    return ", ".join(f"{count} {word}" for count, word in parts if count)


def _parts(size: int) -> list[slice]:
    """People side by side in as few parts as have room for them, all about as wide."""
    wide = ceil(size / ceil(size / COLUMNS)) if size else COLUMNS
    return [slice(start, start + wide) for start in range(0, size, wide)]
