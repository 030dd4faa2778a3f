"""Lists that lost both their heading and their bullets: short lines in a row, told apart by how they begin."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pmgap.postings.headings import Part
from pmgap.postings.openings import opens_as_demand, opens_as_duty, opens_as_no_duty, surely_opens_as_demand
from pmgap.postings.patterns import Pattern
from pmgap.postings.sections import Passage

LONGEST = 220
"""The most characters of a line of such a list."""
FEWEST = 5
"""The fewest lines in a row that may hold such lists."""
FEWEST_DUTIES = 3
"""The fewest lines that begin with something to do, in a list of duties."""

FEW_WORDS = 5
"""Words of a line that needs no verb to be a demand: "Stakeholder management"."""

_DEMANDED_FACT = Pattern(
    r"\W*(?:an? )?(?:at least|minimum(?: of)?|min\.?|over|more than)? ?(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\b.{0,12}\byears?\b|"
    r"\W*(?:an? |the )?(?:[\w/'-]+ ){0,4}(?:degree|diploma|qualification)s?\b"
)
"""Years or a degree at the beginning of a line, which nobody but the candidate has."""
_OFFERED = Pattern(
    r"\b(?:vacation|holidays?|pension|insurance|bonus|salary|breakfast|lunch|gym|stock options|benefits|allowance|perks?|parental|401\(?k|"
    r"discounts?|equal opportunit\w+|apply|applications?|your cv|r[ée]sum[ée])\b"
)
"""Words of what comes after the lists: what is offered, and how to apply."""

Block = list[Passage]
"""The sentences of one line."""


def with_bare_lists(passages: Sequence[Passage]) -> list[Passage]:
    """Passages in which lists without heading and bullets are put where they belong."""
    result: list[Passage] = []
    for may_be, group in groupby(_blocks(passages), key=_may_be_listed):
        blocks = list(group)
        if may_be and len(blocks) >= FEWEST:
            blocks = _told_apart(blocks)
        result += (passage for block in blocks for passage in block)
    return result


def _blocks(passages: Sequence[Passage]) -> Iterator[Block]:
    block: Block = []
    for passage in passages:
        if passage.fragment.first and block:
            yield block
            block = []
        block.append(passage)
    if block:
        yield block


def _may_be_listed(block: Block) -> bool:
    first = block[0]
    return (
        first.part in ("opening", "unknown")
        and first.fragment.form == "text"
        and len(block) <= 2
        and sum(len(it.fragment.text) for it in block) <= LONGEST
        and not first.fragment.text.endswith(":")
    )


def _told_apart(blocks: Sequence[Block]) -> list[Block]:
    smalls = [block[0].fragment.small for block in blocks]
    demands = [surely_opens_as_demand(small) or _DEMANDED_FACT.match(small) is not None for small in smalls]
    duties = [not demand and opens_as_duty(small) for demand, small in zip(demands, smalls, strict=True)]
    turn = next((it for it in range(len(blocks)) if demands[it] and _goes_on(smalls, duties, it)), len(blocks))
    begin = next((it for it in range(turn) if any(duties[it + 1 : it + 3]) and duties[it]), turn)
    end = turn if turn < len(blocks) else max((it + 1 for it in range(begin, turn) if duties[it]), default=begin)
    parts: list[Part | None] = [None] * len(blocks)
    if sum(duties[begin:end]) >= FEWEST_DUTIES and 2 * sum(duties[begin:end]) >= end - begin:
        parts[begin:end] = ["duties"] * (end - begin)
    last = next((it for it in range(turn, len(blocks)) if _ends_it(smalls[it])), len(blocks))
    parts[turn:last] = ["demands"] * (last - turn)
    return [
        [it._replace(part=part) for it in block] if part else block for part, block in zip(parts, blocks, strict=True)
    ]


def _goes_on(smalls: Sequence[str], duties: Sequence[bool], place: int) -> bool:
    """Whether further demands follow the first, or a few words each."""
    following = [it for it in range(place + 1, min(place + 4, len(smalls))) if not duties[it]]
    return sum(opens_as_demand(smalls[it]) or len(smalls[it].split()) <= FEW_WORDS for it in following) >= 2


def _ends_it(small: str) -> bool:
    return opens_as_no_duty(small) or _OFFERED.search(small) is not None
