"""Two views of one person as Markdown."""

from collections.abc import Sequence

from pmgap.second_view import SecondViews
from pmgap.seen_by_others import SecondView
from pmgap.writers.markdown_page import Page
from pmgap.writers.second_view_words import HEADING, TALK, apart, notes, other, own, summary


def second_views_markdown(report: SecondViews) -> str:
    """What there is to talk about, then both views of every skill."""
    page = Page()
    page.heading(f"{report.name}: how others see it" if report.name else HEADING, 1)
    page.line(summary(report.by, report.views))
    views_on(page, report.views, depth=2)
    if report.unknown_ids:
        page.heading("Kept in the profile, but unknown to this catalogue")
        page.line(", ".join(report.unknown_ids))
    return page.text()


def views_on(page: Page, views: Sequence[SecondView], depth: int) -> None:
    """Both views of some skills on a page, what there is to talk about first."""
    if talks := [it for it in views if it.talk]:
        page.heading(TALK, depth)
        page.bullets(f"{it.name}: {it.because}" for it in talks)
        if rows := [(entry.text, entry.own or "", entry.other, it.by) for it in talks for entry in apart(it)]:
            page.table(("Answered in different ways", "You", "Other", "By"), rows)
    if views:
        page.heading("Both views, side by side", depth)
        page.table(
            ("Skill", "You", "Other", "By", "Talk"),
            [(it.name, own(it), other(it), it.by, "yes" if it.talk else "") for it in views],
        )
    if noted := [line for it in views for line in notes(it)]:
        page.heading("Notes that came with it", depth)
        page.bullets(noted)
