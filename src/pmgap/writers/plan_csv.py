"""A plan as a table for spreadsheets."""

from pmgap.plan import Plan
from pmgap.writers.csv_table import csv_text

HEADS = (
    "number", "action", "title", "skills", "from week", "to week", "hours", "least hours", "most hours", "basis", "cost",
    "evidence", "needs", "link",
)  # fmt: skip


def plan_csv(report: Plan) -> str:
    """One row per step, in order."""
    return csv_text(
        HEADS,
        (
            (
                number,
                step.action,
                step.title,
                "; ".join(f"{move.name} {move.from_} to {move.to}" for move in step.moves),
                step.from_week,
                step.to_week,
                step.hours,
                step.hours_range[0] if step.hours_range else None,
                step.hours_range[1] if step.hours_range else None,
                step.hours_basis,
                step.cost,
                "; ".join(step.evidence),
                "; ".join(step.needs),
                step.link,
            )
            for number, step in enumerate(report.steps, 1)
        ),
    )
