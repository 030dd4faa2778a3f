"""What is done with some lines of profiles, in this process or in another."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Role
from pmgap.cli.entry import spare_the_collector
from pmgap.crowd import Crowd
from pmgap.errors import Problem, UserError
from pmgap.many import Panel
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_lines import LineReader, Lines, numbered
from pmgap.readers.said_lines import SaidReader
from pmgap.writers.summary_lines import SummaryJson, report_line, summary_csv

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Unused = tuple[int, tuple[Problem, ...]]
"""The number of a line that cannot be used, with what is wrong."""


@dataclass(frozen=True)
class Order:
    """What is to be done with every line; it can be sent to another process."""

    file: str
    """Where the lines come from, for messages."""
    catalogue: Catalogue | None
    """The catalogue, as it was read once: a pipe cannot be read again, and a file may change. None for the shipped one."""
    roles: tuple[Role, ...]
    """The roles; those of postings are in no catalogue."""
    style: str
    """jsonl or csv."""
    full: bool
    """Whether to write whole reports."""
    strict: bool
    """Whether to stop at the first line that cannot be used."""
    watched: str | None
    """The importance of which no requirement may be unmet, if any."""


@dataclass(frozen=True)
class Done:
    """What came out of some lines."""

    text: str
    """What is to be written."""
    people: int
    """Profiles that could be used."""
    unused: tuple[Unused, ...]
    """The lines that could not be used."""
    unmet: bool
    """Whether a requirement of the watched importance is not met."""


class LineWork:
    """Does what was ordered, some lines at a time."""

    def __init__(self, order: Order, catalogue: Catalogue) -> None:
        self._order = order
        self._catalogue = catalogue
        self._roles = list(order.roles)
        self._panel = Panel(catalogue, self._roles, order.watched)
        self._said = SaidReader(order.file, catalogue.top, self._panel)
        self._profiles = LineReader(order.file, catalogue.top)
        self._json = SummaryJson(self._roles)

    def do(self, lines: Lines) -> Done:
        """What comes out of some lines."""
        return self._reports(lines) if self._order.full else self._summaries(lines)

    def _each(self, lines: Lines, take: Callable[[bytes, int], None]) -> tuple[Unused, ...]:
        """Hand on every line, and tell of those that could not be used."""
        unused: list[Unused] = []
        for number, line in numbered(lines):
            if not line.isspace():
                try:
                    take(line, number)
                except UserError as error:
                    unused.append((number, error.problems))
                    if self._order.strict:
                        break
        return tuple(unused)

    def _summaries(self, lines: Lines) -> Done:
        crowd = Crowd()
        unused = self._each(lines, partial(self._said.read, crowd))
        found = self._panel.judge(crowd)
        unmet = self._order.watched is not None and any(any(its.unmet) for its in found)
        table = self._order.style == "csv"
        text = summary_csv(crowd, found, self._roles) if table else self._json.write(crowd, found)
        return Done(text, len(crowd.lines), unused, unmet)

    def _reports(self, lines: Lines) -> Done:
        texts: list[str] = []
        people, unmet = 0, False

        def take(line: bytes, number: int) -> None:
            nonlocal people, unmet
            profile = self._profiles.read(line, number)
            people += 1
            for role in self._roles:
                report = assess(self._catalogue, profile, role)
                texts.append(report_line(number, report))
                unmet = unmet or any(
                    it.importance == self._order.watched and it.verdict != "met" for it in report.requirements
                )

        unused = self._each(lines, take)
        return Done("".join(texts), people, unused, unmet)


def serve(order: Order, pipe: "Connection[Any, Any]") -> None:
    """Do what was ordered in a process of its own, with what comes through a pipe, as long as somebody is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = LineWork(order, load_catalogue(None) if order.catalogue is None else order.catalogue)
    spare_the_collector()
    try:
        while True:
            pipe.send(work.do(pipe.recv()))
    except (EOFError, OSError):
        return
