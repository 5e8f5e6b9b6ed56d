"""The chain of help as charts to take along: each method as a bar, and for the first page each as a box at its moments."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.method import Method
from macros.views.common.availability import drawn_state
from macros.views.common.dutch import date_text
from macros.views.common.figure import Drawing, Figure, Sign, lines_of, publishers
from macros.views.common.pagination import ListPage
from macros.views.common.subjects import methods_by_name
from macros.views.common.wording import citation_text, status_text
from macros.views.reference.chain import DRAWN, Bar, chain_bars, methods_by_stage

NAMES, WIDTH = 220, 772
"""Pixels: where the stages begin and end."""
LINE, ROW, BOX, LETTER = 14, 26, 16, 6.2
"""Pixels: height of a line of text, least height of a row, size of a box, mean width of a letter."""
NAME_SIGNS, HEAD_SIGNS = 28, 20
MOST_BOXES = 30
"""With more methods at one stage only their number is drawn."""
STATES = {
    "on": Sign("on", "Gevuld: de methode loopt."),
    "open": Sign("open", "Open: afgerond of gestopt."),
    "unsure": Sign("unsure", "Streepjes: pilot, of onbekend of de methode nog loopt."),
}
"""As drawn_state says → how it is read."""
COLUMNS = ("methode", "adres", "plaats", "stand", "toelichting", "bronnen")
NOT_MEASURED = "De plaats en de stand komen van de kaarten. Dit is geen meting en zegt niets over kwaliteit."


class ChainRow(NamedTuple):
    name: tuple[str, ...]
    bar: Bar
    y: float
    height: float


class ChainDrawing(NamedTuple):
    stages: tuple[tuple[str, ...], ...]
    """Names, in lines."""
    head: float
    step: float
    """Width of a stage."""
    rows: tuple[ChainRow, ...]


class StripRow(NamedTuple):
    name: tuple[str, ...]
    total: int
    boxes: tuple[tuple[str, str], ...]
    """(state, method and how it stands)"""


def chain_figure(methods: Sequence[Method], page: str, title: str, library: Library) -> Figure | None:
    """The chart of these methods as bars over the stages; None if there are none, or too many."""
    placed = [method for method in methods if method.chain and method.chain.positions]
    if not 0 < len(placed) <= DRAWN:
        return None
    names = [tuple(lines_of(term.nl, HEAD_SIGNS)) for term in library.vocabularies["stage"].terms.values()]
    head = LETTER * max(len(line) for lines in names for line in lines) + 12
    rows: list[ChainRow] = []
    top = head
    for bar in chain_bars(placed, library):
        name = tuple(lines_of(bar.name, NAME_SIGNS))
        rows.append(ChainRow(name, bar, top, max(ROW, LINE * len(name) + 8)))
        top += rows[-1].height
    drawing = Drawing("chain", top + 8, ChainDrawing(tuple(names), head, (WIDTH - NAMES) / len(names), tuple(rows)))
    words = "; ".join(f"{row.bar.name}: {row.bar.text}" for row in rows)
    name = page.strip("/").replace("/", "-")
    return _figure(placed, page, name, title, drawing, f"{title}. {words}.", library)


def stage_figure(page: ListPage, stage: Term, library: Library) -> Figure | None:
    """The chart of one page of a stage: where its methods stand, also elsewhere."""
    title = f"Methoden bij {stage.nl}{page.suffix}: waar die in de keten nog meer staan, en of die lopen"
    return chain_figure(page.rows, page.address, title, library)


def whole_chain_figure(library: Library) -> Figure | None:
    """The chart of all methods."""
    title = "De keten: op welke momenten elke methode helpt, en of die nog loopt"
    return chain_figure(methods_by_name(library), "keten/", title, library)


def strip_figure(library: Library) -> Figure | None:
    """The chart of the first page: how many methods help at each moment, and which still run; None without any."""
    members = methods_by_stage(library)
    placed = [method for method in methods_by_name(library) if any(method in many for many in members.values())]
    if not placed:
        return None
    rows = tuple(
        StripRow(tuple(lines_of(f"{number} {term.nl}", NAME_SIGNS)), len(members[term.id]), _boxes(members[term.id]))
        for number, term in enumerate(library.vocabularies["stage"].terms.values(), start=1)
    )
    title = "Waar elke methode helpt, en of die nog loopt"
    words = "; ".join(f"{' '.join(row.name)}: {row.total}" for row in rows)
    drawing = Drawing("strip", sum(max(ROW, LINE * len(row.name) + 8) for row in rows) + 8, rows)
    return _figure(placed, "", "keten-per-moment", title, drawing, f"{title}. Aantal methoden per moment: {words}.", library)


def _boxes(methods: Sequence[Method]) -> tuple[tuple[str, str], ...]:
    if len(methods) > MOST_BOXES:
        return ()
    return tuple((drawn_state(method), f"{method.name}: {status_text(method)}") for method in methods)


def _figure(
    methods: Sequence[Method], page: str, name: str, title: str, drawing: Drawing, description: str, library: Library
) -> Figure:
    drawn = {drawn_state(method) for method in methods}
    positions = [(method, position) for method in methods for position in (method.chain.positions if method.chain else ())]
    return Figure(
        title=title,
        page=page,
        name=name,
        drawing=drawing,
        signs=tuple(sign for state, sign in STATES.items() if state in drawn),
        notes=(NOT_MEASURED,),
        sources=publishers(citation for _, position in positions for citation in position.sources),
        day=date_text(library.today),
        description=description,
        table=(
            COLUMNS,
            *(
                (
                    method.name,
                    f"methoden/{method.id}/#keten",
                    position.stage.nl,
                    status_text(method),
                    position.note,
                    " | ".join(map(citation_text, position.sources)),
                )
                for method, position in positions
            ),
        ),
    )
