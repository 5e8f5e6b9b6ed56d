"""What is small, middle and large, how many are named, and when results are apart: on both sides of each limit."""

import datetime
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.views.common.comparability import COUNTABLE, is_small, scale_of, why_off_scale
from macros.views.common.lines import NoNotes, Notes, RowContext
from macros.views.evidence.active_elements import NAMED, element_columns, element_rows, element_views
from macros.views.evidence.costs import costs_view
from macros.views.evidence.evidence_rows import evaluator_lines
from macros.views.evidence.measures import measure_lines, measure_view, most_asked, results_by_measure
from macros.views.evidence.research import RESEARCH


def outcome(root: Root, result: dict[str, Any], **changes: Any) -> Any:
    return root.method(a_card(outcomes=[an_outcome(result, **changes)])).outcomes[0]


def share(of: int, **changes: Any) -> dict[str, Any]:
    return {"count": 1, "of": of, "unit": "family", **changes}


@pytest.mark.parametrize(("count", "of", "small"), [(11, 12, True), (19, 38, True), (20, 40, False), (500, 1000, False)])
def test_a_number_is_small_if_its_interval_is_wider_than_thirty_points(count: int, of: int, small: bool) -> None:
    assert is_small(count, of) == small


def test_only_a_share_of_something_known_stands_on_a_scale(example: Root) -> None:
    known = outcome(example, share(12))
    unknown = outcome(example, share(12, unit="unknown"))
    assert (scale_of(known), why_off_scale(known)) == ("return-home/family", None)
    assert (scale_of(unknown), why_off_scale(unknown)) == (None, "de bron zegt niet wat er geteld is")
    tally = outcome(example, {"count": 11, "unit": "family"})
    assert (scale_of(tally), why_off_scale(tally)) == (None, "een aantal zonder totaal")


# active elements


@pytest.mark.parametrize(("used", "named", "more"), [(NAMED - 1, 25, 0), (NAMED, 25, 1)])
def test_under_an_element_twenty_five_methods_are_named_with_their_sources(root: Root, used: int, named: int, more: int) -> None:
    for number in range(used):
        elements = [{"element": "voorbeeldelement", "note": "aan tafel", "sources": SOURCES}]
        root.write_card(a_card(name=f"Nieuw {number:02d}", elements=elements), f"nieuw-{number:02d}")
    (element,) = element_views(root.load(), Notes())
    assert NAMED == 25
    assert (len(element.used_in), element.more) == (named, more)
    assert all(line.notes for line in element.used_in)
    assert element.used_in[0].link == "methoden/nieuw-00/#aanpak"
    assert (element.used_in[0].text, element.used_in[0].detail) == ("Nieuw 00", "aan tafel")


def test_the_table_of_elements_marks_what_a_card_names(example: Root) -> None:
    library = example.load()
    (column,) = element_columns(library)
    rows = {row.name: row for row in element_rows(list(library.methods.values()), library)}
    assert (column.anchor, column.name) == ("element-voorbeeldelement", "Samen beslissen")
    assert rows["Voorbeeld Thuis"].marks == (("methoden/voorbeeld-thuis/#aanpak", "genoemd"),)
    assert (rows["Voorbeeld Thuis"].named, rows["Voorbeeld Kort"].named) == (1, 0)
    assert rows["Voorbeeld Kort"].marks == (None,)


# measures


def measure(root: Root, *cards: dict[str, Any]) -> Any:
    for number, changes in enumerate(cards):
        root.write_card(a_card(name=f"Nieuw {number:02d}", **changes), f"nieuw-{number:02d}")
    results = results_by_measure(root.load())["matches"]
    return measure_view([result for result in results if result[0].name.startswith("Nieuw")])


def matches(result: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"outcomes": [an_outcome(result, measure="matches", **changes)]}


def test_results_of_one_unit_share_a_scale_and_need_no_reason(root: Root) -> None:
    found = measure(root, matches(share(12)), matches(share(40)))
    assert [(scale.unit, len(scale.results)) for scale in found.scales] == [("gezinnen", 2)]
    assert (found.apart, found.why_apart) == ((), ())


def test_results_of_two_units_stand_on_two_scales_and_say_why(root: Root) -> None:
    found = measure(root, matches(share(12)), matches(share(40, unit="child")))
    assert [scale.unit for scale in found.scales] == ["gezinnen", "kinderen"]
    assert found.why_apart[0] == "de eenheid verschilt: gezinnen en kinderen"


@pytest.mark.parametrize(
    ("count", "names"),
    [(1, "Nieuw 01"), (3, "Nieuw 01, Nieuw 02 en Nieuw 03"), (4, "4 keer")],
)
def test_up_to_three_methods_without_a_scale_are_named(root: Root, count: int, names: str) -> None:
    found = measure(root, matches(share(12)), *[matches({"words": "beter"})] * count)
    assert len(found.apart) == count
    assert f"alleen in woorden ({names})" in found.why_apart


def test_one_result_alone_is_apart_from_nothing(root: Root) -> None:
    assert measure(root, matches({"words": "beter"})).why_apart == ()
    with pytest.raises(ValueError, match="without results"):
        measure_view([])


@pytest.mark.parametrize(("count", "is_told"), [(12, True), (13, False)])
def test_with_more_than_twelve_results_differences_in_group_and_period_go_without_saying(
    root: Root, count: int, is_told: bool
) -> None:
    different = [matches(share(12), population=f"groep {number}") for number in range(count - 1)]
    found = measure(root, *different, matches({"words": "beter"}))
    assert ("andere groep" in found.why_apart) == is_told


def test_a_measure_counts_its_results_with_a_total_and_its_directions(example: Root) -> None:
    lines = {line.id: line for line in measure_lines(example.load())}
    home = lines["return-home"]
    assert (home.total, home.with_total, home.subjects) == (1, 1, 1)
    assert [(direction.id, count) for direction, count in home.directions] == [("favourable", 1)]
    assert (lines["placements"].total, lines["placements"].with_total) == (1, 0)
    assert home.link == "uitkomsten/return-home/"
    assert [address for _, address in most_asked(example.load())] == ["uitkomsten/placements/", "uitkomsten/return-home/"]


# costs and research


def test_costs_are_told_with_what_they_may_be_multiplied_by(example: Root) -> None:
    methods = example.load().methods
    found = costs_view([methods[name] for name in ("voorbeeld-thuis", "voorbeeld-gestopt", "voorbeeld-kort")])
    amount, yearly, sum_of_years = found.amounts
    assert (amount.amount, amount.to, amount.price_year, amount.fits) == ("2000", "2500", "2020", "visited-family")
    assert amount.link == "methoden/voorbeeld-thuis/#bedrag-visited-family-voorbeeldrapport"
    assert amount.why.startswith("Dit bedrag is per bezocht gezin. ")
    assert (amount.time, amount.period, amount.conditions) == ("", "", None)
    assert (yearly.fits, yearly.time, yearly.period) == ("municipality", "jaar", "per jaar")
    assert yearly.conditions == (
        "als een organisatie de werving doet; € 50.000 geldt bij meer koppelingen; loopt op met het aantal koppelingen"
    )
    assert (sum_of_years.fits, sum_of_years.time, sum_of_years.period) == ("location", "", "over 2 jaar")
    assert sum_of_years.why == "Dit bedrag is per locatie over 2 jaar. Per plek waar de methode wordt uitgevoerd."
    assert dict(found.counted) == COUNTABLE
    assert [saving.link for saving in found.savings] == ["methoden/voorbeeld-thuis/#uitkomst-besparing"]
    assert [(one.method, [line.text for line in one.lines]) for one in found.remarks] == [
        ("Voorbeeld Thuis", ["De gemeente betaalt."])
    ]
    assert [(one.method, [line.text for line in one.lines]) for one in found.without] == [
        ("Voorbeeld Gestopt", ["gezocht en niet gevonden"]),
        ("Voorbeeld Kort", ["onbekend"]),
    ]


@pytest.mark.parametrize(("per", "fits"), [("child", "child"), ("birth-year", "birth"), ("once", ""), ("month", "month")])
def test_an_amount_is_multiplied_only_by_what_it_counts_per(root: Root, per: str, fits: str) -> None:
    method = root.method(a_card(costs=[{"amount": 1, "per": per, "sources": SOURCES}]))
    (amount,) = costs_view([method]).amounts
    assert amount.fits == fits
    assert (amount.to, amount.precision, amount.price_year) == ("", "", "onbekend")
    assert amount.why.startswith("Dit bedrag is eenmalig." if per == "once" else "Dit bedrag is per ")


def test_how_much_is_behind_results_is_counted(example: Root) -> None:
    outcomes = example.load().methods["voorbeeld-thuis"].outcomes
    found = {key: [line.text for line in lines(outcomes)] for key, _, lines in RESEARCH}
    assert found == {
        "claims": ["9"],
        "studies": ["4"],
        "with_total": ["1"],
        "independent": ["1"],
        "designs": ["monitoring", "eigen opgave", "procesevaluatie"],
        "group_sizes": [
            "19 gezinnen: 12 met de methode, 5 met gebruikelijke hulp; 2 uitgevallen; geteld bij de start",
            "12 gezinnen",
        ],
        "compared": ["Gebruikelijke hulp"],
        "follow_up": ["ongeveer 6 maanden na het einde van de hulp"],
    }


def test_who_measured_is_told_once_with_whether_they_stand_apart_from_the_owner(example: Root) -> None:
    method = example.load().methods["voorbeeld-thuis"]
    lines = evaluator_lines(method, RowContext(NoNotes(), datetime.date(2025, 1, 1), (), ()))
    assert [(line.text, line.detail) for line in lines] == [
        ("Bureau Voorbeeldonderzoek", "onafhankelijk van de eigenaar"),
        ("niet genoemd", "eigen opgave"),
        ("niet genoemd", "onafhankelijkheid onbekend"),
    ]
