"""JSON Schemas of everything that pmgap reads and writes, made from the records."""

import json
from importlib import import_module
from typing import Any

HOMES = {
    "assessment": "pmgap.assessment:Assessment",
    "assessments": "pmgap.assessment:AssessmentList",
    "catalogue": "pmgap.catalogue:Catalogue",
    "comparison": "pmgap.comparison:Comparison",
    "import": "pmgap.resumes.report:ImportReport",
    "invitation": "pmgap.readers.returned_view:Returned",
    "match": "pmgap.matching:Match",
    "path": "pmgap.paths:PathReport",
    "plan": "pmgap.plan:Plan",
    "posting": "pmgap.postings.posting:Posting",
    "profile": "pmgap.profile:Profile",
    "role": "pmgap.role_views:RoleDetail",
    "role-comparison": "pmgap.role_views:RoleComparison",
    "roles": "pmgap.role_views:RoleList",
    "skill": "pmgap.skill_views:SkillDetail",
    "second-views": "pmgap.second_view:SecondViews",
    "skills": "pmgap.skill_views:SkillList",
    "summary": "pmgap.many:Summary",
    "team": "pmgap.team_report:Team",
}
"""Name of a document to the record that it is made from. A report's name is its ``kind``."""

READ_FROM_FILES = ("catalogue", "invitation", "profile")
"""Documents that people write; the others are reports."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(name: str) -> str:
    """The schema of one document as JSON; ``name`` is a key of ``HOMES``."""
    return json.dumps(schema(name), indent=2, ensure_ascii=True) + "\n"


def schema(name: str) -> dict[str, Any]:
    """The schema of one document; ``name`` is a key of ``HOMES``."""
    from pmgap.readers.validation import json_schema

    module, _, own_name = HOMES[name].partition(":")
    made = _without_underscores(json_schema(getattr(import_module(module), own_name)))
    if name == "catalogue":
        _admit_parts(made)
    elif name == "invitation":
        _as_it_is_sent(made)
    elif name not in READ_FROM_FILES:
        _require_everything(made)
    return {"$schema": DIALECT, "title": f"pmgap {name}", **{key: made[key] for key in made if key != "title"}}


def _without_underscores(value: Any) -> Any:
    """Fields whose name is a word of Python end in an underscore there, and not in JSON."""
    if isinstance(value, dict):
        return {
            key.rstrip("_") if isinstance(entry, dict) else key: _without_underscores(entry)
            for key, entry in value.items()
        }
    if isinstance(value, list):
        return [entry.rstrip("_") if isinstance(entry, str) else _without_underscores(entry) for entry in value]
    return value


def _admit_parts(made: dict[str, Any]) -> None:
    """A catalogue file may be a part, or may change another catalogue, so nothing need be there."""
    made.pop("required", None)
    for part in made.get("$defs", {}).values():
        if "id" in part.get("required", ()):
            part["required"] = ["id"]
    made["properties"].pop("sha256", None)
    made["properties"]["extends"] = {"const": "builtin", "description": "Change or extend the shipped catalogue."}
    made["properties"]["include"] = {
        "type": "array",
        "items": {"type": "string"},
        "description": "Files beside this one that belong to the catalogue.",
    }


def _as_it_is_sent(made: dict[str, Any]) -> None:
    """An invitation as YAML or JSON: it may tell the reader what is asked; notes come with the plain form only."""
    del made["properties"]["not_understood"], made["properties"]["notes"]
    made.pop("$defs", None)
    made["description"] = "What someone else is asked about a person, and what they answer."
    for key, description in (("how", "What to do."), ("questions", "What is asked, in words.")):
        made["properties"][key] = {"description": f"{description} For the reader; nobody fills it in."}


def _require_everything(made: dict[str, Any]) -> None:
    """A report always has all its fields, and later versions may have more."""
    for part in (made, *made.get("$defs", {}).values()):
        if "properties" in part:
            part["required"] = sorted(part["properties"])
            part.pop("additionalProperties", None)
