"""What changes in the records that cards share: organisations, sources, elements, tools and the terms of vocabularies."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.base import Date, Record
from macros.model.data import Organisation, Source, Term
from macros.model.fields import fields_of
from macros.model.guideline import Guideline
from macros.model.study import Study
from macros.model.tool import Element, Tool
from macros.views.changes.card_diff import KINDS, Pair
from macros.views.common.dutch import date
from macros.views.evidence.studies import study_title


class RecordChange(NamedTuple):
    what: str
    """organisatie, bron, woord in de lijst Thema …"""
    id: str
    kind: str
    """A key of card_diff.KINDS"""
    pairs: tuple[Pair, ...]


_SHARED = (
    ("organisatie", "organisations", Organisation),
    ("bron", "sources", Source),
    ("werkzaam element", "elements", Element),
    ("werkvorm", "tools", Tool),
    ("richtlijn", "guidelines", Guideline),
)
_NOT_SEEN = ("id", "en", "name_en")
"""Fields that no page shows."""


def diff_records(before: Library | None, after: Library | None) -> Iterator[RecordChange]:
    """Every shared record that a reader will see change, kind by kind."""
    for what, name, model in _SHARED:
        yield from _diff_kind(what, _records(before, name), _records(after, name), model)
    lists = {**(before.vocabularies if before else {}), **(after.vocabularies if after else {})}
    for key, vocabulary in lists.items():
        what = f"woord in de lijst {vocabulary.label}"
        yield from _diff_kind(what, _terms(before, key), _terms(after, key), Term)


def _records(library: Library | None, name: str) -> Mapping[str, Any]:
    return getattr(library, name) if library else {}


def _terms(library: Library | None, key: str) -> Mapping[str, Term]:
    return library.vocabularies[key].terms if library and key in library.vocabularies else {}


def _diff_kind(what: str, before: Mapping[str, Any], after: Mapping[str, Any], model: type[Record]) -> Iterator[RecordChange]:
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        pairs = tuple(_diff_fields(old, new, model))
        if pairs:
            kind = "altered" if old and new else "added" if new else "removed"
            assert kind in KINDS
            yield RecordChange(what, key, kind, pairs)


def _diff_fields(before: Any, after: Any, model: type[Record]) -> Iterator[Pair]:
    for field in fields_of(model):
        if field.name in _NOT_SEEN:
            continue
        first, second = _readable(getattr(before, field.name, None)), _readable(getattr(after, field.name, None))
        if first != second:
            yield Pair(field.title, first or None, second or None)


def _readable(value: Any) -> str:
    """A value as a reader sees it: the name of a term, a date in Dutch, the parts of a record one after another."""
    if value is None or value is False:
        return ""
    if isinstance(value, Term):
        return value.nl
    if isinstance(value, Date):
        return date(value)
    if isinstance(value, Study):
        return study_title(value)
    if isinstance(value, Organisation | Source):
        return value.id
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_readable, value)))
    if isinstance(value, Record):
        return ", ".join(filter(None, (_readable(part) for _, part in value)))
    return "ja" if value is True else str(value)
