"""Library → feeds of what changed on which card (Atom, RFC 4287): of all cards, of each card, and of each theme."""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple

from feedgenerator import Atom1Feed

from macros.library.library import Library
from macros.model.method import Method
from macros.site.pages.page import Site
from macros.views.card.history import event_sentences, newest_events
from macros.views.catalogue.listings import FEED, followed_lists

MOST = 50
_IDS = uuid.UUID("6f6b0c52-5d0f-5b0e-9c43-9a1f0f6b2d3e")
"""Ids are made from this, the card and what its file held before and after. They never change: not when the site moves, not
when a card gets another id, not when the history of Git is rewritten. So this number may not change either."""


class Entry(NamedTuple):
    key: str
    """What the id of the entry is made from."""
    title: str
    moment: datetime.datetime
    link: str
    """From the root of the site."""
    sentences: tuple[str, ...]


class _Feed(Atom1Feed):
    """Atom as feedgenerator writes it, but for the day of a feed without entries: that of the build, not the clock's."""

    def __init__(self, today: datetime.date, **about: Any) -> None:
        super().__init__(**about)
        self._today = today

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else _start_of(self._today)


class About(NamedTuple):
    """What a feed is about."""

    path: str
    """From the root of the site."""
    page: str
    """Address of the page with the same methods, likewise."""
    title: str
    key: str
    """What its id is made from."""


def feed(library: Library, site: Site) -> str:
    """The latest changes of all cards, newest first; without entries if the past of the library is not known."""
    entries = [*_changed(library, None), *_removed(library)]
    about = About(FEED, "methoden/", f"{site.name}: wat er verandert", "feed")
    return _written(about, sorted(entries, key=lambda entry: entry.moment, reverse=True)[:MOST], library, site)


def method_feeds(library: Library, site: Site, methods: Iterable[Method]) -> Iterator[tuple[str, str]]:
    """(path, text) of the feed of each of these methods, beside its card."""
    for method in methods:
        page = f"methoden/{method.id}/"
        about = About(f"{page}{FEED}", page, f"{method.name}: wat er verandert", f"feed {method.id}")
        yield about.path, _written(about, _changed(library, (method.id,)), library, site)


def theme_feeds(library: Library, site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the feed of each theme, beside the list of its methods."""
    for one in followed_lists(library):
        about = About(f"{one.address}{FEED}", one.address, f"Methoden over {one.title}: wat er verandert", f"feed {one.address}")
        yield about.path, _written(about, _changed(library, one.methods), library, site)


def _written(about: About, entries: Iterable[Entry], library: Library, site: Site) -> str:
    made = _Feed(
        library.today,
        title=about.title,
        link=site.url + about.page,
        description="Wat er voor lezers verandert op de kaarten van de bibliotheek.",
        language="nl",
        author_name=site.name,
        feed_url=site.url + about.path,
        feed_copyright="CC0 1.0",
        feed_guid=_id(about.key),
    )
    for entry in entries:
        summary = escape(" ".join(entry.sentences))  # feedgenerator says that a summary is HTML
        made.add_item(entry.title, site.url + entry.link, summary, unique_id=_id(entry.key), updateddate=entry.moment)
    return made.writeString("utf-8") + "\n"


def _start_of(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min, datetime.UTC)


def _id(key: str) -> str:
    return uuid.uuid5(_IDS, key).urn


def _changed(library: Library, cards: Iterable[str] | None) -> list[Entry]:
    return [
        Entry(
            f"{event.card} {event.key} {event.other}",
            library.methods[card].name,
            event.moment,
            f"methoden/{card}/",
            event_sentences(event),
        )
        for card, event in newest_events(library, MOST, cards)
    ]


def _removed(library: Library) -> list[Entry]:
    return [
        Entry(
            f"{entry.id} {entry.removed}",
            entry.name,
            _start_of(entry.removed.first_day),
            f"methoden/{entry.id}/",
            ("Kaart weggehaald.", entry.reason),
        )
        for entry in library.moved.values()
        if entry.removed
    ]
