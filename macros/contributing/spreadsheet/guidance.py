"""What a spreadsheet says to who fills it in: the explanation in front, and the help and the checks at every cell."""

from collections.abc import Collection, Mapping
from typing import Any

from macros.contributing.spreadsheet.columns import CARDS, Form, SheetColumn
from macros.contributing.spreadsheet.forms import CARD, NEW_ID, NEW_RECORDS
from macros.model.data_files import file_of
from macros.model.format_words import LABELS
from macros.views.common.dutch import capital

ROWS = 500
"""Rows with help and validation."""
EXPLANATION = (
    "Zo vult u dit in",
    f"1. Zet op het blad {CARDS.name} elke methode op een eigen rij. Wat u leeg laat, is onbekend.",
    "   Daar is de eerste kolom de bestandsnaam: kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis.",
    "2. Waarvan een methode er meer kan hebben, staat op een eigen blad: één doel, onderzoek, resultaat of bedrag op een rij.",
    "   Zet in de eerste kolom bij welke methode de rij hoort: de bestandsnaam of de naam. Hieronder staan alle bladen.",
    "   Bladen die u niet nodig hebt, laat u leeg. Donkere kolommen zijn verplicht zodra u een rij invult.",
    "3. Kies woorden uit de lijst, of kijk op het blad Woorden. Meer dan één waarde in een cel scheidt u met ;",
    "   Hoort een ; bij de tekst zelf, zet er dan een \\ voor. Staat een woord er niet bij, schrijf er dan nieuw: voor;",
    "   wie meeleest, vult de lijst aan.",
    "4. Een bron schrijft u met het id, een dubbele punt en de vindplaats: jaarverslag-2020: blz. 4",
    f"   De bronnen die er al zijn, staan op het blad Bronnen. Een nieuwe zet u op het blad {NEW_RECORDS['source'].name},",
    f"   een nieuwe organisatie op het blad {NEW_RECORDS['organisation'].name}.",
    "5. Heeft een rij meer onderdelen dan er kolommen zijn? Voeg een kolom toe met het volgende nummer, bijvoorbeeld",
    "   Oordelen 6: Niveau. Alle kolommen staan op het blad Kolommen.",
    "6. Alle cellen zijn tekst. Maak er geen getal of datum van: Excel verandert dan wat u typt.",
    "7. Maak er kaarten van met: python -m scripts.import bestand.xlsx",
    "   U ziet alle fouten met de cel erbij. Er wordt niets geschreven zolang er fouten zijn.",
    "Schrijf geen namen van personen, telefoonnummers, e-mailadressen of herkenbare verhalen in dit bestand.",
)
KIND_TEXTS = {
    "text": "tekst",
    "texts": "een of meer teksten, met ; ertussen",
    "word": "één woord uit de lijst",
    "words": "een of meer woorden uit de lijst, met ; ertussen",
    "option": "één woord uit de lijst",
    "citations": "bron: vindplaats, met ; tussen twee bronnen",
    "flag": "ja of nee",
    "integer": "heel getal",
    "decimal": "getal",
    "percent": "getal van 0 tot 100, zonder procentteken",
    "date": "jaar, maand of dag: 2019, 2019-05 of 2019-05-14",
}
_KEY_TEXTS = {
    CARDS.key: "De naam van het bestand: kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis.",
    CARD: f"Bij welke methode deze rij hoort: de bestandsnaam of de naam, zoals op het blad {CARDS.name}.",
    NEW_ID: "Hoe cellen hiernaar verwijzen: kleine letters, cijfers en streepjes, bijvoorbeeld jaarverslag-2020.",
}
_LONGEST_TITLE = 32
_LONGEST_MESSAGE = 255
"""What Excel shows of a help text beside a cell."""


def help_text(column: SheetColumn) -> str:
    node = column.node
    if node is None:
        return _KEY_TEXTS[column]
    limit = f", ten hoogste {node.limit} tekens" if node.limit and column.kind == "text" else ""
    needed = "Verplicht." if column.required else ""
    beside = f"Alleen samen met: {', '.join(column.beside)}." if column.beside else ""
    return " ".join(filter(None, (node.help, f"{capital(KIND_TEXTS[column.kind])}{limit}.", beside, needed)))


def column_row(form: Form, column: SheetColumn) -> tuple[str, ...]:
    """The row of a column on the sheet Kolommen."""
    node = column.node
    reference = node.reference if node else None
    where = file_of(reference) if reference and reference not in ("method", "field") else ""
    needed = "ja" if column.required else "in deze groep" if node and node.required else ""
    texts = (KIND_TEXTS[column.kind], help_text(column), where or ", ".join(_options(column)))
    return form.name, column.heading, column.path, needed, *texts


def validation(column: SheetColumn, places: Mapping[str, str], growing: Collection[str]) -> dict[str, Any]:
    """The validation of the cells of a column, and the help that appears beside them; `places` has the cells with the choices
    of a kind, and `growing` the lists for which a new word may be proposed."""
    title = column.heading.rsplit(": ", 1)[-1]
    shown = {"input_title": shorten(title, _LONGEST_TITLE), "input_message": shorten(help_text(column), _LONGEST_MESSAGE)}
    wrong = {"error_title": "Kan hier niet", "error_message": f"{capital(KIND_TEXTS[column.kind])}."}
    reference = "method" if column == CARD else column.node.reference if column.node else None
    if column == CARD or (column.kind == "word" and reference in places):
        may_be_new = {"method", *NEW_RECORDS, *growing}  # others may be typed as well, or by another name
        return {"validate": "list", "source": places[str(reference)], "show_error": reference not in may_be_new, **shown, **wrong}
    if column.kind in ("flag", "option"):
        return {"validate": "list", "source": _options(column) or ["ja", "nee"], **shown, **wrong}
    if column.kind == "text" and column.node and column.node.limit:
        most = {"validate": "length", "criteria": "<=", "value": column.node.limit}
        return most | shown | {"error_title": "Te lang", "error_message": f"Ten hoogste {column.node.limit} tekens."}
    return {"validate": "any", **shown}


def _options(column: SheetColumn) -> list[str]:
    return [LABELS[option] for option in column.node.options] if column.node else []


def shorten(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
