"""Whole postings, invented, in the many shapes in which people paste them."""

from pathlib import Path

import pytest

from pmgap.catalogue import Catalogue
from pmgap.language import NOT_ENGLISH
from pmgap.postings.posting import Posting
from pmgap.postings.understanding import understand
from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.posting_file import read_posting

FOLDER = Path(__file__).parent.parent / "data" / "postings"


@pytest.fixture
def read(catalogue: Catalogue):  # type: ignore[no-untyped-def]
    """What is understood of a posting of the test data."""

    def understood(name: str) -> Posting:
        text = read_posting(str(FOLDER / name))
        return understand(catalogue, text.lines, text.title, text.notes)

    return understood


def wheres(posting: Posting) -> dict[str, str]:
    return {it.skill: it.where for it in posting.requirements}


def demanding(catalogue: Catalogue, line: str) -> Posting:
    """A posting with a line among its demands."""
    return understand(catalogue, ["# PM", "## Requirements", f"- {line}", "- Patience"])


def test_a_posting_whose_line_breaks_were_lost(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("run-together.txt")
    assert posting.title == "Product Manager, Payments"
    assert posting.family.role.id == "product-manager"
    found = wheres(posting)
    assert found["road-mapping"] == found["research"] == found["stakeholder-management"] == "duty"
    assert found["data-analysis"] == found["budget-management"] == "preferred-list"
    assert "leadership" not in found, "the leadership team of the company is no demand"
    assert [(it.min, it.of) for it in posting.years] == [(4, "product management"), (1, "payments or banking")]
    assert (posting.degree.level, posting.degree.or_equivalent) == ("bachelor", True)
    assert posting.degree_other.level == "master"
    assert (posting.pay.min, posting.pay.max, posting.pay.currency) == (118000, 174000, "USD")


def test_a_plain_text_without_marks(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("plain.txt")
    assert (posting.title, posting.seniority) == ("Senior Product Owner", "senior")
    assert posting.family.role.id == "product-owner"
    found = wheres(posting)
    assert found["agile-methodologies"] == "qualification"
    assert found["requirements-definition"] == found["stakeholder-management"] == "duty"
    assert found["technical-literacy"] == "preferred-list"
    assert not {"budget-management", "people-management"} & found.keys(), "benefits are no demands"
    assert [(it.min, it.max, it.need) for it in posting.years] == [(3, None, "required")]
    assert [it.name for it in posting.certificates] == ["Certified Scrum Product Owner"]
    assert (posting.pay.per, posting.pay.currency) == ("month", "EUR")
    assert any(it.text == "You speak Dutch and English fluently" for it in posting.unmatched)


def test_headings_in_capitals_and_a_person_specification(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("capitals.txt")
    assert posting.family.role.id == "director-of-product"
    found = wheres(posting)
    assert found["people-management"] == found["budget-management"] == "duty"
    assert found["leadership"] == found["interpersonal-skills"] == "qualification"
    assert (posting.degree.level, posting.degree.need, posting.degree.or_equivalent) == ("bachelor", "required", True)
    assert (posting.degree_other.level, posting.degree_other.need) == ("master", "preferred")
    assert [(it.name, it.need) for it in posting.certificates] == [("PRINCE2", "preferred")]


def test_an_informal_posting(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("informal.md")
    assert posting.family.role.id == "growth-product-manager"
    found = wheres(posting)
    assert found["storytelling"] == found["problem-solving"] == "qualification"
    assert found["conversion-rate-optimization"] == "duty"
    assert "budget-management" not in found
    assert [(it.min, it.max) for it in posting.years] == [(3, 5)]
    assert (posting.pay.min, posting.pay.max, posting.pay.currency) == (70000, 90000, "EUR")


def test_a_posting_on_one_line(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("one-line.txt")
    found = wheres(posting)
    assert found["technical-literacy"] == "qualification"
    assert found["road-mapping"] == found["goal-and-kpi-setting"] == "duty"
    assert found["agile-methodologies"] == "preferred-list"
    assert [it.min for it in posting.years] == [5]


def test_bullets_and_labels(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("bullets.txt")
    assert posting.title == "Technical Product Manager"
    assert wheres(posting)["agile-methodologies"] == "preferred-list", "the company calls itself agile, CSPO is a wish"
    assert [(it.min, it.max) for it in posting.years] == [(4, 8)]
    assert posting.degree.level == "bachelor"
    assert posting.degree_other.level == "master"
    assert {it.need for it in posting.certificates} == {"preferred"}
    assert posting.pay.currency == "INR"


def test_a_page_with_structured_data_is_read_from_that(read) -> None:  # type: ignore[no-untyped-def]
    posting = read("page.html")
    assert (posting.title, posting.family.role.id) == ("Lead Product Manager", "lead-product-manager")
    found = wheres(posting)
    assert found["people-management"] == "duty"
    assert found["pricing"] == "qualification"
    assert "microsoft-excel" not in found, "only the structured data counts"
    assert [it.min for it in posting.years] == [7]
    assert posting.degree.level == "bachelor"
    assert (posting.pay.min, posting.pay.max, posting.pay.currency, posting.pay.per) == (70000, 85000, "GBP", "year")
    assert any("structured data" in note for note in posting.notes)


def test_every_item_quotes_its_line(catalogue: Catalogue) -> None:
    lines = [
        "# Product Manager",
        "",
        "## Requirements",
        "- Excellent communication skills",
        "- 3+ years in product",
        "- SQL",
    ]
    posting = understand(catalogue, lines)
    (talk,) = [it for it in posting.requirements if it.skill == "interpersonal-skills"]
    assert (talk.evidence[0].line, talk.evidence[0].text) == (4, "Excellent communication skills")
    assert talk.because == 'Demanded of the candidate: line 4 says "Excellent communication skills".'
    assert posting.years[0].quote.line == 5
    for asked in posting.requirements:
        for mention in asked.evidence:
            assert mention.term in lines[mention.line - 1]


def test_the_strongest_place_wins_and_the_others_are_kept(catalogue: Catalogue) -> None:
    lines = [
        "# PM",
        "## Duties",
        "- Own the roadmap",
        "## Nice to have",
        "- Roadmap tools",
        "## You have",
        "- Built a roadmap",
    ]
    (asked,) = [it for it in understand(catalogue, lines).requirements if it.skill == "road-mapping"]
    assert (asked.where, asked.importance) == ("qualification", "must")
    assert [(it.line, it.where) for it in asked.evidence] == [(7, "qualification"), (3, "duty"), (5, "preferred-list")]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("We are looking for a product manager with strong analytical skills", "qualification"),
        ("We are looking for a product manager to analyse usage data", "duty"),
        ("We need someone who loves SQL", "qualification"),
        ("You will work with SQL every day", "duty"),
        ("Our team loves SQL and we use it every day", None),
        ("Rivermill is a company that sells SQL databases", None),
        ("As a product manager you will query data with SQL", "duty"),
        ("Read more about our SQL product", None),
        ("Our ideal product lead is at home with SQL", "qualification"),
        ("We expect the product lead to analyse data with SQL", "duty"),
        ("That means querying data with SQL", "duty"),
        ("That means we query data with SQL", None),
    ],
)
def test_sentences_before_the_first_heading(catalogue: Catalogue, sentence: str, where: str | None) -> None:
    posting = understand(catalogue, ["# Product Manager", "", f"{sentence}."])
    assert wheres(posting).get("data-analysis") == where


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("Experience with SQL is a plus", "preferred-list"),
        ("SQL (nice to have)", "preferred-list"),
        ("SQL preferred", "preferred-list"),
        ("Ideally, you know SQL", "preferred-list"),
        ("Bonus: SQL", "preferred-list"),
        ("SQL would be great", "preferred-list"),
        ("SQL would be super useful", "preferred-list"),
        ("SQL knowledge is of advantage", "preferred-list"),
        ("SQL is desirable but not essential", "preferred-list"),
        ("SQL is not required but helpful", "preferred-list"),
        ("SQL is optional", "preferred-list"),
        ("SQL welcome", "preferred-list"),
        ("SQL would set you apart", "preferred-list"),
        ("SQL doesn't hurt", "preferred-list"),
        ("[Nice to have] SQL", "preferred-list"),
        ("Extra points for SQL", "preferred-list"),
        ("It helps if you know SQL", "preferred-list"),
        ("Knowledge of SQL is a distinct advantage", "preferred-list"),
        ("Preference is given to people with SQL", "preferred-list"),
        ("Strong communication skills, SQL a plus", "preferred-list"),
        ("Experience with SQL, French is a plus", "qualification"),
        ("Experience with SQL or R, certification as CSPO of advantage", "qualification"),
        ("Knowledge of SQL (ideally in a bank)", "qualification"),
        ("Bachelor's degree (technical preferred) and SQL", "qualification"),
        ("A degree plus 2 years of SQL", "qualification"),
        ("SQL is required; Python is a plus", "qualification"),
        ("SQL required, Python preferred", "qualification"),
        ("You know SQL, preferably in a bank", "qualification"),
        ("SQL", "qualification"),
        ("Preferred suppliers are analysed with SQL", "qualification"),
    ],
)
def test_wishes_inside_a_list_of_demands(catalogue: Catalogue, line: str, where: str) -> None:
    posting = understand(catalogue, ["# Product Manager", "", "## Requirements", f"- {line}", "- Patience"])
    assert wheres(posting)["data-analysis"] == where


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Sit beside pharmacists and nurses and watch how they really work", "research"),
        ("Hold your own in a design review with engineers", "technical-literacy"),
        ("Know why a webhook fails and what a stack trace says", "technical-literacy"),
        ("Judge by outcomes rather than output", "goal-and-kpi-setting"),
        ("Four reports, whom you manage", "people-management"),
        ("You steer people who do not report to you", "leadership"),
        ("Win over sceptics on the board", "stakeholder-management"),
        ("Prove an idea cheaply before we commit", "data-analysis"),
        ("Explain variances and keep costs in check", "budget-management"),
    ],
)
def test_what_is_told_in_other_words(catalogue: Catalogue, line: str, skill: str) -> None:
    posting = understand(catalogue, ["# Product Manager", "", "## Responsibilities", f"- {line}", "- Patience"])
    assert skill in wheres(posting)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Settle the flow before anyone writes code", "technical-literacy"),
        ("Work under the supervision of the head of product", "people-management"),
        ("Knowledge of the Banking Code of Practice", "technical-literacy"),
        ("Good command of English, in speech and in writing", "storytelling"),
        ("Keep the plan in line with business objectives and budgets", "goal-and-kpi-setting"),
        ("Bring customers along to watch", "leadership"),
        ("Look after messaging and CRM systems", "marketing-strategies"),
        ("Write one-pagers for the squad", "marketing-strategies"),
    ],
)
def test_what_only_sounds_like_a_skill(catalogue: Catalogue, line: str, skill: str) -> None:
    posting = understand(catalogue, ["# Product Manager", "", "## Responsibilities", f"- {line}", "- Patience"])
    assert skill not in wheres(posting)


@pytest.mark.parametrize(
    "line",
    [
        "You don't need SQL",
        "You do not need to know SQL",
        "You won't need SQL",
        "No SQL required",
        "SQL is not required",
        "SQL isn't needed",
        "SQL: none",
        "Nobody expects you to write SQL",
        "You need no SQL",
    ],
)
@pytest.mark.parametrize("heading", ["Requirements", "Nice to have", "Responsibilities"])
def test_what_is_not_needed_is_not_asked_for(catalogue: Catalogue, heading: str, line: str) -> None:
    posting = understand(catalogue, ["# Product Manager", "", f"## {heading}", f"- {line}", "- Patience"])
    assert "data-analysis" not in wheres(posting)


@pytest.mark.parametrize(
    "heading",
    ["What you don't need", "Not for you if", "You'll NOT fit in if you", "This is not the right job for you if"],
)
def test_a_list_of_what_is_not_wanted_asks_for_nothing(catalogue: Catalogue, heading: str) -> None:
    lines = [
        "# Product Manager",
        "",
        f"## {heading}",
        "- An MBA",
        "- SQL",
        "- Scrum certificates",
        "- 5 years in product",
    ]
    posting = understand(catalogue, lines)
    assert posting.requirements == posting.years == posting.certificates == ()
    assert posting.degree.level == "none"


@pytest.mark.parametrize(
    "line",
    [
        "No SQL, pricing or direct reports",
        "This role carries no direct reports, pricing or SQL work.",
        "The job comes without direct reports or pricing, and SQL is not required",
        "Direct reports: none",
        "Direct reports\tNot applicable to this position",
        "Pricing work - n/a",
    ],
)
def test_a_list_of_what_there_is_none_of_asks_for_nothing(catalogue: Catalogue, line: str) -> None:
    posting = demanding(catalogue, line)
    assert posting.requirements == ()


@pytest.mark.parametrize(
    "line",
    [
        "No two days are the same, whether you write SQL or talk to users",
        "No matter if you love SQL or surveys",
        "Able to say no to a customer or an executive and to write SQL",
        "No budget or direct reports, but much SQL",
    ],
)
def test_a_list_of_what_there_is_none_of_ends_where_another_thought_begins(catalogue: Catalogue, line: str) -> None:
    posting = demanding(catalogue, line)
    assert "data-analysis" in {it.skill for it in posting.requirements}


def test_what_explains_the_letters_of_a_list_is_no_demand(catalogue: Catalogue) -> None:
    lines = ["# PM", "## Requirements", "(E = essential, D = desirable)", "- Knowledge of SQL E", "- Likes tea D"]
    assert [it.text for it in understand(catalogue, lines).unmatched] == ["Likes tea D"]


@pytest.mark.parametrize(
    "line",
    [
        "Your application goes to our talent team and the hiring leader.",
        "Full product line responsibility",
        "Reporting to the Head of Product Line Management",
        "Your manager will coach you weekly and we pay for an outside mentor.",
        "Hiring managers: Digital Services; enquiries to the People and Culture team",
        "Manage and grow the portfolio of accounts",
        "We look for a junior colleague for our team",
        "Our leaders are coaches first, and we invest in developing the people who work for us.",
    ],
)
def test_other_people_who_manage_are_no_demand_to_manage(catalogue: Catalogue, line: str) -> None:
    posting = demanding(catalogue, line)
    assert "people-management" not in {it.skill for it in posting.requirements}


def test_what_is_not_in_english_is_said_not_to_be_understood(catalogue: Catalogue) -> None:
    german = [
        "# Produktmanager (m/w/d)",
        "## Deine Aufgaben",
        "- Du verantwortest die Roadmap für unser Produkt und priorisierst das Backlog mit deinem Team",
        "- Du arbeitest eng mit Entwicklung und Design zusammen und berichtest an die Geschäftsführung",
        "## Dein Profil",
        "- Mindestens 3 Jahre Erfahrung im Produktmanagement, gerne im Handel oder in der Logistik",
        "- Ein abgeschlossenes Studium und sehr gute Deutschkenntnisse",
    ]
    assert understand(catalogue, german).notes == (NOT_ENGLISH,)
    assert understand(catalogue, [f"{line} and then to the next" for line in german]).notes == ()
    assert understand(catalogue, german[:3]).notes == ()  # too little to tell


def test_a_refusal_ends_with_its_clause(catalogue: Catalogue) -> None:
    posting = demanding(catalogue, "You don't need a degree, but you know SQL")
    assert wheres(posting)["data-analysis"] == "qualification"


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (["Desired qualifications", "- SQL"], "qualification"),
        (["Required qualifications", "- Patience", "", "Desired qualifications", "- SQL"], "preferred-list"),
        (["Requirements", "- Patience", "Preference may be given to people with one or more of these:", "- SQL"], "preferred-list"),
        (["You might be a good match if you have", "- SQL"], "qualification"),
        (["What do we ask?", "", "- SQL"], "qualification"),
        (["Who fits? You know SQL."], "qualification"),
        (["Who you are. You have written SQL before. You like people."], "qualification"),
        (["What you'd do. You write SQL. You talk to people."], "duty"),
        (["Why we exist. Bakers need SQL. They told us."], None),
        (["Requirements", "", "You have used SQL. They like you for it."], "qualification"),
        (["Requirements", "", "SQL is nice but not essential."], "preferred-list"),
        (["You", "- know SQL"], "qualification"),
        (["You'd be a great fit if you:", "- know SQL"], "qualification"),
        (["It would be great if you:", "- know SQL"], "preferred-list"),
        (["What we want to see", "- SQL"], "qualification"),
        (["Physical job requirements", "- Must be able to communicate about SQL"], None),
        (["E = Essential  D = Desirable", "Person specification", "- Knowledge of SQL   D   A/I"], "preferred-list"),
        (["Person specification (E = Essential, D = Desirable)", "- Knowledge of SQL   E   A/I", "- Plan D"], "qualification"),
        (["Person specification", "- Knowledge of SQL   D   A/I"], "qualification"),
        (["Requirements:• Patience• SQL• Tea"], "qualification"),
        (["Requirements", "- Tea", "The following will be highly regarded:", "- SQL"], "preferred-list"),
        (["Requirements", "- Tea", "## Cherries on top", "- SQL"], "preferred-list"),
        (["Requirements", "- Tea", "DESIRABLE - if you tick two of these we'd be delighted", "- SQL"], "preferred-list"),
        (
            ["Requirements", "Likes tea", "It would be great if you also have any of these, but they will not be scored unless there is a tie:", "SQL"],
            "preferred-list",
        ),
        (["| Criteria | Essential | Desirable | Assessed |", "| --- | --- | --- | --- |", "| Skills | Tea | SQL | A |"], "preferred-list"),
        (["| Criteria | Essential | Desirable | Assessed |", "| --- | --- | --- | --- |", "| Skills | SQL | Tea | A |"], "qualification"),
        (["Area\tEssential criteria\tDesirable criteria", "Skills\tTea\tSQL"], "preferred-list"),
        (["Criteria | Essential / Desirable | Assessed", "Person specification", "SQL | D | AF"], "preferred-list"),
        (["Requirements", "- Those who know SQL will have an edge"], "preferred-list"),
        (["Requirements", "- It would be good, though not a must, to know SQL"], "preferred-list"),
        (["Requirements", "- Candidates with SQL are encouraged to apply"], "preferred-list"),
        (["What we need to see", "- SQL"], "qualification"),
        (["What would I be doing?", "⚔️ Walking", "🛡 Being good friends with SQL"], "duty"),
        (["You'll sit next to the cook and...", "- Call farmers, ask about SQL"], "duty"),
        (["We make tea.", "Strong in SQL."], "qualification"),
        (["## How you're supported", "- A course in SQL"], None),
        (["You will be good with SQL."], "qualification"),
        (["Responsibilities:", "-Write SQL", "-Walk and talk"], "duty"),
        (["Experience | SQL in a bank", "We make tea."], "qualification"),
        (["Core Work Activities", "- Leverages SQL", "- Walks"], "duty"),
        (["About Acme", "We make tea.", "The Product Owner will", "- Own tea", "- Good friends with SQL"], "duty"),
        (["## The mahi", "- Own the tea", "- With the cooks, keep an eye on SQL", "- Lead the walk"], "duty"),
        (["## The mahi", "- Cake", "- With the cooks, an eye on SQL", "- Tea"], None),
        (["What we don't ask for", "- SQL"], None),
        (["Things you need to know", "- You will be asked about SQL in a test"], None),
        (["We make tea. Candidate should have SQL."], "qualification"),
        (["We make tea. A deep understanding of SQL is a must, as is tea."], "qualification"),
        (["We make tea. Fluency with SQL is a strong plus."], "preferred-list"),
        (["We make tea. SQL is key to how we work."], None),
        (["4. Qualifications", "- SQL"], "qualification"),
        (["Time split", "- 40% Analysis with SQL"], "duty"),
        (["Responsibilities", "- Talk to users", "- Should be able to write SQL"], "qualification"),
        (["Responsibilities", "- Talk to users", "- Excellent command of SQL"], "qualification"),
        (["About us", "", "Our director, who has led SQL teams, moves on."], None),
    ],
)  # fmt: skip
def test_lists_under_headings_of_many_kinds(catalogue: Catalogue, lines: list[str], where: str | None) -> None:
    posting = understand(catalogue, ["# Product Manager", "", "We bake bread.", "", *lines])
    assert wheres(posting).get("data-analysis") == where


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Exp: 5-8 yrs | Pune | Immediate joiners", [(5, 8)]),
        ("Pune | 3-5 yrs | Full-time", [(3, 5)]),
        ("Experience - 4+ years", [(4, None)]),
        ("Pune | live for 5 years | Full-time", []),
        ("Founded 2018 | 12 years of growth", []),
    ],
)
def test_years_in_a_line_of_facts(catalogue: Catalogue, line: str, years: list[tuple[int, int | None]]) -> None:
    posting = understand(catalogue, ["Product Manager", line, "", "We bake bread."])
    assert [(it.min, it.max) for it in posting.years] == years


def test_capitals_throughout_make_no_headings(catalogue: Catalogue) -> None:
    lines = [
        "PRODUCT MANAGER", "", "DUTIES", "", "OWN THE ROADMAP TOGETHER WITH EVERYBODY ELSE HERE.", "", "REQUIREMENTS", "",
        "MINIMUM 5 YEARS OF PRODUCT MANAGEMENT.", "BACHELOR DEGREE OR 10 YEARS IN THE INDUSTRY.", "PROFICIENT IN MS OFFICE AND SQL.", "",
        "PLUSES", "", "EXPERIENCE WITH PRICING OF SUBSCRIPTIONS.",
    ]  # fmt: skip
    posting = understand(catalogue, lines)
    found = wheres(posting)
    assert (found["road-mapping"], found["microsoft-excel"], found["pricing"]) == (
        "duty",
        "qualification",
        "preferred-list",
    )
    assert [(it.min, it.max) for it in posting.years] == [(5, None)]
    assert (posting.degree.level, posting.degree.or_equivalent) == ("bachelor", True)


def test_duties_under_a_heading_for_demands_are_duties(catalogue: Catalogue) -> None:
    lines = [
        "# PM",
        "## Qualifications",
        "- Own the roadmap",
        "- Define metrics",
        "- Launch features",
        "- Run workshops",
    ]
    assert set(wheres(understand(catalogue, lines)).values()) == {"duty"}


@pytest.mark.parametrize(
    "lines",
    [
        ["## About us", "We run A/B tests and love storytelling."],
        ["## Benefits", "- Coaching, mentoring and an education budget"],
        ["## Equal opportunity", "We research every report of discrimination and communicate openly."],
        ["## How to apply", "The hiring process has three interviews and a presentation."],
        ["## Requirements", "We are an equal opportunity employer and communicate openly."],
    ],
)
def test_what_is_not_about_the_job_does_not_count(catalogue: Catalogue, lines: list[str]) -> None:
    assert understand(catalogue, ["# Product Manager", *lines]).requirements == ()


def test_an_employer_with_the_name_of_a_tool_asks_for_nothing_by_it(catalogue: Catalogue) -> None:
    lines = ["# PM", "Looker is a growing company.", "## You will", "- Shape the future of Looker", "- Talk to users"]
    assert "data-analysis" not in wheres(understand(catalogue, lines))
    lines = ["# PM", "Research is the heart of this role.", "## You will", "- Do research"]
    assert "research" in wheres(understand(catalogue, lines)), "a word that begins a sentence is no employer"


@pytest.mark.parametrize(
    ("title", "role", "seniority"),
    [
        ("Product Manager", "product-manager", "regular"),
        ("Sr. Product Manager", "senior-product-manager", "senior"),
        ("Senior Digital Product Manager (m/f/d)", "senior-product-manager", "senior"),
        ("Principal Product Manager, Search", "lead-product-manager", "lead"),
        ("Lead Product Manager", "lead-product-manager", "lead"),
        ("Product Lead - Checkout", "product-lead", "lead"),
        ("Associate Product Manager", "associate-product-manager", "junior"),
        ("Junior Product Manager", "associate-product-manager", "junior"),
        ("Product Owner", "product-owner", "regular"),
        ("Technical Product Manager - APIs", "technical-product-manager", "regular"),
        ("Product Manager - Growth", "growth-product-manager", "regular"),
        ("Director, Product Management", "director-of-product", "director"),
        ("Head of Product", "director-of-product", "director"),
        ("VP, Product", "vp-of-product", "vice president"),
        ("Chief Product Officer", "chief-product-officer", "chief"),
        ("Product Marketing Manager", None, "regular"),
        ("Baker", None, "unclear"),
    ],
)
def test_title_to_role_and_seniority(catalogue: Catalogue, title: str, role: str | None, seniority: str) -> None:
    posting = understand(catalogue, ["", "You own the roadmap."], title)
    assert (posting.family.role.id if posting.family.role else None, posting.seniority) == (role, seniority)
    assert title in posting.family.because


def test_the_title_is_found_where_it_stands(catalogue: Catalogue) -> None:
    assert understand(catalogue, ["# Head of Product", "x"]).title == "Head of Product"
    assert understand(catalogue, ["Acme", "Job title: Product Owner", "x"]).title == "Product Owner"
    assert (
        understand(catalogue, ["We are looking for a Senior Product Manager to join us."]).title
        == "Senior Product Manager"
    )
    assert understand(catalogue, ["Bread and butter."]).title == ""


def test_a_catalogue_of_ones_own_names_other_things() -> None:
    small = read_catalogue(str(Path(__file__).parent.parent / "small_catalogue.yaml"))[0]
    lines = ["# Baker", "## You have", "- Experience in bread making", "## Nice to have", "- Waiting at tables"]
    posting = understand(small, lines)
    assert [(it.skill, it.importance) for it in posting.requirements] == [("baking", "must"), ("serving", "nice")]
    assert posting.family.role is not None
    assert posting.family.role.id == "baker"


def test_the_same_posting_gives_the_same_report(catalogue: Catalogue) -> None:
    lines = read_posting(str(FOLDER / "plain.txt")).lines
    assert understand(catalogue, lines) == understand(catalogue, lines)


@pytest.mark.parametrize(
    "text",
    [
        "Requirements: " + "a, " * 7_500,
        "x" * 25_000,
        "A" * 11_250 + "a" * 11_250,
        "aB" * 12_500,
        "(" * 6_250,
        "[" * 2_500 + "](" * 2_500,
        "*" * 12_500,
        "* " * 6_250,
        "<" * 12_500,
        "<b" * 6_250,
        "1 to " * 4_875 + "years",
        "$1,000,000" * 2_375,
        "experience " * 2_250,
        "to be a plus " * 1_875,
        "preferred, " * 2_250,
        "We are " * 3_750,
        "\u202e\u2066roadmap\u2069\u202c" * 625,
        " " * 25_000 + "x",
        "degree, or " * 2_250,
        "work with " * 2_375,
        "5 years of which 3 in " * 1_125,
        "bachelor or at least " * 1_125,
        "completed a university " * 1_000,
        "you don't need, not, " * 1_125,
        "no a/b no a/b " * 1_500,
        "would be a very " * 1_500,
        "$1 (a) - 2 (b) " * 1_500,
        "salary + 5 % + equity " * 1_000,
        "is not required, but " * 1_125,
        "not a role not an a-a-a- " * 875,
        "1.1 Qualifications " * 1_125,
        ". " * 12_500,
        ": " * 12_500,
    ],
)
def test_odd_text_is_read_in_reasonable_time(catalogue: Catalogue, text: str) -> None:
    """A pattern that backtracks without end would never come back."""
    for lines in ([text], ["## Requirements", f"- {text}"]):
        assert understand(catalogue, lines).schema_version == "1"


def test_many_lines_are_read(catalogue: Catalogue) -> None:
    posting = understand(catalogue, ["# PM", "## Requirements", *["- Owns the roadmap and talks to users"] * 5_000])
    assert len(posting.requirements[0].evidence) > 3_900
    assert "only its first 4,000 sentences" in posting.notes[0]
