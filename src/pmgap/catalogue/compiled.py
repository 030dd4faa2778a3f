"""The shipped catalogue in a form that loads fast: checked when the package was built, trusted only while it fits.

A line for every field of the catalogue, as JSON, under a first line with check sums of the YAML files that it was made
from and of the lines themselves. Where one of them does not fit, or the form is missing, the YAML is read instead:
slower, never wrong. A field is parsed and built when it is first looked at: a list of roles needs no skills.
After an empty line follows the tree of the names of all skills, for whoever looks for them in a text.
"""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin
from zlib import crc32

from pmgap.catalogue import Catalogue, Skill
from pmgap.catalogue.term_tree import tree_text
from pmgap.record import Record

COMPILED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "builtin.json")
"""Where the build puts it."""

Build = Callable[[Any], Any]


class _Field:
    """A field that is built when it is first looked at; it is then kept in the record, which no longer asks here."""

    def __init__(self, name: str, entry: Any) -> None:
        self._name = name
        self._entry = entry

    def __get__(self, record: Record, _: type) -> Any:
        held = record.__dict__
        text = held["_texts"].get(self._name)
        made = self._entry.default if text is None else builder(self._entry.type)(json.loads(text))
        held[self._name] = made
        return made


def _fields(kind: type[Record], *names: str) -> dict[str, Any]:
    entries: dict[str, Any] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: _Field(name, entries[name]) for name in names or entries}


CompiledCatalogue: type[Catalogue] = type("CompiledCatalogue", (Catalogue,), _fields(Catalogue))
CompiledSkill: type[Skill] = type("CompiledSkill", (Skill,), _fields(Skill, "aliases", "cautions"))
"""Only who reads CVs and postings needs the words for a skill, and they are half of the catalogue."""


def compiled_text(catalogue: Catalogue, front_door: str, names: Iterable[str]) -> str:
    """The compiled form of a checked catalogue that was read from the files ``names``, named relative to its front door."""
    parts = plain(catalogue)
    parts["skills"] = [_with_texts(skill) for skill in parts["skills"]]
    lines = [f"{name}\t{_json(value)}" for name, value in parts.items()]
    folder = os.path.dirname(front_door)
    files = {name: _sum_of_file(os.path.join(folder, name)) for name in names}
    text = "\n".join([*lines, "", tree_text(catalogue.skills)])
    return f"{_json({'files': files, 'lines': crc32(text.encode())})}\n{text}"


def read_compiled(front_door: str) -> Catalogue | None:
    """The compiled catalogue, if there is one and it fits the YAML files beside ``front_door``."""
    folder = os.path.dirname(front_door)
    try:
        with open(COMPILED, "rb") as file:
            first, _, rest = file.read().partition(b"\n")
        head = json.loads(first)
        if head["lines"] != crc32(rest):
            return None
        files = head["files"]
        if not files or files != {name: _sum_of_file(os.path.join(folder, name)) for name in files}:
            return None
        return from_compiled(rest)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def from_compiled(text: bytes) -> Catalogue:
    """The catalogue in the text that ``compiled_text`` writes, without its first line; it must be sound."""
    lines, _, terms = text.partition(b"\n\n")
    parts = (line.partition(b"\t") for line in lines.split(b"\n"))
    made: Catalogue = CompiledCatalogue.__new__(CompiledCatalogue)
    made.__dict__["_texts"] = {name.decode(): value for name, _, value in parts}
    made.__dict__["_stored_terms"] = terms
    return made


def stored_terms(catalogue: Catalogue) -> bytes | None:
    """The tree of the names of its skills as text, where it was stored with a catalogue."""
    terms: bytes | None = vars(catalogue).get("_stored_terms")
    return terms


def _with_texts(skill: dict[str, Any]) -> dict[str, Any]:
    """A skill in its plain form, with the fields that are built later as text."""
    later = {name for name in vars(CompiledSkill) if name in skill}
    now = {name: value for name, value in skill.items() if name not in later}
    return {**now, "_texts": {name: _json(skill[name]) for name in later}}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _sum_of_file(path: str) -> int:
    with open(path, "rb") as file:
        return crc32(file.read().replace(b"\r\n", b"\n"))


def plain(value: Any) -> Any:
    """A record as plain values; fields at their default are left out."""
    if isinstance(value, Record):
        defaults = type(value).__dataclass_fields__  # type: ignore[attr-defined]
        return {
            name: plain(getattr(value, name))
            for name, entry in defaults.items()
            if getattr(value, name) != entry.default
        }
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    return value


@cache
def builder(kind: Any) -> Build:
    """The function that makes a value of ``kind`` from its plain form, which must be sound."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return _record_builder(kind)
    if get_origin(kind) is tuple:
        inner = builder(get_args(kind)[0])
        if inner is _same:
            return tuple
        return lambda value: tuple([inner(entry) for entry in value])
    if get_origin(kind) in (Union, UnionType):
        records = [it for it in get_args(kind) if isinstance(it, type) and issubclass(it, Record)]
        tuples = [it for it in get_args(kind) if get_origin(it) is tuple]
        if records:
            return _record_builder(records[0])
        if tuples:
            return lambda value: tuple(value) if isinstance(value, list) else value
    return _same


def _same(value: Any) -> Any:
    return value


def _record_builder(kind: type[Record]) -> Build:
    fields = kind.__dataclass_fields__  # type: ignore[attr-defined]
    builders = {name: made for name, entry in fields.items() if (made := builder(entry.type)) is not _same}
    made_as: type[Record] = CompiledSkill if kind is Skill else kind
    new = made_as.__new__

    def build(value: dict[str, Any]) -> Record:
        made = new(made_as)
        held = made.__dict__
        held.update(value)
        for name in builders.keys() & value.keys():
            held[name] = builders[name](value[name])
        return made

    return build
