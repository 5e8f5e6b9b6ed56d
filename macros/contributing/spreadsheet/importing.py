"""A spreadsheet → cards that pass the check, and every problem with its cell.

The rows are written as cards into a temporary folder and checked there by the same check as all cards, so the result of an
import always passes `make check`.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.cells import Labels
from macros.contributing.spreadsheet.columns import ID
from macros.contributing.spreadsheet.rows import CellFault, Fault, Header, SheetRow, nearest_column, read_header, read_rows
from macros.contributing.spreadsheet.sheets import Sheet, read_sheet
from macros.contributing.yaml_writer import card_text
from macros.library.choices import list_choices
from macros.library.loader import load_library
from macros.validation.explain import message, remedy
from macros.validation.problems import Problem, Refused


class CellProblem(NamedTuple):
    """A problem with its cell; row and column count from 0."""

    row: int
    column: int
    place: str
    """Kaarten!B7"""
    field: str
    """The heading of the column, or the field of the card if there is no column for it."""
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.message} — {self.remedy}"


class Import(NamedTuple):
    cards: dict[str, str]
    """Id → text of the file, of the rows without a problem."""
    problems: list[CellProblem]
    """In the order of the sheet."""
    rows: int
    """How many methods the sheet holds."""


def read_import(file: Path, root: Path, *, overwrite: bool = False) -> Import:
    """Check all rows against the library below `root`. Raises Refused if the file or data/ cannot be read at all."""
    labels = Labels(list_choices(load_library(root, cards=[])))
    sheet = read_sheet(file)
    header, faults = read_header(sheet)
    rows, more = read_rows(sheet, header, labels)
    if ID not in header.columns.values():
        return Import({}, _cell_problems(sheet, header, faults), len(rows))
    if not rows:
        faults.append(CellFault(header.first, 0, Fault("sheet_empty", {})))
    if not overwrite:
        more += _find_existing(rows, header, root)
    problems = _cell_problems(sheet, header, [*faults, *more])
    good = rows
    while True:  # a card that refers to a refused card is refused itself, so check again without the refused ones
        known = {(problem.row, problem.column) for problem in problems}
        found = [
            problem for problem in _check_rows(good, root, sheet, header, labels) if (problem.row, problem.column) not in known
        ]
        problems += found
        bad = {problem.row for problem in problems}
        left = [row for row in good if row.number not in bad]
        if len(left) == len(good):
            break
        good = left
    problems.sort()
    cards = {} if faults else {row.id: card_text(row.values) for row in good}  # an unknown column may contain important values
    return Import(cards, problems, len(rows))


def _find_existing(rows: Sequence[SheetRow], header: Header, root: Path) -> list[CellFault]:
    column = next(number for number, column in header.columns.items() if column == ID)
    return [
        CellFault(row.number, column, Fault("card_exists", {"value": row.id}))
        for row in rows
        if (root / "methods" / f"{row.id}.yml").exists()
    ]


def _check_rows(rows: Sequence[SheetRow], root: Path, sheet: Sheet, header: Header, labels: Labels) -> list[CellProblem]:
    """The problems that the check finds in these rows."""
    by_id = {row.id: row for row in rows}
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{row.id}.yml" for row in rows]
        for file, row in zip(files, rows, strict=True):
            file.write_text(card_text(row.values), encoding="utf-8", newline="")
        try:
            load_library(root, cards=files)
        except Refused as refused:
            found = [
                _place_in_cell(problem, by_id[Path(problem.path).stem], sheet, header, labels) for problem in refused.problems
            ]
            return list({(problem.row, problem.column, problem.message): problem for problem in found}.values())
    return []


def _place_in_cell(problem: Problem, row: SheetRow, sheet: Sheet, header: Header, labels: Labels) -> CellProblem:
    column = nearest_column(row, problem.keys, header, sheet.rows[row.number])
    details: dict[str, Any] = dict(problem.details)
    if problem.code in ("unknown_id", "unknown_word"):
        details["choices"] = labels.known(details["kind"])  # labels can be typed as well as ids
    known = header.columns.get(column)
    is_there = known is not None and (
        known.keys[: len(problem.keys)] == problem.keys or known.keys == problem.keys[: len(known.keys)]
    )
    field = known.heading if known and (is_there or not problem.keys) else problem.where
    return _cell_problem(sheet, row.number, column, field, problem.code, details)


def _cell_problems(sheet: Sheet, header: Header, faults: Sequence[CellFault]) -> list[CellProblem]:
    return [_cell_problem(sheet, row, column, _heading(header, column), *fault) for row, column, fault in faults]


def _heading(header: Header, column: int) -> str:
    return header.columns[column].heading if column in header.columns else "kopregel"


def _cell_problem(sheet: Sheet, row: int, column: int, field: str, code: str, details: Any) -> CellProblem:
    return CellProblem(row, column, sheet.place(row, column), field, message(code, details), remedy(code, details))
