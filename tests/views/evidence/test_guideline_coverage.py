"""How many of the methods that guidelines name have a card: the page says it as a number, and which are lacking."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import SOURCES, Root, as_yaml
from parsed import Parsed, text_of

from macros.library.library import Library
from macros.library.loader import load_readable
from macros.views.evidence.coverage import coverage_by_purpose, whole_coverage

OTHER = {"name": "Tweede", "about": "hulp", "publishers": ["voorbeeldcommissie"], "url": "https://voorbeeld.example/2"}


def mention(theme: str, **named: str) -> dict[str, Any]:
    return {**named, "theme": theme, "for": "hulp thuis", "says": "Dat kan.", "sources": SOURCES}


def with_second(root: Root, themes: list[str], *mentions: dict[str, Any]) -> Library:
    first = (root.path / "data/guidelines.yml").read_text(encoding="utf-8")
    root.write("data/guidelines.yml", first + as_yaml({"tweede": {**OTHER, "themes": themes, "mentions": list(mentions)}}))
    return root.load()


def said(library: Library) -> dict[str, str]:
    return {one.name: one.text for one in coverage_by_purpose(library.guidelines.values(), library)}


def test_a_method_counts_once_however_often_and_wherever_it_is_named(root: Root) -> None:
    again = [mention("return-home", name="ONBEKEND thuis"), mention("return-home", method="voorbeeld-thuis")]
    library = with_second(root, ["return-home"], *again, mention("return-home", method="voorbeeld-kort"))
    whole = whole_coverage(library)
    assert [one.name for one in whole.here] == ["Voorbeeld Kort", "Voorbeeld Thuis"]
    assert [one.name for one in whole.lacking] == ["Onbekend Thuis"]
    assert whole.text == "2 van de 3 methoden hebben een kaart"


def test_a_purpose_for_which_nothing_was_found_is_said_and_one_nobody_read_for_is_not(root: Root) -> None:
    library = with_second(root, ["prevent-placement"], mention("prevent-placement", method="voorbeeld-thuis"))
    assert said(library) == {
        "terug naar huis": "1 van de 2 methoden heeft een kaart",
        "steun van gewone mensen": "in wat wij lazen, is geen methode genoemd",
        "uithuisplaatsing voorkomen": "1 van 1 methode heeft een kaart",
    }


def test_a_method_counts_only_for_the_purpose_for_which_it_is_named(root: Root) -> None:
    with_second(root, ["return-home", "early-support"], mention("early-support", name="Andere"))
    assert said(root.load())["vroege steun"] == "0 van 1 methode heeft een kaart"
    assert said(root.load())["terug naar huis"] == "1 van de 2 methoden heeft een kaart"


def test_a_purpose_for_which_the_guideline_was_not_read_is_refused(root: Root) -> None:
    whole = {**OTHER, "themes": ["return-home"], "mentions": [mention("early-support", name="Andere")]}
    root.write("data/guidelines.yml", {"tweede": whole})
    (problem,) = load_readable(root.path)[1]
    assert (problem.where, problem.code) == ("tweede.mentions[0].theme", "purpose_not_read")
    assert 'voor "vroege steun" is deze richtlijn niet nagelezen' in str(problem)


def in_file(project: Path) -> dict[str, Any]:
    return yaml.safe_load((project / "data/guidelines.yml").read_text(encoding="utf-8"))


def counted(mentions: list[dict[str, Any]]) -> str:
    """What the page must say, counted from the file itself."""
    named = {one.get("method") or one["name"].casefold() for one in mentions}
    here = {one["method"] for one in mentions if "method" in one}
    if not named:
        return "In wat wij lazen, is geen methode genoemd"
    if len(named) == 1:
        return f"{len(here)} van 1 methode heeft een kaart"
    return f"{len(here)} van de {len(named)} methoden {'heeft' if len(here) == 1 else 'hebben'} een kaart"


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "richtlijnen/")


def rows(page: Parsed) -> Iterator[tuple[str, list[str]]]:
    for row in page.all("tr"):
        if cells := [text_of(cell) for cell in row.findall("td")]:
            yield text_of(row.find("th")), cells


def test_the_page_says_of_all_of_each_guideline_and_of_each_purpose_what_holds(
    page: Parsed, project: Path, library: Library
) -> None:
    guidelines = in_file(project)
    assert f"{counted([one for each in guidelines.values() for one in each['mentions']])}." in page.text
    wanted = {one["name"]: one["mentions"] for one in guidelines.values()}
    for theme in {theme for one in guidelines.values() for theme in one.get("themes", ())}:
        for_it = [one for each in guidelines.values() for one in each["mentions"] if one.get("theme") == theme]
        label = library.vocabularies["theme"].terms[theme].nl
        wanted[label[0].upper() + label[1:]] = for_it
    shown = dict(rows(page))
    for name, mentions in wanted.items():
        (cells,) = [cells for heading, cells in shown.items() if heading.startswith(name)]
        assert cells[0] == counted(mentions)
        assert {one["name"].casefold() for one in mentions if "name" in one} == {
            one.casefold() for one in cells[2].split("; ") if one != "geen"
        }
    assert len(shown) == len(wanted)
