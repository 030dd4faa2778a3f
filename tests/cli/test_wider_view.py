"""``pmgap match``, ``path`` and ``compare`` as real processes: honest when little is known, clear when input is bad."""

import json
from pathlib import Path

import pytest

from conftest import Run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ROBIN = EXAMPLES / "career-changer.yaml"


def test_match_of_nothing_known_is_short_and_says_so(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text("pmgap: 1\n", encoding="utf-8")
    done = pmgap("match", "new.yaml")
    assert done.returncode == 0
    assert "From 0 answers, too little is known to tell one role from another." in " ".join(done.stdout.split())
    assert "Nothing is known yet of what these ask" in done.stdout
    assert "Not to be told yet: no step is certainly missing, and too much is open." in done.stdout
    assert "nothing certain" not in done.stdout
    assert len(done.stdout.splitlines()) < 40


def test_match_names_gates_background_and_the_skill_that_opens_most(pmgap: Run) -> None:
    text, page = (" ".join(pmgap("match", ROBIN, "--format", it).stdout.split()) for it in ("text", "markdown"))
    for report in (text, page):
        assert "Health care experience can lead to medical products." in report
        assert "Certification gate (not met; cheapest way: Certification in Scrum)" in report
        assert "by your own rating" in report
        assert "no order of rank" in report
        assert "education gate: Bachelor's degree in business, marketing, management or similar" in report
    data = json.loads(pmgap("match", ROBIN, "--json").stdout)
    opens = data["opens_most"]
    assert opens["name"] in text
    for change in opens["changes"]:
        assert change["after"] in ("within reach", "ready")
        assert change["role"]["id"] in opens["roles"]


def test_path_is_reported_in_every_format(pmgap: Run) -> None:
    arguments = ("path", "product-manager", "Director of product", "--profile", ROBIN)
    for style, what in (
        ("text", "Another way to consider"),
        ("markdown", "## Another way to consider"),
        ("csv", "pay from,pay to,work that earns evidence"),
        ("json", '"straight": {'),
    ):
        done = pmgap(*arguments, "--format", style)
        assert (done.returncode, done.stderr) == (0, "")
        assert what in done.stdout


def test_compare_tells_of_answers_that_this_catalogue_cannot_compare(pmgap: Run, tmp_path: Path) -> None:
    for name, word in (("before", "yes"), ("after", "no")):
        text = f"pmgap: 1\nanswers: {{gone.1a: {word}, road-mapping.3a: yes}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    told = " ".join(pmgap("compare", "before.yaml", "after.yaml").stdout.split())
    assert "No change in what can be compared." in told
    assert "does not know these statements: gone.1a." in told
    assert "No role is named, so coverage, readiness and gates are not compared" in told
    same = pmgap("compare", "before.yaml", "before.yaml", "--role", "product-manager").stdout
    assert "No change.\n" in same
    assert "gone.1a" not in same


def test_compare_fails_on_a_regression_when_asked_to(pmgap: Run) -> None:
    before, after = EXAMPLES / "before.yaml", EXAMPLES / "after.yaml"
    done = pmgap("compare", before, after, "--fail-on", "regression")
    assert done.returncode == 1
    assert '"I have answered a question about a product' in done.stdout
    assert "yes before, no now" in done.stdout
    assert pmgap("compare", before, after).returncode == 0
    assert pmgap("compare", before, before, "--fail-on", "regression").returncode == 0


def test_a_report_of_today_reads_like_the_profile_it_was_made_of(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(
        pmgap("assess", ROBIN, "--no-input", "--role", "product-manager", "--json").stdout, encoding="utf-8"
    )
    assert "No change.\n" in pmgap("compare", "report.json", ROBIN).stdout


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("match", "gone.yaml"), "there is no such file"),
        (("match", "broken.yaml"), "broken.yaml:2"),
        (("path", "product-manager", "prodct-owner"), 'unknown role "prodct-owner"'),
        (("path", "product-manager", "product-owner", "--profile", "gone.yaml"), "there is no such file"),
        (("compare", "broken.yaml", "gone.yaml"), "broken.yaml:2"),
        (("compare", "-", "-"), "standard input can be read only once"),
        (("compare", "other.json", "other.json"), 'a report of the kind "match" cannot be compared'),
    ],
)
def test_bad_input_is_one_clear_message(pmgap: Run, tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    (tmp_path / "broken.yaml").write_text("pmgap: 1\nanswers: [yes\n", encoding="utf-8")
    (tmp_path / "other.json").write_text('{"schema_version": "1", "kind": "match"}', encoding="utf-8")
    done = pmgap(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert what in done.stderr
    assert "Traceback" not in done.stderr
