"""Every rule for catalogues: a sound small catalogue, broken in one place, is told of in that place and no other."""

from pathlib import Path

import pytest

from pmgap.errors import Problem, UserError
from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.front_door import builtin_front_door

SMALL = (Path(__file__).parent.parent / "small_catalogue.yaml").read_text(encoding="utf-8")


def problems(text: str, folder: Path) -> list[Problem]:
    """Everything that is wrong with a catalogue; advice where nothing worse is."""
    path = folder / "kitchen.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        return read_catalogue(str(path))[1]
    except UserError as error:
        return list(error.problems)


def changed(old: str, new: str, text: str = SMALL) -> str:
    """The small catalogue with a change in one place."""
    assert text.count(old) == 1, "the change must be at one place"
    return text.replace(old, new)


def added(before: str, entry: str) -> str:
    """The small catalogue with one more line, which is the one to be named."""
    return changed(f"\n{before}", f"\n{entry} #!\n{before}")


def check(text: str, rule: str, what: str, hint: str, folder: Path, *, advice: bool = False) -> None:
    """See that exactly this is told: at the line that ends with ``#!``, or else at the first one that was changed."""
    (found,) = problems(text, folder)
    assert (found.rule, found.what, found.hint, found.advice) == (rule, what, hint, advice)
    lines = list(enumerate(text.splitlines(), 1))
    marked = [number for number, line in lines if line.endswith("#!")]
    first_change = (
        [number for number, line in lines if line != SMALL.splitlines()[number - 1]][:1] if not marked else []
    )
    assert found.where is not None
    assert (found.where.file, found.where.line) == (str(folder / "kitchen.yaml"), *marked, *first_change)


def test_the_sound_small_catalogue_has_no_problem_and_no_advice(tmp_path: Path) -> None:
    assert problems(SMALL, tmp_path) == []


def test_the_shipped_catalogue_has_no_problem_and_no_advice() -> None:
    assert read_catalogue(builtin_front_door())[1] == []


# The scale.


COUNT = ("the scale does not count up from 0", "Number its levels 0, 1, 2, ...")
WEIGHTS = ("importances need weights above 0", "Use {must: 3}.")
SCALE = SMALL[SMALL.index("  - {level: 0, name: none") : SMALL.index("importances:")]
ROLES = SMALL[SMALL.index("roles:") : SMALL.index("actions:")]


@pytest.mark.parametrize(
    ("old", "new", "what", "hint"),
    [
        ("{level: 0, name: none,", "{level: 1, name: none,", *COUNT),
        (SCALE, "  - {level: 0, name: none} #!\n  - {level: 2, name: full}\n", *COUNT),
        (SCALE, "  - {level: 0, name: none}\n", *COUNT),
        (SCALE, "  []\n", *COUNT),
        ("{must: 3, nice: 1}", "{must: 3, nice: 0}", *WEIGHTS),
        ("{must: 3, nice: 1}", "{must: 3, nice: -1}", *WEIGHTS),
        ("{must: 3, nice: 1}", "{}", *WEIGHTS),
        (ROLES, "roles: []\n", "there is no role", "Add one."),
    ],
)
def test_scale(old: str, new: str, what: str, hint: str, tmp_path: Path) -> None:
    check(changed(old, new), "scale", what, hint, tmp_path)


# Ids.


SOURCED = "sources: [book]"
TRY = f"skill: baking, from_level: 0, to_level: 1, kind: practice, title: Try, hours: 2, {SOURCED}"
POUR = (
    f"levels: [{{level: 1, meaning: A, {SOURCED}, statements: [{{id: serving.1b, text: I have poured some wine.}}]}}]"
)


@pytest.mark.parametrize(
    ("before", "entry", "key"),
    [
        ("actions:", f"  - {{id: baker, title: Boss, summary: Bakes., requirements: [], {SOURCED}}}", "baker"),
        ("roles:", f"  - {{id: serving, name: Pour, group: craft, definition: A, {SOURCED}, {POUR}}}", "serving"),
        ("skills:", f"  - {{id: craft, name: Art, {SOURCED}}}", "craft"),
        ("programmes:", f"  - {{id: baking-1-2, {TRY}}}", "baking-1-2"),
        (
            "career_moves:",
            f"  - {{id: school, name: B, kind: practice, provider: B, moves: [], {SOURCED}}}",
            "school",
        ),
        ("citations:", "  - {id: book, kind: b, title: B, publisher: B, where: B, terms: B}", "book"),
        ("  - {id: chapter,", "  - {id: book, source: book, meaning: all of it}", None),
        ("      - level: 2", "          - {id: baking.1a, text: I have burnt toast.}", "baking.1a"),
        ("    gates:", f"      - {{skill: serving, level: 1, importance: must, {SOURCED}}}", "serving"),
        ("  - id: serving", f"      - {{level: 0, meaning: No., {SOURCED}}}", "0"),
    ],
)
def test_duplicate_id(before: str, entry: str, key: str | None, tmp_path: Path) -> None:
    text = added(before, entry)
    if key is None:  # a citation may be called like its source
        assert problems(text, tmp_path) == []
    else:
        check(text, "duplicate-id", f'"{key}" is given twice', "Give each entry an id of its own.", tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "kind", "key", "hint"),
    [
        ("craft\n    definition: M", "crafts\n    definition: M", "skill group", "crafts", "Did you mean craft?"),
        ("baking, level: 2, importance", "bakign, level: 2, importance", "skill", "bakign", "Did you mean baking?"),
        ("importance: nice", "importance: niche", "importance", "niche", "Did you mean nice?"),
        ("reports_to: {role: head-baker", "reports_to: {role: chef", "role", "chef", ""),
        ("practice\n    title", "practise\n    title", "action kind", "practise", "Did you mean practice?"),
        ("cost: free\n    evidence", "cost: fee\n    evidence", "cost band", "fee", "Did you mean free?"),
        ("[baking.2a]", "[baking.2b]", "statement", "baking.2b", "Did you mean baking.2a or baking.1a?"),
        ("[{skill: serving, level: 1}]", "[{skill: wine, level: 1}]", "skill", "wine", ""),
        ("kind: practice\n    provider", "kind: course\n    provider", "action kind", "course", ""),
        ("cost: free\n    sources", "cost: dear\n    sources", "cost band", "dear", ""),
        ("from_role: baker", "from_role: bakers", "role", "bakers", "Did you mean baker or head-baker?"),
        ("to_role: head-baker", "to_role: head", "role", "head", "Did you mean head-baker?"),
        ("role: baker, text", "role: chef, text", "role", "chef", ""),
        ("education: bachelor}\n          -", "education: master}\n          -", "education level", "master", ""),
        ("{education: bachelor}\n    moves", "{education: master}\n    moves", "education level", "master", ""),
        ("source: book, accessed", "source: web, accessed", "source", "web", ""),
        ("source: book, meaning", "source: bok, meaning", "source", "bok", "Did you mean book?"),
        ("- id: serving\n", "- id: serving #!\n    tools_from: [web]\n", "source", "web", ""),
    ],
)
def test_unknown_id(old: str, new: str, kind: str, key: str, hint: str, tmp_path: Path) -> None:
    check(changed(old, new), "unknown-id", f'unknown {kind} "{key}"', hint, tmp_path)


@pytest.mark.parametrize(
    ("before", "entry", "kind", "key", "hint"),
    [
        (
            "      - level: 2",
            "          - {id: baking.1b, text: I have burnt toast., families: [cook]}",
            "role family",
            "cook",
            "",
        ),
        ("programmes:", f"  - {{id: a, {TRY.replace('baking', 'bake')}}}", "skill", "bake", "Did you mean baking?"),
        (
            "      - {skill: serving, from",
            f"      - {{skill: wine, from_level: 0, to_level: 1, {SOURCED}}}",
            "skill",
            "wine",
            "",
        ),
        ("    gates:", "    qualifications: [{text: Oven, sources: [web]}]", "source", "web", ""),
    ],
)
def test_unknown_id_in_one_more_entry(before: str, entry: str, kind: str, key: str, hint: str, tmp_path: Path) -> None:
    check(added(before, entry), "unknown-id", f'unknown {kind} "{key}"', hint, tmp_path)


def test_statement_id(tmp_path: Path) -> None:
    text = changed("{id: serving.1a", "{id: waiting.1a")
    what = 'the id "waiting.1a" does not start with "serving.1"'
    check(text, "statement-id", what, 'Use "serving.1a", "serving.1b", ...', tmp_path)


# Levels.


OFF = "Use 0 to 2."
ABOVE = "Use 1 to 2."


SERVE = "      - {skill: serving, from_level: "
SCHOOL = f"{SERVE}0, to_level: 1,"
NOTHING_TO_ASK = ("level 0 has statements, but nothing can be asked there", "Move them to level 1.")
ASKED_AT_0 = "{level: 0, meaning: No., statements: [{id: serving.0a, text: I have run.}],"


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        (added("  - id: serving", f"      - {{level: 3, meaning: A, {SOURCED}}}"), "level 3 is not on the scale", OFF),
        (
            added("  - id: serving", f"      - {{level: -1, meaning: A, {SOURCED}}}"),
            "level -1 is not on the scale",
            OFF,
        ),
        (changed("{level: 0, meaning: Has not served.,", ASKED_AT_0), *NOTHING_TO_ASK),
        (changed("level: 1, importance: nice", "level: -1, importance: nice"), "level -1 is not on the scale", OFF),
        (changed("[{skill: serving, level: 1}]", "[{skill: serving, level: 3}]"), "level 3 is not on the scale", ABOVE),
        (changed("[{skill: serving, level: 1}]", "[{skill: serving, level: 0}]"), "level 0 is not on the scale", ABOVE),
        (changed(SCHOOL, f"{SERVE}0, to_level: 3,"), "level 3 is not on the scale", ABOVE),
        (changed(SCHOOL, f"{SERVE}-1, to_level: 1,"), "level -1 is not on the scale", OFF),
        (
            added("programmes:", f"  - {{id: a, {TRY.replace('0, to_level: 1', '2, to_level: 3')}}}"),
            "level 3 is not on the scale",
            ABOVE,
        ),
    ],
)
def test_level(text: str, what: str, hint: str, tmp_path: Path) -> None:
    check(text, "level", what, hint, tmp_path)


def test_level_of_an_action_with_both_ends_off_the_scale(tmp_path: Path) -> None:
    text = added("programmes:", f"  - {{id: a, {TRY.replace('0, to_level: 1', '-1, to_level: 0')}}}")
    assert [(it.rule, it.what, it.hint) for it in problems(text, tmp_path)] == [
        ("level", "level -1 is not on the scale", OFF),
        ("level", "level 0 is not on the scale", ABOVE),
    ]


def test_level_of_a_requirement_above_the_scale(tmp_path: Path) -> None:
    text = changed("level: 1, importance: nice", "level: 3, importance: must")
    check(text, "level", "level 3 is not on the scale", OFF, tmp_path)


def test_no_statement(tmp_path: Path) -> None:
    text = changed("level: 1, importance: nice", "level: 2, importance: nice")
    what = "baker asks for serving at level 2, which has no statement to answer"
    check(text, "no-statement", what, 'Add a statement "serving.2a".', tmp_path)


def test_no_statement_for_the_family_of_the_role(tmp_path: Path) -> None:
    text = changed("    summary: Bakes.\n", "    summary: Bakes.\n    family: leader\n")
    text = changed("importance: nice, sources: [book]}", "importance: nice, sources: [book]} #!", text)
    what = "baker asks for serving at level 1, which has no statement to answer"
    check(text, "no-statement", what, 'Add a statement "serving.1a".', tmp_path)


def test_a_requirement_of_level_0_asks_nothing_and_needs_nothing(tmp_path: Path) -> None:
    assert problems(changed("level: 1, importance: nice", "level: 0, importance: must"), tmp_path) == []


WORD_WEIGHTS = """
word_weights:
  alias: 200
  least: 40
  sources: [book]
  topics:
    - {id: oven, name: ovens, skills: [baking], expected: 80, start: -300}
  words:
    dough: oven 120
"""


AS_COMPARED = "Write one word, in small letters, without its ending."
NO_WORDS = (("Dough", "Dough"), ("two words", "two words"), ('"."', "."), ('""', ""), ("building", "building"))


@pytest.mark.parametrize(
    ("old", "new", "rule", "what", "hint"),
    [
        ("[baking]", "[bakign]", "unknown-id", 'unknown skill "bakign"', "Did you mean baking?"),
        ("[baking]", "[]", "unknown-id", "the topic is about no skill", "Name one."),
        ("oven 120", "ovne 120", "unknown-id", 'unknown topic "ovne"', "Did you mean oven?"),
        (
            "oven 120", "oven much", "weights", 'the weights of "dough" cannot be read',
            'Write topics with whole numbers up to 10000: "user-research 143, people -30".',
        ),
        (
            "oven 120", "oven 10001", "weights", 'the weights of "dough" cannot be read',
            'Write topics with whole numbers up to 10000: "user-research 143, people -30".',
        ),
        ("-300", "-10001", "weights", "-10001 is out of bounds", "Use -10000 to 10000."),
        ("80", "-1", "weights", "-1 is out of bounds", "Use 0 to 10000."),
        ("200", "10001", "weights", "10001 is out of bounds", "Use 0 to 10000."),
        ("40", "0", "weights", "0 is out of bounds", "Use 1 to 10000."),
        *(("dough", word, "weights", f'"{plain}" is no word as it is compared', AS_COMPARED) for word, plain in NO_WORDS),
    ],
)  # fmt: skip
def test_word_weights(old: str, new: str, rule: str, what: str, hint: str, tmp_path: Path) -> None:
    assert problems(SMALL + WORD_WEIGHTS, tmp_path) == []
    weights = "\n".join(f"{line} #!" if old in line else line for line in WORD_WEIGHTS.splitlines())
    check(SMALL + weights.replace(old, new), rule, what, hint, tmp_path)


def test_a_topic_twice(tmp_path: Path) -> None:
    twice = WORD_WEIGHTS.replace("  words:", "    - {id: oven, name: heat, skills: [serving], start: 0} #!\n  words:")
    check(SMALL + twice, "duplicate-id", '"oven" is given twice', "Give each entry an id of its own.", tmp_path)


ONE_LEVEL = "An action moves one level; make several, or a programme."
UP = ("it does not lead up", "to_level is above from_level.")


@pytest.mark.parametrize(
    ("before", "entry", "what", "hint"),
    [
        (
            "programmes:",
            f"  - {{id: a, {TRY.replace('to_level: 1', 'to_level: 2')}}}",
            "it goes from level 0 to 2",
            ONE_LEVEL,
        ),
        (
            "programmes:",
            f"  - {{id: a, {TRY.replace('level: 0', 'level: 1')}}}",
            "it goes from level 1 to 1",
            ONE_LEVEL,
        ),
        (SERVE, f"{SERVE}1, to_level: 1, {SOURCED}}}", *UP),
        (SERVE, f"{SERVE}2, to_level: 1, {SOURCED}}}", *UP),
    ],
)
def test_action_step(before: str, entry: str, what: str, hint: str, tmp_path: Path) -> None:
    check(added(before, entry), "action-step", what, hint, tmp_path)


@pytest.mark.parametrize(
    "hours",
    [
        "hours: -1 #!\n",
        "hours: 3 #!\n    hours_range: [4, 8]\n",
        "hours: 9 #!\n    hours_range: [4, 8]\n",
        "hours: 6 #!\n    hours_range: [8, 4]\n",
        "hours: 1 #!\n    hours_range: [-1, 4]\n",
    ],
)
def test_hours(hours: str, tmp_path: Path) -> None:
    text = changed("hours: 6\n    hours_range: [4, 8]\n", hours)
    check(text, "hours", "the hours do not fit their range", "", tmp_path)


# What leads to a level.


NO_SCHOOL = changed("moves:\n      - {skill: serving, from_level: 0, to_level: 1, sources: [book]}", "moves: []")


def test_must_without_action(tmp_path: Path) -> None:
    text = changed("importance: nice, sources: [book]}", "importance: must, sources: [book]} #!", NO_SCHOOL)
    what = "baker asks for serving as a must, and no action leads there"
    check(text, "must-without-action", what, "Add an action for serving from level 0 to 1.", tmp_path)


def test_unreachable_level_of_a_must(tmp_path: Path) -> None:
    text = SMALL.replace("from_level: 1\n    to_level: 2", "from_level: 0\n    to_level: 1")
    text = changed(
        "level: 2, importance: must, sources: [book]}", "level: 2, importance: must, sources: [book]} #!", text
    )
    what = "level 2 of baking cannot be reached: no action starts at level 1"
    check(text, "unreachable-level", what, "Add an action for baking from level 1 to 2.", tmp_path)


def test_unreachable_level_of_anything_less_is_advice(tmp_path: Path) -> None:
    text = changed("importance: nice, sources: [book]}", "importance: nice, sources: [book]} #!", NO_SCHOOL)
    what = "level 1 of serving cannot be reached: no action starts at level 0"
    hint = "Add an action for serving from level 0 to 1."
    check(text, "unreachable-level", what, hint, tmp_path, advice=True)


# Gates.


ONE_CONDITION = (
    "the alternative needs exactly one condition",
    "Give one of education, experience, certifications, equivalent.",
)
GATE = SMALL[SMALL.index("      - kind: education") : SMALL.index("    salary:")]
YEARS = ("the years are missing", "Add min_years.")


@pytest.mark.parametrize(
    ("old", "new", "what", "hint"),
    [
        (
            GATE,
            "      - {kind: education, alternatives: [], sources: [book]}\n",
            "the gate has no alternative",
            "Add one, or remove it.",
        ),
        ("{text: any degree, education: bachelor}", "{text: anything}", *ONE_CONDITION),
        ("{text: any degree, education: bachelor}", "{text: anything, certifications: []}", *ONE_CONDITION),
        ("{text: any degree, education: bachelor}", "{text: A, education: bachelor, equivalent: true}", *ONE_CONDITION),
        (", min_years: 2}", "}", *YEARS),
        ("min_years: 2}", "min_years: -1}", *YEARS),
    ],
)
def test_empty_gate(old: str, new: str, what: str, hint: str, tmp_path: Path) -> None:
    check(changed(old, new), "empty-gate", what, hint, tmp_path)


# Words claimed twice.


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[waiting]", "[Bread Making]", 'the alias "Bread Making" is claimed by baking and by serving'),
        ("[waiting]", "[waiting, BAKING]", 'the alias "BAKING" is claimed by baking and by serving'),
        (
            "title: Head baker\n",
            "title: Head baker\n    aliases: [Bread maker] #!\n",
            'the title "Bread maker" is claimed by baker and by head-baker',
        ),
        (
            "id: head-baker\n    title: Head baker\n",
            "id: head-baker #!\n    title: BAKER\n",
            'the title "BAKER" is claimed by baker and by head-baker',
        ),
    ],
)
def test_alias(old: str, new: str, what: str, tmp_path: Path) -> None:
    check(changed(old, new), "alias", what, "Leave it to one of them.", tmp_path)


def test_an_alias_may_repeat_the_name_of_its_own_skill(tmp_path: Path) -> None:
    assert problems(changed("[waiting]", "[waiting, Waiting, serving]"), tmp_path) == []


# Circles.


def test_cycle_of_a_role_with_itself(tmp_path: Path) -> None:
    text = changed("reports_to: {role: head-baker", "reports_to: {role: baker")
    what = "reports_to goes round in a circle: baker -> baker"
    check(text, "cycle", what, "Remove one of the steps.", tmp_path)


def test_cycle_of_several_roles(tmp_path: Path) -> None:
    text = changed(
        "reports_to: {role: head-baker, sources: [book]}", "reports_to: {role: head-baker, sources: [book]} #!"
    )
    to_baker = "reports_to: {role: baker, sources: [book]}"
    chef = f"  - {{id: chef, title: Chef, summary: A., requirements: [], sources: [book], {to_baker}}}"
    text = changed(
        "    title: Head baker\n", "    title: Head baker\n    reports_to: {role: chef, sources: [book]}\n", text
    )
    text = changed("\nactions:", f"\n{chef}\nactions:", text)
    what = "reports_to goes round in a circle: baker -> head-baker -> chef -> baker"
    check(text, "cycle", what, "Remove one of the steps.", tmp_path)


def test_cycle_of_promotions(tmp_path: Path) -> None:
    back = "  - {from_role: head-baker, to_role: baker, kind: promotion, sources: [book]}"
    text = changed("kind: promotion, sources: [book]}", f"kind: promotion, sources: [book]}} #!\n{back}")
    what = "promotions go round in a circle: baker -> head-baker -> baker"
    check(text, "cycle", what, "Make one of them a move.", tmp_path)


def test_a_move_back_is_no_cycle(tmp_path: Path) -> None:
    back = "  - {from_role: head-baker, to_role: baker, kind: move, sources: [book]}"
    text = changed("kind: promotion, sources: [book]}", f"kind: promotion, sources: [book]}}\n{back}")
    assert problems(text, tmp_path) == []


# Sources.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: craft, name: Craft, sources: [book]}", "{id: craft, name: Craft}"),
        ("importance: nice, sources: [book]}", "importance: nice}"),
        ("    summary: Bakes.\n", "    summary: Bakes.\n    qualifications: [{text: Oven}] #!\n"),
        ("kind: promotion, sources: [book]}", "kind: promotion, sources: []}"),
    ],
)
def test_no_source(old: str, new: str, tmp_path: Path) -> None:
    check(changed(old, new), "no-source", "it names no source", "Add sources: [ID].", tmp_path, advice=True)


def test_unused_source(tmp_path: Path) -> None:
    text = changed(
        "\ncitations:", "\n  - {id: film, kind: f, title: F, publisher: F, where: F, terms: F} #!\ncitations:"
    )
    check(text, "unused-source", 'the source "film" is not used', "Cite it or remove it.", tmp_path, advice=True)


@pytest.mark.parametrize("terms", ['""', '"  "'])
def test_terms(terms: str, tmp_path: Path) -> None:
    text = changed("terms: any use", f"terms: {terms}")
    check(text, "terms", "the source states no terms", "", tmp_path, advice=True)


# Wording: always advice.


LONG = "I have set out to bake a loaf of white bread in an old stone oven that my own aunt had made from clay and sand."


@pytest.mark.parametrize(
    ("rule", "statement", "what", "hint"),
    [
        ("length", LONG, "has 26 words", "Use at most 25."),
        ("first-person", "Baked a loaf from a tin.", 'does not start with "I"', 'Start with "I have ...".'),
        ("past-act", "I can bake a loaf.", "names an ability or a feeling", "Name an act that was done."),
        ("past-act", "I have experience with bread.", "names an ability or a feeling", "Name an act that was done."),
        (
            "one-act",
            "I have baked a loaf and sold a bun.",
            'joins two acts ("and sold a")',
            "Keep one act, or make two statements.",
        ),
        (
            "quality",
            "I have baked a good, solid loaf.",
            "judges quality (good, solid)",
            "Say what was done, not how well.",
        ),
        ("frequency", "I have often baked a loaf.", "names a frequency (often)", "Ask whether it was done at all."),
        (
            "reading-level",
            "I have organised an anniversary.",
            "reads at about grade 12",
            "Use shorter words or fewer of them.",
        ),
    ],
)
def test_wording(rule: str, statement: str, what: str, hint: str, tmp_path: Path) -> None:
    text = changed(
        "{id: baking.1a, text: I have baked a loaf from a recipe.}", f'{{id: baking.1a, text: "{statement}"}}'
    )
    check(text, f"wording-{rule}", f"baking.1a {what}", hint, tmp_path, advice=True)


def test_wording_reading_level_of_a_skill(tmp_path: Path) -> None:
    text = changed("- id: serving\n", "- id: serving #!\n")
    text = changed("I have served guests at one table.", "I have catered at several regional occasions.", text)
    what = "the statements of serving read at about grade 10.7"
    check(text, "wording-reading-level", what, "Aim for grade 9 or easier.", tmp_path, advice=True)


def test_wording_duplicate(tmp_path: Path) -> None:
    text = changed("I have sold my own cake to a shop.", "I have baked a loaf from my own recipe.")
    what = "baking.2a asks nearly the same as baking.1a (75% of the words)"
    check(text, "wording-duplicate", what, "Make them different acts.", tmp_path, advice=True)


def test_another_language_is_not_held_to_the_wording_of_english(tmp_path: Path) -> None:
    text = changed("I have baked a loaf from a recipe.", "J'ai cuit un pain.")
    assert [it.rule for it in problems(text, tmp_path)] == ["wording-first-person"]
    assert problems(changed('version: "1"\n', 'version: "1"\nlanguage: fr\n', text), tmp_path) == []


# All at once.


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = changed("group: craft\n    definition: Serves", "group: crafts\n    definition: Serves")
    text = changed("level: 1, importance: nice", "level: 2, importance: niece", text)
    text = changed("[baking.2a]", "[baking.9z]", text)
    text = changed("from_role: baker", "from_role: bkaer", text)
    found = problems(text, tmp_path)
    assert [it.rule for it in found] == ["unknown-id", "unknown-id", "no-statement", "unknown-id", "unknown-id"]
    lines = [it.where.line or 0 for it in found if it.where]
    assert lines == sorted(lines)
    assert len(set(lines)) == 4


def test_actions_that_need_each_other_in_a_circle(tmp_path: Path) -> None:
    serving = "{id: s, skill: serving, from_level: 0, to_level: 1, kind: practice, title: Serve, hours: 1, "
    text = added("programmes:", f"  - {serving}needs: [{{skill: baking, level: 2}}], sources: [book]}}")
    found = problems(text, tmp_path)
    assert [(it.rule, it.hint) for it in found] == [("needs-cycle", "Remove one of the needs.")]
    assert "baking 2" in found[0].what
    assert "serving 1" in found[0].what
    assert found[0].where is not None
    assert found[0].where.line is not None


def test_an_unknown_topic_is_told_of_once(tmp_path: Path) -> None:
    words = "".join(f"    flour{chr(97 + it)}: ovne 1\n" for it in range(20))
    found = problems(SMALL + WORD_WEIGHTS + words, tmp_path)
    assert [it.what for it in found] == ['unknown topic "ovne"']
