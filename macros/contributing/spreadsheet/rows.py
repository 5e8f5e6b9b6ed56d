"""Rows of a spreadsheet → values of cards as in YAML, and the column that each value came from."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.cells import Fault, Labels, card_value, is_empty
from macros.contributing.spreadsheet.columns import ID, Keys, SheetColumn, every_column, find_column, is_leaf, nodes_of
from macros.contributing.spreadsheet.sheets import Cell, Sheet
from macros.model.base import ID_PATTERN, Record
from macros.model.method import Method


class SheetRow(NamedTuple):
    """One row: a method as it was filled in."""

    number: int
    """Counts from 0."""
    id: str
    values: dict[str, Any]
    columns: dict[Keys, Keys]
    """Path in the card → path in the column, whose numbers may have gaps."""


class CellFault(NamedTuple):
    """A mistake with its cell."""

    row: int
    column: int
    fault: Fault


class Header(NamedTuple):
    columns: dict[int, SheetColumn]
    """Number of the column in the sheet, from 0 → what it holds."""
    first: int
    """The row where the methods begin."""


def read_header(sheet: Sheet) -> tuple[Header, list[CellFault]]:
    """The field of each column. The second row may name the columns once more, as in the template."""
    columns: dict[int, SheetColumn] = {}
    faults: list[CellFault] = []
    for number, cell in enumerate(sheet.rows[0] if sheet.rows else ()):
        column = find_column(str(cell)) if not is_empty(cell) else None
        if column is None:
            if any(number < len(row) and not is_empty(row[number]) for row in sheet.rows):
                faults.append(CellFault(0, number, _unknown_column(cell)))
        elif column in columns.values():
            faults.append(CellFault(0, number, Fault("double_column", {"value": str(cell)})))
        else:
            columns[number] = column
    if ID not in columns.values():
        faults.append(CellFault(0, 0, Fault("no_id_column", {"value": ID.heading})))
    return Header(columns, 2 if _names_columns(sheet, columns) else 1), faults


def _unknown_column(cell: Cell) -> Fault:
    names = [name for column in every_column() for name in (column.heading, column.path)]
    return Fault("unnamed_column", {}) if is_empty(cell) else Fault("unknown_column", {"value": str(cell), "choices": names})


def _names_columns(sheet: Sheet, columns: dict[int, SheetColumn]) -> bool:
    if len(sheet.rows) < 2:
        return False
    named = [(column, cell) for number, column in columns.items() if not is_empty(cell := _cell_at(sheet.rows[1], number))]
    return bool(named) and all(find_column(str(cell)) == column for column, cell in named)


def read_rows(sheet: Sheet, header: Header, labels: Labels) -> tuple[list[SheetRow], list[CellFault]]:
    """The methods, and the mistakes in single cells."""
    rows: list[SheetRow] = []
    faults: list[CellFault] = []
    lines: dict[str, int] = {}
    id_column = next((number for number, column in header.columns.items() if column == ID), 0)
    for number in range(header.first, len(sheet.rows)):
        cells = {at: cell for at in header.columns if not is_empty(cell := _cell_at(sheet.rows[number], at))}
        if not cells:
            continue
        key, fault = _row_id(cells.get(id_column), number, lines)
        if fault:
            faults.append(CellFault(number, id_column, fault))
        tree: dict[Any, Any] = {}
        for at, cell in cells.items():
            if at == id_column:
                continue
            value = card_value(cell, header.columns[at], labels)
            if isinstance(value, Fault):
                faults.append(CellFault(number, at, value))
                value = ""  # so that its group exists, and only this cell is reported
            _put_value(tree, header.columns[at].keys, value)
        places: dict[Keys, Keys] = {}
        rows.append(SheetRow(number, key, _ordered_values(tree, (Method,), (), (), places), places))
    return rows, faults


def _cell_at(row: Sequence[Cell], number: int) -> Cell:
    return row[number] if number < len(row) else None


def _row_id(cell: Cell, number: int, lines: dict[str, int]) -> tuple[str, Fault | None]:
    """The id of a row. An unusable id is replaced, so that the rest of the row is still checked."""
    key = str(cell).strip() if not is_empty(cell) else ""
    if not key:
        return _substitute_id(number), Fault("missing", {})
    if not ID_PATTERN.fullmatch(key):
        return _substitute_id(number), Fault("bad_id", {"value": key})
    if key in lines:
        return _substitute_id(number), Fault("double_row", {"value": key, "row": lines[key] + 1})
    lines[key] = number
    return key, None


def _substitute_id(number: int) -> str:
    return f"rij-{number + 1}-zonder-id"


def _put_value(tree: dict[Any, Any], keys: Keys, value: Any) -> None:
    for key in keys[:-1]:
        tree = tree.setdefault(key, {})
    tree[keys[-1]] = value


def _ordered_values(
    tree: dict[Any, Any], records: Sequence[type[Record]], keys: Keys, columns: Keys, places: dict[Keys, Keys]
) -> dict[str, Any]:
    """The values in the order of the card, with numbered items as lists; fills `places` (see SheetRow.columns)."""
    grown: dict[str, Any] = {}
    for node in nodes_of(records):
        if node.name not in tree:
            continue
        value, at, typed_at = tree[node.name], (*keys, node.name), (*columns, node.name)
        places[at] = typed_at
        if is_leaf(node):
            grown[node.name] = value
        elif node.many:
            grown[node.name] = []
            for place, number in enumerate(sorted(value)):
                places[*at, place] = (*typed_at, number)
                inner = _ordered_values(value[number], node.records, (*at, place), (*typed_at, number), places)
                grown[node.name].append(inner)
        else:
            grown[node.name] = _ordered_values(value, node.records, at, typed_at, places)
    return grown


def nearest_column(row: SheetRow, keys: Keys, header: Header, cells: Sequence[Cell]) -> int:
    """The column to report for a path in the card: that of the value itself, of its group, or of the id."""
    typed = _typed_keys(row, keys)
    by_keys = {column.keys: number for number, column in header.columns.items()}
    for length in range(len(typed), 0, -1):
        if typed[:length] in by_keys:
            return by_keys[typed[:length]]
        within = [number for found, number in by_keys.items() if found[:length] == typed[:length]]
        filled = [number for number in within if not is_empty(_cell_at(cells, number))]
        if within:
            return min(filled or within)
    return by_keys.get(ID.keys, 0)


def _typed_keys(row: SheetRow, keys: Keys) -> Keys:
    for length in range(len(keys), 0, -1):
        if keys[:length] in row.columns:
            return (*row.columns[keys[:length]], *keys[length:])
    return keys
