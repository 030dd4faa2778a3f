"""What a sentence of a posting says is not asked for: "no line management", "a degree is not required"."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pmgap.postings.choices import AnyOf, holds_any
from pmgap.postings.patterns import Pattern

MOST_REFUSALS = 20
"""The most refusals of a kind that are looked at in a sentence."""

AHEAD = AnyOf(
    r"\b(?:you )?(?:don't|do not|won't|will not|needn't|need not|doesn't|does not) (?:\w+ )?(?:need|have to (?:be|have|know|code)|"
    r"require|manage|supervise|be (?:required|expected|asked|their|managing|a)|expect)\b|"
    r"\bnot important(?: to us| for us)?:|\bwe (?:don't|do not) (?:really |much )?(?:care|mind) (?:about|if|whether|how|where|for)\b|"
    r"\bnobody (?:expects|needs|asks)\b|\b(?:no|zero|without(?: any)?|not have) (?:\w+ )?(?:direct reports?|line management|people management|managerial|"
    r"supervisory|management) ?(?:responsibilit\w+|duties)?|\bnot (?:a|an) (?:[\w-]+ ){0,5}(?:role|position|job)\b|\bno need (?:for|to)\b|\byou need no\b"
)
BEHIND = AnyOf(
    r"\b(?:is|are|be) (?:not|never) (?:strictly )?(?:required|needed|necessary|expected|a requirement)\b|"
    r"\b(?:isn't|aren't) (?:required|needed|necessary|expected|a requirement)\b|(?<!but )(?<!though )not (?:needed|required|necessary)(?=\s*[).;,]|\s*$)"
)
NONE_REQUIRED = Pattern(r"\bno (?:[\w/-]+ ){1,5}(?:is |are )?(?:required|needed|necessary|expected)\b", hints="no ")
NONE_OF_A_LIST = Pattern(
    r"\b(?:no|without) (?!(?:matter|two|one|doubt|longer|more|less|later|shortage|limits?|problem|nonsense|ego)\b)"
    r"(?P<list>[\w/&' -]{2,40}(?:, [\w/&' -]{2,40}){0,4})\b,? ?(?:or|nor) (?P<last>[\w/&' -]{2,60})(?=[.;)(,]|$)",
    hints="no |without ",
)
"""A list of what there is none of: "no budget, P&L or direct reports"."""
_NO_LIST = Pattern(r"\b(?:you|we|they|it|are|is|but|just|only|whether|what|how|if|then|who|that|to)\b")
"""Words that the items of such a list do not hold."""
REFUSING = ("n't ", "not ", "no ", "never ", "nobody ", "zero ", "without ", "need no")
"""Of these one stands wherever something is said not to be asked for, apart from lists of facts ("Travel: none")."""
_TOLD_NONE = Pattern(
    r"[^:]{3,60}:\s*(?:none|n/a|nil|no|not applicable|0)\s*\.?|[^:.,;]{3,60}[ –-](?:n/a|nil|not applicable)\b[^:.,;]{0,40}\.?",
    hints=":|n/a|nil|not applicable",
)
_END = Pattern(r"[;)(—–]|\.\s|, (?:but|and you|you|just|only)\b| but\b")


def refusals(small: str) -> Iterable[tuple[int, int]]:
    """Where the parts of a sentence in small letters begin and end that say what is not asked for."""
    if _TOLD_NONE.fullmatch(small):
        return ((0, len(small)),)
    return _said_in_a_sentence(small) if holds_any(small, REFUSING) else ()


def _said_in_a_sentence(small: str) -> Iterator[tuple[int, int]]:
    for found in islice(AHEAD.finditer(small), MOST_REFUSALS):
        stop = _END.search(small, found.end())
        yield found.start(), stop.start() if stop else len(small)
    for found in islice(BEHIND.finditer(small), MOST_REFUSALS):
        yield max((small.rfind(mark, 0, found.start()) + 1 for mark in ";,("), default=0), found.end()
    for found in islice(NONE_REQUIRED.finditer(small), MOST_REFUSALS):
        yield found.span()
    for found in islice(NONE_OF_A_LIST.finditer(small), MOST_REFUSALS):
        if not _NO_LIST.search(found["list"]):
            end = _NO_LIST.search(small, found.start("last"), found.end())
            yield found.start(), end.start() if end else found.end()
