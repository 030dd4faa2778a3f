"""What an import reports: what was read with its lines, what was taken, and what the person should look at."""

from typing import Literal

from pmgap.profile import ImportedItem
from pmgap.record import Record, record
from pmgap.references import CatalogueReference

Status = Literal["added", "same", "kept"]
"""What became of a part of the background."""


@record
class PositionRead(Record):
    """A position, as it was read."""

    place: str
    """File and line."""
    title: str
    """Its title."""
    organisation: str
    """For whom."""
    period: str
    """When, in words."""
    counts_as: tuple[str, ...]
    """Kinds of experience that it counts as; none for internships and volunteer work."""


@record
class StudyRead(Record):
    """A study, as it was read."""

    place: str
    """File and line."""
    degree: str
    """The degree as written."""
    institution: str
    """Where."""
    level: str | None
    """Education level; none where it is not known, or school."""
    field: str | None
    """Field of study."""
    finished: bool | None
    """Whether it is finished; none where it cannot be told."""


@record
class CertificateRead(Record):
    """A certificate, as it was read."""

    place: str
    """File and line."""
    name: str
    """Its name."""


@record
class FileRead(Record):
    """What was read from one document."""

    file: str
    """Its name."""
    kind: str
    """What it is."""
    headline: str
    """What the person calls themselves."""
    positions: tuple[PositionRead, ...]
    """Positions."""
    studies: tuple[StudyRead, ...]
    """Education."""
    certificates: tuple[CertificateRead, ...]
    """Certificates."""
    skill_lines: int
    """Lines of the lists of skills."""


@record
class Taken(Record):
    """A part of the background, and what became of it."""

    item: ImportedItem
    """Which part: education, certifications, or years of a kind."""
    text: str
    """What the documents give."""
    status: Status
    """added: now in the profile; same: it was there already; kept: the profile says something else, which stands."""
    because: str
    """How it was found."""
    places: tuple[str, ...]
    """The lines it rests on."""


@record
class MentionRead(Record):
    """A line that names a skill."""

    place: str
    """File and line."""
    line: str
    """The line."""
    new: bool
    """Whether it was not in the profile before."""


@record
class SkillMentions(Record):
    """The lines that name one skill."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    lines: tuple[MentionRead, ...]
    """The lines."""


@record
class Notice(Record):
    """Something to look at."""

    place: str
    """File and line; empty where it is about the whole."""
    line: str
    """The line."""
    what: str
    """What about it."""


@record
class ImportReport(Record):
    """What an import read, took and left."""

    schema_version: str
    """Version of the format of this report."""
    kind: Literal["import"]
    """What kind of report this is."""
    catalogue: CatalogueReference
    """The catalogue whose skills were looked for."""
    as_of: str
    """The month that counts as now."""
    files: tuple[FileRead, ...]
    """What was read."""
    background: tuple[Taken, ...]
    """Parts of the background."""
    mentions: tuple[SkillMentions, ...]
    """Skills that the documents name."""
    not_understood: tuple[Notice, ...]
    """What was not understood."""
    to_confirm: tuple[Notice, ...]
    """What the person should look at."""
    notes: tuple[str, ...]
    """What to know about the reading."""
    changed: bool
    """Whether the profile changes."""
