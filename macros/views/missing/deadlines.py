"""The days on which something on a card must be looked at: the term of a recognition, and that of the card itself."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from macros.model.method import Method
from macros.model.recognition import Recognition
from macros.views.common.comparability import RECOGNITION_YEARS, REVIEW_MONTHS, can_lapse
from macros.views.common.dutch import date, in_words
from macros.views.common.wording import level_text


class Deadline(NamedTuple):
    """A day on which somebody must look at something on a card."""

    key: str
    """What it is about; stays when its day changes."""
    day: datetime.date
    title: str
    text: str
    link: str
    """The place on the card, from the root of the site."""


def deadlines_of(method: Method) -> Iterator[Deadline]:
    """The days of the limits in macros/views/common/comparability.py that a card has, passed or not."""
    for recognition in method.recognitions:
        if can_lapse(recognition):
            yield from _term_of(recognition, method)
    if method.reviewed:
        years = REVIEW_MONTHS // 12
        yield Deadline(
            f"{method.id} reviewed",
            years_later(method.reviewed.last_day, years),
            f"{method.name}: kaart nakijken",
            f"De kaart is nagekeken op {date(method.reviewed)}, {in_words(years)} jaar geleden.",
            f"methoden/{method.id}/#onbekend",
        )


def _term_of(recognition: Recognition, method: Method) -> Iterator[Deadline]:
    levels = "; ".join(level_text(verdict) for verdict in recognition.verdicts)
    decided = f"{recognition.body.name}: {levels} ({date(recognition.date) if recognition.date else 'datum onbekend'})."
    key = f"{method.id} {recognition.body.id} {recognition.id or recognition.date}"
    link = f"methoden/{method.id}/#erkenning"
    if recognition.valid_until:
        title = f"{method.name}: laatste dag van een erkenning"
        yield Deadline(key, recognition.valid_until.last_day, title, decided, link)
    elif recognition.date:
        years = in_words(RECOGNITION_YEARS)
        title = f"{method.name}: erkenning is {years} jaar oud"
        text = f"{decided} Erkenningen worden na {years} jaar opnieuw beoordeeld. Kijk bij de instantie of het besluit nog geldt."
        yield Deadline(key, years_later(recognition.date.last_day, RECOGNITION_YEARS), title, text, link)


def years_later(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; 1 March if there is no 29 February then, and the last day there is beyond it."""
    if day.year + years > datetime.MAXYEAR:
        return datetime.date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 3, 1)
