"""Summaries of methods, shown beside their results: status, costs and recognition, which buyers ask for next."""

from collections.abc import Iterable
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.card.rows import BY_ID, row_of
from macros.views.common.lines import Line, RowContext, link_to_card, row_context

ROWS = ("status", "costs", "recognition")


class MethodSummary(NamedTuple):
    id: str
    name: str
    link: str
    cells: tuple[tuple[str, tuple[Line, ...], str], ...]
    """(label, lines, section of the card) for each of ROWS"""


def method_summaries(ids: Iterable[str], library: Library) -> tuple[MethodSummary, ...]:
    """The summaries of these methods, each once; an id that is not a method is skipped."""
    context = row_context(library)
    methods = (library.methods[method_id] for method_id in dict.fromkeys(ids) if method_id in library.methods)
    return tuple(
        MethodSummary(
            method.id,
            method.name,
            f"methoden/{method.id}/",
            tuple(_cell(row_id, method, context) for row_id in ROWS),
        )
        for method in methods
    )


def _cell(row_id: str, method: Method, context: RowContext) -> tuple[str, tuple[Line, ...], str]:
    kind = BY_ID[row_id]
    return kind.label, tuple(link_to_card(line, method.id) for line in row_of(kind, method, context).lines), kind.section
