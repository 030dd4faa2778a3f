"""Shell completion: names of roles, skills, actions, schemas and formats; files are left to the shell, which knows them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

Complete = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def complete(environment: dict[str, str]) -> Complete:
    """The installed command, asked by a shell: ``complete("bash", "pmgap assess --role gr")``."""
    script = shutil.which("pmgap", path=os.path.dirname(sys.executable))
    assert script, "pmgap is not installed beside this Python"

    def run(shell: str, line: str, **more: str) -> subprocess.CompletedProcess[str]:
        asked = {
            "_PMGAP_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
            "_TYPER_COMPLETE_ARGS": line,
        }
        return subprocess.run(
            [script], env={**environment, **asked, **more}, capture_output=True, text=True, timeout=60, check=False
        )

    return run


def offered_for(complete: Complete, line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    done = complete("bash", line)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("pmgap assess me.yaml --role gr", ["growth-product-manager"]),
        ("pmgap path product-o", ["product-owner"]),
        ("pmgap team a.yaml -r associate", ["associate-product-manager"]),
        ("pmgap skills pric", ["pricing"]),
        ("pmgap schema prof", ["profile"]),
        ("pmgap match --format ht", ["html"]),
        ("pmgap comp", ["compare"]),
    ],
)
def test_names_are_offered(complete: Complete, line: str, offered: list[str]) -> None:
    assert offered_for(complete, line) == offered


def test_actions_are_offered(complete: Complete) -> None:
    found = offered_for(complete, "pmgap log road-mapping-")
    assert len(found) > 3
    assert all(name.startswith("road-mapping-") for name in found)


def test_files_are_left_to_the_shell(complete: Complete) -> None:
    """Where nothing is offered bash falls back to files, zsh is told to, and fish is told that nothing is known."""
    for line in ("pmgap assess ex", "pmgap compare before.yaml af", "pmgap check --catalogue ca"):
        assert offered_for(complete, line) == []
    assert complete("zsh", line).stdout.strip() == "_files"
    assert complete("fish", line, _TYPER_COMPLETE_FISH_ACTION="is-args").returncode == 1
    assert complete("fish", "pmgap roles gr", _TYPER_COMPLETE_FISH_ACTION="is-args").returncode == 0


def test_completion_loads_nothing_heavy(complete: Complete) -> None:
    """Neither the catalogue nor what reads it: a person waits at every press of Tab."""
    done = complete("bash", "pmgap assess --role gr", PYTHONPROFILEIMPORTTIME="1")
    assert "growth-product-manager" in done.stdout
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "pmgap.cli.completion" in loaded
    assert loaded.isdisjoint({"pydantic", "yaml", "jinja2", "rich.console", "pmgap.catalogue", "pmgap.readers.builtin"})
