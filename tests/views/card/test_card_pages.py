"""The pages of cards: what a card must say and must not say, and that everything on it has a source."""

import re

import pytest
from built import Page, Site, text_of
from records import records_of

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.results import Percentage, Proportion, Words


def card_page(site: Site, method_id: str) -> Page:
    return site.page(f"methoden/{method_id}/")


def without_sources(page: Page) -> str:
    """The text of a page outside its list of sources."""
    sources = [text_of(element) for element in page.with_class("references")]
    assert len(sources) == 1
    assert sources[0] in page.text
    return page.text.replace(sources[0], "")


def outcome_of(method: Method, outcome_id: str) -> Outcome:
    return next(outcome for outcome in method.outcomes if outcome.id == outcome_id)


# what each card says


def test_the_return_of_sirius_counts_families_and_its_target_counted_children(library: Library) -> None:
    outcome = outcome_of(library.methods["sirius-familiezorg"], "return-home")
    assert isinstance(outcome.result, Proportion)
    assert (outcome.result.count, outcome.result.of, outcome.result.unit.id) == (11, 12, "family")
    assert outcome.target is not None
    assert (outcome.target.percent, outcome.target.unit.id) == (60, "child")


def test_the_page_of_sirius_says_that_result_and_target_cannot_be_compared(site: Site) -> None:
    outcome = next(
        element
        for element in card_page(site, "sirius-familiezorg").elements("section")
        if element.get("id") == "uitkomst-return-home"
    )
    said = text_of(outcome)
    assert "11 van 12 gezinnen" in said
    assert "Niet vergelijkbaar met het doel vooraf." in said
    assert "60% van de kinderen" in said
    assert "het doel telt kinderen, het resultaat gezinnen" in said


def test_the_page_of_sirius_says_that_93_percent_has_no_denominator(site: Site, library: Library) -> None:
    result = outcome_of(library.methods["sirius-familiezorg"], "family-ties").result
    assert isinstance(result, Percentage)
    assert (result.percent, result.unit.id) == (93, "unknown")
    outcome = next(
        element
        for element in card_page(site, "sirius-familiezorg").elements("section")
        if element.get("id") == "uitkomst-family-ties"
    )
    assert "93% de bron zegt niet van hoeveel en waarvan" in text_of(outcome)
    assert "interval" not in text_of(outcome).replace("zonder interval", "")


def test_every_picture_shows_one_share_so_that_nothing_is_set_on_one_scale_unseen(site: Site) -> None:
    found = [(page.address, picture) for page in site.pages.values() for picture in page.elements("svg")]
    pictures = [(address, picture) for address, picture in found if "plot" in picture.get("class", "").split()]
    assert len(pictures) > 3
    for address, picture in pictures:
        assert len([mark for mark in picture.iter() if "dot" in mark.get("class", "").split()]) == 1, address
        assert not ("92%" in picture.get("aria-label", "") and "60%" in picture.get("aria-label", "")), address


def test_steunpartners_stopped_for_two_reasons_among_others(site: Site, library: Library) -> None:
    status = library.methods["steunpartners"].status
    assert status.phase.id == "stopped"
    assert len(status.reasons) == 2
    notes = card_page(site, "steunpartners").with_class("note--stop")
    assert len(notes) == 1
    said = text_of(notes[0])
    assert "te zwaar" in said and "durfden" in said and "onder andere" in said


@pytest.mark.parametrize("method_id", ["cirkel-naar-thuis", "buitenspelproject"])
def test_a_card_about_a_handful_of_families_shows_no_percentage(site: Site, method_id: str) -> None:
    page = card_page(site, method_id)
    assert "resultaten" in page.ids
    assert not re.search(r"\d\s*%|procent\b", page.text)
    assert not list(page.elements("svg"))


def test_the_buitenspelproject_does_not_name_the_municipality_whose_families_could_be_recognised(
    site: Site, library: Library
) -> None:
    assert "Groene Meren" not in without_sources(card_page(site, "buitenspelproject"))
    name = library.methods["buitenspelproject"].name
    assert name not in site.page("organisaties/groene-meren/").text


def test_door_ontwikkeling_kaap_is_historic(site: Site, library: Library) -> None:
    assert library.methods["dok"].status.phase.id == "historic"
    assert "Historisch" in [text_of(chip).split(",")[0] for chip in card_page(site, "dok").with_class("state__mark")]


def test_a_group_that_can_be_recognised_is_told_in_words(library: Library) -> None:
    traceable = [outcome for method in library.methods.values() for outcome in method.outcomes if outcome.traceable]
    assert traceable
    for outcome in traceable:
        assert isinstance(outcome.result, Words)


# sources


def test_every_claim_cost_reach_and_recognition_has_a_source(library: Library) -> None:
    seen = 0
    for record, name in [(record, method.id) for method in library.methods.values() for record in records_of(method)]:
        if "sources" in type(record).model_fields:
            seen += 1
            assert record.sources, (name, record)
    assert seen > 100
    for method in library.methods.values():
        for kind in (method.outcomes, method.costs, method.reach, method.recognitions):
            assert all("sources" in type(part).model_fields for part in kind)


def test_every_mark_on_a_card_leads_to_the_source_with_its_number(site: Site, library: Library) -> None:
    marks = 0
    for method_id in library.methods:
        page = card_page(site, method_id)
        for notes in page.with_class("notes"):
            for button in notes.iter("button"):
                marks += 1
                place = button.attrib["popovertarget"]
                assert place in page.ids
                assert text_of(button).split()[-1].startswith(place.removeprefix("noot-"))
    assert marks > 100
