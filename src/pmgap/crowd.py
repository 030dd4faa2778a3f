"""What people said, boiled down to what figures are made from, so that the rest of their profiles can be let go."""

from collections.abc import Mapping, Sequence

Schooling = tuple[tuple[str, str | None], ...]
"""Level and field of every education."""

Work = tuple[tuple[str, float, float | None], ...]
"""Kind, years and most years of every experience."""

Held = tuple[Schooling, Work, tuple[str, ...]]
"""A background as far as gates look at it: schooling, work, certifications."""

NOTHING_HELD: Held = (), (), ()
"""What is known of somebody without a background."""

Otherwise = tuple[Mapping[str, int] | None, Mapping[str, Sequence[object]] | None, Sequence[str] | None]
"""What is said of skills otherwise than by answers: levels, lines that mention them, skills that do not apply."""


class Crowd:
    """Some people, in columns: in every list an entry per person."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        """The line that each stands on, or the place among the profiles."""
        self.names: list[str | None] = []
        """The name, if given."""
        self.answers: list[bytes] = []
        """What the answers say of every skill, as ``standings`` puts it."""
        self.held: list[Held] = []
        """What gates look at."""
        self.others: dict[int, Otherwise] = {}
        """What is said otherwise than by answers, by the place in the lists; only of those who do."""

    def add(self, line: int, name: str | None, answers: bytes, held: Held, otherwise: Otherwise) -> None:
        """One person more."""
        if any(otherwise):
            self.others[len(self.lines)] = otherwise
        self.lines.append(line)
        self.names.append(name)
        self.answers.append(answers)
        self.held.append(held)
