"""A copy of the real library with three more cards, and the library as it is: whatever is stated here must hold for both.

Whatever is wrong with a real card is wrong in the copy too, so a run of all tests looks at the copy alone, and at the pages of
some cards; `make test-cards`, which every proposal runs, looks at both and at all.

So a card that an alliance member adds, or a sentence that somebody mends, turns no test red unless a rule is broken. The
tests of this folder name no real card and no number that stands on one. Only queries.yml does, of which a share has to hold.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import ADDRESS, REPOSITORY, Site, served
from more_cards import add_cards
from paths import ROOT
from shared import shared
from site_fixtures import built, copy_project, load

from macros.library.loader import Library
from macros.model.method import Method


def _now(target: Path) -> None:
    target.write_text(str(int(time.time())), encoding="utf-8")


def _with_more_cards(target: Path) -> None:
    copy_project(target)
    add_cards(target)


@pytest.fixture(scope="session")
def today(tmp_path_factory: pytest.TempPathFactory) -> str:
    """SOURCE_DATE_EPOCH of this run, the same for all workers: real cards may be looked at today."""
    return shared(tmp_path_factory, "today", _now).read_text(encoding="utf-8")


LIBRARIES = ["real", "with-more-cards"] if os.environ.get("LIBRARIES") == "both" else ["with-more-cards"]


@pytest.fixture(scope="session", params=LIBRARIES)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "real":
        return ROOT
    return shared(tmp_path_factory, "with-more-cards", _with_more_cards)


@pytest.fixture(scope="session")
def library(project: Path, today: str) -> Library:
    return load(project, today)


@pytest.fixture(scope="session")
def cards(project: Path, library: Library) -> list[Method]:
    """The methods whose own pages and papers are looked at one by one: all, of the copy only those that it has more. The pages of
    the others are the same there, so some of them will do where the real library is not looked at."""
    methods = list(library.methods.values())
    if project == ROOT:
        return methods
    more = [method for method in methods if not (ROOT / "methods" / f"{method.id}.yml").exists()]
    return more if "real" in LIBRARIES else more + [method for method in methods if method not in more][::5]


@pytest.fixture(scope="session")
def site(project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(project, today, tmp_path_factory)


@pytest.fixture(scope="session")
def published(project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(project, today, tmp_path_factory, ADDRESS, REPOSITORY)


@pytest.fixture(scope="session")
def site_folder(site: Site) -> Path:
    return site.path


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    with served(site.path) as address:
        yield address
