"""Jobs are done once each, by as many processes as asked, and a job that fails is not passed over."""

import gc
import os
import time
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from macros.parallel import BATCH_SIZE, WorkerFailed, WorkerPool, prefetch, share_what_is_there


def write(folder: Path, number: int) -> None:
    with (folder / str(number)).open("x") as file:  # a job that is done twice fails
        file.write(str(os.getpid()))


def fail() -> None:
    raise ValueError("stuk")


@pytest.mark.parametrize("processes", [0, 1, 2, 3])
def test_every_job_is_done_once(processes: int, tmp_path: Path) -> None:
    WorkerPool([partial(write, tmp_path, number) for number in range(300)], processes=processes).finish()
    assert sorted(int(file.name) for file in tmp_path.iterdir()) == list(range(300))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_job_that_fails_stops_the_build(processes: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises((WorkerFailed, ValueError)):
        WorkerPool([fail, *(partial(write, tmp_path, number) for number in range(5))], processes=processes).finish()


def test_a_job_that_fails_in_another_process_says_why(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    parent = os.getpid()

    def fail_elsewhere() -> None:
        while os.getpid() == parent and not (tmp_path / "gedaan").exists():
            pass
        if os.getpid() != parent:
            (tmp_path / "gedaan").touch()
            raise ValueError("stuk in een ander proces")

    with pytest.raises(WorkerFailed):
        WorkerPool([fail_elsewhere, fail_elsewhere], processes=2).finish()
    assert "stuk in een ander proces" in capfd.readouterr().err


def test_others_begin_before_this_process_joins_in(tmp_path: Path) -> None:
    pool = WorkerPool([partial(write, tmp_path, number) for number in range(5)], processes=2)
    while len(list(tmp_path.iterdir())) < 5:
        pass
    pool.finish()
    assert os.getpid() not in {int(file.read_text()) for file in tmp_path.iterdir()}


@pytest.mark.parametrize("processes", [1, 2])
def test_a_crew_that_is_dismissed_leaves_the_rest_undone(processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forked: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forked.append(fork()) or forked[-1])

    def write_slowly(number: int) -> None:
        time.sleep(0.05)
        write(tmp_path, number)

    WorkerPool([partial(write_slowly, number) for number in range(10_000)], processes=processes).dismiss()
    assert len(list(tmp_path.iterdir())) < 10_000
    assert len(forked) == processes - 1
    for child in forked:
        with pytest.raises(ChildProcessError):  # somebody has waited for it already
            os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
def test_what_is_made_ahead_comes_in_order(processes: int) -> None:
    texts = [str(number) for number in range(20)]
    assert list(prefetch(lambda text: {"als": [text, None]}, texts, processes=processes)) == [
        (text, {"als": [text, None]}) for text in texts
    ]
    assert list(prefetch(len, [], processes=processes)) == []


def test_others_make_ahead_before_anything_is_asked_for(tmp_path: Path) -> None:
    def note(number: int) -> int:
        write(tmp_path, number)
        return number

    found = prefetch(note, range(30), processes=3, own_share=0)
    while len(list(tmp_path.iterdir())) < 30:
        pass
    assert list(found) == [(number, number) for number in range(30)]
    assert os.getpid() not in {int(file.read_text()) for file in tmp_path.iterdir()}


def test_who_makes_ahead_stops_quietly_when_nobody_asks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def note(number: int) -> int:
        while not (tmp_path / "niemand").exists():
            pass
        write(tmp_path, number)
        return number

    found = prefetch(note, range(10 * BATCH_SIZE), processes=2, own_share=0)
    del found
    gc.collect()
    (tmp_path / "niemand").touch()
    assert os.wait()[1] == 0
    assert len(list(tmp_path.iterdir())) == 1 + BATCH_SIZE
    assert capfd.readouterr().err == ""


def test_a_failure_while_making_ahead_is_not_passed_over(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkerFailed):
        list(prefetch(lambda number: 1 // number, [1, 0], processes=2))
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_garbage_is_searched_for_again_among_what_comes_after_the_library(collecting: None) -> None:
    gc.disable()
    share_what_is_there()
    before = gc.get_freeze_count()
    circles = [weakref.ref(Circle()) for _ in range(30_000)]
    assert before and gc.isenabled()
    assert sum(circle() is None for circle in circles) > 9_000


class Circle:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collecting() -> Iterator[None]:
    """The search for garbage as it is for the other tests."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()
