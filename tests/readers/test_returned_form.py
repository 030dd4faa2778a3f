"""The plain-text form comes back as people and their programs leave it: read as meant, told of where it is unclear."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmgap.catalogue import Catalogue
from pmgap.errors import UserError
from pmgap.profile import Profile
from pmgap.readers.returned_form import read_form
from pmgap.readers.returned_view import Returned, read_returned
from pmgap.second_view import invite
from pmgap.writers.invitation_form import invitation_form

HEAD = "pmgap invitation, format 1\nAbout: Ada\nRole: baker\nYour name: Ben\n\n== BAKING ==\nMaking bread.\n\n"
EMPTY = "[ ] yes   [ ] partly   [ ] no"


def read(tmp_path: Path, text: str | bytes) -> Returned:
    path = tmp_path / "back.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_returned(str(path))


def asked(boxes: str, below: str = "") -> str:
    """Two statements, the first with boxes as given, the second untouched."""
    return (
        f"{HEAD}1. I have baked a loaf that a\n   neighbour bought.\n   {boxes}   (baking.1a)\n{below}\n"
        f"2. I have sold ten.\n   {EMPTY}   (baking.1b)\n\n== END ==\nThank you.\n"
    )


@pytest.mark.parametrize(
    ("boxes", "meant"),
    [
        ("[x] yes   [ ] partly   [ ] no", "yes"),
        ("[ ] yes   [X] partly   [ ] no", "partly"),
        ("[ ] yes   [ ] partly   [ x ] no", "no"),
        ("[\u2713] yes   [ ] partly   [ ] no", "yes"),
        ("[ ] yes   [\u2714\ufe0f] partly   [ ] no", "partly"),
        ("[x]yes [ ]partly [ ]no", "yes"),
        ("[] YES [] Partly [*] NO", "no"),
        ("\u2610 yes   \u2612 partly   \u2610 no", "partly"),
        ("\u2610 yes   \u2610 partly   \u2611 no", "no"),
        ("[_] yes   [_] partly   [x] no", "no"),
        ("[x] yes", "yes"),
        ("[ ] partly", "partly"),
        ("yes", "yes"),
        ("No.", "no"),
        ("[partly]", "partly"),
        (f"{EMPTY}   yes", "yes"),
        ("[\u00a0] yes   [\u00a0x\u00a0] partly   [\u00a0] no", "partly"),
        ("\uff3bx\uff3d yes   [ ] partly   [ ] no", "yes"),
        (EMPTY, None),
        ("[ ] yes   [ ] partly", None),
        ("yes   partly   no", None),
        ("", None),
        ("___", None),
    ],
)
def test_a_mark_is_read_as_it_is_meant(tmp_path: Path, boxes: str, meant: str | None) -> None:
    returned = read(tmp_path, asked(boxes))
    assert returned.answers == {"baking.1a": meant, "baking.1b": None}
    assert (returned.about, returned.role, returned.by) == ("Ada", "baker", "Ben")
    assert (returned.notes, returned.not_understood) == (None, ())


@pytest.mark.parametrize(
    ("boxes", "what"),
    [
        ("[x] yes   [ ] partly   [x] no", "both yes and no are marked"),
        ("[maybe] yes   [ ] partly   [ ] no", '"maybe" in a box is neither a mark nor empty'),
        ("[?] yes   [ ] partly   [ ] no", '"?" in a box is neither'),
        ("[ ] yes x  [ ] partly   [ ] no", '"x" stands beside the boxes'),
        ("x [ ] yes   [ ] partly   [ ] no", '"x" stands beside the boxes'),
        ("I do not know", '"I do not know" stands beside the boxes'),
        ("yes x  partly  no", "stands beside the boxes"),
        (f"{EMPTY}   yes and no", '"yes and no" stands beside the boxes'),
    ],
)
def test_what_is_unclear_is_told_of_with_its_line_and_counts_as_no_answer(
    tmp_path: Path, boxes: str, what: str
) -> None:
    returned = read(tmp_path, asked(boxes))
    assert returned.answers == {"baking.1a": None, "baking.1b": None}
    (problem,) = returned.not_understood
    assert what in problem.what
    assert problem.where is not None
    assert problem.where.line == 11


def test_a_note_below_the_boxes_or_beside_a_mark_is_kept(tmp_path: Path) -> None:
    below = "   In spring, with Tom.\n\n   Ask \u201chim\u201d: he saw it.\n"
    returned = read(tmp_path, asked("[x] yes (twice)  [ ] partly [ ] no", below))
    assert returned.answers == {"baking.1a": "yes", "baking.1b": None}
    assert returned.notes == {"baking.1a": "(twice) In spring, with Tom. Ask \u201chim\u201d: he saw it."}
    assert returned.not_understood == ()


def test_a_mail_may_be_answered_by_a_word_on_the_line_below(tmp_path: Path) -> None:
    text = "".join(f"> {line}\n" for line in asked(EMPTY).splitlines())
    replied = text.replace("(baking.1a)\n", "(baking.1a)\nYes\n").replace("(baking.1b)\n", "(baking.1b)\n\nno!\n\n")
    returned = read(tmp_path, f"Hi Ada,\nhere you are.\n\nOn Monday Ada wrote:\n{replied}\n-- \nBen, Bakery Ltd.\n")
    assert returned.answers == {"baking.1a": "yes", "baking.1b": "no"}
    assert (returned.notes, returned.not_understood) == (None, ())


def test_a_sentence_below_is_never_taken_for_an_answer(tmp_path: Path) -> None:
    """Who writes "No idea, ask Tom" has not said no."""
    returned = read(tmp_path, asked(EMPTY, "No idea, ask Tom.\n"))
    assert returned.answers == {"baking.1a": None, "baking.1b": None}
    assert returned.notes == {"baking.1a": "No idea, ask Tom."}
    (problem,) = returned.not_understood
    assert "may be an answer, but no box is marked" in problem.what
    assert problem.where is not None
    assert problem.where.line == 12


def test_a_reply_that_holds_the_form_twice_is_read_once(tmp_path: Path) -> None:
    filled, blank = asked("[x] yes"), "".join(f"> {line}\n" for line in asked(EMPTY).splitlines())
    for text in (f"{filled}\nBest, Ben\n\nOn Monday Ada wrote:\n{blank}", f"{blank}\n{filled}"):
        returned = read(tmp_path, text)
        assert returned.answers == {"baking.1a": "yes", "baking.1b": None}
        assert returned.not_understood == ()
    other = filled.replace("[x] yes", "[x] no")
    returned = read(tmp_path, filled + other)
    assert returned.answers == {"baking.1a": None, "baking.1b": None}
    assert "is answered no here and yes on line 11" in returned.not_understood[0].what


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("Your name: Zo\u00eb  \u201cZ\u201d  Li", "Zo\u00eb \u201cZ\u201d Li"),
        ("your name:Ben", "Ben"),
        ("Your name\uff1a Ben", "Ben"),
        ("Your name: \nBen", "Ben"),
        ("Your name: ______", None),
        ("Your name: __Ben__", "Ben"),
        ("> Your name: Ben", "Ben"),
        ("Your name:", None),
        ("", None),
    ],
)
def test_a_name_is_found(tmp_path: Path, name: str, by: str | None) -> None:
    assert read(tmp_path, asked("[x] yes").replace("Your name: Ben", name)).by == by


def test_ids_and_boxes_may_be_broken_over_lines(tmp_path: Path) -> None:
    returned = read(tmp_path, asked("[ ] yes   [x]\npartly   [ ] no\n"))
    assert returned.answers == {"baking.1a": "partly", "baking.1b": None}
    returned = read(tmp_path, asked("").replace("   (baking.1a)", "[ ] yes   [x] partly   [ ] no\n( baking.1a )"))
    assert returned.answers == {"baking.1a": "partly", "baking.1b": None}


def test_a_mark_without_the_words_in_round_brackets_is_told_of(tmp_path: Path) -> None:
    returned = read(tmp_path, asked("[x] yes").replace("   (baking.1a)", ""))
    assert returned.answers == {"baking.1b": None}
    (problem,) = returned.not_understood
    assert "the words in round brackets are gone" in problem.what
    assert problem.where is not None
    assert problem.where.line == 11


def test_what_is_written_under_a_heading_is_told_of(tmp_path: Path) -> None:
    text = asked("[x] yes", "\n== SELLING ==\nHanding over bread.\n\nShe sells well.\n")
    returned = read(tmp_path, text)
    assert returned.notes is None
    (problem,) = returned.not_understood
    assert problem.what == "not understood: it is not clear what this belongs to"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("pmgap invitation, format 2\n[x] yes (a.1a)\n", "reads format 1"),
        ("pmgap invitation, format 1\nAbout: Ada\n[x] yes\n", "no statement is left in it"),
        ("[x] yes\n", "no statement is left in it"),
        ("just words\n", "not a returned invitation"),
        (b"\xff\xfep\0", "not UTF-8"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, text: str | bytes, what: str) -> None:
    with pytest.raises(UserError, match=what):
        read(tmp_path, text)


def test_a_long_note_is_cut_and_told_of(tmp_path: Path) -> None:
    returned = read(tmp_path, asked("[x] yes", "word " * 1000 + "\n"))
    assert returned.notes is not None
    assert len(returned.notes["baking.1a"]) == 2000
    assert "longer than 2000 characters" in returned.not_understood[0].what


def test_a_large_hostile_file_takes_no_time(tmp_path: Path) -> None:
    """Every search is linear; a square of a hundred thousand would not end."""
    many = 100_000
    noise = "\n".join(["(" * many, "[" * many, "> " * many, "=" * many, "(a." * many, "\n" * many, " " * many])
    assert read(tmp_path, f"{noise}\n{asked('[x] yes')}{noise}").answers == {"baking.1a": "yes", "baking.1b": None}


def unchanged(text: str) -> str:
    return text


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def of_windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def by_word(text: str) -> str:
    """Non-breaking blanks and hyphens, double spacing, ticks instead of an x."""
    plain = text.replace("[ ]", "\u2610").replace("[x]", "\u2611").replace("  ", "\u00a0 ").replace("\n", "\n\n")
    return re.sub(r"(?<=\w)-(?=\w)", "\u2011", plain)


def without_numbers(text: str) -> str:
    return re.sub(r"(?m)^\d+\. ", "", text)


def shorter(text: str) -> str:
    """Lines of at most 60 characters, as a mail program breaks them."""
    lines = []
    for line in text.splitlines():
        rest = line
        while len(rest) > 60 and " " in rest[20:60]:
            cut = rest.rindex(" ", 20, 60)
            lines.append(rest[:cut])
            rest = rest[cut + 1 :]
        lines.append(rest)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("change", [unchanged, quoted, of_windows, by_word, without_numbers, shorter])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_filled_form_reads_back_as_it_was_filled(
    catalogue: Catalogue, change: Callable[[str], str], data: st.DataObject
) -> None:
    role = catalogue.roles[data.draw(st.integers(0, 2))]
    invitation = invite(catalogue, Profile(name="Ada"), role, "quick")
    form = invitation_form(invitation).replace("Your name: ", "Your name: Ben")
    ids = [it.id for skill in invitation.skills for it in skill.statements]
    given_answers = data.draw(
        st.dictionaries(st.sampled_from(ids), st.sampled_from(["yes", "partly", "no"]), max_size=8)
    )
    lines = []
    for line in form.splitlines():
        key = next((key for key in given_answers if f"({key})" in line), None)
        lines.append(line if key is None else line.replace(f"[ ] {given_answers[key]}", f"[x] {given_answers[key]}"))
    found = read_form(change("\n".join(lines) + "\n"), "back.txt")
    assert found.answers == {**dict.fromkeys(ids), **given_answers}
    assert (found.by, found.about, found.role) == ("Ben", "Ada", role.id)
    assert (found.notes, found.problems) == ({}, ())
