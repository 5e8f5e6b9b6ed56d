"""The files of a Git revision, so that two states of the library can be compared: all of them in a folder, or only the cards that
differ from the files of now.

Only the contents of plain files are taken, by their object id. Attributes, filters, hooks and links of the revision are
ignored, because the revision may come from a stranger.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from subprocess import CalledProcessError
from typing import NamedTuple

from macros.history.card_history import CARD_PATH
from macros.history.git import git_reason, read_contents, run_git

PARTS = ("methods", "data")
"""What a library is made of."""
_FILE_MODES = (b"100644", b"100755")
_LINK_MODE = b"120000"
_SHA1_DIGITS = 40
"""Of the ids in a repository that does not use SHA-256."""


class NoRevision(Exception):
    """Git cannot give the revision; the message says why."""


class _Blob(NamedTuple):
    path: str
    object: str
    is_link: bool


def write_revision(repository: Path, revision: str, folder: Path) -> None:
    """Write methods/ and data/ of a revision below `folder`. A symbolic link becomes a file that
    holds its target, as Git itself writes it on systems without links. Raises NoRevision."""
    for blob, content in _contents(repository, revision, _blobs(repository, revision)):
        target = folder / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def earlier_cards(root: Path, revision: str) -> dict[str, bytes] | None:
    """What cards held in a revision, by id, of those that hold something else now; None if more differs: a file of data/, or
    which cards there are. `root` is the folder with methods/ and data/, and of the repository. Raises NoRevision."""
    blobs = _blobs(root, revision)
    if {blob.path for blob in blobs} != set(_files_now(root)):
        return None
    changed = [blob for blob in blobs if not _is_now(blob, root / blob.path)]
    if any(blob.is_link or not CARD_PATH.fullmatch(blob.path) for blob in changed):
        return None
    return {PurePosixPath(blob.path).stem: content for blob, content in _contents(root, revision, changed)}


def _files_now(root: Path) -> Iterator[str]:
    for part in PARTS:
        for folder, _, names in os.walk(root / part):
            within = Path(folder).relative_to(root).as_posix()
            yield from (f"{within}/{name}" for name in names)


def _is_now(blob: _Blob, file: Path) -> bool:
    """Whether a file holds the same, by the id that Git gives to contents (git-scm.com/book/en/v2/Git-Internals-Git-Objects)."""
    try:
        if blob.is_link or not stat.S_ISREG(file.lstat().st_mode):
            return False
        content = file.read_bytes()
    except OSError:
        return False
    kind = hashlib.sha1 if len(blob.object) == _SHA1_DIGITS else hashlib.sha256
    return kind(b"blob %d\0" % len(content) + content).hexdigest() == blob.object


def _contents(repository: Path, revision: str, blobs: Sequence[_Blob]) -> Iterator[tuple[_Blob, bytes]]:
    for blob, content in zip(blobs, read_contents(repository, (blob.object for blob in blobs)), strict=True):
        if content is None:
            raise NoRevision(f"{blob.path} van {revision} zit niet in deze kloon; haal de hele geschiedenis op")
        yield blob, content


def _reason(revision: str, refused: CalledProcessError) -> str:
    if b"Needed a single revision" in refused.stderr:
        return f"Git kent geen stand “{revision}”; noem een tak, een label of een commit die in deze kloon zit"
    return git_reason(refused)


def _blobs(repository: Path, revision: str) -> list[_Blob]:
    """The files of a revision. Raises NoRevision."""
    try:
        name = f"{revision}^{{commit}}"
        commit = run_git(repository, "rev-parse", "--verify", "--end-of-options", name).decode().strip()
        listed = run_git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *PARTS)
    except OSError as error:
        raise NoRevision(git_reason(error)) from error
    except CalledProcessError as refused:
        raise NoRevision(_reason(revision, refused)) from refused
    return list(_parsed(listed))


def _parsed(listed: bytes) -> Iterator[_Blob]:
    for line in listed.split(b"\0"):
        if not line:
            continue
        about, _, path = line.partition(b"\t")
        mode, _, name = about.split()
        text = path.decode("utf-8", "surrogateescape")
        if mode in (*_FILE_MODES, _LINK_MODE) and ".." not in PurePosixPath(text).parts:
            yield _Blob(text, name.decode(), mode == _LINK_MODE)
