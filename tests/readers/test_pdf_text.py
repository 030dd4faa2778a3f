"""PDF files become lines; locked, scanned and hostile ones become a message, soon and in little memory."""

import io
import zlib
from pathlib import Path

import pytest
from made_documents import made_pdf, pdf_of
from pypdf import PdfReader, PdfWriter

from pmgap.errors import UserError
from pmgap.readers import pdf_text
from pmgap.readers.pdf_text import read_pdf_text


def written(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "cv.pdf"
    path.write_bytes(data)
    return str(path)


def locked(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_the_lines_of_all_pages_are_read(tmp_path: Path) -> None:
    text = read_pdf_text(written(tmp_path, made_pdf(["Product Manager (Acme)", "2020 - 2022"], ["Page two"])))
    assert text.split("\n") == ["Product Manager (Acme)", "2020 - 2022", "Page two"]


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    assert "Product" in read_pdf_text(written(tmp_path, locked(made_pdf(["Product Manager"]), "")))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (locked(made_pdf(["secret"]), "word"), "locked with a password"),
        (pdf_of([b"q 10 0 0 10 0 0 cm Q"]), "pictures of pages"),
        (pdf_of([]), "pictures of pages"),
        (b"%PDF-1.7\nnothing of the kind", "broken PDF"),
        (b"PK\x03\x04", "not a PDF"),
        (made_pdf(*[["x"]] * 101), "more than 100 pages"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_pdf_text(written(tmp_path, data))


def test_a_stream_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    pack = zlib.compressobj(9)
    packed = b"".join([*(pack.compress(b" " * 1_000_000) for _ in range(2_000)), pack.flush()])
    with pytest.raises(UserError, match=r"unpacks to more|too much memory"):
        read_pdf_text(written(tmp_path, pdf_of([packed], "/Filter /FlateDecode")))


def test_a_page_that_draws_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "MOST_SECONDS", 1)
    packed = zlib.compress(b"BT /F1 9 Tf " + b"(x) Tj T* " * 7_000_000, 9)
    with pytest.raises(UserError, match="takes more than 1 seconds"):
        read_pdf_text(written(tmp_path, pdf_of([packed], "/Filter /FlateDecode")))


def test_a_file_named_like_the_library_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert "Manager" in read_pdf_text(written(tmp_path, made_pdf(["Manager"])))


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "find_spec", lambda name: None)
    with pytest.raises(UserError, match=r"pmgap\[pdf\]"):
        read_pdf_text(written(tmp_path, made_pdf(["x"])))
