"""Lists of expressions with what a text must hold for each, worked out when the package was built.

The build writes a module of these tables, each under the check sum of its list. A list that has none, as it was changed
since, is worked out anew (see ``pieces``), which is slower. Whoever changes how that is done gives ``FORM`` another number.
"""

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

try:
    from pmgap.postings.builtin_tables import TABLES
except (ImportError, SyntaxError, ValueError):  # a checkout that was not installed, or a build that was broken off
    TABLES = {}

Written = tuple[str, str, str]
"""Expressions with | between, and what stands before and after each of them."""

FORM = 3
"""What the tables say of a list, and how."""

LETTERS = 4
"""Letters that tell how a word or a text begins; a shorter word tells nothing unless it is all of it."""

PARTS, ENTRIES, FIELDS, GROUPS, PIECES = "\x1c", "\x1d", "\x1e", "\x1f", "\v"
"""What stands between the parts of a table, their entries, the fields of these, groups of pieces, and pieces."""


class Table(NamedTuple):
    """A list of expressions, told apart by what a text must hold. Places are numbers with blanks between."""

    expressions: Sequence[str]
    """Each expression with its pieces, to be read by ``pieces_in``."""
    by_word: dict[str, str]
    """How a word begins to the places of expressions of which each needs one of its words; under nothing those of which
    none is seen."""
    by_beginning: dict[str, str]
    """How a text begins to the places of expressions that begin so; under nothing those of which it is not seen."""


class Pieces(NamedTuple):
    """An expression, and what a text must hold wherever it fits."""

    expression: str
    """The expression."""
    must_hold: str
    """The longest piece; empty where none is seen."""
    begins_with: tuple[str, ...]
    """Of these it begins with one; an empty one where that is not seen."""
    of_each: Sequence[Sequence[str]]
    """Further pieces, one of each."""


def table_of(written: Written) -> Table:
    """The table of a list: as it was stored, else worked out."""
    text = TABLES.get(key_of(written))
    if text is None:
        from pmgap.postings.pieces import table_text

        text = table_text(written)
    expressions, by_word, by_beginning = text.split(PARTS)
    return Table(expressions.split(ENTRIES), _places(by_word), _places(by_beginning))


def _places(text: str) -> dict[str, str]:
    return dict([it.split(FIELDS) for it in text.split(ENTRIES)])


def pieces_in(text: str) -> Pieces:
    """An expression of a table."""
    expression, must_hold, begins_with, groups = text.split(FIELDS)
    of_each = [it.split(PIECES) for it in groups.split(GROUPS)] if groups else ()
    return Pieces(expression, must_hold, tuple(begins_with.split(PIECES)), of_each)


def key_of(written: Written) -> int:
    """The check sum of a list."""
    return crc32(FIELDS.join((str(FORM), *written)).encode())
