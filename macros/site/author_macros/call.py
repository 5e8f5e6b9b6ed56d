"""What an author's macro knows besides what the author typed, and what it says when it is misused."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar

from macros.contributing.forge import Forge
from macros.library.library import Library
from macros.rendering.render import render
from macros.site.author_macros.placeholders import Placeholders
from macros.site.pages.page import Site

Found = TypeVar("Found")


NOWHERE = Site(url="", edit="")
"""A site that does not know its address."""


class Misused(Exception):
    """A macro was called with something that does not exist; the message says what does."""


class Call(NamedTuple):
    """What a macro knows besides what the author typed."""

    library: Library
    root: str
    """The path from the page to the root of the site: ../../"""
    placeholders: Placeholders
    """Where the HTML of macros waits until Markdown is done."""
    forge: Forge | None = None
    """Where proposals go; None if the site does not know its repository."""
    site: Site = NOWHERE
    """The site that the page stands on."""

    def show(self, template: str, view: Any, **more: Any) -> str:
        return self.placeholders.keep(render(template, root=self.root, view=view, site=self.site, **more))

    def pick(self, choices: Mapping[str, Found], key: str, what: str) -> Found:
        """What the author named; raises Misused with what there is to choose from."""
        if isinstance(key, str) and key in choices:
            return choices[key]
        close = get_close_matches(str(key), choices, n=1)
        hint = f'bedoelde u "{close[0]}"?' if close else f"kies uit: {', '.join(choices)}"
        raise Misused(f'er is geen {what} "{key}"; {hint}')
