"""The scale and the skills: what each level of a skill looks like and what is asked about it."""

from pmgap.record import Record, record


@record
class Level(Record):
    """One named level of the scale."""

    level: int
    """Its number; the scale starts at 0 and has no holes."""
    name: str
    """Short name, such as "working"."""
    label: str = ""
    """The name in plain words, such as "Does it"."""
    meaning: str = ""
    """What holding this level means, for every skill."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Group(Record):
    """A group of skills."""

    id: str
    """Stable id."""
    name: str
    """Name for people."""
    meaning: str = ""
    """What belongs in it."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Statement(Record):
    """One can-do statement about a past act, answered yes, partly or no."""

    id: str
    """Stable id, "skill.3a": the skill, the level, a letter. Never reused for another act."""
    text: str
    """The act, in the first person."""
    families: tuple[str, ...] = ()
    """Role families that it speaks to; empty for all."""


@record
class SkillLevel(Record):
    """What one level of one skill looks like."""

    level: int
    """Level number on the scale."""
    meaning: str
    """The behaviour that marks the level."""
    exemplar: str | None = None
    """One short instance, shown on request."""
    statements: tuple[Statement, ...] = ()
    """What is asked at this level."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Caution(Record):
    """A word that is easily mistaken for the skill or role."""

    term: str
    """The word or phrase."""
    caution: str
    """What else it may mean."""
    unless: tuple[str, ...] = ()
    """Phrases that, around the term, show that it is not meant."""
    needs: tuple[str, ...] = ()
    """Words of which one must stand in the same line for the term to count."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class SeedEntry(Record):
    """How the seed article lists the skill."""

    name: str
    """The name there."""
    category: str
    """The kind of skill it is called there."""


@record
class Demand(Record):
    """How many job postings name the skill."""

    source: str
    """Id of the source that counted."""
    percent: float
    """Share of the postings, 0 to 100."""
    of: int
    """Number of postings counted."""
    mentions: int | None = None
    """Number of postings that name it."""


@record
class EscoSkill(Record):
    """A link to a skill of the ESCO classification."""

    label: str
    """Its name in ESCO."""
    uri: str
    """Its permanent address."""
    kind: str
    """The ESCO type, "skill/competence" or "knowledge"."""
    match: str
    """How near it is: exact, close, related."""
    occupations: dict[str, str] | None = None
    """ESCO occupations that name it, with "essential" or "optional"."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""


@record
class Skill(Record):
    """Something a product person does, with what each level of it looks like."""

    id: str
    """Stable id."""
    name: str
    """Name for people."""
    group: str
    """Id of its skill group."""
    definition: str
    """What the skill is, in a sentence."""
    levels: tuple[SkillLevel, ...]
    """Its levels, from 0."""
    sources: tuple[str, ...] = ()
    """Ids of sources or citations."""
    seed: SeedEntry | None = None
    """How the seed article lists it, if it does."""
    anchors: tuple[str, ...] = ()
    """Parts of outside frameworks that the levels were held against."""
    aliases: tuple[str, ...] = ()
    """Words in CVs and postings that mean this skill."""
    aliases_from: tuple[str, ...] = ()
    """Ids of the sources of the aliases."""
    tools: tuple[str, ...] = ()
    """Tools that hint at the skill."""
    tools_from: tuple[str, ...] = ()
    """Ids of the sources of the tools."""
    cautions: tuple[Caution, ...] = ()
    """Words that only look like it."""
    demand: tuple[Demand, ...] = ()
    """How many postings name it."""
    esco: tuple[EscoSkill, ...] = ()
    """Links to ESCO."""

    def statements_at(self, level: int) -> tuple[Statement, ...]:
        """The statements of one level; none where the level has none."""
        return next((entry.statements for entry in self.levels if entry.level == level), ())

    def answerable_levels(self) -> list[int]:
        """The levels that have a statement, from the lowest."""
        return sorted(entry.level for entry in self.levels if entry.statements)
