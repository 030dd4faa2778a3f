"""The door: starts the command line, and shows every kind of failure once, in one way.

Exit codes: 0 done; 1 a check that was asked for did not hold; 2 bad usage or unusable input; 130 interrupted.
"""

import atexit
import errno
import gc
import os
import sys

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the cost of importing typing
if TYPE_CHECKING:
    from pmgap.errors import UserError

DONE, CHECK_FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def main() -> None:
    """Run pmgap and end the process with its exit code, without taking apart what the operating system takes as a whole.

    See docs/decisions/0012-leaving.md.
    """
    code = run()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - what ending a process the long way calls, too
    os._exit(code)


def run() -> int:
    """Run the command line; every expected failure becomes a message and an exit code. Bugs keep their traceback."""
    spare_the_collector()
    before = _output_kind()
    if sys.stderr is None:  # closed, as by 2>&-: who does that wants the report alone
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the process lives
    try:
        if sys.argv[1:] == ["--version"]:
            return show_version()
        # pydantic would look through every installed package for plugins: slow, and nobody's business here.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from pmgap.cli.app import app, only_called

        only_called(sys.argv[1:] or _words_to_complete())
        return app(standalone_mode=False) or DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        return DONE
    except SystemExit as end:
        # Rich answers a closed pipe by pointing standard output at nothing and asking for exit code 1.
        if _output_kind() != before:
            return DONE
        return end.code if isinstance(end.code, int) else DONE
    except Exception as error:
        return _refuse(error)


def spare_the_collector() -> None:
    """Look for garbage seldom, and not in what is there by now: modules and the catalogue stay, lines leave no cycles.

    Looking as often as Python does by itself takes a tenth of a start, and finds none.
    """
    gc.freeze()
    gc.set_threshold(200_000)


def _words_to_complete() -> list[str]:
    """The words typed so far, as the shells hand them over that ask for completion; none otherwise."""
    typed = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    return typed.split()[1:]


def show_version() -> int:
    """Tell the version. Returns the exit code.

    Raises:
        UserError: standard output is closed.
    """
    from pmgap import __version__

    if sys.stdout is None:
        from pmgap.errors import unusable

        raise unusable("standard output is closed")
    sys.stdout.write(f"pmgap {__version__}\n")
    sys.stdout.flush()
    return DONE


def _output_kind() -> tuple[int, int] | None:
    """What standard output leads to; none when it is closed."""
    try:
        found = os.fstat(1)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _refuse(error: Exception) -> int:
    """Tell what the user can mend; raise what only a programmer can."""
    from pmgap.cli.usage import Misuse, explained
    from pmgap.errors import UserError, unusable

    if isinstance(error, Misuse):
        error = explained(error)
    if isinstance(error, UserError):
        show(error)
        return UNUSABLE
    if isinstance(error, OSError):
        close_output()
        reason = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or type(error).__name__
        show(unusable(f"the output cannot be written: {reason}"))
        return UNUSABLE
    raise error


def show(error: "UserError") -> None:
    """Tell on standard error what is wrong, where, and what to do."""
    from pmgap.printable import printable

    try:
        for problem in error.problems:
            what, *hints = str(problem).split("\n")
            sys.stderr.write(
                f"pmgap: {printable(what)}\n" + "".join(f"  {printable(hint.strip())}\n" for hint in hints)
            )
    except OSError:  # the exit code tells what standard error cannot take
        _point_at_nothing(2)


def close_output() -> None:
    """Point standard output at nothing, so that the interpreter does not complain about it at exit."""
    _point_at_nothing(sys.stdout.fileno())


def _point_at_nothing(stream: int) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
