"""The search behind a plan: the most valuable set of actions and programmes within hours and money, exactly.

Terms: an *edge* raises one skill from a level to a higher one; a *course* is a programme, paid for once, whose edges
are then free. Values are whole numbers. The search is exact: it branches on courses (and on needs between skills),
prunes with a bound that no plan can beat, and solves what is left - one chain of edges per skill - by a dynamic
programme over (hours, money) that keeps only states no other state outdoes.

Of equally valuable plans the one with fewer courses wins, then fewer hours, then less money, then the earlier one in
catalogue order. See docs/decisions/0005-plan-search.md for the alternatives that were measured.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple


RATES = tuple(0.02 * 1.4**power for power in range(24))
"""Rates, in value per hour, at which the bound is tried: from 0.02 to about 45."""

SLACK = 1e-6
"""Room for rounding when a bound is cut to a whole number."""


class Edge(NamedTuple):
    """One way to raise one skill."""

    skill: str
    """Id of the skill."""
    from_level: int
    """Lowest level from which it can be taken."""
    to_level: int
    """Level that it leads to."""
    hours: float
    """Hours that it costs; 0 for an edge of a course."""
    money: float
    """Money that it costs; 0 for an edge of a course."""
    name: str
    """Id of the action or course."""
    needs: tuple[tuple[str, int], ...] = ()
    """Levels of other skills that it needs first."""


class Course(NamedTuple):
    """Something paid for once that raises several skills."""

    name: str
    """Id of the programme."""
    hours: float
    """Hours that it costs."""
    money: float
    """Money that it costs."""
    edges: tuple[Edge, ...]
    """What it raises."""


class Climb(NamedTuple):
    """One skill: where it stands and what each level up is worth."""

    skill: str
    """Id of the skill."""
    start: int
    """Level to start from."""
    values: tuple[int, ...]
    """Value of the step from ``start + i`` to ``start + i + 1``, at least 0."""


class Choice(NamedTuple):
    """The best plan."""

    value: int
    """Sum of the values of the steps closed."""
    hours: float
    """Hours of everything chosen."""
    money: float
    """Money of everything chosen."""
    edges: tuple[Edge, ...]
    """Edges used, course edges included, skill by skill from the lowest level."""
    courses: tuple[str, ...]
    """Courses taken."""


class _Option(NamedTuple):
    hours: float
    money: float
    value: int
    level: int
    edges: tuple[Edge, ...]


def best_plan(
    climbs: Sequence[Climb], actions: Sequence[Edge], courses: Sequence[Course], hours: float, money: float
) -> Choice:
    """The most valuable plan within ``hours`` and ``money`` (both at least 0; ``inf`` for no limit)."""
    return _Search(climbs, actions, courses, hours, money).run()


class _Search:
    def __init__(
        self, climbs: Sequence[Climb], actions: Sequence[Edge], courses: Sequence[Course], hours: float, money: float
    ) -> None:
        self.climbs = list(climbs)
        self.start = {climb.skill: climb.start for climb in climbs}
        self.values = {(it.skill, it.start + index): value for it in climbs for index, value in enumerate(it.values)}
        self.hours = hours
        self.money = money
        self.actions = [it for it in actions if it.hours <= hours and it.money <= money and it.skill in self.start]
        self.courses = [it for it in courses if it.hours <= hours and it.money <= money and self._leads_up(it)]
        self.needs = sorted({need for it in self.actions for need in it.needs if self.start.get(need[0], 0) < need[1]})
        self.best = Choice(0, 0, 0, (), ())
        cheapest: dict[tuple[str, int], float] = {}
        for edge in self.actions:
            step = (edge.skill, edge.from_level)
            cheapest[step] = min(edge.hours, cheapest.get(step, edge.hours))
        self.covers = {
            it.name: [(edge.skill, level) for edge in it.edges for level in range(edge.from_level, edge.to_level)]
            for it in self.courses
        }
        within_reach = {step for steps in self.covers.values() for step in steps} | cheapest.keys()
        worth = {step: value for step, value in self.values.items() if value and step in within_reach}
        self.most = sum(worth.values())
        self.prices = [
            (rate, {step: min(value, rate * cheapest.get(step, float("inf"))) for step, value in worth.items()})
            for rate in RATES
        ]

    def run(self) -> Choice:
        for taken in self._subsets():
            for held in _all_subsets(self.needs):
                self._solve(taken, frozenset(held), frozenset())
        return self.best

    def _subsets(self) -> Iterator[list[Course]]:
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
                    if _fits(more, self.hours, self.money):
                        following.append((index + 1, more))
            layer = following

    def _bound(self, taken: Sequence[Course]) -> float:
        """No plan with these courses, and perhaps others, is worth more.

        The steps that the courses cover are counted in full. For the rest, every rate r (value per hour) gives a bound
        by duality: a step costs what its cheapest action costs at that rate, or its own value if that is less; the
        hours left are worth r each; and a course may give away what its steps cost beyond its own hours. The least of
        these bounds over some rates holds, and so does the value of everything that can be reached at all.
        """
        covered = {step for it in taken for step in self.covers[it.name]}
        names = {it.name for it in taken}
        gained = sum(self.values.get(step, 0) for step in covered)
        room = self.hours - sum(it.hours for it in taken)
        if room == float("inf"):
            return self.most
        others = [it for it in self.courses if it.name not in names]
        least = float(self.most)
        for rate, prices in self.prices:
            bound = gained + rate * room
            bound += sum(self.values[step] - price for step, price in prices.items() if step not in covered)
            for it in others:
                given = sum(prices[step] for step in self.covers[it.name] if step in prices and step not in covered)
                bound += max(0.0, given - rate * it.hours)
            least = min(least, bound)
        return int(least + SLACK)

    def _leads_up(self, course: Course) -> bool:
        return any(edge.to_level > self.start.get(edge.skill, edge.to_level) for edge in course.edges)

    def _solve(
        self, taken: Sequence[Course], held: frozenset[tuple[str, int]], barred: frozenset[tuple[str, str]]
    ) -> None:
        """The best chains with these courses; replaces the best plan if it is worth more."""
        hours = self.hours - sum(it.hours for it in taken)
        money = self.money - sum(it.money for it in taken)
        edges = [it for it in self.actions if all(self.start.get(key, 0) >= level or (key, level) in held for key, level in it.needs)]
        edges += [edge for it in taken for edge in it.edges if (edge.skill, it.name) not in barred]
        by_skill: dict[str, list[Edge]] = {}
        for edge in edges:
            by_skill.setdefault(edge.skill, []).append(edge)
        forced = {key: max(level for skill, level in held if skill == key) for key, _ in held}
        choices = []
        for climb in self.climbs:
            options = _chains(climb, by_skill.get(climb.skill, ()), forced.get(climb.skill, 0), hours, money)
            if not options:
                return
            if len(options) > 1 or options[0].value or options[0].edges:
                choices.append(options)
        found = _fill(choices, hours, money, self.best.value - (len(taken) <= len(self.best.courses)))
        if found is None:
            return
        used = tuple(edge for option in found for edge in option.edges)
        names = {edge.name for edge in used}
        if any(it.name not in names for it in taken):
            return
        if circle := _circle(used, {it.name for it in taken}, self.start):
            for skill, name in circle:
                self._solve(taken, held, barred | {(skill, name)})
            return
        choice = Choice(
            value=sum(option.value for option in found),
            hours=sum(option.hours for option in found) + sum(it.hours for it in taken),
            money=sum(option.money for option in found) + sum(it.money for it in taken),
            edges=used,
            courses=tuple(it.name for it in taken),
        )
        if (choice.value, -len(choice.courses), -choice.hours, -choice.money) > (
            self.best.value, -len(self.best.courses), -self.best.hours, -self.best.money
        ):  # fmt: skip
            self.best = choice


def _fits(courses: Iterable[Course], hours: float, money: float) -> bool:
    found = list(courses)
    return sum(it.hours for it in found) <= hours and sum(it.money for it in found) <= money


def _all_subsets(items: Sequence[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], ...]]:
    for mask in range(1 << len(items)):
        yield tuple(item for index, item in enumerate(items) if mask >> index & 1)


def _chains(climb: Climb, edges: Iterable[Edge], least: int, hours: float, money: float) -> list[_Option]:
    """Every way up one skill that no other way outdoes, from doing nothing; ``least`` is a level that must be reached."""
    top = climb.start + len(climb.values)
    reached: dict[int, list[_Option]] = {climb.start: [_Option(0, 0, 0, climb.start, ())]}
    by_target: dict[int, list[Edge]] = {}
    for edge in edges:
        by_target.setdefault(edge.to_level, []).append(edge)
    for target in range(climb.start + 1, max([top, *by_target], default=top) + 1):
        found = [
            _Option(
                option.hours + edge.hours,
                option.money + edge.money,
                option.value + sum(climb.values[level - climb.start : target - climb.start]),
                target,
                (*option.edges, edge),
            )
            for edge in by_target.get(target, ())
            for level in range(max(edge.from_level, climb.start), target)
            for option in reached.get(level, ())
            if option.hours + edge.hours <= hours and option.money + edge.money <= money
        ]
        if found:
            reached[target] = _undominated(found)
    everything = [option for level, options in reached.items() if level >= least for option in options]
    return _undominated(everything)


def _undominated(options: list[_Option]) -> list[_Option]:
    """The options that no other one matches in value, hours and money; the first of equals stays."""
    kept: list[_Option] = []
    for option in sorted(options, key=lambda it: (it.hours, it.money, -it.value)):
        if all(it.money > option.money or it.value < option.value for it in kept):
            kept.append(option)
    return kept


def _fill(choices: list[list[_Option]], hours: float, money: float, floor: int) -> list[_Option] | None:
    """One option per skill with the greatest value above ``floor``, then the fewest hours; none if there is none."""
    choices = sorted(choices, key=lambda options: -max(it.value for it in options))
    bounds = [_suffix_bound(choices[index + 1 :]) for index in range(len(choices))]
    states: dict[tuple[float, float], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for index, options in enumerate(choices):
        bound = bounds[index]
        following: dict[tuple[float, float], tuple[int, tuple[int, ...]]] = {}
        for (spent, paid), (value, picks) in states.items():
            for number, option in enumerate(options):
                key = (spent + option.hours, paid + option.money)
                total = value + option.value
                if key[0] > hours or key[1] > money or total + bound(hours - key[0]) <= floor:
                    continue
                held = following.get(key)
                if held is None or held[0] < total:
                    following[key] = (total, (*picks, number))
        states = _keep_best(following)
        floor = max(floor, _greedy_floor(states, choices[index + 1 :], hours, money) - 1)
        if not states:
            return None
    (spent, paid), (value, picks) = max(states.items(), key=lambda it: (it[1][0], -it[0][0], -it[0][1]))
    return [options[number] for options, number in zip(choices, picks, strict=True)]


def _keep_best(
    states: dict[tuple[float, float], tuple[int, tuple[int, ...]]],
) -> dict[tuple[float, float], tuple[int, tuple[int, ...]]]:
    """The states that no state with fewer hours, less money and at least the value outdoes."""
    kept: dict[tuple[float, float], tuple[int, tuple[int, ...]]] = {}
    best_by_money: dict[float, int] = {}
    for key in sorted(states):
        value = states[key][0]
        if all(held < value for paid, held in best_by_money.items() if paid <= key[1]):
            kept[key] = states[key]
            best_by_money[key[1]] = value
    return kept


def _suffix_bound(choices: Sequence[Sequence[_Option]]) -> "_Bound":
    pieces: list[tuple[float, float]] = []
    free = 0
    for options in choices:
        hull = _hull(options)
        free += hull[0][1]
        pieces += [
            (right[0] - left[0], right[1] - left[1]) for left, right in zip(hull, hull[1:], strict=False)
        ]
    pieces.sort(key=lambda it: it[1] / it[0], reverse=True)
    return _Bound(free, pieces)


def _hull(options: Sequence[_Option]) -> list[tuple[float, int]]:
    """The upper concave hull of (hours, value), from the fewest hours."""
    hull: list[tuple[float, int]] = []
    for cost, value in sorted((it.hours, it.value) for it in options):
        if hull and value <= hull[-1][1]:
            continue
        if hull and cost == hull[-1][0]:
            hull.pop()
        while len(hull) > 1 and (value - hull[-2][1]) * (hull[-1][0] - hull[-2][0]) >= (hull[-1][1] - hull[-2][1]) * (
            cost - hull[-2][0]
        ):
            hull.pop()
        hull.append((cost, value))
    return hull


class _Bound:
    """The most value that some hours can buy, if options could be taken in part and money did not matter."""

    def __init__(self, free: int, pieces: Sequence[tuple[float, float]]) -> None:
        self.costs = [0.0]
        self.values = [float(free)]
        for cost, value in pieces:
            self.costs.append(self.costs[-1] + cost)
            self.values.append(self.values[-1] + value)

    def __call__(self, hours: float) -> float:
        index = bisect_right(self.costs, hours) - 1
        if index < 0:
            return 0.0
        if index + 1 == len(self.costs):
            return self.values[index]
        share = (hours - self.costs[index]) / (self.costs[index + 1] - self.costs[index])
        return self.values[index] + share * (self.values[index + 1] - self.values[index])


def _greedy_floor(
    states: Mapping[tuple[float, float], tuple[int, tuple[int, ...]]],
    rest: Sequence[Sequence[_Option]],
    hours: float,
    money: float,
) -> int:
    """A value that can certainly be reached from the most promising state, by taking what fits, best rate first."""
    if not states:
        return 0
    (spent, paid), (value, _) = max(states.items(), key=lambda it: it[1][0] / (1 + it[0][0]))
    for options in rest:
        fitting = [it for it in options if spent + it.hours <= hours and paid + it.money <= money]
        if fitting:
            pick = max(fitting, key=lambda it: it.value / (1 + it.hours))
            spent, paid, value = spent + pick.hours, paid + pick.money, value + pick.value
        else:
            return 0
    return value


def _circle(edges: Sequence[Edge], courses: set[str], start: Mapping[str, int]) -> list[tuple[str, str]]:
    """Course edges that wait for each other, as (skill, course); empty when everything can be put in order."""
    before: dict[str, set[str]] = {}
    chains: dict[str, list[Edge]] = {}
    for edge in edges:
        chains.setdefault(edge.skill, []).append(edge)
    for chain in chains.values():
        for left, right in zip(chain, chain[1:], strict=False):
            before.setdefault(_node(right, courses), set()).add(_node(left, courses))
        for edge in chain:
            for skill, level in edge.needs:
                held = start.get(skill, 0)
                for other in chains.get(skill, ()):
                    if held >= level:
                        break
                    before.setdefault(_node(edge, courses), set()).add(_node(other, courses))
                    held = other.to_level
    done: set[str] = set()
    nodes = {_node(edge, courses) for edge in edges}
    while ready := {node for node in nodes - done if before.get(node, set()) <= done}:
        done |= ready
    return sorted((edge.skill, edge.name) for edge in edges if edge.name in courses and edge.name not in done)


def _node(edge: Edge, courses: set[str]) -> str:
    return edge.name if edge.name in courses else f"{edge.name}\0{edge.skill}\0{edge.to_level}"
