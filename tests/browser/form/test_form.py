"""The contribution form as somebody without Git uses it: fill in, check, look, propose; nothing leaves the browser before."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from accessibility import Look, faults
from built import REPOSITORY, Site
from form_filling import (
    CITED,
    LONG,
    SHORT,
    accepted,
    add,
    at,
    begun,
    describe,
    file_of,
    fill,
    knowing,
    opened,
    pick,
    type_in,
    visited,
    way,
)
from paths import EXAMPLE_SITE, ROOT
from playwright.sync_api import Page, ViewportSize, expect
from waiting import timers_run_out

from macros.contributing.forge import LONGEST, forge_of
from macros.validation.yaml_reader import read_text
from macros.validation.yaml_typing import UNSEEN


def leaves(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 1 if inner is None else sum(map(leaves, inner))


# from an empty form to a proposal


def test_the_needed_fields_alone_make_a_card_that_the_checker_accepts(form: Page, tmp_path: Path) -> None:
    fill(knowing(form), SHORT)
    expect(form.locator(".form-good")).to_be_visible()
    text = file_of(form)
    assert read_text(text, "x").value == SHORT
    assert accepted(tmp_path, "proefmethode-verder", text).name == "Proefmethode Verder"


def test_a_proposal_is_an_address_with_the_name_and_the_text_of_the_file(form: Page) -> None:
    begun(form, SHORT)
    link = way(form, "voorstel").locator("[data-out]")
    address = link.get_attribute("href") or ""
    assert address.startswith(f"{REPOSITORY}/new/main/methods?")
    assert len(address) <= LONGEST
    query = parse_qs(urlsplit(address).query)
    assert query["filename"] == ["proefmethode-verder.yml"]
    assert read_text(query["value"][0], "x").value == SHORT
    report = parse_qs(urlsplit(way(form, "melding").locator("[data-out]").get_attribute("href") or "").query)
    assert report["template"] == ["nieuwe-methode.yml"]
    assert report["naam"] == ["Proefmethode Verder"]
    assert "proefmethode-verder.yml" in report["kaart"][0]


def test_a_realistic_card_of_eighty_fields_goes_from_form_to_proposal(form: Page, tmp_path: Path) -> None:
    assert leaves(LONG) > 80
    fill(knowing(form), LONG)
    expect(form.locator(".form-good")).to_be_visible()
    text = file_of(form)
    values = read_text(text, "x").value
    assert [outcome.pop("id") for outcome in values["outcomes"]] == ["return-home", "return-home-2"]
    assert values == LONG
    assert list(values) == [
        name for name in knowing(form).evaluate("Object.keys(window.book.records.Method.fields)") if name in LONG
    ]
    assert accepted(tmp_path, "proefmethode-verder", text).outcomes[1].result.score.as_tuple().exponent == -2
    assert way(form, "voorstel").locator("[data-out]").get_attribute("href")


def test_a_text_too_long_for_an_address_is_copied_and_pasted(form: Page) -> None:
    long = {**SHORT, "conditions": [{"says": f"{number} " + "é" * 600, "sources": CITED} for number in range(4)]}
    begun(form, long)
    place = way(form, "voorstel")
    address = place.locator("[data-out]").get_attribute("href") or ""
    assert parse_qs(urlsplit(address).query) == {"filename": ["proefmethode-verder.yml"]}
    assert "te lang" in place.inner_text()
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    place.get_by_role("button", name="Kopieer de kaart").click()
    expect(form.locator(".form-said")).to_contain_text("gekopieerd")
    assert read_text(form.evaluate("navigator.clipboard.readText()"), "x").value == long


def test_a_new_source_and_organisation_are_described_on_the_spot_and_come_along(form: Page, tmp_path: Path) -> None:
    begun(form, {name: value for name, value in SHORT.items() if name not in ("owners", "sources")})
    add(form, "owners")
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    describe(
        form,
        "owners[0].sources[0].source",
        {"title": "Zo werkt het", "publisher": "Stichting Nieuw", "voice": "owner", "URL": "https://www.voorbeeld.example/"},
    )
    fill(form, {"sources": [{"source": "stichting-nieuw-zo-werkt-het"}]})
    expect(form.locator(".form-good")).to_be_visible()
    text = file_of(form)
    values = read_text(text, "x").value
    assert values["owners"] == [{"organisation": "stichting-nieuw", "sources": [{"source": "stichting-nieuw-zo-werkt-het"}]}]
    assert list(values["new_records"]) == ["organisations", "sources"]
    assert accepted(tmp_path, "proefmethode-verder", text).owners[0].organisation.name == "Stichting Nieuw"
    query = parse_qs(urlsplit(way(form, "melding").locator("[data-out]").get_attribute("href") or "").query)
    assert query["kaart"] == [f"# methods/proefmethode-verder.yml\n{text}"]
    assert query["bron"] == ["https://www.voorbeeld.example/"]


def test_one_address_of_the_forge_holds_the_card_and_all_that_is_new(form: Page) -> None:
    """So a stranger has one proposal, which passes the check by itself."""
    begun(form, {**SHORT, "owners": [{"sources": CITED}]})
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    place = way(form, "voorstel")
    assert [place.locator("a").count(), place.get_by_role("button").count()] == [1, 0]
    query = parse_qs(urlsplit(place.locator("[data-out]").get_attribute("href") or "").query)
    assert query == {"filename": ["proefmethode-verder.yml"], "value": [file_of(form)]}
    assert "new_records:" in query["value"][0]


def test_what_is_taken_away_again_is_not_brought_along(form: Page) -> None:
    begun(form, {**SHORT, "owners": [{"sources": CITED}]})
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    pick(at(form, "owners[0].organisation").locator("input"), "lumel")
    assert "new_records" not in file_of(form)


@pytest.mark.parametrize("is_waiting", [False, True], ids=["alone", "beside what waits already"])
def test_a_mended_card_brings_something_along_below_its_last_line(is_waiting: bool, own_page: Page, with_forge: str) -> None:
    text = (EXAMPLE_SITE / "methods" / "dok.yml").read_text(encoding="utf-8")
    waiting = "new_records:\n  organisations:\n    wacht-al: {name: Wacht al, kind: welfare} # zo gelaten\n"
    before = text + (waiting if is_waiting else "")
    own_page.clock.install()
    own_page.route("**/methoden/dok/dok.yml", lambda route: route.fulfill(body=before, content_type="application/yaml"))
    form = opened(own_page, f"{with_forge}?id=dok")
    assert file_of(form) == before
    describe(form, "owners[0].organisation", {"name": "Stichting Nieuw", "kind": "welfare"})
    lines = file_of(form).splitlines()
    changed = [line for line in lines if line not in before.splitlines()]
    assert changed[0].strip() == "- organisation: stichting-nieuw"
    assert "stichting-nieuw:" in lines[-1] or "stichting-nieuw:" in lines[-3]
    assert read_text("\n".join(lines), "x").value["new_records"]["organisations"].keys() == (
        {"wacht-al", "stichting-nieuw"} if is_waiting else {"stichting-nieuw"}
    )
    assert not is_waiting or "    wacht-al: {name: Wacht al, kind: welfare} # zo gelaten" in lines


def test_a_site_that_does_not_know_its_repository_says_so_and_offers_the_file(page: Page, address: str) -> None:
    form = knowing(opened(page, f"{address}bijdragen/formulier/"))
    begun(form, SHORT)
    expect(form.locator("[data-no-forge]")).to_be_visible()
    assert form.locator("[data-out]").count() == 0
    with form.expect_download() as download:
        way(form, "bewaren").get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "proefmethode-verder.yml"
    assert read_text(Path(download.value.path()).read_text(encoding="utf-8"), "x").value == SHORT


# mending


@pytest.mark.parametrize("card", ["sirius-familiezorg", "stevig-opgroeien"])
def test_a_card_opened_for_mending_and_left_alone_is_the_same_card(card: str, page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id={card}")
    assert file_of(form) == (EXAMPLE_SITE / "methods" / f"{card}.yml").read_text(encoding="utf-8")
    expect(form.locator(".form-done")).to_contain_text("niets mis")
    assert form.locator(".form-fault:visible").count() == 0
    link = way(form, "voorstel").locator("[data-out]")
    assert link.get_attribute("href") == f"{REPOSITORY}/edit/main/methods/{card}.yml"
    timers_run_out(form)
    assert form.evaluate("localStorage.length") == 0


def test_a_card_mended_in_one_field_differs_in_that_field_only(page: Page, with_forge: str, tmp_path: Path) -> None:
    form = opened(page, f"{with_forge}?id=sirius-familiezorg")
    at(form, "reviewed").locator("input").fill("2026-01-02")
    before = read_text((EXAMPLE_SITE / "methods" / "sirius-familiezorg.yml").read_text(encoding="utf-8"), "x").value
    text = file_of(form)
    assert read_text(text, "x").value == {**before, "reviewed": "2026-01-02"}
    accepted(tmp_path, "sirius-familiezorg", text)


def test_a_group_is_added_and_taken_away_and_the_focus_stays_near(form: Page) -> None:
    knowing(form)
    add = at(form, "reach").locator(":scope > [data-add]")
    add.click()
    expect(form.locator(":focus")).to_have_count(1)
    assert form.evaluate("document.activeElement.closest('[data-where]').dataset.where") == "reach[0].count"
    form.keyboard.type("12")
    at(form, "reach").locator(":scope > [data-add]").click()
    form.keyboard.type("13")
    form.locator('[data-where="reach[0]"] > .form-order > [data-remove]').click()
    assert form.evaluate("document.activeElement.dataset.add") == ""
    assert read_text(file_of(form), "x").value["reach"] == [{"count": "13"}]


@pytest.mark.parametrize("asked", ["bestaat-niet", "../../x", "<b>x</b>"])
def test_a_card_that_is_not_there_is_named_and_a_new_one_begun(asked: str, page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id={asked}")
    expect(form.locator(".card-form .note")).to_contain_text(f"Er is geen kaart “{asked}”")
    assert form.locator("[data-form-id]").input_value() == ""


# checks while typing


def test_a_fault_stands_at_its_field_in_the_words_of_the_checker_and_in_the_list(form: Page) -> None:
    fill(knowing(form), {"outcomes": [{"result": {"count": "28", "of": "24", "unit": "parent"}}]})
    place = at(form, "outcomes[0].result.count")
    expect(place.locator(".form-fault")).to_have_text("28 van 24 kan niet: kijk de aantallen na in de bron.")
    box = place.locator("input")
    assert box.get_attribute("aria-invalid") == "true"
    assert place.locator(".form-fault").get_attribute("id") in (box.get_attribute("aria-describedby") or "").split()
    form.get_by_role("tab", name="Nog te doen").click()
    form.locator("#paneel-fouten").get_by_role("button", name="Resultaten 1, Resultaat, Aantal").click()
    expect(box).to_be_focused()
    box.fill("18")
    expect(place.locator(".form-fault")).to_be_hidden()


def test_a_field_where_nobody_has_been_is_left_in_peace_until_one_asks(form: Page) -> None:
    assert form.locator(".form-fault:visible").count() == 0
    at(form, "name").locator("input").fill("x")
    form.keyboard.press("Tab")
    timers_run_out(form)
    assert form.locator(".form-fault:visible").count() == 0
    form.get_by_role("button", name="Controleer alles").click()
    assert form.locator(".form-fault:visible").count() == 4
    expect(form.locator(".form-out .form-todo button").first).to_be_focused()


def test_a_list_that_may_grow_says_what_to_do_when_a_word_is_missing(form: Page) -> None:
    fill(knowing(form), {"regions": [{}]})
    advice = "Staat het woord dat u zoekt er niet bij? Noem het in uw voorstel"
    place = at(form, "regions[0].region")
    expect(place).to_contain_text(advice)
    place.locator("select").select_option("waterstad-poort")
    expect(place).not_to_contain_text(advice)
    expect(at(form, "target_group.problems")).to_contain_text(advice)
    expect(at(form, "status.phase")).not_to_contain_text(advice)  # a whole scale


def test_a_total_that_is_left_out_is_asked_for(form: Page) -> None:
    knowing(form)
    at(form, "outcomes").locator(":scope > [data-add]").click()
    at(form, "outcomes[0].result").locator("select").first.select_option("[proportion]")
    type_in(at(form, "outcomes[0].result.count"), "11")
    type_in(at(form, "outcomes[0].result.unit"), "family")
    at(form, "outcomes[0].result.of").locator("input").focus()
    form.keyboard.press("Tab")
    expect(at(form, "outcomes[0].result.of").locator(".form-fault")).to_have_text("Dit verplichte veld ontbreekt: vul het in.")


# text that tries to break out


EVIL = [
    "<script>window.broken = true</script>",
    "<img src=x onerror='window.broken = true'>",
    "{{ 7 * 7 }} {% raw %}",
    "!!python/object/apply:os.system [ls]",
    "name: Ander\n- &x *x",
    "[klik](javascript:window.broken=true)",
    "tekst \u202e omgekeerd \u200f teken",
    "x" * 5000,
    "```\n# kop\n```",
]


@pytest.mark.parametrize("text", EVIL, ids=lambda text: ascii(text)[:16])
def test_text_that_tries_to_break_out_stays_text(text: str, form: Page) -> None:
    knowing(form)
    for where in ("summary", "target_group.description"):
        at(form, where).locator("textarea").fill(text)
    at(form, "name").locator("input").fill(text.replace("\n", " "))
    shown = form.locator("#paneel-voorbeeld")
    expect(shown.locator(".form-card__summary")).to_have_text(text, use_inner_text=False)
    assert shown.locator("script, img, a").count() == 0
    values = read_text(file_of(form), "x").value
    assert values["summary"] == text.translate(UNSEEN)
    assert values["target_group"] == {"description": text.translate(UNSEEN)}
    report = way(form, "melding").locator("[data-out]").get_attribute("href") or ""
    assert report.startswith(f"{REPOSITORY}/issues/new?")
    assert form.evaluate("window.broken") is None
    assert form.locator("[data-out]").evaluate_all("(all) => all.every(({ protocol }) => protocol === 'https:')")


def test_a_draft_that_somebody_tampered_with_stays_text(page: Page, with_forge: str) -> None:
    page.goto(with_forge)
    card = {
        "name": "<img src=x onerror='window.broken = true'>",
        "goals": "x",
        "outcomes": [{"result": []}],
        "owners": {"x": "y"},
        "onbekend": {"a": []},
    }
    page.evaluate(
        "(draft) => localStorage.setItem('formulier:nieuw', JSON.stringify(draft))", {"id": "x", "card": card, "described": {}}
    )
    form = opened(page, with_forge)
    assert form.locator(".card-form img").count() == 0
    assert form.evaluate("window.broken") is None


# nothing leaves the browser; what was typed is kept there


def test_nothing_is_sent_while_somebody_writes(own_page: Page, with_forge: str, published: Site) -> None:
    page = own_page
    page.clock.install()
    asked: list[tuple[str, str]] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    form = opened(page, with_forge)
    fill(knowing(form), {**SHORT, **{name: LONG[name] for name in ("reach", "chain", "contact")}})
    form.get_by_role("button", name="Controleer alles").click()
    timers_run_out(form)
    site = with_forge.removesuffix("bijdragen/formulier/")
    asked = [one for one in asked if "/modules/" not in one[1]]  # which the test itself imports
    assert len(asked) > 3
    assert {method for method, _ in asked} == {"GET"}
    assert all(
        url.startswith(site) and (published.path / urlsplit(url).path.removeprefix("/bibliotheek/")).exists() for _, url in asked
    )
    assert {urlsplit(url).query for _, url in asked if "/assets/" not in url} == {""}
    assert all(re.fullmatch(r"(v=[0-9a-f]{12})?", urlsplit(url).query) for _, url in asked)
    assert errors == []
    assert page.context.cookies() == []


def test_a_draft_is_kept_in_this_browser_comes_back_and_can_be_thrown_away(form: Page, with_forge: str) -> None:
    fill(knowing(form), SHORT)
    text = file_of(form)
    expect(form.locator(".form-kept")).to_contain_text("bewaard in deze browser")
    opened(form, with_forge)
    expect(form.locator(".card-form .note")).to_contain_text("Uw concept van")
    assert file_of(form) == text
    assert at(form, "owners[0].organisation").locator("input").input_value()
    form.get_by_role("button", name="Verwijder het concept").click()
    assert form.evaluate("localStorage.length") == 0
    assert at(form, "name").locator("input").input_value() == ""
    timers_run_out(form)
    assert form.evaluate("localStorage.length") == 0
    opened(form, with_forge)
    assert form.locator(".card-form .note").count() == 0


def test_a_draft_of_a_card_that_changed_since_says_so(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=dok")
    at(form, "reviewed").locator("input").fill("2026-01-02")
    expect(form.locator(".form-kept")).to_contain_text("bewaard")
    form.evaluate("""() => {
      const kept = JSON.parse(localStorage.getItem('formulier:dok'));
      localStorage.setItem('formulier:dok', JSON.stringify({ ...kept, base: `${kept.base}# anders` }));
    }""")
    opened(form, f"{with_forge}?id=dok")
    expect(form.locator(".card-form")).to_contain_text("De kaart op de site is veranderd sinds u begon.")


def test_privacy_says_where_drafts_are(page: Page, address: str) -> None:
    page.goto(f"{address}over/privacy/")
    expect(page.locator("article")).to_contain_text("bewaart uw browser uw concept op uw eigen apparaat")


# for everybody


def test_axe_finds_nothing_empty_half_filled_with_errors_and_with_a_window_open(look: Look, page: Page, with_forge: str) -> None:
    look.show(page)
    form = knowing(visited(page, with_forge))
    assert faults(form) == []
    fill(form, {name: SHORT[name] for name in ("name", "summary", "status")})
    fill(form, {"aliases": ["Een"], "outcomes": [{"result": {"count": "28", "of": "24", "unit": "parent"}}], "reviewed": "ooit"})
    form.evaluate("document.querySelectorAll('.card-form details').forEach((part) => { part.open = true; })")
    assert faults(form) == []
    form.get_by_role("tab", name="Bestand").click()
    assert faults(form, ".form-look") == []
    form.get_by_role("button", name="Controleer alles").click()
    form.get_by_role("tab", name="Nog te doen").click()
    assert faults(form) == []
    assert form.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    add(form, "owners")
    box = at(form, "owners[0].organisation").locator("input")
    box.click()
    assert faults(form, '[data-where="owners[0].organisation"]') == []
    form.locator("[role=option]:visible").last.click()
    assert faults(form, "dialog") == []


def test_axe_finds_nothing_on_a_card_that_is_mended(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=sirius-familiezorg")
    form.evaluate("document.querySelectorAll('.card-form details').forEach((part) => { part.open = true; })")
    assert faults(form) == []
    for width in (320, 390, 980, 1000):
        form.set_viewport_size(ViewportSize(width=width, height=844))
        assert form.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_the_keyboard_suffices_from_the_first_field_to_the_proposal(form: Page) -> None:
    """Needed fields only, with Tab, letters, arrows and Enter."""
    keys = form.keyboard
    at(form, "name").locator("input").focus()
    keys.type("Toetsenbord")
    for _ in range(2):
        keys.press("Tab")
    keys.type("Kort.")
    for where in (
        "status.phase",
        "status.sources[0].source",
        "target_group.description",
        "target_group.sources[0].source",
        "sources[0].source",
    ):
        tab_to(form, where)
        if where == "status.phase":
            keys.press("ArrowDown")
        elif where == "target_group.description":
            keys.type("Iets.")
        else:
            timers_run_out(form)
            keys.press("ArrowDown")
            # the names come from a file: before that the list has only the way to describe one that is not there
            expect(form.locator("[role=option]:visible .detail").first).to_be_visible()
            keys.press("ArrowDown")
            keys.press("Enter")
    expect(form.locator(".form-good")).to_be_visible()
    tab_until(form, "[data-jump]")  # past all that may stay empty
    keys.press("Enter")
    tab_until(form, "[data-way=voorstel] [data-out]")


def tab_until(form: Page, selector: str) -> None:
    for _ in range(30):
        form.keyboard.press("Tab")
        if form.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached")


def tab_to(form: Page, where: str) -> None:
    for _ in range(30):
        form.keyboard.press("Tab")
        if form.evaluate("document.activeElement.closest('[data-where]')?.dataset.where") == where:
            return
    pytest.fail(f"{where} is not reached")


def test_a_search_box_is_left_as_it_was_with_escape_and_emptied_by_clearing(form: Page) -> None:
    add(form, "owners")
    box = at(form, "owners[0].organisation").locator("input")
    pick(box, "lumel")
    name = box.input_value()
    box.fill("xyz bestaat niet")
    expect(form.locator(".picker__none")).to_contain_text("Niets gevonden")
    box.press("Escape")
    assert box.input_value() == name
    box.fill("")
    box.press("Tab")
    assert "owners:" not in file_of(form)


def test_without_scripts_the_page_says_what_else_one_can_do(page_without_scripts: Page, with_forge: str) -> None:
    page_without_scripts.goto(with_forge)
    expect(page_without_scripts.locator("noscript .note")).to_contain_text("Het formulier heeft JavaScript nodig")


# the forge


def test_the_forge_follows_from_one_setting() -> None:
    assert forge_of("") is None
    github, gitlab, home = (
        forge_of(address)
        for address in ("https://github.com/a/b/", "https://gitlab.com/a/b", "https://code.voorbeeld.example/a/b/-")
    )
    assert github and gitlab and home
    assert (github.create, github.edit, github.report) == (
        "https://github.com/a/b/new/main/methods",
        "https://github.com/a/b/edit/main/",
        "https://github.com/a/b/issues/new",
    )
    assert (gitlab.create, gitlab.edit) == ("https://gitlab.com/a/b/-/new/main/methods", "https://gitlab.com/a/b/-/edit/main/")
    assert home.report == "https://code.voorbeeld.example/a/b/-/issues/new"
    assert [forge.forge for forge in (github, gitlab, home)] == ["GitHub", "GitLab", "GitLab"]


def test_on_gitlab_the_card_is_pasted_and_the_report_filled_in(page: Page, with_forge: str) -> None:
    from macros.contributing.form import forge_data

    body = page.request.get(with_forge).text()
    other = forge_data(forge_of("https://gitlab.com/a/b")).replace('"', "&#34;")
    start = body.index('data-form="') + len('data-form="')
    page.route(
        with_forge,
        lambda route: route.fulfill(body=body[:start] + other + body[body.index('"', start) :], content_type="text/html"),
    )
    form = knowing(opened(page, with_forge))
    begun(form, SHORT)
    address = way(form, "voorstel").locator("[data-out]").get_attribute("href")
    assert address == "https://gitlab.com/a/b/-/new/main/methods?file_name=proefmethode-verder.yml"
    report = parse_qs(urlsplit(way(form, "melding").locator("[data-out]").get_attribute("href") or "").query)
    assert report["issue[title]"] == ["Nieuwe methode: Proefmethode Verder"]
    assert "```yaml" in report["issue[description]"][0]


def test_the_report_fills_in_fields_that_its_form_has() -> None:
    folder = ROOT / ".github" / "ISSUE_TEMPLATE"
    if not folder.exists():
        pytest.skip("there are no issue forms here")
    for name, ids in (
        ("nieuwe-methode.yml", ("naam", "samenvatting", "bron", "kaart")),
        ("verbeteren.yml", ("methode", "fout", "bron", "kaart")),
    ):
        known = {part.get("id") for part in read_text((folder / name).read_text(encoding="utf-8"), name).value["body"]}
        assert set(ids) <= known


# what the form is made of


def test_every_field_of_a_card_stands_in_one_part_of_the_form(example_book: dict[str, Any]) -> None:
    placed = [name for group in example_book["groups"] for name in group["fields"]]
    assert sorted(placed) == sorted(example_book["records"]["Method"]["fields"])
    assert len(placed) == len(set(placed)) > 25


def test_every_word_of_the_format_itself_has_a_dutch_label(example_book: dict[str, Any]) -> None:
    words = {
        word
        for record in example_book["records"].values()
        for rule in record["fields"].values()
        for word in rule.get("words", ())
    }
    assert words == set(example_book["labels"])


def test_the_preview_has_every_field_that_is_not_in_its_head(example_book: dict[str, Any]) -> None:
    shown = {name for section in example_book["sections"] for name in section["fields"]}
    head = {"name", "aliases", "former_names", "summary", "in_short", "plain_summary", "status", "sources", "gaps", "reviewed"}
    assert shown | head == set(example_book["records"]["Method"]["fields"])
