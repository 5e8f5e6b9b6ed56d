"""What differs between two states of a card, field by field, with the labels that readers know.

Old states are plain values and not methods: they need not fit the card format of today, and their texts were never
checked by the rules of today. So a change names fields, never quotes texts; only words from our own lists are told.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from macros.model.base import Record
from macros.model.data import Vocabulary
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method

Words = Mapping[str, Vocabulary]
"""The vocabularies of the library, by name."""
KEYS = ("id", "organisation", "source", "region", "measure", "element", "tool", "body", "step", "name", "field")
"""Fields by which a record in a list is known again, the first that it has."""


class Counts(NamedTuple):
    """How many records of a list were added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0


class Change(NamedTuple):
    """One field that differs."""

    label: str | None
    """Title of the field in the card format of today; None if it has none."""
    kind: str
    """added, removed, changed; or order, if a list only stands in another order"""
    inner: "tuple[Change, ...]" = ()
    """What differs within a field that holds fields."""
    counts: Counts = Counts()
    words: tuple[str, str] | None = None
    """Before and after, for a word from one of our lists."""


def changes(before: Mapping[str, Any], after: Mapping[str, Any], words: Words) -> tuple[Change, ...]:
    """What a reader sees changed between two states of a card; nothing if they differ in layout only."""
    return _changes(_plain(before), _plain(after), (Method,), words)


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any], records: Sequence[type[Record]], words: Words
) -> tuple[Change, ...]:
    nodes = {node.name: node for record in records for node in fields_of(record)}
    names = [*nodes, *sorted({*before, *after} - set(nodes))]  # the order of the card
    found = (_change(nodes.get(name), before.get(name), after.get(name), words) for name in names)
    return tuple(dict.fromkeys(change for change in found if change))


def _change(node: FieldNode | None, old: Any, new: Any, words: Words) -> Change | None:
    if old == new:
        return None
    label = node.title if node else None
    if old is None or new is None:
        return Change(label, "added" if old is None else "removed", counts=_counts(old or [], new or []))
    if isinstance(old, dict) and isinstance(new, dict):
        return Change(label, "changed", inner=_changes(old, new, node.records if node else (), words))
    counts = _counts(old, new)
    if isinstance(old, list) and isinstance(new, list) and counts == Counts():
        return Change(label, "order")
    return Change(label, "changed", counts=counts, words=_words(node, old, new, words))


def _counts(old: Any, new: Any) -> Counts:
    """How two lists differ; records that are known again by their key are changed, and so are as many others as there
    are on both sides."""
    if not (isinstance(old, list) and isinstance(new, list)):
        return Counts()
    texts = [Counter(json.dumps(item, sort_keys=True) for item in items) for items in (old, new)]
    gone, come = ([json.loads(text) for text in (texts[side] - texts[1 - side]).elements()] for side in (0, 1))
    keys = [Counter(filter(None, map(_key, items))) for items in (gone, come)]
    known = (keys[0] & keys[1]).total()
    without_key = [sum(1 for item in items if _key(item) is None) for items in (gone, come)]
    changed = known + min(without_key)
    return Counts(len(come) - changed, changed, len(gone) - changed)


def _key(item: Any) -> str | None:
    """What a record is known by; None for one that has no name."""
    if not isinstance(item, dict):
        return json.dumps(item)
    return next((f"{name}={item[name]}" for name in KEYS if isinstance(item.get(name), str)), None)


def _words(node: FieldNode | None, old: Any, new: Any, words: Words) -> tuple[str, str] | None:
    if not (node and node.reference and isinstance(old, str) and isinstance(new, str)):
        return None
    vocabulary = words.get(node.reference.removeprefix("vocabulary/"))
    known = vocabulary.terms if vocabulary else {}
    return (known[old].nl, known[new].nl) if old in known and new in known else None


def _plain(value: Any) -> Any:
    """Without what layout alone decides: white space in texts, and fields that are empty."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items() if item is not None}
    return value
