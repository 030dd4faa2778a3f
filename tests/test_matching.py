"""A match is every role's assessment side by side, and what only shows over several roles."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from made_careers import YEARS, background_of, catalogue_of, catalogues, profiles, role
from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Fit
from pmgap.matching import Match, RoleMatch, match_roles
from pmgap.profile import EMPTY, Background, Education, Mention, Profile

ORDER = ["ready", "within reach", "build first", "unclear"]


def by_role(report: Match) -> dict[str, RoleMatch]:
    """Role id to its match, in whatever group."""
    return {it.role.id: it for group in report.groups for it in group.roles}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_match_of_a_role_equals_assess_of_that_role(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    profile = data.draw(profiles(catalogue))
    matches = by_role(match_roles(catalogue, profile))
    assert matches.keys() == catalogue.role_by_id.keys()
    for key, it in matches.items():
        report = assess(catalogue, profile, catalogue.role_by_id[key])
        assert (it.role, it.coverage, it.readiness, it.gates) == (
            report.role, report.coverage, report.readiness, report.gates,
        )  # fmt: skip
        verdicts = [requirement.verdict for requirement in report.requirements]
        for word, counted in (("met", "met"), ("gap", "gap"), ("unclear", "unclear"), ("not asked", "not_asked")):
            assert verdicts.count(word) == sum(getattr(row, counted) for row in it.verdicts)  # type: ignore[arg-type]
        met = {need.skill for need in report.requirements if need.verdict == "met" and need.required}
        short = {need.skill for need in report.requirements if need.gap.certain and need.importance == "must"}
        closed = {gate.kind for gate in report.gates if gate.verdict == "gap"}
        assert {reason.id for reason in it.reasons_for} <= met
        assert len(it.reasons_for) + it.more_for == len(met)
        assert {reason.id for reason in it.reasons_against} <= short | closed
        assert len(it.reasons_against) + it.more_against == len(short) + len(closed)


def test_match_of_the_shipped_roles_equals_assess(catalogue: Catalogue) -> None:
    profile = Profile(levels={skill.id: 2 for skill in catalogue.skills})
    for key, it in by_role(match_roles(catalogue, profile)).items():
        report = assess(catalogue, profile, catalogue.role_by_id[key])
        assert (it.coverage, it.readiness) == (report.coverage, report.readiness)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_groups_hold_each_role_once_in_catalogue_order(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    report = match_roles(catalogue, data.draw(profiles(catalogue)))
    words = [group.word for group in report.groups]
    assert words == [word for word in ORDER if word in words]
    order = [role.id for role in catalogue.roles]
    for group in report.groups:
        assert all(it.readiness.word == group.word for it in group.roles)
        places = [order.index(it.role.id) for it in group.roles]
        assert places == sorted(places)
    assert sorted(by_role(report)) == sorted(order)
    assert report.unclear_roles == sum(it.readiness.word == "unclear" for it in by_role(report).values())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_opening_step_does_what_it_says_and_no_step_does_more(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    profile = data.draw(profiles(catalogue))
    report = match_roles(catalogue, profile)
    before = {role.id: assess(catalogue, profile, role) for role in catalogue.roles}

    def effect(skill: str, level: int) -> tuple[list[tuple[str, str, str]], list[str]]:
        """Words that change and roles in which a certain step closes once a skill is at a level."""
        kept = {key: value for key, value in (profile.answers or {}).items() if not key.startswith(f"{skill}.")}
        raised = replace(profile, answers=kept, levels={**(profile.levels or {}), skill: level})
        after = {role.id: assess(catalogue, raised, role) for role in catalogue.roles}
        short = {
            key
            for key, it in before.items()
            if any(need.skill == skill and need.gap.certain for need in it.requirements)
        }
        words = [
            (key, before[key].readiness.word, after[key].readiness.word)
            for key in before
            if key in short
            and before[key].readiness.word != after[key].readiness.word
            and after[key].readiness.word in ("within reach", "ready")
        ]
        closer = [
            key
            for key in before
            if sum(it.gap.certain for it in after[key].requirements)
            < sum(it.gap.certain for it in before[key].requirements)
        ]
        return words, closer

    most = steps = 0
    for skill in catalogue.skills:
        brackets = {it.bracket for role in before.values() for it in role.requirements if it.skill == skill.id}
        gaps = {
            it.bracket
            for role in before.values()
            for it in role.requirements
            if it.skill == skill.id and it.gap.certain
        }
        assert len(brackets) <= 1
        if gaps:
            high = gaps.pop().high
            for level in range(high + 1, catalogue.top + 1):
                opened = len(effect(skill.id, level)[0])
                if opened > most or (opened == most and (not steps or level - high < steps)):
                    most, steps = opened, level - high
    step = report.opens_most
    if step is None:
        assert not any(it.gap.certain for role in before.values() for it in role.requirements)
        return
    words, closer = effect(step.skill, step.to)
    assert step.to == step.bracket.high + steps
    assert [(it.role.id, it.before, it.after) for it in step.changes] == words
    assert list(step.roles) == closer
    assert len(words) == most


def test_of_steps_that_change_no_word_the_one_for_most_musts_opens_most() -> None:
    roles = [
        role("one", {"baking": 3, "serving": 3}),
        role("two", {"baking": 3, "buying": 3}),
        role("three", {"buying": 3, "serving": 3}, importance="nice"),
    ]
    report = match_roles(catalogue_of(roles), Profile(levels={"baking": 0, "serving": 0, "buying": 0}))
    assert report.opens_most is not None
    assert (report.opens_most.skill, report.opens_most.roles, report.opens_most.must_in) == (
        "baking",
        ("one", "two"),
        2,
    )
    assert report.opens_most.changes == ()
    assert "no role changes its group by it alone" in report.opens_most.because


def test_a_strength_carries_over_when_it_is_enough_for_more_than_half_of_the_roles() -> None:
    roles = [
        role("one", {"baking": 1, "serving": 2}),
        role("two", {"baking": 2, "serving": 3}),
        role("three", {"baking": 3, "serving": 1}, importance="nice"),
        role("four", {"baking": 2, "serving": 3}),
    ]
    report = match_roles(catalogue_of(roles), Profile(levels={"baking": 2, "serving": 2}))
    assert [(it.skill, it.roles, it.must_in) for it in report.carry_over] == [("baking", 3, 3)]
    assert report.carry_over[0].because == "Level 2 is enough for 3 of 4 roles, as a must in 3."


def test_a_closed_gate_is_never_crowded_out_by_gaps() -> None:
    roles = [role("one", {"baking": 3, "serving": 3, "buying": 3}, YEARS)]
    profile = Profile(levels={"baking": 0, "serving": 1, "buying": 2}, background=background_of(1))
    match = by_role(match_roles(catalogue_of(roles), profile))["one"]
    assert [it.id for it in match.reasons_against] == ["baking", "serving", "experience"]
    assert match.more_against == 1


def test_an_empty_profile_is_told_what_to_answer_first(catalogue: Catalogue) -> None:
    report = match_roles(catalogue, EMPTY)
    assert [(group.word, len(group.roles)) for group in report.groups] == [("unclear", len(catalogue.roles))]
    assert report.because.startswith(
        "From 0 answers, too little is known to tell one role from another. Answering about "
    )
    assert report.opens_most is None
    assert report.carry_over == report.background == ()
    assert len(report.answer_first) == len(catalogue.skills)
    assert report.answer_first[0].name in report.because


def test_only_the_statements_that_roles_ask_for_count_as_open() -> None:
    roles = [role("one", {"baking": 2}), role("two", {"baking": 3})]
    report = match_roles(catalogue_of(roles), Profile(answers={"baking.2a": "partly"}))
    assert [(it.skill, it.statements, it.roles) for it in report.answer_first] == [("baking", 1, 1)]
    gap = by_role(report)["two"]
    assert [it.what for it in gap.reasons_against] == ["1 step short of level 3"]


def test_the_skill_that_moves_most_weight_over_all_roles_is_answered_first() -> None:
    roles = [
        role("one", {"baking": 1, "serving": 3}),
        role("two", {"baking": 1, "buying": 3}, importance="nice"),
        role("three", {"baking": 1}),
    ]
    report = match_roles(catalogue_of(roles), EMPTY)
    # serving moves 3 x 3, baking (3 + 1 + 3) x 1, buying 1 x 3
    assert [(it.skill, it.roles, it.must_in) for it in report.answer_first] == [
        ("serving", 1, 1), ("baking", 3, 2), ("buying", 1, 0),
    ]  # fmt: skip


def test_a_background_leads_to_roles_by_the_rules_of_the_catalogue(catalogue: Catalogue) -> None:
    def fits(field: str) -> dict[str, tuple[str, ...]]:
        profile = Profile(background=Background(education=(Education(level="bachelor", field=field),)))
        report = match_roles(catalogue, profile)
        assert {it.role.id: it.because for it in report.background} == {
            key: it.background for key, it in by_role(report).items() if it.background
        }
        return {it.role.id: it.because for it in report.background}

    assert fits("computer science") == {
        "technical-product-manager": ("A technical background can lead to technical products.",)
    }
    assert fits("nursing") == {"product-manager": ("Health care experience can lead to medical products.",)}
    assert "growth-product-manager" in fits("marketing")
    assert fits("history") == {}


def test_fits_are_data() -> None:
    fit = Fit(role="one", words=("bread",), text="Bread leads here.")
    catalogue = replace(catalogue_of([role("one", {"baking": 1})]), fits=(fit,))
    profile = Profile(background=Background(education=(Education(level="certificate", field="bread"),)))
    assert by_role(match_roles(catalogue, profile))["one"].background == ("Bread leads here.",)


def test_skills_that_do_not_apply_and_unknown_ids_are_told() -> None:
    catalogue = catalogue_of([role("one", {"baking": 1, "serving": 1})])
    profile = Profile(levels={"baking": 1}, not_applicable=("serving", "juggling"), answers={"juggling.1a": "yes"})
    report = match_roles(catalogue, profile)
    assert report.not_applicable == ("serving",)
    assert report.not_applicable_names == ("Serving",)
    assert report.unknown_ids == ("juggling", "juggling.1a")
    assert (report.answered, report.rated) == (0, 1)
    assert [group.word for group in report.groups] == ["ready"]


def test_reasons_name_the_best_founded_of_equal_strengths_first() -> None:
    catalogue = catalogue_of([role("one", {"baking": 1, "serving": 1, "buying": 1})])
    profile = Profile(
        levels={"serving": 1}, mentions={"baking": (Mention(source="cv", line="Baked"),)}, answers={"buying.1a": "yes"}
    )
    match = by_role(match_roles(catalogue, profile))["one"]
    assert [it.id for it in match.reasons_for] == ["buying", "serving", "baking"]


def test_a_catalogue_without_roles_has_no_groups() -> None:
    report = match_roles(catalogue_of([]), EMPTY)
    assert (report.groups, report.opens_most, report.because) == ((), None, "Every role can be placed, from 0 answers.")


def test_the_skill_that_opens_most_may_take_two_steps() -> None:
    """One step in baking turns no word; two steps bring both roles into reach."""
    roles = [role("one", {"baking": 3, "serving": 1}), role("two", {"baking": 3, "buying": 1})]
    report = match_roles(catalogue_of(roles), Profile(levels={"baking": 0, "serving": 1, "buying": 1}))
    step = report.opens_most
    assert step is not None
    assert (step.skill, step.to, [it.after for it in step.changes]) == ("baking", 2, ["within reach", "within reach"])
    assert "Level 2 would close up to 2 certain steps in 2 of 2 roles" in step.because


def test_a_step_opens_no_role_in_which_it_is_not_certainly_missing() -> None:
    """Such a role is opened by an answer, not by learning."""
    roles = [role("one", {"baking": 1}), role("two", {"baking": 3, "serving": 3})]
    profile = Profile(answers={"baking.2a": "no", "baking.2b": "no"}, levels={"serving": 0})
    step = match_roles(catalogue_of(roles), profile).opens_most
    assert step is not None
    assert "one" not in step.roles
    assert "one" not in {it.role.id for it in step.changes}


def test_what_a_strength_rests_on_is_said() -> None:
    roles = [role("one", {"baking": 1, "serving": 1, "buying": 1})]
    profile = Profile(
        levels={"baking": 2}, mentions={"serving": (Mention(source="cv", line="served"),)}, answers={"buying.1a": "yes"}
    )
    told = {it.id: it.what for it in by_role(match_roles(catalogue_of(roles), profile))["one"].reasons_for}
    assert told == {
        "baking": "level 2 by your own rating, 1 asked",
        "serving": "level 1-3 by a mention alone, 1 asked",
        "buying": "level 1-3, 1 asked",
    }
