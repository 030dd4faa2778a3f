"""The report on a team: what it says, and in which shape. Made by ``team``."""

from typing import Literal

from pmgap.bracket import Basis, Bracket, Verdict
from pmgap.readiness import Readiness, ReadinessWord
from pmgap.record import Record, record
from pmgap.references import CatalogueReference, RoleReference


@record
class Counts(Record):
    """How many cells are known, and how well. Together they are all cells."""

    measured: int
    """Shown, or not shown yet: the verdict is known."""
    unclear: int
    """Something is known, but not enough for a verdict."""
    not_asked: int
    """Nothing is known; this is not zero."""
    not_applicable: int
    """The person said that the skill does not apply."""


@record
class Cell(Record):
    """One person and one skill."""

    bracket: Bracket | None
    """Levels that the answers allow; none where the skill does not apply."""
    basis: Basis | None
    """What the bracket rests on; none where the skill does not apply."""
    verdict: Verdict | Literal["not applicable"]
    """met, unclear, gap, not asked or not applicable."""
    contradiction: bool
    """Whether answers contradict each other."""


@record
class SkillRow(Record):
    """One skill that the role asks for, across the team."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    group: str
    """Id of its group."""
    importance: str
    """Such as "must"."""
    weight: int
    """Weight of the importance."""
    required: int
    """Level asked for."""
    surely: int
    """People who reach it even at the low end of their bracket."""
    possibly: int
    """People who reach it at the high end, those who surely do included."""
    counts: Counts
    """How well the cells are known."""
    cells: dict[str, Cell]
    """Name of the person to the cell, in the order of ``people``."""
    because: str
    """The figures in a sentence."""


@record
class PersonView(Record):
    """One person of the team."""

    name: str
    """Name as shown; no two people share one."""
    readiness: Readiness
    """Readiness for the role, a word with its reasons; no grade."""
    counts: Counts
    """How well the cells of this person are known."""


@record
class ReadinessGroup(Record):
    """People for whom the same word holds."""

    word: ReadinessWord
    """The word."""
    people: tuple[str, ...]
    """Their names by the alphabet, which is no order of merit; Person 1, Person 2 ... by number."""


@record
class Uncovered(Record):
    """A skill that nobody surely holds."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    importance: str
    """Such as "must"."""
    required: int
    """Level asked for."""
    possibly: int
    """People who may reach it; 0 means that it is missing for certain."""
    because: str
    """The reason, in a sentence."""


@record
class SingleHolder(Record):
    """A skill that one person alone surely holds."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    importance: str
    """Such as "must"."""
    required: int
    """Level asked for."""
    person: str
    """Name of the person."""
    others_possibly: int
    """Others who may reach it; 0 means that nobody else does."""
    because: str
    """The reason, in a sentence."""


@record
class MentorPair(Record):
    """A skill that some could show to others."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    mentors: tuple[str, ...]
    """People who surely stand in the upper quarter of the scale, in team order."""
    learners: tuple[str, ...]
    """People who surely stand in the lower quarter, in team order."""
    because: str
    """The reason, in a sentence."""


@record
class OpenSkill(Record):
    """A skill about which the team knows little: asking comes before planning."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    people: int
    """People for whom it is unclear or not asked."""
    because: str
    """Why it comes where it does."""


@record
class Team(Record):
    """A team and a role."""

    schema_version: str
    """Version of the report."""
    kind: Literal["team"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    role: RoleReference
    """The role."""
    anonymous: bool
    """Whether people are shown as Person 1, Person 2 and so on."""
    counts: Counts
    """How well the cells of the matrix are known."""
    people: tuple[PersonView, ...]
    """The people, in the order in which they were given."""
    groups: tuple[ReadinessGroup, ...]
    """The people by readiness word."""
    skills: tuple[SkillRow, ...]
    """The matrix: heaviest importance first, then catalogue order."""
    nobody: tuple[Uncovered, ...]
    """Skills that nobody surely holds."""
    single_holders: tuple[SingleHolder, ...]
    """Skills that one person alone surely holds; empty for a team of one."""
    mentor_pairs: tuple[MentorPair, ...]
    """Skills that some could show to others."""
    measure_first: tuple[OpenSkill, ...]
    """Skills to ask about, those that would narrow the picture most first."""
    unknown_ids: tuple[str, ...]
    """Ids in the profiles that the catalogue does not know; they have no effect."""
