"""The posts in a section of a text. The dates of a post are the sure sign of it; title and organisation stand around them."""

import re
from typing import Literal, NamedTuple

from pmgap.periods import Period, find_period
from pmgap.readers.post_headers import is_duration, is_place, names_a_title, read_header, without_period
from pmgap.readers.text_rows import Row
from pmgap.resume import Line, Position, Unread, line_of, lines_of

MOST_ROWS_ABOVE = 3
"""Rows above the dates that can belong to the header of a post."""

_MOST_WORDS = 14
"""Words of a list item beyond which its dates are told in passing."""
_EDGES = " \t,;:|()[]\u2013\u2014-*_\u2022\u00b7"
_SUBHEADING = re.compile(
    r"(?:(?:key |main |selected )?(?:achievements?|responsibilit\w+|accomplishments?|duties|highlights|results|projects|tasks|"
    r"tools|technologies|tech stack|skills)|what i did|role|impact)\s*:?",
    re.IGNORECASE,
)


class Posts(NamedTuple):
    """What a section of posts holds."""

    positions: list[Position]
    lines: list[Line]
    """What stands before the first post."""
    unread: list[Unread]


class _Block(NamedTuple):
    """The header of a post: its rows from ``first`` to before ``after``, and its dates."""

    first: int
    after: int
    dates: int
    period: Period | None
    rows: list[Row]


def read_posts(rows: list[Row], source: str, kind: Literal["work", "volunteer"]) -> Posts:
    """The posts in the rows of a section, with what was done in each."""
    blocks = _blocks(rows)
    found = Posts([], [], [])
    start = blocks[0].first if blocks else len(rows)
    found.lines.extend(_tasks(rows[:start], source))
    employer = ""
    above = _headings_above(rows, blocks)
    for number, block in enumerate(blocks):
        end = blocks[number + 1].first if number + 1 < len(blocks) else len(rows)
        tasks = [*_told_beside(rows[block.dates], block.period, source), *_tasks(rows[block.after : end], source)]
        header = read_header([row for row in block.rows if not is_duration(row.text)])
        if any(is_duration(row.text) for row in block.rows) or (not header.title and not tasks and number + 1 < len(blocks)):
            employer = header.organisation  # several posts at one organisation follow
            if not header.title:
                continue
        elif header.organisation:
            employer = ""
        if not header.title and not header.organisation:
            because = "It holds dates, but no title and no organisation were found beside them."
            found.unread.append(Unread(line=line_of(rows[block.dates].text, source, rows[block.dates].number), because=because))
            found.lines.extend(tasks)
            continue
        found.positions.append(_position(header.title, header.organisation or employer or above[number], block, tasks, source, kind))
    return found


def _position(
    title: str, organisation: str, block: _Block, tasks: list[Line], source: str, kind: Literal["work", "volunteer"]
) -> Position:
    named = next((row for row in block.rows if title and title in row.text), block.rows[0])
    period = block.period
    return Position(
        line=line_of(named.text, source, named.number),
        title=title,
        organisation=organisation,
        start=period.start if period else None,
        end=period.end if period else None,
        goes_on=period.goes_on if period else False,
        kind=kind,
        lines=tuple(tasks),
    )


def _told_beside(row: Row, period: Period | None, source: str) -> list[Line]:
    """What a row tells after its dates and a colon."""
    rest = row.text[period.after :].lstrip(")] ") if period and period.first else ""
    return lines_of(rest[1:], source, row.number) if rest.startswith(":") else []


def _headings_above(rows: list[Row], blocks: list[_Block]) -> list[str]:
    """For every post the organisation in the last heading of a higher level above it."""
    found = []
    for block in blocks:
        level = max((row.level for row in block.rows), default=0)
        over = next((row for row in reversed(rows[: block.first]) if 0 < row.level < level), None)
        found.append(read_header([over]).organisation if over else "")
    return found


def _tasks(rows: list[Row], source: str) -> list[Line]:
    return [
        line
        for row in rows
        if not row.blank and not is_place(row.text) and not _SUBHEADING.fullmatch(row.text)
        for line in lines_of(row.text, source, row.number)
    ]


def _blocks(rows: list[Row]) -> list[_Block]:
    """The headers of the posts, in order."""
    blocks: list[_Block] = []
    reached = 0
    dated = [index for index, row in enumerate(rows) if _is_dated(row)]
    above = bool(dated) and _rows_above(rows, dated[0], 0) != []
    for index in dated:
        if index < reached:
            continue
        blocks.extend(_undated(rows, reached, index))
        reached = blocks[-1].after if blocks else reached
        before = _rows_above(rows, index, reached)
        header = [*before, rows[index]]
        below = _rows_below(rows, index, header, organisation_above=above)
        first = min((number for number in range(reached, index) if rows[number] in before), default=index)
        after = below[-1] + 1 if below else index + 1
        period = find_period(rows[index].text)
        blocks.append(_Block(first, after, index, period, [*header, *(rows[number] for number in below)]))
        reached = after
    blocks.extend(_undated(rows, reached, len(rows)))
    return blocks


def _undated(rows: list[Row], first: int, last: int) -> list[_Block]:
    """Posts without dates: headings or bold rows with a title word and something told below them."""
    found = []
    for index in range(first, last):
        row = rows[index]
        below = next((it for it in rows[index + 1 : last] if not it.blank), None)
        if (row.level or row.strong) and names_a_title(row.text) and below is not None and (below.bullet or below.is_sentence):
            found.append(_Block(index, index + 1, index, None, [row]))
    return found


def _is_dated(row: Row) -> bool:
    """Whether a row carries the dates of a post."""
    period = find_period(row.text)
    if period is None:
        return False
    rest = f"{row.text[: period.first]} {row.text[period.after :]}".strip(_EDGES)
    lasts = period.goes_on or period.start != period.end
    words = len(rest.split())
    if row.bullet:
        at_end = not row.text[period.after :].strip(_EDGES)
        return names_a_title(rest) and rest[-1:] not in ".;" and words <= _MOST_WORDS and (lasts or at_end)
    if row.is_sentence and words > 5:
        return False
    if lasts:
        return words <= _MOST_WORDS or bool(row.level or row.strong)
    at_an_edge = not row.text[: period.first].strip(_EDGES) or not row.text[period.after :].strip(_EDGES)
    return at_an_edge and (not rest or ((bool(row.level) or row.strong or len(row.cells) > 1) and names_a_title(rest)))


def _is_head(row: Row) -> bool:
    return not (row.blank or row.bullet or row.is_sentence or _SUBHEADING.fullmatch(row.text))


def _rows_above(rows: list[Row], index: int, reached: int) -> list[Row]:
    """The rows above the dates that belong to the same header; one empty row may stand between."""
    found: list[Row] = []
    at = index - 1
    gap = False
    while at >= reached and len(found) < MOST_ROWS_ABOVE:
        row = rows[at]
        if row.blank:
            if gap or (found and not (at and (rows[at - 1].level or rows[at - 1].strong))):
                break
            gap = True
        elif not _is_head(row) or (is_place(row.text) and not found and at == reached):
            break
        else:
            if gap and not (row.level or row.strong) and without_period(rows[index].text).strip(_EDGES):
                break
            found.append(row)
            gap = False
        at -= 1
    return found[::-1]


def _rows_below(rows: list[Row], index: int, header: list[Row], *, organisation_above: bool) -> list[int]:
    """Places of the rows below the dates that still belong to the header: a title that is missing, or who it was for."""
    found: list[int] = []
    at = index + 1
    blanks = 0
    while at < len(rows) and len(found) < 2:
        row = rows[at]
        if row.blank:
            blanks += 1
            if blanks > 1:
                break
            at += 1
            continue
        if not _is_head(row) or _is_dated(row):
            break
        known = read_header([*header, *(rows[number] for number in found)])
        if not known.title and names_a_title(row.text):
            found.append(at)
        elif not known.organisation and not organisation_above and not blanks and not is_place(row.text):
            found.append(at)
        elif known.title or not is_place(row.text):
            break
        at += 1
    return found
