"""``--format html`` of every report: a whole page on standard output, and people anonymised as in the other formats."""

from pathlib import Path

import pytest

from conftest import Run

ROOT = Path(__file__).parent.parent.parent
PROFILES = ROOT / "tests" / "data" / "profiles"
EXAMPLES = ROOT / "examples"
TEAM = ("team", EXAMPLES / "team", "--role", "product-manager", "--format", "html")


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (("match", PROFILES / "mid-way.yaml"), "Kim (invented): which roles fit"),
        (("path", "product-manager", "product-lead"), "From Product manager to Product lead"),
        (("compare", EXAMPLES / "before.yaml", EXAMPLES / "after.yaml"), "Noor (invented) - Before and after"),
    ],
)
def test_a_report_is_a_whole_page(pmgap: Run, arguments: tuple[str | Path, ...], title: str) -> None:
    done = pmgap(*arguments, "--format", "html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("<!DOCTYPE html>\n")
    assert done.stdout.endswith("</html>\n")
    assert f"<title>{title}</title>" in done.stdout


def test_the_page_of_a_small_team_names_nobody_unless_asked_to(pmgap: Run) -> None:
    hidden, named = pmgap(*TEAM), pmgap(*TEAM, "--names")
    assert hidden.returncode == named.returncode == 0
    assert "Names are left out" in hidden.stderr
    assert "Amara" in named.stdout
    assert "Amara" not in hidden.stdout
    assert ">Person 4</th>" in hidden.stdout


def test_a_posting_becomes_a_page_with_every_line(pmgap: Run) -> None:
    posting = "# Product manager (R&D)\n\nRequirements:\n- Own the roadmap & pricing\n- A love of bees & 1 < 2\n"
    done = pmgap("posting", "-", "--format", "html", stdin=posting)
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>Product manager (R&amp;D)</title>" in done.stdout
    assert "<strong>roadmap</strong> in: Own the roadmap &amp; pricing" in done.stdout
    assert "line 5: A love of bees &amp; 1 &lt; 2" in done.stdout


def test_what_is_not_made_to_be_printed_says_so(pmgap: Run) -> None:
    done = pmgap("import", EXAMPLES / "cv.md", "--format", "html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "markdown" in done.stderr


def test_a_second_view_becomes_a_page_in_a_file(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes((EXAMPLES / "team" / "amara.yaml").read_bytes())
    returned = EXAMPLES / "second-view" / "amara-by-ben.yaml"
    done = pmgap("merge", "me.yaml", returned, "--format", "html", "--output", "seen.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Amara: how others see it" in (tmp_path / "seen.html").read_text(encoding="utf-8")
