"""The pages of the ready-made comparisons."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.ready_comparison import ReadyComparison
from macros.views.compare.comparison import Comparison, comparison_view


class ReadyLink(NamedTuple):
    question: str
    link: str
    methods: tuple[str, ...]
    """Their names"""


class ReadyView(NamedTuple):
    question: str
    answer: str
    comparison: Comparison


def ready_link(comparison_id: str) -> str:
    return f"vergelijken/{comparison_id}/"


def ready_links(library: Library) -> tuple[ReadyLink, ...]:
    """All ready-made comparisons in the order of the file; a method that was refused is left out."""
    return tuple(
        ReadyLink(
            one.question,
            ready_link(one.id),
            tuple(library.methods[method_id].name for method_id in one.methods if method_id in library.methods),
        )
        for one in library.comparisons.values()
    )


def ready_view(comparison: ReadyComparison, library: Library) -> ReadyView:
    """One ready-made comparison."""
    return ReadyView(comparison.question, comparison.answer, comparison_view(library, comparison.methods))
