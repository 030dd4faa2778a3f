"""Every expression that reads postings and CVs, and what the build writes of them."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pmgap.catalogue
import pmgap.postings
import pmgap.resumes
from pmgap.postings.choices import AnyOf
from pmgap.postings.patterns import Pattern, TwoPatterns
from pmgap.postings.pieces import table_text
from pmgap.postings.tables import key_of, pieces_in, table_of

Expression = AnyOf | Pattern | re.Pattern[str]
"""A list of expressions, one that is compiled late, one that was compiled."""


def all_lists() -> list[AnyOf]:
    """The lists of expressions, each once, in the order in which they stand."""
    return [it for it in in_all_rooms() if isinstance(it, AnyOf)]


def all_expressions() -> list[tuple[str, int]]:
    """The texts and flags of all expressions, those of lists one by one, each once."""
    found: dict[tuple[str, int], None] = {}
    for it in in_all_rooms():
        if isinstance(it, re.Pattern):
            found[it.pattern, int(it.flags & ~re.UNICODE)] = None
        elif isinstance(it, Pattern):
            found[it.text, 0] = None
        else:
            found |= {(pieces_in(text).expression, 0): None for part in it.parts for text in table_of(part).expressions}
    return list(found)


def in_all_rooms() -> list[Expression]:
    """Whatever stands for expressions in these rooms, each once."""
    rooms = [
        import_module(f"{package.__name__}.{room.name}")
        for package in (pmgap.catalogue, pmgap.postings, pmgap.resumes)
        for room in iter_modules(package.__path__)
    ]
    return list(dict.fromkeys(found for room in rooms for value in vars(room).values() for found in _found_in(value)))


def _found_in(value: object) -> Iterator[Expression]:
    if isinstance(value, AnyOf | Pattern | re.Pattern):
        yield value
    elif isinstance(value, TwoPatterns):
        yield from (it for it in (value.small, value.cased) if it is not None)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _found_in(entry)


def tables_source() -> str:
    """The source of ``pmgap.postings.builtin_tables``."""
    tables = {key_of(part): table_text(part) for it in all_lists() for part in it.parts}
    return f'"""Tables of lists of expressions, written by the build."""\n\nTABLES: dict[int, str] = {tables!r}\n'
