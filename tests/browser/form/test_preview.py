"""The preview says what the page says: amounts, ages, what is old, and the numbers of the sources."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from form_filling import at, fill, knowing, opened
from paths import EXAMPLE_SITE
from playwright.sync_api import Page, expect
from tiers import first
from waiting import timers_run_out

from macros.library.library import Library
from macros.library.loader import load_readable
from macros.model.shape import yaml_values
from macros.views.card.card import card_view

CARDS = sorted(card.stem for card in (EXAMPLE_SITE / "methods").glob("*.yml"))
CITED = [{"source": "ambrea-terug-naar-huis"}]


@pytest.mark.parametrize("card", first(2, CARDS))
def test_sources_have_the_numbers_of_the_page(card: str, page: Page, with_forge: str, library: Library) -> None:
    form = opened(page, f"{with_forge}?id={card}")
    references = card_view(library.methods[card], library).references
    expect(form.locator('#paneel-voorbeeld [data-section="bronnen"] li')).to_have_text(
        [f"{one.source.publisher}: {one.source.title}" for one in references]
    )


@pytest.mark.parametrize("card", first(2, CARDS))
def test_sources_have_the_numbers_of_the_page_also_if_each_is_cited_once(
    card: str, own_page: Page, with_forge: str, library: Library, tmp_path: Path
) -> None:
    values = yaml_values(library.methods[card])
    for citation, source in zip(citations(values), sorted(library.sources, reverse=True), strict=False):
        citation["source"] = source
    copytree(EXAMPLE_SITE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "methods" / f"{card}.yml").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    changed, _ = load_readable(tmp_path)  # other cards let go of sources
    own_page.route(f"**/methoden/{card}/{card}.yml", lambda route: route.fulfill(json=values))
    form = opened(own_page, f"{with_forge}?id={card}")
    names = {f"{source.publisher}: {source.title}": source.id for source in library.sources.values()}
    shown = form.locator('#paneel-voorbeeld [data-section="bronnen"] li')
    expect(shown.first).to_contain_text("Bedachte uitgever")
    expected = [one.source.id for one in card_view(changed.methods[card], changed).references]
    assert [names[text] for text in shown.all_text_contents()] == expected


def citations(value: Any) -> Iterator[dict[str, str]]:
    """Every citation of a card, in the order of the file."""
    if isinstance(value, dict) and "source" in value:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from citations(inner)


SAID = [
    ({"in_short": "Een buurvrouw helpt een jaar mee."}, "Een buurvrouw helpt een jaar mee."),
    ({"costs": [{"amount": "56500", "to": "60000.50", "per": "family"}]}, "€ 56.500 tot € 60.000,50 per gezin"),
    ({"costs": [{"amount": "2000", "per": "family"}]}, "prijsjaar onbekend"),
    ({"recognitions": [{"date": "2010-03-01"}]}, "jaar geleden en dus ouder dan vijf jaar"),
    ({"reviewed": "2019-05-14"}, "Nagekeken op 14 mei 2019, langer dan twee jaar geleden."),
    ({"status": {"phase": "completed", "from": "2019", "to": "2022"}}, "Afgerond, 2019–2022"),
    ({"reach": [{"count": "12345", "unit": "parent"}]}, "12.345"),
    ({"outcomes": [{"result": {"score": "8.20", "lowest": "1", "highest": "10"}}]}, "8,20 gemiddelde op een schaal van 1 tot 10"),
    ({"outcomes": [{"result": {"score": "8.20", "before": "6", "lowest": "1", "highest": "10"}}]}, "van 6 naar 8,20"),
    (
        {"outcomes": [{"result": {"amount": "476000", "over": {"count": "15", "unit": "parent"}}}]},
        "€ 476.000 over 15 ouders",
    ),
    ({"costs": [{"amount": "10", "per": "family", "period": {"count": "2", "unit": "year"}}]}, "€ 10 per gezin over 2 jaar"),
    ({"status": {"phase": "running", "as_of": "2020-01"}}, "Loopt (stand van januari 2020)"),
    ({"intake": {"open": "no"}}, "Er kunnen geen nieuwe gezinnen bij (peildatum onbekend)"),
    ({"target_group": {"ages": [{"from": "2", "through": "6", "sources": CITED}]}}, "2 tot en met 6 jaar"),
    ({"outcomes": [{"result": {"amount": "1234567"}}]}, "€ 1.234.567"),
    ({"target_group": {"ages": [{"from": "0", "to": "18", "sources": CITED}]}}, "0 tot 18 jaar"),
]


@pytest.mark.parametrize(("values", "said"), SAID, ids=[said for _, said in SAID])
def test_what_is_typed_is_shown_as_the_page_shows_it(values: dict[str, object], said: str, form: Page) -> None:
    fill(knowing(form), values)
    timers_run_out(form)
    expect(form.locator("#paneel-voorbeeld")).to_contain_text(said)


def test_a_place_in_a_source_has_a_letter(form: Page) -> None:
    cited = [{"source": "ambrea-terug-naar-huis", "locator": place} for place in ("blz. 1", "blz. 2", "blz. 1")]
    fill(knowing(form), {"goals": [{"text": "Iets.", "sources": cited}]})
    timers_run_out(form)
    expect(form.locator("#paneel-voorbeeld .notes").first).to_have_text("1a 1b 1a")
    at(form, "goals[0].sources[1].locator").locator("input").fill("blz. 1")
    timers_run_out(form)
    expect(form.locator("#paneel-voorbeeld .notes").first).to_have_text("1a 1a 1a")


def test_decisions_stand_in_time_and_behind_what_they_replaced(form: Page) -> None:
    decisions = [
        {"date": "2021", "replaces": "eerste"},
        {},
        {"date": "2022-03", "id": "eerste", "reason": "Oud."},
        {"date": "2015-06-01"},
    ]
    reasons = ["Nieuw.", "Zonder datum.", "Oud.", "Oudst."]
    fill(knowing(form), {"recognitions": [{**one, "reason": reason} for one, reason in zip(decisions, reasons, strict=True)]})
    timers_run_out(form)
    shown = form.locator('#paneel-voorbeeld [data-section="erkenning"]').inner_text()
    assert sorted(reasons, key=shown.index) == ["Oudst.", "Oud.", "Nieuw.", "Zonder datum."]
