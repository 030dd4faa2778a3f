"""A plan as a page that needs nothing else: its worth, the steps as a timeline, what was left out."""

from pmgap.plan import Plan
from pmgap.writers.html_page import render
from pmgap.writers.plan_text import basis

_MOST_TICKS = 8


def plan_html(report: Plan) -> str:
    """The plan as one HTML page."""
    terms = report.terms
    budget = "" if terms.budget is None else f", at most {terms.budget:g} of money"
    return render(
        "plan.html",
        report=report,
        title=f"Plan for {', '.join(role.title for role in report.roles)}",
        terms=f"{terms.hours:g} hours at {terms.hours_per_week:g} a week{budget}",
        basis=basis(report),
        ticks=week_ticks(report.weeks),
        hours=_hours,
    )


def week_ticks(weeks: int) -> list[int]:
    """Weeks that the timeline names: the first, and round distances from it, a handful in all."""
    steps = (step * 10**power for power in range(7) for step in (1, 2, 5))
    distance = next(step for step in steps if weeks <= step * _MOST_TICKS)
    return list(range(1, weeks + 1, distance))


def _hours(number: float) -> str:
    return f"{number:g}"
