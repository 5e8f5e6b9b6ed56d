"""How much help: for how long, how often, for whom and in groups of how many, in the words of the source and as numbers."""

from math import inf
from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Line, Name, Number, Record, Total, check_says, fault, vocabulary
from macros.model.data import Term
from macros.model.results import Unit
from macros.model.sources import Citations

TimeUnit = Annotated[Term, vocabulary("time-unit")]
DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
"""Unit of time → its length in days."""


class Range(Record):
    """A number as the source gives it, from … to …; the same twice if it names one."""

    from_: Total | None = Field(None, alias="from", title="Van", description="Weglaten als de bron alleen een bovenkant noemt.")
    to: Total | None = Field(
        None, title="Tot en met", description="Weglaten als de bron alleen een onderkant noemt; bij één getal hetzelfde getal."
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Range":
        if self.from_ is None and self.to is None:
            raise fault("range_empty")
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise fault("out_of_order", "to", first=str(self.from_), second=str(self.to))
        return self


class Length(Range):
    """How long the help lasts."""

    unit: TimeUnit = Field(title="Tijdseenheid")

    @property
    def months(self) -> tuple[float, float] | None:
        """Both ends in months, from nought if there is no lower one and without limit if there is no upper one; None if nobody
        told how long this unit of time is."""
        if self.unit.id not in DAYS:
            return None
        one = DAYS[self.unit.id] / DAYS["month"]
        return (self.from_ or 0) * one, inf if self.to is None else self.to * one


class Contacts(Range):
    """How many contacts: visits, sessions, meetings."""

    per: TimeUnit | None = Field(None, title="Per", description="Weglaten als het om alle contacten van de hulp samen gaat.")


class Hours(Range):
    """How many hours."""

    from_: Number | None = Field(None, alias="from", title="Van", description="Weglaten als de bron alleen een bovenkant noemt.")
    to: Number | None = Field(
        None, title="Tot en met", description="Weglaten als de bron alleen een onderkant noemt; bij één getal hetzelfde getal."
    )
    per: Annotated[Term, vocabulary("hours-per")] = Field(title="Per", description="Per contact, per week, of in totaal.")


class Intensity(Record):
    variant: Name | None = Field(None, title="Variant of leeftijd", description="Weglaten als het voor de hele methode geldt.")
    recipient: Annotated[Term, vocabulary("person")] | None = Field(
        None,
        title="Voor wie",
        description="Als kind, ouder en anderen niet evenveel hulp krijgen; weglaten als dat niet verschilt.",
    )
    duration: Line | None = Field(None, title="Duur", description="In de woorden van de bron.")
    length: Length | None = Field(None, title="Duur in getallen", description="Om op duur te kunnen kiezen.")
    contact: Line | None = Field(None, title="Contact", description="Hoe vaak en hoe lang, in de woorden van de bron.")
    contacts: Contacts | None = Field(None, title="Aantal contacten")
    hours: Hours | None = Field(None, title="Aantal uren")
    sources: Citations

    @model_validator(mode="after")
    def _says_how_much(self) -> "Intensity":
        check_says(self, "variant", "recipient", "sources")
        return self


class GroupSize(Range):
    """How many take part in one group."""

    unit: Unit = Field(title="Eenheid", description="Wie er in de groep zitten.")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations
