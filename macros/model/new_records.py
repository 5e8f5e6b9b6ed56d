"""What a card brings along: sources and organisations that are not in data/ yet, in the file of the card itself.

So one contribution is one file and one proposal. scripts/accept.py moves the block to data/; until then the check and the
site take its records as if they stood there.
"""

from typing import Annotated

from pydantic import Field

from macros.model.base import Record
from macros.model.data import Keyed, Organisation, Source
from macros.model.method import Method

FIELD = "new_records"
"""The field of the block. It is no field of a method: readers never see it."""
KINDS = {"organisations": "organisation", "sources": "source"}
"""Field of the block → kind of its records."""
FIELD_OF_KIND = {kind: field for field, kind in KINDS.items()}


class NewRecords(Record):
    """By id, as in the files of data/."""

    organisations: Annotated[dict[str, Organisation], Keyed] = Field(
        default_factory=dict, title="Nieuwe organisaties", description="Wat nog niet in data/organisations.yml staat."
    )
    sources: Annotated[dict[str, Source], Keyed] = Field(
        default_factory=dict, title="Nieuwe bronnen", description="Wat nog niet in data/sources.yml staat."
    )


class WithNewRecords(Record):
    """The part of the file of a card that is not the method."""

    new_records: NewRecords = Field(
        default_factory=NewRecords,
        title="Nieuw bij deze kaart",
        description="Bronnen en organisaties die nog niet in data/ staan. Wie het voorstel overneemt, zet ze daar.",
    )


class CardFile(Method, WithNewRecords):
    """Everything that may stand in the file of a card, for editors."""
