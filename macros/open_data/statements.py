"""RDF as a plain list of statements, without a library."""

from typing import Any, NamedTuple

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Literal(NamedTuple):
    """A text or a value."""

    text: str
    language: str | None
    kind: str | None
    """Its datatype, short: xsd:date"""


Statement = tuple[str, str, str | Literal]
"""IRI of the subject, property (short), IRI of the object or a literal."""
Statements = list[Statement]
TYPE = "rdf:type"


def describe(graph: Statements, subject: str, kind: str, **values: Any) -> None:
    """Add several statements about one subject. The property dct:title is written dct__title; a value is an IRI, a literal,
    or a list of those."""
    graph.append((subject, TYPE, kind))
    for name, value in values.items():
        for one in value if isinstance(value, list) else (value,):
            if one is not None:
                graph.append((subject, name.replace("__", ":"), one))


def text_literal(text: str, language: str = "nl") -> Literal:
    """A text with its language."""
    return Literal(text, language, None)


def typed_literal(text: str, kind: str | None = None) -> Literal:
    """A value with a datatype; without a `kind` a plain string."""
    return Literal(text, None, kind)
