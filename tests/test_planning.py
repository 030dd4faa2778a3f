"""Laws of the plan, on the shipped catalogue and random people."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.assessment import assess
from pmgap.done_actions import mark_done
from pmgap.plan import Plan, Terms
from pmgap.planning import make_plan
from pmgap.profile import Answer, Profile
from pmgap.schedule import LIVE_GOALS, StepToSchedule, schedule
from shipped import SHIPPED

ROLES = [role.id for role in SHIPPED.roles]


def terms(hours: float = 40, budget: float | None = 300, setting: str = "any") -> Terms:
    return Terms(hours=hours, budget=budget, hours_per_week=5, setting=setting, slot="Monday 18:00")  # type: ignore[arg-type]


def person(seed: int) -> Profile:
    """A random person: some skills answered, some declared, some unknown."""
    chance = random.Random(seed)
    answers: dict[str, Answer] = {}
    levels = {}
    for skill in SHIPPED.skills:
        if chance.random() < 0.4:
            levels[skill.id] = chance.randint(0, 4)
        elif chance.random() < 0.6:
            for level in skill.levels:
                for statement in level.statements:
                    if chance.random() < 0.5:
                        answers[statement.id] = chance.choice(("yes", "partly", "no"))
    return Profile(answers=answers, levels=levels)


def reached(plan: Plan) -> dict[str, int]:
    levels: dict[str, int] = {}
    for step in plan.steps:
        for move in step.moves:
            levels[move.skill] = max(levels.get(move.skill, 0), move.to)
    return levels


people = st.integers(0, 10_000)
roles = st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True)
hours = st.sampled_from([0, 3, 20, 60, 200])


@settings(max_examples=25, deadline=None)
@given(people, roles, hours)
def test_doing_the_plan_and_assessing_again_gives_the_predicted_coverage(
    seed: int, names: list[str], time: int
) -> None:
    """Independently of the planner: for people who only declared levels, by declaring the levels reached."""
    chance = random.Random(seed)
    profile = Profile(levels={skill.id: chance.randint(0, 4) for skill in SHIPPED.skills})
    targets = [SHIPPED.role_by_id[name] for name in names]
    plan = make_plan(SHIPPED, profile, targets, terms(time))
    levels = dict(profile.levels or {})
    for skill, level in reached(plan).items():
        levels[skill] = max(levels[skill], level)
    after = replace(profile, levels=levels)
    for role, prediction in zip(targets, plan.predictions, strict=True):
        report = assess(SHIPPED, after, role)
        before = assess(SHIPPED, profile, role)
        assert (prediction.coverage_before, prediction.coverage_after) == (before.coverage, report.coverage)
        assert prediction.readiness_before == before.readiness.word
        changed = {it.skill for it in report.requirements} & {it.skill for it in prediction.verdicts}
        assert all(
            it.verdict == "met" for it in report.requirements if it.skill in changed and it.bracket.low >= it.required
        )


@settings(max_examples=25, deadline=None)
@given(people, roles, hours, st.sampled_from([None, 0, 150]))
def test_a_plan_keeps_its_terms_and_the_order_of_levels(
    seed: int, names: list[str], time: int, budget: float | None
) -> None:
    profile = person(seed)
    plan = make_plan(SHIPPED, profile, [SHIPPED.role_by_id[name] for name in names], terms(time, budget))
    assert plan.hours == pytest.approx(sum(step.hours for step in plan.steps))
    assert plan.hours <= time
    assert budget is None or plan.money <= budget
    done: set[str] = set()
    held: dict[str, int] = {}
    for step in plan.steps:
        assert set(step.needs) <= done
        for move in step.moves:
            assert held.get(move.skill, move.from_) == move.from_ < move.to
            held[move.skill] = move.to
        done.add(step.action)
        assert 1 <= step.from_week <= step.to_week
    for prediction in plan.predictions:
        assert prediction.coverage_after.low >= prediction.coverage_before.low
        assert prediction.coverage_after.high >= prediction.coverage_before.high


@settings(max_examples=20, deadline=None)
@given(people, st.sampled_from(ROLES))
def test_more_hours_or_money_never_make_a_plan_worth_less(seed: int, name: str) -> None:
    profile, role = person(seed), SHIPPED.role_by_id[name]
    values = [
        make_plan(SHIPPED, profile, [role], terms(time, money)).value for time, money in ((10, 0), (30, 0), (30, 200))
    ]
    assert values == sorted(values)


def test_a_certain_step_counts_its_weight_and_a_possible_one_half() -> None:
    role = SHIPPED.role_by_id["product-manager"]
    need = role.requirement("research")
    assert need is not None
    only = replace(role, requirements=(need,))
    certain = make_plan(SHIPPED, Profile(levels={"research": 0}), [only], terms(10_000, None))
    possible = make_plan(SHIPPED, Profile(), [only], terms(10_000, None))
    assert (certain.value, possible.value) == (9, 4.5)


def test_nothing_to_close_and_no_time_give_an_empty_plan_with_a_reason() -> None:
    role = SHIPPED.role_by_id["product-manager"]
    expert = Profile(levels={skill.id: 4 for skill in SHIPPED.skills})
    for profile, time in ((expert, 40), (Profile(), 0)):
        plan = make_plan(SHIPPED, profile, [role], terms(time))
        assert (plan.steps, plan.hours, plan.weeks, plan.value) == ((), 0, 0, 0)
        assert plan.because.endswith(".")
    assert make_plan(SHIPPED, expert, [role], terms(40)).left_out == ()
    assert len(make_plan(SHIPPED, Profile(), [role], terms(0)).left_out) == len(role.requirements)


def test_done_actions_and_those_for_another_setting_are_not_proposed() -> None:
    role = SHIPPED.role_by_id["growth-product-manager"]
    novice = Profile(levels={skill.id: 0 for skill in SHIPPED.skills})
    first = make_plan(SHIPPED, novice, [role], terms(30, 0))
    done = tuple(step.action for step in first.steps)
    second = make_plan(SHIPPED, replace(novice, done=done), [role], terms(30, 0))
    assert not {step.action for step in second.steps} & set(done)
    by_id = {action.id: action for action in SHIPPED.actions}
    for setting, other in (("without-job", "in-job"), ("in-job", "without-job")):
        plan = make_plan(SHIPPED, novice, [role], terms(100, 0, setting))
        assert plan.steps
        assert all(by_id[step.action].setting != other for step in plan.steps if step.kind == "action")


def test_a_programme_that_meets_a_gate_is_told() -> None:
    role = SHIPPED.role_by_id["product-owner"]
    novice = Profile(levels={skill.id: 0 for skill in SHIPPED.skills})
    plan = make_plan(SHIPPED, novice, [role], terms(3000, None))
    taken = {step.action for step in plan.steps if step.kind == "programme"}
    granted = bool(taken & {"cspo", "pspo-i", "pspo-ii", "pspo-iii", "pmi-acp"})
    assert ("certification" in plan.predictions[0].gates) is granted


def test_marking_an_action_done_is_evidence_opens_its_statements_and_is_done_once() -> None:
    action = next(it for it in SHIPPED.actions if it.id == "road-mapping-1-2")
    key = action.evidence[0]
    profile = Profile(answers={key: "no", "research.3a": "yes"})
    done = mark_done(SHIPPED, profile, action.id, "", None, "2026-03")
    assert key in done.reopened
    assert done.profile.answers == {"research.3a": "yes"}
    assert done.profile.done == (action.id,)
    (line,) = done.profile.evidence or ()
    assert (line.skill, line.statements, line.what) == ("road-mapping", action.evidence, action.title)
    assert mark_done(SHIPPED, done.profile, action.id, "", None, None).profile == done.profile


@settings(max_examples=60, deadline=None)
@given(people, st.sampled_from([0.5, 2, 5, 40]))
def test_a_schedule_has_at_most_three_live_goals_and_keeps_the_hours_of_a_week(seed: int, per_week: float) -> None:
    chance = random.Random(seed)
    steps: list[StepToSchedule] = []
    for index in range(chance.randint(0, 9)):
        after = tuple(it.name for it in steps if chance.random() < 0.2)
        goal = f"goal{chance.randint(0, 5)}"
        steps.append(
            StepToSchedule(
                name=f"s{index}",
                goal=goal,
                hours=chance.choice([0.5, 2, 8, 30]),
                value=chance.randint(1, 9),
                is_must=chance.random() < 0.5,
                after=after,
            )
        )
    placed = schedule(steps, per_week)
    assert sorted(it.name for it in placed) == sorted(it.name for it in steps)
    week = {it.name: (it.from_week, it.to_week) for it in placed}
    for it in placed:
        assert all(week[name][1] <= week[it.name][0] or week[name][0] <= week[it.name][0] for name in it.after)
    last = max((end for _, end in week.values()), default=0)
    assert last * per_week >= sum(it.hours for it in steps) - 1e-6
    for at in range(1, min(last, 200) + 1):
        inside = [name for name, (begin, end) in week.items() if begin < at < end]
        assert len(inside) <= LIVE_GOALS
