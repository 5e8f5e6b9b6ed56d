"""Library → files beside the pages: path from the root of the site, and text. Pages themselves are in pages.py."""

from collections.abc import Iterator

from .comparison_files import comparison_files
from .library import Library
from .search.records import record_files
from .views.claims_csv import claims_csv
from .views.fit_files import fit_files


def data_files(library: Library) -> tuple[Iterator[tuple[str, str]], ...]:
    """All data files made from the library alone, in groups that need nothing of each other; each file is made when it is
    asked for. Line ends stay as they are. The search index needs the hand-written pages too: search/index.py."""
    return (
        comparison_files(library),
        record_files(library),
        fit_files(library),
        _claims(library),
    )


def _claims(library: Library) -> Iterator[tuple[str, str]]:
    yield "uitspraken/uitspraken.csv", claims_csv(library)
