"""The pieces that every view is made of: a line, where it comes from, and a labelled row of lines."""

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
    """Id of the place in the list of sources."""


class Line(NamedTuple):
    """One value as the reader sees it."""

    text: str
    notes: tuple[Note, ...] = ()
    link: str | None = None
    """Address in this site (without leading slash) or elsewhere."""
    detail: str | None = None
    """A remark that goes with the value, smaller."""
    tone: str = "known"
    """known; or unknown, not-found, not-applicable: three different reasons to be empty"""
    claim: str | None = None
    """Id of its place on the card page, if it is a claim that can be cited by itself (macros/library/claims.py)."""
    is_sentence: bool = False
    """Whether the text is a sentence of its own, which may hold markup and is too long to be a link."""
    more: str | None = None
    """Address in this site where a sentence stands in full; a short link behind it."""
    value: int | None = None
    """The value as a number, where the whole line is one: a spreadsheet can calculate with it."""


class Row(NamedTuple):
    """A labelled list of lines."""

    id: str
    label: str
    lines: tuple[Line, ...]

    @property
    def is_known(self) -> bool:
        return any(line.tone == "known" for line in self.lines)


class Reference(NamedTuple):
    """A source in the list of a page, with the places that the page points at."""

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
    """For pages without a list of sources of their own, such as comparisons: they link to the card instead."""

    def of(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        return ()


class RowContext(NamedTuple):
    """What a row needs besides the method."""

    notes: Notes
    today: datetime.date
    """The day on which ages are counted."""
    basic_set: tuple[Term, ...]
    """The parts of the basic outcome set, in its own order."""


def row_context(library: Library, notes: Notes | None = None) -> RowContext:
    """What the rows of this library need; without `notes` there are no marks."""
    return RowContext(notes or NoNotes(), library.today, tuple(library.vocabularies["outcome-basis"].terms.values()))


def link_to_card(line: Line, method: str) -> Line:
    """A line as it stands on another page than the card of this method: a claim leads to its place on that card."""
    if line.claim is None:
        return line
    address = f"methoden/{method}/#{line.claim}"
    return line._replace(more=address) if line.is_sentence else line._replace(link=address)


def join_remarks(*parts: str | None) -> str | None:
    """The remarks that there are, as one."""
    return "; ".join(filter(None, parts)) or None


def _letter(index: int) -> str:
    """a … z, then aa, ab …"""
    return (_letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)
