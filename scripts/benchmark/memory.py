"""How much memory a command with its worker processes takes from the machine, on Linux.

A run of its own: looking costs time. A page that processes share counts for each of them in part (PSS,
docs.kernel.org/filesystems/proc.html), so that the sum is what the machine misses.
"""

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .measure import MeasurementFailed, environment

_PAUSE = 0.25
"""Seconds between two looks."""
_PROC = Path("/proc")


class Memory(NamedTuple):
    """The most at any moment, in MiB."""

    parent: float
    children: float
    sum: float

    def most(self, other: "Memory") -> "Memory":
        return Memory(*map(max, self, other))


def can_measure() -> bool:
    """Whether the system tells it."""
    return (_PROC / "self" / "smaps_rollup").exists()


def measure_memory(command: Sequence[object], folder: Path) -> Memory:
    """Run a command in a folder. Raises MeasurementFailed."""
    found = Memory(0, 0, 0)
    with subprocess.Popen(list(map(str, command)), cwd=folder, env=environment(), stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            found = found.most(_now(process.pid))
            time.sleep(_PAUSE)
    if process.returncode:
        raise MeasurementFailed(f"{' '.join(map(str, command))} eindigde met {process.returncode}")
    return found


def _now(pid: int) -> Memory:
    parent, children = _share_of(pid), sum(map(_share_of, _below(pid)))
    return Memory(parent, children, parent + children)


def _below(pid: int) -> Iterator[int]:
    """The processes that it started, and those that these did."""
    try:
        listed = (_PROC / str(pid) / "task" / str(pid) / "children").read_text(encoding="ascii")
    except OSError:  # it has ended meanwhile
        return
    for child in map(int, listed.split()):
        yield child
        yield from _below(child)


def _share_of(pid: int) -> float:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)
