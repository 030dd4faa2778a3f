"""What every drawing of two views of one person says in the same words."""

from collections.abc import Sequence

from pmgap.seen_by_others import SecondView, TwoAnswers
from pmgap.sentences import counted, joined, span

HEADING = "How others see it"
TALK = "Talk about this"


def summary(by: Sequence[str], views: Sequence[SecondView]) -> str:
    """Who answered, and how far the views part, in a sentence."""
    if not by:
        return "Nobody else has answered yet."
    answered = [it for it in views if it.answers]
    talks = sum(it.talk for it in views)
    skills = counted(len({it.skill for it in answered}), "skill")
    where = f"in {talks} of them the view is" if len(by) == 1 else f"{talks} of {len(answered)} views are"
    apart = f"{where} apart from yours: worth a talk" if talks else "no view is apart from yours"
    return f"{joined(by)} answered about {skills}; {apart}. Views are kept side by side, never averaged."


def who(views: Sequence[SecondView]) -> list[str]:
    """The people behind some views, each once."""
    return list(dict.fromkeys(it.by for it in views))


def own(it: SecondView) -> str:
    """The own bracket, told apart from nothing known: ``2-3`` or ``not asked``."""
    return span(it.own) if it.basis != "not asked" else "not asked"


def other(it: SecondView) -> str:
    """The other's bracket, told apart from a mere note: ``2-3`` or ``left open``."""
    return span(it.other) if it.answers else "left open"


def both(it: SecondView) -> str:
    """Both brackets in a few words: ``Research: you 3, Ben 3-4``."""
    return f"{it.name}: you {own(it)}, {it.by} {other(it)}"


def differing(it: SecondView) -> list[str]:
    """The statements that the two answered in different ways, with both answers."""
    return [f'"{entry.text}" - you {entry.own}, {it.by} {entry.other} ({entry.statement})' for entry in apart(it)]


def apart(it: SecondView) -> list[TwoAnswers]:
    """The statements that both answered, in different ways."""
    return [entry for entry in it.answers if entry.own is not None and entry.own != entry.other]


def notes(it: SecondView) -> list[str]:
    """What the other wrote beside statements."""
    return [f'{it.by} on "{entry.text}": {entry.note} ({entry.statement})' for entry in it.notes]
