"""What axe finds on a page, and the two ways in which every page is shown to it."""

from collections.abc import Iterator
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[ViewportSize, Scheme], ...] = ((WIDE, "light"), (PHONE, "dark"))
"""Structure depends on the width and colours on the scheme: these two show every width and every scheme once. Contrast is
most of the work of axe, so the other two pairs are kept for the pages on which the most kinds of parts stand."""
ALL_LOOKS: tuple[tuple[ViewportSize, Scheme], ...] = (*LOOKS, (WIDE, "dark"), (PHONE, "light"))

RULES = {"rules": {"target-size": {"enabled": True}}}
"""WCAG 2.2 AA: the size of what one touches is off in axe unless asked for."""


def looks(page: Page, pairs: tuple[tuple[ViewportSize, Scheme], ...] = LOOKS) -> Iterator[str]:
    """Show the page in each way. Open it anew each time: colours fade from one scheme to the other."""
    for viewport, scheme in pairs:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        yield f"{viewport['width']} {scheme}"


def faults(page: Page, within: str | None = None) -> list[tuple[Any, ...]]:
    """Each fault with its rule, the element and what is to be done; within a part if nothing else has changed since the
    page was looked at as a whole."""
    violations = Axe().run(page, within, options=RULES).response["violations"]
    return [(violation["id"], node["target"], node["failureSummary"]) for violation in violations for node in violation["nodes"]]
