"""What was understood of a job posting, as a page that needs nothing else: every item with its line."""

from pmgap.postings.posting import Posting
from pmgap.writers.html_page import render
from pmgap.writers.posting_text import GROUPS, LIMITS, facts


def posting_html(report: Posting) -> str:
    """What a posting asks, with the lines that say so."""
    groups = ((heading, [it for it in report.requirements if it.where == where]) for where, heading in GROUPS)
    return render(
        "posting.html",
        report=report,
        title=report.title or "Job posting without a title",
        facts=facts(report),
        groups=[(heading, found) for heading, found in groups if found],
        limits=LIMITS,
    )
