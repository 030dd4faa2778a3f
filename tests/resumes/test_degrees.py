"""Degrees of many countries."""

import pytest

from pmgap.catalogue import Catalogue
from pmgap.resumes.degrees import Degree, is_institution, read_degree


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("Bachelor of Information Technology — RMIT University, 2014", "bachelor", "Information Technology"),
        ("Bachelor of Science in Computer Science", "bachelor", "Computer Science"),
        ("BSc (Hons) Economics, University of Leeds", "bachelor", "Economics"),
        ("B.Tech, Computer Science", "bachelor", "Computer Science"),
        ("B.E. (Computer Science)", "bachelor", "Computer Science"),
        ("B.S., Mechanical Engineering, 2012", "bachelor", "Mechanical Engineering"),
        ("B.A. in History, Yale", "bachelor", "History"),
        ("Bachelor's degree, Economics", "bachelor", "Economics"),
        ("Bachelor of Engineering", "bachelor", "Engineering"),
        ("Bachelor of Arts", "bachelor", ""),
        ("BS", "bachelor", ""),
        ("MBA", "master", "business administration"),
        ("MBA, INSEAD, 2015", "master", "business administration"),
        ("M.Sc. Physics | ETH Zürich", "master", "Physics"),
        ("Master of Science - MS, Computer Science", "master", "Computer Science"),
        ("MIT, MS in Computer Science", "master", "Computer Science"),
        ("Master's in Human-Computer Interaction", "master", "Human-Computer Interaction"),
        ("Ph.D. Biology", "doctorate", "Biology"),
        ("Doctor of Philosophy - PhD, Physics", "doctorate", "Physics"),
        ("Associate of Applied Science", "associate", ""),
        ("A.A.S. Nursing", "associate", "Nursing"),
        ("UX Design Bootcamp, General Assembly", "bootcamp", ""),
        ("Diploma in Marketing", "certificate", "Marketing"),
        ("2:1 BA (Hons) English Literature, University of Leeds", "bachelor", "English Literature"),
        ("University of Leeds, MA English Literature, 2014", "master", "English Literature"),
        ("High School Diploma", "none", ""),
        ("Abitur, Gymnasium Plön", "none", ""),
    ],
)
def test_names_of_degrees(text: str, level: str, field: str) -> None:
    assert read_degree(text) == Degree(level=level, field=field, doubt="")


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("Diplom-Kauffrau, Universität Köln", "master", ""),
        ("Licence en économie", "bachelor", "économie"),
        ("Licenciatura en Economía", "bachelor", "Economía"),
        ("Engineering degree", "master", ""),
        ("Post Graduate Diploma in Management", "master", "Management"),
    ],
)
def test_degrees_that_compare_only_by_judgement_say_so(text: str, level: str, field: str) -> None:
    found = read_degree(text)
    assert found is not None
    assert (found.level, found.field) == (level, field)
    assert "is taken for" in found.doubt


@pytest.mark.parametrize(
    "text",
    ["", "Harvard, Cambridge, MA", "Acme, Boston, MA 02139", "Product Manager Associate", "worked as a basic hand"],
)
def test_what_is_no_degree(text: str) -> None:
    assert read_degree(text) is None


def test_a_level_that_the_catalogue_does_not_have_is_none(catalogue: Catalogue) -> None:
    assert read_degree("Master of Arts", catalogue.education_levels) is not None
    assert read_degree("Master of Arts", catalogue.education_levels[:3]) is None


def test_places_of_learning() -> None:
    assert is_institution("Universität Kiel")
    assert not is_institution("Acme Ltd")
