"""The best plan for the hours there are: which actions and programmes, in what order, and what they are worth.

Value of a level step = the weight of the requirement, summed over the target roles, for a step that is certainly
missing; half of it for a step that is only possibly missing. The choice is exact (``plan_search``). Predictions are
made by raising the levels and assessing again, never by adding up.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pmgap.bracket import Bracket
from pmgap.catalogue import Action, Catalogue, Programme, Role
from pmgap.judgement import RequirementResult
from pmgap.plan import FindOut, LeftOut, Plan, PlanStep, StepMove, Terms
from pmgap.plan_chains import Climb, Edge
from pmgap.plan_search import Choice, Course, best_plan
from pmgap.prediction import predict, results_at
from pmgap.profile import Profile
from pmgap.references import SCHEMA_VERSION, RoleReference, catalogue_reference
from pmgap.schedule import ScheduledStep, StepToSchedule, schedule

MORE_HOURS = 10.0
"""The extra hours whose worth a plan tells."""

MINUTES_PER_STATEMENT = 0.5
"""Minutes that answering one statement takes; a judgement."""

MOST_FIND_OUT = 3
"""The most things to find out first that are listed."""


def make_plan(catalogue: Catalogue, profile: Profile, roles: Sequence[Role], terms: Terms) -> Plan:
    """The most valuable plan within the terms, ordered and laid over weeks."""
    results = {role.id: results_at(catalogue, profile, role, {}) for role in roles}
    done = frozenset(profile.done or ())
    climbs = worth_of_steps(catalogue, results)
    actions, courses = offers(catalogue, terms, done)
    cents = float("inf") if terms.budget is None else _cents(terms.budget)
    choice = best_plan(climbs, actions, courses, _minutes(terms.hours), cents)
    after = _levels_after(climbs, choice)
    steps = _steps(catalogue, choice, climbs, results, terms)
    richer = best_plan(climbs, actions, courses, _minutes(terms.hours + MORE_HOURS), cents)
    ranges = [step.hours_range or (step.hours, step.hours) for step in steps]
    return Plan(
        schema_version=SCHEMA_VERSION,
        kind="plan",
        catalogue=catalogue_reference(catalogue),
        roles=tuple(RoleReference(id=role.id, title=role.title) for role in roles),
        name=profile.name,
        terms=terms,
        find_out=tuple(_find_out(catalogue, profile, results)),
        steps=tuple(steps),
        hours=_hours(choice.minutes),
        hours_range=(sum(low for low, _ in ranges), sum(high for _, high in ranges)),
        money=choice.cents / 100,
        weeks=max((step.to_week for step in steps), default=0),
        value=choice.value / 2,
        predictions=tuple(predict(catalogue, profile, role, after, choice.courses) for role in roles),
        shared_hours=sum(step.hours for step in steps if len(step.roles) > 1),
        more_hours=MORE_HOURS,
        more=_more(catalogue, climbs, choice, richer),
        left_out=tuple(_left_out(catalogue, climbs, after, choice, terms, actions)),
        because=_because(catalogue, choice, terms, len(actions) + len(courses)),
    )


def worth_of_steps(catalogue: Catalogue, results: Mapping[str, Mapping[str, RequirementResult]]) -> list[Climb]:
    """Every skill with its start and the doubled value of each step: certain steps count whole, possible ones half."""
    climbs = []
    for skill in catalogue.skills:
        found = [of_role[skill.id] for of_role in results.values() if skill.id in of_role]
        if not found:
            climbs.append(Climb(skill.id, 0, ()))
            continue
        bracket: Bracket = found[0].bracket
        highest = max(it.required for it in found)
        values = tuple(
            sum(it.weight * (2 if level >= bracket.high else 1) for it in found if level < it.required)
            for level in range(bracket.low, highest)
        )
        climbs.append(Climb(skill.id, bracket.low, values))
    return climbs


def offers(catalogue: Catalogue, terms: Terms, done: frozenset[str]) -> tuple[list[Edge], list[Course]]:
    """The actions and programmes that the terms allow and that are not done yet."""
    price = {band.id: band.up_to for band in catalogue.cost_bands}

    def cents(band: str) -> float:
        top = price.get(band)
        if top is not None:
            return _cents(top)
        # Nobody can say that something of an open band fits a budget; without a budget it counts as nothing.
        return 0.0 if terms.budget is None else float("inf")

    actions = [
        Edge(
            it.skill,
            it.from_level,
            it.to_level,
            _minutes(it.hours),
            cents(it.cost),
            it.id,
            tuple((need.skill, need.level) for need in it.needs),
        )
        for it in catalogue.actions
        if it.id not in done and (terms.setting == "any" or it.setting in ("either", terms.setting))
    ]
    courses = [
        Course(
            it.id,
            _minutes(it.hours),
            cents(it.cost),
            tuple(Edge(move.skill, move.from_level, move.to_level, 0, 0, it.id) for move in it.moves),
        )
        for it in catalogue.programmes
        if it.hours is not None and it.id not in done
    ]
    return actions, courses


def _minutes(hours: float) -> int:
    return round(60 * hours)


def _hours(minutes: float) -> float:
    return round(minutes / 60, 2)


def _cents(money: float) -> int:
    return round(100 * money)


def _levels_after(climbs: Iterable[Climb], choice: Choice) -> dict[str, int]:
    after = {climb.skill: climb.start for climb in climbs}
    for edge in choice.edges:
        after[edge.skill] = max(after[edge.skill], edge.to_level)
    return after


def _steps(
    catalogue: Catalogue,
    choice: Choice,
    climbs: Iterable[Climb],
    results: Mapping[str, Mapping[str, RequirementResult]],
    terms: Terms,
) -> list[PlanStep]:
    by_action: dict[str, Action] = {it.id: it for it in catalogue.actions}
    by_programme: dict[str, Programme] = {it.id: it for it in catalogue.programmes}
    climb_of = {it.skill: it for it in climbs}
    edges: dict[str, list[Edge]] = {}
    level_before: dict[tuple[str, str], int] = {}
    level = {skill: it.start for skill, it in climb_of.items()}
    for edge in choice.edges:
        edges.setdefault(edge.name, []).append(edge)
        level_before[(edge.name, edge.skill)] = level[edge.skill]
        level[edge.skill] = edge.to_level
    before = _before(choice, climb_of)
    musts = _must_skills(catalogue, results)
    prepared = []
    for name, taken in edges.items():
        hours = by_action[name].hours if name in by_action else by_programme[name].hours or 0
        value = sum(
            sum(
                climb_of[it.skill].values[
                    level_before[(name, it.skill)] - climb_of[it.skill].start : it.to_level - climb_of[it.skill].start
                ]
            )
            for it in taken
        )
        prepared.append(
            StepToSchedule(
                name=name,
                goal=taken[0].skill if name in by_action else name,
                hours=hours,
                value=value,
                is_must=any(it.skill in musts for it in taken),
                after=tuple(sorted(before.get(name, ()))),
            )
        )
    steps = []
    for it in schedule(prepared, terms.hours_per_week):
        moves = tuple(
            StepMove(
                skill=edge.skill,
                name=catalogue.skill_by_id[edge.skill].name,
                from_=level_before[(it.name, edge.skill)],
                to=edge.to_level,
            )
            for edge in edges[it.name]
        )
        served = tuple(role for role, of_role in results.items() if any(_serves(of_role, move) for move in moves))
        made = _action_step if it.name in by_action else _programme_step
        steps.append(made(catalogue, it, moves, served, terms))
    return steps


def _serves(of_role: Mapping[str, RequirementResult], move: StepMove) -> bool:
    return move.skill in of_role and move.from_ < of_role[move.skill].required


def _must_skills(catalogue: Catalogue, results: Mapping[str, Mapping[str, RequirementResult]]) -> set[str]:
    deciding = catalogue.deciding_importance
    return {skill for of_role in results.values() for skill, it in of_role.items() if it.importance == deciding}


def _before(choice: Choice, climb_of: Mapping[str, Climb]) -> dict[str, set[str]]:
    """Step to the steps that must be finished first: the rung below in the same skill, and what it needs."""
    chains: dict[str, list[Edge]] = {}
    for edge in choice.edges:
        chains.setdefault(edge.skill, []).append(edge)
    before: dict[str, set[str]] = {}
    for chain in chains.values():
        for lower, upper in pairwise(chain):
            before.setdefault(upper.name, set()).add(lower.name)
        for edge in chain:
            for skill, level in edge.needs:
                held = climb_of[skill].start
                for other in chains.get(skill, ()):
                    if held >= level:
                        break
                    before.setdefault(edge.name, set()).add(other.name)
                    held = other.to_level
    return before


def _intention(title: str, slot: str) -> str:
    return f"If it is {slot}, then: {title[0].lower()}{title[1:]}."


def _why(moves: Sequence[StepMove], it: ScheduledStep, served: Sequence[str]) -> str:
    told = ", ".join(f"{move.name} from level {move.from_} to {move.to}" for move in moves)
    importance = "a must" if it.is_must else "asked for"
    roles = f" for {len(served)} of the target roles" if len(served) > 1 else ""
    later = f", after {', '.join(it.after)}" if it.after else ""
    return f"It raises {told}, {importance}{roles}; {it.value / 2:g} weighted steps for {it.hours:g} hours{later}."


def _action_step(
    catalogue: Catalogue, it: ScheduledStep, moves: tuple[StepMove, ...], served: tuple[str, ...], terms: Terms
) -> PlanStep:
    action = next(found for found in catalogue.actions if found.id == it.name)
    return PlanStep(
        action=action.id,
        kind="action",
        title=action.title,
        intention=_intention(action.title, terms.slot),
        moves=moves,
        hours=action.hours,
        hours_range=action.hours_range,
        hours_basis=action.hours_basis,
        cost=action.cost,
        evidence=action.evidence,
        needs=it.after,
        roles=served,
        from_week=it.from_week,
        to_week=it.to_week,
        link=action.url,
        because=_why(moves, it, served),
        sources=action.sources,
    )


def _programme_step(
    catalogue: Catalogue, it: ScheduledStep, moves: tuple[StepMove, ...], served: tuple[str, ...], terms: Terms
) -> PlanStep:
    programme = next(found for found in catalogue.programmes if found.id == it.name)
    title = f"Take the {programme.name} ({programme.provider})"
    return PlanStep(
        action=programme.id,
        kind="programme",
        title=title,
        intention=_intention(title, terms.slot),
        moves=moves,
        hours=programme.hours or 0,
        hours_range=programme.hours_range,
        hours_basis=programme.hours_basis,
        cost=programme.cost,
        evidence=(),
        needs=it.after,
        roles=served,
        from_week=it.from_week,
        to_week=it.to_week,
        link=programme.url,
        because=_why(moves, it, served),
        sources=programme.sources,
    )


def _find_out(
    catalogue: Catalogue, profile: Profile, results: Mapping[str, Mapping[str, RequirementResult]]
) -> Iterable[FindOut]:
    """Open musts, the one first whose answer can move most value."""
    answers = profile.known_answers()
    deciding = catalogue.deciding_importance
    found: dict[str, tuple[int, RequirementResult]] = {}
    for of_role in results.values():
        for skill, it in of_role.items():
            if it.importance == deciding and it.verdict in ("unclear", "not asked"):
                width = it.weight * (min(it.bracket.high, it.required) - it.bracket.low)
                found[skill] = (found.get(skill, (0, it))[0] + width, it)
    order = catalogue.skill_order
    for skill in sorted(found, key=lambda key: (-found[key][0], order[key]))[:MOST_FIND_OUT]:
        width, it = found[skill]
        statements = [s for s in catalogue.skill_by_id[skill].statements_at(it.required) if s.id not in answers]
        minutes = max(1.0, MINUTES_PER_STATEMENT * len(statements))
        ask = "answering its questions" if statements else "asking a colleague how they see it"
        yield FindOut(
            skill=skill,
            name=it.name,
            minutes=minutes,
            because=(
                f"It may be anywhere from level {it.bracket.low} to {it.bracket.high}; {ask} may free or cost up to "
                f"{width} weighted steps of this plan."
            ),
        )


def _more(catalogue: Catalogue, climbs: Iterable[Climb], choice: Choice, richer: Choice) -> str:
    gained = richer.value - choice.value
    if gained <= 0:
        return f"{MORE_HOURS:g} more hours would close no further step."
    before, after = _levels_after(climbs, choice), _levels_after(climbs, richer)
    raised_names = [
        f"{catalogue.skill_by_id[skill].name} to level {level}"
        for skill, level in after.items()
        if level > before[skill]
    ]
    told = f": {', '.join(raised_names)}" if raised_names else ""
    return f"{MORE_HOURS:g} more hours would close {gained / 2:g} more weighted steps{told}."


def _left_out(
    catalogue: Catalogue,
    climbs: Iterable[Climb],
    after: Mapping[str, int],
    choice: Choice,
    terms: Terms,
    allowed: Sequence[Edge],
) -> Iterable[LeftOut]:
    left = _hours(_minutes(terms.hours) - choice.minutes)
    money_left = float("inf") if terms.budget is None else _cents(terms.budget) - choice.cents
    for climb in climbs:
        required = climb.start + len(climb.values)
        level = after[climb.skill]
        if level >= required:
            continue
        known = catalogue.actions_by_step.get((climb.skill, level), ())
        usable = [it for it in allowed if it.skill == climb.skill and it.from_level == level]
        if not known:
            because = f"The catalogue has no action from level {level}."
        elif not usable:
            because = (
                "Every action for the next step is done already, or does not fit where you work; answer its questions."
            )
        elif all(it.cents > money_left for it in usable):
            because = "Every action for the next step costs more than what is left of the budget."
        elif (shortest := _hours(min(it.minutes for it in usable))) > left:
            because = (
                f"Its next step takes {shortest:g} hours, and {left:g} are left; what was chosen "
                "closes more for the hours."
            )
        else:
            because = "What was chosen closes more for the hours and money."
        yield LeftOut(
            skill=climb.skill,
            name=catalogue.skill_by_id[climb.skill].name,
            level=level,
            required=required,
            next_hours=_hours(min(it.minutes for it in usable)) if usable else None,
            because=because,
        )


def _because(catalogue: Catalogue, choice: Choice, terms: Terms, offers: int) -> str:
    budget = "" if terms.budget is None else f" and a budget of {terms.budget:.10g}"
    return (
        f"Of {offers} actions and programmes, no other choice within {terms.hours:g} hours{budget} closes more than "
        f"these {choice.value / 2:g} weighted level steps. A step counts {_weights(catalogue)}; half of that where it is "
        "only possibly missing."
    )


def _weights(catalogue: Catalogue) -> str:
    """What a level step counts, by importance."""
    heaviest_first = sorted(catalogue.importances.items(), key=lambda it: -it[1])
    return ", ".join(f"{weight} in a {name}" for name, weight in heaviest_first)
