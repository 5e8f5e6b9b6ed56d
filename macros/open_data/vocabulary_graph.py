"""The vocabularies and the active elements as SKOS; the address of a term is its anchor on the page with all terms."""

from collections.abc import Iterator

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.open_data.graphs import as_json_ld, as_turtle
from macros.open_data.publication import API, DATA_LICENCE, Publication
from macros.open_data.statements import Statements, describe, text_literal, typed_literal

TURTLE = f"{API}vocabularies.ttl"
JSON_LD = f"{API}vocabularies.jsonld"
PAGE = "begrippen/"


def vocabulary_files(library: Library, publication: Publication, kept: KeptWork = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    graph = vocabulary_graph(library, f"{publication.root_from(TURTLE)}{PAGE}")
    yield TURTLE, as_turtle(graph, kept)
    yield JSON_LD, as_json_ld(graph, kept)


def vocabulary_graph(library: Library, page: str) -> Statements:
    """Every vocabulary as a concept scheme and every term as a concept; `page` is the address of the page with all terms."""
    graph: Statements = []
    for name, vocabulary in library.vocabularies.items():
        scheme = f"{page}#{name}"
        words = {f"{scheme}-{term.id}": term for term in vocabulary.terms.values()}
        describe(
            graph,
            scheme,
            "skos:ConceptScheme",
            skos__prefLabel=[text_literal(vocabulary.label), text_literal(vocabulary.label_en, "en")],
            skos__definition=text_literal(vocabulary.description),
            skos__historyNote=text_literal(vocabulary.origin),
            dct__source=list(vocabulary.origin_urls),
            dct__license=DATA_LICENCE,
            skos__hasTopConcept=list(words),
        )
        for address, term in words.items():
            describe(
                graph,
                address,
                "skos:Concept",
                skos__prefLabel=[text_literal(term.nl), text_literal(term.en, "en")],
                skos__altLabel=text_literal(term.many) if term.many and term.many != term.nl else None,
                skos__definition=text_literal(term.description),
                skos__notation=typed_literal(term.id),
                skos__inScheme=scheme,
                skos__topConceptOf=scheme,
            )
    _elements(graph, library, page)
    return graph


def _elements(graph: Statements, library: Library, page: str) -> None:
    scheme = f"{page}#werkzame-elementen"
    words = {f"{page}#element-{element.id}": element for element in library.elements.values()}
    describe(
        graph,
        scheme,
        "skos:ConceptScheme",
        skos__prefLabel=[text_literal("Werkzame elementen"), text_literal("Active elements", "en")],
        dct__license=DATA_LICENCE,
        skos__hasTopConcept=list(words),
    )
    for address, element in words.items():
        describe(
            graph,
            address,
            "skos:Concept",
            skos__prefLabel=[text_literal(element.name), text_literal(element.name_en, "en")],
            skos__definition=text_literal(element.description),
            skos__notation=typed_literal(element.id),
            skos__inScheme=scheme,
            skos__topConceptOf=scheme,
        )
