"""Summaries of many people as lines, written for a block of people at a time."""

from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring_ascii as quoted

from pmgap.assessment import Assessment
from pmgap.catalogue import Role
from pmgap.crowd import Crowd
from pmgap.known import Known
from pmgap.many import Figures
from pmgap.references import SCHEMA_VERSION
from pmgap.writers.csv_table import Cell, csv_lines
from pmgap.writers.json_report import one_line

HEADS = (
    "line", "name", "role", "coverage_low", "coverage_high", "readiness", "must_gaps", "unclear", "not_asked",
)  # fmt: skip


class SummaryJson:
    """Writes summaries as lines of JSON, of which most is prepared: no two people differ in many words."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self._heads = [f',"role":{quoted(role.id)},"coverage":{{"low":' for role in roles]
        self._coverage = Known(_coverage_text)
        self._gaps = Known(_gap_texts)

    def write(self, crowd: Crowd, found: Sequence[Figures]) -> str:
        """The lines of some people, for every person one per role."""
        start = f'{{"schema_version":"{SCHEMA_VERSION}","kind":"summary","line":'
        starts = [
            f'{start}{line},"name":{"null" if name is None else quoted(name)}'
            for line, name in zip(crowd.lines, crowd.names, strict=True)
        ]
        per_role = [self._of_role(starts, head, its) for head, its in zip(self._heads, found, strict=True)]
        return "".join(
            per_role[0] if len(per_role) == 1 else [it for lines in zip(*per_role, strict=True) for it in lines]
        )

    def _of_role(self, starts: Sequence[str], head: str, its: Figures) -> list[str]:
        texts = [map(texts.__getitem__, steps) for texts, steps in zip(self._gaps[its.musts], its.steps, strict=True)]
        gaps = map("".join, zip(*texts, strict=True)) if texts else [""] * len(starts)
        return [
            f'{start}{head}{coverage}{word}","must_gaps":{{{gaps[1:]}}},"unclear":{unclear},"not_asked":{not_asked}}}\n'
            for start, coverage, word, gaps, unclear, not_asked in zip(
                starts,
                map(self._coverage.__getitem__, its.coverage),
                its.words,
                gaps,
                its.unclear,
                its.not_asked,
                strict=True,
            )
        ]


def _coverage_text(ends: tuple[float, float]) -> str:
    return f'{ends[0]!r},"high":{ends[1]!r}}},"readiness":"'


def _gap_texts(musts: tuple[str, ...]) -> list[list[str]]:
    """What is written for each of some skills, by the steps that are missing."""
    return [["", *(f",{quoted(skill)}:{steps}" for steps in range(1, 256))] for skill in musts]


def summary_csv(crowd: Crowd, found: Sequence[Figures], roles: Sequence[Role]) -> str:
    """Summaries as rows of a table, without its heads."""
    return csv_lines(_rows(crowd, found, roles))


def _rows(crowd: Crowd, found: Sequence[Figures], roles: Sequence[Role]) -> Iterator[tuple[Cell, ...]]:
    for index, (line, name) in enumerate(zip(crowd.lines, crowd.names, strict=True)):
        for role, its in zip(roles, found, strict=True):
            low, high = its.coverage[index]
            gaps = (f"{skill} {steps}" for skill, steps in its.must_gaps(index).items())
            yield (
                line,
                name,
                role.id,
                repr(low),
                repr(high),
                its.words[index],
                "; ".join(gaps),
                its.unclear[index],
                its.not_asked[index],
            )


def report_line(line: int, report: Assessment) -> str:
    """A whole report as a line of JSON that begins with the line that the profile stands on."""
    return f'{{"line":{line},{one_line(report)[1:]}\n'
