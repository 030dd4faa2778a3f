"""How short and how right the interview is, on simulated people.

A simulated person has a true level per skill. Asked about a statement of level L, they feel
``slope * (level - L + 0.5)`` plus logistic noise about it and say yes above +0.5, no below -0.5, partly between: so
they are sure of levels well below theirs and unsure around it. Two statements of one level get noise of their own.

Run: python benchmarks/interview.py [--people 200] [--seed 1]
"""

import argparse
import math
import random
import time
from collections.abc import Iterator
from statistics import mean

from pmgap.catalogue import Catalogue, Role
from pmgap.interview import Interview, Mode, Word, give_answer, next_question, read_skill, targets
from pmgap.profile import EMPTY
from pmgap.readers.builtin import load_catalogue


class Person:
    """A true level per skill and a noisy way of answering."""

    def __init__(self, catalogue: Catalogue, slope: float, chance: random.Random) -> None:
        self.slope = slope
        self.chance = chance
        self.levels = {skill.id: chance.randint(0, catalogue.top) for skill in catalogue.skills}

    def answer(self, skill: str, level: int) -> Word:
        """yes, partly or no to a statement."""
        share = min(max(self.chance.random(), 1e-9), 1 - 1e-9)
        felt = self.slope * (self.levels[skill] - level + 0.5) + math.log(share / (1 - share))
        return "yes" if felt > 0.5 else "no" if felt < -0.5 else "partly"


def sit(catalogue: Catalogue, role: Role, mode: Mode, person: Person) -> tuple[Interview, dict[str, int], list[float]]:
    """One whole interview: its end, questions per skill, seconds per question."""
    interview = Interview(roles=(role,), profile=EMPTY, mode=mode)
    counts: dict[str, int] = {}
    seconds = []
    while True:
        started = time.perf_counter()
        question = next_question(catalogue, interview)
        seconds.append(time.perf_counter() - started)
        if question is None or question.statement is None:
            return interview, counts, seconds
        counts[question.skill.id] = counts.get(question.skill.id, 0) + 1
        word = person.answer(question.skill.id, question.level)
        interview = give_answer(interview, question.statement.id, word)


def measure(catalogue: Catalogue, mode: Mode, slope: float, people: int, seed: int) -> Iterator[float]:
    """Questions per asked skill, share of right met / not-met verdicts, share undecided, mean width, slowest question."""
    chance = random.Random(seed)
    asked: list[int] = []
    right: list[bool] = []
    undecided: list[bool] = []
    widths: list[int] = []
    slowest = 0.0
    for index in range(people):
        role = catalogue.roles[index % len(catalogue.roles)]
        person = Person(catalogue, slope, chance)
        end, counts, seconds = sit(catalogue, role, mode, person)
        asked.extend(counts.values())
        slowest = max(slowest, sorted(seconds)[-2])
        for target in targets(catalogue, [role], mode):
            reading = read_skill(target.skill, end.profile.known_answers(), catalogue.top)
            if reading is None:
                continue
            low, high, needed = reading.bracket.low, reading.bracket.high, target.levels[0]
            widths.append(high - low)
            undecided.append(low < needed <= high)
            right.append((low >= needed) == (person.levels[target.skill.id] >= needed))
    yield from (mean(asked), mean(right), mean(undecided), mean(widths), 1000 * slowest)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=220)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalogue = load_catalogue()
    print("| mode | slope | questions per skill | right met / not met | undecided | width | slowest question |")
    print("|---|---|---|---|---|---|---|")
    modes: tuple[Mode, ...] = ("quick", "full")
    for mode in modes:
        for slope in (2.0, 3.0, 4.0):
            asked, right, undecided, width, slowest = measure(catalogue, mode, slope, options.people, options.seed)
            print(
                f"| {mode} | {slope:g} | {asked:.2f} | {right:.1%} | {undecided:.1%} | {width:.2f} | {slowest:.2f} ms |"
            )


if __name__ == "__main__":
    main()
