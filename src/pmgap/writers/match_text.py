"""A match over all roles as text for people."""

from collections.abc import Sequence

from pmgap.matching import Match, Reason, RoleMatch
from pmgap.sentences import either
from pmgap.writers.assessment_words import how_many_more
from pmgap.writers.screen import Sheet, percent

MOST_SHOWN = 3
"""Entries of a list that are shown; the rest is counted."""

ORDER_NOTE = (
    "Roles stand in the order of the catalogue, which is no order of rank. pmgap assess --role ROLE tells more of one."
)


def write_match(report: Match, sheet: Sheet) -> None:
    """Draw the groups of roles, with reasons; first of all what to answer while too little is known."""
    name = f"{report.name} - " if report.name else ""
    sheet.title(f"{name}Which roles fit", f"catalogue {report.catalogue.id} {report.catalogue.version}")
    sheet.line(report.because)
    if report.unclear_roles:
        _answer_first(report, sheet)
    for group in report.groups:
        sheet.heading(f"{group.word.capitalize()}: {group.meaning} ({len(group.roles)})")
        told, untold = split(group.roles)
        for role in told:
            _role(role, sheet)
        if untold:
            sheet.line(nothing_known(untold), indent=2)
    _carry_over(report, sheet)
    sheet.heading("The one skill that would open most")
    sheet.line(opening(report), indent=2)
    sheet.heading("Where your background leads, by the rules of the catalogue")
    for line in background_lines(report):
        sheet.bullet(line)
    if report.answer_first and not report.unclear_roles:
        _answer_first(report, sheet)
    if report.not_applicable:
        sheet.heading("Left out, as you said they do not apply")
        sheet.line(", ".join(report.not_applicable_names), indent=2)
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)
    sheet.gap()
    sheet.line(ORDER_NOTE, indent=2, style="dim")


def _role(match: RoleMatch, sheet: Sheet) -> None:
    low, high = match.coverage.low, match.coverage.high
    sheet.line(match.role.title, 2, "bold")
    sheet.pairs(
        [
            ("Coverage", f"{percent(low, high)}  {sheet.band(low, high, 20).plain}"),
            ("For", for_line(match)),
            ("Against", against_line(match)),
            *[("Find out", text) for text in open_gates(match)],
            *[("Background", text) for text in match.background],
        ],
        indent=4,
    )


def split(roles: Sequence[RoleMatch]) -> tuple[list[RoleMatch], list[RoleMatch]]:
    """The roles of which there is something to tell, and those of which nothing is known at all."""
    untold = [
        it
        for it in roles
        if not (it.reasons_for or it.reasons_against or it.background) and (it.coverage.low, it.coverage.high) == (0, 1)
    ]
    return [it for it in roles if it not in untold], untold


def nothing_known(roles: Sequence[RoleMatch]) -> str:
    """The roles of which nothing is known, in a sentence."""
    return f"Nothing is known yet of what these ask (coverage 0-100 %): {', '.join(it.role.title for it in roles)}."


def open_gates(match: RoleMatch) -> list[str]:
    """The firm gates of which is not known whether they are met."""
    return [
        f"{gate.kind} gate: {either(way.text for way in gate.alternatives if way.verdict == 'unknown')}"
        for gate in match.gates
        if gate.firm and gate.verdict == "unknown"
    ]


def for_line(match: RoleMatch) -> str:
    """The strengths shown, in a line."""
    return _reasons(match.reasons_for, match.more_for) or "nothing shown yet"


def against_line(match: RoleMatch) -> str:
    """The certain gaps and the gates not met, in a line."""
    return _reasons(match.reasons_against, match.more_against) or "nothing certain"


def _reasons(reasons: tuple[Reason, ...], more: int) -> str:
    named = "; ".join(f"{it.name} ({it.what})" for it in reasons)
    return f"{named}; and {more} more" if more else named


def _answer_first(report: Match, sheet: Sheet) -> None:
    shown = report.answer_first[:MOST_SHOWN]
    sheet.heading("Answer first: it would narrow most")
    for it in shown:
        sheet.bullet(f"{it.name}. {it.because}")
    if left := len(report.answer_first) - len(shown):
        sheet.line(
            f"{how_many_more(left, 'is open', 'are open')}. pmgap assess --role ROLE in a terminal asks.",
            indent=2,
            style="dim",
        )


def _carry_over(report: Match, sheet: Sheet) -> None:
    sheet.heading("Strengths that carry over to most roles")
    shown = report.carry_over[: 2 * MOST_SHOWN]
    for it in shown:
        sheet.bullet(f"{it.name}. {it.because}")
    if left := len(report.carry_over) - len(shown):
        sheet.line(f"{left} more in --format json.", indent=2, style="dim")
    if not shown:
        sheet.line("None is known yet.", indent=2)


def opening(report: Match) -> str:
    """The step that would open most roles, in a line."""
    if report.opens_most is None:
        if report.unclear_roles:
            return "Not to be told yet: no step is certainly missing, and too much is open. Answering comes first."
        return "No step is certainly missing anywhere, as far as is known."
    return f"{report.opens_most.name}. {report.opens_most.because}"


def background_lines(report: Match) -> list[str]:
    """The roles that the background leads to, one line each."""
    lines = [f"{fit.role.title}: {' '.join(fit.because)}" for fit in report.background]
    return lines or ["Nothing in the background says so yet. Fields of study and work, years and certificates count."]
