"""What an assessment says, as far as comparing needs it: from a report of any age, or made anew from a profile."""

from typing import Literal

from pmgap.assessment import Assessment
from pmgap.bracket import Basis, Bracket, Coverage
from pmgap.judgement import GivenAnswer
from pmgap.record import Record, record
from pmgap.references import CatalogueReference, RoleReference


@record
class SnapshotProfile(Record):
    """Whose it is."""

    name: str | None = None
    """Name as given in the profile."""


@record
class SnapshotReadiness(Record):
    """The readiness word."""

    word: str
    """Such as "within reach"."""


@record
class SnapshotRequirement(Record):
    """How one requirement came out."""

    skill: str
    """Id of the skill."""
    weight: int
    """Weight of the importance."""
    required: int
    """Level asked for."""
    bracket: Bracket
    """Levels that the answers allow."""
    basis: Basis
    """What the bracket rests on."""
    name: str = ""
    """Name of the skill."""
    importance: str = ""
    """Such as "must"."""
    answers: tuple[GivenAnswer, ...] = ()
    """The answers behind it."""


@record
class SnapshotGate(Record):
    """How a gate came out."""

    kind: str
    """education, experience or certification."""
    verdict: Literal["met", "gap", "unknown"]
    """Whether it is met."""
    firm: bool = True
    """False if it only informs."""


@record
class Snapshot(Record):
    """One profile against one role at one time. The names of the fields are those of an assessment."""

    schema_version: str
    """Version of the report."""
    kind: Literal["assessment"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    role: RoleReference
    """The role."""
    coverage: Coverage
    """Share of what the role asks, as a band."""
    readiness: SnapshotReadiness
    """The readiness word."""
    requirements: tuple[SnapshotRequirement, ...]
    """What the role asks, and how it came out."""
    gates: tuple[SnapshotGate, ...] = ()
    """Conditions beside the skills."""
    not_applicable: tuple[str, ...] = ()
    """Required skills that were said not to apply."""
    profile: SnapshotProfile = SnapshotProfile()
    """Whose it is."""


@record
class SnapshotList(Record):
    """One profile against several roles at one time."""

    schema_version: str
    """Version of the report."""
    kind: Literal["assessments"]
    """What the report is."""
    assessments: tuple[Snapshot, ...]
    """One per role."""


def snapshot(report: Assessment) -> Snapshot:
    """The part of an assessment that comparing needs."""
    return Snapshot(
        schema_version=report.schema_version,
        kind=report.kind,
        catalogue=report.catalogue,
        role=report.role,
        coverage=report.coverage,
        readiness=SnapshotReadiness(word=report.readiness.word),
        requirements=tuple(
            SnapshotRequirement(
                skill=it.skill,
                weight=it.weight,
                required=it.required,
                bracket=it.bracket,
                basis=it.basis,
                name=it.name,
                importance=it.importance,
                answers=it.answers,
            )
            for it in report.requirements
        ),
        gates=tuple(SnapshotGate(kind=it.kind, verdict=it.verdict, firm=it.firm) for it in report.gates),
        not_applicable=report.not_applicable,
        profile=SnapshotProfile(name=report.profile.name),
    )
