"""Files of a revision in Git, written into a folder: what the difference between two revisions is read from.

Only the contents of plain files are taken, by their object; attributes, filters, hooks and links of the revision have
no say, because it may be a stranger's.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

PARTS = ("methods", "data")
"""What a library is made of."""
_PLAIN = (b"100644", b"100755")
_LINK = b"120000"


class NoRevision(Exception):
    """A revision that Git does not know; the message is Git's."""


class _Blob(NamedTuple):
    path: str
    object: str


def write_revision(repository: Path, revision: str, folder: Path) -> None:
    """Write methods/ and data/ of a revision below `folder`. A link becomes a file that holds where it points, as Git
    itself does where there are no links. Raises NoRevision."""
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    blobs = list(_blobs(repository, commit))
    for blob, content in zip(blobs, _contents(repository, blobs), strict=True):
        target = folder / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _blobs(repository: Path, commit: str) -> Iterator[_Blob]:
    for line in _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *PARTS).split(b"\0"):
        if not line:
            continue
        about, _, path = line.partition(b"\t")
        mode, _, name = about.split()
        text = path.decode("utf-8", "surrogateescape")
        if mode in (*_PLAIN, _LINK) and ".." not in PurePosixPath(text).parts:
            yield _Blob(text, name.decode())


def _contents(repository: Path, blobs: list[_Blob]) -> Iterator[bytes]:
    """The contents in the same order, from one process for thousands of files."""
    asked = "".join(f"{blob.object}\n" for blob in blobs).encode()
    answer = _git(repository, "cat-file", "--batch", given=asked)
    start = 0
    for _ in blobs:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + size + 2


def _git(repository: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "--no-replace-objects", "-C", str(repository), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode:
        raise NoRevision(done.stderr.decode("utf-8", "replace").strip() or f"{arguments[-1]} bestaat niet")
    return done.stdout
