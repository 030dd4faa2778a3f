"""What is done with some lines of profiles, in this process or in another."""

import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue, Role
from pmgap.cli.entry import spare_the_collector
from pmgap.errors import Problem, UserError
from pmgap.many import Panel
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_lines import LineReader, Lines
from pmgap.writers.summary_lines import People, SummaryJson, report_line, summary_csv


@dataclass(frozen=True)
class Order:
    """What is to be done with every line; it can be sent to another process."""

    file: str
    """Where the lines come from, for messages."""
    catalogue_path: str | None
    """The catalogue; none for the shipped one."""
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
    unused: tuple[tuple[int, tuple[Problem, ...]], ...]
    """The numbers of the lines that could not be used, with what is wrong."""
    unmet: bool
    """Whether a requirement of the watched importance is not met."""


class LineWork:
    """Does what was ordered, some lines at a time."""

    def __init__(self, order: Order, catalogue: Catalogue) -> None:
        self._order = order
        self._catalogue = catalogue
        self._roles = list(order.roles)
        self._reader = LineReader(order.file, catalogue.top)
        self._panel = Panel(catalogue, self._roles, order.watched)
        self._json = SummaryJson(self._roles)

    def do(self, lines: Lines) -> Done:
        """What comes out of some lines."""
        people = People()
        unused: list[tuple[int, tuple[Problem, ...]]] = []
        read = self._read(lines, people, unused)
        if self._order.full:
            text, unmet = self._write_reports(people, read)
        else:
            found = self._panel.judge(read)
            unmet = self._order.watched is not None and any(any(its.unmet) for its in found)
            text = (
                self._json.write(people, found)
                if self._order.style == "jsonl"
                else summary_csv(people, found, self._roles)
            )
        return Done(text, len(people.lines), tuple(unused), unmet)

    def _read(self, lines: Lines, people: People, unused: list[tuple[int, tuple[Problem, ...]]]) -> Iterator[Profile]:
        read = self._reader.read
        for number, line in enumerate(lines[1], lines[0]):
            if not line or line.isspace():
                continue
            try:
                profile = read(line, number)
            except UserError as error:
                unused.append((number, error.problems))
                if self._order.strict:
                    return
                continue
            people.lines.append(number)
            people.names.append(profile.name)
            yield profile

    def _write_reports(self, people: People, profiles: Iterable[Profile]) -> tuple[str, bool]:
        texts, unmet = [], False
        for profile in profiles:
            number = people.lines[-1]
            for role in self._roles:
                report = assess(self._catalogue, profile, role)
                texts.append(report_line(number, report))
                unmet = unmet or any(
                    it.importance == self._order.watched and it.verdict != "met" for it in report.requirements
                )
        return "".join(texts), unmet


_at_work: list[LineWork] = []
"""What a process of its own does; empty in the first one."""


def begin(order: Order) -> None:
    """Get ready in a process of its own. Who interrupts means the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _at_work.append(LineWork(order, load_catalogue(order.catalogue_path)))
    spare_the_collector()


def do(lines: Lines) -> Done:
    """What comes out of some lines, in a process of its own."""
    return _at_work[0].do(lines)
