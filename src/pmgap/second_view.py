"""How someone else sees it: what to ask them, and their answers beside one's own. Never averaged, never mixed.

Two people may see the same work differently. Where the levels that their answers allow do not overlap, there is
something to talk about; nothing here says who is right.
"""

from collections.abc import Iterable
from typing import Literal

from pmgap.assessment import SCHEMA_VERSION, CatalogueReference, RoleReference, unknown_ids
from pmgap.bracket import Basis, Bracket
from pmgap.catalogue import Catalogue, Role, Skill
from pmgap.interview import Mode, targets
from pmgap.judgement import given_answers, stand
from pmgap.profile import Profile, View
from pmgap.record import Record, record
from pmgap.sentences import counted, joined

_NAMED = 3
"""The most statements that a reason names."""


@record
class AskedStatement(Record):
    """One statement that someone else is asked about."""

    id: str
    """Id of the statement."""
    text: str
    """The act, in the words of the person it is about."""


@record
class AskedSkill(Record):
    """One skill that someone else is asked about."""

    name: str
    """Its name."""
    definition: str
    """What it is, in a sentence."""
    statements: tuple[AskedStatement, ...]
    """What is asked."""


@record
class Invitation(Record):
    """What someone else is asked, with none of the person's own answers."""

    about: str | None
    """Name of the person, if the profile gives one."""
    role: RoleReference
    """The role that it is about."""
    skills: tuple[AskedSkill, ...]
    """Skills of the role, heaviest first."""


@record
class TwoAnswers(Record):
    """One statement as two people answer it."""

    statement: str
    """Id of the statement."""
    text: str
    """The act, in the words of the person it is about."""
    own: str | None
    """The person's own answer; none if there is none."""
    other: str
    """The other's answer."""


@record
class SecondView(Record):
    """One skill as two people see it."""

    by: str
    """Name of the other."""
    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    own: Bracket
    """Levels that the person's own answers allow."""
    basis: Basis
    """What the own bracket rests on."""
    other: Bracket
    """Levels that the other's answers allow."""
    talk: bool
    """Whether the two do not overlap: worth a talk."""
    answers: tuple[TwoAnswers, ...]
    """What the other answered, beside the own answer."""
    because: str
    """Both views in a sentence."""


@record
class SecondViews(Record):
    """Everything that others see, beside the person's own view."""

    schema_version: str
    """Version of the report."""
    kind: Literal["second-views"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    name: str | None
    """Name of the person, if the profile gives one."""
    role: RoleReference | None
    """The role whose skills are shown; none for all skills."""
    by: tuple[str, ...]
    """Who answered, in the order of the profile."""
    views: tuple[SecondView, ...]
    """What to talk about first, then the heaviest skills, then catalogue order."""
    unknown_ids: tuple[str, ...]
    """Ids in the profile that the catalogue does not know; kept, not used."""


def invite(catalogue: Catalogue, profile: Profile, role: Role, mode: Mode) -> Invitation:
    """What to ask someone else about a role.

    ``quick`` asks at the level that the role asks for and leaves out the lightest importance, ``full`` asks about every
    statement of every skill. The person's own answers have no influence; skills that do not apply are left out.
    """
    excluded = frozenset(profile.not_applicable or ())
    skills = []
    for target in targets(catalogue, [role], mode):
        if target.skill.id in excluded:
            continue
        levels = target.levels if mode == "quick" else target.skill.answerable_levels()
        statements = tuple(
            AskedStatement(id=it.id, text=it.text)
            for level in levels
            for it in target.skill.statements_at(level)
            if not it.families or role.family in it.families
        )
        skills.append(AskedSkill(name=target.skill.name, definition=target.skill.definition, statements=statements))
    return Invitation(
        about=profile.name,
        role=RoleReference(id=role.id, title=role.title),
        skills=tuple(it for it in skills if it.statements),
    )


def report_views(catalogue: Catalogue, profile: Profile, role: Role | None = None) -> SecondViews:
    """Everything that others see of the skills of a role, or of all skills, as a report."""
    return SecondViews(
        schema_version=SCHEMA_VERSION,
        kind="second-views",
        catalogue=CatalogueReference(id=catalogue.id, version=catalogue.version, sha256=catalogue.sha256),
        name=profile.name,
        role=None if role is None else RoleReference(id=role.id, title=role.title),
        by=tuple(view.by for view in profile.views or () if view.known_answers()),
        views=second_views(catalogue, profile, role),
        unknown_ids=tuple(unknown_ids(catalogue, profile)),
    )


def second_views(catalogue: Catalogue, profile: Profile, role: Role | None = None) -> tuple[SecondView, ...]:
    """What others see beside what the person says, for each skill that another answered about.

    With a role, only its skills, heaviest first; without, all. What there is to talk about comes first.
    """
    weights = {it.skill: catalogue.importances[it.importance] for it in role.requirements} if role else {}
    excluded = frozenset(profile.not_applicable or ())
    found = [
        view
        for skill in catalogue.skills
        if skill.id not in excluded and (role is None or skill.id in weights)
        for view in _views_of(catalogue, profile, skill)
    ]
    found.sort(key=lambda it: (not it.talk, -weights.get(it.skill, 0)))
    return tuple(found)


def _views_of(catalogue: Catalogue, profile: Profile, skill: Skill) -> Iterable[SecondView]:
    own = stand(profile, skill, catalogue.top)
    answers = {it.statement: it.answer for it in given_answers(profile, skill)}
    for view in profile.views or ():
        seen = Profile(answers=view.answers)
        given = given_answers(seen, skill)
        if not given:
            continue
        other = stand(seen, skill, catalogue.top).bracket
        pairs = tuple(
            TwoAnswers(
                statement=it.statement,
                text=catalogue.statement_by_id[it.statement][2].text,
                own=answers.get(it.statement),
                other=it.answer,
            )
            for it in given
        )
        yield SecondView(
            by=view.by,
            skill=skill.id,
            name=skill.name,
            own=own.bracket,
            basis=own.basis,
            other=other,
            talk=own.bracket.high < other.low or other.high < own.bracket.low,
            answers=pairs,
            because=_because(view, own.bracket, own.basis, other, pairs),
        )


def _because(view: View, own: Bracket, basis: Basis, other: Bracket, pairs: tuple[TwoAnswers, ...]) -> str:
    seen = f"{view.by} sees {_level(other)} from {counted(len(pairs), 'answer')}"
    if basis == "not asked":
        return f"{seen}; you have not answered about it yet."
    differing = [it for it in pairs if it.own is not None and it.own != it.other]
    told = joined([f"{it.statement} (you {it.own}, {view.by} {it.other})" for it in differing], _NAMED)
    rest = f"; different answers to {told}" if differing else ""
    if own.high < other.low:
        fit = f"{view.by} has seen more than you claim"
    elif other.high < own.low:
        fit = f"you claim more than {view.by} has seen"
    else:
        fit = "the two overlap"
    return f"{_OWN[basis]} {_level(own)}; {seen}: {fit}{rest}."


_OWN: dict[Basis, str] = {
    "mentioned": "Your documents allow",
    "declared": "You rate yourself at",
    "claimed": "Your answers allow",
    "evidenced": "Your answers, with evidence, allow",
}


def _level(bracket: Bracket) -> str:
    return f"level {bracket.low}" if bracket.low == bracket.high else f"level {bracket.low} to {bracket.high}"
