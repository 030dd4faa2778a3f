"""What pydantic checks of a record, said in the language of its validator, pydantic-core.

``pydantic.TypeAdapter`` says the same, and a test holds the two against each other for every record that is read. But
importing and asking it takes as long as all the rest of a command; pydantic-core alone takes a quarter of that. See
docs/decisions/0008-pydantic-core.md for the measurement.
"""

from dataclasses import MISSING
from functools import partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pmgap.record import Record

_PLAIN = {str: "str", int: "int", float: "float", bool: "bool"}

Schema = dict[str, Any]


def core_schema(kind: Any, *, as_dicts: bool = False) -> Schema:
    """The schema of a record, or of a type that its fields may have.

    With ``as_dicts`` the same is accepted, but what comes out is a dict of the keys that were given for every record.

    Raises:
        TypeError: fields of this type are not read from files, so nothing is known about it here.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    part = partial(core_schema, as_dicts=as_dicts)
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if isinstance(kind, type) and issubclass(kind, Record):
        return _dict_of_record(kind) if as_dicts else _record(kind)
    if origin is Literal:
        return {"type": "literal", "expected": list(arguments)}
    if origin is tuple:
        items = [part(it) for it in arguments if it is not Ellipsis]
        variadic = {"variadic_item_index": 0} if Ellipsis in arguments else {}
        return {"type": "tuple", "items_schema": items, **variadic}
    if origin is dict:
        return {"type": "dict", "keys_schema": part(arguments[0]), "values_schema": part(arguments[1])}
    if origin in (Union, UnionType):
        choices = [part(it) for it in arguments if it is not NoneType]
        schema: Schema = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
        return {"type": "nullable", "schema": schema} if NoneType in arguments else schema
    raise TypeError(f"no schema for {kind}")


def _record(kind: type[Record]) -> Schema:
    entries = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {
        "type": "dataclass",
        "cls": kind,
        "fields": list(entries),
        "config": {"title": kind.__name__, "extra_fields_behavior": kind.__pydantic_config__["extra"]},
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": kind.__name__,
            "fields": [_field(name, entry) for name, entry in entries.items()],
        },
    }


def _field(name: str, entry: Any) -> Schema:
    schema = core_schema(entry.type)
    if entry.default is not MISSING:
        schema = {"type": "default", "schema": schema, "default": entry.default}
    return {"type": "dataclass-field", "name": name, "schema": schema}


def _dict_of_record(kind: type[Record]) -> Schema:
    return {
        "type": "typed-dict",
        "extra_behavior": kind.__pydantic_config__["extra"],
        "fields": {
            name: {
                "type": "typed-dict-field",
                "schema": core_schema(entry.type, as_dicts=True),
                "required": entry.default is MISSING,
            }
            for name, entry in kind.__dataclass_fields__.items()  # type: ignore[attr-defined]
        },
    }
