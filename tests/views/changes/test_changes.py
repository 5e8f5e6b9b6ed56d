"""What a change means for a reader: per card, and between two states of a library, in three forms."""

import re
from typing import Any

import html5lib
import pytest
from attacks import ATTACKS, attacked, side
from builders import SOURCES, Root, a_card, an_outcome, as_yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.library.library import Library
from macros.library.loader import load_readable
from macros.rendering.diff_output import CUT, MOST_BYTES, as_html, as_markdown, as_text
from macros.views.card.card import CardView
from macros.views.changes.card_diff import CardChange, Pair, diff_cards, mark_differences
from macros.views.changes.library_diff import DiffSection, Side, diff_libraries
from macros.views.changes.snapshot import (
    OTHER_PARTS,
    SHOWN_OTHERWISE,
    CardSnapshot,
    ClaimSnapshot,
    SnapshotField,
    SourceSnapshot,
    take_snapshot,
)
from macros.views.common.dutch import visible
from macros.views.evidence.outcomes import OutcomeView

PROPORTION = {"count": 11, "of": 12, "unit": "family"}


def tell(root: Root, **card: Any) -> CardSnapshot:
    root.write_card(a_card(**card))
    library, problems = load_readable(root.path)
    assert [problem for problem in problems if problem.code != "unused"] == []
    return take_snapshot(library.methods["nieuw"], library)


def change(root: Root, before: dict[str, Any], after: dict[str, Any]) -> CardChange | None:
    return diff_cards(tell(root, **before), tell(root, **after))


def pairs(found: CardChange | None) -> list[tuple[str, str | None, str | None]]:
    assert found
    return [tuple(pair) for pair in found.pairs]


# one card


def test_a_card_that_did_not_change_has_no_difference(root: Root) -> None:
    assert change(root, {}, {}) is None


def test_a_changed_text_is_told_before_and_after_with_its_source(root: Root) -> None:
    found = change(root, {}, {"summary": "Een andere samenvatting."})
    assert pairs(found) == [
        (
            "In het kort",
            "Een korte samenvatting. — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
            "Een andere samenvatting. — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
        )
    ]
    assert found.kind == "altered"


def test_another_place_in_the_same_source_is_a_difference(root: Root) -> None:
    place = [{"source": "voorbeeldrapport", "locator": "alinea 2"}]
    goal = {"text": "Kinderen wonen thuis.", "theme": "return-home", "sources": place}
    assert pairs(change(root, {}, {"goals": [goal]})) == [
        (
            "Doel",
            "Kinderen wonen thuis. — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
            "Kinderen wonen thuis. — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld, alinea 2",
        )
    ]


def test_what_was_unknown_and_is_filled_in_counts_for_completeness(root: Root) -> None:
    cost = {"amount": 2000, "per": "family", "sources": SOURCES}
    found = change(root, {}, {"costs": [cost]})
    assert (
        "Kosten",
        "onbekend",
        "€ 2.000 per gezin (prijsjaar onbekend) — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
    ) in pairs(found)
    assert found.known[1] == found.known[0] + 1
    assert found.now_known == ("de kosten",)
    assert change(root, {"costs": [cost]}, {}).no_longer_known == ("de kosten",)


def test_a_claim_is_added_altered_or_removed_by_its_id(root: Root) -> None:
    one = an_outcome(PROPORTION)
    [added] = change(root, {}, {"outcomes": [one]}).claims
    assert (added.kind, added.name) == ("added", "Kind woont weer thuis")
    assert [pair.after for pair in added.pairs if pair.label == "Getal"] == [
        "11 van 12 gezinnen — 92%, 95%-interval 65–99%; klein aantal"
    ]
    [altered] = change(root, {"outcomes": [one]}, {"outcomes": [one | {"result": PROPORTION | {"count": 10}}]}).claims
    assert altered.kind == "altered"
    assert [pair.label for pair in altered.pairs] == ["Getal"]
    assert [claim.kind for claim in change(root, {"outcomes": [one]}, {}).claims] == ["removed"]


def test_a_weaker_caveat_and_another_direction_are_told(root: Root) -> None:
    one = an_outcome(PROPORTION, caveat="Er was geen vergelijkingsgroep.")
    other = an_outcome(PROPORTION, direction="none")
    [claim] = change(root, {"outcomes": [one]}, {"outcomes": [other]}).claims
    assert {pair.label for pair in claim.pairs} == {"Richting", "Kanttekening"}
    assert Pair("Kanttekening", "Er was geen vergelijkingsgroep.", None) in claim.pairs


def test_a_source_that_is_no_longer_used_is_named(root: Root) -> None:
    sources = load_readable(root.path)[0].sources
    other = next(key for key in sources if key != "voorbeeldrapport")
    more = [*SOURCES, {"source": other}]
    found = change(root, {"sources": more}, {})
    name = f"{sources[other].publisher}, {sources[other].title}"
    assert [(pair.label, pair.after) for pair in found.sources] == [(name, None)]
    part = difference_of(root, {"sources": more}, {})
    assert any(f"Bron verdwenen: {name}." in inner.sentences for inner in part.sections)


def test_steps_in_another_order_are_the_same_steps_in_another_order(root: Root) -> None:
    steps = [{"step": name, "text": f"{name} doen.", "sources": SOURCES} for name in ("Kijken", "Praten")]
    found = change(root, {"approach": steps}, {"approach": steps[::-1]})
    assert found.reordered == ("Aanpak in stappen",)
    assert found.pairs == ()


def test_a_new_card_and_a_card_that_is_gone_are_told_whole(root: Root) -> None:
    card = tell(root)
    added, removed = diff_cards(None, card), diff_cards(card, None)
    assert (added.kind, removed.kind) == ("added", "removed")
    assert all(pair.before is None for pair in added.pairs) and all(pair.after is None for pair in removed.pairs)
    assert [pair.after for pair in added.pairs] == [pair.before for pair in removed.pairs] != []


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "removed"])
def test_what_a_whole_card_does_not_know_is_one_sentence(is_new: bool, root: Root) -> None:
    gap = {"field": "costs", "state": "not-found", "note": "Nergens staat een bedrag."}
    card = tell(root, gaps=[gap])
    found = diff_cards(None, card) if is_new else diff_cards(card, None)
    assert found
    assert "onbekend" not in {text for pair in found.pairs for text in (pair.before, pair.after)}
    assert {"Leeftijd", "Erkenning", "Aanpak in stappen"} <= set(found.unknown)
    assert any("Nergens staat een bedrag." in f"{pair.before}{pair.after}" for pair in found.pairs)  # looked for, not found
    assert "Kosten" not in found.unknown
    library = load_readable(root.path)[0]
    sides = [Side("leeg", None), Side("vol", library)]
    told = diff_libraries(*(sides if is_new else sides[::-1]))
    section = next(one for one in told.sections if one.title.startswith("Voorbeeld (nieuw)"))
    assert sum("Hierover zegt de kaart niets: " in sentence for sentence in section.sentences) == 1


def test_a_field_that_becomes_unknown_is_still_told(root: Root) -> None:
    cost = {"amount": 2000, "per": "family", "sources": SOURCES}
    found = change(root, {"costs": [cost]}, {})
    assert ("Kosten", "onbekend") in [(label, after) for label, _, after in pairs(found)]
    assert found and found.unknown == ()


def test_two_sources_of_one_name_are_told_apart_and_the_list_has_their_addresses(root: Root) -> None:
    twin = {"type": "webpage", "title": "Pagina van het voorbeeld", "publisher": "Voorbeeldorganisatie", "voice": "owner"}
    listed = as_yaml({"tweeling": {**twin, "URL": "https://voorbeeld.example/tweeling"}})
    root.write("data/sources.yml", root.read("data/sources.yml") + listed)
    found = change(root, {"sources": [{"source": "voorbeeldpagina"}]}, {"sources": [{"source": "tweeling"}]})
    name = "Voorbeeldorganisatie, Pagina van het voorbeeld"
    assert ("In het kort", *(f"Een korte samenvatting. — bron: {name} [{key}]" for key in ("voorbeeldpagina", "tweeling"))) in (
        pairs(found)
    )
    assert found and "https://voorbeeld.example/tweeling" in str(found.sources[-1].after)


def test_without_any_card_there_is_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="no card before"):
        diff_cards(None, None)


def test_everything_on_the_page_of_a_card_is_told() -> None:
    elsewhere = {name for names in SHOWN_OTHERWISE for name in names.split()}
    assert elsewhere.isdisjoint(OTHER_PARTS)
    assert elsewhere | set(OTHER_PARTS) == set(CardView._fields)


def test_every_part_of_a_result_is_told_or_follows_from_what_is(library: Library) -> None:
    method = library.methods["sirius-familiezorg"]
    derived = {
        "anchor",
        "is_worded",
        "plot",
        "effect",
        "who",
        "design",
        "notes",
        "study_anchor",
        "own_facts",  # those of the facts that the study does not say
    }  # by the id, the number, the facts and the sources
    named = {field.id for claim in take_snapshot(method, library).claims for field in claim.fields}
    assert named | derived | {"compared", "conflicts", "not_comparable", "facts"} >= set(OutcomeView._fields)


def test_every_card_tells_itself_and_equals_itself(library: Library) -> None:
    assert library.methods
    for method in library.methods.values():
        one = take_snapshot(method, library)
        assert len(one.fields) > 20 and len(one.claims) == len(method.outcomes) and one.sources
        assert diff_cards(one, take_snapshot(method, library)) is None
        assert len({field.id for field in one.fields}) == len(one.fields)


lines = st.lists(st.text("ab\u202e<|`", max_size=3), max_size=4).map(tuple)
fields = st.dictionaries(st.sampled_from("xyz"), lines, max_size=3).map(
    lambda found: tuple(SnapshotField(key, key.upper(), value) for key, value in found.items())
)
tellings = st.builds(
    lambda fields, claims, sources: CardSnapshot("id", "Naam", fields, claims, sources, 1, 2, ()),
    fields,
    st.dictionaries(st.sampled_from("pq"), fields, max_size=2).map(
        lambda found: tuple(ClaimSnapshot(key, key, value) for key, value in found.items())
    ),
    st.dictionaries(st.sampled_from("st"), st.text("ab", max_size=2), max_size=2).map(
        lambda found: {key: SourceSnapshot(key.upper(), text) for key, text in found.items()}
    ),
)


@given(tellings, tellings)
def test_a_difference_turned_round_is_the_difference_the_other_way(one: CardSnapshot, other: CardSnapshot) -> None:
    there, back = diff_cards(one, other), diff_cards(other, one)
    assert (there is None) == (back is None)
    if there and back:
        assert {(pair.label, pair.before, pair.after) for pair in there.pairs} == {
            (pair.label, pair.after, pair.before) for pair in back.pairs
        }
        assert {claim.id for claim in there.claims} == {claim.id for claim in back.claims}
        assert {pair.label for pair in there.sources} == {pair.label for pair in back.sources}


@given(tellings)
def test_whatever_a_card_tells_it_does_not_differ_from_itself(one: CardSnapshot) -> None:
    assert diff_cards(one, one) is None


@given(st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_the_marked_pieces_are_the_text_again(before: str, after: str) -> None:
    old, new = mark_differences(Pair("x", before, after))
    assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == (before, after)


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = mark_differences(Pair("x", "elf van de twaalf gezinnen", "tien van de twaalf gezinnen"))
    assert old == (("elf ", True), ("van de twaalf gezinnen", False))
    assert new == (("tien ", True), ("van de twaalf gezinnen", False))


# two states of a library


def difference_of(root: Root, before: dict[str, Any], after: dict[str, Any]) -> DiffSection:
    root.write_card(a_card(**before))
    old = side(root, "toen")
    root.write_card(a_card(**after))
    return diff_libraries(old, side(root, "nu"))


def test_nothing_changed_is_said_so(root: Root) -> None:
    found = diff_libraries(side(root), side(root))
    assert found.sentences == ("Van hier naar hier.", "Voor lezers verandert er niets.")
    assert found.sections == ()


def test_the_first_sentence_counts_what_changed(root: Root) -> None:
    before = side(root)
    root.write_card(a_card())
    (root.path / "methods" / "voorbeeld-gestopt.yml").unlink()
    found = diff_libraries(before, side(root))
    assert found.sentences[1] == "1 kaart nieuw en 1 kaart verwijderd."
    assert {part.tone for part in found.sections} == {"added", "removed"}


def test_a_card_with_a_fault_is_named_and_the_rest_is_shown(root: Root) -> None:
    before = side(root)
    root.write("methods/voorbeeld-kort.yml", "name: {{ stuk\n")
    root.write_card(a_card())
    warning, *rest = diff_libraries(before, side(root, "nu")).sections
    assert warning.title == "In nu vindt de controle 1 fout"
    assert "Niet te vergelijken: voorbeeld-kort." in warning.sentences
    assert warning.sentences[2].startswith("methods/voorbeeld-kort.yml:")
    assert [part.title for part in rest] == ["Voorbeeld (nieuw): nieuw"]


def test_a_link_to_a_card_with_a_fault_does_not_stop_the_difference(root: Root) -> None:
    chain = {"after": [{"method": "voorbeeld-kort", "sources": SOURCES}]}
    root.write_card(a_card(chain=chain))
    before = side(root)
    root.write("methods/voorbeeld-kort.yml", "name: {{ stuk\n")
    assert diff_libraries(before, side(root)).sections[0].tone == "warning"


def test_a_card_that_can_be_read_is_compared_though_the_check_finds_a_fault(root: Root) -> None:
    root.write_card(a_card())
    before = side(root)
    root.write_card(a_card(chain={"after": [{"method": "bestaat-niet", "sources": SOURCES}]}))
    warning, card = diff_libraries(before, side(root)).sections
    assert "bestaat-niet" in warning.sentences[1] and "Niet te vergelijken" not in str(warning)
    assert card.pairs == (Pair("Erna", None, "bestaat-niet — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld"),)


def test_an_older_state_without_a_vocabulary_of_today_is_compared_all_the_same(root: Root) -> None:
    (root.path / "methods" / "voorbeeld-thuis.yml").unlink()  # the card that uses them
    root.write_card(a_card())
    after = side(root)
    for name in ("outcome-basis", "effect-ladder"):
        (root.path / "data" / "vocabularies" / f"{name}.yml").unlink()
    root.write_card(a_card(summary="Zo was het eerst."))
    found = diff_libraries(side(root), after)
    assert "Voorbeeld (nieuw): veranderd" in [part.title for part in found.sections]


def test_a_state_without_a_library_is_said_so(root: Root) -> None:
    found = diff_libraries(Side("toen", None), side(root))
    assert found.sections[0].title == "In toen staat geen bibliotheek die te lezen is"
    assert found.sentences[1].startswith("3 kaarten nieuw")


def test_a_renamed_organisation_is_told_once_and_its_cards_are_named(root: Root) -> None:
    before = side(root)
    name = before.library.organisations["voorbeeldorganisatie"].name
    root.write("data/organisations.yml", root.read("data/organisations.yml").replace(f"name: {name}", "name: Nieuwe Naam", 1))
    found = diff_libraries(before, side(root))
    touched, shared = found.sections
    assert touched.title == "Ook anders door gedeelde gegevens"
    assert [part.title for part in shared.sections] == ["voorbeeldorganisatie, organisatie: veranderd"]
    assert shared.sections[0].pairs == (Pair("Naam", name, "Nieuwe Naam"),)


def test_another_word_in_a_vocabulary_is_told(root: Root) -> None:
    before = side(root)
    name = "data/vocabularies/direction.yml"
    old = before.library.vocabularies["direction"].terms["favourable"].nl
    root.write(name, root.read(name).replace(f"nl: {old}", "nl: prima", 1))
    shared = diff_libraries(before, side(root)).sections[-1]
    assert Pair("Nederlands", old, "prima") in shared.sections[0].pairs


# what people wrote stays text


@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: ascii(text)[:20])
def test_on_the_page_text_that_tries_to_break_out_is_text(text: str) -> None:
    html = as_html(attacked(text))
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    plain = html5lib.parse(as_html(attacked("gewoon")), namespaceHTMLElements=False)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert tags <= {element.tag for element in plain.iter() if isinstance(element.tag, str)}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert "".join(tree.find("body//h1").itertext()) == visible(text)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x1b\x07]", html)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    tree = html5lib.parse(as_html(attacked("x")), namespaceHTMLElements=False)
    assert not list(tree.iter("script")) and not list(tree.iter("style"))
    addresses = [value for element in tree.iter() for name, value in element.attrib.items() if name in ("src", "href")]
    assert addresses and all(address.startswith("data:text/css;base64,") for address in addresses)


@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: ascii(text)[:20])
def test_in_markdown_text_stands_in_blocks_that_it_cannot_close(text: str) -> None:
    outside, fence = [], None
    for line in as_markdown(attacked(text)).splitlines():
        ticks = re.match("`{3,}", line)
        if fence is None and ticks:
            fence = ticks.group()
        elif fence and line == fence:
            fence = None
        elif fence:
            assert line.startswith(("- ", "+ "))
            assert fence not in line
        else:
            outside.append(line)
    assert fence is None and outside
    for line in outside:
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", re.sub(r"^(#{1,6} |- |\*\*)|\*\*$", "", line))
        assert not re.search(r"[<>|`\[\]{}@#*_~:]", bare), line
        assert not re.search(r"\\[@#]\w", line), line


@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: ascii(text)[:20])
def test_in_a_terminal_nothing_is_obeyed(text: str) -> None:
    shown = as_text(attacked(text))
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert len(shown.splitlines()) == len(as_text(attacked("gewoon")).splitlines())


def test_a_summary_that_is_too_long_is_cut_between_blocks_and_says_where_the_rest_is() -> None:
    part = DiffSection("kop", "plain", (), tuple(Pair(f"x{number}", "é" * 1000, None) for number in range(1000)))
    text = as_markdown(part)
    assert len(text.encode()) <= MOST_BYTES + 1
    assert text.endswith(f"```\n\n{CUT}\n")
