"""A CV for rendercv (YAML with free-named sections) as a record."""

from typing import Any

from pmgap.readers.documents import Document, Path
from pmgap.resumes.dates import find_period, period_between
from pmgap.resumes.degrees import read_degree
from pmgap.resumes.learning import certificate_names
from pmgap.resumes.resume import Certificate, Doubt, Line, Period, Position, Resume, Study
from pmgap.resumes.sections import TOLD_BY_OTHERS, plain_text, section_kinds

_DATES = frozenset({"date", "start_date", "end_date"})
_APART = frozenset({"location", "doi", "url", "authors", "journal", "gpa", "company", "institution"})


def is_rendercv(value: Any) -> bool:
    """Whether a document looks like one for rendercv."""
    return isinstance(value, dict) and isinstance(value.get("cv"), dict)


def rendercv_resume(document: Document, name: str) -> Resume:
    """What a CV for rendercv says. What an entry is follows from its keys; the name of its section comes second."""
    reading = _Reading(document, name)
    cv = document.value["cv"]
    sections = cv.get("sections")
    for title, entries in sections.items() if isinstance(sections, dict) else ():
        reading.section(str(title), title, entries)
    return Resume(
        kind="rendercv YAML",
        headline=_text(cv.get("headline") or cv.get("label")),
        positions=tuple(reading.positions),
        studies=tuple(reading.studies),
        certificates=tuple(reading.certificates),
        skills=tuple(reading.skills),
        lines=tuple(reading.lines),
        doubts=tuple(reading.doubts),
        notes=(),
    )


class _Reading:
    def __init__(self, document: Document, name: str) -> None:
        self.document = document
        self.name = name
        self.positions: list[Position] = []
        self.studies: list[Study] = []
        self.certificates: list[Certificate] = []
        self.skills: list[Line] = []
        self.lines: list[Line] = []
        self.doubts: list[Doubt] = []

    def section(self, title: str, key: str, entries: Any) -> None:
        """One section: a title of the person's own, and entries of any type."""
        path: Path = ("cv", "sections", key)
        if not isinstance(entries, list):
            if entries is not None:
                self.doubts.append(Doubt(line=self._line(path, title), why="The section is no list of entries."))
            return
        kinds = section_kinds(title.replace("_", " "))
        if kinds & TOLD_BY_OTHERS:
            return
        for index, entry in enumerate(entries):
            spot = (*path, index)
            told = self._told(spot, entry)
            self.lines.extend(told)
            if isinstance(entry, dict) and ("company" in entry or "position" in entry):
                self._position(spot, entry, told, unpaid="volunteer" in kinds)
            elif isinstance(entry, dict) and ("institution" in entry or "degree" in entry):
                self._study(spot, entry)
            elif "experience" in kinds and isinstance(entry, dict) and _text(entry.get("name")):
                self._position(spot, entry, told, unpaid=False)
            elif "certificates" in kinds and told:
                names = certificate_names(plain_text(told[0].text))
                self.certificates.extend(Certificate(name=it, source=told[0]) for it in names)
            elif "skills" in kinds:
                self.skills.extend(told)

    def _position(self, path: Path, entry: dict[str, Any], told: list[Line], *, unpaid: bool) -> None:
        title, organisation = _text(entry.get("position")), _text(entry.get("company"))
        if not title and not organisation:
            title = _text(entry.get("name"))
        spot = next((it for it in ("position", "company", "name") if _text(entry.get(it))), "")
        source = self._line((*path, spot) if spot else path, ", ".join(filter(None, (title, organisation))))
        self.positions.append(
            Position(
                title=title,
                organisation=organisation,
                period=self._period(path, entry, open_means_current=True),
                unpaid=unpaid,
                source=source,
                lines=tuple(told),
            )
        )

    def _study(self, path: Path, entry: dict[str, Any]) -> None:
        degree, field, institution = (_text(entry.get(key)) for key in ("degree", "area", "institution"))
        if not degree and field and read_degree(field) is not None:
            degree, field = field, ""
        self.studies.append(
            Study(
                degree=degree,
                field=field,
                institution=institution,
                period=self._period(path, entry, open_means_current=False),
                source=self._line(path, ", ".join(filter(None, (degree, field, institution)))),
            )
        )

    def _period(self, path: Path, entry: dict[str, Any], *, open_means_current: bool) -> Period | None:
        start, end, date = (_text(entry.get(key)) for key in ("start_date", "end_date", "date"))
        if not start and not end and date:
            found = find_period(date)
            period = found.period if found else None
        else:
            period = period_between(start, end, open_means_current=open_means_current)
        if period is None and (start or end or date):
            line = self._line(path, " ".join(filter(None, (start, end, date))))
            self.doubts.append(Doubt(line=line, why="The dates were not understood."))
        return period

    def _told(self, path: Path, value: Any) -> list[Line]:
        """Every text of an entry with its line; dates, places and firms are left out."""
        if isinstance(value, dict):
            return [
                line
                for key, entry in value.items()
                if key not in _DATES and key not in _APART
                for line in self._told((*path, key), entry)
            ]
        if isinstance(value, list):
            return [line for index, entry in enumerate(value) for line in self._told((*path, index), entry)]
        if not isinstance(value, str):
            return []
        return [self._line(path, text) for part in value.splitlines() if (text := plain_text(part))]

    def _line(self, path: Path, text: str) -> Line:
        return Line(file=self.name, number=self.document.place(path).line, text=text)


def _text(value: Any) -> str:
    """A value as text: years come as numbers, everything may be missing."""
    if isinstance(value, str):
        return plain_text(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
