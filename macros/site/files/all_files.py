"""Library → files beside the pages: path from the root of the site, and content. Pages themselves are in pages.py."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from macros.contributing.spreadsheet.template import template_xlsx
from macros.contributing.spreadsheet.wide import template_csv
from macros.kept import KeptWork
from macros.library.library import Library
from macros.model.method import Method
from macros.open_data.claims_csv import claims_csv
from macros.open_data.files import FileGroup, open_data_files
from macros.open_data.publication import Publication
from macros.search.documents import Prose
from macros.search.index import search_files
from macros.search.records import record_files
from macros.site.deadline_calendar import CALENDAR, calendar
from macros.site.feed import feed, method_feeds, theme_feeds
from macros.site.files.charts import CARD_CHART_PATHS, CHART_PATHS, card_charts, chart_files
from macros.site.files.compare import comparison_columns, comparison_index
from macros.site.files.fit import fit_files
from macros.site.files.form import form_files
from macros.site.files.memo import memo_files
from macros.site.pages.all_pages import addresses
from macros.site.pages.page import Site
from macros.site.pages.redirects import embed_files, moved_files
from macros.site.sitemap import Entry, sitemap_files
from macros.views.card.history import last_change
from macros.views.catalogue.listings import FEED

Files = Iterator[tuple[str, str | bytes]]
_ID = r"[^/]+"


class CardFiles(NamedTuple):
    """Files of which every card has its own."""

    paths: str
    """A regular expression that the path of each of them matches as a whole; its group `card` is the id of the card."""
    make: Callable[[Library, Iterable[Method]], Files]
    is_kept: bool = False
    """Whether it takes long enough to take it over from an earlier run; then a card has one of these files, and what is read
    for it is read from the library that is given."""


class KeptFiles(NamedTuple):
    """Files that take long to make and of which each portion reads little of the library, so that it is taken over from an
    earlier run as long as that is the same."""

    paths: str
    """As of CardFiles."""
    portions: tuple[str, ...]
    make: Callable[[Library, str], Files]
    """The files of a portion; reads only of the library that is given."""


def file_groups(
    library: Library, site: Site, publication: Publication, cards: Path, kept: KeptWork
) -> tuple[FileGroup | CardFiles | KeptFiles, ...]:
    """All files made from the library alone, in groups that need nothing of each other; each file is made when it is asked
    for. Line ends of text stay as they are. `cards` is the folder of the cards, which are published as they were written.
    The search and the sitemap need the hand-written pages too: search_group and site_map_group."""
    return (
        FileGroup(r"vergelijken/methoden\.json", lambda: comparison_index(library)),
        CardFiles(rf"vergelijken/data/(?P<card>{_ID})\.json", comparison_columns, is_kept=True),
        FileGroup(r"zoek/(methoden|regels/\d+)\.json", lambda: record_files(library)),
        FileGroup(rf"past-het/methoden(/{_ID})?\.json", lambda: fit_files(library)),
        FileGroup(r"bijdragen/formulier/[^/]+\.json", lambda: form_files(library)),
        FileGroup(r"uitspraken/uitspraken\.csv", lambda: _claims(library, site)),
        *open_data_files(library, publication, kept),
        KeptFiles(r"bijdragen/sjabloon\.(xlsx|csv)", ("",), lambda library, _: _templates(library)),
        FileGroup(r"(methoden/.+/)?feed\.xml|[^/]+\.ics", lambda: _to_follow(library, site)),
        CardFiles(rf"methoden/(?P<card>{_ID})/feed\.xml", lambda library, methods: method_feeds(library, site, methods)),
        KeptFiles(
            rf"vergelijken/{_ID}/[^/]+\.(docx|txt)",
            tuple(library.comparisons),
            lambda library, comparison: memo_files(library, site, comparison),
        ),
        FileGroup(CHART_PATHS, lambda: chart_files(library, site)),
        CardFiles(CARD_CHART_PATHS, lambda library, methods: card_charts(library, site, methods)),
        FileGroup(rf"(embed|methoden|werkvormen)/{_ID}/index\.html", lambda: moved_files(library, site)),
        CardFiles(rf"embed/(?P<card>{_ID})/index\.html", lambda library, methods: embed_files(library, site, methods)),
        CardFiles(rf"methoden/(?P<card>{_ID})/(?P=card)\.yml", lambda _, methods: _card_copies(cards, methods)),
    )


def search_group(library: Library, prose: Iterable[Prose]) -> FileGroup:
    """The files of the search; `prose` are the hand-written pages."""
    return FileGroup(r"zoek/(begin|[wspnt]/[^/]+)\.json", lambda: search_files(library, prose))


def site_map_group(library: Library, site: Site, written: Iterable[Entry]) -> FileGroup:
    """The sitemap; `written` are the hand-written pages."""
    return FileGroup(r"sitemap(-\d+)?\.xml", lambda: site_map(library, site, written))


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


def _claims(library: Library, site: Site) -> Files:
    yield "uitspraken/uitspraken.csv", claims_csv(library, site.url)


def _templates(library: Library) -> Files:
    """The spreadsheet that people fill in to add methods."""
    yield "bijdragen/sjabloon.xlsx", template_xlsx(library)
    yield "bijdragen/sjabloon.csv", template_csv()


def _card_copies(folder: Path, methods: Iterable[Method]) -> Iterator[tuple[str, bytes]]:
    for method in methods:
        yield f"methoden/{method.id}/{method.id}.yml", (folder / f"{method.id}.yml").read_bytes()
