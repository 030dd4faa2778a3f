"""What to do: actions that move one skill by one level, and programmes that move several."""

from typing import Literal

from pmgap.catalogue.sources import Fact
from pmgap.record import Record, record


@record
class CostBand(Record):
    """A band of cost."""

    id: str
    """Stable id."""
    meaning: str
    """The band in words."""
    up_to: float | None = None
    """Upper end; none if open."""
    currency: str = "USD"
    """ISO 4217 code."""


@record
class SkillStep(Record):
    """A skill and a level of it."""

    skill: str
    """Id of the skill."""
    level: int
    """Level needed."""


@record
class Action(Record):
    """Something to do that moves one skill from one level to the next."""

    id: str
    """Stable id."""
    skill: str
    """Id of the skill it moves."""
    from_level: int
    """Level it starts from."""
    to_level: int
    """Level it leads to."""
    kind: str
    """One of the catalogue's action kinds."""
    title: str
    """What to do, as an instruction."""
    hours: float
    """Typical hours of own time."""
    hours_range: tuple[float, float] | None = None
    """Least and most hours."""
    hours_basis: Literal["stated", "estimate"] = "estimate"
    """Whether a source states the hours."""
    cost: str = "free"
    """Id of a cost band."""
    setting: Literal["without-job", "in-job", "either"] = "either"
    """Whether it needs a product job."""
    evidence: tuple[str, ...] = ()
    """Ids of the statements that doing it lets one answer."""
    needs: tuple[SkillStep, ...] = ()
    """Levels of other skills that it needs first."""
    resource: str | None = None
    """Named book, course or page."""
    url: str | None = None
    """Its address."""
    read: bool = False
    """Whether the source was read when the catalogue was written."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Move(Record):
    """One skill that a programme moves."""

    skill: str
    """Id of the skill."""
    from_level: int
    """Level it starts from."""
    to_level: int
    """Level it leads to."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Grants(Record):
    """What finishing a programme adds to a background."""

    education: str | None = None
    """Id of an education level."""
    certifications: tuple[str, ...] = ()
    """Names of certifications."""


@record
class Programme(Record):
    """A course of study, certification or placement that moves several skills."""

    id: str
    """Stable id."""
    name: str
    """Its name."""
    kind: str
    """One of the catalogue's action kinds."""
    provider: str
    """Who offers it."""
    moves: tuple[Move, ...]
    """Skills that it moves."""
    url: str | None = None
    """Its address."""
    hours: float | None = None
    """Typical hours of own time; none where nobody can say."""
    hours_range: tuple[float, float] | None = None
    """Least and most hours."""
    hours_basis: Literal["stated", "estimate"] = "estimate"
    """Whether a source states the hours."""
    cost: str = "free"
    """Id of a cost band."""
    grants: Grants | None = None
    """What it adds to a background."""
    facts: tuple[Fact, ...] = ()
    """What sources say of it."""
    read: bool = False
    """Whether the source was read when the catalogue was written."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""
