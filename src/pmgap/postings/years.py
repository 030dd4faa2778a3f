"""Years of experience that a posting asks for: how many, of what, and whether they are required."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pmgap.postings.demands import Asking
from pmgap.postings.patterns import Pattern
from pmgap.postings.posting import Quote, Years

MOST_YEARS = 30
"""Beyond this, a number of years is no demand."""

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
    rf"(?<![\w$€£.,/-])(?P<low>{_NUMBER}){_IN_BRACKETS}[\s-]*(?:\+|plus\b|or more\b|\bor greater\b)?(?:\s*\([a-z]{{3,8}}\))?"
    rf"(?:\s*(?:-|–|—|to|and|or|/)\s*(?P<high>{_NUMBER}){_IN_BRACKETS}\s*\+?)?"
    r"\s*[-–]?\s*(?:full |total |solid |proven |relevant |combined |consecutive |plus )?"
    r"(?:years?|yrs?\.?|yoe)\b[’']?(?!\s*(?:old|of age|ago|degree|college|university|plan|vision|roadmap|strategy|contract|term|"
    r"warranty|anniversary|visa|permanent|fixed|in a row|bond|lease|program\b|history of))"
)
_UP_TO = Pattern(r"\b(?:up to|at most|maximum(?: of)?|no more than|less than)\s*$")
_NO_DEMAND = Pattern(
    r"\b(?:past|last|next|first|coming|every|each|over the|in lieu|instead of|founded|for more than|in business|"
    r"contract|probation|additional)\b"
)
_IN_PLACE_OF_A_DEGREE = Pattern(r"\b(?:in lieu|in place of|substitut\w+|instead of (?:a |the )?degree)\b")
_WITH_A_HIGHER_DEGREE = Pattern(
    r"\b(?:master[’']?s?|mba|ph\.?d|doctorate|advanced degree|high school|diploma|associate[’']?s?)\b[^.;]{0,40}$|"
    r"\bdegree,? or\s*(?:at least |a minimum of )?$|\bor\s+(?:equivalent )?(?:at least )?$"
)
_EXPERIENCE = Pattern(
    r"experience|background|expertise|track record|working|worked|work(?:ing)? (?:in|as|with|on)|in (?:a |an )?(?:similar |product)|"
    r"product|management|managing|leading|leadership|industry|role|practice|career|building|shipping|developing"
)
_PRODUCT = Pattern(
    r"\bproduct(?:s)? (?:manage\w*|owner\w*|roles?|lead\w*|experience|work|development|positions?|teams?|design|strategy|"
    r"function|organi[sz]ation|discipline|capacity|marketing)\b|\b(?:digital |software |technical )?product\b(?= (?:and|or|&|/)|[/,.;)]|$)|\bPMs?\b"
)
_PEOPLE = Pattern(
    r"\b(?:people|team|line|staff) (?:manage\w*|leader\w*)|managing (?:people|teams?|product managers|a team|staff)|"
    r"direct reports|leading (?:teams|people|a team)|manage(?:r|ment) (?:experience|role|level|position)"
)
_AFTER = Pattern(
    r"^(?:years )?[’'\s,-]*(?:(?:years|or more|or greater|and above|minimum|plus|preferred|required|demonstrated|of|work|working|related|relevant|"
    r"hands-on|proven|progressive|professional)\s+)*(?:experience\s*)?(?:(?:in|as|with|of|working (?:as|in|on|with)|within|at)\s+)?"
)

_STOP = Pattern(
    r"[.;(),]| including\b| preferred\b| required\b| (?:is|would be) (?:an? )?\w+$| is a\b| with (?:at least|a minimum|\d)"
)
_AHEAD = Pattern(
    r"([\w’'/-]+(?: [\w/-]+){0,3}?)(?: experience)? ?(?:of|for|:|-) ?(?:at least|a minimum of|minimum)?\s*$"
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
    return tuple(found[key] for key in sorted(found, key=lambda it: ranks[it]))


def _in_sentence(asking: Asking) -> Iterator[tuple[int, Years]]:
    text = asking.passage.fragment.text
    if "ear" not in text and "yr" not in text.casefold() and "yoe" not in text.casefold():
        return
    if _IN_PLACE_OF_A_DEGREE.search(text):
        return
    hits = list(_YEARS.finditer(text))
    for index, hit in enumerate(hits):
        where = asking.where(hit.start())
        before = text[max(0, hit.start() - 60) : hit.start()]
        after = text[hit.end() : hits[index + 1].start() if index + 1 < len(hits) else hit.end() + 120]
        if where is None or not _is_demand(asking, before, after):
            continue
        if index and _WITH_A_HIGHER_DEGREE.search(text[hits[index - 1].end() : hit.start()]):
            continue
        low, high = _number(hit["low"]), _number(hit["high"]) if hit["high"] else None
        if _UP_TO.search(before) and high is None:
            low, high = 0, low
        if not 0 <= low <= MOST_YEARS or (high is not None and not low < high <= MOST_YEARS):
            continue
        of = _of_what(before, after)
        rank, kind = _aim(before, after)
        yield (
            rank,
            Years(
                min=low, max=high, of=of, kind=kind, need="preferred" if where == "preferred-list" else "required",
                quote=Quote(line=asking.passage.fragment.line_at(hit.start()), text=text),
            ),
        )  # fmt: skip


def _number(text: str) -> int:
    return NUMBERS.get(text.casefold(), -1) if not text.isdigit() else int(text)


def _is_demand(asking: Asking, before: str, after: str) -> bool:
    """Whether years are asked for, not told of the company."""
    if re.search(_NO_DEMAND.text + r"\W*$", before, re.IGNORECASE):
        return False
    if asking.passage.part in ("demands", "wishes"):
        return True
    return bool(_EXPERIENCE.search(before[-40:]) or _EXPERIENCE.search(after[:80]))


def _of_what(before: str, after: str) -> str:
    """What the years are of, in the words of the posting."""
    stop = _STOP.search(after)
    clause = (after[: stop.start()] if stop else after).strip(" ’'-–:")
    phrase = _AFTER.sub("", clause).strip(" -–:")
    if len(phrase) > 2:
        return " ".join(phrase.split()[:12])
    ahead = _AHEAD.search(before)
    if ahead:
        return " ".join(ahead[1].split()[-6:]).strip(" -–:")
    return re.sub(r"^(?:of|minimum)\b\s*", "", clause) or "experience"


def _aim(before: str, after: str) -> tuple[int, Literal["product", "management", "industry"]]:
    """How near to product work the years are, and what they count towards."""
    clause = re.split(r"[.;]", after, maxsplit=1)[0][:90]
    if _PEOPLE.search(clause) and not _PRODUCT.search(clause.split(",")[0]):
        return 2, "management"
    if _PRODUCT.search(clause) or (not clause.replace("minimum", "").strip(" ,") and _PRODUCT.search(before[-40:])):
        return 0, "product"
    if re.search(r"\bproduct\b[^.;]{0,30}$", before, re.IGNORECASE):
        return 0, "product"
    return 1, "industry"
