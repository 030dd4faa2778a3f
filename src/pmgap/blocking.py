"""Which roles are blocked by a firm gate, for many backgrounds: by the rules of ``gates``, each asked once."""

from collections.abc import Sequence

from pmgap.catalogue import Alternative, Catalogue, Role
from pmgap.crowd import Flat, Held, educations, experiences
from pmgap.gates import GateVerdict, gate_verdict, judge_alternative, looks_at
from pmgap.known import Known
from pmgap.profile import Background

_Verdicts = tuple[GateVerdict | None, ...]
"""Of every alternative that looks at one part of a background; none for those that look at another."""


class BlockingGates:
    """Says for a background which roles have a firm gate that is a gap.

    An alternative looks at one part of a background only. What the alternatives make of a part is known after the
    first time, and so is what that makes of the gates.
    """

    def __init__(self, catalogue: Catalogue, roles: Sequence[Role]) -> None:
        self._catalogue = catalogue
        self._ways: list[Alternative] = []
        self._gates: list[list[range]] = []
        for role in roles:
            gates = []
            for gate in role.gates:
                if gate.firm:
                    gates.append(range(len(self._ways), len(self._ways) + len(gate.alternatives)))
                    self._ways += gate.alternatives
            self._gates.append(gates)
        self._always = self._verdicts("nothing", Background())
        self._schooling = Known(self._of_schooling)
        self._work = Known(self._of_work)
        self._certificates = Known(self._of_certificates)
        self._roles = Known(self._of_verdicts)
        self._blocked = Known(self._of_background)

    def blocked(self, backgrounds: Sequence[Held]) -> list[tuple[bool, ...]]:
        """For each background and role, whether a firm gate is a gap."""
        return list(map(self._blocked.__getitem__, backgrounds))

    def _of_background(self, background: Held) -> tuple[bool, ...]:
        schooling, work, certificates = background
        return self._roles[self._schooling[schooling], self._work[work], self._certificates[certificates]]

    def _of_schooling(self, schooling: Flat) -> _Verdicts:
        return self._verdicts("education", Background(education=tuple(educations(schooling))))

    def _of_work(self, work: Flat) -> _Verdicts:
        return self._verdicts("experience", Background(experience=tuple(experiences(work))))

    def _of_certificates(self, names: tuple[str, ...]) -> _Verdicts:
        return self._verdicts("certifications", Background(certifications=names))

    def _verdicts(self, part: str, background: Background) -> _Verdicts:
        return tuple(
            judge_alternative(self._catalogue, way, background).verdict if looks_at(way) == part else None
            for way in self._ways
        )

    def _of_verdicts(self, parts: tuple[_Verdicts, _Verdicts, _Verdicts]) -> tuple[bool, ...]:
        ways = [next(it for it in verdicts if it) for verdicts in zip(self._always, *parts, strict=True)]
        return tuple(any(gate_verdict(ways[it.start : it.stop]) == "gap" for it in gates) for gates in self._gates)
