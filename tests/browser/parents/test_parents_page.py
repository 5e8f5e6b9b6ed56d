"""The page for parents in a browser: reached from the card, read aloud, and one sheet on paper."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from reused import complaints
from waiting import patient_context

PAGE = "methoden/sirius-familiezorg/voor-ouders/"
DUTCH = "{ lang: 'nl-NL', localService: true }"
OTHERS = ("{ lang: 'nl-NL', localService: false }", "{ lang: 'en-US', localService: true }")


def voices(*found: str) -> str:
    """A browser that writes down what it would say, with these voices."""
    return f"""
window.spoken = [];
window.SpeechSynthesisUtterance = class extends EventTarget {{ constructor(text) {{ super(); this.text = text; }} }};
Object.defineProperty(window, "speechSynthesis", {{ value: Object.assign(new EventTarget(), {{
  getVoices: () => [{", ".join(found)}], speak: (part) => window.spoken.push(part), cancel: () => window.spoken.push("stop"),
}}) }});
"""


NO_SPEECH = "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"


@contextmanager
def with_voice(browser: Browser, script: str) -> Iterator[Page]:
    """A page of its own, in a browser with such a voice."""
    with patient_context(browser) as context:
        page = context.new_page()
        page.add_init_script(script)
        with complaints(page) as errors:
            yield page
        assert errors == []


def test_the_door_of_the_card_leads_to_the_page_for_parents(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/sirius-familiezorg/")
    page.get_by_role("link", name="ouder of jongere").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sirius Familiezorg")
    expect(page.get_by_text("Bel 112.")).to_be_visible()
    expect(page.locator(".step-picture")).to_have_count(2)


def test_the_page_is_read_aloud_in_its_order_until_a_reader_stops_it(browser: Browser, address: str) -> None:
    with with_voice(browser, voices(*OTHERS, DUTCH)) as page:
        page.goto(address + PAGE)
        button = page.locator("[data-read-aloud]")
        button.click()
        expect(button).to_have_text("Stop met voorlezen")
        spoken = page.evaluate("window.spoken.map((part) => part.text)")
        assert page.evaluate("window.spoken.every((part) => part.voice.localService && part.lang === 'nl-NL')")
        assert spoken[:2] == ["Sirius Familiezorg", "Voor ouders. Lees dit samen met iemand."]
        read = [spoken.index(text) for text in ("Hoe gaat het?", "U maakte een team met mensen om u heen.", "Wat kost het u?")]
        assert read == sorted(read)
        assert not [text for text in spoken if not text or "Print" in text]
        button.click()
        expect(button).to_have_text("Lees voor")
        assert page.evaluate("window.spoken.at(-1)") == "stop"
        button.click()
        page.evaluate("window.spoken.at(-1).dispatchEvent(new Event('end'))")
        expect(button).to_have_text("Lees voor")


@pytest.mark.parametrize(
    "script", [NO_SPEECH, voices(), voices(*OTHERS)], ids=["no speech", "no voice", "none of its own in Dutch"]
)
def test_without_a_dutch_voice_of_the_device_there_is_no_button(browser: Browser, address: str, script: str) -> None:
    with with_voice(browser, script) as page:
        page.goto(address + PAGE)
        expect(page.locator("[data-print]")).to_be_visible()
        expect(page.locator("[data-read-aloud]")).to_be_hidden()


def test_the_page_is_one_sheet_on_paper(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
