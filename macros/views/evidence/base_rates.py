"""What happens anyway, beside the results of a measure: a line of context, drawn and worded unlike a result."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.base_rate import BaseRate
from macros.model.sources import Citation
from macros.views.common.dutch import period

BASE_RATES_TITLE = "Wat er landelijk gebeurt, bij andere gezinnen"
"""Above the figures that stand beside no result of their measure."""


class BaseRateView(NamedTuple):
    figure: str
    about: str
    """Who were counted, when and by whom."""
    differs: str
    """Why it is no comparison group."""
    link: str
    """Where the sources stand, from the root of the site."""
    sources: tuple[Citation, ...]


def base_rates_of(measure: str, library: Library) -> tuple[BaseRateView, ...]:
    """The figures for a measure, in the order of the file; none for most measures."""
    return tuple(_base_rate_view(rate) for rate in library.base_rates.values() if rate.measure.id == measure)


def _base_rate_view(rate: BaseRate) -> BaseRateView:
    return BaseRateView(
        rate.figure,
        f"{rate.population}, {period(rate.period)}; geteld door {rate.counted_by}",
        rate.differs,
        f"uitkomsten/{rate.measure.id}/#landelijk",
        rate.sources,
    )
