"""The interview: which question comes next, and what an answer does. Pure; the command line only draws it.

A question is asked only if some answer to it could change a verdict (quick) or a bracket (full). Statements are shared
by all target roles, so none is asked twice. The required levels stay hidden from the person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from pmgap.bracket import Bracket, Reading, outcome, read_answers
from pmgap.catalogue import Catalogue, Role, Skill, Statement
from pmgap.profile import HALVES, WORDS, Answer, Evidence, Mention, Profile
from pmgap.record import Record, record

Mode = Literal["quick", "full"]
Word = Literal["yes", "partly", "no"]

AGREEING = 2
"""Answers at a level that must agree before it counts as settled, where it has that many statements."""


@record
class Target(Record):
    """What the target roles ask of one skill."""

    skill: Skill
    """The skill."""
    levels: tuple[int, ...]
    """Levels asked for, each once, highest first."""
    weight: int
    """The heaviest weight that any of the roles gives it."""
    family: frozenset[str]
    """Families of the roles that ask for it."""


@record
class Question(Record):
    """One statement to put to the person, or two sets of answers that do not fit together."""

    kind: Literal["statement", "contradiction"]
    """What to draw."""
    skill: Skill
    """The skill it is about."""
    group: str
    """Name of the skill's group."""
    level: int
    """Level of the statement; of the lower answers in a contradiction."""
    statement: Statement | None = None
    """The statement; none in a contradiction."""
    exemplar: str | None = None
    """One short instance of the level."""
    current: Word | None = None
    """The answer given before, when the person went back."""
    lower: tuple[tuple[str, Word], ...] = ()
    """In a contradiction: statement texts and answers at the level that was not held."""
    upper: tuple[tuple[str, Word], ...] = ()
    """In a contradiction: statement texts and answers at the levels above that were held."""
    least_left: int = 1
    """Fewest questions left, this one included."""
    most_left: int = 1
    """Most questions left, this one included."""
    mentions: tuple[Mention, ...] = ()
    """Lines of imported documents that name the skill; with its first question only."""


@record
class Interview(Record):
    """Where an interview stands. Every step makes a new one; nothing is changed in place."""

    roles: tuple[Role, ...]
    """The target roles."""
    profile: Profile
    """Everything known so far."""
    mode: Mode = "quick"
    """quick decides verdicts, full finds levels."""
    skipped: frozenset[str] = frozenset()
    """Statements that the person passed over in this sitting."""
    asked: tuple[str, ...] = ()
    """Statements answered or passed over in this sitting, oldest first."""
    back: int = 0
    """How many questions the person has gone back."""


def targets(catalogue: Catalogue, roles: Sequence[Role], mode: Mode) -> list[Target]:
    """What the roles ask, in the order of asking: heaviest first, then group by group, then catalogue order.

    The lightest importance is asked about in full mode only.
    """
    groups = {group.id: index for index, group in enumerate(catalogue.groups)}
    lightest = min(catalogue.importances.values()) if len(catalogue.importances) > 1 else 0
    found = []
    for skill in catalogue.skills:
        asked = [
            (role, need)
            for role in roles
            if (need := role.requirement(skill.id)) is not None
            and need.level > 0
            and (mode == "full" or catalogue.importances[need.importance] > lightest)
        ]
        if asked:
            found.append(
                Target(
                    skill=skill,
                    levels=tuple(sorted({need.level for _, need in asked}, reverse=True)),
                    weight=max(catalogue.importances[need.importance] for _, need in asked),
                    family=frozenset(role.family for role, _ in asked),
                )
            )
    found.sort(key=lambda it: (-it.weight, groups.get(it.skill.group, 0), catalogue.skill_order[it.skill.id]))
    return found


def next_question(catalogue: Catalogue, interview: Interview) -> Question | None:
    """The question to ask now, or none when nothing that is asked could change anything.

    A person who went back sees the earlier question again, with the answer given then.
    """
    profile, mode = interview.profile, interview.mode
    excluded = frozenset(profile.not_applicable or ())
    wanted = [it for it in targets(catalogue, interview.roles, mode) if it.skill.id not in excluded]
    answers = profile.known_answers()
    if interview.back:
        key = interview.asked[-interview.back]
        skill, level, statement = catalogue.statement_by_id[key]
        least, most = _left(wanted, answers, interview, catalogue.top)
        current = WORDS[answers[key]] if key in answers else None
        return _ask(catalogue, skill, level, statement, current, (least + 1, most + 1))
    for target in wanted:
        found = _next_statement(target, answers, interview, catalogue.top)
        if found:
            left = _left(wanted, answers, interview, catalogue.top)
            question = _ask(catalogue, target.skill, *found, None, left)
            return replace(question, mentions=_first_mentions(target.skill, interview))
    settled = frozenset(profile.settled or ())
    for target in wanted:
        if target.skill.id not in settled and (doubt := _contradiction(catalogue, target.skill, answers)):
            return doubt
    return None


def _first_mentions(skill: Skill, interview: Interview) -> tuple[Mention, ...]:
    """The lines that name a skill about which nothing was asked or answered yet."""
    answers = interview.profile.known_answers()
    begun = any(it.id in answers or it.id in interview.asked for entry in skill.levels for it in entry.statements)
    return () if begun else (interview.profile.mentions or {}).get(skill.id, ())


def _ask(
    catalogue: Catalogue, skill: Skill, level: int, statement: Statement, current: Word | None, left: tuple[int, int]
) -> Question:
    return Question(
        kind="statement",
        skill=skill,
        group=_group_name(catalogue, skill),
        level=level,
        statement=statement,
        exemplar=next((it.exemplar for it in skill.levels if it.level == level), None),
        current=current,
        least_left=left[0],
        most_left=left[1],
    )


def _group_name(catalogue: Catalogue, skill: Skill) -> str:
    return next((group.name for group in catalogue.groups if group.id == skill.group), skill.group)


def read_skill(skill: Skill, answers: Mapping[str, Answer], top: int) -> Reading | None:
    """What the answers about one skill say; none when there is no answer."""
    halves = {
        entry.level: [HALVES[answers[it.id]] for it in entry.statements if it.id in answers] for entry in skill.levels
    }
    given = {level: values for level, values in halves.items() if values}
    return read_answers(given, top) if given else None


def _next_statement(
    target: Target, answers: Mapping[str, Answer], interview: Interview, top: int
) -> tuple[int, Statement] | None:
    """Level and statement to ask next about one skill, or none when it is settled."""
    declared = (interview.profile.levels or {}).get(target.skill.id)
    reading = read_skill(target.skill, answers, top)
    if reading is None and declared is not None:
        return None
    if reading is not None and reading.contradiction:
        return None
    for level in _levels_to_ask(target, reading, interview, top, answers):
        for statement in _open_statements(target, level, answers, interview):
            if _could_matter(target, level, answers, statement, interview.mode, top):
                return level, statement
    return None


def _levels_to_ask(
    target: Target, reading: Reading | None, interview: Interview, top: int, answers: Mapping[str, Answer]
) -> Iterable[int]:
    """Levels in the order of asking: the one begun first, then where the mode leads."""
    begun = [
        level
        for level in sorted(target.skill.answerable_levels())
        if not _settled(target.skill, level, answers) and reading is not None and level in reading.outcomes
    ]
    yield from begun
    bracket = reading.bracket if reading else Bracket(low=0, high=top)
    if interview.mode == "quick":
        for level in target.levels:
            if bracket.low < level <= bracket.high and level not in begun:
                yield level
        return
    start = target.levels[0]
    outcomes = reading.outcomes if reading else {}
    if start not in outcomes:
        yield start
    elif bracket.low < bracket.high and bracket.low + 1 not in outcomes:
        yield bracket.low + 1 if bracket.low >= start else bracket.high


def _open_statements(
    target: Target, level: int, answers: Mapping[str, Answer], interview: Interview
) -> list[Statement]:
    return [it for it in _speaking(target, level) if it.id not in answers and it.id not in interview.skipped]


def _speaking(target: Target, level: int) -> list[Statement]:
    """Statements of a level that speak to a target role; those written for its family come first."""
    own = [
        it for it in target.skill.statements_at(level) if not it.families or not target.family.isdisjoint(it.families)
    ]
    return sorted(own, key=lambda it: not it.families)


def _settled(skill: Skill, level: int, answers: Mapping[str, Answer]) -> bool:
    """Whether the answers of a level agree well enough: two that pass or fail it together, or all that there are."""
    statements = skill.statements_at(level)
    given = [HALVES[answers[it.id]] for it in statements if it.id in answers]
    return len(given) >= len(statements) or (len(given) >= AGREEING and outcome(given) != "partial")


def _could_matter(
    target: Target, level: int, answers: Mapping[str, Answer], statement: Statement, mode: Mode, top: int
) -> bool:
    """Whether some answers to the open statements of a level, beginning with this one, could change what is known."""
    still_open = [it for it in _speaking(target, level) if it.id not in answers]
    results = set()
    for value in ("yes", "partly", "no"):
        filled: dict[str, Answer] = {**answers, **dict.fromkeys((it.id for it in still_open), value)}
        results.add(_known(target, filled, mode, top))
        results.add(_known(target, {**answers, statement.id: value}, mode, top))
    return len(results) > 1 or _known(target, answers, mode, top) not in results


def _known(target: Target, answers: Mapping[str, Answer], mode: Mode, top: int) -> tuple[object, ...]:
    reading = read_skill(target.skill, answers, top)
    if reading is None:
        return ("nothing",)
    low, high = reading.bracket.low, reading.bracket.high
    if mode == "full":
        return low, high
    return tuple("met" if low >= level else "gap" if high < level else "unclear" for level in target.levels)


def _left(wanted: Iterable[Target], answers: Mapping[str, Answer], interview: Interview, top: int) -> tuple[int, int]:
    """Fewest and most questions left over all skills."""
    least = most = 0
    for target in wanted:
        found = _next_statement(target, answers, interview, top)
        if found is None:
            continue
        level = found[0]
        given = sum(it.id in answers for it in target.skill.statements_at(level))
        still_open = len(_open_statements(target, level, answers, interview))
        least += max(1, min(AGREEING - given, still_open))
        most += max(1, min(AGREEING - given, still_open))
        reading = read_skill(target.skill, answers, top)
        bracket = reading.bracket if reading else Bracket(low=0, high=top)
        if interview.mode == "full":
            start = target.levels[0]
            below, above = max(start - 1 - bracket.low, 0), max(bracket.high - start, 0)
            least += min(below, above, 1) * AGREEING if level == start else 0
            most += (
                max(below, above) * AGREEING if level == start else max(bracket.high - bracket.low - 1, 0) * AGREEING
            )
        else:
            most += AGREEING * sum(bracket.low < it <= bracket.high and it != level for it in target.levels)
    return least, most


def _contradiction(catalogue: Catalogue, skill: Skill, answers: Mapping[str, Answer]) -> Question | None:
    reading = read_skill(skill, answers, catalogue.top)
    if reading is None or not reading.contradiction:
        return None
    failed = min(level for level, result in reading.outcomes.items() if result == "failed")
    held = [level for level, result in reading.outcomes.items() if result != "failed" and level >= failed]

    def told(levels: Iterable[int]) -> tuple[tuple[str, Word], ...]:
        return tuple(
            (it.text, WORDS[answers[it.id]])
            for level in levels
            for it in skill.statements_at(level)
            if it.id in answers
        )

    return Question(
        kind="contradiction",
        skill=skill,
        group=_group_name(catalogue, skill),
        level=failed,
        lower=told([failed]),
        upper=told(held),
    )


def give_answer(interview: Interview, statement: str, answer: Word) -> Interview:
    """Answer a statement, or answer it anew after going back."""
    answers = {**(interview.profile.answers or {}), statement: answer}
    return replace(
        interview,
        profile=replace(interview.profile, answers=answers),
        asked=_with_asked(interview.asked, statement),
        skipped=interview.skipped - {statement},
        back=0,
    )


def skip(interview: Interview, statement: str) -> Interview:
    """Pass a statement over for this sitting; after going back, keep the answer given before."""
    known = (interview.profile.answers or {}).get(statement) is not None
    return replace(
        interview,
        skipped=interview.skipped if known else interview.skipped | {statement},
        asked=_with_asked(interview.asked, statement),
        back=0,
    )


def _with_asked(asked: tuple[str, ...], statement: str) -> tuple[str, ...]:
    return asked if statement in asked else (*asked, statement)


def does_not_apply(interview: Interview, skill: str, statement: str) -> Interview:
    """Leave a skill out of everything. Its answers stay in the profile, and going back leads to the statement again."""
    left_out = tuple(dict.fromkeys((*(interview.profile.not_applicable or ()), skill)))
    profile = replace(interview.profile, not_applicable=left_out)
    return replace(interview, profile=profile, asked=_with_asked(interview.asked, statement), back=0)


def applies(interview: Interview, skill: str) -> Interview:
    """Take a skill in again; who answers about it means that it applies."""
    left_out = tuple(it for it in interview.profile.not_applicable or () if it != skill)
    return replace(interview, profile=replace(interview.profile, not_applicable=left_out or None))


def go_back(interview: Interview) -> Interview:
    """Show the question before this one; as often as there are questions."""
    return replace(interview, back=min(interview.back + 1, len(interview.asked)))


def go_forward(interview: Interview) -> Interview:
    """After going back, show the next one without changing an answer."""
    return replace(interview, back=max(interview.back - 1, 0))


def wants_evidence(catalogue: Catalogue, interview: Interview, question: Question) -> bool:
    """Whether a yes may be followed by one optional line of evidence: once per skill, from practitioner level up.

    On a scale without a practitioner, from three quarters of the way up.
    """
    named = next((entry.level for entry in catalogue.scale if entry.name == "practitioner"), None)
    lowest = named if named is not None else -(-3 * catalogue.top // 4)
    asked_before = any(
        key != (question.statement.id if question.statement else "")
        and catalogue.statement_by_id[key][0].id == question.skill.id
        and catalogue.statement_by_id[key][1] >= lowest
        for key in interview.asked
    )
    return question.level >= lowest and not asked_before


def add_evidence(interview: Interview, line: Evidence) -> Interview:
    """Note one line that backs an answer up."""
    evidence = (*(interview.profile.evidence or ()), line)
    return replace(interview, profile=replace(interview.profile, evidence=evidence))


def settle(interview: Interview, question: Question, stands: Literal["lower", "upper", "both"]) -> Interview:
    """Decide a contradiction: the answers that do not stand are withdrawn; ``both`` lets them be, for good."""
    profile = interview.profile
    if stands == "both":
        settled = tuple(dict.fromkeys((*(profile.settled or ()), question.skill.id)))
        return replace(interview, profile=replace(profile, settled=settled))
    answers = dict(profile.answers or {})
    reading_levels = {it.id: entry.level for entry in question.skill.levels for it in entry.statements}
    for key in list(answers):
        level = reading_levels.get(key)
        if level is None:
            continue
        if (stands == "upper" and level == question.level) or (stands == "lower" and level > question.level):
            del answers[key]
    return replace(interview, profile=replace(profile, answers=answers))
