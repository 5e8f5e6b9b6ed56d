"""The spreadsheet to fill in, as XLSX: a sheet of cards, one for each list on a card, and two for new records of data/. Made from
the card format and the vocabularies of the library.

All cells are text, because a spreadsheet turns `2019-05` into the first of May and `8.20` into a number.
"""

import datetime
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import xlsxwriter

from macros.contributing.spreadsheet.columns import CARDS, Form, Keys, SheetColumn, every_column, path_without_numbers
from macros.contributing.spreadsheet.forms import FORMS, NEW_RECORDS
from macros.contributing.spreadsheet.guidance import EXPLANATION, ROWS, column_row, validation
from macros.contributing.spreadsheet.sheets import cell_name
from macros.library.choices import Choices, growing_lists, list_choices
from macros.library.library import Library

ITEMS = (5, 2)
"""How many items of a list within a row have columns, and of a list within such an item."""
Rows = Mapping[str, Sequence[Mapping[Keys, str]]]
"""Name of a sheet → its rows; path of a column → what stands in the cell."""
Checks = Callable[[SheetColumn], Mapping[str, Any]]
"""What is checked and said at the cells of a column."""
_NEW, _OLD, _MADE = "#7A5C00", "#8C8C8C", "#1F4E5F"
"""Colours of the tabs: for new records, for what is only read, for what is filled in."""


def sheet_columns(form: Form, rows: Sequence[Mapping[Keys, str]] = ()) -> list[SheetColumn]:
    """The columns of a sheet: what a row has once, then what it may have more of; and as many items as these rows need."""
    most: dict[str, int] = {}
    for keys in (keys for row in rows for keys in row):
        for place, key in enumerate(keys):
            if isinstance(key, int):
                path = path_without_numbers(keys[:place])
                most[path] = max(most.get(path, 0), key + 1)
    columns = every_column(form, lambda keys: max(most.get(path_without_numbers(keys), 0), ITEMS[_lists_around(keys) > 0]))
    single = [column for column in columns if form != CARDS or not _is_numbered(column)]  # the lists of a card have their sheets
    return sorted(single, key=_is_numbered)


def _is_numbered(column: SheetColumn) -> bool:
    return _lists_around(column.keys) > 0


def _lists_around(keys: Keys) -> int:
    return sum(isinstance(key, int) for key in keys)


def template_xlsx(library: Library, rows: Rows | None = None) -> bytes:
    """The template with lists to choose from and help at every cell; the same library, day and rows give the same bytes."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(data, options)
    created = datetime.datetime.combine(library.today, datetime.time(), tzinfo=None)
    book.set_properties({"title": "Sjabloon methodekaarten", "created": created})
    choices = list_choices(library)
    front = book.add_worksheet("Uitleg")
    sheets = {form.name: book.add_worksheet(form.name) for form in FORMS}
    columns, lists, sources = (book.add_worksheet(name) for name in ("Kolommen", "Woorden", "Bronnen"))
    _write_explanation(book, front)
    places = _write_choices(book, lists, choices)
    growing = growing_lists(library)
    for form in FORMS:
        sheets[form.name].set_tab_color(_NEW if form in NEW_RECORDS.values() else _MADE)
        proposable = () if form in NEW_RECORDS.values() else growing  # a new word comes with a card
        checks = partial(validation, places=places, growing=proposable)
        _write_form(book, sheets[form.name], form, (rows or {}).get(form.name, ()), checks)
    column_rows = (column_row(form, column) for form in FORMS for column in every_column(form))
    _write_table(book, columns, ("Blad", "Kolom", "Veld", "Verplicht", "Vorm", "Uitleg", "Woorden"), column_rows)
    source_rows = ((key, choice.label, choice.help) for key, choice in choices["source"].items())
    _write_table(book, sources, ("Bron (id)", "Titel", "Uitgever"), source_rows)
    for sheet in (front, columns, lists, sources):  # nothing is read from them, so nothing can be typed there
        sheet.set_tab_color(_OLD)
        sheet.protect()
    sheets[CARDS.name].activate()
    book.close()
    return data.getvalue()


def _write_explanation(book: Any, sheet: Any) -> None:
    bold, text, link = book.add_format({"bold": True}), book.add_format({"text_wrap": True}), book.get_default_url_format()
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    for number, line in enumerate(EXPLANATION):
        sheet.merge_range(number, 0, number, 1, line, bold if number == 0 else text)
    for number, form in enumerate(FORMS, start=len(EXPLANATION) + 1):
        sheet.write_url(number, 0, f"internal:'{form.name}'!A1", link, form.name)
        sheet.write_string(number, 1, form.help, text)


def _write_form(book: Any, sheet: Any, form: Form, rows: Sequence[Mapping[Keys, str]], checks: Checks) -> None:
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    required = book.add_format(heading | {"bg_color": "#1F4E5F", "font_color": "#FFFFFF"})
    optional = book.add_format(heading | {"bg_color": "#E4EDF0"})
    path = book.add_format({"font_color": "#595959", "font_size": 8})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for number, column in enumerate(sheet_columns(form, rows)):
        sheet.write_string(0, number, column.heading, required if column.required else optional)
        sheet.write_string(1, number, column.path, path)
        sheet.set_column(number, number, 40 if column.node and (column.node.limit or 0) > 160 else 24, text)
        sheet.data_validation(2, number, ROWS + 1, number, checks(column))
        for row, cells in enumerate(rows, start=2):
            if column.keys in cells:
                sheet.write_string(row, number, cells[column.keys], text)
    sheet.set_row(0, 48)
    sheet.freeze_panes(2, 1)


def _write_choices(book: Any, sheet: Any, choices: Choices) -> dict[str, str]:
    """Write a column for each list; returns kind → range of its cells, as a formula."""
    places = {"method": f"='{CARDS.name}'!$A$3:$A${ROWS + 2}"}
    heading = book.add_format({"bold": True, "bg_color": "#E4EDF0"})
    references = (column.node.reference for form in FORMS for column in every_column(form) if column.node)
    kinds = [kind for kind in dict.fromkeys(references) if kind and kind not in ("source", "method") and choices.get(kind)]
    for number, kind in enumerate(kinds):
        sheet.set_column(number, number, 30)
        sheet.write_string(0, number, kind.removeprefix("vocabulary/"), heading)
        labels = [choice.label for choice in choices[kind].values()]
        for row, label in enumerate(labels, start=1):
            sheet.write_string(row, number, label)
        column = cell_name(0, number).rstrip("1")
        places[kind] = f"=Woorden!${column}$2:${column}${len(labels) + 1}"
    sheet.freeze_panes(1, 0)
    return places


def _write_table(book: Any, sheet: Any, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    for number, heading in enumerate(headings):
        sheet.write_string(0, number, heading, book.add_format({"bold": True, "bg_color": "#E4EDF0"}))
        sheet.set_column(number, number, 36)
    for row, cells in enumerate(rows, start=1):
        for number, cell in enumerate(cells):
            sheet.write_string(row, number, cell)
    sheet.freeze_panes(1, 0)
