"""Library → pages: address, title, HTML. Knows nothing of the generator that puts a page around it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .library import Library
from .rendering import render
from .views.card import card_view
from .views.listings import Listing, Rows, all_methods, divided
from .views.organisations import organisations
from .views.tools import tools


class Site(NamedTuple):
    """What a page needs to know of the site it stands on."""

    url: str
    """Address of the root of the site, ending in a slash; empty if it is not known."""
    edit: str
    """Address to which the path of a file is added to edit it; empty if the site does not know its repository."""


class Page(NamedTuple):
    """A page made from data."""

    address: str
    """From the root of the site, ending in a slash: methoden/simba-familiezorg/"""
    title: str
    description: str
    """For search engines; one or two sentences of plain text."""
    section: str
    """Address of the menu entry it belongs to."""
    template: str
    view: Any
    file: str
    """The file in the repository that says what the page says."""

    def html(self, site: Site) -> str:
        """The content of the page; links go up to the root of the site and down again."""
        return render(
            self.template,
            root="../" * self.address.count("/"),
            view=self.view,
            edit=site.edit + self.file if site.edit else "",
            permanent=site.url + self.address if site.url else "",
        )


def pages(library: Library) -> Iterator[Page]:
    """All pages made from data; each is built when it is asked for, so that memory does not grow with the library."""
    for method in library.methods.values():
        yield Page(
            address=f"methoden/{method.id}/",
            title=method.name,
            description=method.summary,
            section="methoden/",
            template="card.html",
            view=card_view(method, library),
            file=f"methods/{method.id}.yml",
        )
    rows = Rows(library)
    for listing in _listings(library):
        yield Page(
            address=listing.address,
            title=listing.title if listing.number == 1 else f"{listing.title}, pagina {listing.number}",
            description=_described(listing),
            section="methoden/",
            template="listing.html",
            view=rows.of(listing),
            file="methods/",
        )
    for organisation in organisations(library):
        yield Page(
            address=organisation.link,
            title=organisation.name,
            description=f"{organisation.name}: wat deze organisatie doet in de methoden van de bibliotheek.",
            section="organisaties/",
            template="organisation.html",
            view=organisation,
            file="data/organisations.yml",
        )
    for tool in tools(library):
        yield Page(
            address=tool.link,
            title=tool.name,
            description=tool.summary,
            section="werkvormen/",
            template="tool.html",
            view=tool,
            file="data/tools.yml",
        )


def addresses(library: Library) -> Iterator[str]:
    """The addresses of all these pages, without building them."""
    yield from (f"methoden/{method_id}/" for method_id in library.methods)
    yield from (listing.address for listing in _listings(library))
    yield from (f"organisaties/{organisation_id}/" for organisation_id in library.organisations)
    yield from (f"werkvormen/{tool_id}/" for tool_id in library.tools)


def _listings(library: Library) -> Iterator[Listing]:
    """All lists but the first page of all methods, which is hand-written."""
    yield from all_methods(library)[1:]
    yield from divided(library)


def _described(listing: Listing) -> str:
    about = f"{listing.kind}: {listing.title}. " if listing.kind else ""
    return f"{about}Methode {listing.first} tot en met {listing.last} van {listing.total}, op naam."
