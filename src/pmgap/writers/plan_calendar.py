"""A plan as an iCalendar file (RFC 5545): one weekly slot per step, in floating local time.

Written here because the format needed is forty lines, and the kept libraries bring time-zone data and a date parser.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from pmgap.plan import Plan, PlanStep
from pmgap.printable import printable
from pmgap.writers.plan_text import step_facts, when_done

LONGEST_LINE = 75
"""Octets of a line, its end not counted."""


def plan_calendar(report: Plan, first_day: date, at: time) -> str:
    """The plan's weekly slots from ``first_day`` on, at a time of day.

    Every live step gets its own slot on the same weekday, one after the other; a slot is the share of the week's hours
    that its step has. Same input, same bytes: the stamp is the first day, not the moment of writing.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pmgap//plan//EN", "CALSCALE:GREGORIAN"]
    offsets = _offsets(report)
    for number, step in enumerate(report.steps, 1):
        lines += _event(report, step, number, first_day, at, offsets[step.action])
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _offsets(report: Plan) -> dict[str, timedelta]:
    """How long after the start of the slot each step begins, so that steps of one week do not overlap."""
    taken: dict[str, timedelta] = {}
    for index, step in enumerate(report.steps):
        busy = [
            (taken[other.action], taken[other.action] + _slot(report, other))
            for other in report.steps[:index]
            if other.from_week <= step.to_week and step.from_week <= other.to_week
        ]
        start = timedelta()
        length = _slot(report, step)
        for begin, end in sorted(busy):
            if start + length <= begin:
                break
            start = max(start, end)
        taken[step.action] = start
    return taken


def _slot(report: Plan, step: PlanStep) -> timedelta:
    weeks = step.to_week - step.from_week + 1
    hours = min(step.hours / weeks, report.terms.hours_per_week)
    return timedelta(minutes=max(15, 15 * round(4 * hours)))


def _event(report: Plan, step: PlanStep, number: int, first_day: date, at: time, offset: timedelta) -> Iterator[str]:
    start = datetime.combine(first_day, at) + timedelta(weeks=step.from_week - 1) + offset
    weeks = step.to_week - step.from_week + 1
    yield "BEGIN:VEVENT"
    yield f"UID:{number}-{step.action}@pmgap"
    yield f"DTSTAMP:{first_day:%Y%m%d}T000000Z"
    yield f"DTSTART:{start:%Y%m%dT%H%M%S}"
    yield f"DTEND:{start + _slot(report, step):%Y%m%dT%H%M%S}"
    yield f"RRULE:FREQ=WEEKLY;COUNT={weeks}"
    yield f"SUMMARY:{_text(step.title)}"
    told = f"{step_facts(step)}. {step.intention} {when_done(step)}"
    yield f"DESCRIPTION:{_text(told)}"
    yield "END:VEVENT"


def _text(text: str) -> str:
    plain = printable(text).replace("\\", "\\\\")
    return plain.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never cut inside a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece
