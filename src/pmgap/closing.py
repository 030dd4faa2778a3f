"""What it takes to close the gaps to a role: the cheapest chain of actions per skill. Pure.

Skills are closed one by one, each in the fewest hours. That is an upper bound: a programme that raises several skills
at once is counted once for each. The plan command finds the choice that is best for all of them together.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmgap.bracket import Bracket, gap
from pmgap.catalogue import Action, Catalogue, Programme, Requirement, Role
from pmgap.judgement import stand
from pmgap.profile import Profile
from pmgap.record import Record, record
from pmgap.sentences import joined, span


@record
class Hours(Record):
    """Hours of own time."""

    typical: float
    """Typical hours."""
    least: float
    """Least hours."""
    most: float
    """Most hours."""


NO_HOURS = Hours(typical=0.0, least=0.0, most=0.0)
"""Nothing to do."""


@record
class SkillClosing(Record):
    """What it takes to close the gap in one skill."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    importance: str
    """Such as "must"."""
    bracket: Bracket
    """Levels held, as far as known."""
    required: int
    """Level asked for."""
    certain: int
    """Level steps that are certainly missing."""
    possible: int
    """Level steps that may be missing."""
    hours: Hours | None
    """Hours for the certain steps; none where the catalogue has no action for one of them."""
    open_hours: Hours | None
    """Further hours if the low end of the bracket holds; none where the catalogue has no action."""
    actions: tuple[str, ...]
    """Ids of the actions and programmes for the certain steps, lowest level first."""
    because: str
    """The reckoning, in a sentence."""


@record
class Closing(Record):
    """What it takes to close every gap to a role."""

    certain_steps: int
    """Level steps that are certainly missing."""
    possible_steps: int
    """Level steps that may be missing, the certain ones included."""
    hours: Hours
    """Hours for the certain steps that the catalogue has actions for."""
    must_hours: Hours
    """The part of them in skills of the deciding importance."""
    open_hours: Hours
    """Further hours if the low end of every bracket holds."""
    unpriced_steps: int
    """Certain steps of skills whose hours are not known, for want of an action."""
    skills: tuple[SkillClosing, ...]
    """Skills with a step missing: by importance, then certain steps, then possible steps, then catalogue order."""


class _Edge(NamedTuple):
    from_level: int
    to_level: int
    hours: Hours
    name: str
    needs: tuple[tuple[str, int], ...]


class _Chain(NamedTuple):
    hours: Hours
    names: tuple[str, ...]


def brackets_of(catalogue: Catalogue, profile: Profile) -> dict[str, Bracket]:
    """What a profile says of every skill, by id; skills that do not apply are left out."""
    excluded = frozenset(profile.not_applicable or ())
    return {
        skill.id: stand(profile, skill, catalogue.top).bracket for skill in catalogue.skills if skill.id not in excluded
    }


def closing_hours(catalogue: Catalogue, profile: Profile, role: Role) -> Closing:
    """The hours that close every gap of a profile to a role, skill by skill.

    Actions that the profile says are done are not proposed again. An action that needs a level of another skill is
    used only if that level is held or is asked for by the role too. Programmes are used where they are cheaper for a
    single skill; ``pmgap plan`` finds programmes that close several at once.
    """
    return Closer(catalogue, profile.done or ()).close(brackets_of(catalogue, profile), role)


class Closer:
    """Closes gaps with the actions and programmes of a catalogue, save those that are done."""

    def __init__(self, catalogue: Catalogue, done: Iterable[str] = ()) -> None:
        self.catalogue = catalogue
        self.edges: dict[str, list[_Edge]] = {skill.id: [] for skill in catalogue.skills}
        left_out = frozenset(done)
        for action in catalogue.actions:
            if action.id not in left_out:
                needs = tuple((need.skill, need.level) for need in action.needs)
                hours = _hours(action, action.hours)
                self.edges[action.skill].append(_Edge(action.from_level, action.to_level, hours, action.id, needs))
        for programme in catalogue.programmes:
            if programme.hours is not None and programme.id not in left_out:
                hours = _hours(programme, programme.hours)
                for move in programme.moves:
                    self.edges[move.skill].append(_Edge(move.from_level, move.to_level, hours, programme.id, ()))

    def close(self, held: Mapping[str, Bracket], role: Role) -> Closing:
        """What it takes to close every gap to a role; skills that are absent from ``held`` do not apply."""
        catalogue = self.catalogue
        reached = {skill: bracket.high for skill, bracket in hold(held, role).items()}
        closings = [
            self._close_skill(held[need.skill], need, reached)
            for need in role.requirements
            if need.skill in held and held[need.skill].low < need.level
        ]
        weights, order = catalogue.importances, catalogue.skill_order
        closings.sort(key=lambda it: (-weights[it.importance], -it.certain, -it.possible, order[it.skill]))
        deciding = catalogue.deciding_importance
        return Closing(
            certain_steps=sum(it.certain for it in closings),
            possible_steps=sum(it.possible for it in closings),
            hours=total(it.hours for it in closings),
            must_hours=total(it.hours for it in closings if it.importance == deciding),
            open_hours=total(it.open_hours for it in closings),
            unpriced_steps=sum(it.certain for it in closings if it.hours is None),
            skills=tuple(closings),
        )

    def _close_skill(self, bracket: Bracket, need: Requirement, reached: Mapping[str, int]) -> SkillClosing:
        usable = [
            edge
            for edge in self.edges[need.skill]
            if all(reached.get(skill, level) >= level for skill, level in edge.needs)
        ]
        missing = gap(bracket, need.level)
        certain = _cheapest(usable, bracket.high, need.level)
        possible = _cheapest(usable, bracket.low, min(bracket.high, need.level))
        name = self.catalogue.skill_by_id[need.skill].name
        stands = f"{name} stands at level {span(bracket)}, {need.level} is asked"
        if missing.certain == 0:
            because = f"{stands}: nothing is certainly missing; answering its questions comes first."
        elif certain is None:
            because = f"{stands}: the catalogue has no action for one of these steps, so no hours are given."
        else:
            because = f"{stands}: cheapest from level {bracket.high}: {joined(certain.names)}."
        return SkillClosing(
            skill=need.skill,
            name=name,
            importance=need.importance,
            bracket=bracket,
            required=need.level,
            certain=missing.certain,
            possible=missing.possible,
            hours=certain.hours if certain else None,
            open_hours=possible.hours if possible else None,
            actions=certain.names if certain else (),
            because=because,
        )


def hold(held: Mapping[str, Bracket], role: Role) -> dict[str, Bracket]:
    """The levels held once every gap to a role is closed."""
    after = dict(held)
    for need in role.requirements:
        if need.skill in after:
            before = after[need.skill]
            after[need.skill] = Bracket(low=max(before.low, need.level), high=max(before.high, need.level))
    return after


def total(parts: Iterable[Hours | None]) -> Hours:
    """The sum of hours; unknown ones are left out."""
    known = [it for it in parts if it is not None]
    return Hours(
        typical=float(sum(it.typical for it in known)),
        least=float(sum(it.least for it in known)),
        most=float(sum(it.most for it in known)),
    )


def _hours(offer: Action | Programme, typical: float) -> Hours:
    least, most = offer.hours_range or (typical, typical)
    return Hours(typical=float(typical), least=float(least), most=float(most))


def _cheapest(edges: Sequence[_Edge], start: int, goal: int) -> _Chain | None:
    """The chain from ``start`` to ``goal`` or beyond in the fewest typical hours; of equals the one listed first."""
    best: dict[int, _Chain] = {start: _Chain(NO_HOURS, ())}
    for level in range(start, goal):
        if level not in best:
            continue
        so_far = best[level]
        for edge in edges:
            if not edge.from_level <= level < edge.to_level:
                continue
            to = min(edge.to_level, goal)
            hours = total((so_far.hours, edge.hours))
            if to not in best or hours.typical < best[to].hours.typical:
                best[to] = _Chain(hours, (*so_far.names, edge.name))
    return best.get(max(start, goal))
