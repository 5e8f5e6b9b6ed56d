"""Library → files beside the pages: path from the root of the site, and text. Pages themselves are in pages.py."""

from collections.abc import Iterable, Iterator

from .comparison_files import comparison_files
from .library import Library
from .search.documents import Prose
from .search.index import search_files
from .search.records import record_files
from .views.claims_csv import claims_csv
from .views.fit_files import fit_files


def data_files(library: Library, prose: Iterable[Prose] = ()) -> Iterator[tuple[str, str]]:
    """All files made from the library and the hand-written pages, each when it is asked for; line ends stay as they are."""
    yield from record_files(library)
    yield from fit_files(library)
    yield from search_files(library, prose)
    yield "uitspraken/uitspraken.csv", claims_csv(library)
    yield from comparison_files(library)
