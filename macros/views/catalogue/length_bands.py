"""Bands of duration: the few lengths of help by which people choose, and the bands of a length on a card."""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from macros.model.dose import Length


class LengthBand(NamedTuple):
    id: str
    label: str
    from_: float
    """In months; the band holds this length."""
    to: float
    """In months; the band ends just before this length."""


LENGTH_BANDS = (
    LengthBand("kort", "korter dan drie maanden", 0, 3),
    LengthBand("half-jaar", "drie maanden tot een half jaar", 3, 6),
    LengthBand("jaar", "een half jaar tot een jaar", 6, 12),
    LengthBand("lang", "een jaar of langer", 12, inf),
)
_NEAR = 0.01
"""Months: less than half a day, so that twelve weeks are shorter than three months and twelve months are a year."""


def length_bands(length: Length) -> Iterator[str]:
    """Ids of the bands that hold a part of the length."""
    if months := length.months:
        first, last = months
        yield from (band.id for band in LENGTH_BANDS if first + _NEAR < band.to and last + _NEAR >= band.from_)
