"""A word that is in no list yet is named for who reads along, and comes with the card without breaking it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from form_filling import SHORT, accepted, at, begun, file_of, fill, knowing, opened, reloaded, way
from paths import EXAMPLE_SITE
from playwright.sync_api import Page, expect

from macros.validation.yaml_reader import read_text

PLACES: list[tuple[str, dict[str, Any]]] = [
    ("goals[0].theme", {}),
    ("target_group.problems", {}),
    ("regions[0].region", {"regions": [{}]}),
    ("classification.setting", {"classification": {}}),
]


def wish(form: Page, where: str, text: str) -> None:
    at(form, where).locator(".form-wish input").fill(text)


@pytest.mark.parametrize(("where", "groups"), PLACES)
def test_a_word_that_is_missing_is_kept_and_comes_with_the_card(
    where: str, groups: dict[str, Any], form: Page, tmp_path: Path
) -> None:
    begun(form, {**SHORT, **groups, "goals": [{}]})
    wish(form, where, "iets: nieuws # hier")
    fill(form, {"goals": SHORT["goals"]})
    reloaded(form)
    assert at(form, where).locator(".form-wish input").input_value() == "iets: nieuws # hier"
    text = file_of(form)
    shown = at(form, where).locator("label, legend").first.inner_text().removesuffix(" verplicht").strip()
    assert f"# Voor wie meeleest: bij {shown} ontbreekt “iets: nieuws # hier”.\n" in text
    assert read_text(text, "x").value == SHORT
    accepted(tmp_path, "proefmethode-verder", text)
    report = parse_qs(urlsplit(way(form, "melding").locator("[data-out]").get_attribute("href") or "").query)
    assert "iets: nieuws # hier" in report["kaart"][0]


def test_a_card_that_is_mended_gets_the_remark_above_it_and_nothing_else(page: Page, with_forge: str) -> None:
    form = opened(page, f"{with_forge}?id=dok")
    wish(form, "target_group.problems", "zorgen over geld")
    before = (EXAMPLE_SITE / "methods" / "dok.yml").read_text(encoding="utf-8")
    lines = [line for line in file_of(form).splitlines(keepends=True) if not line.startswith("# Voor wie meeleest")]
    assert "".join(lines) == before
    wish(form, "target_group.problems", "")
    assert file_of(form) == before


def test_a_list_that_is_whole_asks_for_no_word(form: Page) -> None:
    assert at(form, "status.phase").locator(".form-wish").count() == 0
    expect(at(form, "goals[0].theme").locator(".form-wish")).to_be_visible()


def test_what_was_chosen_is_named_again_after_a_reload(form: Page) -> None:
    fill(knowing(form), {"owners": [{"organisation": "lumel"}]})
    name = at(form, "owners[0].organisation").locator("input").input_value()
    reloaded(form)
    expect(at(form, "owners[0].organisation").locator("input")).to_have_value(name)
    assert name != "lumel"


def test_what_is_taken_away_takes_its_wish_along_and_a_new_organisation_brings_its_own(form: Page) -> None:
    begun(form, {**SHORT, "regions": [{}, {}]})
    wish(form, "regions[1].region", "Nieuwstad")
    assert "Nieuwstad" in file_of(form)
    form.locator('[data-where="regions[1]"] > .form-order > [data-remove]').click()
    assert "Nieuwstad" not in file_of(form)
    box = at(form, "owners[0].organisation").locator("input")
    box.click()
    form.locator("[role=option]:visible").last.click()
    wish(form, "nieuw.kind", "stadsboerderij")
    at(form, "nieuw.name").locator("input").fill("Stichting Nieuw")
    at(form, "nieuw.kind").locator("select").select_option("welfare")
    form.locator("dialog").get_by_role("button", name="Klaar").click()
    assert "ontbreekt “stadsboerderij”" in file_of(form)
