"""Roles as reports: a list, one in full, two side by side."""

from typing import Literal

from pmgap.catalogue import Catalogue, Gate, Role, Salary, Source
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION


@record
class Pay(Record):
    """A published pay figure with all that must stand beside it."""

    amount: int
    """Figure as printed by the source."""
    currency: str
    """ISO 4217 code."""
    period: str
    """Such as "year"."""
    country: str
    """ISO 3166 code."""
    source: str
    """Publisher and title of the source."""
    link: str
    """Where the source is."""
    accessed: str
    """Date of access that the citing source gives."""
    measure: str
    """What the figure is, such as "average"."""
    period_and_country_stated: bool
    """False where period and country are inferred."""
    doubtful: bool
    """Whether the figure contradicts itself or its neighbours."""
    doubt: str
    """Why it is doubtful."""


@record
class RoleEntry(Record):
    """One role in a list."""

    id: str
    """Stable id."""
    title: str
    """Title for people."""
    summary: str
    """The role in a sentence."""
    track: str
    """ladder or variant."""
    rung: int | None
    """Rung of the ladder."""
    salary: Pay | None
    """Published pay, or none where no source gives any."""


@record
class RoleList(Record):
    """The roles of a catalogue."""

    schema_version: str
    """Version of the report."""
    kind: Literal["roles"]
    """What the report is."""
    roles: tuple[RoleEntry, ...]
    """In catalogue order, which is no order of rank or pay."""


@record
class RequirementView(Record):
    """One requirement with its names and sources."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    level: int
    """Level asked for."""
    level_name: str
    """Its name."""
    importance: str
    """Such as "must"."""
    weight: int
    """Weight of the importance."""
    sources: tuple[str, ...]
    """Ids of sources or citations."""
    note: str
    """Why the figure departs from a source."""


@record
class RoleDetail(Record):
    """One role in full."""

    schema_version: str
    """Version of the report."""
    kind: Literal["role"]
    """What the report is."""
    role: Role
    """The role as the catalogue has it."""
    salary: Pay | None
    """Its pay figure with source and doubts."""
    requirements: tuple[RequirementView, ...]
    """What it asks, heaviest first."""
    next_roles: tuple[str, ...]
    """Ids of the roles that a career move leads to."""
    sources: tuple[Source, ...]
    """Every source behind it."""
    citations: dict[str, str]
    """Citation id to what it means."""


@record
class Difference(Record):
    """One skill that the second role asks more of."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    first: int
    """Level that the first role asks for; 0 if it does not."""
    second: int
    """Level that the second role asks for."""
    first_importance: str | None
    """Importance in the first role."""
    second_importance: str | None
    """Importance in the second role."""
    steps: int
    """Level steps that the second asks beyond the first; below 0 where it asks less."""


@record
class RoleComparison(Record):
    """Two roles side by side."""

    schema_version: str
    """Version of the report."""
    kind: Literal["role-comparison"]
    """What the report is."""
    first: RoleEntry
    """The role compared from."""
    second: RoleEntry
    """The role compared to."""
    more: tuple[Difference, ...]
    """What the second asks beyond the first, most steps first."""
    same: tuple[Difference, ...]
    """What both ask alike."""
    less: tuple[Difference, ...]
    """What the second asks less of."""
    first_gates: tuple[Gate, ...]
    """Gates of the first role."""
    second_gates: tuple[Gate, ...]
    """Gates of the second role."""


def list_roles(catalogue: Catalogue) -> RoleList:
    """Every role of the catalogue."""
    return RoleList(
        schema_version=SCHEMA_VERSION, kind="roles", roles=tuple(entry(catalogue, role) for role in catalogue.roles)
    )


def entry(catalogue: Catalogue, role: Role) -> RoleEntry:
    """One role as it stands in a list."""
    return RoleEntry(
        id=role.id,
        title=role.title,
        summary=role.summary,
        track=role.track,
        rung=role.rung,
        salary=_pay(catalogue, role.salary),
    )


def show_role(catalogue: Catalogue, role: Role) -> RoleDetail:
    """One role in full, with every source behind it."""
    requirements = sorted(
        role.requirements,
        key=lambda it: (-catalogue.importances[it.importance], -it.level, catalogue.skill_order[it.skill]),
    )
    cited = [*role.sources]
    for sources in (
        *(it.sources for it in role.requirements),
        *(it.sources for it in role.gates),
        *(it.sources for it in role.responsibilities),
        *(it.sources for it in role.qualifications),
    ):
        cited.extend(sources)
    if role.salary:
        cited.extend((role.salary.source, *role.salary.sources))
    found = {source.id: source for key in cited if (source := catalogue.source_by_id.get(key))}
    return RoleDetail(
        schema_version=SCHEMA_VERSION,
        kind="role",
        role=role,
        salary=_pay(catalogue, role.salary),
        requirements=tuple(
            RequirementView(
                skill=it.skill,
                name=catalogue.skill_by_id[it.skill].name,
                level=it.level,
                level_name=catalogue.level_name(it.level),
                importance=it.importance,
                weight=catalogue.importances[it.importance],
                sources=it.sources,
                note=it.note,
            )
            for it in requirements
        ),
        next_roles=tuple(move.to_role for move in catalogue.career_moves if move.from_role == role.id),
        sources=tuple(source for source in catalogue.sources if source.id in found),
        citations={it.id: it.meaning for it in catalogue.citations if it.id in cited},
    )


def compare_roles(catalogue: Catalogue, first: Role, second: Role) -> RoleComparison:
    """What the second role asks beyond the first."""
    differences = []
    for skill in catalogue.skills:
        ours, theirs = first.requirement(skill.id), second.requirement(skill.id)
        if ours is None and theirs is None:
            continue
        differences.append(
            Difference(
                skill=skill.id,
                name=skill.name,
                first=ours.level if ours else 0,
                second=theirs.level if theirs else 0,
                first_importance=ours.importance if ours else None,
                second_importance=theirs.importance if theirs else None,
                steps=(theirs.level if theirs else 0) - (ours.level if ours else 0),
            )
        )
    weights = catalogue.importances

    def heaviest_first(it: Difference) -> tuple[int, int]:
        return -it.steps, -weights.get(it.second_importance or "", 0)

    return RoleComparison(
        schema_version=SCHEMA_VERSION,
        kind="role-comparison",
        first=entry(catalogue, first),
        second=entry(catalogue, second),
        more=tuple(sorted((it for it in differences if it.steps > 0), key=heaviest_first)),
        same=tuple(it for it in differences if it.steps == 0),
        less=tuple(sorted((it for it in differences if it.steps < 0), key=lambda it: it.steps)),
        first_gates=first.gates,
        second_gates=second.gates,
    )


def _pay(catalogue: Catalogue, salary: Salary | None) -> Pay | None:
    if salary is None:
        return None
    source = catalogue.source_by_id[salary.source]
    return Pay(
        amount=salary.amount,
        currency=salary.currency,
        period=salary.period,
        country=salary.country,
        source=f"{source.publisher}: {source.title}",
        link=source.where,
        accessed=salary.accessed,
        measure=salary.measure,
        period_and_country_stated=salary.period_and_country_stated,
        doubtful=salary.doubtful,
        doubt=salary.doubt,
    )
