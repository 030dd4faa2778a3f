"""From one role to another over the career moves of a catalogue: routes, and what each hop takes. Pure.

A route is a chain of listed moves without a role twice. Its hours are those of the cheapest closing plan of every hop,
taken from what the hops before have closed; a firm gate that is not met is a wait. Pay is shown and never sorted by.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from pmgap.bracket import Bracket
from pmgap.catalogue import CareerMove, Catalogue, Role
from pmgap.closing import Closing, Hours, brackets_of, total
from pmgap.hops import Hop, Walk, reference, steps_to
from pmgap.judgement import stand
from pmgap.profile import Profile
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, CatalogueReference, RoleReference, catalogue_reference
from pmgap.route_search import RouteSearch, Trail
from pmgap.sentences import counted, joined

MOVES_WORTH_SKIPPING = 2
"""Moves from which on a straight one is worth a look."""


@record
class SteppingStone(Record):
    """The role on the way that earns most of what the role aimed at asks."""

    role: RoleReference
    """The role."""
    steps: int
    """Certain steps of the role aimed at that reaching it closes."""
    of: int
    """Certain steps of the role aimed at, at the start."""
    because: str
    """The same in a sentence."""


@record
class Route(Record):
    """A chain of moves."""

    roles: tuple[RoleReference, ...]
    """The roles on it, both ends included."""
    hops: tuple[Hop, ...]
    """The moves."""
    certain_steps: int
    """Level steps that are certainly missing, over all hops."""
    hours: Hours
    """Hours that close them."""
    must_hours: Hours
    """The part of them in skills of the deciding importance."""
    open_hours: Hours
    """Further hours if the low end of every bracket holds."""
    unpriced_steps: int
    """Certain steps for which the catalogue has no action; their hours are not counted."""
    gate_waits: int
    """Firm gates on the way that are not met, the same gate once."""
    gates_unknown: int
    """Firm gates on the way of which is not known whether they are met, the same gate once."""
    stepping_stone: SteppingStone | None
    """The role on the way that earns most; none where there is none between."""
    because: str
    """Why it is worth considering."""
    wait_months: float = 0.0
    """Months full time that the longest of the gates not met takes at least; they can be met side by side."""


@record
class Nearby(Record):
    """A role beside the listed routes, and how far it is."""

    role: RoleReference
    """The role."""
    certain_steps: int
    """Level steps that are certainly missing between."""
    hours: Hours
    """Hours that close them."""
    because: str
    """What it offers."""


@record
class Unreachable(Record):
    """Why no route leads there, and what comes nearest."""

    because: str
    """Why."""
    nearest: Nearby | None
    """The role within reach of listed moves that asks most nearly the same."""
    bridge: Nearby | None
    """The role from which listed moves lead there that is most like the first."""
    direct: Hop
    """What a move that the catalogue does not list would take."""


@record
class PathReport(Record):
    """How to get from one role to another."""

    schema_version: str
    """Version of the report."""
    kind: Literal["path"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    name: str | None
    """Name as given in the profile."""
    assumed: bool
    """Whether no profile was given, so that someone who just meets the first role is assumed."""
    start: str
    """What the reckoning starts from, in a sentence."""
    from_: RoleReference
    """The role to start from."""
    to: RoleReference
    """The role aimed at."""
    routes: tuple[Route, ...]
    """Fewest hours first, at most four; empty where none is listed."""
    all_seen: bool
    """False where there are so many routes that not all were looked at."""
    unreachable: Unreachable | None
    """Set where no route is listed."""
    straight: Nearby | None = None
    """What a single move would take that the catalogue does not list; set where every route leads over other roles."""
    skills_known: int = 0
    """Skills that the role aimed at asks for and of which something is known."""
    skills_asked: int = 0
    """Skills that the role aimed at asks for."""


def find_path(catalogue: Catalogue, first: Role, goal: Role, profile: Profile | None = None) -> PathReport:
    """The routes from one role to another, for a person or for someone who just meets the first role."""
    person = profile or Profile(levels={need.skill: need.level for need in first.requirements})
    walk = Walk(catalogue, person, goal)
    search = RouteSearch(catalogue, walk.leg)
    start = brackets_of(catalogue, person)
    trails, all_seen = search.routes(first.id, goal.id, start)
    routes = tuple(_route(walk, trail, trails) for trail in trails)
    asked = [need.skill for need in goal.requirements if need.level > 0 and need.skill in start]
    known = sum(stand(person, catalogue.skill_by_id[key], catalogue.top).basis != "not asked" for key in asked)
    return PathReport(
        schema_version=SCHEMA_VERSION,
        kind="path",
        catalogue=catalogue_reference(catalogue),
        name=person.name,
        assumed=profile is None,
        start=_start(first, goal, profile, known, len(asked)),
        from_=reference(first),
        to=reference(goal),
        routes=routes,
        all_seen=all_seen,
        unreachable=None if routes else _unreachable(catalogue, walk, search, first, start),
        straight=_straight(walk, routes, start),
        skills_known=known,
        skills_asked=len(asked),
    )


def _straight(walk: Walk, routes: Sequence[Route], start: Mapping[str, Bracket]) -> Nearby | None:
    if not routes or min(len(route.hops) for route in routes) < MOVES_WORTH_SKIPPING:
        return None
    goal, closing = walk.goal, walk.leg(walk.goal.id, start).closing
    spared = routes[0].certain_steps - closing.certain_steps
    between = f", {counted(spared, 'step')} fewer than over the roles between" if spared > 0 else ""
    return _nearby(
        goal,
        closing,
        f"A single move to {goal.title} is not listed, so nothing says that employers make it. It would take "
        f"{counted(closing.certain_steps, 'certain step')}, about {closing.hours.typical:g} hours{between}.",
    )


def _start(first: Role, goal: Role, profile: Profile | None, known: int, asked: int) -> str:
    if profile is None:
        return (
            f"No profile was given, so someone is assumed who holds exactly what {first.title} asks. "
            "Nothing is assumed about education, years and certificates."
        )
    told = "Levels and background are those of the profile."
    if known == asked:
        return told
    return (
        f"{told} It says something of {known} of the {counted(asked, 'skill')} that {goal.title} asks for; what is not "
        "known counts in no hours, so answering comes first: pmgap assess."
    )


def _route(walk: Walk, trail: Trail, others: Sequence[Trail]) -> Route:
    ids = trail.roles
    moves = [_move(walk.catalogue, *ends) for ends in pairwise(ids)]
    hops = tuple(walk.hop(move, leg) for move, leg in zip(moves, trail.legs, strict=True))
    return Route(
        roles=tuple(reference(walk.catalogue.role_by_id[key]) for key in ids),
        hops=hops,
        certain_steps=sum(hop.closing.certain_steps for hop in hops),
        hours=total(hop.closing.hours for hop in hops),
        must_hours=total(hop.closing.must_hours for hop in hops),
        open_hours=total(hop.closing.open_hours for hop in hops),
        unpriced_steps=trail.unpriced_steps,
        gate_waits=len(trail.waits),
        gates_unknown=len(trail.unknown),
        stepping_stone=_stepping_stone(walk.goal, hops, trail),
        because=_why_this_route(trail, others),
        wait_months=trail.wait_months,
    )


def _stepping_stone(goal: Role, hops: Sequence[Hop], trail: Trail) -> SteppingStone | None:
    between = [hop for hop in hops[:-1] if hop.goal_steps > 0]
    if not between:
        return None
    best = max(between, key=lambda hop: hop.goal_steps)
    of = steps_to(goal, trail.legs[0].before)
    return SteppingStone(
        role=best.to,
        steps=best.goal_steps,
        of=of,
        because=(
            f"Reaching {best.to.title} closes {best.goal_steps} of the {counted(of, 'certain step')} that "
            f"{goal.title} asks{', the most of the roles between' if len(between) > 1 else ''}."
        ),
    )


def _move(catalogue: Catalogue, first: str, second: str) -> CareerMove:
    return next(it for it in catalogue.career_moves if it.from_role == first and it.to_role == second)


def _why_this_route(trail: Trail, others: Sequence[Trail]) -> str:
    if not trail.legs:
        return "You are there already: there is nothing to do on the way."
    if len(others) == 1:
        return "Cheapest and fastest: no other listed route takes fewer hours, gates to wait for or moves."
    reasons = []
    if trail is others[0]:
        reasons.append("fewest hours")
    waits = [it.wait_months for it in others]
    if trail.wait_months == min(waits) < max(waits):
        reasons.append("shortest wait for gates")
    elif len(trail.waits) == min(len(it.waits) for it in others) < max(len(it.waits) for it in others):
        reasons.append("fewest gates to wait for")
    if len(trail.legs) == min(len(it.legs) for it in others) < max(len(it.legs) for it in others):
        reasons.append("fewest moves")
    if reasons:
        return f"It takes the {joined(reasons)} of the routes shown."
    return "It lies between the others in hours, gates and moves."


def _unreachable(
    catalogue: Catalogue, walk: Walk, search: RouteSearch, first: Role, start: Mapping[str, Bracket]
) -> Unreachable:
    goal = walk.goal
    onward, back = search.reachable_from(first.id), search.leading_to(goal.id)
    return Unreachable(
        because=_why_unreachable(catalogue, first, goal, onward, back),
        nearest=_nearest(walk, first, onward, start),
        bridge=_bridge(walk, first, back, start),
        direct=walk.hop((first, goal), walk.leg(goal.id, start)),
    )


def _why_unreachable(catalogue: Catalogue, first: Role, goal: Role, onward: Sequence[str], back: Sequence[str]) -> str:
    reasons = []
    if not back:
        reasons.append(f"the catalogue lists no move that leads to {goal.title}")
    if not onward:
        reasons.append(f"the catalogue lists no move out of {first.title}")
    if not reasons:
        titles = joined([catalogue.role_by_id[key].title for key in onward], most=5)
        reasons.append(f"the listed moves lead from {first.title} to {titles}, and from none of them to {goal.title}")
    told = joined(reasons)
    return f"{told[0].upper()}{told[1:]}."


def _nearest(walk: Walk, first: Role, onward: Sequence[str], start: Mapping[str, Bracket]) -> Nearby | None:
    """Of the roles within reach, the one that asks most nearly what the goal asks."""
    role = _most_alike(walk.catalogue, walk.goal, onward)
    if role is None:
        return None
    goal = walk.goal
    closing = walk.leg(goal.id, walk.leg(role.id, start).after).closing
    told = (
        f"Of the roles that listed moves lead to, {role.title} asks most nearly the same as {goal.title}; "
        f"from there {_missing(closing)}."
    )
    if _most_alike(walk.catalogue, goal, [first.id, role.id]) is first:
        told = (
            f"The listed moves lead no nearer: {first.title} itself asks more nearly the same as {goal.title} than any "
            f"role that they lead to. The least different of those is {role.title}."
        )
    return _nearby(role, closing, told)


def _bridge(walk: Walk, first: Role, back: Sequence[str], start: Mapping[str, Bracket]) -> Nearby | None:
    """Of the roles from which the goal is within reach, the one that asks most nearly what the first role asks."""
    role = _most_alike(walk.catalogue, first, back)
    if role is None:
        return None
    closing = walk.leg(role.id, start).closing
    return _nearby(
        role,
        closing,
        f"Of the roles from which listed moves lead to {walk.goal.title}, {role.title} asks most nearly the same as "
        f"{first.title}; to get there {_missing(closing)}.",
    )


def _most_alike(catalogue: Catalogue, role: Role, others: Sequence[str]) -> Role | None:
    """The role whose levels differ least from those of a role; of equals the one listed first."""

    def difference(other: Role) -> int:
        pairs = [(role.requirement(skill.id), other.requirement(skill.id)) for skill in catalogue.skills]
        return sum(abs((ours.level if ours else 0) - (theirs.level if theirs else 0)) for ours, theirs in pairs)

    return min((catalogue.role_by_id[key] for key in others), key=difference, default=None)


def _missing(closing: Closing) -> str:
    if not closing.certain_steps:
        return "no step is certainly missing"
    return f"{counted(closing.certain_steps, 'step')} would certainly be missing"


def _nearby(role: Role, closing: Closing, because: str) -> Nearby:
    return Nearby(role=reference(role), certain_steps=closing.certain_steps, hours=closing.hours, because=because)
