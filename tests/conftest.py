"""What every test can ask for: the example library, the real library and its sites, a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import EXAMPLE_DAY, Root, copy_example
from hypothesis import settings

settings.register_profile("no clock", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("no clock")

pytest_plugins = ["archive_fixtures", "browser_fixtures", "form_fixtures", "site_fixtures"]


@pytest.fixture(autouse=True, scope="session")
def _fixed_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EXAMPLE_DAY)
        yield


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """A library of its own for one test, to change at will."""
    return copy_example(tmp_path)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """The example library, shared by tests that only read it or only add cards."""
    return copy_example(tmp_path_factory.mktemp("example"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
