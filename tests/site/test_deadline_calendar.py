"""The calendar of terms: read back as a calendar does, with the days on which the site itself begins to ask."""

import datetime
from typing import Any

import pytest
from builders import SOURCES, Root, a_card
from built import ADDRESS, Site
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from macros.library.library import Library
from macros.model.base import Date
from macros.site.deadline_calendar import CALENDAR, calendar
from macros.site.pages.page import Site as Place
from macros.views.common.comparability import RECOGNITION_YEARS, REVIEW_MONTHS, asks_whether_valid, is_stale, years_since
from macros.views.missing.deadlines import deadlines_of, years_later

DECIDED = {"body": "voorbeeldcommissie", "verdicts": [{"level": "goed onderbouwd"}], "sources": SOURCES}
DAY = datetime.timedelta(days=1)
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))


def events(text: bytes) -> list[Any]:
    """The events of the only calendar in a text; what RFC 5545 asks of each is there."""
    (found,) = Calendar.from_ical(text, multiple=True)
    assert (found["version"], found.errors) == ("2.0", [])
    for event in found.walk("VEVENT"):
        assert not event.errors and {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert type(event.decoded("dtstart")) is datetime.date
    return found.walk("VEVENT")


def test_the_calendar_of_the_library_is_sound_and_holds_every_term(published: Site, library: Library) -> None:
    text = (published.path / CALENDAR).read_bytes()
    assert all(len(line) <= 75 for line in text.split(b"\r\n")) and text.endswith(b"END:VCALENDAR\r\n")
    found = events(text)
    terms = [term for method in library.methods.values() for term in deadlines_of(method)]
    assert sorted((one.decoded("dtstart"), str(one["summary"])) for one in found) == sorted((one.day, one.title) for one in terms)
    assert len({str(one["uid"]) for one in found}) == len(found) > 0
    for one in found:
        page, _, anchor = str(one["url"]).removeprefix(ADDRESS).partition("#")
        assert anchor in published.pages[page].ids


@pytest.mark.parametrize(
    ("recognition", "day"),
    [
        ({"date": "2020-05-14"}, datetime.date(2025, 5, 14)),
        ({"date": "2020-05"}, datetime.date(2025, 5, 31)),
        ({"date": "2020-02-29"}, datetime.date(2025, 3, 1)),
        ({"date": "2020", "valid_until": "2024-06-30"}, datetime.date(2024, 6, 30)),
    ],
)
def test_the_day_is_the_one_on_which_the_site_begins_to_ask(recognition: dict[str, str], day: datetime.date, root: Root) -> None:
    root.write_card(a_card(recognitions=[{**DECIDED, **recognition}]))
    library = root.load()
    (event,) = [
        one for one in events(calendar(library, Place("", "", name="Bibliotheek"))) if one["summary"].startswith("Voorbeeld: ")
    ]
    assert event.decoded("dtstart") == day and "goed onderbouwd" in event["description"]
    (decided,) = library.methods["nieuw"].recognitions
    first = day + DAY if decided.valid_until else day
    assert [asks_whether_valid(decided, one) for one in (first - DAY, first)] == [False, True]


@pytest.mark.parametrize("state", ["withdrawn", "in-reassessment"])
def test_what_nobody_asks_after_has_no_term(state: str, root: Root) -> None:
    root.write_card(a_card(recognitions=[{**DECIDED, "date": "2020", "state": state}]))
    assert list(deadlines_of(root.load().methods["nieuw"])) == []


def test_an_appointment_moves_when_its_day_changes(root: Root) -> None:
    def found(reviewed: str) -> dict[str, datetime.date]:
        root.write_card(a_card(reviewed=reviewed))
        made = events(calendar(root.load(), Place("", "", name="Bibliotheek")))
        return {str(one["uid"]): one.decoded("dtstart") for one in made if one["summary"] == "Voorbeeld: kaart nakijken"}

    before, after = found("2023-03-01"), found("2024-04-02")
    assert before.keys() == after.keys()
    assert [*before.values(), *after.values()] == [datetime.date(2025, 3, 1), datetime.date(2026, 4, 2)]


@given(DAYS)
def test_the_terms_are_those_of_the_rules(day: datetime.date) -> None:
    written = Date(day.year, day.month, day.day)
    old, stale = years_later(day, RECOGNITION_YEARS), years_later(day, REVIEW_MONTHS // 12)
    assert [years_since(written, one) for one in (old - DAY, old)] == [RECOGNITION_YEARS - 1, RECOGNITION_YEARS]
    assert [is_stale(written, one) for one in (stale - DAY, stale)] == [False, True]


@pytest.mark.parametrize("date", ["9999-12-31", "9996-02-29", "9995", "1000-01-01"])
def test_a_day_beyond_all_calendars_ends_no_build(date: str) -> None:
    parts = [int(part) for part in date.split("-")]
    later = years_later(Date(*parts).last_day, RECOGNITION_YEARS)
    assert later.year == min(parts[0] + RECOGNITION_YEARS, datetime.MAXYEAR)
