"""The entries of a CV that was written as text: positions, studies, certificates."""

import re
from collections.abc import Sequence

from pmgap.record import Record, record
from pmgap.resumes.dates import Found, find_period
from pmgap.resumes.degrees import is_institution, read_degree
from pmgap.resumes.resume import Certificate, Doubt, Line, Period, Position, Study
from pmgap.resumes.sections import Row
from pmgap.resumes.titles import is_title

LONGEST_HEAD = 140
"""Characters of a line that can be the head of an entry; a longer one is prose."""

_SPLIT = re.compile(r"\s*(?:[|•·\t]|\s[–—-]{1,2}\s|[–—]|\s@\s|,\s|;\s)\s*|\s+(?:at|bei|chez|en)\s+(?=[A-ZÄÖÜ0-9])")
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[,;–—-]*\s*[)\]]")
_LENGTH_OF_TIME = re.compile(
    r"\(?\b\d+\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois)\b(?:[\s,]*\d+\s*(?:months?|mos?|monate?|mois)\b)?\)?",
    re.IGNORECASE,
)
_RANK_AND_FIELD = re.compile(
    r"\b((?:senior |sr\.? |group |associate |managing |executive )?(?:director|vp|vice president|svp|head|manager|lead|president))"
    r",\s+(?=(?:product|engineering|operations|marketing|sales|design|data|technology|growth|digital|strategy|finance|people)\b)",
    re.IGNORECASE,
)
_NO_FIRM = re.compile(
    r"(?:full|part)[- ]?time|contract(?:or)?|freelance|permanent|temporary|remote|hybrid|on-?site|self-employed|internship|seasonal"
    r"|[A-Z]{2,3}|(?:greater )?\w+ area|london|berlin|paris|new york|usa|uk|united (?:kingdom|states)|germany|france|india",
)
_CERTIFICATE = re.compile(
    r"\b(?:certified|certific\w+|licen[cs]ed|zertifi\w+|a?-?cspo|a?-?csm|pspo|psm|csp|pmp|pmi-acp|capm|pmc|safe|popm|prince2|itil|aipmm|cpm"
    r"|six sigma|togaf|cfa|cpa|aws|ielts|toefl|nanodegree|credential)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,;:|–—(\[-]+$")


@record
class _Head(Record):
    """Where an entry begins, and what its head says."""

    first: int
    """Index of its first row."""
    last: int
    """Index of its last row."""
    at: int
    """Index of the row with the dates."""
    period: Period
    """The dates."""
    title: str
    """The title; empty where none was found."""
    organisation: str
    """For whom; empty where none was found."""


def positions_in(rows: Sequence[Row]) -> tuple[list[Position], list[Doubt]]:
    """The positions among the rows of sections about work, and what was not understood there."""
    dated = {index: found for index, row in enumerate(rows) if (found := _dates(row)) is not None}
    if not any(rows[index].form != "bullet" for index in dated):
        heads_may_be_bullets = True
    else:
        heads_may_be_bullets = False
        dated = {index: found for index, found in dated.items() if rows[index].form != "bullet"}
    heads: list[_Head] = []
    for index, found in dated.items():
        if heads and index <= heads[-1].last:
            continue
        heads.append(_head(rows, index, found, dated, heads[-1].last if heads else -1, bullets=heads_may_be_bullets))
    return _positions(rows, heads)


def _dates(row: Row) -> Found | None:
    """The dates of a row that can be the head of an entry."""
    if row.form == "blank" or len(row.text) > LONGEST_HEAD:
        return None
    found = find_period(row.text)
    if found is None or found.span:
        return found
    rest = f"{row.text[: found.first]} {row.text[found.last :]}".strip(" ()[],|")
    at_an_end = not row.text[found.last :].strip(" ).]_") or not row.text[: found.first].strip(" (")
    is_head = row.form != "bullet" and at_an_end and len(rest) <= 100 and not rest.endswith(".")
    return found if is_head and (not rest or is_title(rest) or row.strong) else None


def _without_dates(row: Row, found: Found | None) -> str:
    text = row.text if found is None else f"{row.text[: found.first]} | {row.text[found.last :]}"
    return _EMPTY_BRACKETS.sub(" ", _LENGTH_OF_TIME.sub(" ", text)).strip(" ,;|–—-()[]")


def _head(rows: Sequence[Row], at: int, found: Found, dated: dict[int, Found], taken: int, *, bullets: bool) -> _Head:
    """The head of the entry whose dates stand at ``at``: title and organisation from there and from around it."""
    texts = [_without_dates(rows[at], found)]
    first = last = at
    title, organisation = _title_and_firm(texts)
    crossed = False
    while not bullets and not (title and organisation) and first - 1 > taken and at - first < 3:
        row = rows[first - 1]
        if row.form == "blank" and not crossed and not title:
            crossed, first = True, first - 1
            continue
        if not _can_be_head(row) or first - 1 in dated or (crossed and not row.strong and not is_title(row.text)):
            break
        first -= 1
        texts.append(_without_dates(row, None))
        title, organisation = _title_and_firm(texts)
    while first < at and rows[first].form == "blank":
        first += 1
    while not bullets and not (title and organisation) and last + 1 < len(rows) and last - at < 2:
        row, after = rows[last + 1], rows[last + 2] if last + 2 < len(rows) else None
        if not _can_be_head(row) or last + 1 in dated or len(row.text) > 90:
            break
        if (
            last + 2 in dated
            and after is not None
            and _title_and_firm([_without_dates(after, dated[last + 2])]) == ("", "")
        ):
            break
        if title and is_title(row.text) and not _title_and_firm([row.text])[1]:
            break
        last += 1
        texts.append(_without_dates(row, None))
        title, organisation = _title_and_firm(texts)
    return _Head(first=first, last=last, at=at, period=found.period, title=title, organisation=organisation)


def _can_be_head(row: Row) -> bool:
    return row.form in ("text", "heading") and len(row.text) <= LONGEST_HEAD and (row.strong or row.text[-1:] != ".")


def _title_and_firm(texts: Sequence[str]) -> tuple[str, str]:
    """Title and organisation among the texts of a head, nearest to the dates first."""
    parts = [_parts(text) for text in texts]
    for own in parts:
        title = next((part for part in own if is_title(part) and not is_institution(part)), "")
        title = title or next((part for part in own if is_title(part)), "")
        if title:
            others = [*(it for it in own if it != title), *(it for more in parts if more is not own for it in more)]
            return title, next((it for it in others if _can_be_firm(it)), "")
    firms = [it for own in parts for it in own if _can_be_firm(it)]
    return "", firms[0] if firms else ""


def _parts(text: str) -> list[str]:
    joined = _RANK_AND_FIELD.sub("\\1\x00 ", text)
    return [part.replace("\x00", ",") for it in _SPLIT.split(joined) if (part := it.strip(" ,;:|–—()[]"))]


def _can_be_firm(part: str) -> bool:
    return len(part) > 1 and _NO_FIRM.fullmatch(part if part.isupper() else part.casefold()) is None


def _positions(rows: Sequence[Row], heads: Sequence[_Head]) -> tuple[list[Position], list[Doubt]]:
    found: list[Position] = []
    doubts: list[Doubt] = []
    umbrella = ""
    for index, head in enumerate(heads):
        end = heads[index + 1].first if index + 1 < len(heads) else len(rows)
        body = tuple(row.line for row in rows[head.last + 1 : end] if row.form != "blank")
        source = line_of(rows[head.at])
        if not head.title:
            following = heads[index + 1] if index + 1 < len(heads) else None
            if following is not None and following.title and not following.organisation:
                umbrella = head.organisation
                continue
            doubts.append(Doubt(line=source, why="There are dates, but no job title that is known."))
        organisation = head.organisation or (umbrella if head.title else "")
        if head.organisation:
            umbrella = head.organisation if not head.title else umbrella
        found.append(
            Position(
                title=head.title,
                organisation=organisation,
                period=head.period,
                unpaid="volunteer" in rows[head.at].sections,
                source=source,
                lines=body,
            )
        )
    return found, doubts


def studies_in(rows: Sequence[Row]) -> tuple[list[Study], list[Doubt]]:
    """The studies among the rows of sections about education, and what was not understood there."""
    found: list[Study] = []
    named = [index for index, row in enumerate(rows) if row.form != "blank" and read_degree(row.text) is not None]
    for place, index in enumerate(named):
        row = rows[index]
        before, after = named[place - 1] if place else -1, named[place + 1] if place + 1 < len(named) else len(rows)
        near = [it for it in _neighbours(index, before, after) if 0 <= it < len(rows)]
        period = next((it.period for at in (index, *near) if (it := find_period(rows[at].text)) is not None), None)
        institution = next(
            (part for at in (index, *near) for part in _parts(_without_dates(rows[at], find_period(rows[at].text)))
             if is_institution(part) and read_degree(part) is None),
            "",
        )  # fmt: skip
        found.append(
            Study(
                degree=_TRAILING.sub("", _without_dates(row, find_period(row.text))),
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


def _neighbours(index: int, before: int, after: int) -> list[int]:
    """Rows that may belong to the degree in a row: below it up to the next one, then those above it."""
    return [
        *range(index + 1, min(after, index + 3)),
        *(it for it in (index - 1, index - 2) if it > before + 2 or before < 0),
    ]


def certificates_in(rows: Sequence[Row], *, mixed: bool) -> list[Certificate]:
    """The certificates among the rows of a section; ``mixed``: it holds other things, so only clear names count."""
    found: list[Certificate] = []
    for row in rows:
        if row.form == "blank" or len(row.text) > LONGEST_HEAD:
            continue
        if mixed and not (_CERTIFICATE.search(row.text) and _is_no_degree(row.text)):
            continue
        found.extend(Certificate(name=name, source=line_of(row)) for name in certificate_names(row.text))
    return found


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
    return " ".join(_EMPTY_BRACKETS.sub(" ", text).split())


def line_of(row: Row) -> Line:
    """The line of a row with its text as people read it."""
    return Line(file=row.line.file, number=row.line.number, text=row.text)
