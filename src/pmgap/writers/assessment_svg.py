"""The chart of an assessment alone, as a picture that scales: what is asked of every skill, and what is shown."""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import east_asian_width

from pmgap.assessment import Assessment, AssessmentList
from pmgap.bracket import Coverage
from pmgap.judgement import RequirementResult
from pmgap.printable import printable
from pmgap.writers.assessment_words import (
    VERDICTS,
    answered,
    by_importance,
    heading,
    reports_in,
    sentence,
    standing,
    tally,
)
from pmgap.writers.html_page import groupby_in_order, render
from pmgap.writers.screen import percent

_WIDTH = 760
_BAR_AT, _BAR_WIDTH = 340, 280

_MOST_COLUMNS = 42
"""Columns of a name beside its bar; the description has it whole."""

_HEIGHTS = {"title": 34, "words": 20, "coverage": 26, "legend": 30, "heading": 34, "verdict": 24, "skill": 23}


class Line(NamedTuple):
    """One line of the chart."""

    kind: str
    """title, words, coverage, legend, heading, verdict or skill."""
    text: str = ""
    """What it says."""
    coverage: Coverage | None = None
    """The band to draw."""
    verdict: str = ""
    """The shape to draw."""
    row: RequirementResult | None = None
    """The bar to draw."""
    top: int = 0
    """Highest level of the bar's scale."""
    y: int = 0
    """Its base line, from the top of the picture."""


def assessment_svg(report: Assessment | AssessmentList) -> str:
    """The chart as one SVG picture; several roles stand one below the other."""
    reports = reports_in(report)
    placed: list[Line] = []
    y = 4
    for line in (line for it in reports for line in _lines(it)):
        y += _HEIGHTS[line.kind]
        placed.append(line._replace(y=y))
    return render(
        "chart.svg",
        lines=placed,
        width=_WIDTH,
        height=y + 20,
        bar_at=_BAR_AT,
        bar_width=_BAR_WIDTH,
        title=", ".join(heading(it) for it in reports),
        description=" ".join(_told(it) for it in reports),
    )


def _lines(report: Assessment) -> Iterator[Line]:
    coverage = report.coverage
    yield Line("title", _shortened(heading(report), 60))
    share = f"coverage {percent(coverage.low, coverage.high)}, {answered(report)}"
    yield Line("words", f"Readiness: {report.readiness.word}; {share}")
    yield Line("coverage", coverage=coverage)
    yield Line("legend")
    for importance, rows in by_importance(report):
        yield Line("heading", _shortened(f"{importance.capitalize()}: {tally(rows)}", 84))
        for verdict, found in groupby_in_order(rows, "verdict"):
            yield Line("verdict", VERDICTS[verdict].capitalize(), verdict=verdict)
            for it in found:
                yield Line("skill", _shortened(it.name, _MOST_COLUMNS), row=it, top=report.scale[-1].level)


def _told(report: Assessment) -> str:
    """The chart in words, for those who cannot see it."""
    coverage = percent(report.coverage.low, report.coverage.high)
    skills = "; ".join(f"{it.name} {standing(it)}" for _, rows in by_importance(report) for it in rows)
    return f"{heading(report)}: {report.readiness.word}, coverage {coverage}. {sentence(skills)}"


def _shortened(text: str, columns: int) -> str:
    """As much of a text as has room: pictures do not wrap."""
    shown, taken = "", 0
    for character in printable(text):
        taken += 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return f"{shown[:-1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
        shown += character
    return shown
