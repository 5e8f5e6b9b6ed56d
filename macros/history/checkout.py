"""Write the files of a Git revision into a folder, so that two revisions can be compared.

Only the contents of plain files are taken, by their object id. Attributes, filters, hooks and links of the revision are
ignored, because the revision may come from a stranger.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from subprocess import CalledProcessError
from typing import NamedTuple

from macros.history.git import git_reason, read_contents, run_git

PARTS = ("methods", "data")
"""What a library is made of."""
_FILE_MODES = (b"100644", b"100755")
_LINK_MODE = b"120000"


class NoRevision(Exception):
    """Git cannot give the revision; the message says why."""


class _Blob(NamedTuple):
    path: str
    object: str


def write_revision(repository: Path, revision: str, folder: Path) -> None:
    """Write methods/ and data/ of a revision below `folder`. A symbolic link becomes a file that
    holds its target, as Git itself writes it on systems without links. Raises NoRevision."""
    try:
        name = f"{revision}^{{commit}}"
        commit = run_git(repository, "rev-parse", "--verify", "--end-of-options", name).decode().strip()
        blobs = list(_blobs(repository, commit))
    except OSError as error:
        raise NoRevision(git_reason(error)) from error
    except CalledProcessError as refused:
        raise NoRevision(_reason(revision, refused)) from refused
    for blob, content in zip(blobs, read_contents(repository, (blob.object for blob in blobs)), strict=True):
        if content is None:
            raise NoRevision(f"{blob.path} van {revision} zit niet in deze kloon; haal de hele geschiedenis op")
        target = folder / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _reason(revision: str, refused: CalledProcessError) -> str:
    if b"Needed a single revision" in refused.stderr:
        return f"Git kent geen stand “{revision}”; noem een tak, een label of een commit die in deze kloon zit"
    return git_reason(refused)


def _blobs(repository: Path, commit: str) -> Iterator[_Blob]:
    for line in run_git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *PARTS).split(b"\0"):
        if not line:
            continue
        about, _, path = line.partition(b"\t")
        mode, _, name = about.split()
        text = path.decode("utf-8", "surrogateescape")
        if mode in (*_FILE_MODES, _LINK_MODE) and ".." not in PurePosixPath(text).parts:
            yield _Blob(text, name.decode())
