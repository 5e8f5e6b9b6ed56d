"""Check values against a model: the record, or every problem at once with its place in the file."""

import re
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .model.base import Id, Ids, Record
from .model.data import Keyed
from .model.fields import choices_at
from .problems import Keys, Problem
from .reading import Document


def check_values(document: Document, values: Any, record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
    """The checked record and no problems, or None and all problems."""
    return _checked(document, values, _plain(record), record, ids)


def check_keyed(document: Document, values: Any, record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
    """The same for a mapping from id to record."""
    return _checked(document, values, _keyed(record), record, ids)


@cache
def _plain(record: type[Record]) -> TypeAdapter[Any]:
    return TypeAdapter(record)


@cache
def _keyed(record: type[Record]) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[dict[Id, record], Keyed])


def _checked(document: Document, values: Any, adapter: TypeAdapter[Any], record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
    try:
        return adapter.validate_python(values, context=ids), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [_problem(document, values, details, record) for details in errors if not _is_aftermath(details)]


def _is_aftermath(error: ErrorDetails) -> bool:
    """pydantic counts only the good items of a list; a full list of bad ones is not also too short."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _problem(document: Document, values: Any, error: ErrorDetails, record: type[Record]) -> Problem:
    code = error["type"]
    keys = _written_keys(values, error["loc"], absent_last=code == "missing")
    details = {**error.get("ctx", {}), "input": error.get("input")}
    if code == "extra_forbidden":
        details |= {"value": keys[-1], "choices": choices_at(record, error["loc"][:-1])}
    elif code == "literal_error":
        details["choices"] = re.findall(r"'([^']+)'", str(details["expected"]))
    elif code == "string_too_long":
        details["length"] = len(error["input"])
        details["over"] = details["length"] - details["max_length"]
    elif code == "percent_disagrees":
        details["right"] = f"{100 * details['count'] / details['of']:.2f}"
    return Problem(document.path, document.position(keys), keys, code, details)


def _written_keys(values: Any, location: tuple[int | str, ...], *, absent_last: bool) -> Keys:
    """The keys as they stand in the file: pydantic also names the kind of a choice and marks a key."""
    keys: list[int | str] = []
    for index, part in enumerate(location):
        if isinstance(values, dict) and part not in values:
            if absent_last and index == len(location) - 1:
                keys.append(part)
            continue
        if isinstance(values, dict | list) and part != "[key]":
            values = values[part]
            keys.append(part)
    return tuple(keys)
