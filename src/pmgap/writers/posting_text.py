"""What was understood of a job posting, as text for people: every item with its line."""

from collections.abc import Sequence

from pmgap.postings.posting import AskedSkill, Degree, Mention, Pay, Posting, Years
from pmgap.writers.screen import Sheet

MOST_SHOWN = 5
"""Lines without a hit that are shown unless all are asked for."""

MOST_LINES = 10
"""Numbers of further lines that are shown."""

GROUPS = (
    ("qualification", "Demanded of the candidate"),
    ("duty", "Duties of the job"),
    ("preferred-list", "Nice to have"),
)
"""Where a skill is asked for, with the heading that it stands under."""

LIMITS = (
    "Read by rules and by weights of words, in English, so look at the lines: a skill can be missed or misread. "
    "Nothing here says anything about you. "
    "pmgap assess --posting FILE asks about it."
)
"""What a reader should keep in mind."""


def write_posting(report: Posting, sheet: Sheet, *, full: bool) -> None:
    """Draw what a posting asks."""
    sheet.title(
        report.title or "Job posting without a title", f"catalogue {report.catalogue.id} {report.catalogue.version}"
    )
    sheet.pairs(facts(report))
    for where, heading in GROUPS:
        group = [it for it in report.requirements if it.where == where]
        if not group:
            continue
        sheet.heading(f"{heading} - {group[0].importance} ({len(group)})")
        for asked in group:
            _skill(asked, sheet, full=full)
    if not report.requirements:
        sheet.heading("No skill of the catalogue was found in it.")
    if report.unmatched:
        shown = report.unmatched if full else report.unmatched[:MOST_SHOWN]
        sheet.heading("Demands that match no skill of the catalogue")
        for quote in shown:
            sheet.bullet(f"line {quote.line}: {quote.text}")
        if left := len(report.unmatched) - len(shown):
            sheet.line(f"{left} more; --full shows them.", indent=2, style="dim")
    for note in report.notes:
        sheet.gap()
        sheet.line(note, style="dim")
    sheet.gap()
    sheet.line(LIMITS, style="dim")


def _skill(asked: AskedSkill, sheet: Sheet, *, full: bool) -> None:
    sheet.line(asked.name, 2, "bold")
    shown = asked.evidence if full else asked.evidence[:1]
    sheet.pairs([(f"line {it.line}", f"{it.said} in: {it.text}") for it in shown], indent=4)
    if asked.evidence[0].expected:
        sheet.line("too little by itself, but most postings ask for it", indent=4, style="dim")
    others = further_lines(asked.evidence)
    if others and not full:
        sheet.line(f"also line{'s' if ',' in others else ''} {others}", indent=4, style="dim")


def further_lines(evidence: Sequence[Mention]) -> str:
    """The lines that name a skill beside the first, a few of them."""
    others = sorted({it.line for it in evidence} - {evidence[0].line})
    more = f" and {len(others) - MOST_LINES} more" if len(others) > MOST_LINES else ""
    return ", ".join(map(str, others[:MOST_LINES])) + more


def facts(report: Posting) -> list[tuple[str, str]]:
    """The facts of a posting beside the skills, as labels and texts."""
    family = report.family.role.title if report.family.role else "unclear"
    rows = [("Role", f"{family}. {report.family.because}"), ("Seniority", report.seniority)]
    rows += [("Years", years_line(it)) for it in report.years] or [("Years", "none stated")]
    rows += [("Degree", degree_line(it)) for it in (report.degree, report.degree_other) if it is not None]
    rows += [("Certificate", f"{it.name} ({it.need}), line {it.quote.line}") for it in report.certificates]
    rows.append(("Pay", pay_line(report.pay)))
    return rows


def years_line(years: Years) -> str:
    """Years asked for, in a line."""
    span = f"{years.min} or more" if years.max is None else f"{years.min} to {years.max}"
    return f"{span}: {years.of} ({years.need}), line {years.quote.line}"


def degree_line(degree: Degree) -> str:
    """A degree asked for, in a line."""
    if degree.quote is None:
        return "none stated"
    equivalent = ", or an equivalent" if degree.or_equivalent else ""
    return f"{degree.level}{equivalent} ({degree.need}), line {degree.quote.line}"


def pay_line(pay: Pay | None) -> str:
    """Pay stated, in a line."""
    if pay is None:
        return "none stated"
    low = f"{pay.min:,.10g}" if pay.min is not None else ""
    high = f"{pay.max:,.10g}" if pay.max is not None else ""
    span = f"up to {high}" if not low else f"from {low}" if not high else low if low == high else f"{low} to {high}"
    return f"{span} {pay.currency} per {pay.per}, line {pay.quote.line}"
