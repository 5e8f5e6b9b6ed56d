"""What is saved while the site is served → the site forgets what it made of it, and open pages are told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from itertools import chain
from pathlib import Path

from watchfiles import Change, awatch

from macros.site.serve.served_site import FRAME, LIBRARY

QUIET = 5
"""Milliseconds without a change after which a change counts as done; an editor writes a file in several steps."""
_CLOCK = 0.02
"""Seconds by which the time of a file may lag behind the clock."""
_BEGINNING = 0.1
"""Seconds after which the system tells of files."""
CODE = ("hooks.py", "macros", "scripts")
"""Below the root: what needs the server to start again if a module in it changes."""
TEMPLATES = "macros/rendering/templates"


def watched_folders(root: Path) -> list[Path]:
    """The folders to watch with all that is in them. The root itself holds what is installed and built, so of that only the
    files are watched (changed_files)."""
    return [root / name for name in (*LIBRARY, *FRAME, *CODE) if (root / name).is_dir()]


def saved_since(root: Path, moment: float) -> set[Path]:
    """The files that were saved or put there after this moment, in seconds since 1970."""
    found = chain(root.glob("*"), *(folder.rglob("*") for folder in watched_folders(root)))
    return {file for file in found if file.is_file() and _is_ours(file, root) and file.stat().st_ctime > moment - _CLOCK}


async def changed_files(root: Path, stop: asyncio.Event, since: float | None = None) -> AsyncIterator[set[Path]]:
    """The files that were saved, added or removed, a moment's worth at a time, until `stop`. First those that were saved `since`
    the site was read, in seconds since 1970, which nobody listened for."""
    news: asyncio.Queue[set[tuple[Change, str]] | None] = asyncio.Queue()

    async def watch(*folders: Path, recursive: bool) -> None:
        async for found in awatch(*folders, step=QUIET, recursive=recursive, stop_event=stop, debug=False):
            await news.put(found)

    async def watch_all() -> None:
        await asyncio.gather(watch(*watched_folders(root), recursive=True), watch(root, recursive=False))
        await news.put(None)

    watching = asyncio.create_task(watch_all())
    if since is not None:
        await asyncio.sleep(_BEGINNING)
        if missed := saved_since(root, since):
            yield missed
    while (found := await news.get()) is not None:
        if files := set(filter(lambda file: _is_ours(file, root), (Path(path) for _, path in found))):
            yield files
    await watching


def _is_ours(file: Path, root: Path) -> bool:
    """Whether the site can be made from it; editors keep files of their own beside what they edit."""
    parts = file.relative_to(root).parts
    hidden = any(part.startswith((".", "#")) or part.endswith("~") or part == "__pycache__" for part in parts)
    return parts[0] in (*LIBRARY, *FRAME, *CODE) and not hidden


def needs_restart(files: Iterable[Path], root: Path) -> bool:
    """Whether our own code is among these files; templates are not code, they are read again by themselves."""
    return any(file.suffix == ".py" and file.relative_to(root).parts[0] in CODE for file in files)


async def follow(
    changes: AsyncIterator[set[Path]], take: Callable[[set[Path]], None], tell: Callable[[], Awaitable[None]]
) -> None:
    """Take each change in, beside the server, and tell of it."""
    async for files in changes:
        await asyncio.to_thread(take, files)
        await tell()
