"""How a method works in practice: steps, elements, who carries it out, how much, at what cost, and what comes before and
after."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import (
    ClaimId,
    Count,
    Id,
    Line,
    Money,
    Name,
    Record,
    Ref,
    Text,
    Total,
    Url,
    check_says,
    digits,
    fault,
    vocabulary,
)
from macros.model.data import Term
from macros.model.dose import TimeUnit
from macros.model.results import Precision, Unit
from macros.model.sources import Citations, OrganisationId, Period, YesNo
from macros.model.tool import Element, Tool


class Step(Record):
    step: Name = Field(title="Stap")
    text: Text = Field(title="Uitleg")
    sources: Citations


class UsedElement(Record):
    element: Annotated[Element, Ref("element")] = Field(title="Werkzaam element")
    note: Line | None = Field(None, title="Hoe")
    sources: Citations


class UsedTool(Record):
    tool: Annotated[Tool, Ref("tool")] = Field(title="Werkvorm")
    note: Line | None = Field(None, title="Hoe")
    sources: Citations


class Variant(Record):
    id: Id = Field(title="Id")
    name: Name = Field(title="Naam")
    description: Text = Field(title="Omschrijving")
    sources: Citations


class Caseload(Record):
    """How many are helped at the same time, and by whom: a number without that says nothing."""

    count: Total = Field(title="Aantal", description="Hoeveel tegelijk hulp krijgen.")
    to: Total | None = Field(None, title="Tot", description="Bovenkant, als de bron een bereik geeft.")
    unit: Unit = Field(title="Eenheid", description="Wat er geteld is: gezinnen, kinderen, ouders …")
    per: Annotated[Term, vocabulary("caseload-per")] = Field(title="Per", description="Over wie het aantal gaat.")
    precision: Precision | None = Field(None, title="Nauwkeurigheid")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations

    @model_validator(mode="after")
    def _range_in_order(self) -> "Caseload":
        if self.to is not None and self.to < self.count:
            raise fault("out_of_order", "to", first=str(self.count), second=str(self.to))
        return self


class Licence(Record):
    """Whether an organisation needs a licence to offer the method, and who gives it."""

    needed: YesNo = Field(title="Nodig", description="`unknown` als een bron over een licentie spreekt en dit niet zegt.")
    licensor: OrganisationId | None = Field(
        None, title="Wie die geeft", description="De organisatie die de licentie geeft; weglaten als de bron die niet noemt."
    )
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations

    @model_validator(mode="after")
    def _only_a_needed_licence_has_a_giver(self) -> "Licence":
        if self.licensor and self.needed.id != "yes":
            raise fault("licensor_without_licence", "licensor")
        return self


class Deliverer(Record):
    kind: Annotated[Term, vocabulary("deliverer")] = Field(title="Soort uitvoerder")
    role: Line | None = Field(None, title="Rol")
    training: Line | None = Field(None, title="Opleiding")
    sources: Citations


class Material(Record):
    kind: Annotated[Term, vocabulary("material")] = Field(title="Soort materiaal")
    name: Name | None = Field(None, title="Naam", description="De titel, als het materiaal die heeft.")
    language: Name | None = Field(None, title="Taal", description="Weglaten als het Nederlands is of de bron dat niet zegt.")
    note: Line | None = Field(None, title="Toelichting")
    url: Url | None = Field(None, title="Adres")
    sources: Citations


class Reach(Record):
    id: ClaimId = None
    count: Count = Field(title="Aantal")
    unit: Unit = Field(title="Eenheid")
    precision: Precision | None = Field(None, title="Nauwkeurigheid")
    period: Period | None = Field(None, title="Periode")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations


class CostPeriod(Record):
    """The time that an amount is for: one year of a yearly amount, two of a sum over two years."""

    count: Total = Field(title="Aantal", description="1 voor een bedrag per jaar, 2 voor een som over twee jaar.")
    unit: TimeUnit = Field(title="Tijdseenheid")


_OWN_TIME = ("birth-year", "year", "month", "once")
"""Denominators that say themselves for which time an amount is."""


class Cost(Record):
    id: ClaimId = None
    amount: Money = Field(title="Bedrag in euro")
    to: Money | None = Field(None, title="Tot", description="Bovenkant, als de bron een bereik geeft.")
    precision: Precision | None = Field(None, title="Nauwkeurigheid")
    per: Annotated[Term, vocabulary("cost-unit")] = Field(
        title="Per", description="De noemer: zonder noemer zegt een bedrag niets."
    )
    period: CostPeriod | None = Field(
        None, title="Over welke tijd", description="Als het bedrag per jaar of over een aantal jaren is."
    )
    condition: Line | None = Field(None, title="Voorwaarde", description="Waar het bedrag van afhangt.")
    to_condition: Line | None = Field(None, title="Wanneer de bovenkant geldt", description="Alleen bij een bereik.")
    grows_with: Unit | None = Field(
        None, title="Loopt op met", description="Als de kosten meegroeien met het gebruik: met wat, bijvoorbeeld koppelingen."
    )
    price_year: Annotated[int, Field(ge=1900, le=2100), digits] | None = Field(None, title="Prijsjaar")
    covers: Line | None = Field(None, title="Waarvoor")
    note: Text | None = Field(None, title="Toelichting")
    sources: Citations

    @model_validator(mode="after")
    def _range_in_order(self) -> "Cost":
        if self.to is not None and self.to < self.amount:
            raise fault("out_of_order", "to", first=str(self.amount), second=str(self.to))
        return self

    @model_validator(mode="after")
    def _conditions_of_what_is_there(self) -> "Cost":
        if self.to_condition and self.to is None:
            raise fault("condition_without_end", "to_condition")
        if self.period and self.per.id in _OWN_TIME:
            raise fault("two_periods", "period", value=self.per.nl)
        return self


class Link(Record):
    """A neighbour in the chain of help: another card, or words where there is none."""

    method: Annotated[str, Field(json_schema_extra={"x-reference": "method"})] | None = Field(
        None, title="Methode", description="Id van een andere kaart."
    )
    text: Line | None = Field(None, title="In woorden")
    sources: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> "Link":
        if (self.method is None) == (self.text is None):
            raise fault("one_link", "text")
        return self


class Position(Record):
    """Where in the chain of help a method stands, and what says so."""

    stage: Annotated[Term, vocabulary("stage")] = Field(title="Plaats")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations


class Chain(Record):
    positions: tuple[Position, ...] = Field(
        (), title="Plaats", description="Een of meer plaatsen tussen vóór de geboorte en nazorg."
    )
    before: tuple[Link, ...] = Field((), title="Ervoor")
    alongside: tuple[Link, ...] = Field((), title="Ernaast")
    after: tuple[Link, ...] = Field((), title="Erna")

    @model_validator(mode="after")
    def _has_a_link(self) -> "Chain":
        check_says(self)
        return self
