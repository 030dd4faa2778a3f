"""An assessment as Markdown that pastes into notes, issues and documents."""

from pmgap.assessment import Assessment, AssessmentList
from pmgap.judgement import RequirementResult
from pmgap.sentences import span
from pmgap.writers.assessment_words import (
    BASES,
    GATES,
    GOALS,
    VERDICTS,
    answered,
    by_importance,
    catalogue_line,
    effort,
    goal,
    heading,
    opening,
    reports_in,
    sentence,
    tally,
    way,
)
from pmgap.writers.markdown_page import Page
from pmgap.writers.screen import MARKS, percent
from pmgap.writers.second_view_markdown import views_on
from pmgap.writers.second_view_words import HEADING, summary, who

_MOST_CELLS = 10
"""Levels of the longest scale that is drawn; a longer one is told by its figures alone."""


def assessment_markdown(report: Assessment | AssessmentList) -> str:
    """The report as a page of Markdown; several roles follow each other."""
    page = Page()
    for it in reports_in(report):
        _write(it, page)
    return page.text()


def _write(report: Assessment, page: Page) -> None:
    page.heading(heading(report), depth=1)
    page.heading(f"Readiness: {report.readiness.word}")
    page.bullets(sentence(reason) for reason in report.readiness.because)
    if report.readiness.would_change:
        page.line(f"What would change it: {' '.join(map(sentence, report.readiness.would_change))}")
    coverage = report.coverage
    page.heading(f"Coverage: {percent(coverage.low, coverage.high)}")
    page.line(f"Of what the role asks, {answered(report)}. What is not known yet makes it a range.")
    top = report.scale[-1].level
    for importance, rows in by_importance(report):
        page.heading(importance.capitalize())
        page.line(sentence(tally(rows)))
        page.table(
            ("Skill", "Verdict", "", "You", "Asked", "Rests on"),
            [
                (
                    it.name,
                    VERDICTS[it.verdict],
                    _bar(it, top),
                    span(it.bracket),
                    str(it.required),
                    "answers disagree" if it.contradiction else BASES[it.basis],
                )
                for it in rows
            ],
            numeric=(3, 4),
        )
    if 0 < top <= _MOST_CELLS:
        shown = ("full", "shown"), ("maybe", "possible"), ("empty", "not shown yet"), ("asked", "asked")
        page.line(", ".join(f"{MARKS[mark]} {word}" for mark, word in shown))
    if report.gates:
        page.heading("Gates, beside the skills")
        page.bullets(
            f"{it.kind.capitalize()}: {GATES[it.verdict]}. {sentence(way(it))} {it.because}" for it in report.gates
        )
    if report.next_steps:
        page.heading("Next goals")
        page.bullets(f"{goal(report, it)}: {it.title}. {sentence(effort(it))}" for it in report.next_steps[:GOALS])
    if report.measure_first:
        page.heading("What would narrow the picture most")
        page.bullets(f"{it.name}: {opening(report, it)}" for it in report.measure_first[:GOALS])
    if views := report.second_views:
        page.heading(HEADING)
        page.line(summary(who(views), views))
        views_on(page, views, depth=3)
    if report.not_applicable:
        page.heading("Left out, as you said they do not apply")
        page.line(", ".join(report.not_applicable_names))
    if report.unknown_ids:
        page.heading("Kept in the profile, but unknown to this catalogue")
        page.line(", ".join(report.unknown_ids))
    page.heading("Every reason")
    page.bullets(
        f"{it.name}: {it.because}{f' Note: {it.note}' if it.note else ''}"
        for _, rows in by_importance(report)
        for it in rows
    )
    page.line(f"{catalogue_line(report)}.")


def _bar(it: RequirementResult, top: int) -> str:
    """One mark per level; like the bars of a terminal, so that all drawings of a report look alike."""
    if top > _MOST_CELLS:
        return ""
    cells = [
        MARKS["full"] if level <= it.bracket.low
        else MARKS["maybe"] if level <= it.bracket.high
        else MARKS["empty"] if level <= it.required
        else ""
        for level in range(1, top + 1)
    ]  # fmt: skip
    return "".join((*cells[: it.required], MARKS["asked"], *cells[it.required :]))
