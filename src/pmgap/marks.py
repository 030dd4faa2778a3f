"""Answers as marks: whole numbers that add up to a byte for every level of every skill.

The lower four bits of a byte say which statements of the level were answered, a bit for each. The upper four hold the
sum of their halves. So adding up is all that has to be done for a person, and Python adds whole numbers of any length.
"""

from collections.abc import Iterable, Mapping, Sequence

from pmgap.bracket import Outcome, outcome_of
from pmgap.catalogue import Catalogue, Skill
from pmgap.profile import HALVES, Answer

MOST_STATEMENTS = 4
"""The most statements of a level that have room in a byte."""

MOST_LEVELS = 4
"""The most levels whose outcomes have room in a byte, two bits for each."""

_WHICH = 0x0F
"""The bits that say which statements were answered."""

DIGITS: tuple[Outcome | None, ...] = (None, "failed", "partial", "passed")
"""What the answers about a level say, by digit. A digit takes two bits."""


class Marks(dict[tuple[str, Answer], int]):
    """What an answer to a statement of a catalogue adds; nothing where it is not answered or not known.

    The levels of ``skills`` come first, those of skills that nobody asks about behind them.
    """

    def __init__(self, catalogue: Catalogue, skills: Sequence[Skill]) -> None:
        super().__init__()
        self._top = catalogue.top
        self._asked = len(skills) * self._top
        asked = {skill.id for skill in skills}
        order = [*skills, *(skill for skill in catalogue.skills if skill.id not in asked)]
        self._size = len(order) * self._top
        for place, skill in enumerate(order):
            for entry in skill.levels:
                byte = place * self._top + entry.level - 1
                for bit, statement in enumerate(entry.statements):
                    for answer, halves in HALVES.items():
                        self[statement.id, answer] = (1 << bit | halves << 4) << 8 * byte
        self._all_which = int.from_bytes(bytes([_WHICH]) * self._size, "little")
        self._digit_of = bytes(_digit(byte) for byte in range(256))

    def __missing__(self, answered: tuple[str, Answer]) -> int:
        return 0

    @staticmethod
    def fit(catalogue: Catalogue) -> bool:
        """Whether a catalogue has no level with too many statements for a byte, and not too many levels."""
        levels = [level for skill in catalogue.skills for level in skill.levels]
        return catalogue.top <= MOST_LEVELS and all(len(it.statements) <= MOST_STATEMENTS for it in levels)

    def said(self, answers: Mapping[str, Answer]) -> bytes:
        """The byte of every level of every skill that is asked about, from all answers of a person."""
        return self.in_bytes(sum(map(self.__getitem__, answers.items())))

    def in_bytes(self, total: int) -> bytes:
        """The same from the sum of the marks."""
        return total.to_bytes(self._size, "little")[: self._asked]

    def are_of_different_statements(self, total: int, count: int) -> bool:
        """Whether ``count`` marks that add up to ``total`` are answers to as many different statements, all of them known.

        If so, every mark left a bit of its own. If not, some left none: a bit that is set twice is one bit further up.
        Adding could only make up for that in a byte that overflows, which takes seven marks or more of a level; they
        leave four bits at most, and every 256 that overflow, hence at least six marks, set one bit more.
        """
        return (total & self._all_which).bit_count() == count

    def patterns(self, said: Iterable[bytes]) -> bytes:
        """What the answers of some people come to: a byte per person and skill with a digit for every level."""
        digits = b"".join(said).translate(self._digit_of)
        patterns = 0
        for level in range(self._top):
            patterns += int.from_bytes(digits[level :: self._top], "little") << 2 * level
        return patterns.to_bytes(len(digits) // self._top, "little")


def _digit(byte: int) -> int:
    count = (byte & _WHICH).bit_count()
    return DIGITS.index(outcome_of(byte >> 4, count)) if count else 0
