"""The catalogue in a real browser: facets and counts, the address, the keyboard, nonsense, print, and without scripts."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from accessibility import Look, faults
from builders import a_card, copy_example
from built import make_site_root, served
from paths import ROOT
from playwright.sync_api import Browser, Page, ViewportSize, expect
from reused import complaints
from shared import shared
from waiting import patient_context, until

from macros.library.library import Library
from macros.views.catalogue.facets import BY_ID, FACETS, values_of
from scripts.site import build_site

MANY = 230
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the page complains of; a test that asks for it also wants it empty."""
    with complaints(page) as found:
        yield found
    assert not found


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with more methods than fit on a page."""
    with served(shared(tmp_path_factory, "large", make_large) / "site") as address:
        yield address


def make_large(target: Path) -> None:
    root = copy_example(target)
    for number in range(MANY):
        root.write_card(
            a_card(name=f"Methode {number:03d}", reviewed=f"{2010 + number % 12}-01-01", summary=f"Zin {number:03d}. Meer."),
            f"methode-{number:03d}",
        )
    pages = {
        "methoden/index.md": (ROOT / "docs/methoden/index.md").read_text(encoding="utf-8"),
        "organisaties/index.md": "# Organisaties\n",
    }
    config = make_site_root(root, pages)
    build_site(config.parent, target / "site")


def shown(page: Page) -> list[str]:
    expect(page.locator("[data-results]")).to_have_attribute("aria-busy", "false")
    return page.locator("[data-results] [data-method]").evaluate_all("(rows) => rows.map((row) => row.dataset.method)")


def opened(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}methoden/{query}")
    expect(page.locator("[data-results]")).to_have_attribute("aria-busy", "false")
    return page


def box(page: Page, facet: str, value: str) -> None:
    """Tick or untick a value, unfolding its facet as a reader does."""
    field = page.locator(f"input[name={facet}][value='{value}']")
    if not field.is_visible():
        field.evaluate("box => { for (const part of document.querySelectorAll('details')) part.open ||= part.contains(box) }")
    field.click()
    expect(page.locator("[data-results]")).to_have_attribute("aria-busy", "false")


def counts(page: Page, facet: str) -> dict[str, int]:
    """Value → number behind it, of the values that can be chosen."""
    return dict(
        page.evaluate(
            "(facet) => [...document.querySelectorAll(`input[name=${facet}]`)].filter((box) => !box.parentElement.hidden)"
            ".map((box) => [box.value, Number(box.parentElement.querySelector('.choices__count').textContent)])",
            facet,
        )
    )


def meeting(library: Library, chosen: dict[str, set[str]]) -> set[str]:
    """The methods that meet these choices, found in the plainest way."""
    found = set()
    for method in library.methods.values():
        subjects: dict[str, list[str]] = {}
        for facet in chosen:
            subjects.setdefault(facet if BY_ID[facet].subject == "method" else BY_ID[facet].subject, []).append(facet)
        if all(_holds(method, facets, chosen, library) for facets in subjects.values()):
            found.add(method.id)
    return found


def _holds(method, facets, chosen, library) -> bool:  # type: ignore[no-untyped-def]
    rows = zip(*(values_of(BY_ID[facet], method, library) for facet in facets), strict=True)
    return any(all(value in chosen[facet] for facet, value in zip(facets, row, strict=True)) for row in rows)


# choosing


def test_the_browser_knows_every_method_by_its_id(page: Page, address: str, library: Library) -> None:
    opened(page, address, "?volgorde=nagekeken")
    assert sorted(shown(page)) == sorted(library.methods)


@pytest.mark.usefixtures("errors")
def test_a_choice_narrows_the_list_and_can_be_undone(page: Page, address: str, library: Library) -> None:
    opened(page, address)
    assert len(shown(page)) == len(library.methods)
    box(page, "thema", "return-home")
    assert set(shown(page)) == meeting(library, {"thema": {"return-home"}})
    assert page.locator("[data-status]").inner_text() == f"2 van {len(library.methods)} methoden"
    page.get_by_role("button", name="Haal weg: Thema: terug naar huis").click()
    assert len(shown(page)) == len(library.methods)
    assert urlsplit(page.url).query == ""


def test_values_of_one_facet_widen_and_facets_narrow(page: Page, address: str, library: Library) -> None:
    opened(page, address)
    box(page, "thema", "return-home")
    box(page, "thema", "early-support")
    assert set(shown(page)) == meeting(library, {"thema": {"return-home", "early-support"}})
    box(page, "stand", "running")
    assert set(shown(page)) == meeting(library, {"thema": {"return-home", "early-support"}, "stand": {"running"}})
    assert parse_qsl(urlsplit(page.url).query) == [("thema", "return-home"), ("thema", "early-support"), ("stand", "running")]
    page.get_by_role("button", name="Wis alles").click()
    assert len(shown(page)) == len(library.methods)


def test_the_counts_are_what_one_would_find_for_every_value_and_every_second_choice(
    page: Page, address: str, library: Library
) -> None:
    opened(page, address)
    for chosen in (
        {},
        {"thema": {"early-support"}},
        {"opzet": {"own-report"}, "speelt": {"parenting", "addiction"}},
        {"erkenning": {"not-found"}, "getal": {"words"}},
    ):
        opened(page, address, "?" + "&".join(f"{facet}={value}" for facet, values in chosen.items() for value in values))
        for facet in FACETS:
            for value, count in counts(page, facet.id).items():
                assert count == len(meeting(library, {**chosen, facet.id: {value}})), (chosen, facet.id, value)


def test_a_design_and_who_measured_must_hold_for_one_and_the_same_result(page: Page, address: str, library: Library) -> None:
    for design, who in itertools.product(("rct", "own-report", "monitoring"), ("independent", "own", "unknown")):
        opened(page, address, f"?opzet={design}&meting={who}")
        assert set(shown(page)) == meeting(library, {"opzet": {design}, "meting": {who}}), (design, who)


def test_a_value_that_no_method_has_finds_nothing_and_is_no_nonsense(page: Page, address: str, library: Library) -> None:
    assert not meeting(library, {"erkenning": {"strong-indications"}})
    opened(page, address, "?erkenning=strong-indications")
    assert shown(page) == []
    assert not page.locator("[data-ignored]").is_visible()


def test_unknown_is_a_choice(page: Page, address: str, library: Library) -> None:
    opened(page, address, "?leeftijd=onbekend")
    assert set(shown(page)) == meeting(library, {"leeftijd": {"onbekend"}}) != set()


def test_a_value_that_would_find_nothing_goes_away_unless_it_is_chosen(page: Page, address: str) -> None:
    opened(page, address, "?thema=return-home&leeftijd=zwangerschap")
    assert shown(page) == []
    assert "Geen methode" in page.locator("[data-status]").inner_text()
    assert counts(page, "leeftijd")["zwangerschap"] == 0
    assert 0 not in {count for value, count in counts(page, "thema").items() if value != "return-home"}


def test_a_query_and_choices_narrow_together_and_the_counts_follow_the_query(page: Page, address: str) -> None:
    opened(page, address, "?q=sirius")
    assert shown(page)[0] == "sirius-familiezorg"
    every = shown(page)
    assert sum(counts(page, "stand").values()) == len(every)
    box(page, "stand", "completed")
    assert "sirius-familiezorg" in shown(page) and len(shown(page)) <= len(every)
    page.get_by_role("button", name="Haal weg: Gezocht: sirius").click()
    assert urlsplit(page.url).query == "stand=completed"


# the address


def test_an_address_that_was_mailed_shows_the_same_view(page: Page, address: str, browser: Browser) -> None:
    opened(page, address)
    box(page, "thema", "early-support")
    page.locator("#volgorde").select_option("bewijs")
    view = shown(page)
    with patient_context(browser, viewport=PHONE) as context:
        assert (
            shown(
                opened(
                    context.new_page(),
                    page.url.removesuffix(urlsplit(page.url).path + "?" + urlsplit(page.url).query) + "/",
                    "?" + urlsplit(page.url).query,
                )
            )
            == view
        )


def test_the_back_button_goes_back_one_choice_and_one_word(page: Page, address: str, library: Library) -> None:
    opened(page, address)
    box(page, "thema", "early-support")
    early = shown(page)
    page.locator("#zoek-lijst").press_sequentially("kopp", delay=10)
    expect(page.locator("[data-results]")).to_have_attribute("data-answered", "kopp")
    page.go_back()
    expect(page.locator("[data-results]")).to_have_attribute("data-answered", "")
    assert (shown(page), page.locator("#zoek-lijst").input_value()) == (early, "")
    page.go_back()
    expect(page.locator("[data-results] [data-method]")).to_have_count(len(library.methods))
    assert not page.locator("input[value=early-support]").is_checked()
    page.go_forward()
    expect(page.locator("[data-results] [data-method]")).to_have_count(len(early))
    assert page.locator("input[value=early-support]").is_checked()


NONSENSE = (
    *("kleur=rood", "thema=paars", "volgorde=sterren", "__proto__=x", "thema=__proto__", "constructor"),
    *("thema=<script>alert(1)</script>", "x=" + "y" * 5000),
)


@pytest.mark.usefixtures("errors")
def test_nonsense_in_an_address_is_left_out_and_named(
    page: Page, address: str, library: Library, subtests: pytest.Subtests
) -> None:
    for nonsense in NONSENSE:
        with subtests.test(nonsense[:40]):
            key, _, value = nonsense.partition("=")
            opened(page, address, f"?{quote(key)}={quote(value)}")
            assert len(shown(page)) == len(library.methods)
            note = page.locator("[data-ignored]")
            assert nonsense[:40] in note.inner_text()
            assert len(note.inner_text()) < 200
            box(page, "stand", "running")
            assert not note.is_visible()
            assert urlsplit(page.url).query == "stand=running"


def test_what_is_right_in_an_address_still_counts_beside_nonsense(page: Page, address: str, library: Library) -> None:
    opened(page, address, "?thema=paars&thema=return-home&" + "&".join(f"n{number}=1" for number in range(40)))
    assert set(shown(page)) == meeting(library, {"thema": {"return-home"}})
    assert "en nog 36" in page.locator("[data-ignored]").inner_text()


TYPED = ("<img src=x onerror=alert(1)>", "a[b", "(.*)+$", "\\", "%00", "' or 1=1", "&thema=x", "​", "é" * 300)


@pytest.mark.usefixtures("errors")
def test_whatever_is_typed_stays_text(page: Page, address: str, subtests: pytest.Subtests) -> None:
    opened(page, address)
    for typed in TYPED:
        with subtests.test(typed[:40]):
            page.locator("#zoek-lijst").fill(typed)  # on the page with the answer to the one before
            page.keyboard.press("Enter")
            shown(page)
            assert page.locator("[data-catalogue] img").count() == 0
            opened(page, address, f"?q={quote(typed)}")
            assert page.locator("[data-catalogue] img").count() == 0


# order


@pytest.mark.parametrize("order", ["naam", "nagekeken", "bewijs"])
def test_every_order_is_explained_and_shows_the_same_methods(page: Page, address: str, library: Library, order: str) -> None:
    opened(page, address)
    page.locator("#volgorde").select_option(order)
    assert set(shown(page)) == set(library.methods)
    said = page.locator("#volgorde-uitleg").inner_text()
    assert ("kwaliteit" in said) == (order != "nagekeken")


def test_the_last_looked_at_come_first(page: Page, large: str) -> None:
    opened(page, large, "?volgorde=nagekeken")
    assert re.fullmatch(r"methode-(011|023).*|voorbeeld-.*", shown(page)[0])
    assert "2021" in page.locator("[data-method=methode-011] .detail").first.inner_text()


def test_relevance_is_an_order_only_when_something_is_sought(page: Page, address: str) -> None:
    opened(page, address, "?volgorde=relevantie")
    assert page.locator("#volgorde").input_value() == "naam"
    assert page.locator("#volgorde option:not([disabled])").count() == 3
    opened(page, address, "?q=gezin")
    assert page.locator("#volgorde").input_value() == "relevantie"


# long lists


def test_a_long_list_shows_a_part_and_then_more(page: Page, large: str) -> None:
    opened(page, large, "?volgorde=nagekeken")
    assert len(shown(page)) == 50
    page.locator("[data-more]").press("Enter")
    expect(page.locator("[data-results] [data-method]")).to_have_count(100)
    until(page, "document.activeElement.closest('tr') === document.querySelectorAll('[data-method]')[50]")
    first = page.locator("[data-method]").nth(95)
    assert first.locator("p").first.inner_text().strip() == ""
    first.scroll_into_view_if_needed()
    expect(first.locator("p").first).to_contain_text("Zin")
    assert len(set(shown(page))) == 100
    first.locator("a").first.click()
    page.go_back()
    expect(page.locator("[data-results] [data-method]")).to_have_count(100)


def test_going_to_a_place_within_the_page_leaves_the_list_alone(page: Page, large: str) -> None:
    opened(page, large)
    page.get_by_role("link", name="per thema, doelgroep en leeftijd").click()
    page.wait_for_url("**#lijsten")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert len(shown(page)) == 100


def test_the_plain_view_keeps_the_rows_that_stood_there(page: Page, large: str) -> None:
    opened(page, large)
    assert len(shown(page)) == 100
    assert not page.locator("[data-paging]").is_visible()
    page.locator("[data-more]").press("Enter")
    expect(page.locator("[data-results] [data-method]")).to_have_count(150)


def test_rows_made_in_the_browser_say_the_same_as_rows_of_the_page(page_without_scripts: Page, page: Page, address: str) -> None:
    page_without_scripts.goto(f"{address}methoden/")
    before = {
        row.get_attribute("data-method"): (row.inner_text(), row.locator("a").first.evaluate("a => a.href"))
        for row in page_without_scripts.locator("[data-method]").all()
    }
    opened(page, address, "?volgorde=nagekeken")
    page.evaluate("() => { window.print = () => {} }")
    page.get_by_role("button", name="Afdrukken").click()
    expect(page.locator("[data-results] [data-waits]")).to_have_count(0)
    after = {
        row.get_attribute("data-method"): (row.inner_text(), row.locator("a").first.evaluate("a => a.href"))
        for row in page.locator("[data-method]").all()
    }
    assert after == before


# keyboard, small screens, accessibility


def test_the_keyboard_alone_suffices(page: Page, address: str, library: Library) -> None:
    opened(page, address)
    page.locator("details > summary").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    value = page.evaluate("document.activeElement.value")
    assert set(shown(page)) == meeting(library, {"speelt": {value}}) != set()
    page.get_by_role("button", name="Haal weg").focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == len(library.methods)


def test_undoing_one_of_several_leaves_the_focus_on_the_next(page: Page, address: str) -> None:
    opened(page, address, "?thema=return-home&thema=early-support&stand=running")
    page.get_by_role("button", name="terug naar huis").press("Enter")
    shown(page)
    assert "vroege steun" in page.evaluate("document.activeElement.textContent")


def test_the_number_of_results_is_told_and_order_and_field_have_names(page: Page, address: str) -> None:
    opened(page, address)
    expect(page.get_by_role("status").first).to_have_text("7 methoden")
    assert page.get_by_role("searchbox", name="Zoek in alle methoden").count() == 1
    assert page.get_by_role("combobox", name="Volgorde").count() == 1
    assert page.get_by_role("group", name="Wat er speelt").get_by_role("checkbox").count() > 3


def test_on_a_phone_the_facets_fold_behind_one_button(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    opened(page, address, "?thema=return-home")
    button = page.get_by_role("button", name="Kies op kenmerken (1)")
    assert not page.locator("[data-choices]").is_visible()
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.locator("input[value=return-home]").is_checked()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(
    "query",
    ["", "?q=uithuisplaatsing&thema=return-home&kleur=rood", "?q=zzzzqqqq", "?thema=return-home&leeftijd=zwangerschap"],
)
def test_axe_finds_nothing_in_any_state(look: Look, page: Page, address: str, query: str) -> None:
    look.show(page)
    opened(page, address, query)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    if look.viewport == PHONE:
        page.locator("[data-fold]").click()
    assert faults(page) == []


# without scripts, on paper


def test_without_scripts_the_table_the_paging_and_the_lists_stand_and_no_dead_controls(
    page_without_scripts: Page, large: str
) -> None:
    page, seen = page_without_scripts, set()
    page.goto(f"{large}methoden/")
    for control in ("[data-query]", "[data-choices]", "[data-order]", "[data-more]", "[data-fold]"):
        assert not page.locator(control).is_visible(), control
    while True:
        seen |= set(page.locator("[data-method]").evaluate_all("(rows) => rows.map((row) => row.dataset.method)"))
        onward = page.get_by_role("link", name="Volgende").first
        if not onward.count():
            break
        onward.click()
    assert len(seen) == MANY + 3
    assert page.url.endswith("/methoden/pagina/3/")


def test_on_paper_stand_the_list_and_what_was_chosen(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "?thema=return-home")
    page.emulate_media(media="print")
    for control in ("[data-query]", "[data-choices]", "[data-order]", ".lists"):
        assert not page.locator(control).is_visible(), control
    assert page.locator("[data-chips]").is_visible()
    assert len(shown(page)) == 2
    page.set_viewport_size({"width": 680, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_button_prints_when_every_row_has_its_text(page: Page, large: str) -> None:
    opened(page, large, "?volgorde=nagekeken")
    page.evaluate(
        """() => {  // an assignment alone is a function, which evaluate calls at once
          window.print = () => {
            const lines = document.querySelectorAll('[data-method] th > p:first-of-type');
            window.printed = [...lines].map((line) => line.textContent);
          };
        }"""
    )
    page.get_by_role("button", name="Afdrukken").click()
    until(page, "window.printed !== undefined")
    expect(page.locator("[data-waits]")).to_have_count(0)
    printed = page.evaluate("window.printed")
    assert len(printed) == 50 and all(line.strip() for line in printed)


def test_a_search_that_cannot_be_loaded_leaves_the_list_and_says_so(page: Page, address: str, library: Library) -> None:
    page.route(
        "**/zoek/**",
        lambda route: (
            route.continue_() if "methoden.json" in route.request.url or "regels" in route.request.url else route.abort()
        ),
    )
    opened(page, address, "?q=kopp")
    assert len(shown(page)) == len(library.methods)
    assert "niet te laden" in page.locator("[data-status]").inner_text()


MOST_STOPS = 15


def test_with_the_keyboard_alone_the_first_result_is_within_fifteen_stops(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/?q=gezin")
    page.locator("[data-results][data-answered]").wait_for(state="attached")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('skip')"):
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.closest('[data-results]') !== null"):
            break
    assert page.evaluate("document.activeElement.matches('[data-results] [data-method] a')")
