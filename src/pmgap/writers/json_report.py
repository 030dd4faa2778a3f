"""Any report as JSON: the contract for other tools. Same report, same bytes."""

import json
from collections.abc import Mapping
from typing import Any

from pmgap.record import Record


def as_json(report: Record) -> str:
    """The report as indented JSON, in ASCII, so that no terminal and no code page can change it."""
    return json.dumps(plain(report), indent=2) + "\n"


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
