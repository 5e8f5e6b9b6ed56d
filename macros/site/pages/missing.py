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
    for part in wanted.card_list_pages(library)[1:]:
        title = f"Gevraagd{part.suffix}"
        yield _page(
            part.address,
            title,
            f"{title}: wat methodekaarten nog niet weten.",
            "missing/cards_page.html",
            partial(card_list_view, part, library),
        )
    for one in wanted.missing_lists(library):
        for part in one.pages:
            title = f"Gevraagd: {one.label}{part.suffix}"
            description = f"{title}. {one.lead}"
            yield _page(part.address, title, description, "missing/part_page.html", partial(_list_view, one, part))


def _list_view(one: wanted.MissingList, part: ListPage) -> dict[str, Any]:
    return {"label": one.label, "lead": one.lead, "page": part}


def _page(address: str, title: str, description: str, template: str, view: Any) -> Page:
    return Page(address, title, description, SECTION, "missing", template, view, "methods/")
