"""An invitation to a second view: a file that any text editor opens and that explains itself."""

import textwrap

import yaml

from pmgap.printable import printable
from pmgap.profile import INVITATION_FORMAT
from pmgap.second_view import Invitation
from pmgap.writers.yaml_dumper import YamlDumper

_WIDTH = 100

_SCHEMA = "# yaml-language-server: $schema=invitation.schema.json"
"""For editors that find the schema beside the file. It stands last, as the first lines are for a person."""

_HOW = (
    'Write your name after "by:".',
    "After the colon of a line below, write yes, partly or no. Yes: it happened. No: as far as you know, it did not.",
    "Leave empty what you cannot judge. An empty line means that you do not know; it never counts as no.",
    "Save the file and send it back. You may stop at any point.",
)


def invitation_text(invitation: Invitation) -> str:
    """The invitation as YAML that reads as plain text. Same invitation, same bytes."""
    who = printable(invitation.about or "").strip() or "the person who sent you this"
    count = sum(len(skill.statements) for skill in invitation.skills)
    lines = _comment(f"How do you see the work of {who}?")
    lines.append("#")
    lines += _comment(
        f"This is about what was done, not about how good anyone is, and it is no reference. The role: "
        f"{invitation.role.title}. {count} short statements, in the words of {who}."
    )
    lines.append("#")
    for number, step in enumerate(_HOW, 1):
        lines += _comment(f"{number}. {step}", hanging="   ")
    lines += ["", f"pmgap_invitation: {INVITATION_FORMAT}"]
    if invitation.about:
        lines.append(_pair("about", invitation.about))
    lines += [_pair("role", invitation.role.id), "by: ", "", "answers:"]
    for skill in invitation.skills:
        lines += ["", *_comment(f"{skill.name.upper()}: {skill.definition}", indent="  ")]
        for statement in skill.statements:
            lines += ["", *_comment(statement.text, indent="  ")]
            lines.append(f"  {_scalar(statement.id)}: ")
    return "\n".join([*lines, "", _SCHEMA]) + "\n"


def _comment(text: str, indent: str = "", hanging: str = "") -> list[str]:
    lines = textwrap.wrap(printable(text), _WIDTH - len(indent) - 2, break_long_words=False, subsequent_indent=hanging)
    return [f"{indent}# {line}" for line in lines]


def _pair(key: str, value: str) -> str:
    return f"{key}: {_scalar(value)}"


def _scalar(value: str) -> str:
    """A text as YAML on one line, in quotes where it needs them."""
    text: str = yaml.dump(value, Dumper=YamlDumper, width=10**9)
    return text.removesuffix("\n").removesuffix("\n...")
