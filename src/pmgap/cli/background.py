"""The questions about a background: small, plain, every one may be skipped."""

from collections.abc import Callable
from dataclasses import replace

from pmgap.background_answers import (
    ExperienceKind,
    NotUnderstood,
    confirmed,
    dropped,
    open_items,
    parse_certifications,
    parse_education,
    parse_years,
    told,
    unconfirmed,
    with_education,
    with_years,
)
from pmgap.catalogue import Catalogue
from pmgap.cli.terminal import Stopped, Terminal
from pmgap.profile import Background, ImportedItem, Profile
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


_IMPORTED: dict[ImportedItem, str] = {
    "education": "Your documents say that you have finished this. Is it so?",
    "product": "By your documents you have done product work for this long. Is it so?",
    "industry": "By your documents you have worked for this long. Is it in the field you want to make products for?",
    "management": "By your documents you have led people for this long. Is it so?",
    "certifications": "Your documents name these certificates. Do you hold them?",
}
MOST_LINES = 5
"""Lines of a document that are shown under what was taken from them; the rest is counted."""


def confirm_imported(terminal: Terminal, now: Callable[[], Profile], keep: Callable[[Profile], Profile]) -> None:
    """Show what came from documents, part by part: it is confirmed, left out, or left out to be asked anew.

    ``now`` gives the profile as it stands, ``keep`` saves a changed one. What is passed over is shown again next time.

    Raises:
        Stopped: the person wants to stop.
    """
    waiting = unconfirmed(now())
    for number, part in enumerate(waiting, 1):
        sheet = terminal.screen("Your background, from your documents", f"{number} of {len(waiting)}")
        sheet.gap()
        sheet.line(_IMPORTED[part.item], 2, "bold")
        sheet.gap()
        for text in told(now().background or Background(), part.item):
            sheet.bullet(text)
        if part.lines:
            sheet.gap()
            sheet.line("From these lines:", 2)
        for line in part.lines[:MOST_LINES]:
            sheet.bullet(f"{line.line} ({line.source})", indent=4)
        if (more := len(part.lines) - MOST_LINES) > 0:
            sheet.line(f"and {more} more", 6, "dim")
        terminal.keys(sheet, ["1 it is so   2 no, ask me   3 no, leave it out", "Enter later   q stop, all is kept"])
        keys = {
            **dict.fromkeys(("1", "y", "yes"), "yes"),
            **dict.fromkeys(("2", "c", "change"), "ask"),
            **dict.fromkeys(("3", "n", "no"), "out"),
            **dict.fromkeys(("", "s", "skip"), "later"),
            **dict.fromkeys(("q", "quit"), "quit"),
        }
        choice = terminal.choose(sheet, keys)
        if choice == "quit":
            raise Stopped
        if choice == "yes":
            keep(confirmed(now(), part.item))
        elif choice in ("ask", "out"):
            keep(dropped(now(), part.item))


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
        sheet.gap()
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
    sheet.gap()
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
            sheet.gap()
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
            sheet.gap()
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
