"""Numbers on a card, on both sides of each boundary: counts, percentages, ranges, scales, groups that can be recognised."""

from decimal import Decimal
from math import inf
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from card_values import RESULTS

from macros.model.percentages import percentage_agrees

WHO = {"description": "Gezinnen zonder hulp."}


def codes(root: Root, **changes: Any) -> list[tuple[str, str]]:
    """(what is wrong, where) in a card with these changes."""
    return [(problem.code, problem.where) for problem in root.problems(a_card(**changes))]


def of_result(root: Root, result: dict[str, Any], **changes: Any) -> list[tuple[str, str]]:
    return codes(root, outcomes=[an_outcome({"unit": "family", **result}, **changes)])


# a share


@pytest.mark.parametrize(("count", "code"), [(0, None), (11, None), (12, None), (13, "count_over_total")])
def test_all_of_a_group_is_possible_and_more_is_not(example: Root, count: int, code: str | None) -> None:
    expected = [(code, "outcomes[0].result.count")] if code else []
    assert of_result(example, {"count": count, "of": 12}) == expected


@pytest.mark.parametrize(("count", "code"), [(12, None), (13, "count_over_total")])
def test_all_of_the_group_compared_with_is_possible_and_more_is_not(example: Root, count: int, code: str | None) -> None:
    expected = [(code, "outcomes[0].result.compared.count")] if code else []
    assert of_result(example, {"count": 1, "of": 2, "compared": {**WHO, "count": count, "of": 12}}) == expected


@pytest.mark.parametrize("of", [0, -1])
def test_a_group_has_at_least_one(example: Root, of: int) -> None:
    assert ("greater_than_equal", "outcomes[0].result.of") in of_result(example, {"count": 0, "of": of})
    assert of_result(example, {"count": 0, "of": 1}) == []


@pytest.mark.parametrize(
    ("printed", "count", "of", "right"),
    [
        ("92", 11, 12, True),
        ("91", 11, 12, False),
        ("12", 1, 8, True),  # 12.5 lies exactly between
        ("13", 1, 8, True),
        ("12", 63, 500, False),  # 12.6 is 0.6 off
        ("13", 63, 500, True),
        ("13", 62, 500, False),  # 12.4
        ("12", 62, 500, True),
        ("12.5", 1, 8, True),
        ("12.4", 1, 8, False),
        ("12.55", 251, 2000, True),
        ("12.5", 251, 2000, True),  # 12.55 lies exactly between
        ("12.6", 251, 2000, True),
        ("12.4", 251, 2000, False),
        ("100", 12, 12, True),
        ("99", 12, 12, False),
        ("0", 0, 12, True),
        ("1", 0, 12, False),
    ],
)
def test_a_printed_percentage_may_be_half_a_unit_off_and_no_more(printed: str, count: int, of: int, right: bool) -> None:
    assert percentage_agrees(Decimal(printed), count, of) == right


def test_a_percentage_without_decimals_in_tens_is_still_one_of_units() -> None:
    assert percentage_agrees(Decimal("1E+1"), 1, 10)
    assert not percentage_agrees(Decimal("1E+1"), 14, 100)


@pytest.mark.parametrize(("printed", "code"), [("92", None), ("91", "percent_disagrees")])
def test_a_printed_percentage_is_recalculated(example: Root, printed: str, code: str | None) -> None:
    expected = [(code, "outcomes[0].result.printed_percent")] if code else []
    assert of_result(example, {"count": 11, "of": 12, "printed_percent": printed}) == expected


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ({"count": 11, "of": 12, "percent": 92}, []),
        ({"count": 11, "of": 12, "percent": 91}, [("percent_disagrees", "outcomes[0].result.compared.percent")]),
        ({"count": 11, "percent": 91}, []),
        ({"of": 12, "percent": 91}, []),
        ({"percent": 91}, []),
        ({"count": 0, "of": 12, "percent": 1}, [("percent_disagrees", "outcomes[0].result.compared.percent")]),
    ],
)
def test_the_percentage_of_a_comparison_is_recalculated_where_it_can_be(
    example: Root, numbers: dict[str, Any], wrong: list[tuple[str, str]]
) -> None:
    assert of_result(example, {"count": 1, "of": 2, "compared": {**WHO, **numbers}}) == wrong


@pytest.mark.parametrize(
    ("percent", "code"), [("0", None), ("100", None), ("-1", "greater_than_equal"), ("101", "less_than_equal")]
)
def test_a_percentage_lies_between_nought_and_a_hundred(example: Root, percent: str, code: str | None) -> None:
    assert of_result(example, {"percent": percent}) == ([(code, "outcomes[0].result.percent")] if code else [])


# a group that can be recognised


@pytest.mark.parametrize(("kind", "result"), RESULTS.items())
def test_of_a_group_that_can_be_recognised_only_words_are_told(example: Root, kind: str, result: dict[str, Any]) -> None:
    card = {"outcomes": [an_outcome(result, traceable="true")]}
    assert codes(example, **card) == ([] if kind in ("words", "none-yet") else [("traceable_number", "outcomes[0].result")])
    assert codes(example, outcomes=[an_outcome(result, traceable="false")]) == []


# one of two


@pytest.mark.parametrize(
    ("size", "is_right"),
    [({}, False), ({"by_percent": 0}, True), ({"by_count": 0}, True), ({"by_percent": 1, "by_count": 1}, False)],
)
def test_a_change_has_one_size(example: Root, size: dict[str, int], is_right: bool) -> None:
    assert (of_result(example, {"change": "up", **size}) == []) == is_right


@pytest.mark.parametrize(
    ("size", "is_right"), [({}, False), ({"percent": 0}, True), ({"count": 0}, True), ({"percent": 60, "count": 6}, False)]
)
def test_a_target_has_one_size(example: Root, size: dict[str, int], is_right: bool) -> None:
    found = of_result(example, {"count": 1}, target={"unit": "family", "sources": SOURCES, **size})
    assert found == (
        [] if is_right else [("one_target", "outcomes[0].target.percent" if "percent" in size else "outcomes[0].target")]
    )


@pytest.mark.parametrize(
    ("link", "is_right"),
    [
        ({}, False),
        ({"text": "de wijkagent"}, True),
        ({"method": "voorbeeld-kort"}, True),
        ({"text": "x", "method": "voorbeeld-kort"}, False),
    ],
)
def test_a_neighbour_in_the_chain_is_a_card_or_words(example: Root, link: dict[str, str], is_right: bool) -> None:
    assert (codes(example, chain={"before": [{**link, "sources": SOURCES}]}) == []) == is_right


# in order


@pytest.mark.parametrize(("score", "is_right"), [("0.9", False), ("1", True), ("5", True), ("10", True), ("10.1", False)])
def test_a_score_lies_on_its_scale(example: Root, score: str, is_right: bool) -> None:
    found = of_result(example, {"score": score, "lowest": 1, "highest": 10})
    assert found == ([] if is_right else [("off_scale", "outcomes[0].result.score")])


@pytest.mark.parametrize(("to", "is_right"), [(3, False), (4, True), (5, True)])
def test_the_top_of_a_caseload_is_not_below_its_bottom(example: Root, to: int, is_right: bool) -> None:
    found = codes(example, caseload=[{"count": 4, "to": to, "unit": "family", "per": "full-time", "sources": SOURCES}])
    assert found == ([] if is_right else [("out_of_order", "caseload[0].to")])


@pytest.mark.parametrize(("to", "is_right"), [("79.99", False), ("80", True), ("80.01", True), ("0", False)])
def test_the_top_of_an_amount_is_not_below_its_bottom(example: Root, to: str, is_right: bool) -> None:
    found = codes(example, costs=[{"amount": 80, "to": to, "per": "family", "sources": SOURCES}])
    assert found == ([] if is_right else [("out_of_order", "costs[0].to")])


@pytest.mark.parametrize(("year", "is_right"), [(1899, False), (1900, True), (2100, True), (2101, False)])
def test_the_year_of_a_price_is_a_year_of_our_time(example: Root, year: int, is_right: bool) -> None:
    found = codes(example, costs=[{"amount": 80, "per": "family", "price_year": year, "sources": SOURCES}])
    assert [where for _, where in found] == ([] if is_right else ["costs[0].price_year"])


@pytest.mark.parametrize(
    ("first", "last", "is_right"),
    [
        ("2020-06", "2020", True),
        ("2020-12-31", "2020", True),
        ("2021-01-01", "2020", False),
        ("2020", "2020-01", True),
        ("2020-02", "2020-01", False),
        ("2020-02-02", "2020-02-01", False),
        ("2020-02-01", "2020-02-01", True),
        ("2020-03-01", "2020-02", False),
        ("2020-02-29", "2020-02", True),
    ],
)
def test_a_period_ends_after_it_began_as_far_as_is_known(example: Root, first: str, last: str, is_right: bool) -> None:
    found = codes(example, reach=[{"count": 1, "unit": "family", "period": {"from": first, "to": last}, "sources": SOURCES}])
    assert found == ([] if is_right else [("out_of_order", "reach[0].period.to")])


@pytest.mark.parametrize(("last", "is_right"), [("2020-05", False), ("2020-06", True), ("2020", True)])
def test_a_method_ends_after_it_began(example: Root, last: str, is_right: bool) -> None:
    found = codes(example, status={"phase": "completed", "from": "2020-06", "to": last, "sources": SOURCES})
    assert found == ([] if is_right else [("out_of_order", "status.to")])


@pytest.mark.parametrize("period", [{"from": 2020}, {"to": 2020}, {"note": "onbekend"}])
def test_a_period_may_be_open(example: Root, period: dict[str, Any]) -> None:
    assert codes(example, reach=[{"count": 1, "unit": "family", "period": period, "sources": SOURCES}]) == []


@pytest.mark.parametrize(
    ("months", "since", "is_right"), [(0, "unknown", False), (1, "unknown", True), (0, "end", True), (6, "start", True)]
)
def test_a_later_measurement_says_when_it_was(example: Root, months: int, since: str, is_right: bool) -> None:
    found = of_result(example, {"count": 1}, follow_up={"months": months, "since": since})
    assert found == ([] if is_right else [("follow_up_empty", "outcomes[0].follow_up.months")])


# ages


@pytest.mark.parametrize(
    ("ages", "wrong"),
    [
        ({"from": 4, "to": 3}, [("out_of_order", "target_group.ages[0].to")]),
        ({"from": 4, "to": 4}, []),
        ({"from": "25mo", "to": 2}, [("out_of_order", "target_group.ages[0].to")]),
        ({"from": "24mo", "to": 2}, []),
        ({"from": 0, "to": "-1mo"}, [("out_of_order", "target_group.ages[0].to")]),
        ({"to": 0}, []),
        ({"from": 0}, []),
        ({}, [("age_empty", "target_group.ages[0]")]),
        ({"all_ages": "true"}, []),
        ({"all_ages": "false"}, [("age_empty", "target_group.ages[0]")]),
        ({"all_ages": "true", "from": 0}, [("age_all_and_range", "target_group.ages[0].all_ages")]),
        ({"all_ages": "true", "to": 18}, [("age_all_and_range", "target_group.ages[0].all_ages")]),
        ({"all_ages": "false", "to": 18}, []),
        ({"from": 4, "through": 4}, []),
        ({"from": 4, "through": 3}, [("out_of_order", "target_group.ages[0].through")]),
        ({"to": 4, "through": 3}, [("age_two_ends", "target_group.ages[0].through")]),
        ({"through": 4, "words": "klein"}, [("age_two_forms", "target_group.ages[0].words")]),
        ({"words": "klein", "school": {"from": "groep-1"}}, [("age_two_forms", "target_group.ages[0].school")]),
        ({"all_ages": "true", "words": "klein"}, [("age_all_and_range", "target_group.ages[0].all_ages")]),
        ({"school": {"from": "groep-1", "to": "groep-1"}}, []),
        ({"school": {"from": "groep-2", "to": "groep-1"}}, [("out_of_order", "target_group.ages[0].school.to")]),
    ],
)
def test_an_age_says_one_thing_in_order(example: Root, ages: dict[str, Any], wrong: list[tuple[str, str]]) -> None:
    group = {"description": "Gezinnen.", "ages": [{**ages, "sources": SOURCES}], "sources": SOURCES}
    assert codes(example, target_group=group) == wrong


@pytest.mark.parametrize(
    ("length", "shortest", "longest"),
    [
        ({"from": 1, "to": 2, "unit": "year"}, 12, 24),
        ({"from": 2, "to": 2, "unit": "month"}, 2, 2),
        ({"from": 4, "to": 6, "unit": "week"}, 4 * 7 * 12 / 365.25, 6 * 7 * 12 / 365.25),
        ({"to": 30, "unit": "day"}, 0, 30 * 12 / 365.25),
        ({"from": 3, "unit": "month"}, 3, inf),
    ],
)
def test_a_duration_is_reckoned_in_months(example: Root, length: dict[str, Any], shortest: float, longest: float) -> None:
    method = example.method(a_card(intensity=[{"duration": "zo lang", "length": length, "sources": SOURCES}]))
    assert method.intensity[0].length.months == pytest.approx((shortest, longest))
