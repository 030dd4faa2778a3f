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
    without,
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
    place = 0
    while place < len(items):
        item = items[place]
        sheet = terminal.screen("Your background", f"{place + 1} of {len(items)}")
        sheet.gap()
        asking = _Asking(terminal, sheet, "; ".join(told(background, item)), first=place == 0)
        others = without(background, item)
        try:
            if item == "education":
                changed = _education(catalogue, asking, others)
            elif item == "certifications":
                changed = _certifications(asking, others)
            else:
                changed = _years(asking, others, item)
        except _Back as back:
            place -= back.steps
            continue
        if changed not in (others, background):
            background = changed
            keep(background)
        place += 1


class _Back(Exception):
    """The person wants to go back: to the question before, or from a detail to its question."""

    def __init__(self, steps: int) -> None:
        self.steps = steps


class _Asking:
    """One question about the background on its screen."""

    def __init__(self, terminal: Terminal, sheet: Sheet, so_far: str, *, first: bool) -> None:
        self.sheet = sheet
        self._terminal = terminal
        self._so_far = so_far
        self._first = first

    def keys(self, what: str) -> None:
        """The line of keys under the question, and what was answered before."""
        if self._so_far:
            self.sheet.gap()
            self.sheet.line(f"Your answer so far: {self._so_far}. Enter keeps it.", 2)
        self._terminal.keys(self.sheet, [f"{what}   Enter {'keep' if self._so_far else 'skip'}   b back   q stop"])

    def typed(self) -> str:
        """What was typed; nothing if the question is skipped."""
        while True:
            try:
                return self._read(1)
            except _Back:
                if not self._first:
                    raise
                self.sheet.line("This is the first question about your background.", 2)

    def detail(self, question: str) -> str | None:
        """What was typed to a question about the answer; none if it is skipped."""
        self.sheet.gap()
        self.sheet.line(question, 2)
        return self._read(0) or None

    def _read(self, steps: int) -> str:
        """What was typed; nothing if it asks to skip. ``steps`` says how far back leads."""
        typed = self._terminal.read()
        key = typed.casefold()
        if key in ("q", "quit"):
            raise Stopped
        if key in ("b", "back"):
            raise _Back(steps)
        return "" if key in ("s", "skip") else typed


def _education(catalogue: Catalogue, asking: _Asking, background: Background) -> Background:
    asking.sheet.line("What is the highest education you have finished?", 2, "bold")
    asking.sheet.gap()
    levels = catalogue.education_levels
    for number, level in enumerate(levels, 1):
        asking.sheet.bullet(level.label, mark=f"{number}")
    asking.keys(f"1-{len(levels)}")
    while typed := asking.typed():
        try:
            education = parse_education(typed, levels)
        except NotUnderstood as error:
            asking.sheet.line(str(error), 2)
            continue
        if education.level != "none":
            field = asking.detail("In what field? For instance business, nursing, computer science. Enter skips.")
            education = replace(education, field=field)
        return with_education(background, education)
    return background


def _years(asking: _Asking, background: Background, kind: ExperienceKind) -> Background:
    question, hint = _YEARS[kind]
    asking.sheet.line(question, 2, "bold")
    asking.sheet.line(hint, 2)
    asking.keys("3 or 3.5 or 2-3 or 18 months or none")
    while typed := asking.typed():
        try:
            years = parse_years(typed)
        except NotUnderstood as error:
            asking.sheet.line(str(error), 2)
            continue
        domain = None
        if kind == "industry" and years.years > 0:
            domain = asking.detail("In what field? For instance health care, retail, banking. Enter skips.")
        return with_years(background, kind, years, domain)
    return background


def _certifications(asking: _Asking, background: Background) -> Background:
    asking.sheet.line("Do you hold certificates that bear on product work?", 2, "bold")
    asking.sheet.line("For instance CSPO, PSPO I, PMI-ACP. Names with commas between them.", 2)
    asking.keys("names, or none")
    while typed := asking.typed():
        try:
            return replace(background, certifications=parse_certifications(typed))
        except NotUnderstood as error:
            asking.sheet.line(str(error), 2)
    return background
