"""Library → feed.xml: what changed on which card, as an Atom feed (RFC 4287)."""

import datetime
import uuid
from typing import NamedTuple
from xml.etree import ElementTree

from macros.library.library import Library
from macros.site.pages.page import Site
from macros.views.card.history import event_sentences, newest_events, timestamp

FEED = "feed.xml"
MOST = 50
_IDS = uuid.UUID("6f6b0c52-5d0f-5b0e-9c43-9a1f0f6b2d3e")
"""Ids are made from this, the card and the commit. They never change: not when the site moves, not when a card gets
another id. So this number may not change either."""
_ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    key: str
    """What the id of the entry is made from."""
    title: str
    moment: datetime.datetime
    link: str
    """From the root of the site."""
    sentences: tuple[str, ...]


def feed(library: Library, site: Site) -> str:
    """The latest changes, newest first; without entries if the past of the library is not known."""
    entries = _entries(library)
    updated = entries[0].moment if entries else datetime.datetime.combine(library.today, datetime.time.min)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _put(root, "id", _id("feed"))
    _put(root, "title", f"{site.name}: wat er verandert")
    _put(root, "subtitle", "Wat er voor lezers verandert op de kaarten van de bibliotheek.")
    _put(root, "updated", timestamp(updated))
    _put(_put(root, "author"), "name", site.name)
    _put(root, "rights", "CC0 1.0")
    _put(root, "link", rel="self", type="application/atom+xml", href=site.url + FEED)
    _put(root, "link", rel="alternate", type="text/html", href=site.url + "methoden/")
    for entry in entries:
        _add_entry(root, entry, site)
    ElementTree.indent(root, "")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_entry(root: ElementTree.Element, entry: Entry, site: Site) -> None:
    element = _put(root, "entry")
    _put(element, "id", _id(entry.key))
    _put(element, "title", entry.title)
    _put(element, "updated", timestamp(entry.moment))
    _put(element, "link", rel="alternate", type="text/html", href=site.url + entry.link)
    _put(element, "summary", " ".join(entry.sentences))


def _put(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _id(key: str) -> str:
    return uuid.uuid5(_IDS, key).urn


def _entries(library: Library) -> list[Entry]:
    changed = (
        Entry(
            f"{event.card} {event.commit} {event.other}",
            library.methods[card].name,
            event.moment,
            f"methoden/{card}/",
            event_sentences(event),
        )
        for card, event in newest_events(library, MOST)
    )
    return sorted([*changed, *_removed(library)], key=lambda entry: entry.moment, reverse=True)[:MOST]


def _removed(library: Library) -> list[Entry]:
    return [
        Entry(
            f"{entry.id} {entry.removed}",
            entry.name,
            datetime.datetime.combine(entry.removed.first_day, datetime.time.min, datetime.UTC),
            f"methoden/{entry.id}/",
            ("Kaart weggehaald.", entry.reason),
        )
        for entry in library.moved.values()
        if entry.removed
    ]
