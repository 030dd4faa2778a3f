"""Where facts come from."""

from pmgap.record import Record, record


@record
class Source(Record):
    """Where facts come from."""

    id: str
    """Stable id."""
    kind: str
    """Such as "framework" or "measured demand"."""
    title: str
    """Title of the work."""
    publisher: str
    """Who publishes it."""
    short: str = ""
    """A name of a few words, for reasons; the title where there is none."""
    where: str
    """Address or place."""
    terms: str
    """On what terms it may be used."""
    read_on: str | None = None
    """Date it was read for the catalogue, YYYY-MM-DD; none if it was not."""
    accessed: str | None = None
    """Date of access that a citing source gives, YYYY-MM-DD."""
    citation: int | None = None
    """Number of the citation in the citing source."""


@record
class Citation(Record):
    """A shorter name for one way in which a source supports a fact."""

    id: str
    """Stable id, usable wherever a source id is."""
    source: str
    """Id of the source."""
    meaning: str
    """How the source supports the fact."""


@record
class Fact(Record):
    """A sentence with its source."""

    text: str
    """The sentence."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""
    id: str = ""
    """Stable id, where something refers to it."""
    value: str | float | tuple[str, ...] | None = None
    """The figure in it, where it is one."""
