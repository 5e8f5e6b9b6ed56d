"""The arithmetic of evidence, against published values and against what must always hold."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.percentages import percentage_agrees
from macros.views.common.intervals import wilson

SHARES = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
"""A count and its total."""


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, "0.2553", "0.3662"), (15, 148, "0.0624", "0.1605"), (0, 20, "0.0000", "0.1611"), (1, 29, "0.0061", "0.1718")],
)
def test_the_interval_equals_the_table_of_newcombe(count: int, of: int, low: str, high: str) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3."""
    interval = wilson(count, of)
    assert (f"{interval.low:.4f}", f"{interval.high:.4f}") == (low, high)


def test_eleven_of_twelve_families_lie_between_65_and_99_percent() -> None:
    interval = wilson(11, 12)
    assert (f"{interval.low:.3f}", f"{interval.high:.3f}") == ("0.646", "0.985")


@pytest.mark.parametrize(("count", "of"), [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -1)])
def test_there_is_no_interval_without_a_proportion(count: int, of: int) -> None:
    with pytest.raises(ValueError, match=f"no proportion: {count} of {of}"):
        wilson(count, of)


@given(SHARES)
def test_the_interval_contains_the_share_and_stays_between_none_and_all(share: tuple[int, int]) -> None:
    count, of = share
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1


@given(SHARES)
def test_the_interval_has_width(share: tuple[int, int]) -> None:
    low, high = wilson(*share)
    assert low < high


@given(SHARES)
def test_the_interval_of_the_others_is_the_mirror_image(share: tuple[int, int]) -> None:
    count, of = share
    low, high = wilson(count, of)
    mirrored = wilson(of - count, of)
    assert (mirrored.low, mirrored.high) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(SHARES, st.integers(2, 10))
def test_the_interval_of_the_same_share_of_more_is_narrower(share: tuple[int, int], times: int) -> None:
    count, of = share
    few, many = wilson(count, of), wilson(count * times, of * times)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("printed", "count", "of"),
    [
        ("92", 11, 12),
        ("91.7", 11, 12),
        ("91.67", 11, 12),
        ("50", 1, 2),
        ("50.0", 1, 2),
        ("13", 1, 8),
        ("12", 1, 8),
        ("12.5", 1, 8),
        ("0", 0, 7),
        ("100", 7, 7),
        ("33", 1, 3),
    ],
)
def test_a_percentage_that_is_rightly_rounded_agrees(printed: str, count: int, of: int) -> None:
    assert percentage_agrees(Decimal(printed), count, of)


@pytest.mark.parametrize(
    ("printed", "count", "of"),
    [
        ("91", 11, 12),
        ("93", 11, 12),
        ("92.0", 11, 12),
        ("91.6", 11, 12),
        ("50.1", 1, 2),
        ("11", 1, 8),
        ("14", 1, 8),
        ("34", 1, 3),
        ("99", 7, 7),
    ],
)
def test_a_percentage_that_is_wrong_does_not_agree(printed: str, count: int, of: int) -> None:
    assert not percentage_agrees(Decimal(printed), count, of)


@given(SHARES, st.integers(0, 4), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_every_rounding_to_the_nearest_agrees(share: tuple[int, int], decimals: int, rounding: str) -> None:
    count, of = share
    printed = (Decimal(count) * 100 / of).quantize(Decimal(1).scaleb(-decimals), rounding=rounding)
    assert percentage_agrees(printed, count, of)


@given(SHARES, st.integers(0, 4))
def test_more_than_half_a_unit_off_never_agrees(share: tuple[int, int], decimals: int) -> None:
    count, of = share
    unit = Decimal(1).scaleb(-decimals)
    below = (Decimal(count) * 100 / of).quantize(unit, rounding=ROUND_DOWN)
    assert not percentage_agrees(below - unit, count, of)
    assert not percentage_agrees(below + 2 * unit, count, of)
