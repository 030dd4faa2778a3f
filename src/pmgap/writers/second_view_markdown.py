"""Two views of one person as Markdown."""

from pmgap.second_view import SecondViews
from pmgap.sentences import span
from pmgap.writers.markdown_page import Page
from pmgap.writers.second_view_text import own, summary


def second_views_markdown(report: SecondViews) -> str:
    """What there is to talk about, then both views of every skill."""
    page = Page()
    page.heading(f"{report.name}: how others see it" if report.name else "How others see it", 1)
    page.line(summary(report))
    if talks := [it for it in report.views if it.talk]:
        page.heading("Talk about this")
        page.bullets(f"{it.name}: {it.because}" for it in talks)
    if report.views:
        page.heading("Both views, side by side")
        page.table(
            ("Skill", "You", "Other", "By", "Talk"),
            [(it.name, own(it), span(it.other), it.by, "yes" if it.talk else "") for it in report.views],
        )
    if report.unknown_ids:
        page.heading("Kept in the profile, but unknown to this catalogue")
        page.line(", ".join(report.unknown_ids))
    return page.text()
