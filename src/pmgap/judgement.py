"""One requirement of a role against one profile: answers -> bracket -> verdict -> reason."""

from collections.abc import Iterable, Sequence

from pmgap.bracket import Basis, Bracket, Gap, Verdict, gap, read_answers, verdict
from pmgap.catalogue import Catalogue, Requirement, Skill
from pmgap.profile import HALVES, WORDS, Profile
from pmgap.record import Record, record


@record
class GivenAnswer(Record):
    """An answer that a bracket rests on."""

    statement: str
    """Id of the statement."""
    level: int
    """Its level."""
    answer: str
    """yes, partly or no."""


@record
class RequirementResult(Record):
    """How one requirement came out."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    group: str
    """Id of its group."""
    importance: str
    """Such as "must"."""
    weight: int
    """Weight of the importance."""
    required: int
    """Level asked for."""
    bracket: Bracket
    """Levels that the answers allow."""
    basis: Basis
    """What the bracket rests on."""
    verdict: Verdict
    """met, unclear, gap or not asked."""
    gap: Gap
    """Missing level steps."""
    contradiction: bool
    """Whether answers contradict each other."""
    answers: tuple[GivenAnswer, ...]
    """The answers, lowest level first."""
    because: str
    """The reason, in a sentence: the answers, the rule, the source."""
    sources: tuple[str, ...]
    """Ids of the sources of the requirement."""
    note: str
    """Why the figure departs from a source, where it does."""


def judge_requirement(catalogue: Catalogue, profile: Profile, requirement: Requirement) -> RequirementResult:
    """The verdict on one requirement, with its reason."""
    skill = catalogue.skill_by_id[requirement.skill]
    given = given_answers(profile, skill)
    bracket, basis, contradiction, reason = judge_skill(catalogue, profile, skill, given)
    required = requirement.level
    names = catalogue.source_names(requirement.sources)
    asks = f"the role asks for {required} ({catalogue.level_name(required)}{f'; source: {names}' if names else ''})"
    return RequirementResult(
        skill=skill.id,
        name=skill.name,
        group=skill.group,
        importance=requirement.importance,
        weight=catalogue.importances[requirement.importance],
        required=required,
        bracket=bracket,
        basis=basis,
        verdict=verdict(bracket, required, basis),
        gap=gap(bracket, required),
        contradiction=contradiction,
        answers=given,
        because=f"{reason}; {asks}.",
        sources=requirement.sources,
        note=requirement.note,
    )


def given_answers(profile: Profile, skill: Skill) -> tuple[GivenAnswer, ...]:
    """The answers of a profile about one skill, lowest level first."""
    answers = profile.answers or {}
    return tuple(
        GivenAnswer(statement=statement.id, level=entry.level, answer=WORDS[answers[statement.id]])
        for entry in skill.levels
        for statement in entry.statements
        if answers.get(statement.id) is not None
    )


def judge_skill(
    catalogue: Catalogue, profile: Profile, skill: Skill, given: Sequence[GivenAnswer]
) -> tuple[Bracket, Basis, bool, str]:
    """Bracket, basis, whether the answers contradict each other, and the reason, for one skill.

    Answers win over a declared level, a declared level over mentions.
    """
    top = catalogue.top
    if given:
        halves: dict[int, list[int]] = {}
        for it in given:
            halves.setdefault(it.level, []).append(HALVES[it.answer])  # type: ignore[index]
        reading = read_answers(halves, top)
        evidenced = reading.decided_by is not None and _is_evidenced(profile, skill, given, reading.decided_by)
        low, high = reading.bracket.low, reading.bracket.high
        told = ", ".join(f"{it.answer} to {it.statement}" for it in given)
        span = f"level {low}" if low == high else f"level {low} to {high}"
        rule = "answers contradict each other, so" if reading.contradiction else "the answers allow"
        backed = ", with evidence" if evidenced else ""
        reason = f"You said {told}{backed}: {rule} {span}"
        return reading.bracket, "evidenced" if evidenced else "claimed", reading.contradiction, reason
    declared = (profile.levels or {}).get(skill.id)
    if declared is not None:
        return Bracket(low=declared, high=declared), "declared", False, f"You rated yourself at level {declared}"
    mentions = (profile.mentions or {}).get(skill.id)
    if mentions:
        reason = f'{mentions[0].source} names it ("{mentions[0].line}"), which shows at least level 1'
        return Bracket(low=min(1, top), high=top), "mentioned", False, reason
    return Bracket(low=0, high=top), "not asked", False, f"Nothing is known yet, so any level from 0 to {top} is possible"


def _is_evidenced(profile: Profile, skill: Skill, given: Iterable[GivenAnswer], level: int) -> bool:
    backed: set[str] = set()
    for entry in profile.evidence or ():
        if entry.skill == skill.id and not entry.statements:
            return True
        backed.update(entry.statements)
    return all(it.statement in backed for it in given if it.level == level)
