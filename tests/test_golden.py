"""What reports look like, kept in ``tests/golden`` and reviewed like prose: three profiles, every format.

After a change that is meant, renew the files and read what changed before committing it:

    PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden.py

That run fails, so that it never passes for a check.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from drawing import drawn
from pmgap.assessment import Assessment, assess
from pmgap.catalogue import Catalogue
from pmgap.plan import Plan, Terms
from pmgap.planning import make_plan
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import read_profile
from pmgap.writers.assessment_csv import assessment_csv
from pmgap.writers.assessment_html import assessment_html
from pmgap.writers.assessment_markdown import assessment_markdown
from pmgap.writers.assessment_svg import assessment_svg
from pmgap.writers.assessment_text import write_assessment
from pmgap.writers.json_report import as_json
from pmgap.writers.plan_calendar import plan_calendar
from pmgap.writers.plan_csv import plan_csv
from pmgap.writers.plan_html import plan_html
from pmgap.writers.plan_markdown import plan_markdown
from pmgap.writers.plan_text import write_plan

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
PROFILES = ("empty", "mid-way", "complete")
RENEW = os.environ.get("PMGAP_RENEW_GOLDEN") == "1"

TERMS = Terms(hours=40, budget=None, hours_per_week=5, setting="any", slot="Tuesday 18:00")

ASSESSMENT: Mapping[str, Callable[[Assessment], str]] = {
    "60.txt": lambda it: drawn(lambda sheet: write_assessment(it, sheet), 60),
    "80.txt": lambda it: drawn(lambda sheet: write_assessment(it, sheet), 80),
    "120.txt": lambda it: drawn(lambda sheet: write_assessment(it, sheet), 120),
    "full.txt": lambda it: drawn(lambda sheet: write_assessment(it, sheet, full=True), 80),
    "json": as_json,
    "md": assessment_markdown,
    "html": assessment_html,
    "csv": assessment_csv,
    "svg": assessment_svg,
}

PLAN: Mapping[str, Callable[[Plan], str]] = {
    "txt": lambda it: drawn(lambda sheet: write_plan(it, sheet), 80),
    "json": as_json,
    "md": plan_markdown,
    "html": plan_html,
    "csv": plan_csv,
    "ics": lambda it: plan_calendar(it, date(2026, 3, 3), time(18)),
}


class Golden(NamedTuple):
    """One file to keep."""

    command: str
    """assess or plan."""
    profile: str
    """A file of tests/data/profiles."""
    ending: str
    """What the file name ends in."""


CASES = [
    *(Golden("assess", profile, ending) for profile in PROFILES for ending in ASSESSMENT),
    *(Golden("plan", profile, ending) for profile in PROFILES for ending in PLAN),
]


@cache
def shipped() -> Catalogue:
    """The shipped catalogue; its hash changes with every comma of the data, so it is left out of the files."""
    return replace(load_catalogue(None), sha256="0" * 64)


@cache
def assessment(profile: str) -> Assessment:
    return assess(
        shipped(),
        read_profile(str(HERE / "data/profiles" / f"{profile}.yaml")),
        shipped().role_by_id["product-manager"],
    )


@cache
def plan(profile: str) -> Plan:
    return make_plan(
        shipped(),
        read_profile(str(HERE / "data/profiles" / f"{profile}.yaml")),
        [shipped().role_by_id["product-manager"]],
        TERMS,
    )


def written(case: Golden) -> str:
    if case.command == "assess":
        return ASSESSMENT[case.ending](assessment(case.profile))
    return PLAN[case.ending](plan(case.profile))


@pytest.mark.parametrize("case", CASES, ids=lambda it: f"{it.command}-{it.profile}.{it.ending}")
def test_reports_look_as_they_were_last_read(case: Golden) -> None:
    path = GOLDEN / f"{case.command}-{case.profile}.{case.ending}"
    text = written(case)
    if RENEW:
        path.write_bytes(text.encode())
        pytest.fail(f"renewed {path.name}; read it, then run without PMGAP_RENEW_GOLDEN")
    assert path.is_file(), "run: PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden.py"
    assert path.read_bytes().decode() == text


def test_no_golden_file_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {f"{case.command}-{case.profile}.{case.ending}" for case in CASES}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_of_a_report_is_wider_than_the_screen_and_no_word_is_broken(profile: str, width: int) -> None:
    from rich.cells import cell_len

    report = assessment(profile)
    for full in (False, True):
        text = drawn(lambda sheet, full=full: write_assessment(report, sheet, full=full), width)
        assert max(map(cell_len, text.splitlines())) <= width
        words = set(text.split())
        for it in report.requirements:
            assert {*it.name.replace(",", "").split()} <= {word.strip(",.") for word in words}, it.name
