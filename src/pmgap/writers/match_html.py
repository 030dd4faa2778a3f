"""A match over all roles as a page that needs nothing else: every role at a glance, then the reasons one by one."""

from pmgap.matching import Match, RoleMatch
from pmgap.readiness import ReadinessWord
from pmgap.writers.assessment_words import GOALS, how_many_more
from pmgap.writers.html_page import render
from pmgap.writers.match_text import ORDER_NOTE, background_lines, nothing_known, open_gates, opening, split

_ICONS: dict[ReadinessWord, str] = {
    "ready": "met", "within reach": "unclear", "build first": "gap", "unclear": "not asked",
}  # fmt: skip
"""Readiness word to the verdict whose shape stands beside it."""


def match_html(report: Match) -> str:
    """The groups of roles, with the reasons for and against each."""
    title = "Which roles fit"
    return render(
        "match.html",
        report=report,
        title=f"{report.name}: {title.lower()}" if report.name else title,
        icons=_ICONS,
        deciding=next((it.verdicts[0].importance for group in report.groups for it in group.roles if it.verdicts), ""),
        musts=_heaviest_shown,
        gates=_firm_gates,
        opening=opening(report),
        background=background_lines(report),
        split=split,
        nothing_known=nothing_known,
        open_gates=open_gates,
        note=ORDER_NOTE,
        goals=GOALS,
        how_many_more=how_many_more,
        most=2 * GOALS,
    )


def _heaviest_shown(match: RoleMatch) -> str:
    """How many requirements of the heaviest importance are shown: ``7 of 14``."""
    if not match.verdicts:
        return "none asked"
    first = match.verdicts[0]
    return f"{first.met} of {first.met + first.gap + first.unclear + first.not_asked}"


def _firm_gates(match: RoleMatch) -> str:
    """How the gates stand that can be in the way: ``1 not met, 1 not known``."""
    verdicts = [gate.verdict for gate in match.gates if gate.firm]
    if not verdicts:
        return "none"
    words = (("gap", "not met"), ("unknown", "not known"))
    parts = [f"{verdicts.count(verdict)} {word}" for verdict, word in words if verdict in verdicts]
    return ", ".join(parts) or "met"
