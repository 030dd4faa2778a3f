"""How much of what a CV says gets into a profile: CVs with known facts, one row per file.

Run: python benchmarks/resumes.py FOLDER [--as-of 2026-11]

FOLDER holds CVs and ``facts.json``: a list of ``{"file": ..., "facts": {"current_title", "pm_roles", "degree",
"certificates", "evidence"}}``; what a file does not state is left out. A row shows what was found of what is stated,
and what was found beyond it.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from pmgap.catalogue import Catalogue
from pmgap.profile import EMPTY
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.resume_file import read_resume
from pmgap.resumes.importing import Import, import_resumes
from pmgap.terms import find_terms

HEADS = ("file", "title", "product roles", "beyond", "degree", "certificates", "evidence", "missed")


def main() -> None:
    parser = argparse.ArgumentParser(description="How much of what a CV says gets into a profile.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", default="2026-11")
    options = parser.parse_args()
    year, month = map(int, options.as_of.split("-"))
    catalogue = load_catalogue(None)
    facts = json.loads((options.folder / "facts.json").read_text(encoding="utf-8"))
    rows = [score(catalogue, options.folder, entry, 12 * year + month - 1) for entry in facts]
    widths = [max(len(row[column]) for row in [HEADS, *rows]) for column in range(len(HEADS))]
    for row in [HEADS, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def score(catalogue: Catalogue, folder: Path, entry: dict[str, Any], as_of: int) -> tuple[str, ...]:
    """One row: the file, and what was found of each kind of fact."""
    facts = entry["facts"]
    resume = read_resume(str(folder / entry["file"]))
    done = import_resumes(catalogue, EMPTY, [(entry["file"], resume)], as_of)
    missed: list[str] = []

    title = "-"
    if "current_title" in facts:
        title = yes(f"title {facts['current_title']}", missed, found=has_title(done, facts["current_title"]))
    read = [
        f"{it.title} {it.period}" for file in done.report.files for it in file.positions if "product" in it.counts_as
    ]
    stated = facts.get("pm_roles")
    roles = beyond = "-"
    if stated is not None:
        roles = f"{sum(it in read for it in stated)}/{len(stated)}"
        beyond = str(len(set(read) - set(stated)))
        missed.extend(it for it in stated if it not in read)
    degree = "-"
    if "degree" in facts:
        level = facts["degree"].split()[0]
        held = {it.level for it in (done.profile.background.education or ())} if done.profile.background else set()
        degree = yes(f"degree {facts['degree']}", missed, found=level in held)
    return (
        entry["file"],
        title,
        roles,
        beyond,
        degree,
        found_of(facts.get("certificates"), lambda name: has_certificate(done, name), missed),
        found_of(facts.get("evidence"), lambda name: has_skill(catalogue, done, name), missed),
        ", ".join(missed),
    )


def yes(what: str, missed: list[str], *, found: bool) -> str:
    if not found:
        missed.append(what)
    return "yes" if found else "no"


def found_of(stated: Any, is_found: Any, missed: list[str]) -> str:
    if stated is None:
        return "-"
    left = [name for name in stated if not is_found(name)]
    missed.extend(left)
    return f"{len(stated) - len(left)}/{len(stated)}"


def has_title(done: Import, title: str) -> bool:
    """Whether a title is what the person is now: the headline, or the latest position."""
    for file in done.report.files:
        paid = [it for it in file.positions if it.counts_as or "intern" in it.title.casefold()]
        current = [it.title for it in paid if it.period.endswith("now")] or [it.title for it in paid[:1]]
        if title.casefold() in [file.headline.casefold(), *map(str.casefold, current)]:
            return True
    return False


def has_certificate(done: Import, name: str) -> bool:
    """Whether a certificate is in the profile: every word of its name but the year stands in one entry."""
    background = done.profile.background
    words = set(re.findall(r"[a-z][a-z-]+", name.casefold()))
    held = (background.certifications or ()) if background else ()
    return any(words <= set(re.findall(r"[a-z][a-z-]+", it.casefold())) for it in held)


def has_skill(catalogue: Catalogue, done: Import, name: str) -> bool:
    """Whether the profile holds a line about the skill that a fact names in its own words."""
    words = name.replace("-", " ")
    meant = {hit.skill for hit in find_terms(catalogue, [words])} | {
        it.id for it in catalogue.skills if it.id == name or it.name.casefold().startswith(words)
    }
    if not meant:
        print(f"note: no skill of the catalogue is called {name}")
    return not meant.isdisjoint(done.profile.mentions or {})


if __name__ == "__main__":
    main()
