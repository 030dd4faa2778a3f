"""The door: starts the command line, and shows every kind of failure once, in one way.

Exit codes: 0 done; 1 a check that was asked for did not hold; 2 bad usage or unusable input; 130 interrupted.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmgap.errors import UserError

DONE, CHECK_FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def main() -> None:
    """Run pmgap and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from pmgap import __version__

        print(f"pmgap {__version__}")  # noqa: T201
        return
    sys.exit(run())


def run() -> int:
    """Run the command line; every expected failure becomes a message and an exit code. Bugs keep their traceback."""
    # pydantic would look through every installed package for plugins: slow, and nobody's business here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from pmgap.errors import UserError

    try:
        from pmgap.cli.app import app

        app()
    except UserError as error:
        show(error)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return DONE


def show(error: "UserError") -> None:
    """Tell on standard error what is wrong, where, and what to do."""
    from pmgap.printable import printable

    for problem in error.problems:
        what, *hints = str(problem).split("\n")
        sys.stderr.write(f"pmgap: {printable(what)}\n" + "".join(f"  {printable(hint.strip())}\n" for hint in hints))


def close_output() -> None:
    """Point standard output at nothing, so that the interpreter does not complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
