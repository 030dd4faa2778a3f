"""``pmgap invite`` and ``pmgap merge`` as real processes: a second view asked for, given, and kept beside one's own."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Run
from pmgap.profile import View
from pmgap.readers.profile_file import read_profile
from pmgap.writers.profile_yaml import save_profile

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
AMARA = EXAMPLES / "team" / "amara.yaml"
RETURNED = EXAMPLES / "second-view" / "amara-by-ben.yaml"
GROWTH = ("--role", "growth-product-manager")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A profile of one's own."""
    path = tmp_path / "me.yaml"
    path.write_bytes(AMARA.read_bytes())
    return path


def back(tmp_path: Path, text: str, name: str = "back.yaml") -> Path:
    path = tmp_path / name
    path.write_text(f"pmgap_invitation: 1\n{text}", encoding="utf-8")
    return path


def test_an_invitation_goes_out_comes_back_and_is_kept_beside_ones_own(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    sent = pmgap("invite", mine, *GROWTH, "--output", "for-ben.yaml")
    assert (sent.returncode, sent.stdout) == (0, "")
    assert "It holds none of your answers." in sent.stderr
    form = (tmp_path / "for-ben.yaml").read_text(encoding="utf-8")
    filled = form.replace("by: \n", "by:Ben\n").replace("  research.3a: \n", "  research.3a:no\n")
    returned = back(tmp_path, "")
    returned.write_text(filled, encoding="utf-8")
    before = read_profile(str(mine))
    done = pmgap("merge", mine, returned)
    assert done.returncode == 0
    assert "Ben answered about 1 skill" in done.stdout
    assert "Talk about this" in done.stdout
    after = read_profile(str(mine))
    assert after.views == (View(by="Ben", answers={"research.3a": False}),)
    assert after.answers == before.answers


def test_the_invitation_holds_nothing_of_the_profile_but_the_name(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    """Two people of one name with different answers, evidence and background send the same file."""
    other = tmp_path / "other.yaml"
    other.write_text("pmgap: 1\nname: Amara\n", encoding="utf-8")
    first, second = (pmgap("invite", path, *GROWTH, "--full").stdout for path in (mine, other))
    assert first == second
    assert first.count(": yes") == first.count(": no") == first.count(": partly") == 0


def test_merging_the_same_file_again_leaves_the_same_bytes(pmgap: Run, mine: Path) -> None:
    pmgap("merge", mine, RETURNED)
    once = mine.read_bytes()
    again = pmgap("merge", mine, RETURNED)
    assert mine.read_bytes() == once
    assert "Nothing new" in again.stderr


def test_merging_an_invitation_that_came_back_empty_changes_no_byte(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text(pmgap("invite", mine, *GROWTH).stdout, encoding="utf-8")
    before = mine.read_bytes()
    done = pmgap("merge", mine, "empty.yaml")
    assert done.returncode == 0
    assert "Nothing new" in done.stderr
    assert mine.read_bytes() == before


def test_two_people_stay_two_views(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    for name, word in (("Ben", "no"), ("Cleo", "yes")):
        returned = back(tmp_path, f"by: {name}\nanswers:\n  research.3a: {word}\n")
        report = json.loads(pmgap("merge", mine, returned, "--json").stdout)
    assert report["kind"] == "second-views"
    assert report["by"] == ["Ben", "Cleo"]
    assert [(it["by"], it["other"]) for it in report["views"]] == [
        ("Ben", {"low": 0, "high": 2}),
        ("Cleo", {"low": 3, "high": 4}),
    ]
    assert [it["talk"] for it in report["views"]] == [True, False]


def test_a_profile_in_json_stays_json(pmgap: Run, tmp_path: Path) -> None:
    mine = tmp_path / "me.json"
    mine.write_text('{"pmgap": 1, "answers": {"research.3a": "yes"}}', encoding="utf-8")
    done = pmgap("merge", mine, back(tmp_path, "by: Ben\nanswers: {research.3a: partly}\n"))
    assert done.returncode == 0
    assert json.loads(mine.read_text(encoding="utf-8")) == {
        "pmgap": 1,
        "answers": {"research.3a": "yes"},
        "views": [{"by": "Ben", "answers": {"research.3a": "partly"}}],
    }


@pytest.mark.parametrize("ending", ["yaml", "txt", "json"])
def test_every_kind_of_invitation_comes_back_the_same(pmgap: Run, mine: Path, tmp_path: Path, ending: str) -> None:
    """Out to a colleague, filled in, back, and both views in every format of the report that one looks at."""
    assert pmgap("invite", mine, *GROWTH, "--output", f"ask.{ending}").returncode == 0
    form = (tmp_path / f"ask.{ending}").read_text(encoding="utf-8")
    filled = {
        "yaml": form.replace("by: \n", "by: Ben\n").replace("  research.3a: \n", "  research.3a: no\n"),
        "txt": form.replace("Your name: ", "Your name: Ben").replace(
            "[ ] no   (research.3a)", "[x] no   (research.3a)\nNot that I saw, ask Tom."
        ),
        "json": form.replace('"by": null', '"by": "Ben"').replace('"research.3a": null', '"research.3a": "no"'),
    }[ending]
    (tmp_path / f"back.{ending}").write_text(filled, encoding="utf-8")
    done = pmgap("merge", mine, f"back.{ending}")
    assert done.returncode == 0, done.stderr
    (view,) = read_profile(str(mine)).views or ()
    assert (view.by, view.answers) == ("Ben", {"research.3a": False})
    assert view.notes == ({"research.3a": "Not that I saw, ask Tom."} if ending == "txt" else None)
    assert ("Notes that came with it" in done.stdout) == (ending == "txt")
    text, full, page, data = (
        pmgap("assess", mine, *GROWTH, "--no-input", *more).stdout
        for more in ((), ("--full",), ("--format", "markdown"), ("--json",))
    )
    for report in (text, full, page):
        assert "How others see it" in report
        assert "Talk about this" in report
        assert "Ben" in report
        assert ("Not that I saw, ask Tom." in " ".join(report.split())) == (ending == "txt")
    (view_in_data,) = json.loads(data)["second_views"]
    assert (view_in_data["by"], view_in_data["talk"], view_in_data["own"], view_in_data["other"]) == (
        "Ben", True, {"low": 3, "high": 3}, {"low": 0, "high": 2},
    )  # fmt: skip
    assert max(map(len, text.splitlines())) <= 80


def test_a_report_without_a_second_view_does_not_speak_of_one(pmgap: Run, mine: Path) -> None:
    for more in ((), ("--full",), ("--format", "markdown")):
        assert "others" not in pmgap("assess", mine, *GROWTH, "--no-input", *more).stdout


def test_what_merge_did_not_understand_is_told_with_its_line_and_the_rest_is_kept(
    pmgap: Run, mine: Path, tmp_path: Path
) -> None:
    form = pmgap("invite", mine, *GROWTH, "--format", "text").stdout
    filled = form.replace("Your name: ", "Your name: Ben").replace(
        "[ ] yes   [ ] partly   [ ] no   (research.3a)", "[x] yes   [ ] partly   [x] no   (research.3a)"
    )
    filled = filled.replace(
        "[ ] yes   [ ] partly   [ ] no   (research.3b)", "[ ] yes   [x] partly   [ ] no   (research.3z)"
    )
    (tmp_path / "back.txt").write_text(filled, encoding="utf-8")
    line = filled[: filled.index("(research.3a)")].count("\n") + 1
    done = pmgap("merge", mine, "back.txt")
    assert done.returncode == 0
    assert f"pmgap: back.txt:{line}: not understood: both yes and no are marked\n" in done.stderr
    assert "unknown statement research.3z is kept and has no effect. Did you mean" in done.stderr
    assert read_profile(str(mine)).views == (View(by="Ben", answers={"research.3z": "partly"}),)


def test_a_mail_can_be_piped_in_and_a_name_survives_a_word_processor(pmgap: Run, tmp_path: Path) -> None:
    mine = tmp_path / "me.yaml"
    mine.write_text("pmgap: 1\nname: Ada O'Neil-Li\n", encoding="utf-8")
    form = pmgap("invite", mine, *GROWTH, "--format", "text").stdout
    mail = form.replace("Ada O'Neil-Li", "Ada O\u2019Neil\u2013Li").replace("[ ] yes", "\u2612 yes", 1)
    mail = "".join(f"> {line}\r\n" for line in mail.splitlines())
    done = pmgap("merge", mine, "-", "--by", "Ben", stdin=mail)
    assert (done.returncode, done.stderr) == (0, "Saved: me.yaml\n".replace("me.yaml", str(mine)))
    (view,) = read_profile(str(mine)).views or ()
    assert list((view.answers or {}).values()) == [True]


def test_the_three_formats_show_both_views(pmgap: Run, mine: Path) -> None:
    for style, talk in (("text", "talk about this"), ("markdown", "## Talk about this"), ("json", '"talk": true')):
        done = pmgap("merge", mine, RETURNED, "--format", style)
        assert done.returncode == 0
        assert talk in done.stdout
        assert "Ben" in done.stdout


def test_the_report_fits_eighty_columns(pmgap: Run, mine: Path) -> None:
    assert max(map(len, pmgap("merge", mine, RETURNED).stdout.splitlines())) <= 80


def test_the_name_of_who_answered_may_come_from_the_command_line(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    returned = back(tmp_path, "answers: {research.3a: no}\n")
    refused = pmgap("merge", mine, returned)
    assert refused.returncode == 2
    assert "it does not say who answered" in refused.stderr
    assert pmgap("merge", mine, returned, "--by", "Ben").returncode == 0
    assert read_profile(str(mine)).views == (View(by="Ben", answers={"research.3a": False}),)


def test_answers_about_someone_else_are_refused(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    returned = back(tmp_path, "about: Zoe\nby: Ben\nanswers: {research.3a: no}\n")
    before = mine.read_bytes()
    done = pmgap("merge", mine, returned)
    assert done.returncode == 2
    assert "it is about Zoe, the profile is that of Amara" in done.stderr
    assert mine.read_bytes() == before


def test_answers_to_unknown_statements_are_kept_and_told(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    done = pmgap("merge", mine, back(tmp_path, "by: Ben\nanswers: {gone.1a: yes}\n"))
    assert done.returncode == 0
    assert "gone.1a" in done.stdout
    assert read_profile(str(mine)).views == (View(by="Ben", answers={"gone.1a": True}),)


def test_an_answer_from_a_hostile_hand_is_only_text(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    name = '"\\x1b[31mBen\\u202e | <b>[bold]"'
    returned = back(tmp_path, f"by: {name}\nanswers: {{research.3a: no}}\n")
    for style in ("text", "markdown"):
        shown = pmgap("merge", mine, returned, "--format", style).stdout
        assert all(line.isprintable() for line in shown.split("\n"))
        assert style == "text" or "<b>" not in shown


def test_an_invitation_never_replaces_a_file_that_may_hold_answers(pmgap: Run, mine: Path, tmp_path: Path) -> None:
    assert pmgap("invite", mine, *GROWTH, "-o", "ben.yaml").returncode == 0
    assert pmgap("invite", mine, *GROWTH, "-o", "ben.yaml").returncode == 0, "the same bytes do no harm"
    filled = (tmp_path / "ben.yaml").read_text(encoding="utf-8").replace("by: ", "by: Ben")
    (tmp_path / "ben.yaml").write_text(filled, encoding="utf-8")
    refused = pmgap("invite", mine, *GROWTH, "-o", "ben.yaml")
    assert refused.returncode == 2
    assert "there is such a file already" in refused.stderr
    assert (tmp_path / "ben.yaml").read_text(encoding="utf-8") == filled
    assert pmgap("invite", mine, *GROWTH, "-o", "me.yaml").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("merge", "me.yaml", "gone.yaml"), "there is no such file"),
        (("merge", "gone.yaml", "back.yaml"), "there is no such file"),
        (("merge", "back.yaml", "me.yaml"), "it is an invitation, not a profile"),
        (("merge", "me.yaml", "me.yaml"), "it is a profile, not a returned invitation"),
        (("merge", "-", "back.yaml"), "the profile must be a file"),
        (("merge", "me.yaml", "wrong.yaml"), "wrong.yaml:4"),
        (("merge", "me.yaml", "back.yaml", "-o", "me.yaml"), "would replace what it is made from"),
        (("merge", "me.yaml", "back.yaml", "-o", "back.yaml"), "would replace what it is made from"),
        (("merge", "me.yaml"), "Missing argument"),
        (("invite", "gone.yaml", *GROWTH), "there is no such file"),
        (("invite", "bare.yaml"), "no role was named"),
        (("invite", "many.yaml"), "the profile aims at several roles"),
        (("invite", "me.yaml", "--role", "growht"), "unknown role"),
        (("invite", "back.yaml", *GROWTH), "it is an invitation, not a profile"),
    ],
)
def test_bad_usage_is_one_clear_message(
    pmgap: Run, mine: Path, tmp_path: Path, arguments: tuple[str, ...], what: str
) -> None:
    back(tmp_path, "by: Ben\nanswers: {research.3a: no}\n")
    back(tmp_path, "by: Ben\nanswers:\n  research.3a: perhaps\n", "wrong.yaml")
    (tmp_path / "bare.yaml").write_text("pmgap: 1\n", encoding="utf-8")
    (tmp_path / "many.yaml").write_text("pmgap: 1\ntargets: [product-manager, product-owner]\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.yaml")}
    done = pmgap(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert what in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.glob("*.yaml")} == before


def test_a_run_that_began_before_keeps_the_view_that_came_in_meanwhile(pmgap: Run, mine: Path) -> None:
    """An interview saves the profile as it read it; what was merged while it asked is in the file, not in its hands."""
    known = read_profile(str(mine))
    pmgap("merge", mine, RETURNED)
    (view,) = read_profile(str(mine)).views or ()
    save_profile(replace(known, answers={**(known.answers or {}), "pricing.4a": "no"}), str(mine), known=known)
    saved = read_profile(str(mine))
    assert saved.views == (view,)
    assert saved.known_answers()["pricing.4a"] is False


def test_where_two_runs_merge_the_same_person_at_once_the_later_answer_stands(mine: Path) -> None:
    known = read_profile(str(mine))
    first = known.with_view(View(by="Ben", answers={"research.3a": "no", "research.3b": "no"}))
    second = known.with_view(View(by="Ben", answers={"research.3a": "yes"}))
    save_profile(first, str(mine), known=known)
    save_profile(second, str(mine), known=known)
    assert read_profile(str(mine)).views == (View(by="Ben", answers={"research.3a": True, "research.3b": False}),)
