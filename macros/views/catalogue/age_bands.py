"""Age bands: the few groups of ages by which people search, and the bands of an age on a card."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from macros.model.age import MONTHS_IN_YEAR, AgeRange


class AgeBand(NamedTuple):
    id: str
    label: str
    from_: float
    """In months since birth; the band holds this age."""
    to: float
    """In months since birth; the band ends just before this age."""


def _band_of_years(first: int, last: int) -> AgeBand:
    return AgeBand(f"{first}-{last}", f"{first} tot {last} jaar", first * MONTHS_IN_YEAR, last * MONTHS_IN_YEAR)


AGE_BANDS: tuple[AgeBand, ...] = (
    AgeBand("zwangerschap", "voor de geboorte", -inf, 0),
    _band_of_years(0, 4),
    _band_of_years(4, 12),
    _band_of_years(12, 18),
    _band_of_years(18, 23),
)


def age_bands(statements: Iterable[AgeRange]) -> Iterator[str]:
    """Ids of the bands that overlap with at least one statement about the age of the child."""
    of_child = [statement for statement in statements if statement.whose is None or statement.whose.id == "child"]
    ranges = [_months_range(statement) for statement in of_child if not statement.words]
    for band in AGE_BANDS:
        if any(_overlaps(band, first, last) for first, last in ranges):
            yield band.id


def _months_range(statement: AgeRange) -> tuple[float, float]:
    """(from, to) in months. Without a lower age it starts at birth, not in pregnancy; without an upper age there is no limit."""
    first = statement.first.months if statement.first else 0
    last = statement.end.months if statement.end else inf
    return min(first, last), last


def _overlaps(band: AgeBand, first: float, last: float) -> bool:
    return band.from_ <= first < band.to if first == last else first < band.to and last > band.from_
