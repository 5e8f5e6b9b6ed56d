"""The parts of every view: a line, the notes with its sources, and a labelled row of lines."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Source, Term
from macros.model.sources import Citation


class Note(NamedTuple):
    """A reference mark on a page: `2b` is the second source, its second place."""

    label: str
    anchor: str
    """Id of the source in the list of sources on the page."""


class Line(NamedTuple):
    """One value as the reader sees it."""

    text: str
    notes: tuple[Note, ...] = ()
    link: str | None = None
    """Address in this site (without leading slash) or elsewhere."""
    detail: str | None = None
    """A remark about the value, shown smaller."""
    tone: str = "known"
    """known; or unknown, not-found, not-applicable: three different reasons to be empty"""
    claim: str | None = None
    """Anchor on the card page, if it is a claim with an address of its own (macros/library/claims.py)."""
    is_sentence: bool = False
    """Whether the text is a whole sentence, which may contain markup and is too long to be a link."""
    more: str | None = None
    """Address in this site of the claim; shown as a short link after the sentence."""
    value: int | None = None
    """The value as a number, if the line is a number, so that a spreadsheet can calculate with it."""


class Row(NamedTuple):
    """A labelled list of lines."""

    id: str
    label: str
    lines: tuple[Line, ...]

    @property
    def is_known(self) -> bool:
        return any(line.tone == "known" for line in self.lines)


class Reference(NamedTuple):
    """A source in the list of a page, with the places in it that the page cites."""

    number: int
    source: Source
    places: tuple[tuple[str, str], ...]
    """(label, locator) of each mark, in order of appearance"""

    @property
    def anchor(self) -> str:
        return f"bron-{self.number}"


@dataclass
class Notes:
    """Numbers the sources of one page in the order in which the page uses them."""

    _places: dict[str, list[str | None]] = field(default_factory=dict)
    _sources: dict[str, Source] = field(default_factory=dict)
    _made: dict[tuple[str, str | None], Note] = field(default_factory=dict)
    """Most citations occur several times; without this cache card views take a quarter longer."""

    def of(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        """The marks for these citations."""
        return tuple(map(self._note, citations))

    def _note(self, citation: Citation) -> Note:
        key = citation.source.id, citation.locator
        if key not in self._made:
            self._made[key] = self._new_note(*key, citation.source)
        return self._made[key]

    def _new_note(self, source_id: str, locator: str | None, source: Source) -> Note:
        self._sources.setdefault(source_id, source)
        places = self._places.setdefault(source_id, [])
        places.append(locator)
        number = list(self._places).index(source_id) + 1
        return Note(f"{number}{_letter(len(places) - 1)}", f"bron-{number}")

    def references(self) -> tuple[Reference, ...]:
        """The list of sources so far."""
        return tuple(
            Reference(
                number,
                self._sources[key],
                tuple((f"{number}{_letter(index)}", place or "") for index, place in enumerate(places)),
            )
            for number, (key, places) in enumerate(self._places.items(), start=1)
        )


class NoNotes(Notes):
    """No marks, for pages without a list of sources, such as comparisons; these link to the card instead."""

    def of(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        return ()


class RowContext(NamedTuple):
    """What a row needs besides the method."""

    notes: Notes
    today: datetime.date
    """The day on which ages are counted."""
    basic_set: tuple[Term, ...]
    """The parts of the basic outcome set, in the order of the vocabulary."""
    steps: tuple[str, ...]
    """Ids of the steps of the Dutch recognition, lowest first."""


def row_context(library: Library, notes: Notes | None = None) -> RowContext:
    """The context for rows of this library; without `notes` there are no marks."""
    vocabularies = library.vocabularies
    return RowContext(
        notes or NoNotes(),
        library.today,
        basic_set=tuple(vocabularies["outcome-basis"].terms.values()),
        steps=tuple(vocabularies["recognition-level"].terms),
    )


def link_to_card(line: Line, method: str) -> Line:
    """The line for use outside the card of this method: a claim gets a link to its place on that card."""
    if line.claim is None:
        return line
    address = f"methoden/{method}/#{line.claim}"
    return line._replace(more=address) if line.is_sentence else line._replace(link=address)


def join_remarks(*parts: str | None) -> str | None:
    """The given remarks as one text; None if there are none."""
    return "; ".join(filter(None, parts)) or None


def _letter(index: int) -> str:
    """a … z, then aa, ab …"""
    return (_letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)
