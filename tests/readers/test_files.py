"""Files that nobody vouches for: one clear message for whatever is wrong with them."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from pmgap.errors import Place, Problem, UserError
from pmgap.readers.files import MOST_BYTES, decode, read_bytes, read_text


def problem(path: str | Path) -> Problem:
    """What reading a file complains about."""
    with pytest.raises(UserError) as caught:
        read_text(str(path))
    (found,) = caught.value.problems
    assert found.where is not None
    assert found.where.file == str(path)
    return found


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes("name: Zoë 日本 🙂\r\n\n".encode())
    assert read_text(str(path)) == "name: Zoë 日本 🙂\r\n\n"


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Zo\xc3\xab")
    assert read_text(str(path)) == "name: Zoë"


def test_a_missing_file() -> None:
    assert problem("no/such/file.yaml") == Problem(
        "unusable",
        "there is no such file",
        Place("no/such/file.yaml"),
        "Check the spelling and the folder you are in.",
    )


def test_no_name_at_all() -> None:
    assert problem("").what == "there is no such file"


def test_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path).what == "it is a folder, not a file"


def test_a_file_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").touch()
    assert problem(tmp_path / "me.yaml" / "more.yaml").what == "part of its path is not a folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_someone_else(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.touch(mode=0)
    assert problem(path).what == "it may not be read by you"


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert problem(tmp_path / "me.yaml") == Problem(
        "unusable", "it may not be read by you", Place(str(tmp_path / "me.yaml")), "Check its permissions."
    )


def test_a_failing_disk_is_told_of_in_the_words_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("builtins.open", fail)
    assert problem(tmp_path / "me.yaml").what == "Input/output error"


def test_links_that_go_round(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert problem(tmp_path / "a").what == "its links go round in a circle"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert problem(tmp_path / ("x" * 5000)).what == "its name is too long"


def test_a_name_with_a_null() -> None:
    assert problem("me\0.yaml") == Problem(
        "unusable", "its name holds a null character", Place("me\0.yaml"), "Check the path."
    )


def test_a_hundred_megabytes_are_refused_after_reading_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    assert problem(path).what == "it is larger than 16 MiB"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"x" * MOST_BYTES)
    assert len(read_bytes(str(path))) == MOST_BYTES
    assert len(read_bytes(str(path), MOST_BYTES)) == MOST_BYTES
    with pytest.raises(UserError, match="larger than 0 MiB"):
        read_bytes(str(path), 100)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
def test_a_device_that_never_ends_is_not_read(device: str) -> None:
    assert problem(device).what == "it is a device, not a file"


def test_the_null_device_is_an_empty_file() -> None:
    assert read_bytes(os.devnull) == b""


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"name: Ada\n")
    os.close(writing)
    try:
        assert read_text(f"/dev/fd/{reading}") == "name: Ada\n"
    finally:
        os.close(reading)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("name: Zoë".encode()), encoding="ascii"))
    assert read_text("-") == "name: Zoë", "whatever the locale says, profiles are UTF-8"


def test_standard_input_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 101)))
    with pytest.raises(UserError, match="-: it is larger"):
        read_bytes("-", 100)


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert problem("-").what == "standard input is closed"


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01\0\0\0",
        b"PK\x03\x04\x14\0\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"name: Ada\0",
        b"a\0b\0",
    ],
    ids=["program", "zip", "picture", "null", "UTF-16 without a mark"],
)
def test_a_binary_file(data: bytes) -> None:
    with pytest.raises(UserError, match="it is a binary file, not text"):
        decode(data, "me.yaml")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param("name: Zoë".encode("latin-1"), 1, id="latin-1"),
        pytest.param("pmgap: 1\nlevels: {}\nname: Zoë\n".encode("cp1252"), 3, id="Windows, further down"),
        pytest.param("name: Zoë".encode("utf-16"), 1, id="UTF-16"),
        pytest.param("name: Zoë".encode("utf-32"), 1, id="UTF-32"),
        pytest.param("pmgap: 1\nname: 日本".encode("shift-jis"), 2, id="Shift JIS"),
        pytest.param(b"pmgap: 1\nname: \xed\xa0\x80", 2, id="half of a character"),
        pytest.param("pmgap: 1\nname: Zoë".encode()[:-1], 2, id="cut off in a character"),
    ],
)
def test_another_encoding_is_told_of_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(UserError) as caught:
        decode(data, "me.yaml")
    (found,) = caught.value.problems
    assert found == Problem(
        "unusable", "it is not UTF-8 text", Place("me.yaml", line), "Save it again with the encoding UTF-8."
    )
