"""What to measure and how: who is counted, out of whom. Nothing here says what was found; that stands on the card."""

from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.results import Score
from macros.views.common.dutch import number

MEASURED_AS = {
    "dropout": ("wie eerder stopte dan was afgesproken", "allen van wie de hulp in deze periode eindigde"),
    "satisfaction": ("wie op de afgesproken vraag tevreden is over nut en effect", "allen aan wie de vraag is gesteld"),
    "no-further-help": ("wie na afloop zonder jeugdhulp verder kan", "allen van wie de hulp in deze periode eindigde"),
    "no-restart": ("wie binnen de afgesproken tijd geen nieuwe jeugdhulp kreeg", "allen van wie de hulp toen eindigde"),
    "problems-reduced": (
        "wie op dezelfde vragenlijst aan het eind minder problemen heeft dan aan het begin",
        "allen die begonnen; noem apart hoeveel er twee keer zijn gemeten",
    ),
    "goals-reached": ("wie de doelen haalde die aan het begin zijn afgesproken", "allen met wie doelen zijn afgesproken"),
}
"""Part of the basic outcome set → (numerator, denominator)."""
OTHERWISE = ("wie dit aan het eind bereikte", "allen van wie de hulp in deze periode eindigde")
"""The same of a part that was added to the set."""
ALL_WHO_BEGAN = "alle {units} die met de hulp begonnen, ook wie eerder stopte"


class Measure(NamedTuple):
    name: str
    description: str
    numerator: str
    denominator: str
    on_card: tuple[str, ...]
    """Anchors of the results on the card"""


def basic_set(method: Method, library: Library) -> tuple[Measure, ...]:
    """The whole basic outcome set, with the results of the card that answer a part of it."""
    return tuple(_of_basic_set(term, method) for term in library.vocabularies["outcome-basis"].terms.values())


def _of_basic_set(term: Term, method: Method) -> Measure:
    found = [one for one in method.outcomes if one.basic_set and one.basic_set.id == term.id]
    return Measure(term.nl, term.description, *MEASURED_AS.get(term.id, OTHERWISE), _links(found))


def own_measures(method: Method) -> tuple[Measure, ...]:
    """What the card itself has results on, each measure once, in the order of the card."""
    by_measure: dict[str, list[Outcome]] = {}
    for outcome in method.outcomes:
        by_measure.setdefault(outcome.measure.id, []).append(outcome)
    return tuple(_own_measure(outcomes) for outcomes in by_measure.values())


def _own_measure(outcomes: list[Outcome]) -> Measure:
    term = outcomes[0].measure
    return Measure(term.nl, term.description, *_counted(outcomes), _links(outcomes))


def _counted(outcomes: list[Outcome]) -> tuple[str, str]:
    """Numerator and denominator in the unit of the card; of a scale, how many were measured twice."""
    score = next((one.result for one in outcomes if isinstance(one.result, Score)), None)
    units = next(filter(None, map(_units, outcomes)), "gezinnen of kinderen")
    denominator = ALL_WHO_BEGAN.format(units=units)
    if score:
        scale = f"van {number(score.lowest)} tot {number(score.highest)}"
        return f"het gemiddelde {scale} aan het begin en aan het eind, van wie twee keer is gemeten", denominator
    return f"{units} bij wie dit aan het eind zo is, op een maat die u vooraf afspreekt", denominator


def _units(outcome: Outcome) -> str | None:
    unit: Term | None = getattr(outcome.result, "unit", None)
    return (unit.many or unit.nl) if unit and unit.id != "unknown" else None


def _links(outcomes: list[Outcome]) -> tuple[str, ...]:
    return tuple(map(outcome_anchor, outcomes))


def shares_of(outcome: Outcome) -> tuple[float, float] | None:
    """The shares with the method and in the other group; None if one is not known or leaves nothing to compare."""
    group = getattr(outcome.result, "compared", None)
    here, other = _share(outcome.result), _share(group) if group else None
    if here is None or other is None or here == other or not (0 < here < 1 and 0 < other < 1):
        return None
    return here, other


def _share(counted: object) -> float | None:
    count, of, percentage = (getattr(counted, name, None) for name in ("count", "of", "percent"))
    if count is not None and of:
        return count / of
    return float(percentage) / 100 if percentage is not None else None
