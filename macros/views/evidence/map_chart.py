"""The evidence map as a chart to take along: the same signs, with their legend."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.views.common.dutch import capital, date_text
from macros.views.common.figure import Drawing, Figure, lines_of, publishers
from macros.views.common.subjects import SubjectOutcome
from macros.views.evidence.evidence_map import FORM_NAMES, STATES, MapCell, MapRow, MapView, Mark, SubjectOutcomes

NAMES, WIDTH, MOST_WIDE = 220, 772, 42
"""Pixels: where the columns begin, where they end, and how wide a column is at most."""
NAME_SIGNS, HEAD_SIGNS = 28, 22
LINE, SIGN, PADDING, LETTER = 14, 18, 10, 6.2
"""Pixels: height of a line of text, size of a sign, around a row, mean width of a letter."""
MOST_MARKS = 2
"""Signs beside each other in one cell; more stand below."""
EVERY_SIGN = (
    "Elk teken is wat één onderzoek vond. De getallen met aantal, totaal en wie er heeft gemeten, staan in de tabel (CSV)."
)


class ChartCell(NamedTuple):
    x: float
    marks: tuple[tuple[float, float, str, Mark], ...]
    """(x, y within the row, measure, mark)"""


class ChartMapRow(NamedTuple):
    name: tuple[str, ...]
    cells: tuple[ChartCell, ...]
    others: tuple[tuple[float, str, Mark], ...]
    """(y within the row, measure, mark) of the measures that have no column."""
    y: float
    height: float


class MapDrawing(NamedTuple):
    columns: tuple[tuple[float, tuple[str, ...]], ...]
    """(middle, name in lines)"""
    head: float
    """Height of the names of the columns."""
    rows: tuple[ChartMapRow, ...]
    legend: tuple[tuple[float, tuple[tuple[str, str, str], ...]], ...]
    """(y, (state, form, words) side by side)"""
    height: float


def map_figure(view: MapView, title: str, page: str, shown: Iterable[SubjectOutcomes], library: Library) -> Figure | None:
    """The chart of one page of the map; None if nothing was found of what stands on it."""
    results: list[SubjectOutcome] = [(subject, outcome) for subject, outcomes in shown for outcome in outcomes]
    if not results:
        return None
    drawing = _draw(view)
    found = [
        f"{row.subject.name}: {'; '.join(f'{cell.measure.nl}: {mark.text}' for cell in row.known_cells for mark in cell.marks)}"
        for row in (*view.methods, *view.tools)
        if row.known_cells
    ]
    full_title = f"Bewijskaart, {title[0].lower()}{title[1:]}: wat er per methode is gemeten, hoe, en wat is gevonden"
    return Figure(
        title=full_title,
        page=page,
        name=f"bewijskaart-{page.removeprefix('bewijskaart/').strip('/').replace('/', '-')}".rstrip("-"),
        drawing=Drawing("map", drawing.height, drawing),
        signs=(),
        notes=(EVERY_SIGN, "De volgorde zegt niets over kwaliteit. Een leeg vak: niet onderzocht of niet gevonden."),
        sources=publishers(citation for _, outcome in results for citation in outcome.sources),
        day=date_text(library.today),
        description=f"{full_title}. {'. '.join(found)}.",
        results=tuple(results),
    )


def _draw(view: MapView) -> MapDrawing:
    wide = min(MOST_WIDE, (WIDTH - NAMES) / max(1, len(view.columns)))
    names = [tuple(lines_of(capital(column.name), HEAD_SIGNS)) for column in view.columns]
    head = LETTER * max((len(line) for lines in names for line in lines), default=0) + PADDING
    columns = tuple((NAMES + wide * (place + 0.5), lines) for place, lines in enumerate(names))
    rows: list[ChartMapRow] = []
    top = head
    for one in (*view.methods, *view.tools):
        rows.append(_row(one, wide, top))
        top += rows[-1].height
    legend = tuple((top + 24 + place * (SIGN + 4), pair) for place, pair in enumerate(_legend()))
    return MapDrawing(columns, head, tuple(rows), legend, legend[-1][0] + SIGN + PADDING)


def _row(one: MapRow, wide: float, top: float) -> ChartMapRow:
    name = tuple(lines_of(one.subject.name, NAME_SIGNS))
    cells = tuple(_cell(cell, place, wide) for place, cell in enumerate(one.cells))
    deepest = max((y + SIGN for cell in cells for _, y, _, _ in cell.marks), default=0)
    first = max(LINE * len(name), deepest) + PADDING / 2
    others = [(capital(cell.measure.nl), mark) for cell in one.others for mark in cell.marks]
    placed = tuple((first + place * (SIGN + 2), measure, mark) for place, (measure, mark) in enumerate(others))
    return ChartMapRow(name, cells, placed, top, first + len(placed) * (SIGN + 2) + PADDING / 2)


def _cell(cell: MapCell, place: int, wide: float) -> ChartCell:
    beside = min(MOST_MARKS, max(1, int(wide // SIGN)), max(1, len(cell.marks)))
    left = (wide - beside * SIGN) / 2
    marks = tuple(
        (left + (number % beside) * SIGN, PADDING / 2 + (number // beside) * (SIGN + 2), capital(cell.measure.nl), mark)
        for number, mark in enumerate(cell.marks)
    )
    return ChartCell(NAMES + wide * place, marks)


def _legend() -> Sequence[tuple[tuple[str, str, str], ...]]:
    """Forms at the left, signs at the right."""
    forms = [("blank", form, words) for form, words in FORM_NAMES.items()]
    states = [(state, "told", words) for state, words in STATES.items()]
    return list(zip(forms, states, strict=True))
