"""Frozen value types that cost next to nothing to define.

``@dataclass(frozen=True)`` writes and compiles up to eight methods per class, and some forty classes of that kind
take a command-line tool longer than reading its data. A record is still a dataclass to pydantic and to type
checkers; the methods stand here once. See docs/decisions/0003-records.md for the measurement.
"""

from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")


class Record:
    """Base of all records: keyword construction, equality and hash by value, no assignment.

    One that is made by the hundred for a text may write its own ``__init__``, which takes half as long.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    """No unknown keys."""

    _missing: ClassVar[dict[tuple[str, ...], dict[str, Any]]]
    """Names that were given in a call, in their order, to the defaults that they leave open: few calls, each made often."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._missing = {}

    def __init__(self, **values: Any) -> None:
        missing = self._missing.get(tuple(values))
        if missing is None:
            missing = self._left_open(values)
        if missing:
            values.update(missing)
        self.__dict__.update(values)

    def _left_open(self, values: dict[str, Any]) -> dict[str, Any]:
        """The defaults of the fields that are not given, if those may be left out and no others are given."""
        known = self.__dataclass_fields__  # type: ignore[attr-defined]
        if unknown := values.keys() - known.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        missing = {name: entry.default for name, entry in known.items() if name not in values}
        for name, default in missing.items():
            if default is MISSING:
                raise TypeError(f"{type(self).__name__} needs {name}")
        self._missing[tuple(values)] = missing
        return missing

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is read-only; make a changed copy with dataclasses.replace")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is read-only")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)) and not isinstance(self, type(other)):
            return NotImplemented
        return all(getattr(self, entry.name) == getattr(other, entry.name) for entry in fields(self))  # type: ignore[arg-type]

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, entry.name) for entry in fields(self)))  # type: ignore[arg-type]

    def __repr__(self) -> str:
        shown = (f"{entry.name}={getattr(self, entry.name)!r}" for entry in fields(self))  # type: ignore[arg-type]
        return f"{type(self).__name__}({', '.join(shown)})"


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class with annotated fields a record. Derive it from ``Record``."""
    return dataclass(init=False, repr=False, eq=False)(cls)
