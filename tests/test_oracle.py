"""pmgap against the oracle: two readings of the same design must agree on every profile."""

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import oracle
from conftest import Run
from oracle import Raw
from pmgap.assessment import assess
from pmgap.catalogue import Catalogue
from pmgap.readers.documents import parse
from pmgap.readers.profile_file import profile_from
from pmgap.writers.json_report import as_json

ROW = (
    "skill", "name", "importance", "weight", "required", "bracket", "basis", "verdict", "gap", "contradiction",
)  # fmt: skip
PROFILES = 500


@pytest.fixture(scope="module")
def raw() -> Raw:
    return oracle.raw_catalogue()


def draw(raw: Raw, seed: int) -> tuple[Raw, Raw]:
    """Role and profile of one seed. The roles take turns."""
    role = raw["roles"][seed % len(raw["roles"])]
    return role, oracle.random_profile(random.Random(seed), raw, role)


@pytest.fixture(scope="module")
def drawn(raw: Raw) -> list[tuple[Raw, Raw, list[Raw]]]:
    """Role, profile and what the oracle says of the requirements, for every seed."""
    drawn = [draw(raw, seed) for seed in range(PROFILES)]
    return [(role, profile, oracle.expected_requirements(raw, profile, role)) for role, profile in drawn]


def differences(raw: Raw, role: Raw, profile: Raw, report: Raw, rows: list[Raw]) -> list[str]:
    """What a report says otherwise than the oracle, in words; ``rows`` is what the oracle says of the requirements."""
    found = (
        [f"unknown ids {report['unknown_ids']}"] if report["unknown_ids"] != oracle.unknown_ids(raw, profile) else []
    )
    reported = [{name: row[name] for name in ROW} for row in report["requirements"]]
    if [row["skill"] for row in reported] != [row["skill"] for row in rows]:
        found.append("other requirements, or another order")
    found += [f"{ours} should be {theirs}" for ours, theirs in zip(reported, rows, strict=False) if ours != theirs]
    expected = {
        "role": {"id": role["id"], "title": role["title"]},
        "coverage": oracle.expected_coverage(rows),
        "not_applicable": sorted(
            {row["skill"] for row in role["requirements"]} & set(profile.get("not_applicable") or [])
        ),
        "readiness": oracle.readiness(rows, is_blocked(role, report), "must"),
    }
    said = {**{name: report[name] for name in expected}, "readiness": report["readiness"]["word"]}
    found += [f"{name} {said[name]} should be {expected[name]}" for name in expected if said[name] != expected[name]]
    return found + gate_differences(role, profile, report)


def is_blocked(role: Raw, report: Raw) -> bool:
    firm = [gate.get("firm", True) for gate in role["gates"]]
    return any(must and gate["verdict"] == "gap" for must, gate in zip(firm, report["gates"], strict=True))


def gate_differences(role: Raw, profile: Raw, report: Raw) -> list[str]:
    found = []
    for asked, gate in zip(role["gates"], report["gates"], strict=True):
        verdicts = [it["verdict"] for it in gate["alternatives"]]
        unmet = {it["text"] for it in gate["alternatives"] if it["verdict"] != "met"}
        if [it["text"] for it in asked["alternatives"]] != [it["text"] for it in gate["alternatives"]]:
            found.append(f"other alternatives of {gate['kind']}")
        if (gate["kind"], gate["firm"]) != (asked["kind"], asked.get("firm", True)):
            found.append(f"{gate['kind']} is {gate['firm']}")
        if gate["verdict"] != oracle.gate_verdict(verdicts):
            found.append(f"gate {gate['kind']} is {gate['verdict']} from {verdicts}")
        if gate["cheapest"] not in ({None} if gate["verdict"] == "met" else unmet):
            found.append(f"gate {gate['kind']} calls {gate['cheapest']} the cheapest unmet")
        for alternative, said in zip(asked["alternatives"], verdicts, strict=True):
            if (meant := oracle.years_verdict(alternative, profile)) not in (None, said):
                found.append(f"{alternative['text']} is {said}, should be {meant}")
    return found


def test_500_random_profiles_come_out_as_the_oracle_says(
    catalogue: Catalogue, raw: Raw, drawn: list[tuple[Raw, Raw, list[Raw]]]
) -> None:
    wrong: dict[int, list[str]] = {}
    assert len(drawn) == 500
    for seed, (role, document, rows) in enumerate(drawn):
        profile = profile_from(parse(json.dumps(document), "x.json"))
        report = json.loads(as_json(assess(catalogue, profile, catalogue.role_by_id[role["id"]])))
        if found := differences(raw, role, document, report, rows):
            wrong[seed] = found
    assert not wrong


def test_the_random_profiles_reach_every_outcome(raw: Raw, drawn: list[tuple[Raw, Raw, list[Raw]]]) -> None:
    """Guards the test above: an outcome that no profile reaches would not be checked."""
    seen: dict[str, Counter[Any]] = {"verdict": Counter(), "basis": Counter(), "contradiction": Counter()}
    words: Counter[str] = Counter()
    roles = set()
    for role, _, rows in drawn:
        roles.add(role["id"])
        words[oracle.readiness(rows, False, "must")] += 1
        for name, counter in seen.items():
            counter.update(row[name] for row in rows)
    assert min(words[it] for it in ("unclear", "ready", "within reach", "build first")) >= 20
    assert min(seen["verdict"][it] for it in ("met", "unclear", "gap", "not asked")) >= 200
    assert min(seen["basis"][it] for it in ("not asked", "mentioned", "declared", "claimed", "evidenced")) >= 200
    assert seen["contradiction"][True] >= 200
    assert roles == {role["id"] for role in raw["roles"]}


@pytest.mark.parametrize("seed", [3, 58, 106, 205])
def test_the_real_process_agrees_with_the_oracle(pmgap: Run, tmp_path: Path, raw: Raw, seed: int) -> None:
    role, document = draw(raw, seed)
    (tmp_path / "me.json").write_text(json.dumps(document))
    done = pmgap("assess", "me.json", "--role", role["id"], "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = oracle.expected_requirements(raw, document, role)
    assert differences(raw, role, document, json.loads(done.stdout), rows) == []


def test_bare_yes_and_no_of_yaml_mean_what_they_say(pmgap: Run, tmp_path: Path, raw: Raw) -> None:
    (tmp_path / "me.yaml").write_text(
        "pmgap: 1\nanswers:\n  pricing.1a: yes\n  pricing.1b: Yes\n  pricing.2a: no\n  road-mapping.3a: partly\n"
    )
    meant = {"pricing.1a": "yes", "pricing.1b": "yes", "pricing.2a": "no", "road-mapping.3a": "partly"}
    role = next(entry for entry in raw["roles"] if entry["id"] == "growth-product-manager")
    done = pmgap("assess", "me.yaml", "--role", role["id"], "--format", "json")
    rows = oracle.expected_requirements(raw, {"answers": meant}, role)
    assert differences(raw, role, {"answers": meant}, json.loads(done.stdout), rows) == []
