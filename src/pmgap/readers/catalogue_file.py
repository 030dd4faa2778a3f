"""A catalogue from YAML files: includes, ``extends``, pydantic, cross-checks; every problem at once, with its line."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pmgap.catalogue import FORMAT, Catalogue
from pmgap.catalogue.rules import catalogue_problems
from pmgap.errors import Place, Problem, UserError, unusable
from pmgap.readers.documents import Document, Path, dotted, parse
from pmgap.readers.files import decode, read_bytes
from pmgap.readers.front_door import builtin_front_door
from pmgap.readers.validation import MOST_PROBLEMS, shown, spot, validated
from pmgap.suggestions import did_you_mean

MOST_FILES = 200
"""The most files one catalogue may include."""

_KEYS = {"requirements": "skill", "levels": "level", "scale": "level"}
"""Lists whose entries are known by another key than ``id``, for merging over the shipped catalogue."""


class _Merged(Document):
    """Several files as one document; every value remembers its file, its line and its path in that file."""

    def __init__(self, file: str) -> None:
        super().__init__(file, {}, {})
        self.places: dict[Path, Place] = {}

    def place(self, path: Path) -> Place:
        rest: Path = ()
        while path and path not in self.places:
            path, rest = path[:-1], (path[-1], *rest)
        found = self.places.get(path, Place(self.file))
        return Place(found.file, found.line, dotted((found.path, *rest) if found.path else rest))


def read_catalogue(path: str, data: bytes | None = None) -> tuple[Catalogue, list[Problem]]:
    """The catalogue in a file and the advice about it (problems that do not stop its use).

    ``data`` is what the file holds, if it was read before: a pipe can be read only once.

    Raises:
        UserError: with everything that makes it unusable.
    """
    merged, digest = merge_files(path, data)
    if merged.value.get("pmgap_catalogue", FORMAT) != FORMAT:
        raise unusable(
            f"it is written for catalogue format {shown(merged.value['pmgap_catalogue'])}, "
            f"this pmgap reads format {FORMAT}",
            merged.place(("pmgap_catalogue",)),
            "Use a newer pmgap.",
        )
    catalogue = replace(validated(Catalogue, merged), sha256=digest)
    problems = [
        Problem(found.rule, found.what, merged.place(found.path), found.hint, found.advice)
        for found in catalogue_problems(catalogue)
    ]
    problems.sort(key=spot)
    if errors := [problem for problem in problems if not problem.advice]:
        raise UserError(*errors)
    return catalogue, problems


def merge_files(path: str, data: bytes | None = None) -> tuple[_Merged, str]:
    """The front door with everything it includes and extends, as one document, and the hash of the files.

    Raises:
        UserError: a file cannot be read or parsed, or two files of one catalogue set the same key.
    """
    digest = hashlib.sha256()
    front = _load(path, digest, data)
    if "pmgap" in front.value:
        raise unusable("it is a profile, not a catalogue", front.place(("pmgap",)), "A catalogue has roles and skills.")
    base = front.value.pop("extends", None)
    if base not in (None, "builtin"):
        raise unusable(
            f"it extends {shown(base)}", front.place(("extends",)), "The only catalogue to extend is builtin."
        )
    own = _gather(path, [front, *_included(front, path, digest)])
    if base is None:
        return own, digest.hexdigest()
    under, base_digest = merge_files(builtin_front_door())
    digest.update(base_digest.encode())
    _Overlay(under, own)
    under.file = path
    return under, digest.hexdigest()


def _load(path: str, digest: Any, data: bytes | None = None) -> Document:
    data = read_bytes(path) if data is None else data
    digest.update(data.replace(b"\r\n", b"\n"))
    document = parse(decode(data, path), path)
    if document.value is None:
        raise unusable("it is empty", path, "A catalogue starts with: pmgap_catalogue: 1")
    if not isinstance(document.value, dict):
        raise unusable(
            "it is not a catalogue: keys and values are expected", document.place(()), "See docs/catalogue.md."
        )
    return document


def _included(front: Document, path: str, digest: Any) -> Iterator[Document]:
    names = front.value.pop("include", None) or []
    where = front.place(("include",))
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise unusable("include is not a list of file names", where, "Use: include: [skills.yaml]")
    if len(names) > MOST_FILES:
        raise unusable(f"it includes more than {MOST_FILES} files", where, "Put several skills into one file.")
    folder = os.path.realpath(os.path.dirname(path) or ".")
    taken = {os.path.realpath(path)}
    for index, name in enumerate(names):
        where = front.place(("include", index))
        try:
            target = os.path.realpath(os.path.join(folder, name))
            outside = os.path.isabs(name) or os.path.commonpath([folder, target]) != folder
        except ValueError as error:
            raise unusable(f'it includes "{name}", which cannot be a file name', where, "Check the name.") from error
        if outside:
            hint = "Name files beside the catalogue or below it."
            raise unusable(f'it includes "{name}", which is outside its folder', where, hint)
        if not os.path.exists(target):
            raise unusable(f'it includes "{name}", but there is no such file', where, "Check the name.")
        if target in taken:
            raise unusable(f'it includes "{name}", which is part of it already', where, "Remove this line.")
        taken.add(target)
        yield _load(os.path.join(os.path.dirname(path), name), digest)


def _gather(path: str, documents: list[Document]) -> _Merged:
    """The files of one catalogue side by side: lists are joined, a key that two files set is a problem."""
    merged = _Merged(path)
    known = [name for name in Catalogue.__dataclass_fields__ if name != "sha256"]
    problems: list[Problem] = []
    for document in documents:
        shift: dict[str, int] = {}
        for key, value in document.value.items():
            where = document.place((key,))
            if key not in known and len(problems) < MOST_PROBLEMS:
                hint = did_you_mean(key, known)
                if key in ("include", "extends"):
                    hint = "Only the first file may have it."
                problems.append(Problem("unknown-key", f'unknown key "{key}"', where, hint))
            elif key not in merged.value:
                merged.value[key] = value
            elif isinstance(value, list) and isinstance(merged.value[key], list):
                shift[key] = len(merged.value[key])
                merged.value[key] = merged.value[key] + value
            else:
                problems.append(
                    Problem("duplicate-key", f'the key "{key}" is set in two files', where, "Keep one of the two.")
                )
        for inner in document.lines:
            moved = inner
            if len(inner) > 1 and isinstance(inner[1], int):
                moved = (inner[0], inner[1] + shift.get(str(inner[0]), 0), *inner[2:])
            merged.places.setdefault(moved, document.place(inner))
    if problems:
        raise UserError(*problems)
    return merged


class _Overlay:
    """Lays one catalogue over another: entries with a known id are changed, all others added."""

    def __init__(self, under: _Merged, own: _Merged) -> None:
        self.under = under
        self.own = own
        self.inside: dict[Path, list[Path]] = {}
        for path in own.places:
            for start in {path[:1], path[:2]}:
                self.inside.setdefault(start, []).append(path)
        self.lay_mapping(under.value, own.value, (), ())

    def lay_mapping(self, there: dict[str, Any], value: dict[str, Any], target: Path, path: Path) -> None:
        for key, entry in value.items():
            old, inner, outer = there.get(key), (*path, key), (*target, key)
            if isinstance(entry, list) and isinstance(old, list) and (not path or _is_keyed(key, entry)):
                self.lay_list(old, entry, outer, inner)
            elif isinstance(entry, dict) and isinstance(old, dict):
                self.lay_mapping(old, entry, outer, inner)
            else:
                there[key] = entry
                self.move_places(outer, inner)

    def lay_list(self, there: list[Any], value: list[Any], target: Path, path: Path) -> None:
        name = _KEYS.get(str(path[-1]), "id")
        known = {entry[name]: index for index, entry in enumerate(there) if isinstance(entry, dict) and name in entry}
        for index, entry in enumerate(value):
            inner = (*path, index)
            key = entry.get(name) if isinstance(entry, dict) else None
            old = known.get(key) if isinstance(key, (str, int)) else None
            if old is None:
                there.append(entry)
                self.move_places((*target, len(there) - 1), inner)
            else:
                self.under.places[(*target, old)] = self.own.places.get(inner, Place(self.own.file))
                self.lay_mapping(there[old], entry, (*target, old), inner)

    def move_places(self, target: Path, path: Path) -> None:
        for inner in self.inside.get(path[:2], ()):
            if inner[: len(path)] == path:
                self.under.places[(*target, *inner[len(path) :])] = self.own.places[inner]


def _is_keyed(key: str, value: list[Any]) -> bool:
    """Whether the entries of a list have ids, so that they change or join the old ones; other lists replace the old."""
    name = _KEYS.get(key, "id")
    return bool(value) and all(isinstance(entry, dict) and name in entry for entry in value)
