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
        (["--budget", "-5"], "Use a number from 0 to 1000000."),
        (["--slot", " "], 'Use words like "Tuesday 18:00".'),
        (["--hours-per-week", "0"], "Use a number from 0.25 to 168."),
        (["--format", "ics", "--start", "tomorrow"], "Use a date like 2026-03-02."),
        (["--format", "ics", "--start", "9999-12-30"], "Use a date like 2026-03-02."),
        (["--start", "2026-02-30"], "Use a date like 2026-03-02."),
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


@pytest.mark.parametrize("style", ["text", "html", "ics"])
def test_a_plan_names_the_actions_as_log_wants_them(pmgap: Run, style: str) -> None:
    told = pmgap("plan", ME, "--budget", "123456.5", "--format", style).stdout.replace("\r\n ", "")
    steps = json.loads(pmgap("plan", ME, "--budget", "123456.5", "--json").stdout)["steps"]
    assert steps
    for step in steps:
        assert f"pmgap log {step['action']} notes" in told
    if style != "ics":
        assert "40 hours at 5 a week, a budget of 123456.5" in told


def test_a_skill_names_the_actions_as_log_wants_them(pmgap: Run) -> None:
    told = pmgap("skills", "pricing").stdout
    skill = json.loads(pmgap("skills", "pricing", "--json").stdout)
    named = [*skill["actions"], *skill["programmes"]]
    assert len(named) > 9
    for it in named:
        assert it["id"] in told


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


@pytest.mark.parametrize(
    ("slot", "start", "first"),
    [
        ("Tuesday 18:00 after work", "2026-03-02", "20260303T180000"),
        ("Tuesday 18:00", "2026-03-03", "20260303T180000"),
        ("tue, 7 pm", "2026-03-04", "20260310T190000"),
        ("Sundays at 7.30 a.m.", "2026-03-02", "20260308T073000"),
        ("12 am, Fri", "2026-03-02", "20260306T000000"),
        ("after 12 pm", "2026-03-05", "20260305T120000"),
        ("at sunset by the wed lock", "2026-03-02", "20260304T180000"),
        ("after dinner", "2026-03-05", "20260305T180000"),
    ],
)
def test_the_calendar_begins_with_the_slot_that_was_named(slot: str, start: str, first: str, pmgap: Run) -> None:
    done = pmgap("plan", ME, "--format", "ics", "--slot", slot, "--start", start)
    assert f"DTSTART:{first}\r\n" in done.stdout


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
