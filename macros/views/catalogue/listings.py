"""Lists of methods for readers without scripts: all methods, and those of one theme, target group or age, in pages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.catalogue.catalogue import COLUMNS, CatalogueRow, catalogue_row
from macros.views.catalogue.facets import BY_ID, labels_of, values_of
from macros.views.common.dutch import by_name, capital

PER_PAGE = 100
"""Methods on one page: about 20 kB compressed, for a library of any size."""


class Division(NamedTuple):
    """A facet with a list of methods for each value."""

    folder: str
    """Folder in the address: methoden/thema/return-home/"""
    facet: str
    heading: str


THEMES = Division("thema", "thema", "Per thema")
FEED = "feed.xml"
"""Name of a feed in the folder of what it is about."""
DIVISIONS = (
    THEMES,
    Division("doelgroep", "speelt", "Per doelgroep: wat er speelt"),
    Division("leeftijd", "leeftijd", "Per leeftijd van het kind"),
)


class ListLink(NamedTuple):
    link: str
    text: str
    count: int


class Listing(NamedTuple):
    """One page of one list."""

    address: str
    title: str
    kind: str
    """The label of the facet, such as Thema; empty for the list of all methods."""
    choice: str
    """Address of the same selection in the catalogue with scripts, from the root of the site."""
    total: int
    columns: tuple[str, ...]
    methods: Sequence[Method]
    number: int
    pages: tuple[tuple[int, str], ...]
    """Number and address of every page of this list."""
    feed: str | None
    """Address of the feed that tells what changes on its methods, from the root of the site; only lists of a theme have one."""

    @property
    def previous(self) -> str | None:
        return self.pages[self.number - 2][1] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        return self.pages[self.number][1] if self.number < len(self.pages) else None

    @property
    def first(self) -> int:
        """Number within the list of the first method on this page."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.methods) - 1


class ListingView(NamedTuple):
    """A page of a list with its rows."""

    listing: Listing
    rows: tuple[CatalogueRow, ...]


class CatalogueRowCache:
    """Makes the row of each method once, because a method is in about ten lists; without it the rows take six times as long."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, CatalogueRow] = {}

    def of(self, listing: Listing) -> ListingView:
        return ListingView(listing, tuple(map(self._row, listing.methods)))

    def _row(self, method: Method) -> CatalogueRow:
        if method.id not in self._made:
            self._made[method.id] = catalogue_row(method, self._library)
        return self._made[method.id]


def all_method_listings(library: Library) -> tuple[Listing, ...]:
    """The pages of the list of all methods; the first is the hand-written page of the catalogue."""
    return tuple(_listing_pages("methoden/", "Methoden", "", "methoden/", by_name(library.methods.values())))


def divided_listings(library: Library) -> Iterator[Listing]:
    """The pages of all lists by theme, target group and age."""
    for division in DIVISIONS:
        facet = BY_ID[division.facet]
        kind, labels, named = facet.label, labels_of(facet, library), facet.names(library)
        for value, methods in _methods_by_value(division.facet, library).items():
            choice = f"methoden/?{division.facet}={value}"
            address = _address(division, value)
            feed = f"{address}{FEED}" if division is THEMES and value in named else None
            yield from _listing_pages(address, _title(kind, labels[value], value not in named), kind, choice, methods, feed)


class FollowedList(NamedTuple):
    """A list of methods whose changes a reader can follow."""

    address: str
    title: str
    methods: tuple[str, ...]
    """Their ids"""


def followed_lists(library: Library) -> Iterator[FollowedList]:
    """The lists with a feed: one for each theme."""
    named = BY_ID[THEMES.facet].names(library)
    for value, methods in _methods_by_value(THEMES.facet, library).items():
        if value in named:
            yield FollowedList(_address(THEMES, value), capital(named[value]), tuple(method.id for method in methods))


def list_links(library: Library) -> tuple[tuple[str, tuple[ListLink, ...]], ...]:
    """Links to the first page of each list, under headings."""
    return tuple((division.heading, tuple(_links(division, library))) for division in DIVISIONS)


def _links(division: Division, library: Library) -> Iterator[ListLink]:
    labels = labels_of(BY_ID[division.facet], library)
    for value, methods in _methods_by_value(division.facet, library).items():
        yield ListLink(_address(division, value), labels[value], len(methods))


def _address(division: Division, value: str) -> str:
    return f"methoden/{division.folder}/{value}/"


def _title(kind: str, label: str, is_empty: bool) -> str:
    return f"{kind}: {label}" if is_empty else capital(label)


def _methods_by_value(facet_id: str, library: Library) -> dict[str, list[Method]]:
    """Value → its methods by name; in the order of the vocabulary, without values that no method has."""
    facet = BY_ID[facet_id]
    found: dict[str, list[Method]] = {value: [] for value in labels_of(facet, library)}
    for method in by_name(library.methods.values()):
        for value in values_of(facet, method, library):
            found[value].append(method)
    return {value: methods for value, methods in found.items() if methods}


def _listing_pages(
    address: str, title: str, kind: str, choice: str, methods: Sequence[Method], feed: str | None = None
) -> Iterator[Listing]:
    starts = range(0, len(methods) or 1, PER_PAGE)
    pages = tuple((number, address if number == 1 else f"{address}pagina/{number}/") for number in range(1, len(starts) + 1))
    for (number, page_address), start in zip(pages, starts, strict=True):
        chosen = methods[start : start + PER_PAGE]
        yield Listing(page_address, title, kind, choice, len(methods), COLUMNS, chosen, number, pages, feed)
