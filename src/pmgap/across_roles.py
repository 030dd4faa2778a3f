"""What shows only when one profile stands beside several roles. Pure.

Strengths that are enough for most roles, the single level step that opens most, and what to answer first.
"""

from collections.abc import Iterable, Sequence

from pmgap.assessment import Assessment
from pmgap.bracket import Basis, Bracket
from pmgap.catalogue import Catalogue
from pmgap.judgement import RequirementResult, raise_to
from pmgap.profile import Profile
from pmgap.readiness import ReadinessWord, judge_readiness
from pmgap.record import Record, record
from pmgap.references import RoleReference
from pmgap.sentences import counted, joined, span


@record
class CarriedStrength(Record):
    """A skill that is enough for most roles."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    bracket: Bracket
    """Levels that the answers allow."""
    basis: Basis
    """What the bracket rests on."""
    roles: int
    """Roles for which it is enough."""
    must_in: int
    """How many of these ask for it with the deciding importance."""
    because: str
    """The same in a sentence."""


@record
class WordChange(Record):
    """A role whose readiness word a step changes."""

    role: RoleReference
    """The role."""
    before: ReadinessWord
    """Word now."""
    after: ReadinessWord
    """Word after."""


@record
class OpeningStep(Record):
    """One skill, raised to a level that is certainly not held."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    bracket: Bracket
    """Levels that the answers allow now."""
    to: int
    """Level it is raised to, above the bracket."""
    changes: tuple[WordChange, ...]
    """Roles whose readiness word becomes ``within reach`` or ``ready``, in catalogue order."""
    roles: tuple[str, ...]
    """Ids of the roles in which a certain step closes, in catalogue order."""
    must_in: int
    """How many of these ask for it with the deciding importance."""
    because: str
    """Why this skill, in a sentence."""


@record
class AnswerFirst(Record):
    """A skill about which answering would narrow the picture of most roles."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    statements: int
    """Statements still open at the levels that roles ask for."""
    roles: int
    """Roles in which it is open."""
    must_in: int
    """How many of these ask for it with the deciding importance."""
    because: str
    """Why it comes first."""


def _over_roles(catalogue: Catalogue, reports: Iterable[Assessment]) -> dict[str, list[RequirementResult]]:
    """Skill id to what came of it in each role that asks for it."""
    found: dict[str, list[RequirementResult]] = {skill.id: [] for skill in catalogue.skills}
    for report in reports:
        for it in report.requirements:
            if it.required > 0:
                found[it.skill].append(it)
    return found


def carried_strengths(catalogue: Catalogue, reports: Sequence[Assessment]) -> list[CarriedStrength]:
    """Skills that are enough for more than half of the roles, musts first."""
    deciding = catalogue.deciding_importance
    all_roles = counted(len(reports), "role")
    carried = []
    for skill, results in _over_roles(catalogue, reports).items():
        met = [it for it in results if it.verdict == "met"]
        if 2 * len(met) <= len(reports):
            continue
        must_in = sum(it.importance == deciding for it in met)
        first = met[0]
        of_these = f", as a {deciding} in {must_in}" if must_in else ""
        carried.append(
            CarriedStrength(
                skill=skill,
                name=first.name,
                bracket=first.bracket,
                basis=first.basis,
                roles=len(met),
                must_in=must_in,
                because=f"Level {span(first.bracket)} is enough for {len(met)} of {all_roles}{of_these}.",
            )
        )
    return sorted(carried, key=lambda it: (-it.must_in, -it.roles))


def step_that_opens_most(catalogue: Catalogue, reports: Sequence[Assessment]) -> OpeningStep | None:
    """The one skill that opens most roles: raised to the level at which most come nearer, in the fewest steps.

    A role comes nearer when its readiness word becomes ``within reach`` or ``ready`` through a step that is certainly
    missing there. Where no word changes, the skill that closes most certain steps in musts, then in weight.
    """
    best: tuple[tuple[int, ...], OpeningStep] | None = None
    for skill in catalogue.skills:
        for found in _opening_steps(catalogue, skill.id, reports):
            if best is None or found[0] > best[0]:
                best = found
    return best[1] if best else None


def _opening_steps(
    catalogue: Catalogue, skill: str, reports: Sequence[Assessment]
) -> Iterable[tuple[tuple[int, ...], OpeningStep]]:
    asked = {
        report.role.id: (report, it)
        for report in reports
        for it in report.requirements
        if it.skill == skill and it.gap.certain > 0
    }
    if asked:
        high = next(iter(asked.values()))[1].bracket.high
        for to in range(high + 1, max(it.required for _, it in asked.values()) + 1):
            yield _opening_step(catalogue, list(asked.values()), reports, to)


def _opening_step(
    catalogue: Catalogue, asked: Sequence[tuple[Assessment, RequirementResult]], reports: Sequence[Assessment], to: int
) -> tuple[tuple[int, ...], OpeningStep]:
    deciding = catalogue.deciding_importance
    closer = {report.role.id: it for report, it in asked}
    skill = asked[0][1].skill
    changes = []
    for report, raised in asked:
        then = [raise_to(it, to) if it is raised else it for it in report.requirements]
        word = judge_readiness(then, report.gates, deciding).word
        if word != report.readiness.word:
            changes.append(WordChange(role=report.role, before=report.readiness.word, after=word))
    first = asked[0][1]
    must_in = sum(it.importance == deciding for it in closer.values())
    turned = joined([f"{it.role.title} goes from {it.before} to {it.after}" for it in changes], most=3)
    told = f"; {turned}" if turned else "; no role changes its group by it alone"
    steps = "a certain step" if to == first.bracket.high + 1 else f"up to {to - first.bracket.high} certain steps"
    step = OpeningStep(
        skill=skill,
        name=first.name,
        bracket=first.bracket,
        to=to,
        changes=tuple(changes),
        roles=tuple(closer),
        must_in=must_in,
        because=(
            f"You are at level {span(first.bracket)} so far. Level {to} would close {steps} in "
            f"{len(closer)} of {counted(len(reports), 'role')}, as a {deciding} in {must_in}{told}."
        ),
    )
    return (len(changes), -to + first.bracket.high, must_in, sum(it.weight for it in closer.values())), step


def questions_that_narrow_most(
    catalogue: Catalogue, profile: Profile, reports: Sequence[Assessment]
) -> list[AnswerFirst]:
    """Open skills, the one first whose answer can move most weight over all roles."""
    deciding = catalogue.deciding_importance
    answers = profile.known_answers()
    found = []
    for key, results in _over_roles(catalogue, reports).items():
        wide = [it for it in results if it.verdict in ("unclear", "not asked")]
        skill = catalogue.skill_by_id[key]
        levels = sorted({it.required for it in wide})
        still_open = [s.id for level in levels for s in skill.statements_at(level) if s.id not in answers]
        if not wide:
            continue
        must_in = sum(it.importance == deciding for it in wide)
        width = sum(it.weight * (min(it.bracket.high, it.required) - it.bracket.low) for it in wide)
        to_ask = counted(len(still_open), "statement") if still_open else "all answered; look at the answers again"
        entry = AnswerFirst(
            skill=key,
            name=skill.name,
            statements=len(still_open),
            roles=len(wide),
            must_in=must_in,
            because=(
                f"Anywhere from level {wide[0].bracket.low} to {wide[0].bracket.high} so far; "
                f"open in {len(wide)} of {counted(len(reports), 'role')}, in {must_in} as a {deciding} ({to_ask})."
            ),
        )
        found.append((width, entry))
    return [entry for _, entry in sorted(found, key=lambda it: -it[0])]
