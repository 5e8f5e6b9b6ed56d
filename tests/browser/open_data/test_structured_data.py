"""The data on a card page in a real browser: read by programs, run by nothing, refused by no policy."""

import json

from built import Site
from playwright.sync_api import Page
from waiting import until

LISTEN = """
window.refused = [];
const hear = event => window.refused.push(event.violatedDirective + " " + event.blockedURI);
document.addEventListener("securitypolicyviolation", hear);
"""


def test_the_policy_of_the_site_refuses_nothing_on_a_card_with_data(own_page: Page, address: str, site: Site) -> None:
    page, said = own_page, []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(LISTEN)
    page.goto(f"{address}methoden/sirius-familiezorg/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.refused") == []
    assert [line for line in said if "Content Security Policy" in line] == []
    data = page.locator('script[type="application/ld+json"]')
    assert data.count() == 1
    assert json.loads(data.inner_text())["mainEntity"]["name"] == page.locator("h1").inner_text()


def test_a_script_that_would_run_in_its_place_is_refused(own_page: Page, address: str) -> None:
    """The test above can fail: the same listener hears what the policy does refuse."""
    page = own_page
    page.add_init_script(LISTEN)
    page.goto(f"{address}methoden/sirius-familiezorg/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))")
    until(page, "window.refused.length > 0")
    assert page.evaluate("window.ran") is None


def test_the_links_to_the_data_lead_to_files_that_a_browser_can_fetch(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/sirius-familiezorg/")
    page.locator("summary").filter(has_text="Over deze kaart").click()
    for name in ("Alles op deze kaart als JSON", "BibTeX", "RIS", "CSL"):
        href = page.get_by_role("link", name=name, exact=True).evaluate("link => link.href")
        assert page.request.get(href).ok, name
