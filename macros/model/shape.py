"""The checks of a record as plain data, so that a browser can run the same checks in the same order.

Made from the schema that pydantic itself checks with. A rule of our own appears in it by name (base.ported);
docs/assets/form/rules.js has the function of that name.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import TypeAdapter

from macros.model.base import Record, Ref
from macros.model.fields import fields_of
from macros.model.own import OwnRef
from macros.model.results import RESULT_KEYS

Rule = dict[str, Any]
"""The check of one value: `is` is the kind of check, `of` the check of what the value contains, the rest are limits."""


def shapes_of(*records: type[Record]) -> dict[str, Rule]:
    """Name of a record → {"fields": checks in the order of the card, "rule": whether it has a rule of its own}, for these
    records and all that they contain. Raises TypeError for a check that rules.js does not have."""
    found: dict[str, Rule] = {}
    for record in records:
        schema = TypeAdapter(record).core_schema
        _ShapeBuilder({inner["ref"]: inner for inner in schema.get("definitions", ())}, found).node(schema)
    return found


def yaml_values(record: Record) -> dict[str, Any]:
    """The values of a checked record as the YAML reader would return them: texts, lists and mappings."""
    return _values_as_text(record.model_dump(mode="json", by_alias=True, exclude_unset=True))


def _values_as_text(value: Any) -> Any:
    if isinstance(value, str):  # nearly every value
        return value
    if isinstance(value, dict):
        return {name: _values_as_text(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_values_as_text(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)


class _ShapeBuilder:
    """Converts a schema of pydantic; there is a method for each kind of schema that our models use."""

    def __init__(self, definitions: dict[str, Any], found: dict[str, Rule]) -> None:
        self.definitions = definitions
        self.found = found

    def node(self, schema: Any) -> Rule:
        kind = schema["type"].replace("-", "_")
        walk: Callable[[Any], Rule] | None = getattr(self, f"_{kind}", None)
        if walk is None:
            raise TypeError(f"the form has no check like {schema['type']}")
        return walk(schema)

    def _definitions(self, schema: Any) -> Rule:
        return self.node(schema["schema"])

    def _definition_ref(self, schema: Any) -> Rule:
        return self.node(self.definitions[schema["schema_ref"]])

    def _model(self, schema: Any) -> Rule:
        return self._record(schema["cls"], schema["schema"], rule=False)

    def _record(self, record: type[Record], fields: Any, *, rule: bool) -> Rule:
        name = record.__name__
        if name not in self.found:
            self.found[name] = {}
            rules = {field.get("validation_alias", key): field["schema"] for key, field in fields["fields"].items()}
            nodes = {node.name: self._field(rules[node.name]) for node in fields_of(record)}
            former = {"former": sorted(record.former_fields)} if record.former_fields else {}
            self.found[name] = {"fields": nodes, "rule": rule, **former}
        return {"is": "record", "of": name}

    def _field(self, schema: Any) -> Rule:
        return {**self.node(schema), "required": schema["type"] != "default"}

    def _default(self, schema: Any) -> Rule:
        return self.node(schema["schema"])

    def _nullable(self, schema: Any) -> Rule:
        return {**self.node(schema["schema"]), "nullable": True}

    def _str(self, schema: Any) -> Rule:
        return {"is": "text", **_limits(schema, "min_length", "max_length")}

    def _int(self, schema: Any) -> Rule:
        return {"is": "int", **_limits(schema, "ge", "le")}

    def _decimal(self, schema: Any) -> Rule:
        return {"is": "decimal", **_limits(schema, "ge", "le")}

    def _bool(self, schema: Any) -> Rule:
        return {"is": "anything"}  # the rule before it accepts only true and false

    def _literal(self, schema: Any) -> Rule:
        return {"is": "word", "words": list(schema["expected"])}

    def _tuple(self, schema: Any) -> Rule:
        (inner,) = schema["items_schema"]
        return {"is": "list", "of": self.node(inner), **_limits(schema, "min_length")}

    def _tagged_union(self, schema: Any) -> Rule:
        kinds = {tag: self.node(inner)["of"] for tag, inner in schema["choices"].items()}
        return {"is": "choice", "kinds": kinds, "keys": RESULT_KEYS}

    def _function_plain(self, schema: Any) -> Rule:
        function = schema["function"]["function"]
        owner = getattr(function, "__self__", None)
        if isinstance(owner, Ref):
            return {"is": "ownReference" if isinstance(owner, OwnRef) else "reference", "kind": owner.kind}
        return {"is": "rule", **_rule_of(function)}

    def _function_before(self, schema: Any) -> Rule:
        return {"is": "before", **_rule_of(schema["function"]["function"]), "of": self.node(schema["schema"])}

    def _defining(self, kind: str, rule: Rule) -> Rule:
        """An id, or a record, that other fields of the same file may name."""
        if rule["is"] == "record":
            self.found[rule["of"]]["defines"] = kind
            return rule
        return {"is": "defines", "kind": kind, "of": rule}

    def _function_after(self, schema: Any) -> Rule:
        inner = schema["schema"]
        if kind := getattr(schema["function"]["function"], "defines", None):
            return self._defining(kind, self.node(inner))
        record = inner
        while record["type"] == "function-after":
            record = record["schema"]
        if record["type"] == "model":  # a rule about the whole record; rules.js names it after the record
            return self._record(record["cls"], record["schema"], rule=True)
        return {"is": "after", **_rule_of(schema["function"]["function"]), "of": self.node(inner)}


def _rule_of(function: Any) -> Rule:
    if isinstance(function, partial) and len(function.keywords) == 1:  # pydantic adds a second limit to a number like this
        ((limit, value),) = function.keywords.items()
        return {"rule": "limit", **_limits({limit: value}, "ge", "le")}
    rule: Rule | None = getattr(function, "ported", None)
    if rule is None:
        raise TypeError(f"{function!r} has no counterpart in docs/assets/form/rules.js")
    return rule


def _limits(schema: Any, *names: str) -> Rule:
    return {name: str(schema[name]) if name in ("ge", "le") else schema[name] for name in names if name in schema}
