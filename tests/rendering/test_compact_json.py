"""JSON as programs fetch it."""

import json
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.rendering.compact_json import compact

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXT), lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)
)


@given(VALUES)
def test_what_is_written_reads_back_the_same(value: Any) -> None:
    text = compact(value)
    assert json.loads(text) == value
    assert "\n" not in text


def test_text_stays_readable_and_takes_no_room() -> None:
    assert compact({"naam": "Één gezin", "reeks": (1, 2)}) == '{"naam":"Één gezin","reeks":[1,2]}'


class Pair(NamedTuple):
    one: int
    other: int


@pytest.mark.parametrize(
    "value", [{1, 2}, Decimal("1.5"), Pair(1, 2), {1: "een"}, b"x", object()], ids=lambda value: type(value).__name__
)
def test_what_json_has_no_word_for_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        compact(value)
