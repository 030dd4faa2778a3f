"""What was understood of a job posting, as Markdown."""

from pmgap.postings.posting import Posting
from pmgap.writers.markdown_page import Page
from pmgap.writers.posting_text import GROUPS, LIMITS, facts, further_lines


def posting_markdown(report: Posting) -> str:
    """What a posting asks, as a page to share; every item with its line."""
    page = Page()
    page.heading(report.title or "Job posting without a title", 1)
    page.table(("What", "As understood"), facts(report))
    for where, heading in GROUPS:
        group = [it for it in report.requirements if it.where == where]
        if group:
            page.heading(f"{heading} - {group[0].importance}")
            rows = [
                (
                    it.name,
                    f"{it.evidence[0].line}",
                    it.evidence[0].said,
                    it.evidence[0].text,
                    further_lines(it.evidence),
                )
                for it in group
            ]
            page.table(("Skill", "Line", "Words", "Text", "Also"), rows, numeric=(1,))
    if report.unmatched:
        page.heading("Demands that match no skill of the catalogue")
        page.bullets(f"line {it.line}: {it.text}" for it in report.unmatched)
    for note in report.notes:
        page.line(note)
    page.line(f"{LIMITS} Catalogue {report.catalogue.id} {report.catalogue.version}.")
    return page.text()
