"""Bad input, bad places to write to, and interruptions: one clear message, the right exit code, never a traceback.

Every test runs pmgap as a process.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

SMALL = Path(__file__).parent.parent / "small_catalogue.yaml"
BAKER = ("--role", "baker", "--catalogue", SMALL)
"""A role that takes next to no time to read."""

Done = subprocess.CompletedProcess[str]


def refused(done: Done, what: str, code: int = 2) -> None:
    """See that a run ended with one clear message and nothing else."""
    assert "Traceback" not in done.stderr
    assert what in done.stderr
    assert done.stderr.startswith("pmgap: ")
    assert done.stderr.endswith("\n")
    assert done.stderr.isprintable() or set(filter(lambda it: not it.isprintable(), done.stderr)) == {"\n"}
    assert len(done.stderr) < 2000
    assert done.stdout == ""
    assert done.returncode == code


# Files that cannot be read.


def sparse(path: Path) -> None:
    """A file of 100 MB that takes no room."""
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)


def bomb() -> str:
    """YAML of a kilobyte that stands for billions of values."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


BROKEN = {
    "missing": (None, "me.yaml: there is no such file\n  Check the spelling"),
    "empty": ("", "me.yaml: it is empty\n  A profile starts with: pmgap: 1"),
    "binary": (b"\x7fELF\x02\x01\x01\0\0", "me.yaml: it is a binary file, not text"),
    "UTF-16": ("pmgap: 1\n".encode("utf-16"), "me.yaml:1: it is not UTF-8 text\n  Save it again with the encoding"),
    "latin-1": ("pmgap: 1\nname: Zoë\n".encode("latin-1"), "me.yaml:2: it is not UTF-8 text"),
    "syntax error": ("pmgap: 1\nname: a: b\n", "me.yaml:2: it is not valid YAML: mapping values are not allowed"),
    "tab": ("answers:\n\ta.1a: yes\n", "me.yaml:2: it is not valid YAML: found character that cannot start any token"),
    "key given twice": ("name: x\npmgap: 1\nname: y\n", 'me.yaml:3: the key "name" is given twice (first on line 1)'),
    "alias bomb": (bomb(), "me.yaml:6: it holds more than 200000 values, counting aliases"),
    "alias of itself": ("a: &a [*a]\n", 'me.yaml:1: the alias "*a" stands inside or before what it names'),
    "deep YAML": ("a: " + "[" * 100_000, "me.yaml:1: it is nested too deeply"),
    "deep JSON": ('{"a":\n' * 100_000, "me.yaml:31: it is nested too deeply"),
    "endless number": ('{"levels": {"a": ' + "1" * 5000 + "}}", "me.yaml:1: it holds a number with too many digits"),
    "wrong kinds": ("levels: {a: yes}\nanswers: {b: perhaps}\n", "me.yaml:2 (answers.b): "),
    "unknown key": ("anwsers: {}\n", 'me.yaml:1 (anwsers): unknown key "anwsers"\n  Did you mean answers?'),
    "newer format": ("pmgap: 2\n", "me.yaml:1 (pmgap): it is written for profile format 2, this pmgap reads format 1"),
    "level off the scale": ("levels: {baking: 3}\n", "level 3 of baking is not on the scale\n  Use 0 to 2."),
    "catalogue": (SMALL.read_bytes(), "me.yaml:3: it is a catalogue, not a profile\n  Use it with --catalogue."),
}  # fmt: skip


@pytest.mark.parametrize(("content", "what"), BROKEN.values(), ids=BROKEN)
def test_a_profile_that_cannot_be_used(content: str | bytes | None, what: str, pmgap: Run, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "me.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    refused(pmgap("assess", "me.yaml", *BAKER), what)


def test_a_profile_that_is_a_folder(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").mkdir()
    refused(pmgap("assess", "me.yaml", *BAKER), "me.yaml: it is a folder, not a file")


def test_a_profile_of_a_hundred_megabytes(pmgap: Run, tmp_path: Path) -> None:
    sparse(tmp_path / "me.yaml")
    refused(pmgap("assess", "me.yaml", *BAKER), "me.yaml: it is larger than 16 MiB")


def test_standard_input_that_is_no_profile(pmgap: Run) -> None:
    refused(pmgap("assess", "-", *BAKER, stdin="a: [1\n"), "pmgap: -:1: it is not valid YAML")


def test_standard_input_that_is_closed(environment: dict[str, str], tmp_path: Path) -> None:
    refused(started(["assess", "-", *BAKER], environment, tmp_path, close=0), "pmgap: -: standard input is closed")


def test_a_file_name_that_means_harm_is_shown_harmless(pmgap: Run) -> None:
    done = pmgap("assess", "no\x1b]0;pwned\x07\r\u202efile\udcff.yaml", *BAKER)
    refused(done, "no\\x1b]0;pwned\\x07 \\u202efile\\udcff.yaml: there is no such file")


# Catalogues.


def test_a_catalogue_whose_roles_report_in_a_circle(pmgap: Run, tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8").replace("reports_to: {role: head-baker", "reports_to: {role: baker")
    (tmp_path / "kitchen.yaml").write_text(text, encoding="utf-8")
    line = text[: text.index("reports_to")].count("\n") + 1
    done = pmgap("roles", "--catalogue", "kitchen.yaml")
    refused(done, f"kitchen.yaml:{line} (roles[0].reports_to): reports_to goes round in a circle: baker -> baker")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "kitchen.yaml: there is no such file"),
        ("", "kitchen.yaml: it is empty\n  A catalogue starts with: pmgap_catalogue: 1"),
        ("pmgap: 1\n", "kitchen.yaml:1 (pmgap): it is a profile, not a catalogue"),
        (
            "extends: builtin\ninclude: [../../etc/passwd]\n",
            'kitchen.yaml:2 (include[0]): it includes "../../etc/passwd"',
        ),
        ("extends: builtin\nroles: [{id: product-lead, titel: Boss}]\n", 'unknown key "titel"\n  Did you mean title?'),
    ],
    ids=["missing", "empty", "profile", "outside", "unknown key"],
)
def test_a_catalogue_that_cannot_be_used(content: str | None, what: str, pmgap: Run, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "kitchen.yaml").write_text(content, encoding="utf-8")
    refused(pmgap("roles", env={"PMGAP_CATALOGUE": "kitchen.yaml"}), what)


# Words that nothing is called.


@pytest.mark.parametrize("command", [("assess", "-", "--role"), ("roles",)])
def test_an_unknown_role(command: tuple[str, ...], pmgap: Run) -> None:
    done = pmgap(*command, "bakr", "--catalogue", SMALL, stdin="pmgap: 1")
    refused(done, 'pmgap: unknown role "bakr"\n  Did you mean baker')


def test_a_role_like_no_other(pmgap: Run) -> None:
    refused(
        pmgap("roles", "\x1b[31m", "--catalogue", SMALL), 'unknown role "\\x1b[31m"\n  Run pmgap roles for the list.'
    )


def test_unknown_ids_in_a_profile_are_advice(pmgap: Run, tmp_path: Path) -> None:
    text = """\
        answers:
          baking.1a: yes
          bakign.1a: yes
        levels: {servin: 1}
        evidence:
          - {skill: wine, statements: [baking.9z]}
        not_applicable: [serving, sewing]
        """
    (tmp_path / "me.yaml").write_text("".join(line[8:] + "\n" for line in text.splitlines()), encoding="utf-8")
    done = pmgap("check", "me.yaml", "--catalogue", SMALL)
    assert done.stderr.splitlines() == [
        'pmgap: me.yaml:3 (answers.bakign.1a): the catalogue does not know "bakign.1a"',
        "  Did you mean baking.1a or baking.2a or baking?",
        'pmgap: me.yaml:4 (levels.servin): the catalogue does not know "servin"',
        "  Did you mean serving or serving.1a?",
        'pmgap: me.yaml:6 (evidence[0].statements[0]): the catalogue does not know "baking.9z"',
        "  Did you mean baking or baking.2a or baking.1a?",
        'pmgap: me.yaml:6 (evidence[0].skill): the catalogue does not know "wine"',
        "  It is kept and has no effect.",
        'pmgap: me.yaml:7 (not_applicable[1]): the catalogue does not know "sewing"',
        "  Did you mean serving or serving.1a?",
    ]
    assert done.stdout == "me.yaml: a profile with 2 answers: can be used, 5 pieces of advice\n"
    assert done.returncode == 0
    assert pmgap("check", "me.yaml", "--catalogue", SMALL, "--strict").returncode == 1


# Checking.


def test_check_of_a_sound_catalogue_and_a_sound_profile(pmgap: Run) -> None:
    done = pmgap("check", SMALL)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{SMALL}: 2 roles, 2 skills, 3 statements: no problems\n"
    done = pmgap("check", "-", "--catalogue", SMALL, stdin='{"pmgap": 1, "answers": {"baking.1a": "no"}}')
    assert (done.returncode, done.stdout, done.stderr) == (0, "-: a profile with 1 answers: no problems\n", "")


def test_check_of_a_catalogue_on_standard_input(pmgap: Run) -> None:
    done = pmgap("check", "-", stdin=SMALL.read_bytes())
    assert (done.returncode, done.stdout) == (0, "-: 2 roles, 2 skills, 3 statements: no problems\n")


def test_check_counts_what_it_finds(pmgap: Run) -> None:
    done = pmgap("check", "-", "--catalogue", SMALL, stdin="levels: {baking: yes}\nnmae: A\nlevles: {}\n")
    assert [line for line in done.stderr.splitlines() if not line.startswith("  ")] == [
        "pmgap: -:1 (levels.baking): true: input should be a valid integer",
        'pmgap: -:2 (nmae): unknown key "nmae"',
        'pmgap: -:3 (levles): unknown key "levles"',
        "-: 3 problems",
    ]
    assert (done.returncode, done.stdout) == (1, "")


def test_check_of_what_cannot_be_read_at_all(pmgap: Run) -> None:
    refused(pmgap("check", "me.yaml"), "me.yaml: there is no such file")
    refused(pmgap("check", "-", stdin="a: [1"), "-:1: it is not valid YAML")


def test_check_with_a_catalogue_that_cannot_be_used_blames_the_catalogue(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "kitchen.yaml").write_text("id: a\n", encoding="utf-8")
    done = pmgap("check", "-", "--catalogue", "kitchen.yaml", stdin="pmgap: 1")
    refused(done, 'kitchen.yaml:1 (version): the key "version" is missing')
    assert "-: " not in done.stderr


# Places that cannot be written to.


@pytest.mark.parametrize(
    ("output", "what"),
    [
        ("no/such/folder/report.txt", "it cannot be written: No such file or directory"),
        ("folder", "folder: it cannot be written: Is a directory"),
        ("/dev/full", "/dev/full: it cannot be written: the disk is full"),
        ("file/report.txt", "file/report.txt: it cannot be written: Not a directory"),
        ("x" * 300, "it cannot be written: File name too long"),
        ("", "it cannot be written: Is a directory"),
    ],
)
def test_an_output_that_cannot_be_written(output: str, what: str, pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    done = pmgap("roles", "--json", "--catalogue", SMALL, "--output", output)
    refused(done, f"{what}\n  Choose another place with --output.")
    assert sorted(tmp_path.rglob("*")) == before, "nothing is left behind"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_in_a_folder_of_someone_else(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o500)
    refused(pmgap("roles", "--output", "folder/report.txt"), "it cannot be written: Permission denied")


def test_an_old_output_is_untouched_by_a_failure(pmgap: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("from last week\n", encoding="utf-8")
    before = report.stat()
    refused(pmgap("assess", "me.yaml", *BAKER, "--output", report), "me.yaml: there is no such file")
    refused(pmgap("roles", "bakr", "--catalogue", SMALL, "-o", report), "unknown role")
    assert report.read_text(encoding="utf-8") == "from last week\n"
    after = report.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_old_output_is_replaced_and_keeps_its_permissions_and_links(pmgap: Run, tmp_path: Path) -> None:
    report, link = tmp_path / "report.txt", tmp_path / "link.txt"
    report.write_text("from last week\n", encoding="utf-8")
    report.chmod(0o600)
    link.symlink_to(report)
    done = pmgap("roles", "--json", "--catalogue", SMALL, "--output", "link.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Written: link.txt\n")
    assert json.loads(report.read_text(encoding="utf-8"))["kind"] == "roles"
    assert link.is_symlink()
    assert report.stat().st_mode & 0o777 == 0o600


def started(
    arguments: list[str | Path],
    environment: dict[str, str],
    folder: Path,
    *,
    stdout: str | None = None,
    close: int | None = None,
) -> Done:
    """Run pmgap with a file as standard output, or with one of the three streams closed."""
    with Path(stdout or os.devnull).open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "pmgap", *map(str, arguments)],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out if stdout else subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=None if close is None else lambda: os.close(close),
            timeout=60,
            check=False,
        )
    return Done(done.args, done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())


EVERY_REPORT = [
    pytest.param(["roles", "--catalogue", SMALL], id="roles"),
    pytest.param(["roles", "--json", "--catalogue", SMALL], id="roles as JSON"),
    pytest.param(["roles"], id="roles, shipped"),
    pytest.param(["assess", "me.yaml", *BAKER], id="assess"),
    pytest.param(["check", SMALL], id="check"),
    pytest.param(["--help"], id="help"),
    pytest.param(["--version"], id="version"),
]


@pytest.mark.parametrize("arguments", EVERY_REPORT)
def test_a_full_disk_behind_standard_output(
    arguments: list[str | Path], environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "me.yaml").write_text("pmgap: 1", encoding="utf-8")
    done = started(arguments, environment, tmp_path, stdout="/dev/full")
    refused(done, "pmgap: the output cannot be written: the disk is full\n")


@pytest.mark.parametrize(
    "arguments",
    [["roles", "--catalogue", SMALL], ["--version"], ["log", "pricing-0-1", "me.yaml"]],
    ids=lambda it: it[0],
)
def test_standard_output_that_is_closed(
    arguments: list[str | Path], environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "me.yaml").write_text("pmgap: 1", encoding="utf-8")
    done = started(arguments, environment, tmp_path, close=1)
    refused(done, "pmgap: standard output is closed\n")


def test_an_output_is_written_with_all_streams_closed(environment: dict[str, str], tmp_path: Path) -> None:
    for closed in (1, 2):
        arguments: list[str | Path] = ["roles", "--json", "--catalogue", SMALL, "--output", f"report{closed}.json"]
        assert started(arguments, environment, tmp_path, close=closed).returncode == 0
        assert json.loads((tmp_path / f"report{closed}.json").read_text(encoding="utf-8"))["kind"] == "roles"


def test_standard_error_that_is_closed(environment: dict[str, str], tmp_path: Path) -> None:
    done = started(["roles", "bakr", "--catalogue", SMALL], environment, tmp_path, close=2)
    assert (done.returncode, done.stdout) == (2, "")


def test_what_is_told_while_standard_error_is_closed_is_lost_and_the_report_is_not(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "people.jsonl").write_text('{"pmgap": 1}\n', encoding="utf-8")
    done = started(["assess", "--profiles", "people.jsonl", *BAKER], environment, tmp_path, close=2)
    assert (done.returncode, json.loads(done.stdout)["line"]) == (0, 1)


def test_standard_error_on_a_full_disk(environment: dict[str, str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pmgap", "roles", "bakr"], env=environment, cwd=tmp_path, stderr=full, check=False
        )
    assert done.returncode == 2


def test_nobody_is_asked_where_standard_input_is_closed(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("pmgap: 1", encoding="utf-8")
    done = started(["assess", "me.yaml", *BAKER, "--json"], environment, tmp_path, close=0)
    assert (done.returncode, done.stderr, json.loads(done.stdout)["kind"]) == (0, "", "assessment")


@pytest.mark.parametrize("arguments", EVERY_REPORT)
def test_a_reader_that_has_seen_enough(
    arguments: list[str | Path], environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "me.yaml").write_text("pmgap: 1", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "pmgap", *map(str, arguments)],
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr.decode()) == (0, "")


# Interruptions.


def interrupted(
    arguments: list[str], environment: dict[str, str], folder: Path, reads: Callable[[subprocess.Popen[bytes]], bool]
) -> Done:
    """Send SIGINT to pmgap as soon as ``reads`` says that it reads its input."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pmgap", *arguments],
        env=environment,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    with process:
        while not reads(process) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    return Done(process.args, process.returncode, out.decode(), err.decode())


def test_control_c_while_reading_standard_input(environment: dict[str, str], tmp_path: Path) -> None:
    """More than fits into the pipe can only be written while pmgap reads."""

    def reads(process: subprocess.Popen[bytes]) -> bool:
        assert process.stdin is not None
        os.set_blocking(process.stdin.fileno(), False)
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            while sum(written) <= 2 * 1024**2:
                written.append(os.write(process.stdin.fileno(), b"#" * 65536))
        return sum(written) > 2 * 1024**2

    written: list[int] = []
    done = interrupted(["assess", "-", *map(str, BAKER)], environment, tmp_path, reads)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_control_c_while_waiting_for_a_pipe(environment: dict[str, str], tmp_path: Path) -> None:
    """A pipe can only be opened for writing, without waiting, once pmgap has opened it for reading."""
    pipe = tmp_path / "me.yaml"
    os.mkfifo(pipe)
    (tmp_path / "report.txt").write_text("from last week\n", encoding="utf-8")
    opened: list[int] = []

    def reads(_: subprocess.Popen[bytes]) -> bool:
        with contextlib.suppress(OSError):
            opened.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        return bool(opened)

    done = interrupted(["assess", "me.yaml", *map(str, BAKER), "--output", "report.txt"], environment, tmp_path, reads)
    for descriptor in opened:
        os.close(descriptor)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "from last week\n"


# Wrong usage.


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--wrong"], "--wrong"),
        (["assesss"], "assesss"),
        (["roles", "--wrong"], "--wrong"),
        (["roles", "--format", "pdf"], "pdf"),
        (["roles", "--format"], "--format"),
        (["roles", "--catalogue"], "--catalogue"),
        (["assess", "--fail-on", "nice"], "nice"),
        (["assess", "a", "b"], "b"),
        (["check"], "FILE"),
    ],
)
def test_wrong_usage(arguments: list[str], what: str, pmgap: Run) -> None:
    done = pmgap(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    message, *hints = done.stderr.splitlines()
    assert message.startswith("pmgap: ")
    assert what in message
    if arguments[-1] not in {"--format", "--catalogue"}:  # Typer does not say which command misses a value
        usage, way_out = hints
        assert usage.startswith("  Usage: ")
        assert way_out.endswith(" --help.")


def test_more_roles_than_can_be_compared(pmgap: Run) -> None:
    refused(pmgap("roles", "baker", "baker", "baker", "--catalogue", SMALL), "more than two roles")


def test_no_role(pmgap: Run) -> None:
    done = pmgap("assess", "-", "--catalogue", SMALL, stdin="pmgap: 1")
    refused(done, "no role was named\n  Use --role ROLE or --posting FILE; pmgap roles lists them.")
