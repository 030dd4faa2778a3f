"""The shipped catalogue in a form that loads fast: checked when the package was built, trusted only while it fits.

The file holds the hash of the YAML files that it was made from. Where they have changed since, or it is missing, the
YAML is read instead: slower, never wrong.
"""

import hashlib
import json
import os
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pmgap.catalogue import Catalogue
from pmgap.record import Record

COMPILED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "builtin.json")
"""Where the build puts it."""

Build = Callable[[Any], Any]


def compiled_text(catalogue: Catalogue, files: list[str]) -> str:
    """The compiled form of a checked catalogue that was read from ``files``, named relative to the front door."""
    document = {"sha256": catalogue.sha256, "files": files, "catalogue": plain(catalogue)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_compiled(front_door: str) -> Catalogue | None:
    """The compiled catalogue, if there is one and it fits the YAML files beside ``front_door``."""
    try:
        with open(COMPILED, encoding="utf-8") as file:
            document = json.load(file)
        digest = hashlib.sha256()
        for name in document["files"]:
            with open(os.path.join(os.path.dirname(front_door), name), "rb") as file_of_catalogue:
                digest.update(file_of_catalogue.read().replace(b"\r\n", b"\n"))
        if digest.hexdigest() != document["sha256"]:
            return None
        catalogue: Catalogue = builder(Catalogue)(document["catalogue"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return catalogue


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
    new = kind.__new__

    def build(value: dict[str, Any]) -> Record:
        made = new(kind)
        held = made.__dict__
        held.update(value)
        for name in builders.keys() & value.keys():
            held[name] = builders[name](value[name])
        return made

    return build
