"""How fast the plan is found on the shipped catalogue with every gap open, and what taking the best rate first would lose.

Where scipy is installed the exact optimum is also asked of its MILP solver (HiGHS), and must be the same.

Run: python benchmarks/plan.py
"""

import time
from typing import Any

from pmgap.catalogue import Catalogue, Role
from pmgap.plan import Terms
from pmgap.plan_chains import Climb, Edge
from pmgap.plan_search import Course, best_plan
from pmgap.planning import offers, worth_of_steps
from pmgap.prediction import results_at
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue

HOURS = (10, 40, 150, 400, 1000, 3000)
BUDGETS = (None, 0, 300, 1500)


def problem(
    catalogue: Catalogue, role: Role, hours: float, budget: float | None
) -> tuple[list[Climb], list[Edge], list[Course]]:
    """Climbs, actions and courses for someone who has shown nothing."""
    profile = Profile(levels={skill.id: 0 for skill in catalogue.skills})
    results = {role.id: results_at(catalogue, profile, role, {})}
    terms = Terms(hours=hours, budget=budget, hours_per_week=5, setting="any", slot="Monday")
    return worth_of_steps(catalogue, results), *offers(catalogue, terms, frozenset())


def greedy(climbs: list[Climb], actions: list[Edge], minutes: float, cents: float) -> int:
    """Value of always taking the affordable next step with the best value per minute."""
    level = {it.skill: it.start for it in climbs}
    worth = {(it.skill, it.start + index): value for it in climbs for index, value in enumerate(it.values)}
    value = 0
    while True:
        open_edges = [
            it
            for it in actions
            if it.from_level == level.get(it.skill)
            and it.minutes <= minutes
            and it.cents <= cents
            and worth.get((it.skill, it.from_level))
            and all(level.get(skill, 0) >= needed for skill, needed in it.needs)
        ]
        if not open_edges:
            return value
        best = max(open_edges, key=lambda it: worth[(it.skill, it.from_level)] / max(it.minutes, 1))
        value += worth[(best.skill, best.from_level)]
        level[best.skill] = best.to_level
        minutes -= best.minutes
        cents -= best.cents


def by_milp(
    climbs: list[Climb], actions: list[Edge], courses: list[Course], minutes: float, cents: float
) -> int | None:
    """The optimum as a MILP: one binary per level reached, per action, per course and per course edge used."""
    try:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
    except ImportError:
        return None
    names: list[Any] = []
    top = {
        it.skill: max([it.start + len(it.values), *(e.to_level for e in actions if e.skill == it.skill)])
        for it in climbs
    }
    for it in climbs:
        names += [("level", it.skill, level) for level in range(it.start + 1, top[it.skill] + 1)]
    usable = [it for it in actions if it.minutes <= minutes and it.cents <= cents]
    taken = [it for it in courses if it.minutes <= minutes and it.cents <= cents]
    names += [("action", it) for it in usable] + [("course", it.name) for it in taken]
    place = {name: index for index, name in enumerate(names)}
    rows, lows, highs = [], [], []

    def add(terms: dict[Any, float], low: float, high: float) -> None:
        row = np.zeros(len(names))
        for name, factor in terms.items():
            row[place[name]] += factor
        rows.append(row)
        lows.append(low)
        highs.append(high)

    start = {it.skill: it.start for it in climbs}

    def reached(skill: str, level: int, terms: dict[Any, float], factor: float) -> None:
        if level > start[skill]:
            terms[("level", skill, level)] = terms.get(("level", skill, level), 0) + factor

    for it in climbs:
        for level in range(it.start + 1, top[it.skill] + 1):
            terms: dict[Any, float] = {("level", it.skill, level): 1}
            for edge in usable:
                if edge.skill == it.skill and edge.to_level == level:
                    terms[("action", edge)] = -1
            for course in taken:
                for edge in course.edges:
                    if edge.skill == it.skill and edge.from_level < level <= edge.to_level:
                        terms[("course", course.name)] = terms.get(("course", course.name), 0) - 1
            add(terms, -np.inf, 0)
            if level > it.start + 1:
                add({("level", it.skill, level): 1, ("level", it.skill, level - 1): -1}, -np.inf, 0)
    for edge in usable:
        for skill, level in ((edge.skill, edge.from_level), *edge.needs):
            if level > start[skill]:
                add({("action", edge): 1, ("level", skill, level): -1}, -np.inf, 0)
    add({("action", it): it.minutes for it in usable} | {("course", it.name): it.minutes for it in taken}, 0, minutes)
    if cents != float("inf"):
        add({("action", it): it.cents for it in usable} | {("course", it.name): it.cents for it in taken}, 0, cents)
    goal = np.zeros(len(names))
    for it in climbs:
        for index, value in enumerate(it.values):
            goal[place[("level", it.skill, it.start + index + 1)]] = -value
    found = milp(
        goal,
        constraints=LinearConstraint(np.array(rows), lows, highs),
        integrality=np.ones(len(names)),
        bounds=Bounds(0, 1),
    )
    optimum: int = round(-found.fun)
    return optimum


def main() -> None:
    """Print the table."""
    catalogue = load_catalogue()
    print("| hours | budget | slowest of all roles | greedy loses at most | plans equal to the MILP |")
    print("|---|---|---|---|---|")
    for hours in HOURS:
        for budget in BUDGETS:
            slowest, lost, equal, asked = 0.0, 0.0, 0, 0
            for role in catalogue.roles:
                climbs, actions, courses = problem(catalogue, role, hours, budget)
                minutes, cents = 60 * hours, float("inf") if budget is None else 100 * budget
                started = time.perf_counter()
                best = best_plan(climbs, actions, courses, minutes, cents).value
                slowest = max(slowest, time.perf_counter() - started)
                if best:
                    lost = max(lost, 1 - greedy(climbs, actions, minutes, cents) / best)
                exact = by_milp(climbs, actions, courses, minutes, cents)
                if exact is not None:
                    asked += 1
                    equal += exact == best
            milp = f"{equal} of {asked}" if asked else "not asked: scipy is not installed"
            print(
                f"| {hours} | {'none' if budget is None else budget} | {1000 * slowest:.0f} ms | {lost:.0%} | {milp} |"
            )


if __name__ == "__main__":
    main()
