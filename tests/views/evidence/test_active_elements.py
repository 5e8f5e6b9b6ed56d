"""Active elements: every mark leads to a card, every element is explained, and what research found stands there."""

from pathlib import Path

import pytest
from parsed import Parsed, text_of

from macros.library.library import Library


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "werkzame-elementen/")


def test_the_marks_are_those_of_the_cards_and_lead_there(page: Parsed, library: Library) -> None:
    (table,) = [one for one in page.all("table") if "map" in one.get("class", "").split()]
    links = [page.follow(link.attrib["href"]) for cell in table.iter("td") for link in cell.iter("a")]
    expected = [(f"methoden/{method.id}/", "aanpak") for method in library.methods.values() for _ in method.elements]
    assert sorted(links) == sorted(expected)


def test_every_element_is_explained_with_the_methods_that_name_it_and_their_sources(page: Parsed, library: Library) -> None:
    for element in library.elements.values():
        (term,) = [one for one in page.all("dt") if one.get("id") == f"element-{element.id}"]
        assert text_of(term) == element.name
    (listed,) = [one for one in page.all("dl") if "elements" in one.get("class", "")]
    used = sum(len(method.elements) for method in library.methods.values())
    assert len([one for one in listed.iter("sup") if one.get("class") == "notes"]) >= used


def test_the_havenstad_trial_stands_there_with_what_it_did_not_find(page: Parsed) -> None:
    for words in (
        "In Havenstad kregen 229 gezinnen door loting een Eigen Koers-conferentie aangeboden",
        "uithuisplaatsing kwam vaker voor",
        "58 echt een conferentie",
        "9%",
    ):
        assert words in page.text
