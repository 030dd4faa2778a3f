"""What a heading announces, which lines are headings at all, and where a posting speaks of something else."""

import pytest

from pmgap.catalogue import Catalogue
from pmgap.postings.headings import part_of_heading
from pmgap.postings.layout import fragments
from pmgap.postings.sections import passages
from pmgap.postings.understanding import understand

HEADINGS = {
    "demands": """Requirements; Qualifications; What we're looking for; What We Are Looking For; Who you are; About you; You have;
        Your profile; What you'll bring; What you bring; What you’ll need; Must haves; Must-have skills; Minimum qualifications;
        Basic Qualifications; Required skills; Skills and experience; Skills & Experience; Your skills; Key skills; Experience;
        Education and experience; Knowledge, skills and abilities; Person specification; Essential; Essential criteria; We expect you;
        You should have; You'll be a great fit if; You might be a good fit if; You may be a fit for this role if you; Ideal candidate;
        The ideal candidate; Candidate profile; Who we're looking for; Who are you?; What it takes; What you need to succeed;
        To be successful in this role; What makes you a great fit; Your background; Job requirements; Role requirements;
        What you have; You bring; You are; Are you our next PM? You have; Competencies; Technical skills; Mandatory skills;
        Your experience; We'd love to hear from you if; Skills you'll need; Requirements for the role; What success requires;
        You'll thrive here if; Desired skills and experience; Experience & Skills; What You Should Have; We are looking for someone who;
        Qualifications and Skills; Required Qualifications; About You; You Are; Key requirements; Your Qualifications; What do we ask?; What we ask of you; Who fits?; You'll fit in if you; You might be a good match if you have;
        You might be our person if; What you would bring; What you'd bring; Is this you?; Sound like you?; Prerequisites; Eligibility; Selection criteria;
        Who can apply; Dealbreakers; Behaviours; You; Our requirements; Our expectations; Our expectations of you; What we think it takes; Our must-haves; We require;
        Our ideal candidate; Our dream candidate; You offer; What you offer us; What we want; What we would like; Specification; Person spec; KSAs;
        Essentials; The essentials; Necessary; Needed; The basics; Qualities; Competences; Checklist; Our checklist; Languages; About yourself; The kind of person we have in mind;
        To be considered; To be considered for this role; To qualify; To land this job; To do this job well; Essential and desirable criteria; Essential Desirable""",
    "wishes": """Nice to have; Nice-to-haves; Bonus points; Bonus; Preferred qualifications; Preferred skills; Preferred; Desirable;
        Desirable criteria; It's a plus if; Pluses; Good to have; Great if you have; Extra credit; Brownie points; Would be a plus;
        Nice to have (but not required); Even better if; Preferred Experience; It would be great if you; Additional assets;
        Not essential but helpful; You might also have; Also nice; We'd be excited if you bring; We'd be impressed by; Extra experience points for;
        Preference is given to people with; What would help; Advantageous; It would be lovely if you had; Not mandatory""",
    "unwanted": """What you don't need; What you won't be doing; Not for you if; You'll not fit in if you; This role is not for you if;
        What this role is not; You won't like it here if; We are not looking for; It's OK if you don't…; What doesn't matter""",
    "duties": """Responsibilities; Key responsibilities; Your responsibilities; Roles and responsibilities; Duties; Main duties;
        What you'll do; What you will do; What you’ll be doing; What You'll Be Doing; You will; In this role you will; The role;
        About the role; About the job; About the position; About this role; Your role; Your mission; Your impact; Day to day;
        A typical day; Essential functions; Key accountabilities; Accountabilities; What you'll own; How you'll make an impact;
        The opportunity; The job; Job purpose; Purpose of the role; Key tasks; Your tasks; Your day-to-day; The impact you'll have;
        In your role you'll; Main responsibilities; Responsibilities include; What will you do?; As a product manager you will;
        What you'll work on; Principal duties; Primary responsibilities; Scope; The challenge; Your first 90 days; What you would do; What would your weeks look like?; What the role involves; Specific tasks;
        What success looks like; Time split; Our plans for you; What awaits you; What's waiting for you; Key result areas; KRAs; Job content; Role;
        What do you do?; What are you going to do?; What you're going to do; A day in your life; Within 6 months; In this job you; Typical day;
        What you'd actually do all day; What we need you to do; What we want you to do; What you can do for us; Your adventure; Your journey; Results expected""",
    "company": """About us; About Acme; About the company; Who we are; Our company; Our mission; Our values; Our culture; Our story;
        Company description; Company overview; About our team; The team; About the team; Meet the team; What we do; Our product;
        Why we exist; How we work; Our tech stack; Our culture & accolades""",
    "benefits": """Benefits; Perks; What we offer; We offer; What's in it for you?; Compensation; Salary; Salary range; Compensation and benefits;
        Perks and benefits; Why join us; Why you'll love working here; What you'll get; What you get; Our offer; Our benefits;
        Pay range; Remuneration; Total rewards; Why work with us?; Reasons to join; Benefits & perks; What you can expect; What we can offer you""",
    "legal": """Equal opportunity; Equal Opportunity Employer; EEO statement; Diversity and inclusion; Our commitment to diversity;
        Privacy notice; Disclaimer; Please note; Accommodations; Physical requirements; Data protection; Travel""",
    "applying": """How to apply; Application process; Interview process; Hiring process; Next steps; Apply now; To apply; Contact;
        Recruitment process; Our hiring process""",
}
EITHER = {"Our commitment to diversity": "company", "Our hiring process": "company", "Physical requirements": "demands"}
"""Headings for which another part does no harm."""


@pytest.mark.parametrize(
    ("heading", "part"),
    [(" ".join(heading.split()), part) for part, texts in HEADINGS.items() for heading in texts.split(";")],
)
def test_what_a_heading_announces(heading: str, part: str) -> None:
    assert part_of_heading(heading) in (part, EITHER.get(heading))


@pytest.mark.parametrize(
    "mark",
    ["## {}", "**{}**", "**{}:**", "{}:", "__{}__", "#### {} ####", "<b>{}</b>:", "<h3>{}</h3>", "{}\n------------", "🚀 {}:", "> {}:"],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["Requirements", "What you'll bring", "Your profile"])
def test_headings_may_be_marked_in_many_ways(mark: str, heading: str) -> None:
    lines = f"# Product Manager\n\nWe make maps.\n\n{mark.format(heading)}\n\n- SQL\n".split("\n")
    assert [it.part for it in passages(fragments(lines)) if it.fragment.text == "SQL"] == ["demands"]


@pytest.mark.parametrize(
    "heading", ["REQUIREMENTS", "WHAT YOU WILL BRING", "Requirements", "Qualifications", "Who You Are"]
)
def test_headings_need_no_mark_at_all(heading: str) -> None:
    lines = f"Product Manager\n\nWe make maps.\n\n{heading}\n\nSQL\nPatience\n".split("\n")
    assert [it.part for it in passages(fragments(lines)) if it.fragment.text in ("SQL", "Patience")] == ["demands"] * 2


@pytest.mark.parametrize(
    "item",
    [
        "Maintain the product backlog",
        "You speak Dutch and English",
        "Knowledge of agile ways of working",
        "Experience with APIs",
        "Skills in facilitation",
        "Working with designers",
        "Benefits realisation of large programmes",
        "The ability to say no",
        "Strong analytical skills",
        "5+ years of experience",
        "Bachelor's degree in business",
        "Responsible for the roadmap",
    ],
)
def test_items_of_a_list_without_marks_are_no_headings(item: str) -> None:
    lines = ["# Product Manager", "", "## Requirements", "", "Patience", item, "SQL"]
    assert [it.part for it in passages(fragments(lines))] == ["demands"] * 3


def test_a_line_that_was_run_together_is_taken_apart() -> None:
    text = (
        "Rivermill sells milling machines to bakers in forty countries and has grown every year since it began in a barn near "
        "Ghent.About The RoleYou own the ordering product.ResponsibilitiesOwn the roadmapRun A/B testsWhat We’re Looking "
        "For5+ years of experienceUX skillsNice To HaveKnowledge of FlemishBenefitsBread"
    )
    found = [(it.part, it.fragment.text) for it in passages(fragments(["# Product Manager", text]))]
    assert found[1:] == [
        ("duties", "You own the ordering product."),
        ("duties", "Own the roadmap"),
        ("duties", "Run A/B tests"),
        ("demands", "5+ years of experience"),
        ("demands", "UX skills"),
        ("wishes", "Knowledge of Flemish"),
        ("benefits", "Bread"),
    ]


@pytest.mark.parametrize(
    "years", ["2 – 4 years in trade", "2-4 years in trade", "3 to 5 yrs in trade", "4+ years in trade"]
)
def test_years_that_were_run_into_the_item_before_begin_one(years: str) -> None:
    text = f"RequirementsA head for figures and the patience to look at one closelyA degree will be preferred{years}{' and retail' * 30}"
    assert any(it.text.startswith(years) for it in fragments([text]))


def test_words_with_capitals_inside_are_not_taken_apart() -> None:
    sentences = [
        "Know PowerPoint, LinkedIn, JavaScript and GitHub well.",
        "A SaaS company with DevOps people and PowerPoints.",
    ]
    assert [it.text for it in fragments([" ".join(sentences * 4)])] == sentences * 4


def test_headings_inside_a_paragraph_open_a_part() -> None:
    text = "Requirements: Five years of experience. SQL. Nice to have: Kanban. Benefits: Free bread."
    parts = [it.part for it in passages(fragments(["# Product Manager", "", text]))]
    assert parts == ["demands", "demands", "wishes", "benefits"]


def test_what_a_job_board_adds_at_the_end_is_left_out() -> None:
    lines = ["# Product Manager", "## Requirements", "- SQL", "Show more Show less", "Seniority level", "- Scrum"]
    assert [it.fragment.text for it in passages(fragments(lines))] == ["SQL"]


def test_lines_that_were_wrapped_are_put_together_and_keep_their_numbers() -> None:
    lines = [
        "# Product Manager",
        "",
        "## Requirements",
        "",
        "- Experience in leading the",
        "  delivery of a product",
        "- SQL",
    ]
    first, second = passages(fragments(lines))
    assert first.fragment.text == "Experience in leading the delivery of a product"
    assert (first.fragment.line_at(0), first.fragment.line_at(30), second.fragment.line) == (5, 6, 7)


def test_a_table_of_topics_inside_duties_stays_duties() -> None:
    lines = ["# PM", "## Responsibilities", "### Discovery", "- Talk to bakers", "### Delivery", "- Ship weekly"]
    assert {it.part for it in passages(fragments(lines))} == {"duties"}


@pytest.mark.parametrize(
    "topic",
    ["Team Collaboration", "Vision & Strategy", "User Experience", "Technical Leadership", "Product Vision", "People Management",
     "Business and Customer Impact", "Market research:"],
)  # fmt: skip
def test_a_topic_divides_duties_and_does_not_end_them(topic: str) -> None:
    lines = [
        "# PM",
        "**Responsibilities**",
        f"**{topic}**",
        "- Talk to bakers",
        "**About Rivermill Analytics**",
        "- Old",
    ]
    assert [it.part for it in passages(fragments(lines))] == ["duties", "duties", "company"]


def test_a_heading_may_be_marked_as_an_item() -> None:
    lines = ["# PM", "- Responsibilities:", "- Talk to bakers", "- Requirements:", "- SQL", "- Languages such as:"]
    assert [it.part for it in passages(fragments(lines))] == ["duties", "demands", "demands"]


LABELLED = """Product Manager, Payments
Location: Lagos
Employment Type: Full Time

Key responsibilities
- Prepare the annual budget of the card products.

Requirements
- Strong communication skills.

Seniority level
Mid-senior level
Job function
Marketing
"""


def test_what_a_job_board_says_above_a_posting_ends_nothing(catalogue: Catalogue) -> None:
    """The same labels stand above some postings and below others."""
    found = {it.skill for it in understand(catalogue, LABELLED.splitlines()).requirements}
    assert found == {"budget-management", "interpersonal-skills"}


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Good to haves:", "wishes"),
        ("Merits", "wishes"),
        ("Strongly preferred", "wishes"),
        ("Recommended", "wishes"),
        ("You may also have", "wishes"),
        ("Brownie points if", "wishes"),
        ("Preference will be given to candidates with", "wishes"),
        ("Great to haves", "wishes"),
        ("Nice-to-haves", "wishes"),
        ("Nice to Have:", "wishes"),
        ("What would make you stand out", "wishes"),
        ("You'll stand out if", "wishes"),
        ("Bonus if you have", "wishes"),
        ("Extra kudos", "wishes"),
        ("Kudos if you have", "wishes"),
        ("We'd be impressed if", "wishes"),
        ("Even better if", "wishes"),
        ("Even better if you have", "wishes"),
        ("It's a bonus if", "wishes"),
        ("It's a bonus if you have", "wishes"),
        ("Icing on the cake", "wishes"),
        ("Preferred experience", "wishes"),
        ("Preferred but not required", "wishes"),
        ("Pluses", "wishes"),
        ("Desirable criteria", "wishes"),
        ("Advantageous", "wishes"),
        ("Useful experience", "wishes"),
        ("The following would be advantageous", "wishes"),
        ("It would be advantageous if", "wishes"),
        ("We'd love it if", "wishes"),
        ("We'd love it if you also have", "wishes"),
        ("Helpful experience", "wishes"),
        ("Nice extras", "wishes"),
        ("Extra points for", "wishes"),
        ("Ideally you also", "wishes"),
        ("Secondary skills", "wishes"),
        ("Optional", "wishes"),
        ("Wishlist", "wishes"),
        ("Gold stars", "wishes"),
        ("Brownie points", "wishes"),
        ("Cherry on top", "wishes"),
        ("You might also have", "wishes"),
        ("Ways to stand out from the crowd:", "wishes"),
        ("PREFERENCES", "wishes"),
        ("Bonus skills", "wishes"),
        ("How to wow us", "wishes"),
        ("DIFFERENTIALS", "wishes"),
        ("Differentiators", "wishes"),
        ("It'd be lovely, but we can teach you", "wishes"),
        ("Nice but not essential", "wishes"),
        ("Not required but nice", "wishes"),
        ("Non-essential", "wishes"),
        ("Not a dealbreaker", "wishes"),
        ("Additional preferred skills", "wishes"),
        ("Added bonus", "wishes"),
        ("Bonus points if you have", "wishes"),
        ("A plus if you have", "wishes"),
        ("Preferred Skills & Experience", "wishes"),
        ("Desirable", "wishes"),
        ("Desirable skills", "wishes"),
        ("Desired but not essential", "wishes"),
        ("Would be a plus", "wishes"),
        ("Would be nice", "wishes"),
        ("What would be nice", "wishes"),
        ("It would be great if you also had", "wishes"),
        ("Beneficial experience", "wishes"),
        ("You get bonus points for", "wishes"),
        ("Additional assets", "wishes"),
        ("Assets", "wishes"),
        ("Strong plus", "wishes"),
        ("Highly desirable", "wishes"),
        ("Extra credit", "wishes"),
        ("Great if you have", "wishes"),
        ("It helps if", "wishes"),
        ("It's nice if", "wishes"),
        ("Happy if you bring", "wishes"),
        ("Good to know", "wishes"),
        ("Super bonus", "wishes"),
        ("You'll impress us with", "wishes"),
        ("You really impress us if", "wishes"),
        ("Additional nice to have", "wishes"),
        ("Skill set", "demands"),
        ("Skillset", "demands"),
        ("Capabilities", "demands"),
        ("Who we are looking for", "demands"),
        ("Who You'll Be", "demands"),
        ("Why you", "demands"),
        ("Desired Candidate Profile", "demands"),
        ("You'll love this job if", "demands"),
        ("Job specification", "demands"),
        ("You and your talent", "demands"),
        ("How will you contribute", "duties"),
        ("A day in the life", "duties"),
        ("What you get to do", "duties"),
        ("Deliverables", "duties"),
        ("Expected outcomes", "duties"),
        ("Your challenges", "duties"),
        ("Your focus", "duties"),
        ("Focus areas", "duties"),
        ("Objectives", "duties"),
        ("What you can expect to do", "duties"),
        ("You and your job", "duties"),
        ("What we'll give you", "benefits"),
        ("We've got you covered", "benefits"),
        ("Our commitment to you", "benefits"),
        ("You and Brightwater Bank", "benefits"),
        ("Your team", "company"),
        ("You and your colleagues", "company"),
    ],
)
def test_what_a_heading_announces_in_other_words(heading: str, part: str) -> None:
    assert part_of_heading(heading) == part


def test_what_sets_one_apart_is_a_wish_beside_a_list_that_is_required() -> None:
    text = ["# Product Manager", "", "## Requirements", "- SQL", "", "## What sets you apart", "- Python"]
    assert [it.part for it in passages(fragments(text))] == ["demands", "wishes"]
    assert [it.part for it in passages(fragments([text[0], *text[4:]]))] == ["demands"]


def test_what_the_employer_gives_is_no_duty(catalogue: Catalogue) -> None:
    given = "You'll be supported by a line manager and a buddy, and you'll get formal training including Certified Scrum Product Owner."
    posting = understand(catalogue, ["# Product Manager", "", given, "", "## What you will do", "- Own the roadmap"])
    assert [it.skill for it in posting.requirements] == ["road-mapping"]
    assert posting.certificates == ()
    (work,) = understand(catalogue, ["# PM", "", "You'll get the roadmap done."]).requirements
    assert (work.skill, work.where) == ("road-mapping", "duty")


def test_capitals_and_years_without_a_line_break_are_parted() -> None:
    text = (
        f"{'Our platform matches loads with trucks in every state. ' * 6}WHAT YOU BRING12+ years in product management"
    )
    assert [it.text for it in fragments([text])][-2:] == ["WHAT YOU BRING", "12+ years in product management"]


def test_a_pointer_before_some_lines_is_a_bullet(catalogue: Catalogue) -> None:
    lines = ["# Product Manager", "", "Role description:", "> Feature roadmap for the year", "> Pricing of features"]
    asked = {it.skill: it.where for it in understand(catalogue, lines).requirements}
    assert asked.items() >= {"road-mapping": "duty", "pricing": "duty"}.items()
    answered = [
        f"> {line}".strip() for line in ["# Product Manager", "", "We are a team of nine.", "It is a growing team."]
    ]
    assert "item" not in {it.form for it in fragments(["On Monday Kim wrote:", *answered])}


@pytest.mark.parametrize(
    "line",
    [
        "We are a growing firm. Supports rate changes from concept through filing and pricing.",
        "With our CMO you'll prepare the pricing in Germany.",
        "Graduate / MBA with good knowledge of pricing.",
    ],
)
def test_what_is_asked_without_a_heading(catalogue: Catalogue, line: str) -> None:
    assert "pricing" in {it.skill for it in understand(catalogue, ["# Product Manager", "", line]).requirements}


@pytest.mark.parametrize(
    "line", ["With our platform, pricing is simple.", "Acme is a bank. It supports shops with pricing."]
)
def test_what_the_employer_does_is_not_asked(catalogue: Catalogue, line: str) -> None:
    assert understand(catalogue, ["# Product Manager", "", line]).requirements == ()


def test_a_heading_and_a_degree_without_a_line_break_are_parted() -> None:
    text = f"{'Own the plan of the product line and tell people. ' * 6}Preferred QualificationsMBAExperience with apps"
    assert [it.text for it in fragments([text])][-3:] == ["Preferred Qualifications", "MBA", "Experience with apps"]


def test_items_behind_dashes_without_a_line_break_are_parted() -> None:
    text = (
        "You explain the P&L to a finance VP.Key job responsibilities- Own the roadmap for payouts- Write specs for a mid- to long-term plan"
        f"{' and so on, week after week' * 8}.Job SummaryBASIC QUALIFICATIONS- Bachelor's degree- 5+ years with platforms"
    )
    found = [it.text for it in fragments([text])]
    assert found[:3] == [
        "You explain the P&L to a finance VP.",
        "Key job responsibilities",
        "Own the roadmap for payouts",
    ]
    assert found[3].startswith("Write specs for a mid- to long-term plan")
    assert found[4:] == ["Job Summary", "BASIC QUALIFICATIONS", "Bachelor's degree", "5+ years with platforms"]


def test_who_is_looked_for_in_a_sentence_under_a_heading_of_demands(catalogue: Catalogue) -> None:
    lines = [
        "# Product Manager",
        "",
        "## Your profile",
        "We are looking for you with a feeling for pricing.",
        "We are the leader in pricing.",
    ]
    (asked,) = understand(catalogue, lines).requirements
    assert [it.line for it in asked.evidence] == [4]


def test_words_among_what_is_refused_do_not_speak_for_a_skill(catalogue: Catalogue) -> None:
    refused = "Product Managers at Acme do not have direct reports; you lead by having good arguments."
    asked = {it.skill for it in understand(catalogue, ["# Product Manager", "## The job", refused]).requirements}
    assert "people-management" not in asked
    assert "leadership" in asked
