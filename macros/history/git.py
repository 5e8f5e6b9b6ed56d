"""Ask Git for the past of files: a fixed number of calls, however many files there are. The only module that knows Git.

The line of first parents is what was published: a branch comes in as one change, on the day it was merged, and each
state on that line once was the library.
"""

import datetime
import os
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_SETTINGS = ("log.showRoot=true", "log.showSignature=false", "log.follow=false", "core.quotePath=false")
"""Whatever a machine prefers, the answer must be the same."""
_LOG = ("--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--no-color", "--relative", "-z", "--format=%x01%H %ct")


class Version(NamedTuple):
    """A file as one commit left it."""

    commit: str
    moment: datetime.datetime
    """When the commit came in; UTC."""
    blob: str | None
    """Id of its content; None where the commit took the file away."""
    is_first_known: bool
    """Whether the past before this commit was not fetched: the file may be older."""


class Log(NamedTuple):
    """What happened to each file, oldest first, and whether that is everything."""

    files: dict[str, list[Version]]
    """By path from the root of the library."""
    is_whole: bool
    """False in a clone that holds the latest commits only."""


def read_log(root: Path, *, is_wanted: Callable[[str], bool]) -> Log | None:
    """The past of the files whose path is wanted, or None if there is none to be had: no Git on this machine, a folder
    that is not in a repository, a repository that does not have these files."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return None
    try:
        shallow = _shallow(root)
        lines = run_git(root, "log", *_LOG)  # Git takes twice as long when it chooses the files itself
    except (OSError, subprocess.CalledProcessError):
        return None
    files = _files(lines.decode(errors="surrogateescape"), shallow, is_wanted)
    return Log(files, is_whole=not shallow) if files else None


def _files(log: str, shallow: frozenset[str], is_wanted: Callable[[str], bool]) -> dict[str, list[Version]]:
    files: dict[str, list[Version]] = {}
    for text in log.split("\x01")[1:]:
        head, _, raw = text.partition("\0")
        commit, seconds = head.split()
        moment = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
        pieces = [piece for piece in raw.strip("\n\0").split("\0") if piece]  # none, where nothing of ours changed
        for change, path in zip(pieces[::2], pieces[1::2], strict=True):
            if not is_wanted(path):
                continue
            _, _, _, blob, state = change.split()
            version = Version(commit, moment, None if state == "D" else blob, commit in shallow)
            files.setdefault(path, []).append(version)
    return {path: versions[::-1] for path, versions in files.items()}


def _shallow(root: Path) -> frozenset[str]:
    """The commits of which the parents were not fetched."""
    file = root / os.fsdecode(run_git(root, "rev-parse", "--git-path", "shallow")).strip()
    return frozenset(file.read_text(encoding="ascii").split()) if file.exists() else frozenset()


def read_texts(root: Path, blobs: Iterable[str]) -> Iterator[str | None]:
    """The texts of these contents, in order; None for one that is not there or is no text."""
    for content in read_contents(root, blobs):
        try:
            yield None if content is None else content.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield None


def read_contents(root: Path, blobs: Iterable[str]) -> Iterator[bytes | None]:
    """These contents, in order; None for one that is not there. One call for all of them, and never more than one
    in memory."""
    wanted = "".join(f"{blob}\n" for blob in blobs).encode()
    if not wanted:
        return
    with subprocess.Popen(
        _command("cat-file", "--batch"), cwd=root, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        asking = threading.Thread(target=_ask, args=(process, wanted))  # else both could wait for the other
        asking.start()
        while head := process.stdout.readline().split():
            yield process.stdout.read(int(head[2]) + 1)[:-1] if head[-1] != b"missing" else None
        asking.join()


def _ask(process: subprocess.Popen[bytes], wanted: bytes) -> None:
    try:
        with process.stdin as question:
            question.write(wanted)
    except BrokenPipeError:
        pass  # Git stopped; the reader notices


def run_git(root: Path, *arguments: str) -> bytes:
    """What Git answers. Raises OSError without Git, and CalledProcessError, with Git's words in `stderr`, if it refuses."""
    return subprocess.run(_command(*arguments), cwd=root, env=_environment(), check=True, capture_output=True).stdout


def _command(*arguments: str) -> list[str]:
    return ["git", "--no-replace-objects", *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments]


def _environment() -> dict[str, str]:
    """Without the variables by which Git tells its hooks of another repository, and without fetching anything."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")}
    return kept | {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
