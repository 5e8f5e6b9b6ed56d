"""Where a build with MkDocs puts what it makes: every page in the frame that the theme gives it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from macros.site.output_folder import Folder
from macros.site.page_shell import Shell
from macros.site.pages.page import Page, Site


class ShellPlace(NamedTuple):
    """What decides which shell a page has."""

    section: str
    kind: str
    depth: int
    """How many folders deep it lies: its links go up that far."""


def place_of(page: Page) -> ShellPlace:
    """Which shell the page needs."""
    return ShellPlace(page.section, page.kind, page.address.count("/"))


def page_in_shell(page: Page, html: str, site: Site, shell: Shell) -> str:
    """The whole page; `html` is its content."""
    values = {"title": page.title, "description": page.description, "canonical": site.url + page.address, "content": html}
    return shell.fill(values)


class Shells:
    """The theme around the pages of each section; one for each kind, and for each depth, because links go up from there."""

    def __init__(self, make: Callable[[ShellPlace], Shell]) -> None:
        self._make = make
        self._found: dict[ShellPlace, Shell] = {}

    def prepare(self, pages: Iterable[Page]) -> None:
        """Make those of these pages."""
        for page in pages:
            self.at(place_of(page))

    def at(self, place: ShellPlace) -> Shell:
        """The shell of the pages there."""
        if place not in self._found:
            self._found[place] = self._make(place)
        return self._found[place]


class MkDocsOutput:
    """The folder of the site."""

    def __init__(self, folder: Folder, site: Site, shells: Shells) -> None:
        self._folder = folder
        self._site = site
        self._shells = shells

    def write_page(self, page: Page, html: str) -> None:
        whole = page_in_shell(page, html, self._site, self._shells.at(place_of(page)))
        self._folder.write(f"{page.address}index.html", whole)

    def write_file(self, path: str, content: str | bytes) -> None:
        self._folder.write(path, content)
