"""Methods side by side on the rows of macros/views/card/rows.py.

A reader who chooses methods gets the same cells (column.html), which docs/assets/compare/table.js puts side by side.
"""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.card.key_facts import key_facts
from macros.views.card.rows import ROWS, RowKind, row_of
from macros.views.common.lines import Line, RowContext, link_to_card, row_context
from macros.views.compare.shared_scales import ResultBlock, comparability_text, result_blocks
from macros.views.compare.short_rows import ColumnHead, ShortRow, column_head, short_rows


class ComparisonCell(NamedTuple):
    lines: tuple[Line, ...]
    link: str
    """Address of the section of the card with the sources."""
    is_known: bool
    number: float | None
    """For a spreadsheet: the value, where the whole cell is one number."""


class ComparisonRow(NamedTuple):
    id: str
    label: str
    cells: tuple[ComparisonCell, ...]
    differs: bool
    """Whether the texts of the cells differ and at least one of them is known."""


class ComparisonGroup(NamedTuple):
    label: str
    rows: tuple[ComparisonRow, ...]


class Comparison(NamedTuple):
    columns: tuple[ColumnHead, ...]
    comparability: str
    """Whether results of these methods may be compared, in one sentence."""
    short: tuple[ShortRow, ...]
    """The nine rows."""
    groups: tuple[ComparisonGroup, ...]
    """All rows."""
    blocks: tuple[ResultBlock, ...]
    """The results, a block for each measure."""
    address: str
    """Address of the page with the same methods, on which a reader can change the choice."""


def comparison_view(library: Library, ids: Sequence[str]) -> Comparison:
    """Methods on rows. Raises KeyError for a method that does not exist."""
    methods = [library.methods[method_id] for method_id in ids]
    blocks = result_blocks(methods, library)
    return Comparison(
        columns=tuple(column_head(method, key_facts(method, library)) for method in methods),
        comparability=comparability_text(blocks),
        short=short_rows(methods, library),
        groups=_groups(ROWS, methods, row_context(library)),
        blocks=blocks,
        address=f"vergelijken/?m={','.join(ids)}",
    )


def _groups(kinds: Sequence[RowKind], methods: Sequence[Method], context: RowContext) -> tuple[ComparisonGroup, ...]:
    return tuple(
        ComparisonGroup(group, tuple(_row(kind, methods, context) for kind in kinds if kind.group == group))
        for group in dict.fromkeys(kind.group for kind in kinds)
    )


def _row(kind: RowKind, methods: Sequence[Method], context: RowContext) -> ComparisonRow:
    cells = tuple(cell_of(kind, method, context) for method in methods)
    texts = {tuple(line.text for line in one.lines) for one in cells}
    return ComparisonRow(kind.id, kind.label, cells, len(texts) > 1 and any(one.is_known for one in cells))


def cell_of(kind: RowKind, method: Method, context: RowContext) -> ComparisonCell:
    """What a method has on a row."""
    found = row_of(kind, method, context)
    lines = tuple(link_to_card(line, method.id) for line in found.lines)
    number = lines[0].value if len(lines) == 1 else None
    return ComparisonCell(lines, f"methoden/{method.id}/#{kind.section}", found.is_known, number)
