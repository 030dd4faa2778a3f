"""What assessing a file of profiles costs, as multiples of only reading and validating it, and in memory.

The people are made up, each different: a name, a background, evidence, a rated skill, and what the quick interview asks
for one role ("asked") or an answer to about half of all statements ("all"). Both sides of a ratio run one after the
other in the same process, some pairs of them, and the median of the ratios is printed. Processes are timed and their
memory measured as a whole, with start-up.

Run: python benchmarks/bulk.py [--pairs 9] [--people 10000] [--large 100000,1000000]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

from pmgap import assess
from pmgap.catalogue import Catalogue, Role
from pmgap.cli.entry import spare_the_collector
from pmgap.cli.line_work import LineWork, Order
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_lines import pieces
from pmgap.readers.validation import validator

ROLE = "growth-product-manager"
DIFFERENT = 5000
"""Different people; a longer file repeats them under other names."""


def person(catalogue: Catalogue, role: Role, number: int, *, everything: bool) -> dict[str, object]:
    """A made-up person, the same for the same number."""
    chance = random.Random(number)
    levels = {skill.id: chance.randint(0, catalogue.top) for skill in catalogue.skills}
    answers = {}
    for need in role.requirements:
        if not everything and chance.random() < 0.9:
            for statement in catalogue.skill_by_id[need.skill].statements_at(need.level):
                held = levels[need.skill] >= need.level
                answers[statement.id] = chance.choice(("yes", "yes", "partly") if held else ("no", "no", "partly"))
    if everything:
        for key, (skill, level, _) in catalogue.statement_by_id.items():
            if chance.random() < 0.5:
                held = levels[skill.id] >= level
                answers[key] = chance.choice(("yes", "yes", "partly") if held else ("no", "no", "partly"))
    return {
        "pmgap": 1,
        "name": f"Person {number}",
        "background": {
            "education": [{"level": chance.choice(("none", "bachelor", "master")), "field": "economics"}],
            "experience": [
                {"years": chance.randint(0, 20) / 2, "kind": "product"},
                {"years": chance.randint(0, 20), "kind": "industry", "domain": "health care"},
            ],
            "certifications": ["CSPO"],
        },
        "answers": answers,
        "levels": {"microsoft-excel": chance.randint(0, catalogue.top)},
        "evidence": [{"skill": "research", "what": "Twelve interviews", "when": "2026-03"}],
    }


def write_people(path: Path, catalogue: Catalogue, role: Role, count: int, *, everything: bool) -> None:
    """Write a file of people."""
    made = [
        json.dumps(person(catalogue, role, number, everything=everything)) for number in range(min(count, DIFFERENT))
    ]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(made[number % len(made)].replace("Person ", f"Person {number // len(made)}.", 1) + "\n")


def validate(path: Path) -> None:
    """Only read and validate every line."""
    check = validator(Profile).validate_json
    with path.open("rb") as file:
        for line in file:
            check(line, strict=True)


def bulk(path: Path, work: LineWork) -> None:
    """Read, validate, assess and write a line for every person and role."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        nowhere.writelines(work.do(piece).text for piece in pieces(str(path)))


def naive(path: Path, catalogue: Catalogue, role: Role, count: int) -> None:
    """A loop of the public ``assess``, for the first people of a file."""
    check = validator(Profile).validate_json
    with path.open("rb") as file:
        for _, line in zip(range(count), file, strict=False):
            assess(catalogue, check(line, strict=True), role)


def seconds(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ratios(
    path: Path, catalogue: Catalogue, roles: Iterable[Role], pairs: int, count: int
) -> tuple[float, float, float]:
    """People per second, times validating, and how often faster than the loop, as medians."""
    chosen = list(roles)
    order = Order("-", None, tuple(chosen), "jsonl", full=False, strict=False, watched=None)
    work = LineWork(order, catalogue)
    few = max(20, count // 100)
    rows = []
    for _ in range(pairs):
        least, own = seconds(lambda: validate(path)), seconds(lambda: bulk(path, work))
        loop = seconds(lambda: naive(path, catalogue, chosen[0], few)) / few * count * len(chosen)
        rows.append((count / own, own / least, loop / own))
    rate, times, faster = zip(*rows, strict=True)
    return median(rate), median(times), median(faster)


def whole(path: Path, roles: list[str], jobs: int) -> tuple[float, float]:
    """Seconds and the most MiB of one process, where there are several the largest, that a whole command takes."""
    command = [sys.executable, "-m", "pmgap", "assess", "--profiles", str(path), *roles, "--jobs", str(jobs)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return time.perf_counter() - started, used.ru_maxrss / 1024


def in_one_process(folder: Path, catalogue: Catalogue, role: Role, options: argparse.Namespace) -> Iterator[str]:
    """The table of ratios."""
    yield "| profiles | roles | people per second | times reading and validating | times faster than a loop of assess |"
    yield "|---|---|---|---|---|"
    for told in ("asked", "all"):
        path = folder / f"{told}.jsonl"
        write_people(path, catalogue, role, options.people, everything=told == "all")
        for roles in ([role], list(catalogue.roles)):
            rate, times, faster = ratios(path, catalogue, roles, options.pairs, options.people)
            yield f"| {told} | {len(roles)} | {rate:,.0f} | {times:.2f} | {faster:.0f} |"


def as_commands(folder: Path, catalogue: Catalogue, role: Role, sizes: Iterable[int]) -> Iterator[str]:
    """The table of whole commands."""
    yield "| people | roles | seconds with 1 job | with 2 jobs | 1 job / 2 jobs | most MiB with 1 job |"
    yield "|---|---|---|---|---|---|"
    for size in sizes:
        path = folder / f"{size}.jsonl"
        write_people(path, catalogue, role, size, everything=False)
        for count, roles in ((1, ["--role", role.id]), (len(catalogue.roles), ["--all-roles"])):
            if count > 1 and size > 100_000:
                continue
            one, most = whole(path, roles, 1)
            two, _ = whole(path, roles, 2)
            yield f"| {size:,} | {count} | {one:.1f} | {two:.1f} | {one / two:.2f} | {most:.0f} |"
        path.unlink()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--large", default="10000,100000,1000000")
    options = parser.parse_args()
    spare_the_collector()  # as the command does, here for both sides
    catalogue = load_catalogue()
    role = catalogue.role_by_id[ROLE]
    with tempfile.TemporaryDirectory() as folder:
        for line in in_one_process(Path(folder), catalogue, role, options):
            print(line, flush=True)
        print()
        for line in as_commands(Path(folder), catalogue, role, map(int, filter(None, options.large.split(",")))):
            print(line, flush=True)


if __name__ == "__main__":
    main()
