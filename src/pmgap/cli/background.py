"""The questions about a background: small, plain, every one may be skipped."""

from collections.abc import Callable
from dataclasses import replace

from pmgap.background_answers import (
    ExperienceKind,
    NotUnderstood,
    open_items,
    parse_certifications,
    parse_education,
    parse_years,
    with_education,
    with_years,
)
from pmgap.catalogue import Catalogue
from pmgap.cli.terminal import Stopped, Terminal
from pmgap.profile import Background
from pmgap.writers.screen import Sheet

_YEARS: dict[ExperienceKind, tuple[str, str]] = {
    "product": (
        "How many years have you done product work?",
        "Product manager, product owner, or most of what they do under another title.",
    ),
    "industry": (
        "How many years have you worked in the field you want to make products for?",
        "Any job counts: a nurse's years count for medical products.",
    ),
    "management": (
        "How many years have you led people?",
        "As their line manager, or running a team day to day.",
    ),
}
_HINT = "3 or 3.5 or 2-3 or 18 months or none   Enter skip   q stop"


def ask_background(
    catalogue: Catalogue, terminal: Terminal, background: Background, keep: Callable[[Background], None]
) -> None:
    """Ask what the background does not say yet; ``keep`` is told after every answer.

    Raises:
        Stopped: the person wants to stop.
    """
    items = open_items(background)
    for number, item in enumerate(items, 1):
        sheet = terminal.screen("Your background", f"{number} of {len(items)}")
        sheet.console.print()
        if item == "education":
            changed = _education(catalogue, terminal, sheet, background)
        elif item == "certifications":
            changed = _certifications(terminal, sheet, background)
        else:
            changed = _years(terminal, sheet, background, item)  # type: ignore[arg-type]
        if changed != background:
            background = changed
            keep(background)


def _typed(terminal: Terminal, prompt: str = "> ") -> str:
    typed = terminal.read(prompt)
    if typed.casefold() in ("q", "quit"):
        raise Stopped
    return "" if typed.casefold() in ("s", "skip") else typed


def _education(catalogue: Catalogue, terminal: Terminal, sheet: Sheet, background: Background) -> Background:
    sheet.line("What is the highest education you have finished?", 2, "bold")
    sheet.console.print()
    levels = catalogue.education_levels
    for number, level in enumerate(levels, 1):
        sheet.bullet(level.label, mark=f"{number}")
    terminal.keys(sheet, [f"1-{len(levels)}   Enter skip   q stop"])
    while typed := _typed(terminal):
        try:
            education = parse_education(typed, levels)
        except NotUnderstood as error:
            sheet.line(str(error), 2)
            continue
        if education.level != "none":
            sheet.console.print()
            sheet.line("In what field? For instance business, nursing, computer science. Enter skips.", 2)
            field = _typed(terminal)
            education = replace(education, field=field or None)
        return with_education(background, education)
    return background


def _years(terminal: Terminal, sheet: Sheet, background: Background, kind: ExperienceKind) -> Background:
    question, hint = _YEARS[kind]
    sheet.line(question, 2, "bold")
    sheet.line(hint, 2)
    terminal.keys(sheet, [_HINT])
    while typed := _typed(terminal):
        try:
            years = parse_years(typed)
        except NotUnderstood as error:
            sheet.line(str(error), 2)
            continue
        domain = None
        if kind == "industry" and years.years > 0:
            sheet.console.print()
            sheet.line("In what field? For instance health care, retail, banking. Enter skips.", 2)
            domain = _typed(terminal) or None
        return with_years(background, kind, years, domain)
    return background


def _certifications(terminal: Terminal, sheet: Sheet, background: Background) -> Background:
    sheet.line("Do you hold certificates that bear on product work?", 2, "bold")
    sheet.line("For instance CSPO, PSPO I, PMI-ACP. Names with commas between them.", 2)
    terminal.keys(sheet, ["names, or none   Enter skip   q stop"])
    while typed := _typed(terminal):
        try:
            return replace(background, certifications=parse_certifications(typed))
        except NotUnderstood as error:
            sheet.line(str(error), 2)
    return background
