"""CVs as rendercv YAML: sections have free names, so entries are known by their keys and sections by their words."""

from typing import Any

from pmgap.errors import unusable
from pmgap.readers.documents import Document
from pmgap.readers.loose_entries import Entry
from pmgap.readers.section_names import SectionKind, section_kinds
from pmgap.resume import Certificate, Line, Position, Resume, Study, Unread

_ADDRESSES = ("location", "email", "phone", "website", "photo", "socialnetworks", "customconnections", "doi", "url",
              "authors", "journal", "link")  # fmt: skip


def is_rendercv(value: Any) -> bool:
    """Whether a YAML value is a rendercv document."""
    return isinstance(value, dict) and isinstance(value.get("cv"), dict)


def read_rendercv(document: Document, source: str) -> Resume:
    """The CV in a parsed rendercv document.

    Raises:
        UserError: it has no sections.
    """
    cv = Entry(document, source, ("cv",), document.value["cv"])
    sections = document.value["cv"].get("sections")
    if not isinstance(sections, dict):
        raise unusable("it has no sections", document.place(("cv", "sections")), "rendercv wants cv: sections: ...")
    found = _Found()
    for title in sections:
        kinds = section_kinds(title)
        holder = Entry(document, source, ("cv", "sections"), sections)
        for entry in holder.exactly(title):
            found.take(entry, kinds)
    return Resume(
        source=source,
        name=cv.text("name") or None,
        headline=cv.line("headline", "label"),
        positions=tuple(found.positions),
        studies=tuple(found.studies),
        certificates=tuple(found.certificates),
        skills=tuple(found.skills),
        lines=tuple(found.lines),
        unread=(*found.unread, *cv.unread(*_ADDRESSES, "sections")),
    )


class _Found:
    """What the sections hold, sorted."""

    def __init__(self) -> None:
        self.positions: list[Position] = []
        self.studies: list[Study] = []
        self.certificates: list[Certificate] = []
        self.skills: list[Line] = []
        self.lines: list[Line] = []
        self.unread: list[Unread] = []

    def take(self, entry: Entry, kinds: frozenset[SectionKind]) -> None:
        """Sort one entry by its keys; where they leave it open, by the name of its section."""
        if entry.has("institution", "studytype") or kinds == {"education"}:
            self._study(entry)
        elif entry.has("company", "position") or ("experience" in kinds and entry.has("startdate", "date")):
            self._position(entry, kinds)
        elif "left out" in kinds or "references" in kinds:
            return
        elif "certificates" in kinds:
            self._certificate(entry)
        elif entry.has("label") or "skills" in kinds:
            name, words = entry.text("label", "name", "bullet"), entry.text("details", "summary")
            self.skills.append(entry.header(f"{name}: {words}" if name and words else name or words))
        else:
            self.lines.extend(
                entry.lines("name", "title", "label", "bullet", "number", "reversednumber", "summary", "details",
                            "highlights")
            )  # fmt: skip
            entry.period()
        self.unread.extend(entry.unread(*_ADDRESSES))

    def _study(self, entry: Entry) -> None:
        degree, field = entry.text("degree", "studytype", "name", "bullet"), entry.text("area")
        institution = entry.text("institution")
        start, end, goes_on = entry.period()
        self.studies.append(
            Study(
                line=entry.header(degree, field, institution), degree=degree, field=field or None,
                institution=institution, start=start, end=end, goes_on=goes_on,
            )
        )  # fmt: skip
        self.lines.extend(entry.lines("summary", "highlights"))

    def _position(self, entry: Entry, kinds: frozenset[SectionKind]) -> None:
        title = entry.text("position", "title")
        organisation = entry.text("company", "organization", "name")
        start, end, goes_on = entry.period()
        self.positions.append(
            Position(
                line=entry.header(title, organisation), title=title, organisation=organisation, start=start, end=end,
                goes_on=goes_on, kind="volunteer" if "volunteer" in kinds else "work",
                lines=tuple(entry.lines("summary", "highlights")),
            )
        )  # fmt: skip

    def _certificate(self, entry: Entry) -> None:
        name = entry.text("name", "title", "label", "bullet", "number", "reversednumber")
        issuer = entry.text("details", "issuer", "summary")
        entry.period()
        entry.lines("highlights")
        self.certificates.append(Certificate(line=entry.header(name, issuer), name=name, issuer=issuer))
