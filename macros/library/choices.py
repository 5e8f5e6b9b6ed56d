"""The ids that may be written where a card refers to something, and the name of each."""

from collections.abc import Mapping
from typing import NamedTuple

from macros.library.library import Library
from macros.model.fields import paths_of
from macros.model.method import Method


class Choice(NamedTuple):
    label: str
    """The name that readers of the site see; empty if it is not known."""
    help: str


Choices = Mapping[str, Mapping[str, Choice]]
"""Kind of reference, as in model/base.Ref → id → choice."""


def list_choices(library: Library) -> Choices:
    """All ids of a library, in the order of its files."""
    vocabularies = {
        f"vocabulary/{name}": {term.id: Choice(term.nl, term.description) for term in vocabulary.terms.values()}
        for name, vocabulary in library.vocabularies.items()
    }
    return vocabularies | {
        "organisation": {found.id: Choice(found.name, "") for found in library.organisations.values()},
        "source": {found.id: Choice(found.title, found.publisher) for found in library.sources.values()},
        "element": {found.id: Choice(found.name, found.description) for found in library.elements.values()},
        "tool": {found.id: Choice(found.name, found.summary) for found in library.tools.values()},
        "method": {key: Choice(name, "") for key, name in library.card_names.items()},
        "field": {path: Choice(title, "") for path, title in paths_of(Method).items()},
    }


def growing_lists(library: Library) -> frozenset[str]:
    """The kinds of words to which new ones may be added: those of lists that are not closed."""
    return frozenset(f"vocabulary/{name}" for name, vocabulary in library.vocabularies.items() if not vocabulary.closed)
