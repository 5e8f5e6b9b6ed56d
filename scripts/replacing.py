"""Write new files beside the old ones and move them into place when they are complete, so that a failure loses nothing."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(to: Path) -> Iterator[Path]:
    """Yield a path beside `to` at which the caller makes a folder or a file; it replaces `to` if nothing was raised."""
    new, old = to.with_name(to.name + ".new"), to.with_name(to.name + ".old")
    for path in (new, old):
        _remove(path)
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield new
    except BaseException:
        _remove(new)
        raise
    if to.exists():
        to.rename(old)
    new.rename(to)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_files(files: Mapping[Path, str]) -> None:
    """Write all files or, if one of them cannot be written, none: first beside their places, then moved into them."""
    beside = {file: file.with_name(f".{file.name}.new") for file in files}
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside[file].write_text(text, encoding="utf-8", newline="")
        for file, new in beside.items():
            new.replace(file)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
