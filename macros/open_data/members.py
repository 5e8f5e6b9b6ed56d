"""The members of a record in the published JSON: the fields of the card format, and values that we compute.

The values and the schema are made from one list of members, so they cannot differ. A field that a card leaves empty is
left out; `gaps` gives the reason, if it is known.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.age import Age
from macros.model.base import Date, Record
from macros.model.fields import FieldNode, fields_of

Schema = Mapping[str, Any]
Plain = Callable[[Any], Any]
"""Value of a record → plain value; None leaves the member out."""


class Added(NamedTuple):
    """A member that is not a field of the card."""

    name: str
    schema: Schema
    value: Callable[[Any, Library], Any]
    """Record, library → plain value, a record to write or a tuple of either. None leaves the member out, unless it stands
    `first`: then it is null."""
    required: bool = True
    first: bool = False
    """Whether it stands before the fields."""


def ref_to(name: str) -> Schema:
    """A reference to a schema in `$defs` of the same file."""
    return {"$ref": f"#/$defs/{name}"}


def array_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$", "description": "a day, a month or a year"}
AGE: Schema = {
    "type": "object",
    "properties": {"number": WHOLE, "unit": {"enum": ["years", "months", "weeks"]}},
    "required": ["number", "unit"],
    "additionalProperties": False,
    "description": "weeks are weeks of pregnancy; months below zero are before birth; of a school year the usual age. "
    "`to` is the first age outside the range, also where the card writes the last one inside it, in `through`",
}


def json_number(value: Decimal) -> int | float:
    """A decimal as a number of JSON."""
    return int(value) if value == value.to_integral_value() and value.as_tuple().exponent >= 0 else float(value)


def plain_term(term: Any) -> dict[str, str]:
    return {"id": term.id, "nl": term.nl, "en": term.en}


def plain_age(age: Age | None) -> dict[str, Any] | None:
    return {"number": age.number, "unit": age.unit} if age else None


def plain_named(record: Any) -> dict[str, str]:
    return {"id": record.id, "name": record.name}


def _plain_element(element: Any) -> dict[str, str]:
    return {"id": element.id, "name": element.name, "name_en": element.name_en}


_PLAIN_TYPES: dict[Any, tuple[Schema, Plain | None]] = {
    str: (TEXT, None),
    int: (WHOLE, None),
    bool: (FLAG, None),
    Decimal: (NUMBER, json_number),
    Date: (DATE, str),
    Age: (AGE, plain_age),
}
_REFERENCE_TYPES: dict[str, tuple[str, Plain]] = {
    "organisation": ("organisation_name", plain_named),
    "element": ("element_name", _plain_element),
    "tool": ("tool_name", plain_named),
}

NAMED: dict[str, Schema] = {
    name: {
        "type": "object",
        "properties": dict.fromkeys(members, TEXT),
        "required": list(members),
        "additionalProperties": False,
    }
    for name, members in {
        "term": ("id", "nl", "en"),
        "label": ("id", "nl"),
        "organisation_name": ("id", "name"),
        "method_name": ("id", "name"),
        "element_name": ("id", "name", "name_en"),
        "tool_name": ("id", "name"),
    }.items()
}
"""Schemas of the short forms in which one record names another."""


class _RecordWriter(NamedTuple):
    """How one kind of record is written. One `attrgetter` reads all fields at once: with a getattr for each field the JSON of
    the methods takes an eighth longer."""

    before: tuple[tuple[str, Callable[[Any, Library], Any]], ...]
    fields: Callable[[Any], tuple[Any, ...]]
    parts: tuple[tuple[str, Plain | None], ...]
    """Name and conversion of each field."""
    after: tuple[tuple[str, Callable[[Any, Library], Any]], ...]


class Writer:
    """Writes records as plain values, with every id resolved; remembers which sources were cited meanwhile."""

    def __init__(self, library: Library, added: Mapping[type[Record], tuple[Added, ...]]) -> None:
        self.library = library
        self.cited: dict[str, Any] = {}
        """Sources by id, in the order in which they were cited since the last call of `references`."""
        self._added = added
        self._writers: dict[type, _RecordWriter] = {}

    def __call__(self, record: Any) -> dict[str, Any]:
        """One record."""
        writer = self._writers.get(type(record)) or self._record_writer(type(record))
        values = {}
        for name, work_out in writer.before:
            values[name] = self._plain_value(work_out(record, self.library))
        for (name, plain), value in zip(writer.parts, writer.fields(record), strict=True):
            if value is None or (plain is not None and (value := plain(value)) is None):
                continue
            values[name] = value
        for name, work_out in writer.after:
            value = work_out(record, self.library)
            if value is not None:
                values[name] = self._plain_value(value)
        return values

    def _plain_value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return [self._plain_value(one) for one in value]
        return self(value) if isinstance(value, Record) else value

    def schema(self, kind: type[Record]) -> Schema:
        """The schema of one kind of record; records in it are references to `$defs`."""
        added = self._added.get(kind, ())
        fields = [(node, self._kind_of(node)[0]) for node in fields_of(kind)]
        members = {
            **{one.name: one.schema for one in added if one.first},
            **{node.name: array_of(schema) if node.many else schema for node, schema in fields},
            **{one.name: one.schema for one in added if not one.first},
        }
        required = [one.name for one in added if one.required]
        required += [node.name for node, _ in fields if node.required or node.origin is bool]
        return {
            "type": "object",
            "properties": members,
            "required": [name for name in members if name in required],
            "additionalProperties": False,
        }

    def cite(self, source: Any) -> str:
        """The id of a source, which is added to the references."""
        self.cited.setdefault(source.id, source)
        return str(source.id)

    def references(self) -> list[dict[str, Any]]:
        """The full records of the sources that were cited since the previous call."""
        cited = [self(source) for source in self.cited.values()]
        self.cited.clear()
        return cited

    def _record_writer(self, kind: type[Record]) -> _RecordWriter:
        added, nodes = self._added.get(kind, ()), fields_of(kind)
        # `from` is a keyword of Python, so the attribute is called from_
        attributes = [node.name if node.name in kind.model_fields else f"{node.name}_" for node in nodes]
        found = self._writers[kind] = _RecordWriter(
            before=tuple((one.name, one.value) for one in added if one.first),
            fields=attrgetter(*attributes) if len(attributes) > 1 else lambda record: (getattr(record, attributes[0]),),
            parts=tuple((node.name, self._plain(node)) for node in nodes),
            after=tuple((one.name, one.value) for one in added if not one.first),
        )
        return found

    def _plain(self, node: FieldNode) -> Plain | None:
        plain = self._kind_of(node)[1]
        if not node.many:
            return plain
        if plain is None:
            return lambda values: list(values) or None
        return lambda values: [plain(value) for value in values] or None

    def _kind_of(self, node: FieldNode) -> tuple[Schema, Plain | None]:
        if node.own:
            return TEXT, lambda record: record.id
        if node.reference in (None, "field"):
            if not node.records:
                return _PLAIN_TYPES[node.origin]
            names = [schema_name(kind) for kind in node.records]
            return (ref_to(names[0]) if len(names) == 1 else {"oneOf": [ref_to(name) for name in names]}), self
        if node.reference == "method":
            return ref_to("method_name"), lambda method_id: plain_named(self.library.methods[method_id])
        if node.reference == "source":
            return TEXT, self.cite
        name, plain = _REFERENCE_TYPES.get(node.reference, ("term", plain_term))
        return ref_to(name), plain


def schema_name(kind: type[Record]) -> str:
    """UsedElement → used_element"""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).lstrip("_")


def kinds_below(kind: type[Record]) -> list[type[Record]]:
    """A kind of record and all kinds that it contains, each once."""
    found: dict[type[Record], None] = {kind: None}
    todo = [kind]
    while todo:
        inner = [below for node in fields_of(todo.pop()) if node.reference is None for below in node.records]
        todo += [below for below in inner if below not in found]
        found |= dict.fromkeys(inner)
    return list(found)
