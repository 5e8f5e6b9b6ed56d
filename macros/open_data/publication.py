"""What the data says of itself: where it is published, by whom, under which licence, in which version."""

import datetime
from typing import Any, NamedTuple

from macros.library.library import Library

DATA_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
DATA_LICENCE_NAME = "CC0-1.0"
TEXT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

VERSION = "1"
"""Of the format. Members may be added to a version; whoever takes one away or changes its meaning makes a new version
and keeps publishing the old one."""
API = f"api/v{VERSION}/"
"""Where the data lies, from the root of the site."""


class Publication(NamedTuple):
    """The site that the data stands on. Its settings are in mkdocs.yml."""

    name: str
    description: str
    url: str
    """Address of the root of the site, ending in a slash; empty if it is not known."""
    publisher: str
    publisher_url: str
    """Empty: the page about the library says who it is."""
    repository: str
    """Address of the repository on its forge; empty if it is not known."""
    security_contact: str
    """Where a weak spot can be reported: an address of a page, or mailto: of a role; empty if there is none."""

    def address(self, path: str) -> str:
        """Of a page or a file: whole if the site knows where it stands, else from the root of the site."""
        return self.url + path

    def root_from(self, path: str) -> str:
        """The way from a file to the root of the site: whole if the site knows where it stands."""
        return self.url or "../" * path.count("/") or "./"


def file_head(schema: str, path: str, publication: Publication, today: datetime.date) -> dict[str, Any]:
    """What every JSON file begins with. Addresses in a file are from the root of the site, which `site` names."""
    return {
        "$schema": "../" * (path.count("/") - API.count("/")) + f"schema/{schema}.json",
        "version": VERSION,
        "data_license": DATA_LICENCE,
        "date": today.isoformat(),
        "site": publication.root_from(path),
    }


def day_of(library: Library) -> datetime.datetime:
    """The moment that a file which must carry one says it was made: the first of the day of the build."""
    return datetime.datetime.combine(library.today, datetime.time())
