"""Which cases are looked at in every run, and which in the thorough one only: those that look at the same in one more way."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest


def first(number: int, cases: Iterable[Any]) -> list[Any]:
    """So many cases in every run, the others in the thorough one."""
    rest = iter(cases)
    return [*map(pytest.param, islice(rest, number)), *(pytest.param(case, marks=pytest.mark.thorough) for case in rest)]
