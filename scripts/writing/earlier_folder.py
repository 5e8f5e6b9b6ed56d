"""What an earlier build left in a folder, so that the next one writes only what differs.

A file counts as it was left if its size, its times and its place on the disk are the same (what Git looks at too); whatever
else is there is made anew or taken away.
"""

import os
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

import orjson

from macros.kept import KeptWork
from scripts.writing.compressing import FORMS

State = tuple[int, int, int, int]
"""Size, time of the content, time of the entry (which nobody can set), and number of the file."""


class Left(NamedTuple):
    """A file as a build left it."""

    hash: str
    """Of its content; empty for a compressed copy, which follows the file that it was made of."""
    state: State


class Earlier(NamedTuple):
    """What an earlier build made."""

    inputs: str = ""
    """Hash of all that it was made from; empty if that is not known."""
    form: str = ""
    """How its files were compressed."""
    remarks: tuple[str, ...] = ()
    """What it said."""
    files: Mapping[str, Left] = {}
    """Name, from the folder and with slashes → file."""

    def unchanged(self, there: Mapping[str, State]) -> dict[str, str]:
        """Of the files that are `there`: those that are as they were left, with their compressed copies; name → hash."""
        changed = {name for name, left in self.files.items() if there.get(name) != left.state}
        touched = changed | {name.rpartition(".")[0] for name in changed if not self.files[name].hash}
        return {name: left.hash for name, left in self.files.items() if left.hash and name not in touched}

    def is_all_of(self, there: Mapping[str, State]) -> bool:
        """Whether these files are there as they were left, and nothing else."""
        return there.keys() == self.files.keys() and all(left.state == there[name] for name, left in self.files.items())


def recall(kept: KeptWork, key: str) -> Earlier:
    """What is kept of an earlier build; of nothing, if there is nothing."""
    content = kept.get(key)
    if content is None:
        return Earlier()
    kept.use(key)
    inputs, form, remarks, files = orjson.loads(content)
    return Earlier(inputs, form, tuple(remarks), {name: Left(found, tuple(state)) for name, (found, *state) in files.items()})


def remember(kept: KeptWork, key: str, earlier: Earlier) -> None:
    """Keep what a build made, for the next one."""
    files = {name: (left.hash, *left.state) for name, left in earlier.files.items()}
    kept.keep(key, orjson.dumps((earlier.inputs, earlier.form, earlier.remarks, files)))
    kept.write()


def list_left(folder: Path, besides: Path | None = None) -> dict[str, State]:
    """The files in a folder: name → state. A link is a file, wherever it leads."""
    return dict(_list_below(str(folder), "", str(besides or ""))) if folder.is_dir() else {}


def copies_of(names: Set[str], of: Set[str]) -> set[str]:
    """Of these names, the compressed copies of the files `of`."""
    return {name for file in of for ending in FORMS if (name := file + ending) in names}


def _list_below(folder: str, above: str, besides: str) -> Iterator[tuple[str, State]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.path != besides:
                    yield from _list_below(entry.path, f"{above}{entry.name}/", besides)
            else:
                found = entry.stat(follow_symlinks=False)
                yield above + entry.name, (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
