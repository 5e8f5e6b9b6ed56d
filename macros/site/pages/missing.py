"""Pages made from data on which readers are asked for what the library lacks; the first of each list is hand-written."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from macros.library.library import Library
from macros.site.pages.page import Page
from macros.views.common.pagination import ListPage
from macros.views.missing import lists as wanted
from macros.views.missing.lists import card_list_view

SECTION = "bijdragen/"


def contribute_pages(library: Library) -> Iterator[Page]:
    """The further pages of all cards, and those about one part; rows are only put into words when a page is written."""
    for sheet in wanted.card_list_pages(library)[1:]:
        title = f"Gevraagd{_numbered(sheet)}"
        yield _page(
            sheet.address,
            title,
            f"{title}: wat methodekaarten nog niet weten.",
            "missing/cards_page.html",
            partial(card_list_view, sheet, library),
        )
    for one in wanted.missing_lists(library):
        for sheet in one.pages:
            title = f"Gevraagd: {one.label}{_numbered(sheet)}"
            description = f"{title}. {one.lead}"
            yield _page(sheet.address, title, description, "missing/part_page.html", partial(_list_view, one, sheet))


def _list_view(one: wanted.MissingList, sheet: ListPage) -> dict[str, Any]:
    return {"label": one.label, "lead": one.lead, "page": sheet}


def _page(address: str, title: str, description: str, template: str, view: Any) -> Page:
    return Page(address, title, description, SECTION, template, view, "methods/")


def _numbered(sheet: ListPage) -> str:
    return f", bladzijde {sheet.number} van {sheet.of}" if sheet.number > 1 else ""
