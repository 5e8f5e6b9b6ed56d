"""What an editor says under a value that its schema refuses: the sentences of the check, in Dutch.

`errorMessage` and `patternErrorMessage` are no part of JSON Schema; the YAML server of editors shows them. What it has no
place for (how many are missing, which name is no field) it says in its own words.
"""

from typing import Any

from macros.model.schema import SAYS
from macros.validation.explain import MOST_CHOICES, message, remedy

_LISTED = "kies uit: {choices}"
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


def add_messages(schema: Any) -> Any:
    """The same schema, in which every value that is no record says what may stand there."""
    if isinstance(schema, list):
        return [add_messages(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: add_messages(inner) for key, inner in schema.items() if key != SAYS} | _messages_of(schema)


def _messages_of(schema: dict[str, Any]) -> dict[str, str]:
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


def _choice_message(schema: dict[str, Any]) -> str:
    """The words with their Dutch name where few are possible; else where they stand."""
    words = schema["enum"]
    if len(words) > MOST_CHOICES and "description" in schema:
        return schema["description"]
    names = [text.partition(":")[0] for text in schema.get("enumDescriptions", [""] * len(words))]
    shown = [f"{word} ({name})" if name else word for word, name in zip(words, names, strict=True)]
    return _LISTED.format(choices=", ".join(shown))
