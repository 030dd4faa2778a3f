"""How someone else sees it: what to ask them, and their answers beside one's own. Never averaged, never mixed.

Two people may see the same work differently. Where the levels that their answers allow do not overlap, there is
something to talk about; nothing here says who is right.
"""

from typing import Literal

from pmgap.assessment import unknown_ids
from pmgap.catalogue import Catalogue, Role
from pmgap.interview import Mode, targets
from pmgap.profile import Profile
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference
from pmgap.seen_by_others import SecondView, second_views


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
        by=tuple(view.by for view in profile.views or () if view.known_answers() or view.notes),
        views=second_views(catalogue, profile, role),
        unknown_ids=tuple(unknown_ids(catalogue, profile)),
    )
