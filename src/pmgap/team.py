"""What a team covers of a role: a matrix of skills and people, who holds what alone, who could teach whom.

Nothing here orders people by how well they do. People stand in the order in which they were given, or by name; only
skills are put in an order. The rules for one person and one skill are those of an assessment: a team of one is that
person.
"""

from collections.abc import Iterable, Sequence

from pmgap.assessment import unknown_ids
from pmgap.catalogue import Catalogue, Role
from pmgap.gates import GateResult, judge_gate
from pmgap.profile import Background, Profile
from pmgap.readiness import ReadinessWord, judge_readiness
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference
from pmgap.sentences import counted, joined
from pmgap.team_cells import Judge, Known, column, count, total
from pmgap.team_report import (
    MentorPair,
    OpenSkill,
    PersonView,
    ReadinessGroup,
    SingleHolder,
    SkillRow,
    Team,
    Uncovered,
)

SMALLEST_NAMED = 5
"""From this many people on, a report that is passed around may name them without being asked to."""

_WORDS: tuple[ReadinessWord, ...] = ("ready", "within reach", "build first", "unclear")

_NAMED = 3
"""The most people that a reason names."""


@record
class Member(Record):
    """A person of the team: a name to show, and what they said."""

    name: str
    """Name, as in the profile or its file."""
    profile: Profile
    """What they said about themselves."""


def view_team(catalogue: Catalogue, members: Sequence[Member], role: Role, *, anonymous: bool = False) -> Team:
    """What the members cover of a role.

    ``anonymous`` replaces every name by Person 1, Person 2 and so on, in the order given.
    Same input, same result; changing the order of the members changes no finding.
    """
    names = [f"Person {number}" for number in range(1, len(members) + 1)] if anonymous else _distinct(members)
    asked = sorted(
        role.requirements, key=lambda it: (-catalogue.importances[it.importance], catalogue.skill_order[it.skill])
    )
    judges = [Judge(catalogue, it) for it in asked]
    columns = [column(member.profile, judges) for member in members]
    cells = list(zip(*columns, strict=True)) or [()] * len(judges)
    rows = tuple(_row(catalogue, judge, names, row) for judge, row in zip(judges, cells, strict=True))
    gates = _Gates(catalogue, role)
    people = tuple(
        _person(catalogue, gates.of(member.profile), name, known)
        for name, member, known in zip(names, members, columns, strict=True)
    )
    counting = [row for row in rows if row.required > 0]
    return Team(
        schema_version=SCHEMA_VERSION,
        kind="team",
        catalogue=CatalogueReference(id=catalogue.id, version=catalogue.version, sha256=catalogue.sha256),
        role=RoleReference(id=role.id, title=role.title),
        anonymous=anonymous,
        counts=total([it.counts for it in people]),
        people=people,
        groups=tuple(_groups(people, anonymous=anonymous)),
        skills=rows,
        nobody=tuple(_nobody(counting)),
        single_holders=tuple(_single_holders(counting)) if len(members) > 1 else (),
        mentor_pairs=tuple(_mentor_pairs(counting, catalogue.top)),
        measure_first=tuple(_measure_first(counting)),
        unknown_ids=tuple(sorted({key for member in members for key in unknown_ids(catalogue, member.profile)})),
    )


def _distinct(members: Iterable[Member]) -> list[str]:
    """The names, with a number behind those that came before."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    names = []
    for member in members:
        name, number = member.name, numbers.get(member.name, 1)
        while name in taken:
            number += 1
            name = f"{member.name} ({number})"
        numbers[member.name] = number
        taken.add(name)
        names.append(name)
    return names


class _Gates:
    """The gates of a role for many people; those who say nothing of their background share one verdict."""

    def __init__(self, catalogue: Catalogue, role: Role) -> None:
        self.catalogue = catalogue
        self.role = role
        self.unknown = self._judged(Background())

    def of(self, profile: Profile) -> list[GateResult]:
        """The verdicts for one person."""
        return self.unknown if profile.background is None else self._judged(profile.background)

    def _judged(self, background: Background) -> list[GateResult]:
        return [judge_gate(self.catalogue, gate, background) for gate in self.role.gates]


def _row(catalogue: Catalogue, judge: Judge, names: Sequence[str], known: Sequence[Known]) -> SkillRow:
    skill, requirement = catalogue.skill_by_id[judge.skill], judge.requirement
    surely = sum([it.surely for it in known])
    possibly = sum([it.possibly for it in known])
    counts = count(known)
    told = [f"{surely} of {len(known)} surely reach level {requirement.level}"]
    if possibly > surely:
        told.append(f"{possibly - surely} more may")
    if counts.unclear + counts.not_asked:
        told.append(f"{counts.unclear} unclear and {counts.not_asked} not asked")
    if counts.not_applicable:
        told.append(f"for {counts.not_applicable} it does not apply")
    return SkillRow(
        skill=skill.id,
        name=skill.name,
        group=skill.group,
        importance=requirement.importance,
        weight=catalogue.importances[requirement.importance],
        required=requirement.level,
        surely=surely,
        possibly=possibly,
        counts=counts,
        cells={name: it.cell for name, it in zip(names, known, strict=True)},
        because=f"{'; '.join(told)}.",
    )


def _person(catalogue: Catalogue, gates: Sequence[GateResult], name: str, known: Sequence[Known]) -> PersonView:
    deciding = catalogue.deciding_importance
    findings = [it.finding for it in known if it.finding is not None and it.finding.importance == deciding]
    findings.sort(key=lambda it: (-it.gap.certain, -it.gap.possible))  # the order in which an assessment names them
    return PersonView(
        name=name,
        readiness=judge_readiness(findings, gates, deciding),
        counts=count(known),
    )


def _groups(people: Sequence[PersonView], *, anonymous: bool) -> Iterable[ReadinessGroup]:
    for word in _WORDS:
        names = [it.name for it in people if it.readiness.word == word]
        if names:
            # Person 10 comes after Person 9.
            ordered = names if anonymous else sorted(names, key=lambda name: (name.casefold(), name))
            yield ReadinessGroup(word=word, people=tuple(ordered))


def _nobody(rows: Iterable[SkillRow]) -> Iterable[Uncovered]:
    for row in rows:
        if row.surely or row.counts.not_applicable == len(row.cells):
            continue
        rest = f"{row.possibly} may, when more is known" if row.possibly else "no answer leaves room for it"
        yield Uncovered(
            skill=row.skill,
            name=row.name,
            importance=row.importance,
            required=row.required,
            possibly=row.possibly,
            because=f"Nobody surely reaches level {row.required}; {rest}.",
        )


def _single_holders(rows: Iterable[SkillRow]) -> Iterable[SingleHolder]:
    for row in rows:
        if row.surely != 1:
            continue
        holder = next(name for name, it in row.cells.items() if it.bracket and it.bracket.low >= row.required)
        others = row.possibly - 1
        rest = f"{counted(others, 'other')} may, when more is known" if others else "nobody else does"
        yield SingleHolder(
            skill=row.skill,
            name=row.name,
            importance=row.importance,
            required=row.required,
            person=holder,
            others_possibly=others,
            because=f"{holder} alone surely reaches level {row.required}; {rest}.",
        )


def _mentor_pairs(rows: Iterable[SkillRow], top: int) -> Iterable[MentorPair]:
    upper, lower = -(-3 * top // 4), top // 4
    for row in rows:
        mentors = tuple(name for name, it in row.cells.items() if it.bracket and it.bracket.low >= upper)
        learners = tuple(name for name, it in row.cells.items() if it.bracket and it.bracket.high <= lower)
        if mentors and learners:
            yield MentorPair(
                skill=row.skill,
                name=row.name,
                mentors=mentors,
                learners=learners,
                because=(
                    f"{joined(mentors, _NAMED)} surely reach{'es' if len(mentors) == 1 else ''} level {upper}; "
                    f"{joined(learners, _NAMED)} may learn it, at level {lower} at most so far."
                ),
            )


def _measure_first(rows: Iterable[SkillRow]) -> Iterable[OpenSkill]:
    widths = []
    for row in rows:
        wide = [it.bracket for it in row.cells.values() if it.bracket and it.verdict in ("unclear", "not asked")]
        if wide:
            steps = sum(min(it.high, row.required) - it.low for it in wide)
            widths.append((row.weight * steps, steps, len(wide), row))
    widths.sort(key=lambda it: -it[0])
    for _points, steps, people, row in widths:
        nobody = " nobody surely reaches it yet;" if not row.surely else ""
        yield OpenSkill(
            skill=row.skill,
            name=row.name,
            people=people,
            because=(
                f"It is not known for {people} of {len(row.cells)};{nobody} as a {row.importance} at level "
                f"{row.required} it leaves {counted(steps, 'level step')} open."
            ),
        )
