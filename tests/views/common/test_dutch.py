"""Numbers, dates and ages as Dutch readers expect them."""

from decimal import Decimal

import pytest
from builders import SOURCES, Root, a_card
from hypothesis import given
from hypothesis import strategies as st

from macros.model.base import Date
from macros.model.data import Term
from macros.model.sources import Period
from macros.views.common import dutch


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (12, "12"),
        (1234, "1.234"),
        (4_000_000, "4.000.000"),
        (Decimal("8.20"), "8,20"),
        (Decimal("8.2"), "8,2"),
        (Decimal("1234.50"), "1.234,50"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma_for_decimals(value: int | Decimal, text: str) -> None:
    assert dutch.number(value) == text


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_loses_no_digit(value: int) -> None:
    assert int(dutch.number(value).replace(".", "")) == value


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (11 / 12, "92%"), (0.125, "13%"), (0.115, "12%"), (0.994, "99%"), (1, "100%")]
)
def test_a_share_is_a_percentage_rounded_half_up(share: float, text: str) -> None:
    assert dutch.percent(share) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("2000", "€ 2.000"), ("1.88", "€ 1,88"), ("1.50", "€ 1,50"), ("80.00", "€ 80"), ("0", "€ 0"), ("4000000", "€ 4.000.000")],
)
def test_an_amount_has_cents_only_when_there_are_any(amount: str, text: str) -> None:
    assert dutch.euro(Decimal(amount)) == text


@pytest.mark.parametrize("texts", [("8.2", "8.20"), ("8.20", "8.2"), ("1", "1.0"), ("0.50", "0.5"), ("1000.0", "1000")])
def test_a_number_keeps_its_decimals_whatever_was_written_before(texts: tuple[str, str]) -> None:
    assert [dutch.number(Decimal(text)) for text in texts] == [
        f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
        for whole, _, part in (text.partition(".") for text in texts)
    ]


def test_small_numbers_are_words() -> None:
    assert [dutch.in_words(count) for count in (0, 5, 12, 13, 1000)] == ["nul", "vijf", "twaalf", "13", "1.000"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Date(2017, 9, 14), "14 september 2017"),
        (Date(2021, 5), "mei 2021"),
        (Date(2019), "2019"),
        (Date(2024, 12, 1), "1 december 2024"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(value: Date, text: str) -> None:
    assert dutch.date(value) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (Date(2019), Date(2022), "2019–2022"),
        (Date(2019), Date(2019), "2019"),
        (Date(2012), None, "sinds 2012"),
        (None, Date(2020), "tot en met 2020"),
        (Date(2019, 5), Date(2020), "mei 2019 tot en met 2020"),
        (Date(2017, 1, 1), Date(2022, 12, 31), "1 januari 2017 tot en met 31 december 2022"),
        (None, None, ""),
    ],
)
def test_a_span_says_which_end_is_known(first: Date | None, last: Date | None, text: str) -> None:
    assert dutch.span(first, last) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"from": "2019", "to": "2022"}, "2019–2022"),
        ({"from": "2020", "note": "vanaf juni"}, "sinds 2020 (vanaf juni)"),
        ({"note": "ongedateerd"}, "ongedateerd"),
    ],
)
def test_a_period_is_its_span_with_its_remark(values: dict[str, str], text: str) -> None:
    assert dutch.period(Period.model_validate(values)) == text


@pytest.mark.parametrize(
    ("ages", "text"),
    [
        ({"from": "-5mo", "to": "30mo"}, "5 maanden vóór de geboorte tot 2½ jaar"),
        ({"from": "0", "to": "18"}, "0 tot 18 jaar"),
        ({"from": "-1mo", "to": "1mo"}, "1 maand vóór de geboorte tot 1 maand"),
        ({"from": "6mo", "to": "12mo"}, "6 maanden tot 12 maanden"),
        ({"from": "18mo", "to": "4"}, "1½ jaar tot 4 jaar"),
        ({"from": "24mo"}, "vanaf 2 jaar"),
        ({"from": "16wk", "whose": "parent"}, "ouder: vanaf 16 weken zwangerschap"),
        ({"to": "18", "whose": "child"}, "tot 18 jaar"),
        ({"from": "2", "through": "6"}, "2 tot en met 6 jaar"),
        ({"through": "17"}, "tot en met 17 jaar"),
        ({"from": "-5mo", "through": "30mo"}, "5 maanden vóór de geboorte tot en met 2½ jaar"),
        ({"school": {"from": "groep-3"}}, "groep 3"),
        ({"school": {"from": "groep-3", "to": "groep-3"}}, "groep 3"),
        ({"school": {"from": "groep-3", "to": "groep-4"}}, "groep 3 en 4"),
        ({"school": {"from": "groep-3", "to": "groep-6"}}, "groep 3 tot en met 6"),
        ({"school": {"from": "groep-8", "to": "klas-1"}}, "groep 8 en klas 1"),
        ({"words": "vruchtbare leeftijd", "whose": "parent"}, "ouder: vruchtbare leeftijd"),
        ({"all_ages": "true"}, "alle leeftijden"),
        (
            {"from": "4", "to": "12", "basis": "evaluated", "condition": "in overleg ook ouder"},
            "4 tot 12 jaar, zoals onderzocht, in overleg ook ouder",
        ),
    ],
)
def test_an_age_is_told_in_the_words_of_its_source(root: Root, ages: dict[str, str], text: str) -> None:
    group = {"description": "Gezinnen.", "ages": [{**ages, "sources": SOURCES}], "sources": SOURCES}
    method = root.method(a_card(target_group=group))
    assert dutch.ages(method.target_group.ages[0]) == text


def test_what_is_counted_follows_the_number(root: Root) -> None:
    unit: dict[str, Term] = dict(root.load().vocabularies["unit"].terms)
    precision = root.load().vocabularies["precision"].terms
    assert dutch.counted(1, unit["family"]) == "1 gezin"
    assert dutch.counted(0, unit["family"]) == "0 gezinnen"
    assert dutch.counted(1200, unit["child"], precision["more-than"]) == "meer dan 1.200 kinderen"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["een"], "een"), (["een", "twee"], "een en twee"), (["een", "twee", "drie"], "een, twee en drie")],
)
def test_a_list_ends_with_and(words: list[str], text: str) -> None:
    assert dutch.listed(words) == text


def test_a_capital_changes_only_the_first_letter() -> None:
    assert [dutch.capital(text) for text in ("", "kinderen van SOS", "élan", "'s ochtends")] == [
        "",
        "Kinderen van SOS",
        "Élan",
        "'s ochtends",
    ]
