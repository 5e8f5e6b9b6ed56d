"""Old addresses, the small card in a frame and the past of a card, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import faults
from builders import a_card, copy_example
from built import Site, environment, make_site_root, served
from past import Past
from paths import ROOT
from playwright.sync_api import Page, ViewportSize, expect
from shared import shared

from macros.rendering.embedding import HEIGHT, WIDTH, embed_code
from scripts.site import build_site

COMPARE = ROOT.joinpath("docs/vergelijken/index.md").read_text(encoding="utf-8").partition("## Wat u kunt vergelijken")[0]
"""The hand-written page, up to its ready-made comparisons of real methods."""
FRAME = ViewportSize(width=WIDTH, height=HEIGHT)


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small site with a past: a renamed card, a removed one, and one that changed."""
    return Site(shared(tmp_path_factory, "moved", make_moved) / "site")


def make_moved(target: Path) -> None:
    root = copy_example(target)
    past = Past(root)
    past.commit(oud=a_card(name="Oud"), weg=a_card(name="Weg"))
    removed = {"removed": "2024-05-14", "name": "Weg", "reason": "De eigenaar vroeg erom."}
    root.write("data/moved.yml", {"oud": {"to": "nieuw"}, "weg": removed, "thuis-oud": {"to": "voorbeeld-thuis"}})
    past.commit(oud=None, weg=None, nieuw=a_card(name="Nieuw"))
    past.commit(nieuw=a_card(name="Nieuw", aliases=["Anders"]))
    make_site_root(root, {"index.md": "# Begin\n", "vergelijken/index.md": COMPARE, "methoden/index.md": "# Methoden\n"})
    with environment(SITE_URL="https://voorbeeld.example/", REPOSITORY_URL="https://code.voorbeeld.example/b"):
        build_site(target, target / "site")


@pytest.fixture(scope="module")
def moved_address(moved_site: Site) -> Iterator[str]:
    with served(moved_site.path, "/bibliotheek/") as address:
        yield address


# old addresses


def test_an_old_address_of_a_claim_leads_to_that_claim(page: Page, moved_address: str, moved_site: Site) -> None:
    anchor = next(name for name in moved_site.page("methoden/voorbeeld-thuis/").ids if name.startswith("uitkomst-"))
    page.goto(f"{moved_address}methoden/thuis-oud/?van=brief#{anchor}")
    page.wait_for_url(f"{moved_address}methoden/voorbeeld-thuis/?van=brief#{anchor}")
    assert page.evaluate("document.querySelector(':target')?.id") == anchor


def test_the_way_back_does_not_lead_to_the_old_address(page: Page, moved_address: str) -> None:
    page.goto(moved_address)
    page.goto(f"{moved_address}methoden/oud/")
    page.wait_for_url("**/methoden/nieuw/")
    page.go_back()
    assert page.url == moved_address


def test_without_scripts_an_old_address_leads_to_the_new_card(page_without_scripts: Page, moved_address: str) -> None:
    page = page_without_scripts
    page.goto(f"{moved_address}methoden/oud/")
    page.wait_for_url("**/methoden/nieuw/")
    assert page.get_by_role("heading", level=1).inner_text() == "Nieuw"


def test_where_the_script_does_not_arrive_a_link_leads_on(page: Page, moved_address: str) -> None:
    page.route("**/redirect.js", lambda route: route.abort())
    page.goto(f"{moved_address}methoden/oud/")
    assert faults(page) == []
    page.get_by_role("link", name="Nieuw").click()
    page.wait_for_url("**/methoden/nieuw/")


def test_an_old_id_in_the_address_of_a_comparison_is_the_card_of_today(page: Page, moved_address: str) -> None:
    page.goto(f"{moved_address}vergelijken/?m=oud,voorbeeld-thuis,nieuw,weg")
    page.locator("[data-short] table").wait_for()
    assert page.url == f"{moved_address}vergelijken/?m=nieuw,voorbeeld-thuis"
    assert "weggelaten: weg." in page.locator("[data-compare-said]").inner_text()


def test_an_old_id_that_this_browser_kept_is_the_card_of_today(page: Page, moved_address: str) -> None:
    page.goto(moved_address)
    kept = '[{"id":"oud","name":"Oud"},{"id":"weg","name":"Weg"},{"id":"voorbeeld-thuis","name":"Thuis"}]'
    page.evaluate("(kept) => localStorage.setItem('vergelijking', kept)", kept)
    page.goto(f"{moved_address}vergelijken/")
    page.locator("[data-short] table").wait_for()
    assert page.url == f"{moved_address}vergelijken/?m=nieuw,voorbeeld-thuis"


# the small card


@pytest.mark.parametrize("card", ["nieuw", "voorbeeld-thuis", "oud", "weg"])
def test_the_small_card_fits_its_frame_light_and_dark(card: str, page: Page, moved_address: str) -> None:
    page.set_viewport_size(FRAME)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{moved_address}embed/{card}/")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == WIDTH
        box = page.get_by_role("link").last.bounding_box()
        assert box and box["y"] + box["height"] <= HEIGHT, "the link is in sight without scrolling"


def test_another_site_shows_the_small_card_and_opens_the_whole_one_beside_it(
    own_page: Page, moved_address: str, tmp_path: Path
) -> None:
    page = own_page
    (tmp_path / "404.html").write_text("")
    frames = embed_code(f"{moved_address}embed/nieuw/", "Nieuw") + embed_code(f"{moved_address}embed/oud/", "Oud")
    (tmp_path / "index.html").write_text(f"<!doctype html><html lang=nl><title>Gemeente</title>{frames}", encoding="utf-8")
    requests: list[tuple[str, str | None]] = []
    page.on("request", lambda request: requests.append((request.resource_type, request.headers.get("referer"))))
    with served(tmp_path) as elsewhere:
        page.goto(elsewhere)
        for name in ("Methodekaart: Nieuw", "Methodekaart: Oud"):
            expect(page.frame_locator(f'iframe[title="{name}"]').get_by_role("heading", level=1)).to_have_text("Nieuw")
        with page.expect_popup() as popup:
            page.frame_locator("iframe").first.get_by_role("link", name="Bekijk de hele kaart").click()
        popup.value.wait_for_load_state()
        assert popup.value.url == f"{moved_address}methoden/nieuw/"
        assert popup.value.locator("[data-print]").is_visible(), "the card that was opened may run its scripts"
        assert page.url == elsewhere
    assert "script" not in {kind for kind, _ in requests}
    assert {referer for kind, referer in requests if kind == "document"} == {None}


# the past on the card


def test_a_card_shows_its_past_and_offers_the_line_to_paste(page: Page, moved_address: str) -> None:
    page.goto(f"{moved_address}methoden/nieuw/")
    page.get_by_role("button", name="Open alles").click()
    events = page.locator(".events li")
    assert [text.split("\n")[0] for text in events.all_inner_texts()] == ["3 januari 2024", "2 januari 2024", "1 januari 2024"]
    links = [link.get_attribute("href") for link in events.locator("a").all()]
    assert [link.rpartition("/")[2] for link in links] == ["nieuw.yml", "oud.yml"]
    assert all(link.startswith("https://code.voorbeeld.example/b/blob/") for link in links)
    page.get_by_text("Op uw site zetten").click()
    area = page.get_by_label("Kopieer deze regel")
    assert area.input_value() == embed_code("https://voorbeeld.example/embed/nieuw/", "Nieuw")
    assert faults(page) == []
