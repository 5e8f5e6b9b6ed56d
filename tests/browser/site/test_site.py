"""The built site in a real browser: accessibility, small screens, keyboard, print, without scripts, and no third party."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from accessibility import ALL_LOOKS, LOOKS, WIDE, Look, faults, with_every_part
from built import Site, served
from paths import EXAMPLE_SITE
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tiers import first
from waiting import patient_context

KINDS = {
    "home": "",
    "catalogue": "methoden/",
    "card": "methoden/sirius-familiezorg/",
    "stopped card": "methoden/steunpartners/",
    "card with costs and recognition": "methoden/stevig-opgroeien/",
    "for parents": "methoden/sirius-familiezorg/voor-ouders/",
    "annex for procurement": "methoden/stevig-opgroeien/inkoop/",
    "comparison": "vergelijken/",
    "tools": "werkvormen/",
    "tool": "werkvormen/eigen-koers-conferentie/",
    "organisations": "organisaties/",
    "organisation": "organisaties/sos-kinderhoven/",
    "glossary": "begrippen/",
    "about": "over/",
    "weighing": "over/weging/",
    "contribute": "bijdragen/",
    "fields": "bijdragen/velden/",
    "wanted": "bijdragen/gevraagd/",
    "wanted part": "bijdragen/gevraagd/costs/",
    "reading along": "bijdragen/meelezen/",
    "form": "bijdragen/formulier/",
    "authors": "bijdragen/auteurs/",
    "fit": "past-het/",
    "about the search": "over/zoeken/",
    "costs": "kosten/",
    "open data": "data/",
    "list by theme": "methoden/thema/return-home/",
    "wrong address": "bestaat-niet/",
}
"""One page of each kind."""
LOOKED_AT_ELSEWHERE = {"catalogue", "comparison", "costs", "fit", "form"}
"""Kinds whose own tests show them to axe, in more states."""
TEXTS = {"about", "weighing", "authors", "about the search", "reading along", "contribute"}
"""Kinds that differ in their words alone from other hand-written pages."""
MOST_PARTS = {"card", "card with costs and recognition", "glossary"}
"""Kinds that axe sees in every combination of width and scheme."""


OWN_KINDS = [kind for kind in KINDS if kind not in LOOKED_AT_ELSEWHERE | TEXTS]


@pytest.fixture(scope="session")
def address_below(published: Site) -> Iterator[str]:
    """The address of the site below a path."""
    with served(published.path, "/bibliotheek/") as address:
        yield address


# every page


@dataclass
class Visits:
    """What a browser met on every page, each opened once and shown at several widths."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    too_wide: list[tuple[str, int]] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    """How much is in localStorage and sessionStorage at the end."""


WIDTHS = (320, 390, 640, 720, 980)
"""Phones, a wide screen at twice the size, and just above each change of layout. Pages that together show every kind of part
are looked at in all; the others, which differ in their words alone, in the narrowest."""


def visit(browser: Browser, address: str, pages: Mapping[str, tuple[int, ...]]) -> Visits:
    """Open pages, by address, and show each at its widths."""
    found = Visits()
    with patient_context(browser, viewport=WIDE) as context:
        page = context.new_page()
        page.on("request", lambda request: found.requests.append(request.url))
        page.on(
            "console",
            lambda message: found.errors.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: found.errors.append(f"{page.url}: {error}"))
        page.on(
            "response", lambda answer: found.errors.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None
        )
        for path, widths in pages.items():
            page.goto(address + path, wait_until="networkidle" if path in ("", "methoden/") else "load")
            found.too_wide += [(path, width) for width in widths if is_too_wide(page, width)]
        found.cookies = context.cookies()
        found.kept = page.evaluate("[localStorage.length, sessionStorage.length]")
    return found


def is_too_wide(page: Page, width: int) -> bool:
    page.set_viewport_size(ViewportSize(width=width, height=844))
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


# accessibility


@pytest.mark.parametrize("kind", first(len(OWN_KINDS), [*OWN_KINDS, *sorted(TEXTS)]))
def test_axe_finds_nothing_wide_and_narrow_light_and_dark(kind: str, look: Look, page: Page, address: str) -> None:
    look.show(page)
    page.goto(address + KINDS[kind])
    assert faults(page) == []


@pytest.mark.thorough
@pytest.mark.parametrize("look", [look for look in ALL_LOOKS if look not in LOOKS], ids=str)
@pytest.mark.parametrize("kind", sorted(MOST_PARTS))
def test_axe_finds_nothing_where_most_parts_stand_in_any_other_look(kind: str, look: Look, page: Page, address: str) -> None:
    look.show(page)
    page.goto(address + KINDS[kind])
    assert faults(page) == []


@pytest.mark.parametrize("which", first(1, ["with every part", "all others"]))
def test_every_page_fits_every_screen_asks_nothing_of_another_party_and_reports_no_error(
    which: str, browser: Browser, address: str, site: Site
) -> None:
    everywhere = with_every_part({path: one.html for path, one in site.pages.items()})
    others = [path for path in site.pages if path not in everywhere]
    assert everywhere and others
    widths = dict.fromkeys(everywhere, WIDTHS) if which == "with every part" else dict.fromkeys(others, WIDTHS[:1])
    visits = visit(browser, address, widths)
    elsewhere = [url for url in visits.requests if not url.startswith((address, "data:"))]
    assert (visits.too_wide, elsewhere, visits.errors, visits.cookies, visits.kept) == ([], [], [], [], [0, 0])
    assert len(visits.requests) > len(widths)


def test_the_page_for_a_wrong_address_fits_every_screen(page: Page, address: str) -> None:
    page.goto(address + KINDS["wrong address"])
    assert [width for width in WIDTHS if is_too_wide(page, width)] == []


def skip_the_menu(page: Page) -> None:
    """The keyboard reaches the skip link first, and it leads past the menu."""
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Naar de inhoud"
    box = skip.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0 and box["width"] > 20
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    keeps_answers = urlsplit(page.url).path.endswith("/past-het/")  # in the fragment, where a skip link does not push them out
    assert urlsplit(page.url).fragment == ("" if keeps_answers else "inhoud")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header')")


def test_the_focus_is_visible_on_every_link_and_field_of_the_header(page: Page, address: str) -> None:
    page.goto(address)
    seen = 0
    for _ in range(30):
        page.keyboard.press("Tab")
        if not page.evaluate("!!document.activeElement.closest('header')"):
            if seen:
                break
            continue
        seen += 1
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none" and style[1] != "0px", page.evaluate("document.activeElement.outerHTML")
    assert seen > 5


# below a path


@pytest.mark.parametrize("kinds", first(1, [("home", "card", "fit"), tuple(KINDS)]), ids=["some", "all"])
def test_below_a_path_every_page_finds_its_style_and_script_and_its_menu_can_be_skipped(
    kinds: tuple[str, ...], own_page: Page, address_below: str, subtests: pytest.Subtests
) -> None:
    page = own_page
    requests: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for path in (KINDS[kind] for kind in kinds):
        with subtests.test(path):
            page.goto(address_below + path)
            assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
            assert page.evaluate("document.styleSheets.length") == 1
            skip_the_menu(page)
    assert failed == [address_below + KINDS[kind] for kind in kinds if kind == "wrong address"]
    assert [url for url in requests if not url.startswith(address_below)] == []


def test_the_menu_of_the_page_for_a_wrong_address_leads_back(page: Page, address_below: str) -> None:
    page.goto(f"{address_below}methoden/bestaat-niet/dieper/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Methoden").click()
    assert page.url == f"{address_below}methoden/"
    assert page.get_by_role("heading", level=1).inner_text() == "Methoden"


# the catalogue


def rows(page: Page) -> int:
    return page.locator("[data-method]:visible").count()


def test_without_scripts_the_catalogue_shows_every_method_and_no_choices(page_without_scripts: Page, address: str) -> None:
    page_without_scripts.goto(f"{address}methoden/?q=kopp")
    assert rows(page_without_scripts) == len(list((EXAMPLE_SITE / "methods").glob("*.yml"))) > 0
    assert not page_without_scripts.locator("[data-choices]").is_visible()


def test_without_scripts_a_card_offers_no_button_that_does_nothing(page_without_scripts: Page, address: str) -> None:
    page_without_scripts.goto(address + KINDS["card"])
    assert page_without_scripts.locator("main button:visible").count() == 0


def test_the_search_box_of_every_page_leads_to_the_methods_that_match(page: Page, address: str) -> None:
    page.goto(address + KINDS["tool"])
    page.locator("#zoek").fill("kopp")
    page.locator("#zoek").press("Enter")
    page.wait_for_url("**/methoden/?q=kopp")
    expect(page.locator("[data-results] > [data-method]").first).to_have_attribute("data-method", "buitenspelproject")


# print


def test_a_card_offers_printing_when_scripts_run(page: Page, address: str) -> None:
    page.goto(address + KINDS["card"])
    button = page.get_by_role("button", name="Print 1 A4")
    assert button.is_visible()
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    button.click()
    assert page.evaluate("window.printed") is True


def test_on_paper_stands_the_card_without_menu_buttons_and_footer(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + KINDS["card"])
    page.emulate_media(media="print")
    for selector in ("header.top", "footer.bottom", "[data-print]", ".doors"):
        hidden = page.locator(selector)
        assert hidden.count() == 1, selector
        assert not hidden.is_visible(), selector
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".outcome").first.is_visible(), "what is folded on a screen is not on paper"
    page.pdf(path=tmp_path / "card.pdf", prefer_css_page_size=True)
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", ["card", "comparison", "catalogue"])
def test_nothing_is_cut_off_at_the_edge_of_the_paper(kind: str, page: Page, address: str) -> None:
    page.set_viewport_size(ViewportSize(width=680, height=1000))  # 180 mm between the margins of A4
    page.goto(address + KINDS[kind])
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_dark_mode_is_off(page: Page, address: str) -> None:
    page.goto(address + KINDS["card"])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
