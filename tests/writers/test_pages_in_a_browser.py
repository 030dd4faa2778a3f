"""Pages as a browser shows them: nothing in the console, nothing asked of the network, nothing that axe holds against them.

Needs Chromium, node and ``npm install --prefix tests/browser``; ``.ci/run`` installs them where it can. Without them
these tests are skipped, and say so. To look at the pages too:

    node tests/browser/check_pages.mjs --pictures FOLDER tests/golden/*.html
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pages import PAGES

BROWSER = Path(__file__).parent.parent / "browser"

NO_BROWSER = 3
"""How check_pages.mjs ends when Chromium does not start."""

LOOKED_AT = (
    "assess-others", "plan-empty", "match-mid-way", "path-mid-way",
    "compare-complete", "team-mid-way", "merge-mid-way", "posting",
)  # fmt: skip
"""Every kind of page, at its fullest."""

HOSTILE = ("assess-others-hostile", "path-hostile", "team-hostile")
"""What hostile files would make of a page: nothing may be loaded or run. All of them are looked at as text, too."""

SHEETS = {"assess-others": 3, "team-mid-way": 3}
"""The most sheets of A4 where two are not enough."""

BAD = """<!DOCTYPE html><title>x</title><p style="color:#ccc;background:#fff;width:2000px">faint</p>
<a href="#x" style="outline:none">x</a><img src="https://example.invalid/x.png">
<script>window.executed=true; console.error("no")</script>"""
"""A script, a picture from elsewhere, faint text, a line that is too wide, no sign of the keyboard."""

pytestmark = pytest.mark.browser


def _missing() -> str:
    """What is not there; nothing if pages can be opened."""
    if not _chromium():
        return "Chromium"
    if shutil.which("node") is None:
        return "node"
    if (
        not (BROWSER / "node_modules" / "axe-core").is_dir()
        or not (BROWSER / "node_modules" / "playwright-core").is_dir()
    ):
        return "the npm packages of tests/browser"
    return ""


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the browser found, by page. One browser opens them all."""
    if missing := _missing():
        pytest.skip(f"SKIPPED: pages were not opened in a browser, as {missing} is missing")
    folder = tmp_path_factory.mktemp("pages")
    pages = {name: PAGES[name] for name in (*LOOKED_AT, *HOSTILE)} | {"bad": BAD}
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["node", BROWSER / "check_pages.mjs", *(folder / f"{name}.html" for name in pages)],
        capture_output=True,
        env={**os.environ, "CHROMIUM": _chromium() or ""},
        timeout=300,
        check=False,
    )
    if done.returncode == NO_BROWSER:
        pytest.skip(f"SKIPPED: pages were not opened in a browser, as it does not start: {done.stderr.decode()[:300]}")
    assert done.returncode == 0, done.stderr.decode()
    report: dict[str, dict[str, Any]] = json.loads(done.stdout)
    assert report.keys() == pages.keys()
    return report


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_stands_in_a_browser(name: str, found: dict[str, dict[str, Any]]) -> None:
    page = found[name]
    assert page["console"] == page["requests"] == page["dialogs"] == []
    assert page["violations"] == []
    assert page["rules"] > 30, "axe did look"
    assert page["overflow"] == []
    assert page["focus"] == []
    assert 1 <= page["sheets"] <= SHEETS.get(name, 2)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_loads_and_runs_nothing(name: str, found: dict[str, dict[str, Any]]) -> None:
    page = found[name]
    assert page["console"] == page["requests"] == page["dialogs"] == []
    assert page["executed"] is False


def test_the_check_sees_what_is_wrong(found: dict[str, dict[str, Any]]) -> None:
    bad = found["bad"]
    assert {it["rule"] for it in bad["violations"]} >= {"color-contrast", "image-alt", "html-has-lang"}
    assert bad["executed"] is True
    assert bad["requests"] == ["https://example.invalid/x.png"]
    assert bad["console"]
    assert bad["overflow"]
    assert bad["focus"]
