"""Tables for spreadsheets."""

import pytest

from pmgap.writers import csv_table
from pmgap.writers.csv_table import csv_lines


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", " =", "\t=", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_cell_is_a_formula(begin: str) -> None:
    for length in (1, 1000):
        assert csv_lines([(f"{begin}{'1' * length}",)]).startswith("'")


def test_numbers_stay_numbers_and_nothing_is_nothing() -> None:
    assert csv_lines([(-1, -1.5, None, "a-b")]) == "-1,-1.5,,a-b\n"


def test_long_cells_are_not_kept() -> None:
    csv_table._kept.cache_clear()
    csv_lines([("a" * 10_000, "b")])
    assert csv_table._kept.cache_info().currsize == 1
