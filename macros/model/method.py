"""The card format, described once: the checked card is a Method, with every id resolved.

Titles and descriptions are Dutch because people read them: in the field reference, in editors, in messages.
Only what a card cannot do without is required; the rest may be missing and then shows as `onbekend`.
"""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.model.audience import Classification, Goal, TargetGroup
from macros.model.base import (
    NOT_WRITTEN,
    Line,
    Name,
    PartialDate,
    Record,
    Text,
    Url,
    check_order,
    checked,
    fault,
    limited,
    one_line,
    vocabulary,
)
from macros.model.data import Term
from macros.model.dose import GroupSize, Intensity
from macros.model.evidence import Outcome
from macros.model.for_parents import ForParents
from macros.model.ladder import LadderStep
from macros.model.practice import (
    Caseload,
    Chain,
    Cost,
    Deliverer,
    Licence,
    Material,
    Reach,
    Step,
    UsedElement,
    UsedTool,
    Variant,
)
from macros.model.recognition import PrizeOrListing, Recognition
from macros.model.relations import Relation
from macros.model.sources import AddressedStatement, Citations, Conflict, OrganisationId, Period, Statement, YesNo
from macros.model.study import Study


class Alias(Record):
    """A name the method had before."""

    name: Name = Field(title="Naam")
    until: PartialDate | None = Field(None, title="Tot")
    sources: Citations


class Reason(Record):
    reason: Text = Field(title="Reden")
    sources: Citations


class Status(Record):
    phase: Annotated[Term, vocabulary("phase")] = Field(
        title="Stand",
        description="Loopt, pilot, afgerond, gestopt of historisch; of onbekend, als geen bron zegt of de methode nog loopt.",
    )
    from_: PartialDate | None = Field(None, alias="from", title="Van")
    to: PartialDate | None = Field(None, title="Tot en met")
    as_of: PartialDate | None = Field(
        None, title="Stand van", description="Wanneer de bron dit zei. Zonder datum weet een lezer niet of het nog klopt."
    )
    note: Text | None = Field(None, title="Toelichting")
    reasons: tuple[Reason, ...] = Field((), title="Redenen", description="Waarom de methode is gestopt; verplicht bij `stopped`.")
    sources: Citations

    @model_validator(mode="after")
    def _stopped_with_reasons(self) -> "Status":
        if self.phase.id == "stopped" and not self.reasons:
            raise fault("stopped_without_reason", "phase")
        check_order(self.from_, self.to)
        return self


class Owner(Record):
    organisation: OrganisationId = Field(title="Organisatie")
    until: PartialDate | None = Field(None, title="Tot")
    note: Text | None = Field(None, title="Toelichting")
    sources: Citations


class Partner(Record):
    organisation: OrganisationId = Field(title="Organisatie")
    role: Annotated[Term, vocabulary("role")] = Field(title="Rol")
    period: Period | None = Field(None, title="Periode")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations


class Place(Record):
    region: Annotated[Term, vocabulary("region")] = Field(title="Gebied")
    period: Period | None = Field(None, title="Periode")
    note: Line | None = Field(None, title="Toelichting")
    sources: Citations


class Context(Record):
    """What is known around the subject, but not of this method."""

    about: Line = Field(title="Waarover")
    says: Text = Field(title="Wat de bron zegt")
    sources: Citations


class Contact(Record):
    organisation: OrganisationId = Field(title="Organisatie", description="Nooit een persoon.")
    url: Url | None = Field(None, title="Adres")
    note: Line | None = Field(None, title="Toelichting")


class Referral(Statement):
    """How a family gets in."""

    former_fields: ClassVar[frozenset[str]] = frozenset({"closed"})


class Intake(Record):
    """Whether new families can come in, and when a source said so."""

    open: YesNo = Field(title="Kunnen er nieuwe gezinnen bij", description="`unknown` als de bron zegt dat dit niet vaststaat.")
    as_of: PartialDate | None = Field(None, title="Stand van", description="Wanneer de bron dit zei.")
    note: Text | None = Field(None, title="Toelichting")
    sources: Citations


class Gap(Record):
    """What was looked for and not found, or does not apply: both differ from not knowing."""

    field: Annotated[str, Field(json_schema_extra={"x-reference": "field"})] = Field(
        title="Veld", description="Naam van het veld dat leeg is, bijvoorbeeld `costs` of `target_group.ages`."
    )
    state: Annotated[Term, vocabulary("gap")] = Field(title="Waarom leeg")
    note: Text | None = Field(None, title="Toelichting")


class Method(Record):
    """A method card."""

    former_fields: ClassVar[frozenset[str]] = frozenset({"owner"})
    """Fields of an earlier form of the card (macros/contributing/migrate)."""

    id: str = Field(
        title="Id", description="De bestandsnaam; staat niet in de kaart zelf.", exclude=True, json_schema_extra=NOT_WRITTEN
    )
    name: Name = Field(title="Naam", description="De naam waaronder de methode nu bekend is.")
    aliases: tuple[Name, ...] = Field((), title="Andere namen", description="Zoals mensen de methode ook noemen of zoeken.")
    former_names: tuple[Alias, ...] = Field((), title="Vroegere namen", description="Hoe de methode vroeger heette.")
    summary: Annotated[str, limited(400), checked] = Field(title="Samenvatting", description="Eén alinea voor professionals.")
    in_short: Annotated[str, limited(140), checked, one_line] | None = Field(
        None, title="In één zin", description="Voor bovenaan de kaart; zonder deze zin staat daar de eerste van de samenvatting."
    )
    not_to_conclude: Line | None = Field(
        None,
        title="Wat u er niet uit kunt opmaken",
        description="Wat een lezer ten onrechte uit het belangrijkste resultaat kan opmaken; begint met een kleine letter.",
    )
    plain_summary: Annotated[str, limited(600), checked] | None = Field(
        None, title="In gewone woorden", description="Voor ouders en jongeren, in eenvoudige taal."
    )
    for_parents: ForParents | None = Field(None, title="Voor ouders", description="Teksten voor de pagina voor ouders.")
    kind: Annotated[Term, vocabulary("method-kind")] | None = Field(
        None,
        title="Soort methode",
        description="Een programma, een verzamelnaam, een werkwijze; weglaten als dat niet vaststaat.",
    )
    status: Status = Field(
        title="Stand", description="Hoe het met de methode staat, sinds wanneer, en volgens een bron van wanneer."
    )
    owners: tuple[Owner, ...] = Field(
        (),
        title="Eigenaar",
        description="De organisatie die over de methode gaat, of meer dan één. Weglaten als geen bron een eigenaar noemt.",
    )
    former_owners: tuple[Owner, ...] = Field(
        (), title="Vroegere eigenaren", description="Organisaties die er eerder over gingen."
    )
    relations: tuple[Relation, ...] = Field(
        (),
        title="Verwante methoden",
        description="Waar deze methode een variant of onderdeel van is, wat erop lijkt en wat alleen bijna zo heet.",
    )
    partners: tuple[Partner, ...] = Field((), title="Wie doen mee", description="Organisaties die meedoen, elk met een rol.")
    regions: tuple[Place, ...] = Field((), title="Waar", description="Gebieden waar de methode is of wordt uitgevoerd.")
    target_group: TargetGroup = Field(title="Voor wie", description="Voor wie de methode bedoeld is en voor wie niet.")
    goals: tuple[Goal, ...] = Field(
        (), title="Doelen", description="Wat de methode wil bereiken. Weglaten als geen bron een doel noemt."
    )
    classification: Classification | None = Field(
        None, title="Indeling", description="Waar de methode staat in de indelingen van het vak."
    )
    approach: tuple[Step, ...] = Field((), title="Aanpak", description="De stappen van de methode, op volgorde.")
    elements: tuple[UsedElement, ...] = Field(
        (), title="Werkzame elementen", description="Wat de methode doet dat het resultaat kan verklaren."
    )
    tools: tuple[UsedTool, ...] = Field((), title="Werkvormen", description="Werkvormen die de methode gebruikt.")
    variants: tuple[Variant, ...] = Field((), title="Varianten", description="Uitvoeringen die van elkaar verschillen.")
    intensity: tuple[Intensity, ...] = Field(
        (), title="Duur en intensiteit", description="Hoe lang en hoe vaak; per variant, leeftijd of ontvanger als dat verschilt."
    )
    group_size: tuple[GroupSize, ...] = Field(
        (), title="Groepsgrootte", description="Hoeveel mensen samen in een groep zitten, als er in groepen wordt gewerkt."
    )
    caseload: tuple[Caseload, ...] = Field(
        (), title="Caseload", description="Hoeveel gezinnen of kinderen een uitvoerder tegelijk helpt."
    )
    delivery: tuple[Deliverer, ...] = Field(
        (), title="Wie voert uit", description="Wie de hulp geeft en wat die daarvoor geleerd heeft."
    )
    materials: tuple[Material, ...] = Field(
        (), title="Materialen", description="Wat er is om mee te werken: handboek, werkboek, film."
    )
    conditions: tuple[Statement, ...] = Field((), title="Voorwaarden", description="Wat er nodig is om de methode uit te voeren.")
    licence: Licence | None = Field(
        None, title="Licentie", description="Of een organisatie een licentie nodig heeft om de methode aan te bieden, en van wie."
    )
    intake: Intake | None = Field(
        None, title="Nieuwe gezinnen", description="Of er nu gezinnen bij kunnen, en wanneer een bron dat zei."
    )
    referral: tuple[Referral, ...] = Field((), title="Aanmelden", description="Hoe een gezin bij de methode terechtkomt.")
    reach: tuple[Reach, ...] = Field((), title="Bereik", description="Hoeveel gezinnen, kinderen of anderen de methode bereikte.")
    studies: tuple[Study, ...] = Field(
        (),
        title="Onderzoeken",
        description="Het onderzoek waar de resultaten uit komen, ook als het nog loopt of niet te vinden is.",
    )
    outcomes: tuple[Outcome, ...] = Field(
        (), title="Resultaten", description="Wat er over resultaten bekend is, ook als het tegenviel."
    )
    costs: tuple[Cost, ...] = Field((), title="Kosten", description="Bedragen met hun noemer.")
    cost_statements: tuple[AddressedStatement, ...] = Field(
        (), title="Over de kosten", description="Wat bronnen over kosten zeggen zonder bedrag."
    )
    recognitions: tuple[Recognition, ...] = Field(
        (), title="Erkenningen", description="Wat een instantie besloot, in de woorden van die instantie."
    )
    prizes_and_listings: tuple[PrizeOrListing, ...] = Field(
        (),
        title="Prijzen en vermeldingen",
        description="Een prijs, of een plaats in een databank of lijst zonder oordeel; dat is geen erkenning.",
    )
    recognition_claims: tuple[AddressedStatement, ...] = Field(
        (),
        title="Wat de eigenaar over erkenning zegt",
        description="Wat de eigenaar zelf over erkenning zegt; dat is geen besluit.",
    )
    effect_ladder: tuple[LadderStep, ...] = Field(
        (),
        title="Trede op de effectladder",
        description="Wat een genoemde organisatie daarover zegt; nooit een oordeel van deze bibliotheek.",
    )
    chain: Chain | None = Field(None, title="Plaats in de keten", description="Welke hulp ervoor, ernaast of erna komt.")
    next_steps: tuple[Statement, ...] = Field((), title="Vervolg", description="Wat er na afloop kwam of gepland is.")
    conflicts: tuple[Conflict, ...] = Field(
        (), title="Waar bronnen elkaar tegenspreken", description="Bronnen die elkaar tegenspreken; wij tonen ze allemaal."
    )
    context: tuple[Context, ...] = Field(
        (), title="Achtergrond", description="Wat er over het onderwerp bekend is, maar niet over deze methode."
    )
    contact: Contact | None = Field(
        None, title="Contact", description="Waar men meer kan vragen: een organisatie, nooit een persoon."
    )
    gaps: tuple[Gap, ...] = Field(
        (),
        title="Gezocht of niet van toepassing",
        description="Velden die leeg zijn omdat er niets te vinden was of omdat ze niet passen.",
    )
    reviewed: PartialDate | None = Field(
        None, title="Nagekeken op", description="Dag waarop iemand de hele kaart met de bronnen vergeleek."
    )
    sources: Citations

    @model_validator(mode="after")
    def _outcome_ids_differ(self) -> "Method":
        seen: set[str] = set()
        for index, outcome in enumerate(self.outcomes):
            if outcome.id in seen:
                raise fault("double_outcome", "outcomes", index, "id", value=outcome.id)
            seen.add(outcome.id)
        return self

    @model_validator(mode="after")
    def _nobody_assesses_its_own_method(self) -> "Method":
        owners = {owner.organisation.id for owner in self.owners}
        for index, step in enumerate(self.effect_ladder):
            if step.basis.id == "assessed" and step.body.id in owners:
                raise fault("own_assessment", "effect_ladder", index, "basis")
        return self
