"""From how many families on a difference between two groups shows: for a municipality that plans a trial, or reads of one."""

from math import ceil, sqrt
from statistics import NormalDist
from typing import NamedTuple

from macros.views.common.dutch import percent
from macros.views.common.intervals import wilson

ALPHA = 0.05
"""Chance to see a difference that is not there, two-sided."""
POWER = 0.80
"""Chance to see a difference that is there. Both are what the field usually takes."""
SOURCE = (
    "J.L. Fleiss, A. Tytun en H.K. Ury, A simple approximation for calculating sample sizes for comparing independent "
    "proportions, Biometrics 36 (1980), 343-346"
)
SHARES = tuple(share / 10 for share in range(1, 10))
FEW = 10
"""The number of families with which many trials begin."""
SIZES = (10, 20, 30, 50, 100, 200)


def exact_size(first: float, second: float, alpha: float = ALPHA, power: float = POWER) -> float:
    """How many are needed in each of two groups of equal size, not yet rounded up.

    `first` and `second` are the shares in the two groups, between 0 and 1. The formula, with correction for continuity, is that
    of SOURCE for groups of equal size, which is that of J.T. Casagrande, M.C. Pike and P.G. Smith, Biometrics 34 (1978) 483-486.
    Raises ValueError if the shares are equal or not between 0 and 1.
    """
    difference = abs(first - second)
    if not (0 < first < 1 and 0 < second < 1) or not difference:
        raise ValueError(f"no two different shares: {first} and {second}")
    normal, middle = NormalDist(), (first + second) / 2
    spread = normal.inv_cdf(1 - alpha / 2) * sqrt(2 * middle * (1 - middle))
    spread += normal.inv_cdf(power) * sqrt(first * (1 - first) + second * (1 - second))
    uncorrected = (spread / difference) ** 2
    return uncorrected / 4 * (1 + sqrt(1 + 4 / (uncorrected * difference))) ** 2


def families_per_group(first: float, second: float) -> int:
    """How many families are needed in each group; raises what exact_size raises."""
    return ceil(exact_size(first, second))


def smallest_visible(first: float, families: int) -> float | None:
    """The smallest higher share, in whole per cents, whose difference with `first` shows with so many families in each group;
    None if even 99 per cent does not show."""
    shares = (share / 100 for share in range(round(first * 100) + 1, 100))
    return next((share for share in shares if exact_size(first, share) <= families), None)


class SizeRow(NamedTuple):
    """With the usual help so many, and with the method so many: how many families in each group."""

    first: str
    cells: tuple[tuple[str, str], ...]
    """(share with the method, number or a dash)"""


class Visible(NamedTuple):
    """What shows with a number of families in each group, if the usual help reaches `first`."""

    families: int
    seen: tuple[tuple[str, str], ...]
    """(share with the usual help, smallest share with the method that shows)"""


class OfFew(NamedTuple):
    """A result of a few families without a comparison group."""

    count: int
    low: str
    high: str


class CurvePoint(NamedTuple):
    difference: int
    """In per cents above half."""
    families: int


class SampleSizes(NamedTuple):
    shares: tuple[str, ...]
    rows: tuple[SizeRow, ...]
    visible: tuple[Visible, ...]
    few: int
    of_few: tuple[OfFew, ...]
    curve: tuple[CurvePoint, ...]
    source: str
    alpha: str
    power: str


def sample_sizes() -> SampleSizes:
    """The tables, the curve and what stands beside them."""
    return SampleSizes(
        shares=tuple(map(percent, SHARES)),
        rows=tuple(
            SizeRow(percent(first), tuple((percent(second), _cell(first, second)) for second in SHARES)) for first in SHARES
        ),
        visible=tuple(Visible(size, tuple(_seen(first, size) for first in (0.2, 0.5, 0.8))) for size in SIZES),
        few=FEW,
        of_few=tuple(_of_few(count) for count in (5, 8, 10)),
        curve=tuple(CurvePoint(points, families_per_group(0.5, 0.5 + points / 100)) for points in range(10, 46, 5)),
        source=SOURCE,
        alpha=percent(ALPHA),
        power=percent(POWER),
    )


def _cell(first: float, second: float) -> str:
    return "–" if first == second else str(families_per_group(first, second))


def _seen(first: float, families: int) -> tuple[str, str]:
    share = smallest_visible(first, families)
    return percent(first), percent(share) if share else "geen enkel verschil"


def _of_few(count: int) -> OfFew:
    interval = wilson(count, FEW)
    return OfFew(count, percent(interval.low), percent(interval.high))
