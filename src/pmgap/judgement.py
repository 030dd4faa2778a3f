"""One requirement of a role against one profile: answers -> bracket -> verdict -> reason."""

from collections.abc import Sequence
from dataclasses import replace

from pmgap.bracket import Basis, Bracket, Gap, Reading, Verdict, gap, read_answers, verdict
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


@record
class Finding(Record):
    """How one requirement came out, in numbers alone: what a whole team is judged by, a thousand people at a time."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
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


def find(catalogue: Catalogue, profile: Profile, requirement: Requirement) -> Finding:
    """The verdict on one requirement, without the sentence that gives the reason."""
    skill = catalogue.skill_by_id[requirement.skill]
    return hold_against(catalogue, requirement, stand(profile, skill, catalogue.top))


def hold_against(catalogue: Catalogue, requirement: Requirement, standing: "Standing") -> Finding:
    """The verdict on what is known of a skill, held against what a role asks of it."""
    skill = catalogue.skill_by_id[requirement.skill]
    bracket, required = standing.bracket, requirement.level
    return Finding(
        skill=skill.id,
        name=skill.name,
        importance=requirement.importance,
        weight=catalogue.importances[requirement.importance],
        required=required,
        bracket=bracket,
        basis=standing.basis,
        verdict=verdict(bracket, required, standing.basis),
        gap=gap(bracket, required),
        contradiction=standing.contradiction,
    )


def judge_requirement(catalogue: Catalogue, profile: Profile, requirement: Requirement) -> RequirementResult:
    """The verdict on one requirement, with its reason."""
    skill = catalogue.skill_by_id[requirement.skill]
    found = find(catalogue, profile, requirement)
    given = given_answers(profile, skill)
    reason = _reason(profile, skill, given, found)
    required = requirement.level
    names = catalogue.source_names(requirement.sources)
    asks = f"the role asks for {required} ({catalogue.level_name(required)}{f'; source: {names}' if names else ''})"
    return RequirementResult(
        skill=skill.id,
        name=skill.name,
        group=skill.group,
        importance=requirement.importance,
        weight=found.weight,
        required=required,
        bracket=found.bracket,
        basis=found.basis,
        verdict=found.verdict,
        gap=found.gap,
        contradiction=found.contradiction,
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


@record
class Standing(Record):
    """What a profile says of one skill."""

    bracket: Bracket
    """Levels that it allows."""
    basis: Basis
    """What the bracket rests on."""
    contradiction: bool
    """Whether answers contradict each other."""


def stand(profile: Profile, skill: Skill, top: int) -> Standing:
    """What a profile says of one skill, on a scale that ends at ``top``.

    Answers win over a declared level, a declared level over mentions.
    """
    answers = profile.answers or {}
    halves = {
        entry.level: values
        for entry in skill.levels
        if (values := [HALVES[answers[it.id]] for it in entry.statements if answers.get(it.id) is not None])
    }
    if halves:
        reading = read_answers(halves, top)
        evidenced = reading.decided_by is not None and _is_evidenced(profile, skill, reading.decided_by)
        return claimed(reading, evidenced=evidenced)
    rated = (profile.levels or {}).get(skill.id)
    if rated is not None:
        return declared(rated)
    if (profile.mentions or {}).get(skill.id):
        return mentioned(top)
    return not_asked(top)


def claimed(reading: Reading, *, evidenced: bool) -> Standing:
    """What answers about a skill say."""
    basis: Basis = "evidenced" if evidenced else "claimed"
    return Standing(bracket=reading.bracket, basis=basis, contradiction=reading.contradiction)


def declared(level: int) -> Standing:
    """What a level says that was rated without statements."""
    return Standing(bracket=Bracket(low=level, high=level), basis="declared", contradiction=False)


def mentioned(top: int) -> Standing:
    """What it says of a skill that a document names it."""
    return Standing(bracket=Bracket(low=min(1, top), high=top), basis="mentioned", contradiction=False)


def not_asked(top: int) -> Standing:
    """What is known of a skill of which nothing is known."""
    return Standing(bracket=Bracket(low=0, high=top), basis="not asked", contradiction=False)


def _reason(profile: Profile, skill: Skill, given: Sequence[GivenAnswer], found: Finding) -> str:
    low, high = found.bracket.low, found.bracket.high
    if found.basis == "not asked":
        return f"Nothing is known yet, so any level from {low} to {high} is possible"
    if found.basis == "declared":
        return f"You rated yourself at level {low}"
    if found.basis == "mentioned":
        mention = (profile.mentions or {})[skill.id][0]
        return f'{mention.source} names it ("{mention.line}"), which shows at least level 1'
    told = ", ".join(f"{it.answer} to {it.statement}" for it in given)
    span = f"level {low}" if low == high else f"level {low} to {high}"
    rule = "answers contradict each other, so" if found.contradiction else "the answers allow"
    backed = ", with evidence" if found.basis == "evidenced" else ""
    return f"You said {told}{backed}: {rule} {span}"


def _is_evidenced(profile: Profile, skill: Skill, level: int) -> bool:
    backed: set[str] = set()
    for entry in profile.evidence or ():
        if entry.skill == skill.id and not entry.statements:
            return True
        backed.update(entry.statements)
    answers = profile.answers or {}
    return all(it.id in backed for it in skill.statements_at(level) if answers.get(it.id) is not None)


def raise_to(result: RequirementResult, level: int) -> RequirementResult:
    """The result as it would be once a level has been reached: both ends of the bracket are at least there."""
    if level <= result.bracket.low:
        return result
    bracket = Bracket(low=level, high=max(result.bracket.high, level))
    return replace(
        result,
        bracket=bracket,
        verdict=verdict(bracket, result.required, result.basis),
        gap=gap(bracket, result.required),
        because=f"{result.because[:-1]}; raised to {level}.",
    )
