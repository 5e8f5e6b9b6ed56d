"""Library → a calendar of terms (iCalendar, RFC 5545): when recognitions lapse or grow old, and when cards must be reviewed."""

import datetime
import uuid
from typing import Any

from macros.library.library import Library
from macros.site.pages.page import Site
from macros.views.common.subjects import methods_by_name
from macros.views.missing.deadlines import Deadline, deadlines_of

CALENDAR = "termijnen.ics"
_IDS = uuid.UUID("0e2b8a70-5d7c-5c3f-9c0e-5b1f6f1a2d11")
"""Ids are made from this and the key of the term, and may not change: a calendar then moves an appointment of which the day
changed, in place of making another."""


def calendar(library: Library, site: Site) -> bytes:
    """All terms as whole days that keep nobody busy; with links if the site knows its address."""
    from icalendar import Calendar  # slow to import, and only a whole build needs it

    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//{site.name}//termijnen//NL")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{site.name}: termijnen")
    moment = datetime.datetime.combine(library.today, datetime.time.min, datetime.UTC)
    terms = [term for method in methods_by_name(library) for term in deadlines_of(method)]
    for term in sorted(terms, key=lambda one: one.day):
        made.add_component(_event(term, moment, site))
    return made.to_ical()


def _event(term: Deadline, moment: datetime.datetime, site: Site) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", uuid.uuid5(_IDS, term.key).urn)
    event.add("dtstamp", moment)
    event.add("dtstart", term.day)
    event.add("summary", term.title)
    event.add("description", f"{term.text} {site.url}{term.link}" if site.url else term.text)
    event.add("transp", "TRANSPARENT")
    if site.url:
        event.add("url", site.url + term.link)
    return event
