"""Library → files beside the pages: path from the root of the site, and text. hooks.py writes them after the pages."""

from collections.abc import Iterator

from .comparison_files import comparison_files
from .library import Library


def data_files(library: Library) -> Iterator[tuple[str, str]]:
    """All files made from data that are not pages, one by one; text is written as UTF-8, line ends as they are."""
    yield from comparison_files(library)
