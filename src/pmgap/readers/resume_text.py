"""CVs as Markdown or plain text, also as taken out of a PDF or Word file."""

import re

from pmgap.periods import find_period
from pmgap.readers.post_headers import is_place, names_a_title
from pmgap.readers.posts_in_text import read_posts
from pmgap.readers.studies_in_text import read_certificates, read_studies
from pmgap.readers.text_rows import Row, Section, rows_of, sections_of
from pmgap.resume import Certificate, Line, Position, Resume, Study, Unread, line_of, lines_of

_ADDRESS = re.compile(
    r"\S@\S|https?:|www\.|linkedin\.com|github\.com|\+\d[\d ()/-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]?\d{4}|"
    r"^(?:phone|tel|mobile|e-?mail|address|web|website|linkedin|github|location)\b\s*[:|]",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*[|\u2022\u00b7]\s*")
_SIDEBAR = re.compile(r"linkedin\.com/in/.*\(LinkedIn\)|^\(LinkedIn\)$")
_LONGEST_HEADLINE = 120
_ROWS_OF_HEAD = 12
"""Rows below the name in which a headline is looked for."""


def read_text_resume(text: str, source: str) -> Resume:
    """The CV in a text. Where it has no section that is known, posts and studies are looked for everywhere."""
    sections = sections_of(rows_of(text))
    found = _Found(source)
    head, *others = sections
    if not others:
        others, head = [Section(frozenset(["experience", "education"]), None, head.rows)], Section(frozenset(), None, [])
        found.unread_for_lack_of_sections(others[0].rows)
    if all(section.kinds.isdisjoint(("experience", "volunteer")) for section in others):
        found.take(Section(frozenset(["experience"]), None, head.rows))
    found.take_head(_sidebar_end(sections) or head.rows)
    for section in others:
        found.take(section)
    return Resume(
        source=source,
        headline=found.headline,
        positions=tuple(found.positions),
        studies=tuple(found.studies),
        certificates=tuple(found.certificates),
        skills=tuple(found.skills),
        lines=tuple(found.lines),
        unread=tuple(found.unread),
    )


def _sidebar_end(sections: list[Section]) -> list[Row]:
    """In a profile that LinkedIn saved as PDF: name and headline, which stand at the end of the column beside the text.

    They are taken out of the section in which they would count as certificates or skills.
    """
    if not any(_SIDEBAR.search(row.text) for section in sections[:3] for row in section.rows):
        return []
    main = next((index for index, it in enumerate(sections) if it.kinds & {"summary", "experience"}), 0)
    rows = sections[main - 1].rows if main > 1 else []
    first = len(rows)
    while first and (first == len(rows) or names_a_title(rows[first - 1].text) or is_place(rows[first - 1].text)):
        first -= 1
    first = max(0, first - 1)
    found = rows[first:]
    del rows[first:]
    return found


class _Found:
    """What the sections hold, sorted."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.headline: Line | None = None
        self.positions: list[Position] = []
        self.studies: list[Study] = []
        self.certificates: list[Certificate] = []
        self.skills: list[Line] = []
        self.lines: list[Line] = []
        self.unread: list[Unread] = []

    def unread_for_lack_of_sections(self, rows: list[Row]) -> None:
        """Note that a document has no title such as Experience, Education or Skills."""
        first = next((row for row in rows if not row.blank), None)
        if first is not None:
            because = "No line of it is the title of a section, such as Experience or Education; posts may be missing."
            self.unread.append(Unread(line=self._lines(first)[0], because=because))

    def take_head(self, rows: list[Row]) -> None:
        """Name, headline, addresses and perhaps a summary, above the first section."""
        told = [row for row in rows if not row.blank]
        for number, row in enumerate(told):
            parts = [part for part in _JOINTS.split(row.text) if not _ADDRESS.search(part)]
            if not parts:
                continue
            if row.is_sentence:
                self.lines.extend(self._lines(row))
            elif (
                number and number < _ROWS_OF_HEAD and self.headline is None and len(row.text) < _LONGEST_HEADLINE
                and names_a_title(parts[0]) and find_period(row.text) is None
            ):  # fmt: skip
                self.headline = line_of(" | ".join(parts), self.source, row.number)

    def take(self, section: Section) -> None:
        """Sort what a section holds."""
        kinds, rows = section.kinds, section.rows
        if kinds <= {"left out", "references"}:
            return
        if "education" in kinds or "certificates" in kinds:
            rows = self._take_studies(section, rows)
        if "experience" in kinds or "volunteer" in kinds:
            kind = "work" if "experience" in kinds else "volunteer"
            posts = read_posts(rows, self.source, kind)
            self.positions.extend(posts.positions)
            self.lines.extend(posts.lines)
            self.unread.extend(posts.unread)
        elif "skills" in kinds:
            self.skills.extend(line for row in rows for line in self._lines(row))
        elif kinds.isdisjoint(("education", "certificates")):
            self.lines.extend(line for row in rows for line in self._lines(row))

    def _take_studies(self, section: Section, rows: list[Row]) -> list[Row]:
        """Take studies and certificates out of a section and return the rows that are neither."""
        if section.kinds == {"certificates"}:
            self.certificates.extend(read_certificates(rows, self.source))
            return []
        found = read_studies(rows, self.source, among_posts="experience" in section.kinds)
        self.studies.extend(found.studies)
        self.certificates.extend(found.certificates)
        if "experience" in section.kinds:
            return found.others
        for row in found.others:
            self.lines.extend(self._lines(row))
        if not found.studies and not found.certificates and section.title is not None:
            because = "No degree or certificate was found in this section."
            self.unread.append(Unread(line=self._lines(section.title)[0], because=because))
        return []

    def _lines(self, row: Row) -> list[Line]:
        return lines_of(row.text, self.source, row.number)
