"""What reports look like, kept in ``tests/golden`` and reviewed like prose: three profiles, every format.

After a change that is meant, renew the files and read what changed before committing it:

    PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden.py

That run skips every file that it renews, so that it never passes for a check.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from drawing import drawn
from pmgap.assessment import Assessment, assess
from pmgap.catalogue import Catalogue, Role
from pmgap.comparison import Comparison, compare
from pmgap.matching import Match, match_roles
from pmgap.paths import PathReport, find_path
from pmgap.plan import Plan, Terms
from pmgap.planning import make_plan
from pmgap.profile import Answer, Profile, View
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import read_profile
from pmgap.readers.resume_file import read_resume
from pmgap.resumes.importing import import_resumes
from pmgap.resumes.report import ImportReport
from pmgap.second_view import SecondViews, report_views
from pmgap.sides import profile_side
from pmgap.team import Member, view_team
from pmgap.team_report import Team
from pmgap.writers.assessment_csv import assessment_csv
from pmgap.writers.assessment_html import assessment_html
from pmgap.writers.assessment_markdown import assessment_markdown
from pmgap.writers.assessment_svg import assessment_svg
from pmgap.writers.assessment_text import write_assessment
from pmgap.writers.comparison_html import comparison_html
from pmgap.writers.comparison_markdown import comparison_markdown
from pmgap.writers.comparison_text import write_comparison
from pmgap.writers.import_markdown import import_markdown
from pmgap.writers.import_text import write_import
from pmgap.writers.json_report import as_json
from pmgap.writers.match_html import match_html
from pmgap.writers.match_markdown import match_markdown
from pmgap.writers.match_text import write_match
from pmgap.writers.path_csv import path_csv
from pmgap.writers.path_html import path_html
from pmgap.writers.path_markdown import path_markdown
from pmgap.writers.path_text import write_path
from pmgap.writers.plan_calendar import plan_calendar
from pmgap.writers.plan_csv import plan_csv
from pmgap.writers.plan_html import plan_html
from pmgap.writers.plan_markdown import plan_markdown
from pmgap.writers.plan_text import write_plan
from pmgap.writers.screen import Sheet
from pmgap.writers.second_view_html import second_views_html
from pmgap.writers.second_view_markdown import second_views_markdown
from pmgap.writers.second_view_text import write_second_views
from pmgap.writers.team_csv import team_csv
from pmgap.writers.team_html import team_html
from pmgap.writers.team_markdown import team_markdown
from pmgap.writers.team_text import write_team

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
PROFILES = ("empty", "mid-way", "complete")
RENEW = os.environ.get("PMGAP_RENEW_GOLDEN") == "1"

TERMS = Terms(hours=40, budget=None, hours_per_week=5, setting="any", slot="Tuesday 18:00")

BEFORE = {"empty": "mid-way", "mid-way": "empty", "complete": "mid-way"}
"""What a profile is compared with: the second is held against what it was before."""

TEAMS = {"empty": ("empty",), "mid-way": PROFILES, "complete": ("complete", "complete")}
"""Who is in a team: one of whom nothing is known, three who differ, two who are alike."""

SEEN: Mapping[str, Answer] = {
    "product-strategy.3a": True,
    "product-strategy.3b": True,
    "research.3a": False,
    "research.3b": False,
}
"""What someone else answers about everybody whose profile is not empty."""

Write = Callable[[Any], str]


@cache
def shipped() -> Catalogue:
    """The shipped catalogue; its hash changes with every comma of the data, so it is left out of the files."""
    return replace(load_catalogue(None), sha256="0" * 64)


@cache
def person(profile: str) -> Profile:
    return read_profile(str(HERE / "data/profiles" / f"{profile}.yaml"))


def role(name: str = "product-manager") -> Role:
    return shipped().role_by_id[name]


@cache
def assessment(profile: str) -> Assessment:
    return assess(shipped(), person(profile), role())


@cache
def plan(profile: str) -> Plan:
    return make_plan(shipped(), person(profile), [role()], TERMS)


@cache
def match(profile: str) -> Match:
    return match_roles(shipped(), person(profile))


@cache
def path(profile: str) -> PathReport:
    """From product manager to director for two; for the third a way that no move of the catalogue leads."""
    if profile == "complete":
        return find_path(shipped(), role("chief-product-officer"), role("product-owner"), person(profile))
    return find_path(shipped(), role(), role("director-of-product"), person(profile))


@cache
def comparison(profile: str) -> Comparison:
    sides = [profile_side(shipped(), person(name), [role()], only_asked=True) for name in (BEFORE[profile], profile)]
    return compare(shipped(), *sides)


@cache
def team(profile: str) -> Team:
    members = [Member(name=person(name).name or name, profile=person(name)) for name in TEAMS[profile]]
    return view_team(shipped(), members, role())


@cache
def views(profile: str) -> SecondViews:
    seen = person(profile)
    if profile != "empty":
        seen = seen.with_view(View(by="Ben", answers=SEEN))
    return report_views(shipped(), seen, role())


@cache
def imported(profile: str) -> ImportReport:
    """The example CV, taken into each profile in March 2026."""
    cv = HERE.parent / "examples" / "cv.md"
    return import_resumes(shipped(), person(profile), [(cv.name, read_resume(str(cv)))], 12 * 2026 + 2).report


def text(write: Callable[..., None], width: int = 80, **options: bool) -> Write:
    """The report drawn at a width."""

    def written(report: Any) -> str:
        def draw(sheet: Sheet) -> None:
            write(report, sheet, **options)

        return drawn(draw, width)

    return written


FORMATS: Mapping[str, tuple[Callable[[str], Any], Mapping[str, Write]]] = {
    "assess": (
        assessment,
        {
            "60.txt": text(write_assessment, 60),
            "80.txt": text(write_assessment, 80),
            "120.txt": text(write_assessment, 120),
            "full.txt": text(write_assessment, full=True),
            "json": as_json,
            "md": assessment_markdown,
            "html": assessment_html,
            "csv": assessment_csv,
            "svg": assessment_svg,
        },
    ),
    "plan": (
        plan,
        {
            "txt": text(write_plan),
            "json": as_json,
            "md": plan_markdown,
            "html": plan_html,
            "csv": plan_csv,
            "ics": lambda it: plan_calendar(it, date(2026, 3, 3), time(18)),
        },
    ),
    "match": (
        match,
        {"txt": text(write_match), "json": as_json, "md": match_markdown, "html": match_html},
    ),
    "path": (
        path,
        {"txt": text(write_path), "json": as_json, "md": path_markdown, "html": path_html, "csv": path_csv},
    ),
    "compare": (
        comparison,
        {"txt": text(write_comparison), "json": as_json, "md": comparison_markdown, "html": comparison_html},
    ),
    "team": (
        team,
        {"txt": text(write_team), "json": as_json, "md": team_markdown, "html": team_html, "csv": team_csv},
    ),
    "merge": (
        views,
        {"txt": text(write_second_views), "json": as_json, "md": second_views_markdown, "html": second_views_html},
    ),
    "import": (
        imported,
        {"txt": text(write_import), "md": import_markdown},
    ),
}
"""Command to the report it makes of a profile, and the formats by the ending of their files."""


class Golden(NamedTuple):
    """One file to keep."""

    command: str
    """A key of ``FORMATS``."""
    profile: str
    """A file of tests/data/profiles."""
    ending: str
    """What the file name ends in."""


CASES = [
    Golden(command, profile, ending)
    for command, (_, formats) in FORMATS.items()
    for profile in PROFILES
    for ending in formats
]


def written(case: Golden) -> str:
    make, formats = FORMATS[case.command]
    return formats[case.ending](make(case.profile))


@pytest.mark.parametrize("case", CASES, ids=lambda it: f"{it.command}-{it.profile}.{it.ending}")
def test_reports_look_as_they_were_last_read(case: Golden) -> None:
    file = GOLDEN / f"{case.command}-{case.profile}.{case.ending}"
    report = written(case)
    if RENEW:
        file.write_bytes(report.encode())
        pytest.skip(f"renewed {file.name}; read it, then run without PMGAP_RENEW_GOLDEN")
    assert file.is_file(), "run: PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden.py"
    assert file.read_bytes().decode() == report


def test_no_golden_file_is_left_over() -> None:
    kept = {file.name for file in GOLDEN.iterdir()}
    assert kept == {f"{case.command}-{case.profile}.{case.ending}" for case in CASES}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_of_a_report_is_wider_than_the_screen_and_no_word_is_broken(profile: str, width: int) -> None:
    from rich.cells import cell_len

    report = assessment(profile)
    for full in (False, True):
        shown = text(write_assessment, width, full=full)(report)
        assert max(map(cell_len, shown.splitlines())) <= width
        words = set(shown.split())
        for it in report.requirements:
            assert {*it.name.replace(",", "").split()} <= {word.strip(",.") for word in words}, it.name
