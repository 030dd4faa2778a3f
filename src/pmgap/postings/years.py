"""Years of experience that a posting asks for: how many, of what, and whether they are required.

Years of managing people are no years of the work itself; the skill says that people are to be managed.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from pmgap.postings.choices import AnyOf, holds_any
from pmgap.postings.demands import Asking, Where
from pmgap.postings.patterns import Pattern, in_small_letters
from pmgap.postings.posting import Quote, Years

MOST_YEARS = 30
"""Beyond this, a number of years is no demand."""

MOST_NUMBERS = 20
"""The most numbers of years that are looked at in a sentence."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"twenty": 20}
"""Numbers in words."""

_NUMBER = rf"(?:\d{{1,2}}(?![\d,.]\d)|(?:{'|'.join(NUMBERS)})\b)"
_IN_BRACKETS = r"(?:\s*[(\[]\s*\d{1,2}\s*\+?\s*[)\]])?"
_YEARS = Pattern(
    rf"(?<![\w$€£.,/-])(?P<low>{_NUMBER}){_IN_BRACKETS}[\s-]*(?:\+|\(\+\)|plus\b|or more\b|\bor greater\b)?(?:\s*\([a-z]{{3,8}}\))?"
    rf"(?:\s*(?:[-–—−‐‑~]|to|and|or|/)\s*(?P<high>{_NUMBER}){_IN_BRACKETS}\s*\+?)?\)?"
    r"\s*[-–‑]?\s*(?:full |total |solid |proven |relevant |combined |consecutive |plus |recent |professional |progressive |strong |working )?"
    r"(?:years?|yrs?\.?|yoe)\b'?(?!\.?\s*(?:old|of age|ago|degree|college|university|plan|vision|roadmap|strategy|(?:renewable |rolling |initial )?contract|term|"
    r"warranty|anniversary|visa|permanent|fixed|in a row|bond|lease|program\b|history of|(?:or|and) (?:older|over)\b|of service\b))"
)
_TOLD_OTHERWISE = AnyOf(
    rf"\b(?:years of (?:\w+ ){{0,3}}experience|experience \((?:in )?(?:years|yrs)\))\s*[:–-]\s*(?P<low>{_NUMBER})\s*\+?(?:\s*(?:[-–—]|to)\s*(?P<high>{_NUMBER}))?|"
    rf"\bmin(?:imum|\.)?(?: of)? (?P<low>{_NUMBER})(?: (?:years|yrs))?\s*(?:/|,|to|and|[-–—])\s*max(?:imum|\.)?(?: of)? (?P<high>{_NUMBER}) (?:years|yrs)\b|"
    r"(?<![\w-])(?P<decades>a|one|two)(?: full)? decades?(?: or more| plus)?\b(?! (?:ago|old|later))|"
    r"\b(?P<year_or_two>a year or two)\b(?= (?:of|in|as|on)\b)|"
    rf"^\W*(?:at least |a minimum of )?(?P<low>{_NUMBER}){_IN_BRACKETS} of (?:those|these|the) years\b|"
    r"(?<![\w$€£.,/-])(?P<months>\d\d)\s*\+?(?:\s*(?:[-–—]|to)\s*(?P<months2>\d\d))?\s*\+? months?'?(?= (?:of )?(?:[\w-]+ ){0,4}experience)|"
    r"\bexperience\b[^.;()]{0,90}\((?:at least|min\.?|minimum)(?: of)? (?P<months>\d\d) months\)"
)
"""Years that are named after their number, as the least and the most, in tens or in months."""
TEN = {"a": 10, "one": 10, "two": 20}
_ONE_NOUN = Pattern(r"(?:\d|[a-z])[-–‑]year\Z", hints="-year|–year|‑year")
"""The end of a word such as "three-year", which tells how long a plan or a programme lasts."""
_OF_A_PLAN = Pattern(r" (?:[\w-]+ ){0,3}(?:vision|plan|roadmap|strategy|horizon|outlook)\b")
"""What follows "3 year" where that tells the same."""
_FOR_EACH = Pattern(r" (?:of )?(?:[\w-]+ ){0,3}(?:for|per) (?:each|every)\b")
"""What follows years that stand for something else: "one year of experience for each year of college"."""
_OF_EXPERIENCE = Pattern(r"\W*(?:\w+ ){0,3}(?:experience|background|track record|tenure)")
_ANOTHER = Pattern(rf"\d|\b(?:{'|'.join(NUMBERS)})\b")
_OF_THESE = Pattern(
    rf"(?:\b(?:of (?:which|them|those|these)|thereof|whereof|including|incl\.|with)[,:]? (?:a |an )?(?:at least |minimum (?:of )?|min\.? |"
    rf"(?:not|no) (?:less|fewer) than |more than |over )?(?P<low>{_NUMBER}){_IN_BRACKETS}\s*(?:\+|or more\b)?"
    rf"(?:\s*(?:[-–—]|to)\s*(?P<high>{_NUMBER}){_IN_BRACKETS})?(?: (?:must|should) (?:be|have been)| being| spent)?"
    r" (?=(?:in|on|as|at|with|within|leading|managing|building|working|shipping)\b)"
    rf"|(?<![\w$€£.,/-])(?P<low2>{_NUMBER}){_IN_BRACKETS}\s*(?:\+|or more\b)? of (?:which|them|those|these|it(?= (?:in|as|on|with|leading|managing|building)\b))(?: years)?\b"
    r"(?: (?:must|should) (?:be|have been)| being| spent)?"
    rf"|(?:(?<=[,(])|(?<=\band)) ?(?:(?:min\.? |minimum (?:of )?|at least )(?P<low4>{_NUMBER})|(?P<low3>{_NUMBER})\+|(?<=, )(?P<low5>{_NUMBER})) (?=(?:in|as|on|leading|managing|building|working)\b))"
)
"""Part of the years that were just named, without the word: "at least 3 of which in banking", "with 2+ on platforms"."""
_OR = Pattern(r"\bor\b")
_OF_WHICH = Pattern(r"\bof (?:which|them|these|those)\W+(?:at least |a minimum of |min\.? )?$", hints="of ")
NEAR_THE_WHOLE = 110
"""Characters between years and the part of them that is told apart."""
_UP_TO = AnyOf(
    r"up to|at most|maximum(?: of)?|(?:no|not) more than|(?<!not )(?<!no )less than|max\.?", before=r"\b", after=r"\s*$"
)
_NO_DEMAND = AnyOf(
    r"past|last|next|first|coming|every|each|over the|in lieu|instead of|founded|for more than|in business|"
    r"contract|probation|additional|within|tenure(?: of| is)?|average(?: of)?|age[ds]?|below|under the age of|turning|celebrat\w+",
    before=r"\b",
    after=r"\b\W*$",
)
_FACT_AHEAD = Pattern(r"(?:\bexp(?:erience)?\b\W*|[|•·]\s*)$")
"""What stands before years in a line of facts: "Exp: 3-5 yrs | Pune"."""
_OF_THE_EMPLOYER = AnyOf(
    r"\b(?:we|we've|our|us|company|firm|business(?! anal)|group)\b[^.;]{0,60}\bfor (?:over|more than|nearly|almost|about|around|the past)?\s*$|"
    r"\b(?:contract|visa|term|assignment|programme|program|lease|permit)\b[^.;]{0,20}$|"
    r"\b(?:company|firm|business|brand|bank|agency|consultancy|leader|employer|provider|organi[sz]ation)\b[^.;,]{0,20}\bwith (?:over|more than|nearly|almost|about|around|some)?\s*$|"
    r"^\W*for (?:over|more than|nearly|almost|about|around)?\s*$"
)
_IN_PLACE_OF_A_DEGREE = Pattern(
    r"\b(?:in lieu|in place of|substitut\w+|instead of (?:a |the )?degree)\b",
    hints="in lieu|in place of|substitut|instead of",
)
_ALSO_CONSIDERED = Pattern(
    r"\b(?:also|may be|can be|will be|would be) (?:also )?(?:considered|accepted)\b", hints="considered|accepted"
)
_INSTEAD_OF_A_DEGREE = Pattern(
    r"\b(?:degree|bachelor'?s?|master'?s?|mba|diploma|graduate)\b[^.;]{0,60}\bor,? (?:at least |a minimum of |minimum |over |with )?$",
    hints="degree|bachelor|master|mba|diploma|graduate",
)
_FOR_A_HIGHER_DEGREE = Pattern(
    r"\W*(?:of experience )?(?:with|and|plus|for|if you have) (?:an? )?(?:master|mba|ph\.?d|doctor|advanced degree)"
)
_WITH_A_HIGHER_DEGREE = AnyOf(
    r"\b(?:master'?s?|mba|ph\.?d|doctorate|advanced degree|high school|diploma|associate'?s?)\b[^.;]{0,40}$|"
    r"\bdegree,? or\s*(?:at least |a minimum of )?$|\bor\s+(?:equivalent )?(?:at least )?$"
)
_EXPERIENCE = AnyOf(
    r"experience|\bexp\b|background|expertise|track record|working|worked|work(?:ing)? (?:in|as|with|on)|in (?:a |an )?(?:similar |product)|"
    r"product|management|managing|leading|leadership|industry|role|practice|career|building|shipping|developing"
)
_PRODUCT = AnyOf(
    r"\bproduct(?:s)? (?:manage\w*|owner\w*|roles?|lead\w*|exec\w*|world|space|experience|work|development|positions?|teams?|design|strategy|"
    r"function|organi[sz]ation|discipline|capacity|marketing)\b|\b(?:in|or|and) product\b|\b(?:manag|build|own|launch|develop|shipp?)ing (?:\w+ ){0,2}products?\b|\b(?:digital|software|hardware|physical|consumer|mobile|financial|retail|banking|lending|loan|insurance) products?\b|\b(?:digital |software |technical )?product\b(?= (?:and|or|&|/)|[/,.;)]| ?\(|$)|\bp[mo]s?\b|\bproduct (?:mgmt|mgr)\b"
)
_PRODUCT_AHEAD = Pattern(r"\bproduct\b[^.;]{0,30}$")
_PEOPLE = AnyOf(
    r"\b(?:people|team|line|staff) (?:manage\w*|leader\w*)|managing (?:people|teams?|managers|product managers|a team|staff)|"
    r"direct reports|managerial|supervis\w+|leading (?:people|(?:\w+ ){0,2}teams?)|manage(?:r|ment) (?:experience|role|level|position)"
)
_ONLY_PEOPLE = AnyOf(
    r"\b(?:people|line|staff) (?:manage\w*|leader\w*|supervision)|\b(?:managing|supervising|leading) (?:people|staff|others|direct reports)|"
    r"\bdirect reports\b"
)
_AFTER = Pattern(
    r"(?:years )?['\s,|+-]*(?:(?:must|should) (?:be|have been) )?(?:(?:years|at least|or so|or more|or greater|and above|minimum|plus|preferred|required|demonstrated|of|work|working|related|relevant|"
    r"hands-on|proven|progressive|professional)(?:\s+|$))*(?:exp(?:erience)?\b\.?\s*)?(?:(?:in|as|with|of|working (?:as|in|on|with)|within|at)\s+)?"
)

_STOP = Pattern(
    r"[.;(),|]| including\b| preferred\b| required\b|(?<=\S) (?:is|are|would|will|must(?! include)|should)\b| (?:out )?of (?:which|whom)\b|"
    r" (?:and|with|or) (?:at least|an? (?:minimum|least)|min\b|minimum|\d)"
)
_LOOSE_END = Pattern(r"(?:^|\s+)(?:(?:an?|the|and|or|with|of|in|on|for|to|at|by|from|as|total|plus)(?:\s+|$))+$")
"""Words at the end of what years are of, behind which the rest was cut off."""
_NO_FIELD = Pattern(
    r"(?:.* )?(?:minimum|least)|(?:(?:overall|total|relevant|work|working|professional) )?(?:exp|experience|work[- ]?ex)|total"
)
_AHEAD = Pattern(
    r"([\w'/-]+(?: [\w/-]+){0,3}?)(?: experience)? ?(?:of|for|:|-) ?(?:at least|a minimum of|minimum)?\s*$"
)


def years_asked(askings: Iterable[Asking]) -> tuple[Years, ...]:
    """The years that sentences ask for, each once, the most product-specific first."""
    found: dict[tuple[int, int | None, str], Years] = {}
    ranks: dict[tuple[int, int | None, str], int] = {}
    for asking in askings:
        for rank, entry in _in_sentence(asking):
            key = (entry.min, entry.max, entry.of.casefold())
            if key not in found:
                found[key], ranks[key] = entry, rank
    of_a_field = {key: _NO_FIELD.fullmatch(key[2]) is None for key in found}
    # "3-5 years" at the top is said again, with what they are of, further down: the first of a field, else the first.
    best: dict[tuple[int, int | None], tuple[int, int | None, str]] = {}
    for key in sorted(found, key=of_a_field.__getitem__, reverse=True):
        best.setdefault(key[:2], key)
    kept = [key for key in found if of_a_field[key] or key == best[key[:2]]]
    return tuple(found[key] for key in sorted(kept, key=lambda it: ranks[it]))


def _in_sentence(asking: Asking) -> Iterator[tuple[int, Years]]:
    text, small = asking.passage.fragment.text, asking.passage.fragment.small
    if not holds_any(small, ("year", "yr", "yoe", "decade", "months")):
        return
    if _IN_PLACE_OF_A_DEGREE.search(small):
        return
    hits = _numbers(small)
    for index, hit in enumerate(hits):
        where = asking.where(hit.start())
        begin, end = max(0, hit.start() - 60), hits[index + 1].start() if index + 1 < len(hits) else hit.end() + 120
        before, after = small[begin : hit.start()], small[hit.end() : end]
        if where is None or not _is_demand(asking, where, before, after):
            continue
        if _is_one_noun(hit.group(), after) or _FOR_EACH.match(after):
            continue
        if _ALSO_CONSIDERED.search(after) or _INSTEAD_OF_A_DEGREE.search(small, max(0, hit.start() - 120), hit.start()):
            continue
        between = small[hits[index - 1].end() : hit.start()] if index else ""
        if index and (
            _FOR_A_HIGHER_DEGREE.match(after)
            or (_WITH_A_HIGHER_DEGREE.search(between) and not _OF_WHICH.search(between))
        ):
            continue
        low, high = _span(hit)
        if _UP_TO.search(before) and high is None:
            low, high = 0, low
        if not 0 <= low <= MOST_YEARS or (high is not None and not low < high <= MOST_YEARS):
            continue
        of = _of_what(text[begin : hit.start()], text[hit.end() : end])
        rank, kind = _aim(before, after)
        if index and kind == "product" and _says_more(between, hit, after):
            rank = -1
        if kind == "management" and _ONLY_PEOPLE.search(in_small_letters(of)):
            continue
        yield (
            rank,
            Years(
                min=low, max=high, of=of, kind=kind, need="preferred" if where == "preferred-list" else "required",
                quote=Quote(line=asking.passage.fragment.line_at(hit.start()), text=text),
            ),
        )  # fmt: skip


def _numbers(text: str) -> list[re.Match[str]]:
    """The numbers of years that a sentence names, and those that are a part of the years before them."""
    hits = list(islice(_TOLD_OTHERWISE.finditer(text), MOST_NUMBERS))
    hits += [it for it in islice(_YEARS.finditer(text), MOST_NUMBERS) if _is_apart(it, hits)]
    hits.sort(key=lambda it: it.start())
    if not hits or not _ANOTHER.search(text, hits[0].end()):
        return hits
    for part in islice(_OF_THESE.finditer(text, hits[0].end()), MOST_NUMBERS):
        whole = max((it for it in hits if it.end() <= part.start() + 1), key=lambda it: it.end(), default=None)
        if (
            whole is not None
            and _is_apart(part, hits)
            and part.start() - whole.end() <= NEAR_THE_WHOLE
            and 0 < _span(part)[0] < 31
        ):
            hits.append(part)
    return sorted(hits, key=lambda it: it.start())


def _is_one_noun(number: str, after: str) -> bool:
    """Whether a number of years tells how long something lasts: "a three-year plan", "the 3 yr product plan"."""
    if not (_ONE_NOUN.search(number) or (number.endswith(("year", "yr")) and _OF_A_PLAN.match(after))):
        return False
    return _OF_EXPERIENCE.match(after) is None


def _says_more(between: str, hit: re.Match[str], after: str) -> bool:
    """Whether years of product work are a part of years that may be of several kinds."""
    part = hit.re is _OF_THESE.compiled or _OF_WHICH.search(between) is not None
    return part and _OR.search(between) is not None and _PRODUCT.search(after[:90]) is not None


def _is_apart(hit: re.Match[str], others: Iterable[re.Match[str]]) -> bool:
    return all(it.end() <= hit.start() or hit.end() <= it.start() for it in others)


def _span(hit: re.Match[str]) -> tuple[int, int | None]:
    """The lowest and the highest number of years."""
    named = {name: text for name, text in hit.groupdict().items() if text}
    if "decades" in named:
        return TEN[named["decades"]], None
    if "year_or_two" in named:
        return 1, 2
    if "months" in named:
        most = named.get("months2")
        return int(named["months"]) // 12, int(most) // 12 if most else None
    lowest = next((text for name, text in named.items() if name.startswith("low")), "")
    return _number(lowest), _number(named["high"]) if "high" in named else None


def _number(text: str) -> int:
    return NUMBERS.get(text.casefold(), -1) if not text.isdigit() else int(text)


def _is_demand(asking: Asking, where: Where, before: str, after: str) -> bool:
    """Whether years are asked for, not told of the company."""
    if _NO_DEMAND.search(before) or _OF_THE_EMPLOYER.search(before):
        return False
    if asking.passage.part in ("demands", "wishes") or (where == "qualification" and asking.passage.part == "duties"):
        return True
    if asking.passage.part == "opening" and _FACT_AHEAD.search(before):
        return True
    return bool(_EXPERIENCE.search(before[-40:]) or _EXPERIENCE.search(after[:80]))


def _of_what(before: str, after: str) -> str:
    """What the years are of, in the words of the posting."""
    stop = _STOP.search(in_small_letters(after))
    clause = (after[: stop.start()] if stop else after).strip(" ’'-–:")
    start = _AFTER.match(in_small_letters(clause))
    phrase = _whole(clause[start.end() if start else 0 :].strip(" -–:+"))
    if len(phrase) > 2:
        return " ".join(phrase.split()[:12])
    ahead = _AHEAD.search(in_small_letters(before))
    if ahead and not _NO_FIELD.fullmatch(ahead[1]):
        return " ".join(before[ahead.start(1) : ahead.end(1)].split()[-6:]).strip(" -–:")
    return _whole(re.sub(r"^(?:of|minimum)\b\s*", "", clause)).strip(" +") or "experience"


def _whole(phrase: str) -> str:
    """A phrase without the words at its end that lead up to something."""
    end = _LOOSE_END.search(in_small_letters(phrase))
    return phrase[: end.start()] if end else phrase


def _aim(before: str, after: str) -> tuple[int, Literal["product", "management", "industry"]]:
    """How near to product work the years are, and what they count towards."""
    clause = re.split(r"[.;]", after, maxsplit=1)[0][:90]
    if _PEOPLE.search(clause) and not _PRODUCT.search(clause.split(",")[0]):
        return 2, "management"
    if _PRODUCT.search(clause) or (not clause.replace("minimum", "").strip(" ,") and _PRODUCT.search(before[-40:])):
        return 0, "product"
    if _PRODUCT_AHEAD.search(before):
        return 0, "product"
    return 1, "industry"
