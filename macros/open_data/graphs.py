"""RDF graphs as files. Addresses are absolute if the site knows its own address, else relative.

A relative address in Turtle and JSON-LD is resolved against the location of the file, so the files are also right without a
SITE_URL.
"""

import json
from collections.abc import Mapping
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def name_of(short: str) -> URIRef:
    """dcat:Dataset → the full IRI"""
    prefix, _, name = short.partition(":")
    return URIRef(PREFIXES[prefix] + name)


def new_graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, address in PREFIXES.items():
        graph.bind(prefix, address)
    return graph


def describe(graph: Graph, subject: str, kind: str, **values: Any) -> None:
    """Add several statements about one subject. The property dct:title is written dct__title; a value is an IRI, a literal,
    or a list of those."""
    node = URIRef(subject)
    graph.add((node, RDF.type, name_of(kind)))
    for name, value in values.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if one is not None:
                graph.add((node, name_of(name.replace("__", ":")), one if isinstance(one, Node) else URIRef(one)))


def text_literal(text: str, language: str = "nl") -> Any:
    """A text with its language."""
    return Literal(text, lang=language)


def typed_literal(text: str, kind: str | None = None) -> Any:
    """A value with a datatype; without a `kind` a plain string."""
    return Literal(text, datatype=name_of(kind) if kind else None)


def as_turtle(graph: Graph) -> str:
    return str(graph.serialize(format="turtle"))


def as_json_ld(graph: Graph) -> str:
    """With the prefixes, and everything in a fixed order, so that two builds give the same bytes."""
    made: Mapping[str, Any] = json.loads(graph.serialize(format="json-ld", context=PREFIXES, auto_compact=True))
    return json.dumps(_ordered(made), ensure_ascii=False, indent=1) + "\n"


def _ordered(value: Any) -> Any:
    """Sorted, because rdflib returns sets, whose order differs between builds."""
    if isinstance(value, dict):
        return {name: _ordered(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted((_ordered(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value
