"""The list of every file on the page about open data, from the same definitions as the files themselves."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.open_data import catalogue, vocabulary_graph
from macros.open_data.documents import KINDS, PER_ID, schema_path
from macros.open_data.publication import API
from macros.open_data.table_files import FOLDER, PACKAGE, WORKBOOK, csv_path, dutch_csv_path
from macros.open_data.table_parts import TableColumn
from macros.open_data.tables import TABLES


class JsonFile(NamedTuple):
    name: str
    """As shown: the path below the version, with <id> if there is a file for each record."""
    link: str
    """From the root of the site; of one example if there is a file for each record."""
    title: str
    schema: str


class TableFiles(NamedTuple):
    title: str
    help: str
    plain: str
    dutch: str
    columns: tuple[TableColumn, ...]


class Tables(NamedTuple):
    tables: list[TableFiles]
    workbook: str
    package: str
    folder: str


class LinkedFile(NamedTuple):
    link: str
    title: str


def list_json(library: Library) -> list[JsonFile]:
    """In the order of the kinds."""
    first = {
        "method": next(iter(library.methods), None),
        "moved": next(iter(library.moved), None),
        "organisation": next(iter(library.organisations), None),
    }
    return [_json_file(kind, first.get(kind)) for kind in KINDS]


def _json_file(kind: str, example: str | None) -> JsonFile:
    """If no record of a kind exists yet, the link leads to the schema."""
    folder = PER_ID.get(kind)
    if folder is None:
        return JsonFile(f"{kind}.json", f"{API}{kind}.json", KINDS[kind].title_nl, schema_path(kind))
    link = f"{API}{folder}/{example}.json" if example else schema_path(kind)
    return JsonFile(f"{folder}/<id>.json", link, KINDS[kind].title_nl, schema_path(kind))


def list_tables() -> Tables:
    tables = [TableFiles(table.title, table.help, csv_path(table), dutch_csv_path(table), table.columns) for table in TABLES]
    return Tables(tables, WORKBOOK, PACKAGE, FOLDER)


def list_linked_data() -> Iterator[LinkedFile]:
    yield LinkedFile(catalogue.TURTLE, "Catalogus volgens DCAT-AP en DCAT-AP-NL, in Turtle")
    yield LinkedFile(catalogue.JSON_LD, "Dezelfde catalogus in JSON-LD")
    yield LinkedFile(vocabulary_graph.TURTLE, "Woordenlijsten als SKOS, in Turtle")
    yield LinkedFile(vocabulary_graph.JSON_LD, "Dezelfde woordenlijsten in JSON-LD")
