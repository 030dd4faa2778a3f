"""``pmgap import`` as a process: what it saves, what it says, what it refuses."""

import json
import os
import stat
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import Run
from pmgap.profile import Profile
from pmgap.readers.profile_file import read_profile
from pmgap.writers.schemas import schema

CV = """# Mara Lind
Product owner

## Experience
### Product Owner, Tidewater Pay (June 2019 – Present)
- Ran the road map and did market research
### Analyst, Halden Bank (Jan 2016 – May 2019)
- Modelled processes

## Education
- BSc Economics, University of Leeds, 2012 – 2015

## Certifications
- CSPO, 2021
"""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cv.md"
    path.write_text(CV, encoding="utf-8")
    return path


def profile(path: Path) -> Profile:
    return read_profile(str(path))


def test_a_cv_goes_into_the_persons_own_profile(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    done = pmgap("import", cv, "--as-of", "2024-05")
    assert done.returncode == 0
    own = tmp_path / "home" / "data" / "pmgap" / "profile.yaml"
    assert f"Saved: {own}\nNow: pmgap assess shows you first what was taken" in done.stderr
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    background = profile(own).background
    assert background is not None
    assert [(it.kind, it.years) for it in background.experience or ()] == [
        ("product", 5),
        ("industry", 3.4),
        ("industry", 5),
    ]
    assert background.certifications == ("CSPO",)
    assert profile(own).known_answers() == {}
    assert "Product Owner, Tidewater Pay: 2019-06 to now (product, industry) cv.md:5" in " ".join(done.stdout.split())


def test_what_to_do_now_names_the_profile_that_was_written(pmgap: Run, cv: Path) -> None:
    assert 'Now: pmgap assess "my own.yaml" shows you first' in pmgap("import", cv, "--output", "my own.yaml").stderr


def test_importing_twice_leaves_the_same_bytes(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    first = pmgap("import", cv, "--profile", me, "--as-of", "2024-05")
    before = me.read_bytes()
    again = pmgap("import", cv, "--profile", me, "--as-of", "2024-05")
    assert (first.returncode, again.returncode) == (0, 0)
    assert me.read_bytes() == before
    assert "Nothing new" in again.stderr


def test_a_dry_run_saves_nothing(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    done = pmgap("import", cv, "--profile", "me.yaml", "--dry-run")
    assert done.returncode == 0
    assert "Not saved" in done.stderr
    assert not (tmp_path / "me.yaml").exists()


def test_a_new_profile_does_not_replace_another(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    assert pmgap("import", cv, "--output", "me.yaml", "--as-of", "2024-05").returncode == 0
    assert pmgap("import", cv, "--output", "me.yaml", "--as-of", "2024-05").returncode == 0
    (tmp_path / "me.yaml").write_text("pmgap: 1\nanswers: {pricing.1a: yes}\n", encoding="utf-8")
    refused = pmgap("import", cv, "--output", "me.yaml", "--as-of", "2024-05")
    assert refused.returncode == 2
    assert "--profile me.yaml" in refused.stderr
    assert profile(tmp_path / "me.yaml").known_answers() == {"pricing.1a": True}


def test_the_month_of_the_clock_is_now(pmgap: Run, cv: Path) -> None:
    import time

    report = json.loads(pmgap("import", cv, "--dry-run", "--json").stdout)
    assert report["as_of"] in (time.strftime("%Y-%m"), report["as_of"])
    assert report["as_of"] >= "2025-01"


def test_the_report_as_json_fits_its_schema_and_is_the_same_every_time(pmgap: Run, cv: Path) -> None:
    first, again = (pmgap("import", cv, "--dry-run", "--as-of", "2024-05", "--json").stdout for _ in range(2))
    assert first == again
    report = json.loads(first)
    assert report["kind"] == "import"
    assert list(Draft202012Validator(schema("import")).iter_errors(report)) == []
    assert [it["item"] for it in report["background"]] == ["education", "product", "industry", "certifications"]
    assert {it["status"] for it in report["background"]} == {"added"}
    named = {it["skill"]: it["lines"] for it in report["mentions"]}
    assert named["road-mapping"] == [
        {"place": "cv.md:6", "line": "Ran the road map and did market research", "new": True}
    ]
    assert str(cv.parent) not in first


def test_the_report_as_markdown(pmgap: Run, cv: Path) -> None:
    page = pmgap("import", cv, "--dry-run", "--as-of", "2024-05", "--format", "markdown").stdout
    assert page.startswith("# What your documents say\n")
    assert "| Road mapping | Ran the road map and did market research | cv.md:6 |" in page


def test_what_is_in_a_cv_does_nothing_to_a_terminal_or_a_page(pmgap: Run, tmp_path: Path) -> None:
    attack = "\x1b[31m [bold red]x[/] <script>alert(1)</script> | a | `b` \u202e"
    (tmp_path / "cv.md").write_text(
        f"# Experience\n### Product Owner, Evil {attack} (2019 - 2020)\n- did market research {attack}\n",
        encoding="utf-8",
    )
    for style in ("text", "markdown", "json"):
        done = pmgap("import", "cv.md", "--profile", f"{style}.yaml", "--format", style, "--as-of", "2024-05")
        code, out = done.returncode, done.stdout
        assert code == 0
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert style == "json" or "[bold red]" in out.replace("\\", "")
        assert style != "markdown" or "<script>" not in out
    assert "\x1b" not in (tmp_path / "text.yaml").read_text(encoding="utf-8")


def test_several_documents_and_standard_input(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    (tmp_path / "more.json").write_text(
        json.dumps(
            {"basics": {}, "work": [{"name": "Acme", "position": "Team Lead", "startDate": "2010", "endDate": "2014"}]}
        ),
        encoding="utf-8",
    )
    done = pmgap("import", cv, "more.json", "-", "--profile", "me.yaml", "--json", stdin="Skills\nPricing, Excel\n")
    assert done.returncode == 0
    assert [it["file"] for it in json.loads(done.stdout)["files"]] == ["cv.md", "more.json", "standard input"]
    assert "pricing" in (profile(tmp_path / "me.yaml").mentions or {})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.pdf"], "there is no such file"),
        (["empty.txt"], "there is no text in it"),
        (["letter.txt"], "no work, education or skills were found in it"),
        (["cv.md", "--as-of", "May 2024"], "Write year and month, like 2026-03"),
        (["cv.md", "--as-of", "2024-13"], "Write year and month, like 2026-03"),
        (["cv.md", "--profile", "cv.md"], "would replace the document"),
        (["cv.md", "--profile", "-"], "must be a file"),
        (["cv.md", "--profile", "broken.yaml"], "broken.yaml"),
        (["cv.md", "--profile", "a.yaml", "--output", "b.yaml"], "exclude each other"),
        (["-", "-"], "only once"),
        ([], "Missing argument"),
        (["."], "there is no LinkedIn export in the folder"),
    ],
)
def test_bad_input_gets_one_clear_message(
    pmgap: Run, cv: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "letter.txt").write_text("Dear all,\nthe minutes are below.\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("answers: [", encoding="utf-8")
    done = pmgap("import", *arguments)
    code, out, err = done.returncode, done.stdout, done.stderr
    assert code == 2
    assert said in " ".join(err.replace("│", " ").split())
    assert out == ""
    assert not (tmp_path / "home" / "data").exists()


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_saved(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    done = pmgap("import", str(cv), "a.pdf", "b.docx")
    code, err = done.returncode, done.stderr
    assert code == 2
    assert "a.pdf" in err
    assert "b.docx" in err
    assert not (tmp_path / "home" / "data").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a file system with rights")
def test_a_place_that_cannot_be_written_is_told(pmgap: Run, cv: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = pmgap("import", cv, "--profile", "file/me.yaml")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_example_is_read_as_its_author_meant_it(pmgap: Run, tmp_path: Path) -> None:
    example = Path(__file__).parent.parent.parent / "examples" / "cv.md"
    done = pmgap("import", str(example), "--profile", "me.yaml", "--as-of", "2026-03", "--json")
    code, out = done.returncode, done.stdout
    assert code == 0
    report = json.loads(out)
    assert report["not_understood"] == []
    assert {it["item"]: it["text"] for it in report["background"]} == {
        "education": "bachelor's degree in Nursing",
        "product": "1 year of product work",
        "industry": "6.3 to 8.2 years in health care",
        "management": "3.2 years of leading people",
        "certifications": "Google UX Design Certificate",
    }
    assert len(report["mentions"]) >= 8
