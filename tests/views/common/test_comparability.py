"""The rules of evidence: what is old, who says it, and what may not be set on one scale."""

import datetime
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.model.base import Date
from macros.model.evidence import Outcome
from macros.model.recognition import Recognition
from macros.views.common.comparability import (
    INDEPENDENCE,
    RECOGNITION_YEARS,
    REVIEW_MONTHS,
    STANDING_SENTENCES,
    asks_whether_valid,
    independence_of,
    is_old,
    is_stale,
    months_since,
    why_not_on_one_scale,
    years_since,
)

DAY = datetime.date


def outcome(root: Root, result: Any, **changes: Any) -> Outcome:
    return root.method(a_card(outcomes=[an_outcome(result, **changes)])).outcomes[0]


def recognition(root: Root, **changes: Any) -> Recognition:
    values = {"body": "voorbeeldcommissie", "verdicts": [{"level": "Goed onderbouwd"}], "sources": SOURCES, **changes}
    return root.method(a_card(recognitions=[values])).recognitions[0]


@pytest.mark.parametrize(
    ("date", "today", "years"),
    [
        (Date(2017, 9, 14), DAY(2022, 9, 13), 4),
        (Date(2017, 9, 14), DAY(2022, 9, 14), 5),
        (Date(2017, 9, 14), DAY(2017, 9, 14), 0),
        (Date(2017, 9), DAY(2022, 9, 29), 4),
        (Date(2017, 9), DAY(2022, 9, 30), 5),
        (Date(2017), DAY(2022, 12, 30), 4),
        (Date(2017), DAY(2022, 12, 31), 5),
        (Date(2024), DAY(2024, 3, 1), 0),
    ],
)
def test_years_count_from_the_last_day_that_a_date_can_mean(date: Date, today: datetime.date, years: int) -> None:
    assert years_since(date, today) == years


def test_a_recognition_is_old_from_the_day_on_which_it_is_five_years(root: Root) -> None:
    assert RECOGNITION_YEARS == 5
    decided = recognition(root, date="2017-09-14")
    assert not is_old(decided, DAY(2022, 9, 13))
    assert is_old(decided, DAY(2022, 9, 14))


@pytest.mark.parametrize(
    ("changes", "asks"),
    [
        ({"date": "2017-09-14"}, True),
        ({"date": "2020-01-02"}, False),
        ({}, False),
        ({"date": "2017-09-14", "state": "valid"}, True),
        ({"date": "2017-09-14", "state": "expired"}, True),
        ({"date": "2017-09-14", "state": "provisional"}, True),
        ({"date": "2017-09-14", "state": "in-reassessment"}, False),
        ({"date": "2017-09-14", "state": "superseded"}, False),
        ({"date": "2017-09-14", "state": "withdrawn"}, False),
        ({"date": "2017-09-14", "state": "refused", "reason": "Te weinig bekend."}, False),
        ({"date": "2017-09-14", "valid_until": "2025-01-01"}, False),
        ({"date": "2023", "valid_until": "2024-12-31"}, True),
        ({"valid_until": "2024"}, True),
        ({"valid_until": "2024", "state": "in-reassessment"}, False),
    ],
)
def test_whether_a_decision_still_holds_is_asked_past_its_term_and_not_of_what_ended(
    root: Root, changes: dict[str, Any], asks: bool
) -> None:
    assert asks_whether_valid(recognition(root, **changes), DAY(2025, 1, 1)) is asks


def test_a_recognition_without_a_date_is_not_called_old(root: Root) -> None:
    assert not is_old(recognition(root), DAY(2099, 1, 1))


@pytest.mark.parametrize(
    ("date", "today", "months"),
    [
        (Date(2024, 1, 15), DAY(2024, 2, 14), 0),
        (Date(2024, 1, 15), DAY(2024, 2, 15), 1),
        (Date(2024, 1, 31), DAY(2024, 2, 29), 0),
        (Date(2023, 12, 31), DAY(2024, 1, 1), 0),
        (Date(2024), DAY(2024, 6, 1), 0),
    ],
)
def test_months_count_whole(date: Date, today: datetime.date, months: int) -> None:
    assert months_since(date, today) == months


def test_a_card_is_stale_from_the_day_on_which_nobody_looked_at_it_for_24_months() -> None:
    assert REVIEW_MONTHS == 24
    assert not is_stale(Date(2024, 1, 15), DAY(2026, 1, 14))
    assert is_stale(Date(2024, 1, 15), DAY(2026, 1, 15))


def test_a_card_that_nobody_looked_at_is_stale() -> None:
    assert is_stale(None, DAY(2026, 1, 1))


OF_CHILDREN = {"percent": 60, "unit": "child", "sources": SOURCES}
TEN_CHILDREN = {"count": 10, "unit": "child", "sources": SOURCES}


@pytest.mark.parametrize(
    ("result", "target", "reason"),
    [
        ({"count": 11, "of": 12, "unit": "family"}, None, None),
        ({"count": 11, "of": 12, "unit": "child"}, OF_CHILDREN, None),
        ({"percent": 70, "unit": "child"}, OF_CHILDREN, None),
        ({"count": 8, "unit": "family"}, {"count": 10, "unit": "family", "sources": SOURCES}, None),
        ({"count": 11, "of": 12, "unit": "family"}, OF_CHILDREN, "het doel telt kinderen, het resultaat gezinnen"),
        ({"percent": 93, "unit": "unknown"}, OF_CHILDREN, "de bron zegt niet wat er geteld is"),
        ({"percent": 93, "unit": "child"}, {**OF_CHILDREN, "unit": "unknown"}, "de bron zegt niet wat er geteld is"),
        ({"count": 8, "unit": "child"}, OF_CHILDREN, "het doel is een aandeel, het resultaat een aantal"),
        ({"count": 8, "of": 19, "unit": "child"}, TEN_CHILDREN, "het doel is een aantal, het resultaat een deel van een groep"),
        ({"words": "het ging beter"}, OF_CHILDREN, "het doel is een getal, het resultaat niet"),
        ({"none_yet": "het onderzoek loopt nog"}, OF_CHILDREN, "het doel is een getal, het resultaat niet"),
        ({"amount": 1000}, OF_CHILDREN, "het doel is een getal, het resultaat niet"),
        ({"change": "down", "by_percent": 30, "unit": "child"}, OF_CHILDREN, "het doel is een getal, het resultaat niet"),
    ],
)
def test_a_result_is_set_against_its_target_only_when_both_count_the_same(
    root: Root, result: Any, target: Any, reason: str | None
) -> None:
    changes = {"target": target} if target else {}
    assert why_not_on_one_scale(outcome(root, result, **changes)) == reason


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ({"independent": "yes"}, "independent"),
        ({"independent": "yes", "design": "own-report"}, "independent"),
        ({"independent": "no"}, "own"),
        ({"design": "own-report"}, "own"),
        ({"independent": "unknown"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_claims_of_the_owner_of_others_and_of_nobody_named_are_told_apart(root: Root, changes: Any, who: str) -> None:
    assert independence_of(outcome(root, {"words": "het ging beter"}, **changes)) == who
    assert who in INDEPENDENCE


def test_there_are_four_standing_sentences() -> None:
    assert len(STANDING_SENTENCES) == len(set(STANDING_SENTENCES)) == 4
