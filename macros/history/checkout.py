"""Files of a revision in Git, written into a folder: what the difference between two revisions is read from.

Only the contents of plain files are taken, by their object; attributes, filters, hooks and links of the revision have
no say, because it may be a stranger's.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from subprocess import CalledProcessError
from typing import NamedTuple

from macros.history.git import read_contents, run_git

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
    try:
        name = f"{revision}^{{commit}}"
        commit = run_git(repository, "rev-parse", "--verify", "--end-of-options", name).decode().strip()
        blobs = list(_blobs(repository, commit))
    except CalledProcessError as refused:
        raise NoRevision(refused.stderr.decode("utf-8", "replace").strip()) from refused
    for blob, content in zip(blobs, read_contents(repository, (blob.object for blob in blobs)), strict=True):
        if content is None:
            raise NoRevision(f"{blob.path}: {blob.object} is not in this clone")
        target = folder / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _blobs(repository: Path, commit: str) -> Iterator[_Blob]:
    for line in run_git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *PARTS).split(b"\0"):
        if not line:
            continue
        about, _, path = line.partition(b"\t")
        mode, _, name = about.split()
        text = path.decode("utf-8", "surrogateescape")
        if mode in (*_PLAIN, _LINK) and ".." not in PurePosixPath(text).parts:
            yield _Blob(text, name.decode())
