"""The results of several methods side by side: a block for each measure, one scale for what may share one.

docs/assets/compare/shared_scales.js puts the same together for methods that a reader chooses; tests hold the two equal.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.views.common.comparability import differences, scale_of, why_not_comparable
from macros.views.common.dutch import listed
from macros.views.common.lines import NoNotes
from macros.views.evidence.base_rates import BaseRateView, base_rates_of
from macros.views.evidence.outcomes import OutcomeView, outcome_view


class ComparedResult(NamedTuple):
    """A result of one of the methods."""

    method: str
    link: str
    outcome: OutcomeView


class SharedScale(NamedTuple):
    """Results of two or more methods that share a scale."""

    unit: str
    results: tuple[ComparedResult, ...]
    cautions: tuple[str, ...]
    """In what the results differ although they share a scale."""


class ResultBlock(NamedTuple):
    measure: str
    scales: tuple[SharedScale, ...]
    apart: tuple[ComparedResult, ...]
    """Results that share no scale with a result of another method."""
    why_apart: tuple[str, ...]
    """Why they share no scale with the results of other methods."""
    missing: tuple[str, ...]
    """Names of the methods without a result on this measure."""
    base_rates: tuple[BaseRateView, ...]
    """What happens anyway, as context."""
    is_shared: bool
    """Whether more than one of the methods has a result on this measure."""


class MethodResult(NamedTuple):
    """A result with the method that it belongs to."""

    method: Method
    outcome: Outcome


def result_blocks(methods: Sequence[Method], library: Library) -> tuple[ResultBlock, ...]:
    """A block for each measure, in the order of the vocabulary, which says nothing about the methods."""
    results = [MethodResult(method, outcome) for method in methods for outcome in method.outcomes]
    measured = {one.outcome.measure.id for one in results}
    return tuple(
        _block([one for one in results if one.outcome.measure.id == measure], methods, base_rates_of(measure, library))
        for measure in library.vocabularies["measure"].terms
        if measure in measured
    )


COMPARABILITY = {
    "scales": "Op één schaal staan alleen resultaten over {measures}. De andere resultaten zijn niet te vergelijken.",
    "shared": "De resultaten van deze methoden zijn niet met elkaar te vergelijken: {why}.",
    "alone": "De resultaten van deze methoden zijn niet met elkaar te vergelijken: elk gaat over iets anders.",
    "none": "Van geen van deze methoden is een resultaat bekend. Dat betekent niet dat er geen effect is.",
}
"""What is said on top of a comparison; docs/assets/compare/shared_scales.js gets it as data."""
MOST_REASONS = 2
"""More reasons than this stand with the results."""


def comparability_text(blocks: Sequence[ResultBlock]) -> str:
    """Whether results may be compared, in one sentence."""
    measures = [block.measure for block in blocks if block.scales]
    if measures:
        return COMPARABILITY["scales"].format(measures=listed(measures))
    why = list(dict.fromkeys(reason for block in blocks if block.is_shared for reason in block.why_apart))
    if why:
        return COMPARABILITY["shared"].format(why="; ".join(why[:MOST_REASONS]))
    return COMPARABILITY["alone" if blocks else "none"]


def _block(results: list[MethodResult], methods: Sequence[Method], base_rates: tuple[BaseRateView, ...]) -> ResultBlock:
    scales = _shared_scales(results)
    apart = [one for one in results if scale_of(one.outcome) not in scales]
    return ResultBlock(
        results[0].outcome.measure.nl,
        tuple(_scale([one for one in results if scale_of(one.outcome) == scale]) for scale in scales),
        tuple(map(_compared_result, apart)),
        tuple(
            dict.fromkeys(
                reason for one, other in _pairs(apart, results) for reason in why_not_comparable(one.outcome, other.outcome)
            )
        ),
        tuple(method.name for method in methods if method.id not in {one.method.id for one in results}),
        base_rates,
        len({one.method.id for one in results}) > 1,
    )


def _shared_scales(results: list[MethodResult]) -> list[str]:
    """Scales with results of more than one method."""
    methods: dict[str, set[str]] = {}
    for one in results:
        if scale := scale_of(one.outcome):
            methods.setdefault(scale, set()).add(one.method.id)
    return [scale for scale, ids in methods.items() if len(ids) > 1]


def _scale(results: list[MethodResult]) -> SharedScale:
    unit = results[0].outcome.result.unit
    cautions = (caution for one, other in combinations(results, 2) for caution in differences(one.outcome, other.outcome))
    return SharedScale(unit.many or unit.nl, tuple(map(_compared_result, results)), tuple(dict.fromkeys(cautions)))


def _pairs(some: list[MethodResult], others: list[MethodResult]) -> list[tuple[MethodResult, MethodResult]]:
    """Pairs of one of `some` with one of `others` of another method."""
    return [(one, other) for one in some for other in others if one.method is not other.method]


def _compared_result(result: MethodResult) -> ComparedResult:
    return compared_result(result.method, result.outcome)


def compared_result(method: Method, outcome: Outcome) -> ComparedResult:
    """A result as it stands beside those of other methods."""
    view = outcome_view(outcome, NoNotes())
    return ComparedResult(method.name, f"methoden/{method.id}/#{view.anchor}", view)
