"""Years, degrees, certificates and pay: what a line of demands says, and what only looks like it."""

import pytest

from pmgap.postings.certificates import certificates_asked
from pmgap.postings.degrees import degrees_asked
from pmgap.postings.demands import Asking, askings
from pmgap.postings.layout import fragments
from pmgap.postings.pay import pay_stated
from pmgap.postings.sections import passages
from pmgap.postings.years import years_asked


def demands(*lines: str) -> list[Asking]:
    """Lines of a list of demands."""
    return askings(passages(fragments(["# Product Manager", "", "## Requirements", *(f"- {line}" for line in lines)])))


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of product management experience", [(5, None)]),
        ("5 + years of experience", [(5, None)]),
        ("At least three years' experience as a product owner", [(3, None)]),
        ("Minimum of four (4) years in a product role", [(4, None)]),
        ("Minimum 6 yrs exp in product management", [(6, None)]),
        ("3-5 years of experience", [(3, 5)]),
        ("3 – 5 years working in SaaS", [(3, 5)]),
        ("3 to 5 years as a product manager", [(3, 5)]),
        ("Between 2 and 4 years of product experience", [(2, 4)]),
        ("Two to four years in product management", [(2, 4)]),
        ("2-3+ years of experience", [(2, 3)]),
        ("10 or more years in software", [(10, None)]),
        ("Over 8 years in product", [(8, None)]),
        ("More than five years of experience with platforms", [(5, None)]),
        ("(7+ years) in product management", [(7, None)]),
        ("Product management experience (4 years)", [(4, None)]),
        ("Experience: 4-8 Years", [(4, 8)]),
        ("Product experience of 2-3 years minimum", [(2, 3)]),
        ("8+ years of work experience, at least 5 of these years as a product manager", [(8, None)]),
        ("8+ years of experience, including 3+ years in product management", [(3, None), (8, None)]),
        ("10+ years of experience with 5 years managing people", [(10, None), (5, None)]),
        ("One year of experience in an agency", [(1, None)]),
        ("Up to 3 years of experience", [(0, 3)]),
        ("4+ years' hands-on experience", [(4, None)]),
        ("5+ yoe", [(5, None)]),
        ("Five-plus years in product", [(5, None)]),
        ("5+ (five) years of experience", [(5, None)]),
        ("0-2 years of experience", [(0, 2)]),
        ("7 years + of experience in product", [(7, None)]),
        ("Mindestens is no English", []),
        ("A four-year degree", []),
        ("You will plan the next 3 years", []),
        ("Must be 18 years of age", []),
        ("Own a 5-year vision", []),
        ("5+ product managers report to you", []),
        ("24/7 support and 100 users", []),
        ("Bachelor's degree, or 8 years of experience in lieu of a degree", []),
    ],
)  # fmt: skip
def test_years_of_a_demand(line: str, years: list[tuple[int, int | None]]) -> None:
    assert [(it.min, it.max) for it in years_asked(demands(line))] == years


def test_years_name_what_they_are_of_and_the_product_years_come_first() -> None:
    found = years_asked(demands("2+ years in health care", "5+ years as a product manager", "3+ years managing people"))
    assert [(it.min, it.of, it.kind) for it in found] == [
        (5, "a product manager", "product"),
        (2, "health care", "industry"),
        (3, "managing people", "management"),
    ]
    assert [it.quote.line for it in found] == [5, 4, 6]


@pytest.mark.parametrize(
    ("line", "need"),
    [
        ("3 to 4 years in a similar role would be advantageous", "preferred"),
        ("Nice to have: 2 years in retail", "preferred"),
        ("5+ years in product, preferably in B2B", "required"),
        ("3+ years of experience preferred", "preferred"),
    ],
)
def test_years_may_only_be_wished_for(line: str, need: str) -> None:
    assert [it.need for it in years_asked(demands(line))] == [need]


@pytest.mark.parametrize(
    "text",
    [
        "We have helped shops for more than 125 years.",
        "Our app has been live for 4 years.",
        "Founded 20 years ago, we are 300 people.",
        "In 5 years of business we grew to 40 people.",
    ],
)
def test_years_of_the_company_are_no_demand(text: str) -> None:
    for heading in ("## About us", "## Requirements", ""):
        assert years_asked(askings(passages(fragments(["# Product Manager", heading, text])))) == ()


@pytest.mark.parametrize(
    ("line", "level", "need", "equivalent"),
    [
        ("Bachelor's degree in business", "bachelor", "required", False),
        ("Bachelors degree or equivalent experience", "bachelor", "required", True),
        ("BA/BS in a technical field or equivalent practical experience", "bachelor", "required", True),
        ("B.S. in Computer Science required", "bachelor", "required", False),
        ("BSc or MSc in engineering", "bachelor", "required", False),
        ("B.Tech/MBA from a good college", "bachelor", "required", False),
        ("Bachelor’s or Master’s degree in design or a related field", "bachelor", "required", False),
        ("Undergraduate degree", "bachelor", "required", False),
        ("University degree in economics", "bachelor", "required", False),
        ("College degree preferred", "bachelor", "preferred", False),
        ("Educated to degree level", "bachelor", "required", False),
        ("Degree in computer science, or similar work experience", "bachelor", "required", True),
        ("4-year degree", "bachelor", "required", False),
        ("A degree or relevant experience", "bachelor", "required", True),
        ("Master's degree or MBA is a plus", "master", "preferred", False),
        ("MBA preferred", "master", "preferred", False),
        ("MBA from a leading school", "master", "required", False),
        ("Advanced degree in statistics", "master", "required", False),
        ("PhD in machine learning", "doctorate", "required", False),
        ("MD or PhD required", "doctorate", "required", False),
        ("Medical degree (MBBS)", "medical", "required", False),
        ("A high degree of empathy", "none", "not stated", False),
        ("Certified Scrum Master", "none", "not stated", False),
        ("You master the art of saying no", "none", "not stated", False),
        ("No degree required", "none", "not stated", False),
        ("A degree is not required", "none", "not stated", False),
        ("A 360-degree view of the customer", "none", "not stated", False),
        ("Experience with graduate students", "none", "not stated", False),
        ("Bachelor's degree or an equivalent combination of education and experience", "bachelor", "required", True),
        ("Associate's degree", "associate", "required", False),
        ("Any graduate with good English", "bachelor", "required", False),
        ("MBA/PGDM from a good school", "master", "required", False),
        ("CS degree", "bachelor", "required", False),
    ],
)
def test_degree_of_a_demand(line: str, level: str, need: str, equivalent: bool) -> None:
    degree, _ = degrees_asked(demands(line))
    assert (degree.level, degree.need, degree.or_equivalent) == (level, need, equivalent)


def test_the_lowest_required_degree_counts_and_the_other_is_kept() -> None:
    degree, other = degrees_asked(demands("Bachelor's degree", "MBA preferred"))
    assert (degree.level, degree.need, degree.quote.line if degree.quote else 0) == ("bachelor", "required", 4)
    assert other is not None
    assert (other.level, other.need) == ("master", "preferred")
    degree, other = degrees_asked(demands("B.E. or B.Tech from a good college, MBA preferred"))
    assert (degree.level, degree.need) == ("bachelor", "required")
    assert other is not None
    assert (other.level, other.need) == ("master", "preferred")


def test_the_next_line_may_admit_an_equivalent() -> None:
    lines = ("Requires a BA/BS degree (or)", "Any combination of education and experience which is equivalent")
    assert degrees_asked(demands(*lines))[0].or_equivalent
    assert not degrees_asked(demands("Requires a BA/BS degree", "Equivalent of two languages"))[0].or_equivalent


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("CSPO certification is a plus", ["Certified Scrum Product Owner"]),
        ("Certified Scrum Product Owner (CSPO)", ["Certified Scrum Product Owner"]),
        ("PMP or PRINCE2", ["PRINCE2", "Project Management Professional"]),
        ("PSM I", ["Professional Scrum Master"]),
        ("Lean Six Sigma green belt", ["Lean Six Sigma"]),
        ("Pragmatic Marketing certified", ["Pragmatic Institute certification"]),
        ("Agile certification", ["Agile certification"]),
        ("Experience with SAFe and Scrum", []),
        ("Knowledge of the DDaT and SFIA frameworks", []),
        ("A Great Place to Work Certified company", []),
        ("ISO 27001 certified processes", []),
        ("B Corp certified", []),
    ],
)
def test_only_named_certificates_count(line: str, names: list[str]) -> None:
    assert sorted(it.name for it in certificates_asked(demands(line))) == sorted(names)


def test_certificates_of_the_company_are_none_of_the_candidate() -> None:
    text = ["# Product Manager", "## About us", "We are PMP trainers.", "## Benefits", "- CSPO training"]
    assert certificates_asked(askings(passages(fragments(text)))) == ()


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("The salary range for this position is between $77,000.50 and $142,000.", (77000.5, 142000, "USD", "year")),
        ("Base salary: $118,000-$174,000 + bonus + equity", (118000, 174000, "USD", "year")),
        ("Salary £57,349 to £63,862 a year", (57349, 63862, "GBP", "year")),
        ("Compensation: €70k–€90k", (70000, 90000, "EUR", "year")),
        ("70-90k EUR gross per year", (70000, 90000, "EUR", "year")),
        ("Gehalt aside, the salary is 60.000 - 75.000 € per year", (60000, 75000, "EUR", "year")),
        ("Pay: $55 - $65 per hour", (55, 65, "USD", "hour")),
        ("CTC: 25-32 LPA", (2500000, 3200000, "INR", "year")),
        ("Salary between € 4.200 and € 5.800 gross per month", (4200, 5800, "EUR", "month")),
        ("Salary: USD 100000 - USD 140000 per year", (100000, 140000, "USD", "year")),
        ("CAD $95,000 - $120,000 annually", (95000, 120000, "CAD", "year")),
        ("Pay range $120K - $150K CAD", (120000, 150000, "CAD", "year")),
        ("£65,000 per annum", (65000, None, "GBP", "year")),
        ("Salary up to £80k", (80000, None, "GBP", "year")),
        ("We raised $40 million in funding", None),
        ("A $45B market", None),
        ("A learning budget of $2,000 a year", None),
        ("Relocation bonus of $20,000", None),
        ("Responsible for a budget of £120,000", None),
        ("Products that move $50,000 - $90,000 of revenue", None),
        ("premium insurance package of 1000000", None),
        ("Competitive salary", None),
        ("401k plan and 100% cover", None),
    ],
)  # fmt: skip
def test_pay_of_the_job(text: str, pay: tuple[float, float | None, str, str] | None) -> None:
    found = pay_stated(fragments(["# Product Manager", "", text]))
    assert (found and (found.min, found.max, found.currency, found.per)) == pay


def test_several_ranges_are_read_as_one_span() -> None:
    found = pay_stated(
        fragments(["Salary: $100,000 - $120,000 in Austin.", "Salary: $110,000 - $150,000 in New York."])
    )
    assert found is not None
    assert (found.min, found.max) == (100000, 150000)
