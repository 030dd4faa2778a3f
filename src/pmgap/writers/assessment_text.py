"""An assessment as text for people: a screenful first, every reason with ``full``.

One column on most screens; where there is room for two, the skills stand on the left and what follows from them on the
right.
"""

from collections.abc import Iterable, Iterator, Sequence

from pmgap.assessment import Assessment
from pmgap.gates import GateResult
from pmgap.judgement import RequirementResult
from pmgap.sentences import span
from pmgap.writers.assessment_words import (
    GATES,
    GOALS,
    VERDICTS,
    answered,
    by_importance,
    catalogue_line,
    effort,
    goal,
    heading,
    how_many_more,
    opening,
    sentence,
    tally,
    way,
)
from pmgap.writers.layout import Column, Line, beside, grid, indented, labelled, paragraph, safe, wrap
from pmgap.writers.screen import STYLES, Sheet, percent
from pmgap.writers.second_view_words import HEADING, TALK, both, differing, notes, summary, who

_LEFT = 80
"""Columns of the skills beside the rest, and the fewest at which the verdicts stand in a column of their own."""

_TWO_COLUMNS = _LEFT + 34

_BETWEEN = 3
"""Columns between what stands on the left and on the right."""

_NARROW_INDENT = 4

_ONE_LINE = 56
"""Columns from which a gate has room in one line."""


def write_assessment(report: Assessment, sheet: Sheet, *, full: bool = False) -> None:
    """Draw the report: readiness and coverage, musts first, gates, what to do next, what to find out."""
    sheet.title(heading(report))
    sheet.gap()
    room = sheet.width
    sheet.put(_summary(report, sheet, full=full))
    if room < _TWO_COLUMNS or full:
        sheet.put(_requirements(report, sheet, room, full=full, drawn=full))
        sheet.put(_gates(report, room, full=full))
        sheet.put(_goals(report, room, full=full))
        sheet.put(_openings(report, room, full=full))
    else:
        right = room - _LEFT - _BETWEEN
        skills = _requirements(report, sheet, _LEFT, full=False, drawn=True)
        findings = [*_gates(report, right, full=False), *_openings(report, right, full=False)]
        sheet.put(beside(skills, _LEFT, _BETWEEN, findings))
        sheet.put(_goals(report, room, full=False))
    _others(report, sheet, full=full)
    if report.not_applicable:
        sheet.heading("Left out, as you said they do not apply")
        sheet.line(", ".join(report.not_applicable_names), indent=2)
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)
    sheet.gap()
    more = "" if full else " Every reason: --full. A page to share: --format html."
    sheet.line(f"{catalogue_line(report)}.{more}", style="dim")


def _summary(report: Assessment, sheet: Sheet, *, full: bool) -> Iterator[Line]:
    readiness, coverage = report.readiness, report.coverage
    share = percent(coverage.low, coverage.high)
    bar = sheet.band(coverage.low, coverage.high, min(50, max(10, sheet.width - 16 - len(share))))
    rows: list[tuple[str, Line]] = [("Readiness", Line(readiness.word, "bold"))]
    reasons = [sentence(reason) for reason in readiness.because]
    rows += [("", safe(reason)) for reason in (reasons if full else [" ".join(reasons)])]
    if readiness.would_change:
        rows.append(("Would change", safe(" ".join(sentence(move) for move in readiness.would_change))))
    rows.append(("Coverage", bar.append(f"  {share}", "bold")))
    rows.append(("", safe(f"of what the role asks, {answered(report)}.", "dim")))
    return labelled([(Line(label), text) for label, text in rows], 12, sheet.width)


def _requirements(report: Assessment, sheet: Sheet, room: int, *, full: bool, drawn: bool) -> Iterator[Line]:
    """The skills by importance. The heaviest are always drawn, the others too where ``drawn``; else told in words."""
    for index, (importance, rows) in enumerate(by_importance(report)):
        yield Line()
        if drawn or not index:
            yield from _caption(f"{importance.capitalize()}: {tally(rows)}", room, heads=not index)
            yield from _bars(report, rows, sheet, room, full=full)
            if not index:
                yield from paragraph(_legend(rows, sheet), room, "dim", 2)
        else:
            yield from wrap(safe(f"{importance.capitalize()}: {tally(rows)}", "bold"), room)
            yield from _named(rows, room)


def _legend(rows: Sequence[RequirementResult], sheet: Sheet) -> str:
    return sheet.legend() + ("  ! answers disagree" if any(it.contradiction for it in rows) else "")


def _caption(text: str, room: int, *, heads: bool) -> Iterator[Line]:
    """A heading over bars, with what the two figures at the right are."""
    head = "you asked" if heads else ""
    *lines, last = wrap(safe(text, "bold"), room - len(head) - 1)
    yield from lines
    yield last.append(" " * (room - len(head) - last.width)).append(head, "dim")


def _bars(
    report: Assessment, rows: Sequence[RequirementResult], sheet: Sheet, room: int, *, full: bool
) -> Iterator[Line]:
    """One line per skill: verdict once per group, name, bar, the two figures. With ``full``, the reason below it."""
    top = report.scale[-1].level
    wide = room >= _LEFT
    margin = 2 + max(map(len, VERDICTS.values())) + 2 if wide else _NARROW_INDENT
    most = 12 if wide else 8
    bar = max(1, most // max(top, 1)) * top if top <= most else most
    you = max([3, *(len(span(it.bracket)) for it in report.requirements)])
    figures = (Column(you, right=True), Column(len("asked"), right=True))
    columns = (Column(margin - 1), Column(), Column(bar + 1), *figures)
    before = None
    for it in rows:
        new, before = it.verdict != before, it.verdict
        label = Line(f"  {VERDICTS[it.verdict]}" if new else "", STYLES[it.verdict])
        if new and not wide:
            yield label
        disagree = " !" if it.contradiction else ""
        cells = (
            label if wide else Line(),
            safe(f"{it.name}{disagree}", "bold" if full else ""),
            sheet.bracket(it.bracket.low, it.bracket.high, it.required, top, bar),
            Line(span(it.bracket)),
            Line(str(it.required)),
        )
        yield from grid([cells], columns, room, 1)
        if full:
            note = f" Note: {it.note}" if it.note else ""
            yield from paragraph(f"{it.because}{note}", room, "dim", margin)


def _named(rows: Sequence[RequirementResult], room: int) -> Iterator[Line]:
    """Skills in words, a line per verdict."""
    named = []
    for verdict, word in VERDICTS.items():
        names = ", ".join(it.name for it in rows if it.verdict == verdict)
        if names:
            named.append((Line(word, STYLES[verdict]), safe(names)))
    return indented(labelled(named, max(map(len, VERDICTS.values())), room - 2), 2)


def _gates(report: Assessment, room: int, *, full: bool) -> Iterator[Line]:
    """The gates in one line each, cut short where it must be; in a narrow column or with ``full`` nothing is cut."""
    if not report.gates:
        return iter(())
    drawn = _stacked_gates(report, room - 2) if room < _ONE_LINE else _gate_rows(report, room - 2, full=full)
    return _section("Gates, beside the skills", drawn, room)


def _stacked_gates(report: Assessment, room: int) -> Iterator[Line]:
    for gate in report.gates:
        yield from wrap(safe(f"{gate.kind.capitalize()}: ").append(GATES[gate.verdict], STYLES[gate.verdict]), room)
        yield from paragraph(way(gate), room, indent=2)


def _gate_rows(report: Assessment, room: int, *, full: bool) -> Iterator[Line]:
    kinds = max(safe(gate.kind).width for gate in report.gates)
    columns = (Column(kinds), Column(max(map(len, GATES.values()))), Column(cut=not full))
    rows = []
    for gate in report.gates:
        verdict = Line(GATES[gate.verdict], STYLES[gate.verdict])
        rows.append((safe(gate.kind.capitalize()), verdict, safe(way(gate))))
        rows += [(Line(), Line(), safe(line, "dim")) for line in _gate_reasons(gate) if full]
    return grid(rows, columns, room, 2)


def _gate_reasons(gate: GateResult) -> Iterator[str]:
    yield gate.because
    if len(gate.alternatives) > 1:
        yield from (f"- {it.text}: {GATES[it.verdict]}. {it.because}" for it in gate.alternatives)
    if gate.note:
        yield gate.note


def _goals(report: Assessment, room: int, *, full: bool) -> Iterator[Line]:
    shown = report.next_steps if full else report.next_steps[:GOALS]
    if not shown:
        return iter(())
    rows = []
    for number, step in enumerate(shown, 1):
        rows.append((Line(f"{number}."), safe(f"{goal(report, step)}; {effort(step)}")))
        rows.append((Line(), safe(f"{step.title}.", "dim")))
        if full:
            rows.append((Line(), safe(step.because, "dim")))
    left = len(report.next_steps) - len(shown)
    return _section(
        f"Next {GOALS} goals" if left or len(shown) == GOALS else "Next goals",
        labelled(rows, len(f"{len(shown)}."), room - 2, gap=1),
        room,
        f"{how_many_more(left, 'waits', 'wait')} until one of these is closed." if left else "",
    )


def _openings(report: Assessment, room: int, *, full: bool) -> Iterator[Line]:
    shown = report.measure_first if full else report.measure_first[:GOALS]
    if not shown:
        return iter(())
    rows = []
    for it in shown:
        rows.append((Line("-"), safe(f"{it.name}: {opening(report, it)}")))
        if full:
            rows.append((Line(), safe(it.because, "dim")))
    left = len(report.measure_first) - len(shown)
    return _section(
        "Would narrow the picture most",
        labelled(rows, 1, room - 2, gap=1),
        room,
        f"{how_many_more(left, 'is open', 'are open')}; pmgap assess in a terminal asks." if left else "",
    )


def _others(report: Assessment, sheet: Sheet, *, full: bool) -> None:
    """What others answered, beside the own view: what is apart in full, the rest in a line."""
    views = report.second_views
    if not views:
        return
    sheet.heading(HEADING)
    sheet.line(summary(who(views), views), indent=2)
    for it in views:
        if it.talk:
            sheet.bullet(f"{TALK}: {it.name}. {it.because}" if full else f"{TALK}: {both(it)}")
            for line in differing(it):
                sheet.line(line, indent=6, style="dim")
    agreeing = [it for it in views if not it.talk]
    if full:
        for it in agreeing:
            sheet.bullet(f"{it.name}. {it.because}")
    elif agreeing:
        sheet.bullet(f"Not apart: {'; '.join(map(both, agreeing))}.")
    for it in views:
        for line in notes(it):
            sheet.bullet(f"Note. {line}")


def _section(title: str, body: Iterable[Line], room: int, rest: str = "") -> Iterator[Line]:
    yield Line()
    yield from wrap(Line(title, "bold"), room)
    yield from indented(body, 2)
    if rest:
        yield from paragraph(rest, room, "dim", 2)
