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


def test_the_excerpts_of_the_wider_view_are_what_the_commands_show(pmgap: Run) -> None:
    page = (ROOT / "docs" / "wider-view.md").read_text(encoding="utf-8")
    excerpts = re.findall(r"```console\n\$ pmgap ([^\n]*)\n(.*?)```", page, re.DOTALL)
    runnable = [(command, shown) for command, shown in excerpts if "me.yaml" not in command]
    assert len(runnable) == 4
    for command, shown in runnable:
        done = pmgap(*command.split(), cwd=ROOT)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(shown.rstrip("\n")), command


def test_the_form_shown_in_the_wider_view_is_read_as_it_says(pmgap: Run, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "wider-view.md").read_text(encoding="utf-8")
    form = page.partition("```text\n")[2].partition("```")[0]
    (tmp_path / "me.yaml").write_text("pmgap: 1\n", encoding="utf-8")
    (tmp_path / "back.txt").write_text(form, encoding="utf-8")
    done = pmgap("merge", "me.yaml", "back.txt", "--by", "Ben")
    assert done.returncode == 0, done.stderr
    saved = (tmp_path / "me.yaml").read_text(encoding="utf-8")
    assert "market-research.3c: yes" in saved
    assert "market-research.3c: For the spring review." in saved
