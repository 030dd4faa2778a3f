"""Delivering a report: to the screen, to a pipe, or to a file, in the format asked for."""

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from pmgap.cli.entry import DONE, close_output
from pmgap.errors import unusable
from pmgap.record import Record

if TYPE_CHECKING:
    from pmgap.writers.screen import Sheet

Draw = Callable[["Sheet"], None]


def deliver(report: Record, style: str, output: str | None, draw: Draw) -> None:
    """Write a report as ``style`` (text or json) to ``output`` or to standard output.

    Raises:
        UserError: the file or standard output cannot be written.
    """
    if style == "json":
        from pmgap.writers.json_report import as_json

        text = as_json(report)
    elif output is None and sys.stdout.isatty():
        text = None
    else:
        text = _plain_text(draw)
    if output is not None:
        assert text is not None  # noqa: S101
        save_text(text, output)
        sys.stderr.write(f"Written: {output}\n")
        return
    _to_standard_output(text, draw)


def save_text(text: str, path: str) -> None:
    """Write a file that others may read; an old one is replaced only when the new one is complete.

    Raises:
        UserError: it cannot be written.
    """
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "w", encoding="utf-8", newline="\n") as device:
                device.write(text)
            return
        temporary = f"{path}.{os.getpid()}.tmp"
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.replace(temporary, path)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
    except OSError as error:
        raise unusable(f"it cannot be written: {_reason(error)}", path, "Choose another place with --output.") from error


def _plain_text(draw: Draw) -> str:
    from pmgap.writers.screen import Sheet, console_for

    buffer = io.StringIO()
    draw(Sheet(console_for(buffer)))
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _to_standard_output(text: str | None, draw: Draw) -> None:
    try:
        if hasattr(sys.stdout, "reconfigure"):
            # A character that the terminal cannot show becomes a mark instead of a failure.
            sys.stdout.reconfigure(errors="replace")
        if text is None:
            from pmgap.writers.screen import Sheet, console_for

            draw(Sheet(console_for(sys.stdout)))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (``| head``): nothing is wrong.
        close_output()
        raise typer.Exit(DONE) from None
    except OSError as error:
        close_output()
        raise unusable(f"the output cannot be written: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full"
    return error.strerror or type(error).__name__
