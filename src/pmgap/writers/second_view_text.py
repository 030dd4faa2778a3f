"""Two views of one person as text for people."""

from pmgap.second_view import SecondView, SecondViews
from pmgap.sentences import counted, joined, span
from pmgap.writers.screen import Sheet


def write_second_views(report: SecondViews, sheet: Sheet) -> None:
    """Draw what there is to talk about, then both views of every skill."""
    who = f"{report.name}: how others see it" if report.name else "How others see it"
    sheet.title(who, report.role.title if report.role else "")
    sheet.console.print()
    sheet.line(summary(report), indent=2)
    talks = [it for it in report.views if it.talk]
    if talks:
        sheet.heading("Talk about this")
        for it in talks:
            sheet.bullet(f"{it.name}: {it.because}")
            for answer in it.answers:
                if answer.own is not None and answer.own != answer.other:
                    sheet.line(f'"{answer.text}" ({answer.statement})', indent=6, style="dim")
    if report.views:
        sheet.heading("Both views, side by side")
        sheet.table(
            ("Skill", "You", "Other", "By", ""),
            [(it.name, own(it), span(it.other), it.by, "talk about this" if it.talk else "") for it in report.views],
            numeric=(2,),
        )
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)


def summary(report: SecondViews) -> str:
    """Who answered, and how far the views part, in a sentence."""
    if not report.by:
        return "Nobody else has answered yet."
    talks = sum(it.talk for it in report.views)
    apart = f"{talks} of them apart: worth a talk" if talks else "none of them apart"
    return (
        f"{joined(report.by)} answered about {counted(len({it.skill for it in report.views}), 'skill')}; "
        f"{counted(len(report.views), 'pair')} of views, {apart}. Views are kept side by side, never averaged."
    )


def own(it: SecondView) -> str:
    """The own bracket, told apart from nothing known: ``2-3`` or ``not asked``."""
    return span(it.own) if it.basis != "not asked" else "not asked"
