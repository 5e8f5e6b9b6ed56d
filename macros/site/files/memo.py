"""Memos: the files of the ready-made comparisons, and what a browser makes a memo of for methods that a reader chooses."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.library.library import Library
from macros.model.method import Method
from macros.model.sources import Citation
from macros.rendering.paper.markdown import paper_markdown
from macros.site.pages.page import Site
from macros.views.card.key_facts import KeyFacts
from macros.views.common.comparability import scale_of
from macros.views.compare.memo import (
    BUT,
    COUNTED_IN,
    QUESTION,
    RESULT_HEADS,
    STANDING_CAUTIONS,
    Said,
    memo_day,
    memo_method,
    memo_rates,
    memo_result,
    memo_view,
    source_line,
)
from macros.views.compare.memo_paper import TEXTS, memo_paper
from macros.views.compare.ready import memo_link, quoted_answer, ready_link
from macros.views.evidence.base_rates import base_rates_of


def memo_files(library: Library, site: Site, comparison: str) -> Iterator[tuple[str, str | bytes]]:
    """(path, content) of the memo of a ready-made comparison, as Word and as Markdown."""
    from macros.rendering.paper.docx import paper_docx  # slow to import, and most builds take the memos over

    one = library.comparisons[comparison]
    memo = memo_view(library, one.methods, ready_link(one.id), one.question, quoted_answer(one, library))
    paper = memo_paper(memo, site.url, site.name)
    yield memo_link(one.id, "docx"), paper_docx(paper, library.today)
    yield memo_link(one.id, "txt"), paper_markdown(paper)


def memo_index(library: Library) -> dict[str, Any]:
    """What holds for every memo."""
    rates = {measure: memo_rates(base_rates_of(measure, library)) for measure in library.vocabularies["measure"].terms}
    return {
        "texts": TEXTS | {"question": QUESTION, "counted": COUNTED_IN, "but": BUT},
        "day": memo_day(library),
        "heads": RESULT_HEADS,
        "cautions": STANDING_CAUTIONS,
        "rates": {measure: list(map(_said, found)) for measure, found in rates.items() if found},
        "sources": _sources(said for found in rates.values() for said in found),
    }


def memo_data(method: Method, key: KeyFacts) -> dict[str, Any]:
    """One method in a memo."""
    part = memo_method(method, key)
    results = [memo_result(outcome) if scale_of(outcome) else () for outcome in method.outcomes]  # others stand on no scale
    return {
        "cells": list(map(_said, part.cells)),
        "conclude": part.not_to_conclude,
        "unknown": part.unknown,
        "results": [list(map(_said, cells)) for cells in results],
        "sources": _sources([*part.cells, *(said for cells in results for said in cells)]),
    }


def _said(said: Said) -> dict[str, Any]:
    return {"lead": said.lead, "text": said.text, "sources": list(map(_cited, said.sources))}


def _cited(citation: Citation) -> tuple[str, str | None]:
    return citation.source.id, citation.locator


def _sources(texts: Iterable[Said]) -> dict[str, tuple[str, str | None]]:
    """Id → (the source as the list names it, its address)"""
    cited = {citation.source.id: citation.source for said in texts for citation in said.sources}
    return {key: (source_line(source), source.URL) for key, source in cited.items()}
