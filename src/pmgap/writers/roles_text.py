"""Roles as text for people."""

from pmgap.role_views import Difference, Pay, RoleComparison, RoleDetail, RoleList
from pmgap.sentences import counted, either
from pmgap.writers.pay_line import pay_line
from pmgap.writers.screen import Sheet
from pmgap.writers.source_rows import source_rows


def write_role_list(report: RoleList, sheet: Sheet) -> None:
    """Draw the list of roles with pay, country, date and doubt marks."""
    sheet.table(
        ("Role", "Pay", "Where", "Source", "Read"),
        [
            (
                role.id,
                _amount(role.salary) if role.salary else "not given",
                f"{role.salary.country}/{role.salary.period}" if role.salary else "",
                role.salary.source.partition(":")[0] if role.salary else "",
                role.salary.accessed if role.salary else "",
            )
            for role in report.roles
        ],
        numeric=(1, 4),
    )
    pays = [role.salary for role in report.roles if role.salary]
    notes = []
    if any(pay.doubtful for pay in pays):
        notes.append("? doubtful figure")
    if any(not pay.period_and_country_stated for pay in pays):
        notes.append("* period and country inferred")
    sheet.gap()
    if notes:
        sheet.line("; ".join(notes) + ".", indent=2)
    if pays:
        sheet.line(
            "Averages as cited by their source on that date, without sample size; the order of this list is not an order "
            "of rank or pay.",
            indent=2,
        )
    sheet.line("More: pmgap roles ROLE shows one in full, pmgap roles ROLE ROLE compares two.", indent=2)


def _amount(pay: Pay) -> str:
    marks = ("?" if pay.doubtful else "") + ("" if pay.period_and_country_stated else "*")
    return f"{marks}{pay.currency} {pay.amount:,}"


def write_role(report: RoleDetail, sheet: Sheet) -> None:
    """Draw one role in full, every fact with its source."""
    role = report.role
    sheet.title(role.title, role.id)
    sheet.line(role.summary)
    others = [name for name in role.aliases if name.casefold() != role.title.casefold()]
    rows = [("Also called", ", ".join(others))] if others else []
    if role.confidence:
        rows.append(("Sources", f"support this role with {role.confidence} confidence"))
    if role.reports_to:
        rows.append(("Reports to", role.reports_to.role))
    if report.next_roles:
        rows.append(("Leads to", ", ".join(report.next_roles)))
    rows.append(("Pay", pay_line(report.salary) if report.salary else "no source of this catalogue gives a figure"))
    sheet.gap()
    sheet.pairs(rows)
    if report.salary and report.salary.doubt:
        sheet.line(f"Doubt: {report.salary.doubt}", indent=2)
    sheet.heading("What the person does")
    for fact in role.responsibilities:
        sheet.bullet(f"{fact.text} [{', '.join(fact.sources)}]")
    sheet.heading("What is asked")
    sheet.table(
        ("Skill", "Level", "Importance", "From"),
        [(it.name, f"{it.level} {it.level_name}", it.importance, ", ".join(it.sources)) for it in report.requirements],
    )
    notes = [it for it in report.requirements if it.note]
    if notes:
        sheet.heading("Where the sources differ")
        for it in notes:
            sheet.bullet(f"{it.name}: {it.note}")
    if role.gates:
        sheet.heading("Gates (any one alternative will do)")
        for gate in role.gates:
            ways = either(way.text for way in gate.alternatives)
            informs = "" if gate.firm else " (informs only)"
            sheet.bullet(f"{gate.kind.capitalize()}{informs}: {ways} [{', '.join(gate.sources)}]")
            if gate.note:
                sheet.line(gate.note, indent=4)
    sheet.heading("Sources")
    sheet.pairs(source_rows(report.sources))
    if report.citations:
        sheet.pairs([(key, f"= {meaning}") for key, meaning in sorted(report.citations.items())])


def write_role_comparison(report: RoleComparison, sheet: Sheet) -> None:
    """Draw what the second role asks beyond the first."""
    first, second = report.first, report.second
    sheet.title(f"From {first.title} to {second.title}")
    sheet.heading(f"{second.title} asks more")
    if report.more:
        sheet.table(
            ("Skill", first.title, second.title, "Steps"),
            [(it.name, _side(it, first=True), _side(it, first=False), f"+{it.steps}") for it in report.more],
            numeric=(3,),
        )
    else:
        sheet.line("Nothing: every skill is asked at the same level or lower.", indent=2)
    changed = [it for it in report.same if it.first_importance != it.second_importance]
    if changed:
        sheet.heading("Same level, other importance")
        sheet.table(
            ("Skill", first.title, second.title),
            [(it.name, _side(it, first=True), _side(it, first=False)) for it in changed],
        )
    if report.less:
        sheet.heading(f"{second.title} asks less")
        sheet.line(", ".join(f"{it.name} ({it.first} to {it.second})" for it in report.less), indent=2)
    same = len(report.same) - len(changed)
    sheet.gap()
    sheet.line(f"{counted(same, 'skill')} {'is' if same == 1 else 'are'} asked alike.", indent=2)
    sheet.heading("Gates")
    for entry, gates in ((first, report.first_gates), (second, report.second_gates)):
        firm = [gate for gate in gates if gate.firm]
        for gate in firm:
            sheet.bullet(f"{entry.title}, {gate.kind}: {either(way.text for way in gate.alternatives)}")
        if not firm:
            sheet.bullet(f"{entry.title}: none given by the sources")
    sheet.heading("Pay")
    for entry in (first, second):
        sheet.bullet(f"{entry.title}: {pay_line(entry.salary) if entry.salary else 'no figure'}")


def _side(it: Difference, *, first: bool) -> str:
    level, importance = (it.first, it.first_importance) if first else (it.second, it.second_importance)
    return f"{level} ({importance})" if importance else "not asked"
