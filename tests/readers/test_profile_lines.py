"""A line is accepted exactly when a file of its own would be, and means the same, to figures as well."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmgap.crowd import Crowd
from pmgap.errors import UserError
from pmgap.many import Panel
from pmgap.profile import Profile
from pmgap.readers import profile_lines
from pmgap.readers.documents import parse
from pmgap.readers.files import decode
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.readers.profile_lines import LineReader
from pmgap.readers.said_lines import SaidReader
from pmgap.writers.json_report import plain
from test_team import HOUSE, KEEPER

READER = LineReader("people.jsonl", 4)
PANEL = Panel(HOUSE, [KEEPER])
SAID_READER = SaidReader("people.jsonl", 4, PANEL)


def like_a_file(line: bytes) -> Any:
    """What the reader of profile files makes of a line; the rules that it breaks where it does."""
    try:
        document = parse(decode(line, "one.json"), "one.json")
        profile = profile_from(document)
        check_levels(profile, 4, "one.json", document)
    except UserError as error:
        return [(it.rule, it.what) for it in error.problems]
    return plain(profile)


def in_bulk(line: bytes) -> Any:
    try:
        found = plain(READER.read(line, 7))
    except UserError as error:
        return [(it.rule, it.what) for it in error.problems if str(it.where).startswith("people.jsonl:7")]
    return found


def in_figures(read: Callable[[Crowd], object]) -> Any:
    """What figures are made from, and the figures; the rules that are broken where they are."""
    crowd = Crowd()
    try:
        read(crowd)
    except UserError as error:
        return [(it.rule, it.what) for it in error.problems]
    (figures,) = PANEL.judge(crowd)
    return crowd.answers, crowd.held, figures.summary(0, crowd.lines[0], crowd.names[0], KEEPER)


def check(line: bytes) -> None:
    """Every way to read a line comes to the same."""
    assert in_bulk(line) == like_a_file(line)
    slowly = in_figures(lambda crowd: PANEL.hear(READER.read_like_a_file(line, 7), 7, crowd))
    assert in_figures(lambda crowd: SAID_READER.read(crowd, line, 7)) == slowly


HOSTILE = [
    b"", b"null", b"[]", b"3", b'"x"', b"{}", b"{} {}", b"{", b"nope", b"pmgap: 1", b"{pmgap: 1}", b'{"pmgap": 2}',
    b'{"pmgap": 0}', b'{"pmgap": true}', b'{"pmgap": null}', b'{"pmgap": 1.0}', b'{"pmgap": "1"}', b'{"pmgap": 1, "pmgap": 1}',
    b'{"name": "a", "name": "a"}', b'{"name": null}', b'{"name": null, "name": "a"}', b'{"name": "a:b"}', b'{"name": ":null"}',
    b'{"name": "\\":", "answers": {"a": "yes", "a": "yes"}}', b'{"answers": {"a": "yes", "\\u0061": "no"}}',
    b'{"answers": {"a" : "yes", "a"\t: "no"}}', b'{"answers": {"pmgap": "yes", "x": "no", "x": "no"}}',
    b'{"name": "\\ud800"}', b'{"name": "\\ud83d\\ude00"}', b'{"name": "\\udc00x"}', b'{"name": "\xff"}', b'{"name": "\xed\xa0\x80"}',
    b'{"name": "a\x01b"}', b'{"name": "a\\u0000b"}', b'{"na\x00me": "a"}', b'\xef\xbb\xbf{"name": "a"}', b'{"name": "a"}\r',
    b'{"answers": {"a": 1}}', b'{"answers": {"a": true, "b": null}}', b'{"answers": {"a": "maybe"}}', b'{"answers": []}',
    b'{"levels": {"a": 5}}', b'{"levels": {"a": -1}}', b'{"levels": {"a": 1.0}}', b'{"levels": {"a": NaN}}', b'{"levels": {"a": 1e2}}',
    b'{"background": {"experience": [{"years": NaN, "kind": "product"}]}}',
    b'{"background": {"experience": [{"years": 1e999, "kind": "product"}]}}',
    b'{"background": {"experience": [{"years": 3, "kind": "product", "years_max": 2}]}}',
    b'{"background": {"experience": [{"years": 3, "kind": "product", "years": 4}]}}',
    b'{"background": {"education": [{"level": "master", "field": null}, {"level": "none"}], "certifications": []}}',
    b'{"evidence": [{"skill": "a", "statements": [], "what": "", "when": 2026}]}',
    b'{"evidence": [{"when": 2026, "when": 2026}]}', b'{"evidence": [{"link": "https://example.org/a:b"}]}',
    b'{"evidence": [{"when": ' + b"1" * 5000 + b"}]}", b'{"mentions": {"a": [{"source": "cv", "line": "x: y"}]}}',
    b'{"mentions": {"a": [], "a": []}}', b'{"views": [{"by": "Ben", "answers": {"a": "no", "a": "no"}}]}',
    b'{"views": [{"by": "Ben", "answers": null}]}', b'{"views": [{"by": "Ben", "answers": {}}]}', b'{"unknown": 1}',
    b'{"name": ' + b"[" * 100000, b'{"name": ' + b"[" * 40 + b"]" * 40 + b"}", b'{"extends": "builtin"}', b'{"pmgap_invitation": 1}',
]  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE, ids=lambda it: repr(it[:60]))
def test_hostile_lines(line: bytes) -> None:
    check(line)


TRICKS = [
    b'{"answers": [0]}', b'{"answers": 0}', b'{"answers": {}}', b'{"answers": { }}', b'{"answers": {,}}', b'{"answers": {}',
    b'{"answers": {"counting.1a": "yes",}}', b'{"answers": {"counting.1a": "yes" "counting.1b": "yes"}}', b'{} "answers": {',
    b'{"answers": {"counting.1a": "yes", "counting.1a": "yes"}}', b'{"answers": {"counting.1a": "yes", "counting.1a": "no"}}',
    b'{"answers": {"counting.1a": "no", "counting.1a": "no", "counting.1b": "no"}}', b'{"answers": {"counting.1a": 1}}',
    b'{"answers": {"counting.1a": true, "counting.1b":null, "counting.2a" : false}}', b'{"answers": {"counting.1a": {}}}',
    b'{"answers": {"counting.1a": "yes", "counting.1b": "partly"}, "answers": {"counting.1a": "yes"}}',
    b'{"answers": null, "answers": {"counting.1a": "yes"}}', b'{"answers": [0], "answers": {"counting.1a": "yes"}}',
    b'{"answers": {"counting.1a": "yes"}, "\\u0061nswers": {"counting.1a": "no"}}', b'{"answers": {"a}b": "yes", "c": "no"}}',
    b'{"\\u0061nswers": [0], "views": [{"by": "Ben", "answers": {"counting.1a": "yes"}}]}', b'{"answers": {"a,b": "yes"}}',
    b'{"answers": [0], "views": [{"by": "Ben", "answers": {"counting.1a": "yes"}}]}', b'x"answers": {"counting.1a": "yes"}}',
    b'{"views": [{"by": "Ben", "answers": {"counting.1a": "yes"}}], "answers": {"counting.1a": "no"}}',
    b'{"answers": [0], "levels": {"answers": {"counting.1a": "yes"}}}', b'{"answers": {"answers": {"counting.1a": "yes"}}}',
    b'{"answers": [0], "levels": {"\\"answers": {"counting.1a": "yes"}}}', b'{"name": "answers": {"counting.1a": "yes"}}',
    b'{"answers": [0], "mentions": {"x": [], "answers": {"counting.1a": "yes"}}}',
    b'{"name": " \\"answers\\": {", "answers": {"counting.1a": "yes"}}', b'{"name": "x, "answers": {"counting.1a": "yes"}}',
    b'{"levels": {"counting": 9}, "answers": {"counting.1a": "yes"}}', b'{"nil": 1, "answers": {"counting.1a": "yes"}}',
    b'{"answers": {"counting.1a": "yes", "other": "no"}}', b'{"answers": {"counting.1a": "yes", "other": "no", "other": "no"}}',
    b'{"answers": {"counting.1a": "yes"' + b" " * 300 + b"}}", b'{"pmgap": 2, "answers": {"counting.1a": "yes"}}',
    b'{"answers": {"counting.1a": "\xff"}}', b'{"answers": {"counting.1a": "yes"}, "name": "\\ud800"}',
    b'{"answers": {' + b", ".join([b'"counting.1a": "yes"'] * 40) + b"}}",
]  # fmt: skip


@pytest.mark.parametrize("line", TRICKS, ids=lambda it: repr(it[:60]))
def test_answers_that_are_cut_out_are_those_of_the_person(line: bytes) -> None:
    check(line)
    check(line.replace(b", ", b",").replace(b": ", b":"))


keys = st.sampled_from(
    ["counting.1a", "counting.1b", "serving.2a", "answers", "a", "a", "b", "pmgap", 'x"pmgap', "\u00e9", "a:b", "\\"]
)
texts = st.sampled_from(["", "yes", ":", '":', '": ', "null", ":null", "\\", "\u00e9:", "pmgap", 'a"pmgap":'])
values = st.sampled_from(["yes", "no", "partly", True, False, None, "yes", "no"])


def pairs(key: st.SearchStrategy[str], value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The text of a JSON object, in which keys may be given twice."""
    gap = st.sampled_from([":", ": ", " : ", "\t:"])
    entry = st.tuples(key.map(json.dumps), gap, value).map("".join)
    return st.lists(entry, max_size=4).map(lambda it: "{" + ", ".join(it) + "}")


dumped = values.map(json.dumps)
evidence = pairs(st.sampled_from(["skill", "what", "link", "when"]), texts.map(json.dumps) | st.just("null"))
lines = pairs(
    st.sampled_from(["pmgap", "name", "answers", "levels", "evidence", "mentions", "views", "background"]),
    st.just("1")
    | st.just("null")
    | texts.map(json.dumps)
    | pairs(keys, dumped)
    | pairs(keys, st.sampled_from(["0", "3", "9"]))
    | st.lists(evidence, max_size=2).map(lambda it: f"[{', '.join(it)}]")
    | pairs(st.just("certifications"), st.lists(texts).map(json.dumps)),
)
fitting = st.tuples(
    st.sampled_from(["", '"pmgap": 1, ']),
    texts.map(json.dumps),
    pairs(keys, dumped),
    st.lists(evidence, max_size=2).map(", ".join),
    pairs(keys, st.just("[]")),
).map(lambda it: f'{{{it[0]}"name": {it[1]}, "answers": {it[2]}, "evidence": [{it[3]}], "mentions": {it[4]}}}')


@settings(max_examples=150, deadline=None)
@given(lines | fitting)
@example('{"answers": {"pmgap": "yes", "a": "no", "a": "no"}}')
def test_any_line(line: str) -> None:
    check(line.encode())


@settings(max_examples=80, deadline=None)
@given(fitting, st.integers(0, 200), st.binary(max_size=2))
def test_any_line_with_a_few_bytes_changed(line: str, at: int, bytes_: bytes) -> None:
    broken = line.encode()[:at] + bytes_ + line.encode()[at + len(bytes_) :]
    check(broken)


def cut(data: bytes, at_once: int = 5) -> list[tuple[int, bytes]]:
    class Slow(io.BytesIO):
        def read1(self, _size: int = -1) -> bytes:
            return self.read(at_once)

    return [
        (number, line.removesuffix(b"\n"))
        for lines in profile_lines._cut(Slow(data), "f")
        for number, line in profile_lines.numbered(lines)
    ]


@given(st.lists(st.binary(max_size=12).filter(lambda it: b"\n" not in it), max_size=6), st.integers(2, 9))
def test_lines_are_numbered_however_they_arrive(lines: list[bytes], at_once: int) -> None:
    data = b"x" + b"\n".join(lines)
    assert [it for it in cut(data, at_once) if it[1]] == [it for it in enumerate(data.split(b"\n"), 1) if it[1]]


def test_of_a_line_that_is_too_long_only_the_beginning_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile_lines, "MOST_BYTES", 10)
    found = [it for it in cut(b"{}\n" + b"x" * 95 + b"\n{}\n" + b"y" * 30) if it[1]]
    assert found == [(1, b"{}"), (2, b"x" * 11), (3, b"{}"), (4, b"y" * 11)]
    with pytest.raises(UserError, match="longer than"):
        READER.read(b"x" * 11, 2)


def test_a_byte_order_mark_is_dropped_and_another_encoding_refused() -> None:
    assert cut(b"\xef\xbb\xbf{}\r\n", 64) == [(1, b"{}\r")]
    assert cut(b"\xef\xbb\xbf{}", 3) == [(1, b"{}")]
    with pytest.raises(UserError, match="not UTF-8"):
        cut("{}".encode("utf-16"))


USUAL = (
    b'{"pmgap": 1, "name": "A: B", "background": {"education": [{"level": "master"}], "experience": [{"years": 2,'
    b' "kind": "product"}]}, "answers": {"counting.1a": "yes", "serving.2a": true}, "evidence": [{"skill": "a",'
    b' "link": "https://x.org", "when": null}], "mentions": {"a": [{"source": "cv", "line": "x"}]}, "imported": [{"item":'
    b' "product", "lines": []}], "views": [{"by": "B", "answers": {"a": "no"}}]}'
)


def slow(*_: object) -> Profile:
    raise AssertionError


@pytest.mark.parametrize(
    "line", [USUAL, USUAL.replace(b", ", b",").replace(b": ", b":"), b'{"answers":{"counting.1a":"no"}}']
)
def test_a_usual_line_takes_the_short_way(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    monkeypatch.setattr(LineReader, "read_like_a_file", slow)
    assert READER.read(line, 1).answers
    monkeypatch.setattr(SaidReader, "_as_a_whole", slow)
    SAID_READER.read(Crowd(), line, 1)


@pytest.mark.parametrize(
    "line", [b'{"name": "A"}', b'{"answers": {"other": "no", "counting.1a": null}}', b'{"answers": { }}']
)
def test_a_line_that_cannot_be_cut_is_not_read_like_a_file(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    monkeypatch.setattr(LineReader, "read_like_a_file", slow)
    SAID_READER.read(Crowd(), line, 1)
