"""Results, outcomes, recognitions: what is known of a method, and by whom.

A result is one of eight kinds. Each kind has its own leading key and accepts no key of another, so "93 per cent of
an unknown number of families" and "11 of 12 families" cannot be mixed up, not even by accident.
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from macros.model.base import (
    ClaimId,
    Count,
    Flag,
    Id,
    Line,
    Money,
    Name,
    Number,
    PartialDate,
    Percent,
    Record,
    Text,
    Total,
    Url,
    fault,
    vocabulary,
)
from macros.model.data import Term
from macros.model.fields import tag_of
from macros.model.percentages import percentage_agrees
from macros.model.sources import Citations, OrganisationId, Period, Statement, YesNo

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
    """A percentage whose denominator the source does not give: no interval is possible."""

    kind: ClassVar = "percentage"
    percent: Percent = Field(title="Percentage")
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


class Amount(Record):
    """Money, in euro."""

    kind: ClassVar = "amount"
    amount: Money = Field(title="Bedrag in euro")
    precision: Precision | None = _PRECISION


class Score(Record):
    """A mean mark on a scale."""

    kind: ClassVar = "score"
    score: Number = Field(title="Gemiddelde score")
    lowest: Number = Field(title="Laagst mogelijke score")
    highest: Number = Field(title="Hoogst mogelijke score")
    unit: Unit = _UNIT

    @model_validator(mode="after")
    def _on_scale(self) -> "Score":
        if not self.lowest <= self.score <= self.highest:
            raise fault("off_scale", "score", score=self.score, lowest=self.lowest, highest=self.highest)
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
    "words": "words",
    "none_yet": "none-yet",
}
"""Leading key → kind of result; `count` is not listed, because it is a proportion with `of` and a tally without."""


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
    | Annotated[Words, Tag(tag_of(Words))]
    | Annotated[NoneYet, Tag(tag_of(NoneYet))],
    Discriminator(_result_kind, custom_error_type="result_kind", custom_error_message="no kind"),
]


class Target(Record):
    """What was aimed at beforehand; its unit may differ from that of the result, and then the two are not compared."""

    count: Count | None = Field(None, title="Aantal")
    percent: Percent | None = Field(None, title="Percentage")
    unit: Unit = _UNIT
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations

    @model_validator(mode="after")
    def _one_size(self) -> "Target":
        if (self.count is None) == (self.percent is None):
            raise fault("one_target", "percent")
        return self


class FollowUp(Record):
    """How long after the help it was measured; a result at the end says nothing of later."""

    months: Count = Field(title="Maanden", description="Vijf jaar is 60; 0 als er direct is gemeten.")
    since: Annotated[Term, vocabulary("measured-since")] = Field(title="Geteld vanaf")
    precision: Precision | None = _PRECISION
    note: Line | None = Field(None, title="Toelichting")

    @model_validator(mode="after")
    def _says_something(self) -> "FollowUp":
        if self.months == 0 and self.since.id == "unknown":
            raise fault("follow_up_empty", "months")
        return self


class Outcome(Record):
    """One claim about results, with everything needed to weigh it."""

    id: Id = Field(title="Id", description="Vaste naam binnen de kaart; wordt het adres van deze uitspraak.")
    measure: Annotated[Term, vocabulary("measure")] = Field(title="Maat", description="Wat er gemeten is.")
    statement: Text = Field(title="Uitspraak", description="Het resultaat in eigen woorden, niet sterker dan de bron.")
    population: Line | None = Field(None, title="Bij wie", description="Over welke groep het gaat.")
    result: Result = Field(
        title="Resultaat", description="Aantal van totaal, percentage, verandering, bedrag, score, woorden of nog niets."
    )
    target: Target | None = Field(None, title="Doel vooraf")
    direction: Annotated[Term, vocabulary("direction")] = Field(
        title="Richting", description="Gunstig, geen verschil, ongunstig, gemengd of onbekend."
    )
    design: Annotated[Term, vocabulary("design")] = Field(title="Opzet", description="Hoe het is gemeten.")
    evaluator: OrganisationId | None = Field(
        None, title="Wie mat", description="De organisatie die mat; weglaten als de bron haar niet noemt."
    )
    evaluator_note: Line | None = Field(None, title="Over wie mat")
    independent: YesNo | None = Field(
        None, title="Onafhankelijk", description="Of de meter losstaat van de eigenaar; weglaten als dat niet te zeggen is."
    )
    period: Period | None = Field(None, title="Periode")
    follow_up: FollowUp | None = Field(
        None, title="Vervolgmeting", description="Hoe lang na de hulp er is gemeten; weglaten als de bron dat niet zegt."
    )
    basic_set: Annotated[Term, vocabulary("outcome-basis")] | None = Field(
        None,
        title="Basisset jeugdhulp",
        description="Onderdeel van de basisset waarop dit antwoord geeft; een indeling van ons, dus weglaten bij twijfel.",
    )
    traceable: Flag = Field(
        False,
        title="Herkenbare groep",
        description="`true` bij een kleine groep die herkend kan worden; dan alleen woorden, geen getal.",
    )
    caveat: Text | None = Field(
        None, title="Kanttekening", description="Wat de lezer moet weten om het getal niet te zwaar te wegen."
    )
    conflicts: tuple[Statement, ...] = Field((), title="Andere lezingen", description="Bronnen die dit anders zeggen.")
    sources: Citations

    @model_validator(mode="after")
    def _traceable_group_in_words(self) -> "Outcome":
        if self.traceable and self.result.kind not in ("words", "none-yet"):
            raise fault("traceable_number", "result")
        return self


class Scope(Record):
    """What part of a method a verdict is about."""

    kind: Annotated[Term, vocabulary("scope")] = Field(title="Soort afbakening")
    description: Line = Field(title="Omschrijving")


class Verdict(Record):
    id: ClaimId = None
    level: Name = Field(title="Niveau", description="Letterlijk zoals de instantie het noemt.")
    step: Annotated[Term, vocabulary("recognition-level")] | None = Field(
        None, title="Trede", description="De trede van de Nederlandse erkenning, als het niveau daarop voorkomt."
    )
    scope: Scope | None = Field(None, title="Geldt voor", description="Weglaten als het oordeel over de hele methode gaat.")


class Recognition(Record):
    """What a body decided; what an owner says of itself is a Statement in `recognition_claims`."""

    body: OrganisationId = Field(title="Instantie")
    committee: Name | None = Field(None, title="Commissie")
    date: PartialDate | None = Field(None, title="Datum")
    state: Annotated[Term, vocabulary("recognition-state")] | None = Field(
        None, title="Stand", description="Weglaten als niet te vinden is of het besluit nog geldt."
    )
    reason: Text | None = Field(None, title="Reden", description="Waarom geweigerd, ingetrokken of onder voorbehoud.")
    verdicts: tuple[Verdict, ...] = Field(min_length=1, title="Oordelen", description="Eén besluit kan meer oordelen bevatten.")
    url: Url | None = Field(None, title="Adres")
    sources: Citations

    @model_validator(mode="after")
    def _refusal_has_a_reason(self) -> "Recognition":
        if self.state and self.state.id == "refused" and not self.reason:
            raise fault("refused_without_reason", "state")
        return self
