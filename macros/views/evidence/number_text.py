"""A result as text: its number with the remark that belongs to it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from macros.model.evidence import Outcome
from macros.model.results import Amount, Change, Effect, NoneYet, Percentage, Proportion, Score, Tally, Words
from macros.views.common.comparability import is_small
from macros.views.common.dutch import capital, counted, euro, number, percent, plural, signed
from macros.views.common.intervals import wilson


class NumberText(NamedTuple):
    """A result as text, in two parts that are always shown together."""

    headline: str
    remark: str | None
    """The total, the interval, or a statement that they are unknown."""


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
    missing = "de bron zegt niet van hoeveel en waarvan" if result.unit.id == "unknown" else "de bron zegt niet van hoeveel"
    return NumberText(f"{about}{number(result.percent)}%{unit}", missing)


def _tally_text(result: Tally) -> NumberText:
    return NumberText(counted(result.count, result.unit, result.precision), "geen totaal gegeven")


def _change_text(result: Change) -> NumberText:
    word = "meer" if result.change == "up" else "minder"
    about = f"{result.precision.nl} " if result.precision else ""
    size = f"{number(result.by_percent)}%" if result.by_percent is not None else number(result.by_count)
    return NumberText(f"{about}{size} {word} {result.unit.many or result.unit.nl}", "de bron noemt geen aantallen")


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
