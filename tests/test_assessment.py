"""The assessment as a whole: reasons, precedence, what is left out, sameness, and catalogues of another make."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import oracle
from conftest import Run
from pmgap.assessment import Assessment, assess, assess_roles, unknown_ids
from pmgap.bracket import Bracket, Gap
from pmgap.catalogue import (
    Action,
    Alternative,
    Catalogue,
    CostBand,
    EducationLevel,
    Gate,
    Group,
    Level,
    Requirement,
    Role,
    Skill,
    SkillLevel,
    Source,
    Statement,
)
from pmgap.judgement import RequirementResult
from pmgap.profile import WORDS, Evidence, Mention, Profile
from pmgap.readers.documents import parse
from pmgap.readers.profile_file import profile_from
from pmgap.writers.json_report import as_json


def skill(name: str, top: int) -> Skill:
    """A skill with two statements, ``a`` and ``b``, at every level."""
    levels = tuple(
        SkillLevel(
            level=level,
            meaning="What it takes",
            statements=tuple(Statement(id=f"{name}.{level}{it}", text="I have done it.") for it in "ab")
            if level
            else (),
        )
        for level in range(top + 1)
    )
    return Skill(id=name, name=name.title(), group="crafts", definition="A craft.", levels=levels)


def catalogue_of(*names: str, top: int = 4, importances: dict[str, int] | None = None) -> Catalogue:
    """A small catalogue with the skills named, and an action for every step of the first one."""
    return Catalogue(
        id="small",
        version="7",
        scale=tuple(Level(level=level, name=f"rank {level}") for level in range(top + 1)),
        importances=importances or {"must": 3, "should": 2, "nice": 1},
        groups=(Group(id="crafts", name="Crafts"),),
        skills=tuple(skill(name, top) for name in names),
        roles=(),
        actions=tuple(
            Action(
                id=f"{names[0]}-{level}-{level + 1}",
                skill=names[0],
                from_level=level,
                to_level=level + 1,
                kind="do",
                title="Do it",
                hours=5,
            )
            for level in range(top)
        ),
        cost_bands=(CostBand(id="free", meaning="free"),),
        education_levels=(EducationLevel(id="bachelor", label="bachelor's degree", months=36, degree=True),),
        sources=(Source(id="guild", kind="book", title="The guild book", publisher="G", where="W", terms="T"),),
    )


def role_of(*requirements: Requirement, gates: tuple[Gate, ...] = ()) -> Role:
    return Role(id="tailor", title="Tailor", summary="Makes clothes.", requirements=requirements, gates=gates)


def must(name: str, level: int, importance: str = "must") -> Requirement:
    return Requirement(skill=name, level=level, importance=importance, sources=("guild",))


CRAFTS = catalogue_of("sewing", "knitting", "weaving")
TAILOR = role_of(must("sewing", 3))


def row(profile: Profile) -> RequirementResult:
    """The one row of the report on a tailor, who must be able to sew at level 3."""
    (only,) = assess(CRAFTS, profile, TAILOR).requirements
    return only


def reports(catalogue: Catalogue, count: int) -> Iterator[tuple[Profile, Assessment]]:
    """Random profiles of every kind with their reports."""
    raw = oracle.raw_catalogue()
    for seed in range(count):
        role = raw["roles"][seed % len(raw["roles"])]
        profile = as_profile(oracle.random_profile(random.Random(seed), raw, role))
        yield profile, assess(catalogue, profile, catalogue.role_by_id[role["id"]])


def as_profile(document: dict[str, Any]) -> Profile:
    return profile_from(parse(json.dumps(document), "x.json"))


# Reasons


def test_every_computed_value_has_a_reason_in_a_sentence(catalogue: Catalogue) -> None:
    kinds = set()
    for _, report in reports(catalogue, 110):
        alternatives = [it for gate in report.gates for it in gate.alternatives]
        values: list[Any] = [
            *report.requirements,
            *report.gates,
            *alternatives,
            *report.next_steps,
            *report.measure_first,
        ]
        for value in values:
            kinds.add(type(value).__name__)
            assert value.because.endswith(".")
            assert not value.because.endswith("..")
            assert len(value.because.split()) >= 3
        assert report.readiness.because
        assert all(reason.strip() for reason in report.readiness.because)
    assert kinds == {"RequirementResult", "GateResult", "AlternativeResult", "NextStep", "MeasureFirst"}


def test_coverage_has_a_reason() -> None:
    assert assess(CRAFTS, Profile(), TAILOR).coverage_because.endswith(".")


def test_the_reason_names_every_answer_it_rests_on(catalogue: Catalogue) -> None:
    named = 0
    for profile, report in reports(catalogue, 66):
        given = {
            key: WORDS[answer] for key, answer in profile.known_answers().items() if key in catalogue.statement_by_id
        }
        for it in report.requirements:
            own = {key for key in given if catalogue.statement_by_id[key][0].id == it.skill}
            assert {answer.statement for answer in it.answers} == own
            assert all(f"{given[key]} to {key}" in it.because for key in own)
            named += len(own)
    assert named > 1000


def test_the_reason_names_the_level_asked_for_and_who_asks() -> None:
    because = row(Profile(answers={"sewing.2a": "partly"})).because
    assert because.startswith("You said partly to sewing.2a: the answers allow level 1 to 2;")
    assert because.endswith("the role asks for 3 (rank 3; source: The guild book).")


def test_the_reason_of_a_level_shows_it() -> None:
    assert "level 2" in row(Profile(levels={"sewing": 2})).because


def test_the_reason_of_a_mention_shows_the_line_and_its_document() -> None:
    because = row(Profile(mentions={"sewing": (Mention(source="cv.pdf", line="Sewed 40 coats"),)})).because
    assert "cv.pdf" in because
    assert "Sewed 40 coats" in because


def test_the_reason_of_a_contradiction_shows_both_answers() -> None:
    found = row(Profile(answers={"sewing.1a": "no", "sewing.4b": "yes"}))
    assert found.contradiction
    assert "no to sewing.1a, yes to sewing.4b" in found.because
    assert "contradict" in found.because
    assert found.bracket == Bracket(low=0, high=4)


# What a bracket rests on

ANSWERED = Profile(answers={"sewing.2a": "yes", "sewing.3a": "no"})
RATED = Profile(levels={"sewing": 4})
MENTIONED = Profile(mentions={"sewing": (Mention(source="cv", line="Sewed"),)})


@pytest.mark.parametrize(
    ("profile", "basis", "bracket"),
    [
        (Profile(), "not asked", (0, 4)),
        (MENTIONED, "mentioned", (1, 4)),
        (RATED, "declared", (4, 4)),
        (ANSWERED, "claimed", (2, 2)),
        (replace(RATED, mentions=MENTIONED.mentions), "declared", (4, 4)),
        (replace(ANSWERED, mentions=MENTIONED.mentions), "claimed", (2, 2)),
        (replace(ANSWERED, levels=RATED.levels), "claimed", (2, 2)),
        (replace(ANSWERED, levels=RATED.levels, mentions=MENTIONED.mentions), "claimed", (2, 2)),
        (Profile(levels={"sewing": 0}), "declared", (0, 0)),
        (Profile(mentions={"sewing": ()}), "not asked", (0, 4)),
        (Profile(answers={"sewing.2a": None}), "not asked", (0, 4)),
        (Profile(answers={"sewing.2a": None}, levels={"sewing": 2}), "declared", (2, 2)),
        (Profile(evidence=(Evidence(skill="sewing", what="a coat"),)), "not asked", (0, 4)),
    ],
)
def test_answers_win_over_a_rating_and_a_rating_over_mentions(
    profile: Profile, basis: str, bracket: tuple[int, int]
) -> None:
    found = row(profile)
    assert found.basis == basis
    assert (found.bracket.low, found.bracket.high) == bracket


def test_true_and_false_mean_yes_and_no() -> None:
    said = {"sewing.2a": "yes", "sewing.2b": "yes", "sewing.3a": "no", "sewing.1a": "partly"}
    bare = {"sewing.2a": True, "sewing.2b": "yes", "sewing.3a": False, "sewing.1a": "partly"}
    assert row(as_profile({"answers": said})) == row(as_profile({"answers": bare}))


@pytest.mark.parametrize(
    ("evidence", "basis"),
    [
        ((), "claimed"),
        ((Evidence(skill="sewing", statements=("sewing.2a", "sewing.2b")),), "evidenced"),
        ((Evidence(skill="sewing", statements=("sewing.2a",)), Evidence(statements=("sewing.2b",))), "evidenced"),
        ((Evidence(skill="sewing", statements=("sewing.2a",)),), "claimed"),  # one answer of the level is not backed
        ((Evidence(skill="sewing", statements=("sewing.1a", "sewing.1b")),), "claimed"),  # a lower level is
        ((Evidence(skill="sewing"),), "evidenced"),  # evidence for the whole skill
        ((Evidence(skill="knitting"),), "claimed"),
        ((Evidence(what="a coat"),), "claimed"),
    ],
)
def test_answers_are_evidenced_where_the_level_that_they_hold_is(evidence: tuple[Evidence, ...], basis: str) -> None:
    answers = {"sewing.1a": "yes", "sewing.2a": "yes", "sewing.2b": "yes", "sewing.3a": "no"}
    assert row(replace(as_profile({"answers": answers}), evidence=evidence)).basis == basis


def test_evidence_does_not_move_a_bracket() -> None:
    backed = replace(ANSWERED, evidence=(Evidence(skill="sewing"),))
    assert row(backed).bracket == row(ANSWERED).bracket


# What is left out, and what is not known


def test_what_does_not_apply_is_listed_and_left_out_of_every_sum() -> None:
    role = role_of(must("sewing", 3), must("knitting", 2), must("weaving", 4, "should"))
    report = assess(CRAFTS, Profile(levels={"sewing": 3}, not_applicable=("weaving", "knitting")), role)
    assert report.not_applicable == ("knitting", "weaving")
    assert report.not_applicable_names == ("Knitting", "Weaving")
    assert [it.skill for it in report.requirements] == ["sewing"]
    assert (report.coverage.low, report.coverage.high) == (1.0, 1.0)
    assert report.readiness.word == "ready"


def test_what_does_not_apply_to_the_role_anyway_is_not_listed() -> None:
    report = assess(CRAFTS, Profile(not_applicable=("weaving", "juggling")), TAILOR)
    assert report.not_applicable == ()
    assert report.unknown_ids == ("juggling",)


def test_unknown_ids_are_reported_wherever_they_stand() -> None:
    profile = Profile(
        answers={"zebra.1a": "yes", "sewing.1a": "yes"},
        levels={"yak": 2, "sewing": 1},
        mentions={"wolf": (Mention(source="cv", line="Howled"),)},
        evidence=(Evidence(skill="vole", statements=("urchin.1a", "sewing.1a")),),
        not_applicable=("toad", "weaving"),
        targets=("sailor",),
        done=("ride", "sewing-0-1"),
        settled=("quilting",),
    )
    expected = ["quilting", "ride", "sailor", "toad", "urchin.1a", "vole", "wolf", "yak", "zebra.1a"]
    assert unknown_ids(CRAFTS, profile) == expected
    assert list(assess(CRAFTS, profile, TAILOR).unknown_ids) == expected


def test_unknown_ids_change_nothing_else() -> None:
    known = Profile(answers={"sewing.3a": "yes"})
    more = Profile(answers={"sewing.3a": "yes", "sewing.3z": "no"}, levels={"yak": 2}, not_applicable=("toad",))
    assert replace(assess(CRAFTS, more, TAILOR), unknown_ids=()) == assess(CRAFTS, known, TAILOR)


# Order


def test_requirements_stand_by_importance_then_certain_then_possible_gap_then_catalogue_order() -> None:
    names = ["a", "b", "c", "d", "e", "f"]
    crafts = catalogue_of(*names)
    role = role_of(*(must(name, 3) for name in "fedb"), must("c", 4, "nice"), must("a", 4, "should"))
    profile = Profile(levels={"a": 0, "b": 3, "c": 0, "d": 1, "e": 3}, answers={"f.1a": "yes", "f.3a": "no"})
    rows = assess(crafts, profile, role).requirements
    assert [it.skill for it in rows] == ["d", "f", "b", "e", "a", "c"]
    assert [it.gap for it in rows][:3] == [
        Gap(certain=2, possible=2),
        Gap(certain=1, possible=2),
        Gap(certain=0, possible=0),
    ]


def test_the_wider_of_two_gaps_comes_first() -> None:
    role = role_of(must("sewing", 3), must("knitting", 3))
    profile = Profile(levels={"sewing": 2}, answers={"knitting.3a": "no"})
    assert [it.skill for it in assess(CRAFTS, profile, role).requirements] == ["knitting", "sewing"]


# What to do


def test_a_certain_gap_leads_to_the_action_that_starts_at_the_low_end() -> None:
    profile = Profile(answers={"sewing.1a": "yes", "sewing.3a": "no"})
    assert row(profile).bracket == Bracket(low=1, high=2)
    (step,) = assess(CRAFTS, profile, TAILOR).next_steps
    assert (step.action, step.skill, step.from_, step.to) == ("sewing-1-2", "sewing", 1, 2)


@pytest.mark.parametrize("profile", [Profile(), Profile(levels={"sewing": 3}), Profile(answers={"sewing.2a": "yes"})])
def test_what_is_met_or_open_asks_for_no_action(profile: Profile) -> None:
    assert assess(CRAFTS, profile, TAILOR).next_steps == ()


def test_what_is_open_is_to_be_measured_the_heaviest_first_and_what_is_known_is_not() -> None:
    crafts = catalogue_of("sewing", "knitting", "weaving", "dyeing")
    role = role_of(must("sewing", 3), must("knitting", 3), must("weaving", 2, "should"), must("dyeing", 3))
    report = assess(crafts, Profile(levels={"knitting": 1}, answers={"sewing.3a": "partly"}), role)
    points = [(it.skill, it.statements) for it in report.measure_first]
    assert points == [("dyeing", 2), ("weaving", 2), ("sewing", 1)]  # 9, 4 and 3 points of the coverage


# The report as JSON


def test_the_fields_of_the_design_are_in_the_json() -> None:
    gate = Gate(kind="education", alternatives=(Alternative(text="A degree", education="bachelor"),))
    role = role_of(must("sewing", 3), must("knitting", 1), gates=(gate,))
    profile = Profile(levels={"sewing": 1}, not_applicable=("knitting",))
    report = json.loads(as_json(assess(CRAFTS, profile, role)))
    assert (report["schema_version"], report["kind"]) == ("1", "assessment")
    assert report.keys() >= {"catalogue", "role", "coverage", "readiness", "requirements", "gates", "next_steps"}
    assert report["role"] == {"id": "tailor", "title": "Tailor"}
    assert report["coverage"].items() >= {"low": 1 / 3, "high": 1 / 3}.items()
    assert report["readiness"].keys() >= {"word", "because"}
    sewing = {
        "skill": "sewing",
        "name": "Sewing",
        "importance": "must",
        "weight": 3,
        "required": 3,
        "basis": "declared",
    }
    (requirement,) = report["requirements"]
    assert requirement.items() >= {**sewing, "verdict": "gap", "contradiction": False}.items()
    assert (requirement["bracket"], requirement["gap"]) == ({"low": 1, "high": 1}, {"certain": 2, "possible": 2})
    (found,) = report["gates"]
    assert found.keys() >= {"kind", "firm", "verdict", "alternatives", "cheapest", "because"}
    assert found["alternatives"][0].items() >= {"text": "A degree", "verdict": "unknown"}.items()
    assert report["not_applicable"] == ["knitting"]
    (step,) = report["next_steps"]
    assert step.items() >= {"action": "sewing-1-2", "skill": "sewing", "from": 1, "to": 2, "hours": 5}.items()


# The same input gives the same bytes


def test_the_same_profile_gives_the_same_bytes(catalogue: Catalogue) -> None:
    role = catalogue.role_by_id["product-manager"]
    document = oracle.random_profile(random.Random(5), raw := oracle.raw_catalogue(), raw["roles"][1])
    assert as_json(assess(catalogue, as_profile(document), role)) == as_json(
        assess(catalogue, as_profile(document), role)
    )


def shuffled(value: Any, order: random.Random) -> Any:
    """The same value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(entry, order) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("seed", range(11))
def test_the_order_of_keys_in_a_profile_does_not_matter(catalogue: Catalogue, seed: int) -> None:
    raw = oracle.raw_catalogue()
    document = oracle.random_profile(random.Random(seed), raw, raw["roles"][seed])
    turned = shuffled(document, random.Random(seed + 1))
    assert list(turned["answers"]) != list(document["answers"])
    before, after = (as_profile(it) for it in (document, turned))
    assert as_json(assess_roles(catalogue, before, catalogue.roles)) == as_json(
        assess_roles(catalogue, after, catalogue.roles)
    )


def test_the_order_of_lists_that_mean_sets_does_not_matter() -> None:
    evidence = (
        Evidence(skill="sewing", statements=("sewing.3a",)),
        Evidence(statements=("sewing.3b",)),
        Evidence(skill="yak"),
    )
    role = role_of(must("sewing", 3), must("knitting", 2), must("weaving", 2))
    one = Profile(
        answers={"sewing.3a": "yes", "sewing.3b": "yes"}, evidence=evidence, not_applicable=("weaving", "knitting")
    )
    other = replace(one, evidence=evidence[::-1], not_applicable=("knitting", "weaving"))
    assert as_json(assess(CRAFTS, one, role)) == as_json(assess(CRAFTS, other, role))


def test_a_report_is_the_same_in_every_process_and_folder(pmgap: Run, tmp_path: Path) -> None:
    raw = oracle.raw_catalogue()
    texts = set()
    for number in (1, 2):
        folder = tmp_path / f"folder{number}"
        folder.mkdir()
        file = folder / f"profile{number}.json"
        file.write_text(json.dumps(oracle.random_profile(random.Random(9), raw, raw["roles"][1])))
        done = pmgap(
            "assess", file, "--role", "product-manager", "--json", cwd=folder, env={"PYTHONHASHSEED": str(number)}
        )
        assert done.returncode == 0
        texts.add(done.stdout)
    assert len(texts) == 1
    assert str(tmp_path) not in texts.pop()


def test_several_roles_are_assessed_one_by_one_in_the_order_asked_for(catalogue: Catalogue) -> None:
    profile = Profile(levels={"pricing": 3})
    roles = [catalogue.role_by_id[key] for key in ("product-owner", "product-manager")]
    several = assess_roles(catalogue, profile, roles)
    assert several.assessments == tuple(assess(catalogue, profile, role) for role in roles)


# Catalogues of another make

FRENCH = replace(
    catalogue_of("couture", "tricot", "tissage", top=5, importances={"utile": 1, "vital": 10, "bon": 4}),
    scale=tuple(
        Level(level=level, name=name)
        for level, name in enumerate(["nul", "vu", "fait", "maîtrisé", "enseigné", "inventé"])
    ),
)
TAILLEUR = role_of(must("tissage", 2, "utile"), must("tricot", 4, "bon"), must("couture", 5, "vital"))


def test_a_catalogue_with_other_levels_and_importances_works() -> None:
    report = assess(FRENCH, Profile(levels={"couture": 4, "tricot": 4}), TAILLEUR)
    assert [(it.skill, it.weight, it.verdict) for it in report.requirements] == [
        ("couture", 10, "gap"),
        ("tricot", 4, "met"),
        ("tissage", 1, "not asked"),
    ]
    assert (report.coverage.low, report.coverage.high) == (56 / 68, 58 / 68)
    assert report.readiness.word == "within reach"
    assert "vital" in report.readiness.because[0]
    assert "the role asks for 5 (inventé" in report.requirements[0].because
    assert [step.action for step in report.next_steps] == ["couture-4-5"]


def test_the_heaviest_importance_is_the_one_that_decides() -> None:
    report = assess(FRENCH, Profile(levels={"couture": 5}), TAILLEUR)
    assert report.readiness.word == "ready"
    assert assess(FRENCH, Profile(levels={"tricot": 5, "tissage": 5}), TAILLEUR).readiness.word == "unclear"


@pytest.mark.parametrize("top", [1, 2, 3, 5, 8])
def test_what_nobody_asked_may_be_anything_up_to_the_top_of_the_scale(top: int) -> None:
    crafts = catalogue_of("sewing", "knitting", top=top)
    role = role_of(must("sewing", top), must("knitting", top))
    open_row, mentioned = assess(
        crafts, Profile(mentions={"knitting": (Mention(source="cv", line="Knit"),)}), role
    ).requirements
    assert (open_row.bracket, open_row.basis) == (Bracket(low=0, high=top), "not asked")
    assert (mentioned.bracket, mentioned.basis) == (Bracket(low=1, high=top), "mentioned")
    answered = assess(crafts, Profile(answers={f"sewing.{top}a": "yes", f"knitting.{top}a": "no"}), role)
    assert [it.verdict for it in answered.requirements] == ["gap", "met"]
    assert answered.requirements[0].bracket == Bracket(low=0, high=top - 1)


def test_a_role_that_asks_nothing_is_fully_covered() -> None:
    report = assess(CRAFTS, Profile(), role_of())
    assert (report.coverage.low, report.coverage.high) == (1.0, 1.0)
    assert report.requirements == ()
    assert report.readiness.word == "ready"


def test_a_level_without_statements_can_still_be_asked_for() -> None:
    bare = replace(CRAFTS, skills=(replace(CRAFTS.skills[0], levels=CRAFTS.skills[0].levels[:3]), *CRAFTS.skills[1:]))
    report = assess(bare, Profile(answers={"sewing.2a": "yes"}), TAILOR)
    assert report.requirements[0].bracket == Bracket(low=2, high=4)
    assert report.measure_first[0].statements == 0


def test_the_report_says_which_catalogue_and_how_many_answers_it_rests_on() -> None:
    gate = Gate(kind="education", alternatives=(Alternative(text="A degree", education="bachelor"),))
    role = role_of(must("sewing", 3), must("knitting", 1), gates=(gate,))
    report = assess(
        replace(CRAFTS, sha256="abc"), Profile(name="Ada", answers={"sewing.3a": "yes", "weaving.1a": "no"}), role
    )
    assert vars(report.catalogue) == {"id": "small", "version": "7", "sha256": "abc"}
    assert vars(report.role) == {"id": "tailor", "title": "Tailor"}
    assert vars(report.profile) == {"name": "Ada", "answered": 1, "statements": 16}
    assert [it.kind for it in report.gates] == ["education"]
