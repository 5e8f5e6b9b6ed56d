"""The spreadsheet to fill in, as XLSX and as CSV, made from the card format and the vocabularies of the library.

All cells are text, because a spreadsheet turns `2019-05` into the first of May and `8.20` into a number.
"""

import csv
import datetime
import io
from collections.abc import Iterator, Mapping
from typing import Any

import xlsxwriter

from macros.contributing.spreadsheet.columns import SheetColumn, every_column
from macros.contributing.spreadsheet.sheets import SHEET, cell_name
from macros.library.choices import Choices, list_choices
from macros.library.library import Library
from macros.model.data_files import file_of
from macros.views.common.dutch import capital

REPEATS = {"goals": 3, "target_group.includes": 2, "target_group.excludes": 2, "approach": 3, "conditions": 2}
"""Path of a list → number of items in the template; contributors may add columns with higher numbers."""
LEFT_OUT = (
    "status.reasons",
    "former_owners",
    "partners.period",
    "regions.period",
    "variants",
    "cost_statements",
    "recognition_claims",
    "chain",
    "next_steps",
    "conflicts",
    "context",
    "gaps",
    "target_group.includes.when",
    "target_group.excludes.when",
    "outcomes.result.compared",
    "outcomes.conflicts",
    "outcomes.target",
    "recognitions.id",
    "recognitions.replaces",
    "recognitions.readings",
    "recognitions.verdicts.scopes",
    "prizes_and_listings",
)
"""Fields that few cards have. The template leaves out their columns; the sheet Kolommen lists them."""
ROWS = 500
"""Rows with help and validation."""
_KIND_TEXTS = {
    "text": "tekst",
    "texts": "een of meer teksten, met ; ertussen",
    "word": "één woord uit de lijst",
    "words": "een of meer woorden uit de lijst, met ; ertussen",
    "citations": "bron: vindplaats, met ; tussen twee bronnen",
    "flag": "ja of nee",
    "integer": "heel getal",
    "decimal": "getal",
    "percent": "getal van 0 tot 100, zonder procentteken",
    "date": "jaar, maand of dag: 2019, 2019-05 of 2019-05-14",
}
_HELP = (
    "Zo vult u dit in",
    f"1. Zet op het blad {SHEET} elke methode op een eigen rij. Donkere kolommen zijn verplicht; wat u leeg laat, is onbekend.",
    "2. De eerste kolom is de bestandsnaam: kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis.",
    "3. Kies woorden uit de lijst, of kijk op het blad Woorden. Meer dan één waarde in een cel scheidt u met ;",
    "4. Een bron schrijft u als id van het blad Bronnen, met een dubbele punt en de vindplaats: jaarverslag-2020: blz. 4",
    "   Staat een bron of organisatie er niet bij, voeg haar dan eerst toe aan data/sources.yml of data/organisations.yml.",
    "5. Meer doelen, stappen of resultaten? Voeg een kolom toe met het volgende nummer, bijvoorbeeld Doelen 4: Doel.",
    "   Alle kolommen staan op het blad Kolommen.",
    "6. Alle cellen zijn tekst. Maak er geen getal of datum van: Excel verandert dan wat u typt.",
    "7. Maak er kaarten van met: python -m scripts.import bestand.xlsx",
    "   U ziet alle fouten met de cel erbij. Er wordt niets geschreven zolang er fouten zijn.",
    "Schrijf geen namen van personen, telefoonnummers, e-mailadressen of herkenbare verhalen in dit bestand.",
)


def template_columns() -> list[SheetColumn]:
    """The columns that the template offers, in the order of the card."""
    return [column for column in every_column(REPEATS) if not _unnumbered(column).startswith(_LEFT_OUT)]


_LEFT_OUT = tuple(f"{path}." for path in LEFT_OUT)


def _unnumbered(column: SheetColumn) -> str:
    return ".".join(str(key) for key in column.keys if not isinstance(key, int)) + "."


def template_csv() -> str:
    """The two rows with names, as CSV of a Dutch Excel."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    columns = template_columns()
    writer.writerow([column.heading for column in columns])
    writer.writerow([column.path for column in columns])
    return "\ufeff" + text.getvalue()


def template_xlsx(library: Library) -> bytes:
    """The template with lists to choose from and help at every cell; the same library and day give the same bytes."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(data, options)
    book.set_properties(
        {
            "title": "Sjabloon methodekaarten",
            "created": datetime.datetime.combine(library.today, datetime.time(), tzinfo=None),
        }
    )
    choices = list_choices(library)
    help_sheet, cards, columns, lists, sources = (
        book.add_worksheet(name) for name in ("Uitleg", SHEET, "Kolommen", "Woorden", "Bronnen")
    )
    help_sheet.set_column(0, 0, 110)
    for number, line in enumerate(_HELP):
        help_sheet.write_string(number, 0, line, book.add_format({"bold": number == 0, "text_wrap": True}))
    places = _write_choices(book, lists, choices)
    _write_cards(book, cards, places)
    _write_table(book, columns, ("Kolom", "Veld", "Verplicht", "Vorm", "Uitleg", "Woorden"), map(_column_row, every_column()))
    rows = ((key, choice.label, choice.help) for key, choice in choices["source"].items())
    _write_table(book, sources, ("Bron (id)", "Titel", "Uitgever"), rows)
    cards.activate()
    cards.set_first_sheet()
    book.close()
    return data.getvalue()


def _write_cards(book: Any, sheet: Any, places: Mapping[str, str]) -> None:
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    required = book.add_format(heading | {"bg_color": "#1F4E5F", "font_color": "#FFFFFF"})
    optional = book.add_format(heading | {"bg_color": "#E4EDF0"})
    path = book.add_format({"font_color": "#595959", "font_size": 8})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for number, column in enumerate(template_columns()):
        sheet.write_string(0, number, column.heading, required if column.required else optional)
        sheet.write_string(1, number, column.path, path)
        sheet.set_column(number, number, 40 if column.node and (column.node.limit or 0) > 160 else 24, text)
        sheet.data_validation(2, number, ROWS + 1, number, _validation(column, places))
    sheet.set_row(0, 48)
    sheet.freeze_panes(2, 1)


def _validation(column: SheetColumn, places: Mapping[str, str]) -> dict[str, Any]:
    """The validation of the cells of a column, and the help that appears beside them."""
    reference = column.node.reference if column.node else None
    shown = {"input_title": _shorten(column.heading.rsplit(": ", 1)[-1], 32), "input_message": _shorten(_help_text(column), 255)}
    wrong = {"error_title": "Kan hier niet", "error_message": _shorten(f"{capital(_KIND_TEXTS[column.kind])}.", 255)}
    if column.kind == "word" and reference in places:
        return {"validate": "list", "source": places[reference], **shown, **wrong}
    if column.kind == "flag":
        return {"validate": "list", "source": ["ja", "nee"], **shown, **wrong}
    if column.kind == "text" and column.node and column.node.limit:
        most = {"validate": "length", "criteria": "<=", "value": column.node.limit}
        return most | shown | {"error_title": "Te lang", "error_message": f"Ten hoogste {column.node.limit} tekens."}
    return {"validate": "any", **shown}


def _help_text(column: SheetColumn) -> str:
    node = column.node
    if node is None:
        return "De naam van het bestand: kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis."
    limit = f", ten hoogste {node.limit} tekens" if node.limit and column.kind == "text" else ""
    needed = " Verplicht." if column.required else ""
    return " ".join(filter(None, (node.help, f"{capital(_KIND_TEXTS[column.kind])}{limit}.{needed}")))


def _column_row(column: SheetColumn) -> tuple[str, ...]:
    node = column.node
    reference = node.reference if node else None
    where = file_of(reference) if reference and reference not in ("method", "field") else ""
    needed = "ja" if column.required else "in deze groep" if node and node.required else ""
    return column.heading, column.path, needed, _KIND_TEXTS[column.kind], node.help if node else _help_text(column), where


def _write_choices(book: Any, sheet: Any, choices: Choices) -> dict[str, str]:
    """Write a column for each list; returns kind → range of its cells, as a formula."""
    places = {}
    heading = book.add_format({"bold": True, "bg_color": "#E4EDF0"})
    used = dict.fromkeys(column.node.reference for column in every_column() if column.node and column.node.reference)
    kinds = [kind for kind in used if kind not in ("source", "method") and choices.get(kind)]
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


def _write_table(book: Any, sheet: Any, headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    for number, heading in enumerate(headings):
        sheet.write_string(0, number, heading, book.add_format({"bold": True, "bg_color": "#E4EDF0"}))
        sheet.set_column(number, number, 36)
    for row, cells in enumerate(rows, start=1):
        for number, cell in enumerate(cells):
            sheet.write_string(row, number, cell)
    sheet.freeze_panes(1, 0)


def _shorten(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
