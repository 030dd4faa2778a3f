"""Degrees and other kinds of education as people write them: their level and field."""

import re
from typing import Literal, NamedTuple

EducationLevelId = Literal["none", "certificate", "bootcamp", "associate", "bachelor", "master", "doctorate"]


class Degree(NamedTuple):
    """A degree, certificate or course of study in a text."""

    level: EducationLevelId | None
    """Its level; none where the text does not tell ("engineering degree")."""
    field: str | None
    """Field of study, as written."""


_SCHOOL = re.compile(
    r"\b(?:high school|secondary school|grammar school|a[- ]levels?|gcses?|ged|abitur|matura|school leaving|"
    r"international baccalaureate|baccalaur[ée]at)\b",
    re.IGNORECASE,
)
_WORDS: list[tuple[EducationLevelId, str]] = [
    ("doctorate", r"ph\.?\s?d|d\.?\s?phil|doctorate|doctoral|doctor of|doctor in|doctorado|doctorat|juris doctor"),
    (
        "master",
        r"master(?:['’]?s)?(?=\s+(?:of|in|degree|d[eu]|en)\b|\s*[,(|\u2013\u2014-]|\s*$)|masters?[’']s?|"
        r"postgraduate degree|laurea magistrale|m[áa]ster(?=\s+(?:en|de|em)\b)|ma[îi]trise|mast[èe]re|magister|"
        r"diplom[- ]?(?:ingenieur|kauf|inform|betriebs|psycho)\w*|dipl\.?[- ](?:ing|inf|kfm|kffr|psych)\b|"
        r"dipl[ôo]me d['’]ing[ée]nieur",
    ),
    (
        "bachelor",
        r"bachelor(?:['’]?s)?|baccalaureate|undergraduate degree|licenciatura|laurea(?: triennale)?|"
        r"licence(?=\s+(?:en|de)\b)|grado(?=\s+en\b)|honou?rs degree|first degree",
    ),
    (
        "associate",
        r"associate(?:['’]?s)?(?=\s+(?:of|degree|in)\b|\s*$)|foundation degree|higher national diploma|hnd",
    ),
    ("bootcamp", r"boot\s?-?camp|immersive"),
    (
        "certificate",
        r"certificate|certification|nano-?degree|micro-?masters|diploma|pg\.?\s?dip|pg\.?\s?cert|"
        r"professional certificate",
    ),
]
_ABBREVIATIONS: list[tuple[EducationLevelId, str, str | None]] = [
    ("doctorate", r"Ed\.?D\.?|D\.?B\.?A\.?|Dr\.\s?\w{2,4}\.", None),
    ("doctorate", r"J\.?D\.?", "law"),
    ("doctorate", r"M\.D\.", "medicine"),
    ("master", r"E?M\.?B\.?A\.?|EMBA|PGDM", "business administration"),
    ("master", r"LL\.?M\.?", "law"),
    ("master", r"M\.?Eng\.?|M\.?Tech\.?", "engineering"),
    (
        "master",
        r"M\.?Sc\.?|M\.\s?S\.|M\.\s?A\.|M\.?Phil\.?|M\.?Ed\.?|M\.?Res\.?|M\.?Com\.?|M\.?P\.?[AHP]\.?|M\.?F\.?A\.?|MCA|MIB|"
        r"MSE|MSW|MArch|MiM|MIM",
        None,
    ),
    ("bachelor", r"B\.?B\.?A\.?|BBS", "business administration"),
    ("bachelor", r"B\.?Com\.?", "commerce"),
    ("bachelor", r"LL\.?B\.?", "law"),
    ("bachelor", r"B\.?Eng\.?|B\.?Tech\.?", "engineering"),
    ("bachelor", r"B\.?S\.?N\.?", "nursing"),
    (
        "bachelor",
        r"B\.?Sc\.?|B\.\s?S\.|B\.\s?A\.|B\.\s?E\.|B\.?F\.?A\.?|B\.?Ed\.?|BCA|BArch|BMus|B\.?I\.?T\.?|BMath|BDes|A\.\s?B\.",
        None,
    ),
    ("associate", r"A\.?A\.?S\.?|A\.\s?A\.|A\.\s?S\.", None),
]
_SHORT: dict[str, EducationLevelId] = {
    **dict.fromkeys(("MA", "MS", "ME"), "master"),
    **dict.fromkeys(("BA", "BS", "BE", "AB"), "bachelor"),
    **dict.fromkeys(("AA", "AS"), "associate"),
    "MD": "doctorate",
}
"""Two letters that mean a degree only where one can stand: MA is also a state, MS a company, AS a word."""

_STATES = frozenset({"MA", "MS", "ME", "MD", "AB", "AS"})

_BY_WORD = [(level, re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.IGNORECASE)) for level, words in _WORDS]
_BY_ABBREVIATION = [
    (level, re.compile(rf"(?<![\w.])(?:{forms})(?![\w])"), field) for level, forms, field in _ABBREVIATIONS
]
_SHORT_AT_START = re.compile(r"\s*(?P<letters>[A-Z]{2})(?P<rest>\s+[^\W\d].*|\s*)$")
_NO_DEGREE = re.compile(r"\b(?:scrum|web|post|quarter|station)[ -]?masters?\b|\bmaster ?class\b", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:degree|graduate|postgraduate|dipl[ôo]me?|studium|studies)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;|()\t\u2013\u2014:\u2022\u00b7]|\s-\s|\s{2,}|\bat\b|\bfrom\b)\s*")
_IN = re.compile(r"(?:\b(?:in|en|em)|^\s*(?:of|de|d'))\s+(?P<field>.+)", re.IGNORECASE)
_OF_IN = re.compile(r"^\s*(?:degree\s+)?(?:of|de)\s+.+?\s+(?:in|en|em)\s+(?P<field>.+)", re.IGNORECASE)
_OF_WHAT = re.compile(r"\b(?:of|de)\s+(?P<field>.+)", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\b(?:with|minor|magna|summa|cum|first[- ]class|upper|distinction|hono[u]?rs?|hons|gpa|class|major|honoribus|"
    r"(?:19|20)\d\d)\b.*|[-\u2013.]+\s*$)",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    ["science", "sciences", "arts", "applied science", "applied sciences", "applied arts", "philosophy", "letters",
     "technology", "degree", "studies", "completion", "honours", "hons", "honors", "programme", "program", "course"]
)  # fmt: skip
_FIELD = re.compile(
    r"\b(?:\w*(?:engineering|science|informatics|economics|management|business|marketing|design|comput|software|"
    r"information|technolog|mathematic|statistic|physic|chemis|biolog|psycholog|sociolog|finance|accounting|commerce|"
    r"administration|communicat|journalis|media|law|medicine|nursing|pharmac|health|education|history|philosoph|"
    r"literature|linguist|languages?|politic|international|human|anthropolog|geograph|architect|hospitality|tourism|"
    r"logistic|operations|analytics|data|artificial|robotics|agricult|environment|entrepreneur|product|arts|music|"
    r"english|french|german|spanish|studies)\w*)\b",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"\b(?:universit\w*|college|school|institut\w*|academy|polytechnic\w*|hochschule|[ée]cole|facult\w*|campus|insa|"
    r"general assembly|coursera|udacity|udemy|edx|tu|eth|iit|iim|mit|lse|ucl|ucla|insead|hec|nus|kth)\b",
    re.IGNORECASE,
)
LONGEST_FIELD = 60
"""Characters of a field of study beyond which the text is something else."""


def read_degree(text: str) -> Degree | None:
    """The highest degree that a text names, with its field; none where it names no education at all.

    Made for entries of an education list: "BSc Computer Science", "Master of Science in Physics, ETH", "MBA".
    """
    text = _NO_DEGREE.sub(" ", text[:400])
    if _SCHOOL.search(text):
        return Degree("none", None)
    for level in ("doctorate", "master", "bachelor", "associate", "bootcamp", "certificate"):
        for known, pattern in _BY_WORD:
            if known == level and (found := pattern.search(text)):
                return Degree(known, _field(text, found.start(), found.end()))
        for known, pattern, field in _BY_ABBREVIATION:
            if known == level and (found := pattern.search(text)):
                return Degree(known, _field(text, found.start(), found.end()) or field)
        if (short := _short(text)) and short[0] == level:
            return Degree(short[0], _field(text, short[1], short[2]))
    if _UNSURE.search(text):
        return Degree(None, None)
    return None


def _short(text: str) -> tuple[EducationLevelId, int, int] | None:
    """The first two-letter degree, its place in the text and where it ends."""
    for number, part in enumerate(_split(text)):
        found = _SHORT_AT_START.match(part.text)
        if found and found["letters"] in _SHORT and (number == 0 or found["rest"].strip() or found["letters"] not in _STATES):
            start = part.start + found.start("letters")
            return _SHORT[found["letters"]], start, start + 2
    return None


class _Part(NamedTuple):
    text: str
    start: int


def _split(text: str) -> list[_Part]:
    parts, start = [], 0
    for mark in _PARTS.finditer(text):
        parts.append(_Part(text[start : mark.start()], start))
        start = mark.end()
    return [*parts, _Part(text[start:], start)]


def _field(text: str, start: int, end: int) -> str | None:
    """The field of study around a degree that stands at ``start`` to ``end``."""
    # "doctor of" takes its "of" along
    before_end = text[:end].rstrip()
    if before_end.casefold().endswith((" of", " in")):
        end = len(before_end) - 2
    after = text[end:]
    parts = [part.text for part in _split(after)]
    own = parts[0] if parts else ""
    if found := _OF_IN.search(own) or _IN.search(own):
        if field := _plain_field(found["field"]):
            return field
    elif field := _plain_field(own):
        return field
    for part in parts[1:4]:
        within = _IN.search(part)
        if field := _known_field(within["field"] if within else part):
            return field
    for part in reversed(_split(text[:start])):
        if field := _known_field(part.text):
            return field
    return None


def _known_field(text: str) -> str | None:
    field = _plain_field(text)
    return field if field and _FIELD.search(field) else None


def _plain_field(text: str) -> str | None:
    field = " ".join(_TAIL.sub("", text).strip(" .,:;'’\"*_-").split())
    if field.casefold().startswith("degree"):
        rest = field[6:].strip()
        within = _IN.search(rest)
        field = within["field"] if within else rest
    if not field or len(field) > LONGEST_FIELD or field.casefold() in _GENERAL or INSTITUTION.search(field):
        return None
    return field if any(character.isalpha() for character in field) and len(field) > 1 else None
