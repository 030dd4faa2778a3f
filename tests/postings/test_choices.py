"""Expressions that are compiled late find what they would find at once: hints and pieces never hide a place."""

import re
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pmgap.built_expressions import all_lists, in_all_rooms
from pmgap.postings import certificates, degrees, openings, refusals, tables
from pmgap.postings.choices import AnyOf, InOrder, Signs, holds_any, words_in
from pmgap.postings.patterns import Pattern, TwoPatterns, in_small_letters
from pmgap.postings.pieces import (
    alternatives,
    one_of_each_begins_with,
    one_of_each_surely_in,
    surely_in,
    table_text,
    words_of_which_one_is_in,
)

HINTED = [it for it in in_all_rooms() if isinstance(it, Pattern) and it.hints]
LISTS = all_lists()


def test_the_expressions_are_found() -> None:
    assert len(HINTED) > 20
    assert len(LISTS) > 30


@pytest.mark.parametrize("pattern", HINTED, ids=lambda it: it.text[:40])
def test_a_text_in_which_an_expression_fits_holds_one_of_its_hints(pattern: Pattern) -> None:
    @settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern.text, re.ASCII)))
    def check(text: str) -> None:
        if re.search(pattern.text, text):
            assert pattern.search(text), text

    check()


@pytest.mark.parametrize("choices", LISTS, ids=lambda it: it.whole[:40])
def test_a_list_finds_what_the_whole_expression_finds(choices: AnyOf) -> None:
    text_of_whole = re.sub(r"\(\?P<\w+>", "(", choices.whole)  # one expression may use a name for a group only once
    whole = re.compile(text_of_whole)

    @settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(text_of_whole, re.ASCII)))
    def check(text: str) -> None:
        wanted = whole.search(text)
        found = choices.search(text)
        assert (found and found.span()) == (wanted and wanted.span()), text
        assert choices.is_in(text) == (wanted is not None)
        assert [it.span() for it in choices.finditer(text)] == [it.span() for it in whole.finditer(text) if it.group()]
        matched, own = whole.match(text), choices.match(text)
        assert (own and own.span()) == (matched and matched.span()), text
        assert (choices.fullmatch(text) is None) == (whole.fullmatch(text) is None)

    check()


@given(st.text())
@example("don't_x2 e-mail/FOO... a\tb\x1fc\x00d")
@example("naïve ÄÖ 1２３")
def test_the_words_of_a_text_are_those_that_its_letters_make(text: str) -> None:
    assert words_in(text) == {word[: tables.LETTERS] for word in re.findall(r"\w+", text)}


def parts(patterns: Iterable[TwoPatterns]) -> list[str]:
    """The parts of expressions, those for small letters and those for letters as they stand."""
    found = (part for it in patterns for part in (it.small, it.cased))
    return [it.whole if isinstance(it, AnyOf) else it.text for it in found if it is not None]


def refuses(text: str) -> bool:
    """Whether a text holds a word of refusal."""
    return holds_any(text, refusals.REFUSING)


CAPITALS = [it.whole if isinstance(it, AnyOf) else it.text for _, two in degrees.LEVELS if (it := two.cased)]
SIGNED: list[tuple[Callable[[str], bool], str]] = [
    *((degrees.SIGNS.are_in, it) for it in parts(TwoPatterns(small=it.small) for _, it in degrees.LEVELS)),
    *((degrees.MARK.is_in, it) for it in CAPITALS),
    *((certificates.SIGNS.are_in, it) for it in parts(it for _, it in certificates.NAMED)),
    *((refuses, it) for it in (refusals.AHEAD.whole, refusals.BEHIND.whole)),
    (refuses, refusals.NONE_REQUIRED.text),
    (refuses, refusals.NONE_OF_A_LIST.text),
]


@pytest.mark.parametrize(("is_signed", "expression"), SIGNED, ids=[it[:40] for _, it in SIGNED])
def test_a_sign_stands_wherever_an_expression_fits_that_is_only_tried_behind_one(
    is_signed: Callable[[str], bool], expression: str
) -> None:
    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(expression, re.ASCII)))
    def check(text: str) -> None:
        text = re.sub(r"\s", " ", text)
        if re.search(expression, text):
            assert is_signed(text if is_signed == degrees.MARK.is_in else in_small_letters(text)), text

    check()


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("a|b", ["a", "b"]),
        ("(?:a|b)c|d", ["(?:a|b)c", "d"]),
        (r"\(|[|)]x|y", [r"\(", "[|)]x", "y"]),
        ("", [""]),
    ],
)
def test_a_list_is_taken_apart_outside_of_brackets(expression: str, parts: list[str]) -> None:
    assert alternatives(expression) == parts


@pytest.mark.parametrize(
    ("expression", "piece"),
    [
        ("requirements?", "requirement"),
        (r"an?\b", "a"),
        ("(?:good|great) to have", " to have"),
        (r"what you(?:'ll)? do", "what you"),
        (r"ab{2}cd+e", "cd"),
        (r"x(?:preferred\b)y", "xpreferred"),
        (r"\d+ ?%", "%"),
    ],
)
def test_the_piece_that_must_be_there_is_found(expression: str, piece: str) -> None:
    assert surely_in(expression) == piece


@pytest.mark.parametrize(
    ("expression", "pieces"),
    [
        ("nice to have", ("nice to have",)),
        (r"an?\b", ("a",)),
        ("(?:should|must) (?:be|have)", ("should", "must")),
        ("(?:(?:very )good|odd)", ("very ", "odd")),
        (r"(?:\d|two) years", ("",)),  # a digit may be of any script
        ("(?:good |)job", ("",)),
        ("(?:good )?job", ("",)),
        (r"\bjob", ("",)),
    ],
)
def test_what_an_expression_begins_with_is_found(expression: str, pieces: tuple[str, ...]) -> None:
    assert one_of_each_begins_with(expression) == pieces


def test_one_of_a_list_that_cannot_be_left_out_must_be_there() -> None:
    assert one_of_each_surely_in("(?:this|the) (?:role|position)") == (("this", "the"), ("role", "position"))
    assert one_of_each_surely_in("(?:strong|good)? ?x") == ()
    assert one_of_each_surely_in("(?:a(?:b|c)|dddd) x") == ()


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("requirements?", {"requ"}),  # what a word begins with, as it may go on
        ("nice to have", {"nice"}),
        ("the candidate", {"cand"}),
        ("is a must", {"must"}),
        ("a job", {"job"}),  # a short word that ends where a word must end
        ("ability", {"abil"}),
        (r"an? (?:very |big )?asset", {"asse"}),  # a word begins behind what may be left out, too
        (r"(?:is|are) (?:not|never) (?:essential|a must)", {"esse", "must"}),  # of several groups that of the longest
        ("un(?:wanted|asked)", set()),  # no word begins there
        ("(?:of|to)?", set()),
    ],
)
def test_the_words_of_which_one_must_be_there_are_found(expression: str, words: set[str]) -> None:
    after = "" if "requ" in words else r"\b"
    assert set(words_of_which_one_is_in(expression, r"\b", after)) == words


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"un\W*wanted", "unwanted"),  # what may be nothing begins no word
        (r"\d+\W*years", "5years"),
        ("x(?:abc)d(?! xabcd)", "yxabcd"),  # a piece that is put together stands elsewhere, too
        ("(?:qwer)tyui(?: qwertyui)?", "xqwertyui"),
        ("abcd{2}?efgh", "abcddefgh"),
        ("abcd*?efgh", "abcefgh"),
        ("[]x]yz", "]yz"),
        ("[^]x]yzzz", "ayzzz"),
        (r"\x61bcd", "abcd"),
        (r"\u00e9tat", "état"),
        (r"\141bcd", "abcd"),
        (r"\N{LATIN SMALL LETTER A}bcd", "abcd"),
        (r"(?:a|b)(?:c|d)?long word", "blong word"),
        (r"\(nice to have\)", "(nice to have)"),
    ],
)
def test_an_odd_expression_is_found_where_it_fits(expression: str, text: str) -> None:
    assert re.search(expression, text)
    choices = AnyOf(f"never there|{expression}")
    assert choices.is_in(text)
    assert AnyOf(expression).match(text[re.search(expression, text).start() :])  # type: ignore[union-attr]


def test_a_list_with_a_control_character_is_refused() -> None:
    with pytest.raises(ValueError, match="control character"):
        table_text(("a\x1cb", "", ""))


def test_a_list_may_be_asked_by_several_threads_at_once() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            for _ in range(60):
                choices = AnyOf("|".join(f"word{it} of a list" for it in range(40)), before=r"\b")
                assert all(pool.map(choices.is_in, ["the word7 of a list"] * 8))
    finally:
        sys.setswitchinterval(before)


def test_signs_are_pieces_of_which_one_must_be_there() -> None:
    signs = Signs("certif", "series 7", "no ")
    assert [signs.are_in(it) for it in ("a certified series", "series 7", "no doubt")] == [True] * 3
    assert [signs.are_in(it) for it in ("certain", "series 8", "no", "nothing")] == [False] * 4


def test_the_first_list_of_which_any_fits_counts() -> None:
    lists = InOrder([AnyOf("one|two"), AnyOf("three") | AnyOf("four"), AnyOf("tw")])
    found = [lists.first_in(text) for text in ("two", "one four", "four", "three", "twin", "five", "")]
    assert found == [0, 0, 1, 1, 2, 3, 3]


def test_what_the_package_holds_of_lists_is_what_is_worked_out() -> None:
    for written in (part for it in all_lists() for part in it.parts):
        assert tables.TABLES[tables.key_of(written)] == table_text(written), "install the package again"


def test_a_list_is_taken_from_the_tables_that_were_built(monkeypatch: pytest.MonkeyPatch) -> None:
    written = ("nice to have|(?:big|real) plus", r"\b", "")
    monkeypatch.setitem(tables.TABLES, tables.key_of(written), table_text(("other words|(?:big|real) plus", r"\b", "")))
    assert AnyOf(*written).is_in("other words")
    assert AnyOf(*written).search("a real plus").span() == (2, 11)  # type: ignore[union-attr]


def test_lists_without_tables_are_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "TABLES", {})
    choices = AnyOf("nice to have|(?:big|real) plus", before=r"\b")
    assert choices.is_in("it is nice to have")
    assert not choices.is_in("a big minus")


@pytest.mark.parametrize("text", ["a good role", "no role here: an odd job", "(good) job", "x/odd job"])
def test_an_expression_that_begins_with_a_choice_of_words_is_found_by_any_of_them(text: str) -> None:
    choices = AnyOf(r"(?:good|odd|no) (?:role|job)|never", before=r"\b")
    whole = re.search(choices.whole, text)
    found = choices.search(text)
    assert (found and found.span()) == (whole and whole.span())
    assert choices.is_in(text) == (whole is not None)


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(in_small_letters(text)) == len(text)


def test_small_letters_have_plain_apostrophes() -> None:
    assert in_small_letters("You’ll Dİne") == "you'll dine"


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["join us", "join", "we ", "our ", "5", "_", "- ", "* ", " ", "(", "apply", "own"])))
def test_signs_before_a_line_do_not_hide_that_it_speaks_to_its_reader(pieces: list[str]) -> None:
    line = "".join(pieces)
    fits = re.match(rf"[^\w]*(?:{openings.NO_DUTY.whole})", line) is not None
    assert openings.opens_as_no_duty(line) == fits
