"""One real browser for all tests that need one: Playwright's synchronous interface cannot be started twice."""

from collections.abc import Iterator

import pytest
from built import Site, served
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from scripts.browser import FINDERS

expect.set_options(timeout=60_000)  # a busy machine is slow, not wrong
WIDE = ViewportSize(width=1280, height=900)


UNSEEN = "WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup"
"""The lists below the address bar, which Chromium makes ready beside every page although nobody will see them. Without
them a new page takes half the processor time (314 ms and not 662 ms, with a visit), and so does each visit after it."""
STARTER = """\
#!/bin/sh
# Only the last --disable-features counts, so ours go into the one of Playwright.
for given; do
    shift
    case $given in --disable-features=*) given=$given,{unseen} ;; esac
    set -- "$@" "$given"
done
exec "{path}" "$@"
"""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = next(filter(None, (way() for way in FINDERS)), None)
    assert path, "no browser; python -m scripts.browser says why"
    starter = tmp_path_factory.mktemp("browser") / "chromium"
    starter.write_text(STARTER.format(unseen=UNSEEN, path=path), encoding="utf-8")
    starter.chmod(0o755)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=starter)
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
