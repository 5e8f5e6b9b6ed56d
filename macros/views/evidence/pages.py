"""The pages on which evidence is weighed: which rows stand on which page, and what each page shows."""

from typing import Any

from macros.library.library import Library
from macros.views.common.pagination import Sheet, sheets
from macros.views.common.subjects import methods_by_name
from macros.views.evidence import active_elements, claims, costs, evidence_map, recognitions


def claim_sheets(library: Library) -> list[Sheet]:
    return sheets(claims.said(library), claims.SHEET, "uitspraken/")


def claims_view(sheet: Sheet) -> dict[str, Any]:
    return {"sheet": sheet, "claims": [claims.claim(said) for said in sheet.rows]}


def theme_link(theme: str) -> str:
    return f"bewijskaart/{theme}/"


def map_sheets(library: Library) -> list[Sheet]:
    return sheets(evidence_map.told_methods(library), evidence_map.SHEET, "bewijskaart/")


def map_view(sheet: Sheet, library: Library, *, title: str) -> dict[str, Any]:
    tools = evidence_map.told_tools(library) if sheet.address == "bewijskaart/" else ()
    names = library.vocabularies["theme"].terms.values()
    return {
        "sheet": sheet,
        "title": title,
        "map": evidence_map.map_of(sheet.rows, tools, library),
        "themes": [(term.nl, theme_link(term.id)) for term in names],
        "forms": evidence_map.FORM_NAMES,
        "sizes": evidence_map.SIZES,
        "states": evidence_map.STATES,
    }


def element_sheets(library: Library) -> list[Sheet]:
    return sheets(methods_by_name(library), active_elements.SHEET, "werkzame-elementen/")


def element_table(sheet: Sheet, library: Library) -> dict[str, Any]:
    return {
        "sheet": sheet,
        "columns": active_elements.element_columns(library),
        "rows": active_elements.element_rows(sheet.rows, library),
    }


def recognition_sheets(library: Library) -> list[Sheet]:
    return sheets(methods_by_name(library), recognitions.SHEET, "erkenningen/")


def recognition_view(sheet: Sheet, library: Library) -> dict[str, Any]:
    return {"sheet": sheet, "rows": recognitions.recognition_rows(sheet.rows, library)}


def cost_sheets(library: Library) -> list[Sheet]:
    return sheets(methods_by_name(library), costs.SHEET, "kosten/")


def cost_view(sheet: Sheet) -> dict[str, Any]:
    return {"sheet": sheet, "costs": costs.costs(sheet.rows)}
