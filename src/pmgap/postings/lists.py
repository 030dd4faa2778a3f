"""Every list of expressions of the rooms that read postings, and the module of their tables that the build writes."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pmgap.postings
from pmgap.postings.choices import AnyOf
from pmgap.postings.patterns import TwoPatterns
from pmgap.postings.pieces import table_text
from pmgap.postings.tables import key_of


def all_lists() -> list[AnyOf]:
    """The lists, each once, in the order in which they stand."""
    rooms = (import_module(f"pmgap.postings.{it.name}") for it in iter_modules(pmgap.postings.__path__))
    return list(dict.fromkeys(found for room in rooms for value in vars(room).values() for found in _lists_in(value)))


def _lists_in(value: object) -> Iterator[AnyOf]:
    if isinstance(value, AnyOf):
        yield value
    elif isinstance(value, TwoPatterns):
        yield from (it for it in (value.small, value.cased) if isinstance(it, AnyOf))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _lists_in(entry)


def tables_source() -> str:
    """The source of ``pmgap.postings.builtin_tables``."""
    tables = {key_of(part): table_text(part) for it in all_lists() for part in it.parts}
    return f'"""Tables of lists of expressions, written by the build."""\n\nTABLES: dict[int, str] = {tables!r}\n'
