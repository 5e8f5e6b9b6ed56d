"""The kinds of JSON files: the members of each below its head, and the schema that follows from them."""

from typing import Any, NamedTuple

from macros.model.base import Record
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.method import Method
from macros.model.results import Amount, Change, Effect, NoneYet, Percentage, Proportion, Score, Tally, Words
from macros.model.sources import Citation
from macros.model.tool import Element, Tool
from macros.open_data.added_schemas import FACET_VALUES, NUMBER_TEXT
from macros.open_data.members import DATE, FLAG, NAMED, TEXT, WHOLE, Schema, Writer, array_of, kinds_below, ref_to, schema_name
from macros.open_data.publication import API, DATA_LICENCE, VERSION

RESULTS = (Proportion, Tally, Percentage, Change, Amount, Score, Effect, Words, NoneYet)
HEAD: dict[str, Schema] = {
    "$schema": {"type": "string", "format": "uri-reference", "description": "this schema"},
    "version": {"const": VERSION},
    "data_license": {"const": DATA_LICENCE},
    "date": {"type": "string", "format": "date", "description": "the day on which ages of statements were counted"},
    "site": {"type": "string", "format": "uri-reference", "description": "root of the site; every `address` is from there"},
}


def _object(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


_STANDING = array_of(TEXT) | {"description": "what always holds, whatever a card says"}
_FACET = _object(
    {
        "id": TEXT,
        "label": TEXT,
        "group": TEXT,
        "subject": TEXT | {"description": "values of facets about one subject stand in one order"},
        "values": array_of(_object({"id": TEXT, "label": TEXT, "count": WHOLE})),
    }
)
_LISTED_METHOD = _object(
    {
        "id": TEXT,
        "name": TEXT,
        "line": TEXT | {"description": "the first sentence of the summary, without markup"},
        "address": TEXT,
        "reviewed": TEXT,
        "facets": FACET_VALUES,
    },
    optional=("reviewed",),
)
TERM_LISTS = ("spellings", "themes")
TERM_VALUES = ("many", "inverse", "shape", "headline", "numerator", "denominator", "covers", "years")
"""Members that only some words of a list have."""
_TERM = _object(
    {
        "id": TEXT,
        "nl": TEXT,
        "en": TEXT,
        "many": TEXT,
        "spellings": array_of(TEXT) | {"description": "how sources write the same word"},
        "inverse": TEXT,
        "shape": TEXT,
        "headline": TEXT,
        "numerator": TEXT | {"description": "of a measure: who is counted"},
        "denominator": TEXT | {"description": "of a measure: out of whom"},
        "themes": array_of(TEXT) | {"description": "themes of which this measure is the answer"},
        "covers": TEXT,
        "years": WHOLE,
        "description": TEXT,
        "address": TEXT,
    },
    optional=(*TERM_VALUES, *TERM_LISTS),
)
_VOCABULARY = _object(
    {
        "id": TEXT,
        "address": TEXT,
        "label": TEXT,
        "label_en": TEXT,
        "description": TEXT,
        "origin": TEXT,
        "origin_urls": array_of(TEXT),
        "complete": FLAG | {"description": "may hold terms that no card uses yet"},
        "closed": FLAG | {"description": "a card cannot add a term"},
        "terms": array_of(_TERM),
    }
)
_ROLE = _object({"method": ref_to("method_name"), "role": TEXT, "note": TEXT}, optional=("note",))
_CLAIM = _object(
    {
        "id": TEXT,
        "address": TEXT,
        "kind": ref_to("label"),
        "subject": _object({"kind": {"enum": ["method", "tool"]}, "id": TEXT, "name": TEXT, "address": TEXT}),
        "text": TEXT,
        "number": NUMBER_TEXT,
        "result": {"oneOf": [ref_to(schema_name(kind)) for kind in RESULTS]},
        "measure": ref_to("term"),
        "direction": ref_to("term"),
        "design": ref_to("term"),
        "study": _object({"id": TEXT, "title": TEXT, "address": TEXT}),
        "who": ref_to("label"),
        "facts": array_of(TEXT),
        "caveat": TEXT,
        "others": array_of(_object({"text": TEXT, "sources": array_of(TEXT)})),
        "sources": array_of(ref_to("citation")),
    },
    optional=("number", "result", "measure", "direction", "design", "study", "who", "caveat"),
)


class FileKind(NamedTuple):
    """A kind of file."""

    title: str
    title_nl: str
    body: dict[str, Schema]
    """Members below the head."""
    records: tuple[type[Record], ...] = ()
    """Records that the file contains; their schemas, and those of all records in them, are part of the schema."""
    optional: tuple[str, ...] = ()
    whole: type[Record] | None = None
    """The record whose members are at the top of the file, beside those of `body`."""


_REFERENCES = {"references": array_of(ref_to("source"))}
KINDS: dict[str, FileKind] = {
    "index": FileKind(
        "Every file of the data",
        "Alle bestanden, met hun schema's",
        {"documents": array_of(_object({"address": TEXT, "schema": TEXT, "title": TEXT}))},
    ),
    "methods": FileKind(
        "All methods with their facets",
        "Alle methoden, met wat u nodig hebt om te kiezen en te filteren",
        {"total": WHOLE, "standing_sentences": _STANDING, "facets": array_of(_FACET), "methods": array_of(_LISTED_METHOD)},
    ),
    "method": FileKind(
        "One method, as on its page",
        "Eén methode: alles wat op de kaart staat",
        {"standing_sentences": _STANDING, **_REFERENCES},
        (Method, Source),
        whole=Method,
    ),
    "moved": FileKind(
        "What stands at the place of a method that has another id now, or was taken away",
        "Wat op de plek staat van een methode die een ander id kreeg of is weggehaald",
        {
            "id": TEXT,
            "moved_to": ref_to("method_name"),
            "data": TEXT | {"description": "address of the file of the method it became"},
            "name": TEXT,
            "removed": DATE,
            "reason": TEXT,
        },
        optional=("moved_to", "data", "name", "removed", "reason"),
    ),
    "organisations": FileKind(
        "All organisations", "Alle organisaties", {"organisations": array_of(ref_to("organisation"))}, (Organisation,)
    ),
    "organisation": FileKind(
        "One organisation and what it does",
        "Eén organisatie en wat die in welke methode doet",
        {"roles": array_of(_ROLE)},
        (Organisation,),
        whole=Organisation,
    ),
    "sources": FileKind(
        "All sources, with the names of CSL",
        "Alle bronnen, met de veldnamen van CSL",
        {"sources": array_of(ref_to("source"))},
        (Source,),
    ),
    "vocabularies": FileKind(
        "All vocabularies", "Alle woordenlijsten, Nederlands en Engels", {"vocabularies": array_of(_VOCABULARY)}
    ),
    "claims": FileKind(
        "Claims about results, reach, costs and recognition, so many at a time",
        "Wat bronnen zeggen over resultaten, bereik, kosten en erkenning; als dat veel is, wijst next naar het volgende bestand",
        {
            "total": WHOLE,
            "page": WHOLE,
            "pages": WHOLE,
            "next": TEXT | {"description": "address of the next file; left out of the last"},
            "claims": array_of(_CLAIM),
            **_REFERENCES,
        },
        (*RESULTS, Citation, Source),
        optional=("next",),
    ),
    "elements": FileKind(
        "All active elements",
        "Alle werkzame elementen",
        {"elements": array_of(ref_to("element")), **_REFERENCES},
        (Element, Source),
    ),
    "tools": FileKind(
        "All ways of working", "Alle werkvormen", {"tools": array_of(ref_to("tool")), **_REFERENCES}, (Tool, Source)
    ),
    "base_rates": FileKind(
        "What happens anyway: national figures beside results",
        "Wat er landelijk gebeurt, als achtergrond bij resultaten",
        {"base_rates": array_of(ref_to("base_rate")), **_REFERENCES},
        (BaseRate, Source),
    ),
    "guidelines": FileKind(
        "National guidelines and the methods that they name; no recognitions",
        "Landelijke richtlijnen en de methoden die erin staan; geen erkenningen",
        {"guidelines": array_of(ref_to("guideline")), **_REFERENCES},
        (Guideline, Source),
    ),
    "helplines": FileKind(
        "Where a family can go besides a method",
        "Waar een gezin terechtkan naast een methode",
        {"helplines": array_of(ref_to("helpline")), **_REFERENCES},
        (Helpline, Source),
    ),
    "scales": FileKind(
        "The scales of rating bodies", "De schalen van beoordelende instanties", {"scales": array_of(ref_to("scale"))}, (Scale,)
    ),
}
"""Name of the schema → kind of file."""
PER_ID = {"method": "methods", "moved": "methods", "organisation": "organisations"}
"""Kinds with a file for each record → their folder."""


def schema_path(kind: str) -> str:
    return f"{API}schema/{kind}.json"


def file_schema(name: str, writer: Writer) -> dict[str, Any]:
    """The complete JSON Schema of a kind of file."""
    kind = KINDS[name]
    below = [inner for record in kind.records for inner in kinds_below(record)]
    described = {schema_name(record): writer.schema(record) for record in below} | NAMED
    body = HEAD | kind.body
    required = [member for member in body if member not in kind.optional]
    if kind.whole:
        whole = described.pop(schema_name(kind.whole))
        body |= whole["properties"]
        required += whole["required"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.title,
        "type": "object",
        "properties": body,
        "required": required,
        "additionalProperties": False,
        "$defs": _used(body, described),
    }


def _used(body: Any, described: dict[str, Schema]) -> dict[str, Schema]:
    """The schemas that the body refers to, directly or through others."""
    found: dict[str, Schema] = {}
    todo = list(_references(body))
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = described[name]
            todo += _references(described[name])
    return dict(sorted(found.items()))


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"].removeprefix("#/$defs/")] if isinstance(value.get("$ref"), str) else []
        return own + [name for inner in value.values() for name in _references(inner)]
    return [name for inner in value for name in _references(inner)] if isinstance(value, list) else []
