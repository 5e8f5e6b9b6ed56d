"""What differs between two states of a card, field by field, with the labels that readers know.

Old states are plain values and not methods: they need not fit the card format of today, and their texts were never
checked by the rules of today. So a change names fields and never quotes texts; only terms of our own vocabularies are
shown.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from macros.history.former_forms import in_form_of_today
from macros.model.base import Record
from macros.model.data import Vocabulary
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method
from macros.model.new_records import FIELD as NEW_RECORDS

Vocabularies = Mapping[str, Vocabulary]
"""The vocabularies of the library, by name."""
IDENTIFYING_FIELDS = ("id", "organisation", "source", "region", "measure", "element", "tool", "body", "step", "name", "field")
"""Fields that identify a record in a list, so that it can be found in the other state; the first that the record has counts."""


class Counts(NamedTuple):
    """How many records of a list were added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0


class FieldChange(NamedTuple):
    """One field that differs."""

    label: str | None
    """Title of the field in the card format of today; None if it has none."""
    kind: str
    """added, removed, changed; or order, if a list only stands in another order"""
    inner: "tuple[FieldChange, ...]" = ()
    """What differs within a field that holds fields."""
    counts: Counts = Counts()
    terms: tuple[str, str] | None = None
    """Names before and after, if the field holds a term of a vocabulary."""


def find_field_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], vocabularies: Vocabularies
) -> tuple[FieldChange, ...]:
    """The changes between two states of a card that a reader sees; none if the states differ in layout only."""
    return _changes_of_fields(_of_today(before), _of_today(after), (Method,), vocabularies)


def _of_today(values: Mapping[str, Any]) -> dict[str, Any]:
    written = _without_layout(values)
    written.pop(NEW_RECORDS, None)  # moving records to data/ changes nothing for a reader
    return in_form_of_today(written)


def _changes_of_fields(
    before: Mapping[str, Any], after: Mapping[str, Any], records: Sequence[type[Record]], vocabularies: Vocabularies
) -> tuple[FieldChange, ...]:
    nodes = {node.name: node for record in records for node in fields_of(record)}
    names = [*nodes, *sorted({*before, *after} - set(nodes))]  # the order of the card
    found = (_change_of_field(nodes.get(name), before.get(name), after.get(name), vocabularies) for name in names)
    return tuple(dict.fromkeys(change for change in found if change))


def _change_of_field(node: FieldNode | None, old: Any, new: Any, vocabularies: Vocabularies) -> FieldChange | None:
    if old == new:
        return None
    label = node.title if node else None
    if old is None or new is None:
        return FieldChange(label, "added" if old is None else "removed", counts=_counts(old or [], new or []))
    if isinstance(old, dict) and isinstance(new, dict):
        return FieldChange(label, "changed", inner=_changes_of_fields(old, new, node.records if node else (), vocabularies))
    counts = _counts(old, new)
    if isinstance(old, list) and isinstance(new, list) and counts == Counts():
        return FieldChange(label, "order")
    return FieldChange(label, "changed", counts=counts, terms=_changed_term(node, old, new, vocabularies))


def _counts(old: Any, new: Any) -> Counts:
    """How two lists differ. A record counts as changed if one with the same identity stands in both lists; of records
    without an identity, as many count as changed as there are in both lists."""
    if not (isinstance(old, list) and isinstance(new, list)):
        return Counts()
    texts = [Counter(json.dumps(item, sort_keys=True) for item in items) for items in (old, new)]
    gone, come = ([json.loads(text) for text in (texts[side] - texts[1 - side]).elements()] for side in (0, 1))
    keys = [Counter(filter(None, map(_identity, items))) for items in (gone, come)]
    known = (keys[0] & keys[1]).total()
    without_key = [sum(1 for item in items if _identity(item) is None) for items in (gone, come)]
    changed = known + min(without_key)
    return Counts(len(come) - changed, changed, len(gone) - changed)


def _identity(item: Any) -> str | None:
    """The identifying field of a record with its value; None if it has no such field."""
    if not isinstance(item, dict):
        return json.dumps(item)
    return next((f"{name}={item[name]}" for name in IDENTIFYING_FIELDS if isinstance(item.get(name), str)), None)


def _changed_term(node: FieldNode | None, old: Any, new: Any, vocabularies: Vocabularies) -> tuple[str, str] | None:
    if not (node and node.reference and isinstance(old, str) and isinstance(new, str)):
        return None
    vocabulary = vocabularies.get(node.reference.removeprefix("vocabulary/"))
    known = vocabulary.terms if vocabulary else {}
    return (known[old].nl, known[new].nl) if old in known and new in known else None


def _without_layout(value: Any) -> Any:
    """The value without what is only layout: white space in texts, and empty fields."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_without_layout(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_layout(item) for name, item in value.items() if item is not None}
    return value
