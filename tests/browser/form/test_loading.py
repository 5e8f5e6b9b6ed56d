"""Whatever of the form does not load, the page says so, in sight, and offers to try again."""

import pytest
from form_filling import at, opened
from playwright.sync_api import Page, Route, expect
from waiting import timers_run_out

FAILING = {
    "the form itself": "**/assets/lazy/form.js*",
    "the card format": "**/formulier/form.json",
}


@pytest.mark.parametrize("what", FAILING)
@pytest.mark.parametrize("how", ["abort", "404", "nonsense"])
def test_what_does_not_load_ends_in_a_sentence_and_a_way_to_try_again(what: str, how: str, page: Page, with_forge: str) -> None:
    def answer(route: Route) -> None:
        if how == "abort":
            route.abort()
        elif how == "404":
            route.fulfill(status=404, body="weg")
        else:
            route.fulfill(status=200, body="<p>storing</p>", content_type="text/html")

    page.route(FAILING[what], answer)
    page.goto(with_forge)
    said = page.locator("[data-form-failed]")
    expect(said).to_contain_text("Het formulier kon niet worden geladen")
    expect(page.locator("[data-form-wait]")).to_have_count(0)
    page.unroute_all()
    said.get_by_role("button", name="Probeer het nog eens").click()
    expect(page.locator(".card-form")).to_be_visible()


def test_where_not_even_the_door_loads_the_page_says_what_one_can_do(page: Page, with_forge: str) -> None:
    page.route("**/assets/pages/form.js*", lambda route: route.abort())
    page.goto(with_forge)
    slow = page.locator(".form-slow")
    expect(slow).to_be_hidden()
    slow.evaluate("(slow) => slow.getAnimations().forEach((one) => one.finish())")  # some seconds, by the style sheet alone
    expect(slow).to_be_visible()
    expect(slow).to_contain_text("Ververs dan de pagina")


def test_a_card_that_cannot_be_fetched_is_not_taken_for_one_that_is_not_there(page: Page, with_forge: str) -> None:
    page.route("**/methoden/dok/dok.yml", lambda route: route.abort())
    page.goto(f"{with_forge}?id=dok")
    expect(page.locator("[data-form-failed]")).to_be_visible()
    assert "Er is geen kaart" not in page.locator("main").inner_text()


@pytest.mark.parametrize("name", ["organisations", "sources"])
def test_a_list_that_does_not_load_is_told_in_sight_and_fetched_at_the_next_visit(name: str, page: Page, with_forge: str) -> None:
    where = {"organisations": "owners[0].organisation", "sources": "sources[0].source"}[name]
    page.route(f"**/{name}.json", lambda route: route.abort())
    form = opened(page, with_forge)
    box = at(form, where).locator("input").first
    box.scroll_into_view_if_needed()
    box.focus()
    expect(form.locator(".form-undo")).to_contain_text("kon niet worden opgehaald")
    expect(form.locator(".form-undo")).to_be_in_viewport()
    box.press_sequentially("Lumel" if name == "organisations" else "zo")
    page.unroute_all()
    box.blur()
    box.focus()
    timers_run_out(form)
    box.press("ArrowDown")
    expect(form.locator("[role=option]:visible .detail").first).to_be_visible()
