"""The pages of the ready-made comparisons."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.ready_comparison import ReadyComparison
from macros.views.common.figure import Figure
from macros.views.common.short import plain
from macros.views.compare.comparison import Comparison, comparison_view
from macros.views.compare.comparison_chart import comparison_figure

MEMO_FILES = (("Word (DOCX)", "docx"), ("Markdown, als tekst", "txt"))
"""(label, ending) of each file of a memo. Markdown ends in .txt, which every machine opens; as .md in an export another generator
would take it for a page."""


class ReadyLink(NamedTuple):
    question: str
    link: str
    methods: tuple[str, ...]
    """Their names"""


class ReadyView(NamedTuple):
    question: str
    answer: str
    comparison: Comparison
    methods: tuple[str, ...]
    """Their ids"""
    plain_answer: str
    """The answer without markup, for the memo."""
    figure: Figure | None
    """The results as a chart; None if there is nothing to draw."""
    memos: tuple[tuple[str, str], ...]
    """(kind of file, address from the root of the site) of each memo"""


def ready_link(comparison_id: str) -> str:
    return f"vergelijken/{comparison_id}/"


def memo_link(comparison_id: str, ending: str) -> str:
    """Where the memo stands, from the root of the site."""
    return f"{ready_link(comparison_id)}memo-{comparison_id}.{ending}"


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
    view = comparison_view(library, comparison.methods)
    methods = [library.methods[method_id] for method_id in comparison.methods]
    return ReadyView(
        comparison.question,
        comparison.answer,
        view,
        comparison.methods,
        plain(comparison.answer),
        comparison_figure(methods, view.blocks, ready_link(comparison.id), f"vergelijking-{comparison.id}", library),
        tuple((label, memo_link(comparison.id, ending)) for label, ending in MEMO_FILES),
    )
