"""The documentation says what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run

ROOT = Path(__file__).parent.parent


def made(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_pages_made_from_the_catalogue_are_fresh() -> None:
    done = made("docs/generate.py", "--check")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs a POSIX system")
def test_the_transcript_of_the_interview_is_fresh() -> None:
    done = made("docs/transcript.py", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_report_in_the_readme_is_what_the_command_shows(pmgap: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```console\n\$ pmgap (assess examples[^\n]*)\n(.*?)```", readme, re.DOTALL)
    assert shown
    done = pmgap(*shown[1].split(), cwd=ROOT)
    assert done.returncode == 0
    assert done.stdout.startswith(shown[2].rstrip("\n"))


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda it: it.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


def test_every_command_of_the_readme_exists(pmgap: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"`pmgap ([a-z]+)", readme))
    known = pmgap("--help").stdout
    assert commands
    assert [name for name in sorted(commands) if not re.search(rf"\b{name}\b", known)] == []


def test_no_page_names_a_place_of_this_machine() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        assert not re.search(r"(?<![\w.])/(work|root|tmp|home)/", page.read_text(encoding="utf-8")), page.name
