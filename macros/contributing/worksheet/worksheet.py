"""A draft of the joint description form (werkblad) of the Dutch registries: what the card knows, and what is missing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from macros.contributing.worksheet.parts import NOT_VERIFIED, SECTIONS, VERIFIED, PartKind
from macros.library.library import Library
from macros.model.age import Age, AgeRange
from macros.model.base import Date, Record
from macros.model.data import Organisation, Term
from macros.model.fields import fields_of
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.model.sources import Citation, Period
from macros.model.study import Study
from macros.model.tool import Element, Tool
from macros.views.common.dutch import age, ages, capital, date, date_text, number, period
from macros.views.common.lines import Notes, Reference
from macros.views.common.wording import source_text
from macros.views.evidence.studies import study_title
from macros.views.missing.why_empty import gap_of


class WorksheetEntry(NamedTuple):
    """One value: its label, its text, the marks of its sources, and the values inside it."""

    label: str
    text: str
    marks: tuple[str, ...]
    inner: tuple["WorksheetEntry", ...]


class WorksheetPart(NamedTuple):
    title: str
    asks: str
    entries: tuple[WorksheetEntry, ...]
    missing: str | None
    """Why the part is empty; None if it is not."""


class WorksheetSection(NamedTuple):
    title: str
    basis: str
    parts: tuple[WorksheetPart, ...]


class Worksheet(NamedTuple):
    name: str
    id: str
    made: str
    missing: int
    """How many parts are still to be filled in."""
    sections: tuple[WorksheetSection, ...]
    references: tuple[Reference, ...]


def draft_worksheet(method: Method, library: Library) -> Worksheet:
    """The whole draft; sources are numbered in the order in which they occur."""
    notes = Notes()
    sections = tuple(
        WorksheetSection(
            kind.title, VERIFIED if kind.verified else NOT_VERIFIED, tuple(_part(part, method, notes) for part in kind.parts)
        )
        for kind in SECTIONS
    )
    today = date_text(library.today)
    missing = sum(part.missing is not None for section in sections for part in section.parts)
    return Worksheet(method.name, method.id, today, missing, sections, notes.references())


def _part(kind: PartKind, method: Method, notes: Notes) -> WorksheetPart:
    entries = tuple(entry for path in kind.fields for entry in _entries_at(method, path, notes))
    says = any(entry.text or entry.inner for entry in entries) or kind.fields == ("sources",)
    return WorksheetPart(kind.title, kind.asks, entries, None if says else _why_empty(kind, method))


def _why_empty(kind: PartKind, method: Method) -> str:
    if not kind.fields:
        return "de kaart heeft hier geen veld voor"
    gap = next((gap for path in kind.fields if (gap := gap_of(method, path))), None)
    if gap is None:
        return "de kaart weet dit nog niet"
    return f"{gap.state.nl} ({gap.note.rstrip('.')})" if gap.note else gap.state.nl


def _entries_at(method: Method, path: str, notes: Notes) -> Iterator[WorksheetEntry]:
    record: Any = method
    *groups, name = path.split(".")
    for group in groups:
        record = getattr(record, group)
    yield from _field_entries(record, name, notes)


def _field_entries(record: Record, name: str, notes: Notes) -> Iterator[WorksheetEntry]:
    node = next(node for node in fields_of(type(record)) if node.name == name)
    value = getattr(record, name if name in type(record).model_fields else f"{name}_")
    if node.records == (Citation,):
        yield WorksheetEntry(node.title, "", _source_marks(value, notes), ())
        return
    if value is None or value is False or value == ():
        return
    if not node.records:
        words = [str(part) if name == "price_year" else _value_text(part) for part in (value if node.many else (value,))]
        yield WorksheetEntry(node.title, _CHANGE_WORDS[value] if name == "change" else "; ".join(words), (), ())
        return
    parts = value if node.many else (value,)
    for place, part in enumerate(parts, start=1):
        yield _entry(f"{node.title} {place}" if len(parts) > 1 else node.title, part, notes)


def _entry(title: str, record: Record, notes: Notes) -> WorksheetEntry:
    marks = _source_marks(getattr(record, "sources", ()), notes)
    if isinstance(record, AgeRange | Period):
        return WorksheetEntry(title, ages(record) if isinstance(record, AgeRange) else period(record), marks, ())
    names = [node.name for node in fields_of(type(record)) if node.name != "sources"]
    return WorksheetEntry(title, "", marks, tuple(entry for name in names for entry in _field_entries(record, name, notes)))


def _source_marks(citations: tuple[Citation, ...], notes: Notes) -> tuple[str, ...]:
    return tuple(note.label for note in notes.of(citations))


_CHANGE_WORDS = {"up": "meer", "down": "minder"}


def _value_text(value: Any) -> str:
    if isinstance(value, Term):
        return value.nl
    if isinstance(value, Organisation | Element | Tool):
        return value.name
    if isinstance(value, Study):
        return study_title(value)
    if isinstance(value, bool):
        return "ja"
    if isinstance(value, Date):
        return date(value)
    if isinstance(value, Age):
        return age(value)
    if isinstance(value, int | Decimal):
        return number(value)
    return _text_for_paper(value)


def _text_for_paper(text: str) -> str:
    """Card text without markup; the address of a link is written out, because paper cannot be clicked."""
    return plain_text(re.sub(r"\[([^\[\]]+)\]\((https?://[^()\s]+)\)", r"\1 (\2)", text))


def reference_text(reference: Reference) -> str:
    """A source as the list names it."""
    source = reference.source
    address = f", {source.URL}" if source.URL else ""
    places = "; ".join(f"{label}: {place}" for label, place in reference.places if place)
    return f"{source_text(source)}{address}. {capital(source.voice.nl)}." + (f" {places}." if places else "")
