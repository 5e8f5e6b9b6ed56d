"""The form on a site that knows its repository, in a page whose timers a test can let run out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from builders import Root, copy_example
from built import Site, served
from form_filling import opened
from playwright.sync_api import Page

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
