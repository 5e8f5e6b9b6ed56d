"""Library → pages: address, title, HTML. Knows nothing of the generator that puts a page around it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from macros.library.library import Library
from macros.model.moved import Moved
from macros.open_data.schema_org import card_data
from macros.site.pages.evidence import evidence_pages
from macros.site.pages.missing import contribute_pages
from macros.site.pages.page import Page, Site
from macros.views.card.card import card_view
from macros.views.catalogue.listings import CatalogueRowCache, Listing, all_method_listings, divided_listings
from macros.views.compare.ready import ready_link, ready_view
from macros.views.evidence.guidelines import guideline_link, guideline_views
from macros.views.parents.parents import parents_link, parents_view
from macros.views.procurement.procurement import procurement_link, procurement_view
from macros.views.reference.organisations import organisation_views
from macros.views.reference.tools import tool_views

__all__ = ["Page", "Site", "addresses", "pages"]


def pages(library: Library) -> Iterator[Page]:
    """All pages made from data."""
    for method in library.methods.values():
        yield Page(
            address=f"methoden/{method.id}/",
            title=method.name,
            description=method.summary,
            section="methoden/",
            template="card/card.html",
            view=partial(card_view, method, library),
            file=f"methods/{method.id}.yml",
            data=partial(card_data, method),
        )
        yield Page(
            address=parents_link(method.id),
            title=f"{method.name}, voor ouders",
            description=f"{method.name} in gewone woorden: hoe het gaat, of u er nu terecht kunt en wat wij niet weten.",
            section="methoden/",
            template="parents/parents.html",
            view=partial(parents_view, method, library),
            file=f"methods/{method.id}.yml",
        )
        yield Page(
            address=procurement_link(method.id),
            title=f"{method.name}, bijlage voor inkoop",
            description=f"{method.name}: welke eisen, maten en vragen bij de inkoop, en wat niemand kan beloven.",
            section="methoden/",
            template="procurement/procurement.html",
            view=partial(procurement_view, method, library),
            file=f"methods/{method.id}.yml",
        )
    for gone in _removed(library):
        yield Page(
            address=f"methoden/{gone.id}/",
            title=f"{gone.name}: weggehaald",
            description=f"De kaart van {gone.name} is weggehaald. Hier staat waarom.",
            section="methoden/",
            template="site/removed.html",
            view=partial(_same, gone),
            file="data/moved.yml",
        )
    rows = CatalogueRowCache(library)
    for listing in _listings(library):
        yield Page(
            address=listing.address,
            title=listing.title if listing.number == 1 else f"{listing.title}, pagina {listing.number}",
            description=_described(listing),
            section="methoden/",
            template="catalogue/listing.html",
            view=partial(rows.of, listing),
            file="methods/",
        )
    for organisation in organisation_views(library):
        yield Page(
            address=organisation.link,
            title=organisation.name,
            description=f"{organisation.name}: wat deze organisatie doet in de methoden van de bibliotheek.",
            section="organisaties/",
            template="reference/organisation.html",
            view=partial(_same, organisation),
            file="data/organisations.yml",
        )
    for tool in tool_views(library):
        yield Page(
            address=tool.link,
            title=tool.name,
            description=tool.summary,
            section="werkvormen/",
            template="reference/tool.html",
            view=partial(_same, tool),
            file="data/tools.yml",
        )
    for guideline in guideline_views(library):
        yield Page(
            address=guideline.link,
            title=guideline.name,
            description=f"{guideline.name}: welke methoden deze richtlijn noemt, en waarvoor.",
            section="richtlijnen/",
            template="evidence/guideline.html",
            view=partial(_same, guideline),
            file="data/guidelines.yml",
        )
    for comparison in library.comparisons.values():
        yield Page(
            address=ready_link(comparison.id),
            title=comparison.question,
            description=comparison.answer,
            section="vergelijken/",
            template="compare/ready.html",
            view=partial(ready_view, comparison, library),
            file="data/comparisons.yml",
        )
    yield from evidence_pages(library)
    yield from contribute_pages(library)


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
