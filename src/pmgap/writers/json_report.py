"""Any report as JSON: the contract for other tools. Same report, same bytes."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from pmgap.record import Record


def as_json(report: Record) -> str:
    """The report as indented JSON, in ASCII, so that no terminal and no code page can change it."""
    return _text(report, "\n", {}) + "\n"


def one_line(report: Record) -> str:
    """The report as JSON without a line break, for a file of many."""
    return json.dumps(plain(report), separators=(",", ":"))


_WORDS = {None: "null", True: "true", False: "false"}


def _text(value: Any, start: str, written: dict[tuple[int, int], str]) -> str:
    """What ``json.dumps(plain(value), indent=2)`` gives, sooner: it matters for a team of a thousand.

    ``start`` begins a line at the indentation of the value. ``written`` holds the text of every record so far by
    identity and indentation, as big reports hold the same record many times.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, (int, float)):
        return repr(value)
    inner = f"{start}  "
    if isinstance(value, Record):
        key = (id(value), len(start))
        if key not in written:
            kind: Any = type(value)
            parts = [f"{name}{_text(getattr(value, field), inner, written)}" for field, name in _fields(kind)]
            written[key] = _enclosed("{", parts, "}", start)
        return written[key]
    if isinstance(value, (tuple, list)):
        return _enclosed("[", [_text(entry, inner, written) for entry in value], "]", start)
    pairs = [f"{_key(key)}: {_text(entry, inner, written)}" for key, entry in value.items()]
    return _enclosed("{", pairs, "}", start)


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a record and what stands before their values."""
    return tuple((name, f'"{name.rstrip("_")}": ') for name in kind.__dataclass_fields__)


def _key(key: object) -> str:
    return quoted(key if isinstance(key, str) else json.dumps(key))


def _enclosed(opening: str, parts: Iterable[str], closing: str, start: str) -> str:
    body = f",{start}  ".join(parts)
    return f"{opening}{start}  {body}{start}{closing}" if body else f"{opening}{closing}"


def plain(value: Any) -> Any:
    """A report as plain values, every field present; a trailing underscore of a field name is dropped."""
    if isinstance(value, Record):
        return {
            name.rstrip("_"): plain(getattr(value, name))
            for name in value.__dataclass_fields__  # type: ignore[attr-defined]
        }
    if isinstance(value, (tuple, list)):
        return [plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    return value
