"""Taking CVs into a profile: nothing counts as an answer, nothing that was given is changed, twice is once."""

from dataclasses import replace

import pytest

from pmgap.catalogue import Catalogue
from pmgap.profile import EMPTY, Background, Education, Experience, Imported, Mention, Profile
from pmgap.resumes.importing import LONGEST_MENTION, MOST_MENTIONS, Import, import_resumes
from pmgap.resumes.resume import Resume
from pmgap.resumes.written import read_written

NOW = 12 * 2024 + 5
TEXT = """# Experience
Product Manager, Acme, 07/2020 - present
- Ran the product road map and told the people why
General Manager, Beta Restaurant, 01/2012 - 06/2020
# Education
BSc Nursing, University of Leeds, 2011
# Certifications
CSPO, 2021
"""


def cv(text: str = TEXT, name: str = "cv.md") -> tuple[str, Resume]:
    return name, read_written(name, text.split("\n"), "Markdown")


@pytest.fixture
def once(catalogue: Catalogue) -> Import:
    return import_resumes(catalogue, EMPTY, [cv()], NOW)


def test_only_background_and_mentions_are_written(once: Import) -> None:
    profile = once.profile
    assert replace(profile, background=None, mentions=None, imported=None) == EMPTY
    assert profile.background == Background(
        education=(Education(level="bachelor", field="Nursing"),),
        experience=(
            Experience(years=4, kind="product"),
            Experience(years=8.5, kind="industry", domain="hospitality"),
            Experience(years=4, kind="industry"),
            Experience(years=8.5, kind="management"),
        ),
        certifications=("CSPO",),
    )
    assert (profile.mentions or {})["road-mapping"] == (
        Mention(source="cv.md", line="Ran the product road map and told the people why"),
    )


def test_everything_that_was_taken_awaits_confirmation_with_its_lines(once: Import) -> None:
    waiting = {it.item: it.lines for it in once.profile.imported or ()}
    assert list(waiting) == ["education", "product", "industry", "management", "certifications"]
    assert waiting["product"] == (Mention(source="cv.md:2", line="Product Manager, Acme: 2020-07 to now"),)
    assert len(once.report.to_confirm) == 5


def test_importing_twice_changes_nothing(catalogue: Catalogue, once: Import) -> None:
    again = import_resumes(catalogue, once.profile, [cv()], NOW)
    assert again.profile == once.profile
    assert not again.report.changed
    assert once.report.changed
    assert {it.status for it in again.report.background} == {"same"}
    assert not any(line.new for skill in again.report.mentions for line in skill.lines)


def test_importing_twice_changes_nothing_after_it_was_confirmed(catalogue: Catalogue, once: Import) -> None:
    confirmed = replace(once.profile, imported=None, answers={"road-mapping.3a": "yes"})
    assert import_resumes(catalogue, confirmed, [cv()], NOW).profile == confirmed


def test_what_the_person_gave_stands_and_the_difference_is_told(catalogue: Catalogue) -> None:
    mine = Profile(
        background=Background(
            education=(Education(level="none"),),
            experience=(Experience(years=1, kind="product"),),
            certifications=("none",),
        ),
        answers={"road-mapping.3a": "no"},
        levels={"pricing": 2},
        not_applicable=("microsoft-excel",),
    )
    done = import_resumes(catalogue, mine, [cv()], NOW)
    after = done.profile
    assert (after.answers, after.levels, after.not_applicable) == (mine.answers, mine.levels, mine.not_applicable)
    assert after.background is not None
    assert (after.background.education, after.background.certifications) == (
        (Education(level="none"),), ("none",),
    )  # fmt: skip
    assert [it for it in after.background.experience or () if it.kind == "product"] == [
        Experience(years=1, kind="product")
    ]
    assert {it.item for it in after.imported or ()} == {"industry", "management"}
    assert {it.item for it in done.report.background if it.status == "kept"} == {
        "education",
        "product",
        "certifications",
    }
    differences = [it.what for it in done.report.to_confirm if it.what.endswith("Yours stays.")]
    assert len(differences) == 3
    assert (
        "Years of product work: your profile says 1 year, the documents 4 years of product work. Yours stays."
        in differences
    )


def test_several_documents_of_one_person_are_counted_together(catalogue: Catalogue) -> None:
    other = cv("# Experience\nProduct Owner, Acme, 01/2019 - 12/2020\n- Ran the product road map", "other.md")
    done = import_resumes(catalogue, EMPTY, [cv(), other], NOW)
    assert done.profile.background is not None
    assert Experience(years=5.5, kind="product") in (done.profile.background.experience or ())
    assert [it.source for it in (done.profile.mentions or {})["road-mapping"]] == ["cv.md", "other.md"]
    assert [it.file for it in done.report.files] == ["cv.md", "other.md"]


def test_long_lines_are_cut_to_the_sentence_that_names_the_skill(catalogue: Catalogue) -> None:
    text = f"# Experience\nClerk, Acme, 2019 - 2020\n{'I wrote. ' * 60}I did market research. {'I sang. ' * 60}"
    done = import_resumes(catalogue, EMPTY, [cv(text)], NOW)
    (mention,) = (done.profile.mentions or {})["market-research"]
    assert mention.line == "... I did market research. ..."
    text = f"# Experience\nClerk, Acme, 2019 - 2020\n{'word ' * 200}market research {'word ' * 200}"
    (mention,) = (import_resumes(catalogue, EMPTY, [cv(text)], NOW).profile.mentions or {})["market-research"]
    assert "market research" in mention.line
    assert len(mention.line) <= LONGEST_MENTION + 8


def test_a_skill_keeps_only_so_many_lines(catalogue: Catalogue) -> None:
    lines = "\n".join(f"- did market research no {number}" for number in range(100))
    done = import_resumes(catalogue, EMPTY, [cv(f"# Experience\nClerk, Acme, 2019 - 2020\n{lines}")], NOW)
    assert len((done.profile.mentions or {})["market-research"]) == MOST_MENTIONS


def test_a_part_that_was_dropped_leaves_no_stale_mark(catalogue: Catalogue) -> None:
    stale = Profile(imported=(Imported(item="education", lines=(Mention(source="old.md", line="x"),)),))
    done = import_resumes(catalogue, stale, [cv()], NOW)
    marks = [it for it in done.profile.imported or () if it.item == "education"]
    assert [it.lines[0].source for it in marks] == ["cv.md:6"]


def test_a_cv_that_is_not_in_english_is_said_not_to_be_understood(catalogue: Catalogue) -> None:
    german = """# Berufserfahrung
Produktmanagerin, Muster GmbH, 01/2019 - heute
- Verantwortung für die Planung und die Priorisierung der Anforderungen mit drei Entwicklungsteams in Hamburg
- Durchführung von Gesprächen mit Kundinnen und Kunden sowie Auswertung der Ergebnisse
- Vorstellung der Ergebnisse vor der Geschäftsleitung und Abstimmung mit dem Vertrieb und dem Einkauf
# Ausbildung
Wirtschaftsinformatik, Universität Hamburg, 2011 - 2015
"""
    both = [cv(), cv(german, "lebenslauf.md")]
    assert [note[: note.index(":")] for note in import_resumes(catalogue, EMPTY, both, NOW).report.notes] == [
        "lebenslauf.md"
    ]
    assert import_resumes(catalogue, EMPTY, [cv()], NOW).report.notes == ()


def test_every_number_has_its_reason_and_its_lines(once: Import) -> None:
    for part in once.report.background:
        assert part.because.endswith(".")
        assert all(place.startswith("cv.md:") for place in part.places)
        assert part.places
    assert once.report.as_of == "2024-06"
