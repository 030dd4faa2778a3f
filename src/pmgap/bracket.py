"""The algebra: answers -> bracket -> verdict -> coverage. Nothing here knows a catalogue or a profile.

Levels are whole numbers from 0 to a top. Answers come in halves (yes = 2, partly = 1, no = 0), so that every
threshold is compared in whole numbers. The rules are those of the project's design, sections 5 and 6.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from pmgap.record import Record, record

Outcome = Literal["passed", "partial", "failed"]
Basis = Literal["not asked", "mentioned", "declared", "claimed", "evidenced"]
Verdict = Literal["met", "unclear", "gap", "not asked"]


@record
class Bracket(Record):
    """The lowest and highest level that the answers allow, both from 0 to the top of the scale."""

    low: int
    """Lowest level."""
    high: int
    """Highest level, at least ``low``."""


@record
class Reading(Record):
    """What the answers about one skill say."""

    bracket: Bracket
    """The levels they allow."""
    outcomes: dict[int, Outcome]
    """Level to how its answers came out; levels without an answer are absent."""
    contradiction: bool
    """Whether a level was failed at or below one that was held."""
    decided_by: int | None
    """The level whose answers set ``bracket.low``; none when nothing was passed or when the answers contradict."""


@record
class Gap(Record):
    """Level steps between a bracket and a required level."""

    certain: int
    """Steps that are missing even at the high end."""
    possible: int
    """Steps that are missing at the low end."""


@record
class Coverage(Record):
    """Weighted share of what is asked that is held, 0 to 1, at both ends of the brackets."""

    low: float
    """Share if every skill is at the low end."""
    high: float
    """Share if every skill is at the high end."""


def outcome(halves: Sequence[int]) -> Outcome:
    """How the answers of one level came out, from at least one answer in halves.

    The mean decides: from 3/4 passed, up to 1/4 failed, otherwise partial.
    """
    return outcome_of(sum(halves), len(halves))


def outcome_of(total: int, count: int) -> Outcome:
    """How a level came out whose ``count`` answers, at least one, make ``total`` halves together."""
    most = 2 * count
    if 4 * total >= 3 * most:
        return "passed"
    if 4 * total <= most:
        return "failed"
    return "partial"


def read_answers(answers: Mapping[int, Sequence[int]], top: int) -> Reading:
    """The bracket that answers allow.

    ``answers`` maps a level (1..top) to the halves of its answered statements, at least one level with at least one.
    Holding a level partly counts as holding the one below. Raising an answer never lowers either end of a bracket.
    """
    return read_outcomes(tuple((level, outcome(halves)) for level, halves in sorted(answers.items()) if halves), top)


@lru_cache(maxsize=4096)  # a scale of four levels knows 255 ways; a team of a thousand asks some ten thousand times
def read_outcomes(found: tuple[tuple[int, Outcome], ...], top: int) -> Reading:
    """The bracket that outcomes allow: of at least one level, lowest first."""
    outcomes = dict(found)
    passed = [level for level, result in found if result == "passed"]
    partial = [level for level, result in found if result == "partial"]
    failed = [level for level, result in found if result == "failed"]
    floor = max([0, *passed, *(level - 1 for level in partial)])
    if failed and failed[0] <= floor:
        bracket = Bracket(low=failed[0] - 1, high=max(passed + partial))
        return Reading(bracket=bracket, outcomes=outcomes, contradiction=True, decided_by=None)
    high = min([top, *(level - 1 for level in failed), *(level for level in partial if level > floor)])
    decided_by = floor if floor in passed else floor + 1 if floor + 1 in partial else None
    return Reading(bracket=Bracket(low=floor, high=high), outcomes=outcomes, contradiction=False, decided_by=decided_by)


def verdict(bracket: Bracket, required: int, basis: Basis) -> Verdict:
    """How a bracket stands to a required level."""
    if bracket.low >= required:
        return "met"
    if bracket.high < required:
        return "gap"
    return "not asked" if basis == "not asked" else "unclear"


def gap(bracket: Bracket, required: int) -> Gap:
    """Missing level steps, certain and possible."""
    return Gap(certain=max(0, required - bracket.high), possible=max(0, required - bracket.low))


def coverage(parts: Iterable[tuple[int, int, Bracket]]) -> Coverage:
    """Coverage over ``(weight, required level, bracket)`` of every applicable requirement.

    sum(w * min(level, r)) / sum(w * r), at the low and at the high ends. Requirements at level 0 do not count; where
    nothing is asked, everything asked is held and the coverage is 1.
    """
    low, high, asked = _weighted(parts)
    return Coverage(low=share(low, asked), high=share(high, asked))


def share(held: int, asked: int) -> float:
    """What part of all that is asked is held, in weighted levels; everything where nothing is asked."""
    return held / asked if asked else 1.0


def weighed(weight: int, required: int, bracket: Bracket) -> tuple[int, int, int]:
    """What one requirement adds to a coverage, in weighted levels: held at the low end, at the high end, asked."""
    return weight * min(bracket.low, required), weight * min(bracket.high, required), weight * required


def coverage_reason(parts: Iterable[tuple[int, int, Bracket]]) -> str:
    """How the coverage of the same parts is reckoned, in a sentence."""
    low, high, asked = _weighted(parts)
    if not asked:
        return "Nothing is asked, so everything asked is held."
    return (
        f"Weight times level, summed over what is asked: {low} of {asked} at the low ends of the brackets, "
        f"{high} at the high ends."
    )


def _weighted(parts: Iterable[tuple[int, int, Bracket]]) -> tuple[int, int, int]:
    low = high = asked = 0
    for part in parts:
        more = weighed(*part)
        low, high, asked = low + more[0], high + more[1], asked + more[2]
    return low, high, asked
