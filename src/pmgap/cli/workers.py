"""Several processes that work on the pieces of an input; what they make comes out in its order.

Every process has a pipe of its own and one piece at a time. So no process holds anything that another one waits for: if
it is killed its pipe ends, and that is all that has to be noticed. The standard library's pools can wait forever then.
"""

import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from pmgap.cli.line_work import Done, Order, serve
from pmgap.errors import unusable
from pmgap.readers.profile_lines import Lines

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class _Worker(NamedTuple):
    process: "SpawnProcess"
    pipe: "Connection[Any, Any]"


def in_processes(order: Order, jobs: int, coming: Iterable[Lines]) -> Iterator[Done]:
    """What comes out of every piece, in order. A process starts when there is work for it.

    Raises:
        UserError: a process ended before its work was done.
    """
    if sys.platform != "win32":
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # by itself it starts with the first process, and lets interrupts through just then
    workers: list[_Worker] = []
    busy: deque[_Worker] = deque()
    try:
        for lines in coming:
            done = None
            if len(workers) < jobs:
                with _interrupts_wait():
                    workers.append(_start(order))
                worker = workers[-1]
            else:
                worker = busy.popleft()
                done = _receive(worker)
            _send(worker, lines)
            busy.append(worker)
            if done:
                yield done
        while busy:
            yield _receive(busy.popleft())
    finally:
        _end(workers)


def _start(order: Order) -> _Worker:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    pipe, theirs = context.Pipe()
    process = context.Process(target=serve, args=(order, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, pipe)


def _send(worker: _Worker, lines: Lines) -> None:
    try:
        worker.pipe.send(lines)
    except OSError as error:
        raise unusable(_ENDED, None, _HINT) from error


def _receive(worker: _Worker) -> Done:
    try:
        done: Done = worker.pipe.recv()
    except (EOFError, OSError) as error:
        raise unusable(_ENDED, None, _HINT) from error
    return done


_ENDED = "a worker process ended before its work was done"
_HINT = "Perhaps memory ran out. Try fewer --jobs; what was written so far is whole."


def _end(workers: list[_Worker]) -> None:
    """End all processes, whatever they are at: what they make is handed on whole or not at all."""
    with _interrupts_wait():
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


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
