"""Which format a CV is in, and what is said about files that are no CV."""

import io
import json
from pathlib import Path

import pytest

from made_documents import docx, paragraph, pdf
from pmgap.errors import UserError
from pmgap.readers.resume_file import MOST_LINES, read_resume

LINES = [
    "Experience",
    "Product Owner, Tidewater Pay, 06/2019 - present",
    "Education",
    "BSc Economics, University of Leeds, 2015",
]
JSON = json.dumps(
    {"basics": {}, "work": [{"name": "Tidewater Pay", "position": "Product Owner", "startDate": "2019-06"}]}
)
YAML = "cv:\n  sections:\n    a:\n      - {company: Tidewater Pay, position: Product Owner, start_date: 2019-06}\n"

FILES = {
    "cv.md": ("\n".join(f"# {it}" if len(it) < 12 else it for it in LINES).encode(), "Markdown"),
    "cv.txt": ("\n".join(LINES).encode(), "plain text"),
    "noname": ("\n".join(LINES).encode(), "plain text"),
    "old.txt": (("\n".join(LINES) + "\ncafé").encode("cp1252"), "plain text"),
    "cv.html": (f"<html>{''.join(f'<p>{it}</p>' for it in LINES)}".encode(), "HTML"),
    "cv.docx": (docx("".join(map(paragraph, LINES))), "DOCX"),
    "wrong-name.pdf": (docx("".join(map(paragraph, LINES))), "DOCX"),
    "cv.pdf": (pdf([LINES]), "PDF"),
    "cv.json": (JSON.encode(), "JSON Resume"),
    "resume": (JSON.encode(), "JSON Resume"),
    "bom.json": (b"\xef\xbb\xbf" + JSON.encode(), "JSON Resume"),
    "wide.json": (b"\xff\xfe" + JSON.encode("utf-16-le"), "JSON Resume"),
    "resume.yaml": (b"basics: {}\nwork: [{name: Tidewater Pay, position: Product Owner, startDate: 2019-06}]", "JSON Resume"),
    "cv.yaml": (YAML.encode(), "rendercv YAML"),
    "rendercv": (YAML.encode(), "rendercv YAML"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_format_is_found_out(tmp_path: Path, name: str) -> None:
    data, kind = FILES[name]
    if kind == "PDF":
        pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    path = tmp_path / name
    path.write_bytes(data)
    found = read_resume(str(path))
    assert found.kind == kind
    assert [(it.title, it.organisation) for it in found.positions] == [("Product Owner", "Tidewater Pay")]
    assert all(it.source.file == name for it in found.positions)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(YAML.encode())))
    assert read_resume("-").positions[0].source.place == "standard input:4"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("me.yaml", b"pmgap: 1\nanswers: {}\n", "it is a pmgap profile, not a CV"),
        ("a.json", b'{"name": "x"}', "it is neither a JSON Resume nor a CV for rendercv"),
        ("a.json", b"[1, 2]", "it is neither a JSON Resume nor a CV for rendercv"),
        ("a.json", b'{"basics": ', "it is not valid JSON"),
        ("a.yaml", b"cv: [a, b", "it is not valid YAML"),
        ("a.json", b"{" + b'"a":{' * 100 + b"}" * 101, "it is nested too deeply"),
        ("a.txt", b"line\n" * (MOST_LINES + 1), f"it has {MOST_LINES + 2} lines, more than {MOST_LINES}"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\0", "it is a binary file, not a document"),
    ],
)
def test_what_is_no_cv_is_refused_in_one_message(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_resume(str(path))
    (problem,) = caught.value.problems
    assert problem.what.startswith(what)
    assert problem.where is not None
    assert problem.where.file == str(path)
    assert problem.hint
