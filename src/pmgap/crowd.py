"""What people said, boiled down to what figures are made from, so that the rest of their profiles can be let go."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmgap.profile import Background, Education, Experience

Flat = tuple[Any, ...]
"""The values of some entries of a background, one after the other."""

Held = tuple[Flat, Flat, tuple[str, ...]]
"""A background as far as gates look at it, in a form that is quick to make and to look up.

It holds level and field of every education; kind, years and most years of every experience; certifications.
"""

Otherwise = tuple[Mapping[str, int] | None, Mapping[str, Sequence[object]] | None, Sequence[str] | None]
"""What is said of skills otherwise than by answers: levels, lines that mention them, skills that do not apply."""


_NOT_OTHERWISE: Otherwise = None, None, None


class Crowd:
    """Some people, in columns: in every list an entry per person."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        """The line that each stands on, or the place among the profiles."""
        self.names: list[str | None] = []
        """The name, if given."""
        self.answers: list[int] = []
        """What the answers say of every skill, as ``standings`` puts it into a whole number."""
        self.held: list[Held] = []
        """What gates look at."""
        self.others: dict[int, Otherwise] = {}
        """What is said otherwise than by answers, by the place in the lists; only of those who do."""

    def add(self, line: int, name: str | None, answers: int, held: Held, otherwise: Otherwise) -> None:
        """Add a person."""
        if otherwise != _NOT_OTHERWISE:
            self.others[len(self.lines)] = otherwise
        self.lines.append(line)
        self.names.append(name)
        self.answers.append(answers)
        self.held.append(held)


def held(background: Background | None) -> Held:
    """What gates look at of a background."""
    if background is None:
        return (), (), ()
    schooling: Flat = ()
    for education in background.education or ():
        schooling += education.level, education.field
    work: Flat = ()
    for experience in background.experience or ():
        work += experience.kind, experience.years, experience.years_max
    return schooling, work, background.certifications or ()


def educations(schooling: Flat) -> Iterator[Education]:
    """The educations that ``Held`` holds, as far as gates look at them."""
    values = iter(schooling)
    for level, field in zip(values, values, strict=True):
        yield Education(level=level, field=field)


def experiences(work: Flat) -> Iterator[Experience]:
    """The experiences that ``Held`` holds, as far as gates look at them."""
    values = iter(work)
    for kind, years, most in zip(values, values, values, strict=True):
        yield Experience(kind=kind, years=years, years_max=most)
