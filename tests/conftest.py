"""What every test may use: the shipped catalogue, and pmgap as a real process."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from pmgap.catalogue import Catalogue
from ready_process import HAS_FORK, ReadyProcess

Run = Callable[..., subprocess.CompletedProcess[str]]

settings.register_profile("pmgap", deadline=None, max_examples=60)  # a busy machine is no defect
settings.load_profile("pmgap")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest and have the fewest tests, so that no worker ends with one alone."""
    items.sort(key=lambda it: it.path.name not in ("test_install.py", "test_pages_in_a_browser.py"))


def pytest_collection_finish() -> None:
    """Leave thousands of collected tests, and all that they imported, out of every later look for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue, read from its YAML files."""
    from shipped import SHIPPED

    return SHIPPED


def kept_environment() -> dict[str, str]:
    """What a process needs of the environment of the tests."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "PYTHONPATH")
    return {key: it for key, it in os.environ.items() if key in kept} | {"PYTHONUTF8": "1", "COLUMNS": "80"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment without settings of the person who runs the tests, with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return {**kept_environment(), "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}


@pytest.fixture(scope="session")
def ready_process() -> Iterator[ReadyProcess]:
    """The process that becomes pmgap; one for all tests of a worker."""
    ready = ReadyProcess(kept_environment())
    yield ready
    ready.close()


@pytest.fixture
def fresh_pmgap(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run pmgap as ``pmgap`` does, in an interpreter that starts for it: where the start is what matters."""

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


@pytest.fixture
def pmgap(environment: dict[str, str], tmp_path: Path, fresh_pmgap: Run, request: pytest.FixtureRequest) -> Run:
    """Run pmgap as a process in an empty folder: ``pmgap("roles", "--json", stdin="", env={...})``.

    It is forked from one that has imported everything. Variables that are not pmgap's own may matter to an interpreter
    or a library when it starts: then one starts.
    """

    def run(
        *arguments: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        if not HAS_FORK or not all(name.startswith("PMGAP_") for name in env or ()):
            return fresh_pmgap(*arguments, stdin=stdin, env=env, cwd=cwd)
        ready: ReadyProcess = request.getfixturevalue("ready_process")
        done = ready.run(
            [str(it) for it in arguments],
            stdin.encode() if isinstance(stdin, str) else stdin,
            {**environment, **(env or {})},
            str(cwd or tmp_path),
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
