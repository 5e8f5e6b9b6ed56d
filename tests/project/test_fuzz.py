"""Damaged cards, data files and spreadsheets: a selection in every run, `make fuzz` for all 20,000.

A case that fails is named like card:812; CASE=card:812 of `make fuzz` runs that one alone and prints the damaged file.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzzing import Case, Cases

from macros.contributing.spreadsheet.importing import CellProblem, Import
from macros.contributing.spreadsheet.tables import CellPlace
from macros.validation.problems import FilePosition, Problem, Refused

SHARES = {"card": 0.65, "data": 0.23, "book": 0.12}
"""Kind of file → its part of all cases; a workbook takes four times as long as a card."""
SELECTION = 70
ALL = int(os.environ.get("FUZZ", SELECTION))
ONE = os.environ.get("CASE", "")
SLICES = max(1, ALL // 250)
"""So that every core has work until the end."""
MOST_TOLD = 10


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    return Cases(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.skipif(bool(ONE), reason="one case was asked for")
@pytest.mark.parametrize("part", range(SLICES))
@pytest.mark.parametrize("kind", SHARES)
def test_a_damaged_file_is_read_or_refused_in_time_with_a_place_and_a_dutch_sentence(kind: str, part: int, cases: Cases) -> None:
    told: list[str] = []
    for number in range(part, round(ALL * SHARES[kind]), SLICES):
        told += [f"{kind}:{number}: {fault}" for fault in cases.case(kind, number).faults]
    assert not told, "\n".join([f"{len(told)} faults", *told[:MOST_TOLD]])


@pytest.mark.skipif(not ONE, reason="only for one case")
def test_the_case_that_was_asked_for_holds(cases: Cases) -> None:
    kind, _, number = ONE.partition(":")
    case = cases.case(kind, int(number))
    print(case.content.decode("utf-8", "backslashreplace") if case.file.suffix != ".xlsx" else case.file)
    assert case.faults == []


def test_a_case_is_the_same_each_time_and_another_number_is_another_case(cases: Cases) -> None:
    for kind in SHARES:
        first, again, other = (cases.case(kind, number).content for number in (1, 1, 2))
        assert first == again != other


def test_damaged_files_are_refused_for_many_reasons_and_some_pass(cases: Cases) -> None:
    """Otherwise the cases would try one door again and again."""
    answers = [cases.case("card", number).answer for number in range(40)]
    assert len({problem.code for answer in answers for problem in answer if isinstance(problem, Problem)}) >= 8
    assert 1 <= sum(not answer for answer in answers) <= 12


@pytest.mark.parametrize(
    ("problem", "fault"),
    [
        (Problem("x.yml", FilePosition(1, 1), (), "bad_id", {"value": "y"}), ""),
        (Problem("y.yml", FilePosition(1, 1), (), "bad_id", {"value": "y"}), "no place"),
        (Problem("", FilePosition(1, 1), (), "bad_id", {"value": "y"}), "no place"),
        (Problem("x.yml", FilePosition(9, 1), (), "bad_id", {"value": "y"}), "no place"),
        (Problem("x.yml", FilePosition(0, 1), (), "bad_id", {"value": "y"}), "no place"),
        (Problem("x.yml\n", FilePosition(1, 1), (), "bad_id", {"value": "y"}), "not on one line"),
        (Problem("x.yml", FilePosition(1, 1), (), "unreadable_file", {"reason": "unexpected end"}), "English 'unexpected'"),
        (Problem("x.yml", FilePosition(1, 1), (), "unreadable_file", {"reason": "y" * 5_000}), ""),
        (Problem("x.yml", FilePosition(1, 1), (), "unknown_id", {"kind": "source", "value": "y", "choices": []}), ""),
        (Problem("x.yml", FilePosition(1, 1), (), "nooit", {}), "KeyError"),
    ],
)
def test_what_is_wrong_with_a_message_is_noticed(problem: Problem, fault: str, tmp_path: Path) -> None:
    def refuse() -> None:
        raise Refused([problem])

    faults = a_case(tmp_path, refuse).faults
    assert any(fault in one for one in faults) if fault else not faults


@pytest.mark.parametrize(
    ("place", "fault"), [("Kaarten!B7", False), ("B7", False), ("Kaarten", True), ("Kaarten!", True), ("B0", True)]
)
def test_a_problem_of_a_spreadsheet_needs_a_cell(place: str, fault: bool, tmp_path: Path) -> None:
    told = CellProblem(CellPlace(0, 0, 0), place, "naam", "dit is leeg", "vul het in")
    assert bool(a_case(tmp_path, lambda: Import({}, 0, [told], 0)).faults) == fault


def test_a_traceback_and_a_hang_are_faults_and_the_file_is_gone_afterwards(tmp_path: Path) -> None:
    def hang() -> None:
        while True:
            pass

    (fault,) = a_case(tmp_path, lambda: int("x")).faults
    assert "ValueError" in fault
    (fault,) = a_case(tmp_path, hang).faults
    assert "TooSlow" in fault
    assert list(tmp_path.iterdir()) == []


def a_case(folder: Path, read: Callable[[], object]) -> Case:
    return Case(folder, folder / "x.yml", b"a: b\n", read, seconds=0.2)
