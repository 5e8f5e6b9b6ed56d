"""Which result stands on top of a card: chosen by one rule for every method, so that nobody picks the prettiest.

docs/over/weging.md tells readers the rule.
"""

from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.views.evidence.studies import is_of_this_method
from macros.views.evidence.weighing import YES, four_facts

_SHAPES = ("lot", "compared", "gathered", "followed", "told")
"""Shapes of designs, the one that can carry most first."""


def main_outcome(method: Method) -> Outcome | None:
    """The result that stands first in this order; None for a card without results.

    This method itself before a variant or the foreign original; an effect before mere reach; what was found before what is not
    known yet; what was compared with another group before what was not; a number before words; living at home and placement
    before the rest; the strongest design; then the order of the card. Whether the result is favourable plays no part.
    """
    ranked = enumerate(method.outcomes)
    return min(ranked, key=lambda one: (*_rank(one[1]), one[0]))[1] if method.outcomes else None


def _rank(outcome: Outcome) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    study, headline = outcome.study, outcome.measure.headline
    return (
        not is_of_this_method(study),
        headline == "last",
        outcome.result.kind == "none-yet",
        four_facts(outcome)[1].answer != YES,
        outcome.result.kind == "words",
        headline != "first",
        _SHAPES.index(study.design.shape) if study.design.shape else len(_SHAPES),
    )
