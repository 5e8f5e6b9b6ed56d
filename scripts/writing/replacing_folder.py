"""Replace a whole folder by a new one, so that at every moment one of the two is there as a whole.

The new folder is made in a work folder: beside the old one (.NAME.build), or inside it where it cannot be renamed,
because it is a mount point or because only the folder itself may be written in. What a killed run leaves is put right by
the next one before it does anything else.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from scripts.writing.swapping import Swap, swap_of

if os.name == "posix":
    import fcntl


LOCK = "lock"


class Maker(NamedTuple):
    """Who makes a folder."""

    mark: str
    """The file by which it knows a folder as its own: .methodebibliotheek-site"""
    name: str
    """In Dutch, as in "niet door een bouw gemaakt"."""


class NotReplaced(Exception):
    """The folder may not be replaced; the message says why, in Dutch."""


@contextmanager
def replacing_folder(to: Path, maker: Maker) -> Iterator[Path]:
    """Yield the path at which the caller makes a folder; it replaces `to` if nothing was raised, and gets the mark.

    A link stays a link: what it leads to is replaced. While another process replaces the same folder, this waits. Raises
    NotReplaced if `to` holds something that `maker` did not make, and OSError.
    """
    with holding_folder(to, maker) as swap:
        swap.new.mkdir()
        yield swap.new
        (swap.new / maker.mark).touch()
        swap.complete()


@contextmanager
def holding_folder(to: Path, maker: Maker, *, outside: Sequence[Path] = ()) -> Iterator[Swap]:
    """The same for who may replace a part of it: yields the moves, of which the caller makes `new` and completes it. Raises
    NotReplaced also if `to` lies in one of the folders `outside`."""
    swap = swap_of(Path(os.path.realpath(to)))
    for folder in outside:
        if swap.to.is_relative_to(folder.resolve()):
            raise NotReplaced(f"{to} ligt in {folder.name}/, tussen de bronnen; kies een andere map")
    if _find_obstacle(to, swap, maker) and (why := _find_obstacle(to, swap, maker)):  # twice: another may just be moving it
        raise NotReplaced(why)
    swap.to.parent.mkdir(parents=True, exist_ok=True)
    with _only_one(swap.work, to):
        swap.recover()
        if why := _find_obstacle(to, swap, maker):  # another process may have written there meanwhile
            raise NotReplaced(why)
        try:
            yield swap
        finally:
            swap.recover()


def _find_obstacle(to: Path, swap: Swap, maker: Maker) -> str:
    """Why the folder, under the name that was asked for, may not be replaced; empty if it may."""
    if swap.to.is_symlink():
        return f"{to} is een link die naar zichzelf leidt; kies een andere map"
    there = next(path for path in (swap.to, *swap.to.parents) if path.exists())
    if not there.is_dir():
        return f"{there} is een bestand; kies een map"
    if _is_foreign(swap.work, LOCK):
        return f"{swap.work} is niet door {maker.name} gemaakt en staat in de weg; geef die map een andere naam"
    if not swap.is_begun and _is_foreign(swap.to, maker.mark, besides=swap.work):
        return f"{to} is niet leeg en niet door {maker.name} gemaakt; kies een andere map"
    return ""


def _is_foreign(folder: Path, mark: str, besides: Path | None = None) -> bool:
    """Whether there is something in a folder and no file that says who made it; also asked while another process is replacing
    the folder, so what was listed may be gone a moment later."""
    if not folder.is_dir():
        return folder.exists()
    with suppress(FileNotFoundError):  # another process has just taken it away
        names = {entry.name for entry in folder.iterdir() if entry != besides}
        return bool(names) and mark not in names and folder.exists() and not (folder / mark).is_file()
    return False


@contextmanager
def _only_one(work: Path, to: Path) -> Iterator[None]:
    """Hold the work folder; the system gives it back also when this process is killed."""
    descriptor = _lock(work, to)
    try:
        yield
    finally:
        (work / LOCK).unlink()
        with suppress(OSError):  # the next one has begun already, and needs it
            work.rmdir()
        os.close(descriptor)


def _lock(work: Path, to: Path) -> int:
    """The open lock file of the work folder, which this makes; on a system without such locks it is only opened."""
    file = work / LOCK
    while True:
        with suppress(FileExistsError):
            work.mkdir()
        with suppress(FileNotFoundError):  # who had it before has taken the folder away meanwhile
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
            if os.name == "posix":
                _wait_for(descriptor, to)
            if file.exists() and os.path.samestat(os.fstat(descriptor), file.stat()):
                return descriptor
            os.close(descriptor)


def _wait_for(descriptor: int, to: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"een ander is bezig met {to}; deze wacht tot die klaar is", file=sys.stderr, flush=True)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
