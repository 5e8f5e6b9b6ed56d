"""For whom a method is: its target group, its goals, and where it stands in the field's own divisions."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.age import AgeRange
from macros.model.base import Flag, Line, Record, Text, check_says, fault, vocabulary
from macros.model.data import Term
from macros.model.fit import When
from macros.model.sources import Citations


class Criterion(Record):
    criterion: Text = Field(title="Criterium")
    about: Annotated[Term, vocabulary("person")] = Field(
        title="Over wie", description="Het kind, de ouder, het gezin of het netwerk."
    )
    when: When | None = Field(
        None,
        title="Antwoorden op Past het?",
        description="Bij welke antwoorden het criterium opgaat; alleen invullen als het voor elk gezin geldt.",
    )
    sources: Citations


class NoExclusions(Record):
    """The source says in so many words that nobody is excluded; that is not the same as unknown."""

    note: Line | None = Field(None, title="Toelichting")
    sources: Citations


class TargetGroup(Record):
    description: Text = Field(title="Omschrijving")
    recipients: tuple[Annotated[Term, vocabulary("person")], ...] = Field((), title="Wie krijgt hulp")
    ages: tuple[AgeRange, ...] = Field((), title="Leeftijd")
    problems: tuple[Annotated[Term, vocabulary("problem")], ...] = Field((), title="Wat er speelt")
    includes: tuple[Criterion, ...] = Field((), title="Wie in aanmerking komt")
    excludes: tuple[Criterion, ...] = Field((), title="Wie niet in aanmerking komt")
    no_exclusions: NoExclusions | None = Field(
        None, title="Niemand uitgesloten", description="Alleen als de bron dat met zoveel woorden zegt."
    )
    sources: Citations

    @model_validator(mode="after")
    def _excludes_or_not(self) -> "TargetGroup":
        if self.excludes and self.no_exclusions:
            raise fault("excludes_and_none", "no_exclusions")
        return self


class Goal(Record):
    text: Text = Field(title="Doel")
    theme: Annotated[Term, vocabulary("theme")] = Field(title="Thema")
    sources: Citations


class Classification(Record):
    """Where the method stands in the field's own divisions."""

    prevention: tuple[Annotated[Term, vocabulary("prevention")], ...] = Field((), title="Preventieniveau")
    frame: tuple[Annotated[Term, vocabulary("frame")], ...] = Field((), title="Kader")
    care_form: tuple[Annotated[Term, vocabulary("care-form")], ...] = Field((), title="Hulpvorm (CBS)")
    setting: tuple[Annotated[Term, vocabulary("setting")], ...] = Field((), title="Plaats")
    aim: tuple[Annotated[Term, vocabulary("aim")], ...] = Field((), title="Soort doel")
    approach_kind: tuple[Annotated[Term, vocabulary("approach-kind")], ...] = Field((), title="Soort aanpak")
    provision: tuple[Annotated[Term, vocabulary("provision")], ...] = Field((), title="Soort voorziening")
    frame_incomplete: Flag = Field(
        False,
        title="Kader niet volledig",
        description="`true` als de bron over andere kaders niets zegt: een ander kader is dan onbekend en geen nee.",
    )
    note: Text | None = Field(
        None, title="Toelichting", description="Waarop deze indeling berust, als de bron die niet zelf noemt."
    )
    sources: Citations

    @model_validator(mode="after")
    def _divides(self) -> "Classification":
        check_says(self, "frame_incomplete", "sources")
        return self
