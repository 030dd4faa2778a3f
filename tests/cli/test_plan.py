"""``pmgap plan`` and ``pmgap log`` as real processes."""

import json
from pathlib import Path

import pytest

from conftest import Run

ROOT = Path(__file__).parent.parent.parent
ME = str(ROOT / "examples" / "career-changer.yaml")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--hours", "-1"], "Use a number from 0 to 20000."),
        (["--hours", "nan"], "Use a number from 0 to 20000."),
        (["--hours", "1e9"], "Use a number from 0 to 20000."),
        (["--budget", "-5"], "Use a number from 0 to"),
        (["--hours-per-week", "0"], "Use a number from 0.25 to 168."),
        (["--format", "ics", "--start", "tomorrow"], "Use a date like 2026-03-02."),
        (["--role", "produkt-manager"], "Did you mean product-manager"),
        (["--without-job", "--in-job"], "exclude each other"),
        (["--hours", "many"], "many"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_hint(arguments: list[str], hint: str, pmgap: Run) -> None:
    done = pmgap("plan", ME, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


def test_the_json_plan_is_the_same_twice_and_names_its_worth(pmgap: Run) -> None:
    first, second = (pmgap("plan", ME, "--hours", "40", "--budget", "300", "--json").stdout for _ in range(2))
    assert first == second
    plan = json.loads(first)
    assert plan["kind"] == "plan"
    assert plan["hours"] <= 40
    assert plan["steps"][0]["moves"][0]["from"] < plan["steps"][0]["moves"][0]["to"]
    assert plan["predictions"][0]["coverage_after"]["low"] > plan["predictions"][0]["coverage_before"]["low"]


def test_the_calendar_can_be_read_by_calendars(pmgap: Run, tmp_path: Path) -> None:
    done = pmgap("plan", ME, "--hours", "40", "--format", "ics", "--start", "2026-03-02", "-o", "plan.ics")
    assert done.returncode == 0
    data = (tmp_path / "plan.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT") > 0
    assert b"DTSTART:20260302T180000" in data


def test_logging_an_action_opens_its_statements_and_takes_it_out_of_the_plan(pmgap: Run, tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_bytes(Path(ME).read_bytes())
    step = json.loads(pmgap("plan", me, "--json").stdout)["steps"][0]["action"]
    done = pmgap("log", step, me, "--what", "Did it", "--when", "2026-03")
    assert (done.returncode, done.stderr) == (0, "")
    assert "asked" in done.stdout
    again = [it["action"] for it in json.loads(pmgap("plan", me, "--json").stdout)["steps"]]
    assert step not in again
    assert "was marked as done before" in pmgap("log", step, me).stdout
    for arguments, hint in (
        (["road-maping-1-2", me], "Did you mean road-mapping-1-2"),
        ([step, me, "--when", "soon"], "Use 2026"),
    ):
        refused = pmgap("log", *arguments)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert hint in refused.stderr


def test_a_plan_without_any_profile_says_so(pmgap: Run) -> None:
    done = pmgap("plan", "--role", "product-owner")
    assert done.returncode == 0
    assert "No profile yet" in done.stderr
    assert "Find out first" in done.stdout
