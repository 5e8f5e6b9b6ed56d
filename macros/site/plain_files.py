"""Only plain files of the library itself go to readers: what else lies among the pages is refused before anything is read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from macros.validation.problems import START, Problem


def odd_files(folder: Path, root: Path) -> list[Problem]:
    """A problem for each link in `folder` that leads out of the library in `root`, and for each pipe, device and the like."""
    found = [(file, code) for file in _files(folder) if (code := _oddness(file, root.resolve(), folder.resolve()))]
    return [Problem(_shown(file, root), START, (), code) for file, code in sorted(found)]


def _files(folder: Path) -> Iterator[Path]:
    """All but folders; a link to a folder is not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield Path(entry.path)


def _oddness(file: Path, root: Path, folder: Path) -> str | None:
    if file.is_symlink():
        target = Path(os.path.realpath(file))
        if not (target.is_relative_to(root) or target.is_relative_to(folder)):
            return "link_outside"
        return None if target.exists() and not target.is_symlink() else "not_a_file"
    return None if stat.S_ISREG(file.lstat().st_mode) else "not_a_file"


def _shown(file: Path, root: Path) -> str:
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
