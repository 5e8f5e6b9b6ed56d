"""Long lists on several pages, so that none grows beyond what a reader's connection can carry."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Sheet(NamedTuple):
    """One page of a list."""

    address: str
    """From the root of the site"""
    number: int
    of: int
    rows: Sequence[Any]
    all_addresses: tuple[str, ...]
    """Of all pages of the list, this one included."""
    total: int
    """How many rows the list has on all pages together."""


def sheets(rows: Sequence[Any], size: int, address: str) -> list[Sheet]:
    """The list cut into pages; the first stands at the address itself and is there even if the list is empty."""
    parts = [rows[start : start + size] for start in range(0, len(rows), size)] or [()]
    addresses = tuple(address if index == 0 else f"{address}{index + 1}/" for index in range(len(parts)))
    return [Sheet(addresses[index], index + 1, len(parts), part, addresses, len(rows)) for index, part in enumerate(parts)]
