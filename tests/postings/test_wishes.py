"""How strongly a line asks: the many ways to wish for something, to demand it, and to say that it is not needed."""

import pytest

from pmgap.catalogue import Catalogue
from pmgap.postings.understanding import understand

WISHES = [
    "SQL experience is useful",
    "SQL would give you an edge",
    "Knowing SQL earns you extra credit",
    "Knowledge of SQL is a nice extra",
    "SQL or Python exposure, not a must",
    "Points for knowing SQL",
    "It's great if you also know SQL",
    "You may have used SQL before",
    "Perhaps you have met SQL before",
    "If you happen to know SQL",
    "Love it if you know SQL",
    "We'd be over the moon if you know SQL",
    "We'd value some SQL",
    "Desirable criteria: SQL",
    "SQL is meriting",
    "SQL is favoured",
    "SQL is a plus",
    "SQL a plus",
    "SQL (a plus)",
    "SQL - a plus",
    "SQL - plus",
    "SQL: plus",
    "SQL - advantage",
    "SQL - nice to have",
    "SQL - nice",
    "SQL - big advantage",
    "SQL (nice to have)",
    "SQL (not essential)",
    "SQL (not mandatory)",
    "SQL (preferred)",
    "SQL (preferred, not required)",
    "SQL, preferred",
    "SQL preferred",
    "Preferred: SQL",
    "Preferably with SQL",
    "Knowledge of SQL is desirable",
    "Knowledge of SQL would be an advantage",
    "Knowledge of SQL would be advantageous",
    "Knowledge of SQL will be an added advantage",
    "Knowledge of SQL is an advantage",
    "Knowledge of SQL is an asset",
    "Knowledge of SQL an asset",
    "Experience with SQL is a bonus",
    "Experience with SQL is a big plus",
    "Experience with SQL is a strong plus",
    "Experience with SQL is a huge plus",
    "Experience with SQL is strongly preferred",
    "Experience with SQL is highly desired",
    "Experience with SQL is beneficial",
    "Experience with SQL is helpful",
    "Experience with SQL is helpful but not required",
    "Experience with SQL is not required but helpful",
    "Experience with SQL is nice to have",
    "Experience with SQL would be nice",
    "Experience with SQL would be great",
    "Experience with SQL would be ideal",
    "Experience with SQL would be helpful",
    "Experience with SQL is welcome",
    "Experience with SQL is valued",
    "Experience with SQL is a nice-to-have",
    "Ideally you know SQL",
    "Ideally, SQL",
    "Ideally some SQL experience",
    "SQL experience ideal",
    "Bonus: SQL",
    "Bonus points for SQL",
    "Bonus points if you know SQL",
    "Bonus if you know SQL",
    "Extra points for SQL",
    "Plus points: SQL",
    "It's a plus if you know SQL",
    "It is a bonus if you know SQL",
    "It would be a plus if you know SQL",
    "It'd be great if you know SQL",
    "Nice to have: SQL",
    "Nice-to-have: SQL",
    "Nice if you know SQL",
    "Even better if you know SQL",
    "Even better: SQL",
    "Optional: SQL",
    "SQL optional",
    "We'd love it if you knew SQL",
    "You may also know SQL",
    "You might also know SQL",
    "Candidates with SQL experience will be given preference",
    "Candidates with SQL experience will be preferred",
    "Preference will be given to candidates with SQL",
    "Preference for candidates with SQL",
    "SQL experience is a differentiator",
    "SQL experience sets you apart",
    "SQL will set you apart",
    "SQL will be considered a plus",
    "SQL is considered an advantage",
    "SQL would be considered an asset",
    "SQL is not a must",
    "SQL not a must but great",
    "SQL isn't required but it helps",
    "SQL is not mandatory but preferred",
    "SQL is optional",
    "SQL certainly helps",
    "SQL helps",
    "SQL counts in your favour",
    "SQL is good to have",
    "Good to have: SQL",
    "Good to have SQL",
    "Familiarity with SQL is a definite plus",
    "Familiarity with SQL, a plus",
    "Knowledge of SQL is appreciated",
    "Knowledge of SQL is recommended",
    "Knowledge of SQL is desired",
    "Kudos for SQL",
    "Desired: SQL",
    "Desirable: SQL",
    "SQL desirable",
    "SQL desired",
    "[Plus] SQL",
    "(Plus) SQL",
    "SQL (bonus)",
    "SQL (ideal)",
    "SQL (desirable)",
    "SQL (optional)",
    "SQL (a bonus)",
    "SQL (big plus)",
    "SQL (strongly preferred)",
    "SQL (an advantage)",
    "SQL knowledge is a good addition",
    "SQL knowledge is a nice addition",
    "SQL knowledge a distinct advantage",
    "If you also know SQL, great",
    "SQL would come in handy",
    "SQL wouldn't go amiss",
    "SQL won't hurt",
    "Experience with SQL is preferable",
    "Experience with SQL is preferred but not required",
    "SQL is icing on the cake",
    "SQL is the cherry on top",
    "Prior SQL experience is an extra",
    "SQL highly regarded",
    "SQL highly desirable",
    "SQL viewed favourably",
    "SQL looked upon favourably",
    "Experience in SQL is looked upon favorably",
    "SQL experience is highly regarded",
    "SQL experience is well regarded",
    "SQL is of advantage",
    "Experience with SQL, Python, Tableau is a plus",
]
DEMANDS = [
    "SQL is required",
    "SQL is a must",
    "Must know SQL",
    "SQL (must have)",
    "Strong SQL skills",
    "SQL; Python is a plus",
    "SQL (Python a plus)",
    "Proven SQL skills, Python is a bonus",
    "SQL required, Tableau preferred",
    "Experience with SQL and preferably Tableau",
    "Plus 3 years of SQL",
    "SQL plus Excel",
    "Bonus eligible role needing SQL",
    "SQL - required",
    "SQL mandatory",
    "You prefer SQL to slides",
    "SQL skills are essential; Python desirable",
    "SQL experience needed. Knowledge of Java is a plus.",
    "Ideal candidates know SQL",
    "The ideal candidate has SQL skills",
    "Ideal profile: SQL",
    "Advanced SQL (window functions a plus)",
    "Delivering desirable products using SQL",
    "Add value with SQL",
    "Preferred supplier management using SQL",
    "3 years of work with SQL, Python or similar, Tableau is a plus",
    "Strong SQL, Tableau preferred",
]
REFUSALS = [
    "SQL is not required",
    "No SQL required",
    "No SQL needed",
    "You don't need SQL",
    "You do not need to know SQL",
    "SQL is not needed",
    "SQL skills aren't necessary",
    "No need for SQL",
    "SQL isn't necessary",
    "SQL: none",
    "You won't need SQL",
    "We don't expect SQL",
    "No prior SQL experience is required",
    "No experience with SQL required",
    "No experience with SQL is needed",
    "SQL not required",
]


def asked(catalogue: Catalogue, *lines: str) -> dict[str, str]:
    """Skill to how strongly a list of demands asks for it."""
    listed = ["- Strong communication skills", *(f"- {line}" for line in lines), "- Team player"]
    posting = understand(catalogue, ["Product Manager", "", "Requirements", *listed])
    return {it.skill: it.where for it in posting.requirements}


@pytest.mark.parametrize("line", WISHES)
def test_a_wish_is_no_demand(catalogue: Catalogue, line: str) -> None:
    assert asked(catalogue, line)["data-analysis"] == "preferred-list"


@pytest.mark.parametrize("line", DEMANDS)
def test_a_demand_is_no_wish(catalogue: Catalogue, line: str) -> None:
    assert asked(catalogue, line)["data-analysis"] == "qualification"


@pytest.mark.parametrize("line", REFUSALS)
def test_what_is_not_needed_is_not_asked(catalogue: Catalogue, line: str) -> None:
    assert "data-analysis" not in asked(catalogue, line)


def test_a_bracket_denies_only_what_is_in_it(catalogue: Catalogue) -> None:
    assert asked(catalogue, "SQL (Java not required) and roadmaps")["data-analysis"] == "qualification"
    assert "data-analysis" not in asked(catalogue, "SQL (or something like it) is not required")
    assert asked(catalogue, "(you do not need Java) SQL")["data-analysis"] == "qualification"


def test_a_comma_in_a_bracket_ends_no_demand(catalogue: Catalogue) -> None:
    assert asked(catalogue, "Strong SQL (joins, windows) would be an advantage")["data-analysis"] == "preferred-list"


def test_the_letter_o_marks_an_item(catalogue: Catalogue) -> None:
    lines = [
        "Product Manager",
        "",
        "Requirements",
        "o Worked in a bank - big advantage",
        "o Excellent SQL",
        "o Team player",
    ]
    found = {it.skill: it.where for it in understand(catalogue, lines).requirements}
    assert found["data-analysis"] == found["collaboration"] == "qualification"


def shown(style: str, heading: str, items: list[str]) -> list[str]:
    """A part of a posting in one of the ways in which they are written."""
    if style == "markdown":
        return [f"## {heading}", "", *(f"- {it}" for it in items), ""]
    if style == "colon":
        return [f"{heading}:", *(f"• {it}" for it in items), ""]
    if style == "no marks":
        return [heading, *items, ""]
    return [heading + "".join(items)]


@pytest.mark.parametrize("style", ["markdown", "colon", "no marks", "run together"])
@pytest.mark.parametrize(
    ("wishes", "benefits"),
    [
        ("Good to haves", "In return we offer"),
        ("Kudos if you have", "Total rewards"),
        ("What sets you apart", "Employee benefits"),
        ("Highly desirable", "Some of our benefits"),
        ("It's a bonus if", "We've got you covered"),
        ("Secondary skills", "What we'll give you"),
    ],
)
def test_a_heading_is_one_however_it_is_written(catalogue: Catalogue, style: str, wishes: str, benefits: str) -> None:
    parts = [
        *shown(
            style,
            "Responsibilities",
            ["Own the product roadmap and keep it up to date for us", "Launch features in several markets"],
        ),
        *shown(style, "Requirements", ["Strong SQL skills", "Ability to solve complex problems"]),
        *shown(style, wishes, ["Experience with pricing models", "Knowledge of agile methodologies"]),
        *shown(
            style,
            benefits,
            ["A learning budget of 900 euros", "Great Excel lessons for all who would like to learn it"],
        ),
    ]
    text = ["".join(parts)] if style == "run together" else parts
    posting = understand(catalogue, ["Product Manager", "", "We help shops to sell more.", "", *text])
    found = {it.skill: it.where for it in posting.requirements}
    assert found["road-mapping"] == found["lifecycle-and-launch"] == "duty"
    assert found["data-analysis"] == found["problem-solving"] == "qualification"
    assert found["pricing"] == found["agile-methodologies"] == "preferred-list"
    assert not {"budget-management", "microsoft-excel"} & found.keys()


@pytest.mark.parametrize("whose", ["claims", "underwriting", "marketing", "regional"])
def test_the_heads_of_a_department_are_no_demand_to_lead(catalogue: Catalogue, whose: str) -> None:
    assert "leadership" not in asked(catalogue, f"Plan releases with {whose} leadership")
    assert asked(catalogue, "Strong leadership")["leadership"] == "qualification"
