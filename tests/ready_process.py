"""pmgap as a process of its own, without waiting for an interpreter to start and for modules to load.

One process per test worker imports all of pmgap, then waits. For every run it forks a child that gets its own
arguments, environment, folder and streams, runs ``python -m pmgap`` and ends. So a run sees what a fresh process sees,
and no run sees another. What an interpreter does only when it starts is not there: what variables that begin with
PYTHON ask for, and which modules a command needs. ``tests/cli/test_ready_process.py`` compares the two.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from threading import Thread, active_count

NUMBER = struct.Struct("!i")
PATIENCE = 60
"""Seconds after which a run is taken to hang."""

HAS_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


class Started:
    """A run of pmgap; the part of ``subprocess.Popen`` that tests use."""

    def __init__(self, told: int) -> None:
        self._told = told
        """A pipe on which first the number of the process comes, then how it ended."""
        self.pid = self._number()
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """How it ended, if it has."""
        return self._end(0)

    def wait(self, timeout: float = PATIENCE) -> int:
        """How it ended, once it has."""
        code = self._end(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("pmgap", timeout)
        return code

    def _end(self, patience: float) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], patience)[0]:
            self.returncode = self._number()
            os.close(self._told)
        return self.returncode

    def _number(self) -> int:
        data = os.read(self._told, NUMBER.size)
        if len(data) < NUMBER.size:
            raise EOFError("the process that waits has ended")
        number: int = NUMBER.unpack(data)[0]
        return number

    def send_signal(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)


class ReadyProcess:
    """A process that is ready to become pmgap, as often as wanted."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._line, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(other.fileno())],
                env=env,
                # Standard streams that start as pipes, as those of nearly every run are: a file could be wound back.
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[other.fileno()],
            )

    def start(
        self, arguments: Sequence[str], env: Mapping[str, str], cwd: str, streams: Sequence[int], *, session: bool
    ) -> Started:
        """Start pmgap on three streams; with ``session``, as the leader of one whose terminal is its standard input."""
        told, tells = os.pipe()
        order = json.dumps({"arguments": arguments, "env": dict(env), "cwd": cwd, "session": session}).encode()
        try:
            socket.send_fds(self._line, [NUMBER.pack(len(order))], [*streams, tells])
        finally:
            os.close(tells)
        try:
            self._line.sendall(order)
            return Started(told)
        except (EOFError, BrokenPipeError) as error:
            said = self._process.communicate(timeout=PATIENCE)[1].decode()
            raise RuntimeError(f"the process that waits has ended: {said}") from error

    def run(
        self, arguments: Sequence[str], stdin: bytes, env: Mapping[str, str], cwd: str
    ) -> subprocess.CompletedProcess[bytes]:
        """Run pmgap and wait for its end."""
        (theirs_in, ours_in), (ours_out, theirs_out), (ours_err, theirs_err) = os.pipe(), os.pipe(), os.pipe()
        theirs = [theirs_in, theirs_out, theirs_err]
        try:
            started = self.start(arguments, env, cwd, theirs, session=False)
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        told: dict[int, bytes] = {}
        readers = [Thread(target=_read_all, args=(it, told), daemon=True) for it in (ours_out, ours_err)]
        for reader in readers:
            reader.start()
        with contextlib.suppress(BrokenPipeError), open(ours_in, "wb", buffering=0) as file:
            while stdin:
                stdin = stdin[file.write(stdin) :]
        try:
            code = started.wait()
        finally:
            started.send_signal(signal.SIGKILL)
        for reader in readers:
            reader.join(PATIENCE)
            if reader.is_alive():
                raise RuntimeError("pmgap has ended, and something that it started still holds its output")
        return subprocess.CompletedProcess(["pmgap", *arguments], code, told[ours_out], told[ours_err])

    def close(self) -> None:
        """End it."""
        self._line.close()
        self._process.communicate(timeout=PATIENCE)


def _read_all(descriptor: int, told: dict[int, bytes]) -> None:
    with open(descriptor, "rb") as file:
        told[descriptor] = file.read()


def serve(line: socket.socket) -> None:
    """Become pmgap for every order that comes, in a child of a child that tells its number and how it ended."""
    while True:
        head, descriptors, _, _ = socket.recv_fds(line, NUMBER.size, 4)
        if not head:
            break
        order = json.loads(line.recv(NUMBER.unpack(head)[0], socket.MSG_WAITALL))
        *streams, tells = descriptors
        if not os.fork():
            line.close()
            run = os.fork()
            if not run:
                os.close(tells)
                _become_pmgap(order["arguments"], order["env"], order["cwd"], streams, session=order["session"])
            for stream in streams:
                os.close(stream)
            os.write(tells, NUMBER.pack(run))
            os.write(tells, NUMBER.pack(os.waitstatus_to_exitcode(os.waitpid(run, 0)[1])))
            os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _become_pmgap(arguments: list[str], env: dict[str, str], cwd: str, streams: list[int], *, session: bool) -> None:
    """Do what ``python -m pmgap`` does, and end this process."""
    code = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        if session:
            import fcntl
            import termios

            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        sys.stdout.reconfigure(line_buffering=sys.stdout.isatty())  # type: ignore[union-attr]
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        sys.argv[1:] = arguments
        runpy.run_module("pmgap", run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        for file in (sys.stdout, sys.stderr):
            file.flush()
        # The interpreter's own end takes longer than most runs, for it clears up every module. Threads need it, though.
        if active_count() == 1:
            os._exit(code)
        sys.exit(code)


def get_ready() -> None:
    """Import all that some command imports."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as cli.entry does before pydantic is imported
    import pmgap

    for module in pkgutil.walk_packages(pmgap.__path__, "pmgap."):
        if module.name not in ("pmgap.__main__", "pmgap.arrow"):
            importlib.import_module(module.name)
    for name in ("jinja2", "pydantic.dataclasses", "pydantic.json_schema", "pydantic.type_adapter", "typer.rich_utils"):
        importlib.import_module(name)
    gc.freeze()  # else every child copies what the collector writes into


if __name__ == "__main__":
    get_ready()
    serve(socket.socket(fileno=int(sys.argv[1])))
