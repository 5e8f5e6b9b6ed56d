"""The columns of the sheets of a spreadsheet, made from the card format.

A column is named by its path in what a row holds, `goals.1.text`: a number follows a list of records and counts from 1.
People see the heading in Dutch, "Doelen 1: Doel"; both names are accepted. Several terms, texts or sources can be in one
cell, separated by a semicolon or a new line; a source may have its locator after a colon: `jaarverslag-2020: blz. 4`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from macros.contributing.spreadsheet.sheets import SHEET
from macros.model.base import Date, Record
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method
from macros.model.sources import Citation

Keys = tuple[str | int, ...]
Kind = Literal["text", "texts", "word", "words", "option", "citations", "flag", "integer", "decimal", "percent", "date"]
Choices = tuple[type[Record], ...]
"""The record types of a value: one, or several for a choice of kinds."""


class SheetColumn(NamedTuple):
    keys: Keys
    """The path in what a row holds; numbers count from 0."""
    heading: str
    node: FieldNode | None
    """None for the column that says which row it is, or to which card it belongs."""
    required: bool
    """Whether every row has it."""
    beside: tuple[str, ...] = ()
    """In a choice of kinds: the titles of the fields that begin the kinds to which it belongs; empty for such a field itself."""

    @property
    def path(self) -> str:
        return ".".join(str(key + 1) if isinstance(key, int) else key for key in self.keys)

    @property
    def kind(self) -> Kind:
        node = self.node
        if node is None:
            return "text"
        if node.records:
            return "citations"
        if node.reference:
            return "words" if node.many else "word"
        if node.many:
            return "texts"
        if node.options:
            return "option"
        if node.origin is Decimal:
            return "percent" if node.name.endswith("percent") else "decimal"
        return _KINDS.get(node.origin, "text")


_KINDS: dict[Any, Kind] = {bool: "flag", int: "integer", Date: "date"}
_GROUP = SheetColumn((), "", None, True)
"""What all columns are in."""


class Form(NamedTuple):
    """What a sheet holds: a card on a row, one record of a list on cards, or one record of a file in data/."""

    name: str
    """The name of the sheet."""
    help: str
    records: Choices
    """What a row holds."""
    key: SheetColumn
    """The column that says which row it is, or to which card it belongs."""
    keys: tuple[str, ...] = ()
    """The path of the list in the card."""


ID = SheetColumn(("id",), "Bestandsnaam (id)", None, True)
CARDS = Form(SHEET, "Wat een methode één keer heeft: naam, samenvatting, stand en doelgroep.", (Method,), ID)


def find_column(name: str, form: Form = CARDS) -> SheetColumn | None:
    """The column that a path or a heading names, or None if there is none."""
    name = " ".join(name.split()).casefold()
    if name in (form.key.path.casefold(), form.key.heading.casefold()):
        return form.key
    name = _of_today(name) if form == CARDS else name
    return _find_column(form.records, _steps_of_path(name), by_title=False) or _find_column(
        form.records, _steps_of_heading(name), by_title=True
    )


def _of_today(name: str) -> str:
    """A column of a spreadsheet from before a method could have several owners names the first of them."""
    return re.sub(r"^(owner(?=\.)|eigenaar(?=:))", lambda found: _FORMER_COLUMNS[found[1]], name)


_FORMER_COLUMNS = {"owner": "owners.1", "eigenaar": "eigenaar 1"}


def every_column(form: Form = CARDS, repeats: Callable[[Keys], int] = lambda keys: 1) -> Iterator[SheetColumn]:
    """All columns of a row; `repeats` gives the number of items for the path of a list."""
    yield form.key
    yield from _columns_below(form.records, _GROUP, repeats)


def nodes_of(records: Sequence[type[Record]]) -> tuple[FieldNode, ...]:
    """The fields of these records in the order of the card, each name once."""
    nodes: dict[str, FieldNode] = {}
    for record in records:
        nodes |= {node.name: node for node in fields_of(record) if node.name not in nodes}
    return tuple(nodes.values())


def path_without_numbers(keys: Keys) -> str:
    return ".".join(key for key in keys if isinstance(key, str))


def is_leaf(node: FieldNode) -> bool:
    """Whether a field fits in one cell."""
    return not node.records or node.records == (Citation,)


def _columns_below(records: Choices, group: SheetColumn, repeats: Callable[[Keys], int]) -> Iterator[SheetColumn]:
    for node in nodes_of(records):
        many = node.many and not is_leaf(node)
        for number in range(repeats((*group.keys, node.name))) if many else (None,):
            column = _column_in(group, node, number, records)
            if is_leaf(node):
                yield column
            else:
                yield from _columns_below(node.records, column, repeats)


def _column_in(group: SheetColumn, node: FieldNode, number: int | None, records: Choices) -> SheetColumn:
    title = node.title if number is None else f"{node.title} {number + 1}"
    keys = (node.name,) if number is None else (node.name, number)
    return SheetColumn(
        (*group.keys, *keys),
        f"{group.heading}: {title}" if group.heading else title,
        node,
        group.required and node.required and len(records) == 1 and not number,
        group.beside or _kinds_with(node, records),
    )


def _kinds_with(node: FieldNode, records: Choices) -> tuple[str, ...]:
    """The titles that begin the kinds that have a field, unless it is one of them."""
    kinds = [fields for record in records if (fields := fields_of(record)) and node.name in (field.name for field in fields)]
    first = tuple(dict.fromkeys(fields[0].title for fields in kinds))
    return () if len(records) == 1 or node.title in first else first


def _find_column(records: Choices, steps: Sequence[tuple[str, int | None]], *, by_title: bool) -> SheetColumn | None:
    column = _GROUP
    for index, (name, number) in enumerate(steps):
        nodes = {(node.title if by_title else node.name).casefold(): node for node in nodes_of(records)}
        node = nodes.get(name)
        if node is None or is_leaf(node) != (index == len(steps) - 1):
            return None
        if (number is not None) != (node.many and not is_leaf(node)):
            return None
        column = _column_in(column, node, number, records)
        records = node.records
    return column if column.keys else None


def _steps_of_path(name: str) -> list[tuple[str, int | None]]:
    """goals.1.text → [("goals", 0), ("text", None)]"""
    found = re.findall(r"([^.]+?)(?:\.([1-9][0-9]?))?(?:\.|$)", name)
    return [(part, int(number) - 1 if number else None) for part, number in found]


def _steps_of_heading(name: str) -> list[tuple[str, int | None]]:
    """doelen 1: doel → [("doelen", 0), ("doel", None)]"""
    found = [re.fullmatch(r"(.+?)(?: ([1-9][0-9]?))?", part) for part in re.split(r"\s*:\s*", name)]
    return [(part[1], int(part[2]) - 1 if part[2] else None) for part in found if part]
