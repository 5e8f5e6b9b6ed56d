"""How a method stands to other methods: variant, part, namesake. Written on one card, shown on both."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Line, Record, Text, fault, vocabulary
from macros.model.data import Term
from macros.model.sources import Citations


class Relation(Record):
    """A method that this one is related to: another card, or words where there is none."""

    kind: Annotated[Term, vocabulary("relation")] = Field(
        title="Hoe verwant", description="Lees het als een zin: deze methode is een variant van, een onderdeel van …"
    )
    method: Annotated[str, Field(json_schema_extra={"x-reference": "method"})] | None = Field(
        None, title="Methode", description="Id van een andere kaart."
    )
    text: Line | None = Field(None, title="In woorden", description="De naam, als er geen kaart van is.")
    differs: Text | None = Field(None, title="Wat verschilt", description="Waarin de twee methoden van elkaar verschillen.")
    sources: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> "Relation":
        if (self.method is None) == (self.text is None):
            raise fault("one_relation", "text")
        return self
