"""Which code says best what is wrong, where what was typed tells more than that it does not fit.

docs/assets/form/surer.js decides the same with the same patterns; tests hold the two together.
"""

import re
from typing import Any

from macros.model.base import ID_PATTERN, Record
from macros.model.fields import choices_at, fields_of, records_at, tag_of
from macros.model.hidden_signs import hard_space_in
from macros.model.names import folded_name
from macros.model.results import RESULT_KEYS, Proportion, Tally
from macros.validation.dutch_values import as_the_file_has_it
from macros.validation.explain import suggested
from macros.validation.problems import Keys

RANGE = re.compile(r"([^\s]+?) ?(?:-|–|t/m|tot en met|tot) ?([^\s]+)")
"""A begin and an end in one text."""
SHARE = re.compile(r"([0-9]+) ?(?:/|van de|van) ?([0-9]+)")
"""A count and what it is of."""
MAY_BECOME: dict[type[Record], type[Record]] = {Tally: Proportion}
"""Kind of result → the kind that it is as soon as one more field is filled in, so the fields of that one fit too."""
_NUMBERS = ("int_parsing", "decimal_parsing", "bad_amount", "bad_date", "bad_age")


def surer_code(code: str, typed: Any, place: Keys, record: type[Record]) -> str:
    """The code that says better what is wrong with what was typed at a place; the same code if nothing tells more."""
    if code == "extra_forbidden":
        return _of_unknown_field(code, place, record)
    if code in _NUMBERS:
        return _of_number(code, str(typed), place, record)
    if code == "result_kind" and isinstance(typed, str):
        return "result_as_text"
    if code == "model_type" and isinstance(typed, str):
        return _of_record(code, typed, place, record)
    return code


def _of_unknown_field(code: str, place: Keys, record: type[Record]) -> str:
    if place[-1] in RESULT_KEYS and any(tag_of(found) for found in records_at(record, place[:-1])):
        return "two_results"
    return "hidden_in_name" if hard_space_in(str(place[-1])) else code


def _of_number(code: str, typed: str, place: Keys, record: type[Record]) -> str:
    if hard_space_in(typed) and not as_the_file_has_it(code, typed):
        return "hard_space"
    has_total = place[-1] != "of" and "of" in fields_at(record, place[:-1])
    return "count_and_total" if code == "int_parsing" and has_total and SHARE.fullmatch(typed) else code


def _of_record(code: str, typed: str, place: Keys, record: type[Record]) -> str:
    if {"from", "to"} <= set(choices_at(record, place)) and RANGE.fullmatch(typed):
        return "range_as_text"
    return "field_left_out" if ID_PATTERN.fullmatch(typed) and only_required(record, place) else code


def only_required(record: type[Record], place: Keys) -> str:
    """The field that a record cannot do without, if it is the only one and holds the id of a record that people describe."""
    required = [node for found in records_at(record, place) for node in fields_of(found) if node.required]
    is_id = len(required) == 1 and required[0].reference and not required[0].reference.startswith("vocabulary/")
    return required[0].name if is_id else ""


def fields_at(record: type[Record], place: Keys) -> dict[str, str]:
    """The fields that are possible at a path → their titles, with those of what it may become."""
    found = records_at(record, place)
    more = [MAY_BECOME[one] for one in found if one in MAY_BECOME]
    return {node.name: node.title for one in (*found, *more) for node in fields_of(one)}


def meant_field(typed: str, record: type[Record], place: Keys) -> str:
    """The field that was meant by a name: the one with that title, or one much like it; empty if there is none."""
    nodes = [node for found in records_at(record, place) for node in fields_of(found)]
    titled = {node.name for node in nodes if folded_name(node.title) == folded_name(typed)}
    return titled.pop() if len(titled) == 1 else suggested(typed, [node.name for node in nodes])
