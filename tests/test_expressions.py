"""Expressions that the build stored are those that Python compiles, and whatever is amiss with them is compiled."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from pmgap import expressions
from pmgap.built_expressions import all_expressions
from pmgap.expressions import Rows, compiled, stored, this_python

ROOT = Path(__file__).parent.parent
FEW = [("nice to have", 0), (r"(?P<least>\d+)(?:-(?P<most>\d+))? years", int(re.IGNORECASE)), ("[à-ÿ€]+|[^\\W_]", 0)]


def test_every_expression_is_stored_and_is_what_python_compiles() -> None:
    rows = Rows(expressions.STORED)
    found = all_expressions()
    assert len(found) > 1_000
    for text, flags in found:
        assert rows.row_of(text, flags) is not None, f"{text}: install the package again"
        assert compiled(text, re.RegexFlag(flags)) == re.compile(text, flags)


def test_expressions_of_lists_alone_and_of_cvs_are_among_them() -> None:
    found = all_expressions()
    assert any("brownie points" in text and flags == 0 for text, flags in found)
    assert any("hochschule" in text and flags == re.IGNORECASE for text, flags in found)
    assert any("annum" in text for text, _ in found)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of a few expressions."""
    path = tmp_path / "expressions.bin"
    path.write_bytes(stored(FEW))
    return path


def use(monkeypatch: pytest.MonkeyPatch, path: Path) -> Rows:
    """Have expressions made of the rows of a file."""
    rows = Rows(str(path))
    monkeypatch.setattr(expressions, "_stored_rows", lambda: rows)
    return rows


def held(rows: Rows) -> list[bool]:
    """Which of a few expressions have a row."""
    return [rows.row_of(text, flags) is not None for text, flags in FEW]


def test_an_expression_of_a_row_finds_what_it_should(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert held(use(monkeypatch, file)) == [True] * 3
    monkeypatch.setattr(re, "compile", None)
    found = compiled(*FEW[1]).search("3-5 YEARS")  # type: ignore[arg-type]
    assert found is not None
    assert found.groupdict() == {"least": "3", "most": "5"}
    assert compiled(FEW[2][0]).findall("é_9 €") == ["é", "9", "€"]


def test_flags_tell_expressions_apart(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = use(monkeypatch, file)
    assert rows.row_of(FEW[1][0], 0) is None
    assert compiled(FEW[1][0]).search("3 YEARS") is None
    assert compiled(FEW[1][0], re.IGNORECASE).search("3 YEARS")


def test_what_is_not_stored_is_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert use(monkeypatch, file).row_of("nice to hav", 0) is None
    assert compiled("nice to hav").search("nice to have")
    with pytest.raises(re.error, match="unterminated"):
        compiled("(")


def test_rows_of_another_python_are_not_used(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(file.read_bytes().replace(b"cpython-3", b"cpython-2", 1))
    assert held(use(monkeypatch, file)) == [False] * 3
    assert compiled("nice to have").search("nice to have")


def test_a_missing_file_holds_nothing(tmp_path: Path) -> None:
    assert held(Rows(str(tmp_path / "none.bin"))) == [False] * 3


def test_a_broken_file_never_stops_anything(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        use(monkeypatch, file)
        for text, flags in FEW:
            assert compiled(text, re.RegexFlag(flags)) == re.compile(text, flags)
    for content in (
        this_python() + b"no rows",
        this_python() + b"\\0" * 4,
        whole.replace(b"nice", b"nine"),
        whole + b"\n",
    ):
        file.write_bytes(content)
        assert held(use(monkeypatch, file)) == [False] * 3


def test_where_python_is_another_inside_the_build_stores_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise AttributeError("_code")

    monkeypatch.setattr(expressions, "_row", gone)
    path = tmp_path / "expressions.bin"
    path.write_bytes(stored(FEW))
    assert path.read_bytes().startswith(this_python())
    assert held(Rows(str(path))) == [False] * 3


def test_another_python_than_cpython_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(name="pypy", cache_tag="pypy311"))
    path = tmp_path / "expressions.bin"
    path.write_bytes(stored(FEW))
    assert b"nice" not in path.read_bytes()
    assert held(use(monkeypatch, path)) == [False] * 3
    assert compiled("nice to have").search("nice to have")


def test_an_engine_that_refuses_a_row_gets_the_expression(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, file)
    for error in (RuntimeError, TypeError, ValueError, OverflowError):

        def refuse(*_: object, error: type[Exception] = error) -> None:
            raise error

        monkeypatch.setattr(expressions, "_engine", lambda refuse=refuse: SimpleNamespace(CODESIZE=4, compile=refuse))
        assert compiled("nice to have").search("nice to have")


def test_all_that_reads_a_posting_and_a_cv_is_stored() -> None:
    script = """
import glob, types
from pmgap import expressions

def refuse(text, flags=0):
    raise AssertionError(text)

expressions.re = types.SimpleNamespace(compile=refuse)
import pmgap.resumes.importing
from pmgap import load_catalogue
from pmgap.postings.understanding import understand
catalogue = load_catalogue()
for path in glob.glob("benchmarks/postings/*.txt"):
    with open(path, encoding="utf-8") as file:
        understand(catalogue, file.read().splitlines())
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_the_same_expressions_are_the_same_bytes() -> None:
    assert stored(FEW) == stored([("".join(list(text)), flags) for text, flags in FEW])
