"""How a value stands in a cell of a text file that spreadsheets open."""

from decimal import Decimal
from typing import Any

BYTE_ORDER_MARK = "\ufeff"
"""Without it a Dutch spreadsheet reads UTF-8 as something else."""
_FORMULA = frozenset("=+-@")


def safe_text(value: Any) -> str:
    """Text on one line; one that would be read as a formula gets an apostrophe in front, because it may be a stranger's."""
    if value is None:
        return ""
    text = str(value).strip()
    if "  " in text or not text.isprintable():  # a line end or a tab is not printable
        text = " ".join(text.split())
    return f"'{text}" if text[:1] in _FORMULA else text


def dutch_cell(value: Any) -> str:
    """As a Dutch spreadsheet expects it: decimal commas, ja and nee."""
    if value is None or isinstance(value, str):
        return safe_text(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    return str(value) if isinstance(value, int) else safe_text(value)


def plain_cell(value: Any) -> str:
    """As programs expect it: decimal points, true and false."""
    if value is None or isinstance(value, str):
        return safe_text(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float | Decimal) else safe_text(value)
