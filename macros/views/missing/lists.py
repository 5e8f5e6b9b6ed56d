"""Missing lists over all cards: the cards with what is missing on each, and for each part the cards that do not have it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.common.dutch import plural
from macros.views.common.pagination import ListPage, paginate
from macros.views.common.subjects import methods_by_name
from macros.views.missing.completeness import PARTS, completeness
from macros.views.missing.missing import LISTS, MissingInformation, find_past_term, missing_information, unknown_parts

CARDS_PER_PAGE = 100
"""About 20 kB compressed, however much is missing."""
LINKS_PER_PAGE = 500
"""On a page about one part a card is one line."""


class MissingPart(NamedTuple):
    """A part of the card that some cards do not have."""

    label: str
    link: str
    count: int


class IncompleteCard(NamedTuple):
    id: str
    name: str
    link: str
    known: int
    total: int
    missing: MissingInformation


class CardLink(NamedTuple):
    """A card on the page about one part."""

    id: str
    name: str
    link: str
    remark: str | None


def list_link(part: str) -> str:
    return f"{LISTS}{part}/"


def count_missing(library: Library) -> Counter[str]:
    """Name of a part in an address → number of cards that do not have it."""
    return Counter(one.part for method in library.methods.values() for one in unknown_parts(method))


def missing_parts(library: Library) -> tuple[MissingPart, ...]:
    """The parts that are missing on some card, in the order of the card, which says nothing about their importance."""
    found = count_missing(library)
    places = ((path.replace(".", "-"), label) for path, label in PARTS)
    return tuple(MissingPart(label, list_link(place), found[place]) for place, label in places if found[place])


def count_past_term(library: Library) -> int:
    """Number of cards with something past its term."""
    return len(_past_term_links(library))


def _past_term_links(library: Library) -> list[CardLink]:
    found = ((method, " ".join(one.text for one in find_past_term(method, library.today))) for method in methods_by_name(library))
    return [_card_link(method, text) for method, text in found if text]


def _card_link(method: Method, remark: str | None) -> CardLink:
    return CardLink(method.id, method.name, f"methoden/{method.id}/", remark)


def card_list_pages(library: Library) -> list[ListPage]:
    """The pages of the list of all cards, by name."""
    return paginate(methods_by_name(library), CARDS_PER_PAGE, LISTS)


def incomplete_cards(methods: Sequence[Method], library: Library) -> tuple[IncompleteCard, ...]:
    return tuple(_incomplete_card(method, library) for method in methods)


def _incomplete_card(method: Method, library: Library) -> IncompleteCard:
    found = completeness(method)
    return IncompleteCard(
        method.id, method.name, f"methoden/{method.id}/", found.known, found.total, missing_information(method, library)
    )


class MissingList(NamedTuple):
    """The pages of a list of cards that miss one part, or have something past its term."""

    label: str
    lead: str
    pages: list[ListPage]


PAST_TERM_LABEL = "ouder dan zijn termijn"
PAST_TERM_LINK = f"{LISTS}termijn/"


def missing_lists(library: Library) -> Iterator[MissingList]:
    """A list for each part that is missing on some card, and one for what is past its term, in one pass over the cards."""
    lacking: dict[str, list[CardLink]] = {label: [] for _, label in PARTS}
    for method in methods_by_name(library):
        for one in unknown_parts(method):
            lacking[one.label].append(_card_link(method, one.remark))
    for path, label in PARTS:
        if lines := lacking[label]:
            lead = f"{plural(len(lines), 'kaart noemt', 'kaarten noemen')} dit nog niet."
            yield MissingList(label, lead, paginate(lines, LINKS_PER_PAGE, list_link(path.replace(".", "-"))))
    if lines := _past_term_links(library):
        lead = f"Op {plural(len(lines), 'kaart', 'kaarten')} staat iets dat nagekeken moet worden."
        yield MissingList(PAST_TERM_LABEL, lead, paginate(lines, LINKS_PER_PAGE, PAST_TERM_LINK))


def card_list_view(page: ListPage, library: Library) -> dict[str, Any]:
    return {"page": page, "cards": incomplete_cards(page.rows, library)}
