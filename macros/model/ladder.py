"""A step on the ladder of evidence (effectladder), as a named body gives it; the library never gives one itself."""

from typing import Annotated

from pydantic import Field

from macros.model.base import ClaimId, Line, PartialDate, Record, vocabulary
from macros.model.data import Term
from macros.model.sources import Citations, OrganisationId


class LadderStep(Record):
    id: ClaimId = None
    step: Annotated[Term, vocabulary("effect-ladder")] = Field(title="Trede", description="De trede die de bron noemt.")
    body: OrganisationId = Field(title="Wie dat zegt", description="De organisatie die de trede noemt; nooit wijzelf.")
    basis: Annotated[Term, vocabulary("ladder-basis")] = Field(
        title="Waarop het rust", description="Eigen opgave, of beoordeeld door een ander."
    )
    date: PartialDate | None = Field(None, title="Datum")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations
