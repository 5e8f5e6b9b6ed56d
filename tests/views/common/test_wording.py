"""How an amount, a caseload, an age and a later measurement are said, on both sides of each boundary; and long lists."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.views.common.pagination import paginate
from macros.views.common.wording import (
    caseload_text,
    citation_text,
    cost_conditions,
    cost_text,
    follow_up_text,
    price_year,
    status_text,
)


def method(root: Root, **changes: Any) -> Any:
    return root.method(a_card(**changes))


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (0, "direct na het einde van de hulp"),
        (1, "1 maand na het einde van de hulp"),
        (2, "2 maanden na het einde van de hulp"),
        (11, "11 maanden na het einde van de hulp"),
        (12, "1 jaar na het einde van de hulp"),
        (13, "13 maanden na het einde van de hulp"),
        (60, "5 jaar na het einde van de hulp"),
    ],
)
def test_a_later_measurement_is_told_in_years_where_it_is_whole_years(root: Root, months: int, text: str) -> None:
    outcome = an_outcome({"words": "beter"}, follow_up={"months": months, "since": "end"})
    assert follow_up_text(method(root, outcomes=[outcome]).outcomes[0].follow_up) == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "€ 80 per gezin"),
        ({"to": 90}, "€ 80 tot € 90 per gezin"),
        ({"to": 80}, "€ 80 tot € 80 per gezin"),
        ({"amount": 0, "to": 0}, "€ 0 tot € 0 per gezin"),
        ({"precision": "about"}, "ongeveer € 80 per gezin"),
        ({"amount": "80.50"}, "€ 80,50 per gezin"),
        ({"per": "once"}, "€ 80 eenmalig"),
        ({"per": "location", "period": {"count": 1, "unit": "year"}}, "€ 80 per locatie per jaar"),
        ({"per": "municipality", "period": {"count": 2, "unit": "year"}}, "€ 80 per gemeente over 2 jaar"),
        ({"period": {"count": 3, "unit": "month"}}, "€ 80 per gezin over 3 maanden"),
    ],
)
def test_an_amount_never_stands_without_its_denominator(root: Root, changes: dict[str, Any], text: str) -> None:
    (cost,) = method(root, costs=[{"amount": 80, "per": "family", "sources": SOURCES, **changes}]).costs
    assert cost_text(cost) == text
    assert price_year(cost) == "prijsjaar onbekend"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "4 gezinnen per voltijdse uitvoerder"),
        ({"count": 1}, "1 gezin per voltijdse uitvoerder"),
        ({"precision": "about"}, "ongeveer 4 gezinnen per voltijdse uitvoerder"),
        ({"to": 6}, "4 tot 6 gezinnen per voltijdse uitvoerder"),
        ({"to": 6, "precision": "about"}, "ongeveer 4 tot 6 gezinnen per voltijdse uitvoerder"),
    ],
)
def test_a_caseload_says_of_whom_and_per_whom(root: Root, changes: dict[str, Any], text: str) -> None:
    caseload = {"count": 4, "unit": "family", "per": "full-time", "sources": SOURCES, **changes}
    assert caseload_text(method(root, caseload=[caseload]).caseload[0]) == text


def test_a_state_is_told_with_its_years(root: Root) -> None:
    status = {"phase": "completed", "sources": SOURCES}
    texts = [status_text(method(root, status={**status, **years})) for years in ({}, {"from": 2019}, {"from": 2019, "to": 2022})]
    assert texts == ["afgerond", "afgerond, sinds 2019", "afgerond, 2019–2022"]


def test_a_citation_names_the_place_if_there_is_one(root: Root) -> None:
    plain, placed = method(root, sources=[*SOURCES, {"source": "voorbeeldpagina", "locator": "blz. 4"}]).sources
    assert not citation_text(plain).endswith(")")
    assert citation_text(placed).endswith(" (blz. 4)")


# long lists


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (1, [1]), (2, [2]), (3, [2, 1]), (4, [2, 2]), (5, [2, 2, 1])])
def test_a_list_is_divided_over_pages_of_a_size(count: int, sizes: list[int]) -> None:
    pages = paginate(list(range(count)), 2, "lijst/")
    addresses = ("lijst/", "lijst/2/", "lijst/3/")[: len(sizes)]
    assert [len(page.rows) for page in pages] == sizes
    assert [row for page in pages for row in page.rows] == list(range(count))
    assert tuple(page.address for page in pages) == addresses
    assert [page.number for page in pages] == list(range(1, len(sizes) + 1))
    assert {(page.of, page.all_addresses, page.total) for page in pages} == {(len(sizes), addresses, count)}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, None),
        ({"condition": "bij volledige bezetting"}, "bij volledige bezetting"),
        ({"to": 90, "to_condition": "bij meer koppelingen"}, "€ 90 geldt bij meer koppelingen"),
        (
            {"condition": "a", "to": 90, "to_condition": "b", "grows_with": "match"},
            "a; € 90 geldt b; loopt op met het aantal koppelingen",
        ),
    ],
)
def test_what_an_amount_depends_on_is_told_of_both_ends(root: Root, changes: dict[str, Any], text: str | None) -> None:
    (cost,) = method(root, costs=[{"amount": 80, "per": "family", "sources": SOURCES, **changes}]).costs
    assert cost_conditions(cost) == text
