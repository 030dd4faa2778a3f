"""A match over all roles as Markdown."""

from pmgap.matching import Match
from pmgap.writers.markdown_page import Page
from pmgap.writers.match_text import (
    ORDER_NOTE,
    against_line,
    background_lines,
    for_line,
    nothing_known,
    open_gates,
    opening,
    split,
)
from pmgap.writers.screen import percent


def match_markdown(report: Match) -> str:
    """The groups of roles with their reasons, as a page to share."""
    page = Page()
    page.heading(f"{report.name} - Which roles fit" if report.name else "Which roles fit", 1)
    page.line(report.because)
    for group in report.groups:
        page.heading(f"{group.word.capitalize()}: {group.meaning}")
        told, untold = split(group.roles)
        if told:
            page.table(
                ("Role", "Coverage", "For", "Against", "Find out"),
                [
                    (
                        it.role.title,
                        percent(it.coverage.low, it.coverage.high),
                        for_line(it),
                        against_line(it),
                        "; ".join(open_gates(it)),
                    )
                    for it in told
                ],
            )
        if untold:
            page.line(nothing_known(untold))
    page.heading("Strengths that carry over to most roles")
    page.bullets([f"{it.name}. {it.because}" for it in report.carry_over] or ["None is known yet."])
    page.heading("The one skill that would open most")
    page.line(opening(report))
    page.heading("Where your background leads, by the rules of the catalogue")
    page.bullets(background_lines(report))
    if report.answer_first:
        page.heading("Still open: answering these would narrow most")
        page.bullets(f"{it.name}. {it.because}" for it in report.answer_first)
    if report.not_applicable:
        page.heading("Left out, as you said they do not apply")
        page.line(", ".join(report.not_applicable_names))
    if report.unknown_ids:
        page.heading("Kept in the profile, but unknown to this catalogue")
        page.line(", ".join(report.unknown_ids))
    page.line(f"{ORDER_NOTE} Catalogue {report.catalogue.id} {report.catalogue.version}.")
    return page.text()
