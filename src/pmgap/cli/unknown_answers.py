"""Telling of answers to statements that the catalogue does not know."""

import sys
from collections.abc import Iterable

from pmgap.catalogue import Catalogue
from pmgap.printable import printable
from pmgap.sentences import counted
from pmgap.suggestions import did_you_mean

MOST_TOLD = 20
"""Statements that are told of one by one; who has more unknown ones uses another catalogue."""


def tell_unknown(catalogue: Catalogue, answered: Iterable[str], where: str) -> None:
    """Say on standard error which of some answered statements are unknown, and which ones may have been meant."""
    unknown = [key for key in answered if key not in catalogue.statement_by_id]
    for key in unknown[:MOST_TOLD]:
        hint = did_you_mean(key, catalogue.statement_by_id)
        _tell(f"{where}: unknown statement {key} is kept and has no effect. {hint}")
    if (more := len(unknown) - MOST_TOLD) > 0:
        _tell(f"{where}: {counted(more, 'more unknown statement')}")


def _tell(text: str) -> None:
    sys.stderr.write(f"pmgap: {printable(text).rstrip()}\n")
