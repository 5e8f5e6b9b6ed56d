"""The files of the catalogue in the browser: one file to filter with, and small files with the rows to show.

The first file grows by about 30 bytes a method (compressed), because it refers to values by number. The texts of a row
are much larger and needed only for the methods on the screen, so they are in separate files, in order of name.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from macros.library.library import Library
from macros.model.method import Method
from macros.rendering.compact_json import compact
from macros.rendering.render import render
from macros.search.folding import split_words
from macros.views.catalogue.catalogue import COLUMNS, CatalogueRow, catalogue_rows
from macros.views.catalogue.facets import FACETS, FIRST, Facet, labels_of, values_of
from macros.views.catalogue.orders import evidence_place

RECORDS = "zoek/methoden.json"
ROWS = "zoek/regels/{}.json"
ROWS_PER_FILE = 25
ROOT = "../"
"""From the page that shows these rows, methoden/, to the root of the site."""


def record_files(library: Library) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of all files."""
    rows = catalogue_rows(library)
    yield RECORDS, compact(catalogue_records(rows, library))
    for number, start in enumerate(range(0, len(rows), ROWS_PER_FILE)):
        yield ROWS.format(number), compact([_row(row) for row in rows[start : start + ROWS_PER_FILE]])


def catalogue_records(rows: Sequence[CatalogueRow], library: Library) -> dict[str, Any]:
    """All methods as columns: the n-th value of each column belongs to the n-th of `rows`."""
    methods = [library.methods[row.id] for row in rows]
    statuses: dict[tuple[str, str], int] = {}
    status = [statuses.setdefault((row.phase, row.status), len(statuses)) for row in rows]
    return {
        "rowsPerFile": ROWS_PER_FILE,
        "facets": [_described(facet, library) for facet in FACETS],
        "subjects": [_subject(facets, methods, library) for facets in _by_subject()],
        "statuses": list(statuses),
        "id": ["" if method.id == _usual_id(method.name) else method.id for method in methods],
        "name": [method.name for method in methods],
        "status": status,
        "reviewed": [str(method.reviewed or "") for method in methods],
        "evidence": [evidence_place(method, library) for method in methods],
    }


def _usual_id(name: str) -> str:
    """The id that most cards have. docs/assets/catalogue/records.js derives it from the name, which makes the file a fifth
    smaller."""
    return "-".join(split_words(name))


def _by_subject() -> list[list[Facet]]:
    """Groups of facets about the same subject; each facet about the method itself is a group of its own."""
    return [
        list(facets) for _, facets in groupby(FACETS, key=lambda facet: facet.id if facet.subject == "method" else facet.subject)
    ]


def _described(facet: Facet, library: Library) -> dict[str, Any]:
    """A facet with all its values, including values that no method has now, because a saved address may contain one."""
    return {
        "id": facet.id,
        "label": facet.label,
        "group": facet.group,
        "first": facet.id in FIRST,
        "values": list(labels_of(facet, library).items()),
    }


def _subject(facets: Sequence[Facet], methods: Iterable[Method], library: Library) -> dict[str, Any]:
    """The combinations of values that occur ([[design, who, number], …]), and which of them each method has ([[0, 3], …])."""
    places = [{value: place for place, value in enumerate(labels_of(facet, library))} for facet in facets]
    combinations: dict[tuple[int, ...], int] = {}
    column = []
    for method in methods:
        values = [
            [place[value] for value in values_of(facet, method, library)] for facet, place in zip(facets, places, strict=True)
        ]
        found = {combinations.setdefault(one, len(combinations)) for one in zip(*values, strict=True)}
        column.append(sorted(found))  # the order has no meaning, and sorted numbers compress better
    return {
        "facets": [FACETS.index(facet) for facet in facets],
        "combinations": list(combinations),
        "column": [one[0] if len(one) == 1 else one for one in column],
    }


def _row(row: CatalogueRow) -> str:
    """The row as the list of all methods shows it, in HTML."""
    return render("catalogue/row.html", root=ROOT, view={"row": row, "columns": COLUMNS})
