"""Check values against a model: returns the record, or every problem at once with its position in the file."""

import re
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.model.base import Ids, Record
from macros.model.data import Keyed
from macros.model.fields import records_at
from macros.validation.details import more_details
from macros.validation.problems import Keys, Problem
from macros.validation.surer import meant_field, surer_code
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
        return any(_hides_studies(other, record) for other in errors)
    if error["type"] == "missing" and _is_misspelt(error, errors, record):
        return True
    if error["type"] == "missing":
        former = [name for found in records_at(record, error["loc"][:-1]) for name in found.former_fields]
        return any(name in error["input"] for name in former)
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _hides_studies(error: ErrorDetails, record: type[Record]) -> bool:
    """Whether because of this error studies of the card are not found by their ids."""
    place = error["loc"]
    if error["type"] == "extra_forbidden" and len(place) == 1:
        return meant_field(str(place[0]), record, ()) == "studies"
    return "studies" in place and (place[-1] in ("id", "studies") or place[-2:-1] == ("studies",))


def _is_misspelt(error: ErrorDetails, errors: list[ErrorDetails], record: type[Record]) -> bool:
    """Whether a field that is missing is there under a name that is much like its own, which is reported already."""
    place, name = error["loc"][:-1], error["loc"][-1]
    unknown = [other["loc"][-1] for other in errors if other["type"] == "extra_forbidden" and other["loc"][:-1] == place]
    return name in {meant_field(str(typed), record, place) for typed in unknown}


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
    code = surer_code(code, error["input"], error["loc"], record)
    location = (*error["loc"], *details.pop("at", ()))
    keys = _keys_in_file(values, location, absent_last=code == "missing")
    if code == "extra_forbidden" and " " in str(keys[-1]) and (text := _cut_text(document, values, keys)):
        return Problem(document.path, document.position(keys), keys[:-1], "comma_in_text", text)
    details = more_details(code, details, keys, record, location)
    is_value = code == "no_space_after_dash"  # which can stand on a line below the name
    position = document.value_position(keys) if is_value else document.position(keys)
    return Problem(document.path, position, keys, code, details)


def _cut_text(document: Document, values: Any, keys: Keys) -> dict[str, Any]:
    """The details of a text in braces that a comma cuts, with a colon in what is behind it; empty if it is something else."""
    for key in keys[:-1]:
        values = values[key]
    names = list(values)
    number = names.index(keys[-1])
    before, rest = values[names[number - 1]], values[keys[-1]]
    if not number or not isinstance(before, str) or not isinstance(rest, str) or not document.is_in_braces(keys[:-1]):
        return {}
    value = f"{keys[-1]}: {rest}"
    return {"field": names[number - 1], "value": value, "whole": f"{before}, {value}"}


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
