"""What changes in the records that cards share: organisations, sources, elements, tools and the words of vocabularies."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.base import Date, Record
from macros.model.data import Organisation, Source, Term
from macros.model.fields import fields_of
from macros.model.tool import Element, Tool
from macros.views.changes.card_diff import KINDS, Pair
from macros.views.common.dutch import date


class RecordChange(NamedTuple):
    what: str
    """organisatie, bron, woord in de lijst Thema …"""
    id: str
    kind: str
    """A key of changes.KINDS"""
    pairs: tuple[Pair, ...]


_SHARED = (
    ("organisatie", "organisations", Organisation),
    ("bron", "sources", Source),
    ("werkzaam element", "elements", Element),
    ("werkvorm", "tools", Tool),
)
_NOT_SEEN = ("id", "en", "name_en")
"""Fields that no page shows."""


def shared_changes(before: Library | None, after: Library | None) -> Iterator[RecordChange]:
    """Every record that a reader will see otherwise, kind by kind."""
    for what, name, model in _SHARED:
        yield from _changes(what, _records(before, name), _records(after, name), model)
    lists = {**(before.vocabularies if before else {}), **(after.vocabularies if after else {})}
    for key, vocabulary in lists.items():
        what = f"woord in de lijst {vocabulary.label}"
        yield from _changes(what, _terms(before, key), _terms(after, key), Term)


def _records(library: Library | None, name: str) -> Mapping[str, Any]:
    return getattr(library, name) if library else {}


def _terms(library: Library | None, key: str) -> Mapping[str, Term]:
    return library.vocabularies[key].terms if library and key in library.vocabularies else {}


def _changes(what: str, before: Mapping[str, Any], after: Mapping[str, Any], model: type[Record]) -> Iterator[RecordChange]:
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        pairs = tuple(_pairs(old, new, model))
        if pairs:
            kind = "altered" if old and new else "added" if new else "removed"
            assert kind in KINDS
            yield RecordChange(what, key, kind, pairs)


def _pairs(before: Any, after: Any, model: type[Record]) -> Iterator[Pair]:
    for field in fields_of(model):
        if field.name in _NOT_SEEN:
            continue
        first, second = _said(getattr(before, field.name, None)), _said(getattr(after, field.name, None))
        if first != second:
            yield Pair(field.title, first or None, second or None)


def _said(value: Any) -> str:
    """A value as a reader meets it: a word by its name, a date as Dutch writes it, the parts of a record one after another."""
    if value is None or value is False:
        return ""
    if isinstance(value, Term):
        return value.nl
    if isinstance(value, Date):
        return date(value)
    if isinstance(value, Organisation | Source):
        return value.id
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_said, value)))
    if isinstance(value, Record):
        return ", ".join(filter(None, (_said(part) for _, part in value)))
    return "ja" if value is True else str(value)
