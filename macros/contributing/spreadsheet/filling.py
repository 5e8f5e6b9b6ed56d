"""Cards → the rows of the spreadsheet, in the words that people type. Importing them gives the same cards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.contributing.form import LABELS
from macros.contributing.spreadsheet.cells import Labels, join_values
from macros.contributing.spreadsheet.columns import CARDS, Choices, Form, Keys, SheetColumn, is_leaf, nodes_of
from macros.contributing.spreadsheet.forms import LISTS
from macros.library import choices as library_choices

Cells = dict[Keys, str]
"""Path of a column → the text of its cell."""
_FLAGS = {"true": "ja", "false": "nee"}
_BY_ID = ("source", "method")
"""Kinds that are shorter by their id than by their title."""


def sheet_rows(cards: Mapping[str, Mapping[str, Any]], known: library_choices.Choices) -> dict[str, list[Cells]]:
    """Name of a sheet → its rows, for cards by id with values as in YAML."""
    rows: dict[str, list[Cells]] = defaultdict(list)
    for key, cells in zip(cards, wide_rows(cards, known), strict=True):
        items: dict[tuple[str, Keys], Cells] = {}
        for keys, text in cells.items():
            form, item = _item_of(keys)
            items.setdefault((form.name, item), {form.key.keys: key})[keys[len(item) :]] = text
        for (name, _), row in items.items():
            rows[name].append(row)
    return rows


def wide_rows(cards: Mapping[str, Mapping[str, Any]], known: library_choices.Choices) -> list[Cells]:
    """The rows of the wide form, with everything about a card on one row."""
    labels = Labels(known)
    return [
        {CARDS.key.keys: key} | {column.keys: _cell_text(value, column, labels) for column, value in list_leaves(values)}
        for key, values in cards.items()
    ]


def list_leaves(
    values: Mapping[str, Any], records: Choices = CARDS.records, keys: Keys = ()
) -> Iterator[tuple[SheetColumn, Any]]:
    """Everything in a card that fits in one cell, with its column in the wide form."""
    for node in nodes_of(records):
        value, at = values.get(node.name), (*keys, node.name)
        if value in (None, []):
            continue
        if is_leaf(node):
            yield SheetColumn(at, node.title, node, node.required), value
        elif node.many:
            for number, inner in enumerate(value):
                yield from list_leaves(inner, node.records, (*at, number))
        else:
            yield from list_leaves(value, node.records, at)


def _item_of(keys: Keys) -> tuple[Form, Keys]:
    """The sheet on which a cell stands, and the path of the item that has a row there."""
    form = next((form for form in LISTS if keys[: len(form.keys)] == form.keys), CARDS)
    return form, keys[: len(form.keys) + 1] if form.keys else ()


def _cell_text(value: Any, column: SheetColumn, labels: Labels) -> str:
    reference = column.node.reference if column.node else None
    if column.kind == "citations":
        return join_values([_citation_text(citation) for citation in value])
    if column.kind in ("word", "words") and reference and reference not in _BY_ID:
        return join_values([labels.label_of(reference, key) for key in _as_list(value)])
    if isinstance(value, list):
        return join_values(value)
    return {"option": LABELS, "flag": _FLAGS}.get(column.kind, {}).get(value, str(value).strip())


def _as_list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _citation_text(citation: Mapping[str, str]) -> str:
    return ": ".join(str(citation[name]).strip() for name in ("source", "locator") if name in citation)
