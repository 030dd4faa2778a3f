"""JSON Resume, as the schema has it and as people write it."""

import json
from typing import Any

import pytest

from pmgap.readers.documents import parse
from pmgap.readers.json_resume import is_json_resume, json_resume
from pmgap.resumes.dates import described
from pmgap.resumes.resume import Resume


def read(value: Any, **layout: Any) -> Resume:
    text = json.dumps(value, ensure_ascii=False, **layout)
    return json_resume(parse(text, "cv.json"), "cv.json")


FULL: dict[str, Any] = {
    "basics": {"name": "Ann Oak", "label": "Product owner", "email": "a@example.org", "summary": "I ran road maps."},
    "work": [
        {
            "name": "Tidewater Pay", "position": "Product Owner", "startDate": "2019-06-01", "summary": "Payments",
            "highlights": ["Ran the road map", "Did market research"],
        },
        {"name": "Halden Bank", "position": "Business Analyst", "startDate": "2016-01", "endDate": "2019-05"},
    ],
    "volunteer": [{"organization": "Food Bank", "position": "Tutor", "startDate": "2018", "endDate": "2019"}],
    "education": [
        {"institution": "University of Leeds", "area": "Economics", "studyType": "Bachelor", "endDate": "2015-06-30"}
    ],
    "certificates": [{"name": "CSPO", "issuer": "Scrum Alliance", "date": "2021"}],
    "skills": [{"name": "Analytics", "keywords": ["SQL", "Excel"]}],
    "references": [{"name": "Bo", "reference": "Great at pricing"}],
}  # fmt: skip


def test_a_resume_as_the_schema_has_it() -> None:
    found = read(FULL, indent=1)
    assert found.kind == "JSON Resume"
    assert found.headline == "Product owner"
    assert [(it.title, it.organisation, described(it.period), it.unpaid) for it in found.positions] == [
        ("Product Owner", "Tidewater Pay", "2019-06 to now", False),
        ("Business Analyst", "Halden Bank", "2016-01 to 2019-05", False),
        ("Tutor", "Food Bank", "2018 to 2019", True),
    ]
    (study,) = found.studies
    assert (study.degree, study.field, study.institution) == ("Bachelor", "Economics", "University of Leeds")
    assert [it.name for it in found.certificates] == ["CSPO"]
    assert [it.text for it in found.skills] == ["Analytics", "SQL", "Excel"]
    assert found.doubts == ()


def test_every_part_knows_its_line() -> None:
    lines = json.dumps(FULL, indent=1).split("\n")
    found = read(FULL, indent=1)
    for line in found.lines:
        assert line.number is not None
        assert line.text in lines[line.number - 1]
    source = found.positions[0].source
    assert source.number is not None
    assert '"position": "Product Owner"' in lines[source.number - 1]


def test_what_others_say_and_contact_details_are_left_out() -> None:
    told = {it.text for it in read(FULL).lines}
    assert "I ran road maps." in told
    assert "Ran the road map" in told
    assert not told & {"Great at pricing", "a@example.org", "Ann Oak", "2016-01"}


@pytest.mark.parametrize(
    ("entry", "title", "organisation", "period"),
    [
        ({"company": "Acme", "position": "Clerk", "startDate": 2015, "endDate": 2017}, "Clerk", "Acme", "2015 to 2017"),
        ({"employer": "Acme", "title": "Clerk", "start": "Jan 2015", "end": "present"}, "Clerk", "Acme", "2015-01 to now"),
        ({"name": "Acme", "position": "Clerk", "startDate": "2015", "endDate": None}, "Clerk", "Acme", "2015 to now"),
        ({"name": "Acme", "position": "Clerk", "startDate": "Spring 2015", "endDate": ""}, "Clerk", "Acme", "2015-03/2015-05 to now"),
        ({"name": "Acme", "position": "Clerk"}, "Clerk", "Acme", "no dates"),
        ({"name": "Acme", "position": None, "startDate": "2015-01", "endDate": "2016-01"}, "", "Acme", "2015-01 to 2016-01"),
    ],
)  # fmt: skip
def test_common_deviations(entry: dict[str, Any], title: str, organisation: str, period: str) -> None:
    (found,) = read({"basics": None, "work": [entry, None]}).positions
    assert (found.title, found.organisation, described(found.period)) == (title, organisation, period)


def test_dates_that_are_not_understood_are_told() -> None:
    found = read({"basics": {}, "work": [{"name": "Acme", "position": "Clerk", "startDate": "long ago"}]})
    assert [it.why for it in found.doubts] == ["The dates were not understood."]


@pytest.mark.parametrize(
    "value",
    [
        {"basics": None, "work": None, "education": None, "skills": None},
        {"basics": [], "work": {}, "education": "BSc", "skills": 7},
        {"basics": {"label": 7, "summary": ["a"]}, "work": ["Acme", 7, []], "certificates": [{"name": None}]},
        {"basics": {"label": {}}, "work": [{"position": ["a"], "name": {}, "startDate": {}}], "education": [{}]},
    ],
)
def test_misshapen_parts_are_passed_over_or_doubted(value: Any) -> None:
    found = read(value)
    assert found.positions == ()
    assert found.studies == ()
    assert found.certificates == ()


def test_what_is_no_resume() -> None:
    assert is_json_resume({"basics": {}, "work": []})
    assert not is_json_resume({"name": "x"})
    assert not is_json_resume([])
