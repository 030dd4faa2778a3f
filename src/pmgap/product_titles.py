"""Which job titles are product work, by the roles of the catalogue, their aliases and cautions."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pmgap.catalogue import Catalogue
from pmgap.periods import fold

_WORD = re.compile(r"[^\W_]+|&")
_PARTS = re.compile(r"\s*(?:[,/|+();:\u2013\u2014]|\s-\s)\s*")
_PRODUCT = re.compile(r"\bproducts?\b(?!ion)", re.IGNORECASE)
_SERVES = frozenset(["to", "the", "for", "under", "with", "supporting", "assisting"])
"""Words before a title that make it someone else's: "assistant to the product manager"."""

_OTHER_TRADES = frozenset(
    """marketing marketer design designer designers engineering engineer analytics analyst operations ops support security
    quality education sales content research researcher scientist safety compliance legal communications counsel
    testing tester photography photographer sourcing developer demonstrator""".split()
)
"""Words after "product" that make a title one of another trade: "head of product marketing"."""

_GENERAL = (("product", "manager"), ("product", "management"), ("product", "owner"))


class TitleReading(NamedTuple):
    """What a job title says about product work."""

    is_product: bool
    """Whether it counts as product work."""
    sure: bool
    """False where the title is a short form that also means something else."""
    role: str | None
    """Id of the catalogue's role that it names."""
    because: str
    """The reason, in a sentence."""


class ProductTitles:
    """The titles of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names: dict[tuple[str, ...], tuple[str, str]] = {}
        self._doubtful: dict[str, str] = {}
        for role in catalogue.roles:
            for name in (role.title, *role.aliases):
                self._names.setdefault(tuple(_words(name)), (role.id, name))
            for caution in role.cautions:
                words = _words(caution.term)
                if len(words) == 1:
                    self._doubtful.setdefault(words[0], caution.caution)

    def read(self, title: str, lines: Iterable[str]) -> TitleReading:
        """Whether a title is product work. ``lines`` tell what was done, for short forms such as "APM"."""
        best: tuple[int, str, str, tuple[str, ...]] | None = None
        for words in _readings(title):
            for first in range(len(words)):
                for after in range(len(words), first, -1):
                    known = self._names.get(tuple(words[first:after]))
                    if known and _stands(words, first, after) and (best is None or after - first > best[0]):
                        best = after - first, *known, tuple(words[first:after])
        if best is not None:
            _, role, name, words_found = best
            short = next((word for word in words_found if word in self._doubtful), None)
            if short is None:
                return TitleReading(is_product=True, sure=True, role=role, because=f'The title names the role "{name}".')
            return self._by_lines(short, role, lines)
        for words in _readings(title):
            for general in _GENERAL:
                if any(tuple(words[at : at + 2]) == general and _stands(words, at, at + 2) for at in range(len(words))):
                    return TitleReading(is_product=True, sure=True, role=None, because=f'The title holds "{" ".join(general)}".')
        if short := next((word for word in _words(title) if word in self._doubtful), None):
            return self._by_lines(short, None, lines)
        because = "The title is no product title of the catalogue."
        return TitleReading(is_product=False, sure=True, role=None, because=because)

    def _by_lines(self, short: str, role: str | None, lines: Iterable[str]) -> TitleReading:
        caution = self._doubtful[short]
        if any(_PRODUCT.search(line) for line in lines):
            because = f'"{short.upper()}" is {caution}, but the lines below it speak of a product.'
            return TitleReading(is_product=True, sure=False, role=role, because=because)
        because = f'"{short.upper()}" is {caution}, and no line below it speaks of a product.'
        return TitleReading(is_product=False, sure=False, role=role, because=because)


def _words(text: str) -> list[str]:
    return ["and" if word == "&" else word for word in _WORD.findall(fold(text).casefold())]


def _readings(title: str) -> Iterator[list[str]]:
    """The words of a title as it stands, of its parts, and of parts turned round: "Director, Product Management"."""
    yield _words(title)
    parts = [words for part in _PARTS.split(title) if (words := _words(part))]
    if len(parts) < 2:
        return
    yield from parts
    for one, two in zip(parts, parts[1:], strict=False):
        yield [*two, *one]
        yield [*one, "of", *two]
        yield [*one, *two]


def _stands(words: list[str], first: int, after: int) -> bool:
    """Whether the words around a role's name leave it its meaning."""
    if first and words[first - 1] in _SERVES:
        return False
    follows = words[after] if after < len(words) else ""
    return not (follows in _OTHER_TRADES and words[after - 1] in ("product", "products", "lead"))
