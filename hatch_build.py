"""Build step: check the shipped catalogue and put its compiled form into the package."""

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Writes ``builtin*`` files into the package and adds the data to wheels; a faulty catalogue stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        # An editable install and a source distribution have the data beside the package.
        if version != "editable" and self.target_name == "wheel":
            build_data["force_include"][str(root / "data")] = "pmgap/data"
        tables = root / "src" / "pmgap" / "postings" / "builtin_tables.py"
        tables.unlink(missing_ok=True)
        expressions = root / "src" / "pmgap" / "builtin_expressions.bin"
        expressions.unlink(missing_ok=True)
        sys.path.insert(0, str(root / "src"))
        try:
            from pmgap.built_expressions import all_expressions, tables_source
            from pmgap.catalogue.compiled import compiled_catalogue
            from pmgap.expressions import stored
            from pmgap.readers.catalogue_file import read_catalogue

            door = root / "data" / "roles.yaml"
            catalogue, _advice = read_catalogue(str(door))
            target = root / "src" / "pmgap" / "builtin.json"
            target.write_bytes(compiled_catalogue(catalogue, str(door), catalogue_files(door)))
            names = {
                "roles": [role.id for role in catalogue.roles],
                "skills": [skill.id for skill in catalogue.skills],
                "actions": [it.id for it in (*catalogue.actions, *catalogue.programmes)],
            }
            target.with_name("builtin_names.json").write_text(json.dumps(names), encoding="utf-8")
            tables.write_text(tables_source(), encoding="utf-8", newline="\n")
            expressions.write_bytes(stored(all_expressions()))
        finally:
            sys.path.remove(str(root / "src"))


def catalogue_files(door: Path) -> list[str]:
    """The files of a catalogue in the order in which they are hashed."""
    import yaml

    included: list[str] = yaml.safe_load(door.read_text(encoding="utf-8")).get("include", [])
    return [door.name, *included]
