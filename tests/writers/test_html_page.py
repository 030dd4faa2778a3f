"""Pages: well-formed, on their own, and never what a file wants them to be."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hostile import ATTACK, LINK, hostile
from pages import PAGES
from pmgap.team import Member, view_team
from pmgap.writers.assessment_svg import assessment_svg
from pmgap.writers.html_page import distances, groupby_in_order, web_address
from pmgap.writers.plan_html import week_ticks
from pmgap.writers.team_html import team_html
from test_golden import PROFILES, assessment, comparison, match, person, role, shipped, team

ELEMENTS = {
    "html", "head", "meta", "title", "link", "style", "body", "a", "svg", "defs", "pattern", "path", "rect", "circle",
    "text", "g", "header", "nav", "main", "footer", "section", "article", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol",
    "li", "dl", "dt", "dd", "strong", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "desc",
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
    harmless = {"assess-two-hostile": "assess-two-roles", "compare-hostile": "compare-complete"}
    same = PAGES[harmless.get(name) or (name[:-8] if name[:-8] in PAGES else f"{name[:-8]}-mid-way")]
    # A text that was empty may stand there now; a piece of markup more per text would be many.
    assert len(page.elements) < 1.1 * len(Page(same).elements)


@pytest.mark.parametrize("name", ["plan-hostile", "path-hostile"])
def test_a_hostile_link_is_no_link(name: str) -> None:
    page = Page(PAGES[name])
    assert LINK in PAGES["plan-hostile"]
    assert [it["href"] for tag, it in page.elements if tag == "a" and not (it["href"] or "").startswith("#")] == []


def test_a_source_that_leads_to_the_web_is_a_link() -> None:
    page = Page(PAGES["path-mid-way"])
    links = [it for tag, it in page.elements if tag == "a" and not (it["href"] or "").startswith("#")]
    assert links
    assert all(it["rel"] == "noreferrer" for it in links)


def test_links_inside_a_page_lead_somewhere() -> None:
    for name, text in PAGES.items():
        page = Page(text)
        ids = {it.get("id") for _, it in page.elements}
        for tag, it in page.elements:
            if tag == "a" and (it["href"] or "").startswith("#"):
                assert (it["href"] or "")[1:] in ids, name


def test_a_match_puts_roles_into_groups_and_no_other_order() -> None:
    report = match("mid-way")
    page = "".join(Page(PAGES["match-mid-way"]).text)
    order = [role.id for role in shipped().roles]
    at = -1
    for group in report.groups:
        assert [order.index(it.role.id) for it in group.roles] == sorted(order.index(it.role.id) for it in group.roles)
        for it in group.roles:
            at = page.index(it.role.title, at + 1)
    assert "no order of rank" in page


def test_the_map_of_a_team_tells_measured_unclear_and_not_asked_apart_in_words_and_in_pattern() -> None:
    report = team("mid-way")
    cells = [cell for row in report.skills for cell in row.cells.values()]
    page = PAGES["team-mid-way"]
    for kind, words, count in (
        ("met", "shown", sum(it.verdict == "met" for it in cells)),
        ("gap", "not shown yet", sum(it.verdict == "gap" for it in cells)),
        ("unclear", "unclear", sum(it.verdict == "unclear" for it in cells)),
        ("not-asked", "not asked", sum(it.basis == "not asked" for it in cells)),
        ("not-applicable", "does not apply", sum(it.bracket is None for it in cells)),
    ):
        found = re.findall(f'<td class="heat-{kind}">(.*?)</td>', page)
        assert len(found) == count > 0
        assert all(words in it for it in found)
        assert f".heat-{kind} {{" in page


def test_people_of_a_team_stand_in_the_order_given_in_parts_about_as_wide() -> None:
    names = [f"Person {number}" for number in range(1, 24)]
    members = [Member(name=name, profile=person("empty")) for name in names]
    page = team_html(view_team(shipped(), members, role()))
    assert re.findall('<th scope="col" class="person">(.*?)</th>', page) == names
    assert [len(re.findall('class="person"', part)) for part in page.split('<table class="heat">')[1:]] == [8, 8, 7]


def test_real_changes_and_what_is_better_known_have_shapes_and_words_of_their_own() -> None:
    report = comparison("complete")
    groups = re.findall(
        r'<th role="rowheader" scope="rowgroup" colspan="5">(<svg.*?</svg>)\s*(.*?) \(',
        PAGES["compare-complete"],
        re.DOTALL,
    )
    assert {words for _, words in groups} >= {"Really risen", "Better known"}
    assert len({shape for shape, _ in groups}) == len(groups)
    assert len(groups) <= len({it.change for it in report.skills})


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


@pytest.mark.parametrize(
    ("extent", "named"),
    [(0.5, [0]), (1, [0, 1]), (8, [0, 1, 2, 3, 4, 5, 6, 7, 8]), (684, [0, 100, 200, 300, 400, 500, 600])],
)
def test_an_axis_names_round_distances(extent: float, named: list[int]) -> None:
    assert distances(extent) == named


def test_the_longest_plan_has_a_timeline() -> None:
    assert len(week_ticks(80_000)) <= 8


def test_templates_are_part_of_the_package() -> None:
    folder = Path(__file__).parents[2] / "src/pmgap/writers/templates"
    assert {path.name for path in folder.iterdir()} >= {"page.html", "style.css", "bars.html", "assessment.html"}


def brightness(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((brightness(first), brightness(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_stand_out(scheme: str) -> None:
    """Also where a tool cannot tell, as on stripes: text by 4.5 to 1, shapes that carry a meaning by 3 to 1."""
    style = (Path(__file__).parents[2] / "src/pmgap/writers/templates/style.css").read_text(encoding="utf-8")
    sets = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    colours = dict(zip(("light", "dark", "print"), sets, strict=True))[scheme]
    for text in ("ink", "soft", "link"):
        for ground in ("page", "card"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["ink"], colours["tint"]) >= 4.5
    for shape in ("sure", "maybe", "edge", "mark"):
        for ground in ("page", "card"):
            assert contrast(colours[shape], colours[ground]) >= 3, (shape, ground)
