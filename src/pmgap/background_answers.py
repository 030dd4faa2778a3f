"""What people type about their background, understood or sent back with an explanation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from pmgap.catalogue import EducationLevel
from pmgap.profile import Background, Education, Evidence, Experience, Imported, ImportedItem, Profile
from pmgap.record import Record, record

ExperienceKind = Literal["product", "industry", "management"]

MOST_YEARS = 80
"""The most years that are believed."""

_NONE = frozenset({"none", "no", "nothing", "nil", "never", "0", "zero", "n"})
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_PLAIN = re.compile(rf"(?:about |around |~ ?)?{_NUMBER} ?(?:\+|years?|yrs?|y)?(?: or more)?")
_MONTHS = re.compile(rf"(?:about |around |~ ?)?{_NUMBER} ?(?:months?|mths?|m)")
_BOTH = re.compile(rf"{_NUMBER} ?(?:years?|yrs?|y)(?:,| and)? ?{_NUMBER} ?(?:months?|mths?|m)")
_RANGE = re.compile(rf"(?:between )?{_NUMBER} ?(?:-|–|to|and|\.\.) ?{_NUMBER} ?(years?|yrs?|y|months?|mths?|m)?")
_LINK = re.compile(r"https?://\S+")
_DATE = re.compile(r"\b((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)\b")


@record
class Years(Record):
    """Years as typed: one number, or a range."""

    years: float
    """The number, or the lower end."""
    years_max: float | None
    """The upper end of a range."""


class NotUnderstood(ValueError):
    """What was typed has no clear meaning; the message says what would."""


def parse_years(text: str) -> Years:
    """Years from ``3``, ``3.5``, ``3,5``, ``none``, ``18 months``, ``1 year 6 months``, ``2-3``, ``5+``.

    Raises:
        NotUnderstood: with examples of what is understood.
    """
    typed = " ".join(text.casefold().split())
    if typed in _NONE:
        return Years(years=0, years_max=None)
    if found := _BOTH.fullmatch(typed):
        return _believed(_number(found[1]) + _number(found[2]) / 12, None)
    if found := _MONTHS.fullmatch(typed):
        return _believed(_number(found[1]) / 12, None)
    if found := _RANGE.fullmatch(typed):
        low, high = _number(found[1]), _number(found[2])
        if (found[3] or "").startswith("m"):
            low, high = low / 12, high / 12
        if low > high:
            raise NotUnderstood(f'"{text.strip()}" runs backwards. Write the smaller number first, like 2-3.')
        return _believed(low, high if high > low else None)
    if found := _PLAIN.fullmatch(typed):
        return _believed(_number(found[1]), None)
    raise NotUnderstood("Write a number like 3 or 3.5, a range like 2-3, 18 months, or none.")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _believed(low: float, high: float | None) -> Years:
    if (high if high is not None else low) > MOST_YEARS:
        raise NotUnderstood(f"That is more than {MOST_YEARS} years. Write years, or add the word months.")
    return Years(years=round(low, 2), years_max=None if high is None else round(high, 2))


def parse_education(text: str, levels: Sequence[EducationLevel]) -> Education:
    """An education level from its number in the list, its id or its name.

    Raises:
        NotUnderstood: with what can be typed.
    """
    typed = text.strip().casefold().replace("’", "'")
    if typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= len(levels):
        return Education(level=levels[int(typed) - 1].id)
    for level in levels:
        names = {level.id, level.label.casefold(), level.label.casefold().replace("'s", "")}
        if typed in names or (typed and level.id.startswith(typed)):
            return Education(level=level.id)
    raise NotUnderstood(f"Write a number from 1 to {len(levels)}, or a word like bachelor.")


def parse_certifications(text: str) -> tuple[str, ...]:
    """Names of certifications, separated by commas; ``none`` for none.

    Raises:
        NotUnderstood: there is no name in it.
    """
    if text.strip().casefold() in _NONE:
        return ("none",)
    names = tuple(dict.fromkeys(name for part in re.split(r"[,;]", text) if (name := " ".join(part.split()))))
    if not names:
        raise NotUnderstood("Write names with commas between them, like CSPO, PMI-ACP; or none.")
    return names


def parse_evidence(text: str, skill: str, statement: str) -> Evidence:
    """One line of evidence; a link and a date in it are told apart from the words."""
    link = _LINK.search(text)
    words = " ".join((text.replace(link[0], " ") if link else text).split())
    when = _DATE.search(words)
    return Evidence(
        skill=skill,
        statements=(statement,),
        what=words or (link[0] if link else ""),
        link=link[0] if link else None,
        when=when[1] if when else None,
    )


def with_education(background: Background, education: Education) -> Background:
    """The background with one more education; the first one replaces nothing said before."""
    return replace(background, education=(*(background.education or ()), education))


def with_years(background: Background, kind: ExperienceKind, years: Years, domain: str | None = None) -> Background:
    """The background with years of one kind."""
    entry = Experience(years=years.years, years_max=years.years_max, kind=kind, domain=domain)
    return replace(background, experience=(*(background.experience or ()), entry))


def open_items(background: Background) -> list[ImportedItem]:
    """What has not been said yet: education, product, industry, management, certifications; in the order of asking."""
    told = {entry.kind for entry in background.experience or ()}
    kinds = [kind for kind in get_args(ExperienceKind) if kind not in told]
    return [
        *([] if background.education else ["education"]),
        *kinds,
        *([] if background.certifications else ["certifications"]),
    ]


def unconfirmed(profile: Profile) -> tuple[Imported, ...]:
    """The parts of the background that came from a document and that the person has not confirmed; each once."""
    background = profile.background or Background()
    waiting = {it.item: it for it in profile.imported or ()}
    return tuple(it for it in waiting.values() if told(background, it.item))


def told(background: Background, item: ImportedItem) -> tuple[str, ...]:
    """What a background says about one of its parts, entry by entry, in words."""
    if item == "education":
        return tuple(f"{it.level}, {it.field}" if it.field else it.level for it in background.education or ())
    if item == "certifications":
        return background.certifications or ()
    return tuple(
        (
            f"{it.years:g} year{'' if it.years == 1 else 's'}"
            if it.years_max is None
            else f"{it.years:g} to {it.years_max:g} years"
        )
        + (f" in {it.domain}" if it.domain else "")
        for it in background.experience or ()
        if it.kind == item
    )


def confirmed(profile: Profile, item: ImportedItem) -> Profile:
    """The profile with a part of its background confirmed: it is the person's own from now on."""
    waiting = tuple(it for it in profile.imported or () if it.item != item)
    return replace(profile, imported=waiting or None)


def dropped(profile: Profile, item: ImportedItem) -> Profile:
    """The profile without a part of its background, which is open again."""
    return confirmed(replace(profile, background=without(profile.background or Background(), item)), item)


def without(background: Background, item: ImportedItem) -> Background:
    """The background without one of its parts."""
    if item == "education":
        return replace(background, education=None)
    if item == "certifications":
        return replace(background, certifications=None)
    left = tuple(it for it in background.experience or () if it.kind != item)
    return replace(background, experience=left or None)
