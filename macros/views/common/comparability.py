"""The rules of evidence: what may be compared, what is old, what is small. Each limit is defined here once."""

import datetime
from typing import Any, NamedTuple

from macros.model.base import Date
from macros.model.evidence import Outcome
from macros.model.recognition import Recognition
from macros.model.study import Study
from macros.views.common.dutch import period
from macros.views.common.intervals import wilson

RECOGNITION_YEARS = 5
"""Dutch recognitions are reassessed after five years (the databank of the NJi says so on its cards)."""
REVIEW_MONTHS = 24
"""A card that was not reviewed for two years says so."""

STANDING_SENTENCES = (
    "Dat een methode hier staat, is geen aanbeveling en geen keurmerk.",
    "Dat een methode hier niet staat, zegt niets over die methode.",
    "Hoe sterk het bewijs is, is iets anders dan hoe groot het effect is.",
    "Geen onderzoek gevonden betekent niet dat er geen effect is.",
)


def years_since(date: Date, today: datetime.date) -> int:
    """Whole years since the last day of the date, which may be a month or a year."""
    day = date.last_day
    return max(0, today.year - day.year - ((today.month, today.day) < (day.month, day.day)))


def is_old(recognition: Recognition, today: datetime.date) -> bool:
    """Whether a recognition is older than the term after which bodies reassess."""
    return recognition.date is not None and years_since(recognition.date, today) >= RECOGNITION_YEARS


NO_LONGER = ("refused", "withdrawn", "superseded")
"""States in which the level of a recognition does not hold, or no longer."""


def can_lapse(recognition: Recognition) -> bool:
    """Whether a decision has a term: not what no longer holds, nor what the body itself looks at again."""
    return not (recognition.state and recognition.state.id in (*NO_LONGER, "in-reassessment"))


def asks_whether_valid(recognition: Recognition, today: datetime.date) -> bool:
    """Whether a reader should ask if a decision still holds: past the term that the body gives, or else old. Nobody asks it of
    what no longer holds, or while the body itself looks again."""
    if not can_lapse(recognition):
        return False
    if recognition.valid_until:
        return recognition.valid_until.last_day < today
    return is_old(recognition, today)


def months_since(date: Date, today: datetime.date) -> int:
    """Whole months since the last day of the date, which may be a month or a year."""
    day = date.last_day
    return max(0, (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day))


def is_stale(reviewed: Date | None, today: datetime.date) -> bool:
    """Whether the review of a card is too long ago, or unknown."""
    return reviewed is None or months_since(reviewed, today) >= REVIEW_MONTHS


def why_not_on_one_scale(outcome: Outcome) -> str | None:
    """Why a result cannot be compared with its own target (another unit, or another kind of number); None if it can."""
    target, result = outcome.target, outcome.result
    if target is None:
        return None
    if result.kind == "effect":
        return "het doel is een aantal of een aandeel, het resultaat een effectmaat"
    unit: Any = getattr(result, "unit", None)
    if unit is None or result.kind not in ("proportion", "percentage", "tally"):
        return "het doel is een getal, het resultaat niet"
    if "unknown" in (unit.id, target.unit.id):
        return "de bron zegt niet wat er geteld is"
    if unit.id != target.unit.id:
        return f"het doel telt {target.unit.many or target.unit.nl}, het resultaat {unit.many or unit.nl}"
    if (target.percent is None) != (result.kind == "tally"):
        return (
            "het doel is een aantal, het resultaat een deel van een groep"
            if target.percent is None
            else "het doel is een aandeel, het resultaat een aantal"
        )
    return None


INDEPENDENCE = {"independent": "onafhankelijk van de eigenaar", "own": "eigen opgave", "unknown": "onafhankelijkheid onbekend"}


def independence_of(outcome: Outcome) -> str:
    """A key of INDEPENDENCE: claims of the owner, of others and of an unknown evaluator look different."""
    return independence_of_study(outcome.study)


def independence_of_study(study: Study) -> str:
    """A key of INDEPENDENCE."""
    if study.independent and study.independent.id == "yes":
        return "independent"
    if (study.independent and study.independent.id == "no") or study.design.id == "own-report":
        return "own"
    return "unknown"


WIDE_INTERVAL = 0.30
"""A result whose interval (Wilson) is wider than this is called a small number. The limit is our own choice."""


def is_small(count: int, of: int) -> bool:
    """Whether the group of a proportion is so small that chance may explain much of it."""
    interval = wilson(count, of)
    return interval.high - interval.low > WIDE_INTERVAL


WHY_OFF_SCALE = {
    "percentage": "het aantal is niet gegeven, alleen een percentage",
    "tally": "een aantal zonder totaal",
    "change": "een verandering, zonder de aantallen ervoor en erna",
    "amount": "een bedrag",
    "score": "een gemiddelde",
    "effect": "een effectmaat, die op een eigen as staat",
    "words": "alleen in woorden",
    "none-yet": "nog niet bekend",
}
"""Kind of result → why it cannot share a scale with others; a proportion can."""


def scale_of(outcome: Outcome) -> str | None:
    """The scale of a result: "MEASURE/UNIT". Two results share a scale if these are equal; only a count with its total has
    one."""
    result = outcome.result
    if result.kind != "proportion" or result.unit.id == "unknown":
        return None
    return f"{outcome.measure.id}/{result.unit.id}"


def why_off_scale(outcome: Outcome) -> str | None:
    """Why a result has no scale at all; None if it has one."""
    if outcome.result.kind == "proportion":
        return "de bron zegt niet wat er geteld is" if outcome.result.unit.id == "unknown" else None
    return WHY_OFF_SCALE[outcome.result.kind]


class Aspect(NamedTuple):
    """Something in which two results can differ, and how that is said."""

    name: str
    differs: str
    """With the two values in it where they are short; longer ones stand in full beside the results."""
    unknown: str | None
    """What is said if one of the two is not known; None if nothing is."""


ASPECTS = (
    Aspect("maat", "andere maat ({one} tegenover {other})", None),
    Aspect("eenheid", "andere eenheid ({one} tegenover {other})", None),
    Aspect("groep", "andere groep", "groep niet van allebei bekend"),
    Aspect("periode", "andere periode", "periode niet van allebei bekend"),
)
"""docs/assets/compare/shared_scales.js gets these as data and fills them in for the methods that a reader chooses."""


def aspect_values(outcome: Outcome) -> tuple[str | None, ...]:
    """The values of a result for each of ASPECTS; None: not known, or the result has none."""
    unit: Any = getattr(outcome.result, "unit", None)
    return (
        outcome.measure.nl,
        (unit.many or unit.nl) if unit else None,
        outcome.population,
        period(outcome.measured) if outcome.measured else None,
    )


def differences(first: Outcome, second: Outcome) -> tuple[str, ...]:
    """In what two results differ; said of results on one scale too."""
    pairs = zip(ASPECTS, aspect_values(first), aspect_values(second), strict=True)
    return tuple(filter(None, (_difference_in(*pair) for pair in pairs)))


def _difference_in(aspect: Aspect, one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return aspect.unknown
    return None if one == other else aspect.differs.format(one=one, other=other)


def why_not_comparable(first: Outcome, second: Outcome) -> tuple[str, ...]:
    """What keeps two results from one scale, in words; empty if they may share one."""
    if scale_of(first) is not None and scale_of(first) == scale_of(second):
        return ()
    reasons = (why_off_scale(first), why_off_scale(second), *differences(first, second))
    return tuple(dict.fromkeys(reason for reason in reasons if reason))


COUNTABLE = {
    "family": "gezinnen die de methode krijgen",
    "visited-family": "gezinnen die huisbezoek krijgen",
    "birth": "geboorten in het gebied",
    "child": "kinderen die de methode krijgen",
    "young-person": "jeugdigen die de methode krijgen",
    "participant": "deelnemers",
    "trajectory": "trajecten",
    "match": "koppelingen",
    "group": "groepen",
    "organisation": "organisaties",
    "deliverer": "uitvoerders",
    "hour": "uren",
    "location": "locaties",
    "municipality": "gemeenten",
    "year": "jaren",
    "month": "maanden",
}
"""What a reader can count, to multiply an amount by."""
MULTIPLIED_BY = {**{counted: counted for counted in COUNTABLE}, "birth-year": "birth"}
"""Denominator of an amount → the only count by which it may be multiplied. `once` is not multiplied."""
