"""Checks that what one part of a catalogue names is there in another, and that every level is on the scale."""

from collections.abc import Iterable, Iterator

from pmgap.catalogue import Catalogue
from pmgap.catalogue.findings import Finding, Path
from pmgap.catalogue.term_tree import vocabulary
from pmgap.catalogue.word_weights import MOST_WEIGHT, WordWeights, weights_in
from pmgap.catalogue.words import Folding
from pmgap.suggestions import did_you_mean


def reference_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Ids that nothing has, and statement ids that do not say where they belong."""
    yield from _skill_references(catalogue)
    yield from _role_references(catalogue)
    yield from _action_references(catalogue)
    yield from _programme_references(catalogue)
    yield from _weight_references(catalogue)
    roles = catalogue.role_by_id
    for index, fit in enumerate(catalogue.fits):
        yield from _unknown("role", fit.role, roles, ("fits", index, "role"))
    for index, step in enumerate(catalogue.career_moves):
        yield from _unknown("role", step.from_role, roles, ("career_moves", index, "from_role"))
        yield from _unknown("role", step.to_role, roles, ("career_moves", index, "to_role"))


def level_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Levels off the scale, requirements that nothing can be asked about, actions that do not move one level."""
    yield from _skill_levels(catalogue)
    yield from _role_levels(catalogue)
    yield from _action_levels(catalogue)
    yield from _programme_levels(catalogue)


def _unknown(kind: str, key: str, known: Iterable[str], path: Path) -> Iterator[Finding]:
    if key not in known:
        yield Finding(rule="unknown-id", what=f'unknown {kind} "{key}"', path=path, hint=did_you_mean(key, known))


def _outside(level: int, top: int, path: Path, lowest: int = 0) -> Iterator[Finding]:
    if not lowest <= level <= top:
        yield Finding(
            rule="level", what=f"level {level} is not on the scale", path=path, hint=f"Use {lowest} to {top}."
        )


def _skill_references(catalogue: Catalogue) -> Iterator[Finding]:
    groups = {group.id for group in catalogue.groups}
    families = {role.family for role in catalogue.roles}
    for index, skill in enumerate(catalogue.skills):
        yield from _unknown("skill group", skill.group, groups, ("skills", index, "group"))
        for at, level in enumerate(skill.levels):
            for spot, statement in enumerate(level.statements):
                path: Path = ("skills", index, "levels", at, "statements", spot)
                for family in statement.families:
                    yield from _unknown("role family", family, families, (*path, "families"))
                start = f"{skill.id}.{level.level}"
                if not statement.id.startswith(start):
                    yield Finding(
                        rule="statement-id",
                        what=f'the id "{statement.id}" does not start with "{start}"',
                        path=path,
                        hint=f'Use "{start}a", "{start}b", ...',
                    )


def _role_references(catalogue: Catalogue) -> Iterator[Finding]:
    for index, role in enumerate(catalogue.roles):
        for at, entry in enumerate(role.requirements):
            path: Path = ("roles", index, "requirements", at)
            yield from _unknown("skill", entry.skill, catalogue.skill_by_id, (*path, "skill"))
            yield from _unknown("importance", entry.importance, catalogue.importances, (*path, "importance"))
        if role.reports_to:
            yield from _unknown("role", role.reports_to.role, catalogue.role_by_id, ("roles", index, "reports_to"))


def _action_references(catalogue: Catalogue) -> Iterator[Finding]:
    kinds, bands = catalogue.action_kinds or {}, {band.id for band in catalogue.cost_bands}
    for index, action in enumerate(catalogue.actions):
        path: Path = ("actions", index)
        yield from _unknown("skill", action.skill, catalogue.skill_by_id, (*path, "skill"))
        yield from _unknown("action kind", action.kind, kinds, (*path, "kind"))
        yield from _unknown("cost band", action.cost, bands, (*path, "cost"))
        for key in action.evidence:
            yield from _unknown("statement", key, catalogue.statement_by_id, (*path, "evidence"))
        for need in action.needs:
            yield from _unknown("skill", need.skill, catalogue.skill_by_id, (*path, "needs"))


def _programme_references(catalogue: Catalogue) -> Iterator[Finding]:
    kinds, bands = catalogue.action_kinds or {}, {band.id for band in catalogue.cost_bands}
    for index, programme in enumerate(catalogue.programmes):
        path: Path = ("programmes", index)
        yield from _unknown("action kind", programme.kind, kinds, (*path, "kind"))
        yield from _unknown("cost band", programme.cost, bands, (*path, "cost"))
        for at, move in enumerate(programme.moves):
            yield from _unknown("skill", move.skill, catalogue.skill_by_id, (*path, "moves", at, "skill"))


def _weight_references(catalogue: Catalogue) -> Iterator[Finding]:
    weights = catalogue.word_weights
    if weights is None:
        return
    for name, value, least in (("alias", weights.alias, 0), ("least", weights.least, 1)):
        yield from _out_of_bounds(value, least, ("word_weights", name))
    for index, topic in enumerate(weights.topics):
        path: Path = ("word_weights", "topics", index)
        yield from _out_of_bounds(topic.start, -MOST_WEIGHT, (*path, "start"))
        yield from _out_of_bounds(topic.expected, 0, (*path, "expected"))
        if not topic.skills:
            yield Finding(rule="unknown-id", what="the topic is about no skill", path=path, hint="Name one.")
        for key in topic.skills:
            yield from _unknown("skill", key, catalogue.skill_by_id, (*path, "skills"))
    yield from _weighed_words(catalogue, weights)


def _out_of_bounds(value: int, least: int, path: Path) -> Iterator[Finding]:
    if not least <= value <= MOST_WEIGHT:
        hint = f"Use {least} to {MOST_WEIGHT}."
        yield Finding(rule="weights", what=f"{value} is out of bounds", path=path, hint=hint)


def _weighed_words(catalogue: Catalogue, weights: WordWeights) -> Iterator[Finding]:
    topics = {topic.id for topic in weights.topics}
    told: set[str] = set()
    fold = Folding(lambda: vocabulary(catalogue.skills))
    for word, text in weights.words.items():
        path: Path = ("word_weights", "words", word)
        if fold.words(word) != [word] or not any(map(str.isalpha, word)):
            what = f'"{word}" is no word as it is compared'
            yield Finding(
                rule="weights", what=what, path=path, hint="Write one word, in small letters, without its ending."
            )
        try:
            stated = weights_in(text)
        except ValueError:
            hint = f'Write topics with whole numbers up to {MOST_WEIGHT}: "user-research 143, people -30".'
            yield Finding(rule="weights", what=f'the weights of "{word}" cannot be read', path=path, hint=hint)
            continue
        for key in sorted(stated.keys() - told):
            told.add(key)  # the first word with an unknown topic stands for all of them
            yield from _unknown("topic", key, topics, path)


def _skill_levels(catalogue: Catalogue) -> Iterator[Finding]:
    for index, skill in enumerate(catalogue.skills):
        for at, entry in enumerate(skill.levels):
            path: Path = ("skills", index, "levels", at)
            yield from _outside(entry.level, catalogue.top, path)
            if entry.level == 0 and entry.statements:
                what = "level 0 has statements, but nothing can be asked there"
                yield Finding(rule="level", what=what, path=path, hint="Move them to level 1.")


def _role_levels(catalogue: Catalogue) -> Iterator[Finding]:
    for index, role in enumerate(catalogue.roles):
        for at, need in enumerate(role.requirements):
            path: Path = ("roles", index, "requirements", at, "level")
            yield from _outside(need.level, catalogue.top, path)
            skill = catalogue.skill_by_id.get(need.skill)
            if skill is None or not 1 <= need.level <= catalogue.top:
                continue
            if not any(not it.families or role.family in it.families for it in skill.statements_at(need.level)):
                yield Finding(
                    rule="no-statement",
                    what=f"{role.id} asks for {need.skill} at level {need.level}, which has no statement to answer",
                    path=path,
                    hint=f'Add a statement "{need.skill}.{need.level}a".',
                )


def _action_levels(catalogue: Catalogue) -> Iterator[Finding]:
    for index, action in enumerate(catalogue.actions):
        path: Path = ("actions", index)
        yield from _outside(action.from_level, catalogue.top, (*path, "from_level"))
        yield from _outside(action.to_level, catalogue.top, (*path, "to_level"), 1)
        if action.to_level != action.from_level + 1:
            yield Finding(
                rule="action-step",
                what=f"it goes from level {action.from_level} to {action.to_level}",
                path=path,
                hint="An action moves one level; make several, or a programme.",
            )
        low, high = action.hours_range or (action.hours, action.hours)
        if not 0 <= low <= action.hours <= high:
            yield Finding(rule="hours", what="the hours do not fit their range", path=(*path, "hours"), hint="")
        for need in action.needs:
            yield from _outside(need.level, catalogue.top, (*path, "needs"), 1)


def _programme_levels(catalogue: Catalogue) -> Iterator[Finding]:
    for index, programme in enumerate(catalogue.programmes):
        for at, move in enumerate(programme.moves):
            path: Path = ("programmes", index, "moves", at)
            yield from _outside(move.from_level, catalogue.top, path)
            yield from _outside(move.to_level, catalogue.top, path, 1)
            if move.to_level <= move.from_level:
                hint = "to_level is above from_level."
                yield Finding(rule="action-step", what="it does not lead up", path=path, hint=hint)
