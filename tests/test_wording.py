"""The wording rules: what makes a can-do statement answerable with yes, partly or no."""

import pytest

from pmgap.catalogue import Catalogue
from pmgap.wording import (
    ALIKE,
    content_words,
    mean_reading_grade,
    near_duplicates,
    reading_grade,
    statement_problems,
    syllables,
    words,
)

GOOD = "I have shown a price list to six customers before it was printed."


def rules(text: str) -> list[str]:
    return [problem.rule for problem in statement_problems(text)]


def test_a_past_act_in_plain_words_is_fine() -> None:
    assert rules(GOOD) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("We have shown a price list to six customers.", "first-person"),
        ("Have shown a price list to six customers.", "first-person"),
        ("Informed six customers of a new price.", "first-person"),
        ("I can show a price list to six customers.", "past-act"),
        ("I know how a price list is made.", "past-act"),
        ("I am a friend of price lists.", "past-act"),
        ("I have been able to show a price list.", "past-act"),
        ("I have experience of price lists.", "past-act"),
        ("I have knowledge of price lists.", "past-act"),
        ("I have shown a list to a customer and written the report on it.", "one-act"),
        ("I have made a list, then showed it to a friend and sold two carts.", "one-act"),
        ("I have made a great price list.", "quality"),
        ("I have successfully sold a cart.", "quality"),
        ("I have Clearly told a friend what a cart costs.", "quality"),
        ("I have often sold a cart.", "frequency"),
        ("I have regularly shown lists to my boss.", "frequency"),
        ("I have operationalised organisational accountability considerations.", "reading-level"),
        (" ".join(["I have", *["sold"] * 24]), "length"),
    ],
)
def test_each_rule_finds_what_it_is_for(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "I have read and sorted customer letters.",  # one act with two verbs for it
        "I have shown costs and income to a friend.",
        "I candidly told a friend what a cart costs.",  # starts like "can"
        "I have asked a customer what is good-looking.",
        " ".join(["I have", *["sold"] * 23]),  # 25 words
    ],
)
def test_what_only_looks_like_a_problem_is_none(text: str) -> None:
    assert rules(text) == []


def test_several_problems_are_all_told() -> None:
    assert rules("We often do great work.") == ["first-person", "quality", "frequency"]


def test_a_problem_says_what_is_wrong_and_what_to_do() -> None:
    (problem,) = statement_problems("I have made a strong and good list.")
    assert problem.what == "judges quality (good, strong)"
    assert problem.hint


def test_the_shipped_statements_follow_the_rules(catalogue: Catalogue) -> None:
    statements = [statement.text for _, _, statement in catalogue.statement_by_id.values()]
    assert len(statements) > 100
    assert [text for text in statements if rules(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have sold it.", ["I", "have", "sold", "it"]),
        ("A/B test, R&D, e.g. today's", ["A/B", "test", "R&D", "e", "g", "today's"]),
        ("one (two, three) - four", ["one", "two", "three", "four"]),
        ("", []),
        ("... - !", []),
    ],
)
def test_words_are_told_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("price", 1),  # silent e
        ("the", 1),
        ("table", 2),  # -le is spoken
        ("committee", 3),
        ("asked", 1),  # silent -ed
        ("wanted", 2),
        ("needed", 2),
        ("product", 2),
        ("organisation", 5),
        ("B2B", 1),
        ("123", 1),
        ("Price", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_reading_grade_is_that_of_flesch_and_kincaid() -> None:
    assert reading_grade("The cat sat on the mat") == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59)
    assert reading_grade("Product planning") == pytest.approx(0.39 * 2 + 11.8 * 4 / 2 - 15.59)
    assert reading_grade("") == 0


def test_longer_words_and_longer_sentences_read_harder() -> None:
    assert reading_grade("I sold organisational considerations") > reading_grade("I sold two carts")
    assert reading_grade("I sold two carts to my old friend") > reading_grade("I sold two carts")


def test_the_grade_of_a_skill_is_the_mean_of_its_statements() -> None:
    first, second = "I sold a cart", "I considered organisational accountability"
    assert mean_reading_grade([first, second]) == pytest.approx((reading_grade(first) + reading_grade(second)) / 2)
    assert mean_reading_grade([]) == 0


def test_the_words_that_carry_the_meaning_lose_their_endings() -> None:
    assert content_words("I have priced the products and a product price") == {"pric", "product", "price"}
    assert content_words("Selling sells") == {"sell"}
    assert content_words("I have the") == frozenset()


def test_statements_with_mostly_the_same_words_are_told() -> None:
    pairs = near_duplicates(
        [
            ("a", "I have shown a price list to a customer."),
            ("b", "I have shown price lists to two customers."),
            ("c", "I have drawn a map of the town."),
        ]
    )
    assert list(pairs) == [("a", "b", 1.0)]


def test_likeness_is_the_share_of_words_in_common() -> None:
    three_of_five = [("a", "alpha beta gamma delta"), ("b", "alpha beta gamma omega")]
    assert list(near_duplicates(three_of_five)) == [("a", "b", ALIKE)]
    assert list(near_duplicates([("a", "alpha beta gamma delta"), ("b", "alpha beta zeta omega")])) == []


def test_statements_without_content_are_not_alike() -> None:
    assert list(near_duplicates([("a", "I have the"), ("b", "I have the")])) == []
