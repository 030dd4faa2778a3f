"""How commands present themselves: their help in the layout of every report, and what is wrong with a call.

Typer's own help for terminals loads a reader of Markdown and a colouring of programs, which takes longer than all the
rest. See docs/decisions/0011-help.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from pmgap.errors import UserError, unusable

if TYPE_CHECKING:
    from pmgap.writers.layout import Line
    from pmgap.writers.screen import Sheet

Misuse: Any = typer.BadParameter.__base__
"""What Typer raises when a call is wrong: it makes no name of its own public but that of one kind."""

Entry = tuple[str, str]
"""The name of a command, an argument or an option, and what it is for."""

_LABEL = 24
"""The most columns of a label that has its text beside it; behind a longer one the text starts on a line of its own."""


class Command(TyperCommand):
    """A command whose help has our layout."""

    def get_help(self, ctx: Any) -> str:
        """Show the help; nothing is left to be shown."""
        return _show(self, ctx)


class Group(TyperGroup):
    """All commands together; the help has our layout."""

    def get_help(self, ctx: Any) -> str:
        """Show the help; nothing is left to be shown."""
        return _show(self, ctx)


def explained(misuse: Any) -> UserError:
    """What is wrong with a call, as everything is told that a user can mend."""
    context = misuse.ctx
    hint = f"{_usage(context.command, context)}\nTry {context.command_path} --help." if context else ""
    return unusable(misuse.format_message(), hint=hint)


def _show(command: TyperCommand | TyperGroup, context: Any) -> str:
    from pmgap.cli.output import to_standard_output

    to_standard_output(lambda sheet: _draw(sheet, command, context))
    return ""


def _usage(command: TyperCommand | TyperGroup, context: Any) -> str:
    return " ".join(["Usage:", context.command_path, *command.collect_usage_pieces(context)])


def _draw(sheet: "Sheet", command: TyperCommand | TyperGroup, context: Any) -> None:
    sheet.line(_usage(command, context), style="bold")
    for paragraph in (command.help or "").split("\n\n"):
        sheet.gap()
        sheet.line(" ".join(paragraph.split()))
    if isinstance(command, TyperGroup):
        _sections(sheet, _commands(command))
    _sections(sheet, _parameters(command, context))
    if command.epilog:
        sheet.gap()
        sheet.line(command.epilog)


def _commands(group: TyperGroup) -> dict[str, list[Entry]]:
    told: dict[str, list[Entry]] = {}
    for it in group.commands.values():
        panel = str(getattr(it, "rich_help_panel", None))
        told.setdefault(panel, []).append((it.name or "", it.get_short_help_str(limit=500)))
    return told


def _parameters(command: TyperCommand | TyperGroup, context: Any) -> dict[str, list[Entry]]:
    told: dict[str, list[Entry]] = {"Arguments": [], "Options": []}
    for parameter in command.get_params(context):
        if entry := parameter.get_help_record(context):
            told["Arguments" if parameter.param_type_name == "argument" else "Options"].append(entry)
    return told


def _sections(sheet: "Sheet", sections: Mapping[str, Sequence[Entry]]) -> None:
    """Headings, and under each its labels with what they mean beside them, where the labels are short."""
    from pmgap.writers.layout import indented

    room = sheet.width - 2
    short = [len(label) for rows in sections.values() for label, _ in rows if len(label) <= min(_LABEL, room // 2)]
    for title, rows in sections.items():
        if rows:
            sheet.heading(title)
            sheet.put(indented(_entries(rows, max(short, default=room // 4), room), 2))


def _entries(rows: Sequence[Entry], width: int, room: int) -> Iterator["Line"]:
    from pmgap.writers.layout import indented, labelled, paragraph, safe

    for label, text in rows:
        if len(label) <= width:
            yield from labelled([(safe(label, "cyan"), safe(text))], width, room)
        else:
            yield from paragraph(label, room, "cyan")
            yield from indented(paragraph(text, room - width - 2), width + 2)
