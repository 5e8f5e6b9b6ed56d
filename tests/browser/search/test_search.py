"""The search in a real browser: the judged questions, spelling in Python and in the browser, keyboard, readers aloud."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from accessibility import faults
from built import Site, served
from paths import EXAMPLE_SITE, ROOT, TESTS
from playwright.sync_api import Browser, Locator, Page, expect
from reused import complaints, listening
from waiting import answered, patient_context

from macros.library.library import Library
from macros.search.folding import fold, split_words
from macros.search.stemming import Stemmer
from scripts.judging.expectations import compute_figures, find_broken

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((TESTS / "search" / "queries.yml").read_text(encoding="utf-8"))["queries"]
PREFIX = "/een/pad/"
"""Sites often stand below a path; nothing may depend on standing at the root."""
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with served(site.path, PREFIX) as root:
        yield root


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which no script fails."""
    errors: list[str] = []
    with listening(page, pageerror=lambda error: errors.append(str(error))):
        yield page
    assert not errors


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str) -> Iterator[Ask]:
    """The engine itself."""
    with patient_context(browser) as context:
        page = context.new_page()
        page.goto(f"{address}over/privacy/")
        yield lambda query, explained=0: page.evaluate(
            "async ([query, explained]) => (await import('../../modules/search/engine.js')).search(query, { explained })",
            [query, explained],
        )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["q"])
def test_a_judged_question_holds(ask: Ask, question: dict[str, Any]) -> None:
    assert find_broken(question, ask(question["q"])) == []


def test_every_judged_question_holds_on_the_page_of_methods(
    page_with_clock: Page, address: str, subtests: pytest.Subtests
) -> None:
    """One after the other in the box of one page; the next test asks some of them by address."""
    with complaints(page_with_clock) as wrong:
        page_with_clock.goto(f"{address}methoden/")
        for question in QUESTIONS:
            with subtests.test(question["q"]):
                answered(page_with_clock, question["q"])
                assert find_broken(question, shown(page_with_clock)) == []
    assert wrong == []


def test_an_address_with_a_question_gives_the_same_answer(page: Page, address: str) -> None:
    for question in QUESTIONS[::12]:
        assert find_broken(question, on_page(page, address, question["q"])) == []


def on_page(page: Page, address: str, query: str) -> dict[str, Any]:
    """What the page of methods shows for an address with a question."""
    page.goto(f"{address}methoden/?q={quote(query)}")
    page.locator("[data-results][data-answered]").wait_for(state="attached")
    return shown(page)


def shown(page: Page) -> dict[str, Any]:
    hits = page.eval_on_selector_all("[data-results] [data-method]", "(all) => all.map((one) => ({ id: one.dataset.method }))")
    meanings = page.eval_on_selector_all("[data-meaning]", "(all) => all.map((one) => ({ label: one.dataset.meaning }))")
    return {"hits": hits, "meanings": meanings}


def test_the_judged_set_as_a_whole(ask: Ask) -> None:
    figures = compute_figures([(question, ask(question["q"])) for question in QUESTIONS])
    assert figures.recall == 1
    assert figures.firsts == 1
    assert figures.reciprocal_rank > 0.9


@pytest.mark.parametrize("name", ["fold", "words", "stem"])
def test_browser_and_build_spell_alike(page: Page, address: str, library: Library, name: str) -> None:
    texts = (*EXAMPLE_SITE.glob("methods/*.yml"), *EXAMPLE_SITE.glob("data/*.yml"), *ROOT.glob("docs/**/*.md"))
    unseen = {"uithuis\u00adplaatsing", "een\u200btwee", "\ufeffdrie", "vier\u2060vijf", "zes\u200dzeven"}
    samples = sorted(unseen | {word for text in texts for word in text.read_text(encoding="utf-8").split()})
    stem = Stemmer(library.synonyms.irregular)
    plain = sorted({word for sample in samples for word in split_words(sample)})
    more = [
        word + ending for word in plain for ending in ("e", "en", "heid", "igheid", "ingen", "baar", "lijke", "s", "ies", "end")
    ]
    python = {"fold": (samples, fold), "words": (samples, split_words), "stem": (plain + more, stem)}
    given, function = python[name]
    page.goto(f"{address}over/privacy/")
    found = page.evaluate(
        """async ([name, given]) => {
          const [folding, { stemmer }, { irregular }] = await Promise.all([
            import('../../modules/lib/text.js'), import('../../modules/search/stem.js'),
            fetch('../../zoek/begin.json').then((file) => file.json())]);
          const make = { fold: folding.fold, words: folding.words, stem: stemmer(irregular) };
          return given.map((one) => make[name](one));
        }""",
        [name, given],
    )
    assert [(one, theirs) for one, theirs in zip(given, found, strict=True) if theirs != function(one)] == []


def test_words_that_must_stay_apart_do_not_find_each_other(ask: Ask, library: Library) -> None:
    for apart in library.synonyms.apart:
        for word in apart.words:
            answer = ask(word)
            others = {other.casefold() for other in apart.words if other != word}
            assert not others & {text.casefold() for text in answer["alsoSearched"]}, word


def test_related_words_are_offered_and_not_sought(ask: Ask) -> None:
    answer = ask("uhp")
    assert answer["alsoSearched"] == ["uithuisplaatsing"]
    assert "pleegzorg" in answer["related"]
    assert "pleegzorg" not in answer["alsoSearched"]


def test_the_answer_says_where_and_marks_the_words(ask: Ask) -> None:
    first = ask("gezinsvoogd", 1)["hits"][0]
    assert first["field"] == "samenvatting"
    assert [piece["text"] for piece in first["excerpt"] if piece["marked"]] == ["gezinsvoogd"]


def test_meanings_are_counted(ask: Ask) -> None:
    assert {one["label"]: one["count"] for one in ask("sos")["meanings"]} == {"SOS Kinderhoven": 1, "Signs of Safety": 0}


def test_organisations_tools_and_terms_are_found_too(ask: Ask) -> None:
    groups = {group["label"]: [item["name"] for item in group["items"]] for group in ask("drie tuinen")["groups"]}
    assert groups["Werkvormen"] == ["Drie Tuinen"]
    assert "Stichting Tribos" not in groups.get("Organisaties", [])
    assert ask("lumel")["groups"][0]["label"] == "Organisaties"


@pytest.mark.parametrize("query", ["xyzzyx", "kopq", "gezni"])
def test_short_words_have_no_slips_and_unknown_words_find_nothing_wrong(ask: Ask, query: str) -> None:
    answer = ask(query)
    assert not answer["hits"] or answer["alsoSearched"]


TYPED = (
    *("<script>alert(1)</script>", "(.*)+$ [a-z]{9} \\", "<img src=x onerror=alert(1)>", "%00 ' OR 1=1 --", "а́ 你好 🙂"),
    "a" * 300,
)


def test_anything_typed_is_shown_as_text(page: Page, address: str, subtests: pytest.Subtests) -> None:
    ran: list[str] = []
    for query in TYPED:
        with subtests.test(query[:40]), listening(page, dialog=lambda dialog: (ran.append(dialog.message), dialog.dismiss())):
            on_page(page, address, query)
            assert page.locator("[data-catalogue] script, [data-catalogue] img").count() == 0
            page.locator("#zoek").fill(query)
            expect(page.locator(".suggest [role=gridcell]").last).to_be_visible()
            assert page.locator(".suggest script, .suggest img").count() == 0
            assert ran == [], "a script ran"


def test_nothing_is_fetched_until_the_search_is_used(own_page: Page, address: str) -> None:
    page, fetched = own_page, []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(f"{address}over/", wait_until="networkidle")
    assert not [path for path in fetched if "/zoek/" in path or "engine" in path]
    page.locator("#zoek").fill("sirius")
    expect(page.locator(".suggest [role=gridcell]").first).to_contain_text("Sirius Familiezorg")
    assert [path for path in fetched if "/zoek/" in path]
    assert all(path.startswith(PREFIX) for path in fetched)


def test_the_box_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    box = page.locator("#zoek")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.fill("kopp")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    option = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "kopp"
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert urlsplit(page.url).path == f"{PREFIX}methoden/buitenspelproject/"


def active(page: Page, box: Locator) -> Locator:
    return page.locator(f"#{box.get_attribute('aria-activedescendant')}")


def test_a_method_goes_into_the_comparison_from_the_list_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    box = page.locator("#zoek")
    box.fill("sirius")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowLeft")  # nothing is chosen yet: the arrow belongs to the text
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(active(page, box)).to_have_text("Vergelijk: Sirius Familiezorg")
    expect(active(page, box)).to_have_attribute("aria-selected", "true")
    assert faults(page) == []
    page.keyboard.press("Enter")
    expect(active(page, box)).to_have_text("Haal uit vergelijking: Sirius Familiezorg")
    expect(page.get_by_role("region", name="Uw vergelijking")).to_contain_text("Sirius Familiezorg staat in de vergelijking.")
    assert faults(page) == []
    page.keyboard.press("ArrowLeft")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert urlsplit(page.url).path == f"{PREFIX}methoden/sirius-familiezorg/"


def test_a_method_goes_into_the_comparison_from_the_list_by_pointer(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    page.locator("#zoek").fill("steun")
    button = page.locator(".suggest [data-compare=steunpartners]")
    button.click()
    expect(button).to_have_class("compare-link is-chosen")
    expect(page.locator(".suggest")).to_be_visible()
    button.click()
    expect(button).to_have_class("compare-link")


def test_the_last_row_has_no_button_and_the_arrow_stays_where_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    box = page.locator("#zoek")
    box.fill("sirius")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    expect(active(page, box)).to_contain_text("Alle resultaten")


def test_enter_without_a_choice_shows_all_results(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/dok/")
    page.locator("#zoek").fill("uhp")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{address}methoden/?q=uhp"


def test_the_box_says_aloud_what_it_found(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#zoek-begin").fill("sirius")
    expect(page.locator(".search [role=status]")).to_have_text(
        "1 methode gevonden. Pijl omlaag gaat naar de lijst, pijl naar rechts naar vergelijken."
    )
    page.locator("#zoek-begin").fill("xyzzyx")
    expect(page.locator(".search [role=status]")).to_have_text("Niets gevonden.")


@pytest.mark.parametrize("query", ["gezin", "sos", "xyzzyx"])
def test_axe_finds_nothing_with_the_list_open(page: Page, address: str, query: str) -> None:
    page.goto(address)
    page.locator("#zoek").fill(query)
    expect(page.locator(".suggest [role=gridcell]").first).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("query", ["gezin", "sos", "xyzzyx", "ondertoezichtstelling waterstad"])
def test_axe_finds_nothing_among_the_results(page: Page, address: str, query: str) -> None:
    on_page(page, address, query)
    assert faults(page) == []


def test_a_search_that_cannot_load_says_so(page: Page, address: str) -> None:
    page.route("**/zoek/**", lambda route: route.abort())
    page.goto(f"{address}over/")
    page.locator("#zoek").fill("sirius")
    expect(page.locator(".find [role=status]")).to_contain_text("Zoeken lukt nu niet")


def test_the_page_about_the_search_tells_the_figures_of_now(site: Site, ask: Ask) -> None:
    figures = compute_figures([(question, ask(question["q"])) for question in QUESTIONS])
    text = site.page("over/zoeken/").text
    assert f"{figures.questions} vragen" in text
    assert json.dumps(round(figures.reciprocal_rank, 2)).replace(".", ",") in text
