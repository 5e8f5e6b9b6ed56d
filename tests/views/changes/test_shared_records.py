"""What changes in records that cards share, as a reader sees it."""

from typing import Any

from attacks import side
from builders import SOURCES, Root, a_card, an_outcome, studies_of

from macros.views.changes.card_diff import Pair
from macros.views.changes.library_diff import diff_libraries
from macros.views.changes.record_diff import diff_records

TOOL = {"name": "Voorbeeldkring", "aliases": ["Kring"], "summary": "Een kring.", "sources": SOURCES}


def pairs(root: Root, before: dict[str, Any], after: dict[str, Any]) -> list[Pair]:
    libraries = []
    for tool in (before, after):
        root.write("data/tools.yml", {"voorbeeldkring": {**TOOL, **tool}})
        libraries.append(root.load())
    return [pair for change in diff_records(*libraries) for pair in change.pairs]


def outcome(statement: str, **more: str) -> dict[str, Any]:
    outcomes = [an_outcome({"words": "beter"}, statement=statement, **more)]
    return {"studies": list(studies_of(outcomes)), "outcomes": outcomes}


def test_a_yes_is_told_as_ja_and_a_no_not_at_all(root: Root) -> None:
    (pair,) = pairs(root, outcome("Het ging beter."), outcome("Het ging goed."))
    assert "Het ging beter." in str(pair.before) and "Het ging goed." in str(pair.after)
    assert not {"False", "True", "None"} & set(str(pair.after).replace(",", " ").split())
    (pair,) = pairs(root, outcome("Het ging beter."), outcome("Het ging beter.", traceable="true"))
    assert "ja" in str(pair.after).split(", ") and "ja" not in str(pair.before).split(", ")


def test_a_field_that_comes_or_goes_has_one_side(root: Root) -> None:
    assert pairs(root, {}, {"aliases": ["Kring", "Rondje"]}) == [Pair("Andere namen", "Kring", "Kring; Rondje")]
    assert pairs(root, {}, {"aliases": []}) == [Pair("Andere namen", "Kring", None)]
    assert pairs(root, {"aliases": []}, {}) == [Pair("Andere namen", None, "Kring")]
    assert pairs(root, {}, {}) == []


def test_without_a_library_before_everything_is_new(root: Root) -> None:
    library = root.load()
    assert {change.kind for change in diff_records(None, library)} == {"added"}
    assert {change.kind for change in diff_records(library, None)} == {"removed"}
    assert list(diff_records(library, library)) == list(diff_records(None, None)) == []


def test_sources_of_a_card_have_a_section_only_if_they_change(root: Root) -> None:
    def titles(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
        sides = []
        for changes in (before, after):
            root.write_card(a_card(**changes))
            sides.append(side(root))
        (card,) = diff_libraries(*sides).sections
        return [section.title for section in card.sections]

    assert titles({}, {"name": "Anders"}) == []
    assert titles({}, {"sources": [*SOURCES, {"source": "voorbeeldpagina"}]}) == ["Bronnen van deze kaart"]
