"""The ids that no card or tool has any more: data/moved.yml and data/former_tools.yml say where the address of each leads now."""

from pydantic import Field, model_validator

from macros.model.base import Id, Name, PartialDate, Record, Text, fault
from macros.model.data import KeyId


class Moved(Record):
    """A card that has another id now, or that was removed; an address that was once published works for ever."""

    id: KeyId
    to: Id | None = Field(None, title="Nieuw id", description="Id van de kaart waar dit adres nu naartoe leidt.")
    removed: PartialDate | None = Field(None, title="Weggehaald op", description="Dag waarop de kaart is weggehaald.")
    name: Name | None = Field(None, title="Naam", description="Hoe de weggehaalde kaart heette.")
    reason: Text | None = Field(None, title="Reden", description="Waarom de kaart is weggehaald; dat ziet de lezer.")

    @model_validator(mode="after")
    def _one_way(self) -> "Moved":
        if (self.to is None) == (self.removed is None):
            raise fault("moved_or_removed")
        if self.to and (self.name or self.reason):
            raise fault("moved_with_reason", "name" if self.name else "reason")
        if self.removed and not (self.name and self.reason):
            raise fault("removed_without_reason", "removed")
        if self.removed and not self.removed.day:
            raise fault("day_needed", "removed", value=str(self.removed))
        return self


class FormerTool(Record):
    """A tool that has a card of its own now; the address of its page leads to the card."""

    id: KeyId
    to: Id = Field(title="Kaart", description="Id van de kaart waar de pagina van deze werkvorm nu naartoe leidt.")
