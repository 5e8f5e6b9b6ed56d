"""One real browser for all tests that need one: Playwright's synchronous interface cannot be started twice.

A new page costs as much as a test, so the tests of a worker share three; after each test a page is made as new.
"""

from collections.abc import Iterator

import pytest
from accessibility import LOOKS, Look
from built import Site, served
from playwright.sync_api import Browser, Page, expect, sync_playwright
from reused import WIDE, Reused
from tiers import first
from waiting import LONG, patient_context

from scripts.browser import FINDERS

expect.set_options(timeout=LONG * 1000)  # a busy machine is slow, not wrong
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


@pytest.fixture(scope="session")
def _shared_page(browser: Browser) -> Iterator[Reused]:
    with patient_context(browser, viewport=WIDE) as context:
        yield Reused(context.new_page())


@pytest.fixture
def page(_shared_page: Reused) -> Iterator[Page]:
    """A page as new. A test that listens to it, or changes what cannot be undone, asks for `own_page`."""
    yield _shared_page.page
    _shared_page.make_as_new()


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """A page for this test only, in a browser context of its own."""
    with patient_context(browser, viewport=WIDE) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def _shared_page_with_clock(browser: Browser) -> Iterator[Reused]:
    with patient_context(browser, viewport=WIDE) as context:
        page = context.new_page()
        page.clock.install()
        yield Reused(page)


@pytest.fixture
def page_with_clock(_shared_page_with_clock: Reused) -> Iterator[Page]:
    """A page as new whose timers a test can let run out, so that it need not wait for them."""
    yield _shared_page_with_clock.page
    _shared_page_with_clock.make_as_new()


@pytest.fixture(scope="session")
def _shared_page_without_scripts(browser: Browser) -> Iterator[Reused]:
    with patient_context(browser, viewport=WIDE, java_script_enabled=False) as context:
        yield Reused(context.new_page())


@pytest.fixture
def page_without_scripts(_shared_page_without_scripts: Reused) -> Iterator[Page]:
    """A page as new in which no script of the site runs."""
    yield _shared_page_without_scripts.page
    _shared_page_without_scripts.make_as_new()


@pytest.fixture(params=first(1, LOOKS), ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """Every way in which a page is shown to axe: one in each run, the others in the thorough one."""
    return request.param
