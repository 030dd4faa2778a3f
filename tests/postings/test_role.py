"""A posting as a role: what it asks by its own words, levels and gates from the catalogue, and nothing as an answer."""

import pytest

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Role
from pmgap.interview import Interview, next_question
from pmgap.postings.role import posting_role
from pmgap.postings.understanding import understand
from pmgap.profile import Background, Education, Experience, Profile

LINES = [
    "# Senior Growth Product Manager",
    "## You will",
    "- Own the roadmap",
    "- Improve activation",
    "## Requirements",
    "- 5+ years as a product manager",
    "- Bachelor's degree or equivalent experience",
    "- Analytical skills",
    "- 2+ years of experience",
    "## Nice to have",
    "- CSPO",
    "- 3 years in retail",
]


@pytest.fixture
def role(catalogue: Catalogue) -> Role:
    """The role of an invented posting."""
    return posting_role(catalogue, understand(catalogue, LINES))


def test_the_posting_gives_the_importance_and_the_catalogue_the_level(catalogue: Catalogue, role: Role) -> None:
    asked = {it.skill: it for it in role.requirements}
    assert (asked["data-analysis"].importance, asked["road-mapping"].importance) == ("must", "should")
    assert asked["agile-methodologies"].importance == "nice"
    senior = catalogue.role_by_id["senior-product-manager"].requirement("road-mapping")
    growth = catalogue.role_by_id["growth-product-manager"].requirement("conversion-rate-optimization")
    assert senior is not None
    assert growth is not None
    assert asked["road-mapping"].level == senior.level
    assert asked["conversion-rate-optimization"].level == growth.level, (
        "the title names both a senior and a growth role"
    )


def test_every_requirement_says_why_and_quotes_its_line(role: Role) -> None:
    asked = {it.skill: it for it in role.requirements}["road-mapping"]
    assert 'The level is what "Senior product manager" asks in the catalogue.' in asked.note
    assert 'Line 3: "Own the roadmap"' in asked.note
    assert asked.line == "Own the roadmap"


def test_gates_come_from_years_degree_and_certificates(role: Role) -> None:
    assert [(it.kind, it.firm) for it in role.gates] == [
        ("experience", True), ("experience", True), ("experience", False), ("education", True), ("certification", False),
    ]  # fmt: skip
    product, anything, retail, degree, scrum = role.gates
    assert (product.alternatives[0].experience, product.alternatives[0].min_years) == ("product", 5)
    assert [it.experience for it in anything.alternatives] == ["product", "industry", "management"]
    assert retail.alternatives[0].experience == "industry"
    assert [(it.education, it.equivalent) for it in degree.alternatives] == [("bachelor", False), (None, True)]
    assert scrum.alternatives[0].certifications == ("Certified Scrum Product Owner",)
    assert all("of the posting" in it.note for it in role.gates)


def test_nothing_in_a_posting_counts_as_an_answer(catalogue: Catalogue, role: Role) -> None:
    report = assess(catalogue, Profile(), role)
    assert {it.basis for it in report.requirements} == {"not asked"}
    assert report.coverage.low == 0
    assert {it.verdict for it in report.gates} == {"unknown"}


def test_gates_are_judged_like_those_of_any_role(catalogue: Catalogue, role: Role) -> None:
    background = Background(
        education=(Education(level="master", field="history"),), experience=(Experience(years=3, kind="product"),)
    )
    report = assess(catalogue, Profile(background=background), role)
    assert [it.verdict for it in report.gates] == ["gap", "met", "unknown", "met", "unknown"]


def test_the_interview_asks_about_it(catalogue: Catalogue, role: Role) -> None:
    question = next_question(catalogue, Interview(roles=(role,), profile=Profile()))
    assert question is not None
    assert question.skill.id == "data-analysis", "the must first"


def test_its_id_is_its_own(catalogue: Catalogue) -> None:
    posting = understand(catalogue, LINES)
    first = posting_role(catalogue, posting)
    second = posting_role(catalogue, posting, [first.id])
    assert (first.id, second.id) == ("posting-senior-growth-product-manager", "posting-senior-growth-product-manager-2")


def test_without_a_title_levels_are_what_roles_usually_ask(catalogue: Catalogue) -> None:
    role = posting_role(catalogue, understand(catalogue, ["## Requirements", "- Roadmap"]))
    assert (role.id, role.title) == ("posting-job", "Job (posting)")
    levels = sorted(need.level for it in catalogue.roles if (need := it.requirement("road-mapping")) and need.level)
    assert role.requirements[0].level == levels[(len(levels) - 1) // 2]
    assert "what roles of the catalogue usually ask" in role.requirements[0].note
