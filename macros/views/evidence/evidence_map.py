"""The evidence map: a table of methods and measures with a mark for each result. Nothing is added up."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.views.common.comparability import INDEPENDENCE, independence_of_study
from macros.views.common.dutch import by_name
from macros.views.common.subjects import Subject, method_subject, methods_by_name, tool_subject, tools_by_name
from macros.views.evidence.measures import measure_link
from macros.views.evidence.number_text import number_of
from macros.views.evidence.studies import participants_text

METHODS_PER_PAGE = 60
"""Methods on one page of the map."""
FORM_NAMES = {
    "gathered": "overzicht of meta-analyse: meer onderzoeken samen",
    "lot": "onderzoek met loting",
    "compared": "onderzoek met vergelijkingsgroep, zonder loting",
    "followed": "gevolgd of bevraagd, zonder vergelijkingsgroep",
    "told": "geen vorm: eigen opgave, één situatie, of opzet onbekend",
}
"""Shape of a design → its meaning; a design without a shape is drawn as told, which claims least."""
LEAST_METHODS = 2
"""A measure has a column of its own if as many rows have a result on it; of others there is nothing to lay side by side."""
MOST_COLUMNS = 18
"""As many columns fit on a screen; the measures with most rows come first, the others stand together in the last column."""
STATES = {
    "favourable": "gunstig",
    "none": "geen verschil",
    "unfavourable": "ongunstig",
    "mixed": "gemengd",
    "unknown": "richting onbekend of nog geen uitkomst",
}
"""Direction of the result → meaning of the sign in the mark."""

SubjectOutcomes = tuple[Subject, tuple[Outcome, ...]]


class Mark(NamedTuple):
    link: str
    state: str
    """A key of STATES"""
    form: str
    """A key of FORM_NAMES"""
    text: str
    """The same in words, also for screen readers."""


class MapCell(NamedTuple):
    measure: Term
    marks: tuple[Mark, ...]


class MapRow(NamedTuple):
    subject: Subject
    cells: tuple[MapCell, ...]
    """One for each column."""
    others: tuple[MapCell, ...]
    """Measures without a column on which this row has a mark."""

    @property
    def known_cells(self) -> tuple[MapCell, ...]:
        """The cells with at least one mark, those of the last column behind the others."""
        return (*(cell for cell in self.cells if cell.marks), *self.others)


class MapColumn(NamedTuple):
    id: str
    name: str
    link: str


class MapView(NamedTuple):
    columns: tuple[MapColumn, ...]
    has_others: bool
    """Whether a last column holds the measures that have none."""
    measured: int
    """Measures with a result anywhere in the library."""
    methods: tuple[MapRow, ...]
    tools: tuple[MapRow, ...]


def map_view(
    methods: Sequence[SubjectOutcomes], tools: Sequence[SubjectOutcomes], library: Library, theme: str | None = None
) -> MapView:
    """The map of these methods and tools, of one theme or of all; the measures that answer its theme always have a column."""
    measures = [term for term in library.vocabularies["measure"].terms.values() if term.id in library.measured]
    shown = _choose_columns(measures, (*methods, *tools), theme)
    columns = tuple(MapColumn(term.id, term.nl, measure_link(term.id)) for term in shown)
    rest = [term for term in measures if term not in shown]
    rows = [_map_row(one, shown, rest) for one in methods]
    tool_rows = [_map_row(one, shown, rest) for one in tools]
    has_others = any(row.others for row in (*rows, *tool_rows))
    return MapView(columns, has_others, len(measures), tuple(rows), tuple(tool_rows))


def _choose_columns(measures: Sequence[Term], rows: Sequence[SubjectOutcomes], theme: str | None) -> list[Term]:
    """In the order of the list; what answers the theme and what this library is asked about come before the rest."""
    many = Counter(measure for _, outcomes in rows for measure in {outcome.measure.id for outcome in outcomes})
    wanted = [term for term in measures if theme in term.themes or many[term.id] >= LEAST_METHODS]
    kept = sorted(wanted, key=lambda term: (theme not in term.themes, term.headline != "first", -many[term.id]))[:MOST_COLUMNS]
    return [term for term in measures if term in kept]


def methods_on_map(library: Library, theme: str | None = None) -> list[SubjectOutcomes]:
    """All methods by name, or those with a goal of a theme, including methods without results."""
    chosen = methods_by_name(library) if theme is None else by_name(library.methods_by_theme.get(theme, ()))
    return [(method_subject(method), method.outcomes) for method in chosen]


def themes_on_map(library: Library) -> tuple[Term, ...]:
    """The themes that any method has, in the order of the list; a theme that waits for its first card has no map."""
    return tuple(term for term in library.vocabularies["theme"].terms.values() if term.id in library.methods_by_theme)


def tools_on_map(library: Library) -> list[SubjectOutcomes]:
    """The tools with results."""
    return [(tool_subject(tool), tool.outcomes) for tool in tools_by_name(library) if tool.outcomes]


def _map_row(subject_outcomes: SubjectOutcomes, columns: Sequence[Term], rest: Sequence[Term]) -> MapRow:
    subject, outcomes = subject_outcomes
    found: dict[str, dict[str, list[Outcome]]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.measure.id, {}).setdefault(outcome.study.id, []).append(outcome)
    marks = {measure: [make_mark(subject, same) for same in studies.values()] for measure, studies in found.items()}
    cells = (MapCell(measure, tuple(marks.get(measure.id, ()))) for measure in columns)
    return MapRow(
        subject, tuple(cells), tuple(MapCell(measure, tuple(marks[measure.id])) for measure in rest if measure.id in marks)
    )


MIXED, UNKNOWN = "mixed", "unknown"


def make_mark(subject: Subject, outcomes: Sequence[Outcome]) -> Mark:
    """One mark for what one study found on one measure, however many results that are."""
    study = outcomes[0].study
    independence = INDEPENDENCE[independence_of_study(study)]
    parts = (
        *map(_result_text, outcomes),
        study.design.nl,
        participants_text(study.participants) if study.participants else None,
        independence if independence != study.design.nl else None,
    )
    return Mark(
        subject.claim_link(outcomes[0]),
        _direction_of(outcomes),
        study.design.shape or "told",
        "; ".join(filter(None, parts)),
    )


def _result_text(outcome: Outcome) -> str:
    number = number_of(outcome)
    result = " ".join(filter(None, (number.headline, f"({number.remark})" if number.remark else "")))
    direction = outcome.direction.nl if outcome.direction.id != UNKNOWN else "richting onbekend"
    return f"{direction}; {f'alleen in woorden: {result}' if outcome.result.kind == 'words' else result}"


def _direction_of(outcomes: Sequence[Outcome]) -> str:
    """A key of STATES: of results that point in different directions none is left out, so together they are mixed."""
    directions = {outcome.direction.id for outcome in outcomes if outcome.direction.id in STATES} - {UNKNOWN} or {UNKNOWN}
    return directions.pop() if len(directions) == 1 else MIXED
