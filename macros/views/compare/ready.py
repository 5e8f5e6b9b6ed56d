"""The pages of the ready-made comparisons."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.ready_comparison import ReadyComparison
from macros.model.results import NoneYet
from macros.views.common.comparability import INDEPENDENCE, independence_of
from macros.views.common.figure import Figure
from macros.views.common.short import plain
from macros.views.compare.comparison import Comparison, comparison_view
from macros.views.compare.comparison_chart import comparison_figure
from macros.views.evidence.weighing import INDEPENDENTLY, NONE_INDEPENDENT, whole_or_part

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
    measured: str
    """Who measured, as in `who_measured`."""
    comparison: Comparison
    methods: tuple[str, ...]
    """Their ids"""
    quoted: str
    """The answer with who measured, as in `quoted_answer`."""
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
        who_measured(methods),
        view,
        comparison.methods,
        quoted_answer(comparison, library),
        comparison_figure(methods, view.blocks, ready_link(comparison.id), f"vergelijking-{comparison.id}", library),
        tuple((label, memo_link(comparison.id, ending)) for label, ending in MEMO_FILES),
    )


def quoted_answer(comparison: ReadyComparison, library: Library) -> str:
    """The answer without markup, for a memo or another site; who measured goes along. A method that was refused is left out."""
    methods = [library.methods[method_id] for method_id in comparison.methods if method_id in library.methods]
    return " ".join(filter(None, (plain(comparison.answer), who_measured(methods))))


def who_measured(methods: Sequence[Method]) -> str:
    """Whether those who measured the results of these methods had an interest in them; an answer about them never stands without.
    Empty if there is no result."""
    found = {
        method.name: {independence_of(one) for one in method.outcomes if not isinstance(one.result, NoneYet)}
        for method in methods
    }
    if not any(found.values()):
        return ""
    independent = tuple(whole_or_part(found, "independent", INDEPENDENTLY))
    return " ".join((*(independent or (NONE_INDEPENDENT,)), *whole_or_part(found, "own", INDEPENDENCE["own"])))
