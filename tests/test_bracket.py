"""The laws of the algebra: answers -> bracket -> verdict -> coverage (sections 5 and 6 of the design)."""

import itertools
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.bracket import (
    Basis,
    Bracket,
    Coverage,
    Gap,
    Outcome,
    Reading,
    Verdict,
    coverage,
    gap,
    outcome,
    read_answers,
    verdict,
)

NO, PARTLY, YES = 0, 1, 2
SIGNS = {"y": YES, "p": PARTLY, "n": NO, "-": None}

law = settings(max_examples=100, deadline=None, derandomize=True, database=None)

tops = st.integers(1, 7)
halves = st.lists(st.sampled_from([NO, PARTLY, YES]), min_size=1, max_size=5)
brackets = st.lists(st.integers(0, 6), min_size=2, max_size=2).map(lambda ends: Bracket(low=min(ends), high=max(ends)))
parts = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 6), brackets), max_size=8)


@st.composite
def answer_sheets(draw: st.DrawFn) -> tuple[dict[int, list[int]], int]:
    """Answers about one skill, several statements a level, and the top of the scale."""
    top = draw(tops)
    return draw(st.dictionaries(st.integers(1, top), halves, min_size=1)), top


def sheet(signs: str) -> dict[int, list[int]]:
    """Answers in short form, a word per level from 1, a letter per statement: ``"yyn p -"``."""
    return {
        level: values
        for level, word in enumerate(signs.split(), start=1)
        if (values := [value for sign in word if (value := SIGNS[sign]) is not None])
    }


def ends(reading: Reading) -> tuple[int, int]:
    return reading.bracket.low, reading.bracket.high


def every_combination(top: int) -> Iterator[tuple[int | None, ...]]:
    """Every way to answer one statement per level, but for leaving all of them open."""
    for combination in itertools.product([None, NO, PARTLY, YES], repeat=top):
        if any(value is not None for value in combination):
            yield combination


def as_sheet(combination: tuple[int | None, ...]) -> dict[int, list[int]]:
    return {level: [value] for level, value in enumerate(combination, start=1) if value is not None}


# Answers of one level -> passed, partial, failed


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("y", "passed"),
        ("p", "partial"),
        ("n", "failed"),
        ("yyyn", "passed"),  # exactly 3/4
        ("yp", "passed"),  # exactly 3/4
        ("yppn", "partial"),
        ("yypn", "partial"),  # 5/8
        ("yyn", "partial"),  # 2/3
        ("yyp", "passed"),  # 5/6
        ("ynnn", "failed"),  # exactly 1/4
        ("pn", "failed"),  # exactly 1/4
        ("ppnn", "failed"),  # exactly 1/4
        ("ypnn", "partial"),  # 3/8
        ("ynn", "partial"),  # 1/3
        ("pnn", "failed"),  # 1/6
        ("yn", "partial"),
        ("-y-", "passed"),  # what was not answered does not count
    ],
)
def test_three_quarters_pass_a_level_and_one_quarter_fails_it(signs: str, expected: Outcome) -> None:
    assert outcome(sheet(signs)[1]) == expected


@law
@given(halves)
def test_the_exact_mean_decides_a_level(values: list[int]) -> None:
    mean = Fraction(sum(values), 2 * len(values))
    assert (outcome(values) == "passed") == (mean >= Fraction(3, 4))
    assert (outcome(values) == "failed") == (mean <= Fraction(1, 4))


# Answers of all levels -> bracket


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("y", (1, 4)),
        ("- y", (2, 4)),
        ("- - - y", (4, 4)),
        ("n", (0, 0)),
        ("- - n", (0, 2)),
        ("- - - n", (0, 3)),
        ("p", (0, 1)),  # partly at a level counts as holding the one below
        ("- p", (1, 2)),
        ("- - - p", (3, 4)),
        ("y y n n", (2, 2)),
        ("y y y y", (4, 4)),
        ("n n n n", (0, 0)),
        ("y - n", (1, 2)),
        ("y - - n", (1, 3)),
        ("- y p", (2, 3)),
        ("- y - p", (3, 4)),
        ("p - y", (3, 4)),  # a higher pass outweighs a lower partly
        ("p p p p", (3, 4)),
        ("p p - -", (1, 2)),
        ("- p n", (1, 2)),
        ("- p - n", (1, 2)),
        ("- y p n", (2, 3)),
        ("yyn yp ynn nnn", (2, 3)),
        ("yyyn ynnn", (1, 1)),
    ],
)
def test_answers_that_agree_give_the_bracket_of_the_design(signs: str, expected: tuple[int, int]) -> None:
    reading = read_answers(sheet(signs), 4)
    assert ends(reading) == expected
    assert not reading.contradiction


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("n y", (0, 2)),
        ("y n y", (1, 3)),
        ("y n y n", (1, 3)),
        ("n n n y", (0, 4)),
        ("n p", (0, 2)),  # partly at 2 holds 1, which was failed
        ("- n p", (1, 3)),
        ("n - y p", (0, 4)),
        ("n p y", (0, 3)),
        ("y n p n", (1, 3)),
        ("y - n y", (2, 4)),
    ],
)
def test_contradicting_answers_span_from_below_the_first_failure_to_the_highest_hold(
    signs: str, expected: tuple[int, int]
) -> None:
    reading = read_answers(sheet(signs), 4)
    assert ends(reading) == expected
    assert reading.contradiction
    assert reading.decided_by is None


@pytest.mark.parametrize(
    ("signs", "top", "expected"),
    [
        ("y", 1, (1, 1)),
        ("p", 1, (0, 1)),
        ("n", 1, (0, 0)),
        ("y", 2, (1, 2)),
        ("- p", 2, (1, 2)),
        ("- y", 5, (2, 5)),
        ("- - - - p", 5, (4, 5)),
        ("- - - - - n", 6, (0, 5)),
        ("y y y y y - n", 7, (5, 6)),
    ],
)
def test_the_top_of_the_scale_is_the_catalogues(signs: str, top: int, expected: tuple[int, int]) -> None:
    assert ends(read_answers(sheet(signs), top)) == expected


def test_the_outcome_of_every_answered_level_is_told() -> None:
    assert read_answers({3: [NO], 1: [YES, YES], 2: [PARTLY]}, 4).outcomes == {1: "passed", 2: "partial", 3: "failed"}


def test_a_level_without_answers_is_unknown() -> None:
    assert read_answers({1: [], 2: [YES], 3: []}, 4) == read_answers({2: [YES]}, 4)


@pytest.mark.parametrize(
    ("signs", "decider"),
    [
        ("y", 1),
        ("y y", 2),
        ("- - p", 3),
        ("- y p", 2),
        ("- y - p", 4),
        ("p", 1),
        ("n", None),
        ("- - n", None),
        ("y n", 1),
    ],
)
def test_the_level_that_sets_the_low_end_is_told(signs: str, decider: int | None) -> None:
    assert read_answers(sheet(signs), 4).decided_by == decider


@pytest.mark.parametrize("top", [1, 2, 3, 4, 5])
def test_raising_an_answer_never_lowers_either_end_over_every_combination(top: int) -> None:
    for combination in every_combination(top):
        before = ends(read_answers(as_sheet(combination), top))
        for index, value in enumerate(combination):
            for raised in range((value if value is not None else YES) + 1, YES + 1):
                higher = (*combination[:index], raised, *combination[index + 1 :])
                after = ends(read_answers(as_sheet(higher), top))
                assert before[0] <= after[0], (combination, higher)
                assert before[1] <= after[1], (combination, higher)


@pytest.mark.parametrize("top", [1, 2, 3, 4, 5])
def test_every_combination_gives_a_bracket_on_the_scale(top: int) -> None:
    for combination in every_combination(top):
        low, high = ends(read_answers(as_sheet(combination), top))
        assert 0 <= low <= high <= top, combination


@law
@given(answer_sheets(), st.data())
def test_raising_an_answer_never_lowers_either_end(
    drawn: tuple[dict[int, list[int]], int], data: st.DataObject
) -> None:
    answers, top = drawn
    level = data.draw(st.sampled_from(sorted(answers)))
    index = data.draw(st.integers(0, len(answers[level]) - 1))
    raised = [min(YES, value + (at == index)) for at, value in enumerate(answers[level])]
    before, after = ends(read_answers(answers, top)), ends(read_answers({**answers, level: raised}, top))
    assert before[0] <= after[0]
    assert before[1] <= after[1]


@law
@given(answer_sheets())
def test_answers_contradict_only_when_a_level_was_failed_at_or_below_one_that_is_held(
    drawn: tuple[dict[int, list[int]], int],
) -> None:
    reading = read_answers(*drawn)
    failed = {level for level, result in reading.outcomes.items() if result == "failed"}
    held = {0} | {level - (result == "partial") for level, result in reading.outcomes.items() if result != "failed"}
    assert reading.contradiction == any(low <= high for low in failed for high in held)


@law
@given(answer_sheets())
def test_the_order_of_answers_does_not_matter(drawn: tuple[dict[int, list[int]], int]) -> None:
    answers, top = drawn
    turned = {level: answers[level][::-1] for level in reversed(answers)}
    assert read_answers(turned, top) == read_answers(answers, top)


@st.composite
def honest_people(draw: st.DrawFn) -> tuple[int, int, list[int]]:
    """Top of the scale, somebody's level, and the levels that they were asked about."""
    top = draw(tops)
    return top, draw(st.integers(0, top)), sorted(draw(st.sets(st.integers(1, top), min_size=1)))


@law
@given(honest_people())
def test_honest_answers_bracket_the_level_of_who_gave_them(person: tuple[int, int, list[int]]) -> None:
    top, level, asked = person
    reading = read_answers({it: [YES if it <= level else NO] for it in asked}, top)
    assert reading.bracket.low <= level <= reading.bracket.high
    assert not reading.contradiction


@law
@given(honest_people(), st.data())
def test_another_honest_answer_never_widens_the_bracket(
    person: tuple[int, int, list[int]], data: st.DataObject
) -> None:
    top, level, asked = person
    more = data.draw(st.sampled_from(range(1, top + 1)))
    few, many = (
        ends(read_answers({it: [YES if it <= level else NO] for it in levels}, top))
        for levels in (asked, {*asked, more})
    )
    assert few[0] <= many[0] <= many[1] <= few[1]


@law
@given(honest_people())
def test_honest_answers_about_every_level_leave_no_doubt(person: tuple[int, int, list[int]]) -> None:
    top, level, _ = person
    answers = {it: [YES if it <= level else NO] for it in range(1, top + 1)}
    assert ends(read_answers(answers, top)) == (level, level)


# Bracket -> verdict and gap


@pytest.mark.parametrize(
    ("low", "high", "basis", "expected"),
    [
        (3, 3, "claimed", "met"),
        (3, 4, "claimed", "met"),
        (2, 2, "claimed", "gap"),
        (0, 2, "evidenced", "gap"),
        (2, 3, "claimed", "unclear"),
        (2, 4, "claimed", "unclear"),
        (1, 4, "mentioned", "unclear"),
        (0, 4, "not asked", "not asked"),
        (3, 3, "declared", "met"),
        (2, 2, "declared", "gap"),
    ],
)
def test_the_verdict_where_level_3_is_asked(low: int, high: int, basis: Basis, expected: Verdict) -> None:
    assert verdict(Bracket(low=low, high=high), 3, basis) == expected


@pytest.mark.parametrize(
    ("low", "high", "certain", "possible"),
    [(0, 0, 3, 3), (0, 2, 1, 3), (1, 4, 0, 2), (2, 3, 0, 1), (3, 4, 0, 0), (4, 4, 0, 0)],
)
def test_the_gap_where_level_3_is_asked(low: int, high: int, certain: int, possible: int) -> None:
    assert gap(Bracket(low=low, high=high), 3) == Gap(certain=certain, possible=possible)


@law
@given(brackets, st.integers(0, 6))
def test_the_gap_and_the_verdict_say_the_same(bracket: Bracket, required: int) -> None:
    missing, found = gap(bracket, required), verdict(bracket, required, "claimed")
    assert 0 <= missing.certain <= missing.possible
    assert (found == "gap") == (missing.certain > 0)
    assert (found == "met") == (missing.possible == 0)


# Brackets -> coverage


def test_coverage_is_the_weighted_share_at_both_ends() -> None:
    asked = [(3, 4, Bracket(low=1, high=3)), (2, 2, Bracket(low=0, high=2)), (1, 1, Bracket(low=1, high=1))]
    assert coverage(asked) == Coverage(low=4 / 17, high=14 / 17)


def test_levels_above_what_is_asked_earn_nothing_elsewhere() -> None:
    expert, beginner = (3, 2, Bracket(low=4, high=4)), (3, 2, Bracket(low=0, high=0))
    assert (coverage([expert, beginner]).low, coverage([expert, beginner]).high) == (0.5, 0.5)


def test_where_nothing_is_asked_all_of_it_is_held() -> None:
    assert coverage([]) == coverage([(3, 0, Bracket(low=0, high=4))]) == Coverage(low=1.0, high=1.0)


@law
@given(parts)
def test_coverage_is_a_band_between_0_and_1(asked: list[tuple[int, int, Bracket]]) -> None:
    band = coverage(asked)
    assert 0 <= band.low <= band.high <= 1


@law
@given(parts, st.integers(1, 9), brackets)
def test_a_requirement_at_level_0_does_not_count(
    asked: list[tuple[int, int, Bracket]], weight: int, bracket: Bracket
) -> None:
    assert coverage([*asked, (weight, 0, bracket)]) == coverage(asked)


@law
@given(parts)
def test_coverage_is_full_exactly_when_every_requirement_is_met(asked: list[tuple[int, int, Bracket]]) -> None:
    met = all(verdict(bracket, required, "claimed") == "met" for _, required, bracket in asked)
    assert (coverage(asked).low == 1) == met


@law
@given(answer_sheets(), st.data(), parts, st.integers(1, 9), st.integers(0, 7))
def test_raising_an_answer_never_lowers_coverage(
    drawn: tuple[dict[int, list[int]], int],
    data: st.DataObject,
    others: list[tuple[int, int, Bracket]],
    weight: int,
    required: int,
) -> None:
    answers, top = drawn
    level = data.draw(st.sampled_from(sorted(answers)))
    index = data.draw(st.integers(0, len(answers[level]) - 1))
    raised = [min(YES, value + (at == index)) for at, value in enumerate(answers[level])]
    before, after = (
        coverage([*others, (weight, required, read_answers(it, top).bracket)])
        for it in (answers, {**answers, level: raised})
    )
    assert before.low <= after.low
    assert before.high <= after.high


@law
@given(parts)
def test_the_order_of_requirements_does_not_change_coverage(asked: list[tuple[int, int, Bracket]]) -> None:
    assert coverage(reversed(asked)) == coverage(asked)
