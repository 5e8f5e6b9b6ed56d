"""The two long contributions, counted: a new method of medium size, and mending one number of one result.

The form of the first round asked 49 presses and 20 fields to press on for the first, and 6 presses for the second, up to
the text of the proposal.
"""

from pathlib import Path

from form_filling import SOME_SOURCE, accepted, at, file_of, fill, knowing, opened, reloaded
from journey import Journey
from playwright.sync_api import Page, expect
from waiting import timers_run_out

from macros.validation.yaml_reader import read_text

FIRST_ROUND_NEW, FIRST_ROUND_MEND = 49, 6


def source_filled_in(journey: Journey, where: str) -> None:
    timers_run_out(journey.page)
    assert journey.page.locator(f'[data-where="{where}.sources[0].source"] input').input_value(), where


def write_new_method(journey: Journey) -> None:
    page = journey.page
    journey.press(page.locator('main a[href$="bijdragen/formulier/"]').first, "to the form")
    page.wait_for_selector(".card-form")
    journey.type("name", "Proefmethode Reis")
    journey.type("summary", "Een vrijwilliger helpt ouders een jaar lang.")
    journey.choose("status.phase", "running")
    journey.find("status.sources[0].source", SOME_SOURCE)
    journey.describe_new("owners[0].organisation", "Stichting Nieuw")
    journey.choose_first("nieuw.kind")
    journey.press(page.locator("dialog").get_by_role("button", name="Klaar"), "ready")
    timers_run_out(page)
    journey.press(page.locator('[data-where="owners[0].sources[0].source"] [data-everywhere]'), "everywhere")
    journey.type("target_group.description", "Ouders met jonge kinderen.")
    journey.type("target_group.ages[0].from", "0")
    journey.type("target_group.ages[0].to", "12")
    journey.type("goals[0].text", "Ouders vinden steun.")
    journey.choose_first("goals[0].theme")
    journey.describe_new("sources[1].source", "https://www.voorbeeld.example/rapport")
    journey.type("nieuw.title", "Jaarverslag 2024")
    journey.type("nieuw.publisher", "Stichting Nieuw")
    journey.choose_first("nieuw.voice")
    journey.press(page.locator("dialog").get_by_role("button", name="Klaar"), "ready")
    journey.type("intensity[0].duration", "een jaar")
    journey.choose("studies[0].design", "pre-post")
    write_results(journey)
    journey.type("costs[0].amount", "2000")
    journey.choose_first("costs[0].per")
    journey.type("costs[0].price_year", "2024")
    timers_run_out(page)
    journey.press(page.locator('[data-where="contact.organisation"] [data-proposal]'), "same organisation")
    journey.type("contact.url", "https://www.voorbeeld.example/contact")
    for where in ("target_group", "target_group.ages[0]", "goals[0]", "intensity[0]", "outcomes[1]", "costs[0]"):
        source_filled_in(journey, where)


def write_results(journey: Journey) -> None:
    if not journey.page.locator('[data-where="studies[0].id"] input').input_value():
        journey.type("studies[0].id", "meting")
    for index, number in enumerate(("18", "12")):
        where = f"outcomes[{index}]"
        if index:
            journey.press(journey.page.locator("[data-alike]"), "a result like the last")
        else:
            journey.place(f"{where}.study").locator("select").focus()  # its choices are those of the moment
            journey.choose_first(f"{where}.study")
            journey.choose(f"{where}.result", "[proportion]")
            journey.choose_first(f"{where}.result.unit")
        journey.choose_first(f"{where}.measure", index + 1)
        journey.type(f"{where}.statement", f"Na een jaar waren het er {number} van de 24.")
        journey.type(f"{where}.result.count", number)
        journey.type(f"{where}.result.of", "24")
        journey.choose_first(f"{where}.direction")


def test_a_new_method_takes_less_than_half_the_presses_of_the_first_round(journey: Journey, tmp_path: Path) -> None:
    write_new_method(journey)
    page = journey.page
    before = file_of(page)
    reloaded(page)
    assert file_of(page) == before
    expect(page.locator(".form-good")).to_be_visible()
    out = page.locator("[data-way=voorstel] [data-out]")
    expect(out).to_be_visible()
    assert len(journey.presses) + 1 <= FIRST_ROUND_NEW / 2, journey.presses
    assert len(accepted(tmp_path, "proefmethode-reis", before).outcomes) == 2


def test_one_number_of_a_result_is_mended_from_the_result_on_its_card(journey: Journey) -> None:
    page = journey.page
    page.goto(page.url + "methoden/sirius-familiezorg/")
    journey.presses.append("from the home page to the card")
    link = page.get_by_text("Verbeter dit resultaat", exact=True).first
    journey.reveal(link)
    journey.press(link, "mend this result")
    page.wait_for_selector(".card-form")
    expect(page.locator("[data-where^='outcomes'] :focus")).to_be_in_viewport()
    where = page.evaluate("document.activeElement.closest('[data-where]').dataset.where")
    assert where.startswith("outcomes[0].result.")
    before = file_of(page)
    page.locator(f'[data-where="{where}"]').locator("input, textarea").first.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("3")
    after = file_of(page)
    assert len(set(after.splitlines()) - set(before.splitlines())) == 1
    expect(page.locator("[data-way=voorstel]").get_by_role("link", name="Kopieer de kaart en open")).to_be_visible()
    assert len(journey.presses) + 1 < FIRST_ROUND_MEND, journey.presses


def test_the_way_to_the_forge_takes_the_card_along_on_the_clipboard(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=sirius-familiezorg")
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = file_of(form)
    link = form.locator("[data-way=voorstel] [data-out]")
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")  # no forge in a test
    link.click()
    expect(form.locator(".form-said")).to_contain_text("gekopieerd")
    assert form.evaluate("navigator.clipboard.readText()") == text


def test_a_result_that_is_not_on_the_card_opens_the_form_as_ever(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=sirius-familiezorg&bij=uitkomst-weg")
    assert form.evaluate("document.activeElement === document.body")


# what saves presses adds nothing that nobody chose


def test_what_stands_open_and_is_left_is_not_in_the_file(form: Page) -> None:
    at(form, "name").locator("input").fill("Alleen een naam")
    assert read_text(file_of(form), "x").value == {"name": "Alleen een naam"}


def test_a_card_that_is_mended_gets_no_rows_that_stand_open(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=dok")
    before = file_of(form)
    at(form, "name").locator("input").press("End")
    form.keyboard.type("x")
    form.keyboard.press("Backspace")
    assert file_of(form) == before


def everywhere(form: Page) -> None:
    box = at(form, "status.sources[0].source").locator("input")
    box.fill(SOME_SOURCE)
    form.locator("[role=option]:visible").first.click()
    timers_run_out(form)
    at(form, "owners[0].sources[0].source").locator("[data-everywhere]").click()
    timers_run_out(form)


def test_a_source_that_is_wanted_everywhere_comes_only_where_something_is_written(form: Page) -> None:
    everywhere(form)
    values = read_text(file_of(form), "x").value
    assert "goals" not in values
    at(form, "goals[0].text").locator("textarea, input").first.fill("Iets.")
    timers_run_out(form)
    assert read_text(file_of(form), "x").value["goals"] == [{"text": "Iets.", "sources": [{"source": SOME_SOURCE}]}]


def test_a_source_that_was_filled_in_and_emptied_stays_empty(form: Page) -> None:
    everywhere(form)
    at(form, "goals[0].text").locator("textarea, input").first.fill("Iets.")
    timers_run_out(form)
    box = at(form, "goals[0].sources[0].source").locator("input")
    box.fill("")
    box.press("Tab")
    timers_run_out(form)
    assert box.input_value() == ""
    assert read_text(file_of(form), "x").value["goals"] == [{"text": "Iets."}]


def test_filling_in_a_source_everywhere_can_be_stopped(form: Page) -> None:
    everywhere(form)
    at(form, "goals[0].sources[0].source").get_by_role("button", name="Vul niet meer vanzelf in").click()
    at(form, "goals[0].text").locator("textarea, input").first.fill("Iets.")
    timers_run_out(form)
    assert read_text(file_of(form), "x").value["goals"] == [{"text": "Iets."}]


def test_a_next_result_takes_over_what_is_the_same_and_no_more(form: Page) -> None:
    source = [{"source": SOME_SOURCE}]
    first = {
        "statement": "Zo was het.",
        "result": {"count": "3", "of": "4", "unit": "parent"},
        "direction": "favourable",
        "sources": source,
    }
    fill(knowing(form), {"outcomes": [first]})
    form.locator("[data-alike]").click()
    assert read_text(file_of(form), "x").value["outcomes"] == [first, {"result": {"unit": "parent"}, "sources": source}]
    assert at(form, "outcomes[1].result").locator("select").first.input_value() == "[proportion]"
    assert form.locator('[data-where="outcomes[1].result.count"]').count() == 1


def test_enter_in_a_line_goes_on_to_the_next_field_and_loses_nothing(form: Page) -> None:
    box = at(form, "name").locator("input")
    box.fill("Verder")
    box.press("Enter")
    assert form.evaluate("document.activeElement.id") == "kaart-id"
    at(form, "summary").locator("textarea").press("Enter")  # in a text it is a new line
    assert form.evaluate("document.activeElement.closest('[data-where]').dataset.where") == "summary"
    assert read_text(file_of(form), "x").value["name"] == "Verder"
