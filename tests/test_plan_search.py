"""The search behind a plan against a brute force that tries every order of every set of actions and courses."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.plan_chains import Climb, Edge
from pmgap.plan_search import Choice, Course, best_plan, find_circle, waiting

ENDLESS = float("inf")

Rank = tuple[int, int, float, float]
"""What makes one plan better than another: value, then fewer courses, fewer minutes, fewer cents."""


@dataclass(frozen=True)
class Task:
    """A small catalogue and what may be spent."""

    climbs: list[Climb]
    actions: list[Edge]
    courses: list[Course]
    minutes: float
    cents: float

    def solved(self) -> Choice:
        return best_plan(self.climbs, self.actions, self.courses, self.minutes, self.cents)


def rank(choice: Choice) -> Rank:
    return choice.value, -len(choice.courses), -choice.minutes, -choice.cents


def brute_force(task: Task) -> Rank:
    """The best rank over every order of every set: states are levels, and what was done to get there."""
    climbs, items = task.climbs, [*task.actions, *task.courses]
    place = {it.skill: index for index, it in enumerate(climbs)}
    best: Rank = (0, 0, 0, 0)
    begin = (tuple(it.start for it in climbs), frozenset[int]())
    seen, open_states = {begin}, [begin]
    while open_states:
        levels, done = open_states.pop()
        spent, paid = sum(items[it].minutes for it in done), sum(items[it].cents for it in done)
        value = sum(sum(it.values[: max(0, level - it.start)]) for it, level in zip(climbs, levels, strict=True))
        best = max(best, (value, -sum(it >= len(task.actions) for it in done), -spent, -paid))
        for number, item in enumerate(items):
            if number in done or spent + item.minutes > task.minutes or paid + item.cents > task.cents:
                continue
            after = list(levels)
            for edge in item.edges if isinstance(item, Course) else [item]:
                at = place.get(edge.skill)
                ready = all(need in place and levels[place[need]] >= level for need, level in edge.needs)
                if at is not None and ready and edge.from_level <= levels[at] < edge.to_level:
                    after[at] = edge.to_level
            state = (tuple(after), done | {number})
            if state[0] != levels and state not in seen:
                seen.add(state)
                open_states.append(state)
    return best


def can_be_carried_out(task: Task, choice: Choice) -> bool:
    """Whether the chosen edges can be done one after the other, each from a level that it can be taken from."""
    levels = {it.skill: it.start for it in task.climbs}
    waiting_edges = list(choice.edges)
    left = [
        *(it for it in task.actions if it in waiting_edges),
        *(it for it in task.courses if it.name in choice.courses),
    ]
    while left:
        for item in left:
            edges = [it for it in (item.edges if isinstance(item, Course) else [item]) if it in waiting_edges]
            if all(
                it.from_level <= levels[it.skill] < it.to_level and all(levels[key] >= low for key, low in it.needs)
                for it in edges
            ):
                levels.update({it.skill: it.to_level for it in edges})
                left.remove(item)
                break
        else:
            return False
    return True


def small_task(chance: random.Random) -> Task:
    """Up to three skills, six actions, three courses; needs in every direction, circles and long steps included."""
    skills = [f"s{number}" for number in range(chance.randint(1, 3))]
    climbs = [
        Climb(it, chance.randint(0, 2), tuple(chance.randint(0, 6) for _ in range(chance.randint(0, 3))))
        for it in skills
    ]
    actions = []
    for number in range(chance.randint(0, 6)):
        low = chance.randint(0, 3)
        high = low + chance.choice([1, 1, 1, 1, 2])
        needs = tuple(
            (chance.choice([*skills, "elsewhere"]), chance.randint(1, 3)) for _ in range(chance.choice([0, 0, 1, 2]))
        )
        cents = chance.choice([0, 0, 100, 200])
        actions.append(Edge(chance.choice(skills), low, high, 60 * chance.randint(0, 6), cents, f"a{number}", needs))
    courses = []
    for number in range(chance.randint(0, 3)):
        edges = []
        for skill in chance.sample(skills, chance.randint(1, len(skills))):
            low = chance.randint(0, 2)
            edges.append(Edge(skill, low, low + chance.randint(1, 2), 0, 0, f"c{number}"))
        courses.append(Course(f"c{number}", 60 * chance.randint(1, 9), chance.choice([0, 100, 300]), tuple(edges)))
    minutes = chance.choice([60 * chance.randint(0, 16), 60 * chance.randint(0, 16), ENDLESS])
    return Task(climbs, actions, courses, minutes, chance.choice([0, 100, 300, ENDLESS]))


def circular_task(chance: random.Random) -> Task:
    """Two skills with dense needs of each other and courses that raise both, so that nearly all circles occur."""
    climbs = [Climb(it, 0, (chance.randint(1, 4), chance.randint(0, 4), chance.randint(0, 4))) for it in ("s0", "s1")]
    actions = []
    for number in range(chance.randint(2, 6)):
        skill, low = chance.choice(["s0", "s1"]), chance.randint(0, 2)
        needs = ((chance.choice(["s0", "s1"]), chance.randint(1, 3)),) if chance.random() < 0.6 else ()
        actions.append(Edge(skill, low, low + 1, 60 * chance.randint(1, 4), 0, f"a{number}", needs))
    courses = []
    for number in range(chance.randint(1, 3)):
        lows = [chance.randint(0, 2), chance.randint(0, 2)]
        edges = tuple(
            Edge(f"s{skill}", low, low + chance.randint(1, 2), 0, 0, f"c{number}") for skill, low in enumerate(lows)
        )
        courses.append(Course(f"c{number}", 60 * chance.randint(1, 4), 0, edges))
    return Task(climbs, actions, courses, 60 * chance.randint(4, 14), ENDLESS)


def tasks(seed: int, count: int) -> Iterator[Task]:
    chance = random.Random(seed)
    for number in range(count):
        yield (circular_task if number % 3 == 2 else small_task)(chance)


@pytest.mark.parametrize("seed", range(30))
def test_no_order_of_any_set_beats_the_plan(seed: int) -> None:
    for task in tasks(seed, 100):
        choice = task.solved()
        assert rank(choice) == brute_force(task), task
        assert can_be_carried_out(task, choice), task


@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_no_order_of_any_set_beats_the_plan_anywhere(seed: int) -> None:
    (task,) = tasks(seed, 1)
    assert rank(task.solved()) == brute_force(task)


@pytest.mark.parametrize("seed", range(5))
def test_more_to_spend_is_never_worth_less(seed: int) -> None:
    for task in tasks(seed, 40):
        choice = task.solved()
        more_time = best_plan(task.climbs, task.actions, task.courses, task.minutes + 60, task.cents)
        more_money = best_plan(task.climbs, task.actions, task.courses, task.minutes, task.cents + 100)
        assert choice.value <= min(more_time.value, more_money.value)


@pytest.mark.parametrize("seed", range(5))
def test_the_same_task_has_the_same_plan_however_its_courses_and_skills_are_ordered(seed: int) -> None:
    chance = random.Random(seed)
    for task in tasks(seed, 40):
        first = task.solved()
        assert task.solved() == first
        shuffled = Task(
            chance.sample(task.climbs, len(task.climbs)),
            chance.sample(task.actions, len(task.actions)),
            chance.sample(task.courses, len(task.courses)),
            task.minutes,
            task.cents,
        )
        assert rank(shuffled.solved()) == rank(first)


# What a plan is, in cases small enough to check by hand.


def action(name: str, low: int, minutes: float, cents: float = 0, *needs: tuple[str, int]) -> Edge:
    """An action named after the skill that it raises, such as "a1"."""
    return Edge(name[0], low, low + 1, minutes, cents, name, needs)


def course(name: str, minutes: float, cents: float, *moves: tuple[str, int, int]) -> Course:
    return Course(name, minutes, cents, tuple(Edge(skill, low, high, 0, 0, name) for skill, low, high in moves))


def chosen(
    climbs: Sequence[Climb],
    actions: Sequence[Edge],
    courses: Sequence[Course] = (),
    minutes: float = 100,
    cents: float = 100,
) -> set[str]:
    choice = best_plan(climbs, actions, courses, minutes, cents)
    return {edge.name for edge in choice.edges}


A, B = Climb("a", 0, (3, 3)), Climb("b", 0, (2, 2))


def test_nothing_offered_or_nothing_wanted_is_an_empty_plan() -> None:
    nothing = Choice(0, 0, 0, (), ())
    assert best_plan([], [], [], 10, 10) == nothing
    assert best_plan([A], [], [], 10, 10) == nothing
    assert best_plan([Climb("a", 0, ())], [action("a1", 0, 5)], [], 10, 10) == nothing
    assert best_plan([Climb("a", 2, (3,))], [action("a1", 0, 5)], [], 10, 10) == nothing


def test_without_time_only_what_takes_none_is_done() -> None:
    assert chosen([A, B], [action("a1", 0, 0), action("b1", 0, 1)], minutes=0) == {"a1"}


def test_without_money_only_what_costs_none_is_done() -> None:
    assert chosen([A, B], [action("a1", 0, 5, 1), action("b1", 0, 5)], cents=0) == {"b1"}


def test_without_limits_every_step_that_counts_is_done() -> None:
    actions = [action("a1", 0, 1e6, 1e6), action("a2", 1, 1e6), action("b1", 0, 1), action("a3", 2, 1)]
    assert chosen([A, B], actions, minutes=ENDLESS, cents=ENDLESS) == {"a1", "a2", "b1"}


def test_what_nobody_can_pay_is_done_only_without_limits() -> None:
    dear = [course("dear", 1, ENDLESS, ("a", 0, 2))]
    assert chosen([A], [], dear, cents=1e12) == set()
    assert chosen([A], [], dear, cents=ENDLESS) == {"dear"}


def test_levels_are_climbed_in_order() -> None:
    assert chosen([A], [action("a2", 1, 1)]) == set()
    assert chosen([A], [action("a2", 1, 60), action("a1", 0, 60)]) == {"a1"}


def test_a_dear_step_is_taken_for_the_one_above_it() -> None:
    climb = Climb("a", 0, (1, 9))
    assert chosen([climb, B], [action("a1", 0, 60), action("a2", 1, 30), action("b1", 0, 50)]) == {"a1", "a2"}


def test_value_per_hour_alone_would_choose_worse() -> None:
    """The step with the best rate leaves no room for the one that is worth most."""
    climbs = [Climb("a", 0, (6,)), Climb("b", 0, (10,))]
    assert chosen(climbs, [action("a1", 0, 40), action("b1", 0, 100)]) == {"b1"}


def test_a_course_is_paid_once_for_all_its_skills() -> None:
    single = [action("a1", 0, 60), action("b1", 0, 60)]
    both = [course("both", 80, 0, ("a", 0, 1), ("b", 0, 1))]
    assert chosen([A, B], single, both) == {"both"}
    assert chosen([A, B], single, both, minutes=120) == {"a1", "b1"}  # of equal value, the one without a course


def test_of_equal_plans_fewer_minutes_win_then_fewer_cents_then_the_first() -> None:
    climb = [Climb("a", 0, (3,))]
    assert chosen(climb, [action("ax", 0, 9, 0), action("ay", 0, 8, 50)]) == {"ay"}
    assert chosen(climb, [action("ax", 0, 8, 50), action("ay", 0, 8, 49)]) == {"ay"}
    assert chosen(climb, [action("ax", 0, 8, 50), action("ay", 0, 8, 50)]) == {"ax"}


def test_a_level_that_only_another_skill_needs_is_climbed_too() -> None:
    climbs = [A, Climb("b", 0, ())]
    actions = [action("a1", 0, 20, 0, ("b", 1)), action("b1", 0, 30)]
    assert chosen(climbs, actions) == {"a1", "b1"}
    assert chosen(climbs, actions, minutes=49) == set()
    assert chosen([A, Climb("b", 1, ())], actions) == {"a1"}


def test_a_need_of_a_skill_that_nobody_knows_cannot_be_met() -> None:
    assert chosen([A], [action("a1", 0, 20, 0, ("z", 1))]) == set()


def test_a_need_of_the_level_that_the_action_leads_to_cannot_be_met() -> None:
    assert chosen([A], [action("a1", 0, 20, 0, ("a", 1))]) == set()


def test_actions_that_wait_for_each_other_are_not_done() -> None:
    circle = [action("a1", 0, 1, 0, ("b", 1)), action("b1", 0, 1, 0, ("a", 1))]
    assert chosen([A, B], circle) == set()
    assert chosen([A, B], [*circle, action("bx", 0, 50)]) == {"a1", "bx"}


def test_courses_that_wait_for_each_other_raise_one_skill_less() -> None:
    waiting_courses = [course("c", 10, 0, ("a", 0, 1), ("b", 1, 2)), course("d", 10, 0, ("b", 0, 1), ("a", 1, 2))]
    choice = best_plan([A, B], [], waiting_courses, 100, 0)
    assert set(choice.courses) == {"c", "d"}
    assert choice.value == 3 + 3 + 2  # d after c: b stays at 1, where c came too early


def test_a_circle_is_mended_by_a_detour_where_that_is_worth_it() -> None:
    """The course raises b and the upper half of a; a1 needs b, so b has to be learnt before the course."""
    climbs = [Climb("a", 0, (3, 9)), Climb("b", 0, (1, 9))]
    actions = [action("a1", 0, 10, 0, ("b", 1)), action("b1", 0, 10)]
    assert chosen(climbs, actions, [course("c", 10, 0, ("b", 0, 2), ("a", 1, 2))]) == {"a1", "b1", "c"}


def test_what_has_to_come_first() -> None:
    edges = [action("a1", 0, 1), action("a2", 1, 1, 0, ("b", 1)), action("b1", 0, 1), action("b2", 1, 1)]
    arcs = [(arc.first.name, arc.then.name, arc.level) for arc in waiting(edges, {"a": 0, "b": 0})]
    assert arcs == [("a1", "a2", None), ("b1", "a2", 1), ("b1", "b2", None)]
    assert find_circle(edges, set(), {"a": 0, "b": 0}) == []


def test_many_needs_and_courses_do_not_make_the_search_explode() -> None:
    """Thirty needs and thirty courses: a search over their subsets would take 2**30 steps."""
    skills = [f"s{number}" for number in range(30)]
    climbs = [Climb(it, 0, (3, 2, 1)) for it in skills]
    actions = [
        Edge(it, low, low + 1, 60 * (low + 1), 0, f"{it}-{low}", ((skills[index - 1], low + 1),) if index else ())
        for index, it in enumerate(skills)
        for low in range(3)
    ]
    courses = [
        Course(f"c{number}", 240, 0, tuple(Edge(it, 0, 1, 0, 0, f"c{number}") for it in skills[number : number + 3]))
        for number in range(30)
    ]
    choice = best_plan(climbs, actions, courses, 60 * 100, ENDLESS)
    assert choice.value == 30 * 3 + 30 * 2 + 3  # every first and second step, and what is left of 100 hours
