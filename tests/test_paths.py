"""Paths over career moves: against every route tried one by one, and case by case."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import drawn
from made_careers import YEARS, action, background_of, catalogue_of, catalogues, profiles, role
from pmgap import route_search
from pmgap.assessment import assess
from pmgap.catalogue import Alternative, CareerMove, Catalogue, Gate, Role
from pmgap.closing import NO_HOURS, closing_hours
from pmgap.paths import PathReport, Route, find_path
from pmgap.profile import Background, Experience, Profile
from pmgap.writers.path_csv import path_csv
from pmgap.writers.path_text import write_path


class Price(NamedTuple):
    """What a route takes, reckoned the plain way."""

    unpriced: int
    hours: float
    waits: int
    unknown: int
    moves: int


def ids(route: Route) -> list[str]:
    """Ids of the roles of a route."""
    return [it.id for it in route.roles]


def every_route(catalogue: Catalogue, first: str, goal: str) -> Iterator[list[str]]:
    """Every chain of moves without a role twice."""

    def onward(way: list[str]) -> Iterator[list[str]]:
        if way[-1] == goal:
            yield way
            return
        for move in catalogue.career_moves:
            if move.from_role == way[-1] and move.to_role not in way:
                yield from onward([*way, move.to_role])

    yield from onward([first])


def price(catalogue: Catalogue, profile: Profile, way: list[str]) -> Price:
    """What a route takes, hop by hop with the levels rated as they are after each; for exact levels only."""
    levels = dict(profile.levels or {})
    unpriced, hours, waits, unknown = 0, 0.0, set(), set()
    for key in way[1:]:
        target = catalogue.role_by_id[key]
        closing = closing_hours(catalogue, replace(profile, levels=levels), target)
        hours += closing.hours.typical
        unpriced += closing.unpriced_steps
        for gate in assess(catalogue, profile, target).gates:
            if gate.verdict == "gap":
                waits.add(gate.cheapest)
            if gate.verdict == "unknown":
                unknown.add(gate.cheapest)
        for need in target.requirements:
            levels[need.skill] = max(levels[need.skill], need.level)
    return Price(unpriced, hours, len(waits), len(unknown), len(way) - 1)


def told(route: Route) -> Price:
    """What a route says that it takes."""
    return Price(route.unpriced_steps, route.hours.typical, route.gate_waits, route.gates_unknown, len(route.hops))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_the_cheapest_the_freest_and_the_shortest_of_all_routes_are_told(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    first, goal = catalogue.roles[0], catalogue.roles[1]
    levels = data.draw(st.fixed_dictionaries({skill.id: st.integers(0, catalogue.top) for skill in catalogue.skills}))
    years = data.draw(st.sampled_from([None, 1.0, 9.0]))
    profile = Profile(levels=levels, background=None if years is None else background_of(years))
    report = find_path(catalogue, first, goal, profile)
    ways = list(every_route(catalogue, first.id, goal.id))
    prices = [price(catalogue, profile, way) for way in ways]
    assert all(ids(route) in ways and told(route) == prices[ways.index(ids(route))] for route in report.routes)
    assert bool(report.routes) == bool(ways)
    assert (report.unreachable is None) == bool(ways)
    assert len(report.routes) <= route_search.MOST_ROUTES
    assert report.all_seen
    if ways:
        shown = [told(route) for route in report.routes]
        assert shown[0][:2] == min(it[:2] for it in prices)
        assert min(it.waits for it in shown) == min(it.waits for it in prices)
        assert min(it.moves for it in shown) == min(it.moves for it in prices)
        assert [it[:2] for it in shown] == sorted(it[:2] for it in shown)
        for one in shown:
            assert not any(all(a <= b for a, b in zip(other, one, strict=True)) for other in shown if other is not one)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_hop_closes_the_certain_gap_steps_of_the_assessment(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    profile = data.draw(profiles(catalogue))
    report = find_path(catalogue, catalogue.roles[0], catalogue.roles[1], profile)
    hops = [route.hops[0] for route in report.routes]
    if report.unreachable is not None:
        hops.append(report.unreachable.direct)
    assert hops
    for hop in hops:
        found = assess(catalogue, profile, catalogue.role_by_id[hop.to.id])
        assert hop.closing.certain_steps == sum(it.gap.certain for it in found.requirements)
        assert hop.gates == found.gates


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_path_of_zero_hops_is_empty(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    profile = data.draw(st.none() | profiles(catalogue))
    report = find_path(catalogue, catalogue.roles[0], catalogue.roles[0], profile)
    (route,) = report.routes
    assert (route.hops, route.certain_steps, route.hours, route.gate_waits) == ((), 0, NO_HOURS, 0)
    assert ids(route) == [catalogue.roles[0].id]
    assert (report.unreachable, route.stepping_stone) == (None, None)
    assert route.because == "You are there already: there is nothing to do on the way."


def test_without_a_profile_someone_is_assumed_who_just_meets_the_first_role(catalogue: Catalogue) -> None:
    for move in catalogue.career_moves:
        first, goal = catalogue.role_by_id[move.from_role], catalogue.role_by_id[move.to_role]
        report = find_path(catalogue, first, goal)
        meets = Profile(levels={need.skill: need.level for need in first.requirements})
        assert report.assumed
        assert first.title in report.start
        assert report.routes == find_path(catalogue, first, goal, meets).routes
        steps = sum(max(0, need.level - first.requirement(need.skill).level) for need in goal.requirements)  # type: ignore[union-attr]
        assert report.routes[0].certain_steps == steps
        assert not any(gate.verdict == "met" for gate in report.routes[0].hops[0].gates)


LADDER = [
    role("junior", {"baking": 1, "serving": 0, "buying": 1}),
    role("middle", {"baking": 2, "serving": 1, "buying": 1}),
    role("senior", {"baking": 3, "serving": 3, "buying": 1}),
    role("other", {"baking": 1, "serving": 0, "buying": 3}),
    role("island", {"baking": 3, "serving": 2, "buying": 1}),
]
STEPS = [("junior", "middle"), ("middle", "senior"), ("other", "middle"), ("junior", "other")]


def path(first: str, goal: str, profile: Profile | None = None, catalogue: Catalogue | None = None) -> PathReport:
    """A path over the ladder."""
    catalogue = catalogue or catalogue_of(LADDER, STEPS)
    return find_path(catalogue, catalogue.role_by_id[first], catalogue.role_by_id[goal], profile)


def test_a_later_hop_starts_from_what_the_hops_before_have_closed() -> None:
    route = path("junior", "senior").routes[0]
    assert ids(route) == ["junior", "middle", "senior"]
    assert [hop.closing.certain_steps for hop in route.hops] == [2, 3]
    assert [(it.skill, it.bracket.high) for it in route.hops[1].closing.skills] == [("serving", 1), ("baking", 2)]
    assert route.hours.typical == 50


def test_the_stepping_stone_is_the_role_between_that_closes_most_of_the_goal() -> None:
    stone = path("junior", "senior").routes[0].stepping_stone
    assert stone is not None
    assert (stone.role.id, stone.steps, stone.of) == ("middle", 2, 5)
    assert stone.because == "Reaching Middle closes 2 of the 5 certain steps that Senior asks."
    assert path("junior", "middle").routes[0].stepping_stone is None


def test_a_role_between_that_closes_nothing_of_the_goal_is_no_stepping_stone() -> None:
    roles = [role("one", {"baking": 1}), role("two", {"baking": 1, "serving": 2}), role("three", {"baking": 3})]
    catalogue = catalogue_of(roles, [("one", "two"), ("two", "three")])
    assert path("one", "three", Profile(levels={"baking": 1, "serving": 0}), catalogue).routes[0].stepping_stone is None


def test_alternatives_say_what_they_are_better_at() -> None:
    roles = [
        role("start", {"baking": 1, "serving": 0, "buying": 0}),
        role("free", {"baking": 2, "serving": 3, "buying": 0}),
        role("gated", {"baking": 2, "serving": 0, "buying": 0}, YEARS),
        role("goal", {"baking": 3, "serving": 0, "buying": 0}),
    ]
    moves = [("start", "free"), ("free", "goal"), ("start", "gated"), ("gated", "goal")]
    report = path(
        "start",
        "goal",
        Profile(levels={"baking": 1, "serving": 0}, background=background_of(1)),
        catalogue_of(roles, moves),
    )
    assert [ids(it) for it in report.routes] == [["start", "gated", "goal"], ["start", "free", "goal"]]
    assert [it.gate_waits for it in report.routes] == [1, 0]
    assert report.routes[0].because == "It takes the fewest hours of the routes shown."
    assert report.routes[1].because == "It takes the shortest wait for gates of the routes shown."
    assert [it.wait_months for it in report.routes] == [48, 0]


def test_a_route_that_is_worse_in_every_way_is_not_told() -> None:
    catalogue = catalogue_of(LADDER, [*STEPS, ("junior", "senior")])
    assert [ids(it) for it in path("junior", "senior", None, catalogue).routes] == [["junior", "senior"]]
    because = path("junior", "senior", None, catalogue).routes[0].because
    assert because == "Cheapest and fastest: no other listed route takes fewer hours, gates to wait for or moves."


def test_the_same_gate_is_waited_for_once() -> None:
    roles = [replace(it, gates=(YEARS,)) for it in LADDER]
    profile = Profile(levels={"baking": 1, "serving": 0, "buying": 1}, background=background_of(1))
    assert path("junior", "senior", profile, catalogue_of(roles, STEPS)).routes[0].gate_waits == 1
    assert path("junior", "senior", None, catalogue_of(roles, STEPS)).routes[0].gates_unknown == 1


@pytest.mark.parametrize(
    ("first", "goal", "why", "nearest", "bridge"),
    [
        ("junior", "island", "The catalogue lists no move that leads to Island.", "senior", None),
        ("senior", "junior", "The catalogue lists no move that leads to Junior and the catalogue lists no move out of Senior.", None, None),
        ("island", "senior", "The catalogue lists no move out of Island.", None, "middle"),
        ("middle", "other", "The listed moves lead from Middle to Senior, and from none of them to Other.", "senior", "junior"),
    ],
)  # fmt: skip
def test_unreachable_says_why_and_what_is_nearest(
    first: str, goal: str, why: str, nearest: str | None, bridge: str | None
) -> None:
    report = path(first, goal)
    found = report.unreachable
    assert found is not None
    assert report.routes == ()
    assert found.because == why
    assert (found.nearest.role.id if found.nearest else None) == nearest
    assert (found.bridge.role.id if found.bridge else None) == bridge
    assert (found.direct.from_.id, found.direct.to.id, found.direct.kind) == (first, goal, "not listed")


def test_current_work_is_what_the_role_left_asks_for_and_a_job_in_it_gives_occasion_to() -> None:
    actions = [
        action("baking", 1, 5, setting="either"),
        action("baking", 1, 9, setting="in-job"),
        replace(action("serving", 0, 5), kind="book"),
        action("buying", 1, 5, setting="without-job"),
    ]
    roles = [
        role("junior", {"baking": 1, "serving": 1, "buying": 1}),
        role("middle", {"baking": 2, "serving": 2, "buying": 2}),
    ]
    catalogue = catalogue_of(roles, [("junior", "middle")], actions)
    (work,) = path("junior", "middle", None, catalogue).routes[0].hops[0].current_work
    assert (work.skill, work.action, work.statements) == ("baking", "baking-1-2-9", ("baking.2a",))
    assert work.because.startswith("Junior asks for Baking at level 1, so the work gives occasion to it")
    done = Profile(levels={"baking": 1, "serving": 2, "buying": 2}, done=("baking-1-2-9",))
    assert [it.action for it in path("junior", "middle", done, catalogue).routes[0].hops[0].current_work] == [
        "baking-1-2-5"
    ]


def test_work_that_the_role_left_does_not_ask_for_earns_nothing() -> None:
    roles = [role("junior", {"baking": 1, "serving": 0}), role("middle", {"baking": 1, "serving": 1, "buying": 1})]
    catalogue = catalogue_of(roles, [("junior", "middle")])
    profile = Profile(levels={"baking": 1, "serving": 0, "buying": 0})
    assert path("junior", "middle", profile, catalogue).routes[0].hops[0].current_work == ()


def test_what_the_first_role_does_not_ask_for_is_open_and_not_assumed_missing() -> None:
    roles = [role("junior", {"baking": 1}), role("middle", {"baking": 1, "serving": 2})]
    route = path("junior", "middle", None, catalogue_of(roles, [("junior", "middle")])).routes[0]
    assert (route.certain_steps, route.hours.typical, route.open_hours.typical) == (0, 0, 20)
    assert route.hops[0].because == (
        "No step is certainly missing for Middle; 2 steps may be missing, as that is not known."
    )


def test_steps_without_an_action_are_told_and_a_route_with_known_hours_comes_first() -> None:
    roles = [role(it.id, {need.skill: need.level for need in it.requirements}) for it in LADDER]
    actions = [action("baking", 1, 99), action("baking", 2, 99), *(action("serving", it, 99) for it in range(3))]
    catalogue = catalogue_of(roles, [*STEPS, ("other", "senior"), ("middle", "other")], actions)
    profile = Profile(levels={"baking": 1, "serving": 0, "buying": 1})
    routes = path("junior", "senior", profile, catalogue).routes
    assert (ids(routes[0]), routes[0].unpriced_steps) == (["junior", "middle", "senior"], 0)
    hop = path("junior", "other", profile, catalogue).routes[0].hops[0]
    assert "the catalogue has no action for 2 steps, not counted here" in hop.because


def test_moves_that_are_listed_twice_or_lead_back_change_nothing() -> None:
    moves = [*STEPS, ("junior", "middle"), ("middle", "middle"), ("senior", "junior")]
    twice = path("junior", "senior", None, catalogue_of(LADDER, moves))
    assert twice.routes == path("junior", "senior").routes


def test_pay_stands_beside_each_hop_and_orders_nothing(catalogue: Catalogue) -> None:
    first, goal = catalogue.role_by_id["director-of-product"], catalogue.role_by_id["vp-of-product"]
    hop = find_path(catalogue, first, goal).routes[0].hops[0]
    assert hop.pay_from is not None
    assert hop.pay_to is not None
    assert hop.pay_to.doubtful
    assert hop.pay_to.doubt
    assert hop.pay_to.accessed == "2025-03-19"
    paid = replace(first, salary=replace(first.salary, amount=1))  # type: ignore[type-var]
    poorer = replace(catalogue, roles=tuple(paid if it is first else it for it in catalogue.roles))
    assert [ids(it) for it in find_path(poorer, paid, goal).routes] == [[first.id, goal.id]]


def test_a_catalogue_of_too_many_moves_is_cut_off_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route_search, "MOST_LOOKED_AT", 3)
    roles = [role(f"role{index}", {"baking": index % 4, "serving": index % 3, "buying": 1}) for index in range(8)]
    moves = [(one.id, other.id) for one in roles for other in roles if one is not other and other is not roles[7]]
    report = path("role0", "role7", None, catalogue_of(roles, [*moves, ("role6", "role7")]))
    assert not report.all_seen
    assert [ids(it) for it in report.routes] == [["role0", "role6", "role7"]]


def test_a_dense_catalogue_is_answered_at_all() -> None:
    roles = [
        role(f"role{index}", {"baking": index % 4, "serving": index % 3, "buying": index % 2}) for index in range(30)
    ]
    moves = [(one.id, other.id) for one in roles for other in roles if one is not other]
    report = path("role0", "role29", None, catalogue_of(roles, moves))
    assert ["role0", "role29"] in [ids(it) for it in report.routes]


def test_every_pair_of_shipped_roles_has_a_route_or_a_reason(catalogue: Catalogue) -> None:
    move: CareerMove
    listed = {(move.from_role, move.to_role) for move in catalogue.career_moves}
    pairs: list[tuple[Role, Role]] = [(one, other) for one in catalogue.roles for other in catalogue.roles]
    for one, other in pairs:
        report = find_path(catalogue, one, other)
        assert bool(report.routes) != (report.unreachable is not None)
        for route in report.routes:
            ends = [(hop.from_.id, hop.to.id) for hop in route.hops]
            assert set(ends) <= listed


def test_the_fastest_route_waits_least_for_gates_however_many_there_are() -> None:
    """Two gates of a year each can be met side by side; one of five years takes five."""

    def gate(kind: str, years: float) -> Gate:
        alternatives = (Alternative(text=f"{years:g} years of {kind} work", experience=kind, min_years=years),)  # type: ignore[arg-type]
        return Gate(kind="experience", alternatives=alternatives)

    roles = [
        role("start", {"baking": 1}),
        role("long", {"baking": 2}, gate("product", 6)),
        role("short", {"baking": 2, "serving": 1}, gate("product", 2), gate("management", 2)),
        role("goal", {"baking": 3}),
    ]
    moves = [("start", "long"), ("long", "goal"), ("start", "short"), ("short", "goal")]
    background = Background(experience=(Experience(years=1, kind="product"), Experience(years=1, kind="management")))
    person = Profile(levels={"baking": 1, "serving": 0}, background=background)
    report = path("start", "goal", person, catalogue_of(roles, moves))
    assert [(ids(it)[1], it.wait_months, it.gate_waits) for it in report.routes] == [("long", 60, 1), ("short", 12, 2)]
    assert report.routes[0].because == "It takes the fewest hours and fewest gates to wait for of the routes shown."
    assert report.routes[1].because == "It takes the shortest wait for gates of the routes shown."
    text = drawn(lambda sheet: write_path(report, sheet))
    assert "2 not met, which takes at least 12 months full time" in text
    assert "1 not met, which takes at least about 5.0 years full time" in text


def test_a_single_move_that_is_not_listed_is_offered_beside_routes_over_other_roles() -> None:
    roles = [
        role("start", {"baking": 1, "serving": 0}),
        role("between", {"baking": 1, "serving": 2}),
        role("goal", {"baking": 3, "serving": 0}),
    ]
    report = path("start", "goal", None, catalogue_of(roles, [("start", "between"), ("between", "goal")]))
    assert report.straight is not None
    assert (report.straight.certain_steps, report.straight.hours.typical) == (2, 20)
    assert "about 20 hours, 2 steps fewer than over the roles between." in report.straight.because
    assert path("start", "between", None, catalogue_of(roles, [("start", "between")])).straight is None


def test_little_knowledge_is_said_before_any_hours() -> None:
    catalogue = catalogue_of(LADDER, STEPS)
    known, unknown = (path("junior", "senior", it, catalogue) for it in (None, Profile()))
    assert known.skills_known == known.skills_asked > 0
    assert "answering comes first" not in known.start
    assert (unknown.skills_known, unknown.skills_asked) == (0, known.skills_asked)
    assert f"It says something of 0 of the {unknown.skills_asked} skill" in unknown.start
    assert "answering comes first" in unknown.start


def test_a_move_up_is_not_called_a_way_to_what_lies_below() -> None:
    roles = [
        role("chief", {"baking": 3, "serving": 3, "buying": 3}),
        role("owner", {"baking": 4, "serving": 4, "buying": 4}),
        role("baker", {"baking": 3, "serving": 1, "buying": 1}),
    ]
    found = path("chief", "baker", None, catalogue_of(roles, [("chief", "owner")])).unreachable
    assert found is not None
    assert found.nearest is not None
    assert found.nearest.because == (
        "The listed moves lead no nearer: Chief itself asks more nearly the same as Baker than any role that they lead "
        "to. The least different of those is Owner."
    )


def test_the_table_holds_pay_gates_and_work_of_every_hop(catalogue: Catalogue) -> None:
    first, goal = (catalogue.role_by_id[key] for key in ("product-owner", "growth-product-manager"))
    report = find_path(catalogue, first, goal)
    rows = list(csv.DictReader(io.StringIO(path_csv(report))))
    assert {row["hop"] for row in rows} == {"1", "2"}
    assert all("accessed 2025-03-19" in row["pay from"] for row in rows if row["hop"] == "1")
    assert {row["pay to"] for row in rows if row["hop"] == "1"} == {"no source of this catalogue gives a figure"}
    earned = {it.action for route in report.routes for hop in route.hops for it in hop.current_work}
    assert {row["work that earns evidence"] for row in rows} - {""} == earned != set()


def test_no_shipped_role_of_the_middle_is_a_dead_end(catalogue: Catalogue) -> None:
    """A technical or growth product manager can go on to a senior post, or back to a general one."""
    for first in ("technical-product-manager", "growth-product-manager"):
        for goal in ("senior-product-manager", "product-manager", "director-of-product"):
            report = find_path(catalogue, catalogue.role_by_id[first], catalogue.role_by_id[goal])
            assert report.routes
