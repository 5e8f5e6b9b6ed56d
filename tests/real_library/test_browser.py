"""What a reader of every library meets in a browser: each card can be found, read on a phone, fitted and set side by side."""

import io
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from accessibility import PHONE, faults, with_every_part
from built import Site
from playwright.sync_api import Page, Request, expect
from pypdf import PdfReader
from reused import complaints, listening
from waiting import answered

from macros.library.library import Library
from macros.model.method import Method
from macros.views.parents.parents import parents_link, parents_view, texts_of

FEATURES = ("", "methoden/", "vergelijken/", "past-het/", "uitspraken/", "bewijskaart/", "erkenningen/", "keten/", "kosten/")


@pytest.fixture
def quiet_page(page: Page, address: str) -> Iterator[Page]:
    """A page that asks nothing of another party, misses no file and reports no error."""
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            elsewhere.append(request.url)

    with complaints(page) as wrong, listening(page, request=note):
        yield page
    assert elsewhere + wrong == []


def is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_every_card_and_every_list_of_them_fits_a_narrow_screen_and_loads_whole(
    quiet_page: Page, address: str, cards: list[Method]
) -> None:
    quiet_page.set_viewport_size({"width": 320, "height": 844})
    pages = [f"methoden/{method.id}/" for method in cards]
    too_wide = [path for path in (*FEATURES, *pages) if quiet_page.goto(address + path) and is_too_wide(quiet_page)]
    assert too_wide == []


@pytest.mark.thorough
def test_axe_finds_nothing_on_the_cards_that_show_every_kind_of_part(
    page: Page, address: str, site: Site, cards: list[Method]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    pages = {f"methoden/{method.id}/": (site.path / "methoden" / method.id / "index.html").read_text("utf-8") for method in cards}
    for path in with_every_part(pages):
        page.goto(address + path)
        page.locator("[data-open-all]").click()
        assert faults(page) == [], path


FIRST_SCREEN = 900
"""Pixels of a desktop."""
HEADINGS = ["Wat is er bereikt?", "Hoe is dat gemeten?", "Kosten", "Kan een gezin er nu heen?"]


def test_the_first_screen_of_every_card_holds_the_answer(page: Page, address: str, cards: list[Method]) -> None:
    page.set_viewport_size({"width": 1280, "height": FIRST_SCREEN})
    for method in cards:
        page.goto(f"{address}methoden/{method.id}/")
        tiles = page.locator(".glance .tile")
        assert tiles.locator("h2").all_inner_texts() == HEADINGS, method.id
        box = page.locator(".caution").bounding_box()
        assert box and box["y"] + box["height"] <= FIRST_SCREEN, method.id
        before = page.locator("h1, .state, .lead, .note--apart, .note--stop > summary").all_inner_texts()
        assert len(" ".join(before).split()) <= 80, method.id


def test_every_card_is_found_first_by_its_own_name(page_with_clock: Page, address: str, library: Library) -> None:
    page = page_with_clock
    page.goto(f"{address}methoden/")
    for method in library.methods.values():
        answered(page, method.name)
        assert page.locator("[data-results] [data-method]").first.get_attribute("data-method") == method.id


def test_every_card_stands_in_the_list_and_in_past_het(page: Page, address: str, library: Library) -> None:
    for path, within in (("methoden/", "[data-results]"), ("past-het/#leeftijd=4", "[data-fit]")):
        page.goto(address + path)
        for method in library.methods:
            expect(page.locator(f"{within} [data-method='{method}'], {within}[data-method='{method}']").first).to_be_attached()


def test_any_cards_can_be_set_side_by_side(page: Page, address: str, cards: list[Method]) -> None:
    for first in range(0, len(cards), 3):
        chosen = cards[first : first + 3]
        page.goto(f"{address}vergelijken/?m={','.join(method.id for method in chosen)}")
        heads = page.locator("[data-short] thead th")
        for method in reversed(chosen):  # the last one first: then the whole table is there
            expect(heads.get_by_role("link", name=method.name, exact=True)).to_have_count(1)


LONGEST = 3
"""Of the pages for parents so many, those with most text; what fits for them fits for all."""


def test_the_page_for_parents_is_one_sheet_with_its_danger_and_its_address(page: Page, address: str, library: Library) -> None:
    views = [parents_view(method, library) for method in library.methods.values()]
    for view in sorted(views, key=lambda view: len("".join(texts_of(view))))[-LONGEST:]:
        page.goto(address + parents_link(view.id))
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == 1, view.id
        text = " ".join(sheets[0].extract_text().split())
        assert all(one.answer in text for one in view.danger), view.id
        assert all(question in text for question in view.questions), view.id
