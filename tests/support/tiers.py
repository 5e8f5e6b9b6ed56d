"""Which cases are looked at in every run, and which in the thorough one only: those that look at the same in one more way."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import pytest


def first(number: int, cases: Iterable[Any]) -> list[Any]:
    """So many cases in every run, the others in the thorough one."""
    return first_sets(number, [(case,) for case in cases])


def first_sets(number: int, cases: Iterable[Sequence[Any]]) -> list[Any]:
    """The same for cases that are values of several names."""
    rest = iter(cases)
    quick = [pytest.param(*case) for case in islice(rest, number)]
    return [*quick, *(pytest.param(*case, marks=pytest.mark.thorough) for case in rest)]
