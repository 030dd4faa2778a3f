"""Sums for many people at once: a column is a byte per person, and whole columns are added as whole numbers."""

from collections.abc import Sequence


class Sums:
    """Adds up what the standings of some skills are worth, for many people at once.

    ``worth`` says for each column what every standing is worth, by its number.
    """

    def __init__(self, worth: Sequence[Sequence[int]]) -> None:
        self._groups: list[list[tuple[int, bytes]]] = [[]]
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
                self._groups[-1].append((place, bytes(values).ljust(256, b"\0")))
                room -= most

    def of(self, columns: Sequence[bytes]) -> Sequence[int]:
        """The sum for each person. Columns are added in groups whose sums have room in a byte."""
        rows = len(columns[0]) if columns else 0
        parts: list[Sequence[int]] = []
        for group in self._groups:
            total = sum(int.from_bytes(columns[place].translate(table), "little") for place, table in group)
            parts.append(total.to_bytes(rows, "little"))
        parts += [[values[number] for number in columns[place]] for place, values in self._large]
        return parts[0] if len(parts) == 1 else list(map(sum, zip(*parts, strict=True)))
