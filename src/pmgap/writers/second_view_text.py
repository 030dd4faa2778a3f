"""Two views of one person as text for people."""

from pmgap.second_view import SecondViews
from pmgap.writers.screen import Sheet
from pmgap.writers.second_view_words import HEADING, TALK, differing, notes, other, own, summary


def write_second_views(report: SecondViews, sheet: Sheet) -> None:
    """Draw what there is to talk about, then both views of every skill."""
    who = f"{report.name}: how others see it" if report.name else HEADING
    sheet.title(who, report.role.title if report.role else "")
    sheet.gap()
    sheet.line(summary(report.by, report.views), indent=2)
    talks = [it for it in report.views if it.talk]
    if talks:
        sheet.heading(TALK)
        for it in talks:
            sheet.bullet(f"{it.name}: {it.because}")
            for line in differing(it):
                sheet.line(line, indent=6, style="dim")
    if report.views:
        sheet.heading("Both views, side by side")
        sheet.table(
            ("Skill", "You", "Other", "By", ""),
            [(it.name, own(it), other(it), it.by, TALK.casefold() if it.talk else "") for it in report.views],
            numeric=(2,),
        )
    if noted := [line for it in report.views for line in notes(it)]:
        sheet.heading("Notes that came with it")
        for line in noted:
            sheet.bullet(line)
    if report.unknown_ids:
        sheet.heading("Kept in the profile, but unknown to this catalogue")
        sheet.line(", ".join(report.unknown_ids), indent=2)
