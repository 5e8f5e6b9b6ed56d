"""What an editor says under a value that its schema refuses: in Dutch, and where the check says it too, in the same words.

`errorMessage`, `patternErrorMessage` and `defaultSnippets` are no part of JSON Schema; the YAML server of editors knows them.
What it has no place for, such as that a text is too long, it says in its own words.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from macros.model.schema import DEFINITIONS, SAYS
from macros.validation.explain import MANY_CHOICES, MOST_CHOICES, message, remedy

_LISTED = "kies uit: {choices}"
_FIELDS = "hier horen velden: kies uit {fields}"
_MISSING = "hier ontbreekt {name} ({title})"
_NEEDED = "alle velden die hier nodig zijn"
_BY_PATTERN = {
    r"\S": "empty",
    "(true|false)": "bad_flag",
    "https?": "bad_url",
    " ?mo": "bad_age",
    "[0-9]{4}(-": "bad_date",
    "a-z0-9": "bad_id",
    "[0-9]{2})": "bad_amount",
    r"\.": "decimal_parsing",
    "0-9": "int_parsing",
}
"""Part of a pattern → the code of the sentence about it; the first that is in it."""
Schema = dict[str, Any]


def with_messages(schema: Schema) -> Schema:
    """The same schema, in which every value says what may stand there, and every record which fields."""
    told: Schema = _told(schema, schema["$defs"])
    return told


def _told(schema: Any, definitions: Mapping[str, Schema]) -> Any:
    if isinstance(schema, list):
        return [_told(inner, definitions) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _told(inner, definitions) for key, inner in schema.items() if key != SAYS}
    if "properties" in schema and "additionalProperties" in schema:
        return _record(told, schema, definitions)
    return told | _messages_of(schema)


def _record(told: Schema, schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Each missing field has a message of its own, which a list of names has no place for; and all of them are offered."""
    fields, needed = schema["properties"], schema.get("required", [])
    shown = ", ".join(fields) if len(fields) <= MOST_CHOICES else MANY_CHOICES
    told = {key: inner for key, inner in told.items() if key != "required"} | {"errorMessage": _FIELDS.format(fields=shown)}
    if not needed:
        return told
    titles = {name: fields[name].get("title", name) for name in needed}
    missing = [{"required": [name], "errorMessage": _MISSING.format(name=name, title=title)} for name, title in titles.items()]
    snippet = {"label": _NEEDED, "body": _skeleton(schema, definitions, count(1))}
    return told | {"allOf": missing, "defaultSnippets": [snippet]}


def _skeleton(schema: Schema, definitions: Mapping[str, Schema], places: Iterator[int]) -> Any:
    """What must be written here, with a place to fill in for each value."""
    schema = definitions.get(schema.get("$ref", "").removeprefix(DEFINITIONS), schema)
    if schema.get("type") == "array":
        return [_skeleton(schema["items"], definitions, places)]
    if needed := schema.get("required", ()):
        return {name: _skeleton(schema["properties"][name], definitions, places) for name in needed}
    return f"${next(places)}"


def _messages_of(schema: Schema) -> dict[str, str]:
    if code := schema.get(SAYS):
        return {"errorMessage": _sentence(code)}
    if isinstance(schema.get("enum"), list):
        return {"errorMessage": _choice_message(schema)}
    if isinstance(pattern := schema.get("pattern"), str):
        code = next(code for part, code in _BY_PATTERN.items() if part in pattern)
        return {"patternErrorMessage": _sentence(code), "errorMessage": _sentence("string_type" if code == "empty" else code)}
    if schema.get("type") == "array":
        return {"errorMessage": _sentence("tuple_type")}
    return {}


def _sentence(code: str) -> str:
    """What to do, of a sentence that quotes what was typed: an editor cannot; else what is wrong too."""
    details = {"choices": ()}
    try:
        return f"{message(code, details)}: {remedy(code, details)}"
    except KeyError:
        return remedy(code, details)


def _choice_message(schema: Schema) -> str:
    """The words with their Dutch name where few are possible; else where they stand."""
    words = schema["enum"]
    if len(words) > MOST_CHOICES and "description" in schema:
        return str(schema["description"])
    names = [text.partition(":")[0] for text in schema.get("enumDescriptions", [""] * len(words))]
    shown = [f"{word} ({name})" if name else word for word, name in zip(words, names, strict=True)]
    return _LISTED.format(choices=", ".join(shown))
