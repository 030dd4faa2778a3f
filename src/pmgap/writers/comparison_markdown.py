"""A comparison of two looks at one person, as Markdown."""

from pmgap.comparison import Comparison
from pmgap.writers.comparison_text import RULE, role_facts, skill_groups, skill_lists, title
from pmgap.writers.markdown_page import Page


def comparison_markdown(report: Comparison) -> str:
    """What changed, as a page to share."""
    page = Page()
    page.heading(title(report), 1)
    page.line(report.because)
    page.bullets(report.notes)
    for heading, changes in skill_groups(report):
        page.heading(heading)
        page.bullets(f"{it.name}. {it.because}" for it in changes)
        rows = [
            (it.name, entry.text, entry.before or "open", entry.after or "open")
            for it in changes
            if it.change in ("fallen", "risen")
            for entry in it.answers
            if entry.text
        ]
        if rows:
            page.table(("Skill", "What was done", "Before", "Now"), rows)
    for role in report.roles:
        page.heading(role.role.title)
        page.line(role.because)
        page.bullets(f"{label}: {text}" if label else text for label, text in role_facts(role))
    for heading, skills in skill_lists(report):
        page.heading(heading)
        page.line(", ".join(skills))
    page.line(RULE)
    return page.text()
