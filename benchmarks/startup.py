"""Start-up of whole processes, as ratios that hold on any machine.

Each command is run in turn with ``python -c pass`` and with the import floor (typer, rich, pydantic and yaml alone), and
the medians of the ratios pair by pair are printed. Other Python tools, where they are installed beside pmgap, are asked for
their help in the same way. Run it on an installed wheel with bytecode:

    python -m venv try && try/bin/pip install . && try/bin/python benchmarks/startup.py
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

EXAMPLE = str(Path(__file__).parent.parent / "examples" / "career-changer.yaml")
SCRIPTS = Path(sys.executable).parent
PMGAP = str(SCRIPTS / "pmgap")
NOTHING = [sys.executable, "-c", "pass"]
FLOOR = [sys.executable, "-c", "import typer, rich, pydantic, yaml"]
TYPER = [sys.executable, "-c", "import typer"]
COMMANDS = {
    "python -c 'import typer'": TYPER,
    "pmgap --version": [PMGAP, "--version"],
    "pmgap --help": [PMGAP, "--help"],
    "completion of pmgap roles gro": [PMGAP],
    "pmgap roles --json": [PMGAP, "roles", "--json"],
    "pmgap roles": [PMGAP, "roles"],
    "pmgap assess PROFILE": [PMGAP, "assess", EXAMPLE, "--no-input"],
    "pmgap assess PROFILE --json": [PMGAP, "assess", EXAMPLE, "--no-input", "--json"],
}

COMPLETION = {"_PMGAP_COMPLETE": "complete_bash", "COMP_WORDS": "pmgap roles gro", "COMP_CWORD": "2"}
"""What a shell sets when it asks for the words that may follow."""

PEERS = ("pip", "black", "http", "copier", "llm", "rendercv")


def peers() -> dict[str, list[str]]:
    """Other tools that are installed beside pmgap, asked for their help."""
    found = {f"{name} --help": [str(SCRIPTS / name), "--help"] for name in PEERS}
    return {name: command for name, command in found.items() if Path(command[0]).exists() and _runs(command)}


def _runs(command: list[str]) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run, bytecode in use."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if command == [PMGAP]:
        environment |= COMPLETION
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    pairs = parser.parse_args().pairs
    print("| command | times `python -c pass` | times importing typer, rich, pydantic, yaml |")
    print("|---|---|---|")
    for name, command in (COMMANDS | peers()).items():
        for warm_up in (NOTHING, FLOOR, command):
            seconds(warm_up)
        rows = [(seconds(NOTHING), seconds(FLOOR), seconds(command)) for _ in range(pairs)]
        nothing = median(own / least for least, _, own in rows)
        floor = median(own / least for _, least, own in rows)
        print(f"| `{name}` | {nothing:.1f} | {floor:.2f} |")


if __name__ == "__main__":
    main()
