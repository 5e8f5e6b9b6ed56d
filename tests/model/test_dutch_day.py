"""The day in the Netherlands, against the rule of the law."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.dutch_day import dutch_day


def last_sunday(year: int, month: int) -> datetime.datetime:
    """One hour UTC on the last Sunday of a month of 31 days."""
    end = datetime.datetime(year, month, 31, 1, tzinfo=datetime.UTC)
    return end - datetime.timedelta(days=end.isoweekday() % 7)


@given(st.datetimes(datetime.datetime(1996, 1, 1), datetime.datetime(2037, 12, 31), timezones=st.just(datetime.UTC)))
def test_summer_time_lasts_as_long_as_the_directive_says(moment: datetime.datetime) -> None:
    """Directive 2000/84/EC, articles 2 and 3."""
    is_summer = last_sunday(moment.year, 3) <= moment < last_sunday(moment.year, 10)
    assert dutch_day(moment) == (moment + datetime.timedelta(hours=2 if is_summer else 1)).date()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-28T22:59:59+00:00", 28),
        ("2026-11-28T23:00:00+00:00", 29),
        ("2026-07-10T21:59:59+00:00", 10),
        ("2026-07-10T22:00:00+00:00", 11),
        ("2026-03-28T23:00:00+00:00", 29),
        ("2026-03-29T22:00:00+00:00", 30),
        ("2026-10-24T22:00:00+00:00", 25),
        ("2026-10-25T22:30:00+00:00", 25),
        ("2026-10-25T23:00:00+00:00", 26),
        ("2026-11-28T23:30:00+14:00", 28),
    ],
)
def test_around_midnight_and_where_the_clock_changes(moment: str, day: int) -> None:
    assert dutch_day(datetime.datetime.fromisoformat(moment)).day == day
