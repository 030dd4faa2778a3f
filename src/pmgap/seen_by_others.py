"""What others answered about a person, beside what the person says. Never averaged, never mixed. Pure.

Two people may see the same work differently. Where the levels that their answers allow do not overlap, there is
something to talk about; nothing here says who is right.
"""

from collections.abc import Iterable

from pmgap.bracket import Basis, Bracket
from pmgap.catalogue import Catalogue, Role, Skill
from pmgap.judgement import given_answers, stand
from pmgap.profile import Profile, View
from pmgap.record import Record, record
from pmgap.sentences import counted, joined

_NAMED = 3
"""The most statements that a reason names."""


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
class OthersNote(Record):
    """What someone wrote beside a statement."""

    statement: str
    """Id of the statement."""
    text: str
    """The act, in the words of the person it is about."""
    note: str
    """What they wrote."""


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
    """Levels that the other's answers allow; all levels where there are only notes."""
    talk: bool
    """Whether the two do not overlap: worth a talk."""
    answers: tuple[TwoAnswers, ...]
    """What the other answered, beside the own answer."""
    because: str
    """Both views in a sentence."""
    notes: tuple[OthersNote, ...] = ()
    """What the other wrote beside statements."""


def second_views(catalogue: Catalogue, profile: Profile, role: Role | None = None) -> tuple[SecondView, ...]:
    """What others see beside what the person says, for each skill that another answered about or wrote a note to.

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
        notes = tuple(
            OthersNote(statement=it.id, text=it.text, note=view.notes[it.id])
            for entry in skill.levels
            for it in entry.statements
            if view.notes and it.id in view.notes
        )
        if not given and not notes:
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
            notes=notes,
        )


def _because(view: View, own: Bracket, basis: Basis, other: Bracket, pairs: tuple[TwoAnswers, ...]) -> str:
    if not pairs:
        return f"{view.by} left it open and wrote a note."
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
