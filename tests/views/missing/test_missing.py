"""What the library lacks: per card, over all cards, and in pages that stay small in a large library."""

import datetime
import gzip
from dataclasses import replace
from types import SimpleNamespace

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.contributing.forge import forge_of
from macros.library.library import Library
from macros.rendering.render import render
from macros.site.author_macros.call import Call
from macros.site.author_macros.placeholders import Placeholders
from macros.site.author_macros.registry import wanted
from macros.site.pages.all_pages import addresses
from macros.site.pages.missing import contribute_pages
from macros.site.pages.page import Site
from macros.views.missing.completeness import PARTS
from macros.views.missing.lists import (
    CARDS_PER_PAGE,
    card_list_pages,
    card_list_view,
    count_past_term,
    incomplete_cards,
    list_link,
    missing_lists,
    missing_parts,
)
from macros.views.missing.missing import (
    _NEEDED_FOR_STEP,
    FORM,
    PastTerm,
    find_past_term,
    missing_information,
    next_ladder_step,
    unknown_parts,
)

PROPORTION = {"count": 11, "of": 12, "unit": "family"}
RECOGNITION = {
    "body": "voorbeeldorganisatie",
    "date": "2017-09-14",
    "verdicts": [{"level": "Goed onderbouwd"}],
    "sources": SOURCES,
}


def aged_of(root: Root, **card: object) -> list[PastTerm]:
    return list(find_past_term(root.method(a_card(**card)), datetime.date(2025, 1, 1)))


# per card


def test_a_short_card_lacks_every_part_and_says_which(root: Root) -> None:
    found = unknown_parts(root.method(a_card(owners=..., goals=...)))
    assert [one.label for one in found] == [label for _, label in PARTS]
    assert found[3].part == "target_group-recipients"


def test_what_was_looked_for_is_told_and_what_does_not_apply_is_left_out(root: Root) -> None:
    gaps = [{"field": "costs", "state": "not-found"}, {"field": "recognitions", "state": "not-applicable"}]
    found = {one.part: one.remark for one in unknown_parts(root.method(a_card(gaps=gaps)))}
    assert found["costs"] == "gezocht en niet gevonden"
    assert "recognitions" not in found and found["reach"] is None


def test_a_card_that_nobody_looked_at_is_past_its_term(root: Root) -> None:
    assert aged_of(root) == [PastTerm("De hele kaart is nog nooit met de bronnen vergeleken.", "onbekend")]


def test_a_card_looked_at_within_two_years_is_not(root: Root) -> None:
    assert aged_of(root, reviewed="2023-01-02") == []
    assert aged_of(root, reviewed="2023-01-01") == [
        PastTerm("De kaart is nagekeken op 1 januari 2023; dat is langer dan twee jaar geleden.", "onbekend")
    ]


def test_an_old_verdict_is_past_its_term_and_an_undated_one_is_not(root: Root) -> None:
    [old] = aged_of(root, reviewed="2024-12-01", recognitions=[RECOGNITION])
    assert old.section == "erkenning"
    assert "14 september 2017, zeven jaar geleden en dus ouder dan vijf jaar" in old.text
    undated = {key: value for key, value in RECOGNITION.items() if key != "date"}
    assert aged_of(root, reviewed="2024-12-01", recognitions=[undated]) == []
    assert aged_of(root, reviewed="2024-12-01", recognitions=[RECOGNITION | {"date": "2020-01-02"}]) == []


def test_of_what_no_longer_holds_nobody_asks_whether_it_still_does_nor_of_a_prize(root: Root) -> None:
    for state in ("superseded", "withdrawn", "in-reassessment"):
        assert aged_of(root, reviewed="2024-12-01", recognitions=[RECOGNITION | {"state": state}]) == []
    prize = {"kind": "prize", "name": "Prijs", "body": "voorbeeldgemeente", "date": "2001", "sources": SOURCES}
    assert aged_of(root, reviewed="2024-12-01", prizes_and_listings=[prize]) == []


def test_a_verdict_past_the_term_that_the_body_gives_is_past_its_term(root: Root) -> None:
    [past] = aged_of(root, reviewed="2024-12-01", recognitions=[RECOGNITION | {"date": "2023", "valid_until": "2024-06"}])
    assert "gold tot en met juni 2024. Geldt het nog?" in past.text


def test_no_step_is_ever_derived(root: Root, library: Library) -> None:
    rich = an_outcome(PROPORTION, design="rct")
    root.write_card(a_card(outcomes=[rich]))
    small = root.load()
    assert missing_information(small.methods["nieuw"], small).steps == ()
    for method in library.methods.values():
        assert len(missing_information(method, library).steps) == len(method.effect_ladder)


def step_after(root: Root, step: str, **card: object):
    root.write_card(a_card(**card))
    library = root.load()
    terms = library.vocabularies["effect-ladder"].terms
    return next_ladder_step(terms[step], "Zegt iemand", library.methods["nieuw"], list(terms.values()))


def test_a_step_names_the_next_one_and_what_the_card_lacks_for_it(root: Root) -> None:
    found = step_after(root, "implicit")
    assert found.stated == "Zegt iemand"
    assert (found.next, found.asks) == ("potentieel", "Doel, doelgroep, aanpak en voorwaarden zijn beschreven.")
    assert found.missing == ("de aanpak in stappen", "wat er nodig is om het uit te voeren")


def test_what_the_card_has_is_not_missing(root: Root) -> None:
    steps = [{"step": "Kijken", "text": "Kijken.", "sources": SOURCES}]
    conditions = [{"says": "Een opleiding.", "sources": SOURCES}]
    assert step_after(root, "implicit", approach=steps, conditions=conditions).missing == ()


@pytest.mark.parametrize(
    ("step", "design", "missing"),
    [("plausible", "own-report", 1), ("plausible", "monitoring", 0), ("functional", "pre-post", 1), ("functional", "rct", 0)],
)
def test_a_result_counts_by_how_it_was_measured(root: Root, step: str, design: str, missing: int) -> None:
    assert len(step_after(root, step, outcomes=[an_outcome(PROPORTION, design=design)]).missing) == missing


def test_the_top_step_has_none_after_it(root: Root) -> None:
    assert step_after(root, "efficacious").next is None


def test_every_step_but_the_lowest_says_what_it_asks_of_a_card(library: Library) -> None:
    lowest, *rest = library.vocabularies["effect-ladder"].terms
    assert set(_NEEDED_FOR_STEP) == set(rest) and lowest not in _NEEDED_FOR_STEP


def test_each_stated_step_is_shown_on_the_card_with_who_said_it(example: Root) -> None:
    library = example.load()
    method = library.methods["voorbeeld-thuis"]
    assert len(method.effect_ladder) == 2
    html = render(
        "missing/missing.html",
        root="../../",
        view=SimpleNamespace(missing=missing_information(method, library), unknown=(), empty_on_purpose=()),
        edit="",
    )
    assert "Potentieel, volgens Voorbeeldorganisatie (eigen opgave). De trede daarna heet <i>veelbelovend</i>." in html
    assert "Veelbelovend, volgens Voorbeeldcommissie (beoordeeld door een ander)." in html
    assert f'href="../../{FORM}?id=voorbeeld-thuis"' in html


# over all cards


def test_the_counts_are_those_of_the_cards(library: Library) -> None:
    parts = missing_parts(library)
    assert parts
    found = {one.label: one for one in missing_lists(library)}
    for part in parts:
        lines = [line for sheet in found[part.label].pages for line in sheet.rows]
        assert len(lines) == part.count
        assert {line.id for line in lines} == {
            method.id for method in library.methods.values() if part.label in [one.label for one in unknown_parts(method)]
        }
    assert count_past_term(library) == sum(
        bool(list(find_past_term(method, library.today))) for method in library.methods.values()
    )


def test_every_link_to_a_part_leads_to_a_page(library: Library) -> None:
    made = set(addresses(library))
    assert {part.link for part in missing_parts(library)} <= made
    assert list_link("costs") == "bijdragen/gevraagd/costs/"


def test_a_card_on_a_list_leads_to_the_form_and_to_its_file(library: Library) -> None:
    part = next(page for page in contribute_pages(library) if page.address == list_link("costs"))
    html = part.html(Site("", "https://code.voorbeeld.example/edit/main/"))
    assert 'href="../../../bijdragen/formulier/?id=steunpartners"' in html
    assert 'href="https://code.voorbeeld.example/edit/main/methods/steunpartners.yml"' in html
    assert "Bewerk het bestand" not in part.html(Site("", ""))


def test_the_first_list_leads_to_the_files_too_where_the_repository_is_known(library: Library) -> None:
    for repository, is_known in (("https://github.com/voorbeeld/bibliotheek", True), ("", False)):
        call = Call(library, "../../", Placeholders(), forge_of(repository))
        html = call.placeholders.restore(wanted(call))
        assert ('href="https://github.com/voorbeeld/bibliotheek/edit/main/methods/steunpartners.yml"' in html) is is_known
        assert ("Bewerk het bestand" in html) is is_known


def many(library: Library, count: int) -> Library:
    """The real cards over and over, under other names."""
    cards = list(library.methods.values())
    methods = {
        f"kaart-{index}": cards[index % len(cards)].model_copy(update={"id": f"kaart-{index}", "name": f"Kaart {index}"})
        for index in range(count)
    }
    return replace(library, methods=methods)


def test_with_a_thousand_cards_no_page_is_too_large_to_carry(library: Library) -> None:
    large = many(library, 1000)
    sheets = card_list_pages(large)
    assert len(sheets) == 1000 // CARDS_PER_PAGE
    pages = list(contribute_pages(large))
    assert len({page.address for page in pages}) == len(pages) > len(sheets)
    sizes = [len(gzip.compress(page.html(Site("", "")).encode())) for page in pages]
    first = render("missing/cards_page.html", root="../", view=card_list_view(sheets[0], large), edit="", permanent="")
    assert max([*sizes, len(gzip.compress(first.encode()))]) < 60_000
    assert sum(len(sheet.rows) for sheet in sheets) == 1000


def test_an_empty_library_asks_for_nothing(library: Library) -> None:
    empty = replace(library, methods={})
    assert missing_parts(empty) == () and list(contribute_pages(empty)) == []
    assert incomplete_cards((), empty) == () and len(card_list_pages(empty)) == 1
