"""A comparison of two looks at one person, as a page that needs nothing else: brackets before and now, in pairs."""

from pmgap.comparison import Comparison
from pmgap.writers.assessment_words import BASES, GATES
from pmgap.writers.comparison_text import RULE, acts, skill_groups, skill_lists, title
from pmgap.writers.html_page import render


def comparison_html(report: Comparison) -> str:
    """What changed: roles first, then skill by skill, what is real apart from what may be none."""
    return render(
        "comparison.html",
        report=report,
        title=title(report),
        rule=RULE,
        groups=skill_groups(report),
        lists=skill_lists(report),
        acts=acts,
        bases=BASES,
        gates=GATES,
        top=max((bracket.high for it in report.skills for bracket in (it.before, it.after)), default=1) or 1,
    )
