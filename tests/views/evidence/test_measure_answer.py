"""The sentences on top of a measure: what was compared, what was counted and by whom; and who aims at it without a result."""

import dataclasses
from types import MappingProxyType
from typing import Any

import pytest
from builders import Root, a_card, an_outcome
from parsed import Parsed

from macros.library.library import Library
from macros.model.results import Group, NoneYet, Percentage
from macros.views.common.subjects import all_results
from macros.views.evidence.measure_answer import MOST_AIMING, aiming_without_result, measure_answer
from macros.views.evidence.measures import measure_view, results_by_measure
from macros.views.evidence.plots import plot_of


def answer(library: Library, measure: str) -> tuple[str, ...]:
    return measure_answer(results_by_measure(library)[measure])


def test_the_answer_says_how_many_what_was_counted_and_that_nobody_compared(library: Library) -> None:
    assert answer(library, "return-home") == (
        "Er is 1 resultaat, van 1 methode.",
        "Bij geen enkel resultaat staat hoe het met een andere groep ging. Of het door de hulp komt, is dus onbekend.",
        "Met aantal en totaal: Sirius Familiezorg "
        "(11 van 12 gezinnen; 92%, 95%-interval 65–99%; klein aantal; onafhankelijkheid onbekend).",
        "Van geen enkel resultaat staat vast dat een onafhankelijke partij het mat.",
    )


def test_what_was_compared_is_named_with_its_direction_also_if_that_is_unfavourable(library: Library) -> None:
    assert answer(library, "placements")[1] == "Vergeleken met een andere groep: Eigen Koers-conferentie (ongunstig)."


def test_a_result_that_has_to_come_is_no_result(library: Library) -> None:
    (subject, outcome), *_ = results_by_measure(library)["return-home"]
    waiting = outcome.model_copy(update={"result": NoneYet.model_construct(none_yet="te vroeg")})
    assert measure_answer([(subject, waiting)]) == ("Er is nog geen resultaat over bekend.",)
    both = measure_answer([(subject, outcome), (subject._replace(id="b", name="B"), waiting)])
    assert both[0] == "Er is 1 resultaat, van 1 methode. Van B moet het nog komen."


def test_of_many_methods_the_number_is_said_and_not_the_names(library: Library) -> None:
    ((subject, outcome),) = results_by_measure(library)["return-home"]
    many = [(subject._replace(id=f"m{index}", name=f"M{index}"), outcome) for index in range(5)]
    assert measure_answer(many)[2] == "Met aantal en totaal: 5 methoden."
    assert "M3 (" in measure_answer(many[:4])[2]


def test_what_is_independent_of_some_results_is_not_said_of_all(root: Root) -> None:
    cards = {"Een": ("yes", "no"), "Zes": ("yes", "yes"), "Drie": ("no",), **{f"N{number}": ("yes",) for number in range(5)}}
    for name, measured in cards.items():
        outcomes = [an_outcome({"words": "beter"}, id=f"u{place}", independent=one) for place, one in enumerate(measured)]
        root.write_card(a_card(name=name, outcomes=outcomes), name=name.lower())
    results = results_by_measure(root.load())["return-home"]

    def said(*names: str) -> str:
        return measure_answer([one for one in results if one[0].name in names])[-1]

    assert said("Een", "Zes", "Drie") == "Onafhankelijk gemeten bij Zes. Voor een deel onafhankelijk gemeten bij Een."
    assert said("Een") == "Voor een deel onafhankelijk gemeten bij Een."
    assert said("Zes", *(f"N{number}" for number in range(4))) == "Onafhankelijk gemeten bij 5 methoden."
    assert said("Drie") == "Van geen enkel resultaat staat vast dat een onafhankelijke partij het mat."


def test_methods_that_aim_at_a_measure_without_a_result_are_named(library: Library) -> None:
    found = results_by_measure(library)["placements"]
    aiming = aiming_without_result(found[0][1].measure, found, library)
    assert aiming and [one.name for one in aiming.methods] == ["Buitenspelproject"]
    assert [theme.id for theme in aiming.themes] == ["prevent-placement"]
    term = library.vocabularies["measure"].terms["satisfaction"]
    assert aiming_without_result(term, [], library) is None, "it answers no theme"


def test_of_a_thousand_that_aim_at_it_only_some_are_named_and_all_are_counted(library: Library) -> None:
    project = library.methods["buitenspelproject"]
    many = {f"m{index}": project.model_copy(update={"id": f"m{index}"}) for index in range(MOST_AIMING + 1)}
    large = dataclasses.replace(library, methods=MappingProxyType(many))
    aiming = aiming_without_result(library.vocabularies["measure"].terms["placements"], [], large)
    assert aiming and (len(aiming.methods), aiming.total) == (MOST_AIMING, MOST_AIMING + 1)


def test_the_page_answers_before_it_shows_the_results(site_folder: Any) -> None:
    page = Parsed(site_folder, "uitkomsten/placements/").text
    places = [page.index(words) for words in ("Er zijn", "Vergeleken met een andere groep", "zonder dat er een resultaat")]
    assert places == sorted(places) and page.index("Niet vergelijkbaar") > places[1]


def test_results_that_were_compared_stand_first_and_once(library: Library) -> None:
    view = measure_view(results_by_measure(library)["placements"])
    assert [one.subject.id for one in view.compared] == ["eigen-koers-conferentie"]
    apart = [one.id for one in view.apart]
    assert len(apart) + len(view.compared) == len(results_by_measure(library)["placements"])
    assert not {one.id for one in view.compared} & set(apart)


@pytest.mark.parametrize(
    ("group", "share", "words"),
    [
        ({"count": 3, "of": 12}, 0.25, "vergelijkingsgroep 25%"),
        ({"percent": 40}, 0.4, "vergelijkingsgroep 40%"),
        ({"count": 3}, None, "zonder interval"),
        ({"of": 12}, None, "zonder interval"),
    ],
)
def test_the_comparison_group_is_drawn_on_the_same_line_if_its_share_is_known(
    library: Library, group: dict[str, int], share: float | None, words: str
) -> None:
    _, outcome = next(iter(all_results(library)))
    unit = library.vocabularies["unit"].terms["family"]
    compared = Group.model_construct(description="gewone hulp", **({"count": None, "of": None, "percent": None} | group))
    result = Percentage.model_construct(percent=60, of=None, unit=unit, precision=None, compared=compared)
    plot = plot_of(outcome.model_copy(update={"result": result}))
    assert plot and plot.other == share and plot.description.endswith(words)
