"""``pmgap assess --profiles``: a line out for every person and role, however many there are."""

import sys
from collections.abc import Iterator

from pmgap.cli.choosing import named_roles
from pmgap.cli.entry import CHECK_FAILED, DONE, INTERRUPTED, close_output, spare_the_collector
from pmgap.cli.line_work import Done, LineWork, Order
from pmgap.cli.output import keep_inputs, saved_when_complete, to_standard_output
from pmgap.cli.progress import Ticker
from pmgap.cli.workers import in_processes
from pmgap.errors import Problem, UserError, unusable
from pmgap.printable import printable
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_lines import pieces
from pmgap.writers.csv_table import csv_lines
from pmgap.writers.summary_lines import HEADS


def check_usage(
    style: str, profile: str | None, answers: str | None, *, quick: bool, roles_named: bool, all_roles: bool, full: bool
) -> None:
    """Make sure that what was asked for goes together with many profiles.

    Raises:
        UserError: it does not.
    """
    if profile is not None:
        raise unusable("a PROFILE and --profiles exclude each other", profile, "Name one of them.")
    if answers is not None or not quick:
        option = "--mode" if answers is None else "--answers"
        raise unusable(f"{option} is for an interview; --profiles never asks", hint="Leave it out.")
    if roles_named and all_roles:
        raise unusable("--role or --posting, and --all-roles, exclude each other", hint="Use one of them.")
    if style not in ("jsonl", "csv"):
        raise unusable(f"--profiles cannot be written as {style}", hint="Use --format jsonl or --format csv.")
    if full and style == "csv":
        raise unusable("whole reports do not go into a table", hint="Use --format jsonl with --full.")


def bulk(
    path: str,
    role_names: list[str],
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    all_roles: bool,
    full: bool,
    strict: bool,
    jobs: int,
    fail_on: str | None,
    postings: list[str],
) -> int:
    """Assess the profile in every line of a file. Returns the exit code."""
    catalogue = load_catalogue(catalogue_path)
    roles = list(catalogue.roles) if all_roles else named_roles(catalogue, role_names, postings)
    if not roles:
        raise unusable(
            "no role was named", hint="Use --role ROLE, --posting FILE or --all-roles; pmgap roles lists them."
        )
    keep_inputs(output, [path])
    order = Order(
        file=path,
        catalogue=None if catalogue_path is None else catalogue,
        roles=tuple(roles),
        style=style,
        full=full,
        strict=strict,
        watched=fail_on,
    )
    tally = _Count()
    if jobs > 1:
        coming = in_processes(order, jobs, pieces(path))
    else:
        coming = map(LineWork(order, catalogue).do, pieces(path))
        spare_the_collector()
    try:
        _write(tally.counted(coming, strict=strict), output, csv_lines([HEADS]) if style == "csv" else "")
    except KeyboardInterrupt:
        _let_go()
        sys.stderr.write(f"\nStopped. {tally}\n")
        return INTERRUPTED
    sys.stderr.write(f"{tally}\n")
    if tally.unused and not tally.people:
        hint = "Every line holds one profile as JSON; docs/bulk.md shows one."
        raise unusable("no line could be used", path, hint)
    return CHECK_FAILED if tally.unmet else DONE


class _Count:
    """What has been done so far."""

    def __init__(self) -> None:
        self.people = 0
        self.unused = 0
        self.unmet = False

    def __str__(self) -> str:
        people = f"{self.people:,} {'person' if self.people == 1 else 'people'}"
        lines = f"{self.unused:,} line{'' if self.unused == 1 else 's'}"
        return f"{people}, {lines} could not be used" if self.unused else people

    def counted(self, coming: Iterator[Done], *, strict: bool) -> Iterator[str]:
        """The texts that are to be written; tells of lines that cannot be used, and stops at the first if strict."""
        ticker = Ticker()
        for done in coming:
            self.people += done.people
            self.unmet = self.unmet or done.unmet
            yield done.text
            if done.unused:
                ticker.clear()
            for number, problems in done.unused:
                self.unused += 1
                if strict:
                    raise UserError(*problems)
                _tell(number, problems)
            ticker.tell(f"Assessed {self.people:,}")
        ticker.clear()


def _tell(number: int, problems: tuple[Problem, ...]) -> None:
    """Say in one line that and why a line cannot be used."""
    first, more = problems[0], len(problems) - 1
    where = f" ({first.where.path})" if first.where and first.where.path else ""
    rest = f" (and {more} more)" if more else ""
    sys.stderr.write(f"line {number} is left out{printable(where)}: {printable(first.what)}{rest}\n")


def _write(texts: Iterator[str], output: str | None, head: str) -> None:
    if output is None:
        if head:
            to_standard_output(head)
        for text in texts:
            to_standard_output(text)
        return
    with saved_when_complete(output) as write:
        # Excel takes a CSV file for one in an old code page unless it starts with a byte-order mark.
        write(f"\ufeff{head}" if head else "")
        for text in texts:
            write(text)
    sys.stderr.write(f"Written: {printable(output)}\n")


def _let_go() -> None:
    """Hand on what was written, unless nobody reads it any more."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        close_output()
