"""Text from files can neither act on a terminal nor hide in it; honest text stays as it is."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.printable import printable

law = settings(max_examples=100, deadline=None, derandomize=True, database=None)

LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = (
    "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206f\ufeff\ufff9\ufffa\ufffb\U000e0001\U000e0041\U000e007f"
)
SURROGATES = "\ud800\udbff\udc00\udfff"
CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
FORBIDDEN = frozenset(CONTROLS + LINE_BREAKS + BIDI + INVISIBLE + SURROGATES)


@pytest.mark.parametrize(
    ("attack", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b[2J\x1b[H", "\\x1b[2J\\x1b[H"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        (
            "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
            "\\x1b]8;;https://evil.example\\x1b\\click\\x1b]8;;\\x1b\\",
        ),
        ("\x1b]52;c;aGk=\x07", "\\x1b]52;c;aGk=\\x07"),  # writes the clipboard
        ("\x9b31mred", "\\x9b31mred"),  # the same as ESC [, in one C1 character
        ("\x9d0;title\x9c", "\\x9d0;title\\x9c"),
        ("backspace\x08\x08\x7f", "backspace\\x08\\x08\\x7f"),
        ("nothing\x00", "nothing\\x00"),
        ("user\u202egnp.exe", "user\\u202egnp.exe"),
        ("\u2066isolated\u2069", "\\u2066isolated\\u2069"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\ufeffmark", "\\ufeffmark"),
        ("half \ud83d", "half \\ud83d"),
        ("tag \U000e0041", "tag \\U000e0041"),
    ],
)
def test_an_attack_is_shown_as_text(attack: str, shown: str) -> None:
    assert printable(attack) == shown


@pytest.mark.parametrize("character", sorted(FORBIDDEN), ids=ascii)
def test_no_character_that_acts_or_hides_survives(character: str) -> None:
    assert not FORBIDDEN & set(printable(f"a{character}b"))
    assert printable(f"a{character}b") != "ab"


@law
@given(st.text(st.characters() | st.sampled_from(sorted(FORBIDDEN))))
def test_no_text_acts_or_hides(text: str) -> None:
    shown = printable(text)
    assert not FORBIDDEN & set(shown)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    shown.encode()


@law
@given(st.text(st.characters() | st.sampled_from(LINE_BREAKS)))
def test_the_result_is_one_line(text: str) -> None:
    assert len(printable(text).splitlines()) <= 1


@law
@given(st.text(st.characters() | st.sampled_from(sorted(FORBIDDEN))))
def test_showing_text_twice_changes_nothing_more(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a b"), ("a\r\nb", "a b"), ("a\n\n\tb", "a b"), ("a\u2028b", "a b"), ("a\x85b", "a b"), ("\n", " ")],
)
def test_line_breaks_and_tabs_become_one_space(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain text, 100 % of it: (a) [b] {c} <d> & \\e",
        "Zoë Brontë, Łukasz, Ærø, naïve",
        "e\u0301 as two characters",
        "産品經理 プロダクトマネージャー 프로덕트 매니저",
        "مدير المنتج",
        "מנהל מוצר",
        "👍🏽 done - “quoted” … €",
        "two  spaces and a no-break\u00a0space",
        "[bold]markup[/bold] is not for this function",
    ],
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


@law
@given(st.text(st.characters(categories=("L", "N", "P", "S", "M"), exclude_characters=FORBIDDEN)))
def test_letters_digits_and_signs_stay_as_they_are(text: str) -> None:
    assert printable(text) == text


def test_the_escape_names_the_character() -> None:
    for character in sorted(FORBIDDEN - set("\t\n\v\f\r\x85\u2028\u2029")):
        (code,) = re.findall(r"^\\[xuU]([0-9a-f]+)$", printable(character))
        assert chr(int(code, 16)) == character
