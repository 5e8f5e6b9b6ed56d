"""Check values against a model: returns the record, or every problem at once with its position in the file."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.model.base import ID_PATTERN, Ids, Record
from macros.model.data import Keyed
from macros.model.fields import choices_at, fields_of, records_at, tag_of
from macros.model.format_words import LABELS
from macros.model.names import folded_name, hard_space_in
from macros.model.results import RESULT_KEYS, Proportion, Tally
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
        if any(
            other["type"] == "extra_forbidden" and meant_field(str(other["loc"][-1]), record, ()) == "studies" for other in errors
        ):
            return True
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
    code = _surer_code(code, error, record)
    location = (*error["loc"], *details.pop("at", ()))
    keys = _keys_in_file(values, location, absent_last=code == "missing")
    if code == "extra_forbidden" and " " in str(keys[-1]) and (text := _cut_text(document, values, keys)):
        return Problem(document.path, document.position(keys), keys[:-1], "comma_in_text", text)
    if more := _MORE_DETAILS.get(code):
        details |= more(details, keys, record, location)
    return Problem(document.path, document.position(keys), keys, code, details)


_RANGE = re.compile(r"(\S+?) ?(?:-|–|t/m|tot en met|tot) ?(\S+)")
_SHARE = re.compile(r"(\d+) ?(?:/|van de|van) ?(\d+)")


def _surer_code(code: str, error: ErrorDetails, record: type[Record]) -> str:
    """The code that says better what is wrong, where what was typed tells more than its type."""
    typed, place = error["input"], error["loc"]
    if code == "extra_forbidden" and place[-1] in RESULT_KEYS and _is_result(record, place[:-1]):
        return "two_results"
    if code == "extra_forbidden" and hard_space_in(str(place[-1])):
        return "hidden_in_name"
    if code == "result_kind" and isinstance(typed, str):
        return "result_as_text"
    if code == "int_parsing" and _SHARE.fullmatch(str(typed)) and "of" in _fields_at(record, place[:-1]):
        return "count_and_total"
    if code == "model_type" and isinstance(typed, str):
        fields = choices_at(record, place)
        if {"from", "to"} <= set(fields) and _RANGE.fullmatch(typed):
            return "range_as_text"
        return "field_left_out" if ID_PATTERN.fullmatch(typed) and _only_required(record, place) else code
    return code


def _is_result(record: type[Record], place: Keys) -> bool:
    return any(tag_of(found) for found in records_at(record, place))


def _only_required(record: type[Record], place: Keys) -> str:
    """The field that a record cannot do without, if it is the only one and holds the id of a record that people describe."""
    required = [node for found in records_at(record, place) for node in fields_of(found) if node.required]
    is_id = len(required) == 1 and required[0].reference and not required[0].reference.startswith("vocabulary/")
    return required[0].name if is_id else ""


def _fields_at(record: type[Record], place: Keys) -> dict[str, str]:
    """The fields that are possible at a path → their titles. A count without a total may get one."""
    places = [place, (*place[:-1], tag_of(Proportion))] if place[-1:] == (tag_of(Tally),) else [place]
    nodes = [node for one in places for found in records_at(record, one) for node in fields_of(found)]
    return {node.name: node.title for node in nodes}


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


def _on_hidden_in_name(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"value": hard_space_in(str(keys[-1]))}


def _on_share(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    count, total = _SHARE.fullmatch(str(details["input"])).groups()
    return {"value": details["input"], "count": count, "of": total}


def _on_range(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    first, last = _RANGE.fullmatch(details["input"]).groups()
    return {"value": details["input"], "first": first, "last": last}


def _on_left_out(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"value": details["input"], "field": _only_required(record, location)}


def _on_two_results(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"value": keys[-1]}


def _on_more(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    beside = [name for name in choices_at(record, location[:-1]) if name in ("locator", "note")]
    return {"elsewhere": f"bij {beside[0]}: {details['rest']}" if beside else "in een eigen veld"}


def _on_missing(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"example": "sources: [{source: id-van-de-bron}]"} if keys[-1] == "sources" else {}


def _on_unknown_field(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    meant = meant_field(str(keys[-1]), record, location[:-1])
    fields = _fields_at(record, location[:-1])
    labels = {name: title[:1].lower() + title[1:] for name, title in fields.items()}
    return {"value": keys[-1], "choices": tuple(fields), "labels": labels, **({"meant": meant} if meant else {})}


def _on_wrong_shape(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    return {"choices": choices_at(record, location)}


def _on_unknown_word(details: dict[str, Any], keys: Keys, record: type[Record], location: Keys) -> dict[str, Any]:
    choices = re.findall(r"'([^']+)'", details["expected"])  # pydantic gives the choices only as a sentence
    typed = folded_name(str(details["input"]))
    meant = next((word for word in choices if LABELS.get(word, "").casefold() == typed), "")
    return {"choices": choices, "labels": LABELS} | ({"meant": meant} if meant else {})


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
    "two_results": _on_two_results,
    "hidden_in_name": _on_hidden_in_name,
    "count_and_total": _on_share,
    "range_as_text": _on_range,
    "field_left_out": _on_left_out,
    "id_and_more": _on_more,
    "missing": _on_missing,
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
