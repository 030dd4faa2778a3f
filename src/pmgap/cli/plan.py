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

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
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
    catalogue = load_catalogue(catalogue_path)
    profile, shown = load_profile(path)
    check_levels(profile, catalogue.top, shown)
    roles = target_roles(catalogue, role_names, profile, postings)
    terms = Terms(hours=hours, budget=budget, hours_per_week=hours_per_week, setting=setting, slot=slot)
    made = make_plan(catalogue, profile, roles, terms)
    start = _first_day(first_day, slot) if style == "ics" else date.min
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
        raise unusable(f"{option} is {value:g}", hint=f"Use a number from {least:g} to {most:g}.")


def _first_day(text: str | None, slot: str) -> date:
    """The day of the first slot: as given, else the next weekday that the slot names (Monday if none) after today."""
    if text is not None:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise unusable(f'--start is "{text}"', hint="Use a date like 2026-03-02.") from error
    today = date.today()  # noqa: DTZ011 - slots are in the person's own local time
    wanted = next((index for index, name in enumerate(WEEKDAYS) if name in slot.casefold()), 0)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _time_of_day(slot: str) -> time:
    found = _TIME.search(slot)
    return time(int(found[1]), int(found[2])) if found else USUAL_TIME
