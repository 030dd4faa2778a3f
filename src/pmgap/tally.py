"""What one requirement adds to the sums that a coverage, a readiness and a count of open questions are made from."""

from collections.abc import Iterable
from typing import NamedTuple

from pmgap.bracket import weighed
from pmgap.judgement import Finding, RequirementResult


class Tally(NamedTuple):
    """What one requirement adds, or what several add up to."""

    low: int
    """Weighted levels held at the low ends of the brackets."""
    high: int
    """Weighted levels held at the high ends."""
    asked: int
    """Weighted levels asked for."""
    must_weight: int
    """Weighted levels that musts ask for."""
    open_weight: int
    """Those of musts that are unclear or not asked."""
    steps: int
    """Level steps that are missing for certain in musts."""
    far: int
    """Musts that are short by more than one certain step."""
    unclear: int
    """Requirements of any importance of which something is known, but not enough for a verdict."""
    not_asked: int
    """Requirements of any importance of which nothing is known."""
    unmet: int
    """Requirements of the importance that is watched, as a rule musts, whose verdict is not met."""


NOTHING = Tally(*[0] * len(Tally._fields))
"""What a requirement adds that is left out."""


def tally(found: Finding | RequirementResult, deciding: str, watched: str | None = None) -> Tally:
    """What a verdict adds; ``deciding`` is the importance of musts, and the one that is watched if no other is."""
    low, high, asked = weighed(found.weight, found.required, found.bracket)
    is_must = found.importance == deciding
    is_open = found.verdict in ("unclear", "not asked")
    steps = found.gap.certain if is_must else 0
    return Tally(
        low=low,
        high=high,
        asked=asked,
        must_weight=asked if is_must else 0,
        open_weight=asked if is_must and is_open else 0,
        steps=steps,
        far=int(steps > 1),
        unclear=int(found.verdict == "unclear"),
        not_asked=int(found.verdict == "not asked"),
        unmet=int(found.importance == (watched or deciding) and found.verdict != "met"),
    )


def added_up(parts: Iterable[Tally]) -> Tally:
    """The sums of several."""
    return Tally(*map(sum, zip(NOTHING, *parts, strict=True)))
