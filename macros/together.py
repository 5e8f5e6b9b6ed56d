"""Do several jobs at the same time, in processes of their own, when there is enough to do.

A process that is forked shares all that was read and checked with its parent, so nothing is copied or sent.
"""

import os
import sys
import traceback
from collections.abc import Callable, Sequence

Job = Callable[[], None]


class Failed(Exception):
    """A job in another process did not end well; it has printed why."""


def do_together(jobs: Sequence[Job], *, processes: int) -> None:
    """Do all jobs, each once and in no order; what they leave behind must be files. Raises Failed, or what a job raises."""
    if processes < 2 or not hasattr(os, "fork"):
        for job in jobs:
            job()
        return
    todo = _list_of(len(jobs))
    children = [_fork(jobs, todo) for _ in range(processes - 1)]
    try:
        _work(jobs, todo)
    finally:
        codes = [os.waitpid(child, 0)[1] for child in children]
        os.close(todo)
    if any(codes):
        raise Failed("a process that wrote part of the site failed")


def _list_of(count: int) -> int:
    """A pipe that holds the number of every job; whoever reads a number does that job."""
    reading, writing = os.pipe()
    for number in range(count):
        os.write(writing, number.to_bytes(2, "big"))
    os.close(writing)
    return reading


def _work(jobs: Sequence[Job], todo: int) -> None:
    while number := os.read(todo, 2):
        jobs[int.from_bytes(number, "big")]()


def _fork(jobs: Sequence[Job], todo: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        _work(jobs, todo)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever happened, the parent hears of it through the exit code
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
