"""Read a spreadsheet: a file in, rows of cells out. The only module that reads XLSX and CSV."""

import csv
import datetime
import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from macros.contributing.spreadsheet.looks import MAX_UNPACKED, Looks, TooLarge, read_looks
from macros.validation.explain import on_one_line
from macros.validation.problems import START, Problem, Refused

MAX_BYTES = 20_000_000
_MAX_CELL = 131_072
"""Characters of a cell of CSV."""
NO_WORKBOOK = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError),
    *(ValueError, KeyError, EOFError, NotImplementedError, RuntimeError),
)
"""What zipfile and ElementTree raise for a file that is damaged, encrypted, or something else."""
SHEET = "Kaarten"
_CSV_REASONS = {
    "unexpected end": "een aanhalingsteken gaat open en niet meer dicht",
    "expected after": "na een aanhalingsteken dat sluit, staat nog tekst in dezelfde cel",
    "larger than": "een cel is te lang; waarschijnlijk gaat een aanhalingsteken niet dicht",
    "new-line": "in een cel zonder aanhalingstekens staat een regeleinde",
}
"""Part of a message of the csv module → what it means."""


class Unread(NamedTuple):
    """A cell that shows something that is no value: the code of a sentence, and what people see."""

    code: str
    value: str


Cell = Unread | str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta | None


class Sheet(NamedTuple):
    name: str
    """Empty for a CSV file."""
    rows: Sequence[Sequence[Cell]]
    """All rows from the first, also empty ones, so that their numbers match those in the spreadsheet."""
    hidden: frozenset[int] = frozenset()
    """Numbers of the rows that nobody sees, from 0."""

    def place(self, row: int, column: int) -> str:
        """Kaarten!B7, for a row and a column that count from 0."""
        return f"{on_one_line(self.name)}!{cell_name(row, column)}" if self.name else cell_name(row, column)


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
        looks = read_looks(io.BytesIO(data))
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if not names:
            raise _refuse_file(file, "no_cards_sheet", value=SHEET)
        return [_as_seen(name, _rows_of(book, name, file), looks.get(name)) for name in names]
    except TooLarge as error:
        if error.spot is None:
            raise _refuse_file(file, "sheet_too_large", size=f"uitgepakt meer dan {MAX_UNPACKED}", limit=MAX_UNPACKED) from error
        raise _refuse_file(file, "stray_cell", value=f"{error.sheet}!{cell_name(*error.spot)}") from error
    except (CalamineError, *NO_WORKBOOK) as error:
        raise _refuse_file(file, "broken_spreadsheet") from error


def _rows_of(book: CalamineWorkbook, name: str, file: Path) -> list[list[Cell]]:
    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except OverflowError as error:  # a number of days that Python has no duration for; the reader does not say where
        raise _refuse_file(file, "time_without_end", value=name) from error


def _as_seen(name: str, rows: list[list[Cell]], looks: Looks | None) -> Sheet:
    """The cells as people see them: 120% and not 1.2, an error and not nothing, a merged cell on each of its rows."""
    if looks is None:
        return Sheet(name, rows)
    unread = {spot: Unread("cell_error", text) for spot, text in looks.errors.items()}
    unread |= {spot: Unread("cell_uncomputed", "") for spot in looks.uncomputed}
    for (row, column), cell in unread.items():
        _cells_to(rows, row, column)[column] = cell
    for row, column in looks.percents:
        cell = _cells_to(rows, row, column)[column]
        if isinstance(cell, float | int) and not isinstance(cell, bool):
            rows[row][column] = f"{100 * cell:.10g}%".replace(".", ",")
    for (first, column), (last, _) in looks.merged:
        for row in range(first + 1, min(last + 1, len(rows))):
            _cells_to(rows, row, column)[column] = _cells_to(rows, first, column)[column]
    return Sheet(name, rows, frozenset(looks.hidden))


def _cells_to(rows: list[list[Cell]], row: int, column: int) -> list[Cell]:
    """A row that has this column; what is beyond the cells that were read is empty."""
    while len(rows) <= row:
        rows.append([])
    rows[row] += [""] * (column + 1 - len(rows[row]))
    return rows[row]


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
    csv.field_size_limit(_MAX_CELL)  # of the whole process, so that another module may have changed it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        reason = next((ours for part, ours in _CSV_REASONS.items() if part in str(error)), "een regel is geen rij van cellen")
        raise _refuse_file(file, "broken_csv", problem=reason, row=reader.line_num) from error


def _refuse_file(file: Path, code: str, **details: object) -> Refused:
    return Refused([Problem(str(file), START, (), code, details)])
