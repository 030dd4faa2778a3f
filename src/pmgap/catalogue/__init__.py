"""What a catalogue is: roles, skills, statements, actions, sources.

The types are records (plain frozen dataclasses). pydantic checks whatever comes from a file (see
``readers.catalogue_file``); a start on the shipped catalogue, which was checked when it was built, needs no
pydantic at all.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from pmgap.catalogue.actions import Action, CostBand, Grants, Move, Programme, SkillStep
from pmgap.catalogue.roles import (
    Alternative,
    CareerMove,
    EducationLevel,
    EscoOccupation,
    Fit,
    Gate,
    ReportsTo,
    Requirement,
    Role,
    Salary,
)
from pmgap.catalogue.skills import (
    Caution,
    Demand,
    EscoSkill,
    Group,
    Level,
    SeedEntry,
    Skill,
    SkillLevel,
    Statement,
)
from pmgap.catalogue.sources import Citation, Fact, Source
from pmgap.catalogue.word_weights import Topic, WordWeights
from pmgap.record import Record, record

__all__ = [
    "Action",
    "Alternative",
    "CareerMove",
    "Catalogue",
    "Caution",
    "Citation",
    "CostBand",
    "Demand",
    "EducationLevel",
    "EscoOccupation",
    "EscoSkill",
    "Fact",
    "Fit",
    "Gate",
    "Grants",
    "Group",
    "Level",
    "Move",
    "Programme",
    "ReportsTo",
    "Requirement",
    "Role",
    "Salary",
    "SeedEntry",
    "Skill",
    "SkillLevel",
    "SkillStep",
    "Source",
    "Statement",
    "Topic",
    "WordWeights",
]

T = TypeVar("T")

FORMAT = 1
"""The version of the catalogue format that this release reads."""


@record
class Catalogue(Record):
    """Everything that pmgap knows: the scale, the skills, the roles, what to do, and where it comes from."""

    id: str
    """Short name of the catalogue."""
    version: str
    """Version of its content."""
    scale: tuple[Level, ...]
    """The levels, from 0."""
    importances: dict[str, int]
    """Importance name to weight. The heaviest decides readiness."""
    skills: tuple[Skill, ...]
    """The skills, in the order of reports."""
    roles: tuple[Role, ...]
    """The roles, in the order of lists."""
    pmgap_catalogue: int = FORMAT
    """Version of the format."""
    title: str = ""
    """What the catalogue is about."""
    language: str = "en"
    """Language of its statements; the wording rules are for English."""
    importance_meanings: dict[str, str] | None = None
    """Importance name to what it means."""
    cost_bands: tuple[CostBand, ...] = ()
    """Cost bands, cheapest first."""
    action_kinds: dict[str, str] | None = None
    """Action kind to mode: do, observe, learn, be coached."""
    education_levels: tuple[EducationLevel, ...] = ()
    """Education levels, lowest first."""
    groups: tuple[Group, ...] = ()
    """Skill groups, in the order of reports."""
    actions: tuple[Action, ...] = ()
    """What moves one skill by one level."""
    programmes: tuple[Programme, ...] = ()
    """What moves several skills."""
    career_moves: tuple[CareerMove, ...] = ()
    """Steps between roles."""
    entry_routes: tuple[Fact, ...] = ()
    """Ways into product work."""
    industries: tuple[Fact, ...] = ()
    """Fields of work and the backgrounds that fit them."""
    fits: tuple[Fit, ...] = ()
    """Backgrounds that lead to a role."""
    facts: tuple[Fact, ...] = ()
    """What sources say of product management as a whole."""
    demand_figures: tuple[Fact, ...] = ()
    """Counts over job postings."""
    sources: tuple[Source, ...] = ()
    """Where facts come from."""
    citations: tuple[Citation, ...] = ()
    """Short names for ways in which a source supports a fact."""
    word_weights: WordWeights | None = None
    """How much each word of a posting speaks for what it may ask; without it, aliases decide alone."""
    sha256: str = ""
    """Hash of the files that it was read from."""

    def made_once(self, make: "Callable[[Catalogue], T]") -> T:
        """What a function makes of the catalogue: made when it is first asked for, and kept with it."""
        kept: dict[Callable[[Catalogue], T], T] = vars(self).setdefault("_made", {})
        if make not in kept:
            kept[make] = make(self)
        return kept[make]

    def __getstate__(self) -> dict[str, Any]:
        """Its fields, without what was made of them, which is made anew where it is needed."""
        return {name: value for name, value in vars(self).items() if name != "_made"}

    @property
    def top(self) -> int:
        """The highest level of the scale."""
        return self.scale[-1].level

    @property
    def deciding_importance(self) -> str:
        """The heaviest importance ("must"): the one that decides readiness."""
        return max(self.importances, key=lambda name: self.importances[name])

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Role id to role."""
        return {role.id: role for role in self.roles}

    @cached_property
    def skill_by_id(self) -> dict[str, Skill]:
        """Skill id to skill."""
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def skill_order(self) -> dict[str, int]:
        """Skill id to its place in the catalogue."""
        return {skill.id: index for index, skill in enumerate(self.skills)}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Source or citation id to the source behind it."""
        sources = {source.id: source for source in self.sources}
        return sources | {entry.id: sources[entry.source] for entry in self.citations if entry.source in sources}

    @cached_property
    def statement_by_id(self) -> dict[str, tuple[Skill, int, Statement]]:
        """Statement id to its skill, level and text."""
        return {
            statement.id: (skill, entry.level, statement)
            for skill in self.skills
            for entry in skill.levels
            for statement in entry.statements
        }

    @cached_property
    def actions_by_step(self) -> dict[tuple[str, int], tuple[Action, ...]]:
        """(skill id, level it starts from) to its actions, in catalogue order."""
        steps: dict[tuple[str, int], tuple[Action, ...]] = {}
        for action in self.actions:
            key = (action.skill, action.from_level)
            steps[key] = (*steps.get(key, ()), action)
        return steps

    def level_name(self, level: int) -> str:
        """Name of a level; its number where the scale has no such level."""
        return next((entry.name for entry in self.scale if entry.level == level), str(level))

    def source_names(self, ids: tuple[str, ...]) -> str:
        """Short names of the sources behind some ids, each once, with commas between."""
        found = [self.source_by_id.get(key) for key in ids]
        names = [(it.short or it.title) if it else key for it, key in zip(found, ids, strict=True)]
        return ", ".join(dict.fromkeys(names))
