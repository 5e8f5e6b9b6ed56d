"""What decides what a build of the site writes, as one hash."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.history.git import state_of_past
from macros.kept import key_of
from macros.model.dutch_day import dutch_today

FOLDERS = ("methods", "data", "docs", "theme", "macros")
FILES = ("mkdocs.yml", "hooks.py", "CONTRIBUTING.md")
_INHERIT = re.compile(r"^INHERIT:\s*[\"']?([^\"'\s#]+)", re.MULTILINE)
EPOCH = "SOURCE_DATE_EPOCH"
_COMMANDS = Path(__file__).parent.parent
_MADE_BY_PYTHON = "__pycache__"


def forget_empty_epoch() -> None:
    """To us an empty variable is one that is not there; MkDocs would read a number in it."""
    if not os.environ.get(EPOCH):
        os.environ.pop(EPOCH, None)


def state_of_inputs(root: Path) -> str:
    """Hash of all files of the library below `root`, their past, the day, the settings of the environment, our code and the
    packages that it uses."""
    digest = hashlib.sha256()
    for file in (*list_inputs(root), *sorted(_COMMANDS.rglob("*.py"))):
        data = file.read_bytes() if file.is_file() else b""
        digest.update(f"{file}\0{len(data)}\0".encode(errors="surrogateescape") + data)
    return key_of("inputs", digest.digest(), state_of_past(root), dutch_today().isoformat(), repr(_settings(root)))


def newest_input(root: Path) -> float:
    """When one of these files was last written or put there, in seconds since 1970."""
    states = [file.stat() for file in list_inputs(root) if file.is_file()]
    return max(max(state.st_mtime, state.st_ctime) for state in states)


def list_inputs(root: Path) -> Iterator[Path]:
    """All files of the library that a build may read, in one order."""
    yield from (file for name in FILES if (file := root / name).is_file())
    yield from _inherited(root / FILES[0])
    for folder in FOLDERS:
        for above, folders, names in os.walk(root / folder, followlinks=True):  # as MkDocs does
            folders[:] = sorted(name for name in folders if name != _MADE_BY_PYTHON)
            yield from (file for name in sorted(names) if (file := Path(above, name)).is_file())


def _inherited(file: Path) -> Iterator[Path]:
    """The settings that these settings build on (mkdocs.org/user-guide/configuration/#configuration-inheritance)."""
    for name in _INHERIT.findall(_text(file)):
        yield file.parent / name
        yield from _inherited(file.parent / name)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _settings(root: Path) -> list[tuple[str, str]]:
    """The variables of the environment that mkdocs.yml names, and the one that says which day it is."""
    text = "".join(map(_text, (root / FILES[0], *_inherited(root / FILES[0]))))
    return sorted((name, value) for name, value in os.environ.items() if name == EPOCH or name in text)
