"""Fifteen slips in a row, with a mouse, on a phone and with a keyboard: what was typed before each is there after it."""

from collections.abc import Callable

from form_filling import reloaded, value_of, visited
from journey import Journey
from playwright.sync_api import Page, expect
from waiting import timers_run_out

REPORT = "https://www.voorbeeld.example/rapport"


def button(journey: Journey, name: str, within: str = ".form-page") -> None:
    journey.press(journey.page.locator(within).get_by_role("button", name=name).first, name)


def undo(journey: Journey) -> None:
    button(journey, "Zet terug", ".form-page > .form-undo")


def reloads(journey: Journey) -> None:
    journey.type("name", "Proefmethode Reis")
    reloaded(journey.page)
    assert value_of(journey.page, "name") == "Proefmethode Reis"


def follows_a_link(journey: Journey) -> None:
    page, address = journey.page, journey.page.url
    journey.type("summary", "Net getypt, en weg.")
    journey.press(page.locator("header a").first, "a link")
    page.wait_for_url(lambda now: now != address)
    page.go_back()
    page.wait_for_selector(".card-form")
    assert value_of(journey.page, "summary") == "Net getypt, en weg."


def types_in_a_second_tab(journey: Journey) -> None:
    page = journey.page
    timers_run_out(page)
    other = visited(page.context.new_page(), page.url)
    there = Journey(other, journey.way)
    there.type("name", "In de tweede tab")
    timers_run_out(other)
    journey.type("summary", "Verder in de eerste.")
    timers_run_out(page)
    reloaded(page)
    assert (value_of(journey.page, "name"), value_of(journey.page, "summary")) == ("Proefmethode Reis", "Verder in de eerste.")
    reloaded(other)
    assert value_of(there.page, "name") == "In de tweede tab"
    other.close()


def begins_another_card(journey: Journey) -> None:
    button(journey, "Begin een andere nieuwe kaart")
    assert value_of(journey.page, "name") == ""
    button(journey, "Open “Proefmethode Reis”")
    assert value_of(journey.page, "summary") == "Verder in de eerste."


def deletes_the_draft(journey: Journey) -> None:
    button(journey, "Verwijder het concept")
    assert value_of(journey.page, "name") == ""
    undo(journey)
    assert value_of(journey.page, "name") == "Proefmethode Reis"


def takes_a_part_away(journey: Journey) -> None:
    journey.type("approach[0].step", "Kennismaken")
    journey.type("approach[0].text", "De vrijwilliger komt langs.")
    journey.press(journey.page.locator('[data-where="approach[0]"] > .form-order > [data-remove]'), "take away")
    expect(journey.page.locator('[data-where="approach[0]"]')).to_have_count(0)
    undo(journey)
    assert value_of(journey.page, "approach[0].text") == "De vrijwilliger komt langs."


def leaves_a_window(journey: Journey, leave: Callable[[Page], None], title: str) -> None:
    page = journey.page
    journey.describe_new("sources[0].source", REPORT)
    journey.type("nieuw.title", title)
    leave(page)
    expect(page.locator("dialog")).to_have_count(0)
    journey.press(page.locator(".form-described").get_by_role("button", name=title).first, "go on")
    assert (value_of(journey.page, "nieuw.title"), value_of(journey.page, "nieuw.URL")) == (title, REPORT)
    button(journey, "Later verder", "dialog")
    journey.press(page.locator(".form-described [data-remove]").first, "take away")


def presses_escape_in_a_window(journey: Journey) -> None:
    leaves_a_window(journey, lambda page: page.keyboard.press("Escape"), "Half getypt")


def puts_a_window_off(journey: Journey) -> None:
    leaves_a_window(journey, lambda page: button(journey, "Later verder", "dialog"), "Later af")


def chooses_another_kind_of_result(journey: Journey) -> None:
    journey.type("outcomes[0].statement", "Van 24 ouders zeiden 18 ja.")
    journey.choose("outcomes[0].result", "[proportion]")
    journey.type("outcomes[0].result.count", "18")
    journey.type("outcomes[0].result.of", "24")
    journey.choose("outcomes[0].result", "[words]")
    journey.choose("outcomes[0].result", "[proportion]")
    assert (value_of(journey.page, "outcomes[0].result.count"), value_of(journey.page, "outcomes[0].result.of")) == ("18", "24")


def pastes_an_address_as_source(journey: Journey) -> None:
    journey.type("goals[0].text", "Ouders vinden steun.")
    journey.type("goals[0].sources[0].source", REPORT)
    leave_the_field(journey)
    assert value_of(journey.page, "goals[0].sources[0].source") == REPORT


def types_a_name_that_nobody_knows(journey: Journey) -> None:
    journey.type("owners[0].organisation", "Stichting Onbekend")
    leave_the_field(journey)
    assert value_of(journey.page, "owners[0].organisation") == "Stichting Onbekend"


def types_a_day_the_dutch_way(journey: Journey) -> None:
    stays_as_typed(journey, "reviewed", "8 april 2019", "Begrepen als: 8 april 2019")


def types_an_amount_the_dutch_way(journey: Journey) -> None:
    stays_as_typed(journey, "costs[0].amount", "€ 56.500,-", "Begrepen als: € 56.500")


def types_words_for_a_number(journey: Journey) -> None:
    stays_as_typed(journey, "reach[0].count", "veel gezinnen", "“veel gezinnen” is geen heel getal")


def opens_a_group_and_leaves_it(journey: Journey) -> None:
    journey.place("intensity[0].duration")
    reloaded(journey.page)
    assert value_of(journey.page, "reach[0].count") == "veel gezinnen"


def stays_as_typed(journey: Journey, where: str, text: str, said: str) -> None:
    journey.type(where, text)
    leave_the_field(journey)
    assert value_of(journey.page, where) == text
    expect(journey.page.locator(f'[data-where="{where}"]')).to_contain_text(said)


def leave_the_field(journey: Journey) -> None:
    page = journey.page
    if journey.way == "keys":
        page.keyboard.press("Tab")
    else:
        page.locator("h1").first.click()
    timers_run_out(page)


SLIPS = (
    reloads,
    follows_a_link,
    types_in_a_second_tab,
    begins_another_card,
    deletes_the_draft,
    takes_a_part_away,
    presses_escape_in_a_window,
    puts_a_window_off,
    chooses_another_kind_of_result,
    pastes_an_address_as_source,
    types_a_name_that_nobody_knows,
    types_a_day_the_dutch_way,
    types_an_amount_the_dutch_way,
    types_words_for_a_number,
    opens_a_group_and_leaves_it,
)


def test_none_of_fifteen_slips_loses_a_word(journey: Journey, with_forge: str) -> None:
    page = visited(journey.page, with_forge)
    assert len(SLIPS) == 15
    for slip in SLIPS:
        slip(journey)
    reloaded(page)
    assert {where: value_of(journey.page, where) for where in LEFT} == LEFT


LEFT = {
    "name": "Proefmethode Reis",
    "summary": "Verder in de eerste.",
    "approach[0].step": "Kennismaken",
    "outcomes[0].statement": "Van 24 ouders zeiden 18 ja.",
    "outcomes[0].result.count": "18",
    "goals[0].sources[0].source": REPORT,
    "owners[0].organisation": "Stichting Onbekend",
    "reviewed": "2019-04-08",
    "costs[0].amount": "56500",
    "reach[0].count": "veel gezinnen",
}
"""What all these fields hold in the end; a day and an amount as the card has them."""
