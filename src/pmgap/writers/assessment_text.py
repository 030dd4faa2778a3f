"""An assessment as text for people."""

from collections.abc import Sequence

from rich.text import Text

from pmgap.assessment import Assessment
from pmgap.judgement import RequirementResult
from pmgap.writers.screen import STYLES, Sheet, percent

VERDICTS = {"met": "shown", "gap": "not shown yet", "unclear": "unclear", "not asked": "not asked yet"}
GATES = {"met": "met", "gap": "not met", "unknown": "not known"}
GOALS = 3
"""Next steps shown at first; more live goals than that are not pursued."""


def write_assessment(report: Assessment, sheet: Sheet, *, full: bool = False) -> None:
    """Draw the report: readiness and coverage, musts first, gates, what to do next, what to find out."""
    name = f"{report.profile.name} - " if report.profile.name else ""
    sheet.title(f"{name}{report.role.title}", f"catalogue {report.catalogue.id} {report.catalogue.version}")
    _summary(report, sheet)
    top = max([it.bracket.high for it in report.requirements] + [it.required for it in report.requirements], default=0)
    importances = list(dict.fromkeys(it.importance for it in report.requirements))
    for index, importance in enumerate(importances):
        rows = [it for it in report.requirements if it.importance == importance]
        last = index == len(importances) - 1 and len(importances) > 1
        _requirements(sheet, importance, rows, top, full=full, folded=last and not full)
    sheet.line(_legend(sheet), indent=2, style="dim")
    _gates(report, sheet, full=full)
    _next(report, sheet, full=full)
    _find_out(report, sheet, full=full)
    if report.not_applicable:
        sheet.heading("Left out, as you said they do not apply")
        sheet.line(", ".join(report.not_applicable), indent=2)
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)


def _summary(report: Assessment, sheet: Sheet) -> None:
    readiness, coverage = report.readiness, report.coverage
    width = min(40, max(10, sheet.console.width - 36))
    basis = f"from {report.profile.answered} of {report.profile.statements} answers"
    sheet.console.print()
    sheet.pairs(
        [
            ("Readiness", readiness.word),
            *[("", f"{reason[0].upper()}{reason[1:]}.") for reason in readiness.because],
            ("Coverage", f"{percent(coverage.low, coverage.high)} of what the role asks, {basis}"),
            ("", sheet.band(coverage.low, coverage.high, width)),
        ]
    )
    if readiness.would_change:
        sheet.heading("What would change the word")
        for move in readiness.would_change:
            sheet.bullet(f"{move}.")


def _requirements(
    sheet: Sheet, importance: str, rows: Sequence[RequirementResult], top: int, *, full: bool, folded: bool
) -> None:
    counts = {verdict: sum(it.verdict == verdict for it in rows) for verdict in VERDICTS}
    told = ", ".join(f"{count} {VERDICTS[verdict]}" for verdict, count in counts.items() if count)
    sheet.heading(f"{importance.capitalize()} ({told})")
    if folded:
        sheet.line("Use --full to see these.", indent=2, style="dim")
        return
    sheet.table(
        ("Skill", "You", "Asked", "", "", "Basis"),
        [
            (
                it.name + (" (answers disagree)" if it.contradiction else ""),
                span(it.bracket.low, it.bracket.high),
                str(it.required),
                sheet.levels(it.bracket.low, it.bracket.high, it.required, top),
                Text(_verdict(it), style=STYLES[it.verdict]),
                it.basis if it.basis != "not asked" else "",
            )
            for it in rows
        ],
        numeric=(1, 2, 3),
    )
    if full:
        for it in rows:
            sheet.bullet(f"{it.name}: {it.because}{f' Note: {it.note}' if it.note else ''}")


def span(low: int, high: int) -> str:
    """A bracket in words: ``2`` or ``1-3``."""
    return str(low) if low == high else f"{low}-{high}"


def _verdict(it: RequirementResult) -> str:
    if it.verdict != "gap":
        return VERDICTS[it.verdict]
    steps = f"{it.gap.certain} step{'' if it.gap.certain == 1 else 's'}"
    return f"{VERDICTS['gap']}, {steps}"


def _legend(sheet: Sheet) -> str:
    marks = sheet.marks
    return f"{marks['held']} shown  {marks['open']} possible  {marks['missing']} not shown  {marks['asked']} asked"


def _gates(report: Assessment, sheet: Sheet, *, full: bool) -> None:
    if not report.gates:
        return
    sheet.heading("Gates (beside the skills, never mixed in)")
    for gate in report.gates:
        softness = "" if gate.firm else ", informs only"
        sheet.bullet(f"{gate.kind.capitalize()}{softness}: {GATES[gate.verdict]}. {gate.because}")
        if gate.cheapest and len(gate.alternatives) > 1 and gate.verdict == "gap":
            sheet.line(f"Cheapest way: {gate.cheapest}.", indent=4)
        if full:
            for alternative in gate.alternatives:
                sheet.bullet(f"{alternative.text}: {GATES[alternative.verdict]}. {alternative.because}", indent=4)
            if gate.note:
                sheet.line(gate.note, indent=4)


def _next(report: Assessment, sheet: Sheet, *, full: bool) -> None:
    if not report.next_steps:
        return
    shown = report.next_steps if full else report.next_steps[:GOALS]
    sheet.heading("What to do next")
    for index, step in enumerate(shown, 1):
        hours = f"about {step.hours:g} hours{'' if step.hours_basis == 'stated' else ' (estimate)'}, {step.cost}"
        sheet.bullet(f"{step.title}. {hours}.", mark=f"{index}.")
        if full:
            sheet.line(step.because, indent=5)
    if left := len(report.next_steps) - len(shown):
        sheet.line(f"{left} more gaps wait until these are closed; --full shows them.", indent=2, style="dim")


def _find_out(report: Assessment, sheet: Sheet, *, full: bool) -> None:
    if not report.measure_first:
        return
    shown = report.measure_first if full else report.measure_first[:GOALS]
    sheet.heading("Still open: answering these would narrow the picture most")
    for it in shown:
        sheet.bullet(it.because)
    if left := len(report.measure_first) - len(shown):
        sheet.line(f"{left} more are open. Run pmgap assess in a terminal to answer.", indent=2, style="dim")
