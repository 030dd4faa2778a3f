"""Ways up one skill: chains of actions and courses, of which only those stay that no other chain outdoes.

Minutes and cents are whole numbers, so that sums are exact, or ``inf`` for what nobody can pay.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple


class Edge(NamedTuple):
    """One way to raise one skill."""

    skill: str
    """Id of the skill."""
    from_level: int
    """Lowest level from which it can be taken."""
    to_level: int
    """Level that it leads to, above ``from_level``."""
    minutes: float
    """Minutes that it costs; 0 for an edge of a course."""
    cents: float
    """Cents that it costs; 0 for an edge of a course."""
    name: str
    """Id of the action or course."""
    needs: tuple[tuple[str, int], ...] = ()
    """Levels of other skills that it needs first."""


class Climb(NamedTuple):
    """One skill: where it stands and what each level up is worth."""

    skill: str
    """Id of the skill."""
    start: int
    """Level to start from."""
    values: tuple[int, ...]
    """Value of the step from ``start + i`` to ``start + i + 1``, at least 0."""


class Chain(NamedTuple):
    """Edges of one skill, one after the other."""

    minutes: float
    """Minutes of all its edges."""
    cents: float
    """Cents of all its edges."""
    value: int
    """Value of the steps that it closes."""
    level: int
    """Level that it leads to."""
    edges: tuple[Edge, ...]
    """Its edges, lowest first; none for staying where one is."""


def chains(climb: Climb, edges: Iterable[Edge], least: int = 0, stops: Collection[int] = ()) -> list[Chain]:
    """Every chain that no other one outdoes, staying where one is among them.

    ``least`` is a level that must be reached; at each level of ``stops`` an edge must end.
    """
    by_target: dict[int, list[Edge]] = {}
    for edge in edges:
        by_target.setdefault(edge.to_level, []).append(edge)
    reached: dict[int, list[Chain]] = {climb.start: [Chain(0, 0, 0, climb.start, ())]}
    for target in sorted(by_target):
        lowest = max([climb.start, *(stop for stop in stops if stop < target)])
        found = [
            Chain(
                below.minutes + edge.minutes,
                below.cents + edge.cents,
                below.value + sum(climb.values[level - climb.start : target - climb.start]),
                target,
                (*below.edges, edge),
            )
            for edge in by_target[target]
            for level in range(max(edge.from_level, lowest), target)
            for below in reached.get(level, ())
        ]
        if found:
            reached[target] = _undominated(found)
    highest = max([least, *stops])
    return _undominated([chain for level, found in reached.items() if level >= highest for chain in found])


def _undominated(found: list[Chain]) -> list[Chain]:
    """The chains that no other one matches in value, minutes and cents; the first of equals stays."""
    kept: list[Chain] = []
    for chain in sorted(found, key=lambda it: (it.minutes, it.cents, -it.value)):
        if all(it.cents > chain.cents or it.value < chain.value for it in kept):
            kept.append(chain)
    return kept
