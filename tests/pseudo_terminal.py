"""pmgap in a pseudo-terminal, driven by keys as a person would."""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from ready_process import ReadyProcess, Started

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[()][A-Z0-9]")
PATIENCE = 30
"""Seconds after which a text that did not appear is taken to be missing."""


def _anywhere(text: str) -> re.Pattern[str]:
    """Finds a text however it is broken into lines."""
    return re.compile(r"\s+".join(map(re.escape, text.split())))


class PseudoTerminal:
    """A process on a pseudo-terminal of a given width; forked from a ready one if there is one."""

    def __init__(
        self,
        arguments: list[str],
        env: Mapping[str, str],
        cwd: Path,
        columns: int = 80,
        ready: ReadyProcess | None = None,
    ) -> None:
        self.parent, child = pty.openpty()
        self.resize(columns)
        env = {"TERM": "xterm", **{key: value for key, value in env.items() if key != "COLUMNS"}}
        self.process: Started | subprocess.Popen[bytes]
        if ready is not None:
            self.process = ready.start(arguments, env, str(cwd), [child] * 3, session=True)
        else:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pmgap", *arguments],
                stdin=child,
                stdout=child,
                stderr=child,
                env=env,
                cwd=cwd,
                start_new_session=True,
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - the child has one thread
            )
        os.close(child)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a read may end within a character
        self.raw = ""
        self.seen = 0

    def resize(self, columns: int, rows: int = 40) -> None:
        """Change the size of the window."""
        fcntl.ioctl(self.parent, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        """Everything shown so far, without escape codes."""
        return _CODES.sub("", self.raw).replace("\r\n", "\n")

    def wait_for(self, text: str) -> str:
        """Read until ``text`` appears, however broken into lines, after what was last waited for."""
        start = self.seen
        self.wait_for_any(text)
        return self.text[start : self.seen]

    def wait_for_any(self, *texts: str) -> str:
        """Read until one of some texts appears after what was last waited for; return the first that did."""
        deadline = time.monotonic() + PATIENCE
        while True:
            shown = self.text
            found = [
                (hit.start(), hit.end(), text) for text in texts if (hit := _anywhere(text).search(shown, self.seen))
            ]
            if found:
                _, self.seen, text = min(found)
                return text
            if not self._read(deadline):
                raise AssertionError(f"none of {texts} appeared after:\n{shown[self.seen :]}")

    def wait_for_prompt(self, *prompts: str) -> None:
        """Read until what is shown ends in one of some prompts, to the letter: only then do keys land behind it.

        Blanks that pad a line to the width of the window do not count.
        """
        deadline = time.monotonic() + PATIENCE
        while len(self.text) == self.seen or not re.sub(" +\n", "\n", self.text).endswith(prompts):
            if not self._read(deadline):
                raise AssertionError(f"none of {prompts} ended:\n{self.text[self.seen :]}")
        self.seen = len(self.text)

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self.parent], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self.parent, 65536)
        except OSError:
            return False
        self.raw += self._decoder.decode(data)
        return bool(data)

    def type(self, line: str) -> None:
        """Type a line and Enter."""
        os.write(self.parent, line.encode() + b"\n")

    def press(self, code: bytes) -> None:
        """Send a control character, such as Ctrl-C."""
        os.write(self.parent, code)

    def end(self) -> int:
        """Read to the end and return the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self.process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)

    def close(self) -> None:
        """Hang up, as a closed window does."""
        with contextlib.suppress(OSError):
            os.close(self.parent)
        if self.process.poll() is None:
            try:
                self.process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
