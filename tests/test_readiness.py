"""Readiness: four words in a fixed order, their boundaries, and what would change them."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pmgap.assessment import Assessment, assess
from pmgap.bracket import Basis, Bracket, gap, verdict
from pmgap.catalogue import (
    Alternative,
    Catalogue,
    EducationLevel,
    Gate,
    Group,
    Level,
    Requirement,
    Role,
    Skill,
    SkillLevel,
)
from pmgap.gates import GateResult, GateVerdict
from pmgap.judgement import RequirementResult
from pmgap.profile import Background, Education, Profile
from pmgap.readiness import Readiness, judge_readiness

law = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def requirement(
    low: int, high: int, required: int = 3, importance: str = "must", name: str = "Sewing"
) -> RequirementResult:
    bracket = Bracket(low=low, high=high)
    basis: Basis = "not asked" if (low, high) == (0, 4) else "claimed"
    return RequirementResult(
        skill=name.lower(),
        name=name,
        group="g",
        importance=importance,
        weight={"must": 3, "should": 2, "nice": 1}[importance],
        required=required,
        bracket=bracket,
        basis=basis,
        verdict=verdict(bracket, required, basis),
        gap=gap(bracket, required),
        contradiction=False,
        answers=(),
        because="Because.",
        sources=(),
        note="",
    )


def gate(found: GateVerdict, *, firm: bool = True, kind: str = "education") -> GateResult:
    return GateResult(
        kind=kind,
        firm=firm,
        verdict=found,
        alternatives=(),
        cheapest=None if found == "met" else "A boot camp",
        because="Because.",
        note="",
        sources=(),
    )


MET = requirement(3, 3)
UNASKED = requirement(0, 4)
UNCLEAR = requirement(2, 4)
ONE_SHORT = requirement(2, 2)
ONE_SHORT_AT_LEAST = requirement(0, 2)
TWO_SHORT = requirement(1, 1)


def judge(*results: RequirementResult, gates: Sequence[GateResult] = ()) -> Readiness:
    return judge_readiness(results, gates, "must")


# The words


@pytest.mark.parametrize(
    ("results", "word"),
    [
        ([UNASKED], "unclear"),
        ([MET], "ready"),
        ([ONE_SHORT], "within reach"),
        ([TWO_SHORT], "build first"),
        ([UNASKED, TWO_SHORT], "unclear"),  # unclear comes before all others
        ([UNCLEAR, MET], "unclear"),
        ([TWO_SHORT, MET, MET, UNASKED], "build first"),
        ([MET, MET, UNASKED], "ready"),
    ],
)
def test_the_word_follows_the_musts(results: list[RequirementResult], word: str) -> None:
    assert judge(*results).word == word


@pytest.mark.parametrize("open_one", [UNASKED, UNCLEAR])
def test_exactly_a_third_of_the_weight_may_be_open(open_one: RequirementResult) -> None:
    assert judge(open_one, MET, MET).word == "ready"
    assert judge(open_one, open_one, MET, MET, MET, MET).word == "ready"
    assert judge(open_one, MET).word == "unclear"
    assert judge(open_one, open_one, MET, MET, MET).word == "unclear"


def test_the_open_share_is_weighed_by_the_level_asked_for() -> None:
    low, high = requirement(0, 4, required=1), requirement(0, 4, required=2)
    held = requirement(1, 1, required=1)
    assert judge(low, held, held).word == "ready"  # 1 of 3
    assert judge(high, held, held, held).word == "unclear"  # 2 of 5, though one of four musts
    assert judge(high, held, held, held, held).word == "ready"  # 2 of 6


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        ([1], "within reach"),
        ([1] * 4, "within reach"),
        ([1] * 5, "build first"),
        ([2], "build first"),
        ([1, 2], "build first"),
    ],
)
def test_within_reach_ends_at_four_steps_in_all_and_one_in_each(steps: list[int], word: str) -> None:
    assert judge(MET, *(requirement(3 - step, 3 - step) for step in steps)).word == word


def test_only_certain_steps_count() -> None:
    assert judge(MET, *[ONE_SHORT_AT_LEAST] * 4).word == "within reach"


@pytest.mark.parametrize(
    ("results", "word"),
    [([MET], "within reach"), ([ONE_SHORT], "within reach"), ([TWO_SHORT], "build first"), ([UNASKED], "unclear")],
)
def test_a_firm_gate_that_is_a_gap_keeps_a_role_from_being_ready(results: list[RequirementResult], word: str) -> None:
    assert judge(*results, gates=[gate("gap")]).word == word


@pytest.mark.parametrize(
    "harmless", [gate("met"), gate("unknown"), gate("gap", firm=False), gate("unknown", firm=False)]
)
def test_other_gates_do_not_block(harmless: GateResult) -> None:
    assert judge(MET, gates=[harmless]).word == "ready"


def test_a_role_without_musts_is_ready() -> None:
    assert judge().word == "ready"
    assert judge(requirement(0, 0, importance="should"), requirement(0, 4, importance="nice")).word == "ready"


def test_only_musts_decide() -> None:
    others = [requirement(0, 0, importance="should") for _ in range(9)] + [requirement(0, 4, importance="nice")] * 9
    assert judge(MET, *others) == judge(MET)
    assert judge(ONE_SHORT, *others) == judge(ONE_SHORT)


def test_a_must_at_level_0_asks_nothing() -> None:
    nothing = requirement(0, 4, required=0)
    assert judge(nothing).word == "ready"
    assert judge(UNASKED, MET, MET, nothing, nothing) == judge(UNASKED, MET, MET)


def test_the_heaviest_importance_decides_whatever_its_name() -> None:
    vital = replace(TWO_SHORT, importance="vital")
    assert judge_readiness([vital, UNASKED], (), "vital").word == "build first"
    assert judge_readiness([vital, UNASKED], (), "must").word == "unclear"


# The reasons


def test_the_reasons_name_what_they_rest_on() -> None:
    sewing, knitting = requirement(2, 2, name="Sewing"), requirement(1, 1, name="Knitting")
    told = " ".join(judge(sewing, knitting, MET, gates=[gate("gap", kind="certification")]).because)
    assert "Sewing" in told
    assert "Knitting" in told
    assert "certification" in told


@pytest.mark.parametrize("results", [[UNASKED], [MET], [ONE_SHORT], [TWO_SHORT], [MET, MET, UNASKED]])
def test_every_word_has_a_reason(results: list[RequirementResult]) -> None:
    reasons = judge(*results).because
    assert reasons
    assert all(len(reason.split()) >= 3 for reason in reasons)


def test_a_long_list_of_names_is_cut_and_says_how_much_is_missing() -> None:
    results = [requirement(0, 4, name=f"Skill{number}") for number in range(7)]
    (move,) = judge(*results).would_change
    assert "Skill3, 3 more" in move
    assert "Skill4" not in move


# What would change the word: do it, and the word changes

SKILLS = ("Sewing", "Knitting", "Weaving", "Dyeing", "Felting", "Spinning")
SMALL = Catalogue(
    id="small",
    version="1",
    scale=tuple(Level(level=level, name=f"level {level}") for level in range(5)),
    importances={"must": 3, "should": 1},
    groups=(Group(id="g", name="G"),),
    skills=tuple(
        Skill(
            id=name.lower(),
            name=name,
            group="g",
            definition="d",
            levels=tuple(SkillLevel(level=level, meaning="m") for level in range(5)),
        )
        for name in SKILLS
    ),
    roles=(),
    education_levels=(
        EducationLevel(id="none", label="none", months=0, degree=False),
        EducationLevel(id="bachelor", label="bachelor", months=36, degree=True),
    ),
)
DEGREE = Gate(kind="education", alternatives=(Alternative(text="A bachelor's degree", education="bachelor"),))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Role, Profile]:
    """A role of up to six musts, with or without a gate, and a person with declared levels."""
    names = draw(st.lists(st.sampled_from(SKILLS), unique=True, min_size=1))
    requirements = tuple(
        Requirement(skill=it.lower(), level=draw(st.integers(1, 4)), importance="must") for it in names
    )
    levels = {}
    for asked in requirements:
        level = draw(st.sampled_from([None, None, 0, -2, -1, -1, 0, 0]))
        if level is not None:
            levels[asked.skill] = max(0, asked.level + level)
    gates = draw(st.sampled_from([(), (DEGREE,)]))
    education = draw(st.sampled_from(["none", "bachelor"]))
    role = Role(id="r", title="R", summary="s", requirements=requirements, gates=gates)
    return role, Profile(levels=levels, background=with_degree(education))


def with_degree(level: str) -> Background:
    return Background(education=(Education(level=level),))  # type: ignore[arg-type]


def with_levels(profile: Profile, levels: dict[str, int]) -> Profile:
    return replace(profile, levels={**(profile.levels or {}), **levels})


def named(move: str, results: Sequence[RequirementResult]) -> list[RequirementResult]:
    """The requirements that a move names; all where it names four and says how many more."""
    if " more" in move.replace("or more among", ""):
        return list(results)
    return [it for it in results if it.name in move]


def follow(report: Assessment, profile: Profile) -> Profile:
    """Do everything that ``would_change`` says."""
    gaps = [it for it in report.requirements if it.verdict == "gap"]
    waiting = [it for it in report.requirements if it.verdict in ("unclear", "not asked")]
    for move in report.readiness.would_change:
        if move.startswith("Answer about"):
            profile = with_levels(profile, {it.skill: it.required for it in named(move, waiting)})
        elif move.startswith("An answer that shows a gap"):
            profile = with_levels(profile, {named(move, waiting)[0].skill: 0})
        elif move.startswith("One level step each"):
            profile = with_levels(profile, {it.skill: it.bracket.high + 1 for it in named(move, gaps)})
        elif move.startswith("Meet the education gate: A bachelor's degree"):
            profile = replace(profile, background=with_degree("bachelor"))
        elif move.startswith("Bring"):
            far = [it for it in gaps if it.gap.certain > 1]
            profile = with_levels(profile, {it.skill: it.required - 1 for it in named(move, far)})
        else:
            profile = close_steps(move, report, profile, gaps)
    return profile


def close_steps(move: str, report: Assessment, profile: Profile, gaps: Sequence[RequirementResult]) -> Profile:
    """Close as many level steps as a move says, counting those that the moves before it closed."""
    found = re.match(r"Close (\d+) level steps? or more among", move)
    assert found, f"a move that this test does not know: {move}"
    levels = dict(profile.levels or {})
    start = {it.skill: it.bracket.high for it in gaps}
    for it in named(move, gaps):
        while levels[it.skill] < it.required and sum(levels[key] - start[key] for key in start) < int(found[1]):
            levels[it.skill] += 1
    return replace(profile, levels=levels)


@law
@given(cases())
def test_doing_what_would_change_the_word_changes_it(case: tuple[Role, Profile]) -> None:
    role, profile = case
    before = assess(SMALL, profile, role)
    assume(before.readiness.would_change)
    after = assess(SMALL, follow(before, profile), role)
    assert after.readiness.word != before.readiness.word


@law
@given(cases())
def test_only_a_role_that_is_ready_without_open_musts_has_nothing_to_change(case: tuple[Role, Profile]) -> None:
    role, profile = case
    report = assess(SMALL, profile, role)
    settled = report.readiness.word == "ready" and all(it.verdict == "met" for it in report.requirements)
    assert (not report.readiness.would_change) == settled


@law
@given(cases())
def test_following_the_advice_leads_to_ready(case: tuple[Role, Profile]) -> None:
    role, profile = case
    words = []
    for _ in range(6):
        report = assess(SMALL, profile, role)
        words.append(report.readiness.word)
        if words[-1] == "ready":
            break
        profile = follow(report, profile)
    assert words[-1] == "ready"
    assert len(words) == len(set(words))


@law
@given(cases(), st.sampled_from(SKILLS), st.integers(0, 4))
def test_a_higher_level_never_makes_the_word_worse(case: tuple[Role, Profile], skill: str, level: int) -> None:
    ranks = ["build first", "within reach", "ready"]
    role, profile = case
    known = with_levels(profile, {it.skill: (profile.levels or {}).get(it.skill, 0) for it in role.requirements})
    assert known.levels is not None
    higher = with_levels(known, {skill.lower(): max(level, known.levels.get(skill.lower(), 0))})
    before, after = assess(SMALL, known, role), assess(SMALL, higher, role)
    assert ranks.index(before.readiness.word) <= ranks.index(after.readiness.word)


def test_ready_names_the_firm_gate_that_is_not_known_yet() -> None:
    assert judge(MET, gates=[gate("gap")]).word != judge(MET, gates=[gate("unknown")]).word == "ready"
    assert any("education" in move for move in judge(MET, gates=[gate("unknown")]).would_change)


@pytest.mark.parametrize("results", [[UNASKED], [MET], [ONE_SHORT], [TWO_SHORT]])
def test_every_reason_is_a_sentence(results: list[RequirementResult]) -> None:
    assert all(reason.endswith(".") for reason in judge(*results).because)
