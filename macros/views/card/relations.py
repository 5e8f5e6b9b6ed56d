"""The relations of a method to others: what its own card says, and what other cards say of it."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.relations import Relation
from macros.views.common.dutch import capital, listed
from macros.views.common.lines import Line, NoNotes, Notes, Row

NAMESAKE = "near-namesake"
"""The relation of methods that are no relation, except in name."""


class _Related(NamedTuple):
    """A relation as one of the two cards shows it."""

    kind: str
    side: str
    """to or from: which of the two words for it; a kind with one word for both has only `to`."""
    label: str
    name: str
    method: str | None
    """Id of the other card, if there is one."""
    relation: Relation

    def line(self, notes: Notes) -> Line:
        link = f"methoden/{self.method}/" if self.method else None
        return Line(self.name, notes.of(self.relation.sources), link, self.relation.differs)


def relation_rows(method: Method, library: Library, notes: Notes) -> tuple[Row, ...]:
    """A row for each way of being related, in the order of the vocabulary; first what this card says itself."""
    found = list(_related(method, library))
    kinds = list(library.vocabularies["relation"].terms)
    ways = sorted(dict.fromkeys((one.kind, one.side, one.label) for one in found), key=lambda way: kinds.index(way[0]))
    return tuple(
        Row(
            f"relation-{kind}-{side}",
            capital(label),
            tuple(one.line(notes) for one in found if (one.kind, one.label) == (kind, label)),
        )
        for kind, side, label in ways
    )


def relation_texts(method: Method, library: Library) -> tuple[str, ...]:
    """variant van: Voorbeeld Thuis; hoort hierbij: Voorbeeld Kort"""
    rows = relation_rows(method, library, NoNotes())
    return tuple(f"{row.label.lower()}: {listed([line.text for line in row.lines])}" for row in rows)


def namesake_row(rows: tuple[Row, ...]) -> Row | None:
    """Of the rows of a method, the one with the methods that it must not be mistaken for."""
    return next((row for row in rows if row.id.startswith(f"relation-{NAMESAKE}-")), None)


def apart_text(method: Method, library: Library) -> str | None:
    """niet hetzelfde als Voorbeeld Thuis; None if no name is nearly the same"""
    names = [one.name for one in _related(method, library) if one.kind == NAMESAKE]
    return f"{library.vocabularies['relation'].terms[NAMESAKE].nl} {listed(names)}" if names else None


def _related(method: Method, library: Library) -> Iterator[_Related]:
    """What both cards say of each other in the same words is shown once, as this card says it."""
    said = set()
    for relation in method.relations:
        said.add((relation.kind.id, relation.kind.nl, relation.method))
        name = library.name_of(relation.method or "") or relation.text or relation.method or ""
        yield _Related(relation.kind.id, "to", relation.kind.nl, name, relation.method, relation)
    for other in map(library.methods.__getitem__, library.relations_to.get(method.id, ())):
        for relation in other.relations:
            label = relation.kind.inverse or relation.kind.nl
            if relation.method == method.id and (relation.kind.id, label, other.id) not in said:
                side = "from" if relation.kind.inverse else "to"
                yield _Related(relation.kind.id, side, label, other.name, other.id, relation)
