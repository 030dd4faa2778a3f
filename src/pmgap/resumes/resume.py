"""What a CV says, whatever format it came in. Every part knows the line that it was read from."""

from pmgap.record import Record, record


@record
class Line(Record):
    """A line of a document."""

    file: str
    """Name of the document, without its folder."""
    number: int | None
    """Number of the line from 1; none where the format has no lines."""
    text: str
    """The line."""

    @property
    def place(self) -> str:
        """Where it stands: ``cv.md:12``."""
        return self.file if self.number is None else f"{self.file}:{self.number}"


@record
class Moment(Record):
    """A date as precise as it was written, in months since the year 0: 2015 alone is any month from 24180 to 24191."""

    earliest: int
    """The first month that it can mean."""
    latest: int
    """The last month that it can mean."""


@record
class Period(Record):
    """A span of time as written."""

    start: Moment | None
    """When it began; none if that was not written."""
    end: Moment | None
    """When it ended; none if it goes on or that was not written."""
    current: bool
    """Whether it goes on."""


@record
class Position(Record):
    """Work that someone did for someone."""

    title: str
    """What they were; empty where that was not found."""
    organisation: str
    """For whom; empty where that was not found."""
    period: Period | None
    """When."""
    unpaid: bool
    """Whether it stands among volunteer work."""
    source: Line
    """The line that names it."""
    lines: tuple[Line, ...]
    """What is said about it."""


@record
class Study(Record):
    """Education after school, or what reads like it."""

    degree: str
    """The degree as written."""
    field: str
    """The field of study, where it stands apart from the degree."""
    institution: str
    """Where; empty where that was not found."""
    period: Period | None
    """When."""
    source: Line
    """The line that names it."""


@record
class Certificate(Record):
    """A certificate, licence or course."""

    name: str
    """Its name as written, without date."""
    source: Line
    """The line that names it."""


@record
class Doubt(Record):
    """Something in a document that was not understood."""

    line: Line
    """The line."""
    why: str
    """What was not understood, in a sentence."""


@record
class Resume(Record):
    """What one CV says."""

    kind: str
    """What kind of document it is, in words."""
    headline: str
    """What the person calls themselves; empty where they do not."""
    positions: tuple[Position, ...]
    """Work, in the order of the document."""
    studies: tuple[Study, ...]
    """Education, in the order of the document."""
    certificates: tuple[Certificate, ...]
    """Certificates, in the order of the document."""
    skills: tuple[Line, ...]
    """Lines of the lists of skills."""
    lines: tuple[Line, ...]
    """Every line in which the person tells of themselves; others' words and contact details are left out."""
    doubts: tuple[Doubt, ...]
    """What was not understood."""
    notes: tuple[str, ...]
    """What to know about the reading."""
