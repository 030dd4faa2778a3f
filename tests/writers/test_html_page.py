"""Pages: well-formed, on their own, and never what a file wants them to be."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hostile import ATTACK, LINK, hostile
from pmgap.assessment import AssessmentList
from pmgap.writers.assessment_html import assessment_html
from pmgap.writers.assessment_svg import assessment_svg
from pmgap.writers.html_page import groupby_in_order, web_address
from pmgap.writers.plan_html import plan_html, week_ticks
from test_golden import PROFILES, assessment, plan

ELEMENTS = {
    "html", "head", "meta", "title", "link", "style", "body", "a", "svg", "defs", "pattern", "path", "rect", "circle",
    "text", "g", "header", "nav", "main", "footer", "section", "article", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol",
    "li", "strong", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "desc",
}  # fmt: skip
"""Everything that templates write; scripts, frames, forms and pictures from elsewhere are not among them."""

VOID = {"meta", "link"}


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in {tag}"
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def pages() -> dict[str, str]:
    both = AssessmentList(
        schema_version="1", kind="assessments", assessments=(assessment("empty"), assessment("mid-way"))
    )
    made = {f"assess-{it}": assessment_html(assessment(it)) for it in PROFILES}
    made |= {f"plan-{it}": plan_html(plan(it)) for it in PROFILES}
    made["assess-two-roles"] = assessment_html(both)
    made["assess-hostile"] = assessment_html(hostile(assessment("mid-way")))
    made["assess-two-hostile"] = assessment_html(hostile(both))
    made["plan-hostile"] = plan_html(hostile(plan("mid-way")))
    return made


PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_its_headings_are_in_order(name: str) -> None:
    page = Page(PAGES[name])
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.elements:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)
    for landmark in ("header", "main", "footer"):
        assert [tag for tag, _ in page.elements].count(landmark) == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_runs_nothing(name: str) -> None:
    page = Page(PAGES[name])
    for tag, attributes in page.elements:
        assert not [key for key in attributes if key.startswith("on") or key in ("src", "srcset", "action", "data")], (
            tag
        )
        address = attributes.get("href") or attributes.get("xlink:href") or ""
        if tag == "link":
            assert address == "data:,"
        elif address:
            assert tag == "a"
            assert address.startswith(("#", "https://", "http://"))
    style = re.search("<style>(.*?)</style>", PAGES[name], re.DOTALL)
    assert style is not None
    assert not re.search(r"url\((?!#)|@import", style[1])
    policy = next(it["content"] for tag, it in page.elements if it.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy


@pytest.mark.parametrize("name", [name for name in PAGES if "hostile" in name])
def test_hostile_text_is_shown_as_text(name: str) -> None:
    page = Page(PAGES[name])
    shown = "".join(page.text)
    assert "<script>window.executed=true</script>" in shown
    assert "{{ 7*7 }}" in shown
    assert "\\x1b[31m" in shown
    assert not re.search("[\x00\x1b\u202e\ufeff\ufffe\uffff]", PAGES[name])
    assert len(page.elements) < 1.5 * len(
        Page(PAGES["plan-mid-way" if "plan" in name else "assess-two-roles"]).elements
    )


def test_a_hostile_link_is_no_link() -> None:
    page = Page(PAGES["plan-hostile"])
    assert LINK in "".join(page.text)
    assert [it["href"] for tag, it in page.elements if tag == "a"] == ["#main"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        (" https://example.org", ""),
        ("https://example.org\njavascript:alert(1)", ""),
        ('https://example.org/"onclick=', ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(link: str | None, address: str) -> None:
    assert web_address(link) == address


@pytest.mark.parametrize("profile", PROFILES)
def test_the_picture_is_xml_and_says_in_words_what_it_shows(profile: str) -> None:
    report = assessment(profile)
    for drawn in (report, hostile(report)):
        root = ET.fromstring(assessment_svg(drawn))
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags <= ELEMENTS
        words = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
        assert all(it.name.strip() in words or ATTACK[:8] in words for it in drawn.requirements)
        assert not [key for element in root.iter() for key in element.keys() if key.startswith("on") or "href" in key]


def test_the_picture_shortens_names_that_have_no_room() -> None:
    report = assessment("mid-way")
    names = ("W" * 200, "\N{CJK UNIFIED IDEOGRAPH-4E00}" * 200)
    rows = tuple(replace(it, name=name) for it, name in zip(report.requirements, names, strict=False))
    picture = ET.fromstring(assessment_svg(replace(report, requirements=rows, next_steps=(), measure_first=())))
    texts = [it.text or "" for it in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert f"{'W' * 41}\N{HORIZONTAL ELLIPSIS}" in texts
    assert "\N{CJK UNIFIED IDEOGRAPH-4E00}" * 20 + "\N{HORIZONTAL ELLIPSIS}" in texts


def test_rows_are_grouped_in_the_order_in_which_they_come() -> None:
    groups = groupby_in_order(assessment("mid-way").gates, "kind")
    assert [(kind, len(found)) for kind, found in groups] == [("education", 2), ("experience", 2)]


@pytest.mark.parametrize(
    ("weeks", "ticks"),
    [(0, []), (1, [1]), (8, [1, 2, 3, 4, 5, 6, 7, 8]), (9, [1, 3, 5, 7, 9]), (52, [1, 11, 21, 31, 41, 51])],
)
def test_a_timeline_names_a_handful_of_weeks(weeks: int, ticks: list[int]) -> None:
    assert week_ticks(weeks) == ticks


def test_the_longest_plan_has_a_timeline() -> None:
    assert len(week_ticks(80_000)) <= 8


def test_templates_are_part_of_the_package() -> None:
    folder = Path(__file__).parents[2] / "src/pmgap/writers/templates"
    assert {path.name for path in folder.iterdir()} >= {"page.html", "style.css", "bars.html", "assessment.html"}
