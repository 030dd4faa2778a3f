"""``pmgap posting``, and ``--posting`` wherever ``--role`` works."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from hostile import hostile
from pmgap.catalogue import Catalogue
from pmgap.postings.understanding import understand
from pmgap.printable import printable
from pmgap.readers.posting_file import MOST_CHARACTERS
from pmgap.writers.json_report import as_json
from pmgap.writers.posting_markdown import posting_markdown

FOLDER = Path(__file__).parent.parent / "data" / "postings"
PROFILES = Path(__file__).parent.parent / "data" / "profiles"
PLAIN = FOLDER / "plain.txt"
PROFILE = PROFILES / "mid-way.yaml"

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(pmgap: Run) -> Call:
    """Run pmgap: its exit code, what it wrote, what it told."""

    def called(*arguments: str | Path) -> tuple[int, str, str]:
        done = pmgap(*arguments)
        return done.returncode, done.stdout, done.stderr

    return called


def test_it_shows_every_item_with_its_line(call: Call) -> None:
    code, out, _ = call("posting", PLAIN)
    assert code == 0
    assert "Senior Product Owner" in out
    assert "3 or more: a Product Owner (required), line 17" in out
    assert 'line 19  "Certified Scrum Product Owner" in: Certified Scrum Product Owner' in out
    assert "Demanded of the candidate - must" in out
    assert "line 20: You speak Dutch and English fluently" in out
    assert "Nothing here says anything about you" in " ".join(out.split())


def test_json_is_the_whole_report(call: Call, catalogue: Catalogue) -> None:
    code, out, _ = call("posting", PLAIN, "--json")
    assert code == 0
    report = json.loads(out)
    assert (report["kind"], report["schema_version"]) == ("posting", "1")
    assert report["years"][0]["quote"] == {"line": 17, "text": "At least three years' experience as a Product Owner"}
    assert {"skill", "importance", "where", "evidence"} <= report["requirements"][0].keys()
    lines = PLAIN.read_text(encoding="utf-8").split("\n")
    assert out == as_json(understand(catalogue, lines))


def test_markdown_goes_to_a_file(call: Call, tmp_path: Path) -> None:
    code, out, told = call("posting", PLAIN, "--format", "markdown", "--output", tmp_path / "posting.md")
    assert (code, out) == (0, "")
    assert "Written" in told
    page = (tmp_path / "posting.md").read_text(encoding="utf-8")
    assert page.startswith("# Senior Product Owner\n")
    assert "| Agile methodologies | 19 |" in page


def test_it_never_replaces_the_posting(call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "job.txt"
    copy.write_text("We need a product owner.\n", encoding="utf-8")
    code, _, told = call("posting", copy, "--output", copy)
    assert code == 2
    assert "would replace what it is made from" in told


def test_text_from_a_posting_can_be_no_markup(catalogue: Catalogue) -> None:
    lines = PLAIN.read_text(encoding="utf-8").split("\n")
    page = posting_markdown(hostile(understand(catalogue, lines)))
    assert "<script>" not in page
    assert "\x1b" not in page
    assert printable(page.replace("\n", " ")) == page.replace("\n", " ")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x7fELF\0\0\0\1", "binary file"),
        (b"", "there is no text in it"),
        (b" \n\t\n", "there is no text in it"),
        (b"x " * MOST_CHARACTERS, "more than 200,000 characters"),
        (b"a" + b"\n" * MOST_CHARACTERS + b"b", "more than 200,000 characters"),
        (b"%PDF-1.7 broken", "job.txt"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
)
def test_what_is_no_posting_gets_one_message(call: Call, tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "job.txt"
    path.write_bytes(content)
    for arguments in (("posting", path), ("assess", PROFILE, "--posting", path, "--no-input")):
        code, out, told = call(*arguments)
        assert (code, out) == (2, "")
        assert told.startswith("pmgap: ")
        assert what in told
        assert "Traceback" not in told


def test_a_text_that_asks_for_nothing_is_no_target(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bread.txt"
    path.write_text("Flour, water, salt.\n", encoding="utf-8")
    code, out, _ = call("posting", path)
    assert code == 0
    assert "No skill of the catalogue was found in it." in out
    code, _, told = call("assess", PROFILE, "--posting", path, "--no-input")
    assert code == 2
    assert "asks for no skill that the catalogue knows" in told


def test_other_encodings_are_read(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "job.txt"
    text = "# Product Manager\n\n## Requirements\n- Café experience and SQL\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes(text.encode(encoding))
        code, out, _ = call("posting", path)
        assert code == 0
        assert "Café experience and SQL" in " ".join(out.split())


def test_control_and_direction_characters_do_not_reach_the_screen(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "job.txt"
    path.write_text("# PM \x1b[31m\n\n## Requirements\n- \u202eSQL\u202c \x1b]0;x\x07 and Excel\n", encoding="utf-8")
    code, out, _ = call("posting", path)
    assert code == 0
    assert not any(mark in out for mark in ("\x1b", "\u202e", "\x07"))


def test_assess_takes_a_posting_as_its_target(call: Call) -> None:
    code, out, _ = call("assess", PROFILE, "--posting", PLAIN, "--no-input", "--json")
    assert code == 0
    report = json.loads(out)
    assert report["role"] == {"id": "posting-senior-product-owner", "title": "Senior Product Owner (posting)"}
    asked = {it["skill"]: it for it in report["requirements"]}
    assert 'Line 19: "Certified Scrum Product Owner or similar"' in asked["agile-methodologies"]["note"]
    assert [it["kind"] for it in report["gates"]] == ["experience", "education", "certification"]


def test_postings_and_roles_may_be_targets_together(call: Call) -> None:
    informal = FOLDER / "informal.md"
    arguments = ("--role", "product-owner", "--posting", PLAIN, "--posting", informal, "--no-input", "--json")
    code, out, _ = call("assess", PROFILE, *arguments)
    assert code == 0
    ids = [it["role"]["id"] for it in json.loads(out)["assessments"]]
    assert ids == ["product-owner", "posting-senior-product-owner", "posting-growth-pm-lumenleaf"]


def test_the_same_posting_twice_is_told_apart(call: Call) -> None:
    code, out, _ = call("assess", PROFILE, "--posting", PLAIN, "--posting", PLAIN, "--no-input", "--json")
    assert code == 0
    assert len({it["role"]["id"] for it in json.loads(out)["assessments"]}) == 2
    assert len({it["role"]["title"] for it in json.loads(out)["assessments"]}) == 2


def test_plan_compare_team_and_invite_take_a_posting(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("plan", PROFILE, "--posting", PLAIN, "--json")
    assert code == 0
    assert json.loads(out)["kind"] == "plan"
    code, out, _ = call("compare", PROFILES / "empty.yaml", PROFILE, "--posting", PLAIN, "--json")
    assert code == 0
    assert json.loads(out)["roles"][0]["role"]["id"] == "posting-senior-product-owner"
    code, out, _ = call("team", PROFILES, "--posting", PLAIN, "--json", "--names")
    assert code == 0
    assert json.loads(out)["role"]["title"] == "Senior Product Owner (posting)"
    code, out, _ = call("invite", PROFILE, "--posting", PLAIN)
    assert code == 0
    assert "Senior Product Owner (posting)" in out


def test_a_report_about_a_posting_can_be_compared(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("assess", PROFILES / "empty.yaml", "--posting", PLAIN, "--no-input", "--json")
    assert code == 0
    before = tmp_path / "before.json"
    before.write_text(out, encoding="utf-8")
    code, out, told = call("compare", before, PROFILE, "--posting", PLAIN, "--json")
    assert (code, told) == (0, "")
    code, _, told = call("compare", before, PROFILE, "--posting", FOLDER / "informal.md")
    assert code == 2
    assert "the report does not tell of" in told


def test_a_team_is_held_against_one_target(call: Call) -> None:
    for arguments in ((), ("--role", "product-owner", "--posting", PLAIN)):
        code, _, told = call("team", PROFILES, *arguments)
        assert code == 2
        assert "Use either --role ROLE or --posting FILE" in told


def test_standard_input_is_read_once(call: Call) -> None:
    code, _, told = call("assess", PROFILE, "--posting", "-", "--posting", "-", "--no-input")
    assert code == 2
    assert "standard input can be read only once" in told


def test_a_posting_comes_through_a_pipe(pmgap: Run) -> None:
    done = pmgap("posting", "-", "--json", stdin=PLAIN.read_bytes())
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["title"] == "Senior Product Owner"
    assert os.sep not in json.loads(done.stdout)["title"]


def test_it_says_of_what_it_only_expects_that_it_does(call: Call, tmp_path: Path) -> None:
    duties = ["Plan the live calendar", *(f"Bake bread number {number}" for number in range(9))]
    file = tmp_path / "posting.md"
    file.write_text("\n".join(["# Product Manager", "", "## What you will do", *(f"- {it}" for it in duties)]), "utf-8")
    code, out, _ = call("posting", file)
    assert code == 0
    assert "too little by itself, but most postings ask for it" in out
    assert "too little" not in call("posting", PLAIN)[1]
