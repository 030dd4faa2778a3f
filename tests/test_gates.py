"""Gates: what a background says about them, and what it does not say."""

from dataclasses import replace

import pytest

from pmgap.assessment import assess
from pmgap.catalogue import (
    Alternative,
    Catalogue,
    EducationLevel,
    Gate,
    Grants,
    Level,
    Programme,
    Role,
    Source,
)
from pmgap.gates import GateResult, judge_gate
from pmgap.profile import Background, Education, Experience, Imported, Profile

DEGREES = ("associate", "bachelor", "master", "doctorate")
SMALL = Catalogue(
    id="small",
    version="1",
    scale=(Level(level=0, name="none"), Level(level=1, name="some")),
    importances={"must": 3},
    skills=(),
    roles=(),
    education_levels=(
        EducationLevel(id="none", label="no education beyond school", months=0, degree=False),
        EducationLevel(id="certificate", label="certificate", months=2, degree=False),
        EducationLevel(id="bootcamp", label="boot camp", months=3, degree=False),
        EducationLevel(id="associate", label="associate degree", months=24, degree=True),
        EducationLevel(id="bachelor", label="bachelor's degree", months=36, degree=True),
        EducationLevel(id="master", label="master's degree", months=54, degree=True),
        EducationLevel(id="doctorate", label="doctorate", months=96, degree=True),
    ),
    programmes=(
        Programme(
            id="long",
            name="Long",
            kind="course",
            provider="P",
            moves=(),
            hours=80,
            grants=Grants(certifications=("CSPO",)),
        ),
        Programme(
            id="short",
            name="Short",
            kind="course",
            provider="P",
            moves=(),
            hours=16,
            grants=Grants(certifications=("PSPO I",)),
        ),
    ),
    sources=(Source(id="seed", kind="article", title="The article", publisher="P", where="W", terms="T"),),
)

BACHELOR = Alternative(text="A bachelor's degree", education="bachelor")
MASTER = Alternative(text="A master's degree", education="master")
BOOTCAMP = Alternative(text="A boot camp", education="bootcamp")
TECHNICAL = Alternative(text="A technical degree", education="bachelor", fields=("computer science", "engineering"))
TECHNICAL_OR_SIMILAR = Alternative(
    text="A technical degree", education="bachelor", fields=("computer science", "engineering"), or_similar=True
)
SCRUM_COURSE = Alternative(text="A course in Scrum", education="certificate", fields=("Scrum",))
TWO_YEARS = Alternative(text="2 to 4 years", experience="product", min_years=2, max_years=4)
SCRUM = Alternative(text="A Scrum certification", certifications=("CSPO", "PSPO I", "Certified Scrum Product Owner"))
EQUIVALENT = Alternative(text="An equivalent", equivalent=True)


def judge(*alternatives: Alternative, **background: tuple[object, ...]) -> GateResult:
    gate = Gate(kind="education", alternatives=alternatives)
    return judge_gate(SMALL, gate, Background(**background))  # type: ignore[arg-type]


def studied(*entries: tuple[str, str | None]) -> tuple[Education, ...]:
    return tuple(Education(level=level, field=field) for level, field in entries)  # type: ignore[arg-type]


def worked(*years: float, kind: str = "product", most: float | None = None) -> tuple[Experience, ...]:
    return tuple(Experience(years=entry, kind=kind, years_max=most) for entry in years)  # type: ignore[arg-type]


# What is said, and what is not


@pytest.mark.parametrize("alternative", [BACHELOR, TECHNICAL, TWO_YEARS, SCRUM, EQUIVALENT])
@pytest.mark.parametrize(
    "background",
    [Background(), Background(education=(), experience=(), certifications=())],
    ids=["absent", "empty"],
)
def test_a_background_that_says_nothing_leaves_every_gate_open(
    alternative: Alternative, background: Background
) -> None:
    result = judge_gate(SMALL, Gate(kind="education", alternatives=(alternative,)), background)
    assert result.verdict == "unknown"
    assert result.alternatives[0].verdict == "unknown"


def test_saying_none_is_an_answer() -> None:
    assert judge(BACHELOR, education=studied(("none", None))).verdict == "gap"
    assert judge(TWO_YEARS, experience=worked(0)).verdict == "gap"
    assert judge(SCRUM, certifications=("none",)).verdict == "gap"


def test_what_is_said_of_one_kind_says_nothing_of_another() -> None:
    assert judge(TWO_YEARS, education=studied(("doctorate", None)), certifications=("CSPO",)).verdict == "unknown"
    assert judge(TWO_YEARS, experience=worked(9, kind="industry")).verdict == "unknown"
    assert judge(SCRUM, experience=worked(9)).verdict == "unknown"


def test_an_equivalent_is_for_the_employer_to_judge() -> None:
    everything: dict[str, tuple[object, ...]] = {
        "education": studied(("doctorate", "law")),
        "experience": worked(40),
        "certifications": ("CSPO",),
    }
    assert judge(EQUIVALENT, **everything).verdict == "unknown"


# Education


@pytest.mark.parametrize("asked", range(4))
@pytest.mark.parametrize("held", range(4))
def test_a_higher_degree_meets_a_lower_one_and_never_the_reverse(asked: int, held: int) -> None:
    alternative = Alternative(text="A degree", education=DEGREES[asked])
    expected = "met" if held >= asked else "gap"
    assert judge(alternative, education=studied((DEGREES[held], None))).verdict == expected


@pytest.mark.parametrize(
    ("held", "asked", "expected"),
    [
        ("bootcamp", "bootcamp", "met"),
        ("certificate", "certificate", "met"),
        ("certificate", "bootcamp", "gap"),
        ("bootcamp", "certificate", "gap"),
        ("doctorate", "bootcamp", "gap"),  # a degree is no boot camp
        ("bootcamp", "associate", "gap"),
        ("none", "certificate", "gap"),
    ],
)
def test_only_degrees_include_each_other(held: str, asked: str, expected: str) -> None:
    assert judge(Alternative(text="It", education=asked), education=studied((held, None))).verdict == expected


def test_any_of_several_educations_is_enough() -> None:
    assert judge(MASTER, education=studied(("bootcamp", None), ("master", None), ("none", None))).verdict == "met"


@pytest.mark.parametrize(
    ("field", "strict", "similar"),
    [
        ("computer science", "met", "met"),
        ("Computer Science", "met", "met"),
        ("computer-science", "met", "met"),
        ("Mechanical Engineering", "met", "met"),
        ("engineering and law", "met", "met"),
        ("history", "gap", "unknown"),
        ("bioengineering", "gap", "unknown"),  # words count, not letters
        ("computer music", "gap", "unknown"),
        (None, "unknown", "unknown"),
    ],
)
def test_the_field_of_study_counts_where_fields_are_asked_for(field: str | None, strict: str, similar: str) -> None:
    assert judge(TECHNICAL, education=studied(("bachelor", field))).verdict == strict
    assert judge(TECHNICAL_OR_SIMILAR, education=studied(("bachelor", field))).verdict == similar


def test_a_field_is_not_asked_for_where_no_field_is_named() -> None:
    assert judge(BACHELOR, education=studied(("bachelor", "juggling"))).verdict == "met"


def test_the_right_field_at_too_low_a_level_is_a_gap() -> None:
    assert judge(TECHNICAL_OR_SIMILAR, education=studied(("associate", "engineering"))).verdict == "gap"


def test_level_and_field_must_meet_in_one_education() -> None:
    assert judge(TECHNICAL, education=studied(("associate", "engineering"), ("master", "history"))).verdict == "gap"
    assert judge(TECHNICAL, education=studied(("bachelor", "engineering"), ("master", "history"))).verdict == "met"


def test_one_degree_without_a_field_keeps_the_question_open() -> None:
    assert judge(TECHNICAL, education=studied(("bachelor", "history"), ("master", None))).verdict == "unknown"


@pytest.mark.parametrize("field", ["", " ", "-"])
def test_an_empty_field_is_a_field_that_was_not_given(field: str) -> None:
    assert judge(SCRUM_COURSE, education=studied(("certificate", field))).verdict == "unknown"


@pytest.mark.parametrize("held", ["none", "certificate", "master"])
def test_an_education_that_the_catalogue_does_not_name_is_no_crash(held: str) -> None:
    only_bachelor = tuple(level for level in SMALL.education_levels if level.id == "bachelor")
    small = replace(SMALL, education_levels=only_bachelor)
    result = judge_gate(
        small, Gate(kind="education", alternatives=(BACHELOR,)), Background(education=studied((held, None)))
    )
    assert result.verdict in ("gap", "unknown")


# Experience


@pytest.mark.parametrize(
    ("years", "most", "expected"),
    [
        (0, None, "gap"),
        (1.9, None, "gap"),
        (2, None, "met"),
        (2.5, None, "met"),
        (30, None, "met"),  # more than the range also meets it
        (0, 1, "gap"),
        (1, 2, "unknown"),
        (1, 6, "unknown"),
        (2, 5, "met"),
        (0, 1.9, "gap"),
    ],
)
def test_years_are_met_only_where_the_lower_end_reaches_them(years: float, most: float | None, expected: str) -> None:
    assert judge(TWO_YEARS, experience=worked(years, most=most)).verdict == expected


@pytest.mark.parametrize(
    ("years", "expected"), [((1, 1), "met"), ((0.5, 0.5, 0.5, 0.5), "met"), ((1, 0.5), "gap"), ((0, 2), "met")]
)
def test_several_entries_of_a_kind_add_up(years: tuple[float, ...], expected: str) -> None:
    assert judge(TWO_YEARS, experience=worked(*years)).verdict == expected


def test_ranges_add_up_at_both_ends() -> None:
    open_range = worked(0.5, most=1)
    assert judge(TWO_YEARS, experience=(*worked(1), *open_range)).verdict == "unknown"
    assert judge(TWO_YEARS, experience=(*worked(1.5), *open_range)).verdict == "met"
    assert judge(TWO_YEARS, experience=(*worked(0.5), *open_range)).verdict == "gap"


def test_years_of_different_kinds_do_not_add_up() -> None:
    mixed = (*worked(1), *worked(5, kind="industry"), *worked(5, kind="management"))
    assert judge(TWO_YEARS, experience=mixed).verdict == "gap"


def test_years_add_up_as_people_add_them() -> None:
    assert judge(TWO_YEARS, experience=worked(0.7, 0.6, 0.7)).verdict == "met"


# Certifications


@pytest.mark.parametrize("name", ["CSPO", "cspo", " C.S.P.O. ", "PSPO-I", "pspo i", "certified scrum-product owner"])
def test_a_certification_counts_however_it_is_spelled(name: str) -> None:
    assert judge(SCRUM, certifications=("Knitting", name)).verdict == "met"


@pytest.mark.parametrize("name", ["PSPO II", "CSP", "CSPOX", "Scrum", "PMP"])
def test_a_certification_that_only_looks_like_it_does_not_count(name: str) -> None:
    assert judge(SCRUM, certifications=(name,)).verdict == "gap"


@pytest.mark.parametrize("name", ["Certified Scrum Product Owner (CSPO)", "CSPO (Certified Scrum Product Owner)"])
def test_a_certification_counts_when_its_short_form_stands_beside_it(name: str) -> None:
    assert judge(SCRUM, certifications=(name,)).verdict == "met"


def test_certifications_in_other_alphabets_are_told_apart() -> None:
    russian = Alternative(text="Сертификат", certifications=("Сертификат владельца продукта",))
    assert judge(russian, certifications=("Водительские права",)).verdict == "gap"


def test_none_beside_a_certification_does_not_hide_it() -> None:
    assert judge(SCRUM, certifications=("none", "CSPO")).verdict == "met"


# Alternatives -> gate

HISTORIAN = studied(("bachelor", "history"))


@pytest.mark.parametrize(
    ("alternatives", "expected"),
    [
        ((BACHELOR,), "met"),
        ((MASTER,), "gap"),
        ((MASTER, BACHELOR), "met"),
        ((TWO_YEARS, BACHELOR, MASTER), "met"),
        ((MASTER, TWO_YEARS), "unknown"),
        ((EQUIVALENT, MASTER), "unknown"),
        ((MASTER, TECHNICAL, BOOTCAMP), "gap"),
        ((TECHNICAL_OR_SIMILAR, MASTER), "unknown"),
    ],
)
def test_a_gate_is_met_by_one_alternative_and_a_gap_only_when_all_are(
    alternatives: tuple[Alternative, ...], expected: str
) -> None:
    result = judge(*alternatives, education=HISTORIAN)
    assert result.verdict == expected
    assert [it.text for it in result.alternatives] == [it.text for it in alternatives]


def test_a_met_gate_names_nothing_to_do() -> None:
    result = judge(MASTER, BACHELOR, education=HISTORIAN)
    assert result.cheapest is None
    assert "bachelor's degree" in result.because


def test_finding_out_is_cheaper_than_anything_else() -> None:
    result = judge(BOOTCAMP, TWO_YEARS, education=HISTORIAN)
    assert result.cheapest == TWO_YEARS.text
    assert "product experience are not in the profile" in result.because
    assert "costs least" in result.because


@pytest.mark.parametrize(
    ("education", "years", "cheapest", "about"),
    [
        ("none", 0, BOOTCAMP, "3 months"),
        ("none", 1.9, TWO_YEARS, "1 month"),  # 1.2
        ("none", 1.95, TWO_YEARS, "96 hours"),
        ("bootcamp", 0, TWO_YEARS, "24 months"),  # the boot camp is done
        ("associate", 0, BACHELOR, "12 months"),  # what was studied shortens the way
        ("associate", 1.5, TWO_YEARS, "6 months"),
    ],
)
def test_the_cheapest_unmet_alternative_is_named_with_its_reason(
    education: str, years: float, cheapest: Alternative, about: str
) -> None:
    ways = (BACHELOR, TWO_YEARS) if education in ("bootcamp", "associate") else (BACHELOR, BOOTCAMP, TWO_YEARS)
    result = judge(*ways, education=studied((education, None)), experience=worked(years))
    assert result.verdict == "gap"
    assert result.cheapest == cheapest.text
    assert about in result.because


def test_a_certification_costs_what_its_shortest_programme_takes() -> None:
    result = judge(MASTER, BOOTCAMP, SCRUM, education=studied(("none", None)), certifications=("none",))
    assert result.cheapest == SCRUM.text
    assert "16 hours" in result.because


def test_a_degree_in_another_field_does_not_shorten_the_way_to_the_same_degree() -> None:
    technical_bootcamp = judge(TECHNICAL, TWO_YEARS, education=HISTORIAN, experience=worked(0))
    assert technical_bootcamp.cheapest == TWO_YEARS.text  # 24 months against 36


def test_the_first_of_two_equally_cheap_alternatives_is_named() -> None:
    other = Alternative(text="Another boot camp", education="bootcamp")
    assert judge(other, BOOTCAMP, education=HISTORIAN).cheapest == other.text
    assert judge(BOOTCAMP, other, education=HISTORIAN).cheapest == BOOTCAMP.text


def test_only_one_way_is_not_called_the_cheapest() -> None:
    result = judge(BOOTCAMP, education=HISTORIAN)
    assert result.cheapest == BOOTCAMP.text
    assert "of the ways" not in result.because


def test_the_reason_names_the_source() -> None:
    for background in (Background(), Background(education=HISTORIAN), Background(education=studied(("none", None)))):
        gate = Gate(kind="education", alternatives=(BACHELOR,), sources=("seed",))
        assert judge_gate(SMALL, gate, background).because.endswith("(source: The article).")


@pytest.mark.parametrize(
    "background",
    [
        {},
        {"education": HISTORIAN, "experience": worked(1, most=3), "certifications": ("Knitting",)},
        {"education": studied(("none", None)), "experience": worked(0), "certifications": ("none",)},
        {"education": studied(("doctorate", "engineering")), "experience": worked(9), "certifications": ("CSPO",)},
    ],
)
def test_every_verdict_has_its_reason_in_a_sentence(background: dict[str, tuple[object, ...]]) -> None:
    for alternative in (BACHELOR, BOOTCAMP, TECHNICAL, TECHNICAL_OR_SIMILAR, TWO_YEARS, SCRUM, EQUIVALENT):
        result = judge(alternative, **background)
        for because in (result.because, result.alternatives[0].because):
            assert because.endswith(".")
            assert len(because.split()) >= 3


def test_reasons_name_what_was_listed() -> None:
    assert "history" in judge(TECHNICAL, education=HISTORIAN).because
    assert "1.5 to 3 years" in judge(TWO_YEARS, experience=worked(1.5, most=3)).because
    assert "Knitting" in judge(SCRUM, certifications=("Knitting",)).because


# Gate -> readiness


@pytest.mark.parametrize(("firm", "word"), [(True, "within reach"), (False, "ready")])
def test_only_a_firm_gate_can_block(firm: bool, word: str) -> None:
    gate = Gate(kind="education", alternatives=(MASTER,), firm=firm)
    role = Role(id="r", title="R", summary="s", requirements=(), gates=(gate,))
    report = assess(SMALL, Profile(background=Background(education=HISTORIAN)), role)
    assert report.gates[0].verdict == "gap"
    assert report.gates[0].firm == firm
    assert report.readiness.word == word


def test_an_open_gate_does_not_block() -> None:
    role = Role(
        id="r", title="R", summary="s", requirements=(), gates=(Gate(kind="education", alternatives=(MASTER,)),)
    )
    assert assess(SMALL, Profile(), role).readiness.word == "ready"


def test_gates_never_change_the_skill_figures(catalogue: Catalogue) -> None:
    role = catalogue.role_by_id["product-manager"]
    rich = Profile(background=Background(education=studied(("doctorate", "business")), experience=worked(20)))
    bare, full = assess(catalogue, Profile(), role), assess(catalogue, rich, role)
    assert full.gates != bare.gates
    assert (full.coverage, full.requirements) == (bare.coverage, bare.requirements)


def test_a_gate_that_rests_on_unconfirmed_background_says_so(catalogue: Catalogue) -> None:
    """Years read from a CV are not the person's word yet."""
    role = catalogue.role_by_id["product-manager"]
    background = Background(experience=(Experience(years=9, kind="product"),))
    read = Profile(background=background, imported=(Imported(item="product"),))
    gates = {it.alternatives[0].text: it for it in assess(catalogue, read, role).gates}
    said = {it.alternatives[0].text: it for it in assess(catalogue, replace(read, imported=None), role).gates}
    marked = {text for text, gate in gates.items() if gate.unconfirmed}
    assert marked == {"2 to 4 years of experience in product work"}
    for text, gate in gates.items():
        assert gate.verdict == said[text].verdict
        assert ("not confirmed it yet" in gate.because) == (text in marked)
    assert not any(gate.unconfirmed for gate in said.values())
