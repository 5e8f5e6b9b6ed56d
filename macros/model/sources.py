"""How a statement refers to the sources that support it."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import ClaimId, Line, PartialDate, Record, Ref, Text, check_order, check_says, vocabulary
from macros.model.data import Organisation, Source, Term

OrganisationId = Annotated[Organisation, Ref("organisation")]


class Citation(Record):
    """Where exactly a source says it."""

    source: Annotated[Source, Ref("source")] = Field(title="Bron", description="Id uit data/sources.yml.")
    locator: Line | None = Field(None, title="Vindplaats", description="Waar in de bron: alinea, bladzijde, kopje.")


Citations = Annotated[
    tuple[Citation, ...], Field(min_length=1, title="Bronnen", description="Eén of meer bronnen die dit zeggen, met vindplaats.")
]


class Statement(Record):
    """Something a source says, in our own words."""

    says: Text = Field(title="Wat de bron zegt", description="In eigen woorden.")
    sources: Citations


class AddressedStatement(Statement):
    """A statement that can be cited by itself (macros/library/claims.py)."""

    id: ClaimId = None


class Conflict(Record):
    """Sources that contradict each other: all of them are shown, none is chosen."""

    about: Line = Field(title="Waarover")
    statements: tuple[AddressedStatement, ...] = Field(min_length=2, title="Wat de bronnen zeggen")


class Period(Record):
    """A stretch of time, as exact as known."""

    from_: PartialDate | None = Field(None, alias="from", title="Van", description="`2019`, `2019-05` of `2019-05-14`.")
    to: PartialDate | None = Field(None, title="Tot en met")
    note: Line | None = Field(None, title="Toelichting")

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        check_says(self)
        check_order(self.from_, self.to)
        return self


YesNo = Annotated[Term, vocabulary("yes-no")]
