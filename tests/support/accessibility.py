"""What axe finds on a page, and the ways in which pages are shown to it."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
Scheme = Literal["light", "dark"]


class Look(NamedTuple):
    """A screen and the colours that its reader asked for."""

    viewport: ViewportSize
    scheme: Scheme

    def show(self, page: Page) -> None:
        """Let a page that is opened next look so; of one that is open already the colours may still be fading."""
        page.set_viewport_size(self.viewport)
        page.emulate_media(color_scheme=self.scheme)

    def __str__(self) -> str:
        return f"{self.viewport['width']}-{self.scheme}"


LOOKS = (Look(PHONE, "dark"), Look(WIDE, "light"))
"""Structure depends on the width and colours on the scheme: these two show every width and every scheme once. The first is what
developers see least. Contrast is most of the work of axe, so the other two are kept for pages with the most kinds of parts."""
ALL_LOOKS = (*LOOKS, Look(WIDE, "dark"), Look(PHONE, "light"))

LEVEL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""The tags of axe for the level that docs/over/toegankelijkheid.md names; of the criteria that WCAG 2.2 added at level A it
has no rule."""
ADVICE = "best-practice"
"""What axe advises beside the criteria, such as one heading of the first level."""
ON_TRIAL = ("css-orientation-lock", "label-content-name-mismatch", "table-fake-caption", "td-has-header")
"""Rules of this level that axe still tries out, and runs only if asked. One is left out, p-as-heading: it takes each short bold
answer for a heading."""
RULES = {
    "runOnly": {"type": "tag", "values": [*LEVEL, ADVICE]},
    "rules": {rule: {"enabled": True} for rule in ON_TRIAL},
    "resultTypes": ["violations"],
}
"""What passes is not listed, which saves a tenth."""


def faults(page: Page, within: str | None = None) -> list[tuple[Any, ...]]:
    """Each fault with its rule, the element and what is to be done; within a part if nothing else has changed since the
    page was looked at as a whole."""
    violations = Axe().run(page, within, options=RULES).response["violations"]
    return [(violation["id"], node["target"], node["failureSummary"]) for violation in violations for node in violation["nodes"]]


def with_every_part(pages: Mapping[str, str]) -> list[str]:
    """As few pages as needed, by name, to see every kind of part that the HTML of any of them has.

    Axe judges elements by their kind, their class and how they are nested: a card that differs from the others in its words
    alone tells nothing new, and every look takes seconds. What one look does not show, such as an id that stands twice, the
    tests of every page find in the HTML.
    """
    left = {name: _parts(text) for name, text in pages.items()}
    chosen: list[str] = []
    while left:
        most = max(left, key=lambda name: len(left[name]))
        if not (seen := left.pop(most)):
            break
        chosen.append(most)
        left = {name: parts - seen for name, parts in left.items()}
    return chosen


def _parts(text: str) -> set[tuple[str, ...]]:
    """Each element with its class and role, and the element that was opened last before it."""
    tags = re.findall(r"<([a-z][a-z0-9-]*)([^>]*)>", text)
    kinds = [(tag, *re.findall(r"""\b(?:class|role)="([^"]*)\"""", rest)) for tag, rest in tags]
    return {(*before, ">", *kind) for before, kind in pairwise(kinds)}
