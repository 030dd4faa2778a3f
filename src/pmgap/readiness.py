"""Readiness: a word with its reasons, from the verdicts on requirements and gates. Not a grade."""

from collections.abc import Sequence
from math import ceil
from typing import Literal

from pmgap.gates import GateResult
from pmgap.judgement import Finding, RequirementResult
from pmgap.record import Record, record
from pmgap.sentences import counted
from pmgap.tally import Tally, added_up, tally

ReadinessWord = Literal["unclear", "ready", "within reach", "build first"]

UNKNOWN_SHARE = 3
"""Readiness is unclear when more than one part in this many of the must weight is unknown."""

STEPS_WITHIN_REACH = 4
"""The most certain gap steps over the musts at which a role is within reach."""


@record
class Readiness(Record):
    """A word with its reasons. Not a grade."""

    word: ReadinessWord
    """unclear, ready, within reach or build first."""
    because: tuple[str, ...]
    """The reasons."""
    would_change: tuple[str, ...]
    """What would change the word."""


def readiness_word(sums: Tally, *, gate_blocks: bool) -> ReadinessWord:
    """The word for what the requirements of a role add up to, and whether a firm gate is a gap."""
    if UNKNOWN_SHARE * sums.open_weight > sums.must_weight:
        return "unclear"
    if not sums.steps and not gate_blocks:
        return "ready"
    return "within reach" if sums.steps <= STEPS_WITHIN_REACH and not sums.far else "build first"


def judge_readiness(
    results: Sequence[RequirementResult | Finding], gates: Sequence[GateResult], deciding: str
) -> Readiness:
    """The readiness word, its reasons, and what would change it.

    In this order: unclear, ready, within reach, build first; only requirements of the deciding importance count.
    """
    musts = [it for it in results if it.importance == deciding and it.required > 0]
    open_musts = [it for it in musts if it.verdict in ("unclear", "not asked")]
    gaps = [it for it in musts if it.verdict == "gap"]
    blocking = [gate for gate in gates if gate.firm and gate.verdict == "gap"]
    far = [it for it in gaps if it.gap.certain > 1]
    sums = added_up(tally(it, deciding) for it in results)
    word = readiness_word(sums, gate_blocks=bool(blocking))
    if word == "unclear":
        told = (
            f"{counted(len(open_musts), deciding)} of {len(musts)} are not known well enough yet. They make up "
            f"{ceil(100 * sums.open_weight / sums.must_weight)} % of what is asked as {deciding}; there is no other word "
            f"while more than a third of that is open."
        )
        return Readiness(
            word=word,
            because=(told,),
            would_change=(f"Answer about {_names(open_musts)}.",),
        )
    reasons = []
    if gaps:
        reasons.append(f"{counted(len(gaps), deciding)} of {len(musts)} not shown yet: {_names(gaps)}")
    if blocking:
        reasons.append(f"firm gate not met: {', '.join(gate.kind for gate in blocking)}")
    if open_musts:
        reasons.append(f"{counted(len(open_musts), deciding)} still open: {_names(open_musts)}")
    gate_moves = [f"Meet the {gate.kind} gate: {gate.cheapest}" for gate in blocking]
    if word == "ready":
        reasons.insert(0, f"no {deciding} is a gap and no firm gate is a gap")
        moves = [f"An answer that shows a gap in {_names(open_musts)}"] if open_musts else []
        moves += [
            f"A {gate.kind} gate that turns out not to be met"
            for gate in gates
            if gate.firm and gate.verdict == "unknown"
        ]
        return Readiness(word=word, because=_sentences(reasons), would_change=_sentences(moves))
    steps = sums.steps
    if word == "within reach":
        if gaps:
            reasons.append(f"{counted(steps, 'level step')} in all, none more than one in a skill")
        moves = [f"One level step each in {_names(gaps)}"] if gaps else []
        return Readiness(word=word, because=_sentences(reasons), would_change=_sentences([*moves, *gate_moves]))
    if far:
        reasons.append(f"more than one level step short in {_names(far)}")
    if steps > STEPS_WITHIN_REACH:
        reasons.append(f"{steps} certain level steps in all, more than {STEPS_WITHIN_REACH}")
    moves = [f"Bring {_names(far)} to one step below what is asked"] if far else []
    if steps > STEPS_WITHIN_REACH:
        moves.append(f"Close {counted(steps - STEPS_WITHIN_REACH, 'level step')} or more among {_names(gaps)}")
    return Readiness(word=word, because=_sentences(reasons), would_change=_sentences(moves))


def _sentences(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{part[0].upper()}{part[1:]}." for part in parts)


def _names(results: Sequence[RequirementResult | Finding], most: int = 4) -> str:
    names = [it.name for it in results[:most]]
    if len(results) > most:
        names.append(f"{len(results) - most} more")
    return ", ".join(names)
