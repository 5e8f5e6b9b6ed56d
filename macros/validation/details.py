"""What the sentence of a problem tells beside what was typed, as far as pydantic does not give it."""

import re
from collections.abc import Callable
from typing import Any

from macros.model.base import Record
from macros.model.fields import choices_at
from macros.model.format_words import LABELS
from macros.model.hidden_signs import hard_space_in
from macros.model.names import folded_name
from macros.validation.explain import ELSEWHERE, EXAMPLES
from macros.validation.problems import Keys
from macros.validation.surer import RANGE, SHARE, fields_at, meant_field, only_required

Details = dict[str, Any]


def more_details(code: str, details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    """`keys` is the path in the file, `location` the same with the tags of kinds in it."""
    more = _MORE.get(code)
    return details | more(details, keys, record, location) if more else details


def _on_hidden(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"value": hard_space_in(str(details["input"]))}


def _on_hidden_in_name(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"value": hard_space_in(str(keys[-1]))}


def _on_share(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    count, total = SHARE.fullmatch(str(details["input"])).groups()
    return {"value": details["input"], "count": count, "of": total}


def _on_range(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    first, last = RANGE.fullmatch(details["input"]).groups()
    return {"value": details["input"], "first": first, "last": last}


def _on_left_out(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"value": details["input"], "field": only_required(record, location)}


def _on_two_results(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"value": keys[-1]}


def _on_more(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    beside = [name for name in choices_at(record, location[:-1]) if name in ELSEWHERE]
    return {"elsewhere": ELSEWHERE[beside[0] if beside else ""].format(rest=details["rest"])}


def _on_missing(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"example": EXAMPLES.get(str(keys[-1]), "")}


def _on_unknown_field(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    meant = meant_field(str(keys[-1]), record, location[:-1])
    fields = fields_at(record, location[:-1])
    labels = {name: title[:1].lower() + title[1:] for name, title in fields.items()}
    return {"value": keys[-1], "choices": tuple(fields), "labels": labels, **({"meant": meant} if meant else {})}


def _on_wrong_shape(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"choices": choices_at(record, location)}


def _on_unknown_word(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    choices = re.findall(r"'([^']+)'", details["expected"])  # pydantic gives the choices only as a sentence
    typed = folded_name(str(details["input"]))
    meant = next((word for word in choices if LABELS.get(word, "").casefold() == typed), "")
    return {"choices": choices, "labels": LABELS} | ({"meant": meant} if meant else {})


def _on_long_text(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    length = len(details["input"].strip())
    return {"length": length, "over": length - details["max_length"]}


def _on_short_list(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"actual_length": len(details["input"])}  # pydantic counts only the valid items


def _on_wrong_percent(details: Details, keys: Keys, record: type[Record], location: Keys) -> Details:
    return {"right": f"{100 * details['count'] / details['of']:.2f}"}


_MORE: dict[str, Callable[[Details, Keys, type[Record], Keys], Details]] = {
    "extra_forbidden": _on_unknown_field,
    "model_type": _on_wrong_shape,
    "tuple_type": _on_wrong_shape,
    "two_results": _on_two_results,
    "hard_space": _on_hidden,
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
"""Code of an error → what adds to its details."""
