"""The pages about evidence: the rows on each page, and the view of each page."""

from typing import Any

from macros.library.library import Library
from macros.views.common.pagination import ListPage, paginate
from macros.views.common.subjects import methods_by_name
from macros.views.evidence import active_elements, claims, costs, evidence_map, recognitions
from macros.views.evidence.map_chart import map_figure


def claim_pages(library: Library) -> list[ListPage]:
    return paginate(claims.ledger_rows(library), claims.CLAIMS_PER_PAGE, "uitspraken/")


def claims_page_view(page: ListPage) -> dict[str, Any]:
    return {"page": page, "claims": [claims.claim_view(claim) for claim in page.rows]}


def theme_link(theme: str) -> str:
    return f"bewijskaart/{theme}/"


def map_pages(library: Library) -> list[ListPage]:
    return paginate(evidence_map.methods_on_map(library), evidence_map.METHODS_PER_PAGE, "bewijskaart/")


def theme_map_pages(library: Library, theme: str) -> list[ListPage]:
    """The pages of the map of one theme."""
    return paginate(evidence_map.methods_on_map(library, theme), evidence_map.METHODS_PER_PAGE, theme_link(theme))


def map_page_view(page: ListPage, library: Library, *, title: str, theme: str | None = None) -> dict[str, Any]:
    tools = evidence_map.tools_on_map(library) if page.address == "bewijskaart/" else ()
    view = evidence_map.map_view(page.rows, tools, library, theme)
    return {
        "page": page,
        "title": title,
        "map": view,
        "figure": map_figure(view, title, page.address, (*page.rows, *tools), library) if page.of == 1 else None,
        "themes": [(term.nl, theme_link(term.id)) for term in evidence_map.themes_on_map(library)],
        "forms": evidence_map.FORM_NAMES,
        "states": evidence_map.STATES,
    }


def element_pages(library: Library) -> list[ListPage]:
    return paginate(methods_by_name(library), active_elements.METHODS_PER_PAGE, "werkzame-elementen/")


def elements_page_view(page: ListPage, library: Library) -> dict[str, Any]:
    return {
        "page": page,
        "columns": active_elements.element_columns(library),
        "rows": active_elements.element_rows(page.rows, library),
    }


def recognition_pages(library: Library) -> list[ListPage]:
    return paginate(methods_by_name(library), recognitions.METHODS_PER_PAGE, "erkenningen/")


def recognitions_page_view(page: ListPage, library: Library) -> dict[str, Any]:
    return {"page": page, "rows": recognitions.recognition_rows(page.rows, library)}


def cost_pages(library: Library) -> list[ListPage]:
    return paginate(methods_by_name(library), costs.METHODS_PER_PAGE, "kosten/")


def costs_page_view(page: ListPage) -> dict[str, Any]:
    return {"page": page, "costs": costs.costs_view(page.rows)}
