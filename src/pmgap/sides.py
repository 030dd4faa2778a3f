"""The two sides of a comparison: made from a profile, or from what a report says. Pure."""

from collections.abc import Collection, Sequence
from typing import Literal

from pmgap.assessment import assess
from pmgap.bracket import Basis, Bracket
from pmgap.catalogue import Catalogue, Role
from pmgap.judgement import given_answers, stand
from pmgap.profile import WORDS, Profile
from pmgap.record import Record, record
from pmgap.references import CatalogueReference, catalogue_reference
from pmgap.sentences import joined, span
from pmgap.snapshot import Snapshot, snapshot


@record
class Standing(Record):
    """What one side says of one skill."""

    name: str
    """Name of the skill."""
    bracket: Bracket
    """Levels that the answers allow."""
    basis: Basis
    """What the bracket rests on."""
    answers: dict[str, str]
    """Statement id to yes, partly or no."""
    note: str = ""
    """What was done to make it comparable."""


@record
class Side(Record):
    """One of the two looks."""

    kind: Literal["profile", "report"]
    """What it was read from."""
    name: str | None
    """Name of the person, where given."""
    catalogue: CatalogueReference
    """The catalogue it rests on."""
    skills: dict[str, Standing]
    """Skill id to what is known of it."""
    roles: dict[str, Snapshot]
    """Role id to how the person stands to it."""
    not_applicable: tuple[str, ...]
    """Skills that were said not to apply, sorted."""
    unknown_answers: dict[str, str] | None = None
    """Answers to statements that the catalogue in use does not know; none where they cannot be told, as in a report."""


def profile_side(catalogue: Catalogue, profile: Profile, roles: Sequence[Role], *, only_asked: bool) -> Side:
    """A profile as one side, against some roles; with ``only_asked``, of the skills that these roles ask for."""
    excluded = frozenset(profile.not_applicable or ())
    asked: Collection[str] = catalogue.skill_by_id.keys()
    if only_asked:
        asked = {need.skill for role in roles for need in role.requirements}
    skills = {}
    for skill in catalogue.skills:
        if skill.id in asked and skill.id not in excluded:
            found = stand(profile, skill, catalogue.top)
            answers = {it.statement: it.answer for it in given_answers(profile, skill)}
            skills[skill.id] = Standing(name=skill.name, bracket=found.bracket, basis=found.basis, answers=answers)
    return Side(
        kind="profile",
        name=profile.name,
        catalogue=catalogue_reference(catalogue),
        skills=skills,
        roles={role.id: snapshot(assess(catalogue, profile, role)) for role in roles},
        not_applicable=tuple(sorted(excluded.intersection(asked))),
        unknown_answers={
            key: WORDS[value] for key, value in profile.known_answers().items() if key not in catalogue.statement_by_id
        },
    )


def report_side(snapshots: Sequence[Snapshot]) -> Side:
    """What a report says of one person as one side; at least one snapshot."""
    skills = {
        it.skill: Standing(
            name=it.name or it.skill,
            bracket=it.bracket,
            basis=it.basis,
            answers={given.statement: given.answer for given in it.answers},
        )
        for report in snapshots
        for it in report.requirements
    }
    return Side(
        kind="report",
        name=snapshots[0].profile.name,
        catalogue=snapshots[0].catalogue,
        skills=skills,
        roles={report.role.id: report for report in snapshots},
        not_applicable=tuple(sorted({skill for report in snapshots for skill in report.not_applicable})),
    )


def read_again(catalogue: Catalogue, side: Side) -> Side:
    """The side with its brackets as the catalogue in use reads the answers behind them."""
    if side.catalogue.sha256 == catalogue.sha256:
        return side
    skills = {key: _stand_again(catalogue, key, it) for key, it in side.skills.items()}
    return Side(
        kind=side.kind,
        name=side.name,
        catalogue=side.catalogue,
        skills=skills,
        roles=side.roles,
        not_applicable=side.not_applicable,
        unknown_answers=side.unknown_answers,
    )


def _stand_again(catalogue: Catalogue, key: str, told: Standing) -> Standing:
    told, gone = _without_gone(catalogue, key, told)
    bracket = _bracket_again(catalogue, key, told)
    if bracket is None:
        return _noted(told, told.bracket, "as reported, since the catalogue in use knows nothing that it rests on")
    if bracket == told.bracket:
        return told
    why = f", without {joined(gone, most=3)}, which the catalogue no longer asks" if gone else ""
    return _noted(told, bracket, f"the report said {span(told.bracket)}, read again it is {span(bracket)}{why}")


def _without_gone(catalogue: Catalogue, key: str, told: Standing) -> tuple[Standing, list[str]]:
    """The standing without the answers that the catalogue in use has no statement for, if others are left."""
    skill = catalogue.skill_by_id.get(key)
    own = {it.id for entry in skill.levels for it in entry.statements} if skill else set()
    kept = {key: answer for key, answer in told.answers.items() if key in own}
    if not kept or len(kept) == len(told.answers):
        return told, []
    gone = sorted(told.answers.keys() - own)
    return Standing(name=told.name, bracket=told.bracket, basis=told.basis, answers=kept, note=told.note), gone


def _bracket_again(catalogue: Catalogue, key: str, told: Standing) -> Bracket | None:
    """The bracket by the catalogue in use; none where it does not know the skill or what its level rests on."""
    skill, top = catalogue.skill_by_id.get(key), catalogue.top
    if skill is None:
        return None
    if told.basis == "declared":
        return told.bracket if told.bracket.high <= top else None
    if told.basis not in ("claimed", "evidenced"):
        return Bracket(low=min(told.bracket.low, top), high=top)
    own = {it.id for entry in skill.levels for it in entry.statements}
    if not told.answers or not told.answers.keys() <= own:
        return None
    return stand(Profile(answers=dict(told.answers)), skill, top).bracket  # type: ignore[arg-type]


def _noted(told: Standing, bracket: Bracket, note: str) -> Standing:
    return Standing(name=told.name, bracket=bracket, basis=told.basis, answers=told.answers, note=note)
