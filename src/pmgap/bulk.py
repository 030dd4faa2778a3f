"""Many profiles against a few roles: the numbers of ``assess`` without its sentences, a profile at a time.

There is no second set of rules here. What the answers about a skill mean is asked of the same functions as for one
person (``judgement.find``, ``gates.judge_gate``, ``readiness.readiness_word``), once per pattern of answers, and
remembered: people differ, but the patterns of answers about one skill repeat.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pmgap.bracket import Coverage
from pmgap.catalogue import Catalogue, Requirement, Role
from pmgap.gates import judge_gate
from pmgap.judgement import find
from pmgap.profile import Background, Profile
from pmgap.readiness import Tally, readiness_word

MOST_REMEMBERED = 50_000
"""Patterns remembered per requirement, and backgrounds per role, before the memory is emptied: it stays bounded."""

_DIGIT = {"no": 1, False: 1, "partly": 2, "yes": 3, True: 3}
_BASE = 4

_FIELD = 24
"""Bits per counter of a packed row: sums of weights and counts stay far below 2 to the power of 24."""


class Summary(NamedTuple):
    """One person and one role, in numbers."""

    name: str | None
    """Name as given in the profile."""
    role: str
    """Id of the role."""
    coverage: Coverage
    """Share of what the role asks, as a band."""
    readiness: str
    """unclear, ready, within reach or build first."""
    must_gaps: tuple[tuple[str, int], ...]
    """Skill id and certain gap steps of every requirement of the deciding importance that is a gap, in role order."""
    unclear: int
    """Requirements whose verdict is unclear."""
    not_asked: int
    """Requirements that nothing is known about."""


def summaries(catalogue: Catalogue, roles: Sequence[Role], profiles: Iterable[Profile]) -> Iterator[Summary]:
    """A summary per person and role, people in the order given, roles in theirs; reads no further than it has to."""
    assessor = Assessor(catalogue, roles)
    for profile in profiles:
        yield from assessor.summaries(profile)


class Assessor:
    """Assesses one profile after another against the same roles, remembering what patterns of answers mean."""

    def __init__(self, catalogue: Catalogue, roles: Sequence[Role]) -> None:
        self.catalogue = catalogue
        places = {skill.id: index for index, skill in enumerate(catalogue.skills)}
        self.statements: dict[str, tuple[int, int]] = {}
        for skill in catalogue.skills:
            factor = 1
            for level in skill.levels:
                for statement in level.statements:
                    self.statements[statement.id] = (places[skill.id], factor)
                    factor *= _BASE
        self.unanswered = [0] * len(places)
        self.boards = [_Board(catalogue, role, places) for role in roles]

    def summaries(self, profile: Profile) -> list[Summary]:
        """A summary per role, in the order of the roles."""
        patterns: list[object] = list(self.unanswered)
        places = self.statements
        for key, answer in (profile.answers or {}).items():
            if answer is not None and key in places:
                place, factor = places[key]
                patterns[place] += factor * _DIGIT[answer]  # type: ignore[operator]
        if profile.levels or profile.mentions or profile.evidence or profile.not_applicable:
            self._add_other_knowledge(profile, patterns)
        return [board.summary(profile, patterns) for board in self.boards]

    def _add_other_knowledge(self, profile: Profile, patterns: list[object]) -> None:
        """Make the patterns of skills that more than answers bears on tell all of it."""
        levels, mentions = profile.levels or {}, profile.mentions or {}
        excluded = frozenset(profile.not_applicable or ())
        backed = tuple((entry.skill, entry.statements) for entry in profile.evidence or ())
        for place, skill in enumerate(self.catalogue.skills):
            key = skill.id
            evidence = tuple(
                it for it in backed if it[0] == key or any(name.startswith(f"{key}.") for name in it[1])
            )
            if key in levels or key in mentions or key in excluded or evidence:
                patterns[place] = (patterns[place], levels.get(key), bool(mentions.get(key)), key in excluded, evidence)


class _Board:
    """One role: what every pattern of answers adds to its counters."""

    def __init__(self, catalogue: Catalogue, role: Role, places: Mapping[str, int]) -> None:
        self.catalogue = catalogue
        self.role = role
        self.columns: list[tuple[int, Requirement, dict[object, int]]] = [
            (places[it.skill], it, {}) for it in role.requirements
        ]
        self.gates: dict[object, int] = {}

    def summary(self, profile: Profile, patterns: Sequence[object]) -> Summary:
        total = 0
        for place, requirement, known in self.columns:
            pattern = patterns[place]
            if pattern in known:
                total += known[pattern]
            else:
                total += self._learn(profile, requirement, known, pattern)
        counts = [(total >> shift) & _MASK for shift in _SHIFTS]
        low, high, asked, unclear, not_asked, musts, open_weight, must_weight, steps, far, gaps = counts
        tally = Tally(
            must_weight=must_weight,
            open_weight=open_weight,
            gaps=gaps,
            steps=steps,
            far=far,
            blocking=self._blocking(profile.background or _NOTHING),
        )
        return Summary(
            profile.name,
            self.role.id,
            Coverage(low=low / asked, high=high / asked) if asked else Coverage(low=1.0, high=1.0),
            readiness_word(tally),
            self._must_gaps(patterns) if gaps else (),
            unclear,
            not_asked,
        )
