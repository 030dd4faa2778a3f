"""Small catalogues of roles and moves, made for tests about several roles."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from pmgap.catalogue import (
    Action,
    Alternative,
    CareerMove,
    Catalogue,
    Gate,
    Level,
    Requirement,
    Role,
    Skill,
    SkillLevel,
    Statement,
)
from pmgap.profile import Answer, Background, Experience, Profile

TOP = 3
"""The highest level of these catalogues."""

SKILLS = ("baking", "serving", "buying")
"""Ids of their skills."""

YEARS = Gate(
    kind="experience",
    alternatives=(Alternative(text="five years of product work", experience="product", min_years=5),),
)
"""A gate that few pass."""


def skill(name: str) -> Skill:
    """A skill with two statements, ``a`` and ``b``, at every level above 0."""
    levels = tuple(
        SkillLevel(
            level=level,
            meaning="What it takes",
            statements=tuple(Statement(id=f"{name}.{level}{it}", text="I have done it.") for it in "ab" if level),
        )
        for level in range(TOP + 1)
    )
    return Skill(id=name, name=name.title(), group="crafts", definition="A craft.", levels=levels)


def role(name: str, levels: Mapping[str, int], *gates: Gate, importance: str = "must") -> Role:
    """A role that asks for these levels."""
    needs = tuple(Requirement(skill=key, level=level, importance=importance) for key, level in levels.items())
    return Role(id=name, title=name.title(), summary="A role.", requirements=needs, gates=gates)


def action(name: str, from_level: int, hours: float, to_level: int | None = None, setting: str = "either") -> Action:
    """An action for one step of a skill, or for several."""
    to = from_level + 1 if to_level is None else to_level
    return Action(
        id=f"{name}-{from_level}-{to}-{hours:g}",
        skill=name,
        from_level=from_level,
        to_level=to,
        kind="practice",
        title=f"Do {name}",
        hours=hours,
        setting=setting,  # type: ignore[arg-type]
        evidence=(f"{name}.{to}a",),
    )


def catalogue_of(
    roles: Iterable[Role], moves: Iterable[tuple[str, str]] = (), actions: Iterable[Action] | None = None
) -> Catalogue:
    """A catalogue of these roles and moves; without actions given, each step takes ten hours."""
    usual = [action(name, level, 10) for name in SKILLS for level in range(TOP)]
    return Catalogue(
        id="made",
        version="1",
        sha256="made",
        scale=tuple(Level(level=level, name=f"rank {level}") for level in range(TOP + 1)),
        importances={"must": 3, "nice": 1},
        action_kinds={"practice": "do", "book": "learn"},
        skills=tuple(skill(name) for name in SKILLS),
        roles=tuple(roles),
        actions=tuple(usual if actions is None else actions),
        career_moves=tuple(CareerMove(from_role=one, to_role=other, kind="move") for one, other in moves),
    )


@st.composite
def catalogues(draw: st.DrawFn, most_roles: int = 5) -> Catalogue:
    """Catalogues of two to five roles with any levels, gates, moves and hours."""
    names = [f"role{index}" for index in range(draw(st.integers(2, most_roles)))]
    levels = st.fixed_dictionaries({name: st.integers(0, TOP) for name in SKILLS})
    roles = [
        role(
            name,
            draw(levels),
            *([YEARS] if draw(st.booleans()) else []),
            importance=draw(st.sampled_from(["must", "nice"])),
        )
        for name in names
    ]
    pairs = [(one, other) for one in names for other in names if one != other]
    moves = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs)))
    steps = [(name, level) for name in SKILLS for level in range(TOP)]
    actions = {
        made.id: made
        for name, level in steps
        for hours in draw(st.lists(st.integers(1, 30), max_size=2))
        for made in [action(name, level, hours, draw(st.integers(level + 1, TOP)))]
    }
    return catalogue_of(roles, moves, actions.values())


@st.composite
def profiles(draw: st.DrawFn, catalogue: Catalogue) -> Profile:
    """Profiles with any answers, ratings, exclusions and background that fit a catalogue."""
    words: st.SearchStrategy[Answer] = st.sampled_from(["yes", "partly", "no", None])
    answered = draw(st.sets(st.sampled_from([it.id for it in catalogue.skills])))
    answers = {
        it.id: draw(words)
        for entry in catalogue.skills
        if entry.id in answered
        for level in entry.levels
        for it in level.statements
    }
    some_skill = st.sampled_from([it.id for it in catalogue.skills])
    levels = draw(st.dictionaries(some_skill, st.integers(0, catalogue.top)))
    left_out = draw(st.sets(some_skill, max_size=1))
    years = draw(st.sampled_from([None, 1.0, 7.0]))
    background = None if years is None else background_of(years)
    return Profile(answers=answers, levels=levels, not_applicable=tuple(sorted(left_out)), background=background)


def background_of(years: float) -> Background:
    """Years of product work and nothing else."""
    return Background(experience=(Experience(years=years, kind="product"),))
