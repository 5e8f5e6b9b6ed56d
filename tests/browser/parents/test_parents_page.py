"""The page for parents in a browser: reached from the card, read aloud, and one sheet on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from reused import complaints

PAGE = "methoden/sirius-familiezorg/voor-ouders/"
VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {
  value: { speak: (part) => window.spoken.push(part), cancel: () => window.spoken.push("stop") },
});
"""
NO_VOICE = "Object.defineProperty(window, 'speechSynthesis', { value: undefined }); delete window.SpeechSynthesisUtterance;"


@pytest.fixture
def voiced(page: Page) -> Iterator[Page]:
    page.add_init_script(VOICE)
    with complaints(page) as errors:
        yield page
    assert errors == []


def test_the_door_of_the_card_leads_to_the_page_for_parents(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/sirius-familiezorg/")
    page.get_by_role("link", name="ouder of jongere").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sirius Familiezorg")
    expect(page.get_by_text("Bel 112.")).to_be_visible()
    expect(page.locator(".step-picture")).to_have_count(2)


def test_the_page_is_read_aloud_in_its_order_until_a_reader_stops_it(voiced: Page, address: str) -> None:
    voiced.goto(address + PAGE)
    button = voiced.locator("[data-read-aloud]")
    button.click()
    expect(button).to_have_text("Stop met voorlezen")
    spoken = voiced.evaluate("window.spoken.map((part) => part.text)")
    assert spoken[:3] == ["Sirius Familiezorg", "Voor ouders. Lees dit samen met iemand.", spoken[2]]
    assert (
        spoken.index("Hoe gaat het?") < spoken.index("U maakte een team met mensen om u heen.") < spoken.index("Wat kost het u?")
    )
    assert not [text for text in spoken if not text or "Print" in text]
    button.click()
    expect(button).to_have_text("Lees voor")
    assert voiced.evaluate("window.spoken.at(-1)") == "stop"
    button.click()
    voiced.evaluate("window.spoken.at(-1).dispatchEvent(new Event('end'))")
    expect(button).to_have_text("Lees voor")


def test_without_a_voice_there_is_no_button(page: Page, address: str) -> None:
    page.add_init_script(NO_VOICE)
    page.goto(address + PAGE)
    expect(page.locator("[data-print]")).to_be_visible()
    expect(page.locator("[data-read-aloud]")).to_be_hidden()


def test_the_page_is_one_sheet_on_paper(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
