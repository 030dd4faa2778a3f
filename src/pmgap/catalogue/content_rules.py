"""Checks of what a catalogue says: its sources and its wording."""

from collections.abc import Iterator
from typing import Any

from pmgap.catalogue import Catalogue
from pmgap.catalogue.findings import Finding, Path
from pmgap.record import Record
from pmgap.suggestions import did_you_mean
from pmgap.wording import HARDEST_SKILL, mean_reading_grade, near_duplicates, statement_problems


def source_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Sources that are unknown, missing, unused or without terms."""
    known = {source.id for source in catalogue.sources} | {entry.id for entry in catalogue.citations}
    real = {entry.id: entry.source for entry in catalogue.citations}
    used: set[str] = set()
    for path, entry in _walk(catalogue, ()):
        if isinstance(entry, Catalogue):
            continue
        fields = entry.__dataclass_fields__  # type: ignore[attr-defined]
        cited = tuple(getattr(entry, "sources", ()))
        for name in ("aliases_from", "tools_from"):
            cited += getattr(entry, name, ())
        if "source" in fields:
            cited += (entry.source,)  # type: ignore[attr-defined]
        used.update(cited)
        used.update(anchor.partition(":")[0] for anchor in getattr(entry, "anchors", ()))
        for key in cited:
            if key not in known:
                yield Finding(
                    rule="unknown-id", what=f'unknown source "{key}"', path=path, hint=did_you_mean(key, known)
                )
        if "sources" in fields and not cited:
            yield Finding(
                rule="no-source", what="it names no source", path=path, hint="Add sources: [ID].", advice=True
            )
    used.update(real.get(key, key) for key in list(used))
    for index, source in enumerate(catalogue.sources):
        if source.id not in used:
            yield Finding(
                rule="unused-source",
                what=f'the source "{source.id}" is not used',
                path=("sources", index),
                hint="Cite it or remove it.",
                advice=True,
            )
        if not source.terms.strip():
            yield Finding(
                rule="terms", what="the source states no terms", path=("sources", index), hint="", advice=True
            )


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk(entry, (*path, index))


def wording_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Statements whose wording keeps them from being answered, and statements that ask nearly the same."""
    places: dict[str, Path] = {}
    for index, skill in enumerate(catalogue.skills):
        texts = []
        for at, level in enumerate(skill.levels):
            for spot, statement in enumerate(level.statements):
                path: Path = ("skills", index, "levels", at, "statements", spot)
                places[statement.id] = path
                texts.append(statement.text)
                for problem in statement_problems(statement.text):
                    yield Finding(
                        rule=f"wording-{problem.rule}",
                        what=f"{statement.id} {problem.what}",
                        path=path,
                        hint=f"{problem.hint[0].upper()}{problem.hint[1:]}.",
                        advice=True,
                    )
        if (grade := mean_reading_grade(texts)) > HARDEST_SKILL:
            yield Finding(
                rule="wording-reading-level",
                what=f"the statements of {skill.id} read at about grade {grade:.1f}",
                path=("skills", index),
                hint=f"Aim for grade {HARDEST_SKILL:g} or easier.",
                advice=True,
            )
    pairs = [(key, catalogue.statement_by_id[key][2].text) for key in places]
    for key, other, likeness in near_duplicates(pairs):
        yield Finding(
            rule="wording-duplicate",
            what=f"{other} asks nearly the same as {key} ({likeness:.0%} of the words)",
            path=places[other],
            hint="Make them different acts.",
            advice=True,
        )
