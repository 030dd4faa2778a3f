"""The shipped catalogue in a form that loads fast: checked when the package was built, trusted only while it fits.

A line for every field of the catalogue and for some of every skill, as JSON, under a first line with check sums of the
YAML files that it was made from and of the lines themselves. Where one of them does not fit, or the form is missing, the
YAML is read instead: slower, never wrong. A field is parsed and built when it is first looked at: a list of roles needs
no skills. Behind the lines stands the tree of the names of all skills, for whoever looks for them in a text.
"""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin
from zlib import crc32

from pmgap.catalogue import Catalogue, Skill
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
        texts = held["_texts"]
        made = builder(self._entry.type)(self._parsed(texts)) if self._name in texts else self._entry.default
        held[self._name] = made
        return made

    def _parsed(self, texts: dict[str, bytes]) -> Any:
        return json.loads(texts[self._name])


def _fields(field: type[_Field], kind: type[Record], *names: str) -> dict[str, Any]:
    entries: dict[str, Any] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: field(name, entries[name]) for name in names or entries}


LATER = ("aliases", "cautions", "esco")
"""Fields of a skill that few look at, and that are most of the catalogue: each has a line of its own."""


class _Skills(_Field):
    """The skills, each with the lines of the fields that are built later."""

    def _parsed(self, texts: dict[str, bytes]) -> Any:
        skills = super()._parsed(texts)
        for skill in skills:
            lines = {name: texts.get(f"{skill['id']}.{name}") for name in LATER}
            skill["_texts"] = {name: line for name, line in lines.items() if line is not None}
        return skills


CompiledCatalogue: type[Catalogue] = type(
    "CompiledCatalogue", (Catalogue,), {**_fields(_Field, Catalogue), **_fields(_Skills, Catalogue, "skills")}
)
CompiledSkill: type[Skill] = type("CompiledSkill", (Skill,), _fields(_Field, Skill, *LATER))


def compiled_catalogue(catalogue: Catalogue, front_door: str, names: Iterable[str]) -> bytes:
    """The compiled form of a checked catalogue that was read from the files ``names``, named relative to its front door."""
    from pmgap.catalogue.term_tree import tree_text

    parts = plain(catalogue)
    for skill in parts["skills"]:
        parts |= {f"{skill['id']}.{name}": skill.pop(name) for name in LATER if name in skill}
    lines = [f"{name}\t{_json(value)}" for name, value in parts.items()]
    folder = os.path.dirname(front_door)
    files = {name: _sum_of_file(os.path.join(folder, name)) for name in names}
    text, terms = "\n".join(lines).encode(), tree_text(catalogue.skills).encode()
    head = {"files": files, "lines": [len(text), crc32(text)], "terms": crc32(terms)}
    return b"\n".join((_json(head).encode(), text, terms))


def read_compiled(front_door: str) -> Catalogue | None:
    """The compiled catalogue, if there is one and it fits the YAML files beside ``front_door``."""
    folder = os.path.dirname(front_door)
    try:
        with open(COMPILED, "rb") as file:
            head = json.loads(file.readline())
            size, check_sum = head["lines"]
            lines = file.read(size)
        if check_sum != crc32(lines):
            return None
        files = head["files"]
        if not files or files != {name: _sum_of_file(os.path.join(folder, name)) for name in files}:
            return None
        return from_lines(lines.split(b"\n"), head["terms"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def from_lines(lines: Iterable[bytes], terms: int | None = None) -> Catalogue:
    """The catalogue whose fields stand in some lines, as ``compiled_catalogue`` writes them; they must be sound.

    ``terms`` is the check sum of the tree of terms that is stored behind them.
    """
    parts = (line.partition(b"\t") for line in lines)
    made: Catalogue = CompiledCatalogue.__new__(CompiledCatalogue)
    made.__dict__["_texts"] = {name.decode(): text for name, _, text in parts}
    made.__dict__["_terms_sum"] = terms
    return made


def stored_terms(catalogue: Catalogue) -> bytes | None:
    """The tree of the names of its skills as text, where it was stored with a catalogue and is still what it was."""
    check_sum = vars(catalogue).get("_terms_sum")
    if check_sum is None:
        return None
    try:
        with open(COMPILED, "rb") as file:
            file.seek(json.loads(file.readline())["lines"][0] + 1, os.SEEK_CUR)
            terms = file.read()
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return terms if crc32(terms) == check_sum else None


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
