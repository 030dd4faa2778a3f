"""Every kind of page, for tests: of three profiles, and of what hostile files would make of it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from hostile import ATTACK, hostile
from pmgap.assessment import Assessment, AssessmentList, assess
from pmgap.postings.posting import Posting
from pmgap.postings.understanding import understand
from pmgap.profile import View
from pmgap.team import Member, view_team
from pmgap.team_report import Team
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


@cache
def _both() -> AssessmentList:
    return AssessmentList(
        schema_version="1",
        kind="assessments",
        assessments=(assessment("mid-way"), assess(shipped(), person("mid-way"), role("growth-product-manager"))),
    )


@cache
def _seen() -> Assessment:
    return assess(shipped(), person("mid-way").with_view(_VIEW), role())


@cache
def _posting() -> Posting:
    return understand(shipped(), _POSTING.splitlines(), "", ())


def _team_of_hostile_people() -> Team:
    return view_team(shipped(), [Member(name=f"{ATTACK}{it}", profile=person(it)) for it in PROFILES], role())


class Pages(Mapping[str, str]):
    """Name to page; a page is made when it is first looked at."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        self._makers = makers
        self._made: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


PAGES = Pages(
    {
        f"{command}-{it}": lambda make=make, write=formats["html"], it=it: write(make(it))  # type: ignore[misc]
        for command, (make, formats) in FORMATS.items()
        if "html" in formats
        for it in PROFILES
    }
    | {
        "posting": lambda: posting_html(_posting()),
        "posting-hostile": lambda: posting_html(hostile(_posting())),
        "assess-two-roles": lambda: assessment_html(_both()),
        "assess-others": lambda: assessment_html(_seen()),
        "assess-hostile": lambda: assessment_html(hostile(assessment("mid-way"))),
        "assess-two-hostile": lambda: assessment_html(hostile(_both())),
        "assess-others-hostile": lambda: assessment_html(hostile(_seen())),
        "plan-hostile": lambda: plan_html(hostile(plan("mid-way"))),
        "match-hostile": lambda: match_html(hostile(match("mid-way"))),
        "path-hostile": lambda: path_html(hostile(path("mid-way"))),
        "compare-hostile": lambda: comparison_html(hostile(comparison("complete"))),
        "team-hostile": lambda: team_html(hostile(_team_of_hostile_people())),
        "merge-hostile": lambda: second_views_html(hostile(views("mid-way"))),
    }
)
