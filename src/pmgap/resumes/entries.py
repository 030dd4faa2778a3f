"""The entries of a CV that was written as text: positions, studies, certificates."""

import re
from collections.abc import Sequence

from pmgap.expressions import compiled
from pmgap.record import Record, record
from pmgap.resumes.dates import Found, find_period
from pmgap.resumes.degrees import is_institution
from pmgap.resumes.resume import Doubt, Period, Position
from pmgap.resumes.sections import Row, line_of
from pmgap.resumes.titles import is_title

LONGEST_HEAD = 140
"""Characters of a line that can be the head of an entry; a longer one is prose."""

LONGEST_BELOW = 90
"""Characters of a line under the dates that can still belong to the head."""

_SPLIT = compiled(r"\s*(?:[|•·\t]|\s[–—-]{1,2}\s|[–—]|\s@\s|,\s|;\s)\s*|\s+(?:at|bei|chez|en)\s+(?=[A-ZÄÖÜ0-9])")
_EMPTY_BRACKETS = compiled(r"[(\[][\s,;|–—-]*[)\]]")
_LOOSE_END = compiled(r"[\s,;|–—-]+(?=[)\]])")
_IN_BRACKETS = compiled(r"\([^()]{0,100}\)")
_LABEL = compiled(
    r"^(?:(?:dates?|period|duration|position|(?:job )?title|role|company|employer|organi[sz]ation|firma|name)\s*:[\s|]*"
    r"|dates(?=$|\s+\|)|(?:occupation or position held|name and address of employer|title of qualification awarded"
    r"|name (?:and type )?of (?:organi[sz]ation|institution))\s*:?\s*)",
    re.IGNORECASE,
)
_FIRM_LABEL = compiled(r"(?:company|employer|organi[sz]ation|firma)\s*:|name and address of employer\b", re.IGNORECASE)
_MARKS = "()[]|,;:·•–—-_/"
"""What dates are set apart by."""

WORDS_OF_A_TITLE = 4
"""Words that a title has at most where it begins like a verb: ``Marketing manager``."""

_PROSE = compiled(
    r"(?:\w+ed|\w+ing|led|lead|ran|run|built|build|wrote|drove|grew|own|manage|made|did|i|we|responsible)\s+[a-z0-9]"
)
"""How a line begins that tells what was done: a verb and a small letter, as firms do not."""
_ABBREVIATED_FIRM = compiled(r"\b(?:inc|ltd|co|corp|llc|plc|z o\.o|s\.a|s\.r\.l|e\.v|bros)\.$", re.IGNORECASE)
_LENGTH_OF_TIME = compiled(
    r"\(?\b\d+\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois)\b(?:[\s,]*\d+\s*(?:months?|mos?|monate?|mois)\b)?\)?",
    re.IGNORECASE,
)
_RANK_AND_FIELD = compiled(
    r"\b((?:senior |sr\.? |group |associate |managing |executive )?(?:director|vp|vice president|svp|head|manager|lead|president))"
    r",\s+(?=(?:product|engineering|operations|marketing|sales|design|data|technology|growth|digital|strategy|finance|people)\b)",
    re.IGNORECASE,
)
_NO_FIRM = compiled(
    r"(?:full|part)[- ]?time|contract(?:or)?|freelance|permanent|temporary|remote|hybrid|on-?site|self-employed|internship|seasonal"
    r"|[A-Z]{2}|VIC|NSW|QLD|USA|UAE|(?:greater )?\w+ area|london|berlin|paris|new york|usa|uk|united (?:kingdom|states)|germany|france|india",
)


@record
class _Head(Record):
    """Where an entry begins, and what its head says."""

    first: int
    """Index of its first row."""
    last: int
    """Index of its last row."""
    at: int
    """Index of the row with the dates."""
    period: Period
    """The dates."""
    title: str
    """The title; empty where none was found."""
    organisation: str
    """For whom; empty where none was found."""
    over_length: bool
    """Whether the firm stands over a line with the time spent there, as over several titles."""


@record
class _Layout(Record):
    """The rows of a section about work, and how its entries are laid out."""

    rows: tuple[Row, ...]
    """The rows."""
    dated: dict[int, Found]
    """Index of a row that holds dates to these."""
    bullets: bool
    """Whether every entry is an item of a list."""
    dates_first: bool
    """Whether every entry begins with a line of dates."""


@record
class Work(Record):
    """What the sections about work say."""

    positions: tuple[Position, ...]
    """The positions."""
    doubts: tuple[Doubt, ...]
    """What was not understood."""
    heads: frozenset[int | None]
    """Numbers of the lines that are heads: titles, firms, places, dates."""


def positions_in(rows: Sequence[Row]) -> Work:
    """The positions among the rows of sections about work, and what was not understood there."""
    dated = {index: found for index, row in enumerate(rows) if (found := _dates(row)) is not None}
    bullets = all(rows[index].form == "bullet" for index in dated)
    if not bullets:
        dated = {index: found for index, found in dated.items() if rows[index].form != "bullet"}
    heads: list[_Head] = []
    layout = _Layout(rows=tuple(rows), dated=dated, bullets=bullets, dates_first=_dates_come_first(rows, dated))
    for index in dated:
        if not heads or index > heads[-1].last:
            heads.append(_head(layout, index, heads[-1] if heads else None))
    positions, doubts = _positions(rows, heads)
    lines = frozenset(rows[index].line.number for head in heads for index in range(head.first, head.last + 1))
    return Work(positions=tuple(positions), doubts=tuple(doubts), heads=lines)


def _dates_come_first(rows: Sequence[Row], dated: dict[int, Found]) -> bool:
    """Whether entries begin with a line of dates alone: nothing stands over the first one."""
    first = next(iter(dated), None)
    if first is None or head_parts(without_dates(rows[first], dated[first])):
        return False
    return all(row.form == "blank" for row in rows[:first])


def _dates(row: Row) -> Found | None:
    """The dates of a row that can be the head of an entry."""
    if row.form == "blank" or len(row.text) > LONGEST_HEAD:
        return None
    found = find_period(row.text)
    if found is None or (found.span and row.form == "bullet"):
        return found
    if found.span:
        return found if row.strong or (_stands_apart(row.text, found) and not _is_prose(row.text)) else None
    rest = f"{row.text[: found.first]} {row.text[found.last :]}".strip(" ()[],|")
    at_an_end = not row.text[found.last :].strip(" ).]_") or not row.text[: found.first].strip(" (")
    is_head = row.form != "bullet" and at_an_end and len(rest) <= 100 and not rest.endswith(".")
    return found if is_head and (not rest or is_title(rest) or row.strong) else None


def _stands_apart(text: str, found: Found) -> bool:
    """Whether dates stand at an end of a line, in brackets, or behind or before a mark; in a sentence they do not."""
    before, after = text[: found.first].rstrip(), text[found.last :].lstrip()
    return not before or not after or before[-1] in _MARKS or after[0] in _MARKS


def _is_prose(text: str) -> bool:
    """Whether a line tells what was done, rather than as what or for whom: ``Ran the shop``, not ``Marketing manager``."""
    if not _PROSE.match(text[:1].casefold() + text[1:]):
        return False
    first = next(iter(head_parts(text)), "")
    return not (len(first.split()) <= WORDS_OF_A_TITLE and is_title(first))


def without_brackets(text: str) -> str:
    """The text without brackets that hold nothing, and with single spaces."""
    return " ".join(_LOOSE_END.sub("", _EMPTY_BRACKETS.sub(" ", text)).split())


def without_dates(row: Row, found: Found | None) -> str:
    """The text of a row without its dates, lengths of time, and labels such as ``Position:``."""
    text = row.text if found is None else f"{row.text[: found.first]} | {row.text[found.last :]}"
    text = _LABEL.sub(
        "", _LOOSE_END.sub("", _EMPTY_BRACKETS.sub(" ", _LENGTH_OF_TIME.sub(" ", text))).strip(" ,:;|–—-")
    )
    opened, closed = text.count("("), text.count(")")
    return text.strip("()[] ,:;|–—-") if opened != closed else text.strip(" ,:;|–—-")


def _head(layout: _Layout, at: int, before: _Head | None) -> _Head:
    """The head of the entry whose dates stand at ``at``: title and organisation from there and from around it."""
    rows, found = layout.rows, layout.dated[at]
    own = without_dates(rows[at], found)
    title, organisation = _title_and_firm([own])
    first = last = at
    above: list[int] = []
    over_length = False
    if not layout.bullets and not layout.dates_first and not (title and organisation):
        above = _above(layout, at, before.last if before else -1, titled=bool(title))
        title, organisation = _title_and_firm([own, *(without_dates(rows[index], None) for index in above)])
        first = above[-1] if above else at
        over_length = any(_is_length_alone(rows[index].text) for index in above)
        if before and before.over_length and above and above[-1] == before.last + 1:
            # Several titles at one firm: what follows the dates of the one before is its place, not a firm.
            organisation, over_length = before.organisation, True
    if not layout.bullets and not (title and organisation):
        below = _below(layout, at, titled=bool(title))
        below_title, below_firm = _title_and_firm([own, *(without_dates(rows[index], None) for index in below)])
        if title:
            organisation = below_firm
        elif below_title:
            # Firm and dates over the title: only the line next to the dates can still be the firm.
            nearest = above[:1]
            firm_above = next((it for index in nearest for it in _firms(without_dates(rows[index], None))), "")
            title, organisation = below_title, next(iter(_firms(own)), "") or firm_above or below_firm
            first = nearest[0] if nearest and organisation == firm_above else at
        last = below[-1] if below else at
    organisation = _labelled_firm(layout, at) or organisation
    if not layout.bullets and title and organisation in ("", *_firms(own)) and not is_title(own) and last == at:
        # Beside the dates stands a place more often than a firm; the firm may be a heading over several titles.
        organisation = _heading_above(rows, first, taken_by=title) or organisation
    return _Head(
        first=first,
        last=last,
        at=at,
        period=found.period,
        title=title,
        organisation=organisation,
        over_length=over_length,
    )


def _above(layout: _Layout, at: int, taken: int, *, titled: bool) -> list[int]:
    """Rows over the dates that belong to the same head, nearest first: as many as it takes to have title and firm."""
    found: list[int] = []
    crossed = False
    index = at - 1
    while index > taken and len(found) < 3:
        row = layout.rows[index]
        if row.form == "blank" and not crossed and not titled:
            crossed, index = True, index - 1
            continue
        if not _can_be_head(row) or index in layout.dated or (crossed and not row.strong and not is_title(row.text)):
            break
        found.append(index)
        title, firm = _title_and_firm(["", *(without_dates(layout.rows[it], None) for it in found)])
        titled = titled or bool(title)
        if titled and firm:
            break
        index -= 1
    return found


def _below(layout: _Layout, at: int, *, titled: bool) -> list[int]:
    """Rows under the dates that belong to the same head: the title if it is missing, then the firm if that is."""
    found: list[int] = []
    own_firm = bool(_firms(without_dates(layout.rows[at], layout.dated[at]))) and not titled
    for index in range(at + 1, min(at + 3, len(layout.rows))):
        row = layout.rows[index]
        if not _can_be_head(row) or index in layout.dated or len(row.text) > LONGEST_BELOW:
            break
        title, firm = _title_and_firm([without_dates(row, None)])
        following = layout.dated.get(index + 1)
        if following is not None and not head_parts(without_dates(layout.rows[index + 1], following)):
            break
        if titled and title and not firm:
            break
        found.append(index)
        if (titled and firm) or (title and (firm or own_firm)):
            break
        titled = titled or bool(title)
    return found


def _labelled_firm(layout: _Layout, at: int) -> str:
    """The firm in a line of its own that says it is one: ``Company: Acme``."""
    for index in range(at + 1, min(at + 6, len(layout.rows))):
        if index in layout.dated:
            break
        if _FIRM_LABEL.match(layout.rows[index].text):
            return next(iter(_firms(without_dates(layout.rows[index], None))), "")
    return ""


def _is_length_alone(text: str) -> bool:
    """Whether a line says how long something took and nothing else: ``4 years 3 months``."""
    return bool(text) and not _LENGTH_OF_TIME.sub("", text).strip()


def _heading_above(rows: Sequence[Row], first: int, *, taken_by: str) -> str:
    """The firm that a heading over several titles names; nothing where there is none."""
    for row in reversed(rows[:first]):
        if row.form == "heading" and row.text != taken_by and not is_title(row.text):
            return next(iter(_firms(without_dates(row, find_period(row.text)))), "")
    return ""


def _firms(text: str) -> list[str]:
    """The parts of a text that can be a firm."""
    return [part for part in head_parts(text) if _can_be_firm(part)]


def _can_be_head(row: Row) -> bool:
    if row.form not in ("text", "heading") or len(row.text) > LONGEST_HEAD or row.text[-1:] == ":":
        return False
    if _is_prose(row.text):
        return False
    return row.strong or row.text[-1:] != "." or _ABBREVIATED_FIRM.search(row.text) is not None


def _title_and_firm(texts: Sequence[str]) -> tuple[str, str]:
    """Title and organisation among the texts of a head, nearest to the dates first.

    What stands beside the dates, away from the title, is a place more often than a firm, so it comes last.
    """
    parts = [head_parts(text) for text in texts]
    for index, own in enumerate(parts):
        title = next((part for part in own if is_title(part) and not is_institution(part)), "")
        title = title or next((part for part in own if is_title(part)), "")
        if title:
            others = parts[1:index] + parts[index + 1 :] + (parts[:1] if index else [])
            beside = [it for it in own if it != title]
            return title, next(
                (it for it in (*beside, *(it for more in others for it in more)) if _can_be_firm(it)), ""
            )
    return "", next((it for text in texts for it in _firms(text)), "")


def head_parts(text: str) -> list[str]:
    """The parts of the head of an entry: title, firm, place. Brackets and ``Director, Product`` stay together."""
    joined = _RANK_AND_FIELD.sub("\\1\x00 ", _IN_BRACKETS.sub(lambda found: found[0].replace(",", "\x00"), text))
    return [part.replace("\x00", ",") for it in _SPLIT.split(joined) if (part := _outer(it))]


def _outer(part: str) -> str:
    """A part without separators around it; a bracket that is not closed goes too."""
    part = part.strip(" ,;:|–—-")
    return part if part.count("(") == part.count(")") else part.strip("() ,;:|–—[]")


def _can_be_firm(part: str) -> bool:
    return len(part) > 1 and _NO_FIRM.fullmatch(part if part.isupper() else part.casefold()) is None


def _positions(rows: Sequence[Row], heads: Sequence[_Head]) -> tuple[list[Position], list[Doubt]]:
    found: list[Position] = []
    doubts: list[Doubt] = []
    umbrella = ""
    for index, head in enumerate(heads):
        end = heads[index + 1].first if index + 1 < len(heads) else len(rows)
        body = tuple(row.line for row in rows[head.last + 1 : end] if row.form != "blank")
        source = line_of(rows[head.at])
        if not head.title:
            following = heads[index + 1] if index + 1 < len(heads) else None
            if following is not None and following.title and not following.organisation:
                umbrella = head.organisation
                continue
            doubts.append(Doubt(line=source, why="There are dates, but no job title that is known."))
        organisation = head.organisation or (umbrella if head.title else "")
        if head.organisation:
            umbrella = head.organisation if not head.title else umbrella
        found.append(
            Position(
                title=head.title,
                organisation=organisation,
                period=head.period,
                unpaid="volunteer" in rows[head.at].sections,
                source=source,
                lines=body,
            )
        )
    return found, doubts
