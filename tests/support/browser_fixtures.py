"""One real browser for all tests that need one: Playwright's synchronous interface cannot be started twice."""

from collections.abc import Iterator

import pytest
from built import Site, served
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from scripts.browser import FINDERS

expect.set_options(timeout=60_000)  # a busy machine is slow, not wrong
WIDE = ViewportSize(width=1280, height=900)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, (way() for way in FINDERS)), None)
    assert path, "no browser; python -m scripts.browser says why"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The address of the real site at the root of a host."""
    with served(site.path) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=WIDE) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
