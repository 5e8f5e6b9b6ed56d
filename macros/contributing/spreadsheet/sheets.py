"""Read a spreadsheet: a file in, rows of cells out. The only module that reads XLSX and CSV."""

import csv
import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from macros.validation.problems import START, Problem, Refused

MAX_BYTES = 20_000_000
SHEET = "Kaarten"
Cell = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta | None


class Sheet(NamedTuple):
    name: str
    """Empty for a CSV file."""
    rows: Sequence[Sequence[Cell]]
    """All rows from the first, also empty ones, so that their numbers match those in the spreadsheet."""

    def place(self, row: int, column: int) -> str:
        """Kaarten!B7, for a row and a column that count from 0."""
        return f"{self.name}!{cell_name(row, column)}" if self.name else cell_name(row, column)


def cell_name(row: int, column: int) -> str:
    """B7"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def read_sheets(file: Path) -> list[Sheet]:
    """All sheets of an XLSX file, in its order; or the one of a CSV file. Raises Refused, and OSError."""
    data = file.read_bytes()
    if len(data) > MAX_BYTES:
        raise _refuse_file(file, "sheet_too_large", size=len(data), limit=MAX_BYTES)
    if file.suffix.lower() == ".csv":
        return [Sheet("", _csv_rows(data, file))]
    if file.suffix.lower() != ".xlsx":
        raise _refuse_file(file, "not_a_spreadsheet", value=file.name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        return [Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names]
    except CalamineError as error:
        raise _refuse_file(file, "broken_spreadsheet") from error


def _csv_rows(data: bytes, file: Path) -> list[list[str]]:
    """CSV as Excel writes it: UTF-8 with or without byte order mark, semicolons in a Dutch version, commas in others."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refuse_file(file, "sheet_not_utf8") from error
    first, _, rest = text.partition("\n")
    delimiter = max(";,\t", key=first.count)
    if first.strip().lower().startswith("sep="):  # Excel hides this line, and does not count it as a row
        delimiter, text = first.strip()[4:5] or delimiter, rest
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _refuse_file(file, "broken_csv", problem=str(error)) from error


def _refuse_file(file: Path, code: str, **details: object) -> Refused:
    return Refused([Problem(str(file), START, (), code, details)])
