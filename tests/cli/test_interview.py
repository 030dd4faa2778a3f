"""The interview in a real pseudo-terminal: keys, back, quit, resume, resize, kill -9, closed windows, full disks."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("a pseudo-terminal needs a POSIX system", allow_module_level=True)

from pmgap.catalogue import Catalogue
from pmgap.profile import Education, Experience, Profile
from pmgap.readers.profile_file import read_profile
from pseudo_terminal import PseudoTerminal
from ready_process import ReadyProcess

Start = Callable[..., PseudoTerminal]
KEYS = "1 yes   2 partly   3 no"


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path, ready_process: ReadyProcess) -> Iterator[Start]:
    """Start pmgap in a pseudo-terminal: ``start("assess", "me.yaml", columns=60)``.

    With variables, which may matter when an interpreter starts, one starts; else it is forked from one that has.
    """
    running: list[PseudoTerminal] = []

    def run(*arguments: str, columns: int = 80, **env: str) -> PseudoTerminal:
        ready = None if env else ready_process
        terminal = PseudoTerminal(list(arguments), {**environment, **env}, tmp_path, columns, ready)
        running.append(terminal)
        return terminal

    yield run
    for terminal in running:
        if terminal.process.poll() is None:
            terminal.kill()
        terminal.close()


def enter(terminal: PseudoTerminal) -> None:
    terminal.wait_for("Enter to begin")
    terminal.type("")


def begin(terminal: PseudoTerminal, *, background: bool = False) -> None:
    enter(terminal)
    if not background:
        for _ in range(5):
            terminal.wait_for("Enter skip")
            terminal.type("")
    terminal.wait_for(KEYS)


def answer_until(terminal: PseudoTerminal, *texts: str) -> str:
    """Wait for the first of some texts, passing over the offer of a line of evidence; return the one that came."""
    while (found := terminal.wait_for_any("Enter goes on without", *texts)) == "Enter goes on without":
        terminal.type("")
    return found


def profile_in(folder: Path, name: str = "me.yaml") -> Profile:
    return read_profile(str(folder / name))


def test_a_whole_interview_by_keys(start: Start, tmp_path: Path, catalogue: Catalogue) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner", TERM="xterm")
    terminal.wait_for("Everything stays on this machine")
    terminal.wait_for("not for selecting people")
    begin(terminal)
    for number in range(200):
        terminal.type(("1", "y", "2", "n", "3", "partly")[number % 6])
        if answer_until(terminal, KEYS, "What you can do now") == "What you can do now":
            break
    assert terminal.end() == 0
    assert "Readiness" in terminal.text
    assert "Traceback" not in terminal.text
    answered = profile_in(tmp_path).known_answers()
    assert len(answered) >= 15
    assert all(key in catalogue.statement_by_id for key in answered)


def test_the_background_is_asked_in_small_steps_and_explains_what_it_wants(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-manager")
    enter(terminal)
    terminal.wait_for("highest education")
    terminal.type("banana")
    terminal.wait_for("Write a number from 1 to 7")
    terminal.type("bachelor")
    terminal.wait_for("In what field")
    terminal.type("nursing")
    terminal.wait_for("product work")
    terminal.type("lots")
    terminal.wait_for("Write a number like 3 or 3.5")
    terminal.type("18 months")
    terminal.wait_for("make products for")
    terminal.type("6-8")
    terminal.wait_for("In what field")
    terminal.type("health care")
    terminal.wait_for("led people")
    terminal.type("none")
    terminal.wait_for("certificates")
    terminal.type("CSPO, PMI-ACP")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    background = profile_in(tmp_path).background
    assert background is not None
    assert background.education is not None
    assert (background.education[0].level, background.education[0].field) == ("bachelor", "nursing")
    years = {entry.kind: (entry.years, entry.years_max) for entry in background.experience or ()}
    assert years == {"product": (1.5, None), "industry": (6, 8), "management": (0, None)}
    assert background.certifications == ("CSPO", "PMI-ACP")


def test_going_back_in_the_background_corrects_an_answer_and_keeps_the_others(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-manager")
    enter(terminal)
    terminal.wait_for("highest education")
    terminal.type("b")
    terminal.wait_for("This is the first question about your background")
    terminal.type("master")
    terminal.wait_for("In what field")
    terminal.type("law")
    terminal.wait_for("product work")
    terminal.type("b")
    terminal.wait_for("Your answer so far: master, law. Enter keeps it.")
    terminal.type("bachelor")
    terminal.wait_for("In what field")
    terminal.type("back")
    terminal.wait_for("Your answer so far: master, law. Enter keeps it.")
    terminal.type("bachelor")
    terminal.wait_for("In what field")
    terminal.type("nursing")
    terminal.wait_for("product work")
    terminal.type("5")
    terminal.wait_for("make products for")
    terminal.type("b")
    terminal.wait_for("Your answer so far: 5 years. Enter keeps it.")
    terminal.type("")
    terminal.wait_for("make products for")
    terminal.type("q")
    assert terminal.end() == 0
    background = profile_in(tmp_path).background
    assert background is not None
    assert background.education == (Education(level="bachelor", field="nursing"),)
    assert background.experience == (Experience(years=5, kind="product"),)


def test_going_back_any_number_of_steps_and_across_skills(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    for _ in range(5):
        terminal.type("3")
        terminal.wait_for(KEYS)
    first = next(iter(profile_in(tmp_path).known_answers()))
    for _ in range(5):
        terminal.type("b")
        terminal.wait_for("Your answer so far: no")
        terminal.wait_for(KEYS)
    terminal.type("b")
    terminal.wait_for("first question of this sitting")
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    answers = profile_in(tmp_path).known_answers()
    assert answers[first] == "partly"
    assert len(answers) == 5


def test_going_back_takes_a_skill_in_again(start: Start, tmp_path: Path) -> None:
    """Who means no and types na is not stuck with it."""
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    terminal.type("na")
    terminal.wait_for(KEYS)
    assert len(profile_in(tmp_path).not_applicable or ()) == 1
    terminal.type("b")
    terminal.wait_for("Your answer so far: does not apply. Enter keeps it.")
    terminal.type("")
    terminal.wait_for(KEYS)
    assert len(profile_in(tmp_path).not_applicable or ()) == 1
    terminal.type("b")
    terminal.wait_for("Your answer so far: does not apply")
    terminal.type("n")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    profile = profile_in(tmp_path)
    assert profile.not_applicable is None
    assert list(profile.known_answers().values()) == [False]


def test_help_skip_does_not_apply_and_wrong_keys(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    terminal.type("?")
    terminal.wait_for("For example")
    terminal.type("maybe")
    terminal.wait_for('"maybe" is not one of the keys here: 1, 2, 3, s, na, b, ?, q.')
    terminal.type("s")
    terminal.wait_for(KEYS)
    terminal.type("na")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    profile = profile_in(tmp_path)
    assert profile.known_answers() == {}
    assert len(profile.not_applicable or ()) == 1


def test_quitting_keeps_everything_and_the_next_run_asks_only_what_is_open(
    start: Start, tmp_path: Path, catalogue: Catalogue
) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    for _ in range(6):
        terminal.type("1")
        answer_until(terminal, KEYS)
    terminal.type("q")
    terminal.end()
    before = profile_in(tmp_path).known_answers()
    assert before
    again = start("assess", "me.yaml", "--role", "product-owner")
    again.wait_for(f"It holds {len(before)} answers; only what is still open is asked")
    begin(again)
    asked_before = [catalogue.statement_by_id[key][2].text for key in before]
    assert not any(text in " ".join(again.text.split()) for text in asked_before)
    again.type("q")
    assert again.end() == 0
    assert profile_in(tmp_path).known_answers() == before


def test_no_answer_is_lost_when_the_process_is_killed_after_each_of_forty(start: Start, tmp_path: Path) -> None:
    """One process per five answers; killed the moment that the screen after an answer appears."""
    given = 0
    for _ in range(8):
        terminal = start("assess", "me.yaml", "--role", "senior-product-manager", "--mode", "full")
        begin(terminal)
        for _ in range(5):
            terminal.type("2")
            terminal.wait_for(KEYS)
            given += 1
            assert len(profile_in(tmp_path).known_answers()) == given
        terminal.kill()
        assert len(profile_in(tmp_path).known_answers()) == given
    assert given == 40
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_ctrl_c_keeps_the_answers_and_exits_130(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.press(b"\x03")
    assert terminal.end() == 130
    assert "Traceback" not in terminal.text
    assert len(profile_in(tmp_path).known_answers()) == 1


def test_end_of_input_shows_the_report(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.press(b"\x04")
    assert terminal.end() == 0
    assert "Readiness" in terminal.text
    assert len(profile_in(tmp_path).known_answers()) == 1


def test_a_closed_window_loses_nothing(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner")
    begin(terminal)
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.close()
    assert len(profile_in(tmp_path).known_answers()) == 1


def test_a_change_of_width_in_between_is_followed(start: Start) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner", columns=120)
    begin(terminal)
    terminal.wait_for("all is kept")
    terminal.resize(50)
    terminal.type("2")
    terminal.wait_for("left")
    shown_before = terminal.seen
    terminal.wait_for(KEYS)
    lines = terminal.text[shown_before : terminal.seen].splitlines()
    assert max(map(len, lines)) <= 50
    terminal.type("q")
    assert terminal.end() == 0


def test_sixty_columns_without_colour(start: Start) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner", columns=60, NO_COLOR="1")
    begin(terminal)
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    assert [line for line in terminal.text.splitlines() if len(line.removeprefix("> ")) > 60] == []
    assert "\x1b[3" not in terminal.raw
    assert "\x1b[1;3" not in terminal.raw


def test_a_dumb_terminal_is_never_cleared(start: Start) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-owner", TERM="dumb")
    begin(terminal)
    terminal.type("q")
    assert terminal.end() == 0
    assert "\x1b[2J" not in terminal.raw
    assert "\x1b[H" not in terminal.raw


def test_choosing_a_role_with_help(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml")
    enter(terminal)
    terminal.wait_for("Which role do you aim at?")
    terminal.type("99")
    terminal.wait_for("Type a number from 1 to 11")
    terminal.type("?")
    terminal.wait_for("highest education")
    terminal.type("5")
    terminal.wait_for("In what field")
    terminal.type("computer science")
    for _ in range(4):
        terminal.wait_for("Enter skip")
        terminal.type("none")
    terminal.wait_for("Which role do you aim at?")
    terminal.wait_for("fits your background. A technical background can lead to technical products.")
    terminal.wait_for("> ")
    terminal.type("technical product manager, 3")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    assert (profile_in(tmp_path).targets or ())[0] == "technical-product-manager"
    assert len(profile_in(tmp_path).targets or ()) == 2


def test_stopping_before_a_role_is_chosen_is_fine(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml")
    terminal.wait_for("Enter to begin")
    terminal.type("q")
    assert terminal.end() == 0
    assert not (tmp_path / "me.yaml").exists()


def test_evidence_is_offered_once_per_skill_and_understood(start: Start, tmp_path: Path) -> None:
    terminal = start("assess", "me.yaml", "--role", "product-manager")
    begin(terminal)
    terminal.type("1")
    terminal.wait_for("Enter goes on without")
    terminal.type("Study of visitors, 2025-11 https://example.org/study")
    terminal.wait_for(KEYS)
    shown = len(terminal.text)
    terminal.type("1")
    terminal.wait_for(KEYS)
    assert "Enter goes on without" not in terminal.text[shown:]
    terminal.type("q")
    terminal.end()
    (evidence,) = profile_in(tmp_path).evidence or ()
    assert evidence.what == "Study of visitors, 2025-11"
    assert (evidence.link, evidence.when) == ("https://example.org/study", "2025-11")


def test_contradicting_answers_are_put_once_and_either_may_stand(start: Start, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(
        "answers: {research.2a: no, research.2b: no, research.3a: yes, research.3b: yes}\n", encoding="utf-8"
    )
    terminal = start("assess", "me.yaml", "--role", "product-lead")
    begin(terminal)
    terminal.type("s")
    while terminal.wait_for_any(KEYS, "two answers to look at again") == KEYS:
        terminal.type("s")
    terminal.wait_for("leave both")
    terminal.type("3")
    assert terminal.end() == 0
    assert profile_in(tmp_path).settled == ("research",)
    again = start("assess", "me.yaml", "--role", "product-lead")
    begin(again)
    again.type("q")
    again.end()
    assert "look at again" not in again.text


def test_without_a_name_the_profile_is_private_and_its_place_is_told(start: Start, environment: dict[str, str]) -> None:
    terminal = start("assess", "--role", "product-owner")
    begin(terminal)
    terminal.type("2")
    terminal.wait_for(KEYS)
    terminal.type("q")
    assert terminal.end() == 0
    kept = Path(environment["XDG_DATA_HOME"]) / "pmgap" / "profile.yaml"
    assert kept.exists()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "profile.yaml" in terminal.text


def test_two_runs_on_one_file_keep_each_others_answers(start: Start, tmp_path: Path) -> None:
    one = start("assess", "me.yaml", "--role", "product-owner")
    begin(one)
    one.type("2")
    one.wait_for(KEYS)
    two = start("assess", "me.yaml", "--role", "growth-product-manager", "--mode", "full")
    begin(two)
    for _ in range(3):
        two.type("3")
        two.wait_for(KEYS)
    one.type("1")
    answer_until(one, KEYS)
    one.type("q")
    one.end()
    two.type("q")
    two.end()
    values = list(profile_in(tmp_path).known_answers().values())
    assert values.count(False) == 3
    assert "partly" in values
    assert True in values


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a place that is always full")
def test_a_profile_that_cannot_be_saved_is_told_and_leaves_the_old_one(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "me.yaml").write_text("answers: {research.2a: yes}\n", encoding="utf-8")
    terminal = start("assess", "locked/me.yaml", "--role", "product-owner")
    terminal.wait_for("Enter to begin")
    (folder / "me.yaml").rename(tmp_path / "me.yaml")
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    terminal.type("")
    assert terminal.end() == 2
    assert "could not be saved" in terminal.text
    assert "Traceback" not in terminal.text
    assert profile_in(tmp_path).known_answers() == {"research.2a": True}


IMPORTED = """pmgap: 1
background:
  education: [{level: bachelor, field: nursing}]
  experience: [{years: 4, kind: product}, {years: 9, kind: industry}, {years: 2, kind: management}]
  certifications: [CSPO]
mentions:
  market-research: [{source: cv.md, line: Sized the ward app}, {source: cv.md, line: b}, {source: cv.md, line: c}]
imported:
- {item: education, lines: [{source: "cv.md:9", line: BSc Nursing}]}
- {item: product, lines: [{source: "cv.md:2", line: "Product Manager, Acme"}]}
- {item: industry}
- {item: certifications, lines: [{source: "cv.md:12", line: CSPO}]}
"""


def test_what_documents_say_is_confirmed_asked_anew_or_left_out(start: Start, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(IMPORTED, encoding="utf-8")
    terminal = start("assess", "me.yaml", "--role", "product-manager")
    terminal.wait_for("First it shows what your documents say about your background, 4 in all")
    enter(terminal)
    terminal.wait_for("bachelor, nursing")
    terminal.wait_for("BSc Nursing (cv.md:9)")
    terminal.wait_for("1 it is so")
    terminal.type("1")
    terminal.wait_for("By your documents you have done product work")
    terminal.wait_for("1 it is so")
    terminal.type("2")
    terminal.wait_for("9 years")
    terminal.wait_for("1 it is so")
    terminal.type("")
    terminal.wait_for("these certificates")
    terminal.wait_for("1 it is so")
    terminal.type("3")
    terminal.wait_for("How many years have you done product work?")
    terminal.type("1.5")
    terminal.wait_for("Do you hold certificates")
    terminal.type("q")
    assert terminal.end() == 0
    kept = profile_in(tmp_path)
    assert kept.background is not None
    assert [it.item for it in kept.imported or ()] == ["industry"]
    assert [it.level for it in kept.background.education or ()] == ["bachelor"]
    assert {it.kind: it.years for it in kept.background.experience or ()} == {
        "industry": 9,
        "management": 2,
        "product": 1.5,
    }
    assert kept.background.certifications is None


def test_the_lines_of_documents_stand_beside_the_first_question_about_a_skill(start: Start, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(IMPORTED[: IMPORTED.index("imported:")], encoding="utf-8")
    terminal = start("assess", "me.yaml", "--role", "product-manager")
    enter(terminal)
    terminal.wait_for('"Sized the ward app" (cv.md)')
    terminal.wait_for("and 1 line more")
    terminal.wait_for(KEYS)
    shown = terminal.text.count("Sized the ward app")
    terminal.type("1")
    assert answer_until(terminal, KEYS) == KEYS
    assert terminal.text.count("Sized the ward app") == shown
    terminal.type("q")
    assert terminal.end() == 0


def end_at_once(start: Start, *arguments: str) -> str:
    """What is on the screen at the end of an interview that is stopped at the first question."""
    terminal = start("assess", *arguments)
    enter(terminal)
    terminal.wait_for("highest education")
    terminal.type("q")
    assert terminal.end() == 0
    return " ".join(terminal.raw.split())


def test_what_is_proposed_at_the_end_asks_about_the_same(start: Start, tmp_path: Path) -> None:
    (tmp_path / "the job.txt").write_text("Product owner\n\nRequirements\n- Road map experience\n", encoding="utf-8")
    told = end_at_once(start, "my profile.yaml", "--posting", "the job.txt")
    assert 'pmgap assess "my profile.yaml" --posting "the job.txt" - answer what is still open' in told
    assert 'pmgap posting "the job.txt" - what the posting asks' in told
    assert "pmgap roles" not in told
    both = end_at_once(start, "me.yaml", "--role", "product-owner", "--posting", "the job.txt")
    assert 'pmgap assess me.yaml --role product-owner --posting "the job.txt" - answer' in both
    assert "pmgap roles product-owner - what" in both


def test_ones_own_profile_needs_no_name(start: Start) -> None:
    told = end_at_once(start, "--role", "product-owner")
    assert "- pmgap assess - answer what is still open" in told
    assert "- pmgap assess --no-input --full - every" in told


def test_a_catalogue_is_named_again(start: Start) -> None:
    small = Path(__file__).parent.parent / "small_catalogue.yaml"
    told = end_at_once(start, "me.yaml", "--role", "baker", "--catalogue", str(small))
    assert f"pmgap assess me.yaml --catalogue {small} - answer" in told.replace("/ ", "/")
