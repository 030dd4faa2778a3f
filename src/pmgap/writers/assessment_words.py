"""What every drawing of an assessment says in the same words: verdicts, tallies, gates, goals, open questions."""

from collections.abc import Sequence

from pmgap.assessment import Assessment, AssessmentList, MeasureFirst, NextStep
from pmgap.bracket import Basis, Verdict
from pmgap.gates import GateResult
from pmgap.judgement import RequirementResult
from pmgap.sentences import counted, span

VERDICTS: dict[Verdict, str] = {
    "gap": "not shown yet", "unclear": "unclear", "not asked": "not asked", "met": "shown",
}  # fmt: skip
"""Verdicts in words, in the order in which reports group them: what is missing comes first."""

GATES = {"met": "met", "gap": "not met", "unknown": "not known"}

BASES: dict[Basis, str] = {
    "evidenced": "evidence",
    "claimed": "answers",
    "declared": "own rating",
    "mentioned": "a mention",
    "not asked": "nothing yet",
}
"""What a bracket rests on, in words."""

GOALS = 3
"""Next steps shown at first; more live goals than that are not pursued."""

_GROUNDS = {"evidenced": "with evidence", "declared": "by your own rating", "mentioned": "by a mention alone"}


def reports_in(report: Assessment | AssessmentList) -> tuple[Assessment, ...]:
    """The reports, one per role."""
    return (report,) if isinstance(report, Assessment) else report.assessments


def how_many_more(number: int, does: str, do: str) -> str:
    """How many more do something: ``1 more is open``, ``2 more are open``."""
    return f"{number} more {does if number == 1 else do}"


def heading(report: Assessment) -> str:
    """Whose report it is, and for which role."""
    return f"{report.profile.name} - {report.role.title}" if report.profile.name else report.role.title


def catalogue_line(report: Assessment) -> str:
    """Which catalogue the report rests on."""
    return f"Catalogue {report.catalogue.id} {report.catalogue.version}"


def answered(report: Assessment) -> str:
    """How much the report rests on: ``from 30 of 286 answers and 1 rated skill``."""
    rated = sum(it.basis == "declared" for it in report.requirements)
    also = f" and {counted(rated, 'rated skill')}" if rated else ""
    return f"from {report.profile.answered} of {report.profile.statements} answers{also}"


def sentence(text: str) -> str:
    """A reason as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def by_importance(report: Assessment) -> list[tuple[str, list[RequirementResult]]]:
    """Importance and its requirements, heaviest first; in each, gaps come first and what is shown comes last."""
    order = list(VERDICTS)
    groups: dict[str, list[RequirementResult]] = {}
    for it in report.requirements:
        groups.setdefault(it.importance, []).append(it)
    return [(importance, sorted(rows, key=lambda it: order.index(it.verdict))) for importance, rows in groups.items()]


def tally(rows: Sequence[RequirementResult]) -> str:
    """How requirements came out: ``6 of 14 not shown yet, 1 not asked, 7 shown (1 with evidence)``."""
    parts: list[str] = []
    for verdict, word in VERDICTS.items():
        count = sum(it.verdict == verdict for it in rows)
        if count:
            parts.append(f"{count} {word}" if parts else f"{count} of {len(rows)} {word}")
    met = [it.basis for it in rows if it.verdict == "met"]
    grounds = [f"{met.count(basis)} {words}" for basis, words in _GROUNDS.items() if basis in met]
    return ", ".join(parts) + (f" ({', '.join(grounds)})" if grounds else "")


def standing(it: RequirementResult) -> str:
    """A requirement in words: ``at level 0-2, asked 3: not shown yet``."""
    return f"at level {span(it.bracket)}, asked {it.required}: {VERDICTS[it.verdict]}"


def way(gate: GateResult) -> str:
    """The alternative that matters most for a gate: the one that is met, to find out about, or cheapest to meet."""
    if gate.verdict == "met":
        text = next(it.text for it in gate.alternatives if it.verdict == "met")
    else:
        text = gate.cheapest or ""
    heads = []
    if not gate.firm:
        heads.append("informs only")
    elif gate.verdict == "unknown":
        heads.append("find out")
    elif gate.verdict == "gap" and len(gate.alternatives) > 1:
        heads.append("cheapest way")
    if gate.unconfirmed:
        heads.append("to confirm")
    return f"{', '.join(heads)}: {text}" if heads else text


def goal(report: Assessment, step: NextStep) -> str:
    """What a next step moves: ``Road mapping, level 0 to 1``."""
    name = next((it.name for it in report.requirements if it.skill == step.skill), step.skill)
    return f"{name}, level {step.from_} to {step.to}"


def effort(step: NextStep) -> str:
    """What a next step takes: ``about 10 hours (estimate), cost: low``."""
    basis = "" if step.hours_basis == "stated" else " (estimate)"
    return f"about {step.hours:g} hour{'' if step.hours == 1 else 's'}{basis}, cost: {step.cost}"


def opening(report: Assessment, it: MeasureFirst) -> str:
    """What answering would settle: ``3 questions (level 0-4 possible, 3 asked)``."""
    found = next(entry for entry in report.requirements if entry.skill == it.skill)
    questions = counted(it.statements, "question") if it.statements else "no question left, another's view may help"
    return f"{questions} (level {span(found.bracket)} possible, {found.required} asked)"
