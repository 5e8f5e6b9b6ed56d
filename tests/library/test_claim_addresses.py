"""The address of a claim does not move when others come, go or change places."""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import SOURCES, Root, a_card
from hypothesis import given
from hypothesis import strategies as st

from macros.library.claims import PREFIXES, CardClaim, claims_of, key_of
from macros.library.library import Library
from macros.model.method import Method
from macros.views.compare.comparison import comparison_view
from macros.views.evidence.costs import costs_view
from macros.views.evidence.recognitions import recognition_rows

LISTS = ("outcomes", "reach", "costs", "cost_statements", "recognitions", "effect_ladder", "recognition_claims", "conflicts")


def addresses(method: Method) -> dict[tuple[str, int], str]:
    """Each claim, known by what it is and not by where it stands, and its address."""
    return {(one.kind, id(one.record)): one.anchor for one in claims_of(method)}


def with_lists(method: Method, **lists: Any) -> Method:
    return method.model_copy(update=lists)


def test_the_claims_of_a_card_are_all_there_and_differ(library: Library) -> None:
    seen = 0
    for method in library.methods.values():
        found = list(claims_of(method))
        assert len({one.anchor for one in found}) == len({one.id for one in found}) == len(found)
        seen += len(found)
    assert seen > 50


@pytest.mark.parametrize("field", LISTS)
def test_an_address_stays_when_the_list_is_reversed(example: Root, field: str) -> None:
    method = example.load().methods["voorbeeld-thuis"]
    assert getattr(method, field)
    assert addresses(with_lists(method, **{field: getattr(method, field)[::-1]})) == addresses(method)


@pytest.mark.parametrize("field", LISTS)
@given(data=st.data())
def test_an_address_stays_when_other_claims_are_added_or_left_out(library: Library, field: str, data: st.DataObject) -> None:
    methods = [method for method in library.methods.values() if len(getattr(method, field)) > 1]
    if not methods:
        return
    method = data.draw(st.sampled_from(methods))
    before = addresses(method)
    kept = tuple(data.draw(st.lists(st.sampled_from(getattr(method, field)), unique_by=id, min_size=1)))
    after = addresses(with_lists(method, **{field: kept}))
    assert after.items() <= before.items()


CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "reach": (
        {"count": 17, "unit": "family", "period": {"from": 2019, "to": 2022}},
        {"count": 18, "precision": "about", "period": {"from": "2019-05", "to": "2022-12-31"}, "note": "met toelichting"},
    ),
    "costs": ({"amount": 80, "per": "birth"}, {"amount": 95, "to": 99, "price_year": 2024, "covers": "de uitvoering"}),
    "cost_statements": ({"says": "De gemeente betaalt."}, {"says": "De gemeente betaalde alles."}),
    "recognition_claims": ({"says": "De eigenaar noemt het goed."}, {"says": "De eigenaar noemt het heel goed."}),
    "effect_ladder": (
        {"step": "plausible", "body": "voorbeeldcommissie", "basis": "assessed"},
        {"date": 2020, "note": "met toelichting"},
    ),
    "recognitions": (
        {"body": "voorbeeldcommissie", "date": 2017, "verdicts": [{"level": "Goed onderbouwd"}]},
        {"date": "2017-09-14", "state": "expired", "verdicts": [{"level": "Goed onderbouwd", "step": "well-founded"}]},
    ),
}


@pytest.mark.parametrize("field", CHANGES)
def test_an_address_stays_when_a_claim_is_brought_up_to_date(root: Root, field: str) -> None:
    first, change = CHANGES[field]
    old = root.method(a_card(**{field: [{**first, "sources": SOURCES}]}))
    more = [*SOURCES, {"source": "voorbeeldpagina", "locator": "bladzijde 4"}]
    new = root.method(a_card(**{field: [{**first, **change, "sources": more}]}))
    assert [one.anchor for one in claims_of(new)] == [one.anchor for one in claims_of(old)] != []


def test_an_address_is_made_of_what_the_claim_is_about_and_who_says_it(example: Root) -> None:
    found = {one.kind: one.anchor for one in claims_of(example.load().methods["voorbeeld-thuis"])}
    assert found == {
        "outcome": "uitkomst-lange-duur",
        "reach": "bereik-child-voorbeeldrapport",
        "cost": "bedrag-location-voorbeeldpagina",
        "cost-statement": "over-kosten-voorbeeldpagina",
        "recognition": "erkenning-voorbeeldcommissie-2011-goed-beschreven",
        "prize-or-listing": "vermelding-voorbeeldcommissie-voorbeelddatabank",
        "effect-ladder": "effectladder-plausible-voorbeeldcommissie",
        "recognition-claim": "over-erkenning-voorbeeldpagina",
        "conflict": "tegenspraak-hoeveel-gezinnen-meededen-voorbeeldpagina",
    }
    assert set(found) == set(PREFIXES)


def test_an_id_on_the_card_goes_before_what_is_made(root: Root) -> None:
    method = root.method(a_card(costs=[{"id": "per-kind", "amount": 80, "per": "child", "sources": SOURCES}]))
    assert [(one.id, one.anchor) for one in claims_of(method)] == [("cost.per-kind", "bedrag-per-kind")]


def two(**second: Any) -> list[dict[str, Any]]:
    """Two amounts that are about the same, from one source."""
    return [{"amount": 80, "per": "child", "sources": SOURCES}, {"amount": 90, "per": "child", "sources": SOURCES, **second}]


def test_two_claims_with_one_address_are_refused_and_an_id_mends_it(root: Root) -> None:
    (problem,) = root.problems(a_card(costs=two()))
    assert (problem.where, problem.code) == ("costs[1]", "same_address")
    assert "bedrag-child-voorbeeldrapport" in problem.message
    assert root.problems(a_card(costs=two(id="later"))) == []


def test_an_id_that_is_already_an_address_is_refused_where_it_stands(root: Root) -> None:
    (problem,) = root.problems(a_card(costs=two(id="child-voorbeeldrapport")))
    assert (problem.where, problem.code) == ("costs[1].id", "same_address")


def test_a_level_without_a_date_or_in_other_letters_has_an_address_too(root: Root) -> None:
    decided = {"body": "voorbeeldcommissie", "verdicts": [{"level": "Geïndiceerd (1+)"}], "sources": SOURCES}
    recognition = root.method(a_card(recognitions=[decided])).recognitions[0]
    assert key_of("recognition", recognition.verdicts[0], recognition) == "voorbeeldcommissie-geindiceerd-1"


def placed(library: Library) -> Iterator[tuple[Method, CardClaim]]:
    return ((method, one) for method in library.methods.values() for one in claims_of(method))


def test_cells_amounts_and_verdicts_lead_to_the_claim_itself(library: Library) -> None:
    by_kind: dict[str, set[str]] = {}
    for method, one in placed(library):
        by_kind.setdefault(one.kind, set()).add(f"methoden/{method.id}/#{one.anchor}")
    ids = list(library.methods)
    cells = {
        address
        for first in ids
        for group in comparison_view(library, (first, ids[0])).groups
        for row in group.rows
        for cell in row.cells
        for line in cell.lines
        for address in (line.link, line.more)
        if address
    }
    for kind in ("outcome", "reach", "cost", "cost-statement", "recognition"):
        assert by_kind[kind] <= cells, kind
    assert {one.link for one in costs_view(tuple(library.methods.values())).amounts} == by_kind["cost"]
    verdicts = [one for one in recognition_rows(tuple(library.methods.values()), library) if one.level]
    assert {one.link for one in verdicts} == by_kind["recognition"]
    assert {line.more for one in verdicts for line in one.claims} <= by_kind["recognition-claim"]


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ({"from": 2019, "to": 2022}, "-2019-2022"),
        ({"from": 2019, "to": 2019}, "-2019"),
        ({"from": "2019-03", "to": "2019-11-30"}, "-2019"),
        ({"from": "2019-12", "to": "2020-01"}, "-2019-2020"),
        ({"from": 2019}, "-2019"),
        ({"to": 2019}, "-2019"),
        ({"note": "in het begin"}, ""),
        (None, ""),
    ],
)
def test_the_address_of_a_reach_names_each_of_its_years_once(example: Root, period: Any, years: str) -> None:
    reach = {"count": 1, "unit": "family", "sources": SOURCES} | ({"period": period} if period else {})
    (found,) = claims_of(example.method(a_card(reach=[reach])))
    assert found.anchor == f"bereik-family{years}-voorbeeldrapport"
