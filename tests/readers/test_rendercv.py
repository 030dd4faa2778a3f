"""CVs for rendercv: what an entry is follows from its keys, as sections are free-named."""

from pmgap.readers.documents import parse
from pmgap.readers.rendercv import is_rendercv, rendercv_resume
from pmgap.resumes.dates import described
from pmgap.resumes.resume import Resume


def read(text: str) -> Resume:
    return rendercv_resume(parse(text, "cv.yaml"), "cv.yaml")


TEXT = """
cv:
  name: Ann Oak
  headline: Product owner
  email: a@example.org
  sections:
    Welcome:
      - I ran **road maps**.
    where I worked:
      - company: Tidewater Pay
        position: Product Owner
        start_date: 2019-06
        end_date: present
        highlights:
          - Did [market research](https://example.org)
      - company: Halden Bank
        position: Analyst
        date: 2016 - 2018
      - company: Acme
        position: Clerk
        start_date: 2014-01
    Volunteering:
      - company: Food Bank
        position: Tutor
        start_date: 2018
        end_date: 2019
    what I learned:
      - institution: University of Leeds
        area: Economics
        degree: BS
        start_date: 2012-09
        end_date: 2015-06
    certifications:
      - bullet: CSPO (2021)
      - PMI-ACP, 2022
    skills:
      - label: Tools
        details: Excel, SQL
    references:
      - bullet: Great at pricing
    empty:
"""


def test_a_cv() -> None:
    found = read(TEXT)
    assert found.headline == "Product owner"
    assert [(it.title, it.organisation, described(it.period), it.unpaid) for it in found.positions] == [
        ("Product Owner", "Tidewater Pay", "2019-06 to now", False),
        ("Analyst", "Halden Bank", "2016 to 2018", False),
        ("Clerk", "Acme", "2014-01 to now", False),
        ("Tutor", "Food Bank", "2018 to 2019", True),
    ]
    (study,) = found.studies
    assert (study.degree, study.field, described(study.period)) == ("BS", "Economics", "2012-09 to 2015-06")
    assert [it.name for it in found.certificates] == ["CSPO", "PMI-ACP"]
    assert [it.text for it in found.skills] == ["Tools", "Excel, SQL"]


def test_marks_are_taken_off_and_lines_are_known() -> None:
    lines = TEXT.split("\n")
    found = read(TEXT)
    told = {it.text: it.number for it in found.lines}
    assert "market research" in lines[(told["Did market research"] or 0) - 1]
    assert "I ran road maps." in told
    assert "Great at pricing" not in told
    assert "a@example.org" not in told


def test_misshapen_sections_are_doubted_or_passed_over() -> None:
    found = read(
        "cv:\n  sections:\n    a: text\n    b: [7, [x], {company: null, position: null}, {institution: 3}]\n    c: {}\n"
    )
    assert [it.why for it in found.doubts] == ["The section is no list of entries."] * 2
    assert read("cv:\n  sections: [a]\n").positions == ()
    assert read("cv: {}\n").positions == ()


def test_what_is_no_cv() -> None:
    assert is_rendercv({"cv": {}})
    assert not is_rendercv({"cv": []})
    assert not is_rendercv(["cv"])
