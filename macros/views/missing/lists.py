"""What is asked of readers, over all cards: the cards with what each lacks, and for each part the cards that lack it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.common.pagination import Sheet, sheets
from macros.views.common.subjects import methods_by_name
from macros.views.missing import lists as wanted
from macros.views.missing.completeness import PARTS, completeness
from macros.views.missing.missing import WANTED, Lacks, aged, lacks, unknown

SHEET = 100
"""Cards on one page: some 20 kB compressed, however much they lack."""
PART_SHEET = 500
"""Cards on one page about one part; each is one line."""


class WantedPart(NamedTuple):
    """A part of the card that some cards do not have."""

    label: str
    link: str
    count: int


class WantedCard(NamedTuple):
    id: str
    name: str
    link: str
    known: int
    total: int
    lacks: Lacks


class WantedLine(NamedTuple):
    """A card on the page about one part."""

    id: str
    name: str
    link: str
    remark: str | None


def part_link(part: str) -> str:
    return f"{WANTED}{part}/"


def counts(library: Library) -> Counter[str]:
    """Place of a part in an address → how many cards do not have it."""
    return Counter(one.part for method in library.methods.values() for one in unknown(method))


def wanted_parts(library: Library) -> tuple[WantedPart, ...]:
    """The parts that cards lack, in the order of the card: an order that says nothing of their worth."""
    found = counts(library)
    places = ((path.replace(".", "-"), label) for path, label in PARTS)
    return tuple(WantedPart(label, part_link(place), found[place]) for place, label in places if found[place])


def past_term(library: Library) -> int:
    """How many cards hold something that is past its term."""
    return len(_aged_lines(library))


def _aged_lines(library: Library) -> list[WantedLine]:
    found = ((method, " ".join(one.text for one in aged(method, library.today))) for method in methods_by_name(library))
    return [_line(method, text) for method, text in found if text]


def _line(method: Method, remark: str | None) -> WantedLine:
    return WantedLine(method.id, method.name, f"methoden/{method.id}/", remark)


def wanted_sheets(library: Library) -> list[Sheet]:
    """All cards by name."""
    return sheets(methods_by_name(library), SHEET, WANTED)


def wanted_cards(methods: Sequence[Method], library: Library) -> tuple[WantedCard, ...]:
    return tuple(_card(method, library) for method in methods)


def _card(method: Method, library: Library) -> WantedCard:
    found = completeness(method)
    return WantedCard(method.id, method.name, f"methoden/{method.id}/", found.known, found.total, lacks(method, library))


class WantedList(NamedTuple):
    """The pages with all cards that lack one thing."""

    label: str
    lead: str
    sheets: list[Sheet]


TERM = "ouder dan zijn termijn"
TERM_LINK = f"{WANTED}termijn/"


def wanted_lists(library: Library) -> Iterator[WantedList]:
    """One for each part that cards lack, and one for what is past its term. Made in one pass over the cards."""
    lacking: dict[str, list[WantedLine]] = {label: [] for _, label in PARTS}
    for method in methods_by_name(library):
        for one in unknown(method):
            lacking[one.label].append(_line(method, one.remark))
    for path, label in PARTS:
        if lines := lacking[label]:
            lead = f"{len(lines)} {'kaart noemt' if len(lines) == 1 else 'kaarten noemen'} dit nog niet."
            yield WantedList(label, lead, sheets(lines, PART_SHEET, part_link(path.replace(".", "-"))))
    if lines := _aged_lines(library):
        lead = f"Op {len(lines)} {'kaart' if len(lines) == 1 else 'kaarten'} staat iets dat nagekeken moet worden."
        yield WantedList(TERM, lead, sheets(lines, PART_SHEET, TERM_LINK))


def sheet_view(sheet: Sheet, library: Library) -> dict[str, Any]:
    return {"sheet": sheet, "cards": wanted.wanted_cards(sheet.rows, library)}
