"""What is made once per run and shared by all worker processes, such as a built site."""

import fcntl
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A file or folder that the first process that needs it makes at the path it is given; all others wait for it.

    What could not be made is not tried again: every test that needs it fails with the first error.
    """
    target = _folder_of_the_run(factory) / name
    failed = target.with_name(f"{name}.failed")
    with _only_one(target.with_name(f"{name}.lock")):
        if failed.exists():
            pytest.fail(f"{name} could not be made, see the first test that needed it:\n{failed.read_text(encoding='utf-8')}")
        if not target.exists():
            try:
                make(target)
            except BaseException:
                failed.write_text(traceback.format_exc(), encoding="utf-8")
                raise
    return target


def _folder_of_the_run(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file closes, also when the process ends
        yield
