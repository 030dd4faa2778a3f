"""What people say of skills, in a byte per person and skill: the number of a standing.

However many people there are, what one of them can say of a skill comes down to few standings: a bracket and what it
rests on. The rules that lead there are those of ``judgement`` and ``bracket``; here they are asked once for everything
that can be said of a level, and once for everything that the levels can say of a skill.
"""

from collections.abc import Mapping, Sequence

from pmgap.bracket import Bracket, Outcome, outcome_of, read_outcomes
from pmgap.catalogue import Catalogue, Skill
from pmgap.errors import unusable
from pmgap.judgement import Standing, claimed, declared, mentioned, not_asked, stand
from pmgap.profile import HALVES, Answer, Mention, Profile

MOST_LEVELS = 19
"""The highest level of a scale whose standings have numbers below 256."""

LEFT_OUT = 0
"""The number for a skill that does not apply to the person."""

_DIGITS: tuple[Outcome | None, ...] = (None, "failed", "partial", "passed")
"""What the answers about a level say, by digit. A digit takes two bits, so a byte has room for four levels."""

_COUNT = 32
"""What an answer adds to the byte of its level beside its halves: the upper three bits count, the lower five add."""

_MOST_STATEMENTS = 7
"""The most statements of a level that three bits can count."""

Otherwise = tuple[dict[str, int] | None, dict[str, tuple[Mention, ...]] | None, tuple[str, ...] | None]
"""What is said otherwise than by answers: levels, mentions, skills that do not apply."""


class Standings:
    """Numbers the standings on a scale, and says which one everybody has in each of some skills."""

    def __init__(self, catalogue: Catalogue, skills: Sequence[Skill]) -> None:
        top = catalogue.top
        if top > MOST_LEVELS:
            hint = f"Assess them one by one, or use a scale that ends at {MOST_LEVELS} or below."
            raise unusable(f"the scale ends at {top}, which is too high for many people at once", None, hint)
        self._skills, self._top = skills, top
        self._places = {skill.id: place for place, skill in enumerate(skills)}
        brackets = [Bracket(low=low, high=high) for low in range(top + 1) for high in range(low, top + 1)]
        self.known: tuple[Standing | None, ...] = (
            None,
            not_asked(top),
            mentioned(top),
            *(declared(level) for level in range(top + 1)),
            *(Standing(bracket=it, basis="claimed", contradiction=False) for it in brackets),
        )
        """The standings by number; none for ``LEFT_OUT``. Evidence and contradictions change no figure."""
        self._numbers = {_key(it): number for number, it in enumerate(self.known) if it}
        self._nothing = self._numbers[_key(not_asked(top))]
        self._mention = self._numbers[_key(mentioned(top))]
        fits = top <= 4 and all(len(it.statements) <= _MOST_STATEMENTS for skill in skills for it in skill.levels)
        self._answers = _AnswersInBytes(skills, top) if fits else None
        self._of_pattern = (
            bytes(self._numbers[_key(_standing(pattern, top))] for pattern in range(256)) if fits else b""
        )

    def said(self, person: Profile) -> bytes:
        """What the statements say that a person answered, boiled down so that the profile can be let go."""
        if self._answers is None:
            return bytes(self._numbers[_key(stand(person, it, self._top))] for it in self._skills)
        return self._answers.in_bytes(person.answers or {})

    def of(self, said: Sequence[bytes], others: Mapping[int, Otherwise]) -> bytes:
        """The standings of some people: the first person's in every skill, then the second's, and so on.

        ``others`` holds, by the place of the person, what was said otherwise than by answers.
        """
        together = b"".join(said)
        found = bytearray(self._answers.patterns(together).translate(self._of_pattern) if self._answers else together)
        width = len(self._skills)
        for row, other in others.items():
            self._see(other, found, row * width)
        return bytes(found)

    def _see(self, other: Otherwise, found: bytearray, start: int) -> None:
        """Answers win over a declared level, a declared level over mentions, as in ``judgement.stand``."""
        levels, mentions, not_applicable = other
        nothing, mention = self._nothing, self._mention
        for skill, lines in (mentions or {}).items():
            place = self._places.get(skill)
            if place is not None and lines and found[start + place] == nothing:
                found[start + place] = mention
        for skill, level in (levels or {}).items():
            place = self._places.get(skill)
            if place is not None and found[start + place] in (nothing, mention):
                found[start + place] = self._numbers[level, level, "declared"]
        for skill in not_applicable or ():
            if skill in self._places:
                found[start + self._places[skill]] = LEFT_OUT


def _key(standing: Standing) -> tuple[int, int, str]:
    basis = "claimed" if standing.basis == "evidenced" else standing.basis
    return standing.bracket.low, standing.bracket.high, basis


def _standing(pattern: int, top: int) -> Standing:
    """What a pattern says of a skill: the outcomes of its levels, lowest level in the lowest digit."""
    digits = [(level, _DIGITS[pattern >> 2 * (level - 1) & 3]) for level in range(1, top + 1)]
    outcomes = tuple((level, outcome) for level, outcome in digits if outcome)
    return claimed(read_outcomes(outcomes, top), evidenced=False) if outcomes else not_asked(top)


class _AnswersInBytes:
    """Adds up the answers of a person in one whole number that has a byte for every level of every skill."""

    def __init__(self, skills: Sequence[Skill], top: int) -> None:
        self._top = top
        self._size = len(skills) * top
        self._marks = _Marks()
        for place, skill in enumerate(skills):
            for entry in skill.levels:
                byte = place * top + entry.level - 1
                for statement in entry.statements:
                    for answer, halves in HALVES.items():
                        self._marks[statement.id, answer] = _COUNT + halves << 8 * byte
        self._digit_of = bytes(_digit(byte) for byte in range(256))

    def in_bytes(self, answers: dict[str, Answer]) -> bytes:
        """Answers as a byte for every level of every skill."""
        total = sum(map(self._marks.__getitem__, answers.items()))
        return total.to_bytes(self._size, "little")

    def patterns(self, said: bytes) -> bytes:
        """What the answers of some people come to, as a pattern per person and skill."""
        digits = said.translate(self._digit_of)
        patterns = 0
        for level in range(self._top):
            patterns += int.from_bytes(digits[level :: self._top], "little") << 2 * level
        return patterns.to_bytes(len(digits) // self._top, "little")


def _digit(byte: int) -> int:
    count, halves = divmod(byte, _COUNT)
    return _DIGITS.index(outcome_of(halves, count)) if count else 0


class _Marks(dict[tuple[str, Answer], int]):
    """What a statement and its answer add; nothing where it is not answered or not asked about."""

    def __missing__(self, answered: tuple[str, Answer]) -> int:
        return 0
