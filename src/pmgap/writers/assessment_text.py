"""An assessment as text for people: a screenful first, every reason with ``full``.

One column on most screens; where there is room for two, the skills stand on the left and what follows from them on the
right.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pmgap.assessment import Assessment
from pmgap.gates import GateResult
from pmgap.judgement import RequirementResult
from pmgap.printable import printable
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
    opening,
    sentence,
    tally,
    way,
)
from pmgap.writers.screen import STYLES, Sheet, percent
from pmgap.writers.second_view_words import HEADING, TALK, both, differing, notes, summary, who

_LEFT = 80
"""Columns of the skills beside the rest, and the fewest at which the verdicts stand in a column of their own."""

_TWO_COLUMNS = _LEFT + 34

_NARROW_INDENT = 4

_ONE_LINE = 56
"""Columns from which a gate has room in one line."""


def write_assessment(report: Assessment, sheet: Sheet, *, full: bool = False) -> None:
    """Draw the report: readiness and coverage, musts first, gates, what to do next, what to find out."""
    sheet.title(heading(report))
    sheet.console.print()
    sheet.console.print(_summary(report, sheet, full=full))
    room = sheet.console.width
    if room < _TWO_COLUMNS or full:
        sheet.console.print(_requirements(report, sheet, room, full=full, drawn=full))
        sheet.console.print(_gates(report, room, full=full))
        sheet.console.print(_goals(report, full=full))
        sheet.console.print(_openings(report, full=full))
    else:
        panels = Table.grid(padding=(0, 3, 0, 0))
        panels.add_column(width=_LEFT)
        panels.add_column(ratio=1)
        skills = _requirements(report, sheet, _LEFT, full=False, drawn=True)
        beside = Group(_gates(report, room - _LEFT - 3, full=False), _openings(report, full=False))
        panels.add_row(skills, beside)
        sheet.console.print(panels)
        sheet.console.print(_goals(report, full=False))
    _others(report, sheet, full=full)
    if report.not_applicable:
        sheet.heading("Left out, as you said they do not apply")
        sheet.line(", ".join(report.not_applicable), indent=2)
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)
    sheet.console.print()
    more = "" if full else " Every reason: --full. A page to share: --format html."
    sheet.line(f"{catalogue_line(report)}.{more}", style="dim")


def _summary(report: Assessment, sheet: Sheet, *, full: bool) -> RenderableType:
    readiness, coverage = report.readiness, report.coverage
    share = percent(coverage.low, coverage.high)
    bar = sheet.band(coverage.low, coverage.high, min(50, max(10, sheet.console.width - 16 - len(share))))
    rows: list[tuple[str, Text]] = [("Readiness", Text(readiness.word, style="bold"))]
    reasons = [sentence(reason) for reason in readiness.because]
    rows += [("", _safe(reason)) for reason in (reasons if full else [" ".join(reasons)])]
    if readiness.would_change:
        rows.append(("Would change", _safe(" ".join(sentence(move) for move in readiness.would_change))))
    rows.append(("Coverage", bar.append(f"  {share}", "bold")))
    rows.append(("", _safe(f"of what the role asks, {answered(report)}.", "dim")))
    table = _grid(12)
    for label, text in rows:
        table.add_row(Text(label), text)
    return table


def _requirements(report: Assessment, sheet: Sheet, room: int, *, full: bool, drawn: bool) -> RenderableType:
    """The skills by importance. The heaviest are always drawn, the others too where ``drawn``; else told in words."""
    parts: list[RenderableType] = []
    for index, (importance, rows) in enumerate(by_importance(report)):
        parts.append(Text())
        if drawn or not index:
            parts.append(_caption(f"{importance.capitalize()}: {tally(rows)}", room, heads=not index))
            parts += _bars(report, rows, sheet, room, full=full)
            if not index:
                parts.append(Padding(Text(_legend(rows, sheet), style="dim"), (0, 0, 0, 2)))
        else:
            parts.append(_safe(f"{importance.capitalize()}: {tally(rows)}", "bold"))
            parts.append(_named(rows))
    return Group(*parts)


def _legend(rows: Sequence[RequirementResult], sheet: Sheet) -> str:
    return sheet.legend() + ("  ! answers disagree" if any(it.contradiction for it in rows) else "")


def _caption(text: str, room: int, *, heads: bool) -> RenderableType:
    """A heading over bars, with what the two figures at the right are."""
    table = Table.grid(padding=(0, 1))
    table.width = room
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True, vertical="bottom")
    table.add_row(_safe(text, "bold"), Text("you asked" if heads else "", style="dim"))
    return table


def _bars(
    report: Assessment, rows: Sequence[RequirementResult], sheet: Sheet, room: int, *, full: bool
) -> Iterator[RenderableType]:
    """One line per skill: verdict once per group, name, bar, the two figures. With ``full``, the reason below it."""
    top = report.scale[-1].level
    wide = room >= _LEFT
    margin = 2 + max(map(len, VERDICTS.values())) + 2 if wide else _NARROW_INDENT
    most = 12 if wide else 8
    bar = max(1, most // max(top, 1)) * top if top <= most else most
    you = max([3, *(len(span(it.bracket)) for it in report.requirements)])
    before = None
    for it in rows:
        new, before = it.verdict != before, it.verdict
        label = Text(f"  {VERDICTS[it.verdict]}" if new else "", style=STYLES[it.verdict])
        if new and not wide:
            yield label
        table = Table.grid(padding=(0, 1, 0, 0))
        table.width = room
        table.add_column(width=margin - 1, no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=bar + 1, no_wrap=True)
        table.add_column(width=you, justify="right", no_wrap=True)
        table.add_column(width=len("asked"), justify="right", no_wrap=True)
        disagree = " !" if it.contradiction else ""
        table.add_row(
            label if wide else Text(),
            _safe(f"{it.name}{disagree}", "bold" if full else ""),
            sheet.bracket(it.bracket.low, it.bracket.high, it.required, top, bar),
            Text(span(it.bracket)),
            Text(str(it.required)),
        )
        yield table
        if full:
            note = f" Note: {it.note}" if it.note else ""
            yield Padding(_safe(f"{it.because}{note}", "dim"), (0, 0, 0, margin))


def _named(rows: Sequence[RequirementResult]) -> RenderableType:
    """Skills in words, a line per verdict."""
    table = _grid(max(map(len, VERDICTS.values())))
    for verdict, word in VERDICTS.items():
        names = ", ".join(it.name for it in rows if it.verdict == verdict)
        if names:
            table.add_row(Text(word, style=STYLES[verdict]), _safe(names))
    return Padding(table, (0, 0, 0, 2))


def _gates(report: Assessment, room: int, *, full: bool) -> RenderableType:
    """The gates in one line each, cut short where it must be; in a narrow column or with ``full`` nothing is cut."""
    if not report.gates:
        return Group()
    stacked = room < _ONE_LINE
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    if not stacked:
        table.add_column(width=max(cell_len(printable(gate.kind)) for gate in report.gates))
        table.add_column(width=max(map(len, GATES.values())))
    cut = not stacked and not full
    table.add_column(ratio=1, no_wrap=cut, overflow="ellipsis" if cut else "fold")
    empty = [] if stacked else [Text(), Text()]
    for gate in report.gates:
        kind, verdict = _safe(gate.kind.capitalize()), Text(GATES[gate.verdict], style=STYLES[gate.verdict])
        if stacked:
            table.add_row(kind.append(": ").append(verdict))
            table.add_row(Padding(_safe(way(gate)), (0, 0, 0, 2)))
            continue
        table.add_row(kind, verdict, _safe(way(gate)))
        for line in _gate_reasons(gate) if full else ():
            table.add_row(*empty, _safe(line, "dim"))
    return _section("Gates, beside the skills", table)


def _gate_reasons(gate: GateResult) -> Iterator[str]:
    yield gate.because
    if len(gate.alternatives) > 1:
        yield from (f"- {it.text}: {GATES[it.verdict]}. {it.because}" for it in gate.alternatives)
    if gate.note:
        yield gate.note


def _goals(report: Assessment, *, full: bool) -> RenderableType:
    shown = report.next_steps if full else report.next_steps[:GOALS]
    if not shown:
        return Group()
    table = _grid(len(f"{len(shown)}."), gap=1)
    for number, step in enumerate(shown, 1):
        table.add_row(Text(f"{number}."), _safe(f"{goal(report, step)}; {effort(step)}"))
        table.add_row(Text(), _safe(f"{step.title}.", "dim"))
        if full:
            table.add_row(Text(), _safe(step.because, "dim"))
    left = len(report.next_steps) - len(shown)
    return _section(
        f"Next {GOALS} goals" if left or len(shown) == GOALS else "Next goals",
        table,
        f"{left} more wait until one of these is closed." if left else "",
    )


def _openings(report: Assessment, *, full: bool) -> RenderableType:
    shown = report.measure_first if full else report.measure_first[:GOALS]
    if not shown:
        return Group()
    table = _grid(1, gap=1)
    for it in shown:
        table.add_row(Text("-"), _safe(f"{it.name}: {opening(report, it)}"))
        if full:
            table.add_row(Text(), _safe(it.because, "dim"))
    left = len(report.measure_first) - len(shown)
    return _section(
        "Would narrow the picture most",
        table,
        f"{left} more are open; pmgap assess in a terminal asks." if left else "",
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


def _section(title: str, body: RenderableType, rest: str = "") -> RenderableType:
    parts: list[RenderableType] = [Text(), Text(title, style="bold"), Padding(body, (0, 0, 0, 2))]
    if rest:
        parts.append(Padding(Text(rest, style="dim"), (0, 0, 0, 2)))
    return Group(*parts)


def _grid(width: int, gap: int = 2) -> Table:
    """Labels and texts in two columns; long texts wrap in their own column."""
    table = Table.grid(padding=(0, gap, 0, 0), expand=True)
    table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    return table


def _safe(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)
