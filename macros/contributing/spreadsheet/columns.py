"""The columns of a spreadsheet of cards, made from the card format.

A column is named by its path in the card, `goals.1.text`: a number follows a list of records and counts from 1. People
see the heading in Dutch, "Doelen 1: Doel"; both names are accepted. Several terms, texts or sources can be in one cell,
separated by a semicolon or a new line; a source may have its locator after a colon: `jaarverslag-2020: blz. 4`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from macros.model.base import Date, Record
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method
from macros.model.sources import Citation

Keys = tuple[str | int, ...]
Kind = Literal["text", "texts", "word", "words", "citations", "flag", "integer", "decimal", "percent", "date"]


class SheetColumn(NamedTuple):
    keys: Keys
    """The path in the card; numbers count from 0."""
    heading: str
    node: FieldNode | None
    """None for the name of the file."""
    required: bool
    """Whether every card has it."""

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
        if node.origin is Decimal:
            return "percent" if node.name.endswith("percent") else "decimal"
        return _KINDS.get(node.origin, "text")


_KINDS: dict[Any, Kind] = {bool: "flag", int: "integer", Date: "date"}
ID = SheetColumn(("id",), "Bestandsnaam (id)", None, True)
_Choices = tuple[type[Record], ...]
"""The record types of a value: one, or several for a choice of kinds."""


def find_column(name: str) -> SheetColumn | None:
    """The column that a path or a heading names, or None if there is none."""
    name = _of_today(" ".join(name.split()).casefold())
    if name in (ID.path, ID.heading.casefold()):
        return ID
    return _find_column(_steps_of_path(name), by_title=False) or _find_column(_steps_of_heading(name), by_title=True)


def _of_today(name: str) -> str:
    """A column of a spreadsheet from before a method could have several owners names the first of them."""
    return re.sub(r"^(owner(?=\.)|eigenaar(?=:))", lambda found: _FORMER_COLUMNS[found[1]], name)


_FORMER_COLUMNS = {"owner": "owners.1", "eigenaar": "eigenaar 1"}


def every_column(repeats: Mapping[str, int] | None = None) -> Iterator[SheetColumn]:
    """All columns of a card, with one item of each list; `repeats` maps the path of a list, without numbers, to more items."""
    yield ID
    yield from _columns_below((Method,), SheetColumn((), "", None, True), repeats or {})


def nodes_of(records: Sequence[type[Record]]) -> tuple[FieldNode, ...]:
    """The fields of these records in the order of the card, each name once."""
    nodes: dict[str, FieldNode] = {}
    for record in records:
        nodes |= {node.name: node for node in fields_of(record) if node.name not in nodes}
    return tuple(nodes.values())


def is_leaf(node: FieldNode) -> bool:
    """Whether a field fits in one cell."""
    return not node.records or node.records == (Citation,)


def _columns_below(records: _Choices, group: SheetColumn, repeats: Mapping[str, int]) -> Iterator[SheetColumn]:
    for node in nodes_of(records):
        many = node.many and not is_leaf(node)
        path = ".".join(str(key) for key in (*group.keys, node.name) if not isinstance(key, int))
        for number in range(repeats.get(path, 1)) if many else (None,):
            column = _column_in(group, node, number, required=node.required and len(records) == 1)
            if is_leaf(node):
                yield column
            else:
                yield from _columns_below(node.records, column, repeats)


def _column_in(group: SheetColumn, node: FieldNode, number: int | None, *, required: bool) -> SheetColumn:
    title = node.title if number is None else f"{node.title} {number + 1}"
    keys = (node.name,) if number is None else (node.name, number)
    return SheetColumn(
        (*group.keys, *keys),
        f"{group.heading}: {title}" if group.heading else title,
        node,
        group.required and required and not number,
    )


def _find_column(steps: Sequence[tuple[str, int | None]], *, by_title: bool) -> SheetColumn | None:
    records: _Choices = (Method,)
    column = SheetColumn((), "", None, True)
    for index, (name, number) in enumerate(steps):
        nodes = {node.title.casefold() if by_title else node.name: node for node in nodes_of(records)}
        node = nodes.get(name)
        if node is None or is_leaf(node) != (index == len(steps) - 1):
            return None
        if (number is not None) != (node.many and not is_leaf(node)):
            return None
        column = _column_in(column, node, number, required=node.required and len(records) == 1)
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
