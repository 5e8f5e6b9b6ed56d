"""Runs the tests of a room against one mutant after the other.

Each run is a fork of a process that has loaded all packages but nothing of the project, so that Python and the packages
start once and not for every mutant. It begins with the tests that pass the changed line and ends with the first that fails.
"""

import contextlib
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import Phase, settings

from scripts.mutation.mutants import Mutant

OURS = {"macros", "scripts", "archive", "hooks"}
QUIET = (
    "-q",
    "-p",
    "no:cacheprovider",
    "--tb=no",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
    "--hypothesis-profile=mutants",
)
PATIENCE = 4
"""How many times as long as all tests of the room a run may take; it is in an endless loop by then."""
LEAST_SECONDS = 20


@dataclass
class Baseline:
    """How the tests of a room run without a fault: raises SystemExit if one fails."""

    seconds: float
    """Of processor time; the time on the clock says more about what else the machine does."""
    tests_of: dict[str, dict[int, list[str]]]
    """File -> line -> the tests that pass it, the quickest first."""
    packages: list[str]
    """What the tests load that is not of the project."""

    def order(self, mutant: Mutant) -> list[str]:
        lines = self.tests_of.get(mutant.file, {})
        return [test for line in range(mutant.lines[0], mutant.lines[1] + 1) for test in lines.get(line, ())]


@dataclass
class _FirstTests:
    """Puts the tests that pass the changed line before the others."""

    first: list[str] = field(default_factory=list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        rank = {test: position for position, test in reversed(list(enumerate(self.first)))}
        items.sort(key=lambda item: rank.get(item.nodeid, len(rank) + len(items)))


@dataclass
class _Recorder:
    """Notes which test passes which line, and how long each takes."""

    coverage: Coverage
    seconds: dict[str, float] = field(default_factory=dict)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.coverage.switch_context(item.nodeid)
        begin = time.process_time()
        yield
        self.seconds[item.nodeid] = time.process_time() - begin
        self.coverage.switch_context("")


def measure(folder: Path, room: str) -> Baseline:
    """Run the tests of a room in a copy of the project that has no fault."""
    with tempfile.NamedTemporaryFile() as file:
        status = _in_fork(folder, lambda: _record(folder, room, Path(file.name)), seconds=3600)
        if status != 0:
            raise SystemExit(f"the tests of {room} fail without any fault: pytest tests/{room}")
        found = json.loads(Path(file.name).read_text(encoding="utf-8"))
    tests_of = {name: {int(line): tests for line, tests in lines.items()} for name, lines in found["tests_of"].items()}
    return Baseline(found["seconds"], tests_of, found["packages"])


def _record(folder: Path, room: str, to: Path) -> int:
    coverage = Coverage(data_file=None, include=[f"{folder}/macros/*"], messages=False)
    recorder = _Recorder(coverage)
    begin = time.process_time()
    coverage.start()
    status = pytest.main([f"tests/{room}", *QUIET], plugins=[recorder])
    coverage.stop()
    seconds = time.process_time() - begin
    data = coverage.get_data()
    tests_of = {}
    for file in data.measured_files():
        lines = data.contexts_by_lineno(file)
        tests_of[Path(file).relative_to(folder).as_posix()] = {
            line: sorted(filter(None, tests), key=lambda test: recorder.seconds.get(test, 0)) for line, tests in lines.items()
        }
    packages = [name for name, module in sys.modules.items() if _is_package(name, module)]
    to.write_text(json.dumps({"seconds": seconds, "tests_of": tests_of, "packages": packages}), encoding="utf-8")
    return int(status)


def _is_package(name: str, module: Any) -> bool:
    at = getattr(module, "__file__", None) or ""
    return "site-packages" in at and not name.startswith(("_pytest", "pytest", "_hypothesis", "__mp"))


def run(folder: Path, room: str, baseline: Baseline, mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether a test failed on it, in the order in which they are ready."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("fork"), initializer=_prepare, initargs=(folder, baseline))
    with pool:
        yield from pool.map(_is_caught, mutants, [room] * len(mutants))


@dataclass
class _Worker:
    """What a process keeps for all its mutants."""

    folder: Path
    """A copy of the project of its own."""
    baseline: Baseline

    def is_caught(self, mutant: Mutant, room: str) -> bool:
        file = self.folder / mutant.file
        file.write_text(mutant.source, encoding="utf-8")
        try:
            first = _FirstTests(self.baseline.order(mutant))
            seconds = max(LEAST_SECONDS, PATIENCE * self.baseline.seconds)
            return _in_fork(self.folder, lambda: pytest.main([f"tests/{room}", "-x", *QUIET], plugins=[first]), seconds) != 0
        finally:
            file.write_text(mutant.original, encoding="utf-8")


_worker: _Worker
"""The worker of this process; a pool can hand its processes nothing else than what stands in a module."""


def _prepare(folder: Path, baseline: Baseline) -> None:
    global _worker
    own = folder.with_name(str(os.getpid()))
    shutil.copytree(folder, own, symlinks=True)
    _worker = _Worker(own, baseline)
    for name in baseline.packages:
        if name not in sys.modules:
            import_module(name)


def _is_caught(mutant: Mutant, room: str) -> tuple[Mutant, bool]:
    return mutant, _worker.is_caught(mutant, room)


def _in_fork(folder: Path, work: Callable[[], int], seconds: float) -> int:
    """The exit status of work in a process of its own, which sees the project in this folder only."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            _become_a_run(folder, seconds)
            status = int(work())
        finally:
            os._exit(status)
    _, status = os.waitpid(process, 0)
    with_its_children = -process
    with contextlib.suppress(ProcessLookupError):  # if nothing was left
        os.kill(with_its_children, signal.SIGKILL)
    return status


def _become_a_run(folder: Path, seconds: float) -> None:
    os.setsid()
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    sys.path[:] = [str(folder), *(path for path in sys.path if path and Path(path) != Path(__file__).parents[2])]
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
