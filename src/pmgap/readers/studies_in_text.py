"""The studies and certificates in a section of a text."""

import re
from typing import NamedTuple

from pmgap.degrees import INSTITUTION, read_degree
from pmgap.periods import Period, find_period
from pmgap.readers.post_headers import names_a_title
from pmgap.readers.text_rows import Row
from pmgap.resume import Certificate, Study, line_of

_CERTIFICATE = re.compile(
    r"\b(?:certif\w*|licen[cs]ed?|accredit\w*|credential\w*|cspo|csm|a-?cspo|pspo|psm|pmp|capm|pmi-\w+|pmc|safe|prince2|itil|"
    r"cpm|aipmm|pmc-[ivx]+|popm|cbap|six sigma|green belt|black belt|micro-?credential)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?:thesis|dissertation|(?:relevant |key )?course(?:s|work)|relevant|modules?|gpa|grade|cgpa|activities|societies|"
    r"honou?rs?:|dean|award|scholar|president|member|exchange|specialis|specializ|final|focus|minor|distinction|score|major:)",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*[|;\u2022\u00b7\t]\s*|\s*[\u2013\u2014]\s*|\s+-\s+|,\s+(?=[^()]*(?:\(|$))|\s*:\s+|\s{3,}")
_SHORT_NAME = re.compile(r"[A-Z][A-Z0-9-]{1,9}(?:\s(?:[IVX]+|\d))?[\u00ae\u2122]?")
_LABEL = re.compile(r"(?:certifi\w+|licen[cs]es?|courses?|training|issued(?: by)?|issuer|date|credential id.*)\s*:?", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\(([^()]*\b(?:19|20)\d\d\b[^()]*|[^()]*(?:\s[^()]*){2,})\)")
"""Brackets that hold an issuer or a date, not a short name."""
_EDGES = " \t,;:|()[]\u2013\u2014-*_\u2022\u00b7"


class Studies(NamedTuple):
    """What a section of studies holds."""

    studies: list[Study]
    certificates: list[Certificate]
    others: list[Row]


def read_studies(rows: list[Row], source: str, *, among_posts: bool) -> Studies:
    """The studies and certificates in the rows of a section; among posts only what cannot be a post is taken."""
    found = Studies([], [], [])
    told = [row for row in rows if not row.blank]
    starts = {index: degree for index, row in enumerate(told) if (degree := _degree_of(row, among_posts=among_posts))}
    taken: set[int] = set(starts)
    first = min(starts, default=0)
    above = first > 0 and starts[first] == "study" and _is_place_of_study(told[first - 1])
    for index, degree in starts.items():
        row = told[index]
        if degree == "certificate":
            found.certificates.extend(_certificates_in(row, source))
            continue
        near = [row, *_beside(told, index, starts, taken, above=above)]
        period = next((it for other in near if (it := find_period(other.text))), None)
        institution = next((name for other in near if (name := _institution_in(other.text))), "")
        found.studies.append(_study(row, institution, period, source))
    found.others.extend(told[index] for index in range(len(told)) if index not in taken)
    if among_posts:
        kept = {id(told[index]) for index in taken}
        return found._replace(others=[row for row in rows if id(row) not in kept])
    return found


def _degree_of(row: Row, *, among_posts: bool) -> str | None:
    """"study" or "certificate" for a row that starts one."""
    if _DETAIL.match(row.text) or (row.is_sentence and len(row.text.split()) > 20):
        return None
    degree = read_degree(row.text)
    certified = _CERTIFICATE.search(row.text) is not None
    if among_posts:
        sure = degree is not None and degree.level in ("bachelor", "master", "doctorate", "associate")
        return "study" if sure and not row.is_sentence and not names_a_title(row.text) else None
    if degree is not None and degree.level not in (None, "certificate"):
        return "study"
    if degree is not None and degree.level == "certificate" and not re.search(r"\bcertified|certification\b", row.text, re.I):
        return "study"
    if certified:
        return "certificate"
    return "study" if degree is not None else None


def _beside(told: list[Row], index: int, starts: dict[int, str], taken: set[int], *, above: bool) -> list[Row]:
    """The rows next to a degree that name its institution or dates, in the order that the section keeps to."""
    near = [index - 1, index - 2] if above else [index + 1, index + 2]
    if above and index + 1 < len(told) and find_period(told[index + 1].text) and not INSTITUTION.search(told[index + 1].text):
        near.append(index + 1)
    found = []
    for at in near:
        if not 0 <= at < len(told) or at in taken or not _is_place_of_study(told[at]):
            break
        found.append(told[at])
        taken.add(at)
    return found


def _is_place_of_study(row: Row) -> bool:
    if _DETAIL.match(row.text) or row.is_sentence:
        return False
    return not row.bullet or INSTITUTION.search(row.text) is not None or find_period(row.text) is not None


def _institution_in(text: str) -> str:
    return next((part for part in _parts(text) if INSTITUTION.search(part)), "")


def _study(row: Row, institution: str, period: Period | None, source: str) -> Study:
    once = period is not None and period.start == period.end
    return Study(
        line=line_of(row.text, source, row.number),
        degree=_without_dates(row.text),
        institution=institution,
        start=None if period is None or once else period.start,
        end=period.end if period else None,
        goes_on=period.goes_on if period else False,
    )


def read_certificates(rows: list[Row], source: str) -> list[Certificate]:
    """The certificates in the rows of a section that holds nothing else."""
    return [entry for row in rows if not row.blank for entry in _certificates_in(row, source)]


def _certificates_in(row: Row, source: str) -> list[Certificate]:
    """The certificates of a row: several when it is a list of short names, else one with its issuer."""
    parts = [part for part in _parts(_BRACKETED.sub(r", \1", row.text)) if not _LABEL.fullmatch(part)]
    if not parts or _DETAIL.match(row.text):
        return []
    line = line_of(row.text, source, row.number)
    if len(parts) > 1 and all(_SHORT_NAME.fullmatch(part) for part in parts):
        return [Certificate(line=line, name=part) for part in parts]
    return [Certificate(line=line, name=parts[0], issuer=parts[1] if len(parts) > 1 else "")]


def _parts(text: str) -> list[str]:
    parts = (part.strip(" \t,;:|[]\u2013\u2014-*_\u2022\u00b7") for part in _JOINTS.split(_without_dates(text)))
    return [part for part in parts if any(character.isalpha() for character in part)]


def _without_dates(text: str) -> str:
    while (period := find_period(text)) is not None:
        text = f"{text[: period.first].rstrip('([ ')} {text[period.after :].lstrip(')] ')}"
    return " ".join(text.split()).strip(_EDGES.replace("(", "").replace(")", ""))
