"""The catalogue for data portals: DCAT-AP 3 with the Dutch profile DCAT-AP-NL 3."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.open_data import vocabulary_graph
from macros.open_data.graphs import as_json_ld, as_turtle
from macros.open_data.publication import API, DATA_LICENCE, VERSION, Publication
from macros.open_data.statements import PREFIXES, Statements, describe, text_literal, typed_literal
from macros.open_data.table_files import PACKAGE, WORKBOOK, csv_path, dutch_csv_path
from macros.open_data.tables import TABLES

TURTLE = "catalog.ttl"
JSON_LD = "catalog.jsonld"
_EU = "http://publications.europa.eu/resource/authority/"
_DUTCH = (f"{_EU}language/NLD", "Nederlands")
_THEME = (f"{_EU}data-theme/SOCI", "Bevolking en samenleving")
_PUBLIC = (f"{_EU}access-right/PUBLIC", "openbaar")
_IRREGULAR = (f"{_EU}frequency/IRREG", "onregelmatig")
_COMPLETED = ("http://purl.org/adms/status/Completed", "afgerond")
_JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_TABULAR = "https://www.w3.org/TR/tabular-data-model/"
_WORKBOOK = "https://www.iso.org/standard/71691.html"
_FILE_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
}
_EU_TYPES = {"json": "JSON", "csv": "CSV", "xlsx": "XLSX", "ttl": "RDF_TURTLE", "jsonld": "JSON_LD"}


class Download(NamedTuple):
    """A file in which a dataset can be downloaded."""

    path: str
    title: str
    standard: str
    """Address of the standard that it follows, absolute or from the root of the site."""


def method_downloads() -> Iterator[Download]:
    yield Download(f"{API}methods.json", "Methoden met hun facetten, als JSON", f"{API}schema/methods.json")
    yield Download(f"{API}claims.json", "Wat bronnen zeggen, met die bronnen, als JSON", f"{API}schema/claims.json")
    for table in TABLES:
        yield Download(csv_path(table), f"{table.title}, als CSV", PACKAGE)
        yield Download(dutch_csv_path(table), f"{table.title}, als CSV voor een Nederlandse spreadsheet", _TABULAR)
    yield Download(WORKBOOK, "Methoden, resultaten en erkenningen, als XLSX", _WORKBOOK)


def vocabulary_downloads() -> Iterator[Download]:
    yield Download(f"{API}vocabularies.json", "Woordenlijsten, als JSON", f"{API}schema/vocabularies.json")
    yield Download(vocabulary_graph.TURTLE, "Woordenlijsten, als SKOS in Turtle", PREFIXES["skos"])
    yield Download(vocabulary_graph.JSON_LD, "Woordenlijsten, als SKOS in JSON-LD", PREFIXES["skos"])


def catalogue_files(library: Library, publication: Publication, kept: KeptWork = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    graph = catalogue_graph(library, publication)
    yield TURTLE, as_turtle(graph, kept)
    yield JSON_LD, as_json_ld(graph, kept)


def catalogue_graph(library: Library, publication: Publication) -> Statements:
    """One catalogue, two datasets, one service."""
    graph: Statements = []
    at = publication.address
    catalogue, publisher, contact, service = (f"{at('data/')}#{part}" for part in ("catalogus", "uitgever", "contact", "api"))
    datasets = [f"{at('data/')}#{part}" for part in ("methoden", "begrippen")]
    day = typed_literal(library.today.isoformat(), "xsd:date")
    _agents(graph, publisher, contact, publication)
    _code_lists(graph)
    shared = {
        "dct__publisher": publisher,
        "dct__creator": publisher,
        "dcat__contactPoint": contact,
        "dct__language": _DUTCH[0],
        "dct__modified": day,
        "dcat__theme": _THEME[0],
        "dct__license": DATA_LICENCE,
    }
    describe(
        graph,
        catalogue,
        "dcat:Catalog",
        dct__title=text_literal(f"Open data van {publication.name}"),
        dct__description=text_literal(f"Alle gegevens van {publication.name}. {publication.description}"),
        foaf__homepage=at("data/"),
        dcat__themeTaxonomy=f"{_EU}data-theme",
        dcat__dataset=datasets,
        dcat__service=service,
        **{name: value for name, value in shared.items() if name != "dcat__theme"},
    )
    titles = (publication.name, f"Begrippen van {publication.name}")
    texts = (
        f"{publication.description} Per methode: voor wie, hoe, door wie, wat er bekend is, met bron.",
        "De vaste woorden van de bibliotheek in het Nederlands en het Engels, met uitleg en herkomst.",
    )
    keywords = (
        ["jeugdhulp", "gezinnen", "interventies", "methoden", "effectiviteit"],
        ["begrippen", "woordenlijsten", "jeugdhulp"],
    )
    downloads = (list(method_downloads()), list(vocabulary_downloads()))
    for place, dataset in enumerate(datasets):
        describe(
            graph,
            dataset,
            "dcat:Dataset",
            dct__title=text_literal(titles[place]),
            dct__description=text_literal(texts[place]),
            dct__identifier=typed_literal(dataset),
            dcat__keyword=[text_literal(word) for word in keywords[place]],
            dct__accessRights=_PUBLIC[0],
            dct__accrualPeriodicity=_IRREGULAR[0],
            dcat__landingPage=at("data/"),
            foaf__page=at("data/"),
            dct__conformsTo=at(f"{API}schema/methods.json" if place == 0 else f"{API}schema/vocabularies.json"),
            dcat__version=typed_literal(VERSION),
            adms__status=_COMPLETED[0],
            dcat__distribution=[f"{dataset}-{number}" for number in range(1, len(downloads[place]) + 1)],
            **{name: value for name, value in shared.items() if name != "dct__license"},
        )
        for number, download in enumerate(downloads[place], start=1):
            describe(graph, _standard(download, publication), "dct:Standard")
            _distribution(graph, f"{dataset}-{number}", download, service, publication, day)
    describe(
        graph,
        service,
        "dcat:DataService",
        dct__title=text_literal(f"JSON van {publication.name}"),
        dct__description=text_literal(
            "Vaste bestanden in JSON: alle methoden, één methode, organisaties, bronnen, begrippen en wat bronnen zeggen."
        ),
        dct__identifier=typed_literal(service),
        dct__accessRights=_PUBLIC[0],
        dct__conformsTo=_JSON_SCHEMA,
        dcat__keyword=[text_literal("jeugdhulp"), text_literal("methoden")],
        dcat__endpointURL=at(API),
        dcat__endpointDescription=at(f"{API}index.json"),
        dcat__landingPage=at("data/"),
        foaf__page=at("data/"),
        dcat__servesDataset=datasets,
        **shared,
    )
    describe(graph, _JSON_SCHEMA, "dct:Standard")
    describe(graph, at("data/"), "foaf:Document", dct__title=text_literal("Open data"))
    return graph


def _distribution(graph: Statements, node: str, download: Download, service: str, publication: Publication, day: Any) -> None:
    ending = download.path.rpartition(".")[2]
    describe(
        graph,
        node,
        "dcat:Distribution",
        dct__title=text_literal(download.title),
        dcat__accessURL=publication.address(download.path),
        dcat__downloadURL=publication.address(download.path),
        dcat__mediaType=f"https://www.iana.org/assignments/media-types/{_FILE_TYPES[ending]}",
        dct__format=f"{_EU}file-type/{_EU_TYPES[ending]}",
        dct__license=DATA_LICENCE,
        dct__language=_DUTCH[0],
        dct__conformsTo=_standard(download, publication),
        dcat__accessService=service,
        dct__modified=day,
        adms__status=_COMPLETED[0],
    )


def _standard(download: Download, publication: Publication) -> str:
    return download.standard if "://" in download.standard else publication.address(download.standard)


def _agents(graph: Statements, publisher: str, contact: str, publication: Publication) -> None:
    """The publisher and the contact: an organisation and a page, never a person."""
    home = publication.publisher_url or publication.address("over/")
    describe(graph, publisher, "foaf:Agent", foaf__name=text_literal(publication.publisher), foaf__homepage=home)
    page = publication.repository or publication.address("bijdragen/")
    describe(graph, contact, "vcard:Kind")
    describe(graph, contact, "vcard:Organization", vcard__fn=text_literal(publication.publisher), vcard__hasURL=page)


def _code_lists(graph: Statements) -> None:
    """Labels of the terms of others: the profile wants them in the catalogue, so that a harvester need not fetch them."""
    describe(graph, _DUTCH[0], "dct:LinguisticSystem", skos__prefLabel=text_literal(_DUTCH[1]))
    describe(graph, _PUBLIC[0], "dct:RightsStatement", skos__prefLabel=text_literal(_PUBLIC[1]))
    describe(graph, _IRREGULAR[0], "dct:Frequency", skos__prefLabel=text_literal(_IRREGULAR[1]))
    describe(graph, DATA_LICENCE, "dct:LicenseDocument", dct__title=text_literal("CC0 1.0 Universeel"))
    themes = f"{_EU}data-theme"
    describe(graph, themes, "skos:ConceptScheme", dct__title=text_literal("Thema's voor gegevens"))
    describe(graph, _THEME[0], "skos:Concept", skos__prefLabel=text_literal(_THEME[1]), skos__inScheme=themes)
    statuses = "http://purl.org/adms/status/1.0"
    describe(graph, statuses, "skos:ConceptScheme", dct__title=text_literal("Status"))
    describe(graph, _COMPLETED[0], "skos:Concept", skos__prefLabel=text_literal(_COMPLETED[1]), skos__inScheme=statuses)
    for ending, media_type in _FILE_TYPES.items():
        describe(graph, f"https://www.iana.org/assignments/media-types/{media_type}", "dct:MediaType")
        describe(graph, f"{_EU}file-type/{_EU_TYPES[ending]}", "dct:MediaTypeOrExtent")
