"""Which day it is in the Netherlands, whatever the clock of the machine says of its own place.

Reckoned by the rule itself, because not every machine knows the time zones of the world.
"""

import datetime

_WINTER, _SUMMER = datetime.timedelta(hours=1), datetime.timedelta(hours=2)


def dutch_day(moment: datetime.datetime) -> datetime.date:
    """The day of a moment with a time zone, from 1996 on; before it the day of summer time is not known exactly.

    Source: directive 2000/84/EC, articles 2 and 3: summer time lasts from one hour UTC on the last Sunday of March to one
    hour UTC on the last Sunday of October.
    """
    here = moment.astimezone(datetime.UTC)
    is_summer = _last_sunday(here.year, 3) <= here < _last_sunday(here.year, 10)
    return (here + (_SUMMER if is_summer else _WINTER)).date()


def dutch_today() -> datetime.date:
    """The day that it is now."""
    return dutch_day(datetime.datetime.now(datetime.UTC))


def _last_sunday(year: int, month: int) -> datetime.datetime:
    """One hour UTC on the last Sunday of a month of 31 days."""
    end = datetime.datetime(year, month, 31, 1, tzinfo=datetime.UTC)
    return end - datetime.timedelta(days=end.isoweekday() % 7)
