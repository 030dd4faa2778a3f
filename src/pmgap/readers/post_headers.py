"""Title and organisation of a post, out of the few short lines that people put above what they did there."""

import re
from typing import NamedTuple

from pmgap.periods import find_period
from pmgap.readers.text_rows import Row

_TITLE_WORDS = (
    r"\w*manager(?:in)?|owner|lead|leader|head|director|vp|svp|evp|avp|vice[- ]president|president|chief|\w*officer|"
    r"c[efimopst]o|(?:co-?)?founder|\w*engineer|\w*developer|programmer|architect|\w*designer|analyst|\w*consultant|"
    r"specialist|co-?ordinator|administrator|associate|assistant|intern|internship|trainee|apprentice|scientist|"
    r"researcher|strategist|marketer|writer|editor|teacher|tutor|instructor|lecturer|professor|nurse|physician|doctor|"
    r"pharmacist|therapist|supervisor|executive|representative|rep|agent|accountant|auditor|advis[eo]r|buyer|planner|"
    r"producer|technician|operator|clerk|cashier|barista|chef|server|waiter|waitress|attendant|mentor|coach|trainer|"
    r"recruiter|partner|principal|fellow|volunteer|scrum ?master|evangelist|advocate|captain|sergeant|lieutenant|"
    r"secretary|controller|paralegal|lawyer|attorney|counsel|freelancer|contractor|expert|chair\w*|treasurer|"
    r"ambassador|member|receptionist|driver|salesperson|foreman|inspector|surveyor|translator|journalist|reporter|"
    r"photographer|librarian|apm|tpm|pm|po|product management|product|produktmanager\w*|chef de produit|responsable|"
    r"gerente|jefe|leiter\w*|referent\w*|werkstudent\w*|praktikant\w*|entwickler\w*"
)
_TITLE = re.compile(rf"\b(?:{_TITLE_WORDS})\b", re.IGNORECASE)
_ENDS_WITH_TITLE = re.compile(rf"\b(?:{_TITLE_WORDS})(?:\s+(?:[IVX]+|\d))?\s*(?:$|[,(/&-])", re.IGNORECASE)
_ONLY_PRODUCT = re.compile(r"\bproduct\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|llp|gmbh|ag|plc|corp|corporation|company|co|limited|pty|bv|s\.?a|srl|sas|university|"
    r"college|school|bank|hospital|labs?|technologies|solutions|systems|software|ventures|holdings|foundation|agency|"
    r"studios?|partners|associates|products)\b\.?\s*$",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*[|\u2502]\s*|\s+[\u2022\u00b7\u2027\u2219/]\s+|\s*[\u2014\u2015]\s*|\s+[-\u2013~]\s+|\s+@\s*|\s+\bat\b\s+|\s+(?:bei|chez)\s+")
_DURATION = re.compile(
    r"[(\[]?\s*(?:about |approx\.? )?\d+(?:[.,]\d+)?\s*\+?\s*(?:years?|yrs?|y|months?|mos?|m)\b\.?"
    r"(?:[\s,]*(?:and\s*)?\d+\s*(?:months?|mos?|m)\b\.?)?\s*[)\]]?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|contract|permanent|freelance|temporary|self[- ]employed|"
    r"internship|fixed[- ]term|worldwide|dates?|location|duration|employer|company|title|role|position)\s*:?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:dates?|location|duration|employer|company|organi[sz]ation|title|role|position|job title|period)\s*:\s*", re.IGNORECASE
)
_PLACE = re.compile(r"[A-Z\u00c0-\u00de][\w.'\u00c0-\u017f -]{1,30},\s*(?:[A-Z]{2,3}|[A-Z\u00c0-\u00de][\w.' -]{2,25})(?:,\s*[\w .'-]{2,25})?(?:\s+\d{4,5})?")
_EDGES = " \t,;:|()[]\u2013\u2014-*_\u2022\u00b7~/"


class Header(NamedTuple):
    """Who a post was for and what it was called, as far as the lines tell."""

    title: str
    organisation: str


class _Part(NamedTuple):
    text: str
    late: bool
    """Whether it stands after the dates in the same row."""


def names_a_title(text: str) -> bool:
    """Whether a text holds a word that job titles are made of."""
    return _title_score(text) > 1


def is_place(text: str) -> bool:
    """Whether a text looks like a place, such as "Berlin, Germany", or a way of working, such as "Remote"."""
    plain = text.strip(_EDGES)
    return bool(_NO_NAME.fullmatch(plain) or (_PLACE.fullmatch(plain) and not names_a_title(plain)))


def is_duration(text: str) -> bool:
    """Whether a text is nothing but a length of time, such as "3 years 2 months"."""
    return bool(_DURATION.fullmatch(text.strip(_EDGES)))


def without_period(text: str) -> str:
    """The text without its dates and the length of time beside them."""
    if period := find_period(text):
        after = text[period.after :].lstrip(")] ")
        # What follows a colon is told of the post: "Product Manager, Acme (2020-2023): built the billing product".
        text = f"{text[: period.first].rstrip('([ ')} \t {'' if after.startswith(':') and period.first else after}"
    return _DURATION.sub(" ", text)


def read_header(rows: list[Row]) -> Header:
    """Title and organisation in the lines above a post's tasks; an empty text for what is not there."""
    parts = [part for row in rows for part in _parts(row)]
    title = max(parts, key=lambda part: _title_score(part.text), default=None)
    others = [part for part in parts if part is not title]
    if title is None or _title_score(title.text) == 0:
        return Header("", _organisation_in(parts))
    organisation = _organisation_in(others)
    if organisation:
        return Header(title.text.strip(_EDGES), organisation)
    return _apart(title.text)


def _organisation_in(parts: list[_Part]) -> str:
    """The first part that is no place; or, before the dates, one that only looks like a place ("Acme, Leeds")."""
    found = next((part.text for part in parts if not is_place(part.text)), "")
    found = found or next((part.text for part in parts if not part.late and not _NO_NAME.fullmatch(part.text)), "")
    if not _COMPANY.search(found):
        found = re.sub(r"\s*\([^()]*\)", "", found).partition(",")[0]
    return found.strip(_EDGES)


def _parts(row: Row) -> list[_Part]:
    found = []
    late = False
    for cell in row.cells or [row.text]:
        for number, piece in enumerate(without_period(_LABEL.sub("", cell)).split("\t")):
            late = late or number > 0
            for part in _JOINTS.split(piece):
                plain = _balanced(_LABEL.sub("", part.strip(_EDGES.replace("(", "").replace(")", ""))).strip())
                if plain and any(character.isalpha() for character in plain):
                    found.append(_Part(plain, late))
    return found


def _balanced(text: str) -> str:
    """The text without a bracket that has lost its fellow or its content."""
    text = re.sub(r"[(\[]\s*[,;]?\s*[)\]]", "", text)
    return text if text.count("(") == text.count(")") else text.replace("(", " ").replace(")", " ")


def _title_score(text: str) -> int:
    """0: no title; 1: perhaps; 2: holds a title word; 3: ends with one."""
    if "," in text:
        return max(_title_score(part) for part in text.split(","))
    found = [word.group() for word in _TITLE.finditer(text)]
    if not found or len(text.split()) > 12 or _NO_NAME.fullmatch(text):
        return 0
    if all(_ONLY_PRODUCT.fullmatch(word) for word in found) or _COMPANY.search(text):
        return 1
    return 3 if _ENDS_WITH_TITLE.search(text) else 2


def _apart(text: str) -> Header:
    """Title and organisation out of one text with commas: "Product Manager, Acme, Berlin"."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 1:
        return Header(text.strip(_EDGES), "")
    scores = [_title_score(part) for part in parts]
    first = next(index for index, score in enumerate(scores) if score == max(scores))
    last = first + 1
    while last < len(parts) and scores[last]:
        last += 1
    rest = [part for index, part in enumerate(parts) if not first <= index < last]
    return Header(", ".join(parts[first:last]).strip(_EDGES), rest[0].strip(_EDGES) if rest else "")
