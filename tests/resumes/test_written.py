"""CVs that were written as text, in the many layouts that people use."""

import pytest

from pmgap.resumes.dates import described
from pmgap.resumes.resume import Resume
from pmgap.resumes.written import read_written


def read(text: str) -> Resume:
    return read_written("cv.txt", text.strip("\n").split("\n"), "plain text")


def positions(resume: Resume) -> list[tuple[str, str, str]]:
    return [(it.title, it.organisation, described(it.period)) for it in resume.positions]


OWNER = ("Product Owner", "Tidewater Pay", "2019-06 to now")
ANALYST = ("Business Analyst", "Halden Bank", "2016-01 to 2019-05")

LAYOUTS = {
    "heads with commas": """
# Mara Lind
## Experience
### Product Owner, Tidewater Pay (June 2019 – Present)
- Ran the road map
### Business Analyst, Halden Bank (Jan 2016 – May 2019)
- Modelled processes
""",
    "bars": """
EXPERIENCE
Product Owner | Tidewater Pay | 06/2019 – present
• Ran the road map
Business Analyst | Halden Bank | 01/2016 – 05/2019
• Modelled processes
""",
    "firm in bold, dates below": """
**PROFESSIONAL EXPERIENCE**

**Tidewater Pay** — Product Owner
_June 2019 – Present, Oslo_

- Ran the road map

**Halden Bank** — Business Analyst
_January 2016 – May 2019, Oslo_

- Modelled processes
""",
    "title, firm, dates on lines of their own": """
Work Experience

Product Owner
Tidewater Pay
Jun 2019 – Present
Ran the road map.

Business Analyst
Halden Bank
Jan 2016 – May 2019
Modelled processes.
""",
    "firm and dates, then the title": """
WORK HISTORY
Tidewater Pay, Oslo, Norway                     June 2019 - Present
Product Owner
  * Ran the road map across four markets and taught the sales people how to
    speak about it
Halden Bank, Oslo                              January 2016 - May 2019
Business Analyst
  * Modelled processes
""",
    "dates first": """
Employment History
==================
06/2019 - now       Product Owner, Tidewater Pay, Oslo
01/2016 - 05/2019   Business Analyst, Halden Bank
""",
    "a list": """
## Experience
- 2019-06 – present: Product Owner, Tidewater Pay
- 2016-01 – 2019-05: Business Analyst, Halden Bank
""",
    "title at firm": """
## Experience
Product Owner at Tidewater Pay (2019-06 - Present)
I ran the road map for three teams and this line is prose that goes on and on without end, as some people write.
Business Analyst at Halden Bank (2016-01 - 2019-05)
""",
    "a table": """
## Work experience
| 06/2019 – present | Product Owner | Tidewater Pay |
| 01/2016 – 05/2019 | Business Analyst | Halden Bank |
""",
    "length of time beside the dates": """
Experience
Tidewater Pay
Product Owner
June 2019 - Present · 5 yrs 3 mos
Halden Bank
Business Analyst
January 2016 - May 2019 (3 years 5 months)
""",
    "spaced capitals": """
E X P E R I E N C E
Product Owner, Tidewater Pay, 06/2019 - present
Business Analyst, Halden Bank, 01/2016 - 05/2019
E D U C A T I O N
""",
    "firm, dates, title": """
Employment

Tidewater Pay, Oslo
June 2019 - Present
Product Owner
• Ran the road map

Halden Bank
January 2016 - May 2019
Business Analyst
• Modelled processes
""",
    "no headings at all": """
Product Owner, Tidewater Pay, 06/2019 - present
- Ran the road map
Business Analyst, Halden Bank, 01/2016 - 05/2019
""",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_the_same_work_in_many_layouts(text: str) -> None:
    assert positions(read(text)) == [OWNER, ANALYST]


def test_german_headings_and_words() -> None:
    found = read("""
Lebenslauf
BERUFSERFAHRUNG
seit 03/2020   Produktmanagerin, Nordlicht GmbH, Hamburg
04/2016 – 02/2020   Projektleiterin, Müller AG
AUSBILDUNG
10/2008 – 09/2012   Diplom-Kauffrau, Universität Kiel
KENNTNISSE
Jira, Excel
""")
    assert positions(found) == [
        ("Produktmanagerin", "Nordlicht GmbH", "2020-03 to now"),
        ("Projektleiterin", "Müller AG", "2016-04 to 2020-02"),
    ]
    assert [(it.degree, it.institution) for it in found.studies] == [
        ("Diplom-Kauffrau, Universität Kiel", "Universität Kiel")
    ]
    assert [it.text for it in found.skills] == ["Jira, Excel"]


def test_several_titles_under_one_firm() -> None:
    found = read("""
## Experience
**Kumo Cloud** (2015 – present)

*VP of Product*, Jan 2021 – present
- Grew the team
*Product Manager*, 2015 – 2020
""")
    assert positions(found) == [
        ("VP of Product", "Kumo Cloud", "2021-01 to now"),
        ("Product Manager", "Kumo Cloud", "2015 to 2020"),
    ]
    assert found.doubts == ()


def test_every_part_knows_its_line_and_what_was_said_about_it() -> None:
    (owner, analyst) = read(LAYOUTS["bars"]).positions
    assert (owner.source.place, analyst.source.place) == ("cv.txt:2", "cv.txt:4")
    assert [line.text for line in owner.lines] == ["• Ran the road map"]


def test_degrees_and_certificates_may_share_a_section() -> None:
    found = read("""
## EDUCATION & CERTIFICATIONS
• Bachelor of Information Technology — RMIT University, 2014
• Certified Scrum Product Owner (CSPO), 2021
• Pragmatic Marketing Certified (PMC-VI), 2022
""")
    assert [(it.institution, described(it.period)) for it in found.studies] == [("RMIT University", "2014")]
    assert [it.name for it in found.certificates] == [
        "Certified Scrum Product Owner (CSPO)", "Pragmatic Marketing Certified (PMC-VI)",
    ]  # fmt: skip


def test_degree_place_and_dates_on_lines_of_their_own() -> None:
    (nursing, master) = read("""
Education

University of Leeds
BSc Nursing
2009 – 2012

MSc in Economics
Universität Wien
2013 - 2015
""").studies
    assert (nursing.degree, nursing.institution, described(nursing.period)) == (
        "BSc Nursing",
        "University of Leeds",
        "2009 to 2012",
    )
    assert (master.degree, master.institution, described(master.period)) == (
        "MSc in Economics",
        "Universität Wien",
        "2013 to 2015",
    )


def test_certificates_in_a_list_of_initials() -> None:
    found = read("""
Certifications
CSPO, PSPO I, PMI-ACP
- AWS Cloud Practitioner — 2021
Work
Clerk, Acme, 2019 - 2020
""")
    assert [it.name for it in found.certificates] == ["CSPO", "PSPO I", "PMI-ACP", "AWS Cloud Practitioner"]


def test_volunteer_work_is_told_apart() -> None:
    found = read("""
EXPERIENCE
Clerk, Acme, 2019 - 2020
VOLUNTEER EXPERIENCE
Tutor, Food Bank, 2019 - 2021
""")
    assert [(it.title, it.unpaid) for it in found.positions] == [("Clerk", False), ("Tutor", True)]


def test_what_others_say_and_contact_details_are_left_out() -> None:
    found = read("""
Ann Oak
Product Owner
Experience
Clerk, Acme, 2019 - 2020
- did market research
References
"She does great road mapping" - Bo
Interests
Pricing of old books
""")
    told = [it.text for it in found.lines]
    assert "did market research" in told
    assert not any("road mapping" in text or "old books" in text for text in told)
    assert found.headline == "Product Owner"


def test_dates_without_a_title_are_doubted() -> None:
    found = read("Experience\nZorblax Ltd\n2019 - 2020\n- things\n")
    assert [(it.line.place, it.why) for it in found.doubts] == [
        ("cv.txt:3", "There are dates, but no job title that is known.")
    ]


def test_a_text_that_is_no_cv_says_so() -> None:
    (doubt,) = read("Dear all,\nplease find the minutes below.").doubts
    assert "is this a CV?" in doubt.why


def test_dates_in_prose_begin_no_position() -> None:
    found = read("""
Experience
Product Owner, Tidewater Pay, 06/2019 - present
- Grew sales from 2019 to 2021 by a third, as manager of the programme
- Moved 40 customers between March 2020 – May 2020
""")
    assert positions(found) == [OWNER]


def test_text_from_right_to_left_is_read() -> None:
    found = read("Experience\nProduct Manager, شركة النور, 2019 - 2021\nمدير منتج\n")
    assert positions(found) == [("Product Manager", "شركة النور", "2019 to 2021")]


@pytest.mark.parametrize(
    "text",
    [
        "Experience\n" + "a" * 900_000,
        "Experience\n" + "2019 - " * 100_000,
        "Experience\n" + "- " * 400_000,
        "Experience\n" + "Manager, 2019 - 2020\n" * 2_000,
        "Education\n" + "Bachelor of " * 50_000,
        "Education\n" + "Bachelor of Arts\n" * 2_000,
        "Certificates\n" + ("2019 " * 20 + "\n") * 1_000,
        "*" * 500_000 + "\n" + "[" * 200_000 + "\n" + "(" * 300_000,
        "# " * 300_000,
    ],
    ids=["one line", "dates", "marks", "positions", "one degree", "degrees", "years", "markup", "headings"],
)
def test_hostile_text_comes_to_an_end(text: str) -> None:
    """A search that went wrong on one of these would run for hours."""
    assert len(read(text).positions) <= 2_000


# Pages with a layout of their own


def test_a_profile_that_linkedin_printed() -> None:
    found = read("""
Contact
www.linkedin.com/in/example (LinkedIn)
Top Skills
Roadmapping
Certifications
Certified Scrum Product Owner
Jane Example
Senior Product Manager at Quillon
Berlin, Germany
Summary
I build things people use.
Experience
Quillon
Senior Product Manager
March 2021 - Present (3 years 2 months)
Berlin, Germany
Leading the payments area. Road map and discovery.
Acme
4 years 3 months
Product Manager
January 2019 - February 2021 (2 years 2 months)
Hamburg
Associate Product Manager
December 2016 - December 2018 (2 years 1 month)
Page 1 of 2
Education
University of Hamburg
Bachelor's degree, Economics · (2010 - 2013)
Universität Wien
Master of Science - MS, Economics · (October 2013 - 2015)
""")
    assert positions(found) == [
        ("Senior Product Manager", "Quillon", "2021-03 to now"),
        ("Product Manager", "Acme", "2019-01 to 2021-02"),
        ("Associate Product Manager", "Acme", "2016-12 to 2018-12"),
    ]
    assert [(it.degree, it.institution, described(it.period)) for it in found.studies] == [
        ("Bachelor's degree, Economics", "University of Hamburg", "2010 to 2013"),
        ("Master of Science - MS, Economics", "Universität Wien", "2013-10 to 2015"),
    ]
    assert [it.name for it in found.certificates] == ["Certified Scrum Product Owner"]


@pytest.mark.parametrize(
    "entry",
    [
        "Dates: October 2016 - To date\nPosition: Operations Manager\nCompany: Baltic Freight Ltd\nResponsibilities:\n- x",
        (
            "Dates                          01.10.2016 - Present\nOccupation or position held    Operations Manager\n"
            "Main activities                Freight\nName and address of employer   Baltic Freight Ltd, Gdynia"
        ),
        "10/2016 to date\nOperations Manager\nBaltic Freight Ltd, Gdynia\nRan the freight",
        "### Baltic Freight Ltd\n\n#### Operations Manager\n*Oct 2016 - Current | Gdynia*\n\n- x",
    ],
    ids=["labels", "Europass", "dates first", "headings over headings"],
)
def test_a_position_in_parts(entry: str) -> None:
    found = positions(read(f"## Work experience\n\n{entry}\n"))
    assert [(title, firm) for title, firm, _ in found] == [("Operations Manager", "Baltic Freight Ltd")]
    assert found[0][2].endswith("to now")


def test_entries_that_begin_with_a_line_of_dates() -> None:
    found = read("""
CAREER HISTORY

2021 to date
Head of Product
Brightwave Media Ltd, Manchester
Lead a team of 4 product managers and 2 designers

2018 to 2021
Senior Product Manager
BBC
Ran the search
""")
    assert positions(found) == [
        ("Head of Product", "Brightwave Media Ltd", "2021 to now"),
        ("Senior Product Manager", "BBC", "2018 to 2021"),
    ]


def test_dates_of_issue_and_expiry_are_no_part_of_a_certificate() -> None:
    found = read("""
Certifications
• Certified Scrum Product Owner® (CSPO®), Scrum Alliance — Issued Jun 2020 · Expires Jun 2024
• Professional Scrum Master™ I (PSM I), Mar 2023
""")
    assert [it.name for it in found.certificates] == [
        "Certified Scrum Product Owner® (CSPO®), Scrum Alliance",
        "Professional Scrum Master™ I (PSM I)",
    ]


def test_french_and_portuguese_headings() -> None:
    found = read("""
EXPÉRIENCES PROFESSIONNELLES
Depuis janvier 2019 : Chef de produit, Acmé SA, Lyon
2015 – 2018 : Chargé de projet, Beta SARL
FORMATION
2009-2012 : Licence économie, Université Lyon 2
""")
    assert positions(found) == [
        ("Chef de produit", "Acmé SA", "2019-01 to now"),
        ("Chargé de projet", "Beta SARL", "2015 to 2018"),
    ]
    assert [it.degree for it in found.studies] == ["Licence économie, Université Lyon 2"]
    found = read("""
EXPERIÊNCIA PROFISSIONAL
Banco Azul — Gerente de Produto
jan 2020 - atualmente
FORMAÇÃO
Bacharelado em Administração, Universidade de São Paulo, 2012 - 2016
""")
    assert positions(found) == [("Gerente de Produto", "Banco Azul", "2020-01 to now")]
    assert [it.institution for it in found.studies] == ["Universidade de São Paulo"]


def test_firms_places_and_dates_are_no_words_about_the_person() -> None:
    found = read("""
Experience
Growth Product Manager, Market Research Ltd
June 2019 - Present, Pricing
- Ran the road map
Education
BSc Economics, 2015
""")
    assert positions(found) == [("Growth Product Manager", "Market Research Ltd", "2019-06 to now")]
    assert [it.text for it in found.lines] == ["Growth Product Manager", "Ran the road map", "BSc Economics, 2015"]


@pytest.mark.parametrize(
    "title",
    [
        "Marketing manager",
        "Lead engineer",
        "Building services manager",
        "Nursing assistant",
        "Leading hand and manager",
    ],
)
def test_titles_that_begin_like_verbs(title: str) -> None:
    found = read(f"Experience\n{title}\nAcme Ltd\n2015 - 2018\nRan the whole shop\n{title}, Beta Ltd, 2011 - 2014\n")
    assert positions(found) == [(title, "Acme Ltd", "2015 to 2018"), (title, "Beta Ltd", "2011 to 2014")]


def test_sentences_with_dates_begin_no_position() -> None:
    found = read("""
Experience
Product Owner, Tidewater Pay, 06/2019 - present
Grew sales from 2019 to 2021 by a third, as manager of the programme
Led the move of forty customers, 2020 - 2021
Between March 2020 – May 2020 I was the manager on duty
""")
    assert positions(found) == [OWNER]
