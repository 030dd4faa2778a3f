"""Degrees as they are named in many countries: which level they are, and in what field."""

import re

from pmgap.catalogue import EducationLevel
from pmgap.expressions import compiled
from pmgap.record import Record, record
from pmgap.resumes.dates import find_period

LONGEST = 300
"""Characters of a text in which a degree is looked for; a longer one is prose."""

LONGEST_FIELD = 80
"""Characters that a field of study has at most; more is a sentence."""


@record
class Degree(Record):
    """What a degree's name says."""

    level: str
    """Id of the education level."""
    field: str
    """Field of study; empty where the name holds none."""
    doubt: str
    """Why the level is a judgement, in a sentence; empty where it is plain."""


_JUDGEMENT = "{} is taken for a {}; say so if your country counts it differently."

# Long names first: they are told apart by words. The level of each is the one that its own country puts beside it.
_WORDS: tuple[tuple[str, str, bool], ...] = (
    ("none", r"high school|secondary school|a-levels?|abitur|matura|baccalaur[ée]at|ged|gcses?|hsc|ssc|hochschulreife", False),
    ("doctorate", (r"ph\.? ?d\.?|d\.? ?phil\.?|doctor(?:ate|al)?(?: degree)?|doktor\w*|promotion|doctorat|doctorado"
     r"|dottorato(?: di ricerca)?|dr\. ?(?:rer|ing|med|phil|oec|jur)\b\.?|ed\.?d\.?|dba"), False),
    ("bachelor", r"bachelor['’]?s?|baccalaureate|undergraduate degree", False),
    ("associate", r"associate['’]?s? (?:of|in|degree)|foundation degree|higher national diploma|hnd|bts|dut|deug|vordiplom", False),
    ("master", r"laurea magistrale|laurea specialistica|master['’]?s?(?! of ceremon)|mba|m\.? ?phil\.?|maîtrise|m[áa]ster|maestr[ií]a|mestrado", False),
    ("master", r"post ?-?graduate (?:diploma|programme|program)|pgdm|pgdbm|pgdba|pgpm?", True),
    ("master", (r"diplom[- ]?(?:ing(?:enieur|\.)?|kaufmann|kauffrau|kfm\.?|kffr\.?|informatiker\w*|betriebswirt\w*)?"
     r"|dipl\. ?-?\w*\.?|diplôme d['’]ing[ée]nieur|magister|magistr|lizen[tz]iat|licentiate|staatsexamen|engineering degree|ingénieur"), True),
    ("bachelor", r"licence|licenciatura|licenciad[oa]|laurea(?: triennale)?|grado en|ingenier[íi]a|bacharelado|kandidat\w*|hbo", True),
    ("bachelor", r"honou?rs degree|graduate degree|university degree", True),
    ("bootcamp", r"boot ?-?camp|immersive", False),
    ("certificate", r"certificat\w*|diploma|nanodegree|zertifikat\w*|ausbildung|apprenticeship|vocational \w+|micro ?masters|certified \w+", False),
)  # fmt: skip
_NAMED = tuple(
    (level, compiled(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), doubtful) for level, pattern, doubtful in _WORDS
)

# Abbreviations are two or three capitals, which places and firms have too: only where a degree would stand.
_SHORT: tuple[tuple[str, str], ...] = (
    ("bachelor", (r"B\.? ?Sc?\.?|B\.? ?A\.?|B\.? ?Eng\.?|B\.? ?Tech\.?|B\.? ?E\.?|BBA|B\.? ?Com\.?|BCA|B\.? ?Arch\.?|B\.? ?Des\.?|BFA"
     r"|B\.? ?Ed\.?|LL\.?B\.?|BIT|BIS|BSBA|BSN|S\.?B\.?|A\.?B\.?|BCS|BMS|BEng|BSE|BSEE|BSCS")),
    ("master", (r"M\.? ?Sc\.?|M\.? ?S\.?|M\.? ?A\.?|M\.? ?Eng\.?|M\.? ?Tech\.?|M\.? ?Ed\.?|MCA|M\.? ?Com\.?|MPA|MPH|MSW|LL\.?M\.?|MRes"
     r"|MFA|MDes|MIS|MEM|MHA|MHCI|MIM|MPP|S\.?M\.?|EMBA|MSN|MSE|MSCS|MBA")),
    ("associate", r"A\.?A\.?S\.?|A\.A\.|A\.S\.|AAS|AA|AS"),
    ("doctorate", r"MD|M\.D\.|J\.?D\.?|Pharm\.?D\.?|Psy\.?D\.?|DVM"),
)  # fmt: skip
_ABBREVIATED = tuple(
    (level, compiled(rf"(?:{pattern})(?=$|[\s,:;/])")) for level, pattern in _SHORT
)  # fmt: skip
_HONOURS = compiled(
    r"\s*\((?:hons?|honou?rs)\.?\)|^\s*(?:[12]:[12]|[12]st class|first[- ]class(?: honou?rs)?)\s+", re.IGNORECASE
)
_STATE = compiled(r"(?:MA|MS|MD|AS|AA)(?P<rest>(?:\s+\d{5}(?!\d))?.*)", re.DOTALL)
_SEGMENTS = compiled(r"\s*(?:[|•·;\t]|\s[–—-]\s|[–—]|,\s|\()\s*")
_PLACE = compiled(
    r"universi|college|school|institut|hochschule|academy|akademi|polytech|faculty|école|ecole|escuela|politecnico|"
    r"\b(?:eth|mit|insa|iit|nit|ucla|lse|tu|fh|rmit|bootcamp|assembly|campus)\b",
    re.IGNORECASE,
)
_NO_FIELD = compiled(
    r"\b(?:gpa|grade|cum laude|first class|distinction|honou?rs|hons|expected|graduated?|class of|present|thesis)\b|\d{4}|\d\.\d",
    re.IGNORECASE,
)
_KINDS = frozenset(
    "science sciences arts applied technology degree honours hons the of in and philosophy b m s a bs ba ms ma bsc msc "
    "btech mtech bba mba diploma".split()
)
_FIELD = compiled(
    r"(?<![^\W\d_])(?:business|econom|engineer|scien|comput|inform|manag|market|psycholog|design|art|histor|law|math|physi"
    r"|chemi|bio|nurs|health|medic|pharm|educat|teach|philosoph|sociolog|social|politic|polic|communicat|journalis|account"
    r"|financ|bank|literat|language|english|linguist|media|architect|statisti|data|music|theolog|geograph|anthropolog"
    r"|technolog|electr|mechan|civil|hospitality|tourism|agricult|environment|sport|administrat|operations|logisti|studies"
    r"|international|human|software|information|web|wirtschaft|maschinenbau|recht|jura|bwl|vwl|géni|droit|gestion|derecho)",
    re.IGNORECASE,
)
"""How words begin that name fields of study: what tells a field after a comma from a place of learning."""
_OF_FIELD = compiled(r"\b(?:in|en|im|der|di|em)\s+(?:the\s+)?(.+)", re.IGNORECASE)
_AFTER_OF = compiled(r"^(?:of|de|für)\s+", re.IGNORECASE)


def is_institution(text: str) -> bool:
    """Whether a text names a place of learning."""
    return _PLACE.search(text) is not None


def read_degree(text: str, levels: tuple[EducationLevel, ...] = (), *, alone: bool = False) -> Degree | None:
    """The degree that a text names, or none. ``alone``: the text stands in a field for degrees and is nothing else.

    ``levels`` are those of the catalogue; a degree of a level that it does not have is none. Empty means any.
    """
    if len(text) > LONGEST:
        return None
    text = _HONOURS.sub("", text)
    if alone and text.strip().casefold() in ("associate", "associates"):
        text = "Associate degree"
    found = _find(text, alone=alone)
    if found is None:
        return None
    level, first, last, doubtful = found
    if levels and level not in {it.id for it in levels}:
        return None
    name = text[first:last].strip(" ,(")
    labels: dict[str, str] = {it.id: it.label for it in levels}
    doubt = _JUDGEMENT.format(f'"{name}"', labels.get(level, level)) if doubtful else ""
    field = "" if level == "none" else _field(text, last, alone=alone)
    if not field and re.fullmatch(r"e?mba|bba|pgdm", name, re.IGNORECASE):
        field = "business administration"
    return Degree(level=level, field=field, doubt=doubt)


def _find(text: str, *, alone: bool) -> tuple[str, int, int, bool] | None:
    """Level, place in the text, and whether the level is a judgement. The earliest name wins, then the longest."""
    names = [
        (found.start(), -len(found[0]), level, found.end(), doubtful)
        for level, pattern, doubtful in _NAMED
        if (found := pattern.search(text))
    ]
    start = 0
    for index, segment in enumerate(_SEGMENTS.split(text)):
        start = text.find(segment, start)
        for level, pattern in _ABBREVIATED:
            found = pattern.match(segment)
            if found and (alone or index == 0 or not _is_state(segment.strip(" )"))):
                names.append((start + found.start(), -len(found[0]), level, start + found.end(), False))
    if not names:
        return None
    first, _, level, last, doubtful = min(names, key=lambda it: (it[2] in ("none", "certificate"), it[0], it[1]))
    return level, first, last, doubtful


def _is_state(text: str) -> bool:
    """Whether letters that can be a degree are those of a state: alone, or before a postcode or a date."""
    found = _STATE.fullmatch(text)
    if found is None:
        return False
    rest = found["rest"]
    dates = find_period(rest)
    return not (rest[: dates.first] if dates else re.sub(r"\s+\d{5}.*", "", rest)).strip(" (|")


def _field(text: str, last: int, *, alone: bool) -> str:
    """What was studied: after "in", or after "of" where that is no mere kind of degree, or beside the name."""
    segments = _SEGMENTS.split(text[last:])
    head = segments[0]
    if (found := _OF_FIELD.search(head)) and (field := _tidy(found[1])):
        return field
    if field := _tidy(_AFTER_OF.sub("", head.strip(), count=1)):
        return field
    for segment in segments[1:]:
        if is_institution(segment) or _NO_FIELD.search(segment):
            break
        if (found := _OF_FIELD.match(segment)) and (field := _tidy(found[1])):
            return field
        if _find(segment, alone=False) is None and (alone or _FIELD.search(segment)) and (field := _tidy(segment)):
            return field
    return ""


def _tidy(text: str) -> str:
    """A field of study, or nothing where the text is none."""
    field = " ".join(text.strip(" ,.:;()-–—").split())
    field = re.sub(r"^(?:degree|hons\.?|honou?rs|in|of)\b\.?\)?\s*", "", field, flags=re.IGNORECASE)
    field = re.sub(r"\s+(?:degree|at|from|with)\b.*$", "", field, flags=re.IGNORECASE)
    words = re.findall(r"[^\W\d_]+", field.casefold())
    if not words or set(words) <= _KINDS or len(field) > LONGEST_FIELD:
        return ""
    if _NO_FIELD.search(field) or is_institution(field):
        return ""
    return field.strip(" ,.:;()")
