"""Two looks at one person: what is really different, and what is merely better known. Pure.

A change in a skill is called real only when the brackets before and after do not overlap. Reports of different
catalogues are made comparable through the statements: their ids are stable, so the old answers are read again with
the catalogue in use.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pmgap.bracket import Basis, Bracket, Coverage, coverage
from pmgap.catalogue import Catalogue
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference
from pmgap.sentences import counted, joined, span
from pmgap.sides import Side, Standing, read_again
from pmgap.snapshot import Snapshot, SnapshotGate

SkillWord = Literal["fallen", "risen", "may have fallen", "may have risen", "better known", "less known", "unchanged"]
CoverageWord = Literal["higher", "lower", "overlapping", "unchanged"]
GateWord = Literal["met now", "no longer met", "known now", "no longer known"]

_WORDS: tuple[SkillWord, ...] = (
    "fallen", "risen", "may have fallen", "may have risen", "better known", "less known", "unchanged",
)  # fmt: skip


@record
class SideReference(Record):
    """One of the two looks, as the report names it."""

    kind: Literal["profile", "report"]
    """What it was read from."""
    name: str | None
    """Name of the person, where given."""
    catalogue: CatalogueReference
    """The catalogue it rests on."""


@record
class AnswerChange(Record):
    """A statement answered in another way."""

    statement: str
    """Id of the statement."""
    before: str | None
    """yes, partly or no; none if it was not answered."""
    after: str | None
    """yes, partly or no; none if it is not answered."""
    text: str = ""
    """The act; empty where the catalogue in use does not know the statement."""


@record
class SkillChange(Record):
    """One skill, before and after."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    change: SkillWord
    """fallen and risen are real: the brackets do not overlap."""
    before: Bracket
    """Levels that the answers allowed before."""
    after: Bracket
    """Levels that the answers allow now."""
    basis_before: Basis
    """What the bracket rested on."""
    basis_after: Basis
    """What the bracket rests on."""
    answers: tuple[AnswerChange, ...]
    """Statements answered in another way."""
    because: str
    """The same in a sentence."""


@record
class GateChange(Record):
    """A gate whose verdict changed."""

    kind: str
    """education, experience or certification."""
    firm: bool
    """False if it only informs."""
    before: str
    """Verdict before."""
    after: str
    """Verdict now."""
    change: GateWord
    """What the change means."""


@record
class DemandChange(Record):
    """A skill that the role asks for in another way, as the catalogue changed."""

    skill: str
    """Id of the skill."""
    before: int | None
    """Level asked for before; none if it was not."""
    after: int | None
    """Level asked for now; none if it is not."""


@record
class RoleChange(Record):
    """One role, before and after."""

    role: RoleReference
    """The role."""
    coverage_before: Coverage
    """Coverage as it was told before."""
    coverage_before_as_asked_now: Coverage
    """Coverage before, held against what the role asks now, by the brackets compared here."""
    coverage_after: Coverage
    """Coverage now."""
    coverage_change: CoverageWord
    """higher and lower are real: the bands do not overlap."""
    readiness_before: str
    """Readiness word before."""
    readiness_after: str
    """Readiness word now."""
    gates: tuple[GateChange, ...]
    """Gates whose verdict changed."""
    demands: tuple[DemandChange, ...]
    """What the role asks in another way than before."""
    because: str
    """The same in a sentence."""


@record
class Comparison(Record):
    """Two looks at one person."""

    schema_version: str
    """Version of the report."""
    kind: Literal["comparison"]
    """What the report is."""
    before: SideReference
    """The earlier look."""
    after: SideReference
    """The later look."""
    changed: bool
    """Whether anything differs."""
    regression: bool
    """Whether a skill has really fallen or a firm gate that was met is not met now."""
    because: str
    """The whole in a sentence."""
    skills: tuple[SkillChange, ...]
    """Every skill that both sides tell of: fallen, risen, then what overlaps; unchanged last."""
    roles: tuple[RoleChange, ...]
    """Every role that both sides tell of."""
    left_out_now: tuple[str, ...]
    """Skills that are now said not to apply."""
    counted_again: tuple[str, ...]
    """Skills that are no longer said not to apply."""
    not_compared: tuple[str, ...]
    """Skills that only one side tells of."""
    notes: tuple[str, ...]
    """What else to know."""


def compare(catalogue: Catalogue, before: Side, after: Side) -> Comparison:
    """What changed between two looks at one person."""
    notes = list(_notes(before, after))
    if before.catalogue.sha256 != after.catalogue.sha256:
        before, after = read_again(catalogue, before), read_again(catalogue, after)
    order = catalogue.skill_order
    shared = sorted(before.skills.keys() & after.skills.keys(), key=lambda key: (order.get(key, len(order)), key))
    skills = [_skill_change(catalogue, key, before.skills[key], after.skills[key]) for key in shared]
    skills.sort(key=lambda it: _WORDS.index(it.change))
    roles = [
        _role_change(before, after, before.roles[key], after.roles[key]) for key in after.roles if key in before.roles
    ]
    left_out_now = sorted(set(after.not_applicable) - set(before.not_applicable))
    counted_again = sorted(set(before.not_applicable) - set(after.not_applicable))
    lost = [it for it in roles if any(gate.firm and gate.change == "no longer met" for gate in it.gates)]
    touched = any(it.change != "unchanged" or it.answers or it.basis_before != it.basis_after for it in skills)
    changed = touched or bool(left_out_now or counted_again) or any(_differs(it) for it in roles)
    return Comparison(
        schema_version=SCHEMA_VERSION,
        kind="comparison",
        before=_reference(before),
        after=_reference(after),
        changed=changed,
        regression=bool(lost) or any(it.change == "fallen" for it in skills),
        because=_summary(skills, roles, changed=changed, all_compared=not _unknown_changes(before, after)),
        skills=tuple(skills),
        roles=tuple(roles),
        left_out_now=tuple(left_out_now),
        counted_again=tuple(counted_again),
        not_compared=tuple(
            sorted((before.skills.keys() ^ after.skills.keys()) - set(left_out_now) - set(counted_again))
        ),
        notes=tuple(notes),
    )


def _reference(side: Side) -> SideReference:
    return SideReference(kind=side.kind, name=side.name, catalogue=side.catalogue)


def _notes(before: Side, after: Side) -> Iterable[str]:
    if before.name and after.name and before.name != after.name:
        names = f"{before.name} and {after.name}"
        yield f"The names differ, {names}. This is meant for one person at two times, not for two people."
    if before.catalogue.sha256 != after.catalogue.sha256:
        ours, theirs = (f"{it.catalogue.id} {it.catalogue.version}" for it in (before, after))
        yield (
            f"The catalogues differ ({ours}, {theirs}), so the answers were read again by their statement ids, where "
            "the catalogue in use knows them."
        )
    if before.roles and after.roles and before.roles.keys().isdisjoint(after.roles):
        yield "The two sides tell of different roles, so only skills are compared."
    if not before.roles and not after.roles:
        yield "No role is named, so coverage, readiness and gates are not compared: use --role ROLE."
    if unknown := _unknown_changes(before, after):
        yield (
            f"Not compared, as the catalogue in use does not know these statements: {joined(unknown, most=5)}. "
            "The answers stay in the profiles."
        )


def _unknown_changes(before: Side, after: Side) -> list[str]:
    """Statements that the catalogue in use does not know, answered in another way by two profiles."""
    ours, theirs = before.unknown_answers, after.unknown_answers
    if ours is None or theirs is None:
        return []
    return sorted(key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key))


def _skill_change(catalogue: Catalogue, skill: str, before: Standing, after: Standing) -> SkillChange:
    word = skill_word(before.bracket, after.bracket, known=after.basis not in ("not asked", "mentioned"))
    keys = sorted(before.answers.keys() | after.answers.keys())
    answers = tuple(
        AnswerChange(
            statement=key,
            before=before.answers.get(key),
            after=after.answers.get(key),
            text=catalogue.statement_by_id[key][2].text if key in catalogue.statement_by_id else "",
        )
        for key in keys
        if before.answers.get(key) != after.answers.get(key)
    )
    return SkillChange(
        skill=skill,
        name=after.name,
        change=word,
        before=before.bracket,
        after=after.bracket,
        basis_before=before.basis,
        basis_after=after.basis,
        answers=answers,
        because=_why(word, before, after, answers),
    )


def skill_word(before: Bracket, after: Bracket, *, known: bool = True) -> SkillWord:
    """What may be said of a change from one bracket to another; ``known`` is false if nothing was answered after."""
    if before == after:
        return "unchanged"
    if after.low > before.high:
        return "risen"
    if after.high < before.low:
        return "fallen"
    if before.low <= after.low and after.high <= before.high:
        return "better known"
    if not known or (after.low < before.low and after.high > before.high):
        return "less known"
    return "may have risen" if after.high > before.high else "may have fallen"


_RULES: dict[SkillWord, str] = {
    "fallen": (
        "the brackets do not overlap. It may be long unused, or your standard may have risen; both are worth a look"
    ),
    "risen": "the brackets do not overlap, so this is a real rise",
    "may have fallen": "the brackets overlap, so it may be the same level",
    "may have risen": "the brackets overlap, so it may be the same level",
    "better known": "inside what was possible before, so more is known and nothing need have changed",
    "less known": "wider than before, so less is known and nothing need have changed",
    "unchanged": "nothing changed",
}


def _why(word: SkillWord, before: Standing, after: Standing, answers: Sequence[AnswerChange]) -> str:
    bases = "" if before.basis == after.basis else f"; {before.basis} before, {after.basis} now"
    told = joined([f"{it.statement} from {it.before or 'open'} to {it.after or 'open'}" for it in answers], most=4)
    changes = f" Changed: {told}." if told else ""
    if word == "unchanged":
        kept = f"Level {span(after.bracket)} before and now{bases}.{changes}"
    else:
        kept = f"Level {span(before.bracket)} before, {span(after.bracket)} now{bases}: {_RULES[word]}.{changes}"
    notes = [f" {when}: {it.note}." for when, it in (("Before", before), ("Now", after)) if it.note]
    return kept + "".join(notes)


def _role_change(before: Side, after: Side, ours: Snapshot, theirs: Snapshot) -> RoleChange:
    asked_before = {it.skill: it.required for it in ours.requirements}
    asked_after = {it.skill: it.required for it in theirs.requirements}
    demands = tuple(
        DemandChange(skill=key, before=asked_before.get(key), after=asked_after.get(key))
        for key in sorted(asked_before.keys() | asked_after.keys())
        if asked_before.get(key) != asked_after.get(key)
        and key not in ours.not_applicable
        and key not in theirs.not_applicable
    )
    as_asked_now = coverage(
        (it.weight, it.required, before.skills[it.skill].bracket)
        for it in theirs.requirements
        if it.skill in before.skills
    )
    now = coverage(
        (it.weight, it.required, after.skills[it.skill].bracket)
        for it in theirs.requirements
        if it.skill in before.skills
    )
    word = coverage_word(as_asked_now, now)
    return RoleChange(
        role=theirs.role,
        coverage_before=ours.coverage,
        coverage_before_as_asked_now=as_asked_now,
        coverage_after=theirs.coverage,
        coverage_change=word,
        readiness_before=ours.readiness.word,
        readiness_after=theirs.readiness.word,
        gates=tuple(_gate_changes(ours.gates, theirs.gates)),
        demands=demands,
        because=_why_role(word, ours, theirs, demands),
    )


def coverage_word(before: Coverage, after: Coverage) -> CoverageWord:
    """What may be said of a change from one band to another."""
    if before == after:
        return "unchanged"
    if after.low > before.high:
        return "higher"
    if after.high < before.low:
        return "lower"
    return "overlapping"


_COVERAGE_RULES: dict[CoverageWord, str] = {
    "higher": "The coverage is really higher: the bands do not overlap",
    "lower": "The coverage is really lower: the bands do not overlap",
    "overlapping": "The bands of the coverage overlap, so they do not show a change",
    "unchanged": "The coverage is the same",
}


def _why_role(word: CoverageWord, ours: Snapshot, theirs: Snapshot, demands: Sequence[DemandChange]) -> str:
    told = _COVERAGE_RULES[word]
    if demands:
        skills = joined([it.skill for it in demands], most=4)
        told += f"; the role asks otherwise for {skills} than before, which is taken into account"
    if ours.readiness.word != theirs.readiness.word:
        told += f". The readiness goes from {ours.readiness.word} to {theirs.readiness.word}"
    return f"{told}."


def _gate_changes(before: Sequence[SnapshotGate], after: Sequence[SnapshotGate]) -> Iterable[GateChange]:
    words: dict[tuple[str, str], GateWord] = {("met", "gap"): "no longer met", ("unknown", "gap"): "known now"}
    earlier = _numbered(before)
    for key, gate in _numbered(after).items():
        old = earlier.get(key)
        if old is None or old.verdict == gate.verdict:
            continue
        known: GateWord = "met now" if gate.verdict == "met" else "no longer known"
        change = words.get((old.verdict, gate.verdict), known)
        yield GateChange(kind=gate.kind, firm=gate.firm, before=old.verdict, after=gate.verdict, change=change)


def _numbered(gates: Sequence[SnapshotGate]) -> Mapping[tuple[str, bool, int], SnapshotGate]:
    """Gates by kind, firmness and place among their like."""
    found: dict[tuple[str, bool, int], SnapshotGate] = {}
    for gate in gates:
        place = sum(key[:2] == (gate.kind, gate.firm) for key in found)
        found[(gate.kind, gate.firm, place)] = gate
    return found


def _differs(it: RoleChange) -> bool:
    return (
        it.coverage_before != it.coverage_after
        or it.readiness_before != it.readiness_after
        or bool(it.gates)
        or bool(it.demands)
    )


def _summary(skills: Sequence[SkillChange], roles: Sequence[RoleChange], *, changed: bool, all_compared: bool) -> str:
    if not changed:
        return "No change." if all_compared else "No change in what can be compared."
    counts = {word: sum(it.change == word for it in skills) for word in _WORDS}
    parts = [f"{counted(counts[word], 'skill')} {word}" for word in _WORDS if counts[word]]
    told = f"{joined(parts)}." if parts else "No skill is told of by both sides."
    gates = [f"{gate.kind} {gate.change} ({role.role.title})" for role in roles for gate in role.gates]
    return f"{told} Gates: {joined(gates, most=3)}." if gates else told
