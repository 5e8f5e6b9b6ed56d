"""National guidelines, in data/guidelines.yml, and the methods that they name: no recognition, and no evidence."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Line, Name, PartialDate, Record, Text, Url, fault, vocabulary
from macros.model.data import KeyId, Term
from macros.model.sources import Citations, OrganisationId

Theme = Annotated[Term, vocabulary("theme")]


class GuidelineMention(Record):
    """A place in a guideline where it names a method, which may have no card here."""

    method: Annotated[str, Field(json_schema_extra={"x-reference": "method"})] | None = Field(
        None, title="Methode", description="Id van de kaart."
    )
    name: Name | None = Field(
        None, title="Naam", description="Zoals de richtlijn die noemt, als de methode hier nog geen kaart heeft."
    )
    theme: Theme | None = Field(None, title="Doel", description="Voor welk doel de richtlijn die noemt.")
    for_: Line = Field(alias="for", title="Waarvoor", description="Bij welke vraag of voor wie de richtlijn die noemt.")
    says: Text = Field(title="Wat de richtlijn zegt", description="In eigen woorden, niet sterker dan de richtlijn.")
    sources: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> "GuidelineMention":
        if (self.method is None) == (self.name is None):
            raise fault("one_mention", "method")
        return self


class Guideline(Record):
    id: KeyId
    name: Name = Field(title="Naam")
    about: Line = Field(title="Waarover")
    publishers: tuple[OrganisationId, ...] = Field(
        min_length=1, title="Van wie", description="Wie de richtlijn vaststelt of beheert."
    )
    date: PartialDate | None = Field(None, title="Datum", description="Van de versie die is gelezen.")
    note: Text | None = Field(None, title="Toelichting", description="Bijvoorbeeld dat die wordt herzien.")
    url: Url = Field(title="Adres")
    themes: tuple[Theme, ...] = Field(
        (),
        title="Voor welke doelen nagelezen",
        description="Bij welke doelen wij zochten naar methoden, ook als de richtlijn er in wat wij lazen geen noemt.",
    )
    mentions: tuple[GuidelineMention, ...] = Field(
        min_length=1,
        title="Welke methoden erin staan",
        description="Wat is nagelezen; de lijst hoeft niet volledig te zijn.",
    )

    @model_validator(mode="after")
    def _named_for_what_was_read(self) -> "Guideline":
        for index, mention in enumerate(self.mentions):
            if mention.theme and mention.theme not in self.themes:
                raise fault("purpose_not_read", "mentions", index, "theme", value=mention.theme.nl)
        return self
