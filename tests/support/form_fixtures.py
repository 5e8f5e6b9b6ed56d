"""The checks of the form as a browser runs them, without a built site."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from builders import Root
from built import served
from paths import ROOT
from playwright.sync_api import Browser, Page
from waiting import patient_context

from macros.contributing.form import form_data

MODULES = (
    *("check", "cross_checks", "rules", "yaml", "mend", "values", "likeness", "numbers"),
    *("typed_values", "hidden_signs", "sentences"),
)
KNOWN = {"organisation": "organisations", "source": "sources", "element": "elements", "tool": "tools"}


@pytest.fixture(scope="session")
def form_page(browser: Browser) -> Iterator[Page]:
    with served(ROOT / "docs" / "assets") as address, patient_context(browser) as context:
        page = context.new_page()
        page.route("**/blank.html", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto(f"{address}blank.html")
        page.evaluate(
            """async (names) => {
              window.form = {};
              for (const name of names) Object.assign(form, await import(`/form/${name}.js`));
            }""",
            list(MODULES),
        )
        yield page


@pytest.fixture(scope="session")
def run(form_page: Page, example: Root) -> Callable[[str, Any], Any]:
    """Evaluates an expression of JavaScript in which `given` is a value: the modules are in `form`, form.json is `book`,
    and the ids of the example library are `known`."""
    library = example.load()
    book = json.loads(json.dumps(form_data(library)))
    ids = {kind: list(getattr(library, name)) for kind, name in KNOWN.items()} | {"method": sorted(library.card_ids)}
    form_page.evaluate(
        """([read, ids]) => {
          window.book = read;
          const terms = Object.entries(read.terms).map(([kind, found]) => [kind, new Map(Object.entries(found))]);
          const records = Object.entries(ids).map(([kind, all]) => [kind, new Map(all.map((id) => [id, id]))]);
          window.known = Object.fromEntries([...terms, ...records]);
        }""",
        [book, ids],
    )

    def run(code: str, given: Any) -> Any:  # as text, because Playwright takes long over large values
        found = form_page.evaluate(
            f"(text) => {{ const given = JSON.parse(text); return JSON.stringify({code}); }}", json.dumps(given)
        )
        return json.loads(found)

    return run
