"""Build the site, and do only what is left to do: nothing if all that goes into it is the same and it is there as it was
left, and else only the files that differ.
"""

import hashlib
import os
import shutil
import sys
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from macros.kept import KeptWork, key_of
from macros.site.write_record import WriteRecord, hash_of
from scripts.writing import compressing
from scripts.writing.earlier_folder import Earlier, Left, copies_of, list_left, recall, remember
from scripts.writing.site_inputs import newest_input, state_of_inputs
from scripts.writing.swapping import Swap

MOST_IN_PART = 0.1
"""Of the files of a site. If more differ, the whole folder is replaced, because meanwhile a reader could get some of both."""
_CLOCK = 0.1
"""Seconds by which the clock of a disk may be behind."""


class NotBuilt(Exception):
    """MkDocs stopped; the message says why."""


class Renewed(NamedTuple):
    """What a build did."""

    pages: int
    is_new: bool
    """False if there was nothing to do."""


def renew_site(root: Path, swap: Swap, mark: str, *, compressed: bool) -> Renewed:
    """Make the site of the library in `root` and let it take its place; `mark` is the file that says who made it. Raises what
    a build raises."""
    kept = KeptWork(root)
    key, form = key_of("site", str(swap.to)), _form() if compressed else ""
    started, inputs = time.time(), state_of_inputs(root)
    earlier, there = recall(kept, key), list_left(swap.to, besides=swap.work)
    if (earlier.inputs, earlier.form) == (inputs, form) and earlier.is_all_of(there):
        for remark in earlier.remarks:
            print(f"let op: {remark}", file=sys.stderr)
        return Renewed(_count_pages(there), is_new=False)
    same = earlier.unchanged(there) if earlier.form == form else {}
    written = WriteRecord(same)
    remarks = _write(root, swap.new, kept, written)
    found = _take_away_what_is_there(swap.new, same, written.read()) | {mark: hash_of(b"")}
    if compressed:
        compressing.compress_files(swap.new)
    stays = {name for name, content in found.items() if same.get(name) == content}
    stays |= copies_of({name for name, left in earlier.files.items() if not left.hash}, stays)
    _complete(swap, mark, there.keys(), stays)
    left = list_left(swap.to)
    files = {name: Left(found.get(name, ""), state) for name, state in left.items()}
    is_quiet = newest_input(root) < started - _CLOCK  # else nobody knows which state of it was read
    remember(kept, key, Earlier(inputs if is_quiet else "", form, remarks, files))
    return Renewed(_count_pages(left), is_new=True)


def _write(root: Path, new: Path, kept: KeptWork, written: WriteRecord) -> tuple[str, ...]:
    from macros.library.loader import CheckAhead  # here, because it takes long to load

    ahead = CheckAhead(root, kept)  # while this process loads MkDocs and its plugins
    from scripts.writing.mkdocs_site import MkDocsException, said_by, write_site

    try:
        new.mkdir()
        return write_site(root, new, {"checked_ahead": ahead, "kept_work": kept, "written": written})
    except MkDocsException as error:
        if isinstance(error, SystemExit):
            raise
        raise NotBuilt(said_by(error)) from error
    finally:
        ahead.wait()


def _take_away_what_is_there(new: Path, same: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """All files of the site; name → hash. MkDocs writes its own files whatever is there; of those only what differs stays."""
    for name in list_left(new):
        if name not in found:
            found[name] = hash_of((new / name).read_bytes())
            if same.get(name) == found[name]:
                (new / name).unlink()
    return found


def _complete(swap: Swap, mark: str, there: Iterable[str], stays: set[str]) -> None:
    """Let what is new take the place of what was there, but for what stays."""
    comes = list_left(swap.new).keys()
    if stays and len(comes) <= MOST_IN_PART * (len(stays) + len(comes)):
        swap.complete_in_part([name for name in there if name not in stays and name not in comes])
        return
    for name in stays:
        (swap.new / name).parent.mkdir(parents=True, exist_ok=True)
        _put(swap.to / name, swap.new / name)
    (swap.new / mark).touch()
    swap.complete()


def _put(file: Path, to: Path) -> None:
    """The same file under another name, or a copy of it where a disk has no second names."""
    try:
        os.link(file, to, follow_symlinks=False)
    except OSError:
        shutil.copyfile(file, to)


def _count_pages(names: Iterable[str]) -> int:
    return sum(name.endswith(".html") for name in names)


def _form() -> str:
    """How files are compressed: our code and the library of the system; the packages are part of every key."""
    code = Path(compressing.__file__).read_bytes()
    return hashlib.sha256(code + zlib.ZLIB_RUNTIME_VERSION.encode()).hexdigest()
