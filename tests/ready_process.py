"""pmgap as a process of its own, without waiting for an interpreter to start and for modules to load.

One process per test worker imports all of pmgap, then waits. For every run it forks a child that gets its own
arguments, environment, folder and pipes, runs ``python -m pmgap`` and ends. So a run sees what a fresh process sees,
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

LENGTH = struct.Struct("!I")
PATIENCE = 60
"""Seconds after which a run is taken to hang."""

HAS_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


class ReadyProcess:
    """A process that is ready to become pmgap, as often as wanted."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._line, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(other.fileno())],
                env=env,
                # Standard streams that start as pipes, as those of every child are: a file could be wound back.
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[other.fileno()],
            )

    def run(
        self, arguments: Sequence[str], stdin: bytes, env: Mapping[str, str], cwd: str
    ) -> subprocess.CompletedProcess[bytes]:
        """Run pmgap and wait for its end."""
        (theirs_in, ours_in), (ours_out, theirs_out), (ours_err, theirs_err) = os.pipe(), os.pipe(), os.pipe()
        theirs = [theirs_in, theirs_out, theirs_err]
        order = json.dumps({"arguments": arguments, "env": dict(env), "cwd": cwd}).encode()
        try:
            socket.send_fds(self._line, [LENGTH.pack(len(order))], theirs)
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        self._line.sendall(order)
        told: dict[int, bytes] = {}
        readers = [Thread(target=_read_all, args=(it, told), daemon=True) for it in (ours_out, ours_err)]
        for reader in readers:
            reader.start()
        with contextlib.suppress(BrokenPipeError), open(ours_in, "wb", buffering=0) as file:
            while stdin:
                stdin = stdin[file.write(stdin) :]
        pid = self._number()
        if not select.select([self._line], [], [], PATIENCE)[0]:
            os.kill(pid, signal.SIGKILL)
        code = self._number()
        for reader in readers:
            reader.join(PATIENCE)
            if reader.is_alive():
                raise RuntimeError("pmgap has ended, and something that it started still holds its output")
        return subprocess.CompletedProcess(["pmgap", *arguments], code, told[ours_out], told[ours_err])

    def _number(self) -> int:
        data = self._line.recv(LENGTH.size, socket.MSG_WAITALL)
        if len(data) < LENGTH.size:
            _, told = self._process.communicate(timeout=PATIENCE)
            raise RuntimeError(f"the process that waits has ended with {self._process.returncode}: {told.decode()}")
        number: int = LENGTH.unpack(data)[0]
        return number if number < 2**31 else number - 2**32

    def close(self) -> None:
        """End it."""
        self._line.close()
        self._process.communicate(timeout=PATIENCE)


def _read_all(descriptor: int, told: dict[int, bytes]) -> None:
    with open(descriptor, "rb") as file:
        told[descriptor] = file.read()


def serve(line: socket.socket) -> None:
    """Fork a child for every order that comes; tell its number, and how it ended."""
    while True:
        head, streams, _, _ = socket.recv_fds(line, LENGTH.size, 3)
        if not head:
            return
        order = json.loads(line.recv(LENGTH.unpack(head)[0], socket.MSG_WAITALL))
        child = os.fork()
        if not child:
            line.close()
            _become_pmgap(order["arguments"], order["env"], order["cwd"], streams)
        for stream in streams:
            os.close(stream)
        line.sendall(LENGTH.pack(child))
        line.sendall(struct.pack("!i", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


def _become_pmgap(arguments: list[str], env: dict[str, str], cwd: str, streams: list[int]) -> None:
    """Do what ``python -m pmgap`` does, and end this process."""
    code = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
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
