"""Rows of lists → the cards that they belong to, by the id or the name of the method."""

from collections import defaultdict
from collections.abc import Sequence

from macros.contributing.spreadsheet.cells import Fault, Labels, is_empty
from macros.contributing.spreadsheet.columns import CARDS, Keys
from macros.contributing.spreadsheet.rows import Filled, SheetEntry, fill_rows, make_entry, name_rows
from macros.contributing.spreadsheet.sheets import Cell
from macros.contributing.spreadsheet.tables import CellFault, SheetTable

NAME: Keys = ("name",)


def typed_names(table: SheetTable) -> dict[str, str]:
    """Id → name of each method with an id, as typed on the sheet of cards."""
    at = next((number for number, column in table.columns.items() if column.keys == NAME), None)
    named = ((cells.get(table.key_column), cells.get(at) if at is not None else None) for _, cells in table.rows())
    return {str(key).strip(): "" if is_empty(name) else str(name).strip() for key, name in named if not is_empty(key)}


def join_cards(tables: Sequence[SheetTable], labels: Labels) -> tuple[list[SheetEntry], list[CellFault], list[CellFault]]:
    """The cards, the mistakes in single cells of them, and the rows that belong to no card."""
    own, faults = fill_rows(tables[0], labels)
    ids, more = name_rows(own)
    faults += more
    names = _CardNames(own, ids)
    joined: dict[int, list[Filled]] = defaultdict(list)
    stray: list[CellFault] = []
    for table in tables[1:]:
        rows, found = fill_rows(table, labels)
        faults += found
        for filled in rows if table.has_key else ():
            number, fault = names.find(filled.key)
            if fault:
                stray.append(CellFault(table.place(filled.part.row), fault))
            else:
                joined[number].append(filled)
    cards = [make_entry(ids[number], filled, joined[number]) for number, filled in enumerate(own)]
    return cards, faults, stray


class _CardNames:
    """Finds the row of a card by its id or its name, ignoring case; an id goes before a name."""

    def __init__(self, rows: Sequence[Filled], ids: Sequence[str]) -> None:
        self._by_id: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._choices = [*ids, *(str(name) for filled in rows if (name := filled.tree.get(NAME[0])))]
        for number, (filled, key) in enumerate(zip(rows, ids, strict=True)):
            self._by_id.setdefault(_folded(filled.key) or key, number)
            self._by_name[_folded(filled.tree.get(NAME[0]))].append(number)

    def find(self, typed: Cell) -> tuple[int, Fault | None]:
        """The number of the row, or the mistake if there is none or more than one."""
        key = _folded(typed)
        found = [self._by_id[key]] if key in self._by_id else self._by_name[key] if key else []
        if len(found) == 1:
            return found[0], None
        details = {"value": str(typed).strip(), "sheet": CARDS.name, "choices": self._choices}
        return 0, Fault("rows_of_one_name" if found else "no_such_row" if key else "missing", details)


def _folded(cell: Cell) -> str:
    return "" if is_empty(cell) else " ".join(str(cell).split()).casefold()
