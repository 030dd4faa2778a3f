"""The words that all drawings of an assessment share."""

from dataclasses import replace

import pytest

from pmgap.assessment import Assessment, assess
from pmgap.catalogue import Catalogue
from pmgap.profile import Background, Education, Profile
from pmgap.writers.assessment_words import by_importance, opening, sentence, standing, tally, way


@pytest.fixture
def report(catalogue: Catalogue) -> Assessment:
    profile = Profile(
        answers={"road-mapping.3a": "no", "road-mapping.3b": "no", "research.3a": "yes", "research.3b": "yes"},
        levels={"leadership": 3},
        background=Background(education=(Education(level="bachelor", field="marketing"),)),
    )
    return assess(catalogue, profile, catalogue.role_by_id["product-manager"])


def test_gaps_come_first_and_what_is_shown_last(report: Assessment) -> None:
    importance, rows = by_importance(report)[0]
    assert importance == "must"
    verdicts = list(dict.fromkeys(it.verdict for it in rows))
    assert verdicts == ["gap", "not asked", "met"]
    assert rows[0].name == "Road mapping"
    assert sum(len(found) for _, found in by_importance(report)) == len(report.requirements)


def test_a_tally_tells_what_the_shown_ones_rest_on(report: Assessment) -> None:
    _, rows = by_importance(report)[0]
    told = tally(rows)
    assert told == "1 of 14 not shown yet, 11 not asked, 2 shown (1 by your own rating)"
    assert tally([it for it in rows if it.verdict == "met"]) == "2 of 2 shown (1 by your own rating)"


def test_a_skill_in_words(report: Assessment) -> None:
    road_mapping = next(it for it in report.requirements if it.skill == "road-mapping")
    assert standing(road_mapping) == "at level 0-2, asked 3: not shown yet"


def test_a_gate_names_the_way_that_matters(report: Assessment) -> None:
    education, master, experience, _ = report.gates
    assert way(education).startswith("Bachelor's degree")
    assert way(master).startswith("informs only: A master's degree")
    assert way(experience).startswith("find out: 2 to 4 years")
    assert way(replace(experience, verdict="gap")).startswith("cheapest way: 2 to 4 years")
    assert way(replace(experience, verdict="gap", alternatives=experience.alternatives[:1])).startswith("2 to 4 years")


def test_an_open_skill_says_how_many_questions_settle_it(report: Assessment) -> None:
    first = report.measure_first[0]
    assert opening(report, first) == "3 questions (level 0-4 possible, 3 asked)"
    assert "another's view" in opening(report, replace(first, statements=0))


@pytest.mark.parametrize(("text", "told"), [("a b", "A b."), ("A b.", "A b."), ("", ".")])
def test_a_reason_becomes_a_sentence(text: str, told: str) -> None:
    assert sentence(text) == told
