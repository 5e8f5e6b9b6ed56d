"""Library → files beside the pages: path from the root of the site, and text. hooks.py writes them after the pages."""

from collections.abc import Iterator

from .comparison_files import comparison_files
from .library import Library
from .views.claims_csv import claims_csv


def data_files(library: Library) -> Iterator[tuple[str, str]]:
    """All files made from data that are not pages, one by one; text is written as UTF-8, line ends as they are."""
    yield "uitspraken/uitspraken.csv", claims_csv(library)
    yield from comparison_files(library)
