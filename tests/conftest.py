"""What every test can ask for: the example library, the real library and its sites, a browser."""

from collections.abc import Generator, Iterator

import pytest
from builders import EXAMPLE_DAY
from hypothesis import settings

settings.register_profile("no clock", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("no clock")

pytest_plugins = [
    "archive_fixtures",
    "browser_fixtures",
    "bundles_once",
    "form_fixtures",
    "root_fixtures",
    "site_fixtures",
    "words_once",
]


@pytest.fixture(autouse=True, scope="session")
def _fixed_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EXAMPLE_DAY)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Half as many again as there are cores, because many tests wait for a browser or another program: a whole run takes a sixth
    less than with one for each core, and two for each gain nothing more."""
    cores = yield
    return cores * 3 // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asks_for = set(getattr(item, "fixturenames", ()))
        if "browser" in asks_for:
            item.add_marker(pytest.mark.browser)
        if asks_for & {"site", "published"}:
            item.add_marker(pytest.mark.heavy)
