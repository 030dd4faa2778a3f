"""JSON Resume (schema 1.x, and what people make of it) as a record."""

from collections.abc import Iterator
from typing import Any

from pmgap.readers.documents import Document, Path
from pmgap.resumes.dates import period_between
from pmgap.resumes.resume import Certificate, Doubt, Line, Period, Position, Resume, Study

_KEYS = frozenset("basics work education skills volunteer certificates projects awards experience".split())
_NOT_TOLD = frozenset("references languages interests meta".split())
_CONTACT = frozenset(
    "name email phone url website location profiles image picture address city region countrycode postalcode "
    "$schema startdate enddate date releasedate score level fluency username network gpa company organization "
    "organisation employer institution school university issuer awarder publisher entity".split()
)


def is_json_resume(value: Any) -> bool:
    """Whether a document looks like a JSON Resume."""
    return isinstance(value, dict) and len(_KEYS & {str(key).casefold() for key in value}) >= 2


def json_resume(document: Document, name: str) -> Resume:
    """What a JSON Resume says. Whatever has another shape than the schema gives it is read as far as it goes."""
    reading = _Reading(document, name)
    root = document.value
    basics = root.get("basics") if isinstance(root.get("basics"), dict) else {}
    positions: list[Position] = []
    for key in ("work", "experience", "volunteer"):
        positions.extend(reading.position(key, index, unpaid=key == "volunteer") for index in reading.entries(key))
    studies = [reading.study(index) for index in reading.entries("education")]
    certificates = [
        reading.certificate(key, index) for key in ("certificates", "certifications") for index in reading.entries(key)
    ]
    return Resume(
        kind="JSON Resume",
        headline=_text(basics.get("label") or basics.get("headline")),
        positions=tuple(it for it in positions if it.title or it.organisation or it.period),
        studies=tuple(it for it in studies if it.degree or it.field or it.institution),
        certificates=tuple(it for it in certificates if it.name),
        skills=tuple(reading.lines(("skills",), root.get("skills"))),
        lines=tuple(
            line for key, value in root.items() if key not in _NOT_TOLD for line in reading.lines((key,), value)
        ),
        doubts=tuple(reading.doubts),
        notes=(),
    )


class _Reading:
    """Goes through a document, tolerant of missing and misshapen parts."""

    def __init__(self, document: Document, name: str) -> None:
        self.document = document
        self.name = name
        self.doubts: list[Doubt] = []

    def entries(self, key: str) -> list[int]:
        """The indices of a list of mappings; what else stands in it is doubted."""
        value = self.document.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.doubts.append(Doubt(line=self._line((key,), _text(value)), why=f'"{key}" is no list.'))
            return []
        for index, entry in enumerate(value):
            if not isinstance(entry, dict) and entry is not None:
                line = self._line((key, index), _text(entry))
                self.doubts.append(Doubt(line=line, why=f'An entry of "{key}" is no mapping of keys to values.'))
        return [index for index, entry in enumerate(value) if isinstance(entry, dict)]

    def position(self, key: str, index: int, *, unpaid: bool) -> Position:
        """An entry of work."""
        entry = self.document.value[key][index]
        title = _first(entry, "position", "title", "role", "jobTitle")
        organisation = _first(entry, "name", "company", "organization", "organisation", "employer")
        spot = next((it for it in ("position", "title", "role", "name", "company") if _text(entry.get(it))), "")
        period = self._period(entry, (key, index), open_means_current=True)
        source = self._line(
            (key, index, spot) if spot else (key, index), ", ".join(filter(None, (title, organisation)))
        )
        told = {it: entry[it] for it in entry if it not in ("position", "title", "role", "name", "company")}
        return Position(
            title=title,
            organisation=organisation,
            period=period,
            unpaid=unpaid,
            source=source,
            lines=tuple(self.lines((key, index), told)),
        )

    def study(self, index: int) -> Study:
        """An entry of education."""
        entry = self.document.value["education"][index]
        degree = _first(entry, "studyType", "degree", "title")
        field = _first(entry, "area", "field", "fieldOfStudy", "major")
        institution = _first(entry, "institution", "school", "name", "university")
        spot = next((it for it in ("studyType", "degree", "area", "institution") if _text(entry.get(it))), "")
        return Study(
            degree=degree,
            field=field,
            institution=institution,
            period=self._period(entry, ("education", index), open_means_current=False),
            source=self._line(("education", index, spot), ", ".join(filter(None, (degree, field, institution)))),
        )

    def certificate(self, key: str, index: int) -> Certificate:
        """An entry of certificates."""
        name = _first(self.document.value[key][index], "name", "title", "certificate")
        return Certificate(name=name, source=self._line((key, index, "name"), name))

    def _period(self, entry: dict[str, Any], path: Path, *, open_means_current: bool) -> Period | None:
        start = _first(entry, "startDate", "start_date", "start", "from")
        end = _first(entry, "endDate", "end_date", "end", "to") or _first(entry, "date", "graduationDate", "year")
        period = period_between(start, end, open_means_current=open_means_current)
        if period is None and (start or end):
            self.doubts.append(Doubt(line=self._line(path, f"{start} - {end}"), why="The dates were not understood."))
        return period

    def lines(self, path: Path, value: Any) -> Iterator[Line]:
        """Every text under a value, with its line; contact details, dates and firms are left out."""
        if isinstance(value, dict):
            for key, entry in value.items():
                if str(key).casefold() not in _CONTACT or (
                    key == "name" and path[0] in ("skills", "certificates", "projects")
                ):
                    yield from self.lines((*path, key), entry)
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                yield from self.lines((*path, index), entry)
        elif isinstance(value, str) and value.strip() and not value.startswith(("http://", "https://")):
            for text in value.splitlines():
                if text.strip():
                    yield self._line(path, " ".join(text.split()))

    def _line(self, path: Path, text: str) -> Line:
        return Line(file=self.name, number=self.document.place(path).line, text=text)


def _first(entry: dict[str, Any], *keys: str) -> str:
    """The first of several keys that says something, as text."""
    return next((text for key in keys if (text := _text(entry.get(key)))), "")


def _text(value: Any) -> str:
    """A value as text: years come as numbers, everything may be null."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""
