"""The invented library of tests/example_site and its built site; each is made once per run for all tests that look at it.

Only the cards, the data and the pages that name cards are invented. All other pages, the settings and the theme are those
of the project. Tests of the real library are in tests/real_library/ and see the same fixtures for the real cards.
"""

import shutil
from pathlib import Path

import pytest
from built import ADDRESS, REPOSITORY, Site, environment
from paths import EXAMPLE_SITE, ROOT
from shared import shared

from macros.library.library import Library
from macros.library.loader import load_library
from scripts.site import build_site

EXAMPLE_SITE_DAY = "1796083200"
"""1 December 2026 as SOURCE_DATE_EPOCH, after the last day in the invented cards."""


@pytest.fixture(scope="session")
def today() -> str:
    """SOURCE_DATE_EPOCH for the library of this folder of tests."""
    return EXAMPLE_SITE_DAY


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a project to build: that of the invented library."""
    return shared(tmp_path_factory, "example-project", _make_example_project)


def _make_example_project(target: Path) -> None:
    copy_project(target)
    for name in ("methods", "data"):
        shutil.rmtree(target / name)
    shutil.copytree(EXAMPLE_SITE, target, dirs_exist_ok=True)


def copy_project(target: Path) -> None:
    """A copy of the project whose cards, data and pages can be changed; the code is the same."""
    for name in ("methods", "data", "docs"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("hooks.py", "macros", "theme", "mkdocs.yml", "package.json", "CONTRIBUTING.md"):
        (target / name).symlink_to(ROOT / name)


@pytest.fixture(scope="session")
def library(project: Path, today: str) -> Library:
    return load(project, today)


def load(project: Path, today: str) -> Library:
    with environment(SOURCE_DATE_EPOCH=today):
        return load_library(project)


@pytest.fixture(scope="session")
def site(project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as `make site` builds it: it knows neither its address nor its repository."""
    return built(project, today, tmp_path_factory)


@pytest.fixture(scope="session")
def site_folder(site: Site) -> Path:
    return site.path


@pytest.fixture(scope="session")
def published(project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it is published: below a path of its address, with its repository."""
    return built(project, today, tmp_path_factory, ADDRESS, REPOSITORY)


def built(
    project: Path, today: str, factory: pytest.TempPathFactory, address: str | None = None, repository: str | None = None
) -> Site:
    def make(target: Path) -> None:
        with environment(SOURCE_DATE_EPOCH=today, SITE_URL=address, REPOSITORY_URL=repository):
            build_site(project, target)

    return Site(shared(factory, f"{project.name}-{'published' if address else 'site'}", make))
