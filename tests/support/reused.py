"""A page of the browser that one test after the other uses, each as if it were new."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page, ViewportSize

WIDE = ViewportSize(width=1280, height=900)
KEPT = "local_storage,indexeddb,cache_storage,service_workers"


class Reused:
    """A page and what was done to it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._visited: set[str] = set()
        self._devtools = page.context.new_cdp_session(page)
        page.on("framenavigated", self._note)

    def _note(self, frame: Frame) -> None:
        scheme, host, *_ = urlsplit(frame.url)
        if scheme in ("http", "https"):
            self._visited.add(f"{scheme}://{host}")

    def make_as_new(self) -> None:
        """Leave nothing of the last test but the files that the browser may keep anyway."""
        page, context = self.page, self.page.context
        for other in context.pages:
            if other is not page:
                other.close()
        page.unroute_all(behavior="ignoreErrors")
        if urlsplit(page.url).scheme in ("http", "https"):
            page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
        for origin in self._visited:
            self._devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})
        self._visited.clear()
        context.clear_cookies()
        context.clear_permissions()
        page.emulate_media(media="null", color_scheme="light")
        if page.viewport_size != WIDE:
            page.set_viewport_size(WIDE)


@contextmanager
def listening(page: Page, **handlers: Callable[[Any], object]) -> Iterator[None]:
    """Name of an event -> what hears it, for a while."""
    for event, handler in handlers.items():
        page.on(event, handler)
    try:
        yield
    finally:
        for event, handler in handlers.items():
            page.remove_listener(event, handler)


@contextmanager
def complaints(page: Page, missing: bool = True) -> Iterator[list[str]]:
    """What a page complains of meanwhile: errors, warnings and, unless told otherwise, files that are not there."""
    found: list[str] = []
    with listening(
        page,
        console=lambda message: found.append(message.text) if message.type in ("error", "warning") else None,
        pageerror=lambda error: found.append(str(error)),
        response=lambda answer: found.append(answer.url) if missing and answer.status >= 400 else None,
    ):
        yield found
