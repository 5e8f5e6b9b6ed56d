"""What surrounds the pages made from data: the theme, the hand-written pages and the files that are published as they are.
A generator gives it; scripts/serving/mkdocs_frame.py is that of MkDocs."""

from collections.abc import Sequence
from typing import Protocol

from macros.library.library import Library
from macros.open_data.publication import Publication
from macros.site.builder import HandWritten
from macros.site.mkdocs_output import ShellPlace
from macros.site.page_shell import Shell
from macros.site.pages.page import Site


class NotMade(Exception):
    """A page or the frame could not be made; the message says why."""


class Frame(Protocol):
    """Made once for a state of docs/, theme/ and mkdocs.yml; gives what it is asked for as it is at that moment."""

    site: Site
    publication: Publication

    def follow(self, library: Library) -> None:
        """Let hand-written pages show this library from now on."""

    def shell(self, place: ShellPlace) -> Shell:
        """The theme around the pages made from data of one section and depth."""

    def file(self, path: str) -> bytes | None:
        """A hand-written page or a file that is not made from data, by its path from the root of the site; None if there is
        none. Raises NotMade for a page with a mistake in it."""

    def hand_written(self) -> Sequence[HandWritten]:
        """What the search and the sitemap know of the hand-written pages. Raises NotMade."""
