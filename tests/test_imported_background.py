"""A background that came from documents: it waits for the person, and is theirs afterwards."""

from dataclasses import replace
from pathlib import Path

import pytest

from pmgap.background_answers import confirmed, dropped, open_items, told, unconfirmed
from pmgap.profile import Background, Education, Experience, Imported, ImportedItem, Mention, Profile
from pmgap.readers.profile_file import read_profile
from pmgap.writers.profile_yaml import save_profile

LINES = (Mention(source="cv.md:3", line="Product Manager, Acme"),)
PROFILE = Profile(
    background=Background(
        education=(Education(level="bachelor", field="nursing"), Education(level="master")),
        experience=(
            Experience(years=1, kind="product"),
            Experience(years=2.5, years_max=4, kind="industry", domain="health care"),
        ),
        certifications=("CSPO",),
    ),
    imported=(Imported(item="education"), Imported(item="product", lines=LINES), Imported(item="management")),
)


def test_what_waits_is_what_is_there() -> None:
    assert [it.item for it in unconfirmed(PROFILE)] == ["education", "product"]
    assert unconfirmed(Profile()) == ()
    twice = replace(PROFILE, imported=(Imported(item="product"), Imported(item="product", lines=LINES)))
    assert unconfirmed(twice) == (Imported(item="product", lines=LINES),)


def test_what_is_told_about_it() -> None:
    background = PROFILE.background or Background()
    assert told(background, "education") == ("bachelor, nursing", "master")
    assert told(background, "product") == ("1 year",)
    assert told(background, "industry") == ("2.5 to 4 years in health care",)
    assert told(background, "management") == ()
    assert told(background, "certifications") == ("CSPO",)


def test_what_is_confirmed_stays_and_waits_no_longer() -> None:
    after = confirmed(PROFILE, "product")
    assert after.background == PROFILE.background
    assert [it.item for it in after.imported or ()] == ["education", "management"]
    assert confirmed(confirmed(after, "education"), "management").imported is None


@pytest.mark.parametrize("item", ["education", "product", "industry", "certifications"])
def test_what_is_dropped_is_open_again(item: ImportedItem) -> None:
    after = dropped(PROFILE, item)
    background = after.background or Background()
    assert told(background, item) == ()
    assert item in open_items(background)
    assert all(it.item != item for it in after.imported or ())
    others: list[ImportedItem] = ["education", "product", "industry", "certifications"]
    assert all(told(background, other) for other in others if other != item)


def test_it_is_saved_and_read(tmp_path: Path) -> None:
    path = str(tmp_path / "me.yaml")
    save_profile(PROFILE, path)
    assert read_profile(path) == PROFILE


def test_what_another_run_imported_meanwhile_is_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "me.yaml")
    mine = Profile(answers={"pricing.1a": "yes"})
    save_profile(PROFILE, path)
    saved = save_profile(mine, path, known=Profile())
    assert (saved.background, saved.imported) == (PROFILE.background, PROFILE.imported)
    assert saved.known_answers() == {"pricing.1a": "yes"}


def test_what_was_confirmed_here_stays_confirmed(tmp_path: Path) -> None:
    path = str(tmp_path / "me.yaml")
    save_profile(PROFILE, path)
    saved = save_profile(confirmed(PROFILE, "product"), path, known=PROFILE)
    assert [it.item for it in saved.imported or ()] == ["education", "management"]
