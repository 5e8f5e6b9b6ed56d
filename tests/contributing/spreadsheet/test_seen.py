"""What people see in a cell is what is read, or is told to be unreadable; and no workbook fills the memory."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from spreadsheets import Desk, a_row, table, write_xlsx

from macros.contributing.spreadsheet.looks import read_looks
from macros.contributing.spreadsheet.sheets import Unread, read_sheets
from macros.validation.problems import Refused


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[Callable[[Worksheet], None]], list[list[Any]]]:
    """The cells of a sheet that was made by hand."""

    def made(change: Callable[[Worksheet], None]) -> list[list[Any]]:
        book = openpyxl.Workbook()
        change(book.active)
        book.save(tmp_path / "proef.xlsx")
        return [list(row) for row in read_sheets(tmp_path / "proef.xlsx")[0].rows]

    return made


@pytest.mark.parametrize(
    ("value", "form", "seen"),
    [
        (1, "0%", "100%"),
        (1.2, "0%", "120%"),
        (0.8, "0%", "80%"),
        (0.125, "0.0%", "12,5%"),
        (-0.05, "0.00%", "-5%"),
        (1, '0.0 "%"', 1),
        (0.8, "General", 0.8),
        (0.8, r"0.0\%", 0.8),
        (0.8, "[Red]0%;-0%", "80%"),
    ],
)
def test_a_percentage_is_what_stands_in_the_cell(value: float, form: str, seen: Any, sheet: Any) -> None:
    def change(made: Worksheet) -> None:
        made["B2"] = value
        made["B2"].number_format = form

    assert sheet(change)[1][1] == seen


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?"])
def test_an_error_is_not_an_empty_cell(error: str, sheet: Any) -> None:
    def change(made: Worksheet) -> None:
        made["A1"], made["C3"] = "iets", error
        made["C3"].data_type = "e"

    assert sheet(change)[2][2] == Unread("cell_error", error)


def test_an_error_is_said_with_its_cell(desk: Desk, tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "kaarten.xlsx", table([a_row()]))
    book = openpyxl.load_workbook(file)
    book.active["B2"] = "#REF!"
    book.active["B2"].data_type = "e"
    book.save(file)
    status, lines = desk.run(file)
    assert status == 1
    assert lines[0].startswith("Kaarten!B2: ") and "hier staat de foutwaarde #REF! — herstel de formule" in lines[0]


@pytest.mark.parametrize("formula", ["=A1+1", "=SUM(A1:A9)", '="x"&A1', "=A1"])
def test_a_formula_that_was_not_computed_is_not_an_empty_cell(formula: str, sheet: Any) -> None:
    assert sheet(lambda made: made.__setitem__("B2", formula))[1][1] == Unread("cell_uncomputed", "")


def test_a_merged_cell_is_read_on_each_of_its_rows_and_in_its_first_column(sheet: Any) -> None:
    def change(made: Worksheet) -> None:
        made["A1"], made["D5"] = "methode", "einde"
        made.merge_cells("A1:B3")

    rows = sheet(change)
    assert [row[0] for row in rows] == ["methode", "methode", "methode", "", ""]
    assert [row[1] for row in rows] == ["", "", "", "", ""]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: setattr(made["A2"], "value", made["A2"].value), ""),
        (
            lambda made: made.row_dimensions.__getitem__(2).__setattr__("hidden", True),
            "deze rij is verborgen, dus niet iedereen ziet wat er staat",
        ),
        (lambda made: made.__setitem__("C2", "=A1"), "hier staat een formule waarvan de uitkomst niet in het bestand zit"),
    ],
    ids=["as it was", "hidden", "formula"],
)
def test_what_cannot_be_read_is_said_with_its_cell(
    change: Callable[[Worksheet], None], said: str, desk: Desk, tmp_path: Path
) -> None:
    file = write_xlsx(tmp_path / "kaarten.xlsx", table([a_row()]))
    book = openpyxl.load_workbook(file)
    change(book.active)
    book.save(file)
    status, lines = desk.run(file)
    assert (status == 0) == (not said)
    assert not said or [line for line in lines if said in line and line.startswith("Kaarten!")]


@pytest.mark.parametrize("lines", [1, 3, 9])
def test_a_title_may_stand_above_the_names_of_the_columns(lines: int, desk: Desk, tmp_path: Path) -> None:
    above = [["Methoden van onze gemeente"], ["Stand van november"], []] * 3
    status, said = desk.run(write_xlsx(tmp_path / "kaarten.xlsx", [*above[:lines], *table([a_row()])]))
    assert status == 0, said


@pytest.mark.parametrize(("column", "row"), [("A", 1_048_576), ("XFD", 1_048_576), ("XFD", 200), ("CVZ", 1000)])
def test_a_stray_cell_far_away_is_named_and_nothing_fills_the_memory(column: str, row: int, tmp_path: Path) -> None:
    file = tmp_path / "kaarten.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"], book.active[f"{column}{row}"] = "id", "x"
    book.save(file)
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    (problem,) = refused.value.problems
    assert problem.message == f"de cel Sheet!{column}{row} ligt zo ver weg dat het bestand het geheugen zou vullen"


def test_a_cell_some_way_off_is_no_matter(tmp_path: Path) -> None:
    assert len(read_sheets(write_xlsx(tmp_path / "kaarten.xlsx", [["id"], *[[]] * 20_000, ["x"]]))[0].rows) == 20_002


def packed(**parts: str) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    made.seek(0)
    return made


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"xl__workbook.xml": "<workbook><sheets><sheet name='x'/></sheets></workbook>"},
        {"xl__workbook.xml": "<workbook/>", "xl__styles.xml": "<styleSheet/>"},
    ],
)
def test_a_workbook_with_parts_missing_has_no_looks_and_breaks_nothing(parts: dict[str, str]) -> None:
    assert read_looks(packed(**parts)) == {}


@pytest.mark.parametrize(
    "parts",
    [
        {"xl__workbook.xml": "geen xml"},
        {"xl__workbook.xml": "<workbook/>", "xl__styles.xml": "<cellXfs"},
        {"groot": " " * 250_000_000},
        {"xl__workbook.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook>&c;</workbook>"},
    ],
    ids=["words", "cut off", "bomb", "entity"],
)
def test_a_workbook_that_is_none_is_one_problem(parts: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "raar.xlsx"
    file.write_bytes(packed(**parts).getvalue())
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert len(refused.value.problems) == 1


@pytest.mark.parametrize("form", ["[h]:mm", "[ss]", "[mm]:ss"])
@pytest.mark.parametrize("number", [9e9, -1e10, 1e15, 1e300])
def test_a_duration_that_cannot_be_is_told_with_its_sheet(form: str, number: float, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_sheets(dated(tmp_path, number, form))
    (problem,) = refused.value.problems
    assert problem.message == 'op het blad "Sheet" staat een tijdsduur die langer is dan een spreadsheet kent'


@pytest.mark.parametrize("form", ["dd-mm-yyyy", "yyyy-mm-dd hh:mm:ss", "hh:mm"])
@pytest.mark.parametrize("number", [-5, 0, 0.5, 60, 2958465, 2958466, 9e9, 1e300])
def test_a_day_that_cannot_be_ends_no_reading(form: str, number: float, tmp_path: Path) -> None:
    assert len(read_sheets(dated(tmp_path, number, form))[0].rows) == 1


def dated(folder: Path, number: float, form: str) -> Path:
    """A spreadsheet with one number that is shown as a day or a time."""
    book = openpyxl.Workbook()
    book.active["A1"] = number
    book.active["A1"].number_format = form
    book.save(folder / "kaarten.xlsx")
    return folder / "kaarten.xlsx"


@pytest.mark.parametrize("far", ["ZZ99999999", "A4000000000", "AAAAA7"])
def test_a_cell_beyond_what_a_sheet_can_hold_is_named_too(far: str, tmp_path: Path) -> None:
    """A reference that a damaged file holds; the reader of values would ask for room for all cells up to it."""
    damaged = changed(tmp_path, "sheet1.xml", 'r="B2"', f'r="{far}"')
    with pytest.raises(Refused) as refused:
        read_sheets(damaged)
    assert refused.value.problems[0].code == "stray_cell"


def changed(folder: Path, part: str, old: str, new: str) -> Path:
    """A workbook of one card of which a part has something else in the place of `old`, a pattern."""
    whole, damaged = folder / "heel.xlsx", folder / "kapot.xlsx"
    write_xlsx(whole, table([a_row()]))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            target.writestr(name, re.sub(old, new, text, count=1) if name.endswith(part) else text)
    return damaged


@pytest.mark.parametrize("part", ["workbook.xml", "workbook.xml.rels", "styles.xml", "sheet1.xml"])
@pytest.mark.parametrize("encoding", ["klad", "x" * 300, "cp65000", "utf-7"])
def test_a_part_in_an_encoding_that_nobody_knows_makes_the_workbook_a_broken_one(
    encoding: str, part: str, tmp_path: Path
) -> None:
    damaged = changed(tmp_path, part, r"^(<\?xml[^?]*\?>)?", f"<?xml version='1.0' encoding='{encoding}'?>")
    with pytest.raises(Refused) as refused:
        read_sheets(damaged)
    assert [problem.code for problem in refused.value.problems] == ["broken_spreadsheet"]


@pytest.mark.parametrize(
    ("old", "new"),
    [(r"<sheet [^>]*/>", ""), (r"<sheets>.*</sheets>", "<sheets/>"), (r"<sheets>.*</sheets>", "")],
    ids=["the only sheet", "all sheets", "their list"],
)
def test_a_workbook_without_a_sheet_says_which_is_missing(old: str, new: str, desk: Desk, tmp_path: Path) -> None:
    status, said = desk.run(changed(tmp_path, "xl/workbook.xml", old, new))
    assert status == 1
    assert any('het blad "Kaarten" ontbreekt' in line for line in said), said
