"""What a sentence of a posting only wishes for: "SQL is a plus", "ideally with Jira"."""

import re
from collections.abc import Iterator
from itertools import islice

from pmgap.postings.choices import AnyOf
from pmgap.postings.openings import opens_as_demand
from pmgap.postings.patterns import Pattern

_BEFORE_A_WISH = (
    r"(?:\b(?:is|are|be|as|considered|but|though|strongly|highly|experience|background|knowledge|degree|mba|skills?|familiarity|"
    r"certification|certifications|master'?s|advanced|also|not required|not essential|not necessary)\b[ ,]*|[(\[–—:-] ?)"
    r"(?:an? )?(?:big |huge |strong |definite |major |distinct |added |significant |real |great |nice |highly |strongly )*\b"
)
_WISHED = (
    AnyOf(
        r"plus(?:es)?\b(?! (?:\d|at least|years|relevant|experience|an?\b|some|strong|proven))|bonus\b|advantage(?:ous)?\b|asset\b|preferred\b|pref'd\b|"
        r"preferable\b|desirable\b|desired\b(?! (?:outcome|result))|nice[- ]to[- ]have\b|helpful\b|beneficial\b|welcomed?\b|appreciated\b|valued\b|"
        r"(?:ideal|useful|handy|a treat|an edge|interesting|of interest|favou?red)\b(?=\s*[)\];.,]|\s*$)|nice\b(?=\s*[)\];.,]|\s*$)|recommended\b(?=\s*[)\];.,]|\s*$)",
        before=_BEFORE_A_WISH,
    )
    | AnyOf(
        r"\bwould be (?:an? )?(?:\w+ )?(?:{good})\b|(?<!you )\bwill be (?:an? )?(?:\w+ )?(?:{good})\b|(?<!you)'d be (?:an? )?(?:\w+ )?(?:{good})\b".replace(
            "{good}",
            "great|ideal|good|nice|perfect|fantastic|useful|lovely|helpful|handy|brilliant|awesome|amazing|terrific|wonderful|super|cool|beneficial|"
            "treat|advantage|advantageous|welcome|plus|bonus|preferred|desirable",
        )
        + r"|\b(?:is|are) (?:purely |entirely )?\boptional\b|\boptional\s*(?=[.;)\],]|$)|\bwelcome\s*(?=[.;)\],]|$)"
        r"|\b(?:would|will) (?:also )?\bset you apart\b|\b(?:would|will) (?:also )?\bmake you stand out\b|\b(?:would|will) (?:also )?\bhelp\b"
        r"|\ban? (?:distinct |real |clear |definite |added |big |strong |huge |major )?\badvantage\s*(?=[.;)\],]|$)"
        r"|\ban? (?:distinct |real |clear |definite |added |big |strong |huge |major )?\basset\s*(?=[.;)\],]|$)"
        r"|\ban? (?:distinct |real |clear |definite |added |big |strong |huge |major )\badvantage\b"
        r"|\ban? (?:distinct |real |clear |definite |added |big |strong |huge |major )\basset\b"
        r"|(?:\bnot|n't) (?:strictly )?(?:required|essential|necessary|needed|mandatory|a must),? but\b"
        r"|\bbut (?:is |are |it is )?(?:not|never) (?:strictly )?(?:required|essential|necessary|needed|mandatory|a must|a requirement)\b"
        r"|\((?:not|non)[ -](?:strictly )?(?:required|essential|necessary|mandatory|a must)(?=\))"
        r"|\bof (?:an? )?(?:added )?advantage\b|\b(?:doesn't|won't|wouldn't|does not|never) hurts?\b|\b(?:earns?|wins?|scores?) (?:you )?(?:extra|bonus|brownie) (?:points|credit)\b|\bhelps\b(?=\s*[.;)]|\s*$)|\b(?:will|would) have (?:an edge|an advantage|a head start)\b"
        r"|\b(?:is|are) (?:\w+ )?encouraged to apply\b"
        r"|\ba (?:big |huge |strong |definite |major |distinct |added |real |great |nice )?\bplus\b(?!-)"
        r"|\ba (?:big |huge |strong |definite |major |distinct |added |real |great |nice )?\bbonus\b|"
        r"\b(?:is|are|be|as) (?:also )?(?:good|great|nice) to have\b|\b(?:looked upon|viewed|seen|considered) (?:\w+ )?favou?rabl[ey]\b|\b(?:highly|well) regarded\b|"
        r"\bin your favou?r\b|\ban? (?:\w+ )?addition\s*(?=[.;)\],]|$)|\bcome in (?:handy|useful)\b|\bgo amiss\b|\bicing on\b|\bcherry on\b|\ban? (?:nice |big |real |welcome |great |huge )?\bextra\s*(?=[.;)\],]|$)|\bgives? you (?:an edge|an advantage|a head start|extra points|bonus points)\b|\bnot an? (?:absolute )?(?:must|deal[- ]?breaker)\b|\bcounts? (?:in your favou?r|for you)\b|\b(?:all|so much) the better\b|\ban? (?:added value|differential|merit)\b|\bmeriting\b|"
        r"\bsets? you apart\b|\ba (?:\w+ )?differentiator\b|\bgiven preference\b|\b(?:be|is) preferred\b|, great\s*(?=[.;)!]|$)|, (?:even|so much the) better\s*(?=[.;)!]|$)|"
        r"\b(?:is|are) (?:not|never) (?:strictly )?(?:essential|mandatory|a must|a prerequisite)\b|\b(?:isn't|aren't) (?:strictly )?(?:essential|mandatory|a must|a prerequisite)\b"
    )
    | AnyOf(
        "preferred|desirable|desired|preferable|a plus|advantageous",
        before=r"\b",
        after=r"\s*(?=[.;)\],]|$|but\b|though\b|although\b)",
    )
    | AnyOf(r"\bnice[- ]to[- ]have\b")
)
_WISH_AHEAD = AnyOf(
    r"nice[- ]to[- ]haves?|good[- ]to[- ]have|bonus(?: points)?|big plus|plus|preferred|desirable|desired|optional|extra credit|extra points|"
    r"kudos|brownie points|added bonus|advantage|advantageous|not a must",
    before=r"(?:^|(?<=[.;:(,] )|(?<=[(\[]))\b",
    after=r"\b\s*(?:\)|\]|:|-|–|for\b|if\b|points\b|skills?:|qualifications?:)",
) | AnyOf(
    r"\bideally\b|\bpreferably\b|\bit(?:'d| would) be (?:good|great|nice|ideal|helpful)\b|\bit would (?:please|delight|thrill) us\b|\bpreference (?:is|will be|may be)? ?(?:given )?(?:to|for)\b|\b(?:extra|bonus|brownie) points (?:for|if)\b|"
    r"\b(?:we'd|we would) (?:love|be thrilled|be delighted) (?:it )?if\b|\bit (?:really |also )?helps (?:a lot )?if\b|"
    r"\b(?:would|will) help if\b|\bhappy if\b|^\W*(?:good|great|nice)[- ]to[- ]have\b|^\W*(?:nice|great|good|lovely|even better|helpful|useful) if\b|^\W*even better\b|"
    r"\byou (?:may|might) (?:also |even |already |well )?(?:have (?!to\b)|know|bring)\b|\byou (?:may|might) also be\b|\b(?:perhaps|maybe) you\b|\bif you happen to\b|\bit(?:'s| is) (?:also |always )?(?:an? )?(?:great|good|nice|plus|bonus|cool|helpful|useful|handy|advantage|asset) if\b|"
    r"\blove it if\b|\b(?:over the moon|thrilled|delighted|impressed|excited|especially interested|particularly interested|especially keen|particularly keen) if\b|^\W*points for\b|\b(?:we'd|we would) (?:value|welcome|appreciate)\b|"
    r"\b(?:desirable|preferred|beneficial|optional|additional) (?:criteria|experience|knowledge|background|attributes|requirements?):|\bif you also (?:have|know|speak|bring|are)\b|\bit'?(?:d| would| will) (?:be|help) [^.;,]{0,30}\bif\b"
)
_HIGHER_DEGREE = Pattern(
    r"(?:[,(–-]\s*|\bwith )(?:an? |or an? |and )?(?:mba|master|m\.?sc?\b|ph\.?d|advanced degree|post-?graduat)[^,;]*$",
    hints="mba|master|ms|m.s|ph|advanced degree|graduat",
)
MOST_WISHES = 20
"""The most wishes that are looked at in a sentence."""

_CLAUSE_END = Pattern(r";|\.\s")
_BRACKET_END = Pattern(r"\)")
_AFTER_DEMAND = Pattern(r"[,;.(–]|\band\b|\bbut\b")
_ENDED = Pattern(r"\s*[;,.)\]]")
_DEMANDED = Pattern(r"\b(?:required|must|essential|mandatory|minimum)\b")


def wishes(small: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a sentence in small letters begin and end that are only wished for."""
    for found in islice(_WISH_AHEAD.finditer(small), MOST_WISHES):
        end = len(small) if found.start() == 0 else _clause_end(small, found.end(), found.start())
        yield found.start(), end
    for found in islice(_WISHED.finditer(small), MOST_WISHES):
        yield _clause_start(small, found.start(), found.end()), found.end()
        if found.end() < len(small) and not _ENDED.match(small, found.end()):
            yield found.end(), _clause_end(small, found.end(), found.end())


def _clause_start(small: str, place: int, end: int) -> int:
    """Where the clause that ends in a wish begins: after a semicolon, or after a comma that closes a demand."""
    start = small.rfind(";", 0, place) + 1
    opened = small.rfind("(", start, place)
    if opened > small.rfind(")", start, place) and small[opened + 1 : place].strip():
        return opened
    comma = _BRACKETED.sub(lambda found: " " * len(found.group()), small[:place]).rfind(",", start)
    if comma > start and _closes_a_demand(small, start, comma, place):
        return comma + 1
    # "Bachelor's degree, MBA preferred": only the higher degree is.
    higher = _HIGHER_DEGREE.search(small, start, end)
    if higher is not None and higher.start() > start:
        return higher.start() + 1
    if _DEMANDED.search(small, start, place):
        last = max(found.end() for found in _DEMANDED.finditer(small, start, place))
        closing = _AFTER_DEMAND.search(small, last, place)
        return closing.end() if closing else last
    return start


def _closes_a_demand(small: str, start: int, comma: int, place: int) -> bool:
    """Whether a comma parts a demand from a wish: "Strong analysis, SQL is a plus", "3 years in sales, retail or banking, B2B a plus"."""
    head, wish = small[start:comma].strip(), small[comma + 1 : place].strip()
    if len(head.split()) < 2 or not wish or not opens_as_demand(head):
        return False
    _, listed, last = _BRACKETED.sub("", head).rpartition(",")
    if listed and not _ENDS_A_LIST.search(last):
        return False
    if _REFERS_BACK.match(wish):
        return False
    return re.search(r"\b(?:and|or)\b", wish) is None or opens_as_demand(wish)


_BRACKETED = Pattern(r"\([^()]{0,200}\)")
_ENDS_A_LIST = Pattern(r"\b(?:and|or)\b")
_REFERS_BACK = Pattern(r"(?:and|or|but|that|this|it|which|these|those|as|who|such|is|are|would|will|also)\b")


def _clause_end(small: str, place: int, opened: int) -> int:
    """Where the clause that begins with a wish ends: at a bracket that was opened before it, or a semicolon."""
    inside = small.count("(", 0, opened) > small.count(")", 0, opened)
    stop = (_BRACKET_END if inside else _CLAUSE_END).search(small, place)
    return stop.start() if stop else len(small)
