"""Profiles from files: what is read, and every way in which a file is not a profile."""

import json
from pathlib import Path

import pytest

from pmgap.errors import Place, Problem, UserError
from pmgap.profile import Background, Education, Evidence, Experience, Mention, Profile
from pmgap.readers.documents import parse
from pmgap.readers.profile_file import check_levels, profile_from, read_answers_file, read_profile
from pmgap.readers.validation import MOST_FINDINGS, MOST_PROBLEMS

FULL = """\
pmgap: 1
name: Zoë
targets: [product-manager]
background:
  education: [{level: bachelor, field: computer science}]
  experience: [{years: 3, kind: product}, {years: 4.5, years_max: 6, kind: industry, domain: health care}]
  certifications: [CSPO]
answers: {road-mapping.3a: yes, road-mapping.3b: partly, road-mapping.3c: No, pricing.1a: }
levels: {microsoft-excel: 3}
evidence:
  - {skill: road-mapping, statements: [road-mapping.3a], what: Q3 reset, link: "https://example.org", when: 2026-03}
  - {what: a talk, when: 2025}
mentions: {storytelling: [{source: cv.json, line: Wrote the product narrative}]}
not_applicable: [pricing]
done: [road-mapping-1-2]
settled: [road-mapping]
"""


def problems(text: str, file: str = "me.yaml") -> tuple[Problem, ...]:
    """What reading a profile complains about."""
    with pytest.raises(UserError) as caught:
        profile_from(parse(text, file))
    return caught.value.problems


def test_everything_a_profile_may_say() -> None:
    assert profile_from(parse(FULL, "me.yaml")) == Profile(
        pmgap=1,
        name="Zoë",
        targets=("product-manager",),
        background=Background(
            education=(Education(level="bachelor", field="computer science"),),
            experience=(
                Experience(years=3, kind="product"),
                Experience(years=4.5, years_max=6, kind="industry", domain="health care"),
            ),
            certifications=("CSPO",),
        ),
        answers={"road-mapping.3a": True, "road-mapping.3b": "partly", "road-mapping.3c": False, "pricing.1a": None},
        levels={"microsoft-excel": 3},
        evidence=(
            Evidence(
                skill="road-mapping",
                statements=("road-mapping.3a",),
                what="Q3 reset",
                link="https://example.org",
                when="2026-03",
            ),
            Evidence(what="a talk", when=2025),
        ),
        mentions={"storytelling": (Mention(source="cv.json", line="Wrote the product narrative"),)},
        not_applicable=("pricing",),
        done=("road-mapping-1-2",),
        settled=("road-mapping",),
    )


def test_yaml_and_json_are_the_same_profile(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(FULL, encoding="utf-8")
    (tmp_path / "me.json").write_text(json.dumps(parse(FULL, "me.yaml").value), encoding="utf-8")
    assert read_profile(str(tmp_path / "me.json")) == read_profile(str(tmp_path / "me.yaml"))


@pytest.mark.parametrize("text", ["pmgap: 1", "{}", "name:", "answers: {}\nlevels:\nbackground:\n", "background: {}"])
def test_a_profile_may_say_nothing(text: str) -> None:
    assert profile_from(parse(text, "me.yaml")).known_answers() == {}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ('"yes"', "yes"),
        ("no", "no"),
        ("true", "yes"),
        ("FALSE", "no"),
        ("On", "yes"),
        ("partly", "partly"),
    ],
)
def test_every_spelling_of_an_answer(written: str, meant: str) -> None:
    from pmgap.profile import WORDS

    profile = profile_from(parse(f"answers: {{a.1a: {written}}}", "me.yaml"))
    assert {WORDS[answer] for answer in profile.known_answers().values()} == {meant}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_is_told_how_to_start(text: str) -> None:
    assert problems(text) == (Problem("unusable", "it is empty", Place("me.yaml"), "A profile starts with: pmgap: 1"),)


@pytest.mark.parametrize("text", ["- a: 1", "just words", "3", "yes", "[]"])
def test_a_list_or_a_word_is_no_profile(text: str) -> None:
    (found,) = problems(f"\n{text}")
    assert found.what == "it is not a profile: keys and values are expected"
    assert found.where == Place("me.yaml", 2)


@pytest.mark.parametrize(
    "text", ["pmgap_catalogue: 1\nid: mine", "extends: builtin\n", "id: mine\nroles: []\n", "skills: []"]
)
def test_a_catalogue_is_no_profile(text: str) -> None:
    assert problems(text) == (
        Problem("unusable", "it is a catalogue, not a profile", Place("me.yaml", 1), "Use it with --catalogue."),
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2", "2"), ("99", "99"), ("0", "0"), ('"1"', '"1"'), ("[1]", "[1]"), ("", "nothing"), ("1.5", "1.5")],
)
def test_another_format_version_is_told_of_before_anything_else(written: str, shown: str) -> None:
    assert problems(f"name: [wrong]\npmgap: {written}\n") == (
        Problem(
            "unusable",
            f"it is written for profile format {shown}, this pmgap reads format 1",
            Place("me.yaml", 2, "pmgap"),
            "Use a newer pmgap, or set pmgap: 1.",
        ),
    )


def test_a_version_as_long_as_a_book_is_not_printed_in_full() -> None:
    (found,) = problems(f"pmgap: {'9' * 100_000}")
    assert len(found.what) < 200


ANSWER = "Use 'yes', 'partly' or 'no'. Or: use true or false."
TEXT = "Use text; put it in quotes."
WHOLE = "Use a whole number."
NUMBER = "Use a number."
PAIRS = "Use key: value."
DEGREES = "Use 'none', 'certificate', 'bootcamp', 'associate', 'bachelor', 'master' or 'doctorate'."
KINDS = "Use 'product', 'industry' or 'management'."


@pytest.mark.parametrize(
    ("text", "path", "hint"),
    [
        ("pmgap: yes", "pmgap", WHOLE),
        ("pmgap: 1.0", "pmgap", WHOLE),
        ("name: 3", "name", TEXT),
        ("name: yes", "name", TEXT),
        ("name: [Ada]", "name", TEXT),
        ("name: {first: Ada}", "name", TEXT),
        ("targets: product-manager", "targets", "Use [ ]."),
        ("answers: yes", "answers", PAIRS),
        ("answers: [a.1a]", "answers", PAIRS),
        ("answers: {a.1a: 1}", "answers.a.1a", ANSWER),
        ("answers: {a.1a: 0.5}", "answers.a.1a", ANSWER),
        ("answers: {a.1a: maybe}", "answers.a.1a", ANSWER),
        ("answers: {a.1a: Partly}", "answers.a.1a", ANSWER),
        ("answers: {a.1a: [yes]}", "answers.a.1a", ANSWER),
        ("answers: {a.1a: {value: yes}}", "answers.a.1a", ANSWER),
        ("levels: 3", "levels", PAIRS),
        ("levels: {a: yes}", "levels.a", WHOLE),
        ("levels: {a: no}", "levels.a", WHOLE),
        ('levels: {a: "3"}', "levels.a", WHOLE),
        ("levels: {a: 3.0}", "levels.a", WHOLE),
        ("levels: {a: 2.5}", "levels.a", WHOLE),
        ("levels: {a: }", "levels.a", WHOLE),
        ("levels: {a: expert}", "levels.a", WHOLE),
        ("levels: {a: [3]}", "levels.a", WHOLE),
        ("levels: {a: -1}", "levels.a", "Levels start at 0."),
        ("background: 3", "background", PAIRS),
        ("background: []", "background", PAIRS),
        ("background: {education: bachelor}", "background.education", "Use [ ]."),
        ("background: {education: {level: bachelor}}", "background.education", "Use [ ]."),
        ("background: {education: [bachelor]}", "background.education[0]", PAIRS),
        ("background: {education: [{level: phd}]}", "background.education[0].level", DEGREES),
        ("background: {education: [{level: 3}]}", "background.education[0].level", DEGREES),
        ("background: {education: [{field: law}]}", "background.education[0].level", "Add it."),
        ("background: {education: [{level: master, field: [law]}]}", "background.education[0].field", TEXT),
        ("background: {experience: [{kind: product}]}", "background.experience[0].years", "Add it."),
        ("background: {experience: [{years: three, kind: product}]}", "background.experience[0].years", NUMBER),
        ("background: {experience: [{years: yes, kind: product}]}", "background.experience[0].years", NUMBER),
        ("background: {experience: [{years: 1:30, kind: product}]}", "background.experience[0].years", NUMBER),
        ("background: {experience: [{years: .nan, kind: product}]}", "background.experience[0].years", NUMBER),
        ("background: {experience: [{years: 3, kind: sales}]}", "background.experience[0].kind", KINDS),
        ("background: {experience: [3]}", "background.experience[0]", PAIRS),
        ("background: {certifications: CSPO}", "background.certifications", "Use [ ]."),
        ("background: {certifications: [1]}", "background.certifications[0]", TEXT),
        ("evidence: {skill: a}", "evidence", "Use [ ]."),
        ("evidence: [a talk]", "evidence[0]", PAIRS),
        ("evidence: [{skill: 3}]", "evidence[0].skill", TEXT),
        ("evidence: [{statements: a.1a}]", "evidence[0].statements", "Use [ ]."),
        ("evidence: [{when: 20.5}]", "evidence[0].when", f"{TEXT} Or: use a whole number."),
        ("evidence: [{when: {year: 2026}}]", "evidence[0].when", f"{TEXT} Or: use a whole number."),
        ("mentions: [a]", "mentions", PAIRS),
        ("mentions: {a: {source: cv, line: x}}", "mentions.a", "Use [ ]."),
        ("mentions: {a: [{source: cv}]}", "mentions.a[0].line", "Add it."),
        ("not_applicable: pricing", "not_applicable", "Use [ ]."),
        ("not_applicable: [no]", "not_applicable[0]", TEXT),
        ("done: {a: yes}", "done", "Use [ ]."),
        ("settled: [[a]]", "settled[0]", TEXT),
    ],
)
def test_a_value_of_the_wrong_kind_is_one_problem_with_its_place_and_a_hint(text: str, path: str, hint: str) -> None:
    (found,) = problems(f"# me\n\n{text}\n")
    assert (found.where, found.hint) == (Place("me.yaml", 3, path), hint)


@pytest.mark.parametrize(
    ("written", "told"),
    [("-1", "-1"), ("81", "81"), ("5, years_max: 3", "5"), ("5, years_max: 81", "5"), ("1000000000000", "1e+12")],
)
def test_years_that_nobody_has(written: str, told: str) -> None:
    (found,) = problems(
        f"background:\n  experience:\n    - years: 3\n      kind: product\n    - {{years: {written}, kind: industry}}"
    )
    assert found == Problem(
        "years",
        f"{told} years cannot be right",
        Place("me.yaml", 5, "background.experience[1]"),
        "Use 0 to 80, and years_max above years.",
    )


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("anwsers", "answers"),
        ("nam", "name"),
        ("Answers", "answers"),
        ("not-applicable", "not_applicable"),
        ("level", "levels"),
    ],
)
def test_an_unknown_key_is_told_of_with_the_key_that_was_meant(key: str, meant: str) -> None:
    (found,) = problems(f"pmgap: 1\n{key}: x\n")
    assert (found.rule, found.what) == ("unknown-key", f'unknown key "{key}"')
    assert found.where == Place("me.yaml", 2, key)
    assert found.hint.startswith(f"Did you mean {meant}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("background: {eduction: []}", "Did you mean education?"),
        ("background: {education: [{level: none, feild: x}]}", "Did you mean field?"),
        ("background: {experience: [{years: 1, kind: product, yers_max: 2}]}", "Did you mean years_max or years?"),
        ("evidence: [{skil: a}]", "Did you mean skill?"),
        ("mentions: {a: [{source: cv, line: x, lines: y}]}", "Did you mean line?"),
    ],
)
def test_an_unknown_key_further_in_is_compared_with_the_keys_there(text: str, meant: str) -> None:
    (found,) = problems(text)
    assert found.hint == meant


def test_a_key_like_no_other_is_told_the_keys_there_are() -> None:
    (found,) = problems("zzz: 1")
    assert found.hint.startswith("Known here: answers, background, done, evidence, imported, levels, mentions,")


def test_everything_wrong_is_told_at_once_in_the_order_of_the_document() -> None:
    text = """\
        answers:
          a.1a: yes
          a.1b: perhaps
        settled: a
        nmae: Ada
        levels: {a: yes, b: 2}
        background:
          experience:
            - years: many
        evidence: [{skill: a, where: here}]
        """
    found = problems("".join(line[8:] + "\n" for line in text.splitlines()))
    assert [(it.where.line, it.where.path) for it in found if it.where] == [
        (3, "answers.a.1b"),
        (4, "settled"),
        (5, "nmae"),
        (6, "levels.a"),
        (9, "background.experience[0].years"),
        (9, "background.experience[0].kind"),
        (10, "evidence[0].where"),
    ]


def test_several_values_out_of_range_are_told_at_once() -> None:
    found = problems("levels:\n  a: -1\n  b: -2\nbackground:\n  experience:\n  - {years: 99, kind: product}\n")
    assert [it.where.line for it in found if it.where] == [2, 3, 6]


def test_a_json_profile_has_lines_too() -> None:
    found = problems('{"pmgap": 1,\n "answers": {\n  "a.1a": "yes",\n  "a.1b": "perhaps"},\n "nmae": "Ada"}', "me.json")
    assert [it.where for it in found] == [Place("me.json", 4, "answers.a.1b"), Place("me.json", 5, "nmae")]


def test_thousands_of_wrong_values_do_not_fill_the_screen() -> None:
    assert len(problems("answers:\n" + "".join(f"  a{number}: 5\n" for number in range(1000)))) == 50


@pytest.mark.parametrize(("written", "rule"), [("NaN", "number"), ("-Infinity", "number"), ("1e999", "number")])
def test_a_json_number_that_is_none(written: str, rule: str) -> None:
    (found,) = problems(
        f'{{"background": {{"experience": [\n {{"kind": "product", "years": {written}}}]}}}}', "me.json"
    )
    assert (found.rule, found.where) == (rule, Place("me.json", 2, "background.experience[0].years"))


def test_half_of_a_character_in_json() -> None:
    found = problems('{"name":\n "\\ud800",\n "answers": {"\\udfff":\n "yes"}}', "me.json")
    assert [(it.rule, it.where.line if it.where else None) for it in found] == [("text", 2), ("text", 3)]
    assert profile_from(parse('{"name": "\\ud83d\\ude42"}', "me.json")).name == "🙂"


def test_declared_levels_must_be_on_the_scale() -> None:
    document = parse("levels:\n  a: 4\n  b: 5\n  c: 99999999999999999999\n", "me.yaml")
    profile = profile_from(document)
    with pytest.raises(UserError) as caught:
        check_levels(profile, 4, "me.yaml", document)
    assert [(it.what, it.where, it.hint) for it in caught.value.problems] == [
        ("level 5 of b is not on the scale", Place("me.yaml", 3, "levels.b"), "Use 0 to 4."),
        ("level 99999999999999999999 of c is not on the scale", Place("me.yaml", 4, "levels.c"), "Use 0 to 4."),
    ]
    with pytest.raises(UserError, match=r"me\.yaml \(levels\.c\): level 99999999999999999999 of c"):
        check_levels(profile, 5, "me.yaml")
    check_levels(Profile(levels={"a": 4}), 4, "me.yaml")
    check_levels(Profile(), 4, "me.yaml")


@pytest.mark.parametrize(
    "text",
    ["a.1a: yes\na.1b: partly\n", "pmgap: 1\nanswers: {a.1a: yes, a.1b: partly}", '{"a.1a": true, "a.1b": "partly"}'],
)
def test_answers_come_alone_or_in_a_profile(text: str, tmp_path: Path) -> None:
    (tmp_path / "answers").write_text(text, encoding="utf-8")
    assert read_answers_file(str(tmp_path / "answers")) == {"a.1a": True, "a.1b": "partly"}


def test_a_wrong_answer_that_comes_alone_is_told_of_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("a.1a: yes\na.1b: perhaps\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_answers_file(str(path))
    assert [it.where for it in caught.value.problems] == [Place(str(path), 2, "answers.a.1b")]


def test_what_was_meant_is_not_looked_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    monkeypatch.setattr("pmgap.readers.validation.did_you_mean", lambda word, _known: looked_for.append(word) or "")
    with pytest.raises(UserError):
        profile_from(parse(json.dumps({f"key{number}": 1 for number in range(3000)}), "me.json"))
    assert MOST_PROBLEMS <= len(looked_for) <= MOST_FINDINGS
