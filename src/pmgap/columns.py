"""Sums for many people at once: a column is a byte per person, and whole columns are added as whole numbers."""

from collections.abc import Sequence
from typing import NamedTuple

LEFT_OUT = 0
"""The number of a standing that counts for nothing, since the skill does not apply to the person."""


class _Small(NamedTuple):
    """What the standings in a column are worth, where that has room in a byte."""

    place: int
    """Which column."""
    table: bytes
    """Worth by the number of the standing."""
    always: int | None
    """What every standing is worth that is not left out, if that is the same."""


class Sums:
    """Adds up what the standings of some skills are worth, for many people at once.

    ``worth`` says for each column what every standing is worth, by its number.
    """

    def __init__(self, worth: Sequence[Sequence[int]]) -> None:
        self._groups: list[list[_Small]] = [[]]
        self._large: list[tuple[int, Sequence[int]]] = []
        room = 255
        for place, values in enumerate(worth):
            most = max(values, default=0)
            if most > 255:
                self._large.append((place, values))
                continue
            if most > room:
                self._groups.append([])
                room = 255
            if most:
                others = {value for number, value in enumerate(values) if number != LEFT_OUT}
                always = most if others == {most} else None
                self._groups[-1].append(_Small(place, bytes(values).ljust(256, b"\0"), always))
                room -= most

    def of(self, columns: Sequence[bytes], rows: int) -> Sequence[int]:
        """The sum for each person. Columns are added in groups whose sums have room in a byte."""
        parts: list[Sequence[int]] = []
        for group in self._groups:
            total = same = 0
            for place, table, always in group:
                column = columns[place]
                if always is not None and LEFT_OUT not in column:
                    same += always
                else:
                    total += int.from_bytes(column.translate(table), "little")
            parts.append((total + int.from_bytes(bytes([same]) * rows, "little")).to_bytes(rows, "little"))
        parts += [[values[number] for number in columns[place]] for place, values in self._large]
        return parts[0] if len(parts) == 1 else list(map(sum, zip(*parts, strict=True)))
