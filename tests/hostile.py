"""Reports in which every text that may come from a file tries to be something else."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from pmgap.record import Record

R = TypeVar("R", bound=Record)

ATTACK = (
    '<script>window.executed=true</script><img src=x onerror="window.executed=true">'
    "\"'></title></style></textarea><svg onload='window.executed=true'><a href=\"javascript:window.executed=true\">"
    "{{ 7*7 }}{% raw %}]]><!-- &#60;script&#62; \x1b[31m\x00\u202e\ufeff\uffff | `x` [a](javascript:alert(1)) https://evil.example"
)

LINK = "javascript:window.executed=true//"

_WORDS_OF_THE_PROGRAM = {
    "schema_version", "kind", "verdict", "basis", "word", "readiness_before", "readiness_after", "before", "after",
    "where", "need", "per", "hours_basis", "basis_before", "basis_after", "coverage_change", "skill", "action", "needs", "setting", "answer", "people", "change",
}  # fmt: skip
"""Fields that no file can fill with words of its own, or whose words name other parts of the report."""


def hostile(report: R) -> R:
    """The report with an attack behind every text that a catalogue or a profile could have put there."""
    changed: dict[str, Any] = {}
    for entry in fields(report):  # type: ignore[arg-type]
        value = getattr(report, entry.name)
        if entry.name == "link":
            changed[entry.name] = LINK
        elif entry.name not in _WORDS_OF_THE_PROGRAM or not _is_text(value):
            changed[entry.name] = _attacked(value)
    return replace(report, **changed)  # type: ignore[type-var]


def _is_text(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(entry, str) for entry in value))


def _attacked(value: Any) -> Any:
    if isinstance(value, Record):
        return hostile(value)
    if isinstance(value, tuple):
        return tuple(_attacked(entry) for entry in value)
    if isinstance(value, dict):
        return {key: _attacked(entry) for key, entry in value.items()}
    return f"={value}{ATTACK}" if isinstance(value, str) else value
