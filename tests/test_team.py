"""The team: every cell is what the person's own assessment says, nobody is ranked, nothing unknown counts as zero."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Level, Requirement, Role, Skill, SkillLevel, Statement
from pmgap.profile import EMPTY, Answer, Background, Education, Evidence, Experience, Mention, Profile
from pmgap.team import Member, view_team
from pmgap.team_report import Team
from pmgap.writers.json_report import as_json

VALUES: list[Answer] = ["yes", "partly", "no", True, False, None]


def skill(name: str, top: int) -> Skill:
    """A skill with two statements, ``a`` and ``b``, at every level."""
    levels = [SkillLevel(level=0, meaning="Not yet")]
    for level in range(1, top + 1):
        statements = tuple(Statement(id=f"{name}.{level}{it}", text="I have done it.") for it in "ab")
        levels.append(SkillLevel(level=level, meaning="Done", statements=statements))
    return Skill(id=name, name=name.title(), group="crafts", definition="A craft.", levels=tuple(levels))


def house(top: int = 4, *, asked: int = 2) -> tuple[Catalogue, Role]:
    """A catalogue of three skills and a role that asks for them, the heaviest last."""
    importances = ("nice", "should", "must")
    names = ("baking", "serving", "counting")
    role = Role(
        id="keeper",
        title="Keeper",
        summary="Keeps a house.",
        requirements=tuple(
            Requirement(skill=name, level=asked, importance=importance)
            for name, importance in zip(names, importances, strict=True)
        ),
    )
    catalogue = Catalogue(
        id="house",
        version="1",
        scale=tuple(Level(level=level, name=str(level)) for level in range(top + 1)),
        importances={"must": 3, "should": 2, "nice": 1},
        skills=tuple(skill(name, top) for name in names),
        roles=(role,),
    )
    return catalogue, role


HOUSE, KEEPER = house()
STATEMENTS = list(HOUSE.statement_by_id)
SKILLS = list(HOUSE.skill_by_id)

evidence = st.builds(
    Evidence,
    skill=st.none() | st.sampled_from(SKILLS),
    statements=st.lists(st.sampled_from(STATEMENTS), max_size=3).map(tuple),
)
profiles = st.builds(
    Profile,
    answers=st.none() | st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from(VALUES)),
    levels=st.none() | st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4)),
    evidence=st.none() | st.lists(evidence, max_size=3).map(tuple),
    mentions=st.none()
    | st.dictionaries(st.sampled_from(SKILLS), st.just((Mention(source="cv", line="did it"),)) | st.just(())),
    not_applicable=st.none() | st.lists(st.sampled_from(SKILLS), max_size=2).map(tuple),
)
teams = st.lists(profiles, max_size=6)


def members(people: Sequence[Profile]) -> list[Member]:
    return [Member(name=f"N{index}", profile=profile) for index, profile in enumerate(people)]


def of(*people: Profile) -> Team:
    return view_team(HOUSE, members(people), KEEPER)


def same_as_assessed(catalogue: Catalogue, role: Role, report: Team, people: Sequence[Profile]) -> None:
    for person, profile in zip(report.people, people, strict=True):
        own = assess(catalogue, profile, role)
        judged = {it.skill: it for it in own.requirements}
        assert person.readiness == own.readiness
        for row in report.skills:
            cell = row.cells[person.name]
            if row.skill in own.not_applicable:
                assert (cell.bracket, cell.basis, cell.verdict) == (None, None, "not applicable")
                continue
            it = judged[row.skill]
            assert (cell.bracket, cell.basis, cell.verdict) == (it.bracket, it.basis, it.verdict)
            assert cell.contradiction == it.contradiction
            assert (row.importance, row.weight, row.required) == (it.importance, it.weight, it.required)


@given(profiles)
def test_a_team_of_one_equals_the_person(profile: Profile) -> None:
    same_as_assessed(HOUSE, KEEPER, of(profile), [profile])


@given(teams)
def test_every_cell_of_any_team_is_what_the_persons_own_assessment_says(people: list[Profile]) -> None:
    same_as_assessed(HOUSE, KEEPER, of(*people), people)


@pytest.mark.parametrize("number", range(0, 11, 3))
def test_a_team_equals_its_people_for_a_shipped_role(catalogue: Catalogue, number: int) -> None:
    chance = random.Random(number)
    role = catalogue.roles[number]
    people = [
        Profile(
            answers={key: chance.choice(VALUES) for key in catalogue.statement_by_id if chance.random() < share},
            background=Background(
                education=(Education(level=chance.choice(["none", "bachelor", "master"])),),
                experience=(Experience(years=chance.randint(0, 9), kind="product"),),
            ),
        )
        for share in (0.0, 0.2, 0.5, 0.9)
    ]
    same_as_assessed(catalogue, role, view_team(catalogue, members(people), role), people)


@given(teams)
def test_measured_unclear_not_asked_and_not_applicable_cells_are_all_cells(people: list[Profile]) -> None:
    report = of(*people)
    everything = [report.counts.__dict__]
    for parts in ([row.counts.__dict__ for row in report.skills], [it.counts.__dict__ for it in report.people]):
        if parts:
            everything.append({key: sum(part[key] for part in parts) for key in parts[0]})
    assert all(it == everything[0] for it in everything) or not people
    assert sum(everything[0].values()) == len(people) * len(KEEPER.requirements)
    for row in report.skills:
        verdicts = [cell.verdict for cell in row.cells.values()]
        assert row.counts.not_asked == verdicts.count("not asked")
        assert row.counts.unclear == verdicts.count("unclear")
        assert row.counts.not_applicable == verdicts.count("not applicable")
        assert row.counts.measured == verdicts.count("met") + verdicts.count("gap")


@given(teams)
def test_who_surely_holds_a_skill_also_possibly_holds_it(people: list[Profile]) -> None:
    for row in of(*people).skills:
        brackets = [cell.bracket for cell in row.cells.values() if cell.bracket]
        assert row.surely == sum(it.low >= row.required for it in brackets)
        assert row.possibly == sum(it.high >= row.required for it in brackets)
        assert row.surely <= row.possibly <= len(people) - row.counts.not_applicable


@given(teams, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_no_finding(people: list[Profile], chance: random.Random) -> None:
    before = view_team(HOUSE, members(people), KEEPER)
    mixed = members(people)
    chance.shuffle(mixed)
    after = view_team(HOUSE, mixed, KEEPER)
    assert [it.name for it in after.people] == [it.name for it in mixed]
    assert all(list(row.cells) == [it.name for it in mixed] for row in after.skills)
    assert {it.name: it for it in before.people} == {it.name: it for it in after.people}
    assert [replace(row, cells={}) for row in before.skills] == [replace(row, cells={}) for row in after.skills]
    assert before.groups == after.groups
    assert (before.nobody, before.single_holders, before.measure_first) == (
        after.nobody,
        after.single_holders,
        after.measure_first,
    )
    assert [(it.skill, set(it.mentors), set(it.learners)) for it in before.mentor_pairs] == [
        (it.skill, set(it.mentors), set(it.learners)) for it in after.mentor_pairs
    ]


@given(teams)
def test_everyone_stands_in_one_group_by_the_alphabet(people: list[Profile]) -> None:
    report = of(*people)
    for group in report.groups:
        assert list(group.people) == sorted(group.people)
        assert {it.name for it in report.people if it.readiness.word == group.word} == set(group.people)
    assert sum(len(group.people) for group in report.groups) == len(people)
    order = ["ready", "within reach", "build first", "unclear"]
    assert [group.word for group in report.groups] == [it for it in order if it in {g.word for g in report.groups}]


@settings(max_examples=20)
@given(teams)
def test_an_anonymous_report_holds_no_name_and_is_otherwise_the_same(people: list[Profile]) -> None:
    named = [Member(name=f"Zed{index}zed", profile=profile) for index, profile in enumerate(people)]
    hidden = as_json(view_team(HOUSE, named, KEEPER, anonymous=True))
    assert "Zed" not in hidden
    shown = as_json(view_team(HOUSE, named, KEEPER))
    for index in range(len(people)):
        shown = shown.replace(f"Zed{index}zed", f"Person {index + 1}")
    assert shown.replace('"anonymous": false', '"anonymous": true') == hidden


def test_no_number_about_a_person_could_rank_people() -> None:
    """A person has a word with reasons and counts of what is known; no share, no sum, no score, no place."""
    (person,) = of(EMPTY).people
    assert set(person.__dict__) == {"name", "readiness", "counts"}


def at(level: int, name: str = "baking") -> Profile:
    """Someone who is at exactly this level."""
    return Profile(levels={name: level})


def test_a_skill_that_one_person_alone_surely_holds_is_told_with_who_else_may() -> None:
    report = of(at(3), at(1), EMPTY)
    (single,) = report.single_holders
    assert (single.skill, single.person, single.others_possibly) == ("baking", "N0", 1)
    assert single.because == "N0 alone surely reaches level 2; 1 other may, when more is known."
    (certain,) = of(at(3), at(1)).single_holders
    assert certain.others_possibly == 0
    assert certain.because == "N0 alone surely reaches level 2; nobody else does."


def test_one_person_by_themselves_is_no_single_holder() -> None:
    assert of(at(3)).single_holders == ()


def test_a_skill_that_nobody_holds_is_told_apart_from_one_that_is_not_known() -> None:
    nobody = {it.skill: it for it in of(at(1), at(0)).nobody}
    assert nobody["baking"].possibly == 0
    assert nobody["baking"].because == "Nobody surely reaches level 2; no answer leaves room for it."
    assert nobody["serving"].possibly == 2
    assert nobody["serving"].because == "Nobody surely reaches level 2; 2 may, when more is known."
    assert [it.skill for it in of(at(2), at(0)).nobody] == ["counting", "serving"]


def test_a_skill_that_applies_to_nobody_is_missing_for_nobody() -> None:
    report = of(Profile(not_applicable=("baking",)))
    assert "baking" not in {it.skill for it in report.nobody}
    assert report.counts.not_applicable == 1


@pytest.mark.parametrize(("mentor", "learner", "pairs"), [(3, 1, 1), (4, 0, 1), (2, 1, 0), (3, 2, 0)])
def test_who_is_at_three_may_show_who_is_at_one(mentor: int, learner: int, pairs: int) -> None:
    found = of(at(mentor), at(learner), EMPTY).mentor_pairs
    assert len(found) == pairs
    for pair in found:
        assert (pair.skill, pair.mentors, pair.learners) == ("baking", ("N0",), ("N1",))
        assert pair.because == "N0 surely reaches level 3; N1 may learn it, at level 1 at most so far."


@pytest.mark.parametrize(("top", "mentor", "learner"), [(8, 6, 2), (5, 4, 1), (2, 2, 0), (1, 1, 0)])
def test_on_other_scales_the_upper_quarter_shows_the_lower_quarter(top: int, mentor: int, learner: int) -> None:
    catalogue, role = house(top, asked=1)

    def pairs(high: int, low: int) -> int:
        return len(view_team(catalogue, members([at(high), at(low)]), role).mentor_pairs)

    assert pairs(mentor, learner) == 1
    assert pairs(mentor - 1, learner) == 0
    assert learner + 1 > top or pairs(mentor, learner + 1) == 0


def test_asking_comes_first_where_it_narrows_most_by_weight() -> None:
    report = of(at(2, "counting"), at(2, "serving"))
    assert [(it.skill, it.people) for it in report.measure_first] == [("counting", 1), ("serving", 1), ("baking", 2)]
    assert report.measure_first[0].because == (
        "It is not known for 1 of 2; as a must at level 2 it leaves 2 level steps open."
    )
    assert "nobody surely reaches it yet" in report.measure_first[2].because


def test_a_skill_that_is_asked_at_level_nought_is_shown_and_yields_no_finding() -> None:
    catalogue, role = house(asked=0)
    report = view_team(catalogue, members([EMPTY, EMPTY]), role)
    assert len(report.skills) == 3
    assert report.counts.not_asked == 6
    assert report.nobody == report.single_holders == report.mentor_pairs == report.measure_first == ()


def test_nobody_alone_holds_what_is_asked_at_level_nought() -> None:
    catalogue, role = house(asked=0)
    members = [Member(name="Ada", profile=Profile()), Member(name="Ben", profile=Profile(not_applicable=("baking",)))]
    assert view_team(catalogue, members, role).single_holders == ()


def test_people_of_the_same_name_are_told_apart() -> None:
    people = [Member(name=name, profile=EMPTY) for name in ("Ada", "Ada", "Ada (2)", "Ada")]
    assert [it.name for it in view_team(HOUSE, people, KEEPER).people] == ["Ada", "Ada (2)", "Ada (2) (2)", "Ada (3)"]


def test_the_matrix_stands_heaviest_first() -> None:
    assert [row.importance for row in of(EMPTY).skills] == ["must", "should", "nice"]


def test_nobody_is_a_team_too() -> None:
    report = of()
    assert (report.people, report.groups, report.single_holders, report.measure_first) == ((), (), (), ())


def test_unknown_ids_of_anyone_are_told_once() -> None:
    people = (Profile(answers={"old.1a": "yes"}), Profile(answers={"old.1a": "no"}, levels={"gone": 1}))
    assert of(*people).unknown_ids == ("gone", "old.1a")


def test_people_who_say_nearly_alike_each_get_the_cell_of_their_own_assessment(catalogue: Catalogue) -> None:
    """Cells are shared between people; what differs - which statement is backed, say - must keep them apart."""
    evidence = (
        None,
        (Evidence(skill="research", what="A study"),),
        (Evidence(statements=("research.3a",), what="A study"),),
        (Evidence(statements=("research.3b",), what="A study"),),
        (Evidence(statements=("research.3a", "research.3b"), what="A study"),),
        (Evidence(statements=("road-mapping.3a",), what="A map"),),
    )
    said: tuple[Answer, ...] = ("yes", True, "partly", "no", None)
    people = [
        Profile(answers={"research.3a": one, "research.3b": other}, evidence=backing, levels=levels)
        for one in said
        for other in said
        for backing in evidence
        for levels in (None, {}, {"research": 2})
    ]
    people.append(Profile(answers={"research.3a": "yes"}, not_applicable=("research",)))
    role = catalogue.role_by_id["product-manager"]
    narrow = replace(role, requirements=tuple(it for it in role.requirements if it.skill == "research"))
    report = view_team(catalogue, [Member(name=f"{it}", profile=who) for it, who in enumerate(people)], narrow)
    (row,) = report.skills
    for cell, person in zip(row.cells.values(), people, strict=True):
        told = [
            (it.bracket, it.basis, it.verdict, it.contradiction)
            for it in assess(catalogue, person, narrow).requirements
        ]
        assert told == ([] if cell.bracket is None else [(cell.bracket, cell.basis, cell.verdict, cell.contradiction)])
