"""Progress: nothing at first, nothing outside a terminal, and nothing left behind."""

import io
import itertools
import sys

import pytest

from pmgap.cli import progress
from pmgap.cli.progress import counted_off


class Screen(io.StringIO):
    """A standard error that is, or is not, a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def shown(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, seconds_each: float) -> str:
    screen = Screen(terminal=terminal)
    ticks = itertools.count(0, seconds_each)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(ticks))
    assert list(counted_off(["a", "b", "c"], "Reading")) == ["a", "b", "c"]
    return screen.getvalue()


def test_quick_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, terminal=True, seconds_each=0.1) == ""


def test_a_pipe_hears_nothing_however_long_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, terminal=False, seconds_each=9) == ""


def test_long_work_in_a_terminal_is_counted_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, terminal=True, seconds_each=0.6)
    assert "\rReading 2 of 3" in text
    assert text.endswith("\r" + " " * len("Reading 3 of 3") + "\r")


def test_the_line_is_wiped_away_when_the_work_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", -1)
    work = counted_off(["a", "b"], "Reading")
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert screen.getvalue().endswith("\r" + " " * len("Reading 1 of 2") + "\r")
