"""Education that a posting asks for: the lowest level that is enough, and whether experience may stand for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from pmgap.postings.choices import AnyOf, Signs
from pmgap.postings.demands import Asking, Where
from pmgap.postings.patterns import Pattern, TwoPatterns
from pmgap.postings.posting import Degree, DegreeLevel, Quote

LEVELS: tuple[tuple[DegreeLevel, TwoPatterns], ...] = (
    (
        "associate",
        TwoPatterns(
            Pattern(
                r"\bassociate'?s? degree\b|\bassociate of (?:arts|science)\b|\b2[- ]year degree\b",
                hints="associate|year",
            ),
        ),
    ),
    (
        "bachelor",
        TwoPatterns(
            AnyOf(
                r"\bbachelor'?s?\b|\bbaccalaureate\b|\buni (?:degree|qual)|\b(?:nfq|qqi|nqf)(?: level)? [78]\b|\blevel [78] (?:or (?:higher|above) )?(?:on|of|in) the (?:nfq|national framework)\b|\b(?:eqf|rqf|fheq)(?: level)? 6\b|\bundergraduate +(?:degree|qualification|studies)\b|"
                r"\b(?:university|tertiary|academic|college|third level)[- ](?:level|background|education|qualifications?|studies|diploma|training)\b|"
                r"\b(?:completed|finished|graduated|successfully completed) (?:\w+ ){0,3}(?:studies|study|degree|education)\b|"
                r"\bstudied [^.;]{0,60}\b(?:university|college)\b|\bfachhochschule\b|\buniversity of applied sciences\b|\blicenciatura\b|\bbac ?\+ ?[34]\b|\bpost-?secondary education\b|\bgraduate(?=\s*/)|"
                r"\b(?:any|science|commerce|engineering|business) graduates?\b|\b(?:university|college|4[- ]year|four[- ]year|"
                r"relevant|related|technical|tech|cs|computing|academic|engineering|first|primary|honou?rs|tertiary|science|business|quantitative|stem|post-secondary) degree\b|"
                r"(?<!grade )(?<!associate's )(?<!associate )\bdegree (?:in|or|level|from|required|preferred|qualified|educated|holder|within)\b|\bdegree[- ]"
                r"(?:educated|level)\b|\b(?:a|the|have a|hold a|with a) degree\b(?! of|')|\buniversity (?:graduate|education)\b|\bcollege graduate\b|"
                r"\b(?:[345]|three|four|five)[- ]year (?:university |college |tertiary |national )?(?:degree|diploma|qualification)\b|\b(?:any )?graduate in\b|\bany graduate\b|\bengineering graduate\b|\bgraduation\b|\bhigher education\b(?! (?:product|sector|software|industry|institution|market|client|customer|space|platform|technolog|publish))|\bsecond class (?:upper|lower|honou?rs)\b|\bfirst class (?:degree|honou?rs)\b|\b2[:.][12] (?:in|degree|or|honou?rs|from)\b|\(2[:.][12]\b|\bgood (?:honou?rs )?degree\b(?! of)|\bgraduate (?:from|of|with)\b|"
                r"\bengineering (?:and/or|&|\+|/) ?\.\.\."
            ),
            AnyOf(
                r"\bB\.?\s?A\.?\s?(?:/|or)\s?B\.?\s?S\b|\bB\.?\s?S\.?\s?(?:/|or)\s?(?:B\.?\s?A|"
                r"M\.?\s?S)\b|\bBSc\b|\bB\.Sc\b|\bB\.S\.|\bB\.A\.|\bBTech\b|\bB\.?\s?Tech\b|\bB\.E\b|\bBE\b(?=\s?(?:/|,|or\b))|"
                r"\bBS(?:EE|CS|ME|CE|IT|BA|IE)\b|\bB\.?\s?Pharm|\bBCA\b|\bLLB\b|\bHBO\b|\bWO\b|\bFH\b(?= |$)|\bBBA\b|\bBA\b(?=\s*(?:degree|in\b|/\s?M|,? or (?:BS|MA|MS|equivalent|higher)|\(|required|preferred|$))|"
                r"(?<!no )\bBS\b(?=\s*(?:degree|in\b|/|,|or\b|\(|from\b|required|preferred|$))|"
                r"\bBEng\b|\bB\.Eng\b|\bBCom\b"
            ),
        ),
    ),
    (
        "master",
        TwoPatterns(
            AnyOf(
                r"\bpgdb?m\b|\bmaster's\b|\bmasters\b(?! (?:of the|the|in the art))|\bmaster'?s? degree\b|\bmaster of (?:science|business|arts|"
                r"engineering|public)|\bmba\b|"
                r"\b(?:advanced|graduate|post-?graduate|higher) (?:university )?degree\b|\bpost[- ]?graduat\w+\b|"
                r"\b(?:nfq|qqi|nqf)(?: level)? 9\b|\b(?:eqf|rqf|fheq)(?: level)? 7\b|\bbac ?\+ ?5\b|\bdiplom(?:-?ingenieur|-?ing)?\b(?!at)"
            ),
            AnyOf(
                r"\bM\.?\s?S\.?(?= (?:degree|in|preferred|required|desirable)\b|/Ph| or (?:Ph|\.\.))|\bMSc\b|\bM\.Sc\b|\bMTech\b|\bM\.Tech\b|\bM\.?B\.?A\b|"
                r"\bPGDM\b|\bMCA\b|\bM\.?\s?Pharm\b|\bMEng\b|\bMS(?:EE|CS)\b"
            ),
        ),
    ),
    (
        "doctorate",
        TwoPatterns(Pattern(r"\bph\.?\s?d\b|\bdoctorate\b|\bdoctoral degree\b", hints="ph|doctor")),
    ),
    (
        "medical",
        TwoPatterns(
            Pattern(
                r"\bmedical degree\b|\bmbbs\b|\bmedical doctor\b|\bphysician\b(?= (?:degree|licen))|"
                r"\bdegree in (?:medicine|nursing)\b|\bregistered nurse\b",
                hints="medic|mbbs|physician|nurs",
            ),
            Pattern(r"\bM\.D\.|\bMD\b(?! [0-9]{5})|\bRN\b", hints="M.D|MD|RN"),
        ),
    ),
)
SIGNS = Signs(
    *"degree tertiary pgdm pgdbm bachelor baccal master graduat education doctor universit college tertiary academic studi study fachhoch class".split(),
    *"licencia diplom bac+ mba ph.d phd medic mbbs nurse physician undergraduate postgraduate".split(), "bac +", "third level", "ph d", "ph. d",
    "associate of", "uni degree", "uni qual", "nfq", "qqi", "nqf", "eqf", "rqf", "fheq", "year qualif", "national qualif", "2:1", "2:2", "2.1", "2.2",
)  # fmt: skip
"""Of these, in small letters, or of the marks one stands in every sentence that names a degree."""
_MARKS_AFTER = r"(?:[A-Z.]| Sc| Tech| [AS]\b)"
MARK = Pattern(rf"B{_MARKS_AFTER}|M{_MARKS_AFTER}|HBO|WO|FH|LLB|PGDM|RN|Pharm")
"""Of these one stands wherever a degree is told by capitals: "BSc", "M.A.". Each begins with a plain letter, which is
found at once."""
_ORDER: tuple[DegreeLevel, ...] = ("none", "associate", "bachelor", "master", "doctorate", "medical")
_NO_DEGREE = AnyOf(
    r"\bno (?:university |college |formal |specific |particular )?(?:degree|mba)\b|\bwithout (?:a )?degree\b|\bdegrees? (?:is |are )?(?:optional|irrelevant)\b|\bdegree: (?:don't|do not) care|"
    r"\bwhich (?:college|university|school)\b|\bdegrees? (?:is |are )?(?<!but )not (?:required|necessary|needed|essential|a must)\b|\b(?:don't|do not) (?:need|require|"
    r"care)[^.]{0,30}degree|\b(?:degree|m\.?sc|b\.?sc|mba|master's|bachelor's)\b[^.;]{0,60}\b(?:it's|it is|is|are) (?:not a|no) (?:requirement|must|prerequisite|condition)\b|"
    r"\b(?:degree|master's|bachelor's)\b[^.;]{0,40}\b(?:(?:may|can|will) substitute|may be substituted|substitutes) for\b[^.;]{0,40}\b(?:experience|years)\b"
)
_EQUIVALENT = AnyOf(
    r"(?<!foreign )\bequivalent\b(?! (?:\w+ ){0,2}(?:degree|qualification|diploma|certificat|level of education|studies))|"
    r"\b(?:level of )?(?:working and thinking|thinking and working)\b|\bworking level\b|\bin lieu\b|\bin place of\b|\bsubstitut\w+|\bor (?:\w+ ){0,3}(?:experience|background)\b|\bcombination of (?:education|"
    r"training)|\band/or (?:\w+ ){0,3}experience\b|\bcomparable (?:experience|work|professional|practical|combination)|\bcomparable qualifications?\b|\bor some other proof\b|\bor (?:you've|you have) (?:learn(?:ed|t)|taught)\b|\bconsider (?:relevant |work )?experience\b|\bdegree/experience\b|"
    r"\bor (?:at least )?(?:\d+|two|three|four|five|six|seven|eight|ten)\+? (?:additional |more |further |extra )?years\b|\bsimilar experience instead\b|\bcommensurate experience\b|\bequal experience\b|"
    r"\bor (?:an? )?(?:\w+ )?vocational (?:training|education|qualifications?)\b|\bcorresponding (?:knowledge|experience|skills|competence)\b"
)
_TURNS_TO_EXPERIENCE = Pattern(r"\b(?:years?(?! (?:college |university |undergraduate )?degree)|yrs?|experience)\b")
_OF_EDUCATION = Pattern(
    r"in lieu|in place of|substitut|combination of|equivalent (?:combination|education|degree)|comparable combination|commensurate|similar experience instead"
)
_OF_A_LIST_OF_DEGREES = Pattern(r"^(?:b\.? ?tech|b\.? ?e\b|bca\b|mca\b|bba\b)[^;]{0,80}\bor equivalent$")
"""Degrees of India before "or equivalent", which means another degree."""
_OF_EXPERIENCE = Pattern(r" (?:\w+ ){0,3}(?:experience|work|practice|knowledge|skills|education)\b")
MOST_NEXT = 5
"""Sentences after a degree in which something else may be said to stand for it."""
MOST_EQUIVALENTS = 20
"""The most places of a sentence that are looked at for something that may stand for a degree."""
_EQUIVALENT_NEXT = AnyOf(
    r"\bin lieu\b|\bin place of\b|\bcombination of (?:education|training)|\bsubstitut|\bequivalent combination|\binstead of (?:a |the )?degree|"
    r"^\W*if you (?:don't|do not) have (?:it|one)\b|^\W*(?:or|and/or)\b(?! (?:an? )?(?:advanced|higher|master|mba|ph))[^.]{0,60}\b(?:equivalent|experience)|^\W*(?:an? |any )?equivalent (?:\w+ ){0,2}experience"
)
_EQUIVALENT_BESIDE = Pattern(r"\b(?:don't have|degree|education|background|experience|in lieu|combination)\b")
_IN_PLACE_OF_ANOTHER = Pattern(
    r"(?:^|(?<=[.;]))[^.;]{0,200}\b(?:may|can|could|will|would) (?:also )?be (?:accepted|considered|taken)\b[^.;]{0,20}\bin (?:lieu|place)\b",
    hints="in lieu|in place",
)
"""What is said of a lower degree that stands for a higher one together with more years."""
_NOT_A_DEGREE = Pattern(
    r"degrees? of (?!science|arts|engineering|bachelor|master|business)|\b(?:to|a|some|any) (?:\w+ )?degree (?:to|that)\b|\bstudies (?:show|have|suggest)|"
    r"\b(?:case|user|usability|market|feasibility|research|field|diary) studies\b|\b(?:for|with|to|of) (?:universities|colleges)\b|\bscrum masters?\b|\bmasters? data\b|degrees? of (?:freedom|separation)|\b360[- ]degree\b|\b360 degree\b",
    hints="degrees of|degree of|degree to|degree that|studies|universities|colleges|scrum master|master data|masters data|360",
)


def degrees_asked(askings: Sequence[Asking]) -> tuple[Degree, Degree | None]:
    """The degree that is asked for, and a second line on education if there is one."""
    lines: list[Degree] = []
    for index, asking in enumerate(askings):
        found = _in_sentence(asking)
        if found and not found[0].or_equivalent and _says_equivalent_next(askings[index + 1 : index + 1 + MOST_NEXT]):
            found[0] = replace(found[0], or_equivalent=True)
        lines.extend(found)
    if not lines:
        return Degree(level="none", need="not stated", or_equivalent=False, quote=None), None
    lines.sort(key=lambda it: (it.need != "required", it.level == "associate", _ORDER.index(it.level)))
    others = [it for it in lines[1:] if (it.level, it.need) != (lines[0].level, lines[0].need)]
    return lines[0], others[0] if others else None


_SOME_DEGREE = Pattern(
    r"(?<!high )(?<!large )(?<!great )(?<!certain )(?<!some )(?<!any )(?<!strong )(?<!reasonable )(?<!varying )\bdegrees?\b(?!'s)(?! (?:to|of|that)\b)"
)
"""A degree of which the level is not told, which is the first one."""
_GENERAL = Pattern(
    r"\b(?:university|academic|college|technical|relevant|completed|successfully|wo) (?:\w+ ){0,2}(?:degree|studies|education|diploma)\s*"
    r"(?=[(:,–-]\s*(?:master|diplom|m\.?sc|mba)\b)|(?<=\bundergraduate) (?:or|/|and) post-?graduate(?= degree\b)",
    hints="master|diplom|msc|m.sc|mba|graduate",
)
"""A degree of no level, before a bracket that says which."""


_ONLY_SHORTENS = Pattern(
    r"\bor,? (?:at least )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight)\+? (?:years|yrs)[^.;]{0,40}\b(?:with|and|plus) (?:an? )?$",
    hints="years|yrs",
)
"""What stands before a degree that makes fewer years do: "6+ years of experience or 4+ years with an MBA"."""
_IS_DEMAND = Pattern(r"\b(?:degree|bachelor|mba|graduate)", hints="degree|bachelor|mba|graduate")
"""What a sentence outside the demands names if it speaks of a degree that the candidate should have."""


def _in_sentence(asking: Asking) -> list[Degree]:
    """The lowest level that a sentence demands, and a higher one that it only wishes for."""
    text, small = asking.passage.fragment.text, asking.passage.fragment.small
    among_demands = asking.passage.part in ("demands", "wishes")
    demanded_here = among_demands or any(it.where == "qualification" for it in asking.spans)
    if not (demanded_here or _IS_DEMAND.is_in(small)):
        return []
    marked = MARK.is_in(text)
    if not (marked or SIGNS.are_in(small)) or _NO_DEGREE.is_in(small):
        return []
    readable, readable_small = text, small
    for pattern in (_NOT_A_DEGREE, _GENERAL, _IN_PLACE_OF_ANOTHER):
        for found in pattern.finditer(readable_small):
            readable = _without(readable, found.start(), found.end(), " ")
        readable_small = pattern.sub(lambda found: " " * len(found.group()), readable_small)
    hits: list[tuple[DegreeLevel, int]] = []
    for level, patterns in reversed(LEVELS):
        for start, end in list(patterns.spans(readable if marked else "", readable_small)):
            hits.append((level, start))
            # "degree in business" belongs to the master's that it follows.
            beyond = end + len(" degree") if readable_small.startswith(" degree", end) else end
            readable = _without(readable, start, beyond, ".")
            readable_small = _without(readable_small, start, beyond, ".")
    if not hits and among_demands:
        hits.extend(("bachelor", hit.start()) for hit in _SOME_DEGREE.finditer(readable_small))
    asked = [
        (level, place, where)
        for level, place in hits
        if (where := asking.where(place)) is not None and not _ONLY_SHORTENS.search(small, max(0, place - 80), place)
    ]
    if not asked:
        return []
    demanded = [it for it in asked if it[2] != "preferred-list"]
    made = [_degree(asking, demanded or asked)]
    wished = [it for it in asked if it[2] == "preferred-list" and _ORDER.index(it[0]) > _ORDER.index(made[0].level)]
    if demanded and wished:
        made.append(replace(_degree(asking, wished), or_equivalent=False))
    return made


def _degree(asking: Asking, places: Sequence[tuple[DegreeLevel, int, Where]]) -> Degree:
    """The lowest of some levels that a sentence names."""
    fragment = asking.passage.fragment
    if "bachelor" in fragment.small:  # an associate's degree beside it needs more years
        places = [it for it in places if it[0] != "associate"] or places
    level, place, where = min(places, key=lambda it: _ORDER.index(it[0]))
    if level == "bachelor" and any(it[0] == "medical" for it in places) and "bachelor" not in fragment.small:
        level = "medical"
    return Degree(
        level=level,
        need="preferred" if where == "preferred-list" else "required",
        or_equivalent=_admits_equivalent(fragment.small, place),
        quote=Quote(line=fragment.line_at(place), text=fragment.text),
    )


def _admits_equivalent(small: str, place: int) -> bool:
    """Whether something may stand for a degree: said before the sentence turns to years of experience, or of education itself."""
    for found in islice(_EQUIVALENT.finditer(small, place), MOST_EQUIVALENTS):
        if _OF_A_LIST_OF_DEGREES.search(small, place, found.end()) and not _OF_EXPERIENCE.match(small, found.end()):
            continue
        if not _TURNS_TO_EXPERIENCE.search(small, place, found.start()) or _OF_EDUCATION.match(small, found.start()):
            return True
    return False


def _without(text: str, start: int, end: int, filling: str) -> str:
    """A text in which a part can no longer be read, and everything else keeps its place."""
    return text[:start] + filling * (end - start) + text[end:]


def _says_equivalent_next(askings: Iterable[Asking]) -> bool:
    """Whether what follows a degree lets something else stand for it."""
    for asking in askings:
        small = asking.passage.fragment.small
        if _EQUIVALENT_NEXT.search(small):
            return _EQUIVALENT_BESIDE.search(small) is not None
    return False
