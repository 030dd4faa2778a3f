"""Two looks at one person: real changes, better knowledge, and catalogues that changed in between."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import drawn
from made_careers import YEARS, background_of, catalogue_of, catalogues, profiles, role
from pmgap.assessment import assess, assess_roles
from pmgap.bracket import Bracket, Coverage
from pmgap.catalogue import Catalogue, Role
from pmgap.comparison import Comparison, SkillChange, compare, coverage_word, skill_word
from pmgap.profile import EMPTY, Evidence, Mention, Profile
from pmgap.sides import Side, profile_side, read_again, report_side
from pmgap.snapshot import snapshot
from pmgap.writers.comparison_markdown import comparison_markdown
from pmgap.writers.comparison_text import write_comparison

BAKER = role("baker", {"baking": 2, "serving": 1})
KITCHEN = catalogue_of([BAKER, role("waiter", {"serving": 3})])


def side(profile: Profile, catalogue: Catalogue = KITCHEN, roles: tuple[Role, ...] | None = None) -> Side:
    """A profile as a side, of every skill."""
    return profile_side(catalogue, profile, catalogue.roles if roles is None else roles, only_asked=False)


def reported(profile: Profile, catalogue: Catalogue = KITCHEN) -> Side:
    """What a report of all roles says of a profile, as a side."""
    return report_side([snapshot(it) for it in assess_roles(catalogue, profile, catalogue.roles).assessments])


def looked(before: Profile, after: Profile) -> Comparison:
    """Two profiles against the kitchen."""
    return compare(KITCHEN, side(before), side(after))


def change(before: Profile, after: Profile, skill: str = "baking") -> SkillChange:
    """What is said of one skill."""
    return next(it for it in looked(before, after).skills if it.skill == skill)


def answers(**given: Any) -> Profile:
    """A profile of answers about baking: ``answers(a3="yes")`` is yes to baking.3a."""
    return Profile(answers={f"baking.{key[1]}{key[0]}": value for key, value in given.items()})


# The laws.


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_comparing_a_profile_with_itself_says_no_change(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    profile = data.draw(profiles(catalogue))
    ours, theirs = side(profile, catalogue), reported(profile, catalogue)
    for before in (ours, theirs):
        for after in (ours, theirs):
            report = compare(catalogue, before, after)
            assert (report.changed, report.regression, report.because) == (False, False, "No change.")
            assert {it.change for it in report.skills} <= {"unchanged"}
            assert {it.coverage_change for it in report.roles} <= {"unchanged"}
            assert report.notes == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_report_and_its_profile_compare_alike(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    before, after = data.draw(profiles(catalogue)), data.draw(profiles(catalogue))
    plain = compare(catalogue, side(before, catalogue), side(after, catalogue))
    mixed = compare(catalogue, reported(before, catalogue), reported(after, catalogue))
    asked = {need.skill for role in catalogue.roles for need in role.requirements}
    assert mixed.skills == tuple(it for it in plain.skills if it.skill in asked)
    assert mixed.roles == plain.roles
    assert (mixed.changed, mixed.regression) == (plain.changed, plain.regression)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_real_fall_looked_at_backwards_is_a_real_rise(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    one, other = (side(data.draw(profiles(catalogue)), catalogue) for _ in range(2))
    there, back = compare(catalogue, one, other), compare(catalogue, other, one)
    assert {it.skill for it in there.skills if it.change == "fallen"} == {
        it.skill for it in back.skills if it.change == "risen"
    }
    assert {it.role.id for it in there.roles if it.coverage_change == "higher"} == {
        it.role.id for it in back.roles if it.coverage_change == "lower"
    }
    assert there.changed == back.changed


brackets = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda it: Bracket(low=min(it), high=max(it)))


@given(brackets, brackets)
def test_a_change_is_real_exactly_when_no_level_is_possible_on_both_sides(before: Bracket, after: Bracket) -> None:
    shared = set(range(before.low, before.high + 1)) & set(range(after.low, after.high + 1))
    word = skill_word(before, after)
    assert (word in ("risen", "fallen")) == (not shared)
    assert (word == "unchanged") == (before == after)
    if word == "better known":
        assert set(range(after.low, after.high + 1)) < set(range(before.low, before.high + 1))
    if word in ("risen", "may have risen"):
        assert after.high > before.high
    if word in ("fallen", "may have fallen"):
        assert after.low < before.low


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_a_coverage_is_really_higher_only_when_the_bands_are_apart(ends: list[float]) -> None:
    before, after = (Coverage(low=min(pair), high=max(pair)) for pair in (ends[:2], ends[2:]))
    word = coverage_word(before, after)
    assert (word == "higher") == (before.high < after.low)
    assert (word == "lower") == (after.high < before.low)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_reading_answers_again_with_the_same_rules_gives_the_same_brackets(data: st.DataObject) -> None:
    catalogue = data.draw(catalogues())
    told = reported(data.draw(profiles(catalogue)), catalogue)
    renamed = replace(catalogue, sha256="another file, the same rules")
    assert read_again(renamed, told).skills == told.skills


# Words for skills.


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (answers(a2="yes", b2="yes", a3="no"), answers(a3="yes", b3="yes"), "risen"),
        (answers(a2="yes", b2="yes"), answers(a2="no", b2="no"), "fallen"),
        (EMPTY, answers(a2="yes", b2="yes", a3="no"), "better known"),
        (answers(a2="yes", b2="yes"), answers(a2="yes", b2="yes", a3="no"), "better known"),
        (answers(a2="yes"), EMPTY, "less known"),
        (answers(a1="yes"), Profile(mentions={"baking": (Mention(source="cv", line="baked"),)}), "unchanged"),
        (answers(a2="partly"), answers(a3="partly"), "may have risen"),
        (answers(a3="partly"), answers(a2="partly"), "may have fallen"),
        (answers(a2="yes", b2="yes", a3="no"), answers(a2="yes", b2="yes"), "may have risen"),
        (Profile(levels={"baking": 2}), answers(a2="partly"), "may have fallen"),
        (Profile(levels={"baking": 2}), answers(a1="yes"), "less known"),
        (Profile(levels={"baking": 1}), Profile(levels={"baking": 3}), "risen"),
        (answers(a2="yes"), answers(a2="yes"), "unchanged"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_change(before: Profile, after: Profile, word: str) -> None:
    assert change(before, after).change == word
    assert looked(before, after).regression == (word == "fallen")


def test_a_fall_names_its_answers_and_two_ways_to_take_it() -> None:
    it = change(answers(a2="yes", b2="yes"), answers(a2="no", b2="no"))
    assert it.because == (
        "Level 2-3 before, 0-1 now: the brackets do not overlap. It may be long unused, or your standard may have risen; "
        "both are worth a look. Changed: baking.2a from yes to no and baking.2b from yes to no."
    )


def test_many_changed_answers_are_counted_in_the_sentence_and_listed_in_the_record() -> None:
    it = change(EMPTY, answers(a1="yes", b1="yes", a2="yes", b2="yes", a3="no", b3="no"))
    assert "and 2 more" in it.because
    assert [(entry.before, entry.after) for entry in it.answers] == [(None, "yes")] * 4 + [(None, "no")] * 2


def test_new_evidence_is_a_change_without_a_change_of_level() -> None:
    before = answers(a2="yes", b2="yes")
    report = looked(before, replace(before, evidence=(Evidence(skill="baking", what="a cake"),)))
    assert (report.changed, report.regression) == (True, False)
    assert report.because == "3 skills unchanged."
    baking = next(it for it in report.skills if it.skill == "baking")
    assert baking.because == "Level 2-3 before and now; claimed before, evidenced now."


def test_falls_come_first_and_what_is_unchanged_last() -> None:
    before = Profile(levels={"baking": 1, "serving": 2, "buying": 1})
    after = Profile(levels={"baking": 1, "serving": 3, "buying": 0})
    assert [it.skill for it in looked(before, after).skills] == ["buying", "serving", "baking"]


def test_skills_said_not_to_apply_are_told_and_not_compared() -> None:
    report = looked(Profile(levels={"baking": 3}), Profile(levels={"baking": 3}, not_applicable=("baking",)))
    assert (report.left_out_now, report.counted_again, report.not_compared) == (("baking",), (), ())
    assert report.changed
    assert not report.regression
    assert looked(Profile(not_applicable=("baking",)), EMPTY).counted_again == ("baking",)


def test_to_leave_a_skill_out_that_no_role_asks_for_is_a_change_too() -> None:
    report = looked(EMPTY, Profile(not_applicable=("buying",)))
    assert (report.changed, report.left_out_now) == (True, ("buying",))
    assert "No change" not in report.because
    assert looked(Profile(not_applicable=("buying",)), EMPTY).changed


def test_only_skills_that_are_compared_are_told_to_be_left_out() -> None:
    left_out = Profile(not_applicable=("buying", "juggling"))
    before, after = (profile_side(KITCHEN, it, (BAKER,), only_asked=True) for it in (EMPTY, left_out))
    assert compare(KITCHEN, before, after).left_out_now == ()
    assert looked(EMPTY, left_out).left_out_now == ("buying",)


# Roles.


def test_a_role_tells_coverage_readiness_and_whether_the_bands_are_apart() -> None:
    before, after = Profile(levels={"baking": 0, "serving": 0}), Profile(levels={"baking": 2, "serving": 0})
    baker = looked(before, after).roles[0]
    assert (baker.coverage_before.low, baker.coverage_after.low) == (0, 2 / 3)
    assert (baker.coverage_change, baker.readiness_before, baker.readiness_after) == (
        "higher",
        "build first",
        "within reach",
    )
    assert baker.because == (
        "The coverage is really higher: the bands do not overlap. The readiness goes from build first to within reach."
    )
    assert looked(after, before).roles[0].coverage_change == "lower"
    assert looked(EMPTY, before).roles[0].coverage_change == "overlapping"


@pytest.mark.parametrize(
    ("before", "after", "word", "regression"),
    [
        (1, 9, "met now", False),
        (9, 1, "no longer met", True),
        (None, 1, "known now", False),
        (None, 9, "met now", False),
        (9, None, "no longer known", False),
        (1, None, "no longer known", False),
    ],
)
def test_gates(before: float | None, after: float | None, word: str, *, regression: bool) -> None:
    catalogue = catalogue_of([role("baker", {"baking": 1}, YEARS)])
    sides = [side(EMPTY if it is None else Profile(background=background_of(it)), catalogue) for it in (before, after)]
    report = compare(catalogue, *sides)
    assert [gate.change for gate in report.roles[0].gates] == [word]
    assert (report.changed, report.regression) == (True, regression)


def test_a_gate_that_only_informs_is_no_regression() -> None:
    catalogue = catalogue_of([role("baker", {"baking": 1}, replace(YEARS, firm=False))])
    sides = [side(Profile(background=background_of(it)), catalogue) for it in (9, 1)]
    report = compare(catalogue, *sides)
    assert [gate.change for gate in report.roles[0].gates] == ["no longer met"]
    assert not report.regression


def test_two_gates_of_one_kind_are_told_apart() -> None:
    few = replace(YEARS, alternatives=tuple(replace(it, min_years=0.5) for it in YEARS.alternatives))
    catalogue = catalogue_of([role("baker", {"baking": 1}, YEARS, few)])
    low, high = (side(Profile(background=background_of(years)), catalogue) for years in (1, 9))
    report = compare(catalogue, low, high)
    assert [gate.change for gate in report.roles[0].gates] == ["met now"]
    turned = catalogue_of([role("baker", {"baking": 1}, few, YEARS)])
    low, high = (side(Profile(background=background_of(years)), turned) for years in (1, 9))
    assert [gate.change for gate in compare(turned, high, low).roles[0].gates] == ["no longer met"]


def test_without_any_role_that_is_told_once() -> None:
    (note,) = compare(KITCHEN, side(EMPTY, roles=()), side(EMPTY, roles=())).notes
    assert note.startswith("No role is named")


# Reports and catalogues that changed.


def test_a_report_tells_only_of_the_skills_that_its_roles_ask_for() -> None:
    report = compare(KITCHEN, reported(Profile(levels={"baking": 1})), side(Profile(levels={"baking": 2, "buying": 1})))
    assert report.not_compared == ("buying",)
    assert [it.skill for it in report.skills] == ["baking", "serving"]


def test_reports_about_different_roles_compare_skills_and_say_so() -> None:
    one, other = (report_side([snapshot(assess(KITCHEN, EMPTY, it))]) for it in KITCHEN.roles)
    report = compare(KITCHEN, one, other)
    assert report.roles == ()
    assert report.notes == ("The two sides tell of different roles, so only skills are compared.",)
    assert [it.skill for it in report.skills] == ["serving"]


def test_two_names_are_told() -> None:
    report = looked(Profile(name="Ada"), Profile(name="Ben"))
    assert report.notes == (
        "The names differ, Ada and Ben. This is meant for one person at two times, not for two people.",
    )


def moved_statement() -> Catalogue:
    """The kitchen in a later version: baking.2a and 2b became statements of level 1, and more is asked of a baker."""
    first = KITCHEN.skills[0]
    by_level = {entry.level: entry for entry in first.levels}
    levels = (
        by_level[0],
        replace(by_level[1], statements=by_level[2].statements),
        replace(by_level[2], statements=by_level[1].statements),
        by_level[3],
    )
    baker = role("baker", {"baking": 3, "serving": 1})
    return replace(
        KITCHEN, version="2", sha256="later", skills=(replace(first, levels=levels), *KITCHEN.skills[1:]),
        roles=(baker, KITCHEN.roles[1]),
    )  # fmt: skip


def test_answers_of_an_older_catalogue_are_read_again_by_their_statement_ids() -> None:
    profile = Profile(answers={"baking.2a": "yes", "baking.2b": "yes"}, levels={"serving": 1})
    later = moved_statement()
    report = compare(later, reported(profile), side(profile, later))
    baking, serving = report.skills
    assert (baking.change, baking.before, baking.after) == ("unchanged", Bracket(low=1, high=3), Bracket(low=1, high=3))
    assert "Before: the report said 2-3, read again it is 1-3." in baking.because
    assert serving.change == "unchanged"
    assert not report.regression
    assert report.notes[0].startswith("The catalogues differ (made 1, made 2), so the answers were read again")


def test_what_the_role_asks_now_is_taken_into_account() -> None:
    profile = Profile(levels={"baking": 2, "serving": 1})
    baker = compare(moved_statement(), reported(profile), side(profile, moved_statement())).roles[0]
    assert [(it.skill, it.before, it.after) for it in baker.demands] == [("baking", 2, 3)]
    assert (baker.coverage_before.low, baker.coverage_before_as_asked_now.low, baker.coverage_after.low) == (
        1,
        0.75,
        0.75,
    )
    assert baker.coverage_change == "unchanged"
    assert "the role asks otherwise for baking than before, which is taken into account" in baker.because


def test_two_reports_of_one_unknown_catalogue_are_compared_as_they_stand() -> None:
    before, after = (reported(Profile(levels={"baking": level})) for level in (1, 2))
    report = compare(replace(moved_statement(), skills=()), before, after)
    assert [(it.skill, it.change) for it in report.skills] == [("baking", "risen"), ("serving", "unchanged")]
    assert report.notes == ()


def test_what_the_catalogue_in_use_does_not_know_stands_as_reported() -> None:
    older = reported(Profile(answers={"baking.2a": "yes", "serving.1a": "yes"}))
    stranger = Profile(answers={"baking.2a": "no"})
    smaller = replace(
        moved_statement(), skills=tuple(it for it in moved_statement().skills if it.id != "serving"), roles=()
    )
    told = read_again(smaller, older)
    assert told.skills["serving"].bracket == older.skills["serving"].bracket
    assert told.skills["serving"].note.startswith("as reported")
    odd = replace(older, skills={"baking": replace(older.skills["baking"], answers={"baking.9z": "yes"})})
    assert read_again(smaller, odd).skills["baking"].note.startswith("as reported")
    assert read_again(smaller, odd).skills["baking"].answers == {"baking.9z": "yes"}, "what they said stays"
    assert compare(smaller, odd, side(stranger, smaller)).skills[0].skill == "baking"


def test_on_a_longer_scale_what_is_not_known_reaches_its_new_top() -> None:
    low = replace(KITCHEN, scale=KITCHEN.scale[:3], sha256="short")
    told = read_again(KITCHEN, report_side([snapshot(assess(low, EMPTY, BAKER))]))
    assert told.skills["baking"].bracket == Bracket(low=0, high=3)
    rated = report_side([snapshot(assess(KITCHEN, Profile(levels={"baking": 3}), BAKER))])
    assert read_again(low, rated).skills["baking"].bracket == Bracket(low=3, high=3)
    assert read_again(low, rated).skills["baking"].note.startswith("as reported")


def test_an_answer_that_the_catalogue_no_longer_asks_for_changes_no_level() -> None:
    """Between two versions a statement is gone: what is left is read again, so the same person did not change."""
    profile = answers(a3="yes", b3="no", a1="yes")
    before = reported(profile)
    (baking,) = [it for it in KITCHEN.skills if it.id == "baking"]
    levels = tuple(
        replace(level, statements=tuple(it for it in level.statements if it.id != "baking.3b"))
        for level in baking.levels
    )
    newer = replace(
        KITCHEN,
        sha256="newer",
        skills=tuple(replace(it, levels=levels) if it is baking else it for it in KITCHEN.skills),
    )
    report = compare(newer, before, side(profile, newer))
    change = next(it for it in report.skills if it.skill == "baking")
    assert (change.change, change.answers) == ("unchanged", ())
    assert "without baking.3b, which the catalogue no longer asks" in change.because


def test_answers_that_no_catalogue_knows_are_told_of_and_not_compared() -> None:
    one, other = (Profile(answers={"gone.1a": word}) for word in ("yes", "no"))  # type: ignore[dict-item]
    report = looked(one, other)
    assert (report.changed, report.because) == (False, "No change in what can be compared.")
    assert [it for it in report.notes if "gone.1a" in it]
    assert looked(one, one).because == "No change."


def test_the_acts_behind_a_change_are_told_in_words_and_gates_in_the_first_sentence() -> None:
    gated = catalogue_of([role("baker", {"baking": 2}, YEARS)])
    before = replace(answers(a2="yes", b2="yes"), background=background_of(6))
    after = replace(answers(a2="no", b2="no"), background=background_of(1))
    report = compare(gated, side(before, gated), side(after, gated))
    fallen = next(it for it in report.skills if it.change == "fallen")
    assert [it.text for it in fallen.answers] == ["I have done it.", "I have done it."]
    assert report.because.endswith("Gates: experience no longer met (Baker).")
    text, page = drawn(lambda sheet: write_comparison(report, sheet)), comparison_markdown(report)
    assert '"I have done it." - yes before, no now (baking.2a)' in text
    assert "| Baking | I have done it. | yes | no |" in page
