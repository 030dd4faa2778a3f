"""What a plan is: terms, steps, predictions, what was left out."""

from typing import Literal

from pmgap.bracket import Coverage
from pmgap.record import Record, record
from pmgap.references import CatalogueReference, RoleReference

Setting = Literal["any", "without-job", "in-job"]


@record
class Terms(Record):
    """What a plan may use."""

    hours: float
    """Hours in all."""
    budget: float | None
    """Money in all, in the currency of the cost bands; none for no limit."""
    hours_per_week: float
    """Hours a week, above 0."""
    setting: Setting
    """Whether a product job is at hand."""
    slot: str
    """When the person learns, in their words."""


@record
class StepMove(Record):
    """One skill that a step raises."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    from_: int
    """Level before."""
    to: int
    """Level after."""


@record
class PlanStep(Record):
    """One thing to do."""

    action: str
    """Id of the action or programme."""
    kind: Literal["action", "programme"]
    """Which of the two."""
    title: str
    """What to do."""
    intention: str
    """The same as an if-then sentence."""
    moves: tuple[StepMove, ...]
    """What it raises."""
    hours: float
    """Typical hours."""
    hours_range: tuple[float, float] | None
    """Least and most hours, where the catalogue gives them."""
    hours_basis: str
    """stated or estimate."""
    cost: str
    """Id of the cost band."""
    evidence: tuple[str, ...]
    """Ids of the statements that doing it lets one answer."""
    needs: tuple[str, ...]
    """Ids of the steps that come first."""
    roles: tuple[str, ...]
    """Ids of the target roles that it serves."""
    from_week: int
    """Week in which it begins, from 1."""
    to_week: int
    """Week in which it ends."""
    link: str | None
    """Where the resource is."""
    because: str
    """Why this, and why here."""
    sources: tuple[str, ...]
    """Ids of sources or citations."""


@record
class VerdictChange(Record):
    """A requirement whose verdict a plan changes."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    before: str
    """Verdict now."""
    after: str
    """Verdict after."""


@record
class Prediction(Record):
    """What a plan changes for one role, if all of it is done and shown."""

    role: RoleReference
    """The role."""
    coverage_before: Coverage
    """Coverage now."""
    coverage_after: Coverage
    """Coverage after."""
    readiness_before: str
    """Readiness word now."""
    readiness_after: str
    """Readiness word after."""
    verdicts: tuple[VerdictChange, ...]
    """Requirements whose verdict changes."""
    gates: tuple[str, ...]
    """Kinds of gates that the plan meets."""


@record
class FindOut(Record):
    """Something to find out before acting, because it may change the plan."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    minutes: float
    """Minutes that it takes."""
    because: str
    """Why it comes first."""


@record
class LeftOut(Record):
    """A gap that the plan does not close, and why."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    level: int
    """Level that the plan leaves it at."""
    required: int
    """Highest level that a target role asks for."""
    next_hours: float | None
    """Hours of the shortest action for its next step; none where no action can be used."""
    because: str
    """Why it was left out."""


@record
class Plan(Record):
    """What to do, in what order, and what it is worth."""

    schema_version: str
    """Version of the report."""
    kind: Literal["plan"]
    """What the report is."""
    catalogue: CatalogueReference
    """The catalogue."""
    roles: tuple[RoleReference, ...]
    """The target roles."""
    name: str | None
    """Name as given in the profile."""
    terms: Terms
    """What the plan may use."""
    find_out: tuple[FindOut, ...]
    """What to find out first."""
    steps: tuple[PlanStep, ...]
    """What to do, in order."""
    hours: float
    """Hours of all steps."""
    hours_range: tuple[float, float]
    """Least and most hours of all steps."""
    money: float
    """Upper end of what the steps cost together, by their cost bands."""
    weeks: int
    """Weeks that it takes."""
    value: float
    """Weighted level steps closed; half for the merely possible."""
    predictions: tuple[Prediction, ...]
    """What it changes, per role."""
    shared_hours: float
    """Hours of the steps that serve more than one target role."""
    more_hours: float
    """Extra hours whose worth is told below."""
    more: str
    """What the extra hours would buy."""
    left_out: tuple[LeftOut, ...]
    """Gaps that stay open, and why."""
    because: str
    """How the plan was chosen."""
