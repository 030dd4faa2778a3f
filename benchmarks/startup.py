"""Start-up of whole processes, as ratios that hold on any machine.

Each command is run in turn with ``python -c pass`` and with the import floor (typer, rich, pydantic and yaml alone), and
the medians of the ratios pair by pair are printed. Run it on an installed wheel with bytecode:

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
PMGAP = str(Path(sys.executable).parent / "pmgap")
NOTHING = [sys.executable, "-c", "pass"]
FLOOR = [sys.executable, "-c", "import typer, rich, pydantic, yaml"]
COMMANDS = {
    "pmgap --version": [PMGAP, "--version"],
    "pmgap --help": [PMGAP, "--help"],
    "pmgap roles --json": [PMGAP, "roles", "--json"],
    "pmgap roles": [PMGAP, "roles"],
    "pmgap assess PROFILE": [PMGAP, "assess", EXAMPLE, "--no-input"],
    "pmgap assess PROFILE --json": [PMGAP, "assess", EXAMPLE, "--no-input", "--json"],
}


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run, bytecode in use."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
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
    for name, command in COMMANDS.items():
        for warm_up in (NOTHING, FLOOR, command):
            seconds(warm_up)
        rows = [(seconds(NOTHING), seconds(FLOOR), seconds(command)) for _ in range(pairs)]
        nothing = median(own / least for least, _, own in rows)
        floor = median(own / least for _, least, own in rows)
        print(f"| `{name}` | {nothing:.1f} | {floor:.2f} |")


if __name__ == "__main__":
    main()
