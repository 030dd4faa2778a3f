"""An invitation to a second view as a form in plain text, to be filled in by mail or in any editor."""

import textwrap

from pmgap.printable import printable
from pmgap.profile import INVITATION_FORMAT
from pmgap.second_view import Invitation

_WIDTH = 70
"""Narrow enough that mail programs leave the lines alone, also when they quote them."""

_BOXES = "[ ] yes   [ ] partly   [ ] no"

_HOW = (
    'Write your name after "Your name:".',
    "Put an x into one pair of square brackets under a statement. Yes: it happened. No: as far as you know, it did not.",
    "Leave all three empty where you cannot judge. Empty means that you do not know; it never counts as no.",
    "If you want to add something, write it on a new line below the boxes.",
    "Leave the words in round brackets as they are: they tell which answer belongs to what.",
    "Send it back, as a file or as a mail. You may stop at any point.",
)


def invitation_form(invitation: Invitation) -> str:
    """The invitation as plain text with boxes to mark. Same invitation, same bytes."""
    name = printable(invitation.about or "").strip()
    who = name or "the person who sent you this"
    count = sum(len(skill.statements) for skill in invitation.skills)
    lines = _wrapped(f"How do you see the work of {who}?")
    lines.append("")
    lines += _wrapped(
        f"This is about what was done, not about how good anyone is, and it is no reference. The role: "
        f"{invitation.role.title}. {count} short statements, in the words of {who}."
    )
    lines.append("")
    for step in _HOW:
        lines += _wrapped(f"- {step}", hanging="  ")
    lines += ["", f"pmgap invitation, format {INVITATION_FORMAT}"]
    if name:
        lines.append(f"About: {name}")
    lines += [f"Role: {printable(invitation.role.id)}", "Your name: "]
    number = 0
    for skill in invitation.skills:
        lines += ["", f"== {printable(skill.name).upper()} ==", *_wrapped(skill.definition)]
        for statement in skill.statements:
            number += 1
            lead = f"{number}. "
            lines += ["", *_wrapped(f"{lead}{statement.text}", hanging=" " * len(lead))]
            lines.append(f"{' ' * len(lead)}{_BOXES}   ({printable(statement.id)})")
    lines += ["", "== END ==", "Thank you."]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, hanging: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), _WIDTH, break_long_words=False, break_on_hyphens=False, subsequent_indent=hanging
    )
