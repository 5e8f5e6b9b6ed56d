"""The publication of the data: where it is published, by whom, under which licence, in which version."""

import datetime
from typing import Any, NamedTuple

from macros.library.library import Library

DATA_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
DATA_LICENCE_NAME = "CC0-1.0"
TEXT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

VERSION = "1"
"""Version of the format. Members may be added to a version. To remove one or to change its meaning, make a new version and
keep publishing the old one."""
API = f"api/v{VERSION}/"
"""Folder of the data, from the root of the site."""


class Publication(NamedTuple):
    """The site on which the data is published. Its settings are in mkdocs.yml."""

    name: str
    description: str
    url: str
    """Address of the root of the site, ending in a slash; empty if it is not known."""
    publisher: str
    publisher_url: str
    """Empty if the publisher has no site; the page about the library then describes it."""
    repository: str
    """Address of the repository on its forge; empty if it is not known."""
    security_contact: str
    """Where a vulnerability can be reported: the address of a page, or mailto: of a role; empty if there is none."""

    def address(self, path: str) -> str:
        """Address of a page or a file: absolute if the site knows its own address, else from the root of the site."""
        return self.url + path

    def root_from(self, path: str) -> str:
        """Path from a file to the root of the site; the absolute address if the site knows it."""
        return self.url or "../" * path.count("/") or "./"


def file_head(schema: str, path: str, publication: Publication, today: datetime.date) -> dict[str, Any]:
    """The first members of every JSON file. Addresses in a file are from the root of the site, which is in `site`."""
    return {
        "$schema": "../" * (path.count("/") - API.count("/")) + f"schema/{schema}.json",
        "version": VERSION,
        "data_license": DATA_LICENCE,
        "date": today.isoformat(),
        "site": publication.root_from(path),
    }


def day_of(library: Library) -> datetime.datetime:
    """The creation time for files that must have one: midnight at the start of the day of the build."""
    return datetime.datetime.combine(library.today, datetime.time())
