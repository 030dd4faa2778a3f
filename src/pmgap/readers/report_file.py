"""A JSON report of pmgap read back, for comparing it with another one.

Only what comparing needs is read and checked. Whatever else a report holds - a newer pmgap may say more - is passed
over, so that a report does not age; a report of another version of the format is refused.
"""

from collections.abc import Iterator
from typing import Any

from pmgap.bracket import Bracket
from pmgap.errors import Problem, UserError, unusable
from pmgap.readers.documents import Document, Path, Value
from pmgap.readers.validation import shown, validated
from pmgap.references import SCHEMA_VERSION
from pmgap.snapshot import Snapshot, SnapshotList

_HINT = "Use the output of pmgap assess --json, or a profile."


def is_report(document: Document) -> bool:
    """Whether a document says of itself that it is a report."""
    return isinstance(document.value, dict) and not {"schema_version", "kind"}.isdisjoint(document.value)


def read_snapshots(document: Document) -> tuple[Snapshot, ...]:
    """What a report says of each role.

    Raises:
        UserError: it is another kind of report, of another version, or broken; with every problem.
    """
    version, kind = document.value.get("schema_version"), document.value.get("kind")
    if version != SCHEMA_VERSION:
        what = f"it is a report of version {shown(version)}, this pmgap reads version {SCHEMA_VERSION}"
        raise unusable(what, document.place(("schema_version",)), "Make it again with this pmgap.")
    if kind not in ("assessment", "assessments"):
        raise unusable(f"a report of the kind {shown(kind)} cannot be compared", document.place(("kind",)), _HINT)
    found: tuple[Snapshot, ...]
    if kind == "assessment":
        found = (validated(Snapshot, _known(Snapshot, document)),)
        problems = list(_problems(found[0], document, ()))
    else:
        found = validated(SnapshotList, _known(SnapshotList, document)).assessments
        problems = [
            problem for index, it in enumerate(found) for problem in _problems(it, document, ("assessments", index))
        ]
        problems.extend(_disagreements(found, document))
    if not found:
        raise unusable("the report holds no assessment", document.place(("assessments",)), _HINT)
    if problems:
        raise UserError(*problems)
    return found


def _known(kind: type[Any], document: Document) -> Document:
    """The document without the keys that a type does not have, at any depth."""
    return Document(document.file, _known_part(kind, document.value), lambda: document.lines)


def _known_part(kind: Any, value: Value) -> Value:
    fields = getattr(kind, "__dataclass_fields__", None)
    if fields is not None:
        if not isinstance(value, dict):
            return value
        return {key: _known_part(fields[key].type, entry) for key, entry in value.items() if key in fields}
    parts = getattr(kind, "__args__", ())
    if parts and isinstance(value, list):
        return [_known_part(parts[0], entry) for entry in value]
    return value


def _problems(found: Snapshot, document: Document, path: Path) -> Iterator[Problem]:
    if not 0 <= found.coverage.low <= found.coverage.high <= 1:
        where = document.place((*path, "coverage"))
        yield Problem("coverage", "the coverage is no band from 0 to 1", where, _HINT)
    seen = set()
    for index, it in enumerate(found.requirements):
        spot = (*path, "requirements", index)
        if it.skill in seen:
            yield Problem("twice", f'the skill "{it.skill}" stands there twice', document.place(spot), _HINT)
        seen.add(it.skill)
        if not 0 <= it.bracket.low <= it.bracket.high:
            where = document.place((*spot, "bracket"))
            yield Problem("bracket", "the lowest level is below 0 or above the highest", where, _HINT)
        if it.weight < 0 or it.required < 0:
            yield Problem("number", "a weight or level is below 0", document.place(spot), _HINT)
        for at, given in enumerate(it.answers):
            if given.answer not in ("yes", "partly", "no"):
                where = document.place((*spot, "answers", at, "answer"))
                yield Problem("answer", f"{shown(given.answer)} is no answer", where, "Use yes, partly or no.")


def _disagreements(found: tuple[Snapshot, ...], document: Document) -> Iterator[Problem]:
    """One person has one bracket per skill, whatever the role."""
    brackets: dict[str, Bracket] = {}
    roles = set()
    for index, report in enumerate(found):
        path = ("assessments", index)
        if report.role.id in roles:
            yield Problem("twice", f'the role "{report.role.id}" stands there twice', document.place(path), _HINT)
        roles.add(report.role.id)
        for at, it in enumerate(report.requirements):
            if brackets.setdefault(it.skill, it.bracket) != it.bracket:
                where = document.place((*path, "requirements", at))
                yield Problem(
                    "bracket", f'"{it.skill}" stands there with two brackets', where, "Give one person's report."
                )
