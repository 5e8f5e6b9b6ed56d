"""Linked data: the catalogue, the vocabularies, and what a card page says in the words of schema.org."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import SOURCES, Root, a_card
from built import ADDRESS, Page, Site, text_of
from open_data_fixtures import NOWHERE, PUBLICATION
from paths import ROOT

from macros.kept import KeptWork
from macros.library.library import Library
from macros.open_data import catalogue, rdf_writer, vocabulary_graph
from macros.open_data.catalogue import catalogue_files
from macros.open_data.vocabulary_graph import vocabulary_files
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site as Place
from macros.views.common.wording import status_text

rdflib = pytest.importorskip("rdflib")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib

SHAPES = ROOT.parent / "shared" / "validators" / "dcat-ap-nl"
SCHEMA = "https://schema.org/"
ELSEWHERE = "https://elders.example/"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def read(text: str, path: str, at: str = ELSEWHERE):
    """The graph of a file that lies on a site."""
    kind = "turtle" if path.endswith(".ttl") else "json-ld"
    return rdflib.Graph().parse(data=text, format=kind, publicID=at + path)


def whole(path: str, files: Iterator[tuple[str, str]]):
    return read(dict(files)[path], path)


# the catalogue


@pytest.mark.skipif(not SHAPES.is_dir(), reason="the shapes of DCAT-AP-NL are not part of the project and not beside it")
@pytest.mark.parametrize("publication", [PUBLICATION, NOWHERE], ids=["with an address", "without"])
def test_the_catalogue_is_valid_against_every_shape_of_dcat_ap_and_its_dutch_profile(library: Library, publication) -> None:
    import pyshacl

    graph = whole(catalogue.TURTLE, catalogue_files(library, publication))
    files = sorted(SHAPES.glob("*.ttl"))
    assert len(files) == 5
    for file in files:
        valid, _, text = pyshacl.validate(graph, shacl_graph=shapes(file), advanced=True)
        assert valid, f"{file.name}: {text}"


@pytest.mark.skipif(not SHAPES.is_dir(), reason="the shapes of DCAT-AP-NL are not part of the project and not beside it")
def test_the_shapes_refuse_a_catalogue_without_licence_or_contact(library: Library) -> None:
    import pyshacl

    graph = whole(catalogue.TURTLE, catalogue_files(library, PUBLICATION))
    for predicate, file in (
        (DCT.license, "dcat-ap-nl-SHACL.ttl"),
        (DCAT.contactPoint, "dcat-ap-nl-SHACL.ttl"),
        (DCT.title, "dcat-ap-SHACL.ttl"),
    ):
        less = rdflib.Graph()
        less += [triple for triple in graph if triple[1] != predicate]
        assert len(less) < len(graph)
        assert not pyshacl.validate(less, shacl_graph=shapes(SHAPES / file), advanced=True)[0], predicate


def shapes(file: Path):
    """The shapes as published. The file of DCAT-AP 3.0.1 names two property shapes of dcat:DataService that it does not
    hold, on which a validator stops; these two names are left out."""
    graph = rdflib.Graph().parse(file)
    empty = [triple for triple in graph.triples((None, SHACL.property, None)) if (triple[2], SHACL.path, None) not in graph]
    assert len(empty) == (2 if file.name == "dcat-ap-SHACL.ttl" else 0)
    for triple in empty:
        graph.remove(triple)
    return graph


@pytest.mark.heavy
@pytest.mark.parametrize("publication", [PUBLICATION, NOWHERE], ids=["with an address", "without"])
def test_turtle_and_json_ld_say_the_same_and_every_address_is_whole_where_they_lie(library: Library, publication) -> None:
    pairs = (
        (dict(catalogue_files(library, publication)), catalogue.TURTLE, catalogue.JSON_LD),
        (dict(vocabulary_files(library, publication)), vocabulary_graph.TURTLE, vocabulary_graph.JSON_LD),
    )
    for files, turtle, json_ld in pairs:
        graph, other = read(files[turtle], turtle), read(files[json_ld], json_ld)
        assert set(graph) == set(other)
        assert len(graph) > 200
        names = {str(node) for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}
        assert all(name.startswith(("https://", "http://")) for name in names)
        assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)


@pytest.mark.parametrize("name", ["accessRights", "accrualPeriodicity", "language"])
def test_a_term_of_another_list_is_named_by_its_address_and_has_a_dutch_name(name: str, library: Library) -> None:
    graph = whole(catalogue.TURTLE, catalogue_files(library, PUBLICATION))
    terms = set(graph.objects(None, DCT[name]))
    assert terms
    for term in terms:
        assert isinstance(term, rdflib.URIRef) and "publications.europa.eu/resource/authority/" in term
        assert [label.language for label in graph.objects(term, SKOS.prefLabel)] == ["nl"], term


def test_every_download_in_the_catalogue_is_a_file_of_the_site(published: Site) -> None:
    graph = rdflib.Graph().parse(published.path / "catalog.ttl")
    downloads = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
    assert len(downloads) > 10
    for address in downloads:
        assert address.startswith(ADDRESS), address
        assert (published.path / address.removeprefix(ADDRESS)).is_file(), address
    pages_named = {str(page) for page in graph.objects(None, DCAT.landingPage)}
    assert pages_named == {f"{ADDRESS}data/"}


def test_the_catalogue_names_no_person_and_no_mail_address(published: Site) -> None:
    text = (published.path / "catalog.ttl").read_text(encoding="utf-8")
    assert "de bijdragers aan de methodebibliotheek" in text
    assert "@" not in text.replace("@nl", "").replace("@prefix", "")


def test_a_publisher_with_a_page_of_its_own_is_named_by_it(library: Library) -> None:
    known = PUBLICATION._replace(publisher="Voorbeeldgemeente", publisher_url="https://gemeente.voorbeeld.example/")
    graph = whole(catalogue.TURTLE, catalogue_files(library, known))
    publisher = graph.value(graph.value(None, rdflib.RDF.type, DCAT.Catalog), DCT.publisher)
    assert str(graph.value(publisher, rdflib.FOAF.name)) == "Voorbeeldgemeente"
    assert str(graph.value(publisher, rdflib.FOAF.homepage)) == "https://gemeente.voorbeeld.example/"


# the vocabularies


def test_every_word_is_a_concept_with_both_names_and_a_place_on_the_page(site: Site, library: Library) -> None:
    path = vocabulary_graph.TURTLE
    graph = read((site.path / path).read_text(encoding="utf-8"), path)
    terms = sum(len(vocabulary.terms) for vocabulary in library.vocabularies.values()) + len(library.elements)
    concepts = list(graph.subjects(rdflib.RDF.type, SKOS.Concept))
    assert len(concepts) == terms > 200
    anchors = set(site.page("begrippen/").ids)
    for concept in concepts:
        page, _, anchor = str(concept).partition("#")
        assert page == f"{ELSEWHERE}begrippen/" and anchor in anchors, concept
        assert {label.language for label in graph.objects(concept, SKOS.prefLabel)} == {"nl", "en"}
        schemes = list(graph.objects(concept, SKOS.inScheme))
        assert len(schemes) == 1 and (schemes[0], SKOS.hasTopConcept, concept) in graph
        assert str(schemes[0]).partition("#")[2] in anchors
        assert graph.value(concept, SKOS.notation) and graph.value(concept, SKOS.definition)


# schema.org on a card page


def json_ld_of(page: Page) -> list[str]:
    return [script.text or "" for script in page.elements("script") if script.get("type") == "application/ld+json"]


def graph_of(text: str, address: str):
    """Without a request: the words of schema.org stand under one address."""
    data = json.loads(text)
    assert data.pop("@context") == SCHEMA
    return rdflib.Graph().parse(data=json.dumps({"@context": {"@vocab": SCHEMA}, **data}), format="json-ld", publicID=address)


@pytest.mark.parametrize("which", ["site", "published"])
def test_every_card_says_what_it_is_in_the_words_of_schema_org(which: str, site: Site, published: Site, library: Library) -> None:
    site = {"site": site, "published": published}[which]
    base = ADDRESS if which == "published" else ELSEWHERE
    word = rdflib.Namespace(SCHEMA)
    for method in library.methods.values():
        address = f"{base}methoden/{method.id}/"
        (text,) = json_ld_of(site.page(f"methoden/{method.id}/"))
        graph = graph_of(text, address)
        page, subject = rdflib.URIRef(address), rdflib.URIRef(f"{address}#kern")
        owners = {rdflib.URIRef(f"{base}organisaties/{one.organisation.id}/"): one.organisation.name for one in method.owners}
        expected = {
            (page, rdflib.RDF.type, word.WebPage),
            (page, word.name, rdflib.Literal(method.name)),
            (page, word.license, rdflib.Literal("https://creativecommons.org/publicdomain/zero/1.0/")),
            (page, word.mainEntity, subject),
            (page, word.isPartOf, rdflib.URIRef(base)),
            (subject, rdflib.RDF.type, word.CreativeWork),
            (subject, word.creativeWorkStatus, rdflib.Literal(status_text(method))),
            *((subject, word.maintainer, owner) for owner in owners),
            *((owner, word.name, rdflib.Literal(name)) for owner, name in owners.items()),
            *((subject, word.alternateName, rdflib.Literal(alias)) for alias in method.aliases),
            *((subject, word.about, rdflib.URIRef(f"{base}begrippen/#theme-{goal.theme.id}")) for goal in method.goals),
        }
        assert expected <= set(graph), expected - set(graph)
        cited = {str(graph.value(node, word.name)) for node in graph.objects(page, word.citation)}
        assert {citation.source.title for citation in method.sources} <= cited
        assert str(graph.value(page, word.encoding / word.contentUrl)).endswith(f"api/v1/methods/{method.id}.json")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_owner_stands_by_itself_and_several_in_a_list(root: Root, number: int) -> None:
    names = ("voorbeeldorganisatie", "voorbeeldgemeente")[:number]
    root.write_card(a_card(owners=[{"organisation": name, "sources": SOURCES} for name in names] or ...))
    page = next(page for page in pages(root.load()) if page.address == "methoden/nieuw/")
    text = page.html(Place("", "")).partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    owners = json.loads(text)["mainEntity"].get("maintainer")
    ids = [f"../../organisaties/{name}/" for name in names]
    found = [one["@id"] for one in owners] if isinstance(owners, list) else owners["@id"] if owners else None
    assert found == (None if number == 0 else ids[0] if number == 1 else ids)


def test_text_of_a_card_cannot_end_the_script_it_stands_in(root: Root) -> None:
    name = "Oud & nieuw ]]> --> 'einde' \\ \u2028"
    root.write_card(a_card(name=name.replace("\u2028", "en"), aliases=["A 3 < 4 > 2"]))
    page = next(page for page in pages(root.load()) if page.address == "methoden/nieuw/")
    script = page.html(Place("", "")).partition('<script type="application/ld+json">')[2]
    inside, _, after = script.partition("</script>")
    assert after.strip() == ""
    assert not set("<>&") & set(inside)
    assert json.loads(inside)["name"] == name.replace("\u2028", "en")
    assert json.loads(inside)["mainEntity"]["alternateName"] == ["A 3 < 4 > 2"]


def test_other_pages_carry_no_data_about_a_card(site: Site) -> None:
    with_data = {address for address, page in site.pages.items() if json_ld_of(page)}
    assert with_data == {page.address for page in site.under("methoden/") if page.address in with_data}
    assert with_data and "methoden/" not in with_data
    assert text_of(site.page("data/").tree.find("body/..//h1")) == "Open data"


# speed


def test_the_check_does_not_load_the_library_that_writes_graphs() -> None:
    """Authors run the check after every change, so it loads only what it needs."""
    import subprocess
    import sys

    code = "import sys, scripts.check; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
    assert logging.getLogger("rdflib")


@pytest.mark.heavy
def test_what_an_earlier_run_wrote_is_taken_over_and_a_changed_word_is_written_anew(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    real = rdf_writer.write_graph
    monkeypatch.setattr(rdf_writer, "write_graph", lambda *arguments: written.append(arguments[1]) or real(*arguments))
    first = dict(vocabulary_files(library, PUBLICATION, KeptWork(tmp_path)))
    assert dict(vocabulary_files(library, PUBLICATION, KeptWork(tmp_path))) == first
    assert sorted(written) == ["json-ld", "turtle"]
    words = library.vocabularies["theme"]
    theme = next(iter(words.terms.values()))
    terms = {**words.terms, theme.id: theme.model_copy(update={"nl": "een ander woord"})}
    changed = replace(library, vocabularies={**library.vocabularies, "theme": words.model_copy(update={"terms": terms})})
    again = dict(vocabulary_files(changed, PUBLICATION, KeptWork(tmp_path)))
    assert again == dict(vocabulary_files(changed, PUBLICATION))
    assert "een ander woord" in again[vocabulary_graph.TURTLE]
