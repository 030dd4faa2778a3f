"""pydantic's findings as problems with a line and a hint. The only place that imports pydantic or its validator."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from pydantic_core import SchemaValidator, ValidationError

from pmgap.errors import Problem, UserError
from pmgap.readers.core_schemas import core_schema
from pmgap.readers.documents import Document, Path
from pmgap.record import Record
from pmgap.suggestions import did_you_mean

T = TypeVar("T")

MOST_PROBLEMS = 50
"""Problems shown of one file; beyond that the file is of another kind."""

MOST_FINDINGS = 1000
"""Findings that are looked at: several may be about one problem, and each takes a search for what was meant."""


@cache
def validator(kind: Any) -> SchemaValidator:
    """The pydantic validator of a record, built once."""
    return SchemaValidator(core_schema(kind))


@cache
def dict_validator(kind: Any) -> SchemaValidator:
    """One that accepts the same and makes dicts of the keys that were given, which costs less than records."""
    return SchemaValidator(core_schema(kind, as_dicts=True), {"cache_strings": "keys"})


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a type, with attribute docstrings as descriptions.

    pydantic parses the source of every class for those, which takes thirty times as long as building the validator;
    so it is asked to only here.
    """
    from pydantic import TypeAdapter

    Record.__pydantic_config__["use_attribute_docstrings"] = True
    try:
        made: dict[str, Any] = TypeAdapter(kind).json_schema()
    finally:
        del Record.__pydantic_config__["use_attribute_docstrings"]
    return made


def validated(kind: type[T], document: Document) -> T:
    """The value of a document as ``kind``.

    JSON mode in strict form is used on purpose: it knows no dates and turns neither yes into 1 nor "3" into 3.
    JSON itself admits three things that nothing can be done with: NaN, endless numbers, halves of characters.

    Raises:
        UserError: with every problem of the document.
    """
    try:
        data = json.dumps(document.value, ensure_ascii=False, allow_nan=False).encode()
    except ValueError as error:
        raise UserError(*_useless(document.value, (), document)) from error
    try:
        made: T = validator(kind).validate_json(data, strict=True)  # type: ignore[arg-type]
    except ValidationError as error:
        raise UserError(*_problems(error, document, kind)) from error
    return made


def _useless(value: Any, path: Path, document: Document) -> Iterator[Problem]:
    """Numbers that are none, and text that cannot be written."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _useless(key, path, document)
            yield from _useless(entry, (*path, key), document)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _useless(entry, (*path, index), document)
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem("number", f"{value} is not a number to reckon with", document.place(path), "Use a plain number.")
    elif isinstance(value, str) and re.search("[\ud800-\udfff]", value):
        what = "the text holds half of a character"
        yield Problem("text", what, document.place(path), "Remove what starts with \\ud8 to \\udf.")


def _problems(error: ValidationError, document: Document, kind: type[Any]) -> Iterable[Problem]:
    seen: dict[Path, Problem] = {}
    for finding in islice(error.errors(include_url=False, include_context=True), MOST_FINDINGS):
        path = _without_branches(finding["loc"], document.value, may_miss=finding["type"].startswith("missing"))
        problem = _problem(dict(finding), path, document, kind)
        if path in seen:
            if problem.hint and problem.hint not in seen[path].hint:
                first = seen[path]
                seen[path] = Problem(
                    first.rule, first.what, first.where, f"{first.hint} Or: {problem.hint[0].lower()}{problem.hint[1:]}"
                )
            continue
        seen[path] = problem
    return sorted(seen.values(), key=spot)[:MOST_PROBLEMS]


def spot(problem: Problem) -> tuple[str, int]:
    """The file and line of a problem, for putting problems in order."""
    return (problem.where.file, problem.where.line or 0) if problem.where else ("", 0)


def _without_branches(location: tuple[str | int, ...], value: Any, *, may_miss: bool) -> Path:
    """The part of pydantic's location that the document has or misses; the rest names branches of unions."""
    path: list[str | int] = []
    for index, part in enumerate(location):
        if isinstance(value, dict) and isinstance(part, str) and part in value:
            path.append(part)
            value = value[part]
        elif isinstance(value, dict) and may_miss and index == len(location) - 1:
            path.append(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            path.append(part)
            value = value[part]
    return tuple(path)


def _problem(finding: dict[str, Any], path: Path, document: Document, kind: type[Any]) -> Problem:
    where = document.place(path)
    name = path[-1] if path else "the document"
    rule = finding["type"]
    if rule == "unexpected_keyword_argument":
        known = _fields_at(kind, path[:-1])
        hint = did_you_mean(str(name), known) or f"Known here: {', '.join(sorted(known))}."
        return Problem("unknown-key", f'unknown key "{name}"', where, hint)
    if rule in ("missing", "missing_argument"):
        return Problem("missing-key", f'the key "{name}" is missing', where, "Add it.")
    if rule == "literal_error":
        wanted = finding.get("ctx", {}).get("expected", "")
        return Problem("value", f"{shown(finding['input'])} is not one of the known values", where, f"Use {wanted}.")
    if rule in ("dataclass_type", "dict_type"):
        return Problem(
            "value", f"{shown(finding['input'])} stands where keys and values are expected", where, "Use key: value."
        )
    if rule in ("tuple_type", "list_type"):
        return Problem("value", f"{shown(finding['input'])} stands where a list is expected", where, "Use [ ].")
    return Problem("value", f"{shown(finding['input'])}: {finding['msg'].lower()}", where, _WANTED.get(rule, ""))


_WANTED = {
    "string_type": "Use text; put it in quotes.",
    "int_type": "Use a whole number.",
    "int_from_float": "Use a whole number.",
    "float_type": "Use a number.",
    "bool_type": "Use true or false.",
    "finite_number": "Use a plain number.",
    "too_long": "Give fewer values.",
    "too_short": "Give more values.",
}


def shown(value: Any) -> str:
    """A value as messages quote it: as JSON, cut where it is long."""
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _fields_at(kind: Any, path: Path) -> list[str]:
    """Names of the keys that are allowed at a path of a type."""
    for part in path:
        if isinstance(part, str) and hasattr(kind, "__dataclass_fields__") and part in kind.__dataclass_fields__:
            kind = kind.__dataclass_fields__[part].type
        kind = _inner(kind)
    return list(getattr(kind, "__dataclass_fields__", ()))


def _inner(kind: Any) -> Any:
    """The record type inside a list, a mapping or an optional type."""
    while not hasattr(kind, "__dataclass_fields__"):
        arguments = [it for it in getattr(kind, "__args__", ()) if it is not type(None) and it is not Ellipsis]
        if not arguments:
            return kind
        kind = arguments[-1]
    return kind
