"""What guidelines name: which methods, for what, which have no card; and that it is no recognition."""

from typing import Any

import pytest
from builders import SOURCES, Root, as_yaml

from macros.library.library import Library
from macros.library.loader import load_readable
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site
from macros.views.card.card import card_view
from macros.views.evidence.guidelines import guideline_views, lacking_methods


@pytest.fixture
def library(example: Root) -> Library:
    return example.load()


def html_of(library: Library, address: str) -> str:
    return next(page for page in pages(library) if page.address == address).html(Site("", ""))


def a_guideline(*mentions: dict[str, Any]) -> dict[str, Any]:
    whole = {"for": "hulp thuis", "says": "Dat kan.", "sources": SOURCES}
    named = [{**whole, **mention} for mention in mentions]
    return {
        "name": "Tweede",
        "about": "hulp",
        "publishers": ["voorbeeldcommissie"],
        "url": "https://voorbeeld.example/2",
        "mentions": named,
    }


def test_a_guideline_tells_which_methods_are_here_and_which_are_lacking(library: Library) -> None:
    (view,) = guideline_views(library)
    assert [(one.name, one.link) for one in view.here] == [("Voorbeeld Thuis", "methoden/voorbeeld-thuis/")]
    assert [(one.name, one.link) for one in view.lacking] == [("Onbekend Thuis", None)]
    assert (view.date, view.publishers) == ("juni 2021", (("Voorbeeldcommissie", "organisaties/voorbeeldcommissie/"),))


def test_its_page_says_what_it_says_with_the_place_and_that_it_is_no_recognition(library: Library) -> None:
    html = html_of(library, "richtlijnen/voorbeeldrichtlijn/")
    for words in ("Geen erkenning en geen bewijs", "Terug naar huis.", "bladzijde 9", "De richtlijn wordt herzien."):
        assert words in html
    here, lacking = html.split("Genoemd, en nog zonder kaart")
    assert "Voorbeeld Thuis" in here and "Onbekend Thuis" in lacking


def test_the_card_says_what_the_guideline_says_apart_from_recognitions(library: Library) -> None:
    html = html_of(library, "methoden/voorbeeld-thuis/")
    section = html.partition('<section id="richtlijnen">')[2].partition("</section>")[0]
    assert "is geen erkenning en geen bewijs" in section and "../../richtlijnen/voorbeeldrichtlijn/" in section
    assert "Richtlijn Voorbeeld" not in html.partition('<section id="erkenning">')[2].partition("</section>")[0]


def test_a_card_that_no_guideline_names_has_no_such_part(library: Library) -> None:
    view = card_view(library.methods["voorbeeld-kort"], library)
    assert view.guidelines == ()


def test_a_lacking_method_stands_once_with_every_guideline_that_names_it(root: Root) -> None:
    first = (root.path / "data/guidelines.yml").read_text(encoding="utf-8")
    more = a_guideline({"name": "Onbekend Thuis"}, {"name": "Onbekend Thuis", "for": "iets anders"}, {"name": "Andere"})
    root.write("data/guidelines.yml", first + as_yaml({"tweede": more}))
    found = [(one.name, [name for name, _ in one.guidelines]) for one in lacking_methods(root.load())]
    assert found == [("Andere", ["Tweede"]), ("Onbekend Thuis", ["Richtlijn Voorbeeld", "Tweede"])]


@pytest.mark.parametrize("name", ["Voorbeeld Thuis", "vt", "voorbeeld-thuis"])
def test_a_name_that_a_card_has_is_refused_so_that_nobody_misses_the_card(root: Root, name: str) -> None:
    root.write("data/guidelines.yml", {"tweede": a_guideline({"name": name})})
    (problem,) = load_readable(root.path)[1]
    assert (problem.path, problem.where, problem.code) == (
        "data/guidelines.yml",
        "tweede.mentions[0].name",
        "named_but_has_card",
    )
    assert "method: voorbeeld-thuis" in problem.remedy


@pytest.mark.parametrize(("to", "code"), [({"to": "voorbeeld-kort"}, "linked_to_moved"), (None, "guideline_without_card")])
def test_a_card_that_moved_or_is_not_there_is_refused(root: Root, to: dict[str, str] | None, code: str) -> None:
    if to:
        root.write("data/moved.yml", {"oude-kaart": to})
    root.write("data/guidelines.yml", {"tweede": a_guideline({"method": "oude-kaart"})})
    (problem,) = load_readable(root.path)[1]
    assert (problem.where, problem.code) == ("tweede.mentions[0].method", code)
