"""What is told of ids that the catalogue does not know, and how much is looked for where there are very many."""

import json
from pathlib import Path

import pytest

from conftest import Run
from pmgap.catalogue import Catalogue
from pmgap.cli.check import check
from pmgap.cli.unknown_answers import MOST_TOLD, tell_unknown
from pmgap.readers.validation import MOST_PROBLEMS


def test_the_first_unknown_answers_are_told_one_by_one_and_the_rest_counted(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_unknown(catalogue, ["pricing.1a", *(f"x{number}" for number in range(MOST_TOLD + 2))], "a.yaml")
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "pmgap: a.yaml: unknown statement x0 is kept and has no effect."
    assert told[MOST_TOLD:] == ["pmgap: a.yaml: 2 more unknown statements"]


def test_as_many_unknown_answers_as_are_told_leave_no_rest(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_unknown(catalogue, [f"x{number}" for number in range(MOST_TOLD)], "a.yaml")
    assert len(capsys.readouterr().err.splitlines()) == MOST_TOLD


def test_check_counts_every_unknown_id_and_looks_for_what_was_meant_by_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looked_for: list[str] = []
    monkeypatch.setattr("pmgap.cli.check.did_you_mean", lambda word, _known: looked_for.append(word) or "")
    path = tmp_path / "me.json"
    path.write_text(json.dumps({"answers": {f"x{number}": "yes" for number in range(500)}}), encoding="utf-8")
    assert check(str(path), None, strict=False) == 0
    assert len(looked_for) == MOST_PROBLEMS
    told = capsys.readouterr()
    assert "can be used, 500 pieces of advice" in told.out
    assert told.err.count("the catalogue does not know") == MOST_PROBLEMS
    assert told.err.endswith("pmgap: 450 more pieces of advice\n")


def test_check_knows_which_role_and_which_action_was_meant(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("targets: [product-manger]\ndone: [pricing-0-11]\n", encoding="utf-8")
    told = pmgap("check", "me.yaml").stderr
    assert 'me.yaml:1 (targets[0]): the catalogue does not know "product-manger"' in told
    assert "Did you mean product-manager or" in told
    assert "Did you mean pricing-0-1 or" in told
