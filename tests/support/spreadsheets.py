"""Spreadsheets for tests: rows, files of them, and the command that imports them run as a person does."""

import csv
import datetime
import importlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from builders import Root

from macros.contributing.spreadsheet.columns import CARDS, find_column
from macros.contributing.spreadsheet.forms import LISTS
from macros.contributing.spreadsheet.importing import read_import
from macros.validation.yaml_reader import read_file, read_text

import_main = importlib.import_module("scripts.import").main  # its name is a word of the language

LEAST = {
    "id": "nieuw",
    "name": "Nieuw",
    "summary": "Een korte samenvatting.",
    "status.phase": "loopt",
    "status.sources": "voorbeeldrapport",
    "owners.1.organisation": "voorbeeldorganisatie",
    "owners.1.sources": "voorbeeldrapport: blz. 2; voorbeeldpagina",
    "target_group.description": "Gezinnen in het voorbeeld.",
    "target_group.sources": "voorbeeldrapport",
    "goals.1.text": "Kinderen wonen thuis.",
    "goals.1.theme": "return-home",
    "goals.1.sources": "voorbeeldrapport",
    "sources": "voorbeeldrapport",
}
"""A row with only what every card must have."""


def a_row(**changes: Any) -> dict[str, Any]:
    """The least row with changes; __ in a name stands for a point."""
    return LEAST | {name.replace("__", "."): value for name, value in changes.items()}


def table(rows: Sequence[dict[str, Any]], *, dutch: bool = False) -> list[list[Any]]:
    """Rows under a header, as paths or in Dutch."""
    paths = list(dict.fromkeys(path for row in rows for path in row))
    heading = [find_column(path).heading if dutch else path for path in paths]
    return [heading, *([row.get(path) for path in paths] for row in rows)]


def write_xlsx(file: Path, cells: Sequence[Sequence[Any]], name: str = "Kaarten") -> Path:
    book = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(name)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for row, values in enumerate(cells):
        for column, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, column, value, day)
            elif value is not None:
                sheet.write(row, column, value)
    book.close()
    return file


def write_csv(
    file: Path, cells: Sequence[Sequence[Any]], *, delimiter: str = ";", mark: str = "\ufeff", before: str = ""
) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(
        [["" if value is None else value for value in row] for row in cells]
    )
    file.write_text(mark + before + text.getvalue(), encoding="utf-8", newline="")
    return file


class Desk:
    """A library, and the command run in it as a person does."""

    def __init__(self, root: Root, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys

    def run(self, file: Path, *options: str) -> tuple[int, list[str]]:
        status = import_main([str(file), "--root", str(self.root.path), *options])
        return status, self.capsys.readouterr().out.splitlines()

    def imports(self, rows: Sequence[dict[str, Any]], *options: str) -> tuple[int, list[str]]:
        return self.run(write_xlsx(self.root.path / "kaarten.xlsx", table(rows)), *options)

    def fault(self, **changes: Any) -> str:
        """What is said of one row with one fault."""
        status, lines = self.imports([a_row(**changes)])
        assert status == 1
        assert lines[1:] == ["1 fout; 1 methode gelezen", "er is niets geschreven"]
        assert not self.card("nieuw").exists()
        return lines[0]

    def imports_book(self, sheets: Mapping[str, Sequence[Mapping[str, Any]]], *options: str) -> tuple[int, list[str]]:
        return self.run(write_book(self.root.path / "kaarten.xlsx", sheets), *options)

    def card(self, name: str) -> Path:
        return self.root.path / "methods" / f"{name}.yml"

    def value(self, name: str = "nieuw") -> dict[str, Any]:
        return read_file(self.card(name), "").value

    @property
    def cards(self) -> set[str]:
        return {file.name for file in (self.root.path / "methods").iterdir()}


def filled_in(template: Path, file: Path, row: Mapping[str, Any]) -> None:
    """The template with one method, typed where its columns stand: `goals.1.text` on the first row of the goals."""
    book = openpyxl.load_workbook(template)
    for path, value in row.items():
        column = find_column(path)
        form = next((form for form in LISTS if column.keys[: len(form.keys)] == form.keys), CARDS)
        if form.keys:
            column = column._replace(keys=column.keys[len(form.keys) + 1 :])
        sheet = book[form.name]
        at = {cell.value: cell.column for cell in sheet[2]}
        sheet.cell(3, at[form.key.path], row["id"])
        sheet.cell(3, at[column.path], value)
    book.save(file)


def write_book(file: Path, sheets: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """A file with these rows on these sheets, under the paths of their columns."""
    book = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        paths = list(dict.fromkeys(path for row in rows for path in row))
        for number, cells in enumerate([paths, *([row.get(path) for path in paths] for row in rows)]):
            sheet.write_row(number, 0, cells)
    book.close()
    return file


def cards_in(root: Path) -> dict[str, dict[str, Any]]:
    """Id → values as in YAML of every card of a library."""
    return {file.stem: read_file(file, "").value for file in sorted((root / "methods").glob("*.yml"))}


def cards_from(file: Path, root: Path) -> dict[str, dict[str, Any]]:
    """Id → values of the cards that the import makes of a file in this library, which stays as it was."""
    found = read_import(file, root, overwrite=True)
    assert [str(problem) for problem in found.problems] == []
    return {Path(path).stem: read_text(text, path).value for path, text in found.files.items()}


def as_cells(value: Any) -> Any:
    """A value without the spaces around it and the empty fields, which a cell cannot have."""
    if isinstance(value, dict):
        return {key: as_cells(inner) for key, inner in value.items() if inner not in (None, [])}
    return [as_cells(inner) for inner in value] if isinstance(value, list) else str(value).strip()
