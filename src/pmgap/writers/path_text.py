"""A path between two roles as text for people."""

from pmgap.closing import Hours, SkillClosing
from pmgap.gates import GateResult
from pmgap.hops import Hop
from pmgap.paths import PathReport, Route
from pmgap.role_views import Pay
from pmgap.sentences import counted, span
from pmgap.writers.assessment_words import GATES
from pmgap.writers.pay_line import pay_line
from pmgap.writers.screen import Sheet

MOST_SHOWN = 3
"""Pieces of current work that are shown; the rest is counted."""

MONTHS_TOLD = 24
"""Months from which on a wait is told in years."""

HOURS_NOTE = (
    "Each move starts from what the moves before it have closed. Hours are those of the cheapest actions, skill by skill, "
    "mostly estimates; pmgap plan finds what closes several gaps at once. Doing a step is not yet showing it, and nobody "
    "can promise a post or a date."
)
PAY_NOTE = "Pay is as cited on the date given, without sample size; routes are never sorted by it."


def write_path(report: PathReport, sheet: Sheet, *, full: bool = False) -> None:
    """Draw the routes hop by hop, or why there is none and what comes nearest."""
    name = f"{report.name} - " if report.name else ""
    catalogue = f"catalogue {report.catalogue.id} {report.catalogue.version}"
    sheet.title(f"{name}From {report.from_.title} to {report.to.title}", catalogue)
    sheet.line(report.start)
    if not report.all_seen:
        sheet.line(NOT_ALL_SEEN)
    for number, route in enumerate(report.routes, 1):
        _route(route, number, len(report.routes), sheet, full=full)
    if report.straight is not None:
        sheet.heading(STRAIGHT)
        sheet.line(report.straight.because, indent=2)
    if report.unreachable is not None:
        sheet.heading("No listed route")
        for line in unreachable_lines(report):
            sheet.bullet(line)
        _hop(report.unreachable.direct, "As a move of your own:", sheet, full=full)
    if any(route.hops for route in report.routes) or report.unreachable is not None:
        sheet.gap()
        sheet.line(HOURS_NOTE, style="dim")
        sheet.line(PAY_NOTE, style="dim")


STRAIGHT = "Another way to consider"
NOT_ALL_SEEN = "This catalogue lists so many moves that not every route was looked at."


def unreachable_lines(report: PathReport) -> list[str]:
    """Why no route is listed, and what comes nearest."""
    found = report.unreachable
    if found is None:
        return []
    return [found.because, *(it.because for it in (found.nearest, found.bridge) if it is not None)]


def route_title(route: Route, number: int, of: int) -> str:
    """What a route is called: its number where there are several, and its roles."""
    roles = " > ".join(role.title for role in route.roles)
    return f"Route {number} of {of}: {roles}" if of > 1 else roles


def route_facts(route: Route) -> list[tuple[str, str]]:
    """What a route takes as a whole, as labels and texts."""
    facts = [
        ("Steps", f"{counted(route.certain_steps, 'certain level step')}, {hours_line(route.hours)}"),
        ("Gates", gates_line(route)),
    ]
    if route.unpriced_steps:
        facts.append(("", f"{counted(route.unpriced_steps, 'step')} without a known action are not in the hours"))
    if route.open_hours.typical:
        told = f"{hours_line(route.open_hours)} more if the lowest levels hold that the answers allow"
        facts.append(("Not known", told))
    if route.stepping_stone is not None:
        facts.append(("Stepping stone", route.stepping_stone.because))
    return facts


def hours_line(hours: Hours) -> str:
    """Hours with their range."""
    if hours.least == hours.most:
        return f"about {hours.typical:g} hours"
    return f"about {hours.typical:g} hours ({hours.least:g}-{hours.most:g})"


def gates_line(route: Route) -> str:
    """How many gates of a route are in the way."""
    parts = []
    if route.gate_waits:
        wait = f", which takes at least {_months(route.wait_months)}" if route.wait_months else ""
        parts.append(f"{route.gate_waits} not met{wait}")
    if route.gates_unknown:
        parts.append(f"{route.gates_unknown} not known, as the background does not say")
    return "; ".join(parts) or "none in the way"


def _months(months: float) -> str:
    whole = max(1, round(months))
    return f"{counted(whole, 'month')} full time" if whole < MONTHS_TOLD else f"about {months / 12:.1f} years full time"


def _route(route: Route, number: int, of: int, sheet: Sheet, *, full: bool) -> None:
    sheet.heading(route_title(route, number, of))
    sheet.line(route.because, indent=2)
    if route.hops:
        sheet.pairs(route_facts(route))
    for index, hop in enumerate(route.hops, 1):
        _hop(hop, f"{index}.", sheet, full=full)


def _hop(hop: Hop, mark: str, sheet: Sheet, *, full: bool) -> None:
    sheet.heading(f"{mark} {hop.from_.title} to {hop.to.title} ({hop.kind})")
    sheet.line(hop.because, indent=2)
    if rows := skill_rows(hop):
        sheet.table(("Skill", "Now", "Asked", "Steps", "", "Hours"), rows, numeric=(1, 2, 3, 5))
    sheet.pairs([*[("Gate", line) for line in gate_lines(hop)], *pay_rows(hop)])
    shown = hop.current_work if full else hop.current_work[:MOST_SHOWN]
    if shown:
        sheet.line(f"Work as {hop.from_.title} that already earns evidence:", indent=2)
    for it in shown:
        sheet.bullet(f"{it.name}: {it.title} ({', '.join(it.statements)})", indent=4)
        if full:
            sheet.line(it.because, indent=6, style="dim")
    if left := len(hop.current_work) - len(shown):
        sheet.line(f"{left} more with --full.", indent=4, style="dim")


def skill_rows(hop: Hop) -> list[tuple[str, ...]]:
    """One row per skill with a certain step missing: name, level, asked, steps, importance, hours."""
    return [
        (it.name, span(it.bracket), str(it.required), str(it.certain), it.importance, _skill_hours(it))
        for it in hop.closing.skills
        if it.certain
    ]


def _skill_hours(it: SkillClosing) -> str:
    return "not known" if it.hours is None else f"{it.hours.typical:g}"


def gate_lines(hop: Hop) -> list[str]:
    """How each gate of the role reached stands; of one that is not known, what it asks for."""
    return [_gate(gate) for gate in hop.gates] or [f"none is given for {hop.to.title}"]


def _gate(gate: GateResult) -> str:
    told = f"{gate.kind}{'' if gate.firm else ', informs only'}: {GATES[gate.verdict]}."
    if gate.verdict == "unknown":
        return f"{told} Any of: {'; '.join(way.text for way in gate.alternatives)}."
    return f"{told} {gate.because}"


def pay_rows(hop: Hop) -> list[tuple[str, str]]:
    """Published pay of both roles, each with country, source, date and doubt."""
    sides = ((hop.from_.title, hop.pay_from), (hop.to.title, hop.pay_to))
    return [("Pay", f"{title}: {pay_words(pay)}") for title, pay in sides]


def pay_words(pay: Pay | None) -> str:
    """Published pay with country, source, date and doubt, or that there is none."""
    if pay is None:
        return "no source of this catalogue gives a figure"
    return f"{pay_line(pay)}{f'. Doubt: {pay.doubt}' if pay.doubt else ''}"
