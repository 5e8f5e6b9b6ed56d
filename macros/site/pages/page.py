"""What a page made from data is: address, title, HTML. Knows nothing of the generator that puts a page around it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from macros.rendering.render import render


class Site(NamedTuple):
    """What a page needs to know of the site it stands on."""

    url: str
    """Address of the root of the site, ending in a slash; empty if it is not known."""
    edit: str
    """Address to which the path of a file is added to edit it; empty if the site does not know its repository."""
    past: str = ""
    """Address to which a commit and the path of a file are added to see it as it was; empty likewise."""
    name: str = ""

    def address(self, address: str) -> str:
        """The whole address of a page; empty if the site does not know its own."""
        return self.url + address if self.url else ""


class Page(NamedTuple):
    """A page made from data."""

    address: str
    """From the root of the site, ending in a slash: methoden/simba-familiezorg/"""
    title: str
    description: str
    """For search engines; one or two sentences of plain text."""
    section: str
    """Address of the menu entry it belongs to."""
    kind: str
    """Which sheet and script it has: a name in docs/assets/pages/."""
    template: str
    view: Callable[[], Any]
    """Makes what the template shows; called when the page is written, so that memory does not grow with the library."""
    file: str
    """The file in the repository that says what the page says."""
    data: Callable[[Any, str], Any] | None = None
    """Makes what the page says in words for programs, from its view and the way to the root of the site."""
    card: str = ""
    """Id of the card that the page is of; empty for other pages."""

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.address.count("/")

    def html(self, site: Site) -> str:
        """The content of the page; links go up to the root of the site and down again."""
        view = self.view()
        return render(
            self.template,
            root=self.root,
            view=view,
            data=self.data(view, site.url or self.root) if self.data else None,
            edit=site.edit + self.file if site.edit else "",
            permanent=site.address(self.address),
            past=site.past,
            site=site,
        )
