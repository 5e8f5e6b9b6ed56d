"""The example library: one that all tests share, and one for each test that changes it.

A thousand tests ask for one of their own, and making a file takes longer than most of what they do with it. So its files are
second names of the same ones; who changes one takes it away first, as Root.write does.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Root, copy_example


class Original:
    """The files whose second names the tests have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._contents = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        self._times = self._now()

    def link(self, target: Path) -> None:
        shutil.copytree(self.folder, target, dirs_exist_ok=True, copy_function=os.link)

    def written_into(self) -> list[str]:
        """The files that are not as they were; they are put back for the next test."""
        now = self._now()
        changed = [file for file, time in self._times.items() if now[file] != time]
        for file in changed:
            file.write_bytes(self._contents[file])
        self._times = self._now()
        return [file.relative_to(self.folder).as_posix() for file in changed]

    def _now(self) -> dict[Path, int]:
        return {file: file.stat().st_mtime_ns for file in self._contents}


@pytest.fixture(scope="session")
def _original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return Original(copy_example(tmp_path_factory.mktemp("original")).path)


@pytest.fixture
def root(tmp_path: Path, _original: Original) -> Iterator[Root]:
    """A library of its own for one test, to change at will by Root.write."""
    _original.link(tmp_path)
    yield Root(tmp_path)
    changed = _original.written_into()
    assert not changed, f"written into files that other tests share, take them away first as Root.write does: {changed}"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """The example library, shared by tests that only read it or only add cards."""
    return copy_example(tmp_path_factory.mktemp("example"))
