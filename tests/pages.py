"""Every kind of page, for tests: of three profiles, and of what hostile files would make of it."""

from hostile import ATTACK, hostile
from pmgap.assessment import AssessmentList, assess
from pmgap.postings.understanding import understand
from pmgap.profile import View
from pmgap.team import Member, view_team
from pmgap.writers.assessment_html import assessment_html
from pmgap.writers.comparison_html import comparison_html
from pmgap.writers.match_html import match_html
from pmgap.writers.path_html import path_html
from pmgap.writers.plan_html import plan_html
from pmgap.writers.posting_html import posting_html
from pmgap.writers.second_view_html import second_views_html
from pmgap.writers.team_html import team_html
from test_golden import FORMATS, PROFILES, SEEN, assessment, comparison, match, path, person, plan, role, shipped, views

_VIEW = View(by="Ben", answers=SEEN, notes={"research.3a": "Only with help so far."})


_POSTING = """Senior product manager

Your duties:
- Own the roadmap and define requirements with engineering
- Run user research

Requirements:
- 5+ years of product management experience, a bachelor's degree or equivalent
- Agile methodologies and stakeholder management
- A love of bees

Nice to have:
- Pricing, CSPO
"""


def _pages() -> dict[str, str]:
    both = AssessmentList(
        schema_version="1",
        kind="assessments",
        assessments=(assessment("mid-way"), assess(shipped(), person("mid-way"), role("growth-product-manager"))),
    )
    made = {
        f"{command}-{it}": formats["html"](make(it))
        for command, (make, formats) in FORMATS.items()
        if "html" in formats
        for it in PROFILES
    }
    seen = assess(shipped(), person("mid-way").with_view(_VIEW), role())
    hostile_people = [Member(name=f"{ATTACK}{it}", profile=person(it)) for it in PROFILES]
    posting = understand(shipped(), _POSTING.splitlines(), "", ())
    made["posting"] = posting_html(posting)
    made["posting-hostile"] = posting_html(hostile(posting))
    made["assess-two-roles"] = assessment_html(both)
    made["assess-others"] = assessment_html(seen)
    made["assess-hostile"] = assessment_html(hostile(assessment("mid-way")))
    made["assess-two-hostile"] = assessment_html(hostile(both))
    made["assess-others-hostile"] = assessment_html(hostile(seen))
    made["plan-hostile"] = plan_html(hostile(plan("mid-way")))
    made["match-hostile"] = match_html(hostile(match("mid-way")))
    made["path-hostile"] = path_html(hostile(path("mid-way")))
    made["compare-hostile"] = comparison_html(hostile(comparison("complete")))
    made["team-hostile"] = team_html(hostile(view_team(shipped(), hostile_people, role())))
    made["merge-hostile"] = second_views_html(hostile(views("mid-way")))
    return made


PAGES = _pages()
"""Name to page."""
