"""What closing a gap takes: the cheapest chain of actions per skill, added up over the skills."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_careers import action, catalogue_of, catalogues, profiles, role
from pmgap.assessment import assess
from pmgap.bracket import Bracket
from pmgap.catalogue import Action, Catalogue, Move, Programme, SkillStep
from pmgap.closing import Hours, SkillClosing, brackets_of, closing_hours, hold
from pmgap.profile import Profile


def cheapest_by_trying(catalogue: Catalogue, skill: str, start: int, goal: int) -> float | None:
    """The fewest hours over every order of every set of actions: slow, and plainly right."""
    offers = [it for it in catalogue.actions if it.skill == skill]
    best = 0.0 if start >= goal else None
    for count in range(1, len(offers) + 1):
        for chain in permutations(offers, count):
            level = start
            for it in chain:
                level = it.to_level if it.from_level <= level < it.to_level else -9
            hours = sum(it.hours for it in chain)
            if level >= goal and (best is None or hours < best):
                best = hours
    return best


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_chain_is_the_cheapest_there_is_and_the_sum_is_that_of_the_skills(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues(most_roles=2))
    profile = data.draw(profiles(catalogue))
    target = catalogue.roles[0]
    closing = closing_hours(catalogue, profile, target)
    for it in closing.skills:
        certain = cheapest_by_trying(catalogue, it.skill, it.bracket.high, it.required)
        possible = cheapest_by_trying(catalogue, it.skill, it.bracket.low, min(it.bracket.high, it.required))
        assert (it.hours.typical if it.hours else None) == certain
        assert (it.open_hours.typical if it.open_hours else None) == possible
    known = [it.hours.typical for it in closing.skills if it.hours]
    assert closing.hours.typical == sum(known)
    assert closing.must_hours.typical == sum(
        it.hours.typical for it in closing.skills if it.hours and it.importance == "must"
    )
    assert closing.unpriced_steps == sum(it.certain for it in closing.skills if it.hours is None)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_the_gap_steps_are_those_of_the_assessment(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues(most_roles=2))
    profile = data.draw(profiles(catalogue))
    target = catalogue.roles[0]
    closing = closing_hours(catalogue, profile, target)
    report = assess(catalogue, profile, target)
    told = {it.skill: (it.certain, it.possible) for it in closing.skills}
    assert told == {it.skill: (it.gap.certain, it.gap.possible) for it in report.requirements if it.gap.possible}
    assert closing.certain_steps == sum(it.gap.certain for it in report.requirements)
    assert closing.possible_steps == sum(it.gap.possible for it in report.requirements)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_once_closed_nothing_is_left_to_close(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues(most_roles=2))
    profile = data.draw(profiles(catalogue))
    target = catalogue.roles[0]
    after = hold(brackets_of(catalogue, profile), target)
    levels = {skill: bracket.low for skill, bracket in after.items()}
    closed = closing_hours(catalogue, Profile(levels=levels, not_applicable=profile.not_applicable), target)
    assert (closed.certain_steps, closed.possible_steps, closed.skills) == (0, 0, ())


def only(catalogue: Catalogue, level: int, done: tuple[str, ...] = (), **levels: int) -> SkillClosing:
    """What closing one skill takes, to a level, from levels held."""
    profile = Profile(levels={"baking": 0, "serving": 0, "buying": 0, **levels}, done=done)
    return closing_hours(catalogue, profile, role("target", {"baking": level})).skills[0]


def with_programme(catalogue: Catalogue, hours: float | None) -> Catalogue:
    """A catalogue with a course that raises two skills from 0 to 2."""
    moves = tuple(Move(skill=name, from_level=0, to_level=2) for name in ("baking", "serving"))
    course = Programme(id="course", name="Course", kind="book", provider="Town", moves=moves, hours=hours)
    return replace(catalogue, programmes=(course,))


def test_an_action_over_two_steps_is_taken_when_it_costs_less() -> None:
    steps = [action("baking", 0, 5), action("baking", 1, 5), action("baking", 0, 9, to_level=2)]
    assert only(catalogue_of([], actions=steps), 2).actions == ("baking-0-2-9",)
    dear = [*steps[:2], action("baking", 0, 11, to_level=2)]
    assert only(catalogue_of([], actions=dear), 2).actions == ("baking-0-1-5", "baking-1-2-5")


def test_of_equal_chains_the_one_listed_first_is_taken() -> None:
    steps = [action("baking", 0, 5, setting="in-job"), replace(action("baking", 0, 5), id="other")]
    assert only(catalogue_of([], actions=steps), 1).actions == ("baking-0-1-5",)
    assert only(catalogue_of([], actions=steps[::-1]), 1).actions == ("other",)


def test_a_programme_is_used_where_it_is_cheaper_for_one_skill_and_counts_for_each() -> None:
    catalogue = with_programme(catalogue_of([]), 15)
    assert only(catalogue, 2).actions == ("course",)
    both = closing_hours(
        catalogue, Profile(levels={"baking": 0, "serving": 0}), role("target", {"baking": 2, "serving": 2})
    )
    assert both.hours.typical == 30
    assert only(with_programme(catalogue_of([]), 25), 2).actions == ("baking-0-1-10", "baking-1-2-10")


def test_a_programme_of_unknown_length_is_never_used() -> None:
    assert only(with_programme(catalogue_of([], actions=[]), None), 2).hours is None


def test_what_was_done_is_not_proposed_again() -> None:
    steps = [action("baking", 0, 5), action("baking", 0, 8)]
    assert only(catalogue_of([], actions=steps), 1, done=("baking-0-1-5",)).actions == ("baking-0-1-8",)
    assert only(with_programme(catalogue_of([]), 1), 1, done=("course",)).actions == ("baking-0-1-10",)


@pytest.mark.parametrize(("asked", "serving", "used"), [(0, 0, False), (2, 0, True), (0, 2, True)])
def test_an_action_needs_the_level_of_another_skill_held_or_asked_for(asked: int, serving: int, *, used: bool) -> None:
    cheap: Action = replace(action("baking", 0, 1), needs=(SkillStep(skill="serving", level=2),))
    catalogue = catalogue_of(
        [], actions=[cheap, action("baking", 0, 9), *(action("serving", it, 1) for it in range(2))]
    )
    profile = Profile(levels={"baking": 0, "serving": serving})
    closing = closing_hours(catalogue, profile, role("target", {"baking": 1, "serving": asked}))
    found = next(it for it in closing.skills if it.skill == "baking")
    assert found.hours is not None
    assert found.hours.typical == (1 if used else 9)


def test_a_step_without_an_action_has_no_hours_and_says_so() -> None:
    catalogue = catalogue_of([], actions=[action("baking", 0, 5), action("serving", 0, 5)])
    target = role("target", {"baking": 2, "serving": 1})
    closing = closing_hours(catalogue, Profile(levels={"baking": 0, "serving": 0}), target)
    baking = closing.skills[0]
    assert (baking.hours, baking.actions, closing.unpriced_steps, closing.hours.typical) == (None, (), 2, 5)
    assert "no action for one of these steps" in baking.because


def test_the_range_of_hours_is_that_of_the_actions() -> None:
    steps = [replace(action("baking", 0, 5), hours_range=(3.0, 8.0)), action("baking", 1, 4)]
    assert only(catalogue_of([], actions=steps), 2).hours == Hours(typical=9, least=7, most=12)


def test_open_levels_cost_hours_of_their_own() -> None:
    profile = Profile(answers={"baking.3a": "no", "baking.3b": "no"})
    closing = closing_hours(catalogue_of([]), profile, role("target", {"baking": 3}))
    assert closing.skills[0].bracket == Bracket(low=0, high=2)
    assert (closing.hours.typical, closing.open_hours.typical) == (10, 20)


def test_a_closed_role_raises_only_what_it_asks_for() -> None:
    held: Mapping[str, Bracket] = {"baking": Bracket(low=0, high=2), "serving": Bracket(low=1, high=1)}
    assert hold(held, role("target", {"baking": 1, "buying": 3})) == {
        "baking": Bracket(low=1, high=2),
        "serving": Bracket(low=1, high=1),
    }
