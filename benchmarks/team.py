"""How long a team of a thousand takes, as a multiple of reading and validating its profiles.

The profiles are made by simulated interviews ("asked": what the interview asks a person for one role; "all": an answer
to about half of all statements, with evidence), each different. Every figure is the best of some runs in one process.

Run: python benchmarks/team.py [--people 1000] [--runs 3]
"""

import argparse
import gc
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pmgap.catalogue import Catalogue, Role
from pmgap.cli.team import profile_files, read_members
from pmgap.interview import Interview, give_answer, next_question
from pmgap.profile import Background, Education, Evidence, Experience, Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_profile
from pmgap.team import view_team
from pmgap.writers.json_report import as_json
from pmgap.writers.profile_yaml import profile_json, profile_text
from pmgap.writers.team_csv import team_csv

ROLE = "growth-product-manager"


def asked(catalogue: Catalogue, role: Role, number: int) -> Profile:
    """What the interview asks one simulated person for a role."""
    chance = random.Random(number)
    interview = Interview(roles=(role,), profile=Profile(name=f"Person {number}", targets=(role.id,)))
    while (question := next_question(catalogue, interview)) and question.statement:
        word = chance.choice(("yes", "yes", "partly", "no"))
        interview = give_answer(interview, question.statement.id, word)  # type: ignore[arg-type]
    return interview.profile


def everything(catalogue: Catalogue, _role: Role, number: int) -> Profile:
    """Answers to about half of all statements, with a background and evidence."""
    chance = random.Random(number)
    levels = {skill.id: chance.randint(0, catalogue.top) for skill in catalogue.skills}
    return Profile(
        name=f"Person {number}",
        background=Background(
            education=(Education(level="bachelor", field="economics"),),
            experience=(Experience(years=chance.randint(0, 9), kind="product"),),
        ),
        answers={
            key: chance.choice(("yes", "yes", "partly") if level <= levels[skill.id] else ("no", "no", "partly"))
            for key, (skill, level, _statement) in catalogue.statement_by_id.items()
            if chance.random() < 0.5
        },
        evidence=tuple(Evidence(skill=skill.id, what="Done twice") for skill in catalogue.skills[:3]),
    )


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work: that of the clock also counts what else the machine does."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def measure(catalogue: Catalogue, role: Role, folder: str, runs: int) -> dict[str, float]:
    """Seconds to read and validate every profile of a folder, and to do that and write a team report of it.

    Every kind of work is done once per round, so that a slow spell of the machine hits all of them; the best of the
    rounds counts.
    """
    files = profile_files([folder])

    def read() -> None:
        for file in files:
            check_levels(read_profile(file), catalogue.top, file)

    def report() -> object:
        return view_team(catalogue, read_members(catalogue, files), role)

    kinds: dict[str, Callable[[], object]] = {
        "read": read,
        "report": report,
        "json": lambda: as_json(view_team(catalogue, read_members(catalogue, files), role)),
        "csv": lambda: team_csv(view_team(catalogue, read_members(catalogue, files), role)),
    }
    rounds = [{kind: seconds(work) for kind, work in kinds.items()} for _ in range(runs)]
    return {kind: min(it[kind] for it in rounds) for kind in kinds}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    catalogue = load_catalogue()
    role = catalogue.role_by_id[ROLE]
    print(f"{options.people} people, {role.title}; multiples of reading and validating; the promise is below 3")
    print("| profiles | read and validate | report | report as json | report as csv |")
    print("|---|---|---|---|---|")
    for told, make in (("asked", asked), ("all", everything)):
        made = [make(catalogue, role, number) for number in range(options.people)]
        for ending, text in (("yaml", profile_text), ("json", profile_json)):
            with tempfile.TemporaryDirectory() as folder:
                for number, profile in enumerate(made):
                    Path(folder, f"p{number:05}.{ending}").write_text(text(profile), encoding="utf-8")
                found = measure(catalogue, role, folder, options.runs)
            ratios = " | ".join(f"{found[key] / found['read']:.2f}" for key in ("report", "json", "csv"))
            print(f"| {told}, {ending} | {1000 * found['read']:.0f} ms | {ratios} |")


if __name__ == "__main__":
    main()
