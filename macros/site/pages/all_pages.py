"""Library → pages: address, title, HTML. Knows nothing of the generator that puts a page around it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.moved import Moved
from macros.open_data.schema_org import card_data
from macros.site.pages.evidence import EVIDENCE_PAGES, evidence_pages
from macros.site.pages.missing import contribute_pages
from macros.site.pages.page import Page, Site
from macros.views.card.card import card_view
from macros.views.catalogue.listings import CatalogueRowCache, Listing, all_method_listings, divided_listings
from macros.views.compare.ready import quoted_answer, ready_link, ready_view
from macros.views.evidence.guidelines import guideline_link, guideline_views
from macros.views.parents.parents import parents_link, parents_view
from macros.views.procurement.procurement import procurement_link, procurement_view
from macros.views.reference.organisations import organisation_views
from macros.views.reference.tools import tool_views

__all__ = ["Page", "PageFinder", "Site", "addresses", "pages"]


class PageGroup(NamedTuple):
    """Pages of one kind."""

    folder: str
    """Where the addresses of all of them begin."""
    make: Callable[[Library], Iterator[Page]]


def pages(library: Library) -> Iterator[Page]:
    """All pages made from data."""
    yield from _cards(library)
    yield from other_pages(library)


def other_pages(library: Library) -> Iterator[Page]:
    """All pages made from data but those that each card has."""
    for group in OTHER_GROUPS:
        yield from group.make(library)


def card_pages(method: Method, library: Library) -> Iterator[Page]:
    """The pages that each card has."""
    return (make(method, library) for make in CARD_PAGES.values())


class PageFinder:
    """The pages of one library by address; which pages there are of a kind is found when one of them is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[PageGroup, dict[str, Page]] = {}

    def find(self, address: str) -> Page | None:
        """The page at this address from the root of the site; None if it is not made from data."""
        folder, _, rest = address.partition("/")
        if folder == "methoden" and (method := self._library.methods.get(rest.rstrip("/"))):
            return card_page(method, self._library)
        groups = (group for group in GROUPS if group.folder == f"{folder}/")
        return next((page for group in groups if (page := self._pages_of(group).get(address))), None)

    def _pages_of(self, group: PageGroup) -> dict[str, Page]:
        if group not in self._found:
            self._found[group] = {page.address: page for page in group.make(self._library)}
        return self._found[group]


def addresses(library: Library) -> Iterator[str]:
    """The addresses of all these pages, without building them."""
    for method_id in library.methods:
        yield from (f"methoden/{method_id}/", parents_link(method_id), procurement_link(method_id))
    yield from (f"methoden/{gone.id}/" for gone in _removed(library))
    yield from (listing.address for listing in _listings(library))
    yield from (f"organisaties/{organisation_id}/" for organisation_id in library.organisations)
    yield from (f"werkvormen/{tool_id}/" for tool_id in library.tools)
    yield from map(guideline_link, library.guidelines)
    yield from map(ready_link, library.comparisons)
    yield from (page.address for page in evidence_pages(library))
    yield from (page.address for page in contribute_pages(library))


def _cards(library: Library) -> Iterator[Page]:
    for method in library.methods.values():
        yield from card_pages(method, library)


def parents_page(method: Method, library: Library) -> Page:
    """What a card tells parents."""
    return Page(
        address=parents_link(method.id),
        title=f"{method.name}, voor ouders",
        description=f"{method.name} in gewone woorden: hoe het gaat, of u er nu terecht kunt en wat wij niet weten.",
        section="methoden/",
        kind="parents",
        template="parents/parents.html",
        view=partial(parents_view, method, library),
        file=f"methods/{method.id}.yml",
        card=method.id,
    )


def procurement_page(method: Method, library: Library) -> Page:
    """What a card gives those who buy care."""
    return Page(
        address=procurement_link(method.id),
        title=f"{method.name}, bijlage voor inkoop",
        description=f"{method.name}: welke eisen, maten en vragen bij de inkoop, en wat niemand kan beloven.",
        section="methoden/",
        kind="procurement",
        template="procurement/procurement.html",
        view=partial(procurement_view, method, library),
        file=f"methods/{method.id}.yml",
        card=method.id,
    )


def card_page(method: Method, library: Library) -> Page:
    """The page of a card."""
    return Page(
        address=f"methoden/{method.id}/",
        title=method.name,
        description=f"{method.name}: {method.summary}",
        section="methoden/",
        kind="card",
        template="card/card.html",
        view=partial(card_view, method, library),
        file=f"methods/{method.id}.yml",
        data=partial(card_data, method),
        card=method.id,
    )


CARD_PAGES: Mapping[str, Callable[[Method, Library], Page]] = {
    "card/card.html": card_page,
    "parents/parents.html": parents_page,
    "procurement/procurement.html": procurement_page,
}
"""The pages that each card has, by their template; what they read of the library is watched, so that they can be kept."""


def _removed_cards(library: Library) -> Iterator[Page]:
    for gone in _removed(library):
        yield Page(
            address=f"methoden/{gone.id}/",
            title=f"{gone.name}: weggehaald",
            description=f"De kaart van {gone.name} is weggehaald. Hier staat waarom.",
            section="methoden/",
            kind="text",
            template="site/removed.html",
            view=partial(_same, gone),
            file="data/moved.yml",
        )


def _lists(library: Library) -> Iterator[Page]:
    rows = CatalogueRowCache(library)
    for listing in _listings(library):
        yield Page(
            address=listing.address,
            title=listing.title if listing.number == 1 else f"{listing.title}, pagina {listing.number}",
            description=_described(listing),
            section="methoden/",
            kind="catalogue",
            template="catalogue/listing.html",
            view=partial(rows.of, listing),
            file="methods/",
        )


def _organisations(library: Library) -> Iterator[Page]:
    for organisation in organisation_views(library):
        yield Page(
            address=organisation.link,
            title=organisation.name,
            description=f"{organisation.name}: wat deze organisatie doet in de methoden van de bibliotheek.",
            section="organisaties/",
            kind="reference",
            template="reference/organisation.html",
            view=partial(_same, organisation),
            file="data/organisations.yml",
        )


def _tools(library: Library) -> Iterator[Page]:
    for tool in tool_views(library):
        yield Page(
            address=tool.link,
            title=tool.name,
            description=tool.summary,
            section="werkvormen/",
            kind="reference",
            template="reference/tool.html",
            view=partial(_same, tool),
            file="data/tools.yml",
        )


def _guidelines(library: Library) -> Iterator[Page]:
    for guideline in guideline_views(library):
        yield Page(
            address=guideline.link,
            title=guideline.name,
            description=f"{guideline.name}: welke methoden deze richtlijn noemt, en waarvoor.",
            section="richtlijnen/",
            kind="guidelines",
            template="evidence/guideline.html",
            view=partial(_same, guideline),
            file="data/guidelines.yml",
        )


def _comparisons(library: Library) -> Iterator[Page]:
    for comparison in library.comparisons.values():
        yield Page(
            address=ready_link(comparison.id),
            title=comparison.question,
            description=quoted_answer(comparison, library),
            section="vergelijken/",
            kind="ready",
            template="compare/ready.html",
            view=partial(ready_view, comparison, library),
            file="data/comparisons.yml",
        )


OTHER_GROUPS = (
    PageGroup("methoden/", _removed_cards),
    PageGroup("methoden/", _lists),
    PageGroup("organisaties/", _organisations),
    PageGroup("werkvormen/", _tools),
    PageGroup("richtlijnen/", _guidelines),
    PageGroup("vergelijken/", _comparisons),
    *(PageGroup(folder, make) for folder, make in EVIDENCE_PAGES.items()),
    PageGroup("bijdragen/", contribute_pages),
)
GROUPS = (PageGroup("methoden/", _cards), *OTHER_GROUPS)


def _same(view: Any) -> Any:
    """A view that was made together with others."""
    return view


def _removed(library: Library) -> Iterator[Moved]:
    """Cards that were taken away; what other old ids lead to is in bare_pages.py."""
    return (entry for entry in library.moved.values() if entry.removed)


def _listings(library: Library) -> Iterator[Listing]:
    """All lists but the first page of all methods, which is hand-written."""
    yield from all_method_listings(library)[1:]
    yield from divided_listings(library)


def _described(listing: Listing) -> str:
    about = f"{listing.kind}: {listing.title}. " if listing.kind else ""
    return f"{about}Methode {listing.first} tot en met {listing.last} van {listing.total}, op naam."
