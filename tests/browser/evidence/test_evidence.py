"""The pages on which evidence is weighed, in a real browser: on a screen, on a phone, in the dark, on paper, without scripts."""

import re
from collections.abc import Iterator

import pytest
from accessibility import Look, faults
from playwright.sync_api import Page, ViewportSize, expect
from reused import complaints
from waiting import loaded

from macros.library.library import Library
from macros.views.evidence.claims import claim_view, ledger_claims, ledger_rows

PAGES = (
    "bewijs/",
    "uitkomsten/placements/",
    "uitspraken/",
    "bewijskaart/",
    "werkzame-elementen/",
    "bewijs/hoeveel-gezinnen/",
    "uitkomsten/",
    "bewijskaart/prevent-placement/",
    "erkenningen/",
    "keten/",
    "keten/early-support/",
)


@pytest.fixture
def wide(page: Page) -> Iterator[Page]:
    """A page that reports no error, and asks nothing that is not there."""
    with complaints(page) as errors:
        yield page
    assert errors == []


def open_whole(page: Page, address: str) -> None:
    page.goto(address)
    loaded(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_does_not_scroll_sideways(wide: Page, address: str, path: str, look: Look) -> None:
    look.show(wide)
    open_whole(wide, address + path)
    wide.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true; })")
    assert faults(wide) == []
    assert wide.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def shown(page: Page) -> int:
    return page.locator("[data-rows] > tr:not(.study-row)").count()


def test_claims_can_be_chosen_and_the_choice_stands_in_the_address(wide: Page, address: str, library: Library) -> None:
    open_whole(wide, f"{address}uitspraken/")
    everything = len(ledger_rows(library))
    assert shown(wide) == everything
    wide.get_by_label("een aantal en een totaal heeft").check()
    expect(wide.locator("[data-rows] > tr:not(.study-row)")).to_have_count(3)
    assert wide.locator("[data-status]").inner_text() == f"3 van {everything} gegevens."
    assert "total=1" in wide.url
    wide.get_by_label("Maat").select_option("return-home")
    assert shown(wide) == 1 and "11 van 12 gezinnen" in wide.locator("[data-rows]").inner_text()
    wide.reload()
    loaded(wide)
    assert shown(wide) == 1
    wide.get_by_role("button", name="Wis alle keuzes").click()
    expect(wide.locator("[data-rows] > tr:not(.study-row)")).to_have_count(everything)
    assert "?" not in wide.url


def test_nothing_independent_is_explained_and_not_left_empty(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}uitspraken/?independent=1")
    assert shown(wide) == 0
    assert wide.locator("[data-none]").is_visible()
    assert wide.locator("[data-status]").inner_text().startswith("Geen van")


def test_claims_can_be_searched_without_accents_and_sorted(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}uitspraken/")
    wide.get_by_label("Zoek op woord").fill("financiele vliegwielgelden")
    assert shown(wide) == 0
    wide.get_by_label("Zoek op woord").fill("vliegwielgelden")
    assert shown(wide) == 1
    wide.get_by_label("Zoek op woord").fill("")
    wide.get_by_label("Volgorde").select_option("group:down")
    first = [row.get_attribute("data-group") for row in wide.locator("[data-rows] > tr:not(.study-row)").all()[:3]]
    assert first == ["229", "19", "12"]
    wide.get_by_label("Volgorde").select_option("date:down")
    dates = [row.get_attribute("data-date") or "" for row in wide.locator("[data-rows] > tr:not(.study-row)").all()]
    dated = [date for date in dates if date]
    assert dated == sorted(dated, reverse=True) and dates[: len(dated)] == dated


def test_a_measure_leads_to_its_claims(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}uitkomsten/placements/")
    wide.get_by_role("link", name="Dezelfde resultaten met hun bronnen").click()
    expect(wide.locator("[data-rows] > tr:not(.study-row)")).to_have_count(2)


def test_recognitions_can_be_chosen(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}erkenningen/")
    wide.get_by_label("met een oordeel").check()
    expect(wide.locator("[data-rows] > tr:not(.study-row)")).to_have_count(1)
    assert "Stevig Opgroeien" in wide.locator("[data-rows]").inner_text()


def test_the_map_is_one_stop_for_the_tab_key_with_arrows_inside(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}bewijskaart/")
    assert wide.locator("[data-grid] a[tabindex='0']").count() == 1
    wide.locator("[data-grid] a[tabindex='0']").focus()
    wide.keyboard.press("ArrowRight")
    where = "document.activeElement.closest('td, th').cellIndex"
    assert wide.evaluate(where) == 1
    wide.keyboard.press("ArrowDown")
    wide.keyboard.press("ArrowUp")
    wide.keyboard.press("ArrowUp")
    assert wide.evaluate("document.activeElement.closest('thead') !== null")
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.closest('[data-grid]')") is None


def test_from_home_to_what_lowers_placements_in_three_steps(wide: Page, address: str) -> None:
    open_whole(wide, address)
    wide.get_by_role("link", name="Bekijk het bewijs").click()
    wide.locator("article").get_by_role("link", name="uithuisplaatsingen", exact=True).first.click()
    text = wide.locator("article").inner_text()
    assert "30% minder uithuisplaatsingen" in text and "Wat kosten deze methoden" in text
    wide.get_by_role("link", name=re.compile("^Door Ontwikkeling Kaap ?: uithuisplaatsingen")).click()
    assert wide.url.endswith("methoden/dok/#uitkomst-placements")
    assert wide.locator("#uitkomst-placements .notes button").count() >= 1


@pytest.mark.parametrize("path", ["uitspraken/", "bewijskaart/", "erkenningen/"])
def test_without_scripts_everything_stands_there(page_without_scripts: Page, address: str, path: str) -> None:
    page_without_scripts.goto(address + path)
    assert page_without_scripts.locator("form.sift:visible").count() == 0
    assert page_without_scripts.locator("article table tbody tr:visible").count() >= 7


def test_on_paper_nothing_to_click_is_printed_and_nothing_falls_off(page: Page, address: str, subtests: pytest.Subtests) -> None:
    page.set_viewport_size(ViewportSize(width=680, height=960))
    for path in PAGES:
        with subtests.test(path):
            page.emulate_media(media="screen")
            open_whole(page, address + path)
            page.emulate_media(media="print")
            assert page.locator("form.sift:visible, nav.part:visible, [data-grid-hint]:visible").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 680


@pytest.mark.parametrize("kind", ["outcome", "reach", "cost", "cost-statement", "recognition", "recognition-claim", "conflict"])
def test_a_claim_is_one_step_away_and_its_source_one_more(wide: Page, address: str, library: Library, kind: str) -> None:
    one = next(claim_view(one) for one in ledger_claims(library) if one.kind == kind and not one.subject.is_tool)
    open_whole(wide, f"{address}uitspraken/")
    wide.locator(f"[id='{one.id.replace('/', '--')}'] td[data-label=Bron] > a.permanent").click()
    told = wide.locator(":target")
    assert wide.url == address + one.link
    expect(told).to_be_in_viewport()
    assert told.evaluate("element => getComputedStyle(element).boxShadow") != "none", "the claim does not stand out"
    told.locator(".notes button").first.click()
    source = wide.locator(".source-note:popover-open")
    expect(source).to_be_in_viewport()
    expect(source).to_contain_text(one.sources[0].source.publisher)
    assert source.locator("a[rel=external], cite").count()


def test_an_address_can_be_taken_along_from_the_card(wide: Page, address: str) -> None:
    wide.goto(f"{address}methoden/stevig-opgroeien/")
    wide.locator("summary").filter(has_text="Kosten").click()
    wide.locator("#kosten").get_by_role("link", name="Vast adres van dit gegeven").nth(1).click()
    assert wide.url.endswith("#bedrag-visited-family-lcj-kosten-en-baten")
    expect(wide.locator(":target")).to_contain_text("€ 2.000 per bezocht gezin")


def test_what_lowers_placements_on_what_evidence_at_what_cost_and_who_says_so(wide: Page, address: str) -> None:
    """The question of a municipal officer: one step from the home page, and the comparison and the source one step on."""
    wide.goto(address)
    wide.get_by_role("link", name="uithuisplaatsingen").click()
    result = wide.locator("[id='dok--placements']")
    expect(result).to_contain_text("30% minder uithuisplaatsingen de bron noemt geen aantallen")
    expect(result).to_contain_text("eigen opgave")
    row = wide.get_by_role("row").filter(has_text="Door Ontwikkeling Kaap")
    expect(row.locator("[data-label=Kosten]")).to_contain_text("Bij landelijke invoering zou de besparing volgens de bron")
    expect(row.locator("[data-label=Erkenning]")).to_contain_text("gezocht en niet gevonden")
    row.locator("[data-compare=dok]").click()
    expect(wide.get_by_role("region", name="Uw vergelijking")).to_contain_text("Door Ontwikkeling Kaap")
    result.get_by_role("link", name="Door Ontwikkeling Kaap").click()
    expect(wide.locator(":target")).to_contain_text("30% minder uithuisplaatsingen")


@pytest.mark.parametrize(
    "path", ["uitkomsten/placements/", "keten/return/", "methoden/", "methoden/thema/return-home/", "methoden/dok/"]
)
def test_a_method_goes_into_the_comparison_from_wherever_it_stands(wide: Page, address: str, path: str) -> None:
    open_whole(wide, address + path)
    button = wide.locator("main [data-compare], article [data-compare]").first
    name = button.get_attribute("data-name")
    button.click()
    expect(wide.get_by_role("region", name="Uw vergelijking")).to_contain_text(f"{name} staat in de vergelijking.")


def test_a_method_goes_into_the_comparison_from_the_answers_about_a_family(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}past-het/#leeftijd=4")
    wide.locator("[data-fit] [data-compare=sirius-familiezorg]").click()
    expect(wide.get_by_role("region", name="Uw vergelijking")).to_contain_text("Sirius Familiezorg staat in de vergelijking.")


def test_the_number_of_families_is_looked_up_in_the_table(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}bewijs/hoeveel-gezinnen/")
    answer = wide.get_by_role("status")
    expect(answer).to_have_text("U hebt in elke groep 103 gezinnen nodig, dus 206 in totaal.")
    wide.get_by_label("Met de methode hoopt u op").select_option("90%")
    expect(answer).to_have_text("U hebt in elke groep 25 gezinnen nodig, dus 50 in totaal.")
    expect(wide.locator("[data-families-table] [aria-current]")).to_have_text("25")
    wide.get_by_label("Met de methode hoopt u op").select_option("50%")
    expect(answer).to_have_text("Dat is geen verschil.")
