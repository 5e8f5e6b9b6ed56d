"""What differs between two states of a card, and how a reader is told: on both sides of each boundary."""

import datetime
from typing import Any

import pytest
from builders import SOURCES, Root

from macros.history.card_history import Event
from macros.history.field_changes import Counts, FieldChange, find_field_changes
from macros.history.moved import follow_moves, former_ids
from macros.library.library import Library
from macros.model.moved import Moved
from macros.views.card.history import MOST_LABELS, event_sentences

MOMENT = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def words(example: Root) -> Library:
    return example.load()


def changes(words: Library, before: dict[str, Any], after: dict[str, Any]) -> tuple[FieldChange, ...]:
    return find_field_changes(before, after, words.vocabularies)


def sentences(*found: FieldChange, kind: str = "changed", **more: Any) -> tuple[str, ...]:
    return event_sentences(Event(kind, MOMENT, "abc", "nieuw", found, **more))


def told(words: Library, before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    return sentences(*changes(words, before, after))


def source(name: str, **more: str) -> dict[str, str]:
    return {"source": name, **more}


@pytest.mark.parametrize(
    ("before", "after", "kind", "counts"),
    [
        (["a"], ["a", "b"], "changed", Counts(1, 0, 0)),
        (["a", "b"], ["a"], "changed", Counts(0, 0, 1)),
        (["a"], ["b"], "changed", Counts(1, 0, 1)),
        (["a", "b"], ["b", "a"], "order", Counts()),
        (["a", "a"], ["a"], "changed", Counts(0, 0, 1)),
        (None, ["a", "b"], "added", Counts(2, 0, 0)),
        (["a"], None, "removed", Counts(0, 0, 1)),
    ],
)
def test_what_comes_and_goes_in_a_list_is_counted(words: Library, before: Any, after: Any, kind: str, counts: Counts) -> None:
    (change,) = changes(words, {"aliases": before}, {"aliases": after})
    assert (change.label, change.kind, change.counts) == ("Andere namen", kind, counts)


def test_a_record_with_the_same_identity_is_one_that_changed(words: Library) -> None:
    (change,) = changes(
        words,
        {"sources": [source("a"), source("b"), source("c")]},
        {"sources": [source("b", locator="blz. 1"), source("a"), source("d")]},
    )
    assert change.counts == Counts(1, 1, 1)


def test_a_record_whose_fields_stand_in_another_order_did_not_change(words: Library) -> None:
    before = {"sources": [{"source": "a", "locator": "blz. 1"}, source("b")]}
    after = {"sources": [{"locator": "blz. 1", "source": "a"}, source("b"), source("c")]}
    (change,) = changes(words, before, after)
    assert change.counts == Counts(1, 0, 0)


@pytest.mark.parametrize(("before", "after"), [("x", {"organisation": "x"}), ({"organisation": "x"}, ["x"])])
def test_a_field_that_is_written_in_another_form_is_one_that_changed(words: Library, before: Any, after: Any) -> None:
    (change,) = changes(words, {"contact": before}, {"contact": after})
    assert (change.kind, change.counts, change.inner) == ("changed", Counts(), ())


def test_of_records_without_identity_as_many_changed_as_stand_in_both(words: Library) -> None:
    one, two, three = ({"says": text} for text in ("Een.", "Twee.", "Drie."))
    (change,) = changes(words, {"conditions": [one]}, {"conditions": [two, three]})
    assert change.counts == Counts(1, 1, 0)
    (change,) = changes(words, {"conditions": [one, two]}, {"conditions": [three]})
    assert change.counts == Counts(0, 1, 1)
    assert told(words, {"conditions": [one, two]}, {"conditions": [three]}) == ("Gewijzigd: Voorwaarden (1 gewijzigd, 1 weg).",)


def test_another_word_of_a_list_is_named_before_and_after(words: Library) -> None:
    running, stopped = ({"status": {"phase": phase, "sources": SOURCES}} for phase in ("running", "stopped"))
    assert told(words, running, stopped) == ("Gewijzigd: Stand (van “loopt” naar “gestopt”).",)
    gone = {"status": {"phase": "verdwenen", "sources": SOURCES}}
    assert "verdwenen" not in told(words, gone, running)[0]


def test_a_field_that_a_card_has_no_more_is_counted_and_not_named(words: Library) -> None:
    assert told(words, {"oud": "a"}, {"oud": "b"}) == ("Gewijzigd: velden die de kaart nu niet meer kent.",)
    assert told(words, {"oud": "a", "name": "A"}, {"oud": "b", "name": "B"}) == (
        "Gewijzigd: Naam en velden die de kaart nu niet meer kent.",
    )


def test_layout_and_empty_fields_are_no_change(words: Library) -> None:
    assert changes(words, {"name": "Een  naam", "costs": None}, {"name": "Een naam"}) == ()
    assert changes(words, {"contact": {"url": None, "organisation": "a\nb"}}, {"contact": {"organisation": "a b"}}) == ()
    assert changes(words, {"aliases": ["a  b"]}, {"aliases": ["a b"]}) == ()


def test_fields_stand_in_the_order_of_the_card(words: Library) -> None:
    found = changes(words, {}, {"sources": [], "name": "A", "zzz": "1", "aliases": [], "aaa": "1"})
    assert [change.label for change in found] == ["Naam", "Andere namen", "Bronnen", None]


@pytest.mark.parametrize(
    ("count", "end"),
    [(1, "Veld 0."), (6, "Veld 4 en Veld 5."), (7, "Veld 5 en nog een onderdeel."), (8, "Veld 5 en nog 2 onderdelen.")],
)
def test_up_to_six_fields_are_named(count: int, end: str) -> None:
    (sentence,) = sentences(*(FieldChange(f"Veld {number}", "changed") for number in range(count)))
    assert MOST_LABELS == 6
    assert sentence.startswith("Gewijzigd: Veld 0") and sentence.endswith(end)


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        (Counts(1, 0, 0), "1 erbij"),
        (Counts(0, 2, 0), "2 gewijzigd"),
        (Counts(0, 0, 3), "3 weg"),
        (Counts(1, 2, 3), "1 erbij, 2 gewijzigd, 3 weg"),
    ],
)
def test_what_differs_in_a_list_is_told_in_numbers(counts: Counts, text: str) -> None:
    assert sentences(FieldChange("Kosten", "changed", counts=counts)) == (f"Gewijzigd: Kosten ({text}).",)


def test_each_kind_of_change_has_its_own_sentence() -> None:
    kinds = ("removed", "order", "changed", "added")
    assert sentences(*(FieldChange(kind.upper(), kind) for kind in kinds)) == (
        "Erbij gekomen: ADDED.",
        "Gewijzigd: CHANGED.",
        "In een andere volgorde: ORDER.",
        "Weggehaald: REMOVED.",
    )
    assert sentences(kind="new") == ("Kaart opgenomen in de bibliotheek.",)
    assert sentences(kind="joined", other="oud") == ("De kaart “oud” is in deze kaart opgegaan.",)
    assert sentences(kind="renamed", other="oud")[0] == "Het adres is veranderd; de kaart stond eerder onder “oud”."
    assert sentences(is_readable=False) == ("Gewijzigd. Wat er veranderde, is niet meer na te gaan.",)


def test_what_differs_within_a_field_is_named_once() -> None:
    inner = (FieldChange("Adres", "changed"), FieldChange("Contact", "changed"), FieldChange("Adres", "added"))
    assert sentences(FieldChange("Contact", "changed", inner=inner)) == ("Gewijzigd: Contact (adres en contact).",)
    assert sentences(FieldChange("Contact", "added", inner=inner)) == ("Erbij gekomen: Contact.",)
    worded = (FieldChange("Stand", "changed", terms=("a", "b")),)
    assert sentences(FieldChange("Stand", "changed", inner=worded)) == ("Gewijzigd: Stand (van “a” naar “b”).",)


# old ids


def entry(to: str | None = None) -> Moved:
    gone = {"removed": "2024-05-14", "name": "Oud", "reason": "Daarom."}
    return Moved.model_validate({"id": "x", **({"to": to} if to else gone)})


def test_an_old_id_leads_to_the_card_at_the_end_of_the_way() -> None:
    moved = follow_moves({"a": entry("b"), "b": entry("c"), "d": entry(), "e": entry("d")})
    assert {old: found.to for old, found in moved.items()} == {"a": "c", "b": "c", "d": None, "e": "d"}
    assert {old: found.id for old, found in moved.items()} == {old: old for old in moved}
    assert former_ids(moved) == {"c": ("a", "b"), "d": ("e",)}


@pytest.mark.parametrize("circle", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}])
def test_a_circle_leads_nowhere(circle: dict[str, str]) -> None:
    assert follow_moves({old: entry(to) for old, to in circle.items()}) == {}
