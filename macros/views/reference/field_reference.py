"""The card format for authors of cards, made from the model, so that it is always up to date."""

from decimal import Decimal
from typing import NamedTuple

from macros.model.age import Age
from macros.model.base import Date, Record
from macros.model.data_files import file_of
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method


class FieldView(NamedTuple):
    name: str
    title: str
    help: str
    required: bool
    shape: str
    """What may be written, in words."""
    file: str | None
    """The file with the ids that may be used."""
    records: tuple[tuple[str, str], ...]
    """(anchor, title) of the records in it"""


class RecordView(NamedTuple):
    anchor: str
    title: str
    fields: tuple[FieldView, ...]


def field_reference() -> tuple[RecordView, ...]:
    """The card first, then every record that it contains, each once."""
    found: dict[type[Record], str] = {Method: "Kaart"}
    _collect(Method, found)
    return tuple(
        RecordView(record.__name__.lower(), title, tuple(_field_view(node, found) for node in fields_of(record)))
        for record, title in found.items()
    )


def _collect(record: type[Record], found: dict[type[Record], str]) -> None:
    for node in fields_of(record):
        for inner in node.records:
            if inner not in found:
                kind = getattr(inner, "kind", None)
                found[inner] = f"{node.title}: {kind}" if isinstance(kind, str) else node.title
                _collect(inner, found)


def _field_view(node: FieldNode, titles: dict[type[Record], str]) -> FieldView:
    return FieldView(
        name=node.name,
        title=node.title,
        help=node.help,
        required=node.required,
        shape=describe_shape(node),
        file=_ids_file(node.reference),
        records=tuple((inner.__name__.lower(), titles[inner]) for inner in node.records),
    )


def _ids_file(reference: str | None) -> str | None:
    return file_of(reference) if reference and reference not in ("method", "field") else None


def describe_shape(node: FieldNode) -> str:
    """What may be written, in words."""
    one = "velden" if node.records else "een id" if node.reference or node.own else _SHAPES.get(node.origin, "tekst")
    if node.limit and not node.records and not node.reference:
        one += f", ten hoogste {node.limit} tekens"
    return f"lijst van {one.replace('een id', 'ids')}" if node.many else one


_SHAPES = {bool: "true of false", int: "heel getal", Decimal: "getal", Date: "datum", Age: "leeftijd"}
