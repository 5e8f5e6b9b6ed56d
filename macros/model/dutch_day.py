"""Which day it is in the Netherlands, whatever the clock of the machine says of its own place."""

import datetime
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/Amsterdam")


def dutch_day(moment: datetime.datetime) -> datetime.date:
    """The day of a moment with a time zone."""
    return moment.astimezone(_HERE).date()


def dutch_today() -> datetime.date:
    """The day that it is now."""
    return dutch_day(datetime.datetime.now(datetime.UTC))
