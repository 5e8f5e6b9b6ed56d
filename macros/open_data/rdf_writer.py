"""Statements → Turtle or JSON-LD. The only module that knows rdflib."""

import json
from collections.abc import Mapping
from typing import Any

from rdflib import RDF, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from macros.open_data.statements import PREFIXES, TYPE, Literal, Statements


def write_graph(statements: Statements, form: str) -> str:
    """The text of a graph; `form` is turtle or json-ld."""
    graph = Graph(bind_namespaces="none")
    for prefix, address in PREFIXES.items():
        graph.bind(prefix, address)
    for subject, name, value in statements:
        is_type = name == TYPE
        graph.add((URIRef(subject), RDF.type if is_type else _iri_of(name), _iri_of(value) if is_type else _node_of(value)))
    return str(graph.serialize(format=form)) if form == "turtle" else _json_ld(graph)


def _node_of(value: str | Literal) -> Node:
    if isinstance(value, Literal):
        return RdfLiteral(value.text, lang=value.language, datatype=_iri_of(value.kind) if value.kind else None)
    return URIRef(value)


def _iri_of(short: str) -> URIRef:
    """dcat:Dataset → the full IRI"""
    prefix, _, name = short.partition(":")
    return URIRef(PREFIXES[prefix] + name)


def _json_ld(graph: Graph) -> str:
    made: Mapping[str, Any] = json.loads(graph.serialize(format="json-ld", context=PREFIXES, auto_compact=True))
    return json.dumps(_ordered(made), ensure_ascii=False, indent=1) + "\n"


def _ordered(value: Any) -> Any:
    """Sorted, because rdflib returns sets, whose order differs between builds."""
    if isinstance(value, dict):
        return {name: _ordered(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted((_ordered(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value
