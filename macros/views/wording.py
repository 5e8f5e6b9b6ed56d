"""How a status, an amount and a recognition are said in one line; the same words in every list."""

import datetime

from ..dutch import UNKNOWN, date, euro, in_words, span
from ..model.evidence import Recognition
from ..model.method import Method
from ..model.practice import Cost
from ..weighing import RECOGNITION_YEARS, is_old, years_since


def status_text(method: Method) -> str:
    """afgerond, 2019–2022"""
    status = method.status
    return ", ".join(filter(None, (status.phase.nl, span(status.from_, status.to))))


def cost_text(cost: Cost) -> str:
    """ongeveer € 2.000 per bezocht gezin"""
    amount = euro(cost.amount) + (f" tot {euro(cost.to)}" if cost.to is not None else "")
    return " ".join(
        filter(None, (cost.precision.nl if cost.precision else "", amount, "per" if cost.per.id != "once" else "", cost.per.nl))
    )


def price_year(cost: Cost) -> str:
    return f"prijsjaar {cost.price_year or UNKNOWN}"


def recognition_age(recognition: Recognition, today: datetime.date) -> str:
    """14 september 2017, negen jaar geleden en dus ouder dan vijf jaar"""
    if recognition.date is None:
        return "datum onbekend"
    years = years_since(recognition.date, today)
    age = f", {in_words(years)} jaar geleden" if years else ""
    old = f" en dus ouder dan {in_words(RECOGNITION_YEARS)} jaar" if is_old(recognition, today) else ""
    return f"{date(recognition.date)}{age}{old}"
