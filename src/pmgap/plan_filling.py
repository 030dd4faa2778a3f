"""One chain per skill within minutes and cents, for the greatest value: an exact dynamic programme.

Its states are sums of (minutes, cents). It keeps only states that no other state outdoes, and only those that can
still beat a value that is known to be reachable: by a bound from the chains as if they could be taken in part.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pmgap.plan_chains import Chain

_Spent = tuple[float, float]
"""Minutes and cents."""

_State = tuple[int, tuple[int, ...]]
"""The greatest value for what was spent, and the number of the chain taken for each skill so far."""


def fill(choices: Iterable[Sequence[Chain]], minutes: float, cents: float, floor: int) -> list[Chain] | None:
    """One chain of each choice: the greatest value above ``floor``, then the fewest minutes, then the fewest cents.

    None if no value above ``floor`` fits.
    """
    ordered = sorted(choices, key=lambda found: -max(it.value for it in found))
    states: dict[_Spent, _State] = {(0, 0): (0, ())}
    for index, found in enumerate(ordered):
        rest = ordered[index + 1 :]
        bound = _Bound(rest)
        following: dict[_Spent, _State] = {}
        for (spent, paid), (value, picks) in states.items():
            for number, chain in enumerate(found):
                key = (spent + chain.minutes, paid + chain.cents)
                total = value + chain.value
                if key[0] > minutes or key[1] > cents or total + bound.at(minutes - key[0]) <= floor:
                    continue
                held = following.get(key)
                if held is None or held[0] < total:
                    following[key] = (total, (*picks, number))
        if not following:
            return None
        states = _undominated(following)
        floor = max(floor, _reachable(states, rest, minutes, cents) - 1)
    _, (_, picks) = max(states.items(), key=lambda it: (it[1][0], -it[0][0], -it[0][1]))
    return [found[number] for found, number in zip(ordered, picks, strict=True)]


def _undominated(states: Mapping[_Spent, _State]) -> dict[_Spent, _State]:
    """The states that no state with at most the minutes, at most the cents and at least the value outdoes."""
    kept: dict[_Spent, _State] = {}
    best_by_cents: dict[float, int] = {}
    for key in sorted(states):
        value = states[key][0]
        if all(held < value for paid, held in best_by_cents.items() if paid <= key[1]):
            kept[key] = states[key]
            best_by_cents[key[1]] = value
    return kept


def _reachable(states: Mapping[_Spent, _State], rest: Iterable[Sequence[Chain]], minutes: float, cents: float) -> int:
    """A value that can certainly be reached: from the most promising state, what fits, best rate first."""
    (spent, paid), (value, _) = max(states.items(), key=lambda it: it[1][0] / (1 + it[0][0]))
    for found in rest:
        fitting = [it for it in found if spent + it.minutes <= minutes and paid + it.cents <= cents]
        if not fitting:
            return 0
        pick = max(fitting, key=lambda it: it.value / (1 + it.minutes))
        spent, paid, value = spent + pick.minutes, paid + pick.cents, value + pick.value
    return value


class _Bound:
    """The most value that some minutes can buy, if chains could be taken in part and money did not matter."""

    def __init__(self, choices: Iterable[Sequence[Chain]]) -> None:
        pieces: list[tuple[float, float]] = []
        free = 0
        for found in choices:
            hull = _hull(found)
            free += hull[0][1]
            pieces += [(right[0] - left[0], right[1] - left[1]) for left, right in pairwise(hull)]
        pieces.sort(key=lambda it: it[1] / it[0], reverse=True)
        self.minutes = [0.0]
        self.values = [float(free)]
        for minutes, value in pieces:
            self.minutes.append(self.minutes[-1] + minutes)
            self.values.append(self.values[-1] + value)

    def at(self, minutes: float) -> float:
        """The bound for some minutes, at least 0."""
        index = bisect_right(self.minutes, minutes) - 1
        if index + 1 == len(self.minutes):
            return self.values[index]
        share = (minutes - self.minutes[index]) / (self.minutes[index + 1] - self.minutes[index])
        return self.values[index] + share * (self.values[index + 1] - self.values[index])


def _hull(found: Iterable[Chain]) -> list[tuple[float, int]]:
    """The upper concave hull of (minutes, value), from the fewest minutes."""
    hull: list[tuple[float, int]] = []
    for minutes, value in sorted((it.minutes, it.value) for it in found):
        if hull and value <= hull[-1][1]:
            continue
        if hull and minutes == hull[-1][0]:
            hull.pop()
        while len(hull) > 1 and (value - hull[-2][1]) * (hull[-1][0] - hull[-2][0]) >= (hull[-1][1] - hull[-2][1]) * (
            minutes - hull[-2][0]
        ):
            hull.pop()
        hull.append((minutes, value))
    return hull
