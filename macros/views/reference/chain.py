"""The chain of help, from before birth to aftercare: the place of each method, and what comes before and after it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.method import Method
from macros.views.card.card import chain_rows
from macros.views.common.availability import drawn_state
from macros.views.common.lines import Line, NoNotes, Notes, Row
from macros.views.common.pagination import ListPage
from macros.views.common.subjects import methods_by_name

METHODS_PER_PAGE = 60
"""Methods of one stage on one page."""
DRAWN = 40
"""With more methods than this the picture is unreadable, so only the list is shown."""


class Stage(NamedTuple):
    id: str
    number: int
    name: str
    description: str
    link: str
    methods: tuple[Line, ...]
    total: int


class Bar(NamedTuple):
    """A method in the picture."""

    name: str
    link: str
    places: tuple[int, ...]
    """Numbers of its stages."""
    spans: tuple[tuple[int, int], ...]
    """First and last stage of each unbroken stretch."""
    state: str
    """As drawn_state says: filled, open or dashed"""
    text: str


class Neighbours(NamedTuple):
    name: str
    link: str
    rows: tuple[Row, ...]


class ChainView(NamedTuple):
    stages: tuple[Stage, ...]
    bars: tuple[Bar, ...]
    """Empty if there are too many to draw."""
    neighbours: tuple[Neighbours, ...]
    """Empty if there are too many; each card has its own."""
    unplaced: tuple[Line, ...]
    """Methods whose place is unknown; empty if there are too many to name."""
    unplaced_total: int


def stage_link(stage: str) -> str:
    return f"keten/{stage}/"


def stage_view(page: ListPage, stage: Term, library: Library) -> dict[str, Any]:
    """The methods of one stage of the chain."""
    return {
        "page": page,
        "name": stage.nl,
        "description": stage.description,
        "methods": stage_lines(page.rows, stage.id),
        "bars": chain_bars(page.rows, library) if len(page.rows) <= DRAWN else (),
        "stages": [one.nl for one in library.vocabularies["stage"].terms.values()],
    }


def methods_by_stage(library: Library) -> dict[str, list[Method]]:
    """The methods of each stage, in the order of the chain."""
    found: dict[str, list[Method]] = {stage: [] for stage in library.vocabularies["stage"].terms}
    for method in methods_by_name(library):
        for stage in dict.fromkeys(position.stage.id for position in _positions(method)):
            found[stage].append(method)
    return found


def chain_view(library: Library, notes: Notes) -> ChainView:
    """The whole chain; with many methods only the number at each stage, because each stage has a page of its own."""
    methods = methods_by_name(library)
    placed = [method for method in methods if _positions(method)]
    few = len(placed) <= DRAWN
    members = methods_by_stage(library)
    stages = tuple(
        Stage(
            id=term.id,
            number=number,
            name=term.nl,
            description=term.description,
            link=stage_link(term.id),
            methods=tuple(_stage_line(method, term.id, notes) for method in members[term.id]) if few else (),
            total=len(members[term.id]),
        )
        for number, term in enumerate(library.vocabularies["stage"].terms.values(), start=1)
    )
    unplaced = [method for method in methods if not _positions(method)]
    telling = [method for method in methods if next(chain_rows(method, library, NoNotes()), None)]
    return ChainView(
        stages=stages,
        bars=chain_bars(placed, library) if few else (),
        neighbours=chain_neighbours(telling, library, notes) if len(telling) <= DRAWN else (),
        unplaced=tuple(Line(method.name, link=f"methoden/{method.id}/") for method in unplaced) if len(unplaced) <= DRAWN else (),
        unplaced_total=len(unplaced),
    )


def chain_bars(methods: Sequence[Method], library: Library) -> tuple[Bar, ...]:
    """In the order of the chain, and then by name."""
    numbers = {stage: number for number, stage in enumerate(library.vocabularies["stage"].terms, start=1)}
    drawn = [_bar(method, numbers) for method in methods]
    return tuple(sorted(drawn, key=lambda bar: bar.places))


def _bar(method: Method, numbers: dict[str, int]) -> Bar:
    positions = sorted(_positions(method), key=lambda position: numbers[position.stage.id])
    places = tuple(dict.fromkeys(numbers[position.stage.id] for position in positions))
    text = ", ".join(dict.fromkeys(position.stage.nl for position in positions))
    state = drawn_state(method)
    words = text if state == "on" else f"{text} ({method.status.phase.nl})"
    return Bar(method.name, f"methoden/{method.id}/", places, _spans(places), state, words)


def _spans(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """1, 2, 4 → (1, 2) and (4, 4)"""
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and spans[-1][1] == place - 1:
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((place, place))
    return tuple(spans)


def stage_lines(methods: Sequence[Method], stage: str) -> tuple[Line, ...]:
    """The methods of one stage, without sources, which are on the card."""
    return tuple(_stage_line(method, stage, NoNotes()) for method in methods)


def _stage_line(method: Method, stage: str, notes: Notes) -> Line:
    position = next(position for position in _positions(method) if position.stage.id == stage)
    phase = method.status.phase
    name = method.name if phase.id == "running" else f"{method.name} ({phase.nl})"
    return Line(name, notes.of(position.sources), f"methoden/{method.id}/#keten", position.note)


def chain_neighbours(methods: Sequence[Method], library: Library, notes: Notes) -> tuple[Neighbours, ...]:
    """What comes before, alongside and after each method that says so."""
    found = (
        Neighbours(method.name, f"methoden/{method.id}/#keten", tuple(chain_rows(method, library, notes))) for method in methods
    )
    return tuple(one for one in found if one.rows)


def _positions(method: Method) -> tuple:
    return method.chain.positions if method.chain else ()
