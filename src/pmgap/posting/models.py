"""What was understood of a job posting, every piece with the line it came from."""

from typing import Literal

from pmgap.posting.needs import Need
from pmgap.record import Record, record

SCHEMA_VERSION = "1"
"""Version of the report's field names and meanings."""


@record
class PostingLine(Record):
    """A line of the posting."""

    number: int
    """Line of the text, from 1."""
    text: str
    """What it says, without bullet and marks."""


@record
class PostingMention(Record):
    """Words of the posting that name a skill."""

    term: str
    """The phrase of the catalogue that they match."""
    words: str
    """The words as they stand in the posting."""
    need: Need
    """How strongly the sentence asks."""
    line: int
    """Line of the text, from 1."""


@record
class PostingRequirement(Record):
    """A skill that the posting asks for."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    need: Need
    """must: demanded; should: a duty; nice: nice to have. The strongest of its mentions."""
    line: PostingLine
    """The line that asks most strongly, the first of several."""
    terms: tuple[str, ...]
    """The phrases found, each once, in order."""
    mentions: tuple[PostingMention, ...]
    """Every place that names it."""
    because: str
    """The reason, in a sentence."""


@record
class YearsDemand(Record):
    """Years of experience that are asked for."""

    min: float
    """Least years."""
    max: float | None
    """Upper end of a range; none if it is open."""
    of: str
    """What the years are of, in the words of the posting."""
    kind: Literal["product", "industry", "management", "any"]
    """product work, leading people, a field, or any work."""
    need: Need
    """How strongly."""
    line: PostingLine
    """Where it stands."""


@record
class DegreeDemand(Record):
    """A degree that is asked for."""

    level: Literal["associate", "bachelor", "master", "doctorate"]
    """The lowest level that will do."""
    need: Need
    """How strongly."""
    or_equivalent: bool
    """Whether experience may stand in for it."""
    line: PostingLine
    """Where it stands."""


@record
class CertificateDemand(Record):
    """A named certificate."""

    name: str
    """Its short name."""
    need: Need
    """How strongly."""
    line: PostingLine
    """Where it stands."""


@record
class OfferedPay(Record):
    """Pay that the posting names for this job."""

    min: float
    """Lower end, or the only figure."""
    max: float | None
    """Upper end; none where there is one figure."""
    currency: str
    """ISO 4217 code."""
    per: Literal["year", "month", "week", "day", "hour"]
    """What it is paid for."""
    line: PostingLine
    """Where it stands."""


@record
class RoleGuess(Record):
    """The role of the catalogue that is nearest to the posting."""

    id: str
    """Id of the role."""
    title: str
    """Its title."""
    because: str
    """The reason, in a sentence."""


@record
class Posting(Record):
    """What was understood of a job posting."""

    schema_version: str
    """Version of the report."""
    kind: Literal["posting"]
    """What the report is."""
    title: str
    """Title of the job; empty where none was found."""
    role: RoleGuess
    """The nearest role of the catalogue: levels come from it."""
    requirements: tuple[PostingRequirement, ...]
    """The skills asked for: musts first, then in the order of the catalogue."""
    years: tuple[YearsDemand, ...]
    """Years of experience, the most product-specific first."""
    degrees: tuple[DegreeDemand, ...]
    """Degrees, the one that is demanded first."""
    certificates: tuple[CertificateDemand, ...]
    """Named certificates."""
    salary: OfferedPay | None
    """Pay, if the posting names it."""
    unmatched: tuple[PostingLine, ...]
    """Lines about the job that matched nothing."""
    notes: tuple[str, ...]
    """What to know about the reading, such as a guessed encoding."""
