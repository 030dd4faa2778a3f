"""``pmgap plan``."""

import math
import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from pmgap.cli.choosing import load_profile, target_roles
from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.plan import Setting, Terms
from pmgap.planning import make_plan
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels

MOST_HOURS = 20_000
"""More than ten years of full-time work: beyond that a number was mistyped."""

MOST_MONEY = 1_000_000
"""Money beyond which a number was mistyped."""

_WEEKDAYS = (
    "mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?"
)
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b", re.IGNORECASE)
_FIRST_LETTERS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HALVES = re.compile(r"\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])\.?m\b", re.IGNORECASE)
_TIME = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
YEARS = range(1970, 2200)
"""Years in which a calendar may begin; others were mistyped, and dates end with the year 9999."""

USUAL_TIME = time(18, 0)
"""Time of day of the slots in a calendar when the person names none."""


def plan(
    path: str | None,
    role_names: Sequence[str],
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    hours: float,
    budget: float | None,
    hours_per_week: float,
    setting: Setting,
    slot: str,
    first_day: str | None,
    postings: Sequence[str] = (),
) -> None:
    """Make the best plan for the hours and money there are."""
    from pmgap.writers.plan_calendar import plan_calendar
    from pmgap.writers.plan_csv import plan_csv
    from pmgap.writers.plan_html import plan_html
    from pmgap.writers.plan_markdown import plan_markdown
    from pmgap.writers.plan_text import write_plan

    _check("--hours", hours, 0, MOST_HOURS)
    _check("--hours-per-week", hours_per_week, 0.25, 168)
    if budget is not None:
        _check("--budget", budget, 0, MOST_MONEY)
    if not slot.strip():
        raise unusable("--slot is empty", hint='Use words like "Tuesday 18:00".')
    catalogue = load_catalogue(catalogue_path)
    profile, shown = load_profile(path)
    check_levels(profile, catalogue.top, shown)
    roles = target_roles(catalogue, role_names, profile, postings)
    terms = Terms(hours=hours, budget=budget, hours_per_week=hours_per_week, setting=setting, slot=slot)
    made = make_plan(catalogue, profile, roles, terms)
    start = _first_day(first_day, slot)
    deliver(
        made,
        style,
        output,
        lambda sheet: write_plan(made, sheet),
        {
            "markdown": lambda: plan_markdown(made),
            "html": lambda: plan_html(made),
            "csv": lambda: plan_csv(made),
            "ics": lambda: plan_calendar(made, start, _time_of_day(slot)),
        },
    )


def _check(option: str, value: float, least: float, most: float) -> None:
    if math.isnan(value) or not least <= value <= most:
        raise unusable(f"{option} is {value:.10g}", hint=f"Use a number from {least:g} to {most:.10g}.")


def _first_day(text: str | None, slot: str) -> date:
    """The day of the first slot: the weekday that the slot names, from the day given on, else after today.

    Without a weekday it is the day given, else the next Monday.
    """
    named = _WEEKDAY.search(slot)
    weekday = _FIRST_LETTERS.index(named[0][:3].casefold()) if named else None
    if text is None:
        start = date.today() + timedelta(days=1)  # noqa: DTZ011 - slots are in the person's own local time
        weekday = weekday or 0
    else:
        start = _date(text)
    return start if weekday is None else start + timedelta(days=(weekday - start.weekday()) % 7)


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise unusable(f'--start is "{text}"', hint="Use a date like 2026-03-02.")
    return found


def _time_of_day(slot: str) -> time:
    if found := _HALVES.search(slot):
        afternoon = 12 if found[3] in "pP" else 0
        return time(int(found[1]) % 12 + afternoon, int(found[2] or 0))
    found = _TIME.search(slot)
    return time(int(found[1]), int(found[2])) if found else USUAL_TIME
