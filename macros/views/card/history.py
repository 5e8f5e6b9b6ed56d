"""The history of a card as sentences for readers; the card and the feed show the same sentences."""

import datetime
import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from macros.history.card_history import Event
from macros.history.field_changes import FieldChange
from macros.library.library import Library
from macros.model.dutch_day import dutch_day
from macros.views.common.dutch import date_text, listed

MOST_LABELS = 6
"""Labels in one sentence; further ones are only counted, because nobody reads a longer list."""


class EventView(NamedTuple):
    day: str
    """21 november 2026"""
    moment: str
    """For programs: 2026-11-21T20:11:52Z"""
    sentences: tuple[str, ...]
    state: str
    """Commit and path of the file, from which a forge makes the address of the card as it was then."""


class HistoryView(NamedTuple):
    events: tuple[EventView, ...]
    """Newest first."""
    earlier: int
    """Number of changes between the last two events that are not shown."""
    is_whole: bool
    """Whether the past is known from the beginning."""


class CardEvent(NamedTuple):
    """An event with the id of the card that it belongs to now."""

    card: str
    event: Event


def history_view(card_id: str, library: Library) -> HistoryView | None:
    """The past of a card; None if nothing is known of it."""
    events = library.history.cards.get(card_id, ())
    if not events:
        return None
    views = tuple(
        EventView(day_text(event.moment), timestamp(event.moment), event_sentences(event), _state_path(event)) for event in events
    )
    return HistoryView(views, library.history.earlier.get(card_id, 0), library.history.is_whole or events[-1].kind == "new")


def newest_events(library: Library, most: int, cards: Iterable[str] | None = None) -> list[CardEvent]:
    """The latest events of these cards, or of all, newest first; those of one commit are in order of id."""
    past = library.history.cards
    every = (CardEvent(card_id, event) for card_id in (past if cards is None else cards) for event in past.get(card_id, ()))
    return heapq.nlargest(most, every, key=lambda one: (one.event.order, _descending_key(one.card)))


def _descending_key(text: str) -> tuple[int, ...]:
    """A key that sorts texts in descending order."""
    return tuple(-ord(character) for character in text)


def last_change(card_id: str, library: Library) -> datetime.datetime | None:
    """When a reader last saw this card change; None if that is not known."""
    return max((event.moment for event in library.history.cards.get(card_id, ())), default=None)


def day_text(moment: datetime.datetime) -> str:
    """21 november 2026; the day in the Netherlands, on every machine."""
    return date_text(dutch_day(moment))


def timestamp(moment: datetime.datetime) -> str:
    """2026-11-21T20:11:52Z (RFC 3339)"""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def event_sentences(event: Event) -> tuple[str, ...]:
    """The event in short sentences."""
    return tuple(_sentences(event))


def _sentences(event: Event) -> Iterator[str]:
    if event.kind == "new":
        yield "Kaart opgenomen in de bibliotheek."
    elif event.kind == "joined":
        yield f"De kaart “{event.other}” is in deze kaart opgegaan."
    elif event.kind == "renamed":
        yield f"Het adres is veranderd; de kaart stond eerder onder “{event.other}”."
    if not event.is_readable:
        yield "Gewijzigd. Wat er veranderde, is niet meer na te gaan."
    for kind, lead in _LEADS:
        if labels := _change_labels([change for change in event.changes if change.kind == kind]):
            yield f"{lead}: {labels}."


_LEADS = (("added", "Erbij gekomen"), ("changed", "Gewijzigd"), ("order", "In een andere volgorde"), ("removed", "Weggehaald"))


def _change_labels(changes: Sequence[FieldChange]) -> str:
    named = [change for change in changes if change.label]
    texts = list(dict.fromkeys(_change_label(change) for change in named[:MOST_LABELS]))
    more = len(named) - MOST_LABELS
    if more > 0:
        texts.append("nog een onderdeel" if more == 1 else f"nog {more} onderdelen")
    if len(named) < len(changes):
        texts.append("velden die de kaart nu niet meer kent")
    return "; ".join(texts) if any("(" in text for text in texts) else listed(texts)


def _change_label(change: FieldChange) -> str:
    remark = _change_remark(change)
    return f"{change.label} ({remark})" if remark else str(change.label)


def _change_remark(change: FieldChange) -> str:
    if change.kind != "changed":
        return ""
    if change.terms:
        return _from_to(change.terms)
    if any(change.counts):
        counts = zip(change.counts, ("erbij", "gewijzigd", "weg"), strict=True)
        return ", ".join(f"{count} {word}" for count, word in counts if count)
    return listed(
        [_lower_first(text) for text in dict.fromkeys(filter(None, (_inner_label(one, change) for one in change.inner)))]
    )


def _inner_label(one: FieldChange, around: FieldChange) -> str | None:
    """The label of a field within a field, without a name that the outer field has already."""
    label = one.label if one.label != around.label else None
    return " ".join(filter(None, (label, _from_to(one.terms) if one.terms else None))) or one.label


def _from_to(words: tuple[str, str]) -> str:
    return f"van “{words[0]}” naar “{words[1]}”"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _state_path(event: Event) -> str:
    return f"{event.commit}/methods/{event.card}.yml"
