"""Laws of the interview, on simulated people and by example."""

import random
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.catalogue import Catalogue, Role
from pmgap.interview import (
    Interview,
    Mode,
    Word,
    add_evidence,
    does_not_apply,
    give_answer,
    go_back,
    go_forward,
    next_question,
    read_skill,
    settle,
    skip,
    targets,
    wants_evidence,
)
from pmgap.profile import EMPTY, Answer, Evidence, Mention, Profile
from shipped import SHIPPED

MODES: tuple[Mode, ...] = ("quick", "full")
WORDS: tuple[Word, ...] = ("yes", "partly", "no")


def role(name: str) -> Role:
    return SHIPPED.role_by_id[name]


def begun(*names: str, mode: Mode = "quick", profile: Profile = EMPTY) -> Interview:
    return Interview(roles=tuple(role(name) for name in names), profile=profile, mode=mode)


def sit(interview: Interview, chance: random.Random) -> tuple[Interview, list[str]]:
    """Answer at random to the end; contradictions are let stand."""
    asked: list[str] = []
    for _ in range(400):
        question = next_question(SHIPPED, interview)
        if question is None:
            return interview, asked
        if question.statement is None:
            interview = settle(interview, question, "both")
            continue
        asked.append(question.statement.id)
        interview = give_answer(interview, question.statement.id, chance.choice(WORDS))
    raise AssertionError("the interview does not end")


seeds = st.integers(0, 10_000)
modes = st.sampled_from(MODES)
some_roles = st.lists(st.sampled_from([it.id for it in SHIPPED.roles]), min_size=1, max_size=3, unique=True)


@settings(max_examples=8, deadline=None)
@given(seeds, modes, some_roles)
def test_an_interview_ends_and_never_asks_a_statement_twice(seed: int, mode: Mode, names: list[str]) -> None:
    _, asked = sit(begun(*names, mode=mode), random.Random(seed))
    assert len(asked) == len(set(asked))
    assert asked


@settings(max_examples=8, deadline=None)
@given(seeds, modes, some_roles)
def test_every_question_can_change_something(seed: int, mode: Mode, names: list[str]) -> None:
    """For each question asked there are answers to the open statements of its level that give different outcomes."""
    chance = random.Random(seed)
    interview = begun(*names, mode=mode)
    wanted = {it.skill.id: it for it in targets(SHIPPED, interview.roles, mode)}
    while (question := next_question(SHIPPED, interview)) and question.statement:
        target = wanted[question.skill.id]
        known = interview.profile.known_answers()
        outcomes = set()
        rest = [it.id for it in target.skill.statements_at(question.level) if it.id not in known]
        for own in WORDS:
            for others in WORDS:
                filled: dict[str, Answer] = {**known, **dict.fromkeys(rest, others), question.statement.id: own}
                reading = read_skill(target.skill, filled, SHIPPED.top)
                assert reading is not None
                low, high = reading.bracket.low, reading.bracket.high
                verdicts = tuple("met" if low >= it else "gap" if high < it else "open" for it in target.levels)
                outcomes.add(verdicts if mode == "quick" else (low, high))
        assert len(outcomes) > 1
        interview = give_answer(interview, question.statement.id, chance.choice(WORDS))


@settings(max_examples=8, deadline=None)
@given(seeds, some_roles)
def test_a_sure_person_leaves_no_verdict_open_in_quick_mode(seed: int, names: list[str]) -> None:
    chance = random.Random(seed)
    levels = {skill.id: chance.randint(0, SHIPPED.top) for skill in SHIPPED.skills}
    interview = begun(*names)
    count: dict[str, int] = {}
    while (question := next_question(SHIPPED, interview)) and question.statement:
        count[question.skill.id] = count.get(question.skill.id, 0) + 1
        word: Word = "yes" if levels[question.skill.id] >= question.level else "no"
        interview = give_answer(interview, question.statement.id, word)
    for target in targets(SHIPPED, interview.roles, "quick"):
        reading = read_skill(target.skill, interview.profile.known_answers(), SHIPPED.top)
        assert reading is not None
        for level in target.levels:
            assert (reading.bracket.low >= level) == (levels[target.skill.id] >= level)
            assert not reading.bracket.low < level <= reading.bracket.high
    assert len(names) > 1 or max(count.values()) <= 3


@settings(max_examples=8, deadline=None)
@given(seeds, some_roles)
def test_a_sure_person_is_found_exactly_in_full_mode(seed: int, names: list[str]) -> None:
    chance = random.Random(seed)
    levels = {skill.id: chance.randint(0, SHIPPED.top) for skill in SHIPPED.skills}
    interview = begun(*names, mode="full")
    while (question := next_question(SHIPPED, interview)) and question.statement:
        word: Word = "yes" if levels[question.skill.id] >= question.level else "no"
        interview = give_answer(interview, question.statement.id, word)
    for target in targets(SHIPPED, interview.roles, "full"):
        reading = read_skill(target.skill, interview.profile.known_answers(), SHIPPED.top)
        assert reading is not None
        assert (reading.bracket.low, reading.bracket.high) == (levels[target.skill.id],) * 2


def test_musts_come_first_and_skills_of_a_group_together() -> None:
    interview, asked = sit(begun("growth-product-manager"), random.Random(4))
    weights, groups = [], []
    for key in asked:
        skill, _, _ = SHIPPED.statement_by_id[key]
        need = role("growth-product-manager").requirement(skill.id)
        assert need is not None
        weights.append(SHIPPED.importances[need.importance])
        groups.append((SHIPPED.importances[need.importance], skill.group))
    assert weights == sorted(weights, reverse=True)
    runs = [group for index, group in enumerate(groups) if index == 0 or groups[index - 1] != group]
    assert len(runs) == len(set(runs))
    assert interview.profile.answers


def test_nice_to_have_is_asked_in_full_mode_only() -> None:
    nice = {it.skill for it in role("product-manager").requirements if it.importance == "nice"}
    expectations: list[tuple[Mode, bool]] = [("quick", False), ("full", True)]
    for mode, expected in expectations:
        _, asked = sit(begun("product-manager", mode=mode), random.Random(1))
        assert any(SHIPPED.statement_by_id[key][0].id in nice for key in asked) is expected


def test_two_roles_share_their_answers() -> None:
    both, asked = sit(begun("product-manager", "senior-product-manager"), random.Random(2))
    alone = [len(sit(begun(name), random.Random(2))[1]) for name in ("product-manager", "senior-product-manager")]
    assert len(asked) < sum(alone)
    assert next_question(SHIPPED, replace(both, roles=(role("product-manager"),))) is None


def test_what_does_not_apply_and_what_was_declared_is_not_asked() -> None:
    profile = Profile(not_applicable=("research",), levels={"market-research": 2})
    _, asked = sit(begun("product-manager", profile=profile), random.Random(3))
    assert not [key for key in asked if key.startswith(("research.", "market-research."))]


def test_skipped_statements_are_not_asked_again_in_this_sitting_but_in_the_next() -> None:
    interview = begun("product-owner")
    first = next_question(SHIPPED, interview)
    assert first is not None
    assert first.statement is not None
    interview = skip(interview, first.statement.id)
    for _ in range(100):
        question = next_question(SHIPPED, interview)
        if question is None or question.statement is None:
            break
        assert question.statement.id != first.statement.id
        interview = skip(interview, question.statement.id)
    assert interview.profile.known_answers() == {}
    again = next_question(SHIPPED, begun("product-owner", profile=interview.profile))
    assert again is not None
    assert again.statement == first.statement


def test_back_and_forward_keep_every_answer() -> None:
    interview = begun("product-owner")
    order = []
    for word in WORDS:
        question = next_question(SHIPPED, interview)
        assert question is not None
        assert question.statement is not None
        order.append((question.statement.id, word))
        interview = give_answer(interview, question.statement.id, word)
    front = next_question(SHIPPED, interview)
    for key, word in reversed(order):
        interview = go_back(interview)
        question = next_question(SHIPPED, interview)
        assert question is not None
        assert question.statement is not None
        assert (question.statement.id, question.current) == (key, word)
    assert go_back(interview) == interview
    interview = skip(interview, order[0][0])
    assert interview.profile.known_answers() == dict(order)
    assert next_question(SHIPPED, interview) == front
    interview = go_forward(go_back(interview))
    assert next_question(SHIPPED, interview) == front


@pytest.mark.parametrize(
    ("stands", "kept"),
    [
        ("lower", {"research.2a": "no", "research.2b": "no"}),
        ("upper", {"research.3a": "yes", "research.3b": "yes"}),
        ("both", {"research.2a": "no", "research.2b": "no", "research.3a": "yes", "research.3b": "yes"}),
    ],
)
def test_a_contradiction_is_put_once_and_either_side_may_stand(
    stands: Literal["lower", "upper", "both"], kept: dict[str, str]
) -> None:
    answers: dict[str, Answer] = {"research.2a": "no", "research.2b": "no", "research.3a": "yes", "research.3b": "yes"}
    profile = Profile(answers=answers, not_applicable=tuple(it.id for it in SHIPPED.skills if it.id != "research"))
    interview = begun("product-manager", profile=profile)
    question = next_question(SHIPPED, interview)
    assert question is not None
    assert question.kind == "contradiction"
    assert [word for _, word in question.lower] == ["no", "no"]
    assert [word for _, word in question.upper] == ["yes", "yes"]
    interview = settle(interview, question, stands)
    assert interview.profile.known_answers() == kept
    assert next_question(SHIPPED, interview) is None


def test_the_count_of_questions_left_holds_the_true_one() -> None:
    chance = random.Random(11)
    interview = begun("product-manager")
    bounds = []
    while (question := next_question(SHIPPED, interview)) and question.statement:
        bounds.append((question.least_left, question.most_left))
        interview = give_answer(interview, question.statement.id, chance.choice(("yes", "no")))
    for index, (least, most) in enumerate(bounds):
        assert least <= len(bounds) - index <= most


def test_evidence_is_wanted_once_per_skill_from_practitioner_up() -> None:
    interview = begun("product-manager", mode="full")
    offered: dict[str, int] = {}
    levels = set()
    for _ in range(300):
        question = next_question(SHIPPED, interview)
        if question is None or question.statement is None:
            break
        interview = give_answer(interview, question.statement.id, "yes")
        if wants_evidence(SHIPPED, interview, question):
            offered[question.skill.id] = offered.get(question.skill.id, 0) + 1
            levels.add(question.level)
    assert levels <= {3, 4}
    assert offered
    assert set(offered.values()) == {1}


def test_evidence_and_not_applicable_are_kept_in_the_profile() -> None:
    interview = add_evidence(begun("product-owner"), Evidence(skill="research", what="A study"))
    interview = does_not_apply(does_not_apply(interview, "pricing", "pricing.3a"), "pricing", "pricing.3a")
    assert interview.profile.evidence == (Evidence(skill="research", what="A study"),)
    assert interview.profile.not_applicable == ("pricing",)


def test_statements_for_other_families_are_not_asked(catalogue: Catalogue) -> None:
    skill = catalogue.skill_by_id["road-mapping"]
    levels = tuple(
        replace(
            level,
            statements=tuple(
                replace(it, families=("executive",)) if it.id == "road-mapping.3a" else it for it in level.statements
            ),
        )
        for level in skill.levels
    )
    changed = replace(
        catalogue, skills=tuple(replace(it, levels=levels) if it.id == skill.id else it for it in catalogue.skills)
    )
    asked = set()
    interview = Interview(roles=(changed.role_by_id["product-manager"],), profile=EMPTY)
    while (question := next_question(changed, interview)) and question.statement:
        asked.add(question.statement.id)
        interview = give_answer(interview, question.statement.id, "yes")
    assert "road-mapping.3a" not in asked
    assert "road-mapping.3b" in asked


def test_lines_of_documents_come_with_the_first_question_about_a_skill_and_answer_nothing() -> None:
    first = next_question(SHIPPED, begun("product-owner"))
    assert first is not None
    assert first.mentions == ()
    lines = (Mention(source="cv.md", line="a line"),)
    interview = begun("product-owner", profile=Profile(mentions={first.skill.id: lines}))
    question = next_question(SHIPPED, interview)
    assert question is not None
    assert question.statement is not None
    assert question.mentions == lines
    assert question == replace(first, mentions=lines)
    for following in (give_answer(interview, question.statement.id, "yes"), skip(interview, question.statement.id)):
        after = next_question(SHIPPED, following)
        assert after is not None
        assert after.skill.id == question.skill.id
        assert after.mentions == ()
