"""The page "Past het?" in a real browser: what it says of each method, its address, its form, a phone, paper."""

import io
import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from accessibility import Look, faults
from built import Site
from playwright.sync_api import Page, ViewportSize
from pypdf import PdfReader
from waiting import until

WIDE, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
SOME = "#leeftijd=4&eenheid=jaar"
ALL = (
    "#leeftijd=4&eenheid=jaar&wie=child&speelt=debts&speelt=divorce&veilig=unsafe"
    "&kader=voluntary&woont=placed&beperking=parent&gemeente=elders"
)


@pytest.fixture(scope="module")
def address(address: str) -> str:
    """The address of the page."""
    return f"{address}past-het/"


def open_page(page: Page, url: str) -> None:
    page.goto("about:blank")  # another fragment alone would not open the page anew
    page.goto(url)
    page.wait_for_selector("[data-method]")
    until(page, "![...document.querySelectorAll('[data-method]')].some((one) => !one.querySelector('.fit-line'))")


def fits(page: Page) -> dict[str, str]:
    pairs = "(items) => items.map(({ dataset }) => [dataset.method, dataset.fit])"
    return dict(page.locator("[data-results] [data-method]").evaluate_all(pairs))


# the real cards


REAL = [
    (
        "#woont=placed",
        {"sirius-familiezorg": "yes", "cirkel-naar-thuis": "yes", "buitenspelproject": "no", "steunpartners": "unknown"},
    ),
    ("#woont=at-home", {"sirius-familiezorg": "no", "buitenspelproject": "yes"}),
    (
        "#kader=compulsory",
        {
            "dok": "yes",
            "sirius-familiezorg": "yes",
            "stevig-opgroeien": "no",
            "gezinsbegeleiding-waterstad": "unknown",
            "cirkel-naar-thuis": "unknown",
        },
    ),
    ("#kader=voluntary", {"dok": "no", "steunpartners": "yes"}),
    ("#leeftijd=20&eenheid=zwanger", {"stevig-opgroeien": "yes", "sirius-familiezorg": "no", "dok": "unknown"}),
    ("#leeftijd=16&eenheid=zwanger", {"stevig-opgroeien": "yes"}),
    ("#leeftijd=10&eenheid=jaar", {"stevig-opgroeien": "no", "buitenspelproject": "yes"}),
    ("#gemeente=waterstad-haven", {"gezinsbegeleiding-waterstad": "yes", "stevig-opgroeien": "unknown"}),
    ("#gemeente=elders", {"gezinsbegeleiding-waterstad": "no", "sirius-familiezorg": "unknown", "stevig-opgroeien": "unknown"}),
    ("#gemeente=groene-meren", {"steunpartners": "unknown"}),  # it was there
    ("#speelt=parental-mental-health", {"buitenspelproject": "yes", "dok": "unknown"}),
    ("#veilig=unsafe", {"buitenspelproject": "yes", "stevig-opgroeien": "unknown"}),
    ("#beperking=parent", {"buitenspelproject": "yes", "gezinsbegeleiding-waterstad": "yes", "steunpartners": "unknown"}),
]


def test_the_real_methods(page: Page, address: str, subtests: pytest.Subtests) -> None:
    for search, expected in REAL:
        with subtests.test(search):
            open_page(page, address + search)
            found = fits(page)
            assert {method: found[method] for method in expected} == expected


def test_no_method_is_ever_left_out_and_they_stand_in_order(page: Page, address: str, site: Site) -> None:
    every = {card.address.split("/")[1] for card in site.under("methoden/") if card.address.count("/") == 2}
    for search in ("", SOME, ALL, "#woont=at-home&kader=voluntary"):
        open_page(page, address + search)
        found = fits(page)
        assert found.keys() == every & found.keys() and len(found) == len(
            json.loads((site.path / "past-het/methoden.json").read_text())["methods"]
        )
        ranks = [["yes", "unknown", "no"].index(fit) for fit in found.values()]
        assert ranks == sorted(ranks)


def opened(page: Page, method: str) -> Any:
    """A method with its reasons in sight."""
    one = page.locator(f"[data-results] [data-method={method}]")
    one.evaluate("(one) => { for (let at = one; at; at = at.parentElement) if (at.matches('details')) at.open = true }")
    one.locator(".fit-why > summary").click()
    return one


def test_the_criterion_and_its_source_stand_with_the_verdict_and_lead_to_the_card(page: Page, address: str) -> None:
    open_page(page, f"{address}#woont=at-home")
    reason = opened(page, "sirius-familiezorg").locator(".reason--decides")
    assert "uit huis geplaatst" in reason.inner_text() and "Bron: Bedachte uitgever 1" in reason.inner_text()
    reason.get_by_role("link").click()
    assert page.url.endswith("methoden/sirius-familiezorg/#past")
    assert page.locator("#past").count() == 1


def test_a_word_that_covers_a_child_at_home_and_one_elsewhere_decides_nothing(page: Page, address: str) -> None:
    book = page.context.request.get(f"{address}methoden.json").json()
    one = {"id": "dok", "name": "Dok", "now": "unknown", "says": {"woont": [["unknown", ["at-risk", "placed"], 0]]}}
    page.route("**/past-het/methoden.json", lambda route: route.fulfill(json=book | {"methods": [one]}))
    for search in ("#woont=placed", "#woont=at-risk"):
        open_page(page, address + search)
        assert fits(page) == {"dok": "unknown"}
        assert "zegt niet of het kind dan nog thuis woont" in opened(page, "dok").inner_text()


def test_what_can_fit_stands_in_what_is_there_now_and_all_other(page: Page, address: str) -> None:
    open_page(page, f"{address}#woont=placed")
    group = page.locator(".fit-group--yes")
    assert group.locator("h3").inner_text().endswith(f"Kan passen ({list(fits(page).values()).count('yes')})")
    heads = group.locator("h4").all_inner_texts()
    now = group.locator("[data-now=yes]").count()
    later = group.locator("[data-now=unknown], [data-now=no]").count()
    assert heads == [f"Nu beschikbaar ({now})", f"Niet beschikbaar, of niet bekend ({later})"] and later
    method = group.locator("[data-method=sirius-familiezorg]")
    assert method.get_attribute("data-now") == "no" and method.get_attribute("data-fit") == "yes"
    assert "Afgerond" in method.locator(".fit-ask").inner_text()


def test_every_method_says_whether_it_is_there_and_whom_to_ask_as_its_card_does(page: Page, address: str) -> None:
    open_page(page, address + SOME)
    answers = page.locator("[data-results] [data-method]").evaluate_all(
        """(items) => items.map((one) => [
          one.dataset.method,
          one.querySelector('.state__mark').textContent.split(': ')[1],
          one.querySelector('.fit-door a')?.textContent ?? null])"""
    )
    assert answers
    for method, now, door in answers:
        page.goto(f"{address}../methoden/{method}/")
        tile = page.locator(".tile:has(#nu)")
        assert tile.locator(".tile__answer").inner_text().lower() == now
        assert (door or "Geen bron noemt wie u kunt vragen.") in tile.inner_text()


def test_one_reason_stands_in_one_line_and_the_rest_behind_why(page: Page, address: str) -> None:
    open_page(page, f"{address}#leeftijd=4&eenheid=jaar&woont=at-home")
    method = page.locator("[data-method=buitenspelproject]")
    assert method.locator(".fit-reason").inner_text().replace("\n", " ") == "✓ Op de kaart: leeftijd en nog 1"
    assert method.locator(".reason").count() == 2 and not method.locator(".reason").first.is_visible()
    method.locator(".fit-why > summary").click()
    assert method.locator(".reason").first.is_visible()


def test_the_page_never_says_that_a_method_fits(page: Page, address: str) -> None:
    for search in ("", SOME, ALL, "#woont=placed"):
        open_page(page, address + search)
        text = page.locator(".fit-results").inner_text().lower().replace("kan passen", "").replace("past niet", "")
        assert "past" not in text.split()


# form and address


def test_an_answer_goes_into_the_address_and_back_takes_it_out(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("radio", name="Nee, uit huis geplaatst").check()
    assert urlsplit(page.url).fragment == "woont=placed"
    page.get_by_role("checkbox", name="Scheiding").check()
    assert urlsplit(page.url).fragment == "speelt=divorce&woont=placed"
    assert fits(page)["buitenspelproject"] == "no"
    page.go_back()
    assert urlsplit(page.url).fragment == "woont=placed"
    assert not page.get_by_role("checkbox", name="Scheiding").is_checked()
    page.go_back()
    assert set(fits(page).values()) == {"unknown"}
    page.go_forward()
    assert page.get_by_role("radio", name="Nee, uit huis geplaatst").is_checked()


def test_a_shared_address_fills_the_form(page: Page, address: str) -> None:
    open_page(page, address + ALL)
    assert page.locator("#leeftijd").input_value() == "4"
    assert page.get_by_role("checkbox", name="Schulden").is_checked()
    assert page.locator("#gemeente").input_value() == "elders"
    assert page.locator("input[name=veilig]:checked").get_attribute("value") == "unsafe"


def test_what_an_address_holds_too_much_is_told_as_text_and_not_used(page: Page, address: str) -> None:
    open_page(page, f"{address}#woont=maan&leeftijd=-3&<b>x</b>=1&__proto__=1&speelt=debts&speelt=toString")
    assert page.locator("[data-fit-ignored]").is_visible()
    assert "<b>x</b>" in page.locator("[data-fit-ignored]").inner_text()
    assert page.locator("[data-fit-ignored] b").count() == 0
    assert [fit for method, fit in fits(page).items() if method == "sirius-familiezorg"] == ["yes"]


def test_the_keyboard_alone_answers_and_reads_the_outcome(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    open_page(page, address)
    page.locator("#leeftijd").focus()
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "uitkomst"
    assert urlsplit(page.url).fragment == "leeftijd=10&eenheid=jaar"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('[data-results]')")


def test_an_address_from_before_works_and_its_answers_leave_the_query(page: Page, address: str) -> None:
    open_page(page, f"{address}?woont=placed")
    assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", "woont=placed")
    assert page.get_by_role("radio", name="Nee, uit huis geplaatst").is_checked()
    assert fits(page)["buitenspelproject"] == "no"


def test_a_link_to_a_place_on_the_page_leaves_the_answers(page: Page, address: str) -> None:
    open_page(page, f"{address}#woont=placed")
    page.get_by_role("link", name="Naar de inhoud").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'inhoud'")
    assert urlsplit(page.url).fragment == "woont=placed"
    assert fits(page)["buitenspelproject"] == "no"


# a phone


def current(page: Page) -> str:
    return page.locator("[data-fit-question]:visible").evaluate_all("(all) => all.map((one) => one.dataset.fitQuestion).join()")


def test_on_a_phone_one_question_stands_at_a_time_with_the_number_that_is_left(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, address)
    left, next_one = page.locator("[data-fit-left]"), page.locator("[data-fit-next]")
    total = len(fits(page))
    assert current(page) == "leeftijd" and left.inner_text() == f"Nog {total} methoden"
    assert page.get_by_role("button", name="Vorige").is_disabled()
    page.locator("#leeftijd").fill("10")
    page.keyboard.press("Enter")
    assert current(page) == "wie" and "Vraag 2 van 8" in page.locator("[data-fit-steps]").inner_text()
    assert page.evaluate("document.activeElement.dataset.fitQuestion") == "wie"
    assert left.inner_text() == f"Nog {total - list(fits(page).values()).count('no')} methoden"
    bar = page.locator("[data-fit-steps]").bounding_box()
    assert bar and bar["y"] + bar["height"] <= PHONE["height"]
    page.get_by_role("button", name="Vorige").click()
    assert current(page) == "leeftijd"
    for _ in range(7):
        next_one.click()
    assert current(page) == "gemeente" and next_one.inner_text() == "Bekijk de uitkomst"
    next_one.click()
    assert page.evaluate("document.activeElement.id") == "uitkomst"


def test_on_a_phone_the_outcome_comes_to_the_top_of_the_window(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, address)
    page.locator("[data-fit-outcome]").click()
    heading = page.locator("#uitkomst").bounding_box()
    assert heading and 0 <= heading["y"] < PHONE["height"] / 4


def test_on_a_phone_the_back_button_shows_the_question_whose_answer_it_took_back(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, address)
    page.locator("[data-fit-next]").click()
    page.get_by_role("radio", name="Het hele gezin").check()
    page.locator("[data-fit-next]").click()
    page.go_back()
    assert current(page) == "wie"


def test_on_a_wide_screen_all_questions_stand_there(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    open_page(page, address)
    assert len(current(page).split(",")) == 8
    assert not page.locator("[data-fit-steps]").is_visible()


def test_the_live_region_counts_what_fits(page: Page, address: str) -> None:
    open_page(page, f"{address}#woont=placed")
    status = page.get_by_role("status").filter(has_text="onbekend")
    found = list(fits(page).values())
    assert (
        status.inner_text()
        == f"{found.count('yes')} methoden kunnen passen, {found.count('unknown')} onbekend, {found.count('no')} past niet."
    )


def test_no_request_carries_an_answer(own_page: Page, address: str) -> None:
    page = own_page
    open_page(page, address)
    requests: list[Any] = []
    page.on("request", lambda request: requests.append(request))
    page.get_by_role("radio", name="Nee, uit huis geplaatst").check()
    page.get_by_role("checkbox", name="Scheiding").check()
    page.locator("[data-method] a").first.click()
    page.wait_for_load_state("networkidle")
    assert requests
    for request in requests:
        assert "placed" not in request.url and "placed" not in request.all_headers().get("referer", ""), request.url


def test_without_scripts_the_page_explains_and_leads_to_all_methods(page_without_scripts: Page, address: str) -> None:
    page = page_without_scripts
    page.goto(address)
    way_on = page.get_by_role("link", name="lijst met alle methoden").bounding_box()
    first_question = page.locator("[data-fit-question]").first.bounding_box()
    assert way_on and first_question and way_on["y"] < first_question["y"], "told before anything is filled in"
    assert page.locator("[data-fit-question]:visible").count() == 8
    assert page.locator(".fit-form button:visible").count() == 0
    page.locator("#leeftijd").fill("4")
    page.keyboard.press("Enter")
    assert page.url == address  # nothing went to the server


# many methods


def test_five_thousand_methods_are_judged_at_once_and_shown_in_portions(page: Page, address: str, site: Site) -> None:
    book = json.loads((site.path / "past-het/methoden.json").read_text())
    book["methods"] = [{**book["methods"][index % len(book["methods"])], "name": f"Methode {index}"} for index in range(5000)]
    page.route("**/past-het/methoden.json", lambda route: route.fulfill(json=book))
    open_page(page, address + SOME)
    assert page.locator("[data-method]").count() == 50
    quickest = page.evaluate(
        """() => Math.min(...['placed', 'at-home', 'placed', 'at-home', 'placed'].map((value) => {
          const from = performance.now();
          document.querySelector(`[name=woont][value=${value}]`).click();
          return performance.now() - from;
        }))"""
    )
    assert quickest < 500  # of five, because a busy machine makes some of them wait
    more = page.get_by_role("button", name="Toon er 50 meer")
    more.click()
    assert page.locator("[data-method]").count() == 100
    assert (
        page.evaluate("[...document.querySelectorAll('[data-method]')].indexOf(document.activeElement.closest('[data-method]'))")
        == 50
    )


# sight and paper


@pytest.mark.parametrize("search", [ALL, SOME, ""], ids=["all", "half", "empty"])
def test_axe_finds_nothing_wide_and_narrow_light_and_dark(look: Look, page: Page, address: str, search: str) -> None:
    look.show(page)
    open_page(page, address + search)
    assert faults(page) == []
    page.locator("main details, article details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    assert faults(page) == [], "all open"


def test_the_page_is_never_wider_than_the_screen(page: Page, address: str) -> None:
    open_page(page, address + ALL)
    for width in (320, 390, 640, 720, 980, 1280):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_on_paper_the_answers_stand_above_the_methods_and_the_form_is_gone(page: Page, address: str) -> None:
    page.set_viewport_size(ViewportSize(width=680, height=1000))
    open_page(page, address + SOME)
    page.emulate_media(media="print")
    assert not page.locator("[data-fit-form]").is_visible()
    assert not page.locator("[data-print]").is_visible()
    paper = page.locator(".fit-answers").inner_text()
    assert "4 jaar" in paper and "Niet ingevuld" in paper and "kader" in paper
    assert "112" in paper and "Veilig Thuis" in paper
    top = page.locator("[data-fit-answers]").bounding_box()
    first = page.locator("[data-method]").first.bounding_box()
    assert top and first and top["y"] < first["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_thirty_two_methods_with_whom_to_ask_fit_on_two_sheets(page: Page, address: str) -> None:
    book = page.context.request.get(f"{address}methoden.json").json()
    methods = [{**book["methods"][at % len(book["methods"])], "name": f"Methode {at}"} for at in range(32)]
    page.route("**/past-het/methoden.json", lambda route: route.fulfill(json=book | {"methods": methods}))
    open_page(page, address + SOME)
    page.evaluate("document.documentElement.classList.add('print-short')")
    page.emulate_media(media="print")
    for method in page.locator(".fit-group:not(.fit-group--no) [data-method]").all():
        assert method.locator(".fit-door").is_visible() and not method.locator(".reasons").is_visible()
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(pages) <= 2


# the sheet to talk through


def test_the_sheet_offers_what_can_fit_and_lays_two_or_three_side_by_side(page: Page, address: str) -> None:
    open_page(page, address)
    assert not page.locator("[data-talk]").is_visible()  # nothing fits yet
    open_page(page, f"{address}#woont=placed")
    can_fit = [method for method, fit in fits(page).items() if fit == "yes"]
    boxes = page.locator("[data-talk-choice] input")
    assert boxes.evaluate_all("(all) => all.map(({ value }) => value)") == can_fit and len(can_fit) >= 2
    shown = min(len(can_fit), 3)
    until(page, f"document.querySelectorAll('[data-talk-table] thead th').length === {shown}")
    words = page.context.request.get(f"{address}methoden/{can_fit[0]}.json").json()["talk"]
    assert page.locator("[data-talk-table] tbody th").all_inner_texts() == [question for question, _ in words]
    assert page.locator("[data-talk-table] tbody tr > td:nth-child(2)").all_inner_texts() == [answer for _, answer in words]
    assert faults(page) == []
    for box in boxes.all()[1:shown]:
        box.uncheck()
    assert page.locator("[data-talk-print]").is_disabled()
    assert "Kies er nog een" in page.locator("[data-talk-said]").inner_text()


def test_three_methods_with_the_longest_words_print_on_one_sheet_without_the_answers(page: Page, address: str) -> None:
    book = page.context.request.get(f"{address}methoden.json").json()
    every = [page.context.request.get(f"{address}methoden/{one['id']}.json").json() for one in book["methods"]]
    longest = max(every, key=lambda words: sum(len(answer) for _, answer in words["talk"]))
    said = {"woont": [["yes", ["placed"], 0]]}
    methods = [{**one, "says": said} for one in book["methods"][:4]]
    page.route("**/past-het/methoden.json", lambda route: route.fulfill(json=book | {"methods": methods}))
    page.route("**/past-het/methoden/*.json", lambda route: route.fulfill(json=longest))
    open_page(page, f"{address}#woont=placed")
    assert page.locator("[data-talk-choice] input:disabled").count() == 1  # three are chosen
    page.evaluate("() => { window.print = () => { window.printed = document.documentElement.className } }")
    page.locator("[data-talk-print]").click()
    assert "print-talk" in page.evaluate("window.printed")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(paper.pages[0].extract_text().split())
    assert len(paper.pages) == 1
    assert "Om samen over te praten" in text and "#woont" not in text and "Uw antwoorden" not in text
