"""The records in data/: vocabularies, organisations and sources (CSL), which cards refer to by id."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from macros.model.base import (
    NOT_WRITTEN,
    Flag,
    Id,
    Line,
    Name,
    PartialDate,
    Record,
    Text,
    Url,
    checked,
    digits,
    fault,
    limited,
    one_line,
    vocabulary,
)


def _add_ids(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    for key, inner in value.items():
        if isinstance(inner, dict) and "id" in inner:
            raise fault("id_in_record", key, "id", value=key)
    return {key: {**inner, "id": key} if isinstance(inner, dict) else inner for key, inner in value.items()}


Keyed = BeforeValidator(_add_ids)
"""Marks a mapping from id to record, in which the key is the id of the record."""
KeyId = Annotated[Id, Field(title="Id", description="De sleutel in het bestand.", exclude=True, json_schema_extra=NOT_WRITTEN)]


class Term(Record):
    """One word of a vocabulary."""

    id: KeyId
    nl: Name = Field(title="Nederlands", description="Wat de lezer ziet.")
    en: Name = Field(title="Engels", description="Voor een Engelse uitgave.")
    many: Name | None = Field(None, title="Meervoud", description="Voor woorden die geteld worden: 11 gezinnen.")
    spellings: tuple[Name, ...] = Field(
        (), title="Andere schrijfwijzen", description="Zoals bronnen hetzelfde woord letterlijk schrijven."
    )
    inverse: Name | None = Field(
        None, title="Andersom", description="Hoe een verband heet vanaf de andere kant; weglaten als dat hetzelfde woord is."
    )
    shape: Literal["gathered", "lot", "compared", "followed", "told"] | None = Field(
        None, title="Vorm op de bewijskaart", description="Bij een opzet; weglaten is de vorm van wat niet is gemeten."
    )
    headline: Literal["first", "last"] | None = Field(
        None,
        title="Plaats bovenaan een kaart",
        description="Bij een maat: `first` gaat over thuis wonen en plaatsing; `last` is bereik of uitvoering, en geen effect.",
    )
    themes: tuple[Id, ...] = Field(
        (), title="Thema's", description="Bij een maat: wie een methode met dit thema kiest, wil weten wat hierop is gemeten."
    )
    numerator: Name | None = Field(None, title="Teller", description="Bij een maat: wie er meetelt, bijvoorbeeld bij een inkoop.")
    denominator: Name | None = Field(None, title="Noemer", description="Bij een maat: van welke groep.")
    covers: Literal["everywhere", "other-country"] | None = Field(
        None, title="Wat een gebied omvat", description="Bij een gebied dat geen gemeente is: het hele land, of een ander land."
    )
    years: Annotated[int, Field(ge=0), digits] | None = Field(
        None, title="Leeftijd", description="Bij een schooljaar: hoe oud kinderen meestal zijn als het begint."
    )
    description: Text = Field(title="Uitleg", description="Eén of twee zinnen, voor wie het woord niet kent.")


class Vocabulary(Record):
    """A list of terms. An open one grows with what cards need, and no view may fail on a new word. A `closed` one is the scale of
    somebody else, or has words that the code reckons with. A `complete` one may hold terms that no card uses yet."""

    label: Name = Field(title="Naam")
    label_en: Name = Field(title="Engelse naam")
    description: Text = Field(title="Uitleg")
    origin: Text = Field(title="Herkomst", description="Wie de lijst maakte; bij een eigen lijst: waarop hij berust.")
    origin_urls: tuple[Url, ...] = Field((), title="Adressen van de herkomst")
    complete: Flag = Field(
        False, title="Volledige lijst", description="`true` als er woorden in mogen staan die nog geen kaart gebruikt."
    )
    closed: Flag = Field(
        False,
        title="Ligt vast",
        description="`true` als een kaart er geen woord bij kan krijgen: de site rekent met deze woorden.",
    )
    terms: Annotated[dict[str, Term], Keyed] = Field(min_length=1, title="Woorden")


class Organisation(Record):
    id: KeyId
    name: Name = Field(title="Naam")
    abbreviations: tuple[Name, ...] = Field((), title="Afkortingen")
    former_names: tuple[Name, ...] = Field((), title="Vroegere namen")
    kind: Annotated[Term, vocabulary("organisation-kind")] = Field(title="Soort organisatie")
    url: Url | None = Field(None, title="Website")
    note: Text | None = Field(None, title="Toelichting")


CslType = Literal[
    "webpage",
    "report",
    "article-newspaper",
    "article-magazine",
    "article-journal",
    "thesis",
    "post-weblog",
    "legislation",
    "book",
]


class Source(Record):
    """A document that says something, described with the field names of CSL (docs.citationstyles.org)."""

    id: KeyId
    type: CslType = Field(title="Soort", description="Soort document, in de woorden van CSL.")
    title: Annotated[str, limited(200), checked, one_line] = Field(title="Titel")
    publisher: Name = Field(title="Uitgever")
    issued: PartialDate | None = Field(None, title="Verschenen", description="Weglaten als de bron geen datum draagt.")
    URL: Url | None = Field(None, title="Adres")
    accessed: PartialDate | None = Field(None, title="Geraadpleegd")
    voice: Annotated[Term, vocabulary("voice")] = Field(
        title="Wie spreekt", description="De eigenaar, een onderzoeker, een gemeente, een derde."
    )
    note: Line | None = Field(None, title="Toelichting")
