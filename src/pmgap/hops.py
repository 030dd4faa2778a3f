"""One move between two roles: gap steps and hours, gates, pay, and what the work left already earns. Pure."""

from collections.abc import Iterable, Mapping
from typing import Literal

from pmgap.bracket import Bracket, gap
from pmgap.catalogue import Action, CareerMove, Catalogue, Role
from pmgap.closing import Closer, Closing, hold
from pmgap.gates import GateResult, judge_gate
from pmgap.profile import Background, Profile
from pmgap.record import Record, record
from pmgap.references import RoleReference
from pmgap.role_views import Pay, entry
from pmgap.route_search import Leg
from pmgap.sentences import counted, joined


@record
class WorkEvidence(Record):
    """Something that the work of the role left gives occasion to, and that earns evidence for the role reached."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    action: str
    """Id of the action."""
    title: str
    """What to do."""
    hours: float
    """Typical hours."""
    statements: tuple[str, ...]
    """Ids of the statements that doing it lets one answer."""
    because: str
    """Why the work gives occasion to it."""


@record
class Hop(Record):
    """One move between two roles."""

    from_: RoleReference
    """The role left."""
    to: RoleReference
    """The role reached."""
    kind: Literal["promotion", "move", "not listed"]
    """Kind of the move; "not listed" is one that the catalogue does not know."""
    closing: Closing
    """The certain gap steps and what closing them takes."""
    gates: tuple[GateResult, ...]
    """Conditions of the role reached, beside the skills."""
    pay_from: Pay | None
    """Published pay of the role left, or none where no source gives any."""
    pay_to: Pay | None
    """Published pay of the role reached, or none where no source gives any."""
    current_work: tuple[WorkEvidence, ...]
    """What the role left already gives occasion to."""
    goal_steps: int
    """Certain steps of the role aimed at that this hop closes."""
    sources: tuple[str, ...]
    """Ids of the sources of the move."""
    because: str
    """What the hop takes, in a sentence."""


class Walk:
    """What hops take for one person on the way to one goal."""

    def __init__(self, catalogue: Catalogue, person: Profile, goal: Role) -> None:
        self.catalogue = catalogue
        self.person = person
        self.goal = goal
        self.closer = Closer(catalogue, person.done or ())
        self.gates: dict[str, tuple[GateResult, ...]] = {}

    def leg(self, role: str, held: Mapping[str, Bracket]) -> Leg:
        """What reaching a role takes from the levels held."""
        target = self.catalogue.role_by_id[role]
        return Leg(
            closing=self.closer.close(held, target), gates=self.gates_of(target), before=held, after=hold(held, target)
        )

    def gates_of(self, role: Role) -> tuple[GateResult, ...]:
        """The gates of a role against the person's background."""
        if role.id not in self.gates:
            background = self.person.background or Background()
            self.gates[role.id] = tuple(judge_gate(self.catalogue, gate, background) for gate in role.gates)
        return self.gates[role.id]

    def hop(self, move: CareerMove | tuple[Role, Role], leg: Leg) -> Hop:
        """A hop in full."""
        roles = self.catalogue.role_by_id
        first, second = (roles[move.from_role], roles[move.to_role]) if isinstance(move, CareerMove) else move
        goal_steps = steps_to(self.goal, leg.before) - steps_to(self.goal, leg.after)
        return Hop(
            from_=reference(first),
            to=reference(second),
            kind=move.kind if isinstance(move, CareerMove) else "not listed",
            closing=leg.closing,
            gates=leg.gates,
            pay_from=entry(self.catalogue, first).salary,
            pay_to=entry(self.catalogue, second).salary,
            current_work=tuple(self._current_work(first, leg.closing)),
            goal_steps=goal_steps,
            sources=move.sources if isinstance(move, CareerMove) else (),
            because=_what_it_takes(second, leg.closing, self.catalogue.deciding_importance),
        )

    def _current_work(self, role: Role, closing: Closing) -> Iterable[WorkEvidence]:
        """One action per certain gap that the work of a role gives occasion to."""
        done = frozenset(self.person.done or ())
        for it in closing.skills:
            asked = role.requirement(it.skill)
            if it.certain == 0 or asked is None or asked.level == 0:
                continue
            level = it.bracket.high
            offers = [
                action
                for action in self.catalogue.actions
                if action.skill == it.skill and action.from_level <= level < action.to_level and action.id not in done
            ]
            offers = [action for action in offers if action.evidence and _is_work(self.catalogue, action)]
            if not offers:
                continue
            action = min(offers, key=lambda action: action.setting != "in-job")
            yield WorkEvidence(
                skill=it.skill,
                name=it.name,
                action=action.id,
                title=action.title,
                hours=action.hours,
                statements=action.evidence,
                because=(
                    f"{role.title} asks for {it.name} at level {asked.level}, so the work gives occasion to it; "
                    f"it lets you answer {joined(action.evidence)}."
                ),
            )


def reference(role: Role) -> RoleReference:
    """A role as reports name it."""
    return RoleReference(id=role.id, title=role.title)


def _is_work(catalogue: Catalogue, action: Action) -> bool:
    """Whether a job gives occasion to an action: it needs one, or it is a thing to do rather than to study."""
    mode = (catalogue.action_kinds or {}).get(action.kind)
    return action.setting == "in-job" or (action.setting == "either" and mode == "do")


def steps_to(role: Role, held: Mapping[str, Bracket]) -> int:
    """Level steps of a role that are certainly missing from the levels held."""
    return sum(gap(held[need.skill], need.level).certain for need in role.requirements if need.skill in held)


def _what_it_takes(role: Role, closing: Closing, deciding: str) -> str:
    missing = [it for it in closing.skills if it.certain]
    told = f"No step is certainly missing for {role.title}"
    if missing:
        share = f"{closing.must_hours.typical:g}" if closing.must_hours.typical else "none"
        hours = f"about {closing.hours.typical:g} hours, {share} of them in a {deciding}"
        steps = f"{counted(closing.certain_steps, 'certain step')} in {counted(len(missing), 'skill')}"
        told = f"{steps} to {role.title}: {hours}"
    if closing.unpriced_steps:
        told += f"; the catalogue has no action for {counted(closing.unpriced_steps, 'step')}, not counted here"
    if still_open := closing.possible_steps - closing.certain_steps:
        told += f"; {counted(still_open, 'further step' if missing else 'step')} may be missing, as that is not known"
    return f"{told}."
