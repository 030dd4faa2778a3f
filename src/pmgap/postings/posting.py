"""What a posting says, as records: every part with the line that it was read from."""

from typing import Literal

from pmgap.postings.demands import Where
from pmgap.record import Record, record
from pmgap.references import CatalogueReference, RoleReference

Need = Literal["required", "preferred"]

YearsKind = Literal["product", "management", "industry"]

Period = Literal["year", "month", "two weeks", "week", "day", "hour"]

DegreeLevel = Literal["none", "associate", "bachelor", "master", "doctorate", "medical"]


@record
class Quote(Record):
    """A line of the posting."""

    line: int
    """Its number, from 1."""
    text: str
    """What it says, without markup."""


@record
class SpeakingWord(Record):
    """A word that speaks for a skill."""

    word: str
    """The word as it stands."""
    weight: int
    """How much it speaks for it, in hundredths of log-odds."""


@record
class Mention(Record):
    """One line that names a skill."""

    line: int
    """Its number, from 1."""
    text: str
    """The sentence."""
    term: str
    """The words that name the skill."""
    alias: str
    """The alias of the catalogue that they are, or what they speak for together."""
    where: Where
    """Whether it is demanded, a duty, or nice to have."""
    weights: tuple[SpeakingWord, ...] = ()
    """Where no alias names the skill: the words that speak for it most, as they stand in the line."""
    expected: bool = False
    """Whether they would not do alone, and count as most postings ask for the skill."""

    def __init__(
        self,
        line: int,
        text: str,
        term: str,
        alias: str,
        where: Where,
        weights: tuple[SpeakingWord, ...] = (),
        expected: bool = False,  # noqa: FBT001, FBT002 - a field of the record
    ) -> None:
        held = self.__dict__
        held["line"], held["text"], held["term"] = line, text, term
        held["alias"], held["where"], held["weights"], held["expected"] = alias, where, weights, expected

    @property
    def together(self) -> str:
        """What to say behind the words where only all of them name the skill."""
        return " together" if len(self.weights) > 1 else ""

    @property
    def said(self) -> str:
        """The words that name the skill, in quotes."""
        return f'"{self.term}"{self.together}'


@record
class AskedSkill(Record):
    """A skill that the posting asks for."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    importance: str
    """Name of an importance of the catalogue, such as "must"."""
    where: Where
    """The strongest of the places that name it."""
    because: str
    """Why it has this importance."""
    evidence: tuple[Mention, ...]
    """Every line that names it, the deciding one first."""


@record
class Years(Record):
    """Years of experience that are asked for."""

    min: int
    """From how many years."""
    max: int | None
    """Up to how many; none where it is open."""
    of: str
    """Of what, in the words of the posting."""
    kind: YearsKind
    """What they count towards."""
    need: Need
    """Whether they are required."""
    quote: Quote
    """The line."""


@record
class Degree(Record):
    """A level of education that is asked for."""

    level: DegreeLevel
    """The lowest level that is enough; "none" if the posting asks for no degree."""
    need: Literal["required", "preferred", "not stated"]
    """Whether it is required."""
    or_equivalent: bool
    """Whether the posting admits experience or an equivalent instead."""
    quote: Quote | None
    """The line."""


@record
class Certificate(Record):
    """A certificate that is named."""

    name: str
    """Its name."""
    need: Need
    """Whether it is required."""
    quote: Quote
    """The line."""


@record
class Pay(Record):
    """Pay that is stated for this job."""

    min: float | None
    """Lowest figure; none where only a highest is stated."""
    max: float | None
    """Highest figure, the same as the lowest where one is stated; none where it is open."""
    currency: str
    """ISO 4217 code."""
    per: Period
    """Period."""
    quote: Quote
    """The line."""


@record
class RoleFamily(Record):
    """The role of the catalogue that the job is nearest to."""

    role: RoleReference | None
    """The role; none where it is unclear."""
    also: tuple[RoleReference, ...]
    """Further roles that the title names as much, such as a growth role beside a senior one."""
    because: str
    """What it was told by."""


@record
class Posting(Record):
    """A job posting, as far as it was understood. None of it says anything about a person."""

    catalogue: CatalogueReference
    """The catalogue whose words were looked for."""
    title: str
    """Title of the job; empty if none was found."""
    family: RoleFamily
    """The nearest role of the catalogue."""
    seniority: str
    """junior, regular, senior, lead, director, vice president, chief, or unclear."""
    requirements: tuple[AskedSkill, ...]
    """The skills that it asks for, the most important first."""
    years: tuple[Years, ...]
    """Years asked for, the most product-specific first."""
    degree: Degree
    """Education asked for."""
    degree_other: Degree | None
    """A second line on education, where there is one."""
    certificates: tuple[Certificate, ...]
    """Certificates named."""
    pay: Pay | None
    """Pay stated for this job."""
    unmatched: tuple[Quote, ...]
    """Lines of demands in which no skill, years, degree or certificate was found."""
    notes: tuple[str, ...] = ()
    """What to know about the reading."""
    schema_version: str = "1"
    """Version of the report format."""
    kind: str = "posting"
    """What this report is."""
