"""Methods side by side on the fixed rows; the rows are those of views/rows.py."""

from collections.abc import Sequence
from typing import NamedTuple

from ..library import Library
from ..model.method import Method
from .lines import Line, NoNotes
from .rows import BY_ID, ROWS, Context, RowKind, row

MOST = 4
"""More columns than this cannot be read side by side on paper."""


class Cell(NamedTuple):
    lines: tuple[Line, ...]
    link: str
    """Where on the card the same is told with its sources."""
    is_known: bool


class ComparisonRow(NamedTuple):
    id: str
    label: str
    cells: tuple[Cell, ...]
    differs: bool


class ComparisonGroup(NamedTuple):
    label: str
    rows: tuple[ComparisonRow, ...]


class Column(NamedTuple):
    id: str
    name: str
    link: str


class Comparison(NamedTuple):
    columns: tuple[Column, ...]
    groups: tuple[ComparisonGroup, ...]


def comparison(library: Library, ids: Sequence[str], row_ids: Sequence[str] | None = None) -> Comparison:
    """Methods on rows. Raises KeyError for a method or a row that does not exist."""
    methods = [library.methods[method_id] for method_id in ids]
    kinds = ROWS if row_ids is None else tuple(BY_ID[row_id] for row_id in row_ids)
    context = Context(NoNotes(), library.today)
    groups = tuple(
        ComparisonGroup(group, tuple(_row(kind, methods, context) for kind in kinds if kind.group == group))
        for group in dict.fromkeys(kind.group for kind in kinds)
    )
    return Comparison(tuple(Column(method.id, method.name, f"methoden/{method.id}/") for method in methods), groups)


def _row(kind: RowKind, methods: Sequence[Method], context: Context) -> ComparisonRow:
    cells = tuple(_cell(kind, method, context) for method in methods)
    texts = {tuple(line.text for line in cell.lines) for cell in cells}
    return ComparisonRow(kind.id, kind.label, cells, len(texts) > 1)


def _cell(kind: RowKind, method: Method, context: Context) -> Cell:
    found = row(kind, method, context)
    return Cell(found.lines, f"methoden/{method.id}/#{kind.section}", found.is_known)
