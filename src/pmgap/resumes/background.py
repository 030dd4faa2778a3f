"""From what CVs say to a background: degrees, years by kind with overlaps counted once, certificates. Nothing is made up.

Today is given from outside, as this part of pmgap has no clock.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pmgap.catalogue import Catalogue
from pmgap.expressions import compiled
from pmgap.profile import Education, Experience, ImportedItem
from pmgap.record import Record, record
from pmgap.resumes.dates import described, month_name
from pmgap.resumes.degrees import read_degree
from pmgap.resumes.resume import Certificate, Line, Period, Position, Resume, Study
from pmgap.resumes.titles import (
    domain_of,
    is_product_title,
    is_trainee_title,
    leads_people,
    may_be_product_title,
    tells_of_leading,
)
from pmgap.sentences import counted

Kind = Literal["product", "industry", "management"]
Months = frozenset[int]

EARLIEST = 12 * 1950
"""No month before this one is counted."""

_UNFINISHED = compiled(
    r"\b(?:candidate|expected|in progress|ongoing|pursuing|anticipated|not completed|incomplete|dropped out|student|laufend|en cours)\b",
    re.IGNORECASE,
)
_SAID_YEARS = compiled(r"(?<![\d.,])(\d{1,2})(?:[.,]\d)?\s?(\+)?\s*(?:years?|yrs?)\b", re.IGNORECASE)
_TELLS_OF_PRODUCT = compiled(r"\bproduct\s+(?:manag|owner|lead)", re.IGNORECASE)


@record
class Part(Record):
    """A part of the background, as CVs give it."""

    item: ImportedItem
    """Which part."""
    text: str
    """What it says, in words."""
    because: str
    """How it was found, in a sentence."""
    lines: tuple[Line, ...]
    """The lines it rests on."""
    education: tuple[Education, ...]
    """The entries, for education."""
    experience: tuple[Experience, ...]
    """The entries, for years."""
    certifications: tuple[str, ...]
    """The names, for certificates."""


@record
class Remark(Record):
    """Something that the person should look at."""

    what: str
    """What, in a sentence."""
    line: Line | None
    """The line it is about."""


@record
class Found(Record):
    """The background that CVs give, and what should be looked at."""

    parts: tuple[Part, ...]
    """The parts that were found."""
    remarks: tuple[Remark, ...]
    """What was left out or judged, and why."""


def background_of(catalogue: Catalogue, resumes: Sequence[Resume], as_of: int) -> Found:
    """The background in some CVs of one person; ``as_of`` is today's month, counted from the year 0."""
    positions = [it for resume in resumes for it in resume.positions]
    work = _Work(catalogue, positions, as_of)
    education, about_studies = _education(catalogue, [it for resume in resumes for it in resume.studies], as_of)
    certificates = _certifications([it for resume in resumes for it in resume.certificates])
    parts = [education, work.years("product"), work.industry(), work.years("management"), certificates]
    product = next((it for it in parts if it and it.item == "product"), None)
    return Found(
        parts=tuple(it for it in parts if it is not None),
        remarks=(*about_studies, *work.remarks(), *_said_otherwise(resumes, product)),
    )


def counts_as(catalogue: Catalogue, position: Position) -> tuple[Kind, ...]:
    """The kinds of experience that a position counts as."""
    if position.unpaid or is_trainee_title(position.title):
        return ()
    kinds: list[Kind] = ["product"] if _is_product(catalogue, position.title) else []
    kinds.append("industry")
    if _leading_line(position) is not None:
        kinds.append("management")
    return tuple(kinds)


def _is_product(catalogue: Catalogue, title: str) -> bool:
    """Whether a title is product work: by its words, or as one of the catalogue's roles. Initials alone are not."""
    names = {name.casefold() for role in catalogue.roles for name in (role.title, *role.aliases) if len(name) > 4}
    return is_product_title(title) or " ".join(title.casefold().split()) in names


def _leading_line(position: Position) -> Line | None:
    """The line that shows that a position led people: its title, or what is told of it; none if nothing does."""
    if leads_people(position.title) == "yes":
        return position.source
    return next((line for line in position.lines if tells_of_leading(line.text)), None)


class _Work:
    """The positions of one person, with the months that each is sure to cover and those that it may."""

    def __init__(self, catalogue: Catalogue, positions: Sequence[Position], as_of: int) -> None:
        self.catalogue = catalogue
        self.positions = positions
        self.as_of = as_of
        self.kinds = [counts_as(catalogue, it) for it in positions]

    def of_kind(self, kind: Kind) -> list[Position]:
        """The positions that count as a kind and have dates that can be counted."""
        return [
            it
            for it, kinds in zip(self.positions, self.kinds, strict=True)
            if kind in kinds and _months(it.period, self.as_of) is not None
        ]

    def years(self, kind: Kind) -> Part | None:
        """The years of one kind; none where no position counts as it: nothing found is not nothing done."""
        positions = self.of_kind(kind)
        sure, possible = self._cover(positions)
        if not possible:
            return None
        entry = _experience(kind, len(sure), len(possible), None)
        what = "product work" if kind == "product" else "leading people"
        lines = [_told(it) for it in positions]
        if kind == "management":
            lines = [line for it in positions for line in _leading_lines(it)]
        return _part(
            kind, f"{_in_words(entry)} of {what}", self._because(positions, sure, possible), lines, experience=(entry,)
        )

    def industry(self) -> Part | None:
        """All years of paid work, by field of work where it can be told; every month is counted once."""
        positions = self.of_kind("industry")
        sure, possible = self._cover(positions)
        if not possible:
            return None
        by_field: dict[str | None, list[Position]] = {}
        for it in positions:
            field = domain_of(it.title, it.organisation, tuple(line.text for line in it.lines))
            by_field.setdefault(field, []).append(it)
        entries: list[Experience] = []
        counted_sure: Months = frozenset()
        counted_possible: Months = frozenset()
        for field in sorted(by_field, key=lambda name: (name is None, name or "")):
            own_sure, own_possible = self._cover(by_field[field])
            own_sure, own_possible = own_sure - counted_sure, own_possible - counted_possible
            counted_sure, counted_possible = counted_sure | own_sure, counted_possible | own_possible
            if own_possible:
                entries.append(_experience("industry", len(own_sure & own_possible), len(own_possible), field))
        text = "; ".join(f"{_in_words(it)} in {it.domain or 'work whose field cannot be told'}" for it in entries)
        because = f"{self._because(positions, sure, possible)} It counts only if it is the field you want to make products for."
        return _part("industry", text, because, [_told(it) for it in positions], experience=tuple(entries))

    def _cover(self, positions: Iterable[Position]) -> tuple[Months, Months]:
        sure: set[int] = set()
        possible: set[int] = set()
        for it in positions:
            months = _months(it.period, self.as_of)
            if months is not None:
                sure |= months[0]
                possible |= months[1]
        return frozenset(sure & possible), frozenset(possible)

    def _because(self, positions: Sequence[Position], sure: Months, possible: Months) -> str:
        count = len(positions)
        several = sum(len(months[1]) for it in positions if (months := _months(it.period, self.as_of)) is not None)
        parts = [f"Counted from the dates of {counted(count, 'position')}"]
        if any(it.period is not None and it.period.current for it in positions):
            parts.append(f"up to {month_name(self.as_of)}")
        if several > len(possible):
            parts.append("with overlaps counted once")
        because = ", ".join(parts)
        return (
            f"{because}; dates without months leave it open between the two."
            if len(sure) < len(possible)
            else f"{because}."
        )

    def remarks(self) -> list[Remark]:
        """What was not counted, or counted on a judgement."""
        found: list[Remark] = []
        for it, kinds in zip(self.positions, self.kinds, strict=True):
            name = _name(it)
            if it.unpaid:
                found.append(Remark(what=f"{name} is volunteer work and not counted as years.", line=it.source))
                continue
            if is_trainee_title(it.title):
                found.append(
                    Remark(what=f"{name} was an internship or training and is not counted as years.", line=it.source)
                )
                continue
            if _months(it.period, self.as_of) is None:
                found.append(
                    Remark(what=f"{name} has no dates that can be counted, so its years are missing.", line=it.source)
                )
            if "product" not in kinds and may_be_product_title(it.title):
                found.append(Remark(what=f'Was "{it.title}" product work? It is not counted as such.', line=it.source))
            if "management" not in kinds and leads_people(it.title) == "maybe":
                found.append(Remark(what=f"Did you lead people as {name}? It is not counted as such.", line=it.source))
        return found


def _months(period: Period | None, as_of: int) -> tuple[Months, Months] | None:
    """The months that a period is sure to cover, and those that it may; none if its dates cannot be counted."""
    if period is None or period.start is None:
        return None
    if period.end is None and not period.current:
        return None
    last_sure = as_of if period.end is None else min(period.end.earliest, as_of)
    last = as_of if period.end is None else min(period.end.latest, as_of)
    first = max(period.start.earliest, EARLIEST)
    if first > last:
        return None
    sure = frozenset(range(max(period.start.latest, EARLIEST), last_sure + 1)) or frozenset({first})
    return sure, frozenset(range(first, last + 1))


def _experience(kind: Kind, sure: int, possible: int, domain: str | None) -> Experience:
    low, high = round(sure / 12, 1), round(possible / 12, 1)
    return Experience(years=low, kind=kind, years_max=high if high > low else None, domain=domain)


def _in_words(entry: Experience) -> str:
    if entry.years_max is not None:
        return f"{entry.years:g} to {entry.years_max:g} years"
    return f"{entry.years:g} year{'' if entry.years == 1 else 's'}"


def _name(position: Position) -> str:
    return ", ".join(filter(None, (position.title, position.organisation))) or "a position without a title"


def _told(position: Position) -> Line:
    """A position in a line, at the place where it stands."""
    text = f"{_name(position)}: {described(position.period)}"
    return Line(file=position.source.file, number=position.source.number, text=text)


def _leading_lines(position: Position) -> list[Line]:
    line = _leading_line(position)
    told = _told(position)
    return [told] if line is None or line == position.source else [told, line]


def _part(
    item: ImportedItem,
    text: str,
    because: str,
    lines: Iterable[Line],
    *,
    education: tuple[Education, ...] = (),
    experience: tuple[Experience, ...] = (),
    certifications: tuple[str, ...] = (),
) -> Part:
    return Part(
        item=item,
        text=text,
        because=because,
        lines=tuple(dict.fromkeys(lines)),
        education=education,
        experience=experience,
        certifications=certifications,
    )


def education_of(catalogue: Catalogue, study: Study) -> tuple[Education, str] | None:
    """The level and field of a study, with a doubt about the level; none for school, or a degree that is not known."""
    alone = re.search(r"[,|—–;]", study.degree) is None
    degree = read_degree(study.degree, catalogue.education_levels, alone=alone)
    if degree is None and study.field:
        degree = read_degree(study.field, catalogue.education_levels, alone=True)
    if degree is None or degree.level == "none":
        return None
    level = next(it.id for it in catalogue.education_levels if it.id == degree.level)
    return Education(level=level, field=study.field or degree.field or None), degree.doubt


def is_finished(study: Study, as_of: int) -> bool | None:
    """Whether a study was finished by a month; none where it cannot be told."""
    if _UNFINISHED.search(study.degree) or _UNFINISHED.search(study.source.text):
        return False
    period = study.period
    if period is None or (period.end is None and not period.current):
        return None if period is not None else True
    if period.current or (period.end is not None and period.end.earliest > as_of):
        return False
    return None if period.end is not None and period.end.latest > as_of else True


def _education(catalogue: Catalogue, studies: Sequence[Study], as_of: int) -> tuple[Part | None, list[Remark]]:
    entries: dict[tuple[str, str], Education] = {}
    lines: list[Line] = []
    remarks: list[Remark] = []
    for study in studies:
        found = education_of(catalogue, study)
        name = study.degree or study.field or study.institution
        if found is None:
            if study.degree and read_degree(study.degree, alone=True) is None:
                remarks.append(Remark(what=f'The level of "{name}" is not known; it is left out.', line=study.source))
            continue
        education, doubt = found
        finished = is_finished(study, as_of)
        if not finished:
            why = "is not finished yet" if finished is False else "may not be finished yet"
            remarks.append(Remark(what=f"{name} {why}, so it is left out.", line=study.source))
            continue
        if doubt:
            remarks.append(Remark(what=doubt, line=study.source))
        entries.setdefault((education.level, (education.field or "").casefold()), education)
        lines.append(study.source)
    if not entries:
        return None, remarks
    labels: dict[str, str] = {it.id: it.label for it in catalogue.education_levels}
    text = "; ".join(labels[it.level] + (f" in {it.field}" if it.field else "") for it in entries.values())
    because = "Read from the names of your degrees; their dates are past."
    return _part("education", text, because, lines, education=tuple(entries.values())), remarks


def _certifications(certificates: Sequence[Certificate]) -> Part | None:
    names: dict[str, str] = {}
    for it in certificates:
        names.setdefault(" ".join(it.name.casefold().split()), it.name)
    if not names:
        return None
    because = "Listed in your CV. Whether they are still valid is for you to say."
    return _part(
        "certifications",
        ", ".join(names.values()),
        because,
        [it.source for it in certificates],
        certifications=tuple(names.values()),
    )


def _said_otherwise(resumes: Sequence[Resume], product: Part | None) -> list[Remark]:
    """Lines that name a number of years of product work which the dates do not give."""
    if product is None:
        return []
    low = product.experience[0].years
    high = product.experience[0].years_max or low
    remarks = []
    for resume in resumes:
        for line in resume.lines:
            found = _SAID_YEARS.search(line.text[:500]) if _TELLS_OF_PRODUCT.search(line.text[:500]) else None
            if found and not low - 1 < int(found[1]) < high + 1 and not (found[2] and int(found[1]) <= high):
                what = f'It says "{found[0]}"; the dates give {product.text}.'
                remarks.append(Remark(what=what, line=line))
    return remarks
