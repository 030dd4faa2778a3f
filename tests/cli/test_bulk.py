"""``pmgap assess --profiles`` as a user meets it."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from conftest import Run
from pmgap.cli.line_work import Order
from pmgap.cli.workers import in_processes
from pmgap.errors import UserError
from pmgap.readers.profile_file import read_profile
from pmgap.writers.json_report import plain

T = TypeVar("T")
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LINE = json.dumps({"pmgap": 1, "name": "=Noor", "answers": {"road-mapping.3a": "no"}})
GOOD = f"\ufeff{LINE}\r\n\n{LINE}"
BAD = f'{LINE}\n{{"name": 1}}\nnope\n{LINE}\n'
ROLE = ("--role", "product-manager")


def test_lines_come_out_in_order_and_bad_ones_are_told_of(pmgap: Run) -> None:
    done = pmgap("assess", "--profiles", "-", "--role", "product-manager", "--role", "product-owner", stdin=BAD)
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(it["line"], it["role"]) for it in found] == [
        (line, role) for line in (1, 4) for role in ("product-manager", "product-owner")
    ]
    assert done.stderr == (
        "line 2 is left out (name): 1: input should be a valid string\n"
        "line 3 is left out: it is not valid JSON: expecting value\n"
        "2 people, 2 lines could not be used\n"
    )


def test_a_table_holds_no_formula_and_two_processes_change_nothing(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(GOOD, encoding="utf-8")
    arguments = ("assess", "--profiles", "in.jsonl", *ROLE, "--format", "csv")
    one, two = pmgap(*arguments), pmgap(*arguments, "--jobs", "2")
    assert (one.returncode, one.stderr) == (0, "2 people\n")
    assert [line.split(",")[:3] for line in one.stdout.splitlines()] == [
        ["line", "name", "role"],
        ["1", "'=Noor", "product-manager"],
        ["3", "'=Noor", "product-manager"],
    ]
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, 0)


def test_a_catalogue_that_can_be_read_only_once_serves_every_process(pmgap: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(GOOD, encoding="utf-8")
    small = Path(__file__).parent.parent / "small_catalogue.yaml"
    arguments = ("assess", "--profiles", "in.jsonl", "--role", "baker", "--jobs", "2", "--catalogue")
    piped = pmgap(*arguments, "-", stdin=small.read_bytes())
    assert (piped.returncode, piped.stderr) == (0, "2 people\n")
    assert piped.stdout == pmgap(*arguments, small).stdout != ""


def test_a_process_that_cannot_be_started_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_order: object) -> None:
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr("pmgap.cli.workers._start", refuse)
    order = Order("-", None, (), "jsonl", full=False, strict=False, watched=None)
    with pytest.raises(UserError, match="a worker process could not be started: no more processes"):
        list(in_processes(order, 2, [(1, b"{}")]))


def test_a_whole_report_per_line_is_the_single_report(pmgap: Run, tmp_path: Path) -> None:
    me = EXAMPLES / "career-changer.yaml"
    (tmp_path / "in.jsonl").write_text(json.dumps(plain(read_profile(str(me)))), encoding="utf-8")
    many = pmgap("assess", "--profiles", "in.jsonl", *ROLE, "--full", "--output", "out.jsonl")
    assert (many.returncode, many.stdout, many.stderr) == (0, "", "Written: out.jsonl\n1 person\n")
    single = json.loads(pmgap("assess", me, *ROLE, "--json").stdout)
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == {"line": 1, **single}


def test_exit_codes(pmgap: Run, tmp_path: Path) -> None:
    strict = pmgap("assess", "--profiles", "-", *ROLE, "--strict", "--output", "out.jsonl", stdin=BAD)
    assert strict.returncode == 2
    assert "-:2 (name)" in strict.stderr
    assert list(tmp_path.glob("out*")) == []
    assert pmgap("assess", "--profiles", "-", *ROLE, "--fail-on", "must", stdin=LINE).returncode == 1
    nothing = pmgap("assess", "--profiles", "-", *ROLE, stdin="nope\n")
    assert nothing.returncode == 2
    assert "no line could be used" in nothing.stderr
    empty = pmgap("assess", "--profiles", "-", *ROLE, stdin="")
    assert (empty.returncode, empty.stdout, empty.stderr) == (0, "", "0 people\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("me.yaml", "--profiles", "x", *ROLE), "exclude each other"),
        (("--profiles", "x", *ROLE, "--all-roles"), "exclude each other"),
        (("--profiles", "x", *ROLE, "--answers", "a.yaml"), "never asks"),
        (("--profiles", "x", *ROLE, "--mode", "full"), "never asks"),
        (("--profiles", "x", *ROLE, "--json"), "jsonl"),
        (("--profiles", "x", *ROLE, "--full", "-f", "csv"), "table"),
        (("--profiles", "x"), "no role was named"),
        (("--profiles", "x", *ROLE), "no such file"),
        (("me.yaml", "--format", "jsonl"), "--format json, or --profiles"),
        (("me.yaml", "--all-roles"), "pmgap match"),
        (("me.yaml", "--strict"), "--profiles FILE"),
        (("me.yaml", "--jobs", "2"), "--profiles FILE"),
    ],
)
def test_what_does_not_go_together_is_said(arguments: tuple[str, ...], told: str, pmgap: Run) -> None:
    done = pmgap("assess", *arguments)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())


@pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
def test_a_reader_that_has_seen_enough_and_an_interrupt(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(f"{LINE}\n" * 5000, encoding="utf-8")
    command = [sys.executable, "-m", "pmgap", "assess", *ROLE, "--profiles"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*command, "in.jsonl"], cwd=tmp_path, env=environment, **pipes) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
    with subprocess.Popen([*command, "-"], cwd=tmp_path, env=environment, **pipes) as process:  # type: ignore[call-overload]
        process.stdin.write(f"{LINE}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["line"] == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"\nStopped. 1 person\n")


def processes(group: int) -> dict[int, str]:
    """The processes of a group that are not at their end, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
            command = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if int(its_group) == group and state not in "ZX":
            found[int(folder.name)] = command
    return found


def soon(question: Callable[[], T]) -> T:
    """The answer to a question, once there is one."""
    for _ in range(600):
        if answer := question():
            return answer
        time.sleep(0.05)
    raise AssertionError("it did not happen")


@pytest.fixture
def at_work(environment: dict[str, str], tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A run with two jobs that waits for more lines, in a process group of its own, and a worker that has begun."""
    command = [sys.executable, "-m", "pmgap", "assess", *ROLE, "--jobs", "2", "--profiles", "-"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        text=True,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        process.stdin.write(f"{LINE}\n")
        process.stdin.flush()
        try:
            workers = soon(lambda: [it for it, text in processes(process.pid).items() if "spawn_main" in text])
            yield process, workers[0]
        finally:
            for left in processes(process.pid):
                os.kill(left, signal.SIGKILL)


ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@ONLY_LINUX
def test_a_worker_that_is_killed_ends_the_run_with_one_message(at_work: tuple[subprocess.Popen[str], int]) -> None:
    process, worker = at_work
    os.kill(worker, signal.SIGKILL)
    out, err = process.communicate(f"{LINE}\n", timeout=30)
    assert (process.returncode, out) == (2, "")
    assert "a worker process ended before its work was done" in " ".join(err.split())
    assert "Traceback" not in err
    assert soon(lambda: not processes(process.pid))


@ONLY_LINUX
def test_an_interrupt_reaches_every_process_and_leaves_none(at_work: tuple[subprocess.Popen[str], int]) -> None:
    process, _ = at_work
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) == 130
    assert process.stdout
    assert process.stderr
    assert (process.stdout.read(), process.stderr.read()) == ("", "\nStopped. 0 people\n")
    assert soon(lambda: not processes(process.pid))
