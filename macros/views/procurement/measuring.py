"""What to measure and how: who is counted, out of whom. Nothing here says what was found; that stands on the card."""

from collections.abc import Iterable
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.views.evidence.plots import share_of

NUMERATOR = "wie dit aan het eind bereikte, op een maat die vooraf vastligt"
DENOMINATOR = "allen die met de hulp begonnen, ook wie eerder stopte"
"""Of a word that does not say it itself."""


class Measure(NamedTuple):
    name: str
    description: str
    numerator: str
    denominator: str
    on_card: tuple[str, ...]
    """Anchors of the results on the card"""


def basic_set(method: Method, library: Library) -> tuple[Measure, ...]:
    """The whole basic outcome set, with the results of the card that answer a part of it."""
    parts = library.vocabularies["outcome-basis"].terms.values()
    return tuple(_measure(part, (one for one in method.outcomes if one.basic_set == part)) for part in parts)


def own_measures(method: Method) -> tuple[Measure, ...]:
    """What the card itself has results on, each measure once, in the order of the card."""
    by_measure: dict[str, list[Outcome]] = {}
    for outcome in method.outcomes:
        by_measure.setdefault(outcome.measure.id, []).append(outcome)
    return tuple(_measure(outcomes[0].measure, outcomes) for outcomes in by_measure.values())


def _measure(term: Term, outcomes: Iterable[Outcome]) -> Measure:
    counted = term.numerator or NUMERATOR, term.denominator or DENOMINATOR
    return Measure(term.nl, term.description, *counted, tuple(map(outcome_anchor, outcomes)))


def shares_of(outcome: Outcome) -> tuple[float, float] | None:
    """The shares with the method and in the other group; None if one is not known or leaves nothing to compare."""
    group = getattr(outcome.result, "compared", None)
    here, other = share_of(outcome.result), share_of(group) if group else None
    if here is None or other is None or here == other or not (0 < here < 1 and 0 < other < 1):
        return None
    return here, other
