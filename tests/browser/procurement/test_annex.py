"""The annex for whoever buys, reached from the card."""

from playwright.sync_api import Page, expect


def test_the_door_of_the_card_leads_a_buyer_to_the_annex(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/stevig-opgroeien/")
    page.get_by_role("link", name="gemeente of inkoper").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bijlage voor inkoop")
