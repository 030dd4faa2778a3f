"""A path between two roles as a page that needs nothing else: each route as a timeline, pay side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmgap.hops import Hop
from pmgap.paths import PathReport
from pmgap.role_views import Pay
from pmgap.writers.assessment_words import GATES, GOALS
from pmgap.writers.html_page import distances, render
from pmgap.writers.path_text import (
    HOURS_NOTE,
    NOT_ALL_SEEN,
    PAY_NOTE,
    STRAIGHT,
    route_facts,
    route_title,
    unreachable_lines,
)

TIMELINE = 240
"""Width of a timeline in the units of its drawing."""


class Stretch(NamedTuple):
    """A hop on the timeline."""

    hop: Hop
    """The hop."""
    start: float
    """Typical hours of the hops before it."""


class DrawnRoute(NamedTuple):
    """A route with what its part of the page says."""

    title: str
    """What it is called."""
    because: str
    """Why it is worth considering."""
    facts: Sequence[tuple[str, str]]
    """What it takes as a whole; nothing where there is no hop."""
    stretches: Sequence[Stretch]
    """Its hops, one after the other."""


def path_html(report: PathReport) -> str:
    """The routes hop by hop, or why there is none and what comes nearest."""
    routes = [
        DrawnRoute(
            title=route_title(route, number, len(report.routes)),
            because=route.because,
            facts=route_facts(route) if route.hops else (),
            stretches=_stretches(route.hops),
        )
        for number, route in enumerate(report.routes, 1)
    ]
    own = _stretches(() if report.unreachable is None else (report.unreachable.direct,))
    drawn = [*(it for route in routes for it in route.stretches), *own]
    longest = max((it.start + it.hop.closing.hours.most for it in drawn), default=0) or 1
    closings = [skill for it in drawn for skill in it.hop.closing.skills]
    return render(
        "path.html",
        report=report,
        title=f"From {report.from_.title} to {report.to.title}",
        routes=routes,
        unreachable=unreachable_lines(report),
        own=own,
        straight=STRAIGHT,
        ticks=distances(longest),
        unit=TIMELINE / longest,
        top=max((max(it.required, it.bracket.high) for it in closings), default=1) or 1,
        pay=_pay(it.hop for it in drawn),
        gates=_firm_gates,
        number="{:g}".format,
        words=GATES,
        goals=GOALS,
        not_all_seen=NOT_ALL_SEEN,
        hours_note=HOURS_NOTE,
        pay_note=PAY_NOTE,
    )


def _stretches(hops: Iterable[Hop]) -> list[Stretch]:
    found: list[Stretch] = []
    start = 0.0
    for hop in hops:
        found.append(Stretch(hop, start))
        start += hop.closing.hours.typical
    return found


def _pay(hops: Iterable[Hop]) -> list[tuple[str, Pay | None]]:
    """Every role of some hops with its published pay, in the order in which one comes to it."""
    found: dict[str, tuple[str, Pay | None]] = {}
    for hop in hops:
        found.setdefault(hop.from_.id, (hop.from_.title, hop.pay_from))
        found.setdefault(hop.to.id, (hop.to.title, hop.pay_to))
    return list(found.values())


def _firm_gates(hop: Hop) -> str:
    """How the gates stand that can be in the way: ``education not met``."""
    told = [f"{gate.kind} {GATES[gate.verdict]}" for gate in hop.gates if gate.firm and gate.verdict != "met"]
    return ", ".join(told) or ("met" if any(gate.firm for gate in hop.gates) else "none")
