"""What bodies decided, word for word; and their scales, without anything that was not looked up."""

from pathlib import Path

import pytest
import yaml
from builders import Root
from parsed import Parsed, text_of
from paths import EXAMPLE_SITE
from pydantic import ValidationError

from macros.library.library import Library
from macros.model.base import Ids
from macros.model.crosswalk import ScaleStep
from macros.views.evidence.recognitions import crosswalk_view, recognition_rows


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "erkenningen/")


def rows(page: Parsed) -> dict:
    return {text_of(row.find("th")): row for row in page.all("tr") if "data-verdict" in row.attrib}


def test_every_method_stands_there_with_or_without_a_verdict(page: Parsed, library: Library) -> None:
    assert set(rows(page)) == {method.name for method in library.methods.values()}


def test_a_verdict_stands_in_the_words_of_the_body_with_date_age_and_source(page: Parsed) -> None:
    text = text_of(rows(page)["Stevig Opgroeien"])
    for words in (
        "Effectief volgens eerste aanwijzingen",
        "Erkenningscommissie Interventies",
        "14 september 2017",
        "ouder dan vijf jaar",
        "of het besluit nog geldt, is onbekend",
    ):
        assert words.casefold() in text.casefold()
    assert [link for link in rows(page)["Stevig Opgroeien"].iter("a") if link.get("rel") == "external"]


def test_what_others_say_of_it_is_no_verdict(page: Parsed) -> None:
    (claims,) = rows(page)["Stevig Opgroeien"].findall(".//details")
    assert "dat is geen oordeel" in text_of(claims) and "bewezen effectief" in text_of(claims)


def test_looked_for_and_not_found_differs_from_unknown(page: Parsed, library: Library) -> None:
    assert "geen erkenning gevonden" in text_of(rows(page)["Door Ontwikkeling Kaap"])
    silent = library.methods["dok"].model_copy(update={"gaps": ()})
    (row,) = recognition_rows([silent], library)
    assert (row.state, row.state_id, row.level) == ("onbekend", "unknown", None)


def test_no_step_is_placed_without_what_the_body_itself_writes(library: Library) -> None:
    ids = Ids({"vocabulary/evidence-band": library.vocabularies["evidence-band"].terms})
    with pytest.raises(ValidationError, match="placed_without_meaning"):
        ScaleStep.model_validate({"label": "3 Promising", "asks": "comparison"}, context=ids)


def test_each_step_of_each_scale_stands_once_in_the_crosswalk(library: Library) -> None:
    view = crosswalk_view(library)
    assert len(view.scales) == 7
    for place, scale in enumerate(view.scales):
        found = [
            label
            for cells in (*[band.cells for band in view.bands], view.outside_bands, view.not_checked)
            for label in cells[place]
        ]
        assert sorted(found) == sorted(step.label for step in scale.steps)
        assert scale.urls


def test_what_was_not_looked_up_is_said_so_and_not_explained(page: Parsed, library: Library) -> None:
    written = yaml.safe_load((EXAMPLE_SITE / "data" / "crosswalk.yml").read_text(encoding="utf-8"))
    unread = {step["label"] for step in written["cebc"]["steps"] if "meaning" not in step}
    assert unread == {"3", "4"}
    (card,) = [one for one in page.all("details") if one.get("id") == "schaal-cebc"]
    assert text_of(card).count("niet nagegaan") >= 2


def test_the_crosswalk_warns_and_gives_no_rating_of_its_own(page: Parsed) -> None:
    assert "staan twee oordelen op dezelfde rij, dan zijn ze nog niet gelijk" in page.text
    (table,) = [one for one in page.all("table") if one.get("class") == "scales"]
    assert "Stevig Opgroeien" not in text_of(table)


def test_a_library_without_scales_says_so(tmp_path: Path, library: Library) -> None:
    import dataclasses

    view = crosswalk_view(dataclasses.replace(library, crosswalk={}))
    assert view == ((), (), (), ())


def test_a_step_on_the_ladder_stands_beside_the_verdicts_and_is_none(example: Root) -> None:
    library = example.load()
    rows = recognition_rows((library.methods["voorbeeld-thuis"],), library)
    assert len(rows) == 3
    for row in rows:
        assert [line.text for line in row.claims] == [
            "De eigenaar noemt de methode bewezen.",
            "Trede op de effectladder: potentieel, volgens Voorbeeldorganisatie (eigen opgave)",
            "Trede op de effectladder: veelbelovend, volgens Voorbeeldcommissie (beoordeeld door een ander)",
        ]
        assert [line.link or line.more for line in row.claims] == [
            "methoden/voorbeeld-thuis/#over-erkenning-voorbeeldpagina",
            "methoden/voorbeeld-thuis/#effectladder-potential-voorbeeldorganisatie",
            "methoden/voorbeeld-thuis/#effectladder-plausible-voorbeeldcommissie",
        ]
