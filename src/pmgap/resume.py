"""What a CV says, in one plain form, whatever format it came in. Nothing here is judged yet.

Every item carries the line it was read from, so that a person can see where a claim comes from.
"""

import re
import unicodedata
from typing import Literal

from pmgap.periods import Month
from pmgap.record import Record, record

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_|`)(?=\S)([^*_`]*?)(?<=\S)\1(?![\w*_])")
_HALF = re.compile("[\ud800-\udfff]")


@record
class Line(Record):
    """A line of a document."""

    text: str
    """The text, on one line and without hidden characters."""
    source: str = ""
    """Name of the document."""
    number: int | None = None
    """Line of the document, from 1, where it has lines."""


@record
class Position(Record):
    """A job, or a voluntary post."""

    line: Line
    """Where it stands."""
    title: str
    """Title as written; empty where there is none."""
    organisation: str = ""
    """Who it was for."""
    about: str = ""
    """What the document says of the organisation."""
    start: Month | None = None
    """First month."""
    end: Month | None = None
    """Last month."""
    goes_on: bool = False
    """Whether the document says that it goes on."""
    kind: Literal["work", "volunteer"] = "work"
    """What sort of post it is."""
    lines: tuple[Line, ...] = ()
    """What was done there."""


@record
class Study(Record):
    """An entry of an education list."""

    line: Line
    """Where it stands."""
    degree: str
    """Words that tell the level, as written."""
    field: str | None = None
    """Field of study, where the document gives it apart from the degree."""
    institution: str = ""
    """Where it was done."""
    start: Month | None = None
    """First month."""
    end: Month | None = None
    """Last month."""
    goes_on: bool = False
    """Whether the document says that it goes on."""


@record
class Certificate(Record):
    """A certificate or licence."""

    line: Line
    """Where it stands."""
    name: str
    """Name as written, without issuer and date."""
    issuer: str = ""
    """Who gave it."""
    expires: Month | None = None
    """Month in which it runs out, where the document says so."""


@record
class Unread(Record):
    """Something in a document that was not used."""

    line: Line
    """Where it stands."""
    because: str
    """Why it was not used."""


@record
class Resume(Record):
    """Everything that was read from one document."""

    source: str
    """Name of the document."""
    format: str = ""
    """Name of its format."""
    name: str | None = None
    """Name of the person, where a field of the document holds it."""
    headline: Line | None = None
    """What the person calls themselves."""
    industry: Line | None = None
    """Field of work, where a field of the document holds it."""
    positions: tuple[Position, ...] = ()
    """Posts, in the order of the document."""
    studies: tuple[Study, ...] = ()
    """Education, in the order of the document."""
    certificates: tuple[Certificate, ...] = ()
    """Certificates, in the order of the document."""
    skills: tuple[Line, ...] = ()
    """Entries of skill lists."""
    lines: tuple[Line, ...] = ()
    """Everything else that speaks of the person: summary, projects, achievements."""
    unread: tuple[Unread, ...] = ()
    """What was not used, and why."""


def tidy(text: str) -> str:
    """The text on one line, without hidden characters and Markdown marks, with plain letters for ligatures."""
    text = _HALF.sub("\ufffd", _HIDDEN.sub("", text.translate(_LIGATURES)))
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def line_of(text: str, source: str, number: int | None = None) -> Line:
    """A line of a document, tidied."""
    return Line(text=tidy(text), source=source, number=number)


_SENTENCE_END = re.compile(r"(?<!\b(?:Dr|Mr|Ms|vs|St|Jr|Sr|No)\.)(?<!\b(?:Mrs|etc|Inc|Ltd|e\.g|i\.e)\.)(?<!\b(?:Prof|Corp)\.)(?<=[a-z0-9)%\u201d\"'][.!?])\s+(?=[\"'\u201c(]?[A-Z\u00c0-\u00de])")
_BULLETS = "-*\u2022\u25cf\u25aa\u25e6\u2023\u2043\u00b7\u2013\u2014\uf0b7> \t"


def lines_of(text: str, source: str, number: int | None = None, *, counted: bool = False) -> list[Line]:
    """The lines of a text, and of a paragraph its sentences: what is shown later should be short.

    ``number`` is the line of the document where the text starts; ``counted`` says that every line break in it is one
    of the document too.
    """
    found = []
    for offset, row in enumerate(text.split("\n")):
        at = number + offset if counted and number is not None else number
        for sentence in _SENTENCE_END.split(tidy(row).lstrip(_BULLETS)):
            if sentence:
                found.append(Line(text=sentence, source=source, number=at))
    return found
