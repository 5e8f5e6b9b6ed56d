"""Ask Git for the past of files, in a fixed number of calls, however many files there are. The only module that runs Git.

Only first parents are followed, because that line is what was published: a branch counts as one change, on the day it
was merged, and every commit on the line was once the published library.
"""

import datetime
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from macros.history.log import believable, parse_log
from macros.validation.system_reasons import git_said, system_reason

_SETTINGS = ("log.showRoot=true", "log.showSignature=false", "log.follow=false", "core.quotePath=false")
"""Settings that override those of the machine, so that the output is the same everywhere."""
_LOG = ("--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--no-color", "--relative", "-z", "--format=%x01%H %ct")


class NoPast(Exception):
    """The past of the library cannot be read; the message says why, in Dutch."""


class Version(NamedTuple):
    """A file as one commit left it."""

    commit: str
    moment: datetime.datetime
    """When the commit came in; UTC. Never before that of an earlier commit."""
    order: int
    """The place of the commit in the line, counted from the oldest."""
    blob: str | None
    """Id of its content; None if the commit deleted the file."""
    is_first_known: bool
    """True if the history before this commit was not fetched (a shallow clone), so the file may be older."""


class Log(NamedTuple):
    """The versions of each file, oldest first, and whether the whole history is there."""

    files: dict[str, list[Version]]
    """Path from the root of the library → versions."""
    is_whole: bool
    """False in a clone that holds the latest commits only."""
    misdated: tuple[str, ...]
    """Commits whose date cannot be right, oldest first."""


def read_log(root: Path, *, is_wanted: Callable[[str], bool]) -> Log:
    """The versions of the files whose path is wanted. Raises NoPast."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        raise NoPast("deze map staat niet onder Git")
    try:
        shallow = _shallow(root)
        commits = parse_log(run_git(root, "log", *_LOG))  # all files: Git takes twice as long when it filters by path itself
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoPast(git_reason(error)) from error
    moments = believable([commit.seconds for commit in commits], time.time())
    files: dict[str, list[Version]] = {}
    for order, (commit, moment) in enumerate(zip(commits, moments, strict=True)):
        for path, blob in commit.changes:
            if is_wanted(path):
                version = Version(commit.id, moment, order, blob, commit.id in shallow)
                files.setdefault(path, []).append(version)
    if not files:
        raise NoPast("Git kent hier nog geen kaarten")
    misdated = tuple(one.id for one, moment in zip(commits, moments, strict=True) if moment.timestamp() != one.seconds)
    return Log(files, is_whole=not shallow, misdated=misdated)


def state_of_past(root: Path) -> str:
    """What decides which past `read_log` gives: the last commit, and where a clone that is not whole begins; without a past,
    why there is none."""
    try:
        return f"{run_git(root, 'rev-parse', 'HEAD').decode()}{sorted(_shallow(root))}"
    except (OSError, subprocess.CalledProcessError) as error:
        return git_reason(error)


def git_reason(error: OSError | subprocess.CalledProcessError) -> str:
    """Why Git gave nothing, in Dutch."""
    if isinstance(error, FileNotFoundError):
        return "Git is op deze computer niet te vinden"
    if isinstance(error, OSError):
        return f"Git start niet: {system_reason(error)}"
    return git_said(error.stderr.decode("utf-8", "replace"))


def _shallow(root: Path) -> frozenset[str]:
    """The commits whose parents were not fetched."""
    file = root / os.fsdecode(run_git(root, "rev-parse", "--git-path", "shallow")).strip()
    return frozenset(file.read_text(encoding="ascii").split()) if file.exists() else frozenset()


def read_texts(root: Path, blobs: Iterable[str]) -> Iterator[str | None]:
    """The texts of these blobs, in order; None for a blob that is missing or is not UTF-8 text."""
    for content in read_contents(root, blobs):
        try:
            yield None if content is None else content.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield None


def read_contents(root: Path, blobs: Iterable[str]) -> Iterator[bytes | None]:
    """The contents of these blobs, in order; None for a blob that is missing. One call of Git for all of them, and never
    more than one content in memory."""
    wanted = "".join(f"{blob}\n" for blob in blobs).encode()
    if not wanted:
        return
    with subprocess.Popen(
        _command("cat-file", "--batch"), cwd=root, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        writer = threading.Thread(target=_write_requests, args=(process, wanted))  # in one thread, both pipes could fill up
        writer.start()
        while head := process.stdout.readline().split():
            yield process.stdout.read(int(head[2]) + 1)[:-1] if head[-1] != b"missing" else None
        writer.join()


def _write_requests(process: subprocess.Popen[bytes], wanted: bytes) -> None:
    try:
        with process.stdin as requests:
            requests.write(wanted)
    except BrokenPipeError:
        pass  # Git has stopped; the reader will notice


def run_git(root: Path, *arguments: str) -> bytes:
    """The output of Git. Raises OSError without Git, and CalledProcessError, with the message of Git in `stderr`, if it fails."""
    return subprocess.run(_command(*arguments), cwd=root, env=_environment(), check=True, capture_output=True).stdout


def _command(*arguments: str) -> list[str]:
    return ["git", "--no-replace-objects", *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments]


def _environment() -> dict[str, str]:
    """The environment without the variables that point Git at another repository, and with lazy fetching switched off."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")}
    return kept | {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
