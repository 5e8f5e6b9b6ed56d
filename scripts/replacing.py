"""Write beside what is there and move it into place when it is whole: a failure costs nothing that was published."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(to: Path) -> Iterator[Path]:
    """A path beside `to`, to make a folder or a file at; it takes the place of `to` when all went well, in one move."""
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
    """Write all files or, if one of them cannot be written, none: beside their places first, then into them."""
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
