"""One profile against one role: brackets, verdicts, gates, coverage, readiness. Pure: no files, no clock, no output.

Every computed value is made together with its reason (``because``). The rules are those of the project's design,
sections 5 and 6; the arithmetic is in ``bracket``.
"""

from collections.abc import Iterable
from typing import Literal

from pmgap.bracket import Coverage, coverage, coverage_reason
from pmgap.catalogue import Catalogue, Role, Skill
from pmgap.gates import GateResult, judge_gate, tell_unconfirmed
from pmgap.judgement import RequirementResult, judge_requirement
from pmgap.profile import Background, Profile
from pmgap.readiness import Readiness, judge_readiness
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference, catalogue_reference
from pmgap.seen_by_others import SecondView, second_views


@record
class ProfileReference(Record):
    """Whose report it is, and how much it rests on."""

    name: str | None
    """Name as given in the profile."""
    answered: int
    """Statements answered, among those of the skills that the role asks for."""
    statements: int
    """Statements of those skills."""


@record
class ScaleLevel(Record):
    """One level of the scale that brackets and required levels are on."""

    level: int
    """Its number; the scale starts at 0 and has no holes."""
    name: str
    """Short name, such as "working"."""


@record
class NextStep(Record):
    """The next action for one gap."""

    action: str
    """Id of the action."""
    skill: str
    """Id of the skill it moves."""
    from_: int
    """Level it starts from."""
    to: int
    """Level it leads to."""
    hours: float
    """Typical hours."""
    hours_basis: str
    """stated or estimate."""
    cost: str
    """Id of the cost band."""
    title: str
    """What to do."""
    because: str
    """Why this, in a sentence."""


@record
class MeasureFirst(Record):
    """A skill whose bracket is wide: answering comes before acting."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    statements: int
    """Statements still open at the level that would decide."""
    because: str
    """Why it comes first."""


@record
class Assessment(Record):
    """Everything that can be said about one profile and one role."""

    schema_version: str
    """Version of the report."""
    kind: Literal["assessment"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    role: RoleReference
    """The role."""
    profile: ProfileReference
    """The profile."""
    scale: tuple[ScaleLevel, ...]
    """The levels, lowest first."""
    coverage: Coverage
    """Share of what the role asks, as a band."""
    coverage_because: str
    """How the coverage was reckoned, in a sentence."""
    readiness: Readiness
    """A word with its reasons."""
    requirements: tuple[RequirementResult, ...]
    """By importance, then certain gap, then possible gap, then catalogue order."""
    gates: tuple[GateResult, ...]
    """Conditions beside the skills."""
    not_applicable: tuple[str, ...]
    """Required skills that the person said do not apply; left out of the sums."""
    next_steps: tuple[NextStep, ...]
    """The next action for each certain gap, heaviest first."""
    measure_first: tuple[MeasureFirst, ...]
    """Skills that answering would narrow most, heaviest first."""
    unknown_ids: tuple[str, ...]
    """Ids in the profile that the catalogue does not know; kept, not used."""
    not_applicable_names: tuple[str, ...] = ()
    """Names of the skills that do not apply, in the order of their ids."""
    second_views: tuple[SecondView, ...] = ()
    """What others answered about the skills of the role, beside the own view; it changes no figure. What to talk about
    comes first."""


def assess(catalogue: Catalogue, profile: Profile, role: Role) -> Assessment:
    """Assess one profile against one role of the catalogue.

    Same input, same result. Never fails on a profile and a catalogue that were read by the readers.
    """
    excluded = frozenset(profile.not_applicable or ())
    results = [
        judge_requirement(catalogue, profile, requirement)
        for requirement in role.requirements
        if requirement.skill not in excluded
    ]
    order = catalogue.skill_order
    results.sort(key=lambda it: (-it.weight, -it.gap.certain, -it.gap.possible, order[it.skill]))
    background = profile.background or Background()
    gates = tuple(
        tell_unconfirmed(gate, judge_gate(catalogue, gate, background), profile.imported or ()) for gate in role.gates
    )
    not_applicable = sorted(entry.skill for entry in role.requirements if entry.skill in excluded)
    asked = [statement for it in results for statement in _statements(catalogue.skill_by_id[it.skill])]
    weighed = [(it.weight, it.required, it.bracket) for it in results]
    return Assessment(
        schema_version=SCHEMA_VERSION,
        kind="assessment",
        catalogue=catalogue_reference(catalogue),
        role=RoleReference(id=role.id, title=role.title),
        profile=ProfileReference(
            name=profile.name, answered=sum(len(it.answers) for it in results), statements=len(asked)
        ),
        scale=tuple(ScaleLevel(level=it.level, name=it.name) for it in catalogue.scale),
        coverage=coverage(weighed),
        coverage_because=coverage_reason(weighed),
        readiness=judge_readiness(results, gates, catalogue.deciding_importance),
        requirements=tuple(results),
        gates=gates,
        not_applicable=tuple(not_applicable),
        not_applicable_names=tuple(catalogue.skill_by_id[skill].name for skill in not_applicable),
        next_steps=tuple(_next_steps(catalogue, results)),
        measure_first=tuple(_measure_first(catalogue, profile, results)),
        unknown_ids=tuple(unknown_ids(catalogue, profile)),
        second_views=second_views(catalogue, profile, role) if profile.views else (),
    )


def _statements(skill: Skill) -> list[str]:
    return [statement.id for entry in skill.levels for statement in entry.statements]


def _next_steps(catalogue: Catalogue, results: Iterable[RequirementResult]) -> Iterable[NextStep]:
    for it in results:
        if it.verdict != "gap":
            continue
        actions = catalogue.actions_by_step.get((it.skill, it.bracket.low), ())
        if not actions:
            continue
        action = actions[0]
        yield NextStep(
            action=action.id,
            skill=it.skill,
            from_=action.from_level,
            to=action.to_level,
            hours=action.hours,
            hours_basis=action.hours_basis,
            cost=action.cost,
            title=action.title,
            because=(
                f"{it.name} is a {it.importance} at level {it.required} and {it.gap.certain} certain "
                f"{'step' if it.gap.certain == 1 else 'steps'} short; this is the next step from level {it.bracket.low}."
            ),
        )


def _measure_first(
    catalogue: Catalogue, profile: Profile, results: Iterable[RequirementResult]
) -> Iterable[MeasureFirst]:
    answers = profile.known_answers()
    wide = [it for it in results if it.verdict in ("unclear", "not asked")]
    wide.sort(key=lambda it: -it.weight * (min(it.bracket.high, it.required) - it.bracket.low))
    for it in wide:
        skill = catalogue.skill_by_id[it.skill]
        still_open = [s.id for s in skill.statements_at(it.required) if s.id not in answers]
        width = it.weight * (min(it.bracket.high, it.required) - it.bracket.low)
        yield MeasureFirst(
            skill=it.skill,
            name=it.name,
            statements=len(still_open),
            because=(
                f"{it.name} may be anywhere from level {it.bracket.low} to {it.bracket.high}; as a {it.importance} "
                f"it moves {width} points of the coverage."
            ),
        )


def unknown_ids(catalogue: Catalogue, profile: Profile) -> list[str]:
    """Ids in a profile that the catalogue does not know, sorted. They are kept on save and have no effect."""
    skills, statements = catalogue.skill_by_id, catalogue.statement_by_id
    named = set((profile.answers or {}).keys() - statements.keys())
    for view in profile.views or ():
        named.update(({*(view.answers or ()), *(view.notes or ())}) - statements.keys())
    named.update(key for key in profile.levels or () if key not in skills)
    named.update(key for key in profile.mentions or () if key not in skills)
    named.update(key for key in profile.not_applicable or () if key not in skills)
    for entry in profile.evidence or ():
        if entry.skill is not None and entry.skill not in skills:
            named.add(entry.skill)
        named.update(key for key in entry.statements if key not in statements)
    named.update(key for key in profile.settled or () if key not in skills)
    named.update(key for key in profile.targets or () if key not in catalogue.role_by_id)
    if profile.done:
        known_actions = {action.id for action in catalogue.actions}
        known_actions.update(programme.id for programme in catalogue.programmes)
        named.update(key for key in profile.done if key not in known_actions)
    return sorted(named)


@record
class AssessmentList(Record):
    """One profile against several roles."""

    schema_version: str
    """Version of the report."""
    kind: Literal["assessments"]
    """What the report is."""
    assessments: tuple[Assessment, ...]
    """One per role, in the order asked for."""


def assess_roles(catalogue: Catalogue, profile: Profile, roles: Iterable[Role]) -> AssessmentList:
    """Assess one profile against several roles."""
    return AssessmentList(
        schema_version=SCHEMA_VERSION,
        kind="assessments",
        assessments=tuple(assess(catalogue, profile, role) for role in roles),
    )
