"""From positions and studies to a background: counted once, never made up, and open where the dates are."""

import pytest

from pmgap.catalogue import Catalogue
from pmgap.profile import Education, Experience
from pmgap.resumes.background import Found, background_of
from pmgap.resumes.written import read_written

NOW = 12 * 2024 + 5
"""June 2024."""


@pytest.fixture
def found(catalogue: Catalogue):  # type: ignore[no-untyped-def]
    def make(work: str = "", education: str = "", more: str = "", as_of: int = NOW) -> Found:
        text = f"# Experience\n{work}\n# Education\n{education}\n{more}"
        return background_of(catalogue, [read_written("cv.md", text.split("\n"), "Markdown")], as_of)

    return make


def years(found: Found, kind: str) -> list[tuple[float, float | None, str | None]]:
    part = next((it for it in found.parts if it.item == kind), None)
    return [(it.years, it.years_max, it.domain) for it in part.experience] if part else []


def remarks(found: Found) -> str:
    return "\n".join(it.what for it in found.remarks)


def test_years_are_counted_to_the_month_that_is_given(found) -> None:  # type: ignore[no-untyped-def]
    work = "Product Manager, Acme, July 2022 - present"
    assert years(found(work), "product") == [(2, None, None)]
    assert years(found(work, as_of=NOW + 12), "product") == [(3, None, None)]


def test_overlaps_are_counted_once(found) -> None:  # type: ignore[no-untyped-def]
    work = "Product Manager, Acme, 01/2020 - 12/2021\nProduct Owner, Beta, 07/2020 - 06/2022"
    product = next(it for it in found(work).parts if it.item == "product")
    assert product.experience == (Experience(years=2.5, kind="product"),)
    assert "overlaps counted once" in product.because
    assert [line.place for line in product.lines] == ["cv.md:2", "cv.md:3"]


def test_gaps_are_not_counted(found) -> None:  # type: ignore[no-untyped-def]
    work = "Product Manager, Acme, 01/2018 - 12/2018\nProduct Manager, Beta, 01/2022 - 12/2022"
    assert years(found(work), "product") == [(2, None, None)]


def test_dates_without_months_leave_the_years_open(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found("Product Manager, Acme, 2018 - 2020")
    assert years(outcome, "product") == [(1.2, 3, None)]
    part = next(it for it in outcome.parts if it.item == "product")
    assert "without months" in part.because
    assert part.text == "1.2 to 3 years of product work"


def test_general_management_is_management_and_not_product_work(found) -> None:  # type: ignore[no-untyped-def]
    work = "General Manager, Salt Restaurant, 03/2016 - 02/2024\n- Hired and trained a team of 35"
    outcome = found(work)
    assert years(outcome, "product") == []
    assert years(outcome, "management") == [(8, None, None)]
    assert years(outcome, "industry") == [(8, None, "hospitality")]


def test_product_work_alone_is_no_management(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found("Product Manager, Acme, 01/2020 - 12/2021\n- Led a cross-functional team of 8")
    assert years(outcome, "management") == []
    outcome = found("Product Manager, Acme, 01/2020 - 12/2021\n- Line manager of 3 direct reports")
    assert years(outcome, "management") == [(2, None, None)]


def test_head_of_product_is_both(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found("Head of Product, Acme, 01/2020 - 12/2021")
    assert years(outcome, "product") == years(outcome, "management") == [(2, None, None)]


def test_nothing_found_is_not_nothing_done(found) -> None:  # type: ignore[no-untyped-def]
    """No entry is written for a kind that the CV does not show: zero is for the person to say."""
    assert {it.item for it in found("Data Analyst, Acme, 01/2020 - 12/2021").parts} == {"industry"}
    assert found("").parts == ()


def test_internships_and_volunteer_work_are_told_and_not_counted(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found(
        "Product Management Intern, Acme, 01/2020 - 12/2021", more="# Volunteering\nTutor, Food Bank, 2020 - 2022"
    )
    assert outcome.parts == ()
    assert "internship" in remarks(outcome)
    assert "volunteer work" in remarks(outcome)


def test_titles_that_may_be_product_work_or_leading_are_asked_about(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found("PM, Acme, 01/2020 - 12/2021\nMarketing Manager, Beta, 01/2018 - 12/2019")
    assert years(outcome, "product") == years(outcome, "management") == []
    assert 'Was "PM" product work?' in remarks(outcome)
    assert "Did you lead people as Marketing Manager, Beta?" in remarks(outcome)


def test_the_years_of_a_field_are_told_apart_and_add_up(found) -> None:  # type: ignore[no-untyped-def]
    work = (
        "Registered Nurse, City Hospital, 01/2010 - 12/2013\nClerk, Acme, 01/2012 - 12/2015\n"
        "Nurse Manager, Town Clinic, 01/2016 - 12/2016"
    )
    assert years(found(work), "industry") == [(5, None, "health care"), (2, None, None)]


def test_work_in_the_future_and_without_dates_is_not_counted(found) -> None:  # type: ignore[no-untyped-def]
    assert years(found("Product Manager, Acme, 01/2031 - 12/2032"), "product") == []
    outcome = found("Product Manager, Acme, 01/2020 - 12/2032")
    assert years(outcome, "product") == [(4.5, None, None)]


def test_degrees(found) -> None:  # type: ignore[no-untyped-def]
    education = "MSc in Economics, University of Leeds, 2013 - 2015\nBachelor of Arts, University of Leeds, 2010 - 2013\nAbitur, 2009"
    (part,) = found(education=education).parts
    assert part.education == (Education(level="master", field="Economics"), Education(level="bachelor"))
    assert part.text == "master's degree in Economics; bachelor's degree"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("PhD in Physics, University of Leeds, 2022 - present", "is not finished yet"),
        ("PhD candidate in Physics, University of Leeds, 2022", "is not finished yet"),
        ("BSc Physics, University of Leeds, 2021 - 2026", "is not finished yet"),
        ("BSc Physics, University of Leeds, expected 2023", "is not finished yet"),
        ("BSc Physics, University of Leeds, 2021 - 2024", "may not be finished yet"),
    ],
)
def test_a_degree_that_is_not_finished_is_left_out(found, line: str, told: str) -> None:  # type: ignore[no-untyped-def]
    outcome = found(education=line)
    assert outcome.parts == ()
    assert told in remarks(outcome)


def test_a_degree_that_compares_by_judgement_is_asked_about(found) -> None:  # type: ignore[no-untyped-def]
    outcome = found(education="Diplom-Kauffrau, Universität Kiel, 2012")
    assert outcome.parts[0].education == (Education(level="master"),)
    assert "is taken for a master's degree" in remarks(outcome)


def test_what_the_summary_claims_is_held_against_the_dates(found) -> None:  # type: ignore[no-untyped-def]
    summary = "# Summary\nProduct manager with {} of experience."
    work = "Product Manager, Acme, 01/2018 - 12/2023"
    assert 'It says "9 years"; the dates give 6 years of product work.' in remarks(
        found(work, more=summary.format("9 years"))
    )
    for agreeing in ("6 years", "5+ years", "6.5 years"):
        assert "It says" not in remarks(found(work, more=summary.format(agreeing)))


def test_certificates_are_listed_once(found) -> None:  # type: ignore[no-untyped-def]
    (part,) = found(more="# Certifications\n- CSPO, 2021\n- cspo\n- PMI-ACP").parts
    assert part.certifications == ("CSPO", "PMI-ACP")
