"""What the wider view looks like in cases that ``test_golden`` has no profile for: no route, falls, second views.

Kept in ``tests/golden_wider`` and reviewed like prose.

Renew as the other golden files: ``PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden_wider.py``, then read.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from drawing import drawn
from pmgap.catalogue import Catalogue
from pmgap.comparison import Comparison, compare
from pmgap.paths import PathReport, find_path
from pmgap.profile import Profile, View
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import read_profile
from pmgap.readers.returned_view import read_returned
from pmgap.second_view import SecondViews, invite, report_views
from pmgap.sides import profile_side
from pmgap.writers.comparison_markdown import comparison_markdown
from pmgap.writers.comparison_text import write_comparison
from pmgap.writers.invitation_form import invitation_form
from pmgap.writers.path_csv import path_csv
from pmgap.writers.path_markdown import path_markdown
from pmgap.writers.path_text import write_path
from pmgap.writers.second_view_markdown import second_views_markdown
from pmgap.writers.second_view_text import write_second_views

HERE = Path(__file__).parent
GOLDEN = HERE / "golden_wider"
EXAMPLES = HERE.parent / "examples"
RENEW = os.environ.get("PMGAP_RENEW_GOLDEN") == "1"


@cache
def shipped() -> Catalogue:
    """The shipped catalogue."""
    return replace(load_catalogue(None), sha256="0" * 64)


@cache
def person(name: str) -> Profile:
    """A profile by its file name."""
    folder = EXAMPLES if (EXAMPLES / f"{name}.yaml").is_file() else HERE / "data" / "profiles"
    return read_profile(str(folder / f"{name}.yaml"))


@cache
def path(first: str, goal: str, name: str | None = None) -> PathReport:
    roles = shipped().role_by_id
    return find_path(shipped(), roles[first], roles[goal], person(name) if name else None)


@cache
def comparison() -> Comparison:
    roles = [shipped().role_by_id["product-owner"]]
    before, after = (profile_side(shipped(), person(it), roles, only_asked=False) for it in ("before", "after"))
    return compare(shipped(), before, after)


@cache
def views() -> SecondViews:
    amara = read_profile(str(EXAMPLES / "team" / "amara.yaml"))
    returned = read_returned(str(EXAMPLES / "second-view" / "amara-by-ben.yaml"))
    notes = {"research.3a": "Twice, in spring."}
    merged = amara.with_view(View(by="Ben", answers=returned.answers, notes=notes))
    return report_views(shipped(), merged, shipped().role_by_id["growth-product-manager"])


def form() -> str:
    return invitation_form(invite(shipped(), Profile(name="Amara"), shipped().role_by_id["product-owner"], "quick"))


UNREACHABLE = ("director-of-product", "product-owner")
UP = ("product-manager", "director-of-product", "career-changer")

DRAWINGS: Mapping[str, Callable[[int], str]] = {
    "path-up": lambda width: drawn(lambda sheet: write_path(path(*UP), sheet), width),
    "path-unreachable": lambda width: drawn(lambda sheet: write_path(path(*UNREACHABLE), sheet), width),
    "compare": lambda width: drawn(lambda sheet: write_comparison(comparison(), sheet), width),
    "second-views": lambda width: drawn(lambda sheet: write_second_views(views(), sheet), width),
}

PAGES: Mapping[str, Callable[[], str]] = {
    **{f"{name}.txt": lambda draw=draw: draw(80) for name, draw in DRAWINGS.items()},  # type: ignore[misc]
    "path-up.md": lambda: path_markdown(path(*UP)),
    "path-up.csv": lambda: path_csv(path(*UP)),
    "path-unreachable.md": lambda: path_markdown(path(*UNREACHABLE)),
    "compare.md": lambda: comparison_markdown(comparison()),
    "second-views.md": lambda: second_views_markdown(views()),
    "invitation.txt": form,
}


@pytest.mark.parametrize("name", PAGES)
def test_the_wider_view_looks_as_it_was_last_read(name: str) -> None:
    text = PAGES[name]()
    if RENEW:
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_bytes(text.encode())
        pytest.skip(f"renewed {name}; read it, then run without PMGAP_RENEW_GOLDEN")
    assert (GOLDEN / name).is_file(), "run: PMGAP_RENEW_GOLDEN=1 python -m pytest tests/test_golden_wider.py"
    assert (GOLDEN / name).read_bytes().decode() == text


def test_no_golden_file_is_left_over() -> None:
    assert {it.name for it in GOLDEN.iterdir()} == PAGES.keys()


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize("width", [60, 120])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    assert max(map(cell_len, DRAWINGS[name](width).splitlines())) <= width
