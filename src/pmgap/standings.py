"""What people say of skills, in a byte per person and skill: the number of a standing.

However many people there are, what one of them can say of a skill comes down to few standings: a bracket and what it
rests on. The rules that lead there are those of ``judgement`` and ``bracket``; here they are asked once for everything
that can be said of a level, and once for everything that the levels can say of a skill.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import product

from pmgap.bracket import Bracket, read_outcomes
from pmgap.catalogue import Catalogue, Skill
from pmgap.columns import LEFT_OUT
from pmgap.crowd import Otherwise
from pmgap.errors import unusable
from pmgap.judgement import Standing, claimed, declared, mentioned, not_asked, stand
from pmgap.marks import DIGITS, Marks
from pmgap.profile import Mention, Profile

MOST_LEVELS = 19
"""The highest level of a scale whose standings have numbers below 256."""


class Standings:
    """Numbers the standings on a scale, and says which one everybody has in each of some skills.

    ``asked`` holds the levels that roles ask for, with the id of the skill.
    """

    def __init__(self, catalogue: Catalogue, skills: Sequence[Skill], asked: Container[tuple[str, int]]) -> None:
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
        self._unanswered = {
            (level, named): self._numbers[_key(_unanswered(skill, top, level, named=named))]
            for skill in skills[:1]  # what is said otherwise than by answers means the same of every skill
            for level, named in product((None, *range(top + 1)), (False, True))
        }
        self.marks = Marks(catalogue, skills, asked) if Marks.fit(catalogue) else None
        """What answers add up from; none if the catalogue has too many levels or statements for that."""
        self._of_pattern = (
            bytes(self._numbers[_key(_standing(pattern, top))] for pattern in range(256)) if self.marks else b""
        )

    def said(self, person: Profile) -> int:
        """What the answers of a person add up to; without marks a byte per skill with the number of the standing."""
        if self.marks is None:
            numbers = bytes(self._numbers[_key(stand(person, it, self._top))] for it in self._skills)
            return int.from_bytes(numbers, "little")
        return self.marks.said(person.answers or {})

    def of(self, said: Sequence[int], others: Mapping[int, Otherwise]) -> list[bytes]:
        """The standings of some people: for every skill a byte per person.

        ``others`` holds, by the place of the person, what was said otherwise than by answers.
        """
        if self.marks is None:
            width = len(self._skills)
            together = b"".join([it.to_bytes(width, "little") for it in said])
            columns = [bytearray(together[place::width]) for place in range(width)]
        else:
            columns = [bytearray(it.translate(self._of_pattern)) for it in self.marks.patterns(said)]
        for row, other in others.items():
            self._see(other, columns, row)
        return list(map(bytes, columns))

    def _see(self, other: Otherwise, columns: Sequence[bytearray], row: int) -> None:
        """Add what is said of the skills about which nothing was answered."""
        levels, mentions, not_applicable = other[0] or {}, other[1] or {}, other[2]
        for skill in {*levels, *mentions}:
            place = self._places.get(skill)
            if place is not None and columns[place][row] == self._nothing:
                columns[place][row] = self._unanswered[levels.get(skill), bool(mentions.get(skill))]
        for skill in not_applicable or ():
            if skill in self._places:
                columns[self._places[skill]][row] = LEFT_OUT


def _key(standing: Standing) -> tuple[int, int, str]:
    basis = "claimed" if standing.basis == "evidenced" else standing.basis
    return standing.bracket.low, standing.bracket.high, basis


def _unanswered(skill: Skill, top: int, level: int | None, *, named: bool) -> Standing:
    """What a rated level and a line that names a skill come to, where there is no answer."""
    lines = (Mention(source="", line=""),) if named else ()
    return stand(Profile(levels=None if level is None else {skill.id: level}, mentions={skill.id: lines}), skill, top)


def _standing(pattern: int, top: int) -> Standing:
    """What a pattern says of a skill: the outcomes of its levels, lowest level in the lowest digit."""
    digits = [(level, DIGITS[pattern >> 2 * (level - 1) & 3]) for level in range(1, top + 1)]
    outcomes = tuple((level, outcome) for level, outcome in digits if outcome)
    return claimed(read_outcomes(outcomes, top), evidenced=False) if outcomes else not_asked(top)
