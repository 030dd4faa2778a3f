"""The search behind a plan: the most valuable set of actions and programmes within time and money, exactly.

An *edge* raises one skill from a level to a higher one; a *course* is a programme, paid for once, whose edges are then
free. Values are whole numbers. The search branches on the courses, prunes with a bound that no plan can beat, and
solves what is left - one chain of edges per skill - by a dynamic programme (``plan_filling``). That leaves out what
skills need of each other; where a solution breaks such a need, or its steps wait for each other in a circle, the
search branches again on what could mend it.

Of equally valuable plans the one with fewer courses wins, then fewer minutes, then fewer cents, then the one that the
search meets first, which is always the same one. See docs/decisions/0005-plan-search.md for what was measured.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pmgap.plan_chains import Chain, Climb, Edge, chains
from pmgap.plan_filling import fill

RATES = 24
"""How many rates of value per minute the bound on a set of courses is tried at."""

NEXT_RATE = 1 / 1.4
"""Each rate as a share of the one before, from the best rate that anything offers."""

SLACK = 1e-6
"""Room for rounding when a bound is cut to a whole number."""


class Course(NamedTuple):
    """Something paid for once that raises several skills, each at most once."""

    name: str
    """Id of the programme; no action has the same."""
    minutes: float
    """Minutes that it costs."""
    cents: float
    """Cents that it costs."""
    edges: tuple[Edge, ...]
    """What it raises."""


class Choice(NamedTuple):
    """The best plan."""

    value: int
    """Sum of the values of the steps closed."""
    minutes: float
    """Minutes of everything chosen."""
    cents: float
    """Cents of everything chosen."""
    edges: tuple[Edge, ...]
    """Edges used, course edges included, skill by skill from the lowest level."""
    courses: tuple[str, ...]
    """Courses taken."""


class Arc(NamedTuple):
    """One edge that has to come before another."""

    first: Edge
    """The edge that comes first."""
    then: Edge
    """The edge that waits for it."""
    level: int | None
    """The level of the first edge's skill that the other needs; none where both belong to one chain."""


class _Branch(NamedTuple):
    """What has been decided on the way to a plan that can be carried out."""

    reached: frozenset[tuple[str, int]] = frozenset()
    """Skills and levels that the plan has to reach, because something in it needs them."""
    renounced: frozenset[tuple[str, int]] = frozenset()
    """Skills and levels that nothing in the plan may need."""
    barred: frozenset[tuple[str, str]] = frozenset()
    """Skills and names of edges that are not used."""
    stops: frozenset[tuple[str, int]] = frozenset()
    """Skills and levels at which an edge has to end."""


UNDECIDED = _Branch()


def best_plan(
    climbs: Sequence[Climb], actions: Sequence[Edge], courses: Sequence[Course], minutes: float, cents: float
) -> Choice:
    """The most valuable plan within ``minutes`` and ``cents`` (both at least 0; ``inf`` for no limit)."""
    search = _Search(climbs, actions, courses, minutes, cents)
    for taken in search.subsets():
        search.solve(taken)
    return search.best


class _Search:
    def __init__(
        self, climbs: Sequence[Climb], actions: Sequence[Edge], courses: Sequence[Course], minutes: float, cents: float
    ) -> None:
        self.climbs = list(climbs)
        self.start = {climb.skill: climb.start for climb in climbs}
        self.values = {(it.skill, it.start + index): value for it in climbs for index, value in enumerate(it.values)}
        self.minutes = minutes
        self.cents = cents
        self.actions = [it for it in actions if it.minutes <= minutes and it.cents <= cents and self._usable(it)]
        self.courses = [it for it in courses if it.minutes <= minutes and it.cents <= cents and self._leads_up(it)]
        self.ways_up: dict[str, list[Edge]] = {}
        for edge in self.actions:
            self.ways_up.setdefault(edge.skill, []).append(edge)
        self.best = Choice(0, 0, 0, (), ())
        self.found: dict[tuple[str, tuple[str, ...]], list[Chain]] = {}
        self.covers = {
            it.name: [(edge.skill, level) for edge in it.edges for level in range(edge.from_level, edge.to_level)]
            for it in self.courses
        }
        self._prepare_bound()

    def _usable(self, action: Edge) -> bool:
        return action.skill in self.start and all(skill in self.start for skill, level in action.needs if level > 0)

    def _leads_up(self, course: Course) -> bool:
        return any(edge.to_level > self.start.get(edge.skill, edge.to_level) for edge in course.edges)

    def _prepare_bound(self) -> None:
        cheapest: dict[tuple[str, int], float] = {}
        for edge in self.actions:
            share = edge.minutes / (edge.to_level - edge.from_level)
            for level in range(edge.from_level, edge.to_level):
                step = (edge.skill, level)
                cheapest[step] = min(share, cheapest.get(step, share))
        within_reach = {step for steps in self.covers.values() for step in steps} | cheapest.keys()
        worth = {step: value for step, value in self.values.items() if value and step in within_reach}
        self.most = sum(worth.values())
        rates = [value / cheapest[step] for step, value in worth.items() if cheapest.get(step)]
        rates += [sum(worth.get(it, 0) for it in self.covers[course.name]) / course.minutes
                  for course in self.courses if course.minutes]  # fmt: skip
        self.prices = [
            (rate, {step: min(value, rate * cheapest.get(step, float("inf"))) for step, value in worth.items()})
            for rate in (max(rates, default=0) * NEXT_RATE**power for power in range(RATES))
            if rate
        ]

    def subsets(self) -> Iterator[list[Course]]:
        """Sets of courses, fewest first, leaving out every set whose bound cannot beat the best plan so far."""
        layer: list[tuple[int, list[Course]]] = [(0, [])]
        while layer:
            following = []
            for first, taken in layer:
                bound = self._bound(taken)
                if bound < self.best.value or (bound == self.best.value and len(taken) > len(self.best.courses)):
                    continue
                yield taken
                for index in range(first, len(self.courses)):
                    more = [*taken, self.courses[index]]
                    if sum(it.minutes for it in more) <= self.minutes and sum(it.cents for it in more) <= self.cents:
                        following.append((index + 1, more))
            layer = following

    def _bound(self, taken: Sequence[Course]) -> int:
        """No plan with these courses, and perhaps others, is worth more.

        The steps that the courses cover are counted in full. For the rest, every rate r (value per minute) gives a
        bound by duality: a step costs what its cheapest action costs at that rate, or its own value if that is less;
        the minutes left are worth r each; and a course may give away what its steps cost beyond its own minutes. The
        least of these bounds over some rates holds, and so does the value of everything that can be reached at all.
        """
        room = self.minutes - sum(it.minutes for it in taken)
        if room == float("inf"):
            return self.most
        covered = {step for it in taken for step in self.covers[it.name]}
        names = {it.name for it in taken}
        gained = sum(self.values.get(step, 0) for step in covered)
        others = [it for it in self.courses if it.name not in names]
        least = float(self.most)
        for rate, prices in self.prices:
            bound = gained + rate * room
            bound += sum(self.values[step] - price for step, price in prices.items() if step not in covered)
            for it in others:
                given = sum(prices[step] for step in self.covers[it.name] if step in prices and step not in covered)
                bound += max(0.0, given - rate * it.minutes)
            least = min(least, bound)
        return int(least + SLACK)

    def solve(self, taken: Sequence[Course]) -> None:
        """Look for the best plan with these courses; it becomes ``best`` if it beats what was found before."""
        courses = {it.name for it in taken}
        branches = [UNDECIDED]
        while branches:
            branch = branches.pop()
            edges = self._relaxed(taken, branch)
            if edges is None:
                continue
            choice = self._choice(edges, taken)
            if _rank(choice) <= _rank(self.best):
                continue
            mended = self._mended(edges, taken, branch)
            if mended:
                branches += mended
            elif courses <= {edge.name for edge in edges}:  # else the same plan was found with fewer courses
                self.best = choice

    def _relaxed(self, taken: Sequence[Course], branch: _Branch) -> tuple[Edge, ...] | None:
        """The best chains for a branch as if skills did not wait for each other; none if they cannot beat the best."""
        minutes = self.minutes - sum(it.minutes for it in taken)
        cents = self.cents - sum(it.cents for it in taken)
        choices = []
        for climb in self.climbs:
            found = self._chains(climb, taken, branch)
            if not found:
                return None
            if len(found) > 1 or found[0].edges:
                choices.append(found)
        best = fill(choices, minutes, cents, self.best.value - (len(taken) <= len(self.best.courses)))
        if best is None:
            return None
        by_skill = {chain.edges[0].skill: chain.edges for chain in best if chain.edges}
        return tuple(edge for climb in self.climbs for edge in by_skill.get(climb.skill, ()))

    def _chains(self, climb: Climb, taken: Sequence[Course], branch: _Branch) -> list[Chain]:
        skill = climb.skill
        offered = [it.name for it in taken for edge in it.edges if edge.skill == skill]
        key = (skill, tuple(offered))
        if branch is UNDECIDED and key in self.found:
            return self.found[key]
        edges = self._open(skill, taken, branch)
        least = max((level for key, level in branch.reached if key == skill), default=0)
        found = chains(climb, edges, least, [level for key, level in branch.stops if key == skill])
        if branch is UNDECIDED:
            self.found[key] = found
        return found

    def _mended(self, edges: Sequence[Edge], taken: Sequence[Course], branch: _Branch) -> list[_Branch]:
        """Branches that together hold every plan of this one that can be carried out; none if these edges can be."""
        level = dict(self.start)
        for edge in edges:
            level[edge.skill] = edge.to_level
        for need in (need for edge in edges for need in edge.needs):
            if level.get(need[0], 0) < need[1]:
                return [
                    branch._replace(renounced=branch.renounced | {need}),
                    branch._replace(reached=branch.reached | self._implied(need, taken, branch)),
                ]
        circle = find_circle(edges, {it.name for it in taken}, self.start)
        barred = dict.fromkeys((it.skill, it.name) for arc in circle for it in (arc.first, arc.then))
        stops = dict.fromkeys(
            (arc.first.skill, stop)
            for arc in circle
            if arc.level is not None
            for stop in range(arc.level, arc.first.to_level)
        )
        return [
            *(branch._replace(stops=branch.stops | {stop}) for stop in stops),
            *(branch._replace(barred=branch.barred | {edge}) for edge in barred),
        ]

    def _open(self, skill: str, taken: Sequence[Course], branch: _Branch) -> list[Edge]:
        """The edges of a skill that a branch may use."""
        return [
            edge
            for edge in (*self.ways_up.get(skill, ()), *(it for course in taken for it in course.edges))
            if edge.skill == skill
            and (skill, edge.name) not in branch.barred
            and branch.renounced.isdisjoint(edge.needs)
        ]

    def _implied(self, need: tuple[str, int], taken: Sequence[Course], branch: _Branch) -> frozenset[tuple[str, int]]:
        """A level to be reached, with the levels that every way to it needs, and so on."""
        found = {need}
        queue = [need]
        for skill, level in queue:
            edges = self._open(skill, taken, branch)
            for rung in range(self.start[skill], level):
                over = [set(it.needs) for it in edges if it.from_level <= rung < it.to_level]
                shared = set.intersection(*over) if over else set()
                more = sorted(it for it in shared - found if self.start.get(it[0], 0) < it[1])
                found.update(more)
                queue += more
        return frozenset(found)

    def _choice(self, edges: tuple[Edge, ...], taken: Sequence[Course]) -> Choice:
        level = dict(self.start)
        value = 0
        for edge in edges:
            value += sum(self.values.get((edge.skill, rung), 0) for rung in range(level[edge.skill], edge.to_level))
            level[edge.skill] = edge.to_level
        return Choice(
            value=value,
            minutes=sum(it.minutes for it in edges) + sum(it.minutes for it in taken),
            cents=sum(it.cents for it in edges) + sum(it.cents for it in taken),
            edges=edges,
            courses=tuple(it.name for it in taken),
        )


def _rank(choice: Choice) -> tuple[int, int, float, float]:
    return choice.value, -len(choice.courses), -choice.minutes, -choice.cents


def waiting(edges: Iterable[Edge], start: Mapping[str, int]) -> list[Arc]:
    """What has to come before what: the rung below in the same chain, and the first edge that reaches a needed level.

    ``edges`` come skill by skill, lowest first, and reach every level that they need.
    """
    by_skill: dict[str, list[Edge]] = {}
    for edge in edges:
        by_skill.setdefault(edge.skill, []).append(edge)
    arcs = []
    for chain in by_skill.values():
        arcs += [Arc(lower, upper, None) for lower, upper in pairwise(chain)]
        for edge in chain:
            for skill, level in edge.needs:
                if start.get(skill, 0) < level:
                    first = next(it for it in by_skill[skill] if it.to_level >= level)
                    arcs.append(Arc(first, edge, level))
    return arcs


def find_circle(edges: Sequence[Edge], courses: set[str], start: Mapping[str, int]) -> list[Arc]:
    """Edges that wait for each other in a circle, as the arcs of it; empty when everything can be put in order.

    The edges of a course are done together, so that whatever one of them waits for, all of them wait for.
    """

    def node(edge: Edge) -> tuple[str, str]:
        return ("", edge.name) if edge.name in courses else (edge.skill, edge.name)

    before: dict[tuple[str, str], list[Arc]] = {node(edge): [] for edge in edges}
    for arc in waiting(edges, start):
        before[node(arc.then)].append(arc)
    stuck = dict(before)
    while free := [key for key, arcs in stuck.items() if all(node(arc.first) not in stuck for arc in arcs)]:
        for key in free:
            del stuck[key]
    if not stuck:
        return []
    trail: list[Arc] = []
    seen: dict[tuple[str, str], int] = {}
    at = next(iter(stuck))
    while at not in seen:
        seen[at] = len(trail)
        trail.append(next(arc for arc in before[at] if node(arc.first) in stuck))
        at = node(trail[-1].first)
    return trail[seen[at] :]
