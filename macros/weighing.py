"""The rules of evidence: what may be set side by side, what is old, what is small. Each limit stands here once."""

import datetime
from typing import Any

from .model.base import Date
from .model.evidence import Outcome, Recognition

RECOGNITION_YEARS = 5
"""Dutch recognitions are reassessed after five years (the databank of the NJi says so on its cards)."""
REVIEW_MONTHS = 24
"""A card that nobody looked at for two years says so."""

STANDING_SENTENCES = (
    "Dat een methode hier staat, is geen aanbeveling en geen keurmerk.",
    "Dat een methode hier niet staat, zegt niets over die methode.",
    "Hoe sterk het bewijs is, is iets anders dan hoe groot het effect is.",
    "Geen onderzoek gevonden betekent niet dat er geen effect is.",
)


def years_since(date: Date, today: datetime.date) -> int:
    """Whole years since the last day that the date can mean."""
    day = date.last_day
    return max(0, today.year - day.year - ((today.month, today.day) < (day.month, day.day)))


def is_old(recognition: Recognition, today: datetime.date) -> bool:
    """Whether a recognition is past the term after which bodies reassess."""
    return recognition.date is not None and years_since(recognition.date, today) >= RECOGNITION_YEARS


def months_since(date: Date, today: datetime.date) -> int:
    """Whole months since the last day that the date can mean."""
    day = date.last_day
    return max(0, (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day))


def is_stale(reviewed: Date | None, today: datetime.date) -> bool:
    """Whether a card was looked at too long ago, or nobody knows when."""
    return reviewed is None or months_since(reviewed, today) >= REVIEW_MONTHS


def why_not_on_one_scale(outcome: Outcome) -> str | None:
    """What keeps a result from being measured against its own target: the unit, or the kind of number. None if nothing does."""
    target, result = outcome.target, outcome.result
    if target is None:
        return None
    unit: Any = getattr(result, "unit", None)
    if unit is None or result.kind not in ("proportion", "percentage", "tally"):
        return "het doel is een getal, het resultaat niet"
    if "unknown" in (unit.id, target.unit.id):
        return "de bron zegt niet wat er geteld is"
    if unit.id != target.unit.id:
        return f"het doel telt {target.unit.many or target.unit.nl}, het resultaat {unit.many or unit.nl}"
    if (target.percent is None) != (result.kind == "tally"):
        return "het doel is een aantal, het resultaat een deel van een groep" if target.percent is None else "het doel is een aandeel, het resultaat een aantal"
    return None


WHO = {"independent": "onafhankelijk van de eigenaar", "own": "eigen opgave", "unknown": "onafhankelijkheid onbekend"}


def who_says(outcome: Outcome) -> str:
    """A key of WHO: claims by an owner, by others and by nobody named look different."""
    if outcome.independent and outcome.independent.id == "yes":
        return "independent"
    if outcome.independent and outcome.independent.id == "no" or outcome.design.id == "own-report":
        return "own"
    return "unknown"
