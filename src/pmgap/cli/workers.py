"""Several processes that work on the pieces of an input; what they make comes out in its order.

Every process has a pipe of its own, so none holds anything that another one waits for: if it is killed its pipe ends,
and that is all that has to be noticed. The pools of the standard library can wait forever then.
"""

import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from pmgap.cli.line_work import Done, Order, serve
from pmgap.errors import unusable
from pmgap.readers.profile_lines import Lines

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


AHEAD = 3
"""Pieces that a process is given at a time: it never waits, and memory does not grow with the input."""


class _Worker(NamedTuple):
    process: "SpawnProcess"
    pipe: "Connection[Any, Any]"
    given: SimpleQueue[Lines | None]
    """What is still to go through the pipe; none at the end."""
    feeder: Thread
    """Sends it, so that nobody waits for a process that waits for somebody to take what it made."""


def in_processes(order: Order, jobs: int, coming: Iterable[Lines]) -> Iterator[Done]:
    """What comes out of every piece, in order. A process starts when there is work for it.

    Raises:
        UserError: a process could not be started, or ended before its work was done.
    """
    if sys.platform != "win32":
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # by itself it starts with the first process, and lets interrupts through just then
    workers: list[_Worker] = []
    busy: deque[_Worker] = deque()
    try:
        for number, lines in enumerate(coming):
            if len(workers) < jobs:
                workers.append(_started(order))
            worker = workers[number % jobs]
            worker.given.put(lines)
            busy.append(worker)
            if len(busy) >= AHEAD * jobs:
                yield _receive(busy.popleft())
        while busy:
            yield _receive(busy.popleft())
    finally:
        _end(workers)


def _started(order: Order) -> _Worker:
    try:
        with _interrupts_wait():
            return _start(order)
    except OSError as error:
        what = f"a worker process could not be started: {error.strerror or type(error).__name__}"
        raise unusable(what, None, _HINT) from error


def _start(order: Order) -> _Worker:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    pipe, theirs = context.Pipe()
    process = context.Process(target=serve, args=(order, theirs), daemon=True)
    process.start()
    theirs.close()
    given: SimpleQueue[Lines | None] = SimpleQueue()
    feeder = Thread(target=_feed, args=(given, pipe), daemon=True)
    feeder.start()
    return _Worker(process, pipe, given, feeder)


def _feed(given: SimpleQueue[Lines | None], pipe: "Connection[Any, Any]") -> None:
    try:
        while lines := given.get():
            pipe.send(lines)
    except OSError:
        return  # the process has ended, which is noticed where its work is missing


def _receive(worker: _Worker) -> Done:
    try:
        done: Done = worker.pipe.recv()
    except (EOFError, OSError) as error:
        raise unusable(_ENDED, None, f"Perhaps memory ran out. {_HINT}") from error
    return done


_ENDED = "a worker process ended before its work was done"
_HINT = "Try fewer --jobs; what was written so far is whole."


def _end(workers: list[_Worker]) -> None:
    """End all processes, whatever they are at: what they make is handed on whole or not at all."""
    with _interrupts_wait():
        for worker in workers:
            worker.given.put(None)
            worker.process.terminate()
        for worker in workers:
            worker.process.join()
            worker.feeder.join()
            worker.pipe.close()


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let an interrupt wait until this is over. A process that is born meanwhile is not interrupted by the terminal.

    Who interrupts means the first process, which ends the others.
    """
    if sys.platform == "win32":
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
    else:
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
