"""Do several jobs at the same time, in processes of their own, when there is enough to do.

A process that is forked shares all that was read and checked with its parent, so nothing is copied or sent.
"""

import marshal
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

Job = Callable[[], None]
Item = TypeVar("Item")

WORTH_A_PROCESS = 100
"""Fewer cards or pages than this are done sooner than another process helps."""

BATCH = 20
"""Cards that another process reads at a time; small enough that nobody waits for them."""
OWN_SHARE = 0.2
"""Of what another process makes ahead; who asks has work of its own on everything that was made."""


class Failed(Exception):
    """A job in another process did not end well; it has printed why."""


def processes_for(count: int) -> int:
    """How many processes this many cards or pages are worth."""
    return max(1, min(count // WORTH_A_PROCESS, os.cpu_count() or 1)) if hasattr(os, "fork") else 1


def ahead(
    function: Callable[[Item], Any], items: Sequence[Item], *, processes: int, own_share: float = OWN_SHARE
) -> Iterator[tuple[Item, Any]]:
    """Each item with what the function makes of it, in order; other processes begin with the later ones at once.

    What is made must be plain: mappings, lists, texts, numbers, None. Raises Failed if a process did not end well, when
    what it made is asked for.
    """
    own = round(len(items) * own_share / (own_share + processes - 1)) if processes > 1 else len(items)
    size = -(-(len(items) - own) // max(1, processes - 1)) or 1
    parts = [items[start : start + size] for start in range(own, len(items), size)]
    makers = [_Maker(function, part) for part in parts]
    return chain(
        ((item, function(item)) for item in items[:own]),
        (found for part, maker in zip(parts, makers, strict=True) for found in zip(part, maker.made(), strict=True)),
    )


class _Maker:
    """A process that makes something of each item, a batch at a time, so that it can be used while the next is made.

    The batches go through a file, which holds them all: a pipe would make the process wait for who reads it.
    """

    def __init__(self, function: Callable[[Item], Any], part: Sequence[Item]) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by made() or __del__
        reading, writing = os.pipe()
        self._sizes = os.fdopen(reading, "rb")

        def make() -> None:
            self._sizes.close()
            for start in range(0, len(part), BATCH):
                batch = marshal.dumps([function(item) for item in part[start : start + BATCH]])
                self._file.write(batch)
                try:
                    os.write(writing, len(batch).to_bytes(8, "big"))
                except BrokenPipeError:
                    return  # whoever asked has stopped

        self._child = _fork(make)
        os.close(writing)

    def __del__(self) -> None:
        self._file.close()
        self._sizes.close()  # if nobody asked for what was made, the other process stops here

    def made(self) -> Iterator[Any]:
        """What was made, in order. Raises Failed if the process did not end well."""
        place = 0
        with self._file as file, self._sizes as sizes:
            while head := sizes.read(8):
                size = int.from_bytes(head, "big")
                yield from marshal.loads(os.pread(file.fileno(), size, place))
                place += size
        if os.waitpid(self._child, 0)[1]:
            raise Failed("a process that read part of the cards failed")


class Crew:
    """Processes that work through a list of jobs, each done once and in no order; what they leave behind must be files.

    The others begin at once, while this process does something else; it joins them in `finish`.
    """

    def __init__(self, jobs: Sequence[Job], *, processes: int) -> None:
        self._jobs = jobs
        self._todo = _list_of(len(jobs))
        self._children = [_fork(lambda: _work(jobs, self._todo)) for _ in range(processes - 1)]

    def finish(self) -> None:
        """Return when all is done. Raises Failed, or what a job raises."""
        try:
            _work(self._jobs, self._todo)
        finally:
            failed = self._wait()
        if failed:
            raise Failed("a process that wrote part of the site failed")

    def dismiss(self) -> None:
        """Do no more of the jobs; those that were begun are ended."""
        while os.read(self._todo, 4096):
            pass
        self._wait()

    def _wait(self) -> bool:
        codes = [os.waitpid(child, 0)[1] for child in self._children]
        os.close(self._todo)
        return any(codes)


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
