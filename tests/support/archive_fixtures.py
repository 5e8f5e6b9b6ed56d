"""The archive of the site, packed and unpacked once for all tests that look at it."""

import datetime
import zipfile
from pathlib import Path

import pytest
from built import Site

from archive.files import TOP, pack


@pytest.fixture(scope="session")
def zip_file(site: Site, project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the site."""
    to = tmp_path_factory.mktemp("archive") / "site.zip"
    pack(site.path, project / "docs" / "assets", to, datetime.datetime.fromtimestamp(int(today), datetime.UTC).date())
    return to


@pytest.fixture(scope="session")
def archive(zip_file: Path) -> Site:
    """The archive, unpacked in a folder whose name has what people put in names of folders."""
    folder = zip_file.with_name("Mijn map (1) #2")
    with zipfile.ZipFile(zip_file) as packed:
        packed.extractall(folder)
    return Site(folder / TOP)
