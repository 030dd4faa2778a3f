"""What every test may use: the shipped catalogue, and pmgap as a real process."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from pmgap.catalogue import Catalogue
from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.front_door import builtin_front_door

Run = Callable[..., subprocess.CompletedProcess[str]]

settings.register_profile("pmgap", deadline=None)  # a busy machine is no defect
settings.load_profile("pmgap")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue, read from its YAML files."""
    return read_catalogue(builtin_front_door())[0]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment without settings of the person who runs the tests, with a home of its own."""
    kept = {
        key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "PYTHONPATH")
    }
    home = tmp_path / "home"
    home.mkdir()
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONUTF8": "1", "COLUMNS": "80"}


@pytest.fixture
def pmgap(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run pmgap as a process in an empty folder: ``pmgap("roles", "--json", stdin="", env={...})``."""

    def run(
        *arguments: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "pmgap", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**environment, **(env or {})},
            cwd=cwd or tmp_path,
            timeout=60,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
