"""What pmgap writes: safe text, within the screen, no colours where none are wanted, the same bytes everywhere.

Every test runs pmgap as a process, in a pipe or in a pseudo-terminal.
"""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from conftest import Run
from pmgap.printable import printable
from pmgap.readers.documents import parse
from pmgap.writers.screen import ASCII_MARKS, MARKS
from ready_process import ReadyProcess

SMALL = Path(__file__).parent.parent / "small_catalogue.yaml"
BAKER = ("--role", "baker", "--catalogue", SMALL)

Draw = Callable[..., str]

STYLE = re.compile(r"\x1b\[([0-9;]*)m")
"""A change of style as Rich writes it: bold, dim, a colour, and back."""


@pytest.fixture
def in_terminal(environment: dict[str, str], tmp_path: Path, ready_process: ReadyProcess) -> Draw:
    """What pmgap draws on a terminal of some width; nobody sits at the keyboard."""

    def draw(*arguments: str | Path, columns: int = 80, env: Mapping[str, str] | None = None) -> str:
        screen, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        variables = {key: it for key, it in environment.items() if key != "COLUMNS"} | {"TERM": "xterm-256color"}
        told, tells = os.pipe()
        with Path(os.devnull).open("rb") as nothing:
            streams = [nothing.fileno(), child, tells]
            words = [str(it) for it in arguments]
            process = ready_process.start(words, {**variables, **(env or {})}, str(tmp_path), streams, session=False)
        os.close(child)
        os.close(tells)
        drawn = b"".join(_read(screen))
        os.close(screen)
        with open(told, "rb") as file:
            assert (process.wait(), file.read()) == (0, b"")
        return drawn.decode().replace("\r\n", "\n")

    return draw


def _read(screen: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(screen, 65536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not data:
            return
        yield data


# Text that means harm.


EVIL = "[red]\x1b[38;5;199m\x1b]0;pwned\x07\x1b]8;;http://x\x1b\\\x9b31m\x9d0;x\x9c\u202e\u2066\u200f\u200b\ufeff\U000e0041\n\r\t\x08\x7f[/nope]:bomb:"
"""Rich markup, colours, a window title, a link, C1 forms of them, text direction, invisible signs, line ends, emoji."""

FIXED = {"free", "contributor", "en", "book"}
"""Values that something else fixes, or that a default repeats."""

ENUMERATED = ("kind", "education", "experience", "accessed")
"""Keys whose values come from a list."""


def evil(value: Any, key: str = "") -> Any:
    """A catalogue with evil in front of every text and every id; it still fits together."""
    if isinstance(value, dict):
        level = "degree" in value
        return {
            (EVIL + name if key in ("importances", "action_kinds") else name): (
                it if level and name == "id" else evil(it, name)
            )
            for name, it in value.items()
        }
    if isinstance(value, list):
        return [evil(it, key) for it in value]
    if not isinstance(value, str) or value in FIXED:
        return value
    if key in ENUMERATED and value != "practice":
        return value
    return EVIL + value


@pytest.fixture
def harm(tmp_path: Path) -> tuple[str, ...]:
    """Options for a catalogue that is evil all over; the profile beside it, ``me.json``, is too."""
    catalogue = evil(parse(SMALL.read_text(encoding="utf-8"), "small.yaml").value)
    (tmp_path / "kitchen.json").write_text(json.dumps(catalogue), encoding="utf-8")
    profile = {
        "pmgap": 1,
        "name": EVIL + "Ada\0",
        "background": {
            "education": [{"level": "none", "field": EVIL}],
            "experience": [{"years": 1, "kind": "industry", "domain": EVIL}],
            "certifications": [EVIL],
        },
        "answers": {EVIL + "baking.1a": "no", EVIL + "unknown": "yes"},
        "evidence": [{"skill": EVIL + "baking", "what": EVIL, "link": EVIL, "when": EVIL}],
        "mentions": {EVIL + "serving": [{"source": EVIL, "line": EVIL}], EVIL: []},
        "not_applicable": [EVIL + "nothing"],
    }
    (tmp_path / "me.json").write_text(json.dumps(profile), encoding="utf-8")
    return ("--catalogue", "kitchen.json")


VIEWS = {
    "roles": ("roles",),
    "role": ("roles", EVIL + "baker"),
    "two roles": ("roles", EVIL + "baker", EVIL + "head-baker"),
    "assess": ("assess", "me.json", "--role", EVIL + "baker"),
    "assess in full": ("assess", "me.json", "--full", "--role", EVIL + "baker", "--role", EVIL + "head-baker"),
    "check a profile": ("check", "me.json"),
    "check a catalogue": ("check", "kitchen.json"),
}


def harmless(text: str) -> None:
    """See that a text can neither move the cursor nor change, hide or reorder what is on the screen."""
    for line in text.split("\n"):
        assert printable(line) == line


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_harm_is_shown_harmless_in_a_pipe(view: tuple[str, ...], harm: tuple[str, ...], pmgap: Run) -> None:
    done = pmgap(*view, *harm)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    harmless(done.stdout)
    harmless(done.stderr)
    if view[0] != "check":
        together = re.sub(r"\s", "", done.stdout)
        assert "[red]\\x1b[38;5;199m\\x1b]0;pwned\\x07" in together, "markup and escapes are shown as they are written"
        assert "[/nope]:bomb:" in together or view == VIEWS["roles"], "the list of roles cuts long pay figures off"


@pytest.mark.parametrize("view", ["role", "two roles", "assess in full"])
def test_harm_is_shown_harmless_on_a_terminal(view: str, harm: tuple[str, ...], in_terminal: Draw) -> None:
    drawn = in_terminal(*VIEWS[view], *harm)
    assert {style for style in STYLE.findall(drawn) if "199" in style} == set(), "the colour of the catalogue"
    harmless(STYLE.sub("", drawn))
    assert "[red]\\x1b" in drawn


def test_harm_in_an_error_is_shown_harmless(harm: tuple[str, ...], pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "me.json").write_text(json.dumps({EVIL: 1, "levels": {EVIL: EVIL}}), encoding="utf-8")
    done = pmgap("assess", "me.json", "--role", EVIL + "baker", *harm)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    harmless(done.stderr)
    assert "[red]\\x1b" in done.stderr
    harmless(pmgap("roles", EVIL, *harm).stderr)


def test_unknown_statements_of_an_answers_file_cannot_reach_the_terminal(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps({EVIL: "yes"}), encoding="utf-8")
    done = pmgap("assess", "-", *BAKER, "--answers", "answers.json", stdin="pmgap: 1")
    assert "unknown statement [red]\\x1b" in done.stderr
    assert done.stderr.replace("\n", "").isprintable()


def test_json_keeps_every_character(harm: tuple[str, ...], pmgap: Run) -> None:
    done = pmgap("roles", "--json", *harm)
    assert done.stdout.isascii()
    listed = json.loads(done.stdout)["roles"]
    assert [(role["id"], role["title"]) for role in listed] == [
        (EVIL + "baker", EVIL + "Baker"),
        (EVIL + "head-baker", EVIL + "Head baker"),
    ]
    done = pmgap("assess", "me.json", "--json", "--role", EVIL + "baker", *harm)
    assert done.stdout.isascii()
    report = json.loads(done.stdout)
    assert report["profile"]["name"] == EVIL + "Ada\0"
    assert report["requirements"][0]["name"] == EVIL + "Baking"
    assert report["catalogue"]["id"] == EVIL + "small"
    assert report["unknown_ids"] == sorted([EVIL, EVIL + "unknown", EVIL + "nothing"])


# The screen.


ANSWERED = """\
pmgap: 1
name: Ada
background: {education: [{level: none}], experience: [{years: 1, kind: product}]}
answers: {road-mapping.1a: yes, road-mapping.2a: partly, road-mapping.3a: no, research.1a: yes, research.3a: yes}
levels: {microsoft-excel: 2, leadership: 1}
"""


@pytest.fixture
def ada(tmp_path: Path) -> Path:
    """The profile of someone who has answered a little."""
    path = tmp_path / "ada.yaml"
    path.write_text(ANSWERED, encoding="utf-8")
    return path


SHIPPED = {
    "roles": ("roles",),
    "role": ("roles", "growth-product-manager"),
    "two roles": ("roles", "product-manager", "growth-product-manager"),
    "assess": ("assess", "ada.yaml", "--full", "--role", "product-manager"),
}

DRAWN = SHIPPED | {"help": ("--help",), "help of a command": ("assess", "--help")}


@pytest.mark.parametrize("view", DRAWN.values(), ids=DRAWN)
@pytest.mark.parametrize("columns", [60, 120])
def test_no_line_is_wider_than_the_screen(view: tuple[str, ...], columns: int, ada: Path, in_terminal: Draw) -> None:
    lines = STYLE.sub("", in_terminal(*view, columns=columns)).split("\n")
    widest = max(map(cell_len, lines))
    assert widest <= columns
    assert widest > columns * 3 // 4, "the room is used"


@pytest.mark.parametrize("view", DRAWN.values(), ids=DRAWN)
def test_a_pipe_gets_eighty_columns_and_no_escape_codes(view: tuple[str, ...], ada: Path, pmgap: Run) -> None:
    wide = {"COLUMNS": "200", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    done = pmgap(*view, env=wide)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert 60 < max(map(cell_len, done.stdout.split("\n"))) <= 80
    assert done.stdout.endswith("\n")
    assert all(line == line.rstrip() for line in done.stdout.split("\n"))


def test_a_terminal_gets_at_most_120_columns(in_terminal: Draw) -> None:
    drawn = in_terminal("roles", "product-manager", columns=300)
    assert max(map(cell_len, STYLE.sub("", drawn).split("\n"))) <= 120


COLOURS = re.compile(r"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|$)")


def colours(drawn: str) -> list[str]:
    """Every style of a drawing that has a colour."""
    return [style for style in STYLE.findall(drawn) if COLOURS.search(style)]


@pytest.mark.parametrize("view", ["assess", "help"])
def test_colours_are_for_terminals_that_want_them(view: str, ada: Path, in_terminal: Draw) -> None:
    plain = in_terminal(*DRAWN[view], env={"NO_COLOR": "1"})
    assert colours(plain) == []
    coloured = in_terminal(*DRAWN[view])
    assert colours(coloured)
    assert STYLE.sub("", coloured) == STYLE.sub("", plain), "colour alone says nothing"


# Other encodings.


ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


@pytest.mark.parametrize("view", [*SHIPPED.values(), ("--help",), ("roles", "--help"), ("check", "ada.yaml")])
def test_an_ascii_terminal_gets_marks_it_can_show(view: tuple[str, ...], ada: Path, pmgap: Run) -> None:
    done = pmgap(*view, env=ASCII)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    if view in SHIPPED.values():
        marks = str.maketrans({mark: ASCII_MARKS[name] for name, mark in MARKS.items()})
        expected = pmgap(*view).stdout.translate(marks).encode("ascii", "replace").decode()
        assert done.stdout == expected


def test_a_name_in_any_script_does_not_fail_an_ascii_terminal(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "日本.yaml").write_text("name: Zoë 日本\n", encoding="utf-8")
    done = pmgap("assess", "日本.yaml", *BAKER, "--json", env=ASCII)
    assert (done.returncode, json.loads(done.stdout)["profile"]["name"]) == (0, "Zoë 日本")
    done = pmgap("check", "日本.yaml", "--catalogue", SMALL, env=ASCII)
    assert done.returncode == 0
    assert done.stdout.isascii()


# Help.


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--version"], "pmgap 0."),
        (["--help"], "Usage: pmgap [OPTIONS] COMMAND"),
        (["roles", "--help"], "Usage: pmgap roles [OPTIONS]"),
        (["assess", "-h"], "Usage: pmgap assess [OPTIONS]"),
        ([], "Usage: pmgap [OPTIONS] COMMAND"),
    ],
)
def test_help_costs_nothing_heavy(arguments: list[str], says: str, environment: dict[str, str], tmp_path: Path) -> None:
    done = leaving_names_of_modules(arguments, environment, tmp_path)
    assert says in done.stdout + done.stderr
    assert done.returncode == (0 if arguments else 2)
    loaded = set(done.stderr.split())
    assert "pmgap" in loaded
    assert loaded.isdisjoint({"pydantic", "pydantic_core", "yaml", "pmgap.catalogue", "hashlib", "asyncio"})


@pytest.mark.parametrize(
    "arguments", [["roles"], ["assess", "ada.yaml", *BAKER], ["assess", "ada.yaml", *BAKER, "--json"]]
)
def test_a_report_for_a_pipe_loads_nothing_that_draws_on_terminals(
    arguments: list[str], environment: dict[str, str], ada: Path, tmp_path: Path
) -> None:
    done = leaving_names_of_modules(arguments, environment, tmp_path)
    assert done.returncode == 0
    loaded = set(done.stderr.split())
    assert "pmgap.catalogue" in loaded
    assert loaded.isdisjoint({"rich.console", "rich.text", "pydantic", "pmgap.interview", "jinja2"})


def leaving_names_of_modules(
    arguments: Sequence[str | Path], environment: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run pmgap in an interpreter of its own that ends by telling on standard error what it has loaded."""
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    code += f"sys.argv = ['pmgap', *{list(map(str, arguments))!r}]; from pmgap.cli.entry import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


# The same bytes everywhere.


@pytest.mark.parametrize("view", [*SHIPPED.values(), (*SHIPPED["assess"], "--json"), ("roles", "--json")])
def test_a_file_gets_what_a_pipe_gets_every_time(view: tuple[str, ...], ada: Path, pmgap: Run, tmp_path: Path) -> None:
    piped = pmgap(*view)
    saved = pmgap(*view, "--output", "report", env={"PYTHONHASHSEED": "2", **ASCII})
    assert (saved.returncode, saved.stdout, saved.stderr) == (0, "", "Written: report\n")
    assert (tmp_path / "report").read_bytes().decode() == piped.stdout


def test_json_is_short_for_format_json(ada: Path, pmgap: Run) -> None:
    arguments = ("assess", "ada.yaml", *BAKER)
    short = pmgap(*arguments, "--json").stdout
    assert short == pmgap(*arguments, "--format", "json").stdout == pmgap(*arguments, "-f", "json").stdout
    assert json.loads(short)["kind"] == "assessment"


# Options.


@pytest.mark.parametrize(
    ("answer", "code"), [("yes", 0), ("partly", 1), ("no", 1), ("~", 1)], ids=["met", "unclear", "gap", "not asked"]
)
def test_fail_on_must(answer: str, code: int, pmgap: Run) -> None:
    profile = f"answers: {{baking.1a: {answer}, serving.1a: no}}"
    done = pmgap("assess", "-", *BAKER, "--json", "--fail-on", "must", stdin=profile)
    assert (done.returncode, done.stderr) == (code, "")
    (must, nice) = json.loads(done.stdout)["requirements"]
    assert (must["verdict"] == "met") == (code == 0)
    assert nice["verdict"] == "gap", "what is nice decides nothing"
    assert pmgap("assess", "-", *BAKER, stdin=profile).returncode == 0


def test_the_catalogue_comes_from_the_option_or_else_from_the_environment(pmgap: Run) -> None:
    def roles(*arguments: str | Path, env: Mapping[str, str]) -> list[str]:
        return [role["id"] for role in json.loads(pmgap("roles", "--json", *arguments, env=env).stdout)["roles"]]

    assert roles(env={"PMGAP_CATALOGUE": str(SMALL)}) == ["baker", "head-baker"]
    assert roles("--catalogue", SMALL, env={"PMGAP_CATALOGUE": "no-such.yaml"}) == ["baker", "head-baker"]
    assert "product-manager" in roles(env={"PMGAP_CATALOGUE": ""})


def test_a_profile_comes_from_a_file_or_from_standard_input(pmgap: Run, ada: Path) -> None:
    from_file = pmgap("assess", "ada.yaml", *BAKER, "--json").stdout
    assert json.loads(from_file)["profile"]["name"] == "Ada"
    assert pmgap("assess", "-", *BAKER, "--json", stdin=ANSWERED).stdout == from_file
    as_json = json.dumps(parse(ANSWERED, "ada.yaml").value)
    assert pmgap("assess", "-", *BAKER, "--json", stdin=as_json).stdout == from_file


def test_roles_are_found_by_id_title_or_alias_in_any_case(pmgap: Run) -> None:
    first = pmgap("roles", "baker", "--json", "--catalogue", SMALL).stdout
    assert json.loads(first)["role"]["id"] == "baker"
    for name in ("BAKER", " Baker ", "bread maker"):
        assert pmgap("roles", name, "--json", "--catalogue", SMALL).stdout == first


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("a.html", (), "It holds plain text; for what its name says add --format html.\n"),
        ("A.HTM", (), "It holds plain text; for what its name says add --format html.\n"),
        ("a.json", (), "It holds plain text; for what its name says add --format json.\n"),
        ("a.html", ("--format", "html"), ""),
        ("a.txt", (), ""),
        ("a.ics", (), ""),
    ],
)
def test_a_text_in_a_file_named_like_something_else_is_told_of(
    name: str, arguments: tuple[str, ...], told: str, pmgap: Run
) -> None:
    done = pmgap("assess", "-", *BAKER, "--output", name, *arguments, stdin="pmgap: 1")
    assert (done.returncode, done.stderr) == (0, f"Written: {name}\n{told}")
