"""Gates: education, experience and certifications against a background. They stand beside the skills, never in them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import fsum
from typing import Literal

from pmgap.catalogue import Alternative, Catalogue, EducationLevel, Gate
from pmgap.profile import Background, Imported
from pmgap.record import Record, record

GateVerdict = Literal["met", "gap", "unknown"]

_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[()\[\],/]| - ")

HOURS_PER_MONTH = 160
"""Hours of full-time study or work in a month, for comparing what alternatives cost."""


@record
class AlternativeResult(Record):
    """How one way to pass a gate came out."""

    text: str
    """The alternative in words."""
    verdict: GateVerdict
    """met, gap or unknown."""
    because: str
    """The reason, in a sentence."""


@record
class GateResult(Record):
    """How a gate came out."""

    kind: str
    """education, experience or certification."""
    firm: bool
    """False if it only informs."""
    verdict: GateVerdict
    """met if one alternative is met, unknown if none is met and one is unknown, else gap."""
    alternatives: tuple[AlternativeResult, ...]
    """Every way to pass it."""
    cheapest: str | None
    """The unmet alternative that costs least; none for a gate that is met."""
    because: str
    """The reason, in a sentence."""
    note: str
    """What to know about the source."""
    sources: tuple[str, ...]
    """Ids of sources or citations."""
    unconfirmed: bool = False
    """Whether it rests on background that was read from a document and awaits the person's word."""
    months: float | None = None
    """Months of full-time work until it could be met; 0 where finding out may do, none for a gate that is met."""


def judge_gate(catalogue: Catalogue, gate: Gate, background: Background) -> GateResult:
    """The verdict on one gate, with its reasons and the cheapest alternative that is not met."""
    results = [judge_alternative(catalogue, alternative, background) for alternative in gate.alternatives]
    verdict = gate_verdict([result.verdict for result in results])
    cheapest = months = None
    if verdict == "met":
        because = next(result.because for result in results if result.verdict == "met")
    else:
        months, index = min(
            (_months_missing(catalogue, alternative, result, background), index)
            for index, (alternative, result) in enumerate(zip(gate.alternatives, results, strict=True))
        )
        cheapest = results[index].text
        because = f"{results[index].because[:-1]}; {_why_cheapest(months, len(results))}."
    names = catalogue.source_names(gate.sources)
    if names:
        because = f"{because[:-1]} (source: {names})."
    return GateResult(
        kind=gate.kind,
        firm=gate.firm,
        verdict=verdict,
        alternatives=tuple(results),
        cheapest=cheapest,
        because=because,
        note=gate.note,
        sources=gate.sources,
        months=months,
    )


def gate_verdict(verdicts: Sequence[GateVerdict]) -> GateVerdict:
    """The verdict on a gate whose alternatives came out like this: one that is met will do."""
    return "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "gap"


def looks_at(alternative: Alternative) -> Literal["nothing", "education", "experience", "certifications"]:
    """The part of a background that decides whether an alternative is met; it looks at no other."""
    if alternative.equivalent:
        return "nothing"
    if alternative.education is not None:
        return "education"
    return "experience" if alternative.experience is not None else "certifications"


def tell_unconfirmed(gate: Gate, result: GateResult, imported: Sequence[Imported]) -> GateResult:
    """The result, which says so if it rests on background that was read from a document and is not confirmed yet."""
    rests_on = {it.experience or looks_at(it) for it in gate.alternatives}
    if rests_on.isdisjoint(it.item for it in imported):
        return result
    told = f"{result.because[:-1]}; your documents say so, and you have not confirmed it yet."
    return replace(result, unconfirmed=True, because=told)


def judge_alternative(catalogue: Catalogue, alternative: Alternative, background: Background) -> AlternativeResult:
    """The verdict on one way to pass a gate, with its reason."""
    verdict: GateVerdict
    part = looks_at(alternative)
    if part == "nothing":
        verdict, because = "unknown", "The source admits an equivalent but does not say what counts as one."
    elif part == "education":
        verdict, because = _judge_education(catalogue, alternative, background)
    elif part == "experience":
        verdict, because = _judge_experience(alternative, background)
    else:
        verdict, because = _judge_certifications(alternative, background)
    return AlternativeResult(text=alternative.text, verdict=verdict, because=because)


def _judge_education(catalogue: Catalogue, alternative: Alternative, background: Background) -> tuple[GateVerdict, str]:
    if not background.education:
        return "unknown", "Your education is not in the profile yet."
    asked = _level(catalogue, alternative.education or "")
    held_levels = [(held, _level(catalogue, held.level)) for held in background.education]
    labels = ", ".join(level.label for _, level in held_levels)
    known = {level.id for level in catalogue.education_levels}
    fitting = [
        held
        for held, level in held_levels
        if level.id == asked.id or (asked.degree and level.degree and level.months >= asked.months)
    ]
    if not fitting:
        strange = [held.level for held, _ in held_levels if held.level not in known and held.level != "none"]
        if strange:
            return "unknown", f"This catalogue does not say how {', '.join(strange)} compares with {asked.label}."
        return "gap", f"You listed {labels}; this asks for {asked.label}."
    if not alternative.fields:
        return "met", f"You listed {labels}."
    studied = [" ".join(_WORD.findall(held.field or "")) and (held.field or "") for held in fitting]
    for field in studied:
        if any(_names_field(field, asked_field) for asked_field in alternative.fields):
            return "met", f"You listed {labels} in {field}."
    fields = ", ".join(alternative.fields)
    if not all(studied):
        return "unknown", f"You listed {labels} without a field; this asks for {fields}."
    if alternative.or_similar:
        return "unknown", f"Whether {', '.join(studied)} counts as similar to {fields} is for the employer to say."
    return "gap", f"You studied {', '.join(studied)}; this asks for {fields}."


def _level(catalogue: Catalogue, key: str) -> EducationLevel:
    """An education level; one that the catalogue does not describe compares with no other."""
    found = next((it for it in catalogue.education_levels if it.id == key), None)
    return found or EducationLevel(id=key, label=key, months=0, degree=False)  # type: ignore[arg-type]


def _judge_experience(alternative: Alternative, background: Background) -> tuple[GateVerdict, str]:
    kind = f"{alternative.experience} experience"
    held = [entry for entry in background.experience or () if entry.kind == alternative.experience]
    if not held:
        return "unknown", f"Your years of {kind} are not in the profile yet."
    low = fsum(entry.years for entry in held)
    high = fsum(entry.years if entry.years_max is None else entry.years_max for entry in held)
    asked = alternative.min_years or 0
    years = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    because = f"You listed {years} years of {kind}; this asks for {asked:g} or more."
    return ("met" if low >= asked else "gap" if high < asked else "unknown"), because


def _judge_certifications(alternative: Alternative, background: Background) -> tuple[GateVerdict, str]:
    if not background.certifications:
        return "unknown", "Your certifications are not in the profile yet."
    asked = {_letters(name) for name in alternative.certifications}
    for held in background.certifications:
        if not asked.isdisjoint(_letters(part) for part in (held, *_PARTS.split(held))):
            return "met", f"You listed {held}."
    listed = ", ".join(name for name in background.certifications if _letters(name) != "none") or "none"
    return "gap", f"You listed {listed}; this asks for one of {', '.join(alternative.certifications)}."


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _names_field(held: str, asked: str) -> bool:
    """Whether a field of study holds the field asked for, word for word: "digital marketing" holds "marketing"."""
    ours, theirs = (" ".join(["", *_WORD.findall(text.casefold()), ""]) for text in (held, asked))
    return theirs in ours


def _months_missing(
    catalogue: Catalogue, alternative: Alternative, result: AlternativeResult, background: Background
) -> float:
    """Months of full-time work until an unmet alternative could be met; 0 where finding out may do."""
    if result.verdict == "met":
        return float("inf")
    if result.verdict == "unknown":
        return 0.0
    if alternative.education is not None:
        asked = _level(catalogue, alternative.education)
        held = [_level(catalogue, entry.level) for entry in background.education or ()]
        done = max((entry.months for entry in held if asked.degree and entry.degree), default=0.0)
        return max(asked.months - done, 1.0) if done < asked.months else asked.months
    if alternative.experience is not None:
        entries = [entry for entry in background.experience or () if entry.kind == alternative.experience]
        return 12 * ((alternative.min_years or 0) - fsum(entry.years for entry in entries))
    return _cheapest_hours(catalogue, alternative.certifications) / HOURS_PER_MONTH


def _cheapest_hours(catalogue: Catalogue, certifications: Sequence[str]) -> float:
    asked = {_letters(name) for name in certifications}
    return min(
        (
            programme.hours
            for programme in catalogue.programmes
            if programme.hours is not None
            and programme.grants is not None
            and any(_letters(name) in asked for name in programme.grants.certifications)
        ),
        default=HOURS_PER_MONTH,
    )


def _why_cheapest(months: float, alternatives: int) -> str:
    if months == 0:
        return "finding that out comes first and costs least"
    least = "this costs least of the ways listed, " if alternatives > 1 else ""
    if months < 1:
        return f"{least}about {months * HOURS_PER_MONTH:.0f} hours"
    return f"{least}about {months:.0f} month{'' if round(months) == 1 else 's'} full time"
