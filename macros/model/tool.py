"""Tools (werkvormen) and active elements (werkzame elementen): what methods are made of, and what research says of it."""

from pydantic import Field

from macros.model.base import Name, Record, Text
from macros.model.data import KeyId
from macros.model.evidence import Outcome
from macros.model.sources import Citations, Statement
from macros.model.study import Study


class Tool(Record):
    """A way of working that several methods may use: a conference, a booklet, a plan."""

    id: KeyId
    name: Name = Field(title="Naam")
    aliases: tuple[Name, ...] = Field((), title="Andere namen")
    summary: Text = Field(title="Wat het is")
    origin: tuple[Statement, ...] = Field((), title="Herkomst")
    how: tuple[Statement, ...] = Field((), title="Hoe het gaat")
    studies: tuple[Study, ...] = Field((), title="Onderzoeken")
    outcomes: tuple[Outcome, ...] = Field((), title="Wat onderzoek zegt")
    findings: tuple[Statement, ...] = Field((), title="Wat er verder over bekend is")
    differs_from: tuple[Statement, ...] = Field((), title="Niet hetzelfde als")
    sources: Citations


class Element(Record):
    """Something a method does that may explain its result."""

    id: KeyId
    name: Name = Field(title="Naam")
    name_en: Name = Field(title="Engelse naam")
    description: Text = Field(title="Uitleg")
    findings: tuple[Statement, ...] = Field((), title="Wat onderzoek zegt")
