"""Filling in the contribution form as a contributor does: what is missing is added, then typed, chosen or ticked."""

import re
from pathlib import Path
from typing import Any

from paths import EXAMPLE_SITE
from playwright.sync_api import Locator, Page, ViewportSize, expect
from waiting import timers_run_out

from macros.library.loader import load_library

WIDE, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
SOME_SOURCE = "ambrea-terug-naar-huis"


def opened(page: Page, address: str) -> Page:
    page.set_viewport_size(WIDE)
    return visited(page, address)


def visited(page: Page, address: str) -> Page:
    """The form in the window as it is."""
    page.goto(address)
    page.wait_for_selector(".card-form")
    return page


def value_of(page: Page, where: str) -> str:
    return page.locator(f'[data-where="{where}"]').locator("input, textarea, select").first.input_value()


def reloaded(page: Page) -> None:
    page.reload()
    page.wait_for_selector(".card-form")


def begun(form: Page, values: dict[str, Any]) -> Page:
    """The form with a draft that holds these values and a name typed last, for tests of what comes after: `fill` takes ten times
    as long."""
    draft = {"id": "", "card": values, "described": {}}
    form.evaluate("(draft) => localStorage.setItem('formulier:nieuw', JSON.stringify(draft))", draft)
    reloaded(form)
    at(form, "name").locator("input").fill(values["name"])
    return knowing(form)


def at(page: Page, where: str) -> Locator:
    """The place of a value in the form; the first of a list that is still empty is added."""
    for head in (where[: found.start()] for found in re.finditer(r"\[0\]", where)):
        if not page.locator(f'[data-where="{head}[0]"]').count():
            add(page, head)
    place = page.locator(f'[data-where="{where}"]')
    place.evaluate(
        "(place) => { for (let at = place.closest('details'); at; at = at.parentElement.closest('details')) at.open = true; }"
    )
    return place


def add(page: Page, where: str) -> None:
    """The first item of an empty list."""
    press(at(page, where).locator(":scope > [data-add]"))


def press(button: Locator) -> None:
    """As a keyboard does, without the moves of a mouse, which take six times as long; journey.py has those."""
    button.evaluate("(button) => button.click()")


def pick(box: Locator, chosen: str) -> None:
    """Choose what a search box finds."""
    box.focus()
    box.fill(chosen)
    press(box.page.locator("[role=option]:visible").filter(has_text=chosen).first)


def fill(page: Page, values: dict[str, Any], record: str = "Method", where: str = "") -> None:
    """Fill in values as a contributor does: what is missing is added, then typed, chosen or ticked."""
    for name, value in values.items():
        rule = page.evaluate("([record, name]) => window.book.records[record].fields[name]", [record, name])
        fill_one(page, rule, value, f"{where}.{name}" if where else name)


def fill_one(page: Page, rule: dict[str, Any], value: Any, where: str) -> None:
    place = at(page, where)
    if isinstance(value, str):
        type_in(place, value)
    elif isinstance(value, dict) and rule["is"] == "choice":
        kind = page.evaluate("([rule, value]) => window.kindOf(rule, value)", [rule, value])
        place.locator("select").first.select_option(kind)
        fill(page, value, rule["kinds"][kind], where)
    elif isinstance(value, dict):
        if place.locator(":scope > [data-add]").count():
            press(place.locator(":scope > [data-add]"))
        fill(page, value, rule["of"], where)
    elif place.locator(":scope > .form-ticks").count():
        for term in value:
            place.locator(f'input[value="{term}"]').check()
    else:
        for index, inner in enumerate(value):
            if not page.locator(f'[data-where="{where}[{index}]"]').count():
                add(page, where)
            fill_one(page, rule["of"], inner, f"{where}[{index}]")


def type_in(place: Locator, value: str) -> None:
    box = place.locator("input, textarea, select").first
    kind = box.evaluate("(box) => box.getAttribute('role') ?? (box.type === 'checkbox' ? 'checkbox' : box.localName)")
    if kind == "combobox":
        pick(box, value)
    elif kind == "select":
        box.focus()  # what the card itself has under an id is offered as it is at that moment
        box.select_option(value)
    elif kind == "checkbox":
        box.check()
    else:
        box.fill(value)


def knowing(page: Page) -> Page:
    """Lets the test see the card format; the page itself is not changed."""
    page.evaluate(
        """async () => {
          window.book = await (await fetch('form.json')).json();
          window.kindOf = (await import('../../modules/form/check.js')).kindOf;
        }"""
    )
    return page


def file_of(page: Page) -> str:
    page.get_by_role("tab", name="Bestand").click()
    timers_run_out(page)
    return page.locator("#paneel-bestand pre").first.text_content() or ""


def way(page: Page, name: str) -> Locator:
    timers_run_out(page)
    return page.locator(f'[data-way="{name}"]')


def accepted(tmp_path: Path, name: str, text: str) -> Any:
    """The method that the checker makes of a file as the form wrote it, in the library of the site."""
    for folder in ("data", "methods"):
        (tmp_path / folder).mkdir()
        for file in (EXAMPLE_SITE / folder).rglob("*.yml"):
            target = tmp_path / file.relative_to(EXAMPLE_SITE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    (tmp_path / "methods" / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_library(tmp_path).methods[name]


def describe(form: Page, where: str, values: dict[str, Any]) -> None:
    box = at(form, where).locator("input")
    box.click()
    form.locator("[role=option]:visible").last.click()
    dialog = form.locator("dialog")
    dialog.get_by_role("button", name="Klaar").click()
    expect(dialog.get_by_role("status")).to_contain_text("niet in orde")
    for name, value in values.items():
        type_in(at(form, f"nieuw.{name}"), value)
    dialog.get_by_role("button", name="Klaar").click()
    expect(dialog).to_have_count(0)
    expect(box).to_be_focused()


CITED = [{"source": SOME_SOURCE}]
SHORT: dict[str, Any] = {
    "name": "Proefmethode Verder",
    "summary": "Een vrijwilliger helpt ouders een jaar lang om steun te vinden in de buurt.",
    "status": {"phase": "running", "sources": CITED},
    "owners": [{"organisation": "lumel", "sources": CITED}],
    "target_group": {"description": "Ouders met jonge kinderen.", "sources": CITED},
    "goals": [{"text": "Ouders vinden steun in de buurt.", "theme": "return-home", "sources": CITED}],
    "sources": CITED,
}
"""A card with the needed fields only; the method is invented."""
LONG: dict[str, Any] = {
    **SHORT,
    "aliases": ["Verder", "Samen Verder"],
    "plain_summary": "Iemand uit de buurt komt bij u langs. Samen kijkt u wie u kan helpen.",
    "status": {"phase": "running", "from": "2019", "note": "Loopt in twee gemeenten: het begon met één.", "sources": CITED},
    "target_group": {
        "description": "Ouders met jonge kinderen die weinig mensen om zich heen hebben.",
        "recipients": ["parent", "child"],
        "ages": [{"from": "-5mo", "to": "4", "basis": "offered", "sources": CITED}],
        "problems": ["debts", "divorce"],
        "includes": [{"criterion": "De ouders willen het zelf.", "about": "parent", "sources": CITED}],
        "sources": CITED,
    },
    "approach": [
        {"step": "Kennismaken", "text": "De vrijwilliger maakt kennis.\n\nDat duurt even.", "sources": CITED},
        {
            "step": "Plan",
            "text": "Samen maken zij een plan: wie, wat en wanneer.",
            "sources": [{"source": SOME_SOURCE, "locator": "alinea 2"}],
        },
    ],
    "intensity": [{"duration": "een jaar", "contact": "2 uur per week", "sources": CITED}],
    "delivery": [{"kind": "volunteer", "role": "maatje", "sources": CITED}],
    "intake": {"open": "no", "as_of": "2025-03", "sources": CITED},
    "referral": [{"says": "Via het wijkteam.", "sources": CITED}],
    "reach": [{"count": "24", "unit": "parent", "period": {"from": "2024", "to": "2025"}, "sources": CITED}],
    "studies": [
        {"id": "voor-en-na", "design": "pre-post", "evaluator": "windestein", "sources": CITED},
        {"id": "eigen", "name": "Eigen peiling", "design": "own-report", "sources": CITED},
    ],
    "outcomes": [
        {
            "measure": "return-home",
            "statement": "Na een jaar zeiden 18 van de 24 ouders dat ze meer steun ervaren.",
            "result": {"count": "18", "of": "24", "printed_percent": "75", "unit": "parent"},
            "direction": "favourable",
            "study": "voor-en-na",
            "caveat": "Er was geen vergelijkingsgroep.",
            "sources": CITED,
        },
        {
            "measure": "return-home",
            "statement": "Ouders geven een ruime voldoende.",
            "result": {"score": "8.20", "lowest": "1", "highest": "10", "unit": "parent"},
            "direction": "favourable",
            "study": "eigen",
            "sources": CITED,
        },
    ],
    "costs": [{"amount": "2000", "per": "family", "price_year": "2024", "sources": CITED}],
    "partners": [{"organisation": "gemeente-waterstad", "role": "funder", "sources": CITED}],
    "regions": [{"region": "rivierstad", "sources": CITED}],
    "contact": {"organisation": "lumel", "url": "https://www.voorbeeld.example/contact"},
    "chain": {"after": [{"method": "dok", "sources": CITED}]},
    "gaps": [{"field": "recognitions", "state": "not-found", "note": "Geen databank noemt haar."}],
    "reviewed": "2026-01-15",
}  # fmt: skip
"""A realistic card; the method is invented."""
