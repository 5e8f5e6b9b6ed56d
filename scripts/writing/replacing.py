"""Write new files beside the old ones and move them into place when they are complete, so that a failure loses nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(to: Path) -> Iterator[Path]:
    """Yield a path beside `to` at which the caller makes a file; it replaces `to` if nothing was raised. Raises OSError."""
    to.parent.mkdir(parents=True, exist_ok=True)
    new = _beside(to)
    try:
        yield new
        new.replace(to)
    finally:
        new.unlink(missing_ok=True)


def write_files(files: Mapping[Path, str]) -> None:
    """Write all files or, if one of them cannot be written, none: first beside their places, then moved into them."""
    beside = {file: _beside(file) for file in files}
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside[file].write_text(text, encoding="utf-8", newline="")
        for file, new in beside.items():
            new.replace(file)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.new")
