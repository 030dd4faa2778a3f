"""A second view: beside one's own, never mixed with it, and asked without a hint of one's own answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmgap.assessment import assess
from pmgap.bracket import Bracket
from pmgap.catalogue import Catalogue, Role
from pmgap.interview import targets
from pmgap.profile import EMPTY, WORDS, Answer, Profile, View
from pmgap.second_view import invite, report_views
from pmgap.seen_by_others import second_views

IDS = [f"{skill}.{level}{letter}" for skill in ("road-mapping", "pricing") for level in (1, 2, 3) for letter in "ab"]
answers = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["yes", "partly", "no", True, False, None]))
views = st.builds(View, by=st.sampled_from(["Ben", " ben ", "Cleo", "Dr. No"]), answers=st.none() | answers)
profiles = st.builds(Profile, answers=st.none() | answers, views=st.none() | st.lists(views, max_size=3).map(tuple))


@pytest.fixture(scope="module")
def role(catalogue: Catalogue) -> Role:
    return catalogue.role_by_id["product-manager"]


@given(profiles, st.sampled_from(["Ben", "", "Anyone"]), st.none() | st.dictionaries(st.sampled_from(IDS), st.none()))
def test_an_empty_return_changes_nothing(profile: Profile, by: str, nothing: dict[str, Answer] | None) -> None:
    assert profile.with_view(View(by=by, answers=nothing)) is profile


@given(profiles, views)
def test_merging_twice_changes_nothing(profile: Profile, view: View) -> None:
    once = profile.with_view(view)
    assert once.with_view(view) is once


@given(profiles, views)
def test_merging_leaves_every_own_answer_and_everyone_elses_view_alone(profile: Profile, view: View) -> None:
    merged = profile.with_view(view)
    assert replace(merged, views=None) == replace(profile, views=None)
    who = " ".join(view.by.split()).casefold()
    assert [it for it in merged.views or () if " ".join(it.by.split()).casefold() != who] == [
        it for it in profile.views or () if " ".join(it.by.split()).casefold() != who
    ]


@given(st.lists(views))
def test_one_person_has_one_view_with_their_latest_answers(returns: list[View]) -> None:
    profile = EMPTY
    latest: dict[str, dict[str, str]] = {}
    for view in returns:
        profile = profile.with_view(view)
        given_now = {key: WORDS[value] for key, value in view.known_answers().items()}
        if given_now:
            latest.setdefault(" ".join(view.by.split()).casefold(), {}).update(given_now)
    assert {it.by.casefold(): it.answers for it in profile.views or ()} == latest


@given(profiles, views)
def test_a_second_view_changes_no_figure_of_the_assessment(
    catalogue: Catalogue, role: Role, profile: Profile, view: View
) -> None:
    """Brackets, verdicts, coverage, readiness and steps are one's own; what others see stands beside them."""
    with_it, without = (assess(catalogue, it, role) for it in (profile.with_view(view), replace(profile, views=None)))
    named = {*with_it.unknown_ids, *(view.answers or {})}
    assert set(without.unknown_ids) <= named
    assert replace(with_it, second_views=(), unknown_ids=()) == replace(without, second_views=(), unknown_ids=())
    assert with_it.second_views == second_views(catalogue, profile.with_view(view), role)


def test_notes_are_kept_beside_answers_renewed_by_the_same_person_and_shown(catalogue: Catalogue, role: Role) -> None:
    first = View(by="Ben", answers={"road-mapping.3a": "no"}, notes={"road-mapping.3a": "not yet", "pricing.2a": "?"})
    profile = EMPTY.with_view(first).with_view(View(by="ben", notes={"road-mapping.3a": "saw it now"}))
    assert profile.views == (
        View(
            by="Ben",
            answers={"road-mapping.3a": "no"},
            notes={"road-mapping.3a": "saw it now", "pricing.2a": "?"},
        ),
    )
    assert profile.with_view(View(by="BEN", notes={"pricing.2a": "?"})) is profile
    told = {it.skill: it for it in assess(catalogue, profile, role).second_views}
    assert [it.note for it in told["road-mapping"].notes] == ["saw it now"]
    assert told["pricing"].because == "Ben left it open and wrote a note."
    assert (told["pricing"].other, told["pricing"].talk) == (Bracket(low=0, high=4), False)


@given(profiles)
def test_there_is_something_to_talk_about_exactly_where_the_brackets_do_not_overlap(
    catalogue: Catalogue, profile: Profile
) -> None:
    found = second_views(catalogue, profile)
    for it in found:
        own, other = range(it.own.low, it.own.high + 1), range(it.other.low, it.other.high + 1)
        assert it.talk == set(own).isdisjoint(other)
        assert it.by in it.because
    assert [it.talk for it in found] == sorted((it.talk for it in found), reverse=True)


@given(answers)
def test_agreeing_with_oneself_leaves_nothing_to_talk_about(catalogue: Catalogue, said: dict[str, Answer]) -> None:
    profile = Profile(answers=said, views=(View(by="Mirror", answers=said),))
    found = second_views(catalogue, profile)
    assert all(it.own == it.other and not it.talk for it in found)
    assert {answer.statement for it in found for answer in it.answers} == set(profile.known_answers())


def test_both_views_stand_side_by_side_with_their_reason(catalogue: Catalogue) -> None:
    own: dict[str, Answer] = {"road-mapping.3a": "yes", "road-mapping.3b": "yes"}
    profile = Profile(answers=own).with_view(View(by="Ben", answers={"road-mapping.3a": "no", "road-mapping.3c": "no"}))
    (it,) = second_views(catalogue, profile)
    assert (it.by, it.skill, it.own, it.other, it.talk) == (
        "Ben", "road-mapping", Bracket(low=3, high=4), Bracket(low=0, high=2), True,
    )  # fmt: skip
    assert [(answer.statement, answer.own, answer.other) for answer in it.answers] == [
        ("road-mapping.3a", "yes", "no"),
        ("road-mapping.3c", None, "no"),
    ]
    assert it.because == (
        "Your answers allow level 3 to 4; Ben sees level 0 to 2 from 2 answers: you claim more than Ben has seen; "
        "different answers to road-mapping.3a (you yes, Ben no)."
    )


@pytest.mark.parametrize(
    ("profile", "start"),
    [
        (Profile(), "Ben sees level 3 to 4 from 1 answer; you have not answered about it yet."),
        (
            Profile(levels={"road-mapping": 1}),
            "You rate yourself at level 1; Ben sees level 3 to 4 from 1 answer: Ben has ",
        ),
        (
            Profile(levels={"road-mapping": 3}),
            "You rate yourself at level 3; Ben sees level 3 to 4 from 1 answer: the two ",
        ),
    ],
)
def test_the_reason_says_what_the_own_view_rests_on(catalogue: Catalogue, profile: Profile, start: str) -> None:
    (it,) = second_views(catalogue, profile.with_view(View(by="Ben", answers={"road-mapping.3a": "yes"})))
    assert it.because.startswith(start)
    assert it.talk == (profile.levels == {"road-mapping": 1})


def test_with_a_role_only_its_skills_are_shown_and_skills_that_do_not_apply_never(catalogue: Catalogue) -> None:
    asked = Profile().with_view(
        View(by="Ben", answers={"road-mapping.3a": "yes", "pricing.2a": "no", "gone.1a": "yes"})
    )
    assert {it.skill for it in second_views(catalogue, asked)} == {"road-mapping", "pricing"}
    assert {it.skill for it in second_views(catalogue, replace(asked, not_applicable=("pricing",)))} == {"road-mapping"}
    role = catalogue.role_by_id["product-manager"]
    narrow = replace(role, requirements=tuple(it for it in role.requirements if it.skill == "pricing"))
    assert {it.skill for it in second_views(catalogue, asked, narrow)} == {"pricing"}
    report = report_views(catalogue, asked, role)
    assert (report.by, report.unknown_ids) == (("Ben",), ("gone.1a",))


@given(profiles)
def test_an_invitation_knows_nothing_of_the_persons_own_answers(
    catalogue: Catalogue, role: Role, profile: Profile
) -> None:
    assert invite(catalogue, profile, role, "quick") == invite(catalogue, EMPTY, role, "quick")
    assert invite(catalogue, profile, role, "full") == invite(catalogue, EMPTY, role, "full")


def test_an_invitation_asks_at_the_level_of_the_role_and_in_full_about_all(catalogue: Catalogue, role: Role) -> None:
    quick = {it.id for skill in invite(catalogue, EMPTY, role, "quick").skills for it in skill.statements}
    full = {it.id for skill in invite(catalogue, EMPTY, role, "full").skills for it in skill.statements}
    assert quick < full
    for key in quick:
        skill, level, _statement = catalogue.statement_by_id[key]
        requirement = role.requirement(skill.id)
        assert requirement is not None
        assert (level, requirement.importance != "nice") == (requirement.level, True)
    skills = {catalogue.statement_by_id[key][0].id for key in full}
    assert skills == {target.skill.id for target in targets(catalogue, [role], "full")}
    assert all(
        not statement.families or role.family in statement.families
        for key in full
        for statement in [catalogue.statement_by_id[key][2]]
    )


def test_an_invitation_leaves_out_what_does_not_apply(catalogue: Catalogue, role: Role) -> None:
    asked = invite(catalogue, Profile(not_applicable=("road-mapping",)), role, "full")
    names = [skill.name for skill in asked.skills]
    assert catalogue.skill_by_id["road-mapping"].name not in names
    assert len(names) == len(invite(catalogue, EMPTY, role, "full").skills) - 1
