"""Results by measure: results with the same scale are drawn together, the others beside them with the reason. Nothing is
ranked."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.views.common.comparability import differences, scale_of, why_off_scale
from macros.views.common.dutch import listed
from macros.views.common.lines import NoNotes
from macros.views.common.subjects import Subject, SubjectOutcome, all_results
from macros.views.evidence.outcomes import OutcomeView, outcome_view
from macros.views.evidence.weighing import YES, Fact, four_facts

RESULTS_PER_PAGE = 100
"""Results on one page of a measure."""
AT_ONCE = 80
"""A library with at most this many results shows all measures on one page."""

FEW = 12
"""With at most this many results the differences in group and period are listed; with more they always differ."""

ASKED_FIRST = ("placements", "return-home")
"""The measures that municipalities ask about first; the home page links to them."""


class ResultView(NamedTuple):
    id: str
    subject: Subject
    link: str
    """The claim on its card, with its sources."""
    claim: OutcomeView
    facts: tuple[Fact, ...]
    """The four that weigh it."""
    off_scale: str | None
    """Why it has no scale; None if it has one."""


class MeasureScale(NamedTuple):
    """Results with the same measure and unit, each with count and total, so that they may be drawn on one scale."""

    unit: str
    results: tuple[ResultView, ...]


class MeasureView(NamedTuple):
    id: str
    name: str
    description: str
    link: str
    compared: tuple[ResultView, ...]
    """Results of which a reader learns how another group did; they stand first."""
    scales: tuple[MeasureScale, ...]
    """Of the other results."""
    apart: tuple[ResultView, ...]
    """Other results without a scale."""
    why_apart: tuple[str, ...]
    """Why the results of this measure do not all share one scale, in words."""


class MeasureLine(NamedTuple):
    """A measure in the list of measures."""

    id: str
    name: str
    description: str
    link: str
    total: int
    studies: int
    with_total: int
    directions: tuple[tuple[Term, int], ...]
    subjects: int


def results_by_measure(library: Library) -> dict[str, list[SubjectOutcome]]:
    """The results of each measure that has any, in the order of the vocabulary."""
    found: dict[str, list[SubjectOutcome]] = {term: [] for term in library.vocabularies["measure"].terms}
    for subject, outcome in all_results(library):
        found[outcome.measure.id].append((subject, outcome))
    return {measure: results for measure, results in found.items() if results}


def measure_link(measure: str) -> str:
    return f"uitkomsten/{measure}/"


def most_asked(library: Library) -> tuple[tuple[str, str], ...]:
    """(name, address) of the measures of ASKED_FIRST that have results."""
    known = {outcome.measure.id: outcome.measure.nl for _, outcome in all_results(library)}
    return tuple((known[measure], measure_link(measure)) for measure in ASKED_FIRST if measure in known)


def measure_lines(library: Library) -> tuple[MeasureLine, ...]:
    return tuple(_measure_line(results) for results in results_by_measure(library).values())


def _measure_line(results: list[SubjectOutcome]) -> MeasureLine:
    outcomes = [outcome for _, outcome in results]
    directions = {outcome.direction.id: outcome.direction for outcome in outcomes}
    term = outcomes[0].measure
    return MeasureLine(
        id=term.id,
        name=term.nl,
        description=term.description,
        link=measure_link(term.id),
        total=len(outcomes),
        studies=len({(subject, outcome.study.id) for subject, outcome in results}),
        with_total=sum(outcome.result.kind == "proportion" for outcome in outcomes),
        directions=tuple(
            (direction, sum(outcome.direction is direction for outcome in outcomes)) for direction in directions.values()
        ),
        subjects=len({subject for subject, _ in results}),
    )


def measure_view(results: Iterable[SubjectOutcome]) -> MeasureView:
    """One measure with its results. Raises ValueError if there are none."""
    results = list(results)
    if not results:
        raise ValueError("a measure without results")
    term = results[0][1].measure
    compared = [result for result in results if result[1].result.kind != "none-yet" and four_facts(result[1])[1].answer == YES]
    scales: dict[str, list[SubjectOutcome]] = {}
    apart = []
    for result in (result for result in results if result not in compared):
        scale = scale_of(result[1])
        if scale is None:
            apart.append(result)
        else:
            scales.setdefault(scale, []).append(result)
    views = tuple(
        MeasureScale(_unit_name(members[0][1]), tuple(_result_view(*result) for result in members)) for members in scales.values()
    )
    shown_apart = tuple(_result_view(*result) for result in apart)
    return MeasureView(
        id=term.id,
        name=term.nl,
        description=term.description,
        link=measure_link(term.id),
        compared=tuple(_result_view(*result) for result in compared),
        scales=views,
        apart=shown_apart,
        why_apart=_why_apart(results),
    )


def _unit_name(outcome: Outcome) -> str:
    unit = outcome.result.unit
    return unit.many or unit.nl


def _result_view(subject: Subject, outcome: Outcome) -> ResultView:
    return ResultView(
        f"{subject.id}--{outcome.id}",
        subject,
        subject.claim_link(outcome),
        outcome_view(outcome, NoNotes()),
        four_facts(outcome),
        why_off_scale(outcome),
    )


def _why_apart(results: list[SubjectOutcome]) -> tuple[str, ...]:
    """Empty if all results share one scale."""
    units = {scale: _unit_name(outcome) for _, outcome in results if (scale := scale_of(outcome))}
    off_scale = [(subject, reason) for subject, outcome in results if (reason := why_off_scale(outcome))]
    if len(units) + len(off_scale) < 2:
        return ()
    reasons = [f"de eenheid verschilt: {listed(list(units.values()))}"] if len(units) > 1 else []
    for reason in dict.fromkeys(reason for _, reason in off_scale):
        names = list(dict.fromkeys(subject.name for subject, its in off_scale if its == reason))
        reasons.append(f"{reason} ({listed(names) if len(names) <= 3 else f'{len(names)} keer'})")
    if len(results) <= FEW:
        pairs = (pair for pair in combinations(results, 2) if pair[0][0] != pair[1][0])
        reasons += dict.fromkeys(reason for (_, one), (_, other) in pairs for reason in differences(one, other))
    return tuple(reasons)
