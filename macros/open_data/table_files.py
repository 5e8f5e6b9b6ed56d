"""The tables as files: CSV for programs, CSV and one workbook for Dutch spreadsheets, and a data package that describes them."""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from macros.library.library import Library
from macros.model.base import Date
from macros.open_data.csv_text import dutch_csv, plain_csv
from macros.open_data.publication import API, DATA_LICENCE, DATA_LICENCE_NAME, VERSION, Publication, day_of
from macros.open_data.table_parts import Coded, Table, TableColumn
from macros.open_data.tables import TABLES
from macros.rendering.compact_json import compact

FOLDER = f"{API}tables/"
WORKBOOK = f"{FOLDER}methodebibliotheek.xlsx"
PACKAGE = f"{FOLDER}datapackage.json"
_WIDE, _NARROW = 60, 10
"""Most and least width of a column, in characters."""
_ARROW = 4
"""Width of the arrow of a filter beside a title."""
_FIRST_YEAR = 1900
"""Spreadsheets know no day before it."""


def csv_path(table: Table) -> str:
    """For programs: UTF-8, commas, decimal points."""
    return f"{FOLDER}{table.name}.csv"


def dutch_csv_path(table: Table) -> str:
    """For Dutch spreadsheets: semicolons, decimal commas, and a byte order mark."""
    return f"{FOLDER}{table.title}.csv"


def table_files(library: Library, publication: Publication) -> Iterator[tuple[str, str | bytes]]:
    """(address, content) of every file; each row is computed once and written to all three files."""
    workbook, written = _workbook(library, publication)
    for table in TABLES:
        sheet = _TableSheet(workbook, table)
        plain, dutch = plain_csv(), dutch_csv()
        plain.write([column.name for column in table.columns])
        dutch.write([column.title for column in table.columns])
        for number, values in enumerate(table.rows(library), start=1):
            row = _whole(values, table, publication)
            named = [value.name if value.__class__ is Coded else value for value in row]
            plain.write([value.code if value.__class__ is Coded else value for value in row])
            dutch.write(named)
            sheet.write(number, named)
        sheet.finish()
        yield csv_path(table), plain.content()
        yield dutch_csv_path(table), dutch.content()
    workbook.close()
    yield WORKBOOK, written.getvalue()
    yield PACKAGE, compact(data_package(library, publication))


def _whole(row: tuple[Any, ...], table: Table, publication: Publication) -> tuple[Any, ...]:
    """The row with whole addresses, so that they lead somewhere in a file that is mailed on too."""
    return tuple(
        publication.address(value) if column.is_place and value else value
        for column, value in zip(table.columns, row, strict=True)
    )


def _workbook(library: Library, publication: Publication) -> tuple[Any, io.BytesIO]:
    """A workbook that keeps only one row in memory; the same library gives the same bytes."""
    written = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(written, options)
    workbook.set_properties({"title": publication.name, "comments": DATA_LICENCE, "created": day_of(library)})
    return workbook, written


class _TableSheet:
    """A sheet with a filter on every column, columns as wide as what stands in them, and days and numbers that sort as such."""

    def __init__(self, workbook: Any, table: Table) -> None:
        self._sheet = workbook.add_worksheet(table.title)
        self._day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        self._widths = [len(column.title) + _ARROW for column in table.columns]
        self._rows = 0
        bold = workbook.add_format({"bold": True})
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            self._sheet.write_string(0, place, column.title, bold)

    def write(self, number: int, row: Sequence[Any]) -> None:
        """Text as text, never as a formula or a link; numbers as numbers, whole dates as dates."""
        self._rows = number
        for place, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                self._sheet.write_boolean(number, place, value)
            elif isinstance(value, int | float | Decimal):
                self._sheet.write_number(number, place, value)
            elif isinstance(value, Date) and value.day and value.year >= _FIRST_YEAR:
                self._sheet.write_datetime(number, place, value.first_day, self._day)
            else:
                self._sheet.write_string(number, place, str(value))
            self._widths[place] = max(self._widths[place], len(str(value)) + 1)

    def finish(self) -> None:
        """To be called when all rows are there."""
        self._sheet.autofilter(0, 0, self._rows, len(self._widths) - 1)
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, min(_WIDE, max(_NARROW, width)))


def data_package(library: Library, publication: Publication) -> dict[str, Any]:
    """The data package that describes the tables (specs.frictionlessdata.io)."""
    home = {"id": publication.address(PACKAGE), "homepage": publication.url} if publication.url else {}
    return {
        "profile": "tabular-data-package",
        "name": "methodebibliotheek-gezin",
        "title": publication.name,
        "description": publication.description,
        "version": VERSION,
        "created": f"{library.today.isoformat()}T00:00:00Z",
        **home,
        "licenses": [{"name": DATA_LICENCE_NAME, "path": DATA_LICENCE, "title": "Creative Commons Zero 1.0"}],
        "contributors": [{"title": publication.publisher, "role": "publisher"}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.help,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(column: TableColumn) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    if column.required:
        rules["required"] = True
    if column.unique:
        rules["unique"] = True
    if column.values:
        rules["enum"] = list(column.values)
    field = {"name": column.name, "title": column.title, "type": column.kind, "description": column.help}
    return field | ({"constraints": rules} if rules else {})
