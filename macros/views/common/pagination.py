"""Divide long lists over several pages, so that no page becomes too large for a slow connection."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class ListPage(NamedTuple):
    """One page of a list."""

    address: str
    """From the root of the site"""
    number: int
    of: int
    rows: Sequence[Any]
    all_addresses: tuple[str, ...]
    """The addresses of all pages of the list, this one included."""
    total: int
    """Rows of the list on all pages together."""

    @property
    def suffix(self) -> str:
        """What follows the title of the list: nothing, or ", pagina 2 van 3"."""
        return f", pagina {self.number} van {self.of}" if self.number > 1 else ""


def paginate(rows: Sequence[Any], size: int, address: str) -> list[ListPage]:
    """The pages of a list, each with at most `size` rows. The first has the address itself; an empty list has one page."""
    pages = [rows[start : start + size] for start in range(0, len(rows), size)] or [()]
    addresses = tuple(address if index == 0 else f"{address}{index + 1}/" for index in range(len(pages)))
    return [ListPage(addresses[index], index + 1, len(pages), part, addresses, len(rows)) for index, part in enumerate(pages)]
