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
from macros.views.common.lines import NoNotes
from macros.views.evidence.outcomes import OutcomeView, outcome_view


class Weighed(NamedTuple):
    """A result of one of the methods."""

    method: str
    link: str
    outcome: OutcomeView


class Scale(NamedTuple):
    """Results of two or more methods that may stand on one scale."""

    unit: str
    results: tuple[Weighed, ...]
    cautions: tuple[str, ...]
    """In what they differ all the same."""


class Block(NamedTuple):
    measure: str
    scales: tuple[Scale, ...]
    apart: tuple[Weighed, ...]
    """Results that stand on no scale with another, each by itself."""
    why_apart: tuple[str, ...]
    """What keeps them from one scale with the results of other methods."""
    missing: tuple[str, ...]
    """Names of the methods without a result on this measure."""
    is_shared: bool
    """Whether more than one of the methods has a result on this measure."""


class Told(NamedTuple):
    """A result before it is shown: who tells it, and what is told."""

    method: Method
    outcome: Outcome


def blocks(methods: Sequence[Method], library: Library) -> tuple[Block, ...]:
    """A block for each measure, in the order of the vocabulary: an order that says nothing of the methods."""
    told = [Told(method, outcome) for method in methods for outcome in method.outcomes]
    measured = {one.outcome.measure.id for one in told}
    return tuple(
        _block([one for one in told if one.outcome.measure.id == measure], methods)
        for measure in library.vocabularies["measure"].terms
        if measure in measured
    )


def _block(told: list[Told], methods: Sequence[Method]) -> Block:
    scales = _shared_scales(told)
    apart = [one for one in told if scale_of(one.outcome) not in scales]
    return Block(
        told[0].outcome.measure.nl,
        tuple(_scale([one for one in told if scale_of(one.outcome) == scale]) for scale in scales),
        tuple(map(_weighed, apart)),
        tuple(
            dict.fromkeys(
                reason for one, other in _pairs(apart, told) for reason in why_not_comparable(one.outcome, other.outcome)
            )
        ),
        tuple(method.name for method in methods if method.id not in {one.method.id for one in told}),
        len({one.method.id for one in told}) > 1,
    )


def _shared_scales(told: list[Told]) -> list[str]:
    """Scales on which more than one method stands."""
    tellers: dict[str, set[str]] = {}
    for one in told:
        if scale := scale_of(one.outcome):
            tellers.setdefault(scale, set()).add(one.method.id)
    return [scale for scale, ids in tellers.items() if len(ids) > 1]


def _scale(told: list[Told]) -> Scale:
    unit = told[0].outcome.result.unit
    cautions = (caution for one, other in combinations(told, 2) for caution in differences(one.outcome, other.outcome))
    return Scale(unit.many or unit.nl, tuple(map(_weighed, told)), tuple(dict.fromkeys(cautions)))


def _pairs(some: list[Told], others: list[Told]) -> list[tuple[Told, Told]]:
    """Each of some with each result of another method."""
    return [(one, other) for one in some for other in others if one.method is not other.method]


def _weighed(told: Told) -> Weighed:
    return weighed(told.method, told.outcome)


def weighed(method: Method, outcome: Outcome) -> Weighed:
    """A result as it stands beside those of other methods."""
    view = outcome_view(outcome, NoNotes())
    return Weighed(method.name, f"methoden/{method.id}/#{view.anchor}", view)
