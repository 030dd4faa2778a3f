"""Cross-checks: what pydantic cannot see because it takes two places. Every problem with the path of its place."""

from collections.abc import Iterable, Iterator
from typing import Any

from pmgap.catalogue import Catalogue, Gate
from pmgap.catalogue.content_rules import source_findings, wording_findings
from pmgap.catalogue.findings import Finding, Path
from pmgap.catalogue.reference_rules import level_findings, reference_findings
from pmgap.suggestions import did_you_mean


def catalogue_problems(catalogue: Catalogue) -> list[Finding]:
    """Everything that is wrong with a catalogue, and advice on its wording and sources."""
    found = list(_scale(catalogue))
    if found:
        return found
    found.extend(_duplicates(catalogue))
    found.extend(reference_findings(catalogue))
    found.extend(level_findings(catalogue))
    found.extend(_reachable(catalogue))
    found.extend(_gates(catalogue))
    found.extend(_aliases(catalogue))
    found.extend(_cycles(catalogue))
    found.extend(_needs_circles(catalogue))
    found.extend(source_findings(catalogue))
    if catalogue.language == "en":
        found.extend(wording_findings(catalogue))
    return found


def _scale(catalogue: Catalogue) -> Iterator[Finding]:
    if [entry.level for entry in catalogue.scale] != list(range(len(catalogue.scale))) or len(catalogue.scale) < 2:
        yield Finding(
            rule="scale",
            what="the scale does not count up from 0",
            path=("scale",),
            hint="Number its levels 0, 1, 2, ...",
        )
    if not catalogue.importances or min(catalogue.importances.values()) <= 0:
        yield Finding(
            rule="scale", what="importances need weights above 0", path=("importances",), hint="Use {must: 3}."
        )
    if not catalogue.roles:
        yield Finding(rule="scale", what="there is no role", path=("roles",), hint="Add one.")


def _duplicates(catalogue: Catalogue) -> Iterator[Finding]:
    for section in ("roles", "skills", "groups", "actions", "programmes", "sources", "citations"):
        yield from _twice(((section, index), entry.id) for index, entry in enumerate(getattr(catalogue, section)))
    if catalogue.word_weights:
        topics = catalogue.word_weights.topics
        yield from _twice((("word_weights", "topics", index), entry.id) for index, entry in enumerate(topics))
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


def _reachable(catalogue: Catalogue) -> Iterator[Finding]:
    """A must needs an action for its next step; every step up to a required level needs one."""
    steps = set(catalogue.actions_by_step)
    for programme in catalogue.programmes:
        steps.update((move.skill, level) for move in programme.moves for level in range(move.from_level, move.to_level))
    told = set()
    for index, role in enumerate(catalogue.roles):
        for at, need in enumerate(role.requirements):
            missing = [level for level in range(need.level) if (need.skill, level) not in steps]
            if (
                need.level > catalogue.top
                or not missing
                or (need.skill, need.level) in told
                or need.skill not in catalogue.skill_by_id
            ):
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
    education: set[str] = {level.id for level in catalogue.education_levels}
    for index, role in enumerate(catalogue.roles):
        for at, gate in enumerate(role.gates):
            path: Path = ("roles", index, "gates", at)
            if not gate.alternatives:
                yield Finding(
                    rule="empty-gate", what="the gate has no alternative", path=path, hint="Add one, or remove it."
                )
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
        at = next(
            i for i, it in enumerate(catalogue.career_moves) if it.from_role == circle[0] and it.to_role == circle[1]
        )
        yield Finding(
            rule="cycle",
            what=f"promotions go round in a circle: {' -> '.join(circle)}",
            path=("career_moves", at),
            hint="Make one of them a move.",
        )


def _needs_circles(catalogue: Catalogue) -> Iterator[Finding]:
    """Levels that wait for each other: over all actions, each level needs the one below and what its action needs."""
    steps: dict[str, list[str]] = {}
    place: dict[str, int] = {}
    for index, action in enumerate(catalogue.actions):
        node = f"{action.skill} {action.to_level}"
        if action.needs:
            place.setdefault(node, index)
        before = [f"{action.skill} {action.from_level}", *(f"{need.skill} {need.level}" for need in action.needs)]
        steps.setdefault(node, []).extend(before)
    for circle in _circles(steps):
        if len(circle) > 2 or circle[0] in place:
            at = min((place[node] for node in circle if node in place), default=0)
            yield Finding(
                rule="needs-cycle",
                what=f"actions need each other in a circle: {' -> '.join(circle)}",
                path=("actions", at, "needs"),
                hint="Remove one of the needs.",
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
