"""A plan as a Markdown checklist."""

from pmgap.plan import Plan
from pmgap.writers.markdown_page import escaped
from pmgap.writers.plan_text import basis, means, minutes, step_facts
from pmgap.writers.screen import percent


def plan_markdown(report: Plan) -> str:
    """The plan as a checklist that pastes into notes and issue trackers."""
    roles = ", ".join(role.title for role in report.roles)
    lines = [f"# {escaped(f'Plan for {roles}')}", ""]
    lines.append(f"{means(report)}.")
    if report.find_out:
        lines += ["", "## Find out first", ""]
        lines += [f"- [ ] {escaped(it.name)}, about {minutes(it)}. {escaped(it.because)}" for it in report.find_out]
    lines += ["", "## Do", ""]
    for step in report.steps:
        lines.append(f"- [ ] {escaped(step.title)} (`{step.action}`)")
        lines.append(f"  - {escaped(step_facts(step))}")
        lines.append(f"  - {escaped(step.intention)}")
        if step.evidence:
            lines.append(f"  - Then answer: {', '.join(f'`{key}`' for key in step.evidence)}")
        if step.link:
            lines.append(f"  - <{step.link}>")
    if not report.steps:
        lines.append("Nothing fits these terms.")
    lines += ["", "## What it is worth, if all of it is done and shown", ""]
    for it in report.predictions:
        before, after = it.coverage_before, it.coverage_after
        lines.append(
            f"- {escaped(it.role.title)}: coverage {percent(before.low, before.high)} to "
            f"{percent(after.low, after.high)}; readiness {it.readiness_before} to {it.readiness_after}"
        )
    lines.append(f"- {escaped(report.more)}")
    if report.left_out:
        lines += ["", "## Left out for now", ""]
        lines += [
            f"- {escaped(it.name)} (level {it.level} of {it.required}): {escaped(it.because)}" for it in report.left_out
        ]
    lines += ["", f"{escaped(report.because)} {escaped(basis(report))}", ""]
    return "\n".join(lines)
