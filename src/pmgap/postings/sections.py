"""Which part of a posting each sentence stands in: demands, wishes, duties, the company, benefits, the law, how to apply."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pmgap.postings.headings import Part, is_heading, is_in_title_case, is_topic, leads_in, part_of_heading, words_of
from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import Pattern


class Passage(NamedTuple):
    """A sentence with the part of the posting that it stands in."""

    fragment: Fragment
    """The sentence."""
    part: Part
    """What that part is about."""
    heading: str
    """The heading above it; empty before the first."""


_TAIL = (
    "show more show less", "referrals increase your", "similar jobs", "similar searches", "people also viewed", "report this job", "powered by",
    "#li-", "set alert",
)  # fmt: skip
"""What job boards write under a posting."""
_LABELS = ("seniority level", "employment type", "job function", "industries")
"""What job boards say of a posting in a word or two, above its text or below."""


def _stands_alone(fragment: Fragment) -> bool:
    """Whether a line of few words in capitals divides a list, though it announces nothing."""
    if fragment.form != "text" or not fragment.first:
        return False
    return 2 <= len(fragment.text.split()) <= 5 and is_in_title_case(fragment.text)


def _before_tail(fragments: Iterable[Fragment]) -> Iterable[Fragment]:
    """The fragments above what a job board adds at the end."""
    for fragment in fragments:
        if fragment.small.startswith(_TAIL):
            return
        if _TAIL[0] not in fragment.small:
            yield fragment


def passages(fragments: Sequence[Fragment]) -> list[Passage]:
    """The sentences of a posting, each with its part; headings and what job boards add at the end are left out."""
    found: list[Passage] = []
    part: Part = "opening"
    heading, depth = "", 9
    listing: Part | None = None
    shouted = _is_shouted(fragments)
    opened = list(_opened_up(_before_tail(fragments)))
    for fragment, following in zip_longest(opened, opened[1:]):
        if fragment.small.startswith(_LABELS):
            if part != "opening":
                part, heading, depth, listing = "unknown", fragment.text, 9, None
            continue
        leads = fragment.form == "text" and following is not None and following.form == "item"
        goes_on = following is not None and not following.first
        if not is_heading(fragment, shouted=shouted, leads=leads, goes_on=goes_on):
            if _stands_alone(fragment):
                heading = fragment.text
            listing = listing if fragment.form == "item" else None
            found.append(Passage(fragment, listing or part, heading))
            continue
        announced = part_of_heading(fragment.text)
        if part in ("duties", "demands", "wishes") and is_topic(fragment.text):
            found.append(Passage(fragment, part, heading))
            continue
        own_depth = fragment.depth or 8
        starts = not found and heading == "" and fragment.depth in (1, 2)
        if starts and (fragment is fragments[0] or announced == "unknown"):
            continue
        if fragment.form != "heading" and len(fragment.text.split()) > 5:
            found.append(Passage(fragment, part, heading))
            if only_here := _of_this_list(announced, part, following):
                listing = only_here
                continue
        if announced == "unknown" and part in ("opening", "demands", "wishes", "duties") and own_depth > depth:
            found.append(Passage(fragment, part, heading))
            continue
        if announced == "unknown" and (fragment.form != "heading" or (part == "opening" and not found)):
            continue
        part, heading, depth, listing = announced, fragment.text, own_depth, None
    return _with_desires(_with_marks(found, fragments))


def _of_this_list(announced: Part, part: Part, following: Fragment | None) -> Part | None:
    """What a sentence that leads a list says of that list alone; what follows it goes on as before."""
    if announced == "wishes" and part == "demands" and following is not None and following.form == "item":
        return "wishes"
    return "company" if announced in ("unknown", "company") and part in ("opening", "company") else None


def _is_shouted(fragments: Sequence[Fragment]) -> bool:
    """Whether most lines of a posting are in capitals."""
    longer = [it.text for it in fragments if it.form != "heading" and len(it.text) > 25]
    return 2 * sum(text.isupper() for text in longer) > len(longer)


_LEGEND = Pattern(
    r"\be ?[=:–-] ?essential\b.{0,40}\bd ?[=:–-] ?desirable\b|\bessential ?/ ?desirable\b", hints="desirable"
)
"""What explains the letters of a person specification."""
_MARKED = Pattern(r"[.\s](?P<mark>[ED])(?:[ |]+[A-Z]{1,2}(?:[ /,&]{1,3}[A-Z]{1,2})*)?\Z")
"""A letter in the last columns of an item: "Knowledge of Jira D A/I", "Excel | E | AF"."""


def _with_marks(passages: Sequence[Passage], fragments: Sequence[Fragment]) -> Sequence[Passage]:
    """Items that are marked as desirable by a letter behind them are wishes, where the posting explains the letters."""
    if not any(_LEGEND.is_in(it.small) for it in fragments):
        return passages
    marks = [_MARKED.search(it.fragment.text) for it in passages]
    parts: dict[str, Part] = {"E": "demands", "D": "wishes"}
    return [
        it._replace(part=parts[mark["mark"]]) if mark and it.part in ("demands", "wishes", "unknown") else it
        for it, mark in zip(passages, marks, strict=True)
        if not _LEGEND.is_in(it.fragment.small)
    ]


_DESIRED = Pattern(
    r"^(?:\w+ )?desired\b(?! (?:candidate )?profile)|\bsets? (?:you|yourself) apart\b|\bshine\b",
    hints="desired|apart|shine",
)


def _with_desires(passages: Sequence[Passage]) -> list[Passage]:
    """What is "desired" is a wish beside a list that is required; where it is the only list, it is what is asked."""
    demanded = any(it.part == "demands" and not _DESIRED.search(words_of(it.heading)) for it in passages)
    if not demanded:
        return list(passages)
    return [
        it._replace(part="wishes") if it.part == "demands" and _DESIRED.search(words_of(it.heading)) else it
        for it in passages
    ]


_INLINE = Pattern(r"([A-Za-z][\w'&/]*(?: [\w'&/]+){0,5})(?: *[:–—]| -) +(?=\S)", hints=": |– |— | - ")


def _opened_up(fragments: Iterable[Fragment]) -> Iterable[Fragment]:
    """Fragments, with headings that lead a sentence ("Requirements: SQL, Excel") set apart."""
    for fragment in fragments:
        text = fragment.text
        led = _INLINE.match(text.replace("’", "'")) if fragment.form == "text" else None
        if led is None or not leads_in(led[1]):
            yield fragment
            continue
        yield Fragment.of(
            text=text[: led.end(1)], form="heading", lines=fragment.lines[:1], depth=7, first=fragment.first
        )
        cut = led.end()
        before = [it for it in fragment.lines if it[0] <= cut]
        rest = ((0, before[-1][1]), *((place - cut, line) for place, line in fragment.lines if place > cut))
        yield Fragment.of(text=text[cut:], form="text", lines=rest, torn=fragment.torn)
