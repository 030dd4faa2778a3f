"""Talking to a person in a terminal: one screen at a time, plain keys and Enter, nothing that a dumb terminal lacks."""

import os
import sys
from collections.abc import Sequence

from pmgap.writers.layout import Line, safe, wrap
from pmgap.writers.screen import Sheet


class Stopped(Exception):
    """The person wants to stop: ``q``, end of input, or a closed terminal."""


class Terminal:
    """Draws on standard error, so that standard output is the report alone, and reads lines from standard input."""

    def __init__(self) -> None:
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        if hasattr(sys.stderr, "reconfigure"):
            sys.stderr.reconfigure(errors="replace")
        self.keeps_history = os.environ.get("TERM", "dumb") == "dumb" if os.name != "nt" else False

    def screen(self, left: str, right: str = "") -> Sheet:
        """Start a new screen with a line that says where the person is. The width is measured anew each time."""
        sheet = Sheet(sys.stderr)
        if self.keeps_history:
            sheet.gap()
        else:
            sheet.clear()
        head = safe(left, "bold")
        gap = sheet.width - head.width - len(right)
        if right and gap >= 2:
            sheet.put([head.append(" " * gap + right)])
        else:
            sheet.put([*wrap(head, sheet.width), *([Line(right)] if right else [])])
        sheet.rule()
        return sheet

    def read(self, prompt: str = "> ") -> str:
        """One line, without its end.

        Raises:
            Stopped: there is no more input.
        """
        sys.stderr.write(prompt)
        sys.stderr.flush()
        try:
            line = sys.stdin.readline()
        except (OSError, ValueError) as error:
            raise Stopped from error
        if not line:
            sys.stderr.write("\n")
            raise Stopped
        return line.strip()

    def choose(self, sheet: Sheet, keys: dict[str, str], prompt: str = "> ") -> str:
        """The meaning of the key that was typed; asks again, with an explanation, until there is one."""
        while True:
            typed = self.read(prompt).casefold()
            if typed in keys:
                return keys[typed]
            first_keys = {meaning: key or "Enter" for key, meaning in reversed(keys.items())}
            shown = ", ".join(sorted(first_keys.values(), key=["Enter", *keys].index))
            sheet.line(f'"{typed}" is not one of the keys here: {shown}.' if typed else f"Type one of: {shown}.", 2)

    def keys(self, sheet: Sheet, rows: Sequence[str]) -> None:
        """The line of keys under a question."""
        sheet.gap()
        for row in rows:
            sheet.line(row, indent=2, style="dim")
