"""Two views of one person as a page that needs nothing else: what to talk about, then both views in pairs."""

from pmgap.second_view import SecondViews
from pmgap.writers.html_page import render
from pmgap.writers.second_view_words import HEADING, summary


def second_views_html(report: SecondViews) -> str:
    """What there is to talk about, then both views of every skill."""
    return render(
        "second_views.html",
        report=report,
        title=f"{report.name}: how others see it" if report.name else HEADING,
        summary=summary(report.by, report.views),
        top=max((bracket.high for it in report.views for bracket in (it.own, it.other)), default=1) or 1,
    )
