"""Check values against a model: returns the record, or every problem at once with its position in the file."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.model.base import Ids, Record
from macros.model.data import Keyed
from macros.model.fields import choices_at, fields_of, records_at
from macros.model.names import folded_name
from macros.validation.explain import suggested
from macros.validation.problems import Keys, Problem
from macros.validation.yaml_reader import Document


def check_values(document: Document, values: Any, record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
    """The checked record and no problems, or None and all problems."""
    return _validate(document, values, _adapter(record), record, ids)


def check_keyed(document: Document, values: Any, record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
    """The same for a mapping from id to record."""
    return _validate(document, values, _keyed_adapter(record), record, ids)


@cache
def _adapter(record: type[Record]) -> TypeAdapter[Any]:
    return TypeAdapter(record)


@cache
def _keyed_adapter(record: type[Record]) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[dict[str, record], Keyed])


def _validate(
    document: Document, values: Any, adapter: TypeAdapter[Any], record: type[Record], ids: Ids
) -> tuple[Any, list[Problem]]:
    ids.own.clear()
    try:
        return adapter.validate_python(values, context=ids), []
    except ValidationError as error:
        found = error.errors(include_url=False)
        errors = [details for details in found if not _is_aftermath(details, found, record)]
        problems = [_make_problem(document, values, details, record) for details in errors]
        return None, [*_first_former(problems), *(problem for problem in problems if problem.code != FORMER)]


FORMER = "former_field"


def _first_former(problems: list[Problem]) -> list[Problem]:
    """One problem for all that a card still has in an earlier form, because one command carries all of it over."""
    return [problem for problem in problems if problem.code == FORMER][:1]


def _is_aftermath(error: ErrorDetails, errors: list[ErrorDetails], record: type[Record]) -> bool:
    """Whether the error only follows from others. A study without a right id is not found by its results. What a record in an
    earlier form lacks is not its mistake. And pydantic counts the valid items of a list, so a list that is long enough but has
    invalid items is reported as too short as well."""
    if error["type"] == "unknown_own_id":
        return any(
            "studies" in other["loc"] and (other["loc"][-1] in ("id", "studies") or other["loc"][-2:-1] == ("studies",))
            for other in errors
        )
    if error["type"] == "missing" and _is_misspelt(error, errors, record):
        return True
    if error["type"] == "missing":
        former = [name for found in records_at(record, error["loc"][:-1]) for name in found.former_fields]
        return any(name in error["input"] for name in former)
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _is_misspelt(error: ErrorDetails, errors: list[ErrorDetails], record: type[Record]) -> bool:
    """Whether a field that is missing is there under a name that is much like its own, which is reported already."""
    place, name = error["loc"][:-1], error["loc"][-1]
    unknown = [other["loc"][-1] for other in errors if other["type"] == "extra_forbidden" and other["loc"][:-1] == place]
    return name in {meant_field(str(typed), record, place) for typed in unknown}


def meant_field(typed: str, record: type[Record], place: Keys) -> str:
    """The field that was meant by a name: the one with that title, or one much like it; empty if there is none."""
    nodes = [node for found in records_at(record, place) for node in fields_of(found)]
    titled = {node.name for node in nodes if folded_name(node.title) == folded_name(typed)}
    return titled.pop() if len(titled) == 1 else suggested(typed, [node.name for node in nodes])


def _is_former(error: ErrorDetails, record: type[Record]) -> bool:
    """Whether an unknown field belongs to an earlier form of the card."""
    return error["type"] == "extra_forbidden" and any(
        error["loc"][-1] in found.former_fields for found in records_at(record, error["loc"][:-1])
    )


def _make_problem(document: Document, values: Any, error: ErrorDetails, record: type[Record]) -> Problem:
    details = {"input": error["input"], **error.get("ctx", {})}
    code = "empty" if error["input"] is None else error["type"]
    if code == "tuple_type" and re.match(r"-[^\W\d]", str(error["input"])):
        code = "no_space_after_dash"  # without the space YAML takes the dash for a part of the text
    if _is_former(error, record):
        code, details = FORMER, {"value": error["loc"][-1]}
    location = (*error["loc"], *details.pop("at", ()))
    keys = _keys_in_file(values, location, absent_last=code == "missing")
    if more := _MORE_DETAILS.get(code):
        details |= more(details, keys, record, location)
    return Problem(document.path, document.position(keys), keys, code, details)


def _on_unknown_field(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    meant = meant_field(str(keys[-1]), record, location[:-1])
    return {"value": keys[-1], "choices": choices_at(record, location[:-1]), **({"meant": meant} if meant else {})}


def _on_wrong_shape(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"choices": choices_at(record, location)}


def _on_unknown_word(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"choices": re.findall(r"'([^']+)'", details["expected"])}  # pydantic gives the choices only as a sentence


def _on_long_text(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    length = len(details["input"].strip())
    return {"length": length, "over": length - details["max_length"]}


def _on_short_list(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"actual_length": len(details["input"])}  # pydantic counts only the valid items


def _on_wrong_percent(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"right": f"{100 * details['count'] / details['of']:.2f}"}


_MORE_DETAILS: dict[str, Callable[[dict[str, Any], Keys, type[Record], Keys], dict[str, Any]]] = {
    "extra_forbidden": _on_unknown_field,
    "model_type": _on_wrong_shape,
    "tuple_type": _on_wrong_shape,
    "literal_error": _on_unknown_word,
    "string_too_long": _on_long_text,
    "too_short": _on_short_list,
    "percent_disagrees": _on_wrong_percent,
}
"""Code of an error → the function that adds the details for its sentence that pydantic does not give."""


def _keys_in_file(values: Any, location: tuple[int | str, ...], *, absent_last: bool) -> Keys:
    """The path as it is in the file, without the tags of kinds that pydantic adds to it."""
    keys: list[int | str] = []
    for index, part in enumerate(location):
        if isinstance(values, dict) and part not in values:
            if absent_last and index == len(location) - 1:
                keys.append(part)
            continue
        if isinstance(values, dict | list):
            values = values[part]
            keys.append(part)
    return tuple(keys)
