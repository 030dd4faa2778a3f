"""YAML and JSON text to plain values: what people mean, the line of every value, and nothing that could hurt."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmgap.errors import Place, Problem, UserError
from pmgap.readers.documents import DEEPEST, MOST_TWICE, MOST_VALUES, Document, dotted, parse
from pmgap.readers.files import decode


def problems(text: str, file: str = "me.yaml") -> tuple[Problem, ...]:
    """What parsing a text complains about."""
    with pytest.raises(UserError) as caught:
        parse(text, file)
    return caught.value.problems


def problem(text: str, file: str = "me.yaml") -> Problem:
    """The one thing that parsing a text complains about."""
    (found,) = problems(text, file)
    return found


# What a scalar means.


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", True),
        ("No", False),
        ("ON", True),
        ("off", False),
        ("true", True),
        ("y", "y"),
        ("n", "n"),
        ("yEs", "yEs"),
        ('"yes"', "yes"),
        ("'no'", "no"),
        ("~", None),
        ("", None),
        ("null", None),
        ('""', ""),
        ('"~"', "~"),
        ("2026-03", "2026-03"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01 10:00:00", "2026-03-01 10:00:00"),
        ("010", 10),
        ("0o17", "0o17"),
        ("0x1f", "0x1f"),
        ("0b11", "0b11"),
        ("1:30", "1:30"),
        ("190:20:30", "190:20:30"),
        ("1_000", 1000),
        ("_1", "_1"),
        ("-3", -3),
        ("+3", 3),
        ("3.5", 3.5),
        ("3.", 3.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", ".inf"),
        ("-.inf", "-.inf"),
        (".nan", ".nan"),
        ("nan", "nan"),
        ("1e999", "1e999"),
        ("-1e999", "-1e999"),
        ("9" * 40, int("9" * 40)),
        ("9" * 41, "9" * 41),
        ("1.2.3", "1.2.3"),
        ("1-2", "1-2"),
        ("-", [None]),
        ("+", "+"),
        (".", "."),
        ("=", "="),
        ("<<", "<<"),
        ("|\n    two\n    lines\n", "two\nlines\n"),
        ("caffè ☕", "caffè ☕"),
    ],
)
def test_a_yaml_scalar_means_what_people_expect(written: str, meant: object) -> None:
    value = parse(f"key:\n  {written}", "me.yaml").value["key"]
    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("!!python/object/apply:os.system ['exit 1']", ["exit 1"]),
        ("!!python/name:os.system", ""),
        ("!!python/object:os.stat_result {a: 1}", {"a": 1}),
        ("!!binary aGk=", "aGk="),
        ("!!timestamp 2026-03-01", "2026-03-01"),
        ("!!set {a, b}", {"a": None, "b": None}),
        ("!!int 3", "3"),
        ("!!bool yes", "yes"),
        ("!mine 3", "3"),
    ],
)
def test_a_tag_makes_text_and_never_an_object(written: str, meant: object) -> None:
    assert parse(f"key: {written}", "me.yaml").value == {"key": meant}


@pytest.mark.parametrize(
    ("written", "key"),
    [("010: x", "10"), ("1.5: x", "1.5"), ('"yes": x', "yes"), ("2026-03: x", "2026-03"), ("? word\n: x", "word")],
)
def test_a_key_is_text(written: str, key: str) -> None:
    assert parse(written, "me.yaml").value == {key: "x"}


@pytest.mark.parametrize("written", ["yes: x", "no: x", "~: x", "null: x"])
def test_a_key_that_is_no_word_is_told_of(written: str) -> None:
    assert problem(f"a: 1\n{written}") == Problem(
        "unusable", "a key must be a word", Place("me.yaml", 2), "Put it in quotes."
    )


@pytest.mark.parametrize("written", ["[a, b]: x", "{a: b}: x", "? - a\n: x", "? {a: b}\n: x", "{[a]: x}"])
def test_a_key_that_is_a_list_or_mapping_is_told_of(written: str) -> None:
    found = problem(f"\n{written}")
    assert found.what == "a key must be a word, not a list or mapping"
    assert found.where == Place("me.yaml", 2)


def test_a_key_that_is_an_alias_of_a_list_is_told_of() -> None:
    assert problem("a: &list [1]\n*list : x").where == Place("me.yaml", 2)


def test_an_alias_of_a_word_may_be_a_key() -> None:
    assert parse("a: &word b\n*word : x", "me.yaml").value == {"a": "b", "b": "x"}


# Empty texts, marks and line ends.


@pytest.mark.parametrize("text", ["", " ", "\n\n", "# nothing\n", "---\n", "---\n...\n", "~"])
@pytest.mark.parametrize("file", ["me.yaml", "-"])
def test_an_empty_document_is_nothing(text: str, file: str) -> None:
    assert parse(text, file).value is None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    for data in (b"\xef\xbb\xbfpmgap: 1\n", b'\xef\xbb\xbf{"pmgap": 1}', b"\xef\xbb\xbf# hello\npmgap: 1\n"):
        assert parse(decode(data, "me.yaml"), "me.yaml").value == {"pmgap": 1}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_the_same_with_every_line_end(end: str) -> None:
    document = parse(end.join(["pmgap: 1", "", "answers:", "  a: yes", "  b: [1,", "    2]", ""]), "me.yaml")
    assert document.value == {"pmgap": 1, "answers": {"a": True, "b": [1, 2]}}
    assert document.place(("answers", "a")) == Place("me.yaml", 4, "answers.a")
    assert document.place(("answers", "b", 1)) == Place("me.yaml", 6, "answers.b[1]")


def test_line_separators_inside_a_line_shift_no_line_number() -> None:
    document = parse('a: one\u2028two\nb: "one\u2029two\x85three"\nc: 3\n', "me.yaml")
    assert document.value == {"a": "one two", "b": "one two three", "c": 3}
    assert document.lines["c",] == 3


def test_a_place_falls_back_to_what_encloses_it() -> None:
    document = parse("a:\n  - b: 1\n", "me.yaml")
    assert document.place(("a", 0, "c", "d")) == Place("me.yaml", 2, "a[0].c.d")
    assert str(document.place(("a", 0, "b"))) == "me.yaml:2 (a[0].b)"
    assert document.place(("z",)) == Place("me.yaml", 1, "z")


def test_a_path_reads_like_code() -> None:
    assert dotted(("roles", 2, "gates", 0, "kind")) == "roles[2].gates[0].kind"
    assert dotted(()) == ""


# Broken YAML: what, and the right line.


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('a: 1\nb: "open\nc: 2\nd: 3\n', 2, id="quote never closed"),
        pytest.param("a: 1\nb: [1, 2\n", 2, id="list never closed"),
        pytest.param("a: 1\nb: {c: 2\n\n\n", 2, id="mapping never closed"),
        pytest.param("a: 1\nb: [1, 2\nc: 3\n", 3, id="list closed too late"),
        pytest.param("a: 1\nb: c: d\n", 2, id="two colons"),
        pytest.param("a: 1\n  b: 2\n", 2, id="indented too far"),
        pytest.param("a:\n    b: 1\n  c: 2\n", 3, id="indented too little"),
        pytest.param("a: 1\nb: @home\n", 2, id="at sign"),
        pytest.param("a: 1\nb: %home\n", 2, id="percent sign"),
        pytest.param('a: 1\nb: "\\q"\n', 2, id="unknown escape"),
        pytest.param('a: 1\nb: "\\ud800"\n', 2, id="half of a character"),
        pytest.param("a: 1\nb: ]\n", 2, id="closed but not opened"),
        pytest.param("%YAML 7.0\n---\na: 1\n", 1, id="unknown version"),
    ],
)
def test_a_syntax_error_names_the_line_where_it_is(text: str, line: int) -> None:
    found = problem(text)
    assert found.what.startswith("it is not valid YAML: ")
    assert found.where == Place("me.yaml", line)
    assert found.hint == "Check the line and the one above: indentation, quotes, colons."


def test_a_tab_is_told_of_as_a_tab() -> None:
    found = problem("a: 1\nb:\n\tc: 2\n")
    assert (found.where, found.hint) == (
        Place("me.yaml", 3),
        "YAML wants spaces, not tabs, at the start of a line.",
    )


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b", "\x0c", "\x7f", "\x80", "\x9b", "\ufffe", "\uffff"])
def test_a_control_character_is_told_of_with_its_line(character: str) -> None:
    found = problem(f"a: é\nb: 日本\nc: x{character}y\nd: 1\n")
    assert found.where == Place("me.yaml", 3)
    assert found.hint == "Remove the control character."
    assert character not in str(found)


def test_many_documents_are_one_too_many() -> None:
    assert problem("a: 1\n---\nb: 2\n---\nc: 3\n") == Problem(
        "unusable", "it holds more than one document", Place("me.yaml", 2), 'Remove the line "---".'
    )
    assert parse("%YAML 1.1\n---\na: 1\n...\n", "me.yaml").value == {"a": 1}


# Keys given twice.


def test_every_key_given_twice_is_told_of_with_both_lines() -> None:
    found = problems("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n")
    assert [(it.rule, it.what, it.where) for it in found] == [
        ("duplicate-key", 'the key "c" is given twice (first on line 3)', Place("me.yaml", 5)),
        ("duplicate-key", 'the key "a" is given twice (first on line 1)', Place("me.yaml", 6)),
    ]
    assert {it.hint for it in found} == {"Keep one of the two."}


def test_a_number_and_its_text_are_the_same_key() -> None:
    assert problem('1: a\n"1": b').what == 'the key "1" is given twice (first on line 1)'


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    assert parse("a: {x: 1}\nb: {x: 2}\nc: [{x: 3}, {x: 4}]", "me.yaml").value["c"] == [{"x": 3}, {"x": 4}]
    text = json.dumps({"a": {"x": 1}, "b": {"x": 2}, "c": [{"x": 3}, {"x": 4}]})
    assert parse(text, "me.json").value["c"] == [{"x": 3}, {"x": 4}]


def test_a_json_key_given_twice_is_told_of_with_both_lines() -> None:
    found = problems('{"a": 1,\n "b": {"c": 1,\n  "\\u0063": {"e": 1}},\n "f": [1, 2, {"a": 1}],\n "a": 4}', "me.json")
    assert [(it.what, it.where) for it in found] == [
        ('the key "c" is given twice (first on line 2)', Place("me.json", 3)),
        ('the key "a" is given twice (first on line 1)', Place("me.json", 5)),
    ]


def test_what_stands_in_a_json_mapping_given_twice_is_not_told_of_as_well() -> None:
    found = problem('{"a": {"x": 1},\n "a": {"x": 2}}', "me.json")
    assert (found.what, found.where) == ('the key "a" is given twice (first on line 1)', Place("me.json", 2))


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_thousands_of_keys_given_twice_take_neither_hours_nor_pages(form: str) -> None:
    entries = ",\n".join(f'"k{number}": 0' for number in [*range(20_000), *range(20_000)])
    assert len(problems(f"{{{entries}}}" if form == "json" else f"a: {{{entries}}}", f"me.{form}")) == MOST_TWICE


# Aliases.


def test_an_alias_means_what_it_names() -> None:
    document = parse("a: &one {b: [1, 2]}\nc: *one\nd:\n  - *one\n", "me.yaml")
    assert document.value == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": [{"b": [1, 2]}]}
    assert document.place(("d", 0, "b", 1)).line == 4


@pytest.mark.parametrize("text", ["a: 1\nb: *none\n", "a: 1\nb: &b [*b]\n", "a: 1\nb: &b {c: {d: *b}}\n"])
def test_an_alias_of_itself_or_of_nothing_is_told_of(text: str) -> None:
    found = problem(text)
    assert found.what.endswith("stands inside or before what it names")
    assert found.where == Place("me.yaml", 2)


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ['a0: &a0 ["lol", "lol", "lol", "lol", "lol", "lol", "lol", "lol", "lol"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found = problem("\n".join(lines))
    assert found.what == f"it holds more than {MOST_VALUES} values, counting aliases"
    assert found.where == Place("me.yaml", 6)  # 9 + 9**2 + ... passes the limit there


def test_a_merge_key_merges_nothing() -> None:
    assert parse("a: &a {x: 1}\nb: {<<: *a}\n", "me.yaml").value["b"] == {"<<": {"x": 1}}


# Too deep, too large.


@pytest.mark.parametrize(
    ("text", "file", "line"),
    [
        pytest.param("a: 1\nb: " + "[" * 100_000, "me.yaml", 2, id="flow lists"),
        pytest.param("a: 1\nb: " + "{a: " * 100_000, "me.yaml", 2, id="flow mappings"),
        pytest.param("\n" + "- " * 100_000, "me.yaml", 2, id="block lists"),
        pytest.param("".join(f"{' ' * n}a:\n" for n in range(200)), "me.yaml", DEEPEST + 1, id="block mappings"),
        pytest.param('{"a":\n' * 100_000, "me.json", DEEPEST + 1, id="JSON mappings"),
        pytest.param("[\n" * 100_000 + "]" * 100_000, "me.json", DEEPEST + 1, id="JSON lists"),
        pytest.param("[\n" * 40 + "]" * 40, "me.json", DEEPEST + 1, id="JSON that Python would take"),
        pytest.param('{"a":\n' * 100_000, "-", DEEPEST + 1, id="JSON on standard input"),
        pytest.param(
            '{"a": ' + "[\n" * 40 + "]" * 40 + ', "a": 1}', "me.json", DEEPEST, id="JSON that a later key hides"
        ),
    ],
)
def test_deep_nesting_is_refused(text: str, file: str, line: int) -> None:
    assert problem(text, file) == Problem(
        "unusable", "it is nested too deeply", Place(file, line), f"Use at most {DEEPEST} levels."
    )


@pytest.mark.parametrize("text", ["[" * DEEPEST + "]" * DEEPEST, "- " * (DEEPEST - 1) + "[]"])
def test_nesting_up_to_the_limit_is_read(text: str) -> None:
    value = parse(text, "me.yaml").value
    for _ in range(DEEPEST - 1):
        (value,) = value
    assert value == []
    nested = json.loads("[" * DEEPEST + "]" * DEEPEST)
    assert parse(json.dumps(nested), "me.json").value == nested


@pytest.mark.parametrize("file", ["me.yaml", "me.json"])
def test_too_many_values_are_refused(file: str) -> None:
    assert problem("[" + "0," * MOST_VALUES + "0]", file).what.startswith(f"it holds more than {MOST_VALUES} values")


def test_a_huge_scalar_is_just_text() -> None:
    huge = "x" * 3_000_000
    assert parse(f"a: {huge}\nb: '{huge}'\n", "me.yaml").value == {"a": huge, "b": huge}
    assert parse(json.dumps({"a": huge}), "me.json").value == {"a": huge}


def test_a_number_with_thousands_of_digits_is_refused_in_json_and_text_in_yaml() -> None:
    digits = "1" * 5000
    found = problem(f'{{"a": 1,\n "b": {digits}}}', "me.json")
    assert (found.what, found.where) == ("it holds a number with too many digits", Place("me.json", 2))
    assert parse(f"a: {digits}", "me.yaml").value == {"a": digits}


# JSON.


def test_json_is_known_by_its_name_or_its_first_brace() -> None:
    text = '\n {"a": [1, 2.5, true, null, "é\\u00e9"]}'
    meant = {"a": [1, 2.5, True, None, "éé"]}
    assert parse(text, "me.json").value == parse(text, "me.yaml").value == parse(text, "-").value == meant
    assert parse("[1, 2]", "me.json").value == [1, 2]


def test_braces_that_are_yaml_are_read_as_yaml() -> None:
    assert parse("{a: yes, b: [1, 2]}", "me.yaml").value == {"a": True, "b": [1, 2]}
    assert problem("{a: yes,\n b: [1, 2}", "me.yaml").where == Place("me.yaml", 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("{", 1), ('{"a": 1,\n b}', 2), ("{'a': 1}", 1), ('{"a":\n\n nope}', 3), ('{"a": 1}\n{}', 2)],
)
def test_broken_json_is_told_of_with_its_line(text: str, line: int) -> None:
    found = problem(text, "me.json")
    assert found.what.startswith("it is not valid JSON: ")
    assert found.where == Place("me.json", line)


def test_json_lines_are_known_too() -> None:
    document = parse('{"a": {"b, \\"]": 1,\n  "c": [1,\n [2, "x\\n}"],\n {}, -1.5e3]},\n "d": ""}', "me.json")
    assert document.value == {"a": {'b, "]': 1, "c": [1, [2, "x\n}"], {}, -1500.0]}, "d": ""}
    assert document.lines == {
        (): 1,
        ("a",): 1,
        ("a", 'b, "]'): 1,
        ("a", "c"): 2,
        ("a", "c", 0): 2,
        ("a", "c", 1): 3,
        ("a", "c", 1, 0): 3,
        ("a", "c", 1, 1): 3,
        ("a", "c", 2): 4,
        ("a", "c", 3): 4,
        ("d",): 5,
    }


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of every value in a value, in document order."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, entry in entries for inner in paths(entry, (*path, key)))]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(VALUES)
def test_json_keeps_every_value_and_every_value_has_a_line_of_its_own(value: object) -> None:
    document = parse(json.dumps(value, indent=1), "me.json")
    assert document.value == value
    assert list(document.lines) == paths(value)
    spread = list(document.lines.values())
    assert spread == sorted(set(spread)), "indented JSON has one value a line"


# Whatever comes.


PIECES = st.sampled_from(
    ["a", "b", ": ", "- ", "\n", "\n  ", " ", "[", "]", "{", "}", ",", '"', "'", "#", "&a ", "*a", "!!int ", "? ",
     "---\n", "...\n", "|\n", ">\n", "yes", "~", "1", "010", "1e9", "\t", "%", "@", "\\", "<<: ", "\x00", "\u2028", "é"]
)  # fmt: skip
"""Pieces of YAML and JSON, so that what is built of them is nearly right."""

FILES = st.sampled_from(["me.yaml", "me.json", "-"])


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text().map(str.encode) | st.lists(PIECES).map(lambda it: "".join(it).encode()), FILES
)
@example(b'{"a": "\\ud800"}', "me.json")
@example(b"\xff\xfea\x00", "me.yaml")
@example(b"&a &b x", "me.yaml")
@example(b"? *a", "me.yaml")
@example(b"[1", "me.json")
def test_any_bytes_are_a_document_or_a_user_error(data: bytes, file: str) -> None:
    document, found = parsed(data, file)
    if document is not None:
        assert all(isinstance(line, int) for line in document.lines.values())
        json.dumps(document.value)
    for entry in found:
        assert entry.what
        assert entry.where is not None
        assert entry.where.file == file
    assert (document is None) == bool(found)


def parsed(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in some bytes, or what is wrong with them."""
    try:
        return parse(decode(data, file), file), ()
    except UserError as error:
        return None, error.problems
