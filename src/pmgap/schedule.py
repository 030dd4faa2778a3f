"""The order of a plan's steps, and the weeks they fall in.

What can be done now comes first, musts before the rest, then by value per hour. At most three goals are live at a
time; the hours of a week are shared evenly among them, and when one ends the next begins.
"""

from collections.abc import Sequence

from pmgap.record import Record, record

LIVE_GOALS = 3
"""The most goals that are live at a time; the assessment of SVPG also coaches three gaps at a time."""


@record
class StepToSchedule(Record):
    """A step before it has a place."""

    name: str
    """Id of the action or programme."""
    goal: str
    """What it belongs to: a skill, or a programme."""
    hours: float
    """Hours that it takes."""
    value: int
    """Doubled weighted steps that it closes."""
    is_must: bool
    """Whether it raises a must."""
    after: tuple[str, ...]
    """Steps that come first."""


@record
class ScheduledStep(Record):
    """A step in its place."""

    name: str
    """Id of the action or programme."""
    hours: float
    """Hours that it takes."""
    value: int
    """Doubled weighted steps that it closes."""
    is_must: bool
    """Whether it raises a must."""
    after: tuple[str, ...]
    """Steps that come first."""
    from_week: int
    """Week in which it begins, from 1."""
    to_week: int
    """Week in which it ends."""


def schedule(steps: Sequence[StepToSchedule], hours_per_week: float) -> list[ScheduledStep]:
    """The steps in order of beginning, each with its weeks.

    A goal that has begun keeps its place while its next step is ready, so that goals are finished and not swapped.
    """
    waiting = list(steps)
    done: set[str] = set()
    live: list[StepToSchedule] = []
    left: dict[str, float] = {}
    began: dict[str, float] = {}
    ended: dict[str, float] = {}
    now = 0.0
    order: list[StepToSchedule] = []
    last_goal: str | None = None
    while waiting or live:
        ready = [it for it in waiting if done.issuperset(it.after) and it.goal not in {on.goal for on in live}]
        ready.sort(key=lambda it: (it.goal != last_goal, not it.is_must, -it.value / max(it.hours, 0.25), it.name))
        while ready and len(live) < LIVE_GOALS:
            step = ready.pop(0)
            ready = [it for it in ready if it.goal != step.goal]
            waiting.remove(step)
            live.append(step)
            order.append(step)
            left[step.name], began[step.name] = step.hours, now
        if not live:
            raise ValueError("steps wait for each other")
        first = min(live, key=lambda it: (left[it.name], order.index(it)))
        spent = left[first.name]
        now += spent * len(live)
        for step in live:
            left[step.name] -= spent
        ended[first.name] = now
        done.add(first.name)
        last_goal = first.goal
        live.remove(first)
    return [
        ScheduledStep(
            name=it.name,
            hours=it.hours,
            value=it.value,
            is_must=it.is_must,
            after=it.after,
            from_week=1 + int(began[it.name] / hours_per_week),
            to_week=max(1 + int(began[it.name] / hours_per_week), -int(-ended[it.name] // hours_per_week)),
        )
        for it in order
    ]
