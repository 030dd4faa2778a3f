"""Skills as reports: a list, one in full."""

from typing import Literal

from pmgap.catalogue import Action, Catalogue, Programme, Skill, Source
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION


@record
class SkillEntry(Record):
    """One skill in a list."""

    id: str
    """Stable id."""
    name: str
    """Name for people."""
    group: str
    """Id of its group."""
    group_name: str
    """Name of its group."""
    definition: str
    """What it is."""
    statements: int
    """Number of its statements."""
    must_in: tuple[str, ...]
    """Ids of the roles for which it has the deciding importance."""


@record
class SkillList(Record):
    """The skills of a catalogue."""

    schema_version: str
    """Version of the report."""
    kind: Literal["skills"]
    """What the report is."""
    skills: tuple[SkillEntry, ...]
    """In catalogue order."""


@record
class AskedBy(Record):
    """What one role asks of the skill."""

    role: str
    """Id of the role."""
    level: int
    """Level asked for."""
    importance: str
    """Such as "must"."""


@record
class SkillDetail(Record):
    """One skill in full."""

    schema_version: str
    """Version of the report."""
    kind: Literal["skill"]
    """What the report is."""
    skill: Skill
    """The skill as the catalogue has it."""
    group_name: str
    """Name of its group."""
    level_names: dict[str, str]
    """Level number to its name."""
    asked_by: tuple[AskedBy, ...]
    """What the roles ask of it."""
    actions: tuple[Action, ...]
    """What moves it by one level."""
    programmes: tuple[Programme, ...]
    """What moves it among other skills."""
    sources: tuple[Source, ...]
    """Every source behind it."""


def list_skills(catalogue: Catalogue) -> SkillList:
    """Every skill of the catalogue."""
    return SkillList(
        schema_version=SCHEMA_VERSION,
        kind="skills",
        skills=tuple(_entry(catalogue, skill) for skill in catalogue.skills),
    )


def _entry(catalogue: Catalogue, skill: Skill) -> SkillEntry:
    deciding = catalogue.deciding_importance
    return SkillEntry(
        id=skill.id,
        name=skill.name,
        group=skill.group,
        group_name=_group_name(catalogue, skill),
        definition=skill.definition,
        statements=sum(len(level.statements) for level in skill.levels),
        must_in=tuple(
            role.id
            for role in catalogue.roles
            if (need := role.requirement(skill.id)) is not None and need.importance == deciding
        ),
    )


def show_skill(catalogue: Catalogue, skill: Skill) -> SkillDetail:
    """One skill in full, with what the roles ask, what moves it, and every source behind it."""
    actions = tuple(it for it in catalogue.actions if it.skill == skill.id)
    programmes = tuple(it for it in catalogue.programmes if any(move.skill == skill.id for move in it.moves))
    cited = {*skill.sources, *skill.aliases_from, *skill.tools_from}
    for sources in (
        *(it.sources for it in skill.levels),
        *(it.sources for it in skill.cautions),
        *(it.sources for it in skill.esco),
        *(it.sources for it in actions),
        *(it.sources for it in programmes),
    ):
        cited.update(sources)
    cited.update(it.source for it in skill.demand)
    found = {source.id for key in cited if (source := catalogue.source_by_id.get(key))}
    return SkillDetail(
        schema_version=SCHEMA_VERSION,
        kind="skill",
        skill=skill,
        group_name=_group_name(catalogue, skill),
        level_names={str(level.level): level.name for level in catalogue.scale},
        asked_by=tuple(
            AskedBy(role=role.id, level=need.level, importance=need.importance)
            for role in catalogue.roles
            if (need := role.requirement(skill.id)) is not None
        ),
        actions=actions,
        programmes=programmes,
        sources=tuple(source for source in catalogue.sources if source.id in found),
    )


def _group_name(catalogue: Catalogue, skill: Skill) -> str:
    return next((group.name for group in catalogue.groups if group.id == skill.group), skill.group)
