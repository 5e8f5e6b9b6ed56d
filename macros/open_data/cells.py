"""Values → cells of a CSV file that people may open in a spreadsheet."""

from decimal import Decimal
from typing import Any

BYTE_ORDER_MARK = "\ufeff"
"""Without it a Dutch spreadsheet takes UTF-8 for another encoding."""
_FORMULA = frozenset("=+-@")


def safe_text(value: Any) -> str:
    """Text on one line. A text that a spreadsheet would run as a formula gets an apostrophe in front, because a stranger may
    have written it."""
    if value is None:
        return ""
    text = " ".join(str(value).split())
    return f"'{text}" if text[:1] in _FORMULA else text


def dutch_cell(value: Any) -> str:
    """A cell for a Dutch spreadsheet: decimal commas, ja and nee."""
    if value is None or isinstance(value, str):
        return safe_text(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    return str(value) if isinstance(value, int) else safe_text(value)


def plain_cell(value: Any) -> str:
    """A cell for programs: decimal points, true and false."""
    if value is None or isinstance(value, str):
        return safe_text(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float | Decimal) else safe_text(value)
