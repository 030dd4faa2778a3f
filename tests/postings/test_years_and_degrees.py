"""Years and degrees in the many forms in which postings ask for them, and what only looks like them."""

import pytest

from pmgap.postings.degrees import degrees_asked
from pmgap.postings.demands import Asking, askings
from pmgap.postings.layout import fragments
from pmgap.postings.sections import passages
from pmgap.postings.years import years_asked

YEARS = [
    ("An MBA is an asset.3 to 5 years of experience in banking", [(3, 5)]),
    ("Knowledge of version 2.3 and 5 years of experience", [(5, None)]),
    ("5+ years of experience in product management", [(5, None)]),
    ("five (5)+ years of experience", [(5, None)]),
    ("five (5+) years of experience", [(5, None)]),
    ("5(+) years in product", [(5, None)]),
    ("5-plus years in product", [(5, None)]),
    ("5 plus years in product", [(5, None)]),
    ("at least a decade in product", [(10, None)]),
    ("A decade of experience in product", [(10, None)]),
    ("Over a decade of product experience", [(10, None)]),
    ("Two decades in software", [(20, None)]),
    ("a decade or more in product", [(10, None)]),
    ("5+ Yrs of exp in product", [(5, None)]),
    ("5+yrs product experience", [(5, None)]),
    ("5+ YOE in product", [(5, None)]),
    ("5 years' of experience", [(5, None)]),
    ("5 year's experience", [(5, None)]),
    ("5+ year experience in product management", [(5, None)]),
    ("3—5 years in product", [(3, 5)]),
    ("3–5 years in product", [(3, 5)]),
    ("3 - 5+ years in product", [(3, 5)]),
    ("3+ to 5 years in product", [(3, 5)]),
    ("3-5+ yrs in product", [(3, 5)]),
    ("Min 3 / max 6 years in product", [(3, 6)]),
    ("min. 3 years to max. 6 years of experience", [(3, 6)]),
    ("Experience: 3 to 6 yrs", [(3, 6)]),
    ("Experience - 3 to 6 years", [(3, 6)]),
    ("Years of experience: 4+", [(4, None)]),
    ("Years of experience: 4-6", [(4, 6)]),
    ("Experience (years): 4-6", [(4, 6)]),
    ("Experience required: 4+ years", [(4, None)]),
    ("Experience level: 4 years", [(4, None)]),
    ("18 months of product experience", [(1, None)]),
    ("At least 24 months of experience as a product owner", [(2, None)]),
    ("12-24 months experience in product", [(1, 2)]),
    ("You've got a year or two of work under your belt", [(1, 2)]),
    ("You've been a business analyst on digital services for around two years", [(2, None)]),
    (
        "Five (5) years with a Bachelor's degree, or three (3) years with a Master's degree, of which at least two (2) years in product",
        [(2, None), (5, None)],
    ),
    ("10+ years in software, at least 3 of it leading a product team", [(3, None), (10, None)]),
    ("Five years in software, including three or more with a product for developers", [(5, None), (3, None)]),
    ("Degree or equivalent (one year of experience for each year of college)", []),
    ("Some experience of working in a digital team (at least 12 months)", [(1, None)]),
    ("3 - 5 years experience, at least 2 of it as a product manager", [(2, None), (3, 5)]),
    ("6 months of internship experience", []),
    ("one to two years of experience in product", [(1, 2)]),
    ("One (1) to three (3) years of experience", [(1, 3)]),
    ("A minimum of seven years’ progressive experience in product", [(7, None)]),
    ("A minimum of 7 to 10 years in product", [(7, 10)]),
    ("no less than 4 years in product", [(4, None)]),
    ("not less than 4 years in product", [(4, None)]),
    ("Ideally 5 years or more of experience in product", [(5, None)]),
    ("4 or more years in product", [(4, None)]),
    ("4 years or more in product", [(4, None)]),
    ("4 years and above in product", [(4, None)]),
    ("4 years minimum in product", [(4, None)]),
    ("4+ full years in product", [(4, None)]),
    ("4+ recent years in product", [(4, None)]),
    ("4+ professional years in product", [(4, None)]),
    ("You have worked in product for at least 4 years", [(4, None)]),
    ("You have worked as a product manager for 4+ years", [(4, None)]),
    ("You've been a PM for 4+ years", [(4, None)]),
    ("You've spent 4+ years building products", [(4, None)]),
    ("You have done product for two or three years already", [(2, 3)]),
    ("with 4-6 years under your belt in product", [(4, 6)]),
    ("Experience of 4 years in a similar role", [(4, None)]),
    ("Product Manager with 4 years experience", [(4, None)]),
    ("Bachelor's degree and 5 years of experience, or Master's degree and 3 years of experience", [(5, None)]),
    ("5 years with a Bachelor's, 3 years with a Master's", [(5, None)]),
    ("Bachelor's with 8+ years, Master's with 6+ years of experience", [(8, None)]),
    ("Bachelor's degree or 6 additional years of experience", []),
    ("3+ years product management; 5+ years overall", [(3, None), (5, None)]),
    (
        "12+ years of work experience with a minimum of 7 in product and at least 4 leading large teams",
        [(7, None), (12, None), (4, None)],
    ),
    ("Four years in banking, two in treasury management", [(4, None), (2, None)]),
    ("2 years in a product role on a 2-year renewable contract", [(2, None)]),
    ("Experience with a 5 year product vision", []),
    ("5 year experience with product vision", [(5, None)]),
    ("10+ years in software, 6+ in product on databases", [(6, None), (10, None)]),
    ("Two years in an agile team as a PO", [(2, None)]),
    ("Likes tea and talks to people. " * 10 + "A degree or business experience4 or more years in product", [(4, None)]),
    ("0-2 years of work-ex", [(0, 2)]),
    ("4 yr. degree", []),
    ("6 years in banking, 4 years in retail products", [(4, None), (6, None)]),
    (
        "At least 15 years in software, no less than five years as the most senior product executive",
        [(5, None), (15, None)],
    ),
    (
        "Seven (7) years of progressive experience. Five (5) of those years in product management",
        [(5, None), (7, None)],
    ),
    ("At least 12 years in the product world, out of them 5+ years managing managers", [(12, None), (5, None)]),
    ("Maintain the 3 yr product plan for the range", []),
    (
        "6 years in product management, program management or operations, at least 3 of these in product management",
        [(3, None), (6, None)],
    ),
    ("3-5 years experience, of which not less than 2 in growth or product in a consumer app", [(2, None), (3, 5)]),
    ("10+ years of experience in tech, with 5+ in product management", [(5, None), (10, None)]),
    ("10+ years in tech including 5 in product", [(5, None), (10, None)]),
    ("7+ years of total experience, of which 3+ as a product manager", [(3, None), (7, None)]),
    ("8+ years of experience (min 4 as PM)", [(4, None), (8, None)]),
    ("We have been around for 30 years", []),
    ("For over 30 years we have built software", []),
    ("Join a company with over 25 years of experience in logistics", []),
    ("Founded 12 years ago", []),
    ("A 2 year fixed-term contract", []),
    ("12-month fixed term contract", []),
    ("6-month probation", []),
    ("Must be 18 years or older", []),
    ("Must be at least 21 years of age", []),
    ("Recognised for 5 years in a row", []),
    ("Over the past 5 years our team grew", []),
    ("Within the first year you lead the launch", []),
    ("Shipped in the last 2 years", []),
    ("2 years degree", []),
    ("4-year degree in business", []),
    ("Graduated in the last 3 years", []),
    ("a 3-5 year roadmap", []),
    ("5-year business plan", []),
    ("10-year anniversary sabbatical", []),
    ("Leave after 5 years of service", []),
]
DEGREES = [
    ("Matric and a 3 year Degree / Diploma in Commerce", ("bachelor", "required", False)),
    ("A third level qualification (level 8 or higher) in business", ("bachelor", "required", False)),
    ("We expect a good degree (2:1 or above) in any subject", ("bachelor", "required", False)),
    ("Engineering and/or MBA from premier institutes", ("bachelor", "required", False)),
    ("Master's degree in computer science, engineering or MBA", ("master", "required", False)),
    ("Advanced university degree in computer science", ("master", "required", False)),
    (
        "Advanced university degree in law; a first-level university degree with two more years may be accepted in lieu",
        ("master", "required", True),
    ),
    ("An MSc in engineering is common among our PMs but it's not a requirement", ("none", "not stated", False)),
    ("University degree is welcome but not required", ("bachelor", "preferred", False)),
    ("A degree's fine", ("none", "not stated", False)),
    ("Bachelor's degree, technical field preferred", ("bachelor", "required", False)),
    ("B.E / B.Tech (Any stream) with MBA from a premier institute preferred", ("bachelor", "required", False)),
    ("B.Tech / B.E. or equivalent from a good college", ("bachelor", "required", False)),
    ("B.Tech or equivalent work experience", ("bachelor", "required", True)),
    (
        "M.Sc. or B.Sc. in Electronics, or the corresponding knowledge acquired through work",
        ("bachelor", "required", True),
    ),
    ("Completed degree in logistics, or a completed vocational training", ("bachelor", "required", True)),
    (
        "Bachelor's degree and three years of experience; OR an Associate's degree and five years of related experience",
        ("bachelor", "required", False),
    ),
    ("An associate's degree in business", ("associate", "required", False)),
    ("A bachelor's degree may substitute for two years of the experience", ("none", "not stated", False)),
    ("BS in biology or related field, MS or PhD a plus", ("bachelor", "required", False)),
    ("Completed degree or a comparable qualification with professional experience", ("bachelor", "required", True)),
    ("Completed degree or a comparable qualification", ("bachelor", "required", True)),
    ("Bachelor's degree or 4 additional years of related experience", ("bachelor", "required", True)),
    ("A Bachelor's degree, or you've learned the same things some other way", ("bachelor", "required", True)),
    ("You have a degree or some other proof that you can finish things", ("bachelor", "required", True)),
    (
        "HND or BSc in any discipline. If you don't have it but you have the results, apply",
        ("bachelor", "required", True),
    ),
    ("4 yr. degree pref'd, will consider experience", ("bachelor", "preferred", True)),
    ("Bachelor's required. OR Advanced degree with experience", ("bachelor", "required", False)),
    (
        "A qualification at Level 7 or higher on the NFQ, OR at least four years' experience",
        ("bachelor", "required", True),
    ),
    (
        "Bachelor's required, MBA welcome but we do not care much.HCM or payroll experience preferred.",
        ("bachelor", "required", False),
    ),
    ("An undergraduate or postgraduate degree in any discipline", ("bachelor", "required", False)),
    ("Degree: don't care.", ("none", "not stated", False)),
    ('Not important to us: degrees, MBAs, whether you did it "properly".', ("none", "not stated", False)),
    ("Bachelor's degree required", ("bachelor", "required", False)),
    ("NFQ Level 8 qualification in Engineering", ("bachelor", "required", False)),
    ("EQF 7 in a technical field", ("master", "required", False)),
    ("WO degree (MSc) in econometrics", ("master", "required", False)),
    ("A uni qual in health informatics", ("bachelor", "required", False)),
    ("Bachelor's degree or equivalent experience", ("bachelor", "required", True)),
    ("Bachelors in CS, or equivalent", ("bachelor", "required", True)),
    ("BS/BA degree", ("bachelor", "required", False)),
    ("BA or BS in business", ("bachelor", "required", False)),
    ("B.S. in Engineering", ("bachelor", "required", False)),
    ("B.Sc. or M.Sc.", ("bachelor", "required", False)),
    ("BSc or equivalent experience", ("bachelor", "required", True)),
    ("Degree in Computer Science or related field", ("bachelor", "required", False)),
    ("Degree educated or equivalent", ("bachelor", "required", True)),
    ("Degree preferred", ("bachelor", "preferred", False)),
    ("Bachelor's degree preferred", ("bachelor", "preferred", False)),
    ("Bachelor's degree, MBA preferred", ("bachelor", "required", False)),
    ("Bachelor’s or Master’s degree in a quantitative field", ("bachelor", "required", False)),
    ("Master's degree in business or engineering", ("master", "required", False)),
    ("Master's degree or equivalent", ("master", "required", True)),
    ("MBA from a top school", ("master", "required", False)),
    ("Four-year degree or equivalent work experience", ("bachelor", "required", True)),
    ("College degree or relevant experience", ("bachelor", "required", True)),
    ("Graduate in any discipline", ("bachelor", "required", False)),
    ("First degree from a reputable university", ("bachelor", "required", False)),
    ("HND/BSc in any field", ("bachelor", "required", False)),
    ("2:1 degree or above", ("bachelor", "required", False)),
    ("A minimum 2.1 in a numerate subject", ("bachelor", "required", False)),
    ("S1 degree in any major", ("bachelor", "required", False)),
    ("B.Tech/MBA from a tier 1 institute", ("bachelor", "required", False)),
    ("BE/BTech from IIT", ("bachelor", "required", False)),
    ("Engineering graduate, MBA preferred", ("bachelor", "required", False)),
    ("Post graduate degree", ("master", "required", False)),
    ("Completed degree at university or FH", ("bachelor", "required", False)),
    ("Bachelor's degree or higher", ("bachelor", "required", False)),
    ("Bachelor's degree; in lieu of degree, 4 years of experience", ("bachelor", "required", True)),
    ("Bachelor's degree (or equivalent combination of education and experience)", ("bachelor", "required", True)),
    ("Bachelor's degree and/or equivalent professional experience", ("bachelor", "required", True)),
    ("Bachelor's or equivalent practical experience", ("bachelor", "required", True)),
    ("BS in CS or equivalent work experience", ("bachelor", "required", True)),
    ("Bachelor's degree, or comparable experience", ("bachelor", "required", True)),
    ("Degree or similar qualification", ("bachelor", "required", False)),
    ("Bachelor's degree or demonstrated experience", ("bachelor", "required", True)),
    ("Bachelor's degree or 5 years of relevant experience", ("bachelor", "required", True)),
    ("Bachelor's degree or commensurate experience", ("bachelor", "required", True)),
    ("Education: Bachelor's", ("bachelor", "required", False)),
    ("Bachelor's degree, ideally in engineering", ("bachelor", "required", False)),
    ("Technical degree a plus", ("bachelor", "preferred", False)),
    ("Bachelor's required, Master's a plus", ("bachelor", "required", False)),
    ("Degree not required", ("none", "not stated", False)),
    ("A degree is not necessary", ("none", "not stated", False)),
    ("We don't care about degrees", ("none", "not stated", False)),
    ("High degree of autonomy", ("none", "not stated", False)),
    ("A large degree of ownership", ("none", "not stated", False)),
    ("Master the art of roadmaps", ("none", "not stated", False)),
    ("Scrum Master experience", ("none", "not stated", False)),
    ("360-degree feedback", ("none", "not stated", False)),
    ("Educate customers", ("none", "not stated", False)),
    ("Education technology experience", ("none", "not stated", False)),
    ("Experience in higher education products", ("none", "not stated", False)),
    ("Second class upper in any subject", ("bachelor", "required", False)),
    ("6+ years of product work or 4+ years with an MBA", ("none", "not stated", False)),
    ("Bachelor's degree or foreign equivalent", ("bachelor", "required", False)),
    ("MBA or a professional qualification (one, two) will be an added advantage", ("master", "preferred", False)),
]


def demands(*lines: str) -> list[Asking]:
    """Lines of a list of demands."""
    return askings(passages(fragments(["# Product Manager", "", "## Requirements", *(f"- {line}" for line in lines)])))


OF = [
    ("3 to 4 years of experience in a similar role would be advantageous.", "a similar role"),
    ("10+ years in product management and at least 4 years leading a team", "product management"),
    ("At least 7 years in product management and 4 years managing managers", "product management"),
    ("Minimum 6 years experience in payments out of which 3 years in cards is must.", "payments"),
    ("8+ years of overall IT experience with 4+ years as Product Owner", "overall IT experience"),
    ("A degree in a related field and a minimum of 2 years of related experience", "related experience"),
    ("You have led product in a company of 200 people, for a minimum of five years", "experience"),
    ("10 years+ in digital product", "digital product"),
    ("Somewhere between 4 and 8 years in, with one stint at a small firm", "experience"),
    ("Product experience of 2-3 years minimum", "Product"),
    ("5 years, of which 2 years must be in a fixed-line environment", "experience"),
]


@pytest.mark.parametrize(("line", "of"), OF)
def test_what_years_are_of(line: str, of: str) -> None:
    assert of in [it.of for it in years_asked(demands(line))]


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years(line: str, years: list[tuple[int, int | None]]) -> None:
    assert [(it.min, it.max) for it in years_asked(demands(line))] == years


@pytest.mark.parametrize(("line", "degree"), DEGREES)
def test_degrees(line: str, degree: tuple[str, str, bool]) -> None:
    found, _ = degrees_asked(demands(line, "Likes tea"))
    assert (found.level, found.need, found.or_equivalent) == degree


def test_a_degree_may_be_made_up_for_some_sentences_later() -> None:
    lines = (
        "Bachelor's degree required. MBA preferred.",
        "Internships count. So do clubs.",
        "A combination of education and experience may do.",
    )
    assert degrees_asked(demands(*lines))[0].or_equivalent


@pytest.mark.parametrize(
    "line",
    [
        "Education | Bachelor's degree required; Master's degree preferred",
        "Level of education: Bachelor's in Computer Science",
        "Graduate with 3 years in insurance.",
        "B.E./B.Tech in CS or related",
        "Candidate should have BSEE or equivalent",
        "The person we look for: you hold a B.Sc. in Engineering.",
    ],
)
def test_a_degree_is_heard_outside_of_any_list(line: str) -> None:
    found, _ = degrees_asked(askings(passages(fragments(["# Product Manager", "", line, "", "We make tea."]))))
    assert (found.level, found.need) == ("bachelor", "required")


def test_years_in_a_table_of_facts() -> None:
    lines = ["# PM", "", "Experience | Minimum three (3) years in banking", "", "We make tea."]
    assert [it.min for it in years_asked(askings(passages(fragments(lines))))] == [3]
    lines = ["# PM", "", "## Requirements", "", "-3-5 years' experience in product", "-Tea"]
    assert [(it.min, it.max) for it in years_asked(askings(passages(fragments(lines))))] == [(3, 5)]
