"""What an import read and took, as Markdown."""

from pmgap.resumes.report import ImportReport
from pmgap.writers.import_text import NOTHING_COUNTS, background_line, file_lines, notice_line
from pmgap.writers.markdown_page import Page


def import_markdown(report: ImportReport) -> str:
    """Everything that was read, with its lines, as a page."""
    page = Page()
    page.heading("What your documents say", 1)
    page.line(f"Dates are counted up to {report.as_of}. Catalogue {report.catalogue.id} {report.catalogue.version}.")
    for note in report.notes:
        page.line(note)
    for file in report.files:
        page.heading(f"{file.file}: {file.kind}")
        if file.headline:
            page.line(file.headline)
        page.bullets(file_lines(file))
    page.heading("Your background")
    page.bullets([background_line(part) for part in report.background] or ["Nothing was found that says something."])
    page.heading(f"Skills that your documents name ({len(report.mentions)})")
    page.line(NOTHING_COUNTS)
    rows = [(skill.name, it.line, it.place) for skill in report.mentions for it in skill.lines]
    if rows:
        page.table(("Skill", "Line", "Where"), rows)
    for heading, notices in (("Not understood", report.not_understood), ("To confirm", report.to_confirm)):
        if notices:
            page.heading(heading)
            page.bullets(notice_line(it) for it in notices)
    return page.text()
