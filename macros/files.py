"""Library → data files: path in the site and text. What scripts on the pages fetch; pages themselves are in pages.py."""

from collections.abc import Iterable, Iterator

from .library import Library
from .search.documents import Prose
from .search.index import search_files
from .search.records import record_files
from .views.fit_files import fit_files


def data_files(library: Library, prose: Iterable[Prose] = ()) -> Iterator[tuple[str, str]]:
    """All data files made from the library, and of the hand-written pages; each is made when it is asked for."""
    yield from record_files(library)
    yield from fit_files(library)
    yield from search_files(library, prose)
