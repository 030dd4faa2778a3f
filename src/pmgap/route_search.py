"""The search for routes over career moves: the best few by hours, by gates to wait for, and by number of moves.

What a hop takes depends on what the hops before have closed, so no step has a price of its own and the search looks at
whole routes, best first. Every part of a route's price can only grow as it goes on; the first route that arrives is
therefore the best of all. Catalogues with so many moves that this would not end are cut off and say so.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pmgap.bracket import Bracket
from pmgap.catalogue import Catalogue
from pmgap.closing import Closing
from pmgap.gates import GateResult

MOST_ROUTES = 4
"""The most routes told of: the one of fewest hours and three alternatives."""

MOST_LOOKED_AT = 2000
"""The most hops that one search weighs. The shipped catalogue needs fewer than twenty."""


class Leg(NamedTuple):
    """What one hop takes."""

    closing: Closing
    """Gap steps and hours."""
    gates: tuple[GateResult, ...]
    """Gates of the role reached."""
    before: Mapping[str, Bracket]
    """Levels held before, by skill."""
    after: Mapping[str, Bracket]
    """Levels held after, by skill."""


class Trail(NamedTuple):
    """A route under way or done."""

    roles: tuple[str, ...]
    """Ids of the roles on it, from the first."""
    legs: tuple[Leg, ...]
    """Its hops."""
    hours: float
    """Typical hours of all hops."""
    unpriced_steps: int
    """Certain steps without a known action."""
    waits: frozenset[tuple[str, str | None]]
    """Firm gates not met."""
    unknown: frozenset[tuple[str, str | None]]
    """Firm gates of which is not known whether they are met."""
    wait_months: float = 0.0
    """Months that the longest of the gates not met takes at least; gates can be worked at side by side."""


Price = Callable[[Trail], tuple[float, ...]]


def _by_hours(trail: Trail) -> tuple[float, ...]:
    return trail.unpriced_steps, trail.hours, len(trail.waits), len(trail.unknown), len(trail.legs)


def _by_gates(trail: Trail) -> tuple[float, ...]:
    return (
        trail.wait_months, len(trail.waits), len(trail.unknown), trail.unpriced_steps, trail.hours, len(trail.legs),
    )  # fmt: skip


def _by_moves(trail: Trail) -> tuple[float, ...]:
    return len(trail.legs), trail.unpriced_steps, trail.hours, len(trail.waits), len(trail.unknown)


class RouteSearch:
    """Routes over the career moves of a catalogue; ``leg`` tells what reaching a role takes from levels held."""

    def __init__(self, catalogue: Catalogue, leg: Callable[[str, Mapping[str, Bracket]], Leg]) -> None:
        self.leg = leg
        self.order = {role.id: index for index, role in enumerate(catalogue.roles)}
        self.onward: dict[str, list[str]] = {key: [] for key in self.order}
        self.back: dict[str, list[str]] = {key: [] for key in self.order}
        for move in catalogue.career_moves:
            if move.to_role not in self.onward[move.from_role]:
                self.onward[move.from_role].append(move.to_role)
                self.back[move.to_role].append(move.from_role)

    def routes(self, first: str, goal: str, held: Mapping[str, Bracket]) -> tuple[list[Trail], bool]:
        """The routes worth considering, fewest hours first, and whether every route was looked at."""
        start = Trail((first,), (), 0.0, 0, frozenset(), frozenset())
        if first == goal:
            return [start], True
        if goal not in self.reachable_from(first):
            return [], True
        cheapest, seen_by_hours = self._best(start, goal, held, _by_hours, MOST_ROUTES)
        freest, seen_by_gates = self._best(start, goal, held, _by_gates, 1)
        shortest, seen_by_moves = self._best(start, goal, held, _by_moves, 1)
        found: dict[tuple[str, ...], Trail] = {}
        for trail in (*cheapest[:1], *freest, *shortest, *cheapest[1:]):
            if not any(_is_no_worse(other, trail) for other in found.values()):
                found[trail.roles] = trail
        return sorted(list(found.values())[:MOST_ROUTES], key=_by_hours), (
            seen_by_hours and seen_by_gates and seen_by_moves
        )

    def reachable_from(self, first: str) -> list[str]:
        """Ids of the roles that moves lead to from a role, in catalogue order, without itself."""
        return self._spread(first, self.onward)

    def leading_to(self, goal: str) -> list[str]:
        """Ids of the roles from which moves lead to a role, in catalogue order, without itself."""
        return self._spread(goal, self.back)

    def _spread(self, start: str, steps: Mapping[str, Iterable[str]]) -> list[str]:
        seen = {start: None}
        queue = [start]
        for role in queue:
            for after in steps[role]:
                if after not in seen:
                    seen[after] = None
                    queue.append(after)
        return sorted(set(seen) - {start}, key=self.order.__getitem__)

    def _best(
        self, start: Trail, goal: str, held: Mapping[str, Bracket], price: Price, wanted: int
    ) -> tuple[list[Trail], bool]:
        """The first routes that arrive, best first, and whether the search came to its own end."""
        useful = {goal, *self.leading_to(goal)}
        heap: list[tuple[tuple[float, ...], tuple[int, ...], Trail]] = [
            (price(start), (self.order[start.roles[0]],), start)
        ]
        arrived: list[Trail] = []
        looked_at = 0
        while heap and len(arrived) < wanted and looked_at <= MOST_LOOKED_AT:
            _, places, trail = heapq.heappop(heap)
            if trail.roles[-1] == goal:
                arrived.append(trail)
                continue
            for role in self.onward[trail.roles[-1]]:
                if role in useful and role not in trail.roles:
                    looked_at += 1
                    longer = self._longer(trail, role, held)
                    heapq.heappush(heap, (price(longer), (*places, self.order[role]), longer))
        return arrived or [self._shortest_anyhow(start, goal, held)], looked_at <= MOST_LOOKED_AT

    def _longer(self, trail: Trail, role: str, held: Mapping[str, Bracket]) -> Trail:
        leg = self.leg(role, trail.legs[-1].after if trail.legs else held)
        firm = [gate for gate in leg.gates if gate.firm]
        return Trail(
            roles=(*trail.roles, role),
            legs=(*trail.legs, leg),
            hours=trail.hours + leg.closing.hours.typical,
            unpriced_steps=trail.unpriced_steps + leg.closing.unpriced_steps,
            waits=trail.waits | {(gate.kind, gate.cheapest) for gate in firm if gate.verdict == "gap"},
            unknown=trail.unknown | {(gate.kind, gate.cheapest) for gate in firm if gate.verdict == "unknown"},
            wait_months=max([trail.wait_months, *(gate.months or 0.0 for gate in firm if gate.verdict == "gap")]),
        )

    def _shortest_anyhow(self, start: Trail, goal: str, held: Mapping[str, Bracket]) -> Trail:
        """A route of fewest moves, found without looking at what it takes."""
        came_from: dict[str, str] = {}
        queue = [start.roles[0]]
        for role in queue:
            for after in self.onward[role]:
                if after not in came_from and after != start.roles[0]:
                    came_from[after] = role
                    queue.append(after)
        way = [goal]
        while way[-1] != start.roles[0]:
            way.append(came_from[way[-1]])
        trail = start
        for role in reversed(way[:-1]):
            trail = self._longer(trail, role, held)
        return trail


def _is_no_worse(one: Trail, other: Trail) -> bool:
    """Whether a route takes no more hours, waits, gates or moves than another."""
    return (
        (one.unpriced_steps, one.hours) <= (other.unpriced_steps, other.hours)
        and one.wait_months <= other.wait_months
        and len(one.waits) <= len(other.waits)
        and len(one.unknown) <= len(other.unknown)
        and len(one.legs) <= len(other.legs)
    )
