"""The help of commands."""

import re

import pytest
import typer.main

from conftest import Run
from pmgap.cli.app import app

GROUP = typer.main.get_command(app)
COMMANDS = GROUP.commands  # type: ignore[attr-defined]


def test_the_help_lists_every_command_under_its_heading(pmgap: Run) -> None:
    shown = pmgap("--help").stdout
    panels = dict.fromkeys(str(it.rich_help_panel) for it in COMMANDS.values())
    positions = [shown.index(f"\n{it}\n") for it in [*panels, "Options"]]
    assert positions == sorted(positions)
    for (panel, start), end in zip(zip(panels, positions, strict=False), positions[1:], strict=True):
        listed = re.findall(r"^  ([a-z]+) +[A-Z]", shown[start:end], re.MULTILINE)
        assert listed == [name for name, it in COMMANDS.items() if it.rich_help_panel == panel]
    assert shown.endswith("Start with: pmgap assess. Everything stays on this machine.\n\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_tells_of_everything_it_takes(name: str, pmgap: Run) -> None:
    command = COMMANDS[name]
    shown = pmgap(name, "--help").stdout
    words = " ".join(shown.split())
    assert f"pmgap {name} [OPTIONS]" in shown.partition("\n")[0]
    assert " ".join(command.help.split()) in words
    for param in command.params:
        label = param.metavar if param.param_type_name == "argument" else param.opts[0]
        assert re.search(rf"^  (-., )?{re.escape(label)}( |$)", shown, re.MULTILINE), label
        assert " ".join(param.help.split()) in words
    for of_python in ("<str>", "<float>", "<int", "TEXT]"):
        assert of_python not in shown


def test_the_meaning_of_a_long_option_stands_below_it(pmgap: Run) -> None:
    lines = pmgap("assess", "--help").stdout.splitlines()
    place = lines.index("  -f, --format <text|json|markdown|html|csv|svg|jsonl>")
    column = lines[place + 1].index("How to write the report")
    assert lines[place - 1].rstrip()[column:]
    assert next(line for line in lines if "--answers FILE" in line).index("Take answers") == column
