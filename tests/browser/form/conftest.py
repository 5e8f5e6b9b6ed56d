"""The form on a site that knows its repository, in a page whose timers a test can let run out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from builders import Root, copy_example
from built import Site, served
from form_filling import PHONE, WIDE, opened
from journey import Journey
from playwright.sync_api import Browser, Page
from tiers import first
from waiting import patient_context

from macros.contributing.form import form_data


@pytest.fixture(scope="session")
def with_forge(published: Site) -> Iterator[str]:
    """The address of the form on a site that knows its repository."""
    with served(published.path, "/bibliotheek/") as address:
        yield f"{address}bijdragen/formulier/"


@pytest.fixture
def page(page_with_clock: Page) -> Page:
    return page_with_clock


@pytest.fixture
def form(page: Page, with_forge: str) -> Page:
    return opened(page, with_forge)


@pytest.fixture(scope="session")
def example_book(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root: Root = copy_example(tmp_path_factory.mktemp("book"))
    return json.loads(json.dumps(form_data(root.load())))


@pytest.fixture(params=first(1, ["click", "tap", "keys"]))
def journey(request: pytest.FixtureRequest, browser: Browser, with_forge: str) -> Iterator[Journey]:
    """A contributor on the home page: with a mouse, on a phone, with a keyboard."""
    way = request.param
    phone = way == "tap"
    with patient_context(browser, viewport=PHONE if phone else WIDE, has_touch=phone, is_mobile=phone) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(with_forge.replace("bijdragen/formulier/", ""))
        yield Journey(page, way)
