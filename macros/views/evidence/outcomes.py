"""A result for readers: its number with the remark that belongs to it, and the plot of a proportion."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from math import exp, log
from typing import Any, NamedTuple

from macros.library.claims import outcome_anchor
from macros.model.data import Term
from macros.model.evidence import Outcome, Target
from macros.model.results import (
    RATIO_METRICS,
    Amount,
    Change,
    Effect,
    Group,
    NoneYet,
    Percentage,
    Proportion,
    Score,
    Tally,
    Words,
)
from macros.views.common.comparability import INDEPENDENCE, independence_of, is_small, why_not_on_one_scale
from macros.views.common.dutch import capital, counted, euro, number, percent, period, plural, signed
from macros.views.common.intervals import Interval, wilson
from macros.views.common.lines import Line, Note, Notes
from macros.views.common.wording import follow_up_text


class NumberText(NamedTuple):
    """A result as text, in two parts that are always shown together."""

    headline: str
    remark: str | None
    """The total, the interval, or a statement that they are unknown."""


class Plot(NamedTuple):
    """A proportion on a line from 0 to 1."""

    share: float
    interval: Interval | None
    """None if the total is not given; then the dot is drawn open and has no whiskers."""
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


class OutcomeView(NamedTuple):
    anchor: str
    measure: Term
    statement: str
    population: str | None
    number: NumberText
    is_worded: bool
    """Whether the headline is a sentence rather than a number."""
    plot: Plot | None
    effect: EffectPlot | None
    compared: str | None
    target: str | None
    not_comparable: str | None
    direction: Term
    who: str
    """A key of comparability.INDEPENDENCE"""
    facts: tuple[str, ...]
    """Who measured, how, when: short fragments."""
    design: Term
    caveat: str | None
    conflicts: tuple[Line, ...]
    notes: tuple[Note, ...]


def outcome_view(outcome: Outcome, notes: Notes) -> OutcomeView:
    """Everything that a reader needs to judge one result."""
    reason = why_not_on_one_scale(outcome)
    return OutcomeView(
        anchor=outcome_anchor(outcome),
        measure=outcome.measure,
        statement=outcome.statement,
        population=outcome.population,
        number=number_of(outcome),
        is_worded=outcome.result.kind in ("words", "none-yet"),
        plot=plot_of(outcome),
        effect=effect_plot_of(outcome),
        compared=_compared_with(outcome),
        target=_target_text(outcome.target) if outcome.target else None,
        not_comparable=reason,
        direction=outcome.direction,
        who=independence_of(outcome),
        facts=tuple(dict.fromkeys(_outcome_facts(outcome))),
        design=outcome.design,
        caveat=outcome.caveat,
        conflicts=tuple(Line(statement.says, notes.of(statement.sources)) for statement in outcome.conflicts),
        notes=notes.of(outcome.sources),
    )


def number_of(outcome: Outcome) -> NumberText:
    """The result as text."""
    return _NUMBER_TEXTS[type(outcome.result)](outcome.result)


def _proportion_text(result: Proportion) -> NumberText:
    interval = wilson(result.count, result.of)
    unit = result.unit.many or result.unit.nl
    bounds = f"{percent(interval.low).removesuffix('%')}–{percent(interval.high)}"
    small = "; klein aantal" if is_small(result.count, result.of) else ""
    return NumberText(
        f"{number(result.count)} van {number(result.of)} {unit}",
        f"{percent(result.count / result.of)}, 95%-interval {bounds}{small}",
    )


NO_COUNT = "de bron geeft geen aantal; daarom berekenen wij geen interval"


def _percentage_text(result: Percentage) -> NumberText:
    if result.of is not None:
        about = f"{result.precision.nl} " if result.precision else ""
        return NumberText(f"{about}{number(result.percent)}% van {counted(result.of, result.unit)}", NO_COUNT)
    about = f"{result.precision.nl} " if result.precision else ""
    unit = "" if result.unit.id == "unknown" else f" van de {result.unit.many or result.unit.nl}"
    missing = "van hoeveel en waarvan is niet gegeven" if result.unit.id == "unknown" else "van hoeveel is niet gegeven"
    return NumberText(f"{about}{number(result.percent)}%{unit}", missing)


def _tally_text(result: Tally) -> NumberText:
    return NumberText(counted(result.count, result.unit, result.precision), "geen totaal gegeven")


def _change_text(result: Change) -> NumberText:
    word = "meer" if result.change == "up" else "minder"
    about = f"{result.precision.nl} " if result.precision else ""
    size = f"{number(result.by_percent)}%" if result.by_percent is not None else number(result.by_count)
    return NumberText(f"{about}{size} {word} {result.unit.many or result.unit.nl}", "aantallen ervoor en erna niet gegeven")


def _amount_text(result: Amount) -> NumberText:
    about = f"{result.precision.nl} " if result.precision else ""
    if result.over is None:
        return NumberText(f"{about}{euro(result.amount)}", "over hoeveel is niet gegeven")
    return NumberText(f"{about}{euro(result.amount)} over {counted(result.over.count, result.over.unit)}", None)


def _score_text(result: Score) -> NumberText:
    scale = f"op een schaal van {number(result.lowest)} tot {number(result.highest)}"
    if result.before is None:
        return NumberText(number(result.score), f"gemiddelde {scale}")
    return NumberText(f"van {number(result.before)} naar {number(result.score)}", f"gemiddelde ervoor en erna {scale}")


def _effect_text(result: Effect) -> NumberText:
    return NumberText(f"{capital(result.effect.nl)} {signed(result.value)}", "; ".join(_effect_remarks(result)))


def _effect_remarks(result: Effect) -> Iterator[str]:
    """What weighs an effect: its interval, its p, whom it favours, and on how much it rests."""
    if interval := result.interval:
        yield f"{number(interval.percent)}%-interval in de bron {signed(interval.low)} tot {signed(interval.high)}"
    else:
        yield "de bron geeft geen interval"
    if result.p is not None:
        yield f"p {'<' if result.p_below else '='} {number(result.p)}"
    yield result.favours.nl
    sizes = []
    if result.studies is not None:
        sizes.append(plural(result.studies, "onderzoek", "onderzoeken"))
    if result.participants is not None:
        sizes.append(f"{number(result.participants)} {'deelnemer' if result.participants == 1 else 'deelnemers'}")
    yield ", ".join(sizes) if sizes else "aantal deelnemers niet gegeven"


def _words_text(result: Words) -> NumberText:
    return NumberText(result.words, None)


def _none_yet_text(result: NoneYet) -> NumberText:
    return NumberText("nog niet bekend", result.none_yet)


_NUMBER_TEXTS: dict[type, Callable[[Any], NumberText]] = {
    Proportion: _proportion_text,
    Percentage: _percentage_text,
    Tally: _tally_text,
    Change: _change_text,
    Amount: _amount_text,
    Score: _score_text,
    Effect: _effect_text,
    Words: _words_text,
    NoneYet: _none_yet_text,
}


def plot_of(outcome: Outcome) -> Plot | None:
    """The plot of a result; only proportions and percentages have one."""
    result = outcome.result
    if isinstance(result, Proportion):
        interval = wilson(result.count, result.of)
        words = f"{percent(result.count / result.of)}, 95%-interval {percent(interval.low)} tot {percent(interval.high)}"
        return Plot(result.count / result.of, interval, words)
    if isinstance(result, Percentage):
        return Plot(float(result.percent) / 100, None, f"{number(result.percent)}%, zonder aantal en dus zonder interval")
    return None


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
    text = _effect_text(result)
    return EffectPlot(
        place=places[0],
        interval=(places[1], places[2]) if result.interval else None,
        ticks=tuple(signed(Decimal(f"{end:.2f}").normalize() + 0) for end in ends),
        description=f"{text.headline}, {text.remark}; de streep in het midden is geen verschil",
    )


def _compared_with(outcome: Outcome) -> str | None:
    if isinstance(outcome.result, Effect):
        return outcome.result.against
    return _comparison_text(getattr(outcome.result, "compared", None))


def _comparison_text(group: Group | None) -> str | None:
    if group is None:
        return None
    if group.count is not None and group.of is not None:
        size = f"{number(group.count)} van {number(group.of)}"
    elif group.percent is not None:
        size = f"{number(group.percent)}%" + (f" van {number(group.of)}" if group.of is not None else "")
    else:
        size = "aantal niet gegeven"
    return f"{size} ({group.description})"


def _target_text(target: Target) -> str:
    unit = target.unit.many or target.unit.nl
    size = f"{number(target.percent)}% van de {unit}" if target.percent is not None else counted(target.count or 0, target.unit)
    return f"{size} ({target.note})" if target.note else size


def _outcome_facts(outcome: Outcome) -> Iterator[str]:
    yield f"gemeten door {outcome.evaluator.name}" if outcome.evaluator else "wie mat, is niet genoemd"
    yield INDEPENDENCE[independence_of(outcome)]
    yield outcome.design.nl
    yield period(outcome.period) if outcome.period else "periode onbekend"
    if outcome.follow_up:
        yield f"gemeten: {follow_up_text(outcome.follow_up)}"
    if outcome.basic_set:
        yield f"basisset jeugdhulp: {outcome.basic_set.nl}"
    if outcome.traceable:
        yield "kleine groep die herkend kan worden, daarom alleen woorden"
    if outcome.evaluator_note:
        yield outcome.evaluator_note


def known_of_results(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    """What is known about results, for a list of methods: number of results, how many with a total, how many independent."""
    if not outcomes:
        return ()
    with_total = sum(isinstance(outcome.result, Proportion) for outcome in outcomes)
    independent = sum(independence_of(outcome) == "independent" for outcome in outcomes)
    return (
        plural(len(outcomes), "uitkomst", "uitkomsten"),
        f"{with_total or 'geen'} met aantal en totaal",
        f"{independent or 'geen'} onafhankelijk gemeten",
    )


def design_names(outcomes: tuple[Outcome, ...]) -> str:
    """The designs of the results, each once, in the order of the card."""
    return capital(", ".join(dict.fromkeys(outcome.design.nl for outcome in outcomes)))
