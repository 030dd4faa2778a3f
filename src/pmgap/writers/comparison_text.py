"""A comparison of two looks at one person, as text for people."""

from collections.abc import Sequence

from pmgap.comparison import Comparison, RoleChange, SkillChange, SkillWord
from pmgap.writers.assessment_words import GATES
from pmgap.writers.screen import Sheet, percent

HEADINGS: dict[SkillWord, str] = {
    "fallen": "Fallen",
    "risen": "Really risen",
    "may have fallen": "May have fallen",
    "may have risen": "May have risen",
    "better known": "Better known",
    "less known": "Less known",
    "unchanged": "Same level, but answers or basis differ",
}
RULE = "A change is called real only when the brackets do not overlap."


def write_comparison(report: Comparison, sheet: Sheet) -> None:
    """Draw what changed: skills by kind of change, then roles with coverage, readiness and gates."""
    sheet.title(title(report))
    sheet.line(report.because)
    for note in report.notes:
        sheet.bullet(note)
    for heading, changes in skill_groups(report):
        sheet.heading(f"{heading} ({len(changes)})")
        for it in changes:
            sheet.bullet(f"{it.name}. {it.because}")
            for line in acts(it):
                sheet.line(line, indent=6, style="dim")
    for role in report.roles:
        sheet.heading(role.role.title)
        sheet.line(role.because, indent=2)
        sheet.pairs(role_facts(role))
    for heading, skills in skill_lists(report):
        sheet.heading(heading)
        sheet.line(", ".join(skills), indent=2)
    sheet.gap()
    sheet.line(RULE, style="dim")


def title(report: Comparison) -> str:
    """What is compared, in a line."""
    name = report.after.name or report.before.name
    return f"{name} - Before and after" if name else "Before and after"


def skill_groups(report: Comparison) -> list[tuple[str, Sequence[SkillChange]]]:
    """The skills of which there is something to tell, under their headings."""
    groups: list[tuple[str, Sequence[SkillChange]]] = []
    for word, heading in HEADINGS.items():
        changes = [it for it in report.skills if it.change == word]
        if word == "unchanged":
            changes = [it for it in changes if it.answers or it.basis_before != it.basis_after]
        if changes:
            groups.append((heading, changes))
    return groups


def acts(change: SkillChange) -> list[str]:
    """The acts behind a change that is real, as far as the catalogue in use knows them."""
    if change.change not in ("fallen", "risen"):
        return []
    return [
        f'"{it.text}" - {it.before or "open"} before, {it.after or "open"} now ({it.statement})'
        for it in change.answers
        if it.text
    ]


def role_facts(role: RoleChange) -> list[tuple[str, str]]:
    """Coverage, readiness, gates and demands of one role, as labels and texts."""
    before, as_now, after = role.coverage_before, role.coverage_before_as_asked_now, role.coverage_after
    facts = [("Coverage", f"{percent(before.low, before.high)} before, {percent(after.low, after.high)} now")]
    if as_now != before:
        facts.append(("", f"before, held against what is asked now: {percent(as_now.low, as_now.high)}"))
    facts.append(("Readiness", f"{role.readiness_before} before, {role.readiness_after} now"))
    for gate in role.gates:
        softness = "" if gate.firm else " (informs only)"
        was, now = GATES.get(gate.before, gate.before), GATES.get(gate.after, gate.after)
        facts.append(("Gate", f"{gate.kind}{softness}: {was} before, {now} now"))
    for it in role.demands:
        was, now = ("not asked" if level is None else f"level {level}" for level in (it.before, it.after))
        facts.append(("Asked", f"{it.skill}: {was} before, {now} now"))
    return facts


def skill_lists(report: Comparison) -> list[tuple[str, Sequence[str]]]:
    """Skills that are named and not compared, under their headings."""
    lists = [
        ("Now left out, as they do not apply", report.left_out_now),
        ("Counted again", report.counted_again),
        ("Not compared, as only one side tells of them", report.not_compared),
    ]
    return [(heading, skills) for heading, skills in lists if skills]
