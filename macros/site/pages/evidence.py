"""Pages made from data on which evidence is weighed: the further pages of long lists, measures, themes and stages.

The first page of each list is hand-written in docs/; what stands here is only made when it is written.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from macros.library.library import Library
from macros.site.pages.page import Page
from macros.views.common.dutch import capital
from macros.views.common.pagination import Sheet, sheets
from macros.views.compare.method_summaries import briefs
from macros.views.evidence import evidence_map, measures
from macros.views.evidence.pages import (
    claim_sheets,
    claims_view,
    cost_sheets,
    cost_view,
    element_sheets,
    element_table,
    map_sheets,
    map_view,
    recognition_sheets,
    recognition_view,
    theme_link,
)
from macros.views.reference import chain


def _page(address: str, title: str, description: str, template: str, view: Callable[[], Any]) -> Page:
    return Page(address, title, description, address.split("/")[0] + "/", template, view, "methods/")


def evidence_pages(library: Library) -> Iterator[Page]:
    """The pages of all evidence, in the order of the menu."""
    yield from _claims(library)
    yield from _measures(library)
    yield from _maps(library)
    yield from _elements(library)
    yield from _recognitions(library)
    yield from _stages(library)
    yield from _costs(library)


def _further(found: list[Sheet]) -> list[Sheet]:
    """Without the first, which is hand-written."""
    return found[1:]


def _numbered(sheet: Sheet) -> str:
    return f", bladzijde {sheet.number} van {sheet.of}" if sheet.number > 1 else ""


def _claims(library: Library) -> Iterator[Page]:
    for sheet in _further(claim_sheets(library)):
        title = f"Uitspraken{_numbered(sheet)}"
        yield _page(
            sheet.address,
            title,
            f"{title}: wat er over methoden gezegd wordt, met bron.",
            "evidence/claims_page.html",
            lambda sheet=sheet: claims_view(sheet),
        )


def _measures(library: Library) -> Iterator[Page]:
    for measure, results in measures.by_measure(library).items():
        term = library.vocabularies["measure"].terms[measure]
        for sheet in sheets(results, measures.SHEET, measures.measure_link(measure)):
            title = f"Uitkomsten: {term.nl}{_numbered(sheet)}"
            description = f"{title}. {term.description}"
            yield _page(
                sheet.address, title, description, "evidence/measure.html", lambda sheet=sheet: _measure_page(sheet, library)
            )


def _measure_page(sheet: Sheet, library: Library) -> dict[str, Any]:
    methods = briefs((subject.id for subject, _ in sheet.rows if not subject.is_tool), library)
    return {"sheet": sheet, "measure": measures.measure_view(sheet.rows), "methods": methods}


def _maps(library: Library) -> Iterator[Page]:
    for sheet in _further(map_sheets(library)):
        title = f"Bewijskaart{_numbered(sheet)}"
        yield _page(
            sheet.address,
            title,
            f"{title}: wat er van welke methode bekend is.",
            "evidence/map_page.html",
            lambda sheet=sheet: map_view(sheet, library, title="Alle methoden"),
        )
    for theme in library.vocabularies["theme"].terms.values():
        for sheet in sheets(evidence_map.told_methods(library, theme.id), evidence_map.SHEET, theme_link(theme.id)):
            title = f"Bewijskaart: {theme.nl}{_numbered(sheet)}"
            description = f"Wat er bekend is van methoden met het thema {theme.nl}{_numbered(sheet)}."
            name = capital(theme.nl)
            yield _page(
                sheet.address,
                title,
                description,
                "evidence/map_page.html",
                lambda sheet=sheet, name=name: map_view(sheet, library, title=name),
            )


def _elements(library: Library) -> Iterator[Page]:
    for sheet in _further(element_sheets(library)):
        title = f"Werkzame elementen{_numbered(sheet)}"
        yield _page(
            sheet.address,
            title,
            f"{title}: welke methode welk element noemt.",
            "evidence/elements_page.html",
            lambda sheet=sheet: element_table(sheet, library),
        )


def _recognitions(library: Library) -> Iterator[Page]:
    for sheet in _further(recognition_sheets(library)):
        title = f"Erkenningen{_numbered(sheet)}"
        description = f"{title}: wat instanties over methoden besloten."
        yield _page(
            sheet.address,
            title,
            description,
            "evidence/recognitions_page.html",
            lambda sheet=sheet: recognition_view(sheet, library),
        )


def _stages(library: Library) -> Iterator[Page]:
    for stage, methods in chain.at_stage(library).items():
        term = library.vocabularies["stage"].terms[stage]
        for sheet in sheets(methods, chain.SHEET, chain.stage_link(stage)):
            title = f"De keten: {term.nl}{_numbered(sheet)}"
            view = partial(chain.stage_view, sheet, term, library)
            yield _page(sheet.address, title, f"{title}. {term.description}", "reference/stage.html", view)


def _costs(library: Library) -> Iterator[Page]:
    for sheet in _further(cost_sheets(library)):
        title = f"Kosten{_numbered(sheet)}"
        description = f"{title}: wat methoden kosten, met noemer, prijsjaar en bron."
        yield _page(sheet.address, title, description, "evidence/costs_page.html", lambda sheet=sheet: cost_view(sheet))
