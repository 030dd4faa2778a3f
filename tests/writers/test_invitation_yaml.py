"""The invitation as a file: it explains itself, holds no answer, and reads back as what was asked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmgap.catalogue import Catalogue
from pmgap.profile import Profile
from pmgap.readers.documents import NUMBER, parse
from pmgap.readers.returned_view import read_returned
from pmgap.second_view import invite
from pmgap.writers.invitation_yaml import invitation_text
from pmgap.writers.profile_yaml import profile_text
from shipped import SHIPPED

HOSTILE = [
    'Ada "x": y',
    "a: b # c",
    "- [x]",
    "\x1b[31mred\nanswers:\n  x: yes",
    "\u202eadA",
    "*a &b !c",
    "'",
    "yes",
    "---",
]

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.from_regex(NUMBER, fullmatch=True)
"""Any name at all, and such as look like numbers."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_name(catalogue: Catalogue, name: str) -> None:
    invitation = invite(catalogue, Profile(name=name), catalogue.roles[0], "quick")
    text = invitation_text(invitation)
    assert all(line.isprintable() for line in text.split("\n"))
    value = parse(text, "x.yaml").value
    assert value["about"] == name
    assert value["by"] is None
    assert list(value["answers"]) == [it.id for skill in invitation.skills for it in skill.statements]
    assert set(value["answers"].values()) == {None}


@given(names)
def test_any_name_reads_back(name: str) -> None:
    text = invitation_text(invite(SHIPPED, Profile(name=name), SHIPPED.roles[0], "quick"))
    assert (parse(text, "x.yaml").value.get("about") or "") == name


@given(names)
def test_any_name_reads_back_from_a_profile(name: str) -> None:
    assert (parse(profile_text(Profile(name=name)), "x.yaml").value.get("name") or "") == name


@pytest.mark.parametrize(
    "name", ["1e5", "0E0", "-.5e1", "+1E+2", "1_0", "12", "1.5", "nan", ".inf", "yes", "~", "Null"]
)
def test_a_name_like_a_number_or_a_word_of_yaml_stays_a_name(name: str) -> None:
    text = invitation_text(invite(SHIPPED, Profile(name=name), SHIPPED.roles[0], "quick"))
    assert parse(text, "x.yaml").value["about"] == name
    assert parse(profile_text(Profile(name=name)), "x.yaml").value["name"] == name


def test_it_reads_as_plain_text_and_fits_the_width(catalogue: Catalogue) -> None:
    role = catalogue.role_by_id["growth-product-manager"]
    text = invitation_text(invite(catalogue, Profile(name="Ada"), role, "full"))
    assert text.startswith("# How do you see the work of Ada?\n#\n# This is about what was done")
    assert "\n  road-mapping.3a: \n" in text
    assert max(map(len, text.splitlines())) <= 100
    for key, (skill, _level, statement) in catalogue.statement_by_id.items():
        if key in text:
            assert statement.text in " ".join(text.replace("\n  # ", " ").split())
            assert skill.name.upper() in text


def test_the_same_invitation_is_the_same_bytes(catalogue: Catalogue) -> None:
    made = [invitation_text(invite(catalogue, Profile(name="Ada"), catalogue.roles[1], "quick")) for _ in range(2)]
    assert made[0] == made[1]


def test_an_invitation_that_comes_back_as_it_went_says_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "back.yaml"
    path.write_text(invitation_text(invite(catalogue, Profile(), catalogue.roles[0], "quick")), encoding="utf-8")
    returned = read_returned(str(path))
    assert (returned.by, returned.about, returned.role) == (None, None, catalogue.roles[0].id)
    assert set((returned.answers or {}).values()) == {None}
