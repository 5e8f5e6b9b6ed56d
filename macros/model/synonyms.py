"""The words that people type: equivalents that are searched for as well, related words that are only suggested, and words
that must be kept apart."""

from pydantic import Field

from macros.model.base import Line, Name, Record


class SynonymGroup(Record):
    """One meaning and its spellings."""

    preferred: Name = Field(title="Voorkeurswoord")
    equivalents: tuple[Name, ...] = Field((), title="Zelfde betekenis", description="Wordt in beide richtingen meegezocht.")
    related: tuple[Name, ...] = Field((), title="Zie ook", description="Wordt alleen aangeboden, nooit stil meegezocht.")
    origin: Line = Field(title="Herkomst")


class Ambiguous(Record):
    """An abbreviation with more than one meaning: the reader chooses."""

    typed: Name = Field(title="Getypt")
    meanings: tuple[Name, ...] = Field(min_length=2, title="Betekenissen")


class Apart(Record):
    """Words that look alike and are not the same."""

    words: tuple[Name, ...] = Field(min_length=2, title="Uit elkaar houden")
    why: Line | None = Field(None, title="Waarom")


class Irregular(Record):
    """A word whose forms no rule can bring together."""

    word: Name = Field(title="Woord")
    forms: tuple[Name, ...] = Field(min_length=1, title="Vormen")


class Synonyms(Record):
    groups: tuple[SynonymGroup, ...] = Field(min_length=1, title="Groepen")
    ambiguous: tuple[Ambiguous, ...] = Field((), title="Dubbelzinnig")
    apart: tuple[Apart, ...] = Field((), title="Niet samenvoegen")
    irregular: tuple[Irregular, ...] = Field((), title="Onregelmatige vormen")
    ignored: tuple[Name, ...] = Field(
        (), title="Zegt niets", description="Wordt overgeslagen als er ook andere woorden zijn getypt."
    )
