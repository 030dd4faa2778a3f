"""Many people at once: what an assessment finds, in figures, at little more than the cost of reading the profiles.

Nothing here knows a rule. A person and a skill come down to a standing (``standings``); what each standing adds to the
sums of a role is asked once of the functions that a single assessment uses. The rest is looking up and adding up, for
a block of people at a time, in columns of bytes, one byte per person: Python looks up and adds whole columns in one go.
See docs/bulk.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from pmgap.blocking import BlockingGates
from pmgap.bracket import Coverage, share
from pmgap.catalogue import Catalogue, Role
from pmgap.columns import Sums
from pmgap.crowd import Crowd, held
from pmgap.judgement import Standing, hold_against
from pmgap.known import Known
from pmgap.marks import Marks
from pmgap.profile import Profile
from pmgap.readiness import ReadinessWord, readiness_word
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION
from pmgap.standings import Standings
from pmgap.tally import NOTHING, tally

BLOCK = 256
"""People that are judged together."""


@record
class Summary(Record):
    """What an assessment finds about one person and one role, in a line."""

    schema_version: str
    """Version of the report."""
    kind: Literal["summary"]
    """What the report is."""
    line: int
    """The line that the profile stood on, or its place among the profiles; from 1."""
    name: str | None
    """Name as given in the profile."""
    role: str
    """Id of the role."""
    coverage: Coverage
    """Share of what the role asks, as a band."""
    readiness: ReadinessWord
    """unclear, ready, within reach or build first. Not a grade."""
    must_gaps: dict[str, int]
    """Skill id to the level steps that are missing for certain, for every must that is a gap, in catalogue order."""
    unclear: int
    """Requirements of which something is known, but not enough for a verdict."""
    not_asked: int
    """Requirements of which nothing is known; this is not zero."""


class Figures:
    """What was found about some people and one role: an entry per person, in the order given."""

    def __init__(self, musts: tuple[str, ...]) -> None:
        self.musts = musts
        """Ids of the skills that are musts of the role, in catalogue order."""
        self.coverage: Sequence[tuple[float, float]] = ()
        """Low and high end."""
        self.words: Sequence[ReadinessWord] = ()
        """Readiness."""
        self.steps: Sequence[bytes] = ()
        """For each of ``musts`` the certain level steps that are missing; of these an entry per person."""
        self.unclear: Sequence[int] = ()
        """How many requirements are unclear."""
        self.not_asked: Sequence[int] = ()
        """How many requirements nothing is known of."""
        self.unmet: Sequence[int] = ()
        """How many requirements of the watched importance are not met; none is counted if none is watched."""

    def must_gaps(self, index: int) -> dict[str, int]:
        """The musts that are gaps of one of them, with the certain level steps that are missing."""
        return {skill: its[index] for skill, its in zip(self.musts, self.steps, strict=True) if its[index]}

    def summary(self, index: int, line: int, name: str | None, role: Role) -> Summary:
        """What was found about one of them."""
        low, high = self.coverage[index]
        return Summary(
            schema_version=SCHEMA_VERSION,
            kind="summary",
            line=line,
            name=name,
            role=role.id,
            coverage=Coverage(low=low, high=high),
            readiness=self.words[index],
            must_gaps=self.must_gaps(index),
            unclear=self.unclear[index],
            not_asked=self.not_asked[index],
        )


def assess_many(catalogue: Catalogue, profiles: Iterable[Profile], roles: Sequence[Role]) -> Iterator[Summary]:
    """Assess profiles, however many: a summary per person and role, in that order, as they are asked for.

    The figures are those of ``assess``. Profiles are taken in blocks, never all at once.
    """
    panel = Panel(catalogue, roles)
    coming = enumerate(profiles, 1)
    while block := list(islice(coming, BLOCK)):
        crowd = Crowd()
        for place, profile in block:
            panel.hear(profile, place, crowd)
        found = panel.judge(crowd)
        for index, (line, name) in enumerate(zip(crowd.lines, crowd.names, strict=True)):
            for role, figures in zip(roles, found, strict=True):
                yield figures.summary(index, line, name, role)


class Panel:
    """Judges people, some at a time, against some roles. Unmet requirements are counted of the importance ``watched``."""

    def __init__(self, catalogue: Catalogue, roles: Sequence[Role], watched: str | None = None) -> None:
        asked = {(need.skill, need.level) for role in roles for need in role.requirements}
        asked_skills = {skill for skill, _ in asked}
        skills = [skill for skill in catalogue.skills if skill.id in asked_skills]
        places = {skill.id: place for place, skill in enumerate(skills)}
        self._standings = Standings(catalogue, skills, asked)
        self._gates = BlockingGates(catalogue, roles)
        self._roles = [_RoleInColumns(catalogue, role, places, self._standings.known, watched) for role in roles]

    @property
    def marks(self) -> Marks | None:
        """What answers add up from; none if the catalogue has too many levels or statements for that."""
        return self._standings.marks

    def hear(self, person: Profile, line: int, crowd: Crowd) -> None:
        """Add somebody to a crowd, by what the profile says as far as it matters."""
        otherwise = person.levels, person.mentions, person.not_applicable
        crowd.add(line, person.name, self._standings.said(person), held(person.background), otherwise)

    def judge(self, crowd: Crowd) -> list[Figures]:
        """What is found about some people, for each role."""
        blocked = self._gates.blocked(crowd.held)
        columns = self._standings.of(crowd.answers, crowd.others)
        return [role.figures(columns, [its[place] for its in blocked]) for place, role in enumerate(self._roles)]


class _RoleInColumns:
    """Judges people against one role, from the standings in every skill, a column for each."""

    def __init__(
        self,
        catalogue: Catalogue,
        role: Role,
        places: Mapping[str, int],
        known: Sequence[Standing | None],
        watched: str | None,
    ) -> None:
        deciding = catalogue.deciding_importance
        needs = sorted(role.requirements, key=lambda it: places[it.skill])
        worth = [
            [tally(hold_against(catalogue, need, it), deciding, watched) if it else NOTHING for it in known]
            for need in needs
        ]
        self._places = [places[need.skill] for need in needs]
        if watched is None:
            worth = [[it._replace(unmet=0) for it in of_need] for of_need in worth]
        self._sums = [Sums([[it[field] for it in of_need] for of_need in worth]) for field in range(len(NOTHING))]
        musts = [index for index, need in enumerate(needs) if need.importance == deciding]
        self._musts = tuple(needs[index].skill for index in musts)
        self._steps = [
            (self._places[index], bytes(it.steps for it in worth[index]).ljust(256, b"\0")) for index in musts
        ]
        self._coverage = Known(_coverage)
        self._words = Known(_word)

    def figures(self, columns: Sequence[bytes], blocked: Sequence[bool]) -> Figures:
        """What is found about the people of some columns; ``blocked`` says for whom a firm gate is a gap."""
        own = [columns[place] for place in self._places]
        low, high, asked, must_weight, open_weight, steps, far, unclear, not_asked, unmet = (
            its.of(own, len(blocked)) for its in self._sums
        )
        found = Figures(self._musts)
        found.coverage = list(map(self._coverage.__getitem__, zip(low, high, asked, strict=True)))
        weighed = zip(must_weight, open_weight, steps, far, blocked, strict=True)
        found.words = list(map(self._words.__getitem__, weighed))
        found.steps = [columns[place].translate(table) for place, table in self._steps]
        found.unclear, found.not_asked, found.unmet = unclear, not_asked, unmet
        return found


def _coverage(sums: tuple[int, int, int]) -> tuple[float, float]:
    low, high, asked = sums
    return share(low, asked), share(high, asked)


def _word(sums: tuple[int, int, int, int, bool]) -> ReadinessWord:
    must_weight, open_weight, steps, far, gate_blocks = sums
    added = NOTHING._replace(must_weight=must_weight, open_weight=open_weight, steps=steps, far=far)
    return readiness_word(added, gate_blocks=gate_blocks)
