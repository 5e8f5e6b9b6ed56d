"""Run work in several processes at the same time, when there is enough of it to be worth starting them.

A forked process shares everything that its parent has read and checked, so nothing has to be copied or sent to it.
"""

import gc
import os
import pickle
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import IO, Any, NamedTuple, TypeVar

Job = Callable[[], None]
Item = TypeVar("Item")

ITEMS_PER_PROCESS = 100
"""Cards or pages that make one more process worth starting."""

BATCH_SIZE = 20
"""Items that a worker process handles before it hands over their results; few, so that the reader hardly waits."""
OWN_SHARE = 0.2
"""Size of this process's own part, relative to the part of one worker. It gets less, because it also processes all the
results while the workers go on."""


_NEW_OBJECTS = 20_000
"""After which garbage is searched for: so many are made in a few pages."""


class WorkerFailed(Exception):
    """A worker process ended before its work was done; the message says how, in Dutch."""


def processes_for(count: int, each: int = ITEMS_PER_PROCESS) -> int:
    """The number of processes, this one included, to use for this many cards or pages, of which `each` make one more process
    worth starting; 1 where a process cannot fork."""
    return max(1, min(count // each, os.cpu_count() or 1)) if hasattr(os, "fork") else 1


def share_what_is_there() -> None:
    """Take all that was made so far for what stays to the end, and search for garbage only among what comes: rendering leaves
    circles behind, which would otherwise fill the memory page by page. Before a fork, so that nobody touches what all share
    (docs.python.org/3/library/gc.html#gc.freeze)."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, 20, 1000)
    gc.enable()


def collect_what_is_new() -> None:
    """Free at once what circles made since `share_what_is_there` hold: few objects can hold megabytes outside Python's sight."""
    gc.collect()


def prefetch(
    function: Callable[[Item], Any], items: Sequence[Item], *, processes: int, own_share: float = OWN_SHARE
) -> Iterator[tuple[Item, Any]]:
    """Yield each item with the result of the function, in the order of the items. This process computes the first results
    when they are asked for; worker processes begin with the later ones at once.

    A result must be something that can be pickled. Raises WorkerFailed, or the OSError that a worker met, when the caller
    reaches the results of that worker.
    """
    own = round(len(items) * own_share / (own_share + processes - 1)) if processes > 1 else len(items)
    size = -(-(len(items) - own) // max(1, processes - 1)) or 1
    parts = [items[start : start + size] for start in range(own, len(items), size)]
    workers = [_PrefetchWorker(function, part) for part in parts]
    return chain(
        ((item, function(item)) for item in items[:own]),
        (pair for part, worker in zip(parts, workers, strict=True) for pair in zip(part, worker.results(), strict=True)),
    )


class _PrefetchWorker:
    """A process that computes the results of a part of the items, a batch at a time, so that the reader can use one batch
    while the next is computed.

    The batches go through a temporary file; only their sizes go through the pipe. A pipe holds 64 kB, so a worker that
    sent the batches through it would stand still until this process comes to read them.
    """

    def __init__(self, function: Callable[[Item], Any], part: Sequence[Item]) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by results() or __del__
        reading, writing = os.pipe()
        self._sizes = os.fdopen(reading, "rb")

        def work() -> None:
            self._sizes.close()
            for start in range(0, len(part), BATCH_SIZE):
                batch = pickle.dumps([function(item) for item in part[start : start + BATCH_SIZE]])
                self._file.write(batch)
                try:
                    os.write(writing, len(batch).to_bytes(8, "big"))
                except BrokenPipeError:
                    return  # the reader has stopped and closed its end

        self._child = _fork(work)
        os.close(writing)

    def __del__(self) -> None:
        self._file.close()
        self._sizes.close()  # a worker whose results nobody has read stops at its next batch
        self._child.told.close()

    def results(self) -> Iterator[Any]:
        """Yield the results in order. Raises WorkerFailed or OSError at the end if the process failed."""
        offset = 0
        with self._file as file, self._sizes as sizes:
            while head := sizes.read(8):
                size = int.from_bytes(head, "big")
                yield from pickle.loads(os.pread(file.fileno(), size, offset))
                offset += size
        if error := self._child.wait():
            raise error


class Aside:
    """A job that another process does meanwhile. It returns nothing; it writes files."""

    def __init__(self, job: Job) -> None:
        self._child: _Child | None = _fork(job)

    def wait(self) -> None:
        """Return when it has ended, well or not."""
        if self._child:
            self._child.wait()
            self._child = None


class WorkerPool:
    """Processes that run each of a list of jobs once, in no particular order. A job returns nothing; it writes files.

    The worker processes begin at once, while this process does something else; it joins them in `finish`.
    """

    def __init__(self, jobs: Sequence[Job], *, processes: int) -> None:
        self._jobs = jobs
        self._todo = _job_numbers(len(jobs))
        self._children = [_fork(lambda: _run_jobs(jobs, self._todo)) for _ in range(processes - 1)]

    def finish(self) -> None:
        """Run jobs until all are done. Raises WorkerFailed, the OSError that a worker met, or what a job in this process
        raises."""
        try:
            _run_jobs(self._jobs, self._todo)
        finally:
            errors = self._wait()
        if errors:
            raise errors[0]

    def dismiss(self) -> None:
        """Cancel the jobs that have not begun, and wait for the others."""
        while os.read(self._todo, 4096):  # an empty queue ends the workers
            pass
        self._wait()

    def _wait(self) -> list[Exception]:
        errors = [error for child in self._children if (error := child.wait())]
        os.close(self._todo)
        return errors


def _job_numbers(count: int) -> int:
    """A pipe that serves as the queue: it holds the number of every job, and the process that reads a number runs that job."""
    reading, writing = os.pipe()
    for number in range(count):
        os.write(writing, number.to_bytes(2, "big"))
    os.close(writing)
    return reading


def _run_jobs(jobs: Sequence[Job], todo: int) -> None:
    while number := os.read(todo, 2):
        jobs[int.from_bytes(number, "big")]()


class _Child(NamedTuple):
    """A forked process, and the pipe through which it tells why the system refused it something."""

    id: int
    told: IO[bytes]

    def wait(self) -> Exception | None:
        """Wait for its end; what went wrong, if anything did."""
        with self.told:
            told = self.told.read()
        code = os.waitstatus_to_exitcode(os.waitpid(self.id, 0)[1])
        if told:
            return pickle.loads(told)
        if code < 0:
            return WorkerFailed(f"een hulpproces is door het systeem gestopt (signaal {-code}); vaak is dan het geheugen op")
        return WorkerFailed("een hulpproces liep vast; hierboven staat waarop") if code else None


def _fork(job: Job) -> _Child:
    told, telling = os.pipe()
    child = os.fork()
    if child:
        os.close(telling)
        return _Child(child, os.fdopen(told, "rb"))
    code = 1
    try:
        job()
        code = 0
    except OSError as error:  # a full disk is told once, by the process that waits
        os.write(telling, pickle.dumps(error))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
