"""A plan as text for people."""

from math import ceil

from pmgap.plan import FindOut, Plan, PlanStep
from pmgap.schedule import LIVE_GOALS
from pmgap.sentences import counted
from pmgap.writers.screen import Sheet, percent


def write_plan(report: Plan, sheet: Sheet) -> None:
    """Draw the plan: what to find out, what to do in which week, what it is worth, what was left out."""
    name = f"{report.name} - " if report.name else ""
    sheet.title(f"{name}Plan for {', '.join(role.title for role in report.roles)}")
    sheet.line(means(report))
    if report.find_out:
        sheet.heading("Find out first")
        for it in report.find_out:
            sheet.bullet(f"{it.name}, about {minutes(it)}. {it.because}")
    sheet.heading(f"Do ({report.hours:g} hours in {counted(report.weeks, 'week')})")
    if not report.steps:
        sheet.line("Nothing fits: see what was left out, and why.", indent=2)
    for number, step in enumerate(report.steps, 1):
        sheet.bullet(f"{step.title}.", mark=f"{number:2}.")
        sheet.line(step_facts(step), indent=6, style="dim")
        if number <= LIVE_GOALS:
            sheet.line(step.intention, indent=6)
        sheet.line(when_done(step), indent=6)
    sheet.heading("What it is worth, if all of it is done and shown")
    for change in report.predictions:
        before, after = change.coverage_before, change.coverage_after
        sheet.bullet(
            f"{change.role.title}: coverage {percent(before.low, before.high)} to {percent(after.low, after.high)}; "
            f"readiness {change.readiness_before} to {change.readiness_after}"
        )
        shown = [verdict.name for verdict in change.verdicts if verdict.after == "met"]
        if shown:
            sheet.line(f"Then shown: {', '.join(shown)}.", indent=4)
        if change.gates:
            sheet.line(f"Gates met: {', '.join(change.gates)}.", indent=4)
    if len(report.roles) > 1:
        sheet.bullet(f"{report.shared_hours:g} of {report.hours:g} hours serve more than one of the roles")
    sheet.bullet(report.more)
    _left_out(report, sheet)
    sheet.gap()
    sheet.line(report.because, style="dim")
    sheet.line(basis(report), style="dim")


def _left_out(report: Plan, sheet: Sheet) -> None:
    waiting = [it for it in report.left_out if it.next_hours is not None]
    if waiting:
        sheet.heading("Left out for now: the hours went where they close more")
        sheet.table(
            ("Skill", "Level", "Asked", "Next step"),
            [(it.name, str(it.level), str(it.required), f"{it.next_hours:g} hours") for it in waiting],
            numeric=(1, 2, 3),
        )
    stuck = [it for it in report.left_out if it.next_hours is None]
    if stuck:
        sheet.heading("Left out: no action can be used")
        for it in stuck:
            sheet.bullet(f"{it.name} (level {it.level} of {it.required}): {it.because}")


def means(report: Plan) -> str:
    """What the plan may use, in a line."""
    terms = report.terms
    budget = "" if terms.budget is None else f", a budget of {terms.budget:.10g}"
    return f"{terms.hours:g} hours at {terms.hours_per_week:g} a week{budget}"


def minutes(it: FindOut) -> str:
    """How long it takes to find something out; never less than it may be."""
    return counted(ceil(it.minutes), "minute")


def when_done(step: PlanStep) -> str:
    """How to note that a step is done, and which statements can be answered then."""
    then = f" Then you can answer: {', '.join(step.evidence)}." if step.evidence else ""
    return f"pmgap log {step.action} notes that it is done.{then}"


def step_facts(step: PlanStep) -> str:
    """Skill and levels, hours with their range and basis, cost and weeks, in a line."""
    moves = ", ".join(f"{move.name} {move.from_} to {move.to}" for move in step.moves)
    span = f" ({step.hours_range[0]:g}-{step.hours_range[1]:g})" if step.hours_range else ""
    weeks = f"week {step.from_week}" if step.from_week == step.to_week else f"weeks {step.from_week}-{step.to_week}"
    return f"{weeks}; {moves}; {step.hours:g} hours{span}, {step.hours_basis}; {step.cost}"


def basis(report: Plan) -> str:
    """What the hours rest on."""
    low, high = report.hours_range
    return (
        f"Hours are {low:g} to {high:g} in all, mostly estimates of this catalogue. Doing a step is not yet showing it, "
        "and nobody can promise a post or a date."
    )
