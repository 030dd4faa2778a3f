"""Months and periods as people write them in CVs, and how long several periods last together.

A date that gives only a year is not made more exact than it is: lengths are reckoned twice, with every open month as
early and as late as it can be, and the two figures are the ends of a range.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from pmgap.record import Record, record


@record
class Month(Record):
    """A month, or a year whose month is not known."""

    year: int
    """Year, such as 2021."""
    month: int | None = None
    """1 to 12, where known."""

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02}"

    @property
    def earliest(self) -> int:
        """The earliest month that can be meant, counted from year 0."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def latest(self) -> int:
        """The latest month that can be meant, counted from year 0."""
        return self.year * 12 + (self.month or 12) - 1


class Period(NamedTuple):
    """A stretch of time in a text."""

    start: Month
    """First month."""
    end: Month | None
    """Last month; none while it goes on."""
    goes_on: bool
    """Whether the text says that it goes on ("present")."""
    first: int
    """Where it starts in the text, in characters."""
    after: int
    """Where it ends."""


_MONTHS = (
    "january jan januar januari janvier janv enero ene janeiro gennaio gen",
    "february feb februar februari fevrier fevr febrero fevereiro fev febbraio",
    "march mar marz mrz maart mrt mars marzo marco",
    "april apr avril avr abril abr aprile",
    "may mai mei mayo maio maggio mag",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug augustus aout agosto ago",
    "september sept sep septembre septiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
)
"""Month names without accents: English, German, French, Spanish, Portuguese, Italian, Dutch."""

_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NOW = (
    r"(?:present(?: day)?|presently|now|current(?:ly)?|today|ongoing|on-going|(?:to|till|until) (?:date|now|present)|date|"
    r"heute|jetzt|aktuell|laufend|aujourd'?hui|actualidad|actualmente|actual|atualmente|atual|presente|oggi|in corso|"
    r"heden|nu)"
)
_POINT = re.compile(
    rf"(?:(?:{_DAY}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?\b(?P<name>{_NAME})(?![^\W\d])\.?,?\s*(?:{_DAY}(?:st|nd|rd|th)?,\s*)?(?:de\s+|of\s+)?"
    rf"(?P<name_year>{_YEAR}|'\d\d)"
    rf"|(?P<iso_year>{_YEAR})[-/.](?P<iso_month>{_MONTH_NUMBER})(?:[-/.]{_DAY})?(?:T[\d:.Z+-]*)?"
    rf"|(?:(?P<first>{_DAY})[./-])?(?P<month>{_DAY})[./-](?P<month_year>{_YEAR})"
    rf"|Q(?P<quarter>[1-4])[\s,/-]*(?P<quarter_year>{_YEAR})"
    rf"|(?:(?:spring|summer|fall|autumn|winter)\s+)?(?P<year>{_YEAR}))(?!\d)",
    re.IGNORECASE,
)
_TO = r"\s*(?:-+|/|[\u2010-\u2015\u2212~\u2192>]+|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b|\bau\b|\bal?\b|\btot\b)\s*"
_DASH = re.compile(_TO, re.IGNORECASE)
_NOW_HERE = re.compile(rf"{_NOW}\b", re.IGNORECASE)
_SINCE = re.compile(r"(?:\bsince|\bseit|\bdepuis|\bdesde|\bsinds|\bdal)\s+$", re.IGNORECASE)
_FROM = re.compile(r"(?:\bfrom|\bvon|\bde|\bdu|\bda|\bvan)\s+$", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"\b(?P<name>{_NAME})\b\.?{_TO}$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[\u2013/-](?P<short>\d\d)(?![\d/.-])")
_NOTHING_AFTER = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]\s*)(?=$|[|),;*_\]])")
_BEFORE = 16
"""How many characters before a date are looked at for a month that shares its year."""


def fold(text: str) -> str:
    """The text without accents and with plain quotes, each character in its old place."""
    return "".join(_folded(character) for character in text)


def _folded(character: str) -> str:
    if character.isascii():
        return character
    if character in "\u2019\u02bc\u2018":
        return "'"
    return " " if character == "\u00a0" else unicodedata.normalize("NFD", character)[0]


def is_now(text: str) -> bool:
    """Whether a text says that something goes on, like "present"."""
    return _NOW_HERE.fullmatch(fold(text).strip(" .()")) is not None


def read_month(text: str) -> Month | None:
    """The first date in a text, if there is one."""
    found = _POINT.search(fold(text))
    return _month(found) if found else None


def find_period(text: str) -> Period | None:
    """The first stretch of time in a text: two dates, a date and "present", or "since" a date.

    A year alone is a stretch of which neither month is known.
    """
    plain = fold(text)
    alone: Period | None = None
    at = 0
    while (found := _POINT.search(plain, at)) is not None:
        period = _from(plain, found)
        if period.goes_on or period.first < found.start() or period.after > found.end():
            return period
        alone = alone or period
        at = found.end()
    return alone


def _from(plain: str, found: re.Match[str]) -> Period:
    """The stretch that starts with a date."""
    start = _month(found)
    first = found.start()
    window = max(0, first - _BEFORE)
    if since := _SINCE.search(plain, window, first):
        return Period(start, None, True, since.start(), found.end())  # noqa: FBT003
    if (shared := _MONTH_ALONE.search(plain, window, first)):  # Jan - Mar 2020
        earlier = Month(year=start.year, month=_NUMBER_OF[shared["name"].lower()])
        return Period(earlier, start, False, shared.start(), found.end())  # noqa: FBT003
    if lead := _FROM.search(plain, window, first):
        first = lead.start()
    if found["year"] and (short := _SHORT_YEAR.match(plain, found.end())):
        end = Month(year=int(found["year"][:2] + short["short"]))
        if end.year > start.year:
            return Period(start, end, False, first, short.end())  # noqa: FBT003
    if dash := _DASH.match(plain, found.end()):
        if now := _NOW_HERE.match(plain, dash.end()):
            return Period(start, None, True, first, now.end())  # noqa: FBT003
        if second := _POINT.match(plain, dash.end()):
            return Period(start, _month(second, last=True), False, first, second.end())  # noqa: FBT003
    if open_end := _NOTHING_AFTER.match(plain, found.end()):
        return Period(start, None, True, first, open_end.end())  # noqa: FBT003
    return Period(start, start, False, first, found.end())  # noqa: FBT003


def _month(found: re.Match[str], *, last: bool = False) -> Month:
    """The month of a date; the last one of a quarter where it ends something."""
    if name := found["name"]:
        year = found["name_year"]
        if year.startswith("'"):
            year = f"20{year[1:]}" if int(year[1:]) < 50 else f"19{year[1:]}"
        return Month(year=int(year), month=_NUMBER_OF[name.lower()])
    if found["iso_year"]:
        return Month(year=int(found["iso_year"]), month=int(found["iso_month"]))
    if found["month_year"]:
        return Month(year=int(found["month_year"]), month=_month_of(found))
    if found["quarter"]:
        return Month(year=int(found["quarter_year"]), month=3 * int(found["quarter"]) - (0 if last else 2))
    return Month(year=int(found["year"]))


def _month_of(found: re.Match[str]) -> int | None:
    """The month in 03/2021 or 15.03.2021; none in 03/04/2021, where it could be either."""
    second = int(found["month"])
    if found["first"] is None:
        return second if second <= 12 else None
    first = int(found["first"])
    if "." in found.group() or first > 12 or first == second:
        return second if second <= 12 else None
    return first if second > 12 else None


def months_together(spans: Iterable[tuple[Month, Month]]) -> tuple[int, int]:
    """Least and most months that some periods last, what they have in common counted once.

    Both the first and the last month of a period count in full.
    """
    spans = list(spans)
    least = _covered((start.latest, end.earliest + 1) for start, end in spans)
    most = _covered((start.earliest, end.latest + 1) for start, end in spans)
    return least, most


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
