"""Many at once: the same figures as one by one, whatever people say, on any catalogue."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Role
from pmgap.errors import UserError
from pmgap.many import BLOCK, Panel, Summary, assess_many
from pmgap.profile import Background, Education, Evidence, Experience, Mention, Profile
from test_team import HOUSE, KEEPER, house
from test_team import profiles as said

educations = st.builds(
    Education,
    level=st.sampled_from(["none", "bootcamp", "bachelor", "master"]),
    field=st.sampled_from([None, "history", "computer science", "marketing"]),
)
experiences = st.builds(
    Experience,
    years=st.sampled_from([0, 1.5, 3, 5, 12]),
    kind=st.sampled_from(["product", "industry", "management"]),
    years_max=st.sampled_from([None, 14, 20.5]),
    domain=st.sampled_from([None, "health care"]),
)
backgrounds = st.builds(
    Background,
    education=st.none() | st.lists(educations, max_size=2).map(tuple),
    experience=st.none() | st.lists(experiences, max_size=3).map(tuple),
    certifications=st.none() | st.lists(st.sampled_from(["CSPO", "none", "PMP"]), max_size=2).map(tuple),
)


def one_by_one(catalogue: Catalogue, line: int, profile: Profile, role: Role) -> Summary:
    """The summary of what ``assess`` says."""
    report = assess(catalogue, profile, role)
    gaps = {it.skill: it.gap.certain for it in report.requirements if it.verdict == "gap" and it.importance == "must"}
    return Summary(
        schema_version="1",
        kind="summary",
        line=line,
        name=profile.name,
        role=role.id,
        coverage=report.coverage,
        readiness=report.readiness.word,
        must_gaps={skill.id: gaps[skill.id] for skill in catalogue.skills if skill.id in gaps},
        unclear=sum(it.verdict == "unclear" for it in report.requirements),
        not_asked=sum(it.verdict == "not asked" for it in report.requirements),
    )


def compare(catalogue: Catalogue, people: list[Profile], roles: list[Role]) -> None:
    expected = [one_by_one(catalogue, line, it, role) for line, it in enumerate(people, 1) for role in roles]
    assert list(assess_many(catalogue, people, roles)) == expected


def unmet(catalogue: Catalogue, person: Profile, role: Role, importance: str) -> int:
    return sum(
        it.importance == importance and it.verdict != "met" for it in assess(catalogue, person, role).requirements
    )


@given(st.lists(said, max_size=5))
def test_summaries_say_what_assessments_say(people: list[Profile]) -> None:
    compare(HOUSE, people, [KEEPER])


@given(said, st.integers(0, 9), st.sampled_from([1, 2, 3, 5, 7]))
def test_on_scales_of_any_height(person: Profile, asked: int, top: int) -> None:
    catalogue, role = house(top, asked=min(asked, top))
    levels = {skill: min(level, top) for skill, level in (person.levels or {}).items()}
    known = {key: it for key, it in (person.answers or {}).items() if key in catalogue.statement_by_id}
    compare(catalogue, [replace(person, levels=levels, answers=known)], [role])


@given(said, st.sampled_from(["must", "should", "nice"]))
def test_the_watched_importance_is_counted(person: Profile, importance: str) -> None:
    found = Panel(HOUSE, [KEEPER], importance).judge([person])
    assert list(found[0].unmet) == [unmet(HOUSE, person, KEEPER, importance)]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_on_the_shipped_catalogue(catalogue: Catalogue, data: st.DataObject) -> None:
    statements, skills = list(catalogue.statement_by_id), list(catalogue.skill_by_id)
    chance = data.draw(st.randoms(use_true_random=False))
    likely = data.draw(st.sampled_from([0, 0.1, 0.5, 1]))
    words = data.draw(st.sampled_from([["yes"], ["no"], ["yes", "partly", "no", True, False, None]]))
    answers = {key: chance.choice(words) for key in statements if chance.random() < likely}
    answers["own.statement"] = "yes"
    person = Profile(
        background=data.draw(st.none() | backgrounds),
        answers=answers,
        levels={key: chance.randint(0, 4) for key in chance.sample(skills, 3)},
        mentions={key: (Mention(source="cv", line="did it"),) for key in chance.sample(skills, 2)},
        evidence=(Evidence(skill=chance.choice(skills)),),
        not_applicable=tuple(chance.sample(skills, data.draw(st.integers(0, 2)))),
    )
    compare(catalogue, [person], list(catalogue.roles))


def test_weights_too_large_for_a_byte() -> None:
    catalogue = replace(HOUSE, importances={"must": 1000, "should": 70, "nice": 1})
    compare(catalogue, [Profile(answers={"counting.1a": "yes", "serving.2a": "partly"})], [KEEPER])


def test_sums_that_are_too_large_for_a_byte_in_the_middle() -> None:
    catalogue = replace(HOUSE, importances={"must": 100, "should": 90, "nice": 80})
    compare(catalogue, [Profile(levels={"baking": 2, "serving": 1, "counting": 2})], [KEEPER])


def test_a_scale_too_high_is_refused() -> None:
    catalogue, role = house(20)
    with pytest.raises(UserError, match="too high"):
        next(assess_many(catalogue, [Profile()], [role]))


def test_what_is_known_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmgap.known.MOST", 2)
    people = [Profile(levels={"baking": level, "serving": other}) for level in range(5) for other in range(5)]
    compare(HOUSE, people, [KEEPER])


def test_it_takes_no_more_than_a_block_ahead() -> None:
    taken = 0

    def coming() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield Profile(name=str(taken))

    found = assess_many(HOUSE, coming(), [KEEPER])  # type: ignore[arg-type]
    assert next(found).name == "1"
    assert taken == BLOCK
    for _ in range(BLOCK):
        last = next(found)
    assert (last.line, last.name) == (BLOCK + 1, str(BLOCK + 1))


def test_nobody() -> None:
    assert list(assess_many(HOUSE, [], [KEEPER])) == []
