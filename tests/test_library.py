"""The library: small, typed, lazy, and its example runs."""

import subprocess
import sys
from pathlib import Path

import pytest

import pmgap

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", pmgap.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(pmgap, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'asses'"):
        pmgap.asses  # noqa: B018


def test_importing_it_imports_nothing_heavy() -> None:
    code = "import sys, pmgap; print([name for name in ('pydantic', 'yaml', 'rich', 'typer') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_example_runs() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "library.py")], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("build first 43% to 86%\n")
