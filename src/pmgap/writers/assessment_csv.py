"""An assessment as a table for spreadsheets."""

from collections.abc import Iterator

from pmgap.assessment import Assessment, AssessmentList
from pmgap.writers.assessment_words import reports_in, way
from pmgap.writers.csv_table import Cell, csv_text

HEADS = (
    "role", "kind", "id", "name", "importance", "required", "low", "high", "verdict", "certain gap", "possible gap", "basis",
    "answers disagree", "because", "note", "sources",
)  # fmt: skip


def assessment_csv(report: Assessment | AssessmentList) -> str:
    """One row per skill that a role asks for, then one per gate; levels are numbers of their own, not ``1-3``."""
    return csv_text(HEADS, (row for it in reports_in(report) for row in _rows(it)))


def _rows(report: Assessment) -> Iterator[tuple[Cell, ...]]:
    for it in report.requirements:
        yield (
            report.role.id,
            "skill",
            it.skill,
            it.name,
            it.importance,
            it.required,
            it.bracket.low,
            it.bracket.high,
            it.verdict,
            it.gap.certain,
            it.gap.possible,
            it.basis,
            "yes" if it.contradiction else "no",
            it.because,
            it.note,
            "; ".join(it.sources),
        )
    for gate in report.gates:
        yield (
            report.role.id,
            "gate",
            gate.kind,
            way(gate),
            "firm" if gate.firm else "informs",
            None,
            None,
            None,
            gate.verdict,
            None,
            None,
            None,
            None,
            gate.because,
            gate.note,
            "; ".join(gate.sources),
        )
