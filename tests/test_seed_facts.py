"""Every fact of the seed article has a place in the catalogue, and the value there is the right one."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pmgap.catalogue import Catalogue
from pmgap.record import Record

LIST = Path(__file__).with_name("seed_facts.yaml")

COUNTS = {
    "document": 3, "role-definition": 10, "responsibility": 9, "skill-context": 4, "skill": 12, "qualification": 21,
    "experience": 4, "entry-route": 7, "industry": 5, "salary": 9, "variant": 19, "sample-description": 14,
    "career-ladder": 3, "credential": 2, "citation": 9,
}  # fmt: skip
"""How many facts of each category the article holds."""

ODDITIES = 19
"""How many oddities of the article were observed."""

Entry = dict[str, Any]


def read_list() -> tuple[dict[str, list[Entry]], list[Entry]]:
    document = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return document["facts"], document["oddities"]


BY_CATEGORY, ODD = read_list()
FACTS = [fact for facts in BY_CATEGORY.values() for fact in facts]


def named(entries: list[Entry]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fact", entries, ids=[entry["id"] for entry in entries])


def places(fact: Entry) -> Iterator[tuple[str, Any]]:
    """Every place of a fact with what is expected there."""
    yield fact["at"], fact["expect"]
    for other in fact.get("also", ()):
        yield other["at"], other["expect"]


def trail(catalogue: Catalogue, at: str) -> list[Any]:
    """What stands along a path, from the catalogue to the place itself. Raises LookupError where there is nothing."""
    found: list[Any] = [catalogue]
    for step in at.split("/"):
        found.append(_follow(found[-1], step))
    return found


def _follow(value: Any, step: str) -> Any:
    if isinstance(value, Record):
        if not hasattr(value, step):
            raise LookupError(f"no field {step}")
        return getattr(value, step)
    if value is None or isinstance(value, str | int | float):
        raise LookupError(f"nothing to look into for {step}")
    if step.isdigit():
        return value[int(step)]
    key, _, wanted = step.rpartition("=")
    fitting = [entry for entry in value if getattr(entry, key or "id") == wanted]
    if len(fitting) != 1:
        raise LookupError(f"{len(fitting)} entries for {step}")
    return fitting[0]


def differences(value: Any, expected: Any, where: str = "") -> list[str]:
    """How a value of the catalogue differs from what is expected; empty if it does not."""
    if not isinstance(expected, dict):
        actual = list(value) if isinstance(value, tuple) else value
        same = actual == expected and isinstance(actual, bool) == isinstance(expected, bool)
        return [] if same else [f"{where}: {actual!r} instead of {expected!r}"]
    if "words" in expected:
        return [f"{where}: {word!r} is not in {value!r}" for word in expected["words"] if not _occurs(word, value)]
    if "has" in expected:
        return [f"{where}: {entry!r} is not among {value!r}" for entry in expected["has"] if entry not in value]
    if "one_of" in expected:
        return [] if value in expected["one_of"] else [f"{where}: {value!r} is none of {expected['one_of']!r}"]
    if "number" in expected:
        number = sum(not differences(entry, expected["where"]) for entry in value)
        return [] if number == expected["number"] else [f"{where}: {number} instead of {expected['number']}"]
    if value is None:
        return [f"{where}: nothing stands there"]
    return [
        problem
        for key, inner in expected.items()
        for problem in differences(getattr(value, key), inner, f"{where}/{key}")
    ]


def _occurs(word: str, text: str) -> bool:
    """Whether a word or phrase stands in a text, whole, whatever the case."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def problems(catalogue: Catalogue, fact: Entry) -> list[str]:
    """What is wrong with a fact in the catalogue."""
    found = []
    for at, expected in places(fact):
        try:
            value = trail(catalogue, at)[-1]
        except LookupError as error:
            found.append(f"{at}: {error}")
        else:
            found.extend(differences(value, expected, at))
    return [f"{fact['id']}: {problem}" for problem in found]


def corruptions(expected: Any) -> Iterator[Any]:
    """The expectation with one value changed, for each of its values."""
    if isinstance(expected, dict):
        for key, inner in expected.items():
            if key != "where":
                yield from ({**expected, key: other} for other in corruptions(inner))
    elif isinstance(expected, list):
        for index, entry in enumerate(expected):
            yield from ([*expected[:index], other, *expected[index + 1 :]] for other in corruptions(entry))
    elif isinstance(expected, bool):
        yield not expected
    elif isinstance(expected, int | float):
        yield from (expected + 1, expected - 1)
    elif expected is None:
        yield "something"
    else:
        yield f"{expected} zebra"


def test_the_list_holds_exactly_the_131_facts() -> None:
    assert {category: len(facts) for category, facts in BY_CATEGORY.items()} == COUNTS
    assert [key for key, count in Counter(fact["id"] for fact in FACTS).items() if count > 1] == []
    assert len(FACTS) == sum(COUNTS.values()) == 131


@named(FACTS)
def test_the_fact_stands_in_the_catalogue(catalogue: Catalogue, fact: Entry) -> None:
    assert problems(catalogue, fact) == []


def test_a_changed_value_is_noticed(catalogue: Catalogue) -> None:
    accepted = []
    for fact in [*FACTS, *ODD]:
        for at, expected in places(fact):
            changed = list(corruptions(expected))
            assert changed, f"{fact['id']} expects nothing at {at}"
            accepted += [
                f"{fact['id']} accepts {other}"
                for other in changed
                if not problems(catalogue, {"id": fact["id"], "at": at, "expect": other})
            ]
    assert accepted == []


def test_a_missing_place_is_noticed(catalogue: Catalogue) -> None:
    accepted = []
    for fact in FACTS:
        for at, expected in places(fact):
            moved = {"id": fact["id"], "at": f"{at}/nowhere", "expect": expected}
            if not "".join(problems(catalogue, moved)[:1]).startswith(f"{fact['id']}: {at}/nowhere"):
                accepted.append(f"{fact['id']} accepts {at}/nowhere")
    assert accepted == []


def test_the_place_names_the_article_as_its_source(catalogue: Catalogue) -> None:
    without = []
    for fact in FACTS:
        passed = [entry for entry in trail(catalogue, fact["at"])[1:] if isinstance(entry, Record)]
        cited = [entry.sources for entry in passed if hasattr(entry, "sources")]
        # A count over a list and a source itself name none.
        if not ("seed" in cited[-1] if cited else fact["at"].partition("/")[0] in ("skills", "sources")):
            without.append(fact["id"])
    assert without == []


def test_no_other_statement_is_laid_at_the_door_of_the_article(catalogue: Catalogue) -> None:
    listed = {at for fact in FACTS for at, _ in places(fact)}
    stated = {f"facts/{fact.id}" for fact in catalogue.facts if "seed" in fact.sources}
    assert stated - listed == set()


def test_every_citation_of_the_article_is_a_source_of_a_salary(catalogue: Catalogue) -> None:
    cited = {source.id: source for source in catalogue.sources if source.citation is not None}
    assert sorted(source.citation or 0 for source in cited.values()) == list(range(1, 10))
    assert sorted(role.salary.source for role in catalogue.roles if role.salary) == sorted(cited)


@named(ODD)
def test_the_oddity_stands_in_the_catalogue(catalogue: Catalogue, fact: Entry) -> None:
    assert len(ODD) == ODDITIES
    assert problems(catalogue, fact) == []
    assert "observation" in trail(catalogue, fact["at"])[-1].sources
