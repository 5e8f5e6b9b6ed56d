"""The evidence map: a table of methods and measures with a mark for each result. Nothing is added up."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.results import Proportion
from macros.views.common.comparability import INDEPENDENCE, independence_of_study
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
    "told": "eigen opgave, één situatie, of opzet onbekend",
}
"""Shape of a design → its meaning; a design without a shape is drawn as told, which claims least."""
SIZES = {"large": "100 of meer", "middle": "30 tot 99", "small": "minder dan 30", "unknown": "aantal niet gegeven"}
"""How many took part; the limits 30 and 100 only serve the drawing, and say nothing about what is enough."""
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
    size: str
    """A key of SIZES"""
    in_words: bool
    """Whether the result is only in words, or there is none yet."""
    text: str
    """The same in words, also for screen readers."""


class MapCell(NamedTuple):
    measure: Term
    marks: tuple[Mark, ...]


class MapRow(NamedTuple):
    subject: Subject
    cells: tuple[MapCell, ...]
    known: int

    @property
    def known_cells(self) -> tuple[MapCell, ...]:
        """The cells with at least one mark."""
        return tuple(cell for cell in self.cells if cell.marks)


class MapColumn(NamedTuple):
    id: str
    name: str
    link: str


class MapView(NamedTuple):
    columns: tuple[MapColumn, ...]
    methods: tuple[MapRow, ...]
    tools: tuple[MapRow, ...]


def map_view(methods: Sequence[SubjectOutcomes], tools: Sequence[SubjectOutcomes], library: Library) -> MapView:
    """The map of these methods and tools. Its columns are the measures with any result in the whole library."""
    measures = [term for term in library.vocabularies["measure"].terms.values() if term.id in library.measured]
    columns = tuple(MapColumn(term.id, term.nl, measure_link(term.id)) for term in measures)
    return MapView(columns, tuple(_map_row(one, measures) for one in methods), tuple(_map_row(one, measures) for one in tools))


def methods_on_map(library: Library, theme: str | None = None) -> list[SubjectOutcomes]:
    """All methods by name, or those with a goal of a theme, including methods without results."""
    methods = methods_by_name(library)
    chosen = methods if theme is None else [method for method in methods if any(goal.theme.id == theme for goal in method.goals)]
    return [(method_subject(method), method.outcomes) for method in chosen]


def themes_on_map(library: Library) -> tuple[Term, ...]:
    """The themes that any method has, in the order of the list; a theme that waits for its first card has no map."""
    found = {goal.theme.id for method in library.methods.values() for goal in method.goals}
    return tuple(term for term in library.vocabularies["theme"].terms.values() if term.id in found)


def tools_on_map(library: Library) -> list[SubjectOutcomes]:
    """The tools with results."""
    return [(tool_subject(tool), tool.outcomes) for tool in tools_by_name(library) if tool.outcomes]


def _map_row(subject_outcomes: SubjectOutcomes, measures: Sequence[Term]) -> MapRow:
    subject, outcomes = subject_outcomes
    found: dict[str, dict[str, list[Outcome]]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.measure.id, {}).setdefault(outcome.study.id, []).append(outcome)
    marks = {measure: [make_mark(subject, same) for same in studies.values()] for measure, studies in found.items()}
    return MapRow(subject, tuple(MapCell(measure, tuple(marks.get(measure.id, ()))) for measure in measures), len(found))


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
        size_of(outcomes),
        all(outcome.result.kind in ("words", "none-yet") for outcome in outcomes),
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


def size_of(outcomes: Sequence[Outcome]) -> str:
    """A key of SIZES: how many took part in the study, or else the largest group of which a result gives the size."""
    participants = outcomes[0].study.participants
    totals = [outcome.result.of for outcome in outcomes if isinstance(outcome.result, Proportion)]
    size = (participants.total if participants else None) or max(totals, default=None)
    if size is None:
        return UNKNOWN
    return "large" if size >= 100 else "middle" if size >= 30 else "small"
