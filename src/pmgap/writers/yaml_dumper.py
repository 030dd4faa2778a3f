"""YAML as pmgap reads it: a text that the reader would take for a number, such as 1e5, stands in quotes."""

import re
from typing import Any

import yaml

from pmgap.readers.documents import NUMBER

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class YamlDumper(_Dumper):  # type: ignore[misc]
    """Knows every spelling of a number that the reader knows."""


YamlDumper.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(rf"(?:{NUMBER.pattern})\Z"), list("0123456789.+-")
)
