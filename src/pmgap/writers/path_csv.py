"""A path between two roles as a table for spreadsheets."""

from collections.abc import Iterator

from pmgap.hops import Hop
from pmgap.paths import PathReport
from pmgap.writers.csv_table import Cell, csv_text
from pmgap.writers.path_text import pay_words

HEADS = (
    "route", "hop", "from", "to", "move", "skill", "name", "importance", "low", "high", "required", "certain steps",
    "possible steps", "hours", "least hours", "most hours", "actions", "firm gates not met", "firm gates not known",
    "pay from", "pay to", "work that earns evidence",
)  # fmt: skip


def path_csv(report: PathReport) -> str:
    """One row per route, hop and skill with a step missing; a hop without one has a single row without a skill.

    A path that the catalogue does not list is route 0.
    """
    rows = [row for number, route in enumerate(report.routes, 1) for row in _rows(number, route.hops)]
    if report.unreachable is not None:
        rows.extend(_rows(0, (report.unreachable.direct,)))
    return csv_text(HEADS, rows)


def _rows(route: int, hops: tuple[Hop, ...]) -> Iterator[tuple[Cell, ...]]:
    for number, hop in enumerate(hops, 1):
        start: tuple[Cell, ...] = (route, number, hop.from_.id, hop.to.id, hop.kind)
        gates = tuple(
            "; ".join(gate.kind for gate in hop.gates if gate.firm and gate.verdict == verdict)
            for verdict in ("gap", "unknown")
        )
        pay = tuple(pay_words(it) for it in (hop.pay_from, hop.pay_to))
        work = {it.skill: it.action for it in hop.current_work}
        if not hop.closing.skills:
            yield (*start, *(None,) * 12, *gates, *pay, None)
        for it in hop.closing.skills:
            hours = (it.hours.typical, it.hours.least, it.hours.most) if it.hours else (None, None, None)
            yield (
                *start, it.skill, it.name, it.importance, it.bracket.low, it.bracket.high, it.required, it.certain,
                it.possible, *hours, "; ".join(it.actions), *gates, *pay, work.get(it.skill),
            )  # fmt: skip
