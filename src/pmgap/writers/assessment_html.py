"""An assessment as a page that needs nothing else: no network, no scripts; for the screen, for print, for sharing."""

from pmgap.assessment import Assessment, AssessmentList
from pmgap.writers import assessment_words
from pmgap.writers.html_page import render


def assessment_html(report: Assessment | AssessmentList) -> str:
    """The report as one HTML page; several roles follow each other on it."""
    if isinstance(report, Assessment):
        return render("assessment.html", report=report, words=assessment_words)
    name = report.assessments[0].profile.name if report.assessments else None
    title = f"{len(report.assessments)} roles{f': {name}' if name else ''}"
    return render("assessments.html", reports=report.assessments, title=title, words=assessment_words)
