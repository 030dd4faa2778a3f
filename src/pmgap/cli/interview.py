"""The interview in a terminal: draws each question, reads a key, saves after every answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pmgap.background_answers import parse_evidence, unconfirmed
from pmgap.catalogue import Catalogue, Role
from pmgap.cli.background import ask_background, confirm_imported
from pmgap.cli.terminal import Stopped, Terminal
from pmgap.interview import (
    Interview,
    Mode,
    Question,
    add_evidence,
    applies,
    does_not_apply,
    give_answer,
    go_back,
    go_forward,
    next_question,
    settle,
    skip,
    wants_evidence,
)
from pmgap.profile import Background, Profile
from pmgap.role_fit import fitting_roles
from pmgap.sentences import counted
from pmgap.writers.profile_yaml import save_profile
from pmgap.writers.screen import Sheet

_ANSWERS = {
    **dict.fromkeys(("1", "y", "yes"), "yes"),
    **dict.fromkeys(("2", "p", "partly"), "partly"),
    **dict.fromkeys(("3", "n", "no"), "no"),
}
_STEPS = {
    **dict.fromkeys(("s", "skip"), "skip"),
    **dict.fromkeys(("na", "n/a", "d", "does not apply"), "does not apply"),
    **dict.fromkeys(("b", "back"), "back"),
    **dict.fromkeys(("?", "h", "help"), "help"),
    **dict.fromkeys(("q", "quit"), "quit"),
}

MOST_MENTIONS = 2
"""Lines of imported documents that are shown with the first question about a skill; the rest is counted."""

SHORTEST_EVIDENCE = 3
"""Characters that a line of evidence exceeds; shorter ones are answer keys typed ahead."""


class Keeper:
    """Holds the profile and its file: what is held is saved at once, together with what another run added."""

    def __init__(self, profile: Profile, path: str) -> None:
        self.profile = profile
        self.path = path

    def keep(self, profile: Profile) -> Profile:
        """Save a changed profile and return it as it now stands in the file."""
        if profile != self.profile:
            self.profile = save_profile(profile, self.path, known=self.profile)
        return self.profile


def hold_interview(catalogue: Catalogue, keeper: Keeper, roles: Sequence[Role], mode: Mode, *, new: bool) -> list[Role]:
    """Ask everything that is open and return the target roles. Whatever was answered is saved when this ends.

    Raises:
        Stopped: before a role was chosen.
        UserError: the profile cannot be saved.
    """
    terminal = Terminal()
    _welcome(terminal, keeper, new=new)
    chosen = list(roles) or _choose_role(catalogue, terminal, keeper)
    known = tuple(role.id for role in chosen if role.id in catalogue.role_by_id)
    keeper.keep(replace(keeper.profile, targets=known or keeper.profile.targets))
    try:
        _ask_background(catalogue, terminal, keeper)
        _ask_skills(catalogue, terminal, keeper, chosen, mode)
    except Stopped:
        pass
    return chosen


def _welcome(terminal: Terminal, keeper: Keeper, *, new: bool) -> None:
    sheet = terminal.screen("pmgap: where you stand for a product role, and what to do next")
    sheet.gap()
    if new:
        sheet.line("It asks what you have done, not how good you are. About ten minutes; stop at any time.", 2)
        sheet.gap()
        sheet.bullet("Everything stays on this machine. Nothing is sent anywhere.")
        sheet.bullet("It is for your own development, not for selecting people.")
        sheet.bullet("An honest no helps most: the plan is made from what is not shown yet.")
        sheet.bullet(f"Every answer is saved at once to {keeper.path}")
    else:
        count = len(keeper.profile.known_answers())
        waiting = len(unconfirmed(keeper.profile))
        sheet.line(f"Going on with {keeper.path}", 2)
        sheet.line(f"It holds {counted(count, 'answer')}; only what is still open is asked.", 2)
        if waiting:
            sheet.line(f"First it shows what your documents say about your background, {waiting} in all: is it so?", 2)
    terminal.keys(sheet, ["Enter to begin, q to stop"])
    if terminal.choose(sheet, {"": "go", "q": "quit", "quit": "quit"}) == "quit":
        raise Stopped


def _choose_role(catalogue: Catalogue, terminal: Terminal, keeper: Keeper) -> list[Role]:
    offered = list(catalogue.roles)
    reasons: dict[str, str] = {}
    while True:
        sheet = terminal.screen("Which role do you aim at?")
        sheet.gap()
        for number, role in enumerate(offered, 1):
            sheet.bullet(f"{role.title}: {reasons.get(role.id, role.summary)}", mark=f"{number:2}")
        rows = [f"1-{len(offered)} or a name; several with commas: 1, 3"]
        rows.append("q stop" if reasons else "? help me choose (a few questions about your background)   q stop")
        terminal.keys(sheet, rows)
        while True:
            typed = terminal.read().casefold()
            if typed in ("q", "quit"):
                raise Stopped
            if typed in ("?", "h", "help") and not reasons:
                _ask_background(catalogue, terminal, keeper)
                fits = fitting_roles(catalogue, keeper.profile.background or Background())
                if fits:
                    offered = [fit.role for fit in fits] + [
                        role for role in catalogue.roles if role not in [fit.role for fit in fits]
                    ]
                    reasons = {fit.role.id: f"fits your background. {' '.join(fit.because)}" for fit in fits}
                else:
                    reasons = {"": ""}
                break
            chosen = [_role_meant(part.strip(), offered) for part in typed.split(",") if part.strip()]
            if chosen and None not in chosen:
                return list(dict.fromkeys(role for role in chosen if role))
            sheet.line(f"Type a number from 1 to {len(offered)}, or a role's name.", 2)


def _role_meant(typed: str, offered: Sequence[Role]) -> Role | None:
    if typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1]
    return next(
        (it for it in offered if typed in (it.id, it.title.casefold(), *(name.casefold() for name in it.aliases))), None
    )


def _ask_background(catalogue: Catalogue, terminal: Terminal, keeper: Keeper) -> None:
    def keep(background: Background) -> None:
        keeper.keep(replace(keeper.profile, background=background))

    confirm_imported(terminal, lambda: keeper.profile, keeper.keep)
    ask_background(catalogue, terminal, keeper.profile.background or Background(), keep)


def _ask_skills(catalogue: Catalogue, terminal: Terminal, keeper: Keeper, roles: Sequence[Role], mode: Mode) -> None:
    interview = Interview(roles=tuple(roles), profile=keeper.profile, mode=mode)
    while question := next_question(catalogue, interview):
        draw = _ask_contradiction if question.kind == "contradiction" else _ask_statement
        interview = draw(catalogue, terminal, interview, question, keeper.keep)


def _ask_statement(
    catalogue: Catalogue,
    terminal: Terminal,
    interview: Interview,
    question: Question,
    keep: Callable[[Profile], Profile],
) -> Interview:
    assert question.statement is not None  # noqa: S101
    statement = question.statement
    sheet = terminal.screen(f"{question.skill.name} - {question.group}", _left(question))
    sheet.gap()
    sheet.line(statement.text, indent=2, style="bold")
    if question.mentions:
        _show_mentions(question, sheet)
    current = "does not apply" if question.skill.id in (interview.profile.not_applicable or ()) else question.current
    if current:
        sheet.gap()
        sheet.line(f"Your answer so far: {current}. Enter keeps it.", indent=2)
    terminal.keys(
        sheet,
        ["1 yes   2 partly   3 no", "s skip   na does not apply   b back   ? example   q stop, all is kept"],
    )
    keys = {**_ANSWERS, **_STEPS, **({"": "forward"} if current else {})}
    while (choice := terminal.choose(sheet, keys)) == "help" or (
        choice == "back" and interview.back >= len(interview.asked)
    ):
        sheet.line(_help(question) if choice == "help" else "This is the first question of this sitting.", indent=2)
    if choice == "quit":
        raise Stopped
    if choice == "back":
        return go_back(interview)
    if choice == "forward":
        return go_forward(interview)
    if choice == "skip":
        return skip(interview, statement.id)
    if choice == "does not apply":
        interview = does_not_apply(interview, question.skill.id, statement.id)
        return replace(interview, profile=keep(interview.profile))
    offer = choice == "yes" and wants_evidence(catalogue, interview, question)
    interview = give_answer(applies(interview, question.skill.id), statement.id, choice)  # type: ignore[arg-type]
    interview = replace(interview, profile=keep(interview.profile))
    if offer:
        sheet.gap()
        sheet.line("If you like, one line that backs this up, with a date or link. Enter goes on without.", indent=2)
        line = terminal.read("  ")
        if len(line) > SHORTEST_EVIDENCE:
            interview = add_evidence(interview, parse_evidence(line, question.skill.id, statement.id))
            interview = replace(interview, profile=keep(interview.profile))
    return interview


def _show_mentions(question: Question, sheet: Sheet) -> None:
    """The lines of imported documents that name the skill: where the answer may be found, not the answer."""
    shown, more = question.mentions[:MOST_MENTIONS], len(question.mentions) - MOST_MENTIONS
    sheet.gap()
    sheet.line("Your documents say, which answers nothing by itself:", indent=2)
    for mention in shown:
        sheet.bullet(f'"{mention.line}" ({mention.source})', indent=2)
    if more > 0:
        sheet.line(f"and {counted(more, 'line')} more", indent=4, style="dim")


def _left(question: Question) -> str:
    least, most = question.least_left, question.most_left
    if most == 1:
        return "last question"
    return f"about {least} left" if least == most else f"about {least}-{most} left"


def _help(question: Question) -> str:
    exemplar = question.exemplar or f"What is meant: {question.skill.definition}"
    return f"{exemplar} Yes: you have done this. Partly: part of it, or with others leading. No: not yet."


def _ask_contradiction(
    _catalogue: Catalogue,
    terminal: Terminal,
    interview: Interview,
    question: Question,
    keep: Callable[[Profile], Profile],
) -> Interview:
    sheet = terminal.screen(f"{question.skill.name} - {question.group}", "two answers to look at again")
    sheet.gap()
    sheet.line("These answers do not quite fit together. Either may stand; people differ in how they read them.", 2)
    sheet.gap()
    for text, word in question.lower:
        sheet.bullet(f"{word}: {text}")
    sheet.gap()
    for text, word in question.upper:
        sheet.bullet(f"{word}: {text}")
    terminal.keys(
        sheet,
        ["1 the first stands   2 the second stands   3 leave both, it is so", "q stop, all is kept"],
    )
    choice = terminal.choose(sheet, {"1": "lower", "2": "upper", "3": "both", "q": "quit", "quit": "quit"})
    if choice == "quit":
        raise Stopped
    interview = settle(interview, question, choice)  # type: ignore[arg-type]
    return replace(interview, profile=keep(interview.profile))
