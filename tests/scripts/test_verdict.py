"""The benchmark reports what its runs tell, and says of the rest that they do not tell it."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bench
from scripts.benchmark.measure import MeasurementFailed, RunCost
from scripts.benchmark.memory import Memory, can_measure, measure_memory
from scripts.benchmark.steps import (
    AGAIN,
    CHANGED,
    CHECK,
    CHECK_CHANGED,
    COLD,
    DIFF,
    DIFF_CHANGED,
    HUGO,
    OURS,
    PLAIN,
    change_card,
    set_aside,
)
from scripts.benchmark.table import memory_text, promise_text, promises, table
from scripts.benchmark.verdict import Promise, figure_of, ratio_of


@pytest.mark.parametrize(
    ("values", "median", "tells"),
    [
        ([3.0, 3.0, 3.0], 3.0, True),
        ([3.0, 4.0, 3.5], 3.5, True),  # a third more is just allowed
        ([3.0, 4.1, 3.5], 3.5, False),
        ([10.0, 3.0, 3.0], 3.0, False),
        ([3.0, 3.0], 3.0, False),  # nobody knows how far two runs differ from a third
        ([3.0], 3.0, False),
    ],
)
def test_a_median_is_told_only_of_three_runs_that_differ_by_at_most_a_third(
    values: list[float], median: float, tells: bool
) -> None:
    assert (figure_of(values).median, figure_of(values).tells) == (median, tells)


def test_of_twenty_runs_a_few_odd_ones_do_not_count() -> None:
    assert figure_of([0.1] * 17 + [0.9, 2.0, 5.0]).tells
    assert not figure_of([0.1] * 12 + [0.9] * 8).tells


def test_a_ratio_is_taken_turn_by_turn_so_that_a_slow_turn_slows_both() -> None:
    slow_turn = ratio_of([10.0, 20.0, 11.0], [5.0, 10.0, 5.5])
    assert (slow_turn.median, slow_turn.apart, slow_turn.tells) == (2.0, 0.0, True)
    assert not figure_of([10.0, 20.0, 11.0]).tells
    assert not ratio_of([10.0, 20.0, 11.0], [5.0, 5.0, 5.0]).tells


@pytest.mark.parametrize(
    ("values", "limit", "is_most", "is_kept"),
    [
        ([1.0, 1.1, 1.2], 1.1, True, True),
        ([1.0, 1.2, 1.2], 1.1, True, False),
        ([4.0, 4.1, 4.2], 4.0, False, True),
        ([3.8, 3.9, 4.2], 4.0, False, False),
        ([1.0, 2.0, 1.2], 1.5, True, None),
    ],
)
def test_a_promise_is_kept_broken_or_not_told(values: list[float], limit: float, is_most: bool, is_kept: bool | None) -> None:
    promise = Promise("iets", figure_of(values), limit, is_most)
    assert promise.is_kept is is_kept
    said = {True: "gehouden", False: "niet gehouden", None: "niet te zeggen"}[is_kept]
    assert said in promise_text(promise)


def runs(*seconds: float, cpu: float = 1.0) -> list[RunCost]:
    return [RunCost(one, cpu, 100) for one in seconds]


COSTS = {
    CHECK: runs(4, 4, 4),
    CHECK_CHANGED: runs(0.4, 0.4, 0.4),
    DIFF: runs(8, 8, 8),
    DIFF_CHANGED: runs(2, 2, 2),
    OURS: runs(20, 21, 22),
    AGAIN: runs(1, 1, 1),
    CHANGED: runs(5, 5, 9),
    PLAIN: runs(80, 84, 88),
    HUGO: runs(10, 10.5, 11),
}


def test_the_table_has_a_dash_for_what_is_not_told_and_says_why() -> None:
    text = table(1000, COSTS)
    assert "| wij | 21.00 | 1.00 | 100 |" in text
    assert "| gewone MkDocs | 84.00 | 1.00 | 100 |  |  | 0.25 | 1.00 |" in text
    assert f"| {CHANGED} | – | 1.00 | 100 | – |" in text
    assert f"Niet gemeld: seconden van {CHANGED}, 3 keer gemeten, en de langste was 1.80 keer de kortste." in text


def test_every_promise_is_weighed_in_seconds_and_in_processor_time() -> None:
    found = {promise.what: promise.is_kept for promise in promises({1000: COSTS, 5000: {OURS: runs(110, 120, 125)}})}
    assert found["groei van 1000 naar 5000 kaarten, seconden"] is False
    assert found["wij ÷ Hugo bij 1000, seconden"] is False
    assert found["wij ÷ Hugo bij 1000, processortijd"] is True
    assert found["gewone MkDocs ÷ wij bij 1000, seconden"] is True
    assert found[f"{CHECK_CHANGED} ÷ koud bij 1000, seconden"] is True
    assert found[f"{DIFF_CHANGED} ÷ koud bij 1000, seconden"] is False
    assert found[f"{CHANGED} ÷ koud bij 1000, seconden"] is None
    assert len(found) == 14


def test_sizes_that_show_no_promise_promise_nothing() -> None:
    assert list(promises({7: COSTS})) == []


def test_what_is_done_again_is_compared_with_the_first_time() -> None:
    assert {COLD[name] for name in (AGAIN, CHANGED)} == {OURS}


def test_a_changed_card_is_as_it_never_was(tmp_path: Path) -> None:
    card = tmp_path / "methods" / "kunstmatig-0001.yml"
    card.parent.mkdir()
    seen = set()
    for begin in ("summary: Een kaart.\n", "summary: >-\n  Een kaart.\n", 'summary: "Een kaart."\n'):
        card.write_text(f"name: Kaart\n{begin}", encoding="utf-8")
        for number in (1, 2, 3):
            assert change_card(tmp_path) == card
            text = card.read_text(encoding="utf-8")
            assert f"Stand {number}. Een kaart." in text and text.startswith("name: Kaart\nsummary: ")
            seen.add(text)
    assert len(seen) == 9
    card.write_text("name: Kaart\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no summary"):
        change_card(tmp_path)


def test_an_earlier_site_is_set_aside_under_a_name_of_its_own(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "site").mkdir()
        set_aside(tmp_path / "site")
        assert (tmp_path / f"site.{number}").is_dir()
    set_aside(tmp_path / "site")


FORKING = "import os, time\nx = bytearray(60_000_000)\nif not os.fork():\n    y = bytearray(90_000_000)\ntime.sleep(1)\n"


@pytest.mark.heavy
@pytest.mark.skipif(not can_measure(), reason="only Linux tells")
def test_memory_is_told_of_the_parent_its_children_and_both(tmp_path: Path) -> None:
    found = measure_memory([sys.executable, "-c", FORKING], tmp_path)
    assert 140 < found.sum < 200  # what both share counts once
    assert found.children > 85 and found.parent > 20
    assert max(found.parent, found.children) <= found.sum <= found.parent + found.children + 1
    with pytest.raises(MeasurementFailed, match="3"):
        measure_memory([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_three_figures_stand_in_one_line() -> None:
    assert "ouder 400 MiB, hulpprocessen 90, samen ten hoogste 480" in memory_text(5000, Memory(400, 90, 480))


def test_a_measurement_that_fails_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--sizes", "3", "--folder", str(tmp_path / "bench")]) == 1
    assert "de meting is mislukt: 3 kaarten is minder dan er echte zijn" in capsys.readouterr().err


def test_the_project_has_a_commit_to_compare_with(tmp_path: Path) -> None:
    bench.write_library(tmp_path / "library", 7)
    bench.begin_history(tmp_path / "library")
    said = subprocess.run(["git", "log", "--format=%s"], cwd=tmp_path / "library", capture_output=True, text=True, check=True)
    assert said.stdout == "Begin\n"
    assert len(list((tmp_path / "library" / "methods").glob("*.yml"))) == 7
