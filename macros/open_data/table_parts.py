"""What the tables are made of: columns, cells that programs and people read differently, and several values in one cell."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from macros.library.library import Library

SEPARATOR = "; "
"""Between several values in one cell."""


class TableColumn(NamedTuple):
    name: str
    """For programs"""
    title: str
    """Dutch, above the column in a spreadsheet"""
    kind: str
    """A type of Frictionless: string, integer, number, boolean"""
    help: str
    required: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()
    """The only values that can occur; empty if any can."""
    is_place: bool = False
    """Whether the values are places on this site, from its root: a file makes them whole if the site knows its address."""


class Table(NamedTuple):
    name: str
    title: str
    """Name of the sheet and of the Dutch file"""
    help: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    """Columns that together identify a row; empty if none do."""
    rows: Callable[[Library], Iterator[tuple[Any, ...]]]
    """Values in the order of the columns; None is an empty cell."""


METHOD = TableColumn("method", "methode", "string", "Id van de methode", required=True)
NAME = TableColumn("method_name", "naam", "string", "Naam van de methode", required=True)
ADDRESS = TableColumn(
    "address",
    "adres",
    "string",
    "Adres van de kaart; zonder vast adres van de site vanaf de hoofdpagina",
    required=True,
    is_place=True,
)
LASTING = ADDRESS._replace(help="Blijvend adres; zonder vast adres van de site vanaf de hoofdpagina")
SOURCES = TableColumn("sources", "bronnen", "string", "Ids van de bronnen; ze staan voluit in sources.json", required=True)


class Coded(NamedTuple):
    """A value that programs know by its id and people by its name."""

    code: str
    name: str


def join_texts(values: Iterable[Any]) -> str | None:
    return SEPARATOR.join(dict.fromkeys(str(value) for value in values)) or None


def join_terms(terms: Iterable[Any]) -> Coded | None:
    found = {term.id: term.nl for term in terms}
    return Coded(SEPARATOR.join(found), SEPARATOR.join(found.values())) if found else None


def coded_term(term: Any) -> Coded | None:
    return Coded(term.id, term.nl) if term else None


def join_sources(citations: Iterable[Any]) -> Coded:
    found = {citation.source.id: citation.source for citation in citations}
    return Coded(SEPARATOR.join(found), SEPARATOR.join(f"{source.publisher}, {source.title}" for source in found.values()))
