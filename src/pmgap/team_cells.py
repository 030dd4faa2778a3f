"""The cells of a team's matrix: what an assessment would find, worked out once for all who say alike. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pmgap.bracket import Outcome, outcome
from pmgap.catalogue import Catalogue, Requirement
from pmgap.judgement import Finding, find
from pmgap.profile import HALVES, Answer, Profile
from pmgap.team_report import Cell, Counts


class Known:
    """What is known of one person and one requirement; people of whom the same is known share one."""

    __slots__ = ("cell", "finding", "kind", "possibly", "surely")

    def __init__(self, finding: Finding | None) -> None:
        self.finding = finding
        if finding is None:
            self.cell = Cell(bracket=None, basis=None, verdict="not applicable", contradiction=False)
            self.kind = "not applicable"
            self.surely = self.possibly = False
            return
        self.cell = Cell(
            bracket=finding.bracket,
            basis=finding.basis,
            verdict=finding.verdict,
            contradiction=finding.contradiction,
        )
        self.kind = _kind(finding)
        self.surely = finding.bracket.low >= finding.required
        self.possibly = finding.bracket.high >= finding.required


def _kind(finding: Finding) -> str:
    if finding.basis == "not asked":
        return "not asked"
    return "unclear" if finding.verdict == "unclear" else "measured"


LEFT_OUT = Known(None)
"""A skill that does not apply."""


class Judge:
    """Judges one requirement for many people.

    A bracket rests on how each level came out, and a scale of four levels knows 256 ways; so a thousand people who all
    answered differently are still only some hundred findings.
    """

    def __init__(self, catalogue: Catalogue, requirement: Requirement) -> None:
        self.catalogue = catalogue
        self.requirement = requirement
        self.skill = requirement.skill
        self.statements: list[str] = []
        self.cuts: list[slice] = []
        for entry in catalogue.skill_by_id[self.skill].levels:
            start = len(self.statements)
            self.statements += [it.id for it in entry.statements]
            self.cuts.append(slice(start, len(self.statements)))
        self.own = frozenset(self.statements)
        self.outcomes: dict[tuple[Answer, ...], tuple[Outcome | None, ...]] = {}
        self.known: dict[object, Known] = {}

    def judge(self, profile: Profile, backing: "Backing | None") -> Known:
        """What an assessment would find."""
        # Evidence for some statements alone matters statement by statement; for the whole skill it does not.
        backed = backing and (self.skill in backing.skills or backing.statements & self.own)
        given = tuple(map((profile.answers or {}).get, self.statements))
        said = (
            given if backed and backed is not True else self.outcomes.get(given) or self._outcomes(given),
            profile.levels.get(self.skill) if profile.levels else None,
            bool(profile.mentions and profile.mentions.get(self.skill)),
            backed,
        )
        found = self.known.get(said)
        if found is None:
            found = self.known[said] = Known(find(self.catalogue, profile, self.requirement))
        return found

    def _outcomes(self, given: tuple[Answer, ...]) -> tuple[Outcome | None, ...]:
        """How each level came out."""
        found = self.outcomes[given] = tuple([_outcome(given[cut]) for cut in self.cuts])
        return found


@lru_cache(maxsize=4096)
def _outcome(answers: tuple[Answer, ...]) -> Outcome | None:
    """How the answers of one level came out; none where there are none."""
    halves = [HALVES[it] for it in answers if it is not None]
    return outcome(halves) if halves else None


class Backing:
    """What the evidence of a profile stands for."""

    __slots__ = ("skills", "statements")

    def __init__(self, profile: Profile) -> None:
        evidence = profile.evidence or ()
        self.skills = {it.skill for it in evidence if not it.statements}
        self.statements = frozenset(key for it in evidence for key in it.statements)


def column(profile: Profile, judges: Iterable[Judge]) -> list[Known]:
    """What is known of one person for each requirement."""
    excluded = frozenset(profile.not_applicable or ())
    backing = Backing(profile) if profile.evidence else None
    return [LEFT_OUT if it.skill in excluded else it.judge(profile, backing) for it in judges]


def count(cells: Iterable[Known]) -> Counts:
    """How many cells are known, and how well."""
    kinds = Counter([it.kind for it in cells])
    return Counts(
        measured=kinds["measured"],
        unclear=kinds["unclear"],
        not_asked=kinds["not asked"],
        not_applicable=kinds["not applicable"],
    )


def total(counts: Sequence[Counts]) -> Counts:
    """The counts of all columns together."""
    return Counts(
        measured=sum(it.measured for it in counts),
        unclear=sum(it.unclear for it in counts),
        not_asked=sum(it.not_asked for it in counts),
        not_applicable=sum(it.not_applicable for it in counts),
    )
