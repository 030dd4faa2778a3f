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
        ("8+ years of work experience, at least 5 of these years as a product manager", [(5, None), (8, None)]),
        ("8+ years of experience, including 3+ years in product management", [(3, None), (8, None)]),
        ("10+ years of experience with 5 years managing people", [(10, None)]),
        ("10+ years of experience with 5 years in leadership roles", [(10, None), (5, None)]),
        ("One year of experience in an agency", [(1, None)]),
        ("Up to 3 years of experience", [(0, 3)]),
        ("4+ years' hands-on experience", [(4, None)]),
        ("5+ yoe", [(5, None)]),
        ("Five-plus years in product", [(5, None)]),
        ("5+ (five) years of experience", [(5, None)]),
        ("0-2 years of experience", [(0, 2)]),
        ("7 years + of experience in product", [(7, None)]),
        ("6+ years of product management, at least 3 of which in payroll", [(6, None), (3, None)]),
        ("3-5 years of experience with at least 2 in a consumer product role", [(2, None), (3, 5)]),
        ("5+ years in product management, with 3+ on data platforms", [(5, None), (3, None)]),
        ("10+ years in product, at least 4 of them leading designers", [(10, None), (4, None)]),
        ("Not less than five (5) years' experience in banking", [(5, None)]),
        ("Not more than 3 years of experience", [(0, 3)]),
        ("Five years in banking, two of which must be in product development", [(2, None), (5, None)]),
        ("Minimum of six years' experience of which three must be in product", [(3, None), (6, None)]),
        ("At least six years of experience, of which a minimum of two in retail", [(6, None), (2, None)]),
        ("8+ years of experience, 3+ in product management", [(3, None), (8, None)]),
        ("10+ years of experience (5+ in product)", [(5, None), (10, None)]),
        ("5 years of experience with 2 of the big clouds", [(5, None)]),
        ("several (3+) years in product", [(3, None)]),
        ("Five-plus years of product work", [(5, None)]),
        ("Exp: 0-2 yrs", [(0, 2)]),
        ("3\u20115 years of experience", [(3, 5)]),
        ("3\u22125 years of experience", [(3, 5)]),
        ("2~4 years of experience", [(2, 4)]),
        ("A 5-year track record in product", [(5, None)]),
        ("Many years of experience in product", []),
        ("A few years in a product role", []),
        ("Several years of experience", []),
        ("Set the 3-year product strategy", []),
        ("Own the three-year vision of digital products", []),
        ("A two-year rotational programme in product management", []),
        ("Master's degree; Bachelor's degree with more than 8 years of experience is also considered", []),
        ("5 years in banking, 3 of which must be in digital products", [(3, None), (5, None)]),
        ("Min. 3 yrs experience in product mgmt. or consulting", [(3, None)]),
        ("Age below 28 years", []),
        ("The contract is for 2 years", []),
        ("A visa that is valid for 2 years", []),
        ("You have lived here for the past 5 years", []),
        ("In the last 3 years you have shipped a product", []),
        ("We have been in business for 10 years", []),
        ("Must have 5+ yrs exp. in product mgmt", [(5, None)]),
        ("Fresh graduate or max 1 year of experience", [(0, 1)]),
        ("Total experience 6-10 years with min 3 years as product owner", [(3, None), (6, 10)]),
        ("OVER 5 YEARS AS A PRODUCT MANAGER", [(5, None)]),
        ("Aged 25 years or more", []),
        ("Bachelor's degree or 10 years of industry experience", []),
        ("A degree or at least 6 years in banking", []),
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


def test_years_that_are_said_twice_count_once() -> None:
    found = years_asked(demands("Experience: 3-5 years", "3-5 years in product management", "2 years in retail"))
    assert [(it.min, it.max, it.of) for it in found] == [(3, 5, "product management"), (2, None, "retail")]


def test_years_name_what_they_are_of_and_the_product_years_come_first() -> None:
    found = years_asked(
        demands("2+ years in health care", "5+ years as a product manager", "3+ years in a managerial role")
    )
    assert [(it.min, it.of, it.kind) for it in found] == [
        (5, "a product manager", "product"),
        (2, "health care", "industry"),
        (3, "a managerial role", "management"),
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
        "For 20 years we have been building products for bakers.",
        "Our average tenure is 11 years in product teams.",
        "The company has been working on products for over 12 years.",
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
        ("Tertiary qualification in commerce or similar experience", "bachelor", "required", True),
        ("A primary degree in engineering", "bachelor", "required", False),
        ("MBA/PGDM from a good school", "master", "required", False),
        ("CS degree", "bachelor", "required", False),
        ("BSEE/BSCS required", "bachelor", "required", False),
        ("BE/BTech from a reputed institute", "bachelor", "required", False),
        ("B.Pharm or MCA", "bachelor", "required", False),
        ("HBO or WO level of working and thinking", "bachelor", "required", True),
        ("Completed studies in electrical engineering or a comparable qualification", "bachelor", "required", True),
        ("You studied something technical at university level", "bachelor", "required", False),
        ("Tertiary qualification in design or equivalent experience", "bachelor", "required", True),
        ("University studies in economics", "bachelor", "required", False),
        ("Academic background in statistics", "bachelor", "required", False),
        ("A marketing degree", "bachelor", "required", False),
        ("Educated to degree standard", "bachelor", "required", False),
        ("HND or BSc in computing", "bachelor", "required", False),
        ("University degree (Bachelor/Master)", "bachelor", "required", False),
        ("University degree (Master/Diplom) in business", "master", "required", False),
        ("Bachelor's degree or equivalent qualification", "bachelor", "required", False),
        ("Bachelor's degree or equivalent", "bachelor", "required", True),
        ("Bachelor's degree and 3+ years of medical device or related experience", "bachelor", "required", False),
        ("Bachelor's degree and experience with Jira or equivalent", "bachelor", "required", False),
        (
            "Bachelor's degree with 5 years of experience, or an equivalent combination of education and experience",
            "bachelor",
            "required",
            True,
        ),
        ("Bachelor degree (technical preferred) or 10 years in the industry", "bachelor", "required", True),
        ("Master's degree, or Bachelor's degree plus 5 years of experience", "bachelor", "required", False),
        ("A Master's degree will be an added advantage", "master", "preferred", False),
        ("PGDM from a leading school", "master", "required", False),
        ("MS or PhD in statistics", "master", "required", False),
        ("Graduate/post graduate from a good college", "bachelor", "required", False),
        ("Bac+5 in engineering", "master", "required", False),
        ("Degree in any field preferred but not required", "bachelor", "preferred", False),
        ("High school diploma", "none", "not stated", False),
        ("A-levels or Abitur", "none", "not stated", False),
        ("Experience as a product owner, BA or similar", "none", "not stated", False),
        ("A culture with no BS", "none", "not stated", False),
        ("Several case studies", "none", "not stated", False),
        ("Degrees of freedom", "none", "not stated", False),
        ("We do not mind which college you went to", "none", "not stated", False),
        ("Degrees are not needed", "none", "not stated", False),
        ("A degree is optional", "none", "not stated", False),
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
    assert not degrees_asked(demands("A BA/BS degree", "5 years with Jira or equivalent experience"))[0].or_equivalent
    assert degrees_asked(demands("A BA/BS degree", "Experience may be taken in lieu of a degree"))[0].or_equivalent


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("CSPO certification is a plus", ["Certified Scrum Product Owner"]),
        ("Certified Scrum Product Owner (CSPO)", ["Certified Scrum Product Owner"]),
        ("PMP or PRINCE2", ["PRINCE2", "Project Management Professional"]),
        ("PSM I", ["Professional Scrum Master"]),
        ("Lean Six Sigma green belt", ["Lean Six Sigma"]),
        ("Pragmatic Marketing certified", ["Pragmatic Institute certification"]),
        ("Pragmatic Institute or similar product management certification", ["Pragmatic Institute certification"]),
        ("Agile certification", []),
        (
            "Product owner certification (CSPO, PSPO or similar)",
            ["Certified Scrum Product Owner", "Professional Scrum Product Owner"],
        ),
        ("A Scrum certification of any kind", []),
        ("SAFe certified", []),
        ("A certified product manager or owner", []),
        ("Experience with SAFe and Scrum", []),
        ("Knowledge of the DDaT and SFIA frameworks", []),
        ("A Great Place to Work Certified company", []),
        ("ISO 27001 certified processes", []),
        ("B Corp certified", []),
        ("CSM or PSM certification", ["Certified ScrumMaster", "Professional Scrum Master"]),
        ("CSM, CSPO", ["Certified Scrum Product Owner", "Certified ScrumMaster"]),
        ("PRINCE2 practitioner", ["PRINCE2"]),
        ("Prince2 Foundation or AgilePM Foundation (A)", ["AgilePM", "PRINCE2"]),
        ("CPCU designation", ["CPCU"]),
        ("PMP or Pragmatic certification", ["Project Management Professional", "Pragmatic Institute certification"]),
        ("Certified Business Analysis Professional", ["Certified Business Analysis Professional"]),
        ("CBAP or CCBA", ["Certified Business Analysis Professional"]),
        ("FinOps Certified Practitioner", ["FinOps Certified Practitioner"]),
        ("If you want to take one (CSPO, PSPO) the training budget is there for it", []),
        ("We'll sponsor your CSPO", []),
        ("Certified in AWS Solutions Architect - Associate", ["AWS certification"]),
        ("Experience in an agile PM role", []),
        ("ITIL certified", ["ITIL"]),
        ("CFA charter holder", ["CFA"]),
        ("Work with CSM and sales on renewals", []),
        ("Experience in lowering CPA and CAC", []),
        ("Knowledge of ITIL and PRINCE2 methods", []),
        ("Experience as a SAFe product owner/product manager", []),
        ("Knows product certification (UL, CE, FCC)", []),
        ("English at CET-6, TOEFL or IELTS 7", []),
        ("ISO 9001 and GMP certified plants", []),
        ("An award-winning, certified workplace", []),
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
        ("£65,000 per annum", (65000, 65000, "GBP", "year")),
        ("Salary up to £80k", (None, 80000, "GBP", "year")),
        ("Salary from £60,000", (60000, None, "GBP", "year")),
        ("The salary for this position is $142,000", (142000, 142000, "USD", "year")),
        ("£36,500 pro rata", (36500, 36500, "GBP", "year")),
        ("Rate: $62/hr on W2", (62, 62, "USD", "hour")),
        ("£450 - £550 per day", (450, 550, "GBP", "day")),
        ("Package: £78,000 - £88,000, 10% bonus, 28 days", (78000, 88000, "GBP", "year")),
        ("Salary: RMB 18k-28k x 13 + bonus", (18000, 28000, "CNY", "month")),
        ("Monthly salary between 4,500 and 6,000 euros", (4500, 6000, "EUR", "month")),
        ("Salary: NT$1,400,000 - 2,000,000 per year", (1400000, 2000000, "TWD", "year")),
        ("Salary range IDR 15,000,000 - 22,000,000 per month", (15000000, 22000000, "IDR", "month")),
        ("Gross salary of ₦900,000 - ₦1,200,000 per month", (900000, 1200000, "NGN", "month")),
        ("KES 350,000 - 420,000 gross per month", (350000, 420000, "KES", "month")),
        ("PHP 90,000 - 120,000 a month, gross", (90000, 120000, "PHP", "month")),
        ("CHF 92'000 to CHF 108'000", (92000, 108000, "CHF", "year")),
        ("Sydney. Salary $112,633 - $128,417 + 15.4% super", (112633, 128417, "AUD", "year")),
        ("Ottawa, Ontario. Salary $97,400.00 - $118,250.00", (97400, 118250, "CAD", "year")),
        ("Toronto or the United States. Salary $97,400 - $118,250", (97400, 118250, "USD", "year")),
        ("Singapore. Salary $8,000 - $10,000 per month", (8000, 10000, "SGD", "month")),
        ("$170-210k + 0.8-1.5%", (170000, 210000, "USD", "year")),
        ("Salary: 25L - 35L per annum", (2500000, 3500000, "INR", "year")),
        ("Package upto 28 LPA", (None, 2800000, "INR", "year")),
        ("Budget: 22 LPA", (2200000, 2200000, "INR", "year")),
        ("Salary: NT$1.4M - 2M per year", (1400000, 2000000, "TWD", "year")),
        ("S$7,000 - S$9,500 monthly", (7000, 9500, "SGD", "month")),
        ("The pay scale is: $131,300 (minimum) - $196,900 (maximum)", (131300, 196900, "USD", "year")),
        ("$147,000.00/Yr. - $198,000.00/Yr.", (147000, 198000, "USD", "year")),
        ("Salary £54,358 plus a pension contribution of £15,747", (54358, 54358, "GBP", "year")),
        ("Compensation: $130,000 base, $160,000 OTE", (130000, 130000, "USD", "year")),
        ("Salary of a product with $1 million - $2 million in revenue", None),
        ("OTE $180,000 - $220,000", None),
        ("A seed round of $4.1m", None),
        ("Turnover of £38,000 - £40,000 a year", None),
        ("Clients pay us $20,000 - $40,000 in fees", None),
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


def test_of_several_ranges_the_first_counts() -> None:
    found = pay_stated(
        fragments(["Salary: $100,000 - $120,000 in Austin.", "Salary: $110,000 - $150,000 in New York."])
    )
    assert found is not None
    assert (found.min, found.max) == (100000, 120000)
