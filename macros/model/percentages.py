"""Check a printed percentage against its count and total."""

from decimal import Decimal


def percentage_agrees(printed: Decimal, count: int, of: int) -> bool:
    """Whether a percentage is count/of rounded to the decimals it was printed with (half up or half even)."""
    decimals = max(0, -printed.as_tuple().exponent)
    half_unit = Decimal(5).scaleb(-decimals - 1)
    return abs(Decimal(count) * 100 - printed * of) <= half_unit * of
