"""Finding the names of skills in text: whole words, variants of spelling, wildcards, cautions, negation."""

import pytest

from pmgap.catalogue import Catalogue, Caution, Skill
from pmgap.terms import Terms, find_terms

SKILLS = (
    Skill(
        id="roads",
        name="Road mapping",
        group="g",
        definition="",
        levels=(),
        aliases=("roadmap", "product roadmap", "manage ... products", "road-maps", "prioritization"),
        tools=("aha!",),
    ),
    Skill(
        id="sheets",
        name="Excel",
        group="g",
        definition="",
        levels=(),
        aliases=("excel", "p&l", "ci/cd"),
        cautions=(Caution(term="excel", caution="also a verb", unless=("to excel", "excel in")),),
    ),
    Skill(
        id="scaled",
        name="SAFe",
        group="g",
        definition="",
        levels=(),
        aliases=("safe", "discovery", "direct reports", "technical background"),
        cautions=(
            Caution(term="safe", caution="also an adjective", needs=("agile", "scrum")),
            Caution(term="discovery", caution="also of drugs", unless=("laboratory",)),
        ),
    ),
)
TERMS = Terms(SKILLS)


def found(*lines: str) -> list[tuple[str, str, int]]:
    """What is found, as (skill, words, line)."""
    return [(hit.skill, hit.term, hit.line) for hit in TERMS.find(lines)]


def test_a_term_is_found_with_its_line_and_place() -> None:
    (hit,) = TERMS.find(["Nothing here", "Own the Product Roadmap with us"])
    assert (hit.skill, hit.term, hit.line) == ("roads", "Product Roadmap", 2)
    assert hit.text[hit.start : hit.end] == hit.term
    assert (hit.alias, hit.kind) == ("product roadmap", "alias")


def test_the_longest_term_of_a_skill_wins_and_is_counted_once() -> None:
    assert found("product roadmap") == [("roads", "product roadmap", 1)]
    assert found("roadmap and product roadmap") == [("roads", "roadmap", 1), ("roads", "product roadmap", 1)]


@pytest.mark.parametrize(
    "text", ["road mapping", "Road-Mapping", "ROAD MAPPING", "road/mapping", "**road mapping**", "roadmaps, road maps"]
)
def test_case_hyphens_and_markup_make_no_difference(text: str) -> None:
    assert {skill for skill, _, _ in found(text)} == {"roads"}


@pytest.mark.parametrize("text", ["roadmaplike", "broadmap", "excellent", "roadm ap"])
def test_only_whole_words_count(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["prioritisation", "prioritization"])
def test_british_and_american_spelling_are_the_same(text: str) -> None:
    assert found(text) == [("roads", text, 1)]


@pytest.mark.parametrize(
    "text", ["manage ten products", "Manages our products", "managed all products", "Managing products"]
)
def test_a_common_verb_is_found_in_all_its_forms(text: str) -> None:
    assert found(text) == [("roads", text, 1)]


@pytest.mark.parametrize("people", ["users", "a patient", "merchants", "the nurse's", "farmers"])
def test_whoever_uses_a_product_is_a_user(people: str) -> None:
    terms = Terms(
        [Skill(id="asking", name="Asking", group="g", definition="", levels=(), aliases=("talk to ... users",))]
    )
    assert [hit.term for hit in terms.find([f"Talk to {people} every week"])] == [f"Talk to {people}"]
    assert not list(terms.find(["Talk to engineers every week"]))


def test_a_caution_heeds_words_that_lead_up_to_the_term() -> None:
    caution = Caution(term="launch", caution="by others", unless=("work with ... launch",))
    terms = Terms([Skill(id="launch", name="Launch", group="g", definition="", levels=(), cautions=(caution,))])
    assert not list(terms.find(["Work with design and launch teams"]))
    assert list(terms.find(["Work with design. Launch teams."]))
    assert list(terms.find(["Launch, and work with design"]))


@pytest.mark.parametrize("text", ["P&L", "p & l", "P and L", "CI/CD", "ci-cd"])
def test_signs_inside_a_term_are_read(text: str) -> None:
    assert found(text) == [("sheets", text, 1)]


def test_dots_stand_for_a_few_words_of_one_sentence() -> None:
    assert found("You manage two or three digital products.") == [("roads", "manage two or three digital products", 1)]
    assert found("You manage. Our products sell.") == []
    assert found("You manage a b c d e f products") == []
    assert found("manage", "products") == []


def test_words_do_not_join_across_a_comma_or_a_full_stop() -> None:
    assert found("technical, background") == []
    assert found("It is technical. Background checks are made.") == []


def test_a_phrase_around_a_term_can_cancel_it() -> None:
    assert found("You want to excel in your work") == []
    assert found("Good command of Excel") == [("sheets", "Excel", 1)]
    assert found("Help us to excel, and know Excel") == [("sheets", "Excel", 1)]


def test_a_word_near_a_term_can_cancel_it() -> None:
    assert found("discovery in the laboratory") == []
    assert found("discovery", "laboratory") == [("scaled", "discovery", 1)]


def test_a_term_that_needs_company_counts_only_in_it() -> None:
    assert found("A safe place") == []
    assert found("SAFe and other agile ways") == [("scaled", "SAFe", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "No technical background required",
        "This role has no direct reports",
        "You do not need technical background",
        "A technical background is not required.",
        "without direct reports",
        "people of non-technical background",
        "The role doesn’t have direct reports",
        "Nothing beyond technical background",
        "A technical background is irrelevant",
        "Technical background and titles are unnecessary",
    ],
)
def test_what_is_denied_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A technical background is not required but is a plus",
        "Not only a technical background",
        "No nonsense. A technical background",
        "no ego, technical background",
        "Nothing beats a technical background",
        "A technical background is not unimportant",
        "A technical background. Titles are irrelevant.",
    ],
)
def test_what_only_looks_denied_is_found(text: str) -> None:
    assert [skill for skill, _, _ in found(text)] == ["scaled"]


def test_lines_that_were_run_together_are_read_apart() -> None:
    assert [term for _, term, _ in found("Build the roadmapManage all our productsExcel skills")] == [
        "roadmap",
        "Manage all our products",
        "Excel",
    ]


def test_a_tool_is_told_from_a_name_of_the_skill() -> None:
    (hit,) = TERMS.find(["Aha! is used"])
    assert (hit.skill, hit.kind) == ("roads", "tool")


def test_the_shipped_catalogue_finds_each_of_its_aliases(catalogue: Catalogue) -> None:
    """Every alias without a caution and without dots names its skill when it stands alone."""
    for skill in catalogue.skills:
        guarded = {it.term.casefold().replace("-", "") for it in skill.cautions}
        for alias in skill.aliases:
            if alias.casefold().replace("-", "") not in guarded and "..." not in alias:
                assert skill.id in {hit.skill for hit in find_terms(catalogue, [alias])}, alias


def test_terms_are_compiled_once_for_a_catalogue(catalogue: Catalogue) -> None:
    first = find_terms(catalogue, ["Owns the product roadmap"])
    assert first == find_terms(catalogue, ["Owns the product roadmap"])
    assert "road-mapping" in {hit.skill for hit in first}


@pytest.mark.parametrize(
    "text", ["manage " * 20_000, "a" * 200_000, "\u202eroadmap\u202c", "'" * 50_000, "Aa" * 50_000, "- " * 50_000]
)
def test_odd_text_is_read_without_harm(text: str) -> None:
    assert {skill for skill, _, _ in found(text)} <= {"roads"}
