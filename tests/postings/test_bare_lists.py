"""Lists that lost their heading and their bullets."""

from pmgap.catalogue import Catalogue
from pmgap.postings.posting import Posting
from pmgap.postings.understanding import understand

COMPANY = ["Product Manager, Ferries", "Bergen", "", "Fjordline has sailed the coast since 1931.", ""]
DUTIES = [
    "Own the roadmap of the booking app",
    "Run A/B tests on the ticket page",
    "Follow the launch of new routes until they pay",
    "Write user stories",
]
DEMANDS = [
    "At least 3 years as a product manager",
    "University degree in engineering or business",
    "Good skills in Excel",
    "A head for numbers and SQL",
    "Stakeholder management",
]
OFFERS = ["Six weeks of holidays", "Free ferry tickets and SQL training for your family"]


def read(catalogue: Catalogue, *lines: str) -> Posting:
    return understand(catalogue, [*COMPANY, *lines])


def wheres(posting: Posting) -> dict[str, str]:
    return {it.skill: it.where for it in posting.requirements}


def test_duties_and_demands_are_told_apart_by_how_they_begin(catalogue: Catalogue) -> None:
    for gap in ([], [""]):
        posting = read(catalogue, *DUTIES, *gap, *DEMANDS, *gap, *OFFERS)
        found = wheres(posting)
        assert found["road-mapping"] == found["lifecycle-and-launch"] == "duty"
        assert found["microsoft-excel"] == found["stakeholder-management"] == "qualification"
        assert [(it.min, it.need) for it in posting.years] == [(3, "required")]
        assert (posting.degree.level, posting.degree.need) == ("bachelor", "required")


def test_what_is_offered_ends_the_demands(catalogue: Catalogue) -> None:
    (data,) = (it for it in read(catalogue, *DUTIES, *DEMANDS, *OFFERS).requirements if it.skill == "data-analysis")
    assert {it.text for it in data.evidence} == {DUTIES[1], DEMANDS[3]}


def test_a_single_demand_among_duties_makes_no_list(catalogue: Catalogue) -> None:
    posting = read(catalogue, *DUTIES[:2], "Experience with Excel", *DUTIES[2:])
    assert wheres(posting)["lifecycle-and-launch"] == "duty"


def test_a_few_short_lines_are_no_list(catalogue: Catalogue) -> None:
    lines = ["At least 3 years of sailing", "Stakeholder management", "Scrum", "Excel"]
    posting = understand(catalogue, ["# Product Manager", "", "## Practical", *lines])
    assert "stakeholder-management" not in wheres(posting)
    posting = understand(catalogue, ["# Product Manager", "", "## Practical", *lines, "Sea legs"])
    assert "stakeholder-management" in wheres(posting)


def test_long_paragraphs_are_no_list(catalogue: Catalogue) -> None:
    story = "The harbour has grown a lot since then. Stakeholder management was never easy here. We like it that way."
    assert "stakeholder-management" not in wheres(read(catalogue, *[story] * 6))


def test_lists_under_a_heading_stay_where_they_are(catalogue: Catalogue) -> None:
    posting = read(catalogue, "## What we offer", *DUTIES, *DEMANDS[2:])
    assert wheres(posting).get("stakeholder-management") != "qualification"


def test_a_few_words_each_go_on_with_the_demands(catalogue: Catalogue) -> None:
    lines = ["3+ years of product experience", "Stakeholder management", "Scrum", "Excel and SQL", "Norwegian"]
    found = wheres(read(catalogue, *DUTIES, *lines))
    assert found["stakeholder-management"] == found["microsoft-excel"] == "qualification"


def test_activities_as_nouns_are_duties(catalogue: Catalogue) -> None:
    lines = ["## Your role", "", "Analysis of competitors", "", "Definition and review of price lists", "", "Review"]
    found = wheres(read(catalogue, *lines))
    assert found["market-research"] == found["pricing"] == "duty"
