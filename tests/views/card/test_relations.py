"""Related methods: written on one card, told on both, and told apart wherever names stand."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.library.library import Library
from macros.search.documents import search_documents
from macros.views.card.card import card_view
from macros.views.card.relations import apart_text, relation_texts
from macros.views.catalogue.catalogue import catalogue_row


def to(kind: str, method: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "method": method, "sources": SOURCES, **more}


def pair(root: Root, kind: str, **more: Any) -> Library:
    """Standvast-w says what it is to Standvast."""
    root.write_card(a_card(name="Standvast"), "standvast")
    root.write_card(a_card(name="Standvast-w", relations=[to(kind, "standvast", **more)]), "standvast-w")
    return root.load()


def told(library: Library, method: str) -> list[tuple[str, list[tuple[str, str | None, str | None]]]]:
    rows = card_view(library.methods[method], library).relations
    return [(row.label, [(line.text, line.link, line.detail) for line in row.lines]) for row in rows]


WORDS = {
    "variant-of": ("Variant van", "Variant"),
    "part-of": ("Onderdeel van", "Hoort hierbij"),
    "sister": ("Zustermethode", "Zustermethode"),
    "foreign-original": ("Vertaling of bewerking van", "Vertaling of bewerking"),
    "near-namesake": ("Niet hetzelfde als", "Niet hetzelfde als"),
    "followed-by": ("Opgevolgd door", "Opvolger van"),
}


@pytest.mark.parametrize("kind", WORDS)
def test_a_relation_stands_on_both_cards_each_in_its_own_words(root: Root, kind: str) -> None:
    library = pair(root, kind, differs="Alleen met ouders.")
    here, there = WORDS[kind]
    assert told(library, "standvast-w") == [(here, [("Standvast", "methoden/standvast/", "Alleen met ouders.")])]
    assert told(library, "standvast") == [(there, [("Standvast-w", "methoden/standvast-w/", "Alleen met ouders.")])]
    assert set(library.vocabularies["relation"].terms) == set(WORDS)


def test_an_umbrella_lists_its_members_by_name(root: Root) -> None:
    root.write_card(a_card(name="IPT", kind="umbrella", owners=..., goals=...), "ipt")
    for name in ("Zet", "Aan"):
        root.write_card(a_card(name=name, relations=[to("part-of", "ipt")]), name.lower())
    library = root.load()
    assert [(label, [text for text, *_ in lines]) for label, lines in told(library, "ipt")] == [("Hoort hierbij", ["Aan", "Zet"])]
    assert relation_texts(library.methods["ipt"], library) == ("hoort hierbij: Aan en Zet",)
    assert relation_texts(library.methods["aan"], library) == ("onderdeel van: IPT",)


def test_what_both_cards_say_is_told_once_as_this_card_says_it(root: Root) -> None:
    root.write_card(a_card(name="Een", relations=[to("sister", "twee", differs="Korter.")]), "een")
    root.write_card(a_card(name="Twee", relations=[to("sister", "een", differs="Langer.")]), "twee")
    library = root.load()
    assert told(library, "een") == [("Zustermethode", [("Twee", "methoden/twee/", "Korter.")])]
    assert told(library, "twee") == [("Zustermethode", [("Een", "methoden/een/", "Langer.")])]


def test_two_that_come_from_each_other_in_different_ways_are_both_told(root: Root) -> None:
    root.write_card(a_card(name="Een", relations=[to("followed-by", "twee")]), "een")
    root.write_card(a_card(name="Twee", relations=[to("followed-by", "een")]), "twee")
    library = root.load()
    assert [label for label, _ in told(library, "een")] == ["Opgevolgd door", "Opvolger van"]


def test_a_method_without_a_card_is_named_in_words(root: Root) -> None:
    abroad = {"kind": "foreign-original", "text": "Homebuilders", "sources": SOURCES}
    root.write_card(a_card(relations=[abroad]))
    assert told(root.load(), "nieuw") == [("Vertaling of bewerking van", [("Homebuilders", None, None)])]


def test_methods_with_nearly_one_name_are_told_apart_in_lists_and_search(root: Root) -> None:
    library = pair(root, "near-namesake")
    for method, text in (("standvast", "niet hetzelfde als Standvast-w"), ("standvast-w", "niet hetzelfde als Standvast")):
        assert catalogue_row(library.methods[method], library).apart == text
        (document,) = (one for one in search_documents(library)[0] if one.id == method)
        assert document.note.endswith(f"; {text}")
        apart = card_view(library.methods[method], library).apart
        assert apart is not None and apart.label == "Niet hetzelfde als"


def test_of_other_relations_no_list_says_that_they_differ(root: Root) -> None:
    library = pair(root, "sister")
    method = library.methods["standvast"]
    assert apart_text(method, library) is None
    assert card_view(method, library).apart is None
    assert catalogue_row(method, library).apart is None


def test_a_card_without_relations_has_no_such_section(root: Root) -> None:
    root.write_card(a_card())
    library = root.load()
    view = card_view(library.methods["nieuw"], library)
    assert view.relations == ()
    assert card_view(library.methods["voorbeeld-kort"], library).relations
