"""Do several jobs at the same time, in processes of their own, when there is enough to do.

A process that is forked shares all that was read and checked with its parent, so nothing is copied or sent.
"""

import marshal
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Job = Callable[[], None]
Item = TypeVar("Item")

WORTH_A_PROCESS = 250
"""Fewer cards or pages than this are done sooner than another process helps."""


class Failed(Exception):
    """A job in another process did not end well; it has printed why."""


def processes_for(count: int) -> int:
    """How many processes this many cards or pages are worth."""
    return max(1, min(count // WORTH_A_PROCESS, os.cpu_count() or 1)) if hasattr(os, "fork") else 1


def ahead(function: Callable[[Item], Any], items: Sequence[Item], *, processes: int) -> Iterator[tuple[Item, Any]]:
    """Each item with what the function makes of it, in order; other processes make the later ones in the meantime.

    What is made must be plain: mappings, lists, texts, numbers, None. Raises Failed if a process did not end well.
    """
    size = -(-len(items) // processes) or 1
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    others = [_fork_maker(function, part) for part in parts[1:]]
    for item in parts[0] if parts else ():
        yield item, function(item)
    for part, (child, reading) in zip(parts[1:], others, strict=True):
        with os.fdopen(reading, "rb") as pipe:
            made = pipe.read()
        if os.waitpid(child, 0)[1]:
            raise Failed("a process that read part of the cards failed")
        yield from zip(part, marshal.loads(made), strict=True)


def _fork_maker(function: Callable[[Item], Any], part: Sequence[Item]) -> tuple[int, int]:
    reading, writing = os.pipe()

    def make() -> None:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(marshal.dumps([function(item) for item in part]))

    child = _fork(make)
    os.close(writing)
    return child, reading


def do_together(jobs: Sequence[Job], *, processes: int) -> None:
    """Do all jobs, each once and in no order; what they leave behind must be files. Raises Failed, or what a job raises."""
    if processes < 2:
        for job in jobs:
            job()
        return
    todo = _list_of(len(jobs))
    children = [_fork(lambda: _work(jobs, todo)) for _ in range(processes - 1)]
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


def _fork(job: Job) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        job()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
