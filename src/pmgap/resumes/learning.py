"""What people learnt, in a CV that was written as text: studies and certificates."""

import re
from collections.abc import Sequence

from pmgap.expressions import compiled
from pmgap.resumes.dates import find_period
from pmgap.resumes.degrees import is_institution, read_degree
from pmgap.resumes.entries import LONGEST_HEAD, head_parts, without_brackets, without_dates
from pmgap.resumes.resume import Certificate, Doubt, Study
from pmgap.resumes.sections import Row, line_of
from pmgap.resumes.titles import is_title

_CERTIFICATE = compiled(
    r"\b(?:certified|certific\w+|licen[cs]ed|zertifi\w+|a?-?cspo|a?-?csm|pspo|psm|csp|pmp|pmi-acp|capm|pmc|safe|popm|prince2|itil|aipmm|cpm"
    r"|six sigma|togaf|cfa|cpa|aws|ielts|toefl|nanodegree|credential)\b",
    re.IGNORECASE,
)
_DATE_WORDS = compiled(
    r"\b(?:issued|expires?|expired|expiry|expiration|valid(?: until| through)?|obtained|earned|completed|awarded)\b(?: date| on| in)?:?",
    re.IGNORECASE,
)
_TRAILING = compiled(r"[\s,;:|·–—(\[-]+$")


def studies_in(rows: Sequence[Row]) -> tuple[list[Study], list[Doubt]]:
    """The studies among the rows of sections about education, and what was not understood there."""
    found: list[Study] = []
    named = [index for index, row in enumerate(rows) if row.form != "blank" and read_degree(row.text) is not None]
    place_first = bool(named) and _place_comes_first(rows, named[0])
    for place, index in enumerate(named):
        row = rows[index]
        before, after = named[place - 1] if place else -1, len(rows)
        if place + 1 < len(named):
            after = named[place + 1] - (1 if place_first else 0)
        near = [it for it in _neighbours(index, before, after, place_first=place_first) if 0 <= it < len(rows)]
        dated = (index, *(it for it in near if it > index), *(it for it in near if it < index))
        period = next((it.period for at in dated if (it := find_period(rows[at].text)) is not None), None)
        institution = next(
            (part for at in (index, *near) for part in head_parts(without_dates(rows[at], find_period(rows[at].text)))
             if is_institution(part) and read_degree(part) is None),
            "",
        )  # fmt: skip
        found.append(
            Study(
                degree=_TRAILING.sub("", without_dates(row, find_period(row.text))),
                field="",
                institution=institution,
                period=period,
                source=line_of(row),
            )
        )
    doubts = []
    if not named and (first := next((row for row in rows if is_institution(row.text)), None)) is not None:
        doubts.append(Doubt(line=line_of(first), why="There is education, but no degree that is known."))
    return found, doubts


def _neighbours(index: int, before: int, after: int, *, place_first: bool) -> list[int]:
    """Rows that may belong to the degree in a row, nearest first, without those of the degrees around it."""
    above = [it for it in (index - 1, index - 2) if it > before + (0 if place_first else 2) or before < 0]
    below = list(range(index + 1, min(after, index + 3)))
    return [*above, *below] if place_first else [*below, *above]


def _place_comes_first(rows: Sequence[Row], first: int) -> bool:
    """Whether the place of learning stands over its degree, by the first degree of a section."""
    above = next((row for row in reversed(rows[:first]) if row.form != "blank"), None)
    return above is not None and is_institution(above.text) and not is_institution(rows[first].text)


def certificates_in(rows: Sequence[Row], *, mixed: bool) -> list[Certificate]:
    """The certificates among the rows of a section; ``mixed``: it holds other things, so only clear names count."""
    found: list[Certificate] = []
    told = [row for row in rows if row.form != "blank"]
    for row, after in zip(told, [*told[1:], None], strict=True):
        if len(row.text) > LONGEST_HEAD:
            continue
        if _is_name_of_person(row, after):
            break
        if mixed and not (_CERTIFICATE.search(row.text) and _is_no_degree(row.text)):
            continue
        found.extend(Certificate(name=name, source=line_of(row)) for name in certificate_names(row.text))
    return found


def _is_name_of_person(row: Row, after: Row | None) -> bool:
    """Whether a line is a name over a title: pages made by LinkedIn have it after the certificates, without a heading."""
    return (
        after is not None
        and row.form == after.form == "text"
        and re.fullmatch(r"(?:[^\W\d_][\w.'’-]*\s?){2,4}", row.text) is not None
        and not _CERTIFICATE.search(f"{row.text} {after.text}")
        and is_title(after.text)
        and not is_title(row.text)
    )


def _is_no_degree(text: str) -> bool:
    degree = read_degree(text)
    return degree is None or degree.level == "certificate"


def certificate_names(text: str) -> list[str]:
    """The names of certificates in a line, without their dates."""
    names = []
    for part in re.split(r"\s*[;•·|]\s*", text):
        name = _TRAILING.sub("", _undated(part)).strip(" ,")
        short = [it.strip() for it in name.split(",")]
        if len(short) > 1 and all(it.isupper() or re.fullmatch(r"[A-Z][A-Z-]+ [IV]+", it) for it in short):
            names.extend(short)
        elif len(name) > 1 and any(letter.isalpha() for letter in name):
            names.append(name)
    return names


def _undated(text: str) -> str:
    """A text without its dates: when it was given, and when it ends."""
    for _ in range(2):
        if (dates := find_period(text)) is not None:
            text = f"{text[: dates.first]} {text[dates.last :]}"
    return without_brackets(_DATE_WORDS.sub(" ", text))
