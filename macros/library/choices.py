"""What may be written where a card refers to something: every id of every kind, and what people call it."""

from collections.abc import Mapping
from typing import NamedTuple

from macros.library.library import Library
from macros.model.fields import fields_of
from macros.model.method import Method


class Word(NamedTuple):
    label: str
    """What the reader of the site sees for it; empty if that is not known."""
    help: str


Words = Mapping[str, Mapping[str, Word]]
"""Kind of reference, as model/base.py names them → id → word."""


def words_of(library: Library) -> Words:
    """All ids of a library, in the order of its files."""
    vocabularies = {
        f"vocabulary/{name}": {term.id: Word(term.nl, term.description) for term in vocabulary.terms.values()}
        for name, vocabulary in library.vocabularies.items()
    }
    return vocabularies | {
        "organisation": {found.id: Word(found.name, "") for found in library.organisations.values()},
        "source": {found.id: Word(found.title, found.publisher) for found in library.sources.values()},
        "element": {found.id: Word(found.name, found.description) for found in library.elements.values()},
        "tool": {found.id: Word(found.name, found.summary) for found in library.tools.values()},
        "method": {
            key: Word(library.methods[key].name if key in library.methods else "", "") for key in sorted(library.card_ids)
        },
        "field": {node.name: Word(node.title, node.help) for node in fields_of(Method)},
    }
