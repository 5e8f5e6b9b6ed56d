"""Texts for parents in plain words, which tell again what the card says with its sources."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Line, Name, Record, Text, check_says, fault, vocabulary
from macros.model.data import Term

MOST_STEPS = 4
"""More do not fit beside each other on one sheet, and nobody remembers more."""


class ParentStep(Record):
    """A step as a parent goes through it."""

    title: Name = Field(title="Stap", description="Een of twee woorden, bijvoorbeeld: Kennismaken.")
    text: Line = Field(title="Wat er gebeurt", description="Eén of twee korte zinnen.")
    picture: Annotated[Term, vocabulary("step-picture")] | None = Field(
        None, title="Plaatje", description="Wat er bij de stap getekend staat; zonder plaatje staat er alleen een nummer."
    )


class ForParents(Record):
    """Texts of the page for parents. No sources: they say nothing that the card does not say elsewhere with its source."""

    what_it_is: Text | None = Field(
        None, title="Wat is het", description="Twee of drie zinnen; zonder deze tekst staat er de uitleg in gewone woorden."
    )
    steps: tuple[ParentStep, ...] = Field((), title="Hoe gaat het", description="Ten hoogste vier stappen, op volgorde.")
    asks_of_you: Text | None = Field(None, title="Wat vraagt het van u")
    duration: Text | None = Field(None, title="Hoe lang duurt het")
    costs: Text | None = Field(None, title="Wat kost het u", description="Alleen wat een gezin zelf betaalt.")
    found: Text | None = Field(
        None,
        title="Heeft het geholpen",
        description="Het belangrijkste resultaat, met bij wie en van hoeveel; niet sterker dan de kaart.",
    )

    @model_validator(mode="after")
    def _tells_something_short(self) -> "ForParents":
        check_says(self)
        if len(self.steps) > MOST_STEPS:
            raise fault("too_many_steps", "steps", MOST_STEPS, most=MOST_STEPS)
        return self
