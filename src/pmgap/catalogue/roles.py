"""The roles: what each asks, its gates, its pay, and how one role leads to another."""

from typing import Literal

from pmgap.catalogue.skills import Caution
from pmgap.catalogue.sources import Fact
from pmgap.record import Record, record


@record
class Requirement(Record):
    """What a role asks of one skill."""

    skill: str
    """Id of the skill."""
    level: int
    """The level asked for; 0 asks nothing and is not counted."""
    importance: str
    """Name of an importance, such as "must"."""
    sources: tuple[str, ...] = ()
    """Ids of the sources or citations that ask for it."""
    reference_level: int | None = None
    """The level that the anchoring framework gives, where it does."""
    note: str = ""
    """Why the figure departs from a source, where it does."""
    line: str = ""
    """The line of the text it was read from, in roles made from a posting."""


@record
class EducationLevel(Record):
    """A level of education that profiles and gates name."""

    id: Literal["none", "certificate", "bootcamp", "associate", "bachelor", "master", "doctorate"]
    """Stable id."""
    label: str
    """Name for people."""
    months: float
    """Typical months of full-time study from no education beyond school."""
    degree: bool
    """Whether it is an academic degree, so that a higher degree includes it."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Alternative(Record):
    """One way to pass a gate. Exactly one of ``education``, ``experience``, ``certifications``, ``equivalent`` is set."""

    text: str
    """The alternative in words, as shown."""
    education: str | None = None
    """Id of an education level; a higher degree meets a lower one."""
    fields: tuple[str, ...] = ()
    """Fields of study, any of them; empty for any field."""
    or_similar: bool = False
    """Whether the source admits fields like the ones listed."""
    experience: Literal["product", "industry", "management"] | None = None
    """Kind of experience."""
    min_years: float | None = None
    """Years from which it is met."""
    max_years: float | None = None
    """Upper end of the range the source names; more years also meet it."""
    certifications: tuple[str, ...] = ()
    """Names of certifications, any of them."""
    equivalent: bool = False
    """The source admits "an equivalent" without saying what counts."""


@record
class Gate(Record):
    """A condition beside the skills: education, experience or certification. Met if one alternative is met."""

    kind: Literal["education", "experience", "certification"]
    """What it is about."""
    alternatives: tuple[Alternative, ...]
    """Ways to meet it."""
    firm: bool = True
    """False for "may need" and "some employers prefer": it informs and never blocks."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""
    note: str = ""
    """What a reader should know about the source."""


@record
class Salary(Record):
    """A published pay figure, never shown without its country, source and date."""

    amount: int
    """Figure as printed by the source."""
    currency: str
    """ISO 4217 code."""
    period: str
    """Such as "year"."""
    country: str
    """ISO 3166 code."""
    source: str
    """Id of the source of the figure."""
    accessed: str
    """Date on which the source was read by whoever cites it, YYYY-MM-DD."""
    measure: str = "average"
    """What the figure is."""
    period_and_country_stated: bool = True
    """False where period and country are inferred."""
    doubtful: bool = False
    """True where the figure contradicts itself or its neighbours."""
    doubt: str = ""
    """Why it is doubtful."""
    sources: tuple[str, ...] = ()
    """Ids of sources through which it reached the catalogue."""


@record
class ReportsTo(Record):
    """The role that a role answers to."""

    role: str
    """Id of the role."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class EscoOccupation(Record):
    """The nearest occupation of the ESCO classification."""

    label: str
    """Its name in ESCO."""
    code: str
    """Its ESCO code."""
    uri: str
    """Its permanent address."""
    fit: str
    """same or nearest."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Role(Record):
    """A product-manager role or variant."""

    id: str
    """Stable id."""
    title: str
    """Title for people."""
    summary: str
    """The role in a sentence."""
    requirements: tuple[Requirement, ...]
    """What it asks, one entry per skill."""
    sources: tuple[str, ...] = ()
    """Ids of the sources of the summary."""
    family: str = "contributor"
    """Role family, for statements that speak to some roles only."""
    track: str = "variant"
    """"ladder" for a rung of the career ladder, "variant" for a kind of product manager."""
    rung: int | None = None
    """Rung of the ladder, or the rung a variant compares to."""
    confidence: str = ""
    """How well the sources support this role: high, medium, low."""
    aliases: tuple[str, ...] = ()
    """Other titles."""
    cautions: tuple[Caution, ...] = ()
    """Titles that only look like it."""
    reports_to: ReportsTo | None = None
    """Whom it answers to, where a source says so."""
    esco: EscoOccupation | None = None
    """Nearest ESCO occupation."""
    anchors: tuple[str, ...] = ()
    """Rungs of outside frameworks that it was held against."""
    responsibilities: tuple[Fact, ...] = ()
    """What the person does."""
    qualifications: tuple[Fact, ...] = ()
    """What sources ask for, in words."""
    gates: tuple[Gate, ...] = ()
    """What sources ask for, as conditions."""
    salary: Salary | None = None
    """Published pay, or none where no source gives any."""

    def requirement(self, skill: str) -> Requirement | None:
        """What the role asks of one skill, if anything."""
        return next((entry for entry in self.requirements if entry.skill == skill), None)


@record
class CareerMove(Record):
    """A step between two roles."""

    from_role: str
    """Id of the role left."""
    to_role: str
    """Id of the role reached."""
    kind: Literal["promotion", "move"]
    """promotion: a rung up; move: sideways."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Fit(Record):
    """A background that leads to a role. Every condition that is given must hold."""

    role: str
    """Id of the role."""
    text: str
    """The reason, in a sentence."""
    words: tuple[str, ...] = ()
    """Fields of study or work, any of them."""
    certifications: tuple[str, ...] = ()
    """Names of certifications, any of them."""
    product_years_from: float | None = None
    """Least years of product work."""
    product_years_below: float | None = None
    """Fewer years of product work than this."""
    management_years_from: float | None = None
    """Least years of leading people."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""
