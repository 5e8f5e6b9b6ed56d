"""What runs in turns tell, or that they tell nothing. Decides only; measures and prints nothing."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple

MOST_APART = 1 / 3
"""By how much the largest of a row may be more than the smallest. Beyond that the machine had something else to do, and a median
of so few says more of that than of what was measured."""
LEAST_RUNS = 3
"""With fewer nobody knows how far they differ."""
MANY = 8
"""Of so many the middle half counts: one odd run among twenty says nothing of their median."""


class Measured(NamedTuple):
    """A row of measurements in one number."""

    median: float
    apart: float
    """By how much the largest is more than the smallest, as a part of the smallest."""
    runs: int

    @property
    def tells(self) -> bool:
        """Whether the number may be reported."""
        return self.runs >= LEAST_RUNS and self.apart <= MOST_APART


def figure_of(values: Sequence[float]) -> Measured:
    """Of measurements, all more than nothing. Raises ValueError without any."""
    low, high = min(values), max(values)
    if len(values) >= MANY:
        low, _, high = quantiles(values, method="inclusive")
    return Measured(median(values), high / low - 1, len(values))


def ratio_of(above: Sequence[float], below: Sequence[float]) -> Measured:
    """How many times the one is the other, turn by turn: what slows a whole turn down slows both."""
    return figure_of([one / other for one, other in zip(above, below, strict=True)])


class Promise(NamedTuple):
    """A limit that we hold ourselves to."""

    what: str
    """In Dutch, as in "groei van 1000 naar 5000 kaarten"."""
    measured: Measured
    limit: float
    is_most: bool
    """Whether the limit is the most that it may be, and not the least."""

    @property
    def is_kept(self) -> bool | None:
        """None if the runs do not tell."""
        if not self.measured.tells:
            return None
        return self.measured.median <= self.limit if self.is_most else self.measured.median >= self.limit
