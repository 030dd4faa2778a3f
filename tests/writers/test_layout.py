"""Lines wrap as Rich wraps them, fit where they must, and lose nothing but blanks."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from pmgap.writers.layout import ELLIPSIS, Column, Line, beside, grid, narrowed, wrap
from pmgap.writers.screen import WIDEST, Sheet

WORDS = st.lists(st.text("abcé漢字-█", min_size=1, max_size=12), max_size=12).map(" ".join)
STYLED = st.lists(st.tuples(WORDS, st.sampled_from(("", "bold", "dim"))), max_size=4)
CONSOLE = Console(file=io.StringIO(), width=80, markup=False, emoji=False)


def line_of(pieces: list[tuple[str, str]]) -> Line:
    line = Line()
    for text, style in pieces:
        line.append(text, style)
    return line


@given(WORDS, st.integers(2, 40))
def test_a_text_wraps_where_rich_would_wrap_it(text: str, width: int) -> None:
    theirs = [part.plain.rstrip() for part in Text(text).wrap(CONSOLE, width)]
    assert [part.plain.rstrip() for part in wrap(Line(text), width)] == (theirs or [""])


@given(STYLED, st.integers(2, 30))
def test_every_character_keeps_its_style(pieces: list[tuple[str, str]], width: int) -> None:
    line = line_of(pieces)
    before = [(character, style) for text, style in line.pieces for character in text if character != " "]
    wrapped = wrap(line, width)
    after = [(character, style) for part in wrapped for text, style in part.pieces for character in text]
    assert [it for it in after if it[0] != " "] == before
    assert all(part.width <= width for part in wrapped)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4), st.integers(2, 20), st.integers(2, 8), st.integers(0, 3))
def test_a_grid_fits_and_loses_nothing(rows: list[tuple[str, str, str]], first: int, last: int, gap: int) -> None:
    room = first + last + 2 * gap + 10
    columns = (Column(first), Column(), Column(last, right=True))
    drawn = [it.plain for it in grid([[Line(cell) for cell in row] for row in rows], columns, room, gap)]
    assert all(cell_len(line) <= room for line in drawn)
    assert sorted("".join(drawn).replace(" ", "")) == sorted("".join(map("".join, rows)).replace(" ", ""))


def test_figures_stand_at_the_right_of_their_column_and_texts_at_the_left() -> None:
    rows = [[Line("one"), Line("5")], [Line("three"), Line("12")]]
    assert [it.plain for it in grid(rows, (Column(6), Column(4, right=True)), 12, 2)] == [
        "one        5",
        "three     12",
    ]


def test_a_text_that_is_cut_says_so() -> None:
    (line,) = grid([[Line("what is too long")]], [Column(9, cut=True)], 9, 1)
    assert line.plain == f"what is{ELLIPSIS}"


def test_what_stands_beside_starts_in_one_column() -> None:
    lines = beside([Line("a"), Line("bbb")], 5, 2, [Line("x"), Line("y"), Line("z")])
    assert [it.plain for it in lines] == ["a      x", "bbb    y", "       z"]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(10, 80), st.data())
def test_columns_narrow_only_as_far_as_they_must(widths: list[int], room: int, data: st.DataObject) -> None:
    narrows = data.draw(st.lists(st.booleans(), min_size=len(widths), max_size=len(widths)))
    found = narrowed(widths, narrows, room)
    assert sum(found) <= max(room, len(widths))
    assert all(1 <= new <= old for new, old in zip(found, widths, strict=True))
    if sum(widths) <= room:
        assert found == widths
    else:
        assert sum(found) == max(room, len(widths))


def test_a_pipe_gets_plain_text_of_80_columns() -> None:
    page = io.StringIO()
    sheet = Sheet(page)
    sheet.title("A title", "aside")
    sheet.pairs([("Label", "text " * 30)])
    assert "\x1b" not in page.getvalue()
    assert max(map(len, page.getvalue().splitlines())) <= sheet.width == 80


class Screen(io.StringIO):
    """A terminal, as far as a stream can tell."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_and_lines_that_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    screen = Screen()
    sheet = Sheet(screen)
    sheet.line("word " * 60, style="green")
    assert screen.getvalue().startswith("\x1b[32mword")
    assert sheet.width == WIDEST
    monkeypatch.setenv("COLUMNS", "60")
    assert Sheet(screen).width == 60


def test_no_color_keeps_bold_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Screen()
    sheet = Sheet(screen)
    sheet.line("green", style="green")
    sheet.heading("bold")
    assert screen.getvalue() == "green\n\n\x1b[1mbold\x1b[0m\n"
