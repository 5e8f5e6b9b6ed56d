"""Outcomes: what is known of a method, and by whom. The kinds of results: results.py."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import (
    Count,
    Flag,
    Id,
    Line,
    Percent,
    Record,
    Text,
    fault,
    vocabulary,
)
from macros.model.data import Term
from macros.model.own import OwnRef
from macros.model.results import _PRECISION, _UNIT, Precision, Result, Unit
from macros.model.sources import Citations, Period, Statement
from macros.model.study import KIND, Study


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
    """One claim about results. How it was measured, and by whom, stands with the study in which it was found."""

    former_fields = frozenset({"design", "evaluator", "evaluator_note", "independent"})

    id: Id = Field(title="Id", description="Vaste naam binnen de kaart; wordt het adres van dit resultaat.")
    study: Annotated[Study, OwnRef(KIND)] = Field(title="Onderzoek", description="Id van het onderzoek waarin dit is gevonden.")
    measure: Annotated[Term, vocabulary("measure")] = Field(title="Maat", description="Wat er gemeten is.")
    statement: Text = Field(title="Resultaat in woorden", description="Het resultaat in eigen woorden, niet sterker dan de bron.")
    population: Line | None = Field(None, title="Bij wie", description="Over welke groep het gaat.")
    result: Result = Field(
        title="Resultaat", description="Aantal van totaal, percentage, verandering, bedrag, score, effect, woorden of nog niets."
    )
    target: Target | None = Field(None, title="Doel vooraf")
    direction: Annotated[Term, vocabulary("direction")] = Field(
        title="Richting", description="Gunstig, geen verschil, ongunstig, gemengd of onbekend."
    )
    period: Period | None = Field(
        None, title="Periode", description="Alleen als die voor dit resultaat korter is dan die van het onderzoek."
    )
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
    def _repeats_nothing_of_its_study(self) -> "Outcome":
        if self.study and self.period and self.period == self.study.period:
            raise fault("repeats_study", "period", value=self.study.id)
        return self

    @property
    def measured(self) -> Period | None:
        """When it was measured: its own period, or else that of the study."""
        return self.period or self.study.period

    @model_validator(mode="after")
    def _traceable_group_in_words(self) -> "Outcome":
        if self.traceable and self.result.kind not in ("words", "none-yet"):
            raise fault("traceable_number", "result")
        return self
