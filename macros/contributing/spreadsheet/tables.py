"""The sheets of a spreadsheet → tables: which sheet holds what, and what each of its columns holds."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.contributing.spreadsheet.cells import Fault, is_empty
from macros.contributing.spreadsheet.columns import CARDS, Form, SheetColumn, every_column, find_column
from macros.contributing.spreadsheet.forms import FORMS, find_form
from macros.contributing.spreadsheet.sheets import Cell, Sheet

REFERENCE_SHEETS = ("Uitleg", "Kolommen", "Woorden", "Bronnen")
"""Sheets of the template in which nothing is filled in."""


MOST_ABOVE = 10
"""Rows in which the names of the columns may stand, below a title and what people write under one."""


class CellPlace(NamedTuple):
    """A cell; all three count from 0, and places sort as a reader meets them."""

    sheet: int
    row: int
    column: int


class CellFault(NamedTuple):
    """A mistake with its cell."""

    place: CellPlace
    fault: Fault


class SheetTable(NamedTuple):
    """A sheet of which every column is known."""

    number: int
    """Which sheet of the file it is, from 0."""
    sheet: Sheet
    form: Form
    columns: dict[int, SheetColumn]
    """Number of the column in the sheet, from 0 → what it holds."""
    first: int
    """The row below the names of the columns."""

    @property
    def key_column(self) -> int:
        """Where the column stands that says which row it is; the first if there is none."""
        return next((number for number, column in self.columns.items() if column == self.form.key), 0)

    @property
    def has_key(self) -> bool:
        return self.form.key in self.columns.values()

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The number of each row that is not empty, and its cells that are not, by column."""
        for row in range(self.first, len(self.sheet.rows)):
            if cells := {at: cell for at in self.columns if not is_empty(cell := _cell_at(self.sheet.rows[row], at))}:
                yield row, cells

    def is_filled(self, row: int, column: int) -> bool:
        return not is_empty(_cell_at(self.sheet.rows[row], column))

    def place(self, row: int, column: int | None = None) -> CellPlace:
        """A cell of this sheet; without a column the one that says which row it is."""
        return CellPlace(self.number, row, self.key_column if column is None else column)


def read_tables(sheets: Sequence[Sheet]) -> tuple[list[SheetTable], list[CellFault]]:
    """The tables, that of the cards first, and what is wrong with the names of sheets and columns. Nothing that was typed is
    passed over: a sheet that is not known is a mistake unless it is empty."""
    forms = [find_form(sheet.name) for sheet in sheets]
    if CARDS not in forms:  # a file with one sheet, whatever its name
        at = next((number for number, sheet in enumerate(sheets) if not (forms[number] or _is_reference(sheet))), None)
        if at is None:
            return [], [CellFault(CellPlace(0, 0, 0), Fault("no_cards_sheet", {"value": CARDS.name}))]
        forms[at] = CARDS
    tables: list[SheetTable] = []
    faults: list[CellFault] = []
    for number, (sheet, form) in enumerate(zip(sheets, forms, strict=True)):
        if form is None:
            faults += [] if _is_reference(sheet) else _unknown_sheet(number, sheet)
        elif form in (table.form for table in tables):
            faults.append(CellFault(CellPlace(number, 0, 0), Fault("double_sheet", {"value": form.name})))
        else:
            table, found = _read_table(number, sheet, form)
            tables.append(table)
            faults += found
    return sorted(tables, key=lambda table: table.form != CARDS), faults


def _is_reference(sheet: Sheet) -> bool:
    return sheet.name in REFERENCE_SHEETS


def _unknown_sheet(number: int, sheet: Sheet) -> Iterator[CellFault]:
    if any(not is_empty(cell) for row in sheet.rows for cell in row):
        details = {"value": sheet.name, "choices": [form.name for form in FORMS]}
        yield CellFault(CellPlace(number, 0, 0), Fault("unknown_sheet", details))


def _read_table(number: int, sheet: Sheet, form: Form) -> tuple[SheetTable, list[CellFault]]:
    """The row below the names may name the columns once more, as in the template; above them may stand a title."""
    head = _head_row(sheet, form)
    columns: dict[int, SheetColumn] = {}
    faults: list[CellFault] = []
    for at in range(max(map(len, sheet.rows), default=0)):
        cell = _cell_at(sheet.rows[head], at)
        column = None if is_empty(cell) else find_column(str(cell), form)
        if column is None:
            if any(not is_empty(_cell_at(row, at)) for row in sheet.rows[head:]):
                faults.append(CellFault(CellPlace(number, head, at), _unknown_column(cell, form)))
        elif column in columns.values():
            faults.append(CellFault(CellPlace(number, head, at), Fault("double_column", {"value": str(cell)})))
        else:
            columns[at] = column
    table = SheetTable(number, sheet, form, columns, head + (2 if _names_columns(sheet, form, columns, head + 1) else 1))
    if not table.has_key and (form == CARDS or any(table.rows())):
        details = {"value": form.key.heading, "path": form.key.path}
        faults.append(CellFault(CellPlace(number, head, 0), Fault("no_id_column", details)))
    return table, faults


def _unknown_column(cell: Cell, form: Form) -> Fault:
    names = [name for column in every_column(form) for name in (column.heading, column.path)]
    return Fault("unnamed_column", {}) if is_empty(cell) else Fault("unknown_column", {"value": str(cell), "choices": names})


def _head_row(sheet: Sheet, form: Form) -> int:
    """The row with the names of the columns: the first of MOST_ABOVE that names the column by which rows are known."""
    for number, row in enumerate(sheet.rows[:MOST_ABOVE]):
        if any(not is_empty(cell) and find_column(str(cell), form) == form.key for cell in row):
            return number
    return 0


def _names_columns(sheet: Sheet, form: Form, columns: dict[int, SheetColumn], at: int) -> bool:
    if len(sheet.rows) <= at:
        return False
    named = [(column, cell) for number, column in columns.items() if not is_empty(cell := _cell_at(sheet.rows[at], number))]
    return bool(named) and all(find_column(str(cell), form) == column for column, cell in named)


def _cell_at(row: Sequence[Cell], number: int) -> Cell:
    return row[number] if number < len(row) else None
