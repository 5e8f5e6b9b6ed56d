"""Studies: what was investigated, how, with how many people and by whom. Results say in which of them they were found."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from macros.model.base import Count, Id, Line, Name, Record, Text, Total, fault, vocabulary
from macros.model.data import Term
from macros.model.own import defines
from macros.model.results import Unit
from macros.model.sources import Citations, OrganisationId, Period, YesNo

KIND = "study"


@defines(KIND)
def _remember_id(value: str, info: ValidationInfo) -> str:
    """Also an id of a study with a mistake elsewhere is known, so that its results are not reported as well."""
    own: dict[tuple[str, str], Any] = info.context.own
    if (KIND, value) in own:
        raise fault("double_study", value=value)
    own[KIND, value] = None
    return value


class ParticipantGroup(Record):
    """One of the groups that were compared."""

    name: Line = Field(title="Groep", description="Bijvoorbeeld: kreeg de methode, of: kreeg gebruikelijke hulp.")
    count: Count = Field(title="Aantal")


class Participants(Record):
    """How many took part. Groups may add up to less than all, but never to more."""

    count: Total | None = Field(None, title="Aantal", description="Hoeveel er meededen; weglaten als de bron dat niet zegt.")
    unit: Unit = Field(title="Eenheid", description="Wat er geteld is: gezinnen, kinderen, ouders …")
    groups: tuple[ParticipantGroup, ...] = Field((), title="Groepen")
    lost: Count | None = Field(None, title="Uitgevallen", description="Hoeveel deelnemers niet meer zijn gemeten.")
    note: Line | None = Field(None, title="Toelichting")

    @model_validator(mode="after")
    def _parts_fit(self) -> "Participants":
        grouped = sum(group.count for group in self.groups)
        if self.count is None and not self.groups and self.lost is None:
            raise fault("participants_empty", "count")
        if self.count is not None and grouped > self.count:
            raise fault("groups_over_total", "groups", count=grouped, of=self.count)
        if self.count is not None and self.lost is not None and self.lost > self.count:
            raise fault("count_over_total", "lost", count=self.lost, of=self.count)
        return self

    @property
    def total(self) -> int | None:
        """How many took part: the count, or else the groups together."""
        return self.count if self.count is not None else sum(group.count for group in self.groups) or None


class Study(Record):
    """A study of a method or a tool. What is left out is not known."""

    id: Annotated[Id, AfterValidator(_remember_id)] = Field(
        title="Id", description="Vaste naam binnen de kaart; resultaten verwijzen ernaar."
    )
    name: Name | None = Field(None, title="Naam", description="Hoe het onderzoek heet, of waaraan men het herkent.")
    design: Annotated[Term, vocabulary("design")] = Field(title="Opzet", description="Hoe het is gemeten.")
    state: Annotated[Term, vocabulary("study-state")] | None = Field(
        None, title="Hoe ver", description="Gepland, bezig, klaar, voortijdig gestopt of niet te vinden."
    )
    about: Annotated[Term, vocabulary("study-about")] | None = Field(
        None, title="Waarover", description="Weglaten als het over deze methode zelf gaat."
    )
    about_note: Line | None = Field(None, title="Over waarover", description="Bijvoorbeeld welke variant of welk origineel.")
    country: Annotated[Term, vocabulary("country")] | None = Field(None, title="Land")
    period: Period | None = Field(None, title="Periode")
    participants: Participants | None = Field(None, title="Deelnemers")
    evaluator: OrganisationId | None = Field(
        None, title="Wie mat", description="De organisatie die mat; weglaten als de bron die niet noemt."
    )
    evaluator_note: Line | None = Field(None, title="Over wie mat")
    independent: YesNo | None = Field(
        None, title="Onafhankelijk", description="Of de meter losstaat van de eigenaar; weglaten als dat niet te zeggen is."
    )
    report_read: YesNo | None = Field(
        None,
        title="Rapport zelf gelezen",
        description="`yes` als wij het rapport zelf lazen, `no` als wij alleen lazen wat anderen ervan zeggen.",
    )
    note: Text | None = Field(None, title="Toelichting")
    sources: Citations

    @model_validator(mode="after")
    @defines(KIND)
    def _remember_study(self, info: ValidationInfo) -> "Study":
        info.context.own[KIND, self.id] = self
        return self
