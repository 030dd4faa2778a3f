"""What is understood of invented postings stays as right as it was measured to be."""

import json
from pathlib import Path
from typing import Any

import pytest
from extraction import LABELS, Tally, f1, found_labels, pay, presence, stated_pay

from pmgap.catalogue import Catalogue
from pmgap.postings.posting import Posting
from pmgap.postings.understanding import understand

FOLDER = Path(__file__).parent.parent.parent / "benchmarks" / "postings"


def labels_in(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


def understood(catalogue: Catalogue, folder: Path) -> dict[str, Posting]:
    """The file of every labelled posting to what is understood of it."""
    texts = {it["file"]: (folder / it["file"]).read_text(encoding="utf-8").split("\n") for it in labels_in(folder)}
    return {file: understand(catalogue, lines) for file, lines in texts.items()}


def tallied(read: dict[str, Posting], folder: Path) -> dict[str, Tally]:
    """Label to how often it was found, found without reason, and missed."""
    return presence(labels_in(folder), {file: set(found_labels(posting)) for file, posting in read.items()}, LABELS)


def micro_f1(tallies: dict[str, Tally]) -> float:
    return f1(*(sum(getattr(it, name) for it in tallies.values()) for name in ("hits", "false", "missed")))


LABELLED = labels_in(FOLDER)


@pytest.fixture(scope="module")
def read() -> dict[str, Posting]:
    from pmgap import load_catalogue

    return understood(load_catalogue(), FOLDER)


def test_skills(read: dict[str, Posting]) -> None:
    tallies = tallied(read, FOLDER)
    assert micro_f1(tallies) > 0.97
    assert sum(it.f1 for it in tallies.values()) / len(tallies) > 0.96
    for tally in tallies.values():
        assert tally.f1 > 0.85


def test_skills_of_postings_that_are_less_tidy(catalogue: Catalogue) -> None:
    folder = FOLDER.with_name("more-postings")
    assert micro_f1(tallied(understood(catalogue, folder), folder)) > 0.93


def test_importance(read: dict[str, Posting]) -> None:
    pairs = [
        (found[name][0], entry["where"])
        for it in LABELLED
        for found in [found_labels(read[it["file"]])]
        for name, entry in it["skills"].items()
        if name in found and not entry["borderline"]
    ]
    assert sum(own == wanted for own, wanted in pairs) > 0.89 * len(pairs)
    assert sum((own == "preferred-list") == (wanted == "preferred-list") for own, wanted in pairs) > 0.98 * len(pairs)


def test_facts(read: dict[str, Posting]) -> None:
    right = dict.fromkeys(("years", "degree", "equivalent", "pay"), 0)
    for it in LABELLED:
        posting = read[it["file"]]
        right["years"] += [(own.min, own.max) for own in posting.years][:1] == [
            (wanted["min"], wanted["max"]) for wanted in it["years"]
        ][:1]
        right["degree"] += posting.degree.level == it["degree"]["level"]
        right["equivalent"] += posting.degree.or_equivalent == it["degree"]["or_equivalent"]
        right["pay"] += pay(posting) == stated_pay(it["salary"])
    assert right["years"] >= 44
    assert right["degree"] >= 47
    assert right["equivalent"] >= 43
    assert right["pay"] >= 47
