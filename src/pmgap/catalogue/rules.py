"""Cross-checks: what pydantic cannot see because it takes two places. Every problem with the path of its place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pmgap.catalogue import Catalogue, Gate
from pmgap.record import Record, record
from pmgap.suggestions import did_you_mean
from pmgap.wording import HARDEST_SKILL, mean_reading_grade, near_duplicates, statement_problems

Path = tuple[str | int, ...]


@record
class Finding(Record):
    """A problem and the path of the value that has it."""

    rule: str
    """Stable name of the rule."""
    what: str
    """What is wrong."""
    path: Path
    """Where in the catalogue."""
    hint: str = ""
    """What to do about it."""
    advice: bool = False
    """Whether the catalogue can be used all the same."""


def catalogue_problems(catalogue: Catalogue) -> list[Finding]:
    """Everything that is wrong with a catalogue, and advice on its wording and sources."""
    found = list(_scale(catalogue))
    if found:
        return found
    found.extend(_duplicates(catalogue))
    found.extend(_references(catalogue))
    found.extend(_levels(catalogue))
    found.extend(_reachable(catalogue))
    found.extend(_gates(catalogue))
    found.extend(_aliases(catalogue))
    found.extend(_cycles(catalogue))
    found.extend(_sources(catalogue))
    if catalogue.language == "en":
        found.extend(_wording(catalogue))
    return found


def _scale(catalogue: Catalogue) -> Iterator[Finding]:
    if [entry.level for entry in catalogue.scale] != list(range(len(catalogue.scale))) or len(catalogue.scale) < 2:
        yield Finding(
            rule="scale", what="the scale does not count up from 0", path=("scale",), hint="Number its levels 0, 1, 2, ..."
        )
    if not catalogue.importances or min(catalogue.importances.values()) <= 0:
        yield Finding(rule="scale", what="importances need weights above 0", path=("importances",), hint="Use {must: 3}.")
    if not catalogue.roles:
        yield Finding(rule="scale", what="there is no role", path=("roles",), hint="Add one.")


def _duplicates(catalogue: Catalogue) -> Iterator[Finding]:
    for section in ("roles", "skills", "groups", "actions", "programmes", "sources", "citations"):
        yield from _twice(((section, index), entry.id) for index, entry in enumerate(getattr(catalogue, section)))
    yield from _twice(
        (("skills", s, "levels", v, "statements", t), statement.id)
        for s, skill in enumerate(catalogue.skills)
        for v, level in enumerate(skill.levels)
        for t, statement in enumerate(level.statements)
    )
    for index, role in enumerate(catalogue.roles):
        yield from _twice(
            (("roles", index, "requirements", at), entry.skill) for at, entry in enumerate(role.requirements)
        )
    for index, skill in enumerate(catalogue.skills):
        yield from _twice((("skills", index, "levels", at), entry.level) for at, entry in enumerate(skill.levels))


def _twice(entries: Iterable[tuple[Path, Any]]) -> Iterator[Finding]:
    seen = set()
    for path, key in entries:
        if key in seen:
            yield Finding(
                rule="duplicate-id", what=f'"{key}" is given twice', path=path, hint="Give each entry an id of its own."
            )
        seen.add(key)


def _references(catalogue: Catalogue) -> Iterator[Finding]:
    skills, roles = catalogue.skill_by_id, catalogue.role_by_id
    groups = {group.id for group in catalogue.groups}
    kinds, bands = catalogue.action_kinds or {}, {band.id for band in catalogue.cost_bands}
    statements = catalogue.statement_by_id
    families = {role.family for role in catalogue.roles}

    def unknown(kind: str, key: str, known: Iterable[str], path: Path) -> Iterator[Finding]:
        if key not in known:
            yield Finding(rule="unknown-id", what=f'unknown {kind} "{key}"', path=path, hint=did_you_mean(key, known))

    for index, skill in enumerate(catalogue.skills):
        yield from unknown("skill group", skill.group, groups, ("skills", index, "group"))
        for at, level in enumerate(skill.levels):
            for spot, statement in enumerate(level.statements):
                path: Path = ("skills", index, "levels", at, "statements", spot)
                for family in statement.families:
                    yield from unknown("role family", family, families, (*path, "families"))
                if not statement.id.startswith(f"{skill.id}.{level.level}"):
                    yield Finding(
                        rule="statement-id",
                        what=f'the id "{statement.id}" does not start with "{skill.id}.{level.level}"',
                        path=path,
                        hint=f'Use "{skill.id}.{level.level}a", "{skill.id}.{level.level}b", ...',
                    )
    for index, role in enumerate(catalogue.roles):
        for at, entry in enumerate(role.requirements):
            path = ("roles", index, "requirements", at)
            yield from unknown("skill", entry.skill, skills, (*path, "skill"))
            yield from unknown("importance", entry.importance, catalogue.importances, (*path, "importance"))
        if role.reports_to:
            yield from unknown("role", role.reports_to.role, roles, ("roles", index, "reports_to"))
    for index, action in enumerate(catalogue.actions):
        path = ("actions", index)
        yield from unknown("skill", action.skill, skills, (*path, "skill"))
        yield from unknown("action kind", action.kind, kinds, (*path, "kind"))
        yield from unknown("cost band", action.cost, bands, (*path, "cost"))
        for key in action.evidence:
            yield from unknown("statement", key, statements, (*path, "evidence"))
        for need in action.needs:
            yield from unknown("skill", need.skill, skills, (*path, "needs"))
    for index, programme in enumerate(catalogue.programmes):
        path = ("programmes", index)
        yield from unknown("action kind", programme.kind, kinds, (*path, "kind"))
        yield from unknown("cost band", programme.cost, bands, (*path, "cost"))
        for at, move in enumerate(programme.moves):
            yield from unknown("skill", move.skill, skills, (*path, "moves", at, "skill"))
    for index, fit in enumerate(catalogue.fits):
        yield from unknown("role", fit.role, roles, ("fits", index, "role"))
    for index, step in enumerate(catalogue.career_moves):
        yield from unknown("role", step.from_role, roles, ("career_moves", index, "from_role"))
        yield from unknown("role", step.to_role, roles, ("career_moves", index, "to_role"))


def _levels(catalogue: Catalogue) -> Iterator[Finding]:
    top = catalogue.top

    def outside(level: int, path: Path, lowest: int = 0) -> Iterator[Finding]:
        if not lowest <= level <= top:
            yield Finding(
                rule="level", what=f"level {level} is not on the scale", path=path, hint=f"Use {lowest} to {top}."
            )

    for index, skill in enumerate(catalogue.skills):
        for at, entry in enumerate(skill.levels):
            yield from outside(entry.level, ("skills", index, "levels", at))
            if entry.level == 0 and entry.statements:
                yield Finding(
                    rule="level",
                    what="level 0 has statements, but nothing can be asked there",
                    path=("skills", index, "levels", at),
                    hint="Move them to level 1.",
                )
    for index, role in enumerate(catalogue.roles):
        for at, need in enumerate(role.requirements):
            path: Path = ("roles", index, "requirements", at, "level")
            yield from outside(need.level, path)
            skill_asked = catalogue.skill_by_id.get(need.skill)
            if skill_asked and 1 <= need.level <= top:
                speaking = [s for s in skill_asked.statements_at(need.level) if not s.families or role.family in s.families]
                if not speaking:
                    yield Finding(
                        rule="no-statement",
                        what=f"{role.id} asks for {need.skill} at level {need.level}, which has no statement to answer",
                        path=path,
                        hint=f'Add a statement "{need.skill}.{need.level}a".',
                    )
    for index, action in enumerate(catalogue.actions):
        path = ("actions", index)
        yield from outside(action.from_level, (*path, "from_level"))
        yield from outside(action.to_level, (*path, "to_level"), 1)
        if action.to_level != action.from_level + 1:
            yield Finding(
                rule="action-step",
                what=f"it goes from level {action.from_level} to {action.to_level}",
                path=path,
                hint="An action moves one level; make several, or a programme.",
            )
        if action.hours < 0 or (action.hours_range and not 0 <= action.hours_range[0] <= action.hours <= action.hours_range[1]):
            yield Finding(rule="hours", what="the hours do not fit their range", path=(*path, "hours"), hint="")
        for need in action.needs:
            yield from outside(need.level, (*path, "needs"), 1)
    for index, programme in enumerate(catalogue.programmes):
        for at, move in enumerate(programme.moves):
            path = ("programmes", index, "moves", at)
            yield from outside(move.from_level, path)
            yield from outside(move.to_level, path, 1)
            if move.to_level <= move.from_level:
                yield Finding(rule="action-step", what="it does not lead up", path=path, hint="to_level is above from_level.")


def _reachable(catalogue: Catalogue) -> Iterator[Finding]:
    """A must needs an action for its next step; every step up to a required level needs one."""
    steps = set(catalogue.actions_by_step)
    for programme in catalogue.programmes:
        steps.update((move.skill, level) for move in programme.moves for level in range(move.from_level, move.to_level))
    told = set()
    for index, role in enumerate(catalogue.roles):
        for at, need in enumerate(role.requirements):
            missing = [level for level in range(need.level) if (need.skill, level) not in steps]
            if need.level > catalogue.top or not missing or (need.skill, need.level) in told or need.skill not in catalogue.skill_by_id:
                continue
            told.add((need.skill, need.level))
            path: Path = ("roles", index, "requirements", at)
            if need.importance == catalogue.deciding_importance and len(missing) == need.level:
                yield Finding(
                    rule="must-without-action",
                    what=f"{role.id} asks for {need.skill} as a {need.importance}, and no action leads there",
                    path=path,
                    hint=f"Add an action for {need.skill} from level 0 to 1.",
                )
            else:
                yield Finding(
                    rule="unreachable-level",
                    what=f"level {need.level} of {need.skill} cannot be reached: no action starts at level {missing[0]}",
                    path=path,
                    hint=f"Add an action for {need.skill} from level {missing[0]} to {missing[0] + 1}.",
                    advice=need.importance != catalogue.deciding_importance,
                )


def _gates(catalogue: Catalogue) -> Iterator[Finding]:
    education = {level.id for level in catalogue.education_levels}
    for index, role in enumerate(catalogue.roles):
        for at, gate in enumerate(role.gates):
            path: Path = ("roles", index, "gates", at)
            if not gate.alternatives:
                yield Finding(rule="empty-gate", what="the gate has no alternative", path=path, hint="Add one, or remove it.")
            yield from _alternatives(gate, education, path)
    for index, programme in enumerate(catalogue.programmes):
        if programme.grants and programme.grants.education is not None and programme.grants.education not in education:
            yield Finding(
                rule="unknown-id",
                what=f'unknown education level "{programme.grants.education}"',
                path=("programmes", index, "grants"),
                hint=did_you_mean(programme.grants.education, education),
            )


def _alternatives(gate: Gate, education: set[str], path: Path) -> Iterator[Finding]:
    for at, it in enumerate(gate.alternatives):
        spot = (*path, "alternatives", at)
        given = [it.education is not None, it.experience is not None, bool(it.certifications), it.equivalent]
        if sum(given) != 1:
            yield Finding(
                rule="empty-gate",
                what="the alternative needs exactly one condition",
                path=spot,
                hint="Give one of education, experience, certifications, equivalent.",
            )
        if it.education is not None and it.education not in education:
            yield Finding(
                rule="unknown-id",
                what=f'unknown education level "{it.education}"',
                path=spot,
                hint=did_you_mean(it.education, education),
            )
        if it.experience is not None and (it.min_years is None or it.min_years < 0):
            yield Finding(rule="empty-gate", what="the years are missing", path=spot, hint="Add min_years.")


def _aliases(catalogue: Catalogue) -> Iterator[Finding]:
    claimed: dict[str, str] = {}
    for index, skill in enumerate(catalogue.skills):
        for alias in (skill.name, *skill.aliases):
            holder = claimed.setdefault(alias.casefold(), skill.id)
            if holder != skill.id:
                yield Finding(
                    rule="alias",
                    what=f'the alias "{alias}" is claimed by {holder} and by {skill.id}',
                    path=("skills", index, "aliases"),
                    hint="Leave it to one of them.",
                )
    titles: dict[str, str] = {}
    for index, role in enumerate(catalogue.roles):
        for alias in (role.title, *role.aliases):
            holder = titles.setdefault(alias.casefold(), role.id)
            if holder != role.id:
                yield Finding(
                    rule="alias",
                    what=f'the title "{alias}" is claimed by {holder} and by {role.id}',
                    path=("roles", index, "aliases"),
                    hint="Leave it to one of them.",
                )


def _cycles(catalogue: Catalogue) -> Iterator[Finding]:
    above = {role.id: [role.reports_to.role] for role in catalogue.roles if role.reports_to}
    index_of = {role.id: index for index, role in enumerate(catalogue.roles)}
    for circle in _circles(above):
        yield Finding(
            rule="cycle",
            what=f"reports_to goes round in a circle: {' -> '.join(circle)}",
            path=("roles", index_of.get(circle[0], 0), "reports_to"),
            hint="Remove one of the steps.",
        )
    promotions: dict[str, list[str]] = {}
    for step in catalogue.career_moves:
        if step.kind == "promotion":
            promotions.setdefault(step.from_role, []).append(step.to_role)
    for circle in _circles(promotions):
        at = next(i for i, it in enumerate(catalogue.career_moves) if it.from_role == circle[0] and it.to_role == circle[1])
        yield Finding(
            rule="cycle",
            what=f"promotions go round in a circle: {' -> '.join(circle)}",
            path=("career_moves", at),
            hint="Make one of them a move.",
        )


def _circles(steps: dict[str, list[str]]) -> Iterator[list[str]]:
    """One circle for each group of nodes that reach themselves, from its first node."""
    told: set[str] = set()
    for start in steps:
        if start in told:
            continue
        trail = {start: [start]}
        queue = [start]
        for node in queue:
            for after in steps.get(node, ()):
                if after == start:
                    told.update(trail[node])
                    yield [*trail[node], start]
                    queue.clear()
                    break
                if after not in trail:
                    trail[after] = [*trail[node], after]
                    queue.append(after)


def _sources(catalogue: Catalogue) -> Iterator[Finding]:
    known = {source.id for source in catalogue.sources} | {entry.id for entry in catalogue.citations}
    used: Counter[str] = Counter()
    for path, entry in _walk(catalogue, ()):
        if isinstance(entry, Catalogue):
            continue
        fields = entry.__dataclass_fields__  # type: ignore[attr-defined]
        cited = tuple(getattr(entry, "sources", ()))
        for name in ("aliases_from", "tools_from"):
            cited += getattr(entry, name, ())
        if "source" in fields:
            cited += (entry.source,)  # type: ignore[attr-defined]
        used.update(cited)
        used.update(anchor.partition(":")[0] for anchor in getattr(entry, "anchors", ()))
        for key in cited:
            if key not in known:
                yield Finding(rule="unknown-id", what=f'unknown source "{key}"', path=path, hint=did_you_mean(key, known))
        if "sources" in fields and not cited:
            yield Finding(rule="no-source", what="it names no source", path=path, hint="Add sources: [ID].", advice=True)
    real = {entry.id: entry.source for entry in catalogue.citations}
    for key, count in list(used.items()):
        used[real.get(key, key)] += count
    for index, source in enumerate(catalogue.sources):
        if not used[source.id]:
            yield Finding(
                rule="unused-source",
                what=f'the source "{source.id}" is not used',
                path=("sources", index),
                hint="Cite it or remove it.",
                advice=True,
            )
        if not source.terms.strip():
            yield Finding(rule="terms", what="the source states no terms", path=("sources", index), hint="", advice=True)


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk(entry, (*path, index))


def _wording(catalogue: Catalogue) -> Iterator[Finding]:
    places: dict[str, Path] = {}
    for index, skill in enumerate(catalogue.skills):
        texts = []
        for at, level in enumerate(skill.levels):
            for spot, statement in enumerate(level.statements):
                path: Path = ("skills", index, "levels", at, "statements", spot)
                places[statement.id] = path
                texts.append(statement.text)
                for problem in statement_problems(statement.text):
                    yield Finding(
                        rule=f"wording-{problem.rule}",
                        what=f"{statement.id} {problem.what}",
                        path=path,
                        hint=f"{problem.hint[0].upper()}{problem.hint[1:]}.",
                        advice=True,
                    )
        if (grade := mean_reading_grade(texts)) > HARDEST_SKILL:
            yield Finding(
                rule="wording-reading-level",
                what=f"the statements of {skill.id} read at about grade {grade:.1f}",
                path=("skills", index),
                hint=f"Aim for grade {HARDEST_SKILL:g} or easier.",
                advice=True,
            )
    pairs = [(key, catalogue.statement_by_id[key][2].text) for key in places]
    for key, other, likeness in near_duplicates(pairs):
        yield Finding(
            rule="wording-duplicate",
            what=f"{other} asks nearly the same as {key} ({likeness:.0%} of the words)",
            path=places[other],
            hint="Make them different acts.",
            advice=True,
        )


