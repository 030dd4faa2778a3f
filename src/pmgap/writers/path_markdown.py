"""A path between two roles as Markdown."""

from pmgap.hops import Hop
from pmgap.paths import PathReport
from pmgap.writers.markdown_page import Page
from pmgap.writers.path_text import (
    HOURS_NOTE,
    NOT_ALL_SEEN,
    PAY_NOTE,
    STRAIGHT,
    gate_lines,
    pay_rows,
    route_facts,
    route_title,
    skill_rows,
    unreachable_lines,
)


def path_markdown(report: PathReport) -> str:
    """The routes hop by hop, as a page to share."""
    page = Page()
    name = f"{report.name} - " if report.name else ""
    page.heading(f"{name}From {report.from_.title} to {report.to.title}", 1)
    page.line(report.start)
    if not report.all_seen:
        page.line(NOT_ALL_SEEN)
    for number, route in enumerate(report.routes, 1):
        page.heading(route_title(route, number, len(report.routes)))
        page.line(route.because)
        if route.hops:
            page.bullets(f"{label}: {text}" if label else text for label, text in route_facts(route))
        for hop in route.hops:
            _hop(hop, page)
    if report.straight is not None:
        page.heading(STRAIGHT)
        page.line(report.straight.because)
    if report.unreachable is not None:
        page.heading("No listed route")
        page.bullets(unreachable_lines(report))
        _hop(report.unreachable.direct, page)
    page.line(f"{HOURS_NOTE} {PAY_NOTE} Catalogue {report.catalogue.id} {report.catalogue.version}.")
    return page.text()


def _hop(hop: Hop, page: Page) -> None:
    page.heading(f"{hop.from_.title} to {hop.to.title} ({hop.kind})", 3)
    page.line(hop.because)
    if rows := skill_rows(hop):
        page.table(("Skill", "Now", "Asked", "Steps", "Importance", "Hours"), rows, numeric=(1, 2, 3, 5))
    page.bullets(
        [*[f"Gate: {line}" for line in gate_lines(hop)], *[f"{label}: {text}" for label, text in pay_rows(hop)]]
    )
    if hop.current_work:
        page.line(f"Work as {hop.from_.title} that already earns evidence:")
        page.bullets(f"{it.name}: {it.title} ({', '.join(it.statements)})" for it in hop.current_work)
