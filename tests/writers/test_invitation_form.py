"""The invitation as a form and as JSON: each explains itself, holds no answer, and reads back as what was asked."""

import json
from pathlib import Path

import pytest

from pmgap.catalogue import Catalogue
from pmgap.profile import Profile
from pmgap.readers.returned_view import read_returned
from pmgap.second_view import Invitation, invite
from pmgap.writers.invitation_form import invitation_form
from pmgap.writers.invitation_json import invitation_json

HOSTILE = [
    "== END ==",
    "1. Ada",
    "[x] yes (research.3a)",
    "\x1b[31mred\nYour name: Eve",
    "Role: cook",
    '"Ada"',
    "pmgap invitation, format 9",
]


def growth(catalogue: Catalogue, name: str | None = "Ada") -> Invitation:
    return invite(catalogue, Profile(name=name), catalogue.role_by_id["growth-product-manager"], "full")


def test_the_form_fits_a_quoted_mail_and_asks_everything(catalogue: Catalogue) -> None:
    invitation = growth(catalogue)
    text = invitation_form(invitation)
    assert text.startswith("How do you see the work of Ada?\n\nThis is about what was done")
    assert max(map(len, text.splitlines())) <= 72
    assert text == invitation_form(growth(catalogue))
    words = " ".join(text.split())
    for skill in invitation.skills:
        assert f"== {skill.name.upper()} ==" in text
        assert skill.definition in words
        for it in skill.statements:
            assert f"{it.text} [ ] yes [ ] partly [ ] no ({it.id})" in words


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_no_part_of_the_form(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    path = tmp_path / "back.txt"
    path.write_text(invitation_form(growth(catalogue, name)), encoding="utf-8")
    assert all(line.isprintable() for line in path.read_text(encoding="utf-8").split("\n"))
    returned = read_returned(str(path))
    assert (returned.by, returned.role, returned.not_understood) == (None, "growth-product-manager", ())
    assert set((returned.answers or {}).values()) == {None}


def test_the_json_says_what_is_asked_and_reads_back(catalogue: Catalogue, tmp_path: Path) -> None:
    invitation = growth(catalogue, 'A"d\u00e4')
    text = invitation_json(invitation)
    assert text.isascii()
    document = json.loads(text)
    ids = [it.id for skill in invitation.skills for it in skill.statements]
    assert [it["id"] for skill in document["questions"] for it in skill["statements"]] == ids
    assert document["answers"] == dict.fromkeys(ids)
    document["by"], document["answers"][ids[0]] = "Ben", "partly"
    path = tmp_path / "back.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    returned = read_returned(str(path))
    assert (returned.about, returned.by, returned.role) == ('A"d\u00e4', "Ben", "growth-product-manager")
    assert returned.answers == {**dict.fromkeys(ids), ids[0]: "partly"}
