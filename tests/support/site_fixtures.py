"""The real site, built once for all tests that look at it."""

import time

import pytest
from built import ADDRESS, REPOSITORY, Site, environment
from paths import ROOT

from macros.library.library import Library
from macros.library.loader import load_library
from scripts.site import build_site


@pytest.fixture(scope="session")
def today() -> str:
    """SOURCE_DATE_EPOCH for the real cards, which were looked at long after the day of the example."""
    return str(int(time.time()))


@pytest.fixture(scope="session")
def library(today: str) -> Library:
    """The real library."""
    with environment(SOURCE_DATE_EPOCH=today):
        return load_library(ROOT)


@pytest.fixture(scope="session")
def site(today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site as `make site` builds it: it knows neither its address nor its repository."""
    to = tmp_path_factory.mktemp("built") / "site"
    with environment(SOURCE_DATE_EPOCH=today, SITE_URL=None, REPOSITORY_URL=None):
        build_site(ROOT, to)
    return Site(to)


@pytest.fixture(scope="session")
def published(today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site as it is published: below a path of its address, with its repository."""
    to = tmp_path_factory.mktemp("published") / "site"
    with environment(SOURCE_DATE_EPOCH=today, SITE_URL=ADDRESS, REPOSITORY_URL=REPOSITORY):
        build_site(ROOT, to)
    return Site(to)
