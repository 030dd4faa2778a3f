"""Schemas: committed, fresh, sound, and true of what is written - as an independent validator sees it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import Run
from pmgap.catalogue import Catalogue
from pmgap.profile import EMPTY
from pmgap.readers.documents import parse
from pmgap.readers.profile_file import read_profile
from pmgap.second_view import invite
from pmgap.writers.invitation_json import invitation_json
from pmgap.writers.invitation_yaml import invitation_text
from pmgap.writers.profile_yaml import profile_text
from pmgap.writers.schemas import HOMES, READ_FROM_FILES, schema_text

ROOT = Path(__file__).parent.parent
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.json"))
ME = str(ROOT / "examples" / "career-changer.yaml")

OUTPUTS: dict[str, list[str]] = {
    "summary": ["assess", "--profiles", str(ROOT / "tests/data/one-person.jsonl"), "--role", "product-owner"],
    "assessment": ["assess", ME, "--role", "growth-product-manager", "--json"],
    "assessments": ["assess", ME, "--role", "growth-product-manager", "--role", "product-owner", "--json"],
    "plan": ["plan", ME, "--hours", "60", "--json"],
    "roles": ["roles", "--json"],
    "role": ["roles", "product-manager", "--json"],
    "role-comparison": ["roles", "product-manager", "product-owner", "--json"],
    "skills": ["skills", "--json"],
    "skill": ["skills", "pricing", "--json"],
    "posting": ["posting", "job.md", "--json"],
    "import": ["import", str(ROOT / "examples" / "cv.md"), "--as-of", "2026-01", "--json", "--dry-run"],
}
"""Kinds of reports that are checked as a process writes them; those of the golden files are checked there."""


def errors(name: str, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, it.path))}: {it.message}" for it in validator(name).iter_errors(value)]


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of a committed schema; a test sees that it is what the program makes, which takes far longer."""
    return Draft202012Validator(json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", HOMES)
def test_the_committed_schema_is_fresh_and_sound(name: str) -> None:
    text = schema_text(name)
    Draft202012Validator.check_schema(json.loads(text))
    committed = ROOT / "schemas" / f"{name}.schema.json"
    assert committed.read_text(encoding="utf-8") == text, f"run: pmgap schema {name} -o schemas/{name}.schema.json"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {f"{name}.schema.json" for name in HOMES}


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_written_fits_its_schema(name: str, pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "job.md").write_text(
        "# Product manager\n\nRequirements:\n- Road mapping\n- 3 years, Scrum\n", encoding="utf-8"
    )
    done = pmgap(*OUTPUTS[name])
    assert done.returncode == 0
    value = json.loads(done.stdout)
    assert errors(name, value) == []
    assert value["kind"] == name
    del value["kind"]
    assert errors(name, value)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda it: it.stem)
def test_every_golden_report_fits_its_schema(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    assert errors(value["kind"], value) == []
    assert value.keys() == set(validator(value["kind"]).schema["required"]), "every field is always there"


def test_every_kind_of_report_is_checked_against_its_schema() -> None:
    golden = {json.loads(path.read_text(encoding="utf-8"))["kind"] for path in GOLDEN}
    assert golden | OUTPUTS.keys() == HOMES.keys() - set(READ_FROM_FILES)


@pytest.mark.parametrize("path", [*(ROOT / "data").rglob("*.yaml")], ids=lambda it: it.name)
def test_the_files_of_the_catalogue_fit_the_schema_for_editors(path: Path) -> None:
    assert errors("catalogue", parse(path.read_text(encoding="utf-8"), path.name).value) == []


def test_a_profile_fits_its_schema_and_a_mistake_does_not() -> None:
    assert errors("profile", parse(Path(ME).read_text(encoding="utf-8"), "me.yaml").value) == []
    assert errors("profile", {"anwers": {}})
    assert errors("profile", {"answers": {"road-mapping.3a": "maybe"}})


def test_every_yaml_that_is_written_fits_its_schema_and_names_it_for_editors(catalogue: Catalogue) -> None:
    profile = read_profile(str(ROOT / "tests" / "data" / "profiles" / "mid-way.yaml"))
    invitation = invite(catalogue, profile, catalogue.roles[0], "quick")
    for name, text in (("profile", profile_text(profile)), ("invitation", invitation_text(invitation))):
        assert text.count(f"# yaml-language-server: $schema={name}.schema.json\n") == 1
        assert errors(name, parse(text, "it.yaml").value) == []


def test_an_invitation_fits_its_schema_as_json_and_filled_in_and_a_mistake_does_not(catalogue: Catalogue) -> None:
    value = json.loads(invitation_json(invite(catalogue, EMPTY, catalogue.roles[0], "quick")))
    assert errors("invitation", value) == []
    key = next(iter(value["answers"]))
    for answer in ("yes", "partly", "no", True, False, None):
        assert errors("invitation", value | {"answers": {key: answer}, "by": "Ben"}) == []
    assert errors("invitation", value | {"answers": {key: "maybe"}})
    assert errors("invitation", value | {"answer": {}})


@pytest.mark.parametrize("name", HOMES)
def test_every_field_has_a_description(name: str) -> None:
    made = validator(name).schema
    for part in (made, *made.get("$defs", {}).values()):
        for key, entry in part.get("properties", {}).items():
            assert entry.get("description"), f"{part.get('title')}.{key}"


def test_the_schema_command_lists_and_refuses(pmgap: Run) -> None:
    assert pmgap("schema").stdout.split() == list(HOMES)
    assert pmgap("schema", "profile").stdout == schema_text("profile")
    refused = pmgap("schema", "profil")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Did you mean profile" in refused.stderr
