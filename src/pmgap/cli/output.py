"""Delivering a report: to the screen, to a pipe, or to a file, in the format asked for."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from pmgap.cli.entry import DONE, close_output
from pmgap.errors import unusable
from pmgap.printable import printable
from pmgap.record import Record

if TYPE_CHECKING:
    from pmgap.writers.screen import Sheet

Draw = Callable[["Sheet"], None]

_ENDINGS = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv", ".json": "json", ".svg": "svg", ".ics": "ics",
}  # fmt: skip
"""Which format is expected in a file of some name."""


def deliver(
    report: Record, style: str, output: str | None, draw: Draw, more: Mapping[str, Callable[[], str]] | None = None
) -> None:
    """Write a report as ``style`` (text, json, or one of ``more``) to ``output`` or to standard output.

    ``more`` maps further styles to a function that returns the report as text.

    Raises:
        UserError: the file or standard output cannot be written.
    """
    if style == "json":
        from pmgap.writers.json_report import as_json

        text = as_json(report)
    elif more is not None and style in more:
        text = more[style]()
        if style == "csv" and output is not None:
            # Excel takes a CSV file for one in an old code page unless it starts with a byte-order mark.
            text = f"\ufeff{text}"
    elif style != "text":
        raise LookupError(f"a {type(report).__name__} is not written as {style}")
    elif output is None and sys.stdout is not None and sys.stdout.isatty():
        to_standard_output(draw)
        return
    else:
        # Only standard output may be unable to show a mark; files are UTF-8.
        text = _plain_text(draw, "utf-8" if output is not None else getattr(sys.stdout, "encoding", None) or "utf-8")
    if output is None:
        to_standard_output(text)
        return
    save_text(text, output)
    sys.stderr.write(f"Written: {printable(output)}\n")
    meant = _ENDINGS.get(os.path.splitext(output)[1].casefold())
    if style == "text" and (meant == "json" or meant in (more or ())):
        sys.stderr.write(f"It holds plain text; for what its name says add --format {meant}.\n")


def keep_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """Make sure that a report does not replace a file that it was made from.

    Raises:
        UserError: it would.
    """
    if output is None:
        return
    target = os.path.realpath(output)
    for path in inputs:
        if path != "-" and os.path.isfile(path) and os.path.realpath(path) == target:
            raise unusable("the report would replace what it is made from", output, "Choose another name for --output.")


def save_text(text: str, path: str) -> None:
    """Write a file that others may read; an old one is replaced only when the new one is complete.

    Raises:
        UserError: it cannot be written.
    """
    with saved_when_complete(path) as write:
        write(text)


@contextmanager
def saved_when_complete(path: str) -> Iterator[Callable[[str], object]]:
    """A function that writes to a file, bit by bit; an old file is replaced only when the new one is complete.

    Raises:
        UserError: it cannot be written.
    """
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "w", encoding="utf-8", newline="\n") as device:
                yield device.write
            return
        target = os.path.realpath(path)
        temporary = f"{target}.{os.getpid()}.tmp"
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as file:
                yield file.write
            if os.path.exists(target):
                os.chmod(temporary, os.stat(target).st_mode & 0o7777)
            os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
    except OSError as error:
        raise unusable(
            f"it cannot be written: {_reason(error)}", path, "Choose another place with --output."
        ) from error


def _plain_text(draw: Draw, encoding: str) -> str:
    from pmgap.writers.screen import Sheet

    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    draw(Sheet(page))
    page.seek(0)
    return "".join(f"{line.rstrip()}\n" for line in page)


def to_standard_output(text: str | Draw) -> None:
    """Write a text, or draw a report, to standard output. A reader that has seen enough is no failure.

    Raises:
        UserError: it cannot be written.
    """
    if sys.stdout is None:
        raise unusable("standard output is closed", hint="Use --output FILE.")
    try:
        if hasattr(sys.stdout, "reconfigure"):
            # A character that the terminal cannot show becomes a mark instead of a failure.
            sys.stdout.reconfigure(errors="replace")
        if isinstance(text, str):
            sys.stdout.write(text)
        else:
            from pmgap.writers.screen import Sheet

            text(Sheet(sys.stdout))
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
