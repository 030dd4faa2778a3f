"""A plan as a page that needs nothing else: its worth, the steps as a timeline, what was left out."""

from pmgap.plan import Plan
from pmgap.writers.html_page import distances, render
from pmgap.writers.plan_text import basis, means, minutes, when_done


def plan_html(report: Plan) -> str:
    """The plan as one HTML page."""
    return render(
        "plan.html",
        report=report,
        title=f"Plan for {', '.join(role.title for role in report.roles)}",
        terms=means(report),
        minutes=minutes,
        when_done=when_done,
        basis=basis(report),
        ticks=week_ticks(report.weeks),
        hours=_hours,
    )


def week_ticks(weeks: int) -> list[int]:
    """Weeks that the timeline names: the first, and round distances from it, a handful in all."""
    return [1 + distance for distance in distances(weeks) if distance < weeks]


def _hours(number: float) -> str:
    return f"{number:g}"
