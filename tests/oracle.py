"""A second opinion: sections 4 to 6 of the design, computed in another way than pmgap does, from the raw YAML.

Levels are sets of candidates, shares are fractions, orders are stable sorts. Nothing here imports pmgap. Where the
design is silent (the basis of contradicting answers or of answers that hold nothing; evidence that names a skill and
no statement), the reading is written beside the line.
"""

import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Raw = dict[str, Any]

DATA = Path(__file__).parent.parent / "data"

WORTH = {"yes": Fraction(1), True: Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0), False: Fraction(0)}


@cache
def raw_catalogue() -> Raw:
    """The shipped YAML files joined, in the order of the front door."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    front: Raw = yaml.load((DATA / "roles.yaml").read_text("utf-8"), loader)
    joined: Raw = {**front, "skills": []}
    for name in front["include"]:
        joined["skills"] += yaml.load((DATA / name).read_text("utf-8"), loader).get("skills", [])
    return joined


def candidates(worths: Mapping[int, list[Fraction]], top: int) -> tuple[set[int], bool, int | None]:
    """The levels that answers leave open, whether they contradict, and the level that sets the low end."""
    means = {level: sum(values, Fraction()) / len(values) for level, values in worths.items()}
    held = {level for level, mean in means.items() if mean >= Fraction(3, 4)}
    lost = {level for level, mean in means.items() if mean <= Fraction(1, 4)}
    half = means.keys() - held - lost
    scale = set(range(top + 1))
    enough = {level for level in scale if all(level >= it for it in held) and all(level >= it - 1 for it in half)}
    above = {it for it in half if it > min(enough)}
    left = {level for level in enough if all(level < it for it in lost) and all(level <= it for it in above)}
    if not left:
        return set(range(min(lost) - 1, max(held | half) + 1)), True, None
    setters = (held & {min(left)}) or (half & {min(left) + 1})
    return left, False, next(iter(setters), None)


def judge(catalogue: Raw, profile: Raw, skill: Raw) -> tuple[int, int, str, bool]:
    """Low, high, basis and contradiction for one skill."""
    top = max(entry["level"] for entry in catalogue["scale"])
    answers = {key: value for key, value in (profile.get("answers") or {}).items() if value is not None}
    ids = {entry["level"]: [it["id"] for it in entry.get("statements") or []] for entry in skill["levels"]}
    worths = {
        level: [WORTH[answers[key]] for key in keys if key in answers]
        for level, keys in ids.items()
        if answers.keys() & set(keys)
    }
    if worths:
        left, contradiction, setter = candidates(worths, top)
        basis = "claimed"
        if setter is not None:  # contradictions, and answers that hold nothing, stay claims
            entries = profile.get("evidence") or []
            backed = {key for entry in entries for key in entry.get("statements") or []}
            whole = {entry.get("skill") for entry in entries if not entry.get("statements")}
            if skill["id"] in whole or answers.keys() & set(ids[setter]) <= backed:
                basis = "evidenced"
        return min(left), max(left), basis, contradiction
    declared = (profile.get("levels") or {}).get(skill["id"])
    if declared is not None:
        return declared, declared, "declared", False
    if (profile.get("mentions") or {}).get(skill["id"]):
        return 1, top, "mentioned", False
    return 0, top, "not asked", False


def verdict(low: int, high: int, required: int, basis: str) -> str:
    """Section 6, first line."""
    possible = set(range(low, high + 1))
    enough = {level for level in possible if level >= required}
    if enough == possible:
        return "met"
    if not enough:
        return "gap"
    return "not asked" if basis == "not asked" else "unclear"


def years_verdict(alternative: Raw, profile: Raw) -> str | None:
    """The verdict on an alternative that asks for years; none for other alternatives."""
    if "experience" not in alternative:
        return None
    entries = [
        it
        for it in (profile.get("background") or {}).get("experience") or []
        if it["kind"] == alternative["experience"]
    ]
    least = sum((Fraction(str(it["years"])) for it in entries), Fraction())
    most = sum((Fraction(str(it.get("years_max") or it["years"])) for it in entries), Fraction())
    if not entries or least < alternative["min_years"] <= most:
        return "unknown"
    return "met" if least >= alternative["min_years"] else "gap"


def gate_verdict(verdicts: Iterable[str]) -> str:
    """The best of the verdicts on the alternatives."""
    return min(verdicts, key=["met", "unknown", "gap"].index)


def readiness(rows: list[Raw], blocked: bool, deciding: str) -> str:
    """The word for what is known of the musts and the firm gates."""
    musts = [row for row in rows if row["importance"] == deciding]
    mass = {id(row): Fraction(row["weight"] * row["required"]) for row in musts}
    dark = sum((mass[id(row)] for row in musts if row["verdict"] in {"not asked", "unclear"}), Fraction())
    if sum(mass.values()) and dark / sum(mass.values()) > Fraction(1, 3):
        return "unclear"
    short = [row["gap"]["certain"] for row in musts if row["gap"]["certain"]]
    if not short and not blocked:
        return "ready"
    return "within reach" if sum(short) <= 4 and set(short) <= {1} else "build first"


def expected_requirements(catalogue: Raw, profile: Raw, role: Raw) -> list[Raw]:
    """The rows of a report, sorted, without their reasons."""
    skills = {skill["id"]: skill for skill in catalogue["skills"]}
    rows = []
    for requirement in role["requirements"]:
        if requirement["skill"] in (profile.get("not_applicable") or []):
            continue
        low, high, basis, contradiction = judge(catalogue, profile, skills[requirement["skill"]])
        required = requirement["level"]
        missing = [sum(1 for step in range(1, required + 1) if step > level) for level in (high, low)]
        rows.append(
            {
                "skill": requirement["skill"],
                "name": skills[requirement["skill"]]["name"],
                "importance": requirement["importance"],
                "weight": catalogue["importances"][requirement["importance"]],
                "required": required,
                "bracket": {"low": low, "high": high},
                "basis": basis,
                "verdict": verdict(low, high, required, basis),
                "gap": {"certain": missing[0], "possible": missing[1]},
                "contradiction": contradiction,
            }
        )
    places = list(skills)
    rows.sort(key=lambda row: places.index(row["skill"]))
    rows.sort(key=lambda row: row["gap"]["possible"], reverse=True)
    rows.sort(key=lambda row: row["gap"]["certain"], reverse=True)
    rows.sort(key=lambda row: row["weight"], reverse=True)
    return rows


def expected_coverage(rows: list[Raw]) -> Raw:
    """Both ends of the coverage."""
    asked = sum(row["weight"] * row["required"] for row in rows)
    ends = (
        {
            end: sum(
                (Fraction(row["weight"] * min(row["bracket"][end], row["required"]), asked) for row in rows), Fraction()
            )
            for end in ("low", "high")
        }
        if asked
        else dict.fromkeys(("low", "high"), Fraction(1))
    )
    return {end: float(share) for end, share in ends.items()}


def unknown_ids(catalogue: Raw, profile: Raw) -> list[str]:
    """Every id of the profile that the catalogue does not hold."""
    skills = {skill["id"] for skill in catalogue["skills"]}
    statements = {
        it["id"] for skill in catalogue["skills"] for entry in skill["levels"] for it in entry.get("statements") or []
    }
    evidence = profile.get("evidence") or []
    named_skills = {*profile.get("levels", {}), *profile.get("mentions", {}), *profile.get("not_applicable", [])}
    named_skills |= {entry["skill"] for entry in evidence if "skill" in entry}
    named_statements = {*profile.get("answers", {})}.union(*(entry.get("statements", []) for entry in evidence))
    return sorted((named_skills - skills) | (named_statements - statements))


def random_profile(random_: random.Random, catalogue: Raw, role: Raw) -> Raw:
    """A profile that exercises everything section 4 allows, between hardly started and ready for ``role``."""
    temper = random_.choice(["absent", "noisy", "junior", "near", "near", "fit", "senior"])
    answered, noise = random_.choice([(0.15, 0.3), (0.5, 0.1), (1.0, 0.02), (1.0, 0.0)])
    required = {entry["skill"]: entry["level"] for entry in role["requirements"]}
    answers: Raw = {}
    levels: Raw = {}
    mentions: Raw = {}
    evidence: list[Raw] = []
    for skill in catalogue["skills"]:
        asked = required.get(skill["id"], 2)
        level = {
            "absent": 0,
            "noisy": random_.randint(0, 4),
            "junior": random_.randint(0, 2),
            "near": max(0, asked - (random_.random() < 0.25)),
            "fit": asked,
            "senior": 4,
        }[temper]
        means = random_.choices(["answers", "declared", "mentioned", "nothing", "all"], [12, 3, 1, 1, 2])[0]
        if temper == "absent" and random_.random() < 0.7:
            means = "nothing"
        ids = [(entry["level"], it["id"]) for entry in skill["levels"] for it in entry.get("statements") or []]
        if means in ("answers", "all"):
            for at, key in ids:
                if random_.random() < answered:
                    word = "yes" if at <= level else "no"
                    answers[key] = _as_written(
                        random_, random_.choice(["yes", "partly", "no"]) if random_.random() < noise else word
                    )
                elif random_.random() < 0.05:
                    answers[key] = None
        if means in ("declared", "all"):
            levels[skill["id"]] = level
        if means in ("mentioned", "all"):
            mentions[skill["id"]] = [{"source": "cv.json", "line": "Did it"}] * random_.randint(0, 2)
        if random_.random() < 0.2:
            evidence.append({"skill": skill["id"], "what": "a link"})
        elif random_.random() < 0.5:
            some = random_.sample([key for _, key in ids], random_.randint(1, len(ids)))
            evidence.append({"skill": skill["id"], "statements": some, "what": "a page", "when": "2026-03"})
    profile: Raw = {"pmgap": 1, "answers": answers, "levels": levels, "mentions": mentions, "evidence": evidence}
    if random_.random() < 0.5:
        names = [skill["id"] for skill in catalogue["skills"]]
        profile["not_applicable"] = random_.sample(names, random_.randint(0, 3)) + random_.choice([[], ["juggling"]])
    if random_.random() < 0.3:
        answers["no-such-skill.1a"] = "yes"
        levels["singing"] = 3
        mentions["dancing"] = [{"source": "cv.json", "line": "Danced"}]
        evidence.append({"skill": "painting", "statements": ["road-mapping.9z"]})
    if random_.random() < 0.8:
        profile["background"] = _random_background(random_)
    return profile


def _as_written(random_: random.Random, word: str) -> str | bool:
    ways: list[str | bool] = [word] if word == "partly" else [word, word == "yes"]
    return random_.choice(ways)


def _random_background(random_: random.Random) -> Raw:
    degrees = ["none", "certificate", "bootcamp", "associate", "bachelor", "master", "doctorate"]
    fields = [None, "computer science", "Marketing", "history", "Business Administration", "Scrum"]
    background: Raw = {}
    if random_.random() < 0.7:
        background["education"] = [
            {"level": random_.choice(degrees), "field": random_.choice(fields)} for _ in range(random_.randint(0, 2))
        ]
    if random_.random() < 0.7:
        background["experience"] = [
            {"years": years, "kind": random_.choice(["product", "industry", "management"]), **upper}
            for years in random_.choices([0, 0.5, 1, 1.5, 2, 3, 7], k=random_.randint(0, 4))
            for upper in [random_.choice([{}, {}, {"years_max": years + 2}])]
        ]
    if random_.random() < 0.7:
        background["certifications"] = random_.choice([[], ["none"], ["CSPO"], ["pspo-1", "PSPO I"], ["AIPMM CPM"]])
    return background
