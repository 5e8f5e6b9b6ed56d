"""Rows of tables → entries: the values of each card or new record as in YAML, and the cell that each value came from."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.cells import Fault, Labels, card_value, is_empty, proposed_words
from macros.contributing.spreadsheet.columns import Choices, Keys, SheetColumn, is_leaf, nodes_of
from macros.contributing.spreadsheet.sheets import Cell
from macros.contributing.spreadsheet.tables import CellFault, CellPlace, SheetTable
from macros.model.base import ID_PATTERN

FIRST_ROW = 100
"""Numbers of columns end at 99, so the items of a list that have a row of their own are numbered from here, by that row."""
Tree = dict[Any, Any]
"""Values by their path as typed: a list is a mapping from number to item, and the numbers may have gaps."""


class Part(NamedTuple):
    """A row of a table that belongs to an entry."""

    table: SheetTable
    row: int
    above: Keys
    """The path, as typed, of what the row holds."""


class Wish(NamedTuple):
    """A word that a list does not have yet, for whoever reads the proposal."""

    title: str
    """The heading of the column in which it stood."""
    text: str


class SheetEntry(NamedTuple):
    """A card or a new record as it was filled in, on one row or on several."""

    id: str
    values: dict[str, Any]
    typed: dict[Keys, Keys]
    """Path in the values → path as typed."""
    parts: tuple[Part, ...]
    """The row of the entry itself, and then those of its lists."""
    wishes: tuple[Wish, ...] = ()

    @property
    def place(self) -> CellPlace:
        table, row, _ = self.parts[0]
        return table.place(row)


class Filled(NamedTuple):
    """One row as it was filled in."""

    part: Part
    key: Cell
    """What stands in the column that says which row it is."""
    tree: Tree
    wishes: tuple[Wish, ...] = ()


def fill_rows(table: SheetTable, labels: Labels) -> tuple[list[Filled], list[CellFault]]:
    """The rows of a table, and the mistakes in single cells."""
    rows: list[Filled] = []
    faults: list[CellFault] = []
    for row, cells in table.rows():
        if row in table.sheet.hidden:
            faults.append(CellFault(table.place(row), Fault("row_hidden", {})))
        above = (*table.form.keys, FIRST_ROW + row) if table.form.keys else ()
        key = cells.pop(table.key_column, None) if table.has_key else None
        tree: Tree = {}
        wishes: list[Wish] = []
        for at, typed in cells.items():
            cell, new = proposed_words(typed, table.columns[at], labels)
            wishes += [Wish(table.columns[at].heading, word) for word in new]
            if new and is_empty(cell):
                continue
            value = card_value(cell, table.columns[at], labels)
            if isinstance(value, Fault):
                faults.append(CellFault(table.place(row, at), value))
                value = ""  # so that its group exists, and only this cell is reported
            put_value(tree, (*above, *table.columns[at].keys), value)
        rows.append(Filled(Part(table, row, above), key, tree, tuple(wishes)))
    return rows, faults


def name_rows(rows: Sequence[Filled]) -> tuple[list[str], list[CellFault]]:
    """The id of each row. An unusable id is replaced, so that the rest of the row is still checked."""
    ids: list[str] = []
    faults: list[CellFault] = []
    lines: dict[str, int] = {}
    for (table, row, _), key, *_ in rows:
        found, fault = _row_id(key, row, lines)
        ids.append(found)
        faults += [CellFault(table.place(row), fault)] if fault else []
    return ids, faults


def _row_id(cell: Cell, row: int, lines: dict[str, int]) -> tuple[str, Fault | None]:
    key = "" if is_empty(cell) else str(cell).strip()
    if not key:
        return _substitute_id(row), Fault("missing", {})
    if not ID_PATTERN.fullmatch(key):
        return _substitute_id(row), Fault("bad_id", {"value": key})
    if key in lines:
        return _substitute_id(row), Fault("double_row", {"value": key, "row": lines[key] + 1})
    lines[key] = row
    return key, None


def _substitute_id(row: int) -> str:
    return f"rij-{row + 1}-zonder-id"


def make_entry(key: str, own: Filled, others: Sequence[Filled] = ()) -> SheetEntry:
    """The entry of a row, with the rows of its lists behind what the row itself says of them."""
    tree: Tree = {}
    for filled in (own, *others):
        _merge(tree, filled.tree)
    typed: dict[Keys, Keys] = {}
    values = _ordered_values(tree, own.part.table.form.records, (), (), typed)
    wishes = tuple(wish for filled in (own, *others) for wish in filled.wishes)
    return SheetEntry(key, values, typed, tuple(filled.part for filled in (own, *others)), wishes)


def put_value(tree: Tree, keys: Keys, value: Any) -> None:
    for key in keys[:-1]:
        tree = tree.setdefault(key, {})
    tree[keys[-1]] = value


def _merge(tree: Tree, more: Tree) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(tree.setdefault(key, {}), value)
        else:
            tree[key] = value


def _ordered_values(tree: Tree, records: Choices, keys: Keys, columns: Keys, places: dict[Keys, Keys]) -> dict[str, Any]:
    """The values in the order of the card, with numbered items as lists; fills `places` (see SheetEntry.typed)."""
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


class Spot(NamedTuple):
    """A cell of an entry, filled in or not, by the path as typed of what it holds."""

    typed: Keys
    place: CellPlace
    column: SheetColumn
    filled: bool


def find_spot(entry: SheetEntry, keys: Keys) -> tuple[Spot | None, bool]:
    """The cell to report for a path in the values: that of the value itself, of its group, or None for the whole entry; and
    whether the cell is that of the value or in it, rather than beside it."""
    typed = _typed_keys(entry, keys)
    spots = list(_spots(entry))
    for length in range(len(typed), 0, -1):
        within = [spot for spot in spots if spot.typed[:length] == typed[:length]]
        exact = [spot for spot in within if len(spot.typed) == length]
        if found := exact or [spot for spot in within if spot.filled] or within:
            spot = min(found, key=lambda spot: spot.place)
            return spot, length == len(typed) or bool(exact)
    return None, False


def _spots(entry: SheetEntry) -> Iterator[Spot]:
    for table, row, above in entry.parts:
        for at, column in table.columns.items():
            if column != table.form.key:
                yield Spot((*above, *column.keys), table.place(row, at), column, table.is_filled(row, at))


def _typed_keys(entry: SheetEntry, keys: Keys) -> Keys:
    for length in range(len(keys), 0, -1):
        if keys[:length] in entry.typed:
            return (*entry.typed[keys[:length]], *keys[length:])
    return keys
