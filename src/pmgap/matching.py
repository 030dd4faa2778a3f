"""One profile against every role: grouped by readiness, with reasons, never as one figure per role. Pure.

Each role is assessed as ``assess`` does it; what is added is what only shows over several roles: strengths that carry
over, the level step that opens most, and what to answer first while too little is known.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from pmgap.across_roles import (
    AnswerFirst,
    CarriedStrength,
    OpeningStep,
    carried_strengths,
    questions_that_narrow_most,
    step_that_opens_most,
)
from pmgap.assessment import Assessment, assess, unknown_ids
from pmgap.bracket import Basis, Coverage
from pmgap.catalogue import Catalogue
from pmgap.gates import GateResult
from pmgap.judgement import RequirementResult
from pmgap.profile import Background, Profile
from pmgap.readiness import Readiness, ReadinessWord
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference, catalogue_reference
from pmgap.role_fit import RoleFit, fitting_roles
from pmgap.sentences import counted, joined, span

MOST_REASONS = 3
"""The most reasons for and against that are named per role."""

_BASES: tuple[Basis, ...] = ("evidenced", "claimed", "declared", "mentioned", "not asked")

_GROUNDS: dict[Basis, str] = {
    "evidenced": " with evidence", "declared": " by your own rating", "mentioned": " by a mention alone",
}  # fmt: skip
"""What a strength rests on, where that is not answers alone."""

_MEANINGS: dict[ReadinessWord, str] = {
    "ready": "nothing essential is known to be missing",
    "within reach": "a few single steps, or a gate, are missing",
    "build first": "more than a few single steps are missing",
    "unclear": "too little is known to say",
}


@record
class Reason(Record):
    """One reason for or against a role."""

    kind: Literal["skill", "gate"]
    """What it is about."""
    id: str
    """Id of the skill, or kind of the gate."""
    name: str
    """Name for people."""
    what: str
    """The reason in a few words."""
    because: str
    """The reason in a sentence: the answers, the rule, the source."""


@record
class VerdictCount(Record):
    """How the requirements of one importance came out."""

    importance: str
    """Such as "must"."""
    met: int
    """How many are met."""
    gap: int
    """How many are a gap."""
    unclear: int
    """How many are unclear."""
    not_asked: int
    """How many nothing is known of."""


@record
class RoleMatch(Record):
    """One role against the profile."""

    role: RoleReference
    """The role."""
    coverage: Coverage
    """Share of what the role asks, as a band."""
    readiness: Readiness
    """A word with its reasons."""
    verdicts: tuple[VerdictCount, ...]
    """How its requirements came out, heaviest importance first."""
    gates: tuple[GateResult, ...]
    """Conditions beside the skills."""
    reasons_for: tuple[Reason, ...]
    """At most three strengths shown, heaviest first."""
    more_for: int
    """Further strengths shown."""
    reasons_against: tuple[Reason, ...]
    """At most three certain gaps of the deciding importance or firm gates not met."""
    more_against: int
    """Further reasons against."""
    background: tuple[str, ...]
    """Why the background leads to this role, where it does."""


@record
class MatchGroup(Record):
    """Roles with the same readiness word."""

    word: ReadinessWord
    """The word."""
    meaning: str
    """What the word says."""
    roles: tuple[RoleMatch, ...]
    """In catalogue order, which is no order of rank."""


@record
class BackgroundFit(Record):
    """A role that the background leads to."""

    role: RoleReference
    """The role."""
    because: tuple[str, ...]
    """One sentence per reason."""


@record
class Match(Record):
    """One profile against every role of the catalogue."""

    schema_version: str
    """Version of the report."""
    kind: Literal["match"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    name: str | None
    """Name as given in the profile."""
    answered: int
    """Statements of the catalogue that are answered."""
    statements: int
    """Statements of the catalogue."""
    rated: int
    """Skills that were rated without statements."""
    unclear_roles: int
    """Roles of which too little is known."""
    because: str
    """How far the picture can be trusted, and what to do about it."""
    groups: tuple[MatchGroup, ...]
    """By readiness word: ready, within reach, build first, unclear. Words without a role are left out."""
    carry_over: tuple[CarriedStrength, ...]
    """Strengths that are enough for most roles."""
    opens_most: OpeningStep | None
    """The single step that changes most; none where no gap is certain."""
    answer_first: tuple[AnswerFirst, ...]
    """What answering would narrow most, over all roles."""
    background: tuple[BackgroundFit, ...]
    """Roles that the background leads to, by the rules of the catalogue."""
    not_applicable: tuple[str, ...]
    """Skills that the person said do not apply; left out everywhere."""
    not_applicable_names: tuple[str, ...]
    """Names of the skills that do not apply, in the order of their ids."""
    unknown_ids: tuple[str, ...]
    """Ids in the profile that the catalogue does not know; kept, not used."""


def match_roles(catalogue: Catalogue, profile: Profile) -> Match:
    """Assess one profile against every role and tell what only shows over several roles."""
    reports = [assess(catalogue, profile, role) for role in catalogue.roles]
    fits = fitting_roles(catalogue, profile.background or Background())
    matches = [_role_match(catalogue, report, fits) for report in reports]
    words: dict[ReadinessWord, list[RoleMatch]] = {word: [] for word in _MEANINGS}
    for match in matches:
        words[match.readiness.word].append(match)
    answer_first = tuple(questions_that_narrow_most(catalogue, profile, reports))
    answered = sum(key in catalogue.statement_by_id for key in profile.known_answers())
    rated = sum(key in catalogue.skill_by_id for key in profile.levels or ())
    not_applicable = sorted(set(profile.not_applicable or ()) & catalogue.skill_by_id.keys())
    return Match(
        schema_version=SCHEMA_VERSION,
        kind="match",
        catalogue=catalogue_reference(catalogue),
        name=profile.name,
        answered=answered,
        statements=len(catalogue.statement_by_id),
        rated=rated,
        unclear_roles=len(words["unclear"]),
        because=_trust(answered, rated, (len(words["unclear"]), len(reports)), answer_first),
        groups=tuple(
            MatchGroup(word=word, meaning=_MEANINGS[word], roles=tuple(found)) for word, found in words.items() if found
        ),
        carry_over=tuple(carried_strengths(catalogue, reports)),
        opens_most=step_that_opens_most(catalogue, reports),
        answer_first=answer_first,
        background=tuple(
            BackgroundFit(role=RoleReference(id=fit.role.id, title=fit.role.title), because=fit.because) for fit in fits
        ),
        not_applicable=tuple(not_applicable),
        not_applicable_names=tuple(catalogue.skill_by_id[skill].name for skill in not_applicable),
        unknown_ids=tuple(unknown_ids(catalogue, profile)),
    )


def _role_match(catalogue: Catalogue, report: Assessment, fits: Sequence[RoleFit]) -> RoleMatch:
    strengths = [_strength(it) for it in _by_weight(report.requirements) if it.verdict == "met" and it.required > 0]
    gaps = [_gap(it) for it in report.requirements if _is_certain_gap(catalogue, it)]
    closed = [_closed_gate(gate) for gate in report.gates if gate.firm and gate.verdict == "gap"]
    # A gate that is not met is never crowded out by gaps in skills.
    against = gaps[: MOST_REASONS - min(len(closed), 1)] + closed
    return RoleMatch(
        role=report.role,
        coverage=report.coverage,
        readiness=report.readiness,
        verdicts=tuple(_counts(report.requirements)),
        gates=report.gates,
        reasons_for=tuple(strengths[:MOST_REASONS]),
        more_for=max(len(strengths) - MOST_REASONS, 0),
        reasons_against=tuple(against[:MOST_REASONS]),
        more_against=max(len(gaps) + len(closed) - MOST_REASONS, 0),
        background=next((fit.because for fit in fits if fit.role.id == report.role.id), ()),
    )


def _is_certain_gap(catalogue: Catalogue, it: RequirementResult) -> bool:
    return it.importance == catalogue.deciding_importance and it.gap.certain > 0


def _by_weight(results: Iterable[RequirementResult]) -> list[RequirementResult]:
    """What a role asks most of comes first, the best founded of equals before the others."""
    return sorted(results, key=lambda it: (-it.weight * it.required, _BASES.index(it.basis)))


def _strength(it: RequirementResult) -> Reason:
    shown = f"level {span(it.bracket)}{_GROUNDS.get(it.basis, '')}, {it.required} asked"
    return Reason(kind="skill", id=it.skill, name=it.name, what=shown, because=it.because)


def _gap(it: RequirementResult) -> Reason:
    short = f"{counted(it.gap.certain, 'step')} short of level {it.required}"
    return Reason(kind="skill", id=it.skill, name=it.name, what=short, because=it.because)


def _closed_gate(gate: GateResult) -> Reason:
    name = f"{gate.kind.capitalize()} gate"
    way = f"not met; {'cheapest way' if len(gate.alternatives) > 1 else 'asked'}: {gate.cheapest}"
    return Reason(kind="gate", id=gate.kind, name=name, what=way, because=gate.because)


def _counts(results: Sequence[RequirementResult]) -> Iterable[VerdictCount]:
    for importance in dict.fromkeys(it.importance for it in results):
        verdicts = [it.verdict for it in results if it.importance == importance]
        yield VerdictCount(
            importance=importance,
            met=verdicts.count("met"),
            gap=verdicts.count("gap"),
            unclear=verdicts.count("unclear"),
            not_asked=verdicts.count("not asked"),
        )


def _trust(answered: int, rated: int, unclear: tuple[int, int], answer_first: Sequence[AnswerFirst]) -> str:
    basis = counted(answered, "answer") + (f" and {counted(rated, 'rated skill')}" if rated else "")
    names = [it.name for it in answer_first[:MOST_REASONS]]
    first = f" Answering about {joined(names)} would narrow it most." if names else ""
    if 0 < unclear[0] == unclear[1]:
        return f"From {basis}, too little is known to tell one role from another.{first}"
    if unclear[0]:
        placed = f"From {basis}, {unclear[0]} of {counted(unclear[1], 'role')} cannot be placed yet"
        return f"{placed}: too much of what they ask most is open.{first}"
    return f"Every role can be placed, from {basis}."
