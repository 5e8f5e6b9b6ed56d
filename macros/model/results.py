"""The kinds of results: what was found, in the form in which the source gives it.

A result is one of nine kinds. Each kind has its own leading key and accepts no key of another, so "93 per cent of
an unknown number of families" and "11 of 12 families" cannot be mixed up, not even by accident.
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from macros.model.base import (
    Count,
    Flag,
    Line,
    Money,
    Number,
    Percent,
    Record,
    Total,
    decimals,
    fault,
    printed,
    vocabulary,
)
from macros.model.data import Term
from macros.model.fields import tag_of
from macros.model.percentages import percentage_agrees

Unit = Annotated[Term, vocabulary("unit")]
Precision = Annotated[Term, vocabulary("precision")]
_UNIT = Field(title="Eenheid", description="Wat er geteld is: gezinnen, kinderen, ouders … `unknown` als de bron dat niet zegt.")
_PRECISION = Field(None, title="Nauwkeurigheid", description="`almost`, `about` of `more-than`, als de bron het getal zo noemt.")


def _check_share(count: int, of: int, percent: Decimal | None, percent_field: str) -> None:
    if count > of:
        raise fault("count_over_total", "count", count=count, of=of)
    if percent is not None and not percentage_agrees(percent, count, of):
        raise fault("percent_disagrees", percent_field, printed=percent, count=count, of=of)


class Group(Record):
    """The group the result is compared with."""

    description: Line = Field(title="Wie", description="Wie de vergelijkingsgroep vormden.")
    count: Count | None = Field(None, title="Aantal")
    of: Total | None = Field(None, title="Van hoeveel")
    percent: Percent | None = Field(None, title="Percentage")

    @model_validator(mode="after")
    def _adds_up(self) -> "Group":
        if self.count is not None and self.of is not None:
            _check_share(self.count, self.of, self.percent, "percent")
        return self


class Proportion(Record):
    """A count out of a total; the only kind for which an interval can be computed."""

    kind: ClassVar = "proportion"
    count: Count = Field(title="Aantal")
    of: Total = Field(title="Van hoeveel")
    printed_percent: Percent | None = Field(None, title="Percentage in de bron", description="Zoals gedrukt; wordt nagerekend.")
    unit: Unit = _UNIT
    compared: Group | None = Field(None, title="Vergelijkingsgroep")

    @model_validator(mode="after")
    def _adds_up(self) -> "Proportion":
        _check_share(self.count, self.of, self.printed_percent, "printed_percent")
        return self


class Tally(Record):
    """A number without a total."""

    kind: ClassVar = "tally"
    count: Count = Field(title="Aantal")
    unit: Unit = _UNIT
    precision: Precision | None = _PRECISION


class Percentage(Record):
    """A percentage as it was printed, without the count: no interval of ours, also where the size of the group is known."""

    kind: ClassVar = "percentage"
    percent: Percent = Field(title="Percentage")
    of: Total | None = Field(None, title="Van hoeveel", description="Hoe groot de groep was; weglaten als de bron dat niet zegt.")
    unit: Unit = _UNIT
    precision: Precision | None = _PRECISION
    compared: Group | None = Field(None, title="Vergelijkingsgroep")


class Change(Record):
    """More or less of something than before or than elsewhere, without the numbers themselves."""

    kind: ClassVar = "change"
    change: Literal["up", "down"] = Field(title="Verandering", description="`up` of `down`.")
    by_percent: Percent | None = Field(None, title="Hoeveel procent")
    by_count: Count | None = Field(None, title="Hoeveel")
    unit: Unit = _UNIT
    precision: Precision | None = _PRECISION

    @model_validator(mode="after")
    def _one_size(self) -> "Change":
        if (self.by_percent is None) == (self.by_count is None):
            raise fault("one_size", "by_count")
        return self


class AmountGroup(Record):
    """All that an amount is the sum of; what one of them comes to is never worked out."""

    count: Total = Field(title="Aantal")
    unit: Unit = _UNIT


class Amount(Record):
    """Money, in euro."""

    kind: ClassVar = "amount"
    amount: Money = Field(title="Bedrag in euro")
    precision: Precision | None = _PRECISION
    over: AmountGroup | None = Field(
        None,
        title="Over hoeveel",
        description="Waar het hele bedrag bij hoort, bijvoorbeeld 15 trajecten; het wordt niet gedeeld.",
    )


class Score(Record):
    """A mean mark on a scale."""

    kind: ClassVar = "score"
    score: Number = Field(title="Gemiddelde score")
    before: Number | None = Field(None, title="Gemiddelde ervoor", description="Op dezelfde schaal; weglaten als die er niet is.")
    lowest: Number = Field(title="Laagst mogelijke score")
    highest: Number = Field(title="Hoogst mogelijke score")
    unit: Unit = _UNIT

    @model_validator(mode="after")
    def _on_scale(self) -> "Score":
        for name, score in (("score", self.score), ("before", self.before)):
            if score is not None and not self.lowest <= score <= self.highest:
                raise fault("off_scale", name, score=score, lowest=self.lowest, highest=self.highest)
        return self


RATIO_METRICS = ("odds-ratio", "risk-ratio")
"""Metrics that divide: 1 is no effect, and they are drawn on a log scale. Of all others 0 is no effect."""


_CORRELATION = "correlation"


class EffectInterval(Record):
    """An interval as the source prints it; never one of ours."""

    low: Number = Field(title="Ondergrens")
    high: Number = Field(title="Bovengrens")
    percent: Percent = Field(title="Zekerheid in procenten", description="Zoals de bron die noemt, meestal 95.")


class Effect(Record):
    """The difference between two groups in a metric, as the source prints it; never converted into another metric."""

    kind: ClassVar = "effect"
    effect: Annotated[Term, vocabulary("effect-metric")] = Field(title="Effectmaat")
    value: Number = Field(title="Waarde", description="Met het teken zoals in de bron.")
    interval: EffectInterval | None = Field(None, title="Interval in de bron")
    p: Annotated[Decimal, Field(ge=0, le=1), decimals, printed] | None = Field(None, title="p-waarde")
    p_below: Flag = Field(False, title="p is kleiner dan dit", description="`true` als de bron schrijft: p kleiner dan.")
    against: Line = Field(title="Vergeleken met", description="Wat de andere groep kreeg, bijvoorbeeld gebruikelijke hulp.")
    favours: Annotated[Term, vocabulary("favoured")] = Field(title="In wiens voordeel", description="Volgens de bron.")
    studies: Total | None = Field(None, title="Aantal onderzoeken", description="Bij een meta-analyse.")
    participants: Total | None = Field(None, title="Aantal deelnemers")

    @model_validator(mode="after")
    def _can_be_drawn(self) -> "Effect":
        values = [self.value, *([self.interval.low, self.interval.high] if self.interval else [])]
        if self.effect.id in RATIO_METRICS and min(values) <= 0:
            raise fault("ratio_not_positive", "value", value=min(values))
        if self.effect.id == _CORRELATION and max(map(abs, values)) > 1:
            raise fault("correlation_over_one", "value", value=max(values, key=abs))
        if self.interval and not self.interval.low <= self.value <= self.interval.high:
            raise fault("effect_outside_interval", "interval", value=self.value, low=self.interval.low, high=self.interval.high)
        return self


class Words(Record):
    """A result told in words."""

    kind: ClassVar = "words"
    words: Line = Field(title="In woorden")


class NoneYet(Record):
    """Nothing is known yet, and why."""

    kind: ClassVar = "none-yet"
    none_yet: Line = Field(title="Waarom er nog niets bekend is")


RESULT_KEYS = {
    "percent": "percentage",
    "change": "change",
    "amount": "amount",
    "score": "score",
    "effect": "effect",
    "words": "words",
    "none_yet": "none-yet",
}
"""Leading key → kind of result; `count` is not listed, because it is a proportion with `of` and a tally without."""

LED_BY: tuple[tuple[tuple[str, ...], type[Record]], ...] = (
    (("count", "of"), Proportion),
    (("count",), Tally),
    *(
        ((key,), record)
        for key, kind in RESULT_KEYS.items()
        for record in (Percentage, Change, Amount, Score, Effect, Words, NoneYet)
        if record.kind == kind
    ),
)
"""The keys by which a result is known for one of a kind → that kind; the first whose keys are all there."""


def _result_kind(value: Any) -> str | None:
    if not isinstance(value, dict):
        return tag_of(value)
    if "count" in value:
        return tag_of(Proportion if "of" in value else Tally)
    return next((f"[{kind}]" for key, kind in RESULT_KEYS.items() if key in value), None)


Result = Annotated[
    Annotated[Proportion, Tag(tag_of(Proportion))]
    | Annotated[Tally, Tag(tag_of(Tally))]
    | Annotated[Percentage, Tag(tag_of(Percentage))]
    | Annotated[Change, Tag(tag_of(Change))]
    | Annotated[Amount, Tag(tag_of(Amount))]
    | Annotated[Score, Tag(tag_of(Score))]
    | Annotated[Effect, Tag(tag_of(Effect))]
    | Annotated[Words, Tag(tag_of(Words))]
    | Annotated[NoneYet, Tag(tag_of(NoneYet))],
    Discriminator(_result_kind, custom_error_type="result_kind", custom_error_message="no kind"),
]
