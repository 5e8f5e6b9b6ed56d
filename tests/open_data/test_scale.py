"""The open data of a large library: work and memory grow with the cards and no faster, and the list stays small.

Nothing here is measured with a clock: calls, bytes and objects are the same on a busy machine.
"""

import gzip
import sys
import tracemalloc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from open_data_fixtures import PUBLICATION
from paths import ROOT

from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.method import Method
from macros.open_data.api import Api
from macros.open_data.files import files_of_cards
from macros.open_data.publication import API
from scripts.benchmark.library import real_cards, write_library

SIZES = (60, 90, 120)
"""Each with more claims than one file holds, because a file is what is in memory at once."""
LARGE = 5000
MOST_LISTED = 1_000_000
"""Bytes of the compressed list of methods in a large library."""
MOST_KEPT = 30_000
"""Bytes that may be in memory at one time for each card more: its rows in the tables and in the list."""


@dataclass
class Cost:
    calls: int = 0
    written: int = 0
    kept: int = 0


class Few(dict[str, Method]):
    """The first methods of a library; one that another refers to is still found."""

    def __init__(self, methods: Mapping[str, Method], most: int) -> None:
        super().__init__(islice(methods.items(), most))
        self._methods = methods

    def __missing__(self, method_id: str) -> Method:
        return self._methods[method_id]


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Library]:
    root: Path = tmp_path_factory.mktemp("large") / "library"
    write_library(root, SIZES[-1] + len(real_cards(ROOT)))
    library = load_library(root)
    own = {path.stem for path in real_cards(root)}  # no two of the real cards are equally long
    made = {method_id: method for method_id, method in library.methods.items() if method_id not in own}
    return {size: replace(library, methods=Few({**made, **library.methods}, size)) for size in SIZES}


def contents(library: Library) -> Iterator[str | bytes]:
    for _, content in chain.from_iterable(group.make() for group in files_of_cards(library, PUBLICATION)):
        yield content


@pytest.fixture(scope="module")
def costs(libraries: dict[int, Library]) -> dict[int, Cost]:
    for _ in contents(libraries[SIZES[0]]):
        pass  # what is made once for all libraries is made now
    return {size: _cost(library) for size, library in libraries.items()}


def _cost(library: Library) -> Cost:
    cost = Cost()

    def count(frame: FrameType, event: str, argument: Any) -> None:
        cost.calls += event == "call"

    sys.setprofile(count)
    try:
        for content in contents(library):
            cost.written += len(content)
    finally:
        sys.setprofile(None)
    tracemalloc.start()
    try:
        for _ in contents(library):
            pass
        cost.kept = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return cost


@pytest.mark.heavy
@pytest.mark.parametrize("what", ["calls", "written"])
def test_each_card_more_costs_as_much_as_the_one_before(costs: dict[int, Cost], what: str) -> None:
    first, second, third = (getattr(costs[size], what) for size in SIZES)
    assert second > first
    assert third - second == pytest.approx(second - first, rel=0.12)


@pytest.mark.heavy
def test_what_is_kept_in_memory_is_a_little_of_each_card(costs: dict[int, Cost]) -> None:
    small, large = SIZES[0], SIZES[-1]
    assert costs[large].kept - costs[small].kept < MOST_KEPT * (large - small)


@pytest.mark.heavy
def test_the_list_of_methods_stays_below_its_limit_in_a_large_library(libraries: dict[int, Library]) -> None:
    small, large = (len(gzip.compress(_listed(libraries[size]))) for size in (SIZES[0], SIZES[-1]))
    each = (large - small) / (SIZES[-1] - SIZES[0])
    assert 0 < large + each * (LARGE - SIZES[-1]) < MOST_LISTED


def _listed(library: Library) -> bytes:
    files = dict(Api(library, PUBLICATION).methods())
    return files[f"{API}methods.json"].encode()
