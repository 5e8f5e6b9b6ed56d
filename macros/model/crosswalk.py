"""The scales of rating bodies, in data/crosswalk.yml: shown side by side, never applied by us to a method."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Name, Record, Text, Url, fault, vocabulary
from macros.model.data import KeyId, Term


class ScaleStep(Record):
    """One step of a scale; it can be compared with other scales only if what it requires was looked up."""

    label: Name = Field(title="Naam", description="Letterlijk zoals de instantie die noemt.")
    asks: Annotated[Term, vocabulary("evidence-band")] | None = Field(
        None, title="Wat de trede vraagt", description="Weglaten als dat niet is nagegaan of nergens bij past."
    )
    meaning: Text | None = Field(
        None, title="Uitleg", description="Wat de instantie zelf schrijft, in eigen woorden; weglaten als dat niet is nagegaan."
    )
    note: Text | None = Field(None, title="Opmerking", description="Wat niet is nagegaan.")

    @model_validator(mode="after")
    def _placed_with_a_reason(self) -> "ScaleStep":
        if self.asks and not self.meaning:
            raise fault("placed_without_meaning", "asks")
        return self


class Scale(Record):
    """How one body rates."""

    id: KeyId
    name: Name = Field(title="Naam")
    body: Name = Field(title="Instantie")
    country: Name = Field(title="Land")
    rates: Text = Field(title="Waar het oordeel over gaat")
    urls: tuple[Url, ...] = Field(min_length=1, title="Waar de instantie dit schrijft")
    steps: tuple[ScaleStep, ...] = Field(min_length=1, title="Treden")
