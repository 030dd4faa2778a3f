"""Skills as text for people."""

from pmgap.skill_views import SkillDetail, SkillList
from pmgap.writers.screen import Sheet
from pmgap.writers.source_rows import source_rows

SETTINGS = {
    "without-job": "without a product job",
    "in-job": "in a product job",
    "either": "with or without a product job",
}


def write_skill_list(report: SkillList, sheet: Sheet) -> None:
    """Draw the list of skills, group by group."""
    for group in dict.fromkeys(skill.group_name for skill in report.skills):
        sheet.heading(group)
        sheet.table(
            ("Skill", "Name", "Must in"),
            [
                (skill.id, skill.name, f"{len(skill.must_in)} roles" if len(skill.must_in) != 1 else "1 role")
                for skill in report.skills
                if skill.group_name == group
            ],
        )
    sheet.gap()
    sheet.line("More: pmgap skills SKILL shows one in full.", indent=2)


def write_skill(report: SkillDetail, sheet: Sheet) -> None:
    """Draw one skill in full: levels, statements, exemplars, actions, sources."""
    skill = report.skill
    sheet.title(skill.name, skill.id)
    sheet.line(skill.definition)
    sheet.gap()
    rows = [("Group", report.group_name)]
    if skill.demand:
        counts = ", ".join(f"{it.percent:g} % of {it.of} postings [{it.source}]" for it in skill.demand)
        rows.append(("Named in", counts))
    rows.append(("Asked by", ", ".join(f"{it.role} {it.level} ({it.importance})" for it in report.asked_by)))
    sheet.pairs(rows)
    for level in skill.levels:
        sheet.heading(f"{level.level} {report.level_names.get(str(level.level), '')}: {level.meaning}")
        for statement in level.statements:
            families = f" (for {', '.join(statement.families)} roles)" if statement.families else ""
            sheet.bullet(f"{statement.text}{families}", mark=statement.id)
        if level.exemplar:
            sheet.line(level.exemplar, indent=2, style="dim")
    sheet.heading("What moves it up")
    for action in report.actions:
        facts = f"{action.id}: {action.kind}, {action.hours:g} hours ({action.hours_basis}), {action.cost}, {SETTINGS[action.setting]}"
        sheet.bullet(f"{action.title}.", mark=f"{action.from_level} to {action.to_level}")
        unread = "" if action.read or action.sources == ("judgement",) else ", source not read"
        sheet.line(f"{facts} [{', '.join(action.sources)}{unread}] {action.url or ''}".rstrip(), indent=9, style="dim")
    for programme in report.programmes:
        moves = ", ".join(f"{it.from_level} to {it.to_level}" for it in programme.moves if it.skill == skill.id)
        sheet.bullet(f"{programme.name}, {programme.provider} (moves other skills too).", mark=moves)
        sheet.line(programme.id, indent=9, style="dim")
    if skill.esco:
        sheet.heading("In ESCO")
        for link in skill.esco:
            sheet.bullet(f"{link.label} ({link.match}): {link.uri}")
    if skill.cautions:
        sheet.heading("Easily mistaken")
        for caution in skill.cautions:
            sheet.bullet(f"{caution.term}: {caution.caution}")
    sheet.heading("Sources")
    sheet.pairs(source_rows(report.sources))
