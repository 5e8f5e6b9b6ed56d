"""RDF graphs as files. Addresses are absolute if the site knows its own address, else relative.

A relative address in Turtle and JSON-LD is resolved against the location of the file, so the files are also right without a
SITE_URL. A graph is a plain list of statements; the library that writes it is slow, so what it wrote is kept.
"""

import orjson

from macros.kept import KeptWork, key_of
from macros.open_data.statements import Statements


def as_turtle(graph: Statements, kept: KeptWork) -> str:
    return _written(graph, kept, "turtle")


def as_json_ld(graph: Statements, kept: KeptWork) -> str:
    """With the prefixes, and everything in a fixed order, so that two builds give the same bytes."""
    return _written(graph, kept, "json-ld")


def _written(graph: Statements, kept: KeptWork, form: str) -> str:
    def write() -> bytes:
        from macros.open_data.rdf_writer import write_graph  # a tenth of a second, for what is kept most of the time

        return write_graph(graph, form).encode()

    return kept.once(key_of(form, orjson.dumps(graph, default=list)), write).decode()
