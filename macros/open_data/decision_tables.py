"""The tables of what bodies say: recognitions, prizes and listings, and guidelines, one a row."""

from collections.abc import Iterator
from typing import Any

from macros.library.library import Library
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.open_data.table_parts import METHOD, NAME, SOURCES, Table, TableColumn, coded_term, join_sources, join_texts
from macros.views.common.comparability import is_old
from macros.views.common.dutch import by_name
from macros.views.common.lines import row_context
from macros.views.evidence.verdicts import VerdictView, verdict_views

RECOGNITION_COLUMNS = (
    METHOD,
    NAME,
    TableColumn("body", "instantie", "string", "Wie besloot", required=True),
    TableColumn("committee", "commissie", "string", "Commissie van de instantie"),
    TableColumn("level", "niveau", "string", "Letterlijk zoals de instantie het noemt", required=True),
    TableColumn("step", "trede", "string", "Trede van de Nederlandse erkenning, als het niveau daarop voorkomt"),
    TableColumn("scope", "geldt_voor", "string", "Waarover het oordeel gaat; leeg is de hele methode"),
    TableColumn("date", "datum", "string", "Jaar, maand of dag van het besluit"),
    TableColumn("old", "ouder_dan_vijf_jaar", "boolean", "Of instanties na zo veel tijd opnieuw kijken", required=True),
    TableColumn("state", "stand", "string", "Of het besluit nog geldt (id uit de lijst recognition-state); leeg is onbekend"),
    TableColumn("valid_until", "geldig_tot", "string", "De termijn die de instantie noemt: jaar, maand of dag"),
    TableColumn("replaces", "vervangt", "string", "Welk eerder besluit dit vervangt: niveau en datum"),
    TableColumn("reason", "reden", "string", "Waarom geweigerd, ingetrokken of onder voorbehoud"),
    TableColumn("note", "toelichting", "string", "Wat de instantie erbij zegt"),
    TableColumn("readings", "andere_lezingen", "string", "Hoe portalen hetzelfde besluit anders tonen"),
    TableColumn("url", "webadres", "string", "Waar de instantie het zegt"),
    SOURCES,
)


def _recognition_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    context = row_context(library)
    for method in by_name(library.methods.values()):
        for view in verdict_views(method, context):
            yield _verdict_row(method, view, is_old(view.recognition, library.today))


def _verdict_row(method: Method, view: VerdictView, old: bool) -> tuple[Any, ...]:
    recognition, verdict = view.recognition, view.verdict
    return (
        method.id,
        method.name,
        recognition.body.name,
        recognition.committee,
        verdict.level,
        coded_term(verdict.step),
        view.scope,
        recognition.date,
        old,
        coded_term(recognition.state),
        recognition.valid_until,
        view.before,
        plain_text(recognition.reason) if recognition.reason else None,
        plain_text(recognition.note) if recognition.note else None,
        join_texts(plain_text(reading.says) for reading in recognition.readings),
        recognition.url,
        join_sources(recognition.sources),
    )


PRIZE_COLUMNS = (
    METHOD,
    NAME,
    TableColumn("kind", "soort", "string", "Prijs of vermelding (id uit de lijst prize-or-listing)", required=True),
    TableColumn("name", "prijs_of_lijst", "string", "Naam van de prijs, de databank of de lijst", required=True),
    TableColumn("body", "van_wie", "string", "Wie de prijs gaf of de lijst bijhoudt", required=True),
    TableColumn("date", "datum", "string", "Jaar, maand of dag"),
    TableColumn("note", "toelichting", "string", "Waarvoor de prijs was, of wat de lijst erbij zegt"),
    TableColumn("url", "webadres", "string", "Waar het staat"),
    SOURCES,
)


def _prize_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    for method in by_name(library.methods.values()):
        for one in method.prizes_and_listings:
            note = plain_text(one.note) if one.note else None
            kind, sources = coded_term(one.kind), join_sources(one.sources)
            yield method.id, method.name, kind, one.name, one.body.name, one.date, note, one.url, sources


GUIDELINE_COLUMNS = (
    TableColumn("guideline", "richtlijn", "string", "Id van de richtlijn", required=True),
    TableColumn("guideline_name", "naam_richtlijn", "string", "Naam van de richtlijn", required=True),
    TableColumn("publishers", "van_wie", "string", "Wie de richtlijn vaststelt of beheert", required=True),
    TableColumn("date", "datum", "string", "Jaar, maand of dag van de versie die is gelezen"),
    TableColumn("url", "webadres", "string", "Waar de richtlijn staat", required=True),
    TableColumn("method", "methode", "string", "Id van de methode; leeg als die hier nog geen kaart heeft"),
    TableColumn("method_name", "naam", "string", "Naam van de methode", required=True),
    TableColumn("for", "waarvoor", "string", "Bij welke vraag of voor wie de richtlijn die noemt", required=True),
    TableColumn("says", "wat_zij_zegt", "string", "Wat de richtlijn zegt, in onze woorden", required=True),
    SOURCES,
    TableColumn("theme", "doel", "string", "Voor welk doel de richtlijn die noemt"),
)


def _guideline_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    for guideline in by_name(library.guidelines.values()):
        for mention in guideline.mentions:
            yield (
                guideline.id,
                guideline.name,
                join_texts(one.name for one in guideline.publishers),
                guideline.date,
                guideline.url,
                mention.method,
                mention.name or library.methods[str(mention.method)].name,
                mention.for_,
                plain_text(mention.says),
                join_sources(mention.sources),
                coded_term(mention.theme),
            )


DECISION_TABLES = (
    Table(
        "recognitions", "erkenningen", "Alle oordelen van instanties, één per rij.", RECOGNITION_COLUMNS, (), _recognition_rows
    ),
    Table(
        "prizes_and_listings",
        "prijzen-en-vermeldingen",
        "Prijzen en vermeldingen, één per rij. Geen erkenningen.",
        PRIZE_COLUMNS,
        (),
        _prize_rows,
    ),
    Table(
        "guidelines",
        "richtlijnen",
        "Welke methoden landelijke richtlijnen noemen, één vermelding per rij. Geen erkenningen.",
        GUIDELINE_COLUMNS,
        (),
        _guideline_rows,
    ),
)
