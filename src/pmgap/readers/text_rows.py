"""The rows of a Markdown or plain text document: headings, list items and wrapped lines told apart, in sections."""

import html
import re
from dataclasses import dataclass, field

from pmgap.periods import find_period
from pmgap.readers.section_names import SectionKind, exact_kinds, section_kinds
from pmgap.resume import tidy

MOST_ROWS = 20_000
"""Lines of a document beyond which it is no CV."""

LONGEST_ROW = 20_000
"""Characters of one line that are looked at."""

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)[\s#]*$")
_BULLET = re.compile(
    r"(\s*)(?:[-*+\u2013\u2014]\s+|-(?=[^\W\d_])|[\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u2043\u00b7\u25cb\u25a0\u25a1"
    r"\u27a2\u27a4\u25ba\u2713\u2714\u00bb\uf0b7\uf0a7]\s*|o(?:\t|\s{2,})|\d{1,2}[.)]\s+)"
)
_RULE = re.compile(r"[-*_=~\u2500-\u257f\u2014\u2013\s]{3,}$")
_TABLE_RULE = re.compile(r"[\s|:-]+$")
_STRONG = re.compile(r"\s*(\*\*|__|\*\*\*)(.+?)\1\s*:?\s*$")
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,300}>|^\s*<!--.*|^.*-->\s*$")
_CELLS = re.compile(r"\t+|\s{3,}")
_UNFINISHED = re.compile(r"(?:[,;&(\u2013-]|\b(?:and|or|of|the|to|for|with|in|a|an|by|on|at|from|as|und|et|y))$")
_ENDED = re.compile(r"[.!?:]['\")\u201d]?$")
_SHORT_FORM = re.compile(r"\b(?:inc|ltd|corp|co|llc|s\.a|pty|bros|jr|sr|etc)\.$", re.IGNORECASE)
_WRAP = 60
"""Characters from which a line is long enough to have been wrapped."""
_MOST_WORDS_OF_A_HEAD = 12


@dataclass(slots=True)
class Row:
    """A line of a document, or a list item or paragraph that was wrapped over several."""

    text: str
    number: int
    cells: list[str] = field(default_factory=list)
    level: int = 0
    bullet: bool = False
    strong: bool = False
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text

    @property
    def is_sentence(self) -> bool:
        """Whether it tells something, rather than naming a post or an organisation."""
        words = self.text.split()
        if self.level:
            return False
        if len(words) > _MOST_WORDS_OF_A_HEAD and not self.strong and find_period(self.text) is None:
            return True
        ended = self.text[-1:] in ".;!?" and len(words) > 2 and not _SHORT_FORM.search(self.text)
        return ended or self.text[:1].islower()


@dataclass(slots=True)
class Section:
    """A part of a document with what its title names."""

    kinds: frozenset[SectionKind]
    title: Row | None
    rows: list[Row]


def rows_of(text: str) -> list[Row]:
    """The lines of a document as rows; a wrapped one is one row, a table row has its cells."""
    lines = re.split(r"\r\n|[\n\r\f\v\u2028\u2029]", text)[:MOST_ROWS]
    rows: list[Row] = []
    for number, line in enumerate(_without_front_matter(lines), 1):
        row = _row(line[:LONGEST_ROW], number)
        if row is None:
            if rows and not rows[-1].blank and not rows[-1].bullet and _is_underline(line) and len(rows[-1].text) <= _WRAP:
                rows[-1].level = rows[-1].level or (1 if "=" in line else 2)
            else:
                rows.append(Row("", number))
        elif rows and _goes_on(rows[-1], row):
            last = rows[-1]
            joint = "" if last.text.endswith("-") and row.text[:1].islower() else " "
            last.text, last.cells = f"{last.text}{joint}{row.text}", []
        else:
            rows.append(row)
    return rows


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines with a YAML block at the top emptied, as static sites have it."""
    if lines and lines[0].strip() == "---":
        for index in range(1, min(len(lines), 60)):
            if lines[index].strip() == "---":
                return [""] * (index + 1) + lines[index + 1 :]
    return lines


def _is_underline(line: str) -> bool:
    return len(line.strip()) > 2 and set(line.strip()) <= set("=-\u2500\u2501")


def _row(line: str, number: int) -> Row | None:
    """A line as a row; none for a rule or an empty line."""
    plain = html.unescape(_TAG.sub(" ", line)) if "<" in line or "&" in line or "-->" in line else line
    plain = plain.replace("\u00a0", " ").rstrip().rstrip("\\")
    if plain.lstrip().startswith(">"):
        plain = plain.lstrip().lstrip("> ")
    if not plain.strip() or _RULE.fullmatch(plain):
        return None
    if plain.lstrip().startswith("|"):
        if _TABLE_RULE.fullmatch(plain):
            return None
        cells = [tidy(cell) for cell in plain.strip().strip("|").split("|")]
        return _made(" ".join(filter(None, cells)), number, [cell for cell in cells if cell])
    if heading := _HEADING.match(plain):
        return _made(heading[2], number, level=len(heading[1]), strong=True)
    bullet = _BULLET.match(plain)
    if bullet:
        return _made(plain[bullet.end() :], number, bullet=True, indent=len(bullet[1].expandtabs(4)))
    indent = len(plain) - len(plain.lstrip())
    return _made(plain, number, strong=_STRONG.match(plain) is not None, indent=indent)


def _made(
    text: str, number: int, cells: list[str] | None = None, *, level: int = 0, bullet: bool = False, strong: bool = False,
    indent: int = 0,
) -> Row | None:  # fmt: skip
    if cells is None:
        cells = [cell for part in _CELLS.split(text.strip()) if (cell := tidy(part))]
    shown = tidy(text)
    return Row(shown, number, cells, level, bullet, strong, indent) if shown else None


def _goes_on(last: Row, row: Row) -> bool:
    """Whether a row is the rest of the one before it."""
    if last.blank or row.bullet or row.level or last.level or row.strong or len(row.cells) > 1:
        return False
    if last.bullet and row.indent > last.indent and find_period(row.text) is None:
        return True
    if find_period(row.text) is not None and len(row.text) < _WRAP:
        return False
    long = len(last.text) >= _WRAP and len(last.cells) <= 1
    if row.text[:1].islower():
        return last.bullet or long or _UNFINISHED.search(last.text) is not None
    return long and not _ENDED.search(last.text) and (len(last.text) > 75 or _UNFINISHED.search(last.text) is not None)


_NEED_A_MARK = frozenset(
    """leadership technical tools other activities work career profile details personal training strengths highlights
    talks community links social positions jobs communication presentations speaking awards expertise""".split()
)
"""Words that also stand alone in lists, so that they start a section only in capitals, bold, or after a blank line."""


def sections_of(rows: list[Row]) -> list[Section]:
    """The document cut at the titles of its sections. The first one has no title: name, headline, contact."""
    titles = {index: kinds for index, row in enumerate(rows) if (kinds := _title_kinds(rows, index))}
    style = _style_of_sections(rows, titles)
    level = min((rows[index].level for index in titles if rows[index].level), default=0)
    sections = [Section(frozenset(), None, [])]
    for index, row in enumerate(rows):
        kinds = titles.get(index)
        if kinds and _is_part_of_a_post(row, kinds, style, sections[-1]):
            kinds = None
        if kinds is None and 0 < row.level <= level and sections[1:] and not _is_of_a_post(rows, index, sections[-1]):
            kinds = section_kinds(row.text) or frozenset(["projects"])
        if kinds:
            sections.append(Section(kinds, row, []))
            label, mark, rest = row.text.partition(":")
            if mark and rest.strip() and exact_kinds(label):
                sections[-1].rows.append(Row(rest.strip(), row.number, [rest.strip()]))
        else:
            sections[-1].rows.append(row)
    return sections


def _title_kinds(rows: list[Row], index: int) -> frozenset[SectionKind]:
    """The kinds of section that start at a row; none when it is no title."""
    row = rows[index]
    if row.blank or row.bullet or len(row.text) > 200:
        return frozenset()
    label, mark, rest = row.text.partition(":")
    if mark and rest.strip():
        return exact_kinds(label) if row.level == 0 and label[:1].isupper() and index and rows[index - 1].blank else frozenset()
    kinds = exact_kinds(label)
    if kinds and not _is_marked(row) and row.text.casefold() in _NEED_A_MARK:
        return kinds if index == 0 or rows[index - 1].blank else frozenset()
    if not kinds and row.text.isupper() and len(row.text.split()) <= 5:
        kinds = section_kinds(row.text)
    return kinds


def _is_marked(row: Row) -> bool:
    return bool(row.level) or row.strong or row.text.isupper() or row.text.endswith(":")


def _style(row: Row) -> tuple[int, bool, bool]:
    return row.level, row.text.isupper(), row.strong and not row.level


def _style_of_sections(rows: list[Row], titles: dict[int, frozenset[SectionKind]]) -> tuple[int, bool, bool] | None:
    for wanted in ("experience", "education"):
        for index, kinds in titles.items():
            if wanted in kinds:
                return _style(rows[index])
    return None


def _is_of_a_post(rows: list[Row], index: int, section: Section) -> bool:
    """Whether a heading inside the list of posts names a post: its dates stand in it or below it."""
    if section.kinds.isdisjoint(("experience", "volunteer", "education")):
        return False
    below = next((row for row in rows[index + 1 : index + 4] if not row.blank), None)
    return find_period(rows[index].text) is not None or (below is not None and find_period(below.text) is not None)


def _is_part_of_a_post(
    row: Row, kinds: frozenset[SectionKind], style: tuple[int, bool, bool] | None, section: Section
) -> bool:
    """Whether a title inside the list of posts belongs to a post, like "Key achievements:"."""
    inside = not section.kinds.isdisjoint(("experience", "volunteer"))
    return inside and _style(row) != style and kinds <= {"projects", "skills", "summary", "certificates"}
