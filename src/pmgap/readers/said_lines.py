"""What people say in lines of JSON, for figures about many, at little more than the cost of finding the answers.

Most of a line is its answers, and all people give much the same ones. So they are cut out of the line, and what an
entry adds is known by its bytes once pydantic has seen it. Whatever is unusual about a line is left to ``LineReader``.
"""

from typing import Any, Literal

from pmgap.crowd import Crowd, Held
from pmgap.known import Known
from pmgap.many import Panel
from pmgap.marks import Marks
from pmgap.profile import Answer, Profile
from pmgap.readers.profile_lines import LineReader
from pmgap.readers.validation import dict_validator
from pmgap.record import record

_STARTS = (b'"answers": {', b'"answers":{')
"""How the answers begin in what programs write."""

_LONGEST = 200
"""The most bytes of an entry of the answers that is remembered."""

_STAND_IN = b'"answers": [0]'
"""What stands for them in the rest of the line."""


@record
class _Rest(Profile):
    """A profile with the stand-in where the answers belong. Nothing else may hold it."""

    answers: tuple[Literal[0]]  # type: ignore[assignment]
    """The stand-in."""


class SaidReader:
    """Reads the lines of one file, for levels on a scale that ends at ``top``, as far as it matters to a panel."""

    def __init__(self, file: str, top: int, panel: Panel) -> None:
        self._lines = LineReader(file, top)
        self._panel = panel
        self._marks = panel.marks
        self._validate: Any = dict_validator(_Rest).validate_json
        self._validate_entry: Any = dict_validator(dict[str, Answer]).validate_json
        self._mark_of = Known(self._mark).__getitem__

    def read(self, crowd: Crowd, line: bytes, number: int) -> None:
        """Add the person in a line to a crowd.

        Raises:
            UserError: it is not a profile; with every problem, and the number of the line.
        """
        if self._marks is None or not (
            self._in_parts(line, number, crowd, self._marks) or self._as_a_whole(line, number, crowd, self._marks)
        ):
            self._panel.hear(self._lines.read_like_a_file(line, number), number, crowd)

    def _in_parts(self, line: bytes, number: int, crowd: Crowd, marks: Marks) -> bool:
        """Read a usual line; says whether it is one.

        The stand-in is the value of a key, since a quote and a colon come before it, and pydantic accepts this value
        nowhere but as the answers of the person. So these are what was cut out. Where each entry is valid between
        braces, all of them are; and the line is the rest with them in place of the stand-in.
        """
        for start in _STARTS:
            before, found, behind = line.partition(start)
            if found:
                break
        if not found:
            return False
        answers, _, after = behind.partition(b"}")
        entries = answers.split(b",")
        rest = before + _STAND_IN + after
        try:
            total = sum(map(self._mark_of, entries))
            told = self._validate(rest, strict=True)
        except ValueError:
            return False
        held = self._lines.sound(rest, told, 0)
        if held is None or not marks.are_of_different_statements(total, len(entries)):
            return False
        _add(crowd, number, told, total, held)
        return True

    def _mark(self, entry: bytes) -> int:
        """What an entry of the answers adds; a ValueError if it is none, more than one, or too long to remember."""
        if len(entry) > _LONGEST:
            raise ValueError
        (answered,) = self._validate_entry(b"{%b}" % entry, strict=True).items()
        return self._marks[answered] if self._marks else 0

    def _as_a_whole(self, line: bytes, number: int, crowd: Crowd, marks: Marks) -> bool:
        """Read a line without cutting it; says whether that could be done."""
        found = self._lines.told(line)
        if found is None:
            return False
        told, held = found
        _add(crowd, number, told, marks.said(told.get("answers") or {}), held)
        return True


def _add(crowd: Crowd, number: int, told: dict[str, Any], answers: int, held: Held) -> None:
    otherwise = told.get("levels"), told.get("mentions"), told.get("not_applicable")
    crowd.add(number, told.get("name"), answers, held, otherwise)
