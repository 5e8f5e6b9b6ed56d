"""The plots of results: a proportion on a line from 0 to 1, an effect around its line of no effect."""

from decimal import Decimal
from math import exp, log
from typing import Any, NamedTuple

from macros.model.evidence import Outcome
from macros.model.results import RATIO_METRICS, Effect, Group, Percentage, Proportion
from macros.views.common.dutch import number, percent, signed
from macros.views.common.intervals import Interval, wilson
from macros.views.evidence.number_text import number_of


class Plot(NamedTuple):
    """A proportion on a line from 0 to 1."""

    share: float
    interval: Interval | None
    """None if the total is not given; then the dot is drawn open and has no whiskers."""
    other: float | None
    """The share of the comparison group, if the source gives it."""
    description: str
    """The same in words."""


LEAST_REACH = 0.5
"""An effect is drawn on an axis of at least this much to both sides, so that a small one does not look large."""
LEAST_RATIO_REACH = log(2)
"""The same for ratios: half and double."""


class EffectPlot(NamedTuple):
    """An effect on an axis of its own; never together with another metric or measure."""

    place: float
    """From 0 to 1; no effect is at 0.5."""
    interval: tuple[float, float] | None
    """Places of the bounds that the source prints."""
    ticks: tuple[str, str, str]
    """What stands at the left, at no effect and at the right."""
    description: str
    """The same in words."""


def plot_of(outcome: Outcome) -> Plot | None:
    """The plot of a result; only proportions and percentages have one."""
    result = outcome.result
    if isinstance(result, Proportion):
        interval = wilson(result.count, result.of)
        share = f"{number(result.count)} van {number(result.of)}, {percent(result.count / result.of)}"
        words = f"{share}, 95%-interval {percent(interval.low)} tot {percent(interval.high)}"
        return _with_other(Plot(result.count / result.of, interval, None, words), result.compared)
    if isinstance(result, Percentage):
        words = f"{number(result.percent)}%, zonder aantal en dus zonder interval"
        return _with_other(Plot(float(result.percent) / 100, None, None, words), result.compared)
    return None


def _with_other(plot: Plot, group: Group | None) -> Plot:
    """The same plot with the share of the comparison group on the same line."""
    share = share_of(group) if group else None
    if share is None:
        return plot
    return plot._replace(other=share, description=f"{plot.description}; vergelijkingsgroep {percent(share)}")


def share_of(counted: Any) -> float | None:
    """The share in a result or a comparison group, from 0 to 1; None if the source gives none."""
    count, of, printed = (getattr(counted, name, None) for name in ("count", "of", "percent"))
    if count is not None and of is not None:
        return count / of
    return float(printed) / 100 if printed is not None else None


def effect_plot_of(outcome: Outcome) -> EffectPlot | None:
    """The plot of an effect around its line of no effect, at the middle; ratios on a log scale."""
    result = outcome.result
    if not isinstance(result, Effect):
        return None
    ratio = result.effect.id in RATIO_METRICS
    values = [result.value, *([result.interval.low, result.interval.high] if result.interval else [])]
    distances = [log(value) if ratio else float(value) for value in values]
    reach = max(*map(abs, distances), LEAST_RATIO_REACH if ratio else LEAST_REACH)
    places = [(1 + distance / reach) / 2 for distance in distances]
    ends = (exp(-reach), 1, exp(reach)) if ratio else (-reach, 0, reach)
    text = number_of(outcome)
    return EffectPlot(
        place=places[0],
        interval=(places[1], places[2]) if result.interval else None,
        ticks=tuple(signed(Decimal(f"{end:.2f}").normalize() + 0) for end in ends),
        description=f"{text.headline}, {text.remark}; de streep in het midden is geen verschil",
    )
