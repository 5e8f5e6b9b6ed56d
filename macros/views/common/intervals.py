"""The interval of a proportion."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


class Interval(NamedTuple):
    """Bounds of a proportion, each between 0 and 1."""

    low: float
    high: float


def wilson(count: int, of: int) -> Interval:
    """The score interval of a proportion at 95 per cent.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927) 209-212; without continuity correction, method 3 in R. G. Newcombe, Statistics
    in Medicine 17 (1998) 857-872, whose worked examples are the test.

    Raises ValueError where there is no proportion: `of` below 1, or `count` outside 0..of.
    """
    if of < 1 or not 0 <= count <= of:
        raise ValueError(f"no proportion: {count} of {of}")
    share, spread = count / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return Interval(max(0.0, middle - half) if count else 0.0, min(1.0, middle + half) if count < of else 1.0)
