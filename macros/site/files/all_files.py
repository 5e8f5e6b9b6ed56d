"""Library → files beside the pages: path from the root of the site, and content. Pages themselves are in pages.py."""

from collections.abc import Iterable, Iterator

from macros.contributing.spreadsheet.template import template_xlsx
from macros.contributing.spreadsheet.wide import template_csv
from macros.library.library import Library
from macros.model.method import Method
from macros.open_data.claims_csv import claims_csv
from macros.open_data.files import open_data_files
from macros.open_data.publication import Publication
from macros.search.records import record_files
from macros.site.feed import feed, method_feeds, theme_feeds
from macros.site.files.charts import chart_files
from macros.site.files.compare import comparison_files
from macros.site.files.fit import fit_files
from macros.site.files.form import form_files
from macros.site.files.memo import memo_files
from macros.site.pages.all_pages import addresses
from macros.site.pages.page import Site
from macros.site.pages.redirects import embed_files, moved_files
from macros.site.sitemap import Entry, sitemap_files
from macros.site.term_calendar import CALENDAR, calendar
from macros.views.card.history import last_change
from macros.views.catalogue.listings import FEED

AT_ONCE = 500
"""Small cards in a group."""

Files = Iterator[tuple[str, str | bytes]]


def data_files(library: Library, publication: Publication) -> tuple[Files, ...]:
    """All data files made from the library alone, in groups that need nothing of each other; each file is made when it is
    asked for. Line ends of text stay as they are. The search index needs the hand-written pages too: search/index.py."""
    return (
        comparison_files(library),
        record_files(library),
        fit_files(library),
        form_files(library),
        _claims(library),
        *open_data_files(library, publication),
        _templates(library),
    )


def site_files(library: Library, site: Site) -> tuple[Files, ...]:
    """The files that depend on where the site stands, in groups likewise."""
    return (
        chart_files(library, site),
        _to_follow(library, site),
        *(method_feeds(library, site, methods) for methods in _portions(library)),
        memo_files(library, site),
        moved_files(library, site),
        *(embed_files(library, site, methods) for methods in _portions(library)),
    )


def _portions(library: Library) -> Iterator[list[Method]]:
    """All methods, so many at once."""
    methods = list(library.methods.values())
    yield from (methods[start : start + AT_ONCE] for start in range(0, len(methods), AT_ONCE))


def site_map(library: Library, site: Site, written: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The sitemap of the hand-written pages and those made from data; none if the site does not know its address."""
    return sitemap_files([*written, *made(library)], site.url) if site.url else iter(())


def made(library: Library) -> Iterator[Entry]:
    """The pages made from data, for the sitemap: only of cards is it known when they changed."""
    for address in addresses(library):
        card_id = address.removeprefix("methoden/").rstrip("/")
        if card_id not in library.moved or not address.startswith("methoden/"):
            yield address, last_change(card_id, library) if address == f"methoden/{card_id}/" else None


def _to_follow(library: Library, site: Site) -> Files:
    """What readers follow the whole library and its themes with."""
    yield FEED, feed(library, site)
    yield from theme_feeds(library, site)
    yield CALENDAR, calendar(library, site)


def _claims(library: Library) -> Iterator[tuple[str, str]]:
    yield "uitspraken/uitspraken.csv", claims_csv(library)


def _templates(library: Library) -> Files:
    """The spreadsheet that people fill in to add methods."""
    yield "bijdragen/sjabloon.xlsx", template_xlsx(library)
    yield "bijdragen/sjabloon.csv", template_csv()
