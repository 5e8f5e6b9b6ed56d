"""Nothing that was typed in the form is lost: not by a second tab, a reload, a slip of the hand or a browser without room."""

from collections.abc import Callable

import pytest
from form_filling import CITED, SHORT, add, at, begun, describe, file_of, fill, knowing, opened, pick, reloaded, type_in, value_of
from playwright.sync_api import Page, expect
from tiers import first
from waiting import timers_run_out

from macros.validation.yaml_reader import read_text


def typed(form: Page, where: str, text: str) -> None:
    """Type and do nothing more: no timer runs and the field keeps the focus."""
    at(form, where).locator("input, textarea").first.fill(text)


def undo(form: Page) -> None:
    form.locator(".form-page > .form-undo").get_by_role("button", name="Zet terug").click()


# a page that goes


def leave_by_reload(form: Page, address: str) -> None:
    reloaded(form)


def leave_by_link(form: Page, address: str) -> None:
    form.evaluate("location.href = '../'")
    form.wait_for_url("**/bijdragen/")
    form.goto(address)


def leave_by_back(form: Page, address: str) -> None:
    form.goto(address.replace("formulier/", ""))
    form.go_back()


def leave_by_closing(form: Page, address: str) -> None:
    form.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")  # what a phone does when another program comes
    form.goto(address)


PASTED_IN = ["name", "owners[0].organisation", "summary", "goals[0].text", "goals[0].sources[0].source"]
LEAVING = [leave_by_reload, leave_by_link, leave_by_back, leave_by_closing]


@pytest.mark.parametrize("leave", LEAVING)
@pytest.mark.parametrize("where", first(2, PASTED_IN))
def test_what_was_pasted_just_before_the_page_went_is_there_again(
    where: str, leave: Callable[[Page, str], None], form: Page, with_forge: str
) -> None:
    typed(form, where, "Net geplakt, nog niet bewaard")
    leave(form, with_forge)
    form.wait_for_selector(".card-form")
    assert value_of(form, where) == "Net geplakt, nog niet bewaard"


def test_what_stands_in_the_window_of_a_new_source_survives_a_reload(form: Page) -> None:
    at(form, "sources[0].source").locator("input").click()
    form.locator("[role=option]:visible").last.click()
    typed(form, "nieuw.title", "Half getypt")
    reloaded(form)
    form.locator(".form-described").get_by_role("button", name="Half getypt").first.click()
    assert value_of(form, "nieuw.title") == "Half getypt"


# two tabs


def second(first: Page, address: str) -> Page:
    """The form in another tab of the same browser."""
    page = first.context.new_page()
    return opened(page, address)


@pytest.mark.parametrize("card", ["", "?id=dok"])
def test_two_tabs_keep_a_draft_each(card: str, form: Page, with_forge: str) -> None:
    opened(form, f"{with_forge}{card}")
    other = second(form, f"{with_forge}{card}")
    for page, name in ((form, "Eerste tab"), (other, "Tweede tab"), (form, "Eerste tab, verder"), (other, "Tweede tab, verder")):
        typed(page, "name", name)
        timers_run_out(page)
    reloaded(form)
    reloaded(other)
    assert value_of(form, "name") == "Eerste tab, verder"
    assert value_of(other, "name") == "Tweede tab, verder"
    expect(other.locator(".card-form")).to_contain_text("Eerste tab, verder")  # and one can go on with the other
    other.get_by_role("button", name="Open “Eerste tab, verder”").click()
    assert value_of(other, "name") == "Eerste tab, verder"


def test_a_second_tab_that_opened_the_same_draft_writes_one_of_its_own(form: Page, with_forge: str) -> None:
    typed(form, "name", "Samen")
    timers_run_out(form)
    other = second(form, with_forge)
    assert value_of(other, "name") == "Samen"
    typed(other, "name", "Apart")
    timers_run_out(other)
    expect(form.locator(".form-undo")).to_contain_text("ook in een ander tabblad open")
    typed(form, "summary", "Een samenvatting")
    timers_run_out(form)
    kept = form.evaluate("Object.values(localStorage).map((text) => JSON.parse(text).card)")
    assert sorted((card["name"], card.get("summary")) for card in kept) == [("Apart", None), ("Samen", "Een samenvatting")]


def test_beginning_anew_keeps_the_draft_and_deleting_it_in_one_tab_leaves_the_work_of_the_other(
    form: Page, with_forge: str
) -> None:
    typed(form, "name", "Samen")
    timers_run_out(form)
    other = second(form, with_forge)
    other.get_by_role("button", name="Begin een andere nieuwe kaart").click()
    assert value_of(other, "name") == ""
    other.get_by_role("button", name="Open “Samen”").click()
    other.get_by_role("button", name="Verwijder het concept").click()
    typed(form, "summary", "Verder")
    reloaded(form)
    assert (value_of(form, "name"), value_of(form, "summary")) == ("Samen", "Verder")


# a slip of the hand


def test_a_draft_that_was_deleted_can_be_put_back_with_all_that_was_described(form: Page) -> None:
    typed(form, "name", "Terug")
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    before = file_of(form)
    form.get_by_role("button", name="Verwijder het concept").click()
    assert form.evaluate("localStorage.length") == 0
    assert value_of(form, "name") == ""
    undo(form)
    assert file_of(form) == before
    expect(form.locator(".form-described")).to_contain_text("Stichting Nieuw")
    reloaded(form)
    assert value_of(form, "name") == "Terug"


REMOVABLE = {
    "reach": [{"count": "12", "unit": "parent"}, {"count": "13", "unit": "parent"}],
    "aliases": ["Een", "Twee"],
    "outcomes": [{"statement": "Zo was het.", "result": {"count": "3", "of": "4", "unit": "parent"}}],
    "approach": [{"step": "Een", "text": "Iets."}, {"step": "Twee", "text": "Meer."}],
}


@pytest.mark.parametrize("name", REMOVABLE)
def test_what_was_taken_away_can_be_put_back_also_after_typing_on(name: str, form: Page) -> None:
    fill(knowing(form), {name: REMOVABLE[name]})
    before = read_text(file_of(form), "x").value[name]
    form.locator(f'[data-where="{name}[0]"] > .form-order > [data-remove]').click()
    assert read_text(file_of(form), "x").value.get(name, []) == before[1:] if len(before) > 1 else True
    typed(form, "name", "Verder getypt")
    undo(form)
    values = read_text(file_of(form), "x").value
    assert values[name] == before
    assert values["name"] == "Verder getypt"


def test_a_group_and_what_is_inside_come_back_in_turn(form: Page) -> None:
    fill(knowing(form), {"chain": {"before": [{"text": "eerst"}, {"text": "dan"}]}})
    before = file_of(form)
    form.locator('[data-where="chain.before[0]"] > .form-order > [data-remove]').click()
    form.locator('[data-where="chain"] > .form-button', has_text="Haal weg").click()
    assert "chain" not in file_of(form)
    undo(form)
    undo(form)
    assert file_of(form) == before


def test_a_list_is_put_in_another_order_with_the_keyboard(form: Page) -> None:
    fill(knowing(form), {"aliases": ["Een", "Twee", "Drie"], "approach": REMOVABLE["approach"]})
    for name in ("aliases[2]", "aliases[1]", "approach[1]"):
        form.locator(f'[data-where="{name}"] > .form-order').get_by_role("button", name="Omhoog").press("Enter")
        assert form.evaluate("document.activeElement.closest('[data-where]').dataset.where") == name.replace(
            name[-2], str(int(name[-2]) - 1)
        )
    values = read_text(file_of(form), "x").value
    assert values["aliases"] == ["Drie", "Een", "Twee"]
    assert [step["step"] for step in values["approach"]] == ["Twee", "Een"]


@pytest.mark.parametrize("other", ["[words]", "[percentage]", "[tally]", "[score]", ""])
def test_another_kind_of_result_and_back_loses_nothing_also_over_a_reload(other: str, form: Page) -> None:
    result = {"count": "18", "of": "24", "printed_percent": "75", "unit": "parent"}
    fill(knowing(form), {"outcomes": [{"result": result}]})
    choice = at(form, "outcomes[0].result").locator("select").first
    choice.select_option(other)
    reloaded(form)
    at(form, "outcomes[0].result").locator("select").first.select_option("[proportion]")
    assert read_text(file_of(form), "x").value["outcomes"][0]["result"] == result


def test_what_was_emptied_at_a_kind_of_result_does_not_come_back(form: Page) -> None:
    fill(knowing(form), {"outcomes": [{"result": {"count": "18", "of": "24", "unit": "parent"}}]})
    choice = at(form, "outcomes[0].result").locator("select").first
    choice.select_option("[words]")
    choice = at(form, "outcomes[0].result").locator("select").first
    choice.select_option("[proportion]")
    at(form, "outcomes[0].result.count").locator("input").fill("")
    at(form, "outcomes[0].result").locator("select").first.select_option("[words]")
    at(form, "outcomes[0].result").locator("select").first.select_option("[proportion]")
    assert read_text(file_of(form), "x").value["outcomes"][0]["result"] == {"of": "24", "unit": "parent"}


def test_another_kind_of_result_can_be_undone(form: Page) -> None:
    fill(knowing(form), {"outcomes": [{"result": {"words": "Het ging beter."}}]})
    at(form, "outcomes[0].result").locator("select").first.select_option("[score]")
    undo(form)
    assert read_text(file_of(form), "x").value["outcomes"][0]["result"] == {"words": "Het ging beter."}


@pytest.mark.parametrize("way", ["Escape", "Later verder"])
@pytest.mark.parametrize(
    ("where", "field"),
    [("sources[0].source", "title"), ("owners[0].organisation", "name"), ("goals[0].sources[0].source", "note")],
)
def test_a_window_that_is_closed_keeps_what_was_typed(where: str, field: str, way: str, form: Page) -> None:
    box = at(form, where).locator("input").first
    box.click()
    form.locator("[role=option]:visible").last.click()
    typed(form, f"nieuw.{field}", "Bijna weg")
    if way == "Escape":
        form.keyboard.press("Escape")
    else:
        form.locator("dialog").get_by_role("button", name=way).click()
    expect(form.locator("dialog")).to_have_count(0)
    expect(form.locator(".form-described")).to_contain_text("nog niet af")
    box.click()
    form.locator("[role=option]:visible").last.click()
    assert value_of(form, f"nieuw.{field}") == "Bijna weg"


def test_what_was_begun_in_a_window_and_finished_later_lands_in_its_field(form: Page) -> None:
    at(form, "owners[0].organisation").locator("input").click()
    form.locator("[role=option]:visible").last.click()
    typed(form, "nieuw.name", "Stichting Later")
    form.keyboard.press("Escape")
    reloaded(form)
    form.locator(".form-described").get_by_role("button", name="Stichting Later").first.click()
    type_in(at(form, "nieuw.kind"), "welfare")
    form.locator("dialog").get_by_role("button", name="Klaar").click()
    assert read_text(file_of(form), "x").value["owners"] == [{"organisation": "stichting-later"}]
    assert value_of(form, "owners[0].organisation") == "Stichting Later"


def test_what_was_described_can_be_taken_away_and_put_back(form: Page) -> None:
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    before = file_of(form)
    assert "name: Stichting Nieuw" in before
    form.locator(".form-described [data-remove]").click()
    assert "name: Stichting Nieuw" not in file_of(form)
    undo(form)
    assert file_of(form) == before


# a browser that keeps nothing

REFUSING = {
    "no storage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "switched off": "Object.defineProperty(window, 'localStorage', { value: null })",
}


@pytest.mark.parametrize("refusal", REFUSING)
def test_a_browser_that_keeps_nothing_says_so_in_sight_and_asks_before_leaving(
    refusal: str, own_page: Page, with_forge: str
) -> None:
    page = own_page
    page.clock.install()
    page.add_init_script(REFUSING[refusal])
    form = opened(page, with_forge)
    assert not form.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true })) === false")
    typed(form, "goals[0].text", "Zonder opslag")
    timers_run_out(form)
    alert = form.locator("[data-form-alert]")
    expect(alert).to_contain_text("Uw werk wordt niet bewaard")
    expect(alert).to_be_in_viewport()
    assert form.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true })) === false")
    with form.expect_download():
        alert.get_by_role("button", name="Download").click()


def test_room_that_comes_back_is_used_and_nothing_is_asked_any_more(own_page: Page, with_forge: str) -> None:
    page = own_page
    page.clock.install()
    page.add_init_script("""
      const real = Storage.prototype.setItem;
      window.isFull = true;
      Storage.prototype.setItem = function (...given) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return real.apply(this, given);
      };""")
    form = opened(page, with_forge)
    typed(form, "name", "Vol")
    timers_run_out(form)
    expect(form.locator("[data-form-alert]")).to_be_visible()
    form.evaluate("window.isFull = false")
    typed(form, "name", "Weer ruimte")
    timers_run_out(form)
    expect(form.locator("[data-form-alert]")).to_be_hidden()
    assert not form.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true })) === false")


# what is in no list


@pytest.mark.parametrize(
    ("where", "text", "kind", "lands"),
    [
        ("sources[0].source", "https://www.voorbeeld.example/rapport?id=1", "source", "URL"),
        ("sources[0].source", "www.voorbeeld.nl", "source", "URL"),
        ("goals[0].sources[0].source", "Jaarverslag 2024", "source", "title"),
        ("owners[0].organisation", "Stichting Onbekend", "organisation", "name"),
        ("owners[0].organisation", "https://www.voorbeeld.example/", "organisation", "url"),
    ],
)
def test_a_text_that_is_no_known_id_stays_and_can_become_a_new_one(
    where: str, text: str, kind: str, lands: str, form: Page
) -> None:
    box = at(form, where).locator("input").first
    box.fill(text)
    box.press("Tab")
    assert box.input_value() == text
    reloaded(form)
    box = at(form, where).locator("input").first
    assert box.input_value() == text
    box.click()
    box.press("Escape")
    way = at(form, where).get_by_role("button", name="toe als nieuwe").first
    expect(way).to_contain_text("bron" if kind == "source" else "organisatie")
    way.click()
    assert value_of(form, f"nieuw.{lands}").endswith(text)
    others = {"source": ["title", "URL"], "organisation": ["name", "url"]}[kind]
    assert [value_of(form, f"nieuw.{name}") for name in others if name != lands] == [""]


def test_a_name_typed_in_full_is_the_one_of_that_name_however_it_is_written(form: Page) -> None:
    box = at(form, "owners[0].organisation").locator("input")
    pick(box, "lumel")
    name = box.input_value()
    for text in (name.upper(), f"  {name} ", name.lower()):
        box.fill(text)
        box.press("Tab")
        assert box.input_value() == name
        assert read_text(file_of(form), "x").value["owners"] == [{"organisation": "lumel"}]


# nothing that nobody chose


@pytest.mark.parametrize("name", ["reach", "costs", "outcomes", "intensity", "contact", "classification"])
def test_a_new_group_has_no_source_that_nobody_chose(name: str, form: Page) -> None:
    fill(knowing(form), {"goals": [{"text": "Iets.", "sources": [{"source": "ambrea-terug-naar-huis"}]}]})
    for button in at(form, name).locator(":scope > [data-add]:visible").all():  # what most cards have stands open
        button.click()
    assert name not in read_text(file_of(form), "x").value


def test_the_source_that_was_chosen_last_is_proposed_and_one_press_fills_it_in(form: Page) -> None:
    knowing(form)
    expect(form.locator("[data-proposal]:visible")).to_have_count(0)
    pick(at(form, "goals[0].sources[0].source").locator("input"), "ambrea-terug-naar-huis")
    timers_run_out(form)
    offer = at(form, "owners[0].sources[0].source").locator("[data-proposal]")
    expect(offer).to_contain_text("Zelfde als eerder")
    offer.press("Enter")
    timers_run_out(form)
    expect(offer).to_be_hidden()
    assert read_text(file_of(form), "x").value["owners"] == [{"sources": [{"source": "ambrea-terug-naar-huis"}]}]


# a group in which nothing is said

GROUPS = ["intensity", "classification", "reach", "chain.before"]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_that_was_opened_and_left_is_not_in_the_file(group: str, form: Page) -> None:
    begun(form, SHORT)
    before = file_of(form)
    for name in [group.split(".")[0], group] if "." in group else [group]:
        add(form, name)
    assert file_of(form) == before
    expect(form.locator(".form-good")).to_be_visible()


@pytest.mark.parametrize("group", ["intensity[0]", "classification"])
def test_a_group_with_a_source_and_nothing_else_does_not_pass(group: str, form: Page) -> None:
    begun(form, SHORT)
    add(form, group.removesuffix("[0]"))
    pick(at(form, f"{group}.sources[0].source").locator("input"), CITED[0]["source"])
    timers_run_out(form)
    expect(form.locator(".form-good")).to_have_count(0)
    form.get_by_role("button", name="Controleer alles").click()
    expect(at(form, group).locator(":scope > .form-fault")).to_have_text(
        "Hier staat niets dat een lezer te zien krijgt: schrijf wat de bron zegt, of haal dit deel weg."
    )
