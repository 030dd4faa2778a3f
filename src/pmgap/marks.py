"""Answers as marks: whole numbers that add up to a byte for every level of every skill.

The lower four bits of a byte say which statements of the level were answered, a bit for each. The upper four hold the
sum of their halves. So adding up is all that has to be done for a person, and Python adds whole numbers of any length.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

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

    The bytes of ``skills`` come first, of these the levels that are ``asked`` for: those are answered most, and small
    numbers add faster.
    """

    def __init__(self, catalogue: Catalogue, skills: Sequence[Skill], asked: Container[tuple[str, int]]) -> None:
        super().__init__()
        counted = {skill.id for skill in skills}
        levels = [(skill.id, it) for skill in catalogue.skills for it in skill.levels if it.statements]
        levels.sort(key=lambda it: (it[0] not in counted, (it[0], it[1].level) not in asked))
        bytes_of: dict[str, list[tuple[int, int]]] = {skill.id: [] for skill in catalogue.skills}
        for byte, (skill_id, level) in enumerate(levels):
            bytes_of[skill_id].append((byte, level.level))
            for bit, statement in enumerate(level.statements):
                for answer, halves in HALVES.items():
                    self[statement.id, answer] = (1 << bit | halves << 4) << 8 * byte
        self._all_which = int.from_bytes(bytes([_WHICH]) * len(levels), "little")
        digits = [_digit(byte) for byte in range(256)]
        self._digits_of = [
            [(byte, bytes(digit << 2 * (level - 1) for digit in digits)) for byte, level in bytes_of[skill.id]]
            for skill in skills
        ]

    def __missing__(self, answered: tuple[str, Answer]) -> int:
        return 0

    @staticmethod
    def fit(catalogue: Catalogue) -> bool:
        """Whether a catalogue has no level with too many statements for a byte, and not too many levels."""
        levels = [level for skill in catalogue.skills for level in skill.levels]
        return catalogue.top <= MOST_LEVELS and all(len(it.statements) <= MOST_STATEMENTS for it in levels)

    def said(self, answers: Mapping[str, Answer]) -> int:
        """What all answers of a person add up to."""
        return sum(map(self.__getitem__, answers.items()))

    def are_of_different_statements(self, total: int, count: int) -> bool:
        """Whether ``count`` marks that add up to ``total`` are answers to as many different statements, all of them known.

        If so, every mark left a bit of its own. If not, some left none: a bit that is set twice is one bit further up.
        Adding could only make up for that in a byte that overflows, which takes seven marks or more of a level; they
        leave four bits at most, and every 256 that overflow, hence at least six marks, set one bit more.
        """
        return (total & self._all_which).bit_count() == count

    def patterns(self, said: Sequence[int]) -> Iterator[bytes]:
        """What the answers of some people come to: for every skill a byte per person, with a digit for every level."""
        used = (max(said, default=0).bit_length() + 7) // 8
        together = b"".join([it.to_bytes(used, "little") for it in said])
        for digits_of in self._digits_of:
            parts = [together[byte::used].translate(digits) for byte, digits in digits_of if byte < used]
            yield sum(int.from_bytes(it, "little") for it in parts).to_bytes(len(said), "little")


def _digit(byte: int) -> int:
    count = (byte & _WHICH).bit_count()
    return DIGITS.index(outcome_of(byte >> 4, count)) if count else 0
