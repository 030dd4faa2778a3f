"""pydantic-core is told the same about every record that is read from a file as pydantic itself would tell it."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from pmgap.catalogue import Catalogue
from pmgap.profile import Profile
from pmgap.readers.core_schemas import core_schema
from pmgap.readers.returned_view import _Document
from pmgap.snapshot import Snapshot, SnapshotList

SAYS_THE_DEFAULT = {
    "init": True, "kw_only": False, "collect_init_only": False, "computed_fields": [], "slots": False,
    "frozen": False, "post_init": False,
}  # fmt: skip
"""What pydantic writes out although pydantic-core would take it to be so."""


def plain(schema: Any, parts: dict[str, Any]) -> Any:
    """A schema without names of its parts, notes, and what says the default."""
    if isinstance(schema, list):
        return [plain(entry, parts) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "definitions":
        return plain(schema["schema"], {entry["ref"]: entry for entry in schema["definitions"]})
    if schema.get("type") == "definition-ref":
        return plain(parts[schema["schema_ref"]], parts)
    return {
        key: plain(value, parts)
        for key, value in schema.items()
        if key not in ("ref", "metadata") and not (key in SAYS_THE_DEFAULT and value == SAYS_THE_DEFAULT[key])
    }


@pytest.mark.parametrize("kind", [Profile, Catalogue, _Document, Snapshot, SnapshotList])
def test_the_schema_of_a_record_is_the_one_that_pydantic_makes(kind: type) -> None:
    assert core_schema(kind) == plain(TypeAdapter(kind).core_schema, {})


def test_a_type_that_no_file_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="no schema"):
        core_schema(set[str])
