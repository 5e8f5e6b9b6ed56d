"""Pages made from data on which evidence is weighed: the further pages of long lists, measures, themes and stages.

The first page of each list is hand-written in docs/; what stands here is only made when it is written.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from macros.library.library import Library
from macros.model.data import Term
from macros.site.pages.page import Page
from macros.views.common.dutch import capital
from macros.views.common.pagination import ListPage, paginate
from macros.views.common.subjects import SubjectOutcome
from macros.views.compare.method_summaries import method_summaries
from macros.views.evidence import evidence_map, measures
from macros.views.evidence.base_rates import base_rates_of
from macros.views.evidence.measure_answer import aiming_without_result, measure_answer
from macros.views.evidence.measure_chart import figures_address, measure_figure
from macros.views.evidence.pages import (
    claim_pages,
    claims_page_view,
    cost_pages,
    costs_page_view,
    element_pages,
    elements_page_view,
    map_page_view,
    map_pages,
    recognition_pages,
    recognitions_page_view,
    theme_map_pages,
)
from macros.views.reference import chain
from macros.views.reference.chain_chart import stage_figure


def _page(address: str, title: str, description: str, kind: str, template: str, view: Callable[[], Any]) -> Page:
    return Page(address, title, description, address.split("/")[0] + "/", kind, template, view, "methods/")


def evidence_pages(library: Library) -> Iterator[Page]:
    """The pages of all evidence, in the order of the menu."""
    for make in EVIDENCE_PAGES.values():
        yield from make(library)


def _further(found: list[ListPage]) -> list[ListPage]:
    """Without the first, which is hand-written."""
    return found[1:]


def _claims(library: Library) -> Iterator[Page]:
    for part in _further(claim_pages(library)):
        title = f"Wat bronnen zeggen{part.suffix}"
        yield _page(
            part.address,
            title,
            f"{title}: wat er over methoden gezegd wordt, met bron.",
            "claims",
            "evidence/claims_page.html",
            lambda part=part: claims_page_view(part),
        )


def _measures(library: Library) -> Iterator[Page]:
    for measure, results in measures.results_by_measure(library).items():
        term = library.vocabularies["measure"].terms[measure]
        of_all = cache(partial(_of_all_results, results, library))  # once, and not for each page
        for part in paginate(results, measures.RESULTS_PER_PAGE, measures.measure_link(measure)):
            title = f"Uitkomsten: {term.nl}{part.suffix}"
            description = f"{title}. {term.description}"
            yield _page(
                part.address,
                title,
                description,
                "measure",
                "evidence/measure.html",
                partial(_measure_page, part, of_all, library),
            )


def _of_all_results(results: Sequence[SubjectOutcome], library: Library) -> dict[str, Any]:
    """What every page of a measure says of all its results, also of those on other pages."""
    term = results[0][1].measure
    return {
        "answer": measure_answer(results),
        "base_rates": base_rates_of(term.id, library),
        "figure": measure_figure(results, library),
        "figures_address": figures_address(term.id),
        "aiming": aiming_without_result(term, results, library),
    }


def _measure_page(part: ListPage, of_all: Callable[[], dict[str, Any]], library: Library) -> dict[str, Any]:
    """One page of a measure."""
    return {
        **of_all(),
        "page": part,
        "measure": measures.measure_view(part.rows),
        "methods": method_summaries((subject.id for subject, _ in part.rows if not subject.is_tool), library),
    }


def _maps(library: Library) -> Iterator[Page]:
    for part in _further(map_pages(library)):
        title = f"Bewijskaart{part.suffix}"
        yield _page(
            part.address,
            title,
            f"{title}: wat er van welke methode bekend is.",
            "map",
            "evidence/map_page.html",
            lambda part=part: map_page_view(part, library, title="Alle methoden"),
        )
    for theme in evidence_map.themes_on_map(library):
        for part in theme_map_pages(library, theme.id):
            title = f"Bewijskaart: {theme.nl}{part.suffix}"
            description = f"Wat er bekend is van methoden met het thema {theme.nl}{part.suffix}."
            yield _page(
                part.address,
                title,
                description,
                "map",
                "evidence/map_page.html",
                partial(map_page_view, part, library, title=capital(theme.nl), theme=theme.id),
            )


def _elements(library: Library) -> Iterator[Page]:
    for part in _further(element_pages(library)):
        title = f"Werkzame elementen{part.suffix}"
        yield _page(
            part.address,
            title,
            f"{title}: welke methode welk element noemt.",
            "elements",
            "evidence/elements_page.html",
            lambda part=part: elements_page_view(part, library),
        )


def _recognitions(library: Library) -> Iterator[Page]:
    for part in _further(recognition_pages(library)):
        title = f"Erkenningen{part.suffix}"
        description = f"{title}: wat instanties over methoden besloten."
        yield _page(
            part.address,
            title,
            description,
            "recognitions",
            "evidence/recognitions_page.html",
            lambda part=part: recognitions_page_view(part, library),
        )


def _stages(library: Library) -> Iterator[Page]:
    for stage, methods in chain.methods_by_stage(library).items():
        term = library.vocabularies["stage"].terms[stage]
        for part in paginate(methods, chain.METHODS_PER_PAGE, chain.stage_link(stage)):
            title = f"De keten: {term.nl}{part.suffix}"
            view = partial(_stage_page, part, term, library)
            yield _page(part.address, title, f"{title}. {term.description}", "chain", "reference/stage.html", view)


def _stage_page(part: ListPage, stage: Term, library: Library) -> dict[str, Any]:
    return chain.stage_view(part, stage, library) | {"figure": stage_figure(part, stage, library)}


def _costs(library: Library) -> Iterator[Page]:
    for part in _further(cost_pages(library)):
        title = f"Kosten{part.suffix}"
        description = f"{title}: wat methoden kosten, met noemer, prijsjaar en bron."
        yield _page(
            part.address,
            title,
            description,
            "costs",
            "evidence/costs_page.html",
            lambda part=part: costs_page_view(part),
        )


EVIDENCE_PAGES: dict[str, Callable[[Library], Iterator[Page]]] = {
    "uitspraken/": _claims,
    "uitkomsten/": _measures,
    "bewijskaart/": _maps,
    "werkzame-elementen/": _elements,
    "erkenningen/": _recognitions,
    "keten/": _stages,
    "kosten/": _costs,
}
"""Where the addresses of a kind of pages begin → what makes them."""
