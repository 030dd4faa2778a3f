"""Bars and figures: what they show is never more than what is known."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmgap.writers.screen import ASCII_MARKS, MARKS, Sheet, percent


def sheet(encoding: str = "utf-8") -> Sheet:
    return Sheet(io.TextIOWrapper(io.BytesIO(), encoding=encoding))


@pytest.mark.parametrize(
    ("low", "high", "required", "bar"),
    [
        (0, 2, 3, "▒▒▒▒░░┃  "),
        (2, 4, 2, "████┃▒▒▒▒"),
        (3, 3, 3, "██████┃  "),
        (4, 4, 2, "████┃████"),
        (0, 0, 4, "░░░░░░░░┃"),
        (0, 4, 0, "┃▒▒▒▒▒▒▒▒"),
        (1, 3, 2, "██▒▒┃▒▒  "),
    ],
)
def test_a_bracket_is_drawn_against_what_is_asked(low: int, high: int, required: int, bar: str) -> None:
    assert sheet().bracket(low, high, required, 4, 8).plain == bar


@given(st.integers(1, 30), st.integers(1, 24), st.data())
def test_a_bracket_always_takes_the_same_room_and_has_one_mark(top: int, width: int, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, top))
    high = data.draw(st.integers(low, top))
    required = data.draw(st.integers(0, top))
    bar = sheet().bracket(low, high, required, top, width).plain
    assert len(bar) == width + 1
    assert bar.count(MARKS["asked"]) == 1


def test_a_scale_without_levels_has_a_bar_too() -> None:
    assert sheet().bracket(0, 0, 0, 0, 8).plain.startswith(MARKS["asked"])


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 60))
def test_only_what_is_whole_looks_whole(one: float, other: float, width: int) -> None:
    low, high = sorted((one, other))
    bar = sheet().band(low, high, width).plain
    assert len(bar) == width
    assert (bar.count(MARKS["full"]) == width) <= (low > 1 - 1e-8)
    assert (MARKS["maybe"] in bar) == (high > low)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(0.41, 0.77, "41-77 %"), (0.5, 0.5, "50 %"), (0, 1, "0-100 %"), (0.001, 0.999, "1-99 %"), (1, 1, "100 %")],
)
def test_only_nothing_is_0_per_cent_and_only_everything_is_100(low: float, high: float, told: str) -> None:
    assert percent(low, high) == told


def test_a_stream_that_cannot_show_the_marks_gets_plain_ones() -> None:
    assert sheet("latin-1").bracket(1, 2, 3, 4, 4).plain == "#=.| "
    assert set(sheet("ascii").legend()) >= {ASCII_MARKS[mark] for mark in ("full", "maybe", "empty", "asked")}


def test_the_parts_of_a_bar_differ_without_colour() -> None:
    for marks in (MARKS, ASCII_MARKS):
        shapes = [marks[name] for name in ("full", "maybe", "empty", "asked")]
        assert len(set(shapes)) == len(shapes)
