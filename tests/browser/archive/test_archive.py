"""The archive opened from disk in a real browser without a network: it finds, compares and fits."""

from collections.abc import Iterator

import pytest
from built import Site
from playwright.sync_api import Browser, Page, expect
from waiting import patient_context


@pytest.fixture
def requests() -> list[str]:
    """The addresses of everything that was asked for."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str]) -> Iterator[Page]:
    """A page of a browser that has no network; whatever goes wrong on it fails the test, and so does leaving the disk."""
    wrong: list[str] = []
    with patient_context(browser, offline=True, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        yield page
    assert wrong == []
    assert requests
    assert [address for address in requests if not address.startswith(("file:", "blob:", "data:"))] == []


@pytest.fixture
def start(archive: Site) -> str:
    """The address of the folder that was unpacked."""
    return archive.path.as_uri() + "/"


def test_it_finds_while_typing_and_leads_to_the_card(page: Page, start: str) -> None:
    page.goto(f"{start}index.html")
    page.fill("#zoek", "sirius")
    expect(page.locator(".suggest")).to_contain_text("Sirius Familiezorg")
    page.press("#zoek", "ArrowDown")
    page.press("#zoek", "Enter")
    expect(page.locator("h1")).to_have_text("Sirius Familiezorg")
    assert page.url == f"{start}methoden/sirius-familiezorg/index.html"


def test_it_finds_on_the_page_of_methods_and_a_found_row_leads_to_its_card(page: Page, start: str) -> None:
    page.goto(f"{start}index.html")
    page.fill("#zoek", "kopp")
    page.locator("form.find button").click()
    expect(page.locator("[data-results] tr, [data-results] [data-method]").first).to_contain_text("Buitenspelproject")
    assert page.url == f"{start}methoden/index.html?q=kopp"
    page.get_by_role("link", name="Buitenspelproject", exact=True).click()
    expect(page.locator("h1")).to_have_text("Buitenspelproject")


def test_it_compares_three_methods_of_an_address(page: Page, start: str) -> None:
    page.goto(f"{start}vergelijken/index.html?m=dok,sirius-familiezorg,steunpartners")
    heads = page.locator("[data-short] thead th")
    expect(heads).to_have_count(3)
    assert heads.locator("a").all_inner_texts() == ["Door Ontwikkeling Kaap", "Sirius Familiezorg", "Steunpartners"]
    assert page.locator("[data-side-by-side] tbody tr").count() > 10
    assert page.url.endswith("?m=dok,sirius-familiezorg,steunpartners")


def test_what_is_chosen_on_a_card_stands_in_the_comparison(page: Page, start: str) -> None:
    for method in ("dok", "steunpartners"):
        page.goto(f"{start}methoden/{method}/index.html")
        page.locator("[data-compare]").first.click()
    page.get_by_role("link", name="Vergelijk nu").click()
    heads = page.locator("[data-short] thead th")
    expect(heads).to_have_count(2)
    assert page.url == f"{start}vergelijken/index.html?m=dok,steunpartners"


def test_it_says_what_fits_a_family_and_leads_to_the_card(page: Page, start: str) -> None:
    page.goto(f"{start}past-het/index.html")
    page.fill("input[name=leeftijd]", "4")
    page.locator("input[name=leeftijd]").blur()
    expect(page.locator("[data-fit-status]")).to_contain_text("passen")
    assert "leeftijd=4" in page.url
    assert page.locator("[data-results] [data-method]").count() == page.locator("[data-results] .fit-line").count() > 0
    page.locator("[data-results] .fit-name a").first.click()
    page.wait_for_url("**/methoden/*/index.html")


def test_the_list_of_statements_can_be_sifted(page: Page, start: str) -> None:
    page.goto(f"{start}uitspraken/index.html?q=gezinnen")
    expect(page.locator("[data-status]")).to_contain_text(" gegevens")
    assert int(page.locator("[data-status]").inner_text().split()[0]) > 0


def test_every_page_opens_from_disk_without_an_error(page: Page, archive: Site, start: str) -> None:
    kinds = {address.split("/")[0]: address for address in archive.pages}
    assert len(kinds) > 10
    for address in kinds.values():
        page.goto(f"{start}{address}index.html")
        expect(page.locator("h1")).to_have_count(1)
