"""Who takes away the last use of a source, an organisation or a word is told what the check will say, and what to do."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from built import Site
from form_filling import at, file_of, opened, way
from paths import EXAMPLE_SITE
from playwright.sync_api import Page, expect
from waiting import timers_run_out

from macros.contributing.form import used_once
from macros.library.library import Library
from macros.library.loader import Refused, load_library
from macros.validation.yaml_reader import read_text

GONE = {
    "source": ("context", "data/sources.yml"),
    "organisation": ("partners", "data/organisations.yml"),
    "vocabulary/region": ("regions", "data/vocabularies/region.yml"),
}


def cards_with(library: Library, kind: str) -> list[tuple[str, str]]:
    """(card, id) of what only that card refers to, once."""
    found = [(card, one) for card, kinds in used_once(library).items() for one in kinds.get(kind, [])]
    return [(card, one) for card, one in found if text_of(card).count(one) == 1]


def text_of(card: str) -> str:
    return (EXAMPLE_SITE / "methods" / f"{card}.yml").read_text(encoding="utf-8")


def refused(tmp_path: Path, card: str, text: str) -> set[tuple[str, str]]:
    """(file, code) of what the check says when the card has this text."""
    for file in [*(EXAMPLE_SITE / "data").rglob("*.yml"), *(EXAMPLE_SITE / "methods").glob("*.yml")]:
        target = tmp_path / file.relative_to(EXAMPLE_SITE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (tmp_path / "methods" / f"{card}.yml").write_text(text, encoding="utf-8")
    try:
        load_library(tmp_path)
    except Refused as problems:
        return {(Path(problem.path).name, problem.code) for problem in problems.problems}
    return set()


@pytest.mark.parametrize("kind", GONE)
def test_the_last_use_that_goes_is_a_problem_here_as_it_is_in_the_check(
    kind: str, page: Page, with_forge: str, library: Library, tmp_path: Path
) -> None:
    field, file = GONE[kind]
    card, gone = next((card, one) for card, one in cards_with(library, kind) if place_of(card, field, one) is not None)
    form = opened(page, f"{with_forge}?id={card}")
    index = place_of(card, field, gone)
    at(form, f"{field}[{index}]").locator(":scope > .form-order > [data-remove]").click()
    text = file_of(form)
    assert (Path(file).name, "unused") in refused(tmp_path, card, text)
    expect(form.locator(".form-good")).to_have_count(0)
    form.get_by_role("tab", name="Nog te doen").click()
    expect(form.locator("#paneel-fouten")).to_contain_text("wordt nu op geen enkele kaart meer genoemd")
    expect(form.locator("[data-gone]")).to_contain_text(f"weg uit {file}: {gone}")
    report = parse_qs(urlsplit(way(form, "melding").locator("[data-out]").get_attribute("href") or "").query)
    if "kaart" in report:
        assert f"# {file}\n# hier moet weg: {gone}" in report["kaart"][0]
    form.locator(".form-undo").get_by_role("button", name="Zet terug").click()
    timers_run_out(form)
    expect(form.locator(".form-good")).to_be_visible()
    assert file_of(form) == text_of(card)


def place_of(card: str, field: str, one: str) -> int | None:
    """Which of several values of a field names it."""
    values = read_text(text_of(card), "x").value.get(field, [])
    names = re.compile(rf"'{re.escape(one)}'")
    return next((at for at, value in enumerate(values) if names.search(str(value))), None) if len(values) > 1 else None


def test_what_others_refer_to_may_go(page: Page, with_forge: str, library: Library) -> None:
    alone = used_once(library)["sirius-familiezorg"]["source"]
    context = read_text(text_of("sirius-familiezorg"), "x").value["context"]
    index = next(at for at, one in enumerate(context) if not {source["source"] for source in one["sources"]} & set(alone))
    form = opened(page, f"{with_forge}?id=sirius-familiezorg")
    at(form, f"context[{index}]").locator(":scope > .form-order > [data-remove]").click()
    timers_run_out(form)
    expect(form.locator(".form-good")).to_be_visible()


def test_every_use_is_counted_by_the_card_that_makes_it(library: Library) -> None:
    once = used_once(library)
    assert sum(len(kinds.get("source", [])) for kinds in once.values()) > 3
    for card, kinds in once.items():
        for one in kinds.get("source", []):
            cited = re.compile(rf"source: {re.escape(one)}(?![\w-])")
            assert [other for other in library.methods if cited.search(text_of(other))] == [card]


def test_the_form_gets_the_list(published: Site) -> None:
    assert (published.path / "bijdragen" / "formulier" / "used_once.json").is_file()
