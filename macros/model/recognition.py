"""What bodies say of a method: recognitions, each with its verdicts, and prizes and listings, which are no recognitions."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.model.base import ClaimId, Id, Line, Name, PartialDate, Record, Text, Url, fault, vocabulary
from macros.model.data import Term
from macros.model.sources import Citations, OrganisationId, Statement


class Scope(Record):
    """What part of a method a verdict is about."""

    kind: Annotated[Term, vocabulary("scope")] = Field(title="Soort afbakening")
    description: Line = Field(title="Omschrijving")


class Verdict(Record):
    former_fields: ClassVar[frozenset[str]] = frozenset({"scope"})
    """Fields of an earlier form of the card (macros/contributing/migrate)."""

    id: ClaimId = None
    level: Name = Field(title="Niveau", description="Letterlijk zoals de instantie het noemt.")
    step: Annotated[Term, vocabulary("recognition-level")] | None = Field(
        None, title="Trede", description="De trede van de Nederlandse erkenning, als het niveau daarop voorkomt."
    )
    scopes: tuple[Scope, ...] = Field(
        (),
        title="Geldt voor",
        description="Elke afbakening apart, bijvoorbeeld een leeftijd en een preventieniveau; "
        "weglaten als het oordeel over de hele methode gaat.",
    )


class Recognition(Record):
    """What a body decided; what an owner says of itself is a Statement in `recognition_claims`."""

    id: Id | None = Field(None, title="Id", description="Alleen nodig als een later besluit dit besluit vervangt.")
    body: OrganisationId = Field(title="Instantie")
    committee: Name | None = Field(None, title="Commissie")
    date: PartialDate | None = Field(None, title="Datum")
    valid_until: PartialDate | None = Field(
        None, title="Geldig tot en met", description="De termijn die de instantie noemt; weglaten als die er geen noemt."
    )
    state: Annotated[Term, vocabulary("recognition-state")] | None = Field(
        None, title="Stand", description="Weglaten als niet te vinden is of het besluit nog geldt."
    )
    replaces: Id | None = Field(
        None, title="Vervangt", description="Het `id` van het eerdere besluit, dat de stand “vervangen” krijgt."
    )
    reason: Text | None = Field(None, title="Reden", description="Waarom geweigerd, ingetrokken of onder voorbehoud.")
    note: Text | None = Field(
        None, title="Toelichting", description="Wat de instantie erbij zegt, bijvoorbeeld voor wie het nog niet is onderzocht."
    )
    verdicts: tuple[Verdict, ...] = Field(
        min_length=1, title="Oordelen", description="Eén besluit kan meer oordelen bevatten, bijvoorbeeld één per variant."
    )
    readings: tuple[Statement, ...] = Field(
        (), title="Andere lezingen", description="Hoe portalen dit besluit anders tonen; het blijft één besluit."
    )
    url: Url | None = Field(None, title="Adres")
    sources: Citations

    @model_validator(mode="after")
    def _refusal_has_a_reason(self) -> "Recognition":
        if self.state and self.state.id == "refused" and not self.reason:
            raise fault("refused_without_reason", "state")
        return self

    @model_validator(mode="after")
    def _term_ends_after_the_decision(self) -> "Recognition":
        if self.date and self.valid_until and self.date.first_day > self.valid_until.last_day:
            raise fault("out_of_order", "valid_until", first=str(self.date), second=str(self.valid_until))
        return self


class PrizeOrListing(Record):
    """A prize that the method won, or a list that it stands in: neither is a decision about how well it works."""

    id: ClaimId = None
    kind: Annotated[Term, vocabulary("prize-or-listing")] = Field(title="Soort", description="Een prijs of een vermelding.")
    name: Name = Field(title="Naam", description="Naam van de prijs, of van de databank of lijst.")
    body: OrganisationId = Field(title="Van wie", description="Wie de prijs gaf of de lijst bijhoudt.")
    date: PartialDate | None = Field(None, title="Datum")
    note: Text | None = Field(None, title="Toelichting", description="Waarvoor de prijs was, of wat de lijst erbij zegt.")
    url: Url | None = Field(None, title="Adres")
    sources: Citations
