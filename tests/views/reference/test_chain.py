"""The chain: which method stands where, as a picture and as text, each place with its source."""

import dataclasses
from pathlib import Path
from types import MappingProxyType

import pytest
from parsed import Parsed, text_of

from macros.library.library import Library
from macros.views.common.lines import Notes
from macros.views.missing.completeness import completeness
from macros.views.reference.chain import DRAWN, _spans, chain_bars, chain_view, methods_by_stage

PLACES = {
    "stevig-opgroeien": (1, 2),
    "steunpartners": (2,),
    "buitenspelproject": (2, 3),
    "gezinsbegeleiding-waterstad": (3,),
    "dok": (4,),
    "cirkel-naar-thuis": (5, 6),
    "sirius-familiezorg": (5, 6, 7),
}


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "keten/")


def test_each_method_stands_where_its_card_says(library: Library) -> None:
    found = {bar.link.split("/")[1]: bar.places for bar in chain_bars(list(library.methods.values()), library)}
    assert found == PLACES


def test_the_picture_follows_the_chain_and_not_a_ranking(library: Library) -> None:
    found = chain_bars(list(library.methods.values()), library)
    assert [bar.places for bar in found] == sorted(bar.places for bar in found)


def test_picture_and_text_say_the_same(page: Parsed, library: Library) -> None:
    links = page.drawn("a")
    placed = sum(bool(method.chain and method.chain.positions) for method in library.methods.values())
    if placed > DRAWN:  # then every place has a page of its own, and here stands how many it holds
        assert links == []
        for number, methods in enumerate(methods_by_stage(library).values()):
            told = f"{len(methods)} methode" if methods else "geen methode"
            assert told in text_of(page.all("ol[@class='stages']/li")[number])
        return
    assert len(links) == placed > 0
    (stages,) = [one for one in page.all("ol") if one.get("class") == "stages"]
    for number, (stage, methods) in enumerate(methods_by_stage(library).items()):
        text = text_of(list(stages)[number])
        assert text.casefold().startswith(library.vocabularies["stage"].terms[stage].nl)
        for method in methods:
            assert method.name in text
            (link,) = [one for one in links if one.get("aria-label", "").startswith(f"{method.name}:")]
            assert library.vocabularies["stage"].terms[stage].nl in link.get("aria-label", "")


def test_a_method_that_is_not_running_says_so(page: Parsed) -> None:
    assert "Steunpartners (gestopt)" in page.text and "Door Ontwikkeling Kaap (historisch)" in page.text


def test_every_place_has_a_source(library: Library) -> None:
    for method in library.methods.values():
        assert all(position.sources for position in (method.chain.positions if method.chain else ()))
    notes = Notes()
    view = chain_view(library, notes)
    assert all(line.notes for stage in view.stages for line in stage.methods)
    assert notes.references()


def test_what_comes_before_alongside_and_after_stands_there(page: Parsed) -> None:
    for words in (
        "een ondertoezichtstelling, uitgesproken door de rechter",
        "een paar maanden nazorg",
        "de waakvlam: minder hulp",
    ):
        assert words in page.text


def test_a_place_in_the_chain_is_not_yet_knowing_what_comes_before_and_after(library: Library) -> None:
    missing = [label for label, _ in completeness(library.methods["steunpartners"]).missing]
    assert "wat ervoor, ernaast en erna komt" in missing


@pytest.mark.parametrize(
    ("places", "spans"), [((1, 2, 4), ((1, 2), (4, 4))), ((3,), ((3, 3),)), ((), ()), ((1, 2, 3), ((1, 3),))]
)
def test_a_gap_in_the_chain_is_drawn_as_a_gap(places: tuple[int, ...], spans: tuple[tuple[int, int], ...]) -> None:
    assert _spans(places) == spans


def test_the_card_names_its_place(site_folder: Path) -> None:
    assert "Plaats in de keten" in Parsed(site_folder, "methoden/sirius-familiezorg/").text


def test_each_place_has_a_page(site_folder: Path, library: Library) -> None:
    for stage, methods in methods_by_stage(library).items():
        found = Parsed(site_folder, f"keten/{stage}/")
        assert all(method.name in found.text for method in methods)
        assert methods or "Kent u er een?" in found.text


def test_of_a_large_library_the_chain_names_only_what_one_can_read(library: Library) -> None:
    method = library.methods["sirius-familiezorg"]
    chain = method.chain.model_copy(update={"positions": ()})
    many = {f"m{number}": method.model_copy(update={"id": f"m{number}", "chain": chain}) for number in range(DRAWN + 1)}
    large = dataclasses.replace(library, methods=MappingProxyType(many))
    view = chain_view(large, Notes())
    assert (view.neighbours, view.unplaced, view.unplaced_total) == ((), (), DRAWN + 1)
    fewer = dataclasses.replace(library, methods=MappingProxyType(dict(list(many.items())[:DRAWN])))
    view = chain_view(fewer, Notes())
    assert len(view.neighbours) == len(view.unplaced) == DRAWN
