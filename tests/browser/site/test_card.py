"""A card as its readers meet it: the answer on the first screen, the rest one step away, the sources beside the line."""

import pytest
from accessibility import Look, faults
from playwright.sync_api import Page, expect

CARD = "methoden/sirius-familiezorg/"
WIDE_CARD, PHONE_CARD = 1800, 3200
"""Pixels that a card with everything folded may take at 1280 and at 390."""


@pytest.mark.parametrize(("width", "most"), [(1280, WIDE_CARD), (390, PHONE_CARD)])
def test_a_folded_card_is_short(page: Page, address: str, width: int, most: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + CARD)
    assert page.evaluate("document.documentElement.scrollHeight") <= most


@pytest.mark.parametrize("opened", [False, True])
def test_axe_finds_nothing_on_a_card_with_its_parts_closed_and_open(look: Look, page: Page, address: str, opened: bool) -> None:
    look.show(page)
    page.goto(address + CARD)
    if opened:
        page.get_by_role("button", name="Open alles").click()
    assert faults(page) == []


def test_one_button_opens_all_parts_and_closes_them_again(page: Page, address: str) -> None:
    page.goto(address + CARD)
    parts = page.locator("details.sec")
    button = page.locator("[data-open-all]")
    button.click()
    expect(button).to_have_text("Sluit alles")
    assert page.locator("details.sec[open]").count() == parts.count() > 9
    button.click()
    expect(button).to_have_text("Open alles")
    assert page.locator("details.sec[open]").count() == 0


@pytest.mark.parametrize("door", ["verwijzer", "onderzoeker"])
def test_a_reader_of_the_card_has_a_door_that_opens_a_part(page: Page, address: str, door: str) -> None:
    page.goto(address + CARD)
    page.get_by_role("link", name=door).click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator("details.sec[open]").count() == 1


def test_an_address_within_a_part_opens_it(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}#uitkomst-return-home")
    expect(page.locator("#uitkomst-return-home")).to_be_in_viewport()


def test_without_scripts_every_part_opens_and_a_source_shows_beside_its_line(page_without_scripts: Page, address: str) -> None:
    page_without_scripts.goto(address + CARD)
    page_without_scripts.locator("summary").filter(has_text="Voor wie").click()
    mark = page_without_scripts.locator("#past .notes button").first
    mark.click()
    source = page_without_scripts.locator(".source-note:popover-open")
    expect(source).to_be_in_viewport()
    expect(source).to_contain_text(mark.inner_text()[0])
    assert page_without_scripts.locator("[data-open-all]").is_hidden()


def test_paper_shows_all_parts_and_leaves_them_closed_on_the_screen(page: Page, address: str) -> None:
    page.goto(address + CARD)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.sec:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.sec[open]").count() == 0


def test_on_a_phone_the_menu_is_one_button_and_holds_the_search(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + CARD)
    assert 56 <= page.locator("header.top").bounding_box()["height"] <= 64
    assert page.get_by_role("navigation", name="Hoofdmenu").is_hidden()
    page.get_by_role("button", name="Menu en zoeken").click()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Zoek een methode")).to_be_visible()
