"""What comes back from people: read as they mean it, refused with a line where it cannot be."""

from pathlib import Path

import pytest

from pmgap.errors import UserError
from pmgap.readers.returned_view import Returned, read_returned


def read(tmp_path: Path, text: str | bytes, name: str = "back.yaml") -> Returned:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_returned(str(path))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" yes", True), ("yes", True), (" Yes", True), (" YES ", True), (" y", "yes"), ('"yes"', "yes"),
        (" Partly", "partly"), ("p", "partly"), (" no", False), ("  N", "no"), ("", None), ("   ", None),
        ("~", None), ('" "', None), (" yes # in March", True), (" true", True),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_it_is_meant(tmp_path: Path, typed: str, meant: object) -> None:
    text = f"pmgap_invitation: 1\nby:Ben\nanswers:\n  road-mapping.3a:{typed}\n"
    returned = read(tmp_path, text)
    assert returned.answers == {"road-mapping.3a": meant}
    assert returned.by == "Ben"


def test_windows_editors_are_welcome(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbfpmgap_invitation: 1\r\nby: Zo\xc3\xab\r\n\r\nanswers:\r\n\r\n  # text: with colon\r\n  a.1a:yes\r\n"
    assert read(tmp_path, text) == Returned(pmgap_invitation=1, by="Zo\u00eb", answers={"a.1a": True})


def test_json_is_welcome(tmp_path: Path) -> None:
    returned = read(tmp_path, '{"pmgap_invitation": 1, "by": "Ben", "answers": {"a.1a": "Partly"}}', "back.json")
    assert returned.answers == {"a.1a": "partly"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "it is empty"),
        ("- 1\n", "not a returned invitation"),
        ("just words\n", "not a returned invitation"),
        ("pmgap: 1\nanswers: {}\n", "it is a profile, not a returned invitation"),
        ("pmgap_invitation: 2\n", "reads format 1"),
        ("pmgap_invitation: 1\nby: [Ben]\n", "back.yaml:2"),
        ("pmgap_invitation: 1\nnotes: hi\n", 'unknown key "notes"'),
        ("pmgap_invitation: 1\nanswers: yes\n", "keys and values are expected"),
        ("pmgap_invitation: 1\nanswers:\n  a.1a: maybe\n  a.1b: 3\n", "back.yaml:4 (answers.a.1b): 3 is no answer"),
        ("pmgap_invitation: 1\nanswers:\n  a.1a: [yes]\n", "is no answer"),
        ("pmgap_invitation: 1\nanswers:\n  a.1a: yes\n  a.1a: no\n", "given twice"),
        ("pmgap_invitation: 1\nby: \x1b[31m\n", "control characters"),
        (b"\xff\xfep\0", "not UTF-8"),
        (b"PK\0\0", "binary"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_and_where(tmp_path: Path, text: str | bytes, what: str) -> None:
    with pytest.raises(UserError) as caught:
        read(tmp_path, text)
    assert what in str(caught.value)
    assert "back.yaml" in str(caught.value)


def test_every_wrong_answer_is_told_at_once(tmp_path: Path) -> None:
    lines = "".join(f"  a.{number}a: maybe\n" for number in range(80))
    with pytest.raises(UserError) as caught:
        read(tmp_path, f"pmgap_invitation: 1\nanswers:\n{lines}")
    assert len(caught.value.problems) == 50
    assert [it.where.line for it in caught.value.problems if it.where][:3] == [3, 4, 5]


def test_a_name_of_blanks_is_no_name(tmp_path: Path) -> None:
    assert read(tmp_path, 'pmgap_invitation: 1\nby: "  "\n').by is None


def test_a_large_file_of_blank_lines_takes_no_time(tmp_path: Path) -> None:
    """The search for a missing space is linear; a square of a million lines would not end."""
    assert read(tmp_path, "pmgap_invitation: 1\n" + "\n" * 1_000_000 + " " * 1_000_000).by is None
