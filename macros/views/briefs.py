"""Methods in a few words beside their results: what they cost and who recognised them, because a buyer asks that next."""

from collections.abc import Iterable
from typing import NamedTuple

from ..library import Library
from .lines import Line, context_of
from .rows import BY_ID, row

ROWS = ("status", "costs", "recognition")


class Brief(NamedTuple):
    id: str
    name: str
    link: str
    cells: tuple[tuple[str, tuple[Line, ...], str], ...]
    """(label, lines, section of the card) for each of ROWS"""


def briefs(ids: Iterable[str], library: Library) -> tuple[Brief, ...]:
    """Methods in this order, each once; an id that is no method is passed over."""
    context = context_of(library)
    methods = (library.methods[method_id] for method_id in dict.fromkeys(ids) if method_id in library.methods)
    return tuple(
        Brief(
            method.id,
            method.name,
            f"methoden/{method.id}/",
            tuple((BY_ID[row_id].label, row(BY_ID[row_id], method, context).lines, BY_ID[row_id].section) for row_id in ROWS),
        )
        for method in methods
    )
