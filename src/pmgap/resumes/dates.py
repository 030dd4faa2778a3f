"""Dates as people write them in CVs, kept as vague as they are."""

import re

from pmgap.expressions import compiled
from pmgap.record import Record, record
from pmgap.resumes.resume import Moment, Period

LONGEST = 1_000
"""Characters of a line in which dates are looked for; a line that is longer is prose."""

_MONTHS = {
    1: "january januar janvier enero gennaio januari janeiro jänner jan janv ene gen",
    2: "february februar février fevrier febrero febbraio februari fevereiro feb févr fév fev",
    3: "march märz maerz mars marzo maart março marco mar mär mrz mrt",
    4: "april avril abril aprile apr avr abr",
    5: "may mai mayo maggio mei maio mag",
    6: "june juni juin junio giugno junho jun giu",
    7: "july juli juillet julio luglio julho jul juil lug",
    8: "august août aout agosto augustus aug ago",
    9: "september septembre septiembre settembre setembro sept sep set",
    10: "october oktober octobre octubre ottobre outubro oct okt ott out",
    11: "november novembre noviembre novembro nov",
    12: "december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 12)}
_PRESENT = (
    r"present|now|today|current(?:ly)?|ongoing|to date|date|heute|jetzt|aktuell|laufend|aujourd['’]hui|présent|"
    r"actuel(?:lement)?|en cours|actualidad|actualmente|presente|oggi|attuale|in corso|heden|nu|atual(?:mente)?"
)
_NAME = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"


def _moment(tag: str) -> str:
    """A pattern for one date; its groups end in ``tag``."""
    return (
        rf"(?:(?P<iso{tag}>{_YEAR})[-/.](?P<isom{tag}>0?[1-9]|1[0-2])(?:[-/.]{_DAY}(?:T[\d:.]+Z?)?)?(?![\d])"
        rf"|(?P<d1{tag}>\d{{1,2}})[/.](?P<d2{tag}>\d{{1,2}})[/.](?P<dy{tag}>{_YEAR})(?!\d)"
        rf"|(?P<nm{tag}>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<ny{tag}>{_YEAR})(?!\d)"
        rf"|(?:{_DAY}(?:st|nd|rd|th|\.)?\s+)?(?P<mn{tag}>{_NAME})(?![^\W\d_])\.?,?\s*(?:de\s+)?"
        rf"(?:{_DAY}(?:st|nd|rd|th)?,?\s+(?=\d{{4}}))?(?:[-/]\s?)?(?P<my{tag}>{_YEAR}(?!\d)|['’]\d\d(?!\d)|\d\d(?![\d,.%+]))"
        rf"|(?P<se{tag}>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<sy{tag}>{_YEAR})(?!\d)"
        rf"|q(?P<qn{tag}>[1-4])\s*[/' -]?\s*(?P<qy{tag}>{_YEAR})(?!\d)"
        rf"|(?P<y{tag}>{_YEAR})(?!\d))"
    )


_DASH = r"\s*(?:[-–—−‒―→~]|->)+\s*"
_TO = rf"(?:{_DASH}|\s+(?:to|until|till|through|thru|bis|bis zum|au|à|jusqu['’]à|al?|hasta|até|tot|fino a)\s+|\s*/\s*(?={_YEAR}))"
_START = r"(?<![^\W_])(?<![/.,'’-])"
_RANGE = compiled(
    rf"{_START}(?:from\s+|von\s+|de\s+|depuis\s+)?{_moment('a')}{_TO}(?:the\s+)?(?:(?P<now>{_PRESENT})\b|{_moment('b')})",
    re.IGNORECASE,
)
_SAME_YEAR = compiled(
    rf"{_START}(?P<first>{_NAME})\b\.?{_TO}(?P<last>{_NAME})\b\.?,?\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_SHORT_END = compiled(rf"{_START}(?P<year>{_YEAR})\s?[-–—/]\s?['’]?(?P<end>\d\d)(?![\d/.-])", re.IGNORECASE)
_OPEN = compiled(rf"{_START}(?:since|seit|depuis|desde|dal|sinds)\s+{_moment('a')}", re.IGNORECASE)
_DANGLING = compiled(rf"{_START}{_moment('a')}\s*[-–—]\s*\)?$", re.IGNORECASE)
_SINGLE = compiled(rf"{_START}{_moment('a')}", re.IGNORECASE)
_DIGITS = compiled(r"\d\d")
_NOW = compiled(rf"(?:{_PRESENT})", re.IGNORECASE)


@record
class Found(Record):
    """A period in a line."""

    period: Period
    """The period."""
    first: int
    """Where it begins in the line."""
    last: int
    """Where it ends in the line."""
    span: bool
    """Whether a span was written, not a single date."""


def find_period(text: str) -> Found | None:
    """The first span of time in a line, or else its first single date; none in a line that is prose by its length."""
    if len(text) > LONGEST or _DIGITS.search(text) is None:
        return None
    tries = [it for it in (_same_year(text), _short_end(text), _range(text), _open(text)) if it is not None]
    if tries:
        return min(tries, key=lambda it: it.first)
    single = _SINGLE.search(text)
    if single is None:
        return None
    moment = _read(single, "a")
    period = Period(start=moment, end=moment, current=False)
    return Found(period=period, first=single.start(), last=single.end(), span=False)


def read_moment(text: str) -> Moment | None:
    """The date that a text is about: ``2019-03``, ``Mar 2019``, ``2019``; none if there is none."""
    found = _SINGLE.search(text[:LONGEST])
    return _read(found, "a") if found else None


def is_present(text: str) -> bool:
    """Whether a text stands for today: ``present``, ``heute``."""
    return _NOW.fullmatch(text.strip()) is not None


def period_between(start: str, end: str, *, open_means_current: bool) -> Period | None:
    """The period between two dates that stand in fields of their own; none if neither says anything."""
    began = read_moment(start)
    ended = None if is_present(end) else read_moment(end)
    current = is_present(end) or (open_means_current and began is not None and not end.strip())
    if began is None and ended is None and not current:
        return None
    return Period(start=began, end=ended, current=current)


def month_name(month: int) -> str:
    """A month as people and profiles write it: ``2021-03``."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def described(period: Period | None) -> str:
    """A period in words: ``2021-03 to now``, ``2015 to 2017``."""
    if period is None:
        return "no dates"
    start = _written(period.start) if period.start else "?"
    if period.current:
        return f"{start} to now"
    end = _written(period.end) if period.end else "?"
    return start if start == end else f"{start} to {end}"


def _written(moment: Moment) -> str:
    if moment.earliest == moment.latest:
        return month_name(moment.earliest)
    if moment.latest - moment.earliest == 11 and moment.earliest % 12 == 0:
        return f"{moment.earliest // 12:04}"
    return f"{month_name(moment.earliest)}/{month_name(moment.latest)}"


def _range(text: str) -> Found | None:
    found = _RANGE.search(text)
    if found is None:
        return None
    start = _read(found, "a")
    end = None if found["now"] else _read(found, "b")
    if end is not None and end.latest < start.earliest:
        return None
    period = Period(start=start, end=end, current=bool(found["now"]))
    return Found(period=period, first=found.start(), last=found.end(), span=True)


def _same_year(text: str) -> Found | None:
    found = _SAME_YEAR.search(text)
    if found is None:
        return None
    year = int(found["year"])
    start, end = (_exactly(year, _MONTH_OF[found[name].casefold()]) for name in ("first", "last"))
    period = Period(start=start, end=end, current=False)
    return (
        Found(period=period, first=found.start(), last=found.end(), span=True) if start.latest <= end.latest else None
    )


def _short_end(text: str) -> Found | None:
    """A year and the end of another, like 2015 to 17. With a hyphen and up to 12 it is a month: ``2015-11``."""
    found = _SHORT_END.search(text)
    if found is None or ("-" in found[0] and 1 <= int(found["end"]) <= 12):
        return None
    year = int(found["year"])
    end = year - year % 100 + int(found["end"])
    if end < year:
        return None
    period = Period(start=_within(year, 1, 12), end=_within(end, 1, 12), current=False)
    return Found(period=period, first=found.start(), last=found.end(), span=True)


def _open(text: str) -> Found | None:
    found = _OPEN.search(text) or _DANGLING.search(text)
    if found is None:
        return None
    period = Period(start=_read(found, "a"), end=None, current=True)
    return Found(period=period, first=found.start(), last=found.end(), span=True)


def _read(found: re.Match[str], tag: str) -> Moment:
    group = found.group
    if year := group(f"iso{tag}"):
        return _exactly(int(year), int(group(f"isom{tag}")))
    if year := group(f"dy{tag}"):
        months = [it for it in (int(group(f"d1{tag}")), int(group(f"d2{tag}"))) if 1 <= it <= 12] or [1, 12]
        return _within(int(year), min(months), max(months))
    if year := group(f"ny{tag}"):
        return _exactly(int(year), int(group(f"nm{tag}")))
    if year := group(f"my{tag}"):
        return _exactly(_full_year(year), _MONTH_OF[group(f"mn{tag}").casefold()])
    if year := group(f"sy{tag}"):
        return _within(int(year), *_SEASONS[group(f"se{tag}").casefold()])
    if year := group(f"qy{tag}"):
        quarter = int(group(f"qn{tag}"))
        return _within(int(year), 3 * quarter - 2, 3 * quarter)
    return _within(int(group(f"y{tag}")), 1, 12)


def _full_year(text: str) -> int:
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) > 60 else 2000)


def _exactly(year: int, month: int) -> Moment:
    return _within(year, month, month)


def _within(year: int, first: int, last: int) -> Moment:
    return Moment(earliest=12 * year + first - 1, latest=12 * year + last - 1)
