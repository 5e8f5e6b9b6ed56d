"""The JSON Schema with which an editor completes, explains and underlines while somebody types YAML.

It is made from the model, and covers what a schema can express: fields, what is required, terms, lengths, spellings. The
check covers the rest. Editors read `2019` as a number and `true` as a boolean where the check sees text, so the schema
allows both. An empty field is underlined even where the check accepts it, because an author who leaves a field empty
meant to fill it in. Of a result that was begun only what its own kind needs is missing: its leading key decides, as in the
check.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter

from macros.model.base import ID_PATTERN, NOT_WRITTEN, Record
from macros.model.data_files import file_of
from macros.model.results import LED_BY, Proportion, Tally

ChoiceTexts = Mapping[str, Mapping[str, str]]
"""Kind of reference → id that may be written → its explanation."""
_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the common editors support completely."""
DEFINITIONS = "#/$defs/"
SAYS = "x-says"
"""Beside a condition: the code of the sentence for what does not meet it."""


def editor_schema(record: type[Record], title: str, choices: ChoiceTexts) -> dict[str, Any]:
    """The schema of a file that is one record."""
    return _whole(TypeAdapter(record).json_schema(by_alias=True), title, choices)


def editor_schema_by_id(record: type[Record], title: str, choices: ChoiceTexts) -> dict[str, Any]:
    """The schema of a file that maps ids to records."""
    schema = TypeAdapter(dict[str, record]).json_schema(by_alias=True)
    return _whole(schema | {"propertyNames": {"pattern": f"^{ID_PATTERN.pattern}$"}, "minProperties": 1}, title, choices)


def _whole(schema: dict[str, Any], title: str, choices: ChoiceTexts) -> dict[str, Any]:
    kinds: set[str] = set()
    definitions = {name: _editor_node(inner, kinds) for name, inner in schema.pop("$defs", {}).items()}
    for inner in definitions.values():
        _remove_keys(inner, "title", "description")  # class names and docstrings are for programmers
    whole = {"$schema": _DRAFT, **_editor_node(schema, kinds), "title": title}
    _name_definitions(definitions, (*definitions.values(), whole))
    if (begun := definitions.get(Tally.__name__)) is not None:
        begun["properties"]["of"] = {"$ref": _part_of(Proportion, "of")}  # a count can still become one of a total
    _remove_keys(whole, "description")
    definitions |= {_definition_name(kind): _choice_schema(kind, choices[kind]) for kind in sorted(kinds)}
    return whole | {"$defs": definitions}


def _name_definitions(definitions: dict[str, Any], records: Iterable[dict[str, Any]]) -> None:
    """Give each record the title of the first field that holds it: editors show it when they offer the record as a whole."""
    for record in records:
        for field in record.get("properties", {}).values():
            name = field.get("items", field).get("$ref", "").removeprefix(DEFINITIONS)
            if name in definitions and "title" in field:
                definitions[name].setdefault("title", field["title"])
    for (*_, key), kind in LED_BY[1:]:
        if kind.__name__ in definitions:
            definitions[kind.__name__]["title"] = definitions[kind.__name__]["properties"][key]["title"]
    if Proportion.__name__ in definitions:
        titles = (definitions[Proportion.__name__]["properties"][key]["title"] for key in LED_BY[0][0])
        definitions[Proportion.__name__]["title"] = ", ".join(titles)


def _remove_keys(schema: dict[str, Any], *keys: str) -> None:
    for key in keys:
        schema.pop(key, None)


def _editor_node(schema: Any, kinds: set[str]) -> Any:
    """A schema as editors need it; adds the kinds that it refers to to `kinds`."""
    if isinstance(schema, list):
        return [_editor_node(inner, kinds) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    schema = _without_none({key: inner for key, inner in schema.items() if key != "default"})
    if kind := schema.pop("x-reference", None):
        kinds.add(kind)
        _remove_keys(schema, "type", "pattern")
        return {"$ref": DEFINITIONS + _definition_name(kind), **schema}
    if schema.get("type") == "boolean":
        schema |= {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
    elif schema.get("type") == "string" and not {"enum", "format"} & set(schema):
        schema = {"pattern": r"\S"} | schema | {"type": ["string", "number", "boolean"]}
    if schema.pop("oneOf", None):  # only a result is one of several records
        return schema | _result_by_its_key()
    if "properties" in schema:
        return _editor_record(schema, kinds)
    return {key: _editor_node(inner, kinds) if key in _INNER else inner for key, inner in schema.items()}


_INNER = {"anyOf", "items", "additionalProperties"}


def _without_none(schema: dict[str, Any]) -> dict[str, Any]:
    others = [inner for inner in schema.get("anyOf", ()) if inner != {"type": "null"}]
    if len(others) != 1:
        return schema
    return {**others[0], **{key: inner for key, inner in schema.items() if key != "anyOf"}}


def _result_by_its_key() -> dict[str, Any]:
    """The kinds of results, tried in the order of the check; without any leading key one of those is asked for."""
    keys = {key: {"$ref": _part_of(kind, key)} for (*_, key), kind in LED_BY[1:]}
    begin = {"required": [next(iter(keys))], SAYS: "result_kind"}
    schema: dict[str, Any] = {"type": "object", "properties": keys, "allOf": [begin]}
    for names, kind in reversed(LED_BY):
        condition = {"type": "object", "required": list(names)}
        schema = {"if": condition, "then": {"$ref": DEFINITIONS + kind.__name__}, "else": schema}
    return schema


def _part_of(record: type[Record], field: str) -> str:
    return f"{DEFINITIONS}{record.__name__}/properties/{field}"


def _editor_record(schema: dict[str, Any], kinds: set[str]) -> dict[str, Any]:
    written = {name: inner for name, inner in schema["properties"].items() if not NOT_WRITTEN.items() <= inner.items()}
    required = [name for name in schema.get("required", ()) if name in written]
    properties = {name: _editor_node(inner, kinds) for name, inner in written.items()}
    rest = {key: inner for key, inner in schema.items() if key != "required"}
    return rest | {"properties": properties} | ({"required": required} if required else {})


def _definition_name(kind: str) -> str:
    return f"id-{kind.replace('/', '-')}"


def _choice_schema(kind: str, choices: Mapping[str, str]) -> dict[str, Any]:
    choice: dict[str, Any] = {"type": "string", "enum": list(choices)}
    if kind not in ("method", "field"):
        choice["description"] = f"Kies uit `{file_of(kind)}`."
    return choice | ({"enumDescriptions": list(choices.values())} if any(choices.values()) else {})
