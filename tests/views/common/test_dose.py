"""Duration, contacts, hours, groups: words of the source first, numbers beside them or in their place."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.views.common.dose import contact_text, duration_text, group_text


def intensity(root: Root, **values: Any) -> Any:
    return root.method(a_card(intensity=[{**values, "sources": SOURCES}])).intensity[0]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"contact": "af en toe"}, None),
        ({"duration": "een half jaar"}, ("een half jaar", None)),
        ({"length": {"from": 4, "to": 6, "unit": "week"}}, ("4 tot en met 6 weken", None)),
        ({"length": {"from": 1, "to": 1, "unit": "month"}}, ("1 maand", None)),
        ({"length": {"from": 2, "to": 2, "unit": "year"}}, ("2 jaar", None)),
        ({"length": {"from": 3, "unit": "month"}}, ("minstens 3 maanden", None)),
        ({"length": {"to": 1, "unit": "week"}}, ("hoogstens 1 week", None)),
        ({"duration": "kort", "length": {"to": 6, "unit": "week"}}, ("kort", "hoogstens 6 weken")),
        ({"duration": "kort", "variant": "Plus", "recipient": "child"}, ("Plus, kind: kort", None)),
        ({"length": {"to": 6, "unit": "week"}, "recipient": "parent"}, ("ouder: hoogstens 6 weken", None)),
    ],
)
def test_how_long_is_told_in_words_with_the_numbers_beside_them(root: Root, values: Any, text: Any) -> None:
    assert duration_text(intensity(root, **values)) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"duration": "kort"}, None),
        ({"contacts": {"from": 7, "to": 7}}, ("7 contacten in totaal", None)),
        ({"contacts": {"from": 1, "to": 1, "per": "week"}}, ("1 contact per week", None)),
        ({"contacts": {"from": 40, "to": 60}}, ("40 tot en met 60 contacten in totaal", None)),
        ({"hours": {"from": "1.5", "to": "2", "per": "contact"}}, ("1,5 tot en met 2 uur per contact", None)),
        ({"contact": "2 uur per week", "hours": {"from": 2, "to": 2, "per": "week"}}, ("2 uur per week", None)),
        ({"hours": {"to": 105, "per": "year"}}, ("hoogstens 105 uur per jaar", None)),
        (
            {
                "contact": "elke week",
                "contacts": {"from": 1, "to": 1, "per": "week"},
                "hours": {"from": 2, "to": 2, "per": "contact"},
            },
            ("elke week", "1 contact per week; 2 uur per contact"),
        ),
    ],
)
def test_how_often_is_told_likewise(root: Root, values: Any, text: Any) -> None:
    assert contact_text(intensity(root, **values)) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"to": 10, "unit": "child"}, "hoogstens 10 kinderen"),
        ({"from": 6, "to": 16, "unit": "parent"}, "6 tot en met 16 ouders"),
        ({"from": 1, "to": 1, "unit": "family"}, "1 gezin"),
    ],
)
def test_a_group_counts_who_sits_in_it(root: Root, values: Any, text: str) -> None:
    (size,) = root.method(a_card(group_size=[{**values, "sources": SOURCES}])).group_size
    assert group_text(size) == text
