"""A run that is forked from the process that waits says what a run in a fresh interpreter says."""

import os
from pathlib import Path

import pytest

from conftest import Run
from ready_process import HAS_FORK, ReadyProcess

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SMALL = Path(__file__).parent.parent / "small_catalogue.yaml"
ME = EXAMPLES / "career-changer.yaml"
ROLE = ("--role", "product-manager")
BAKER = ("--role", "baker", "--catalogue", SMALL)

pytestmark = pytest.mark.skipif(not HAS_FORK, reason="needs a system that forks processes and hands files on")

RUNS = {
    "version": (0, "--version"),
    "help": (0, "--help"),
    "no command": (2,),
    "a misspelt command": (2, "asess"),
    "a missing argument": (2, "check"),
    "a missing file": (2, "assess", "no-such.yaml", *BAKER),
    "a check that does not hold": (1, "assess", "-", *BAKER, "--fail-on", "must"),
    "standard input": (0, "check", "-", "--catalogue", SMALL),
    "assess, JSON": (0, "assess", ME, *ROLE, "--json"),
    "assess, page": (0, "assess", ME, *ROLE, "--format", "html"),
    "assess, many": (0, "assess", "--profiles", "-", *ROLE),
    "match": (0, "match", ME),
    "compare": (0, "compare", EXAMPLES / "before.yaml", EXAMPLES / "after.yaml"),
    "plan": (0, "plan", ME, *ROLE),
    "log": (2, "log", "no-such-action", ME),
    "path": (0, "path", "product-owner", "product-manager"),
    "import": (0, "import", EXAMPLES / "cv.md", "--as-of", "2026-03", "--dry-run"),
    "posting": (0, "posting", "-"),
    "team": (0, "team", EXAMPLES / "team", *ROLE),
    "invite": (0, "invite", ME, *ROLE),
    "merge": (2, "merge", "-", "-"),
    "roles": (0, "roles"),
    "skills": (0, "skills", "pricing"),
    "check": (0, "check", SMALL),
    "schema": (0, "schema", "profile"),
}
"""Exit codes and arguments: every command, and the ways to fail."""


@pytest.mark.parametrize(("code", "arguments"), [(code, rest) for code, *rest in RUNS.values()], ids=RUNS)
def test_a_forked_run_and_a_fresh_one_agree(
    code: int, arguments: list[str | Path], pmgap: Run, fresh_pmgap: Run
) -> None:
    stdin = '{"pmgap": 1, "name": "Zoë"}\n'
    forked, fresh = pmgap(*arguments, stdin=stdin), fresh_pmgap(*arguments, stdin=stdin)
    assert (forked.returncode, forked.stdout, forked.stderr) == (fresh.returncode, fresh.stdout, fresh.stderr)
    assert fresh.returncode == code
    assert fresh.stdout + fresh.stderr


def test_no_run_sees_another(pmgap: Run, tmp_path: Path) -> None:
    first = pmgap("roles", "--json", env={"PMGAP_CATALOGUE": str(SMALL)})
    assert '"baker"' in first.stdout
    assert pmgap("--version", cwd=EXAMPLES).returncode == 0
    assert pmgap("skills", "baking").returncode == 2, "neither the variable nor the command of the first run"
    (tmp_path / "me.yaml").write_text("pmgap: 1\n", encoding="utf-8")
    assert pmgap("check", "me.yaml").returncode == 0, "nor the folder of the second"


def test_a_bug_shows_its_traceback(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import pmgap.cli.roles\ndef roles(*_): raise RuntimeError('a bug')\npmgap.cli.roles.roles = roles\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), environment.get("PYTHONPATH"))))
    ready = ReadyProcess({**environment, "PYTHONPATH": path})
    try:
        done = ready.run(["roles"], b"", environment, str(tmp_path))
        again = ready.run(["--version"], b"x" * 10**6, environment, str(tmp_path))
    finally:
        ready.close()
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"Traceback (most recent call last):\n")
    assert done.stderr.endswith(b"RuntimeError: a bug\n")
    assert (again.returncode, again.stdout[:6]) == (0, b"pmgap ")


def test_a_run_that_is_killed_is_told_of(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, pmgap.cli.roles\ndef roles(*_): os.kill(os.getpid(), 9)\npmgap.cli.roles.roles = roles\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), environment.get("PYTHONPATH"))))
    ready = ReadyProcess({**environment, "PYTHONPATH": path})
    try:
        assert ready.run(["roles"], b"", environment, str(tmp_path)).returncode == -9
    finally:
        ready.close()
